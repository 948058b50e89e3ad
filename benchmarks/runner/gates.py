"""The bars that Ruff has to reach, and how far each one is passed or missed."""

from runner.peers import RUFF
from runner.statistics import geometric_mean

EMPTY_TIME_FACTOR = 3.0
EMPTY_MEMORY_KB = 12 * 1024
GROWTH_FACTOR = 3.0
TWIN_FACTOR = 1.5
# All processors against one; for a machine with two, more can only do better.
PARALLEL_FACTOR = 0.55
# group of programs -> (peer, highest ratio of Ruff's time to the peer's)
BARS = {
    "fib": [("c", 1.3), ("luajit", 1.0), ("node", 1.0), ("pypy3", 1.0)],
    "reference": [("luajit", 1.0), ("node", 1.0), ("pypy3", 1.0), ("python3", 1.0)],
    "exact": [("python3", 1.0), ("pypy3", 1.1)],
    "other": [("pypy3", 1.0)],
}
# The same for the time of the whole process, start and warm-up included.
WHOLE_BARS = {"other": [("pypy3", 1.0)]}
MEAN_BARS = ["luajit", "node"]
IN_PROCESS, WHOLE = "in_process_ms", "whole_ms"
LABELS = {IN_PROCESS: "time", WHOLE: "whole process"}


def gate(what, limit, measured):
    """One line of the gate table: a dict. measured None means that it could not be measured.

    margin is (limit - measured) / limit: positive when passed, negative when missed.
    """
    verdict, margin = "not measured", None
    if measured is not None:
        verdict = "pass" if measured <= limit else "MISS"
        margin = (limit - measured) / limit
    return {"what": what, "limit": limit, "measured": measured, "verdict": verdict, "margin": margin}


def ratio(program, peer, key=IN_PROCESS):
    """Ruff's median time divided by the peer's; None when one of them is missing. key: IN_PROCESS or WHOLE."""
    measured = program["peers"]
    if key not in measured.get(RUFF, {}) or key not in measured.get(peer, {}):
        return None
    other = measured[peer][key]["median"]
    return measured[RUFF][key]["median"] / other if other > 0 else None


def program_gates(programs):
    """Gates of the single programs and the geometric means. programs: entry name -> measured dict."""
    return timing_gates(programs, BARS, IN_PROCESS) + timing_gates(programs, WHOLE_BARS, WHOLE)


def timing_gates(programs, bars, key):
    """The gates for one of the two times. bars: group -> list of (peer, highest ratio)."""
    gates = []
    for name, program in programs.items():
        for peer, limit in bars.get(program["group"], []):
            gates.append(gate("%s: %s / %s" % (name, LABELS[key], peer), limit, ratio(program, peer, key)))
    for peer in MEAN_BARS:
        ratios = [ratio(program, peer, key) for program in programs.values() if program["group"] == "other"]
        mean = geometric_mean([number for number in ratios if number is not None])
        gates.append(gate("geometric mean of the other programs: %s / %s" % (LABELS[key], peer), 1.0, mean))
    return gates


def empty_gates(empty):
    """Gates of the empty program. empty: peer name -> dict with whole_ms and peak_kb."""
    ruff, lua = empty.get(RUFF), empty.get("lua5.4")
    factor = ruff["whole_ms"]["median"] / lua["whole_ms"]["median"] if ruff and lua else None
    return [gate("empty program: time / lua5.4", EMPTY_TIME_FACTOR, factor),
            gate("empty program: resident memory (KB)", EMPTY_MEMORY_KB, ruff["peak_kb"] if ruff else None)]


def growth_gates(growth):
    """Gates of the growth cases. growth: case name -> dict with ratio and, for dicts, twin_ratio."""
    gates = []
    for name, case in growth.items():
        if case["has_twin"]:
            twin = case.get("twin_ratio")
            measured = case["ratio"] / twin if case.get("ratio") and twin else None
            gates.append(gate("growth %s: ratio / ratio of the Python twin" % name, TWIN_FACTOR, measured))
        else:
            gates.append(gate("growth %s: time per step, large / small" % name, GROWTH_FACTOR, case.get("ratio")))
    return gates


def parallel_gates(parallel):
    """The gate of parallel_map; it needs two processors. parallel: what measure_parallel returned, or {}."""
    several = parallel.get("processors", 1) > 1
    return [gate("parallel_map: all cores / one core", PARALLEL_FACTOR, parallel.get("ratio") if several else None)]
