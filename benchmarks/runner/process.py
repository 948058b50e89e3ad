"""Runs one benchmark process and reads what it printed and what it cost."""

import os
import re
import subprocess
import tempfile

from runner.peers import BUILD, HERE

TIME_LINE = re.compile(r"^time_ms: ([-+0-9.eE]+)$", re.MULTILINE)
RESULT_LINE = re.compile(r"^result: (.*)$", re.MULTILINE)


class BenchmarkFailed(Exception):
    """A program ended with an error or printed no result."""


class Run(object):
    """What one process gave: result (string), times_ms (in process, list), wall_ms and peak_kb."""

    def __init__(self, result, times_ms, wall_ms, peak_kb):
        self.result = result
        self.times_ms = times_ms
        self.wall_ms = wall_ms
        self.peak_kb = peak_kb


def measuring_command():
    """Path of the compiled measure.c; compiles it when needed."""
    source = os.path.join(HERE, "measure.c")
    binary = os.path.join(BUILD, "measure.bin")
    if not os.path.exists(binary) or os.path.getmtime(binary) < os.path.getmtime(source):
        os.makedirs(BUILD, exist_ok=True)
        subprocess.check_call([os.environ.get("CC", "cc"), "-O2", "-o", binary, source])
    return binary


def run_process(command, environment=None):
    """Runs a command (list) to its end.

    Returns (output text, wall time in ms, peak memory in KB); an exit code other than 0 raises BenchmarkFailed.
    """
    with tempfile.NamedTemporaryFile("r") as report:
        done = subprocess.run([measuring_command(), report.name] + command, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, universal_newlines=True, env=environment)
        if done.returncode != 0:
            tail = (done.stderr.strip() or done.stdout.strip())[-500:]
            raise BenchmarkFailed("exit code %d: %s\n%s" % (done.returncode, " ".join(command), tail))
        wall_ms, peak_kb, _ = report.read().split()
    return done.stdout, float(wall_ms), int(peak_kb)


def run_benchmark(command, n, warmup, iterations, environment=None):
    """Runs a benchmark program and returns a Run; a missing result line raises BenchmarkFailed."""
    output, wall_ms, peak_kb = run_process(command + [str(n), str(warmup), str(iterations)], environment)
    result = RESULT_LINE.search(output)
    times_ms = [float(text) for text in TIME_LINE.findall(output)]
    if result is None or len(times_ms) != iterations:
        raise BenchmarkFailed("no result or too few times from: " + " ".join(command))
    return Run(result.group(1), times_ms, wall_ms, peak_kb)
