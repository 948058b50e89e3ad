"""Sources that nobody would write never break the binary: 50,000 are checked, 5,000 are run."""

import os
import re
import sys

import pytest

from jobs import run_jobs
from runner import COPIES_ITSELF, TESTS

sys.path.insert(0, os.path.join(TESTS, 'bad_input'))

import batches
import mutations

CHECKED = int(os.environ.get('RUFF_BAD_CHECKED', '50000'))
RUN = int(os.environ.get('RUFF_BAD_RUN', '5000'))
BATCH = 250
SHOWN = 5
MODES = ['jit', 'jit-eager', 'jit-off']
# What would fill the disk or the table of processes if a mutation hits it.
NOT_RUN = re.compile(br'write_file|eprint|debug\(')
CORPUS = mutations.corpus()
HARMLESS = [text for text in CORPUS if not NOT_RUN.search(text) and not COPIES_ITSELF.search(text)]


def check_batch(first):
    texts = [mutations.bad_source(seed, CORPUS) for seed in range(first, first + BATCH)]
    return 'checked', batches.check_faults(texts)


def run_batch(first):
    texts = [mutations.mutated(seed, HARMLESS) for seed in range(first, first + BATCH)]
    return 'run', batches.run_faults(texts, MODES[first // BATCH % len(MODES)])


def expect_no_faults(count, job):
    faults = []
    for verdict, found in run_jobs(range(0, count, BATCH), job, 1):
        faults.extend(found if isinstance(found, list) else [verdict + found])
    if faults:
        pytest.fail('%d of %d sources\n%s' % (len(faults), count, '\n'.join(faults[:SHOWN])),
                    pytrace=False)


def test_mutated_sources_are_checked(binary):
    expect_no_faults(CHECKED, check_batch)


def test_mutated_programs_are_run(binary):
    expect_no_faults(RUN, run_batch)


@pytest.mark.parametrize('name', sorted(mutations.EXTREMES))
def test_an_extreme_source_is_checked(name, binary):
    faults = batches.check_faults([mutations.EXTREMES[name]], batches.EXTREME_SECONDS)
    if faults:
        pytest.fail(faults[0], pytrace=False)
