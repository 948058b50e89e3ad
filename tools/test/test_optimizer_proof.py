"""The optimizer keeps what traces do, and the layer that says so finds the known faults."""
import os
import subprocess
import sys

import pytest

from tools import toolchain_patches

toolchain_patches.apply_patches()
# What the optimizer is told about functions and types is made when the modules are loaded.
from tools.optimizer_proof import campaign, cases, generator, shrink  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEEDS = 500
SHOW = 'from tools.optimizer_proof import cases; cases.show(%r)'

pytestmark = pytest.mark.skipif(
    not toolchain_patches.is_release_0_2_1(), reason='the layer runs the optimizer of the release')


@pytest.mark.parametrize('name', sorted(cases.CASES))
def test_a_trace_that_was_optimized_wrongly_keeps_what_it_does(name):
    assert cases.difference_of(name) is None


@pytest.mark.parametrize('name', sorted(cases.CASES))
def test_the_fault_is_found_without_its_correction(name):
    environment = dict(os.environ, RUFF_WITHOUT_PATCHES=name)
    process = subprocess.Popen([sys.executable, '-c', SHOW % name], cwd=ROOT, env=environment,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, close_fds=True)
    output, errors = process.communicate()
    assert process.returncode == 0, errors
    assert output.startswith('found'), output


def test_random_traces_keep_what_they_do():
    found = [text for _, batch in campaign.reports_of(SEEDS, 0) for text in batch]
    assert not found, '\n\n'.join(found)


def test_no_trace_hands_over_the_result_of_an_overflow():
    for seed in range(SEEDS):
        trace, _ = generator.Generator(seed).generate()
        assert shrink.is_wellformed(trace), seed
    overflow = cases.parse('[i0]\ni1 = int_add_ovf(i0, 1)\nguard_no_overflow() [i1]\nfinish(i1)')
    assert not shrink.is_wellformed(overflow)
