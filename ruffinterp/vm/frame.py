"""Frames: the registers of one activation.

    +------------+----------+-----------------+--------+-------------+
    | parameters | captured | other variables | hidden | temporaries |
    +------------+----------+-----------------+--------+-------------+
    0            first_captured                        code.temporaries

In compiled code a frame does not exist: it is virtualizable, and the frames of inlined calls are
virtual.  Nothing may keep a frame.  A temporary is read once, and compiled code forgets it then,
so that it neither stays alive nor has to be rebuilt when a guard fails.
"""

from rpython.rlib import jit
from rpython.rlib.objectmodel import try_inline

from ruffinterp.objects.argument_mask import has_bit, with_bit
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.errors import MissingName, RuffError


class Frame(object):
    """``regs``: values, None while unbound.  ``owned``: bit i is set when the frame owns the value
    of parameter i (objects/base.py)."""
    _virtualizable_ = ['owned', 'regs[*]']

    def __init__(self, size):
        self = jit.hint(self, access_directly=True, fresh_virtualizable=True)
        self.owned = 0
        self.regs = [None] * size


# Every instruction goes through these: without the JIT a call each costs 20 % of the time.
@try_inline
def load(frame, code, operand):
    """Read an operand: a register, or the constant ~operand; a temporary is given up."""
    if operand < 0:
        return code.constants[~operand]
    w_value = frame.regs[operand]
    if w_value is None:
        raise undefined_variable(code, operand)
    # test_jit_loops.py: a dead temporary is not carried around the loop.
    if jit.we_are_jitted() and operand >= code.temporaries:
        frame.regs[operand] = None
    return w_value


@try_inline
def peek(frame, code, operand):
    """Read an operand that stays."""
    if operand < 0:
        return code.constants[~operand]
    w_value = frame.regs[operand]
    if w_value is None:
        raise undefined_variable(code, operand)
    return w_value


@try_inline
def read_optional(frame, code, operand):
    """Read an operand that may be an empty register, which gives None; it stays."""
    if operand < 0:
        return code.constants[~operand]
    return frame.regs[operand]


@try_inline
def store(frame, register, w_value):
    assert register >= 0
    frame.regs[register] = w_value


@jit.dont_look_inside
def undefined_variable(code, register):
    """The RuffError for reading an unbound register."""
    return undefined(code.local_names[register])


@jit.dont_look_inside
def undefined(name):
    """The RuffError for reading an unbound variable."""
    return RuffError('Undefined variable: ' + name, None, MissingName(name, None),
                     kinds.UNDEFINED_VARIABLE)


def owns(frame, register):
    """Whether the frame owns the value of a parameter."""
    return has_bit(frame.owned, register)


def set_owned(frame, register):
    frame.owned = with_bit(frame.owned, register)
