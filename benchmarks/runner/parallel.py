"""Does parallel_map use the processors? All of them against one, and what an item costs that does nothing."""

import os

from runner.peers import BENCHMARKS
from runner.process import BenchmarkFailed, run_benchmark
from runner.statistics import median

PARALLEL = os.path.join(BENCHMARKS, "parallel")
ITEMS, QUICK_ITEMS = 1000, 40
ROUNDS, QUICK_ROUNDS = 3, 1
EMPTY_ITEMS, QUICK_EMPTY_ITEMS = 10 ** 6, 10 ** 4
# Calls of the program with empty items.
EMPTY_WARMUP, EMPTY_ITERATIONS = 2, 5


def program_path(name):
    """Path of one of the programs in benchmarks/parallel."""
    return os.path.join(PARALLEL, name + ".ruff")


def run_once(ruff, name, items):
    """One call of a program without warm-up, a Run."""
    return run_benchmark(ruff.command_for_file(program_path(name)), items, 0, 1)


def compare_cores(ruff, items, rounds):
    """Medians in ms of (one core, all cores), in turn; different results raise BenchmarkFailed."""
    one_core_ms, all_cores_ms = [], []
    for _ in range(rounds):
        alone, together = run_once(ruff, "one_core", items), run_once(ruff, "all_cores", items)
        if alone.result != together.result:
            raise BenchmarkFailed("all cores give %s, one core %s" % (together.result, alone.result))
        one_core_ms += alone.times_ms
        all_cores_ms += together.times_ms
    return median(one_core_ms), median(all_cores_ms)


def empty_item_ns(ruff, items):
    """Median time for an item that does nothing, in nanoseconds."""
    run = run_benchmark(ruff.command_for_file(program_path("empty_items")), items, EMPTY_WARMUP, EMPTY_ITERATIONS)
    return median(run.times_ms) * 1e6 / items


def measure_parallel(ruff, quick, say):
    """Dict with processors, items, one_core_ms, all_cores_ms, ratio and empty_item_ns, or with error."""
    items = QUICK_ITEMS if quick else ITEMS
    measured = {"processors": os.cpu_count(), "items": items}
    try:
        one_core_ms, all_cores_ms = compare_cores(ruff, items, QUICK_ROUNDS if quick else ROUNDS)
        measured.update(one_core_ms=one_core_ms, all_cores_ms=all_cores_ms, ratio=all_cores_ms / one_core_ms)
        measured["empty_item_ns"] = empty_item_ns(ruff, QUICK_EMPTY_ITEMS if quick else EMPTY_ITEMS)
    except BenchmarkFailed as error:
        measured["error"] = str(error)
        say("    parallel_map: FAILED %s" % error)
    return measured
