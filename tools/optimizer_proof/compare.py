"""Compares a trace before and after optimization."""
import os
import sys
import traceback

from rpython.jit.metainterp.optimize import InvalidLoop

from tools.optimizer_proof.machine import Optimized, Plain, TooLong
from tools.optimizer_proof.traces import literal


class Difference(object):
    """``kind``: what is wrong; ``inputs``: the inputs that show it, the recorded ones first."""

    def __init__(self, kind, text, inputs):
        self.kind = kind
        self.text = text
        self.inputs = inputs


class Inputs(object):
    """``values``: one literal for each input of a trace; ``variant``: the number of the world."""

    def __init__(self, values, variant=0):
        self.values = values
        self.variant = variant

    def literals(self):
        return [literal(text) for text in self.values]

    def __str__(self):
        return '%s | %d' % (', '.join(self.values), self.variant)


def place_of_failure():
    """The function that raised the exception that is being handled."""
    path, _, function, _ = traceback.extract_tb(sys.exc_info()[2])[-1]
    return '%s of %s' % (function, os.path.basename(path))


def optimize(trace, recorded):
    """(Optimized, None), (None, a Difference), or (None, None) where a loop may be left out."""
    try:
        return Optimized(trace, recorded.literals(), recorded.variant), None
    except InvalidLoop as error:
        if trace.is_loop():
            return None, None
        return None, Difference('refused', repr(error), [recorded])
    except TooLong:
        return None, Difference('endless', 'the optimizer does not end', [recorded])
    except Exception as error:
        return None, Difference('crash in ' + place_of_failure(), repr(error), [recorded])


def compare_run(trace, plain, optimized, inputs):
    """None or (kind, text)."""
    try:
        expected = plain.run(inputs.literals(), inputs.variant)
    except Exception:  # What an operation does with such operands is not defined.
        return None
    try:
        found = optimized.run(inputs.literals(), inputs.variant)
    except Exception as error:
        return 'fails in ' + place_of_failure(), repr(error)
    if found.guard == -1 or expected.guard == -1:
        if found.guard != expected.guard:
            return 'guard', 'ends at %d instead of %d' % (found.guard, expected.guard)
        if found.state != expected.state:
            return 'state', difference_of(expected.state, found.state)
        return None
    states = plain.states_at(inputs.literals(), inputs.variant, found.guard)
    if not states:
        return 'guard', 'fails at %d instead of %d' % (found.guard, expected.guard)
    if found.state not in states:
        return 'state', difference_of(states[-1], found.state)
    return None


def difference_of(expected, found):
    parts = []
    for index in (0, 1):
        parts += ['%r instead of %r' % (other, one)
                  for one, other in zip(expected[index], found[index]) if one != other]
    return '; '.join(parts)[:600]


def check(trace, inputs):
    """The first Difference that the list of Inputs shows; the tracer has seen the first one.

    Returns None if there is none. The first inputs must pass every guard once.
    """
    optimized, difference = optimize(trace, inputs[0])
    if optimized is None:
        return difference
    plain = Plain(trace)
    for one in inputs:
        found = compare_run(trace, plain, optimized, one)
        if found is not None:
            return Difference(found[0], found[1], [inputs[0], one])
    return None
