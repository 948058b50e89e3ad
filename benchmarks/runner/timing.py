"""Time inside the process after warm-up: peers in turn, round after round."""

from runner import statistics
from runner.peers import COMPILED, INTERPRETER, JIT
from runner.process import BenchmarkFailed, run_benchmark

# kind of peer -> (warm-up calls, measured calls) in each process
REPETITIONS = {COMPILED: (1, 3), JIT: (3, 5), INTERPRETER: (0, 1)}
# A peer whose single call takes longer than this is measured in one round only.
SLOW_MS = 2000.0


def measure_in_process(entry, peers, rounds, environment, say):
    """Runs one entry on every peer.

    Returns a dict: results (peer name -> printed result), errors (peer name -> text) and peers (peer name ->
    dict with in_process_ms, a summary, and peak_kb).
    """
    times, peaks, results, errors = {}, {}, {}, {}
    for round_number in range(rounds):
        for peer in peers:
            if peer.name in errors or is_slow(times.get(peer.name)):
                continue
            warmup, iterations = REPETITIONS[peer.kind]
            try:
                run = run_benchmark(peer.command(entry.program), entry.n, warmup, iterations, environment)
            except BenchmarkFailed as error:
                errors[peer.name] = str(error)
                say("    %s: FAILED %s" % (peer.label, error))
                continue
            times.setdefault(peer.name, []).extend(run.times_ms)
            peaks[peer.name] = max(run.peak_kb, peaks.get(peer.name, 0))
            results[peer.name] = run.result
    measured = {name: {"in_process_ms": statistics.summary(times[name]), "peak_kb": peaks[name]} for name in times}
    return {"results": results, "errors": errors, "peers": measured}


def is_slow(times_ms):
    """True when what was measured so far says that one call takes more than SLOW_MS."""
    return bool(times_ms) and statistics.median(times_ms) > SLOW_MS


def disagreement(results):
    """None when all results (peer name -> text) are the same, else a text that names the odd ones."""
    texts = sorted(set(results.values()))
    if len(texts) < 2:
        return None
    parts = []
    for text in texts:
        names = ", ".join(sorted(name for name in results if results[name] == text))
        parts.append("%s: %s" % (names, text if len(text) <= 60 else text[:57] + "..."))
    return "; ".join(parts)
