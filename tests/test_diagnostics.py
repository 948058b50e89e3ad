"""Every program with a mistake, whose report is compared to the letter, in every mode."""

import pytest

from conftest import needs_binary, require_binary
from runner import MODES, UNTRANSLATED, explain, find_programs, mismatches


def cases():
    for program in find_programs('diagnostics'):
        for mode in MODES:
            if mode == UNTRANSLATED and program.native_only:
                continue
            yield pytest.param(program, mode, id='%s-%s' % (program.name, mode))


@pytest.mark.parametrize('program, mode', list(cases()))
def test_program(program, mode, pool):
    if needs_binary(mode):
        require_binary()
    outcome = pool.outcome(program, mode)
    found = mismatches(program, outcome)
    if found:
        pytest.fail(explain(program, mode, outcome, found), pytrace=False)
