"""Random programs about values against deep copies (value_model/), untranslated and native."""

import os
import sys

import pytest

from runner import TESTS, binary_path

sys.path.insert(0, os.path.join(TESTS, 'value_model'))

import campaign
import native
import switched_off
import untranslated

# `make proof` has more.  The binary is a hundred times faster; where it exists it runs them all and
# the untranslated interpreter a part.
PROGRAMS = int(os.environ.get('RUFF_VALUE_PROGRAMS', '8000'))
UNTRANSLATED_PROGRAMS = PROGRAMS // 16
PROGRAMS_IN_DEFAULT_MODE = PROGRAMS // 4
PROGRAMS_WITHOUT_SHARING = 100
SHOWN = 3


def expect_agreement(count, compared, reports):
    if reports:
        pytest.fail('%d of %d programs differ\n\n%s'
                    % (len(reports), compared, '\n'.join(reports[:SHOWN])), pytrace=False)
    assert compared >= count * 80 // 100


def test_untranslated():
    count = UNTRANSLATED_PROGRAMS
    expect_agreement(count, *campaign.compare(range(count), untranslated.job))


def test_programs_notice_missing_ownership():
    compared, reports = campaign.compare(range(PROGRAMS_WITHOUT_SHARING),
                                         untranslated.job_without_sharing)
    assert len(reports) > compared // 10


@pytest.mark.parametrize('rule', sorted(switched_off.RULES))
def test_programs_notice_a_missing_rule(rule):
    assert switched_off.first_difference(rule) is not None


@pytest.mark.parametrize('modes, count', [
    pytest.param(['jit-eager', 'jit-off'], PROGRAMS, id='eager-and-off'),
    pytest.param(['jit'], PROGRAMS_IN_DEFAULT_MODE, id='default'),
])
def test_native(modes, count, binary):
    expect_agreement(count, *native.compare_native(range(count), modes))
