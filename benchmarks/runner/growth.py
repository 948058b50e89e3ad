"""Does a step stay as cheap when the data grow? Time per step at a large size against a small one."""

import os

from runner.peers import BENCHMARKS
from runner.process import BenchmarkFailed, run_benchmark
from runner.statistics import median

GROWTH = os.path.join(BENCHMARKS, "growth")
SMALL_STEPS, LARGE_STEPS, QUICK_LARGE_STEPS = 10 ** 5, 10 ** 7, 10 ** 6
# (warm-up calls, measured calls)
SMALL_REPETITIONS, LARGE_REPETITIONS = (5, 15), (1, 3)


def case_names():
    """Names of all growth cases: the Ruff programs in benchmarks/growth."""
    return sorted(name[:-len(".ruff")] for name in os.listdir(GROWTH) if name.endswith(".ruff"))


def step_ns(command, steps, repetitions):
    """Median time of one step in nanoseconds."""
    run = run_benchmark(command, steps, repetitions[0], repetitions[1])
    return median(run.times_ms) * 1e6 / steps


def growth_of(command, large_steps):
    """(ns per step small, ns per step large, their ratio) of one program."""
    small = step_ns(command, SMALL_STEPS, SMALL_REPETITIONS)
    large = step_ns(command, large_steps, LARGE_REPETITIONS)
    return small, large, large / small


def measure_growth(ruff, python, quick, say):
    """Measures every case on Ruff, and those that have a Python twin on CPython too.

    ruff, python: Peer or None. Returns case name -> dict with has_twin, small_ns, large_ns, ratio, and twin_ratio or error.
    """
    large_steps = QUICK_LARGE_STEPS if quick else LARGE_STEPS
    cases = {}
    for name in case_names():
        twin = os.path.join(GROWTH, name + ".py")
        case = cases[name] = {"has_twin": os.path.exists(twin), "large_steps": large_steps}
        try:
            if ruff:
                command = ruff.command_for_file(os.path.join(GROWTH, name + ".ruff"))
                case["small_ns"], case["large_ns"], case["ratio"] = growth_of(command, large_steps)
            if python and case["has_twin"]:
                case["twin_ratio"] = growth_of(python.command_for_file(twin), large_steps)[2]
        except BenchmarkFailed as error:
            case["error"] = str(error)
            say("    %s: FAILED %s" % (name, error))
    return cases
