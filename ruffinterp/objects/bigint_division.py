"""Division of big integers in sub-quadratic time, after C. Burnikel and J. Ziegler, "Fast
Recursive Division" (1998): divide and conquer, so that the work is done by multiplications.

``rbigint`` itself divides by the school method, which is quadratic.
"""

from rpython.rlib import jit
from rpython.rlib.rbigint import NULLRBIGINT, ONERBIGINT, _divrem, rbigint

from ruffinterp.rcompat import bigint_sign

# Below this many bits in quotient or divisor the school method is faster.
SCHOOL_METHOD_BITS = 6000


@jit.dont_look_inside
def truncated_divmod(dividend, divisor):
    """Quotient truncated toward zero and remainder with the sign of the dividend, both rbigint
    (decision 21).  ``divisor`` is not zero."""
    divisor_bits = divisor.bit_length()
    if (divisor_bits < SCHOOL_METHOD_BITS or
            dividend.bit_length() - divisor_bits < SCHOOL_METHOD_BITS):
        return _divrem(dividend, divisor)
    quotient, remainder = _divide_by_blocks(dividend.abs(), divisor.abs())
    if bigint_sign(dividend) != bigint_sign(divisor):
        quotient = quotient.neg()
    if bigint_sign(dividend) < 0:
        remainder = remainder.neg()
    return quotient, remainder


def low_bits(value, count):
    """``value`` modulo ``2 ** count``, for value >= 0."""
    if value.bit_length() <= count:
        return value
    return value.sub(value.rshift(count).lshift(count))


def _divide_by_blocks(dividend, divisor):
    """Divides block by block, each as long as the divisor, both operands positive."""
    size = divisor.bit_length()
    blocks = []
    while bigint_sign(dividend) != 0:
        blocks.append(low_bits(dividend, size))
        dividend = dividend.rshift(size)
    quotient = NULLRBIGINT
    remainder = NULLRBIGINT
    for index in range(len(blocks) - 1, -1, -1):
        current = remainder.lshift(size).add(blocks[index])
        digit, remainder = _divide_double(current, divisor, size)
        quotient = quotient.lshift(size).add(digit)
    return quotient, remainder


def _divide_double(dividend, divisor, size):
    """Divides when ``divisor`` has exactly ``size`` bits and the quotient at most ``size``."""
    if size < SCHOOL_METHOD_BITS or dividend.bit_length() - size < SCHOOL_METHOD_BITS:
        return _divrem(dividend, divisor)
    odd = size & 1
    if odd:
        dividend = dividend.lshift(1)
        divisor = divisor.lshift(1)
        size += 1
    half = size >> 1
    high = divisor.rshift(half)
    low = low_bits(divisor, half)
    middle = low_bits(dividend.rshift(half), half)
    quotient, remainder = _divide_three_halves(dividend.rshift(size), middle,
                                               divisor, high, low, half)
    digit, remainder = _divide_three_halves(remainder, low_bits(dividend, half),
                                            divisor, high, low, half)
    if odd:
        remainder = remainder.rshift(1)
    return quotient.lshift(half).add(digit), remainder


def _divide_three_halves(upper, lower, divisor, high, low, half):
    """Divides ``upper * 2 ** half + lower`` by ``divisor = high * 2 ** half + low``.

    ``upper`` is less than the divisor.  The quotient by ``high`` alone is at most two too large.
    """
    if upper.rshift(half).eq(high):
        quotient = ONERBIGINT.lshift(half).int_sub(1)
        remainder = upper.sub(high.lshift(half)).add(high)
    else:
        quotient, remainder = _divide_double(upper, high, half)
    remainder = remainder.lshift(half).add(lower).sub(quotient.mul(low))
    while bigint_sign(remainder) < 0:
        quotient = quotient.int_sub(1)
        remainder = remainder.add(divisor)
    return quotient, remainder
