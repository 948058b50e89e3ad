"""Compares many random traces: ``python -m tools.optimizer_proof.campaign COUNT SEED``.

Uses every processor. Prints the rate and each difference as a trace that a
test can hold; ends with 1 if there was one.
"""
import itertools
import multiprocessing
import sys
import time
import traceback

from tools import toolchain_patches
from tools.optimizer_proof import compare, generator, shrink

BATCH = 50
SHOWN_SECONDS = 30


def report(seed, trace, difference):
    """A difference as text; as in `cases`."""
    rows = ['# seed %d: %s: %s' % (seed, difference.kind, difference.text), str(trace)]
    rows += ['with ' + str(one) for one in difference.inputs]
    return '\n'.join(rows)


def check_seed(seed, small=True):
    """None or the report about a difference."""
    trace, inputs = generator.Generator(seed).generate()
    difference = compare.check(trace, inputs)
    if difference is None:
        return None
    if small:
        trace, difference = shrink.shrink(trace, difference)
    return report(seed, trace, difference)


def check_batch(seeds):
    """List of reports. A failure of the layer itself is a report, too."""
    found = []
    for seed in seeds:
        try:
            text = check_seed(seed)
        except Exception:
            text = '# seed %d: the layer fails\n%s' % (seed, traceback.format_exc())
        if text is not None:
            found.append(text)
    return found


def reports_of(count, first):
    """Yields (number of traces, list of reports) of each batch; uses every processor."""
    batches = [range(start, min(start + BATCH, first + count))
               for start in range(first, first + count, BATCH)]
    pool = multiprocessing.Pool()
    for seeds, found in itertools.izip(batches, pool.imap(check_batch, batches)):
        yield len(seeds), found
    pool.close()
    pool.join()


def run(count, first):
    """Prints what it finds; returns the number of differences."""
    started = shown = time.time()
    done = failures = 0
    for number, found in reports_of(count, first):
        done += number
        failures += len(found)
        for text in found:
            print '%s\n' % text
        if found or time.time() - shown > SHOWN_SECONDS:
            shown = time.time()
            print '%d traces, %.1f a second, %d differences' % (
                done, done / (shown - started), failures)
            sys.stdout.flush()
    print '%d traces from seed %d in %.0f s, %d differences' % (
        done, first, time.time() - started, failures)
    return failures


def main(arguments):
    toolchain_patches.apply_patches()
    return 1 if run(int(arguments[0]), int(arguments[1])) else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
