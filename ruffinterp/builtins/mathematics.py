"""Functions on numbers and the constants PI and E (builtins-data.md 4 and 5).

They give floats, whatever numbers they are given; only ``pow`` of ints with an exponent >= 0 is an
exact int (decision 21).  ``min`` and ``max`` take everything that has an order (decisions 42
and 59).
"""
import math

from rpython.rlib import jit
from rpython.rlib.rfloat import round_double
from rpython.rtyper.lltypesystem import rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from ruffinterp.builtins.argument_checks import float_argument, whole_argument
from ruffinterp.builtins.arrays import handed_out
from ruffinterp.builtins.polling import poll
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.sequences import array_or_none
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import (
    W_Int, W_Integer, float_to_int, int_add, int_div, int_mul, int_pow, wrap_int)
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.ordering import comes_before
from ruffinterp.rcompat import copysign, isinf, isnan

# No float has more decimals, or more digits before the point.
MOST_DECIMALS = 1080
MOST_DIGITS = 310

# name -> value of the global constants of this family.
CONSTANTS = {'PI': W_Float(3.141592653589793), 'E': W_Float(2.718281828459045)}

_math_library = ExternalCompilationInfo(includes=['math.h'], libraries=['m'])


def _libm(name, count):
    """A function of libm without the host language's domain and range errors."""
    return rffi.llexternal(
        name, [rffi.DOUBLE] * count, rffi.DOUBLE, compilation_info=_math_library,
        sandboxsafe=True, _nowrapper=True, elidable_function=True)


_sin = _libm('sin', 1)
_cos = _libm('cos', 1)
_tan = _libm('tan', 1)
_exp = _libm('exp', 1)
_log = _libm('log', 1)
_pow = _libm('pow', 2)


@builtin('abs', 'any', count='A3')
def absolute(w_value):
    "abs(x) -> float: the absolute value."
    return W_Float(math.fabs(float_argument(w_value, 'abs')))


@builtin('sqrt', 'any', count='A3')
def square_root(w_value):
    "sqrt(x) -> float: the square root; an error below 0."
    value = float_argument(w_value, 'sqrt')
    if value < 0.0:
        raise RuffError('sqrt() domain error: value must be >= 0')
    return W_Float(math.sqrt(value))


@builtin('pow', 'number', 'number', count='A3', mistyped='pow() expects numeric arguments')
def power(w_base, w_exponent):
    """pow(a, b) -> int or float: a to the power of b.

    Ints with b >= 0 give the exact int, an error beyond 2^31 bits; everything else is IEEE.
    """
    if (isinstance(w_base, W_Integer) and isinstance(w_exponent, W_Integer) and
            not _is_negative(w_exponent)):
        return int_pow(w_base, w_exponent)
    return W_Float(_pow(_float_of(w_base), _float_of(w_exponent)))


def _float_of(w_number):
    assert isinstance(w_number, W_Number)
    return w_number.to_float()


def _is_negative(w_integer):
    if isinstance(w_integer, W_Int):
        return w_integer.value < 0
    return w_integer.is_negative()


@builtin('floor', 'any', count='A3')
def floor(w_value):
    "floor(x) -> float: the nearest whole number that is not greater."
    return W_Float(math.floor(float_argument(w_value, 'floor')))


@builtin('ceil', 'any', count='A3')
def ceiling(w_value):
    "ceil(x) -> float: the nearest whole number that is not smaller."
    return W_Float(math.ceil(float_argument(w_value, 'ceil')))


@builtin('round', 'any', 'any?', count='A3')
def rounded(w_value, w_digits):
    """round(x, [digits]) -> float: the nearest whole number, or the nearest one with that many
    decimals, before the point if negative; halves away from zero."""
    value = float_argument(w_value, 'round')
    if w_digits is None:
        return W_Float(_nearest_whole(value))
    digits = whole_argument(w_digits, 'round', 'digits')
    if isinf(value) or isnan(value) or value == 0.0:
        return W_Float(value)
    if not isinstance(digits, W_Int) or digits.value > MOST_DECIMALS:
        # Nothing is left to round; or everything.
        if digits.is_negative():
            return W_Float(copysign(0.0, value))
        return W_Float(value)
    if digits.value < -MOST_DIGITS:
        return W_Float(copysign(0.0, value))
    if digits.value < 0:
        rounded_value = _nearest_multiple(math.fabs(value), -digits.value)
    else:
        rounded_value = _nearest_decimal(value, digits.value)
    return W_Float(copysign(rounded_value, value))


def _nearest_whole(value):
    magnitude = math.fabs(value)
    whole = math.floor(magnitude)
    # The difference is exact, which the sum of the value and a half is not.
    if magnitude - whole >= 0.5:
        whole += 1.0
    return copysign(whole, value)


@jit.elidable
def _nearest_decimal(value, digits):
    """The float nearest to ``value``, finite and not 0, rounded to ``digits`` >= 0 decimals."""
    return round_double(value, digits)


@jit.dont_look_inside
def _nearest_multiple(magnitude, zeros):
    """The float nearest to the multiple of a power of ten nearest to ``magnitude`` >= 0."""
    w_unit = int_pow(wrap_int(10), wrap_int(zeros))
    w_sum = int_add(float_to_int(magnitude), int_div(w_unit, wrap_int(2)))
    return int_mul(int_div(w_sum, w_unit), w_unit).to_float()


# ---- the least and the greatest

def lent_before(w_a, w_b):
    """``comes_before`` while nobody may write the values in place."""
    w_a.lend()
    w_b.lend()
    try:
        return comes_before(w_a, w_b)
    finally:
        w_a.give_back()
        w_b.give_back()


def _extreme(name, w_items, wants_greatest):
    """The first of the least, or greatest, items of what can be read as an array."""
    w_array = array_or_none(w_items)
    if w_array is None:
        raise RuffError('%s() expects two values or an array' % name)
    if w_array.length() == 0:
        raise RuffError('%s() of an empty array' % name)
    # Structs say themselves how they are ordered; what that code writes is a copy.
    w_array.lend()
    try:
        w_best = w_array.get(0)
        index = 1
        while index < w_array.length():
            w_item = w_array.get(index)
            if wants_greatest:
                is_better = comes_before(w_best, w_item)
            else:
                is_better = comes_before(w_item, w_best)
            if is_better:
                w_best = w_item
            poll(index)
            index += 1
    finally:
        w_array.give_back()
    return handed_out(w_best)


@builtin('min', 'any', 'any?', count='min() expects 2 arguments',
         receivers=['array', 'string', 'iterator'])
def minimum(w_first, w_second):
    """min(a, b) -> the smaller of two values in the order of <; of two numbers as float, and if
    one is NaN, the other.  min(array): the first of its smallest items."""
    if w_second is None:
        return _extreme('min', w_first, False)
    if isinstance(w_first, W_Number) and isinstance(w_second, W_Number):
        first, second = w_first.to_float(), w_second.to_float()
        return W_Float(first if first < second or second != second else second)
    return handed_out(w_second if lent_before(w_second, w_first) else w_first)


@builtin('max', 'any', 'any?', count='max() expects 2 arguments',
         receivers=['array', 'string', 'iterator'])
def maximum(w_first, w_second):
    """max(a, b) -> the greater of two values in the order of <; of two numbers as float, and if
    one is NaN, the other.  max(array): the first of its greatest items."""
    if w_second is None:
        return _extreme('max', w_first, True)
    if isinstance(w_first, W_Number) and isinstance(w_second, W_Number):
        first, second = w_first.to_float(), w_second.to_float()
        return W_Float(first if first > second or second != second else second)
    return handed_out(w_second if lent_before(w_first, w_second) else w_first)


@builtin('sin', 'any', count='A3')
def sine(w_value):
    "sin(x) -> float: the sine of an angle in radians."
    return W_Float(_sin(float_argument(w_value, 'sin')))


@builtin('cos', 'any', count='A3')
def cosine(w_value):
    "cos(x) -> float: the cosine of an angle in radians."
    return W_Float(_cos(float_argument(w_value, 'cos')))


@builtin('tan', 'any', count='A3')
def tangent(w_value):
    "tan(x) -> float: the tangent of an angle in radians."
    return W_Float(_tan(float_argument(w_value, 'tan')))


@builtin('log', 'any', count='A3')
def logarithm(w_value):
    "log(x) -> float: the natural logarithm; an error for x <= 0."
    value = float_argument(w_value, 'log')
    if value <= 0.0:
        raise RuffError('log() domain error: value must be > 0')
    return W_Float(_log(value))


@builtin('exp', 'any', count='A3')
def exponential(w_value):
    "exp(x) -> float: e to the power of x."
    return W_Float(_exp(float_argument(w_value, 'exp')))
