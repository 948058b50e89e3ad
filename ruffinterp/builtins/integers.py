"""Functions on ints of any size: divisors, roots, powers of a modulus (decision 59).

Floats count where they are whole numbers, as ``floor`` gives them.
"""

import math

from rpython.rlib import jit
from rpython.rlib.rbigint import ONERBIGINT

from ruffinterp.builtins.argument_checks import whole_argument
from ruffinterp.builtins.arrays import pair
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.bigint_division import truncated_divmod
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.integer import (
    W_Int, int_div, int_mul, int_neg, machine_div, machine_mod, wrap_bigint, wrap_int)
from ruffinterp.rcompat import bigint_sign
from ruffinterp.vm.interrupts import poll_now

# The square of a machine int up to here is one too.
LARGEST_FACTOR = 3037000499


def _absolute(w_int):
    if w_int.is_negative():
        return int_neg(w_int)
    return w_int


# ---- common divisors and multiples

def greatest_common_divisor(w_a, w_b):
    """The greatest common divisor of two W_Integer, not negative; 0 for two zeros."""
    w_a = _absolute(w_a)
    w_b = _absolute(w_b)
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return wrap_int(_machine_divisor(w_a.value, w_b.value))
    return _big_divisor(w_a.as_bigint(), w_b.as_bigint())


@jit.elidable
def _machine_divisor(a, b):
    while b != 0:
        a, b = b, machine_mod(a, b)
    return a


@jit.dont_look_inside
def _big_divisor(a, b):
    """The same for two rbigint that are not negative."""
    while bigint_sign(b) != 0:
        poll_now()
        _, remainder = truncated_divmod(a, b)
        a = b
        b = remainder
    return wrap_bigint(a)


@builtin('gcd', 'any', 'any')
def gcd(w_a, w_b):
    "gcd(a, b) -> int: the greatest common divisor, never negative; gcd(0, 0) is 0."
    w_a = whole_argument(w_a, 'gcd', 'a')
    return greatest_common_divisor(w_a, whole_argument(w_b, 'gcd', 'b'))


@builtin('lcm', 'any', 'any')
def lcm(w_a, w_b):
    "lcm(a, b) -> int: the least common multiple, never negative; 0 if one of them is 0."
    w_a = _absolute(whole_argument(w_a, 'lcm', 'a'))
    w_b = _absolute(whole_argument(w_b, 'lcm', 'b'))
    w_divisor = greatest_common_divisor(w_a, w_b)
    if not w_divisor.is_truthy():
        return w_divisor
    return int_mul(int_div(w_a, w_divisor), w_b)


# ---- division

@builtin('divmod', 'any', 'any')
def quotient_and_remainder(w_a, w_b):
    """divmod(a, b) -> [quotient, remainder]: a / b and a % b of ints.

    The quotient is truncated toward zero, the remainder has the sign of a."""
    w_a = whole_argument(w_a, 'divmod', 'a')
    w_b = whole_argument(w_b, 'divmod', 'b')
    if not w_b.is_truthy():
        raise RuffError('Division by zero')
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int) and w_b.value != -1:
        return pair(wrap_int(machine_div(w_a.value, w_b.value)),
                    wrap_int(machine_mod(w_a.value, w_b.value)))
    return _big_quotient_and_remainder(w_a, w_b)


@jit.dont_look_inside
def _big_quotient_and_remainder(w_a, w_b):
    quotient, remainder = truncated_divmod(w_a.as_bigint(), w_b.as_bigint())
    return pair(wrap_bigint(quotient), wrap_bigint(remainder))


# ---- powers

@builtin('pow_mod', 'any', 'any', 'any')
def power_of_modulus(w_base, w_exponent, w_modulus):
    """pow_mod(a, b, m) -> int: a to the power of b modulo m, from 0 to m - 1, without the huge
    power; b >= 0 and m > 0."""
    w_base = whole_argument(w_base, 'pow_mod', 'a')
    w_exponent = whole_argument(w_exponent, 'pow_mod', 'b')
    w_modulus = whole_argument(w_modulus, 'pow_mod', 'm')
    if w_exponent.is_negative():
        raise RuffError('pow_mod() exponent must be >= 0, got ' + w_exponent.text())
    if w_modulus.is_negative() or not w_modulus.is_truthy():
        raise RuffError('pow_mod() modulus must be > 0, got ' + w_modulus.text())
    if isinstance(w_modulus, W_Int) and w_modulus.value <= LARGEST_FACTOR:
        if isinstance(w_base, W_Int) and isinstance(w_exponent, W_Int):
            return wrap_int(_machine_power(w_base.value, w_exponent.value, w_modulus.value))
    return _big_power(w_base, w_exponent, w_modulus)


@jit.elidable
def _machine_power(base, exponent, modulus):
    base = machine_mod(base, modulus)
    if base < 0:
        base += modulus
    result = machine_mod(1, modulus)
    while exponent > 0:
        if exponent & 1:
            result = machine_mod(result * base, modulus)
        base = machine_mod(base * base, modulus)
        exponent >>= 1
    return result


@jit.dont_look_inside
def _big_power(w_base, w_exponent, w_modulus):
    return wrap_bigint(
        w_base.as_bigint().pow(w_exponent.as_bigint(), w_modulus.as_bigint()))


# ---- roots

@builtin('isqrt', 'any')
def integer_square_root(w_value):
    "isqrt(n) -> int: the square root of an int, rounded down; an error below 0."
    w_value = whole_argument(w_value, 'isqrt', 'n')
    if w_value.is_negative():
        raise RuffError('isqrt() domain error: value must be >= 0')
    if isinstance(w_value, W_Int):
        return wrap_int(_machine_root(w_value.value))
    return _big_root(w_value.as_bigint())


@jit.elidable
def _machine_root(value):
    root = int(math.sqrt(float(value)))
    # The floats are off by so little that the root is by one at most.
    if root > LARGEST_FACTOR or root * root > value:
        return root - 1
    if root < LARGEST_FACTOR and (root + 1) * (root + 1) <= value:
        return root + 1
    return root


@jit.dont_look_inside
def _big_root(value):
    """By Newton's method.  Each round doubles the bits of the root that are right, so that it
    works with so many bits of the value only: ``root`` is the root of the value without its last
    ``2 * (half - bits)`` bits, up to one."""
    half = (value.bit_length() - 1) >> 1
    root = ONERBIGINT
    bits = 0
    shift = _bit_length(half)
    while shift > 0:
        poll_now()
        shift -= 1
        before = bits
        bits = half >> shift
        dividend = value.rshift(2 * half - before - bits + 1)
        quotient, _ = truncated_divmod(dividend, root)
        root = root.lshift(bits - before - 1).add(quotient)
    if root.mul(root).gt(value):
        root = root.int_sub(1)
    return wrap_bigint(root)


def _bit_length(number):
    bits = 0
    while number > 0:
        bits += 1
        number >>= 1
    return bits
