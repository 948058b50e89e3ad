"""Random programs of the whole language: every mode does the same (modes/)."""

import collections
import os
import re
import sys

import pytest

from conftest import require_binary
from jobs import run_jobs
from runner import TESTS

sys.path.insert(0, os.path.join(TESTS, 'modes'))

import hot_programs
import modes_campaign
import programs
from reached import BRIDGE, CALL, LOOP, reached
from trees import SHRINKER, STATEMENT, source

PROGRAMS = int(os.environ.get('RUFF_MODE_PROGRAMS', '500'))
SHOWN = 3


def test_every_mode_does_the_same():
    results = list(run_jobs(range(PROGRAMS), modes_campaign.job))
    reports = [text for verdict, text in results
               if verdict not in modes_campaign.GOOD]
    if reports:
        pytest.fail('%d of %d programs fail\n\n%s' % (
            len(reports), PROGRAMS, '\n'.join(reports[:SHOWN])), pytrace=False)
    agreeing = sum(1 for verdict, _ in results if verdict == modes_campaign.AGREES)
    assert agreeing > PROGRAMS * 9 // 10


def test_programs_are_mostly_run_to_their_end():
    reached = 0
    for seed in range(30):
        text = modes_campaign.source(programs.program_of(seed))
        code, out, _ = modes_campaign.run_untranslated(text)
        reached += code == 0 and out != ''
    assert reached > 15


def test_programs_that_run_hot_are_compiled():
    require_binary()
    counts = collections.Counter()
    for seed in range(20):
        counts.update(reached(source(hot_programs.program_of(seed)), []))
    assert counts[LOOP] >= 19 and counts[BRIDGE] >= 8 and counts[CALL] >= 4


def outcomes_of(*results):
    return zip(modes_campaign.HOT_MODES, results)


@pytest.mark.parametrize('results, kind, telling', [
    ([(0, '1', ''), (0, '1', '')], modes_campaign.AGREES, None),
    ([(0, '1', ''), (0, '2', '')], modes_campaign.DIFFERS, ['jit-off', 'jit']),
    ([(1, '1', 'a'), (1, '1', 'b')], modes_campaign.DIFFERS, ['jit-off', 'jit']),
    ([(0, '1', ''), (1, '1', '')], modes_campaign.DIFFERS, ['jit-off', 'jit']),
    ([(0, '1', ''), (-11, '', '')], modes_campaign.CRASHES, ['jit']),
    ([(0, '1', ''), (modes_campaign.HUNG, '', '')], modes_campaign.HANGS, ['jit-off', 'jit']),
    ([(0, hot_programs.CHANGED, '')] * 2, modes_campaign.CHANGES, ['jit-off']),
])
def test_verdicts(results, kind, telling):
    found = outcomes_of(*results)
    assert modes_campaign.kind_of(found) == kind
    if telling is not None:
        assert modes_campaign.telling_modes(found, kind) == telling


def test_a_program_is_made_as_small_as_can_be():
    program = hot_programs.program_of(5)
    program.insert(len(program) // 2, (STATEMENT, 'if 1 < 2 ', [(STATEMENT, 'print("needed")')]))
    smallest = SHRINKER.shrink(program, lambda smaller: 'needed' in source(smaller), 3000)
    assert source(smallest) == 'print("needed");\n'


def test_the_function_that_fails_does_not_call_itself():
    """It would never end, 3,000 times in a loop."""
    bodies = []
    for seed in range(1, 401, 2):
        text = modes_campaign.source(modes_campaign.program_of(seed)[0])
        bodies += re.findall(r'func failing\(u\) \{(.*?)\n\}\n', text, re.DOTALL)
    assert len(bodies) > 100
    assert [body for body in bodies if re.search(r'\bfailing\b(?!")', body)] == []
