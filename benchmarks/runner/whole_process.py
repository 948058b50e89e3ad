"""Time from process start to process end, measured by hyperfine."""

import json
import os
import shlex
import shutil
import subprocess
import tempfile

from runner import statistics
from runner.peers import BENCHMARKS, BUILD
from runner.process import BenchmarkFailed, run_process
from runner.timing import is_slow

EMPTY_BATCHES = 4


def hyperfine_path():
    """Path of hyperfine, or None when it is not installed."""
    return shutil.which("hyperfine")


def hyperfine_times(commands, runs, warmup=0, environment=None):
    """Times in ms of each command (list of lists): a list of lists of `runs` numbers.

    A command that fails raises BenchmarkFailed.
    """
    os.makedirs(BUILD, exist_ok=True)
    with tempfile.NamedTemporaryFile("r", dir=BUILD, suffix=".json") as report:
        line = [hyperfine_path(), "--shell=none", "--style=none", "--warmup", str(warmup), "--runs", str(runs),
                "--export-json", report.name]
        line += [" ".join(shlex.quote(word) for word in command) for command in commands]
        done = subprocess.run(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              universal_newlines=True)
        if done.returncode != 0:
            raise BenchmarkFailed("hyperfine: " + done.stdout.strip()[-500:])
        table = json.load(report)
    return [[seconds * 1000 for seconds in result["times"]] for result in table["results"]]


def measure_whole(entry, peers, rounds, environment, in_process):
    """Whole-process times of one entry: peer name -> summary. Peers in turn, one call each and round.

    in_process is the `peers` part of timing.measure_in_process: peers that failed there are left out, slow
    ones take part in the first round only.
    """
    times = {}
    for round_number in range(rounds):
        taking_part = [peer for peer in peers if peer.name in in_process
                       and not (round_number > 0 and is_slow([in_process[peer.name]["in_process_ms"]["median"]]))]
        commands = [peer.command(entry.program) + [str(entry.n)] for peer in taking_part]
        if not commands:
            break
        for peer, measured in zip(taking_part, hyperfine_times(commands, 1, environment=environment)):
            times.setdefault(peer.name, []).extend(measured)
    return {name: statistics.summary(times[name]) for name in times}


def measure_empty(peers, runs):
    """Start to end of an empty program: peer name -> dict with whole_ms (summary) and peak_kb.

    The runs are split into batches so that every peer is measured early and late.
    """
    commands = {peer.name: peer.command_for_file(os.path.join(BENCHMARKS, "empty", "empty." + peer.suffix))
                for peer in peers}
    times = {peer.name: [] for peer in peers}
    for _ in range(EMPTY_BATCHES):
        batch = hyperfine_times([commands[peer.name] for peer in peers], max(1, runs // EMPTY_BATCHES), warmup=3)
        for peer, measured in zip(peers, batch):
            times[peer.name].extend(measured)
    return {name: {"whole_ms": statistics.summary(times[name]), "peak_kb": run_process(commands[name])[2]}
            for name in times}
