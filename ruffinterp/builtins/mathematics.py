"""Functions on numbers and the constants PI and E (builtins-data.md 4 and 5).

They give floats, whatever they are given; only ``pow`` of ints with an exponent >= 0 is an exact
int (decision 21).
"""
import math

from rpython.rtyper.lltypesystem import rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from ruffinterp.builtins.argument_checks import float_argument
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Int, W_Integer, int_pow
from ruffinterp.objects.number import W_Number
from ruffinterp.rcompat import copysign

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


@builtin('round', 'any', count='A3')
def rounded(w_value):
    "round(x) -> float: the nearest whole number, halves away from zero."
    value = float_argument(w_value, 'round')
    magnitude = math.fabs(value)
    whole = math.floor(magnitude)
    # The difference is exact, which the sum of the value and a half is not.
    if magnitude - whole >= 0.5:
        whole += 1.0
    return W_Float(copysign(whole, value))


@builtin('min', 'float', 'float', count='A3', mistyped='min() expects numeric arguments')
def minimum(first, second):
    "min(a, b) -> float: the smaller of two numbers; if one is NaN, the other."
    if first < second or second != second:
        return W_Float(first)
    return W_Float(second)


@builtin('max', 'float', 'float', count='A3', mistyped='max() expects numeric arguments')
def maximum(first, second):
    "max(a, b) -> float: the greater of two numbers; if one is NaN, the other."
    if first > second or second != second:
        return W_Float(first)
    return W_Float(second)


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
