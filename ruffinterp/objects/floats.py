"""Floats: the value class, decimal text, tolerant equality (language.md 3.2, 3.5, 6.1)."""

import math

from rpython.rlib import jit
from rpython.rlib.rfloat import NAN, double_to_string, isfinite
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.number import W_Number
from ruffinterp.rcompat import isinf, isnan

# Two finite floats closer than this are equal (language.md 3.5); exactly 2 ** -52.
EQUALITY_TOLERANCE = 2.220446049250313e-16


class W_Float(W_Number):
    """A float; ``value``: IEEE double.  Allocated at will: in a trace it stays virtual."""
    type_word = 'float'
    operand_word = 'float'
    _attrs_ = ['value']
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value

    def is_truthy(self):
        return self.value != 0.0

    def to_float(self):
        return self.value

    def equals(self, w_other):
        return isinstance(w_other, W_Number) and floats_equal(self.value, w_other.to_float())

    def display(self, builder):
        builder.append(float_text(self.value))


def floats_equal(left, right):
    """``==`` of two floats (language.md 3.5): infinities by sign, NaN equals nothing."""
    return left == right or abs(left - right) < EQUALITY_TOLERANCE


def float_modulo(left, right):
    """C's ``fmod``, for any operands: the result has the sign of ``left``; NaN where there is
    none (language.md 6.1).  The caller has excluded a zero divisor."""
    if isfinite(left) and isfinite(right) and right != 0.0:
        return math.fmod(left, right)
    if isfinite(left) and isinf(right):
        return left
    return NAN


@jit.elidable
def float_text(value):
    """The shortest decimal digits that read back to ``value``, never with an exponent, without
    a trailing ``.0`` (language.md 3.2); ``inf``, ``-inf``, ``NaN``, ``-0``."""
    if isnan(value):
        return 'NaN'
    if isinf(value):
        return 'inf' if value > 0.0 else '-inf'
    text, _ = double_to_string(value, 'r', 0, 0)
    exponent_position = text.find('e')
    if exponent_position < 0:
        return text
    return _expand_exponent(text, exponent_position)


def _expand_exponent(text, exponent_position):
    """``-d.ddde+xx`` as plain digits."""
    assert exponent_position > 0
    exponent = int(text[exponent_position + 1:])
    builder = StringBuilder()
    start = 0
    if text[0] == '-':
        builder.append('-')
        start = 1
    whole = text[start:exponent_position]
    fraction = ''
    point = whole.find('.')
    if point >= 0:
        fraction = whole[point + 1:]
        whole = whole[:point]
    if exponent < 0:
        builder.append('0.')
        builder.append_multiple_char('0', -exponent - len(whole))
        builder.append(whole)
        builder.append(fraction)
        return builder.build()
    builder.append(whole)
    if exponent >= len(fraction):
        builder.append(fraction)
        builder.append_multiple_char('0', exponent - len(fraction))
    else:
        builder.append(fraction[:exponent])
        builder.append('.')
        builder.append(fraction[exponent:])
    return builder.build()
