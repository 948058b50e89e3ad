"""Random programs and bad input for as long as one likes: ``make fuzz SECONDS=600 SEED=1``.

Prints every failing program and, every half minute, how many there were of each kind.
"""

import os
import sys
import tempfile
import time

TESTS = os.path.dirname(os.path.abspath(__file__))
for folder in ('value_model', 'modes', 'bad_input'):
    sys.path.insert(0, os.path.join(TESTS, folder))

import modes_campaign
import native
import test_bad_input
from jobs import run_jobs
from runner import NATIVE_FLAGS, binary_path

PROGRESS_SECONDS = 30
ROUND = 40


def modes_job(seed):
    return modes_campaign.job(seed)


def value_job(seed):
    mode = sorted(NATIVE_FLAGS)[seed % len(NATIVE_FLAGS)]
    return native.job((seed, tempfile.gettempdir(), [mode]))


# Kind: (job, arguments of one round from a seed).
KINDS = [
    ('modes', modes_job, lambda seed: range(seed, seed + ROUND)),
    ('values', value_job, lambda seed: range(seed, seed + ROUND)),
    ('checked', test_bad_input.check_batch, lambda seed: [seed, seed + test_bad_input.BATCH]),
    ('run', test_bad_input.run_batch, lambda seed: [seed, seed + test_bad_input.BATCH]),
]


def failures_of(verdict, found):
    """List of reports in a result of any of the jobs."""
    if isinstance(found, list):
        return found
    return [] if verdict in modes_campaign.GOOD else [found]


def main(seconds, seed):
    """Returns the number of failing programs."""
    started = shown = time.time()
    counts = dict((kind, 0) for kind, _, _ in KINDS)
    failures = 0
    while time.time() - started < seconds:
        for kind, job, arguments in KINDS:
            for verdict, found in run_jobs(arguments(seed), job, 1):
                counts[kind] += test_bad_input.BATCH if isinstance(found, list) else 1
                for text in failures_of(verdict, found):
                    failures += 1
                    print '=== %s\n%s' % (kind, text)
            if time.time() - shown > PROGRESS_SECONDS:
                shown = time.time()
                print '%d s, seed %d: %s; %d fail' % (shown - started, seed, counts, failures)
            sys.stdout.flush()
        seed += 2 * test_bad_input.BATCH
    print '%s; %d fail' % (counts, failures)
    return failures


if __name__ == '__main__':
    if binary_path() is None:
        sys.exit('the binary ruff-c is missing; build it with: make translate')
    sys.exit(1 if main(float(sys.argv[1]), int(sys.argv[2])) else 0)
