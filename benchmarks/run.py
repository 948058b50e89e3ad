#!/usr/bin/env python3
"""Measures the benchmark programs on Ruff and its peers and writes the results.

    python3 benchmarks/run.py [--only NAME,NAME] [--peers NAME,NAME] [--quick] [--output DIRECTORY]
                              [--skip PART,PART] [--strict]

README.md in this directory explains the method. Exit code 0: measured; 1: a program failed or printed another
result than its peers, or with --strict a gate was missed; 2: wrong usage.
"""

import argparse
import datetime
import json
import os
import platform
import sys
import time

from runner import chart, gates, growth, parallel, report, timing, whole_process
from runner.peers import BENCHMARKS, RUFF, available_peers
from runner.programs import load_entries, prepare_environment

PARTS = ["programs", "whole", "empty", "growth", "parallel"]
ROUNDS, QUICK_ROUNDS = 3, 1
EMPTY_RUNS, QUICK_EMPTY_RUNS = 200, 20
START = time.monotonic()


def say(text):
    """Prints one line of progress with the time since the start."""
    print("[%6.1f s] %s" % (time.monotonic() - START, text), flush=True)


def names_of(text):
    """List of the comma-separated names in an argument, None for no argument."""
    return [name for name in text.split(",") if name] if text else None


def parse_arguments(arguments):
    """Reads the command line; ends the process with code 2 on wrong usage."""
    parser = argparse.ArgumentParser(description="Measures the benchmark programs on Ruff and its peers.")
    parser.add_argument("--only", type=names_of, metavar="NAMES", help="programs to run (default: all)")
    parser.add_argument("--peers", type=names_of, metavar="NAMES", help="peers to run (default: all that are installed)")
    parser.add_argument("--skip", type=names_of, default=[], metavar="PARTS", help="parts to leave out: " + ", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="small sizes and few repetitions, to see that all works")
    parser.add_argument("--strict", action="store_true", help="exit code 1 when a gate is missed")
    parser.add_argument("--output", default=os.path.join(BENCHMARKS, "results"), metavar="DIRECTORY")
    settings = parser.parse_args(arguments)
    unknown = [part for part in settings.skip if part not in PARTS]
    if unknown:
        parser.error("unknown part %s; known are %s" % (unknown[0], ", ".join(PARTS)))
    try:
        settings.entries = load_entries(settings.only, settings.quick)
        settings.present, settings.missing = available_peers(settings.peers)
    except ValueError as error:
        parser.error(str(error))
    return settings


def machine():
    """Dict that describes the machine: processor, system, governor."""
    processor, governor = platform.machine(), "governor unknown"
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as source:
            models = [row.split(":", 1)[1].strip() for row in source if row.startswith("model name")]
        if models:
            processor = "%d x %s" % (len(models), models[0])
    path = "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"
    if os.path.exists(path):
        with open(path) as source:
            governor = "governor " + source.read().strip()
    return {"processor": processor, "system": platform.platform(), "governor": governor}


def shortened(result):
    """A result for the report: a number of thousands of digits is given by its ends and its length."""
    return result if len(result) <= 120 else "%s...%s (%d characters)" % (result[:40], result[-40:], len(result))


def measure_programs(settings):
    """Measures every program: entry name -> dict for the report."""
    environment = prepare_environment()
    rounds = QUICK_ROUNDS if settings.quick else ROUNDS
    programs = {}
    for number, entry in enumerate(settings.entries):
        say("%d/%d %s, N = %d" % (number + 1, len(settings.entries), entry.name, entry.n))
        peers = [peer for peer in settings.present if os.path.exists(peer.source(entry.program))]
        measured = timing.measure_in_process(entry, peers, rounds, environment, say)
        if "whole" not in settings.skip and whole_process.hyperfine_path():
            for name, summary in whole_process.measure_whole(entry, peers, rounds, environment, measured["peers"]).items():
                measured["peers"][name]["whole_ms"] = summary
        measured["disagreement"] = timing.disagreement(measured["results"])
        if measured["disagreement"]:
            say("    WRONG RESULT: " + measured["disagreement"])
        measured["results"] = {name: shortened(result) for name, result in measured["results"].items()}
        programs[entry.name] = dict(measured, n=entry.n, group=entry.group)
    return programs


def measure(settings):
    """Runs all parts and returns the report as a dict."""
    by_name = {peer.name: peer for peer in settings.present}
    result = {"date": datetime.datetime.now().isoformat(timespec="seconds"), "machine": machine(), "quick": settings.quick,
              "versions": {peer.name: peer.version() for peer in settings.present},
              "missing": [peer.label for peer in settings.missing], "programs": {}, "empty": {}, "growth": {},
              "parallel": {}}
    if "programs" not in settings.skip:
        result["programs"] = measure_programs(settings)
    if "empty" not in settings.skip and whole_process.hyperfine_path():
        say("empty program")
        result["empty"] = whole_process.measure_empty(settings.present, QUICK_EMPTY_RUNS if settings.quick else EMPTY_RUNS)
    if "growth" not in settings.skip and RUFF in by_name:
        say("growth")
        result["growth"] = growth.measure_growth(by_name[RUFF], by_name.get("python3"), settings.quick, say)
    if "parallel" not in settings.skip and RUFF in by_name:
        say("parallel_map")
        result["parallel"] = parallel.measure_parallel(by_name[RUFF], settings.quick, say)
    result["gates"] = (gates.program_gates(result["programs"]) + gates.empty_gates(result["empty"])
                       + gates.growth_gates(result["growth"]) + gates.parallel_gates(result["parallel"]))
    return result


def write_results(settings, result):
    """Writes results.txt, results.json and ratios.svg to the output directory and returns the text."""
    os.makedirs(settings.output, exist_ok=True)
    text = report.text_report(result, settings.present)
    contents = {"results.txt": text, "results.json": json.dumps(result, indent=2) + "\n"}
    if result["programs"] and RUFF in result["versions"]:
        contents["ratios.svg"] = chart.ratio_chart(result["programs"], settings.present)
    for name, content in contents.items():
        with open(os.path.join(settings.output, name), "w") as target:
            target.write(content)
    return text


def main(arguments):
    """Measures, writes and prints; returns the exit code."""
    settings = parse_arguments(arguments)
    for peer in settings.missing:
        say("%s is not installed and is left out" % peer.label)
    if not whole_process.hyperfine_path():
        say("hyperfine is not installed: whole-process and start-up times are left out")
    result = measure(settings)
    print(write_results(settings, result))
    say("written to " + settings.output)
    failed = report.failure_lines(result["programs"], result["growth"], result["parallel"])
    missed = settings.strict and any(one["verdict"] == "MISS" for one in result["gates"])
    return 1 if failed or missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
