"""Bit operations and wrap-around arithmetic on ints (decision 22, builtins-data.md 29.1).

Ints are infinite two's complement here; only the ``wrap_`` functions know 64 bits.
"""

from ruffinterp.builtins.argument_checks import integer_argument
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects import integer
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.integer import W_Int, wrap_int


@builtin('bit_and', 'any', 'any', count='A1')
def bit_and(w_left, w_right):
    "bit_and(a, b) -> int: the bits that both have."
    w_left = integer_argument(w_left, 'bit_and', 'left')
    w_right = integer_argument(w_right, 'bit_and', 'right')
    return integer.bit_and(w_left, w_right)


@builtin('bit_or', 'any', 'any', count='A1')
def bit_or(w_left, w_right):
    "bit_or(a, b) -> int: the bits that at least one has."
    w_left = integer_argument(w_left, 'bit_or', 'left')
    w_right = integer_argument(w_right, 'bit_or', 'right')
    return integer.bit_or(w_left, w_right)


@builtin('bit_xor', 'any', 'any', count='A1')
def bit_xor(w_left, w_right):
    "bit_xor(a, b) -> int: the bits that exactly one has."
    w_left = integer_argument(w_left, 'bit_xor', 'left')
    w_right = integer_argument(w_right, 'bit_xor', 'right')
    return integer.bit_xor(w_left, w_right)


@builtin('bit_not', 'any', count='A1')
def bit_not(w_value):
    "bit_not(a) -> int: the complement, -a - 1."
    return integer.bit_not(integer_argument(w_value, 'bit_not', 'value'))


def _check_amount(w_amount, function_name):
    """Amounts that are no machine word are left to the shift itself, unless negative."""
    if isinstance(w_amount, W_Int):
        negative = w_amount.value < 0
    else:
        negative = w_amount.is_negative()
    if negative:
        raise RuffError('%s() expects a shift amount that is not negative' % function_name)


@builtin('bit_shl', 'any', 'any', count='A1')
def bit_shl(w_left, w_right):
    "bit_shl(a, amount) -> int: a times 2^amount; no bit is dropped."
    w_left = integer_argument(w_left, 'bit_shl', 'left')
    w_right = integer_argument(w_right, 'bit_shl', 'right')
    _check_amount(w_right, 'bit_shl')
    return integer.bit_shl(w_left, w_right)


@builtin('bit_shr', 'any', 'any', count='A1')
def bit_shr(w_left, w_right):
    "bit_shr(a, amount) -> int: a divided by 2^amount, rounded toward minus infinity."
    w_left = integer_argument(w_left, 'bit_shr', 'left')
    w_right = integer_argument(w_right, 'bit_shr', 'right')
    _check_amount(w_right, 'bit_shr')
    return integer.bit_shr(w_left, w_right)


@builtin('wrap_add', 'any', 'any', count='A1')
def wrap_add(w_left, w_right):
    "wrap_add(a, b) -> int: a + b in signed 64-bit two's complement."
    w_left = integer_argument(w_left, 'wrap_add', 'left')
    w_right = integer_argument(w_right, 'wrap_add', 'right')
    return integer.wrap_add(w_left, w_right)


@builtin('wrap_sub', 'any', 'any', count='A1')
def wrap_sub(w_left, w_right):
    "wrap_sub(a, b) -> int: a - b in signed 64-bit two's complement."
    w_left = integer_argument(w_left, 'wrap_sub', 'left')
    w_right = integer_argument(w_right, 'wrap_sub', 'right')
    return integer.wrap_sub(w_left, w_right)


@builtin('wrap_mul', 'any', 'any', count='A1')
def wrap_mul(w_left, w_right):
    "wrap_mul(a, b) -> int: a * b in signed 64-bit two's complement."
    w_left = integer_argument(w_left, 'wrap_mul', 'left')
    w_right = integer_argument(w_right, 'wrap_mul', 'right')
    return integer.wrap_mul(w_left, w_right)


@builtin('wrap_int', 'any', count='A1')
def wrap_to_word(w_value):
    "wrap_int(a) -> int: a folded to the range of signed 64 bits."
    return wrap_int(integer.fold_to_word(integer_argument(w_value, 'wrap_int', 'value')))
