"""Random programs of the whole language: every mode does the same (modes/)."""

import os
import sys

import pytest

from jobs import run_jobs
from runner import TESTS

sys.path.insert(0, os.path.join(TESTS, 'modes'))

import modes_campaign

PROGRAMS = int(os.environ.get('RUFF_MODE_PROGRAMS', '1500'))
SHOWN = 3


def test_every_mode_does_the_same():
    results = list(run_jobs(range(PROGRAMS), modes_campaign.job))
    reports = [text for verdict, text in results
               if verdict not in (modes_campaign.AGREES, modes_campaign.USELESS)]
    if reports:
        pytest.fail('%d of %d programs fail\n\n%s' % (
            len(reports), PROGRAMS, '\n'.join(reports[:SHOWN])), pytrace=False)
    agreeing = sum(1 for verdict, _ in results if verdict == modes_campaign.AGREES)
    assert agreeing > PROGRAMS * 9 // 10


def test_programs_are_mostly_run_to_their_end():
    reached = 0
    for seed in range(30):
        text = modes_campaign.source(modes_campaign.program_of(seed))
        code, out, _ = modes_campaign.run_untranslated(text)
        reached += code == 0 and out != ''
    assert reached > 15
