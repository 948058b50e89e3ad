"""Random programs about values against deep copies (value_model/), untranslated and native."""

import os
import sys

import pytest

from runner import TESTS, binary_path

sys.path.insert(0, os.path.join(TESTS, 'value_model'))

import campaign
import native
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
    assert compared >= count * 86 // 100


def seeds_from(first, count):
    return range(first, first + count)


@pytest.mark.parametrize('first', [0, campaign.PLACES], ids=['all', 'places'])
def test_untranslated(first):
    count = UNTRANSLATED_PROGRAMS
    expect_agreement(count, *campaign.compare(seeds_from(first, count), untranslated.job))


def test_programs_notice_missing_ownership():
    compared, reports = campaign.compare(range(PROGRAMS_WITHOUT_SHARING),
                                         untranslated.job_without_sharing)
    assert len(reports) > compared // 10


@pytest.mark.parametrize('modes, count', [
    pytest.param(['jit-eager', 'jit-off'], PROGRAMS, id='eager-and-off'),
    pytest.param(['jit'], PROGRAMS_IN_DEFAULT_MODE, id='default'),
])
@pytest.mark.parametrize('first', [0, campaign.PLACES], ids=['all', 'places'])
def test_native(first, modes, count, binary):
    expect_agreement(count, *native.compare_native(seeds_from(first, count), modes))
