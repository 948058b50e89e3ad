"""Does a step stay as cheap when the data grow? All forms of growth_forms.py (decisions 39 to 41).

Untranslated the items that are copied are counted; the binary is timed.
"""

import sys

import pytest

from growth_forms import cases, program
from runner import ROOT, communicate

if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from ruffinterp.cli.embed import run_text
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set

STEPS_COUNTED = 100
# A growing array moves its items too, but not item by item.
COPIES_PER_STEP = 4

FEW_STEPS, MANY_STEPS = 10000, 160000
REPETITIONS = 3
MOST_GROWTH = 1.5
TIMEOUT = 60

CONTAINERS = [W_Array, W_Dict, W_Set, W_Queue, W_Stack]
NAMES = [name for name, _, _ in cases()]


class CopyCounter(object):
    """Counts the items of the containers that are copied."""

    def __init__(self):
        self.items = 0
        self.kept = {}

    def __enter__(self):
        for kind in CONTAINERS:
            self.kept[kind] = kind.__dict__['shallow_copy']
            kind.shallow_copy = self.counting(self.kept[kind])
        return self

    def __exit__(self, *unused):
        for kind, function in self.kept.items():
            kind.shallow_copy = function

    def counting(self, function):
        def shallow_copy(w_self):
            self.items += w_self.length()
            return function(w_self)
        return shallow_copy


@pytest.mark.parametrize('name, form, template', cases(), ids=NAMES)
def test_few_items_are_copied(name, form, template):
    with CopyCounter() as counter:
        code, out, err = run_text('growth.ruff', program(form, template, STEPS_COUNTED))
    assert (code, out, err) == (0, '', '')
    assert counter.items <= COPIES_PER_STEP * STEPS_COUNTED


def test_copies_are_counted():
    with CopyCounter() as counter:
        run_text('growth.ruff', 'xs := []\nfor i in %d { ys := xs\nxs += [i] }' % STEPS_COUNTED)
    assert counter.items == STEPS_COUNTED * (STEPS_COUNTED - 1) // 2


# ---- the binary

def milliseconds(binary, form, template, steps):
    """The shortest of some runs."""
    source = program(form, template, steps, 'performance_now()', 'print(performance_now() - clock)')
    best = None
    for _ in range(REPETITIONS):
        outcome = communicate([binary, '-e', source], b'', TIMEOUT)
        assert (outcome.exit, outcome.err) == (0, b''), outcome.err or 'it takes too long'
        elapsed = float(outcome.out)
        best = elapsed if best is None else min(best, elapsed)
    return best


@pytest.mark.parametrize('name, form, template', cases(), ids=NAMES)
def test_time_per_step_does_not_grow(name, form, template, binary):
    few = milliseconds(binary, form, template, FEW_STEPS) / FEW_STEPS
    many = milliseconds(binary, form, template, MANY_STEPS) / MANY_STEPS
    assert many <= MOST_GROWTH * few
