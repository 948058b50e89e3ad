"""Integers without bound: machine words until a result does not fit (decisions 21 and 22).

``W_Int`` and ``W_BigInt`` meet in this file only.  The fast paths, an operation on two machine
words with an overflow check, belong to the opcodes; what is here takes any pair.
"""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import (
    LONG_BIT, int_c_div, int_c_mod, intmask, ovfcheck, ovfcheck_float_to_int)
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rfloat import INFINITY

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.bigint_division import truncated_divmod
from ruffinterp.objects.bigint_text import bigint_text, parse_digits
from ruffinterp.objects.memory_budget import check_budget
from ruffinterp.objects.errors import plain_error
from ruffinterp.objects.floats import W_Float, float_text, floats_equal
from ruffinterp.objects.number import W_Number
from ruffinterp.rcompat import bigint_sign, isinf, isnan

# A result with more bits is the error "Integer out of range" (decision 21).
MAX_BITS = 2 ** 31
# A number with more decimal digits than this has more than MAX_BITS bits.
MAX_DECIMAL_DIGITS = 646456994
# Every text of at most this many digits is a machine word.
MACHINE_DIGITS = 18


class W_Integer(W_Number):
    """An int of the language, of either representation."""
    type_word = 'int'
    operand_word = 'int'
    _attrs_ = []

    def as_bigint(self):
        """The value as rbigint."""
        raise NotImplementedError

    def is_negative(self):
        raise NotImplementedError

    def text(self):
        """The decimal digits, with a leading ``-`` when negative."""
        raise NotImplementedError

    def display(self, builder):
        builder.append(self.text())


class W_Int(W_Integer):
    """An int that fits a machine word.  Allocated at will: in a trace it stays virtual."""
    _attrs_ = ['value']
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value

    def is_truthy(self):
        return self.value != 0

    def to_float(self):
        return float(self.value)

    def as_bigint(self):
        return rbigint.fromint(self.value)

    def is_negative(self):
        return self.value < 0

    def text(self):
        return str(self.value)

    def equals(self, w_other):
        if isinstance(w_other, W_Int):
            return self.value == w_other.value
        return isinstance(w_other, W_Float) and floats_equal(float(self.value), w_other.value)


class W_BigInt(W_Integer):
    """An int that fits no machine word; ``value``: rbigint.  See ``wrap_bigint``."""
    _attrs_ = ['value']
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value

    def to_float(self):
        return _bigint_to_float(self.value)

    def as_bigint(self):
        return self.value

    def is_negative(self):
        return bigint_sign(self.value) < 0

    def text(self):
        return _big_text(self.value)

    def equals(self, w_other):
        if isinstance(w_other, W_BigInt):
            return self.value.eq(w_other.value)
        return isinstance(w_other, W_Float) and floats_equal(self.to_float(), w_other.value)


def wrap_int(value):
    """The W_Int of a machine word."""
    return W_Int(value)


@jit.dont_look_inside
def wrap_bigint(value):
    """The W_Integer of an rbigint: a W_Int whenever it fits.

    Raises RuffError for more than 2 ** 31 bits (decision 21).
    """
    try:
        return W_Int(value.toint())
    except OverflowError:
        _check_bits(value.bit_length())
        return W_BigInt(value)


def out_of_range():
    """The RuffError for a result that is too large (decision 21)."""
    return plain_error(kinds.INTEGER_RANGE, 'Integer out of range')


def _check_bits(bits):
    if bits > MAX_BITS:
        raise out_of_range()


def _reserve_bits(bits):
    """To be called before a result of up to this many bits is computed (decisions 21, 36)."""
    _check_bits(bits)
    check_budget(bits >> 3)


@jit.dont_look_inside
def _big_text(value):
    # More than three bits make a digit.
    check_budget(value.bit_length() // 3)
    return bigint_text(value)


@jit.elidable
def _bigint_to_float(value):
    try:
        return value.tofloat()
    except OverflowError:
        return INFINITY if bigint_sign(value) > 0 else -INFINITY


# ---- conversion

def int_text(w_int):
    """Decimal text of a W_Integer."""
    return w_int.text()


@jit.dont_look_inside
def parse_decimal(digits):
    """The W_Integer of a text of decimal digits of any length with an optional leading ``-``.

    The caller has checked the form.  Raises RuffError for more than 2 ** 31 bits.
    """
    start = 1 if digits[0] == '-' else 0
    if len(digits) - start <= MACHINE_DIGITS:
        return W_Int(int(digits))
    while start < len(digits) - 1 and digits[start] == '0':
        start += 1
    if len(digits) - start > MAX_DECIMAL_DIGITS:
        raise out_of_range()
    check_budget(len(digits) >> 1)
    value = parse_digits(digits[start:])
    if digits[0] == '-':
        value = value.neg()
    return wrap_bigint(value)


def int_to_float(w_int):
    """The nearest double; infinite when out of range (decision 21)."""
    return w_int.to_float()


@jit.dont_look_inside
def float_to_int(value):
    """The W_Integer of a float truncated toward zero; RuffError for infinities and NaN."""
    if isinf(value) or isnan(value):
        raise plain_error(kinds.INTEGER_RANGE, 'Integer out of range: ' + float_text(value))
    try:
        return W_Int(ovfcheck_float_to_int(value))
    except OverflowError:
        return wrap_bigint(rbigint.fromfloat(value))


def to_machine_int(w_int):
    """The value as a machine word.

    Raises RuffError ``Integer out of range: <value>`` (decision 21) when it does not fit.
    """
    if isinstance(w_int, W_Int):
        return w_int.value
    raise plain_error(kinds.INTEGER_RANGE, 'Integer out of range: ' + w_int.text())


# ---- comparison

def int_compare(w_left, w_right):
    """-1, 0 or 1."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return int(w_left.value > w_right.value) - int(w_left.value < w_right.value)
    return _compare_big(w_left, w_right)


@jit.dont_look_inside
def _compare_big(w_left, w_right):
    left = w_left.as_bigint()
    right = w_right.as_bigint()
    return int(right.lt(left)) - int(left.lt(right))


# ---- arithmetic on any pair of W_Integer

@jit.dont_look_inside
def int_add(w_left, w_right):
    """Sum; RuffError for more than 2 ** 31 bits."""
    if isinstance(w_right, W_Int):
        return wrap_bigint(w_left.as_bigint().int_add(w_right.value))
    if isinstance(w_left, W_Int):
        return wrap_bigint(w_right.as_bigint().int_add(w_left.value))
    return wrap_bigint(w_left.as_bigint().add(w_right.as_bigint()))


@jit.dont_look_inside
def int_sub(w_left, w_right):
    """Difference; RuffError for more than 2 ** 31 bits."""
    if isinstance(w_right, W_Int):
        return wrap_bigint(w_left.as_bigint().int_sub(w_right.value))
    return wrap_bigint(w_left.as_bigint().sub(w_right.as_bigint()))


@jit.dont_look_inside
def int_mul(w_left, w_right):
    """Product; RuffError for more than 2 ** 31 bits, before the work is done."""
    left = w_left.as_bigint()
    right = w_right.as_bigint()
    bits = left.bit_length() + right.bit_length()
    _check_bits(bits - 1)
    check_budget(bits >> 3)
    if isinstance(w_right, W_Int):
        return wrap_bigint(left.int_mul(w_right.value))
    if isinstance(w_left, W_Int):
        return wrap_bigint(right.int_mul(w_left.value))
    return wrap_bigint(left.mul(right))


@jit.dont_look_inside
def int_div(w_left, w_right):
    """Quotient truncated toward zero; RuffError ``Division by zero`` (language.md 6.1)."""
    divisor = w_right.as_bigint()
    if bigint_sign(divisor) == 0:
        raise plain_error(kinds.DIVISION_BY_ZERO, 'Division by zero')
    quotient, _ = truncated_divmod(w_left.as_bigint(), divisor)
    return wrap_bigint(quotient)


@jit.dont_look_inside
def int_mod(w_left, w_right):
    """Remainder with the sign of the dividend; RuffError ``Modulo by zero`` (language.md 6.1)."""
    divisor = w_right.as_bigint()
    if bigint_sign(divisor) == 0:
        raise plain_error(kinds.DIVISION_BY_ZERO, 'Modulo by zero')
    _, remainder = truncated_divmod(w_left.as_bigint(), divisor)
    return wrap_bigint(remainder)


def int_neg(w_int):
    """Negation."""
    if isinstance(w_int, W_Int):
        try:
            return W_Int(ovfcheck(-w_int.value))
        except OverflowError:
            pass
    return _negate_big(w_int)


@jit.dont_look_inside
def _negate_big(w_int):
    return wrap_bigint(w_int.as_bigint().neg())


@jit.dont_look_inside
def int_pow(w_base, w_exponent):
    """Power with an exponent >= 0; RuffError for more than 2 ** 31 bits, before the work is
    done."""
    base = w_base.as_bigint()
    exponent = w_exponent.as_bigint()
    if base.abs().bit_length() > 1:
        if not isinstance(w_exponent, W_Int):
            raise out_of_range()
        try:
            # At least as many bits; the exact number is at most twice that.
            _reserve_bits(ovfcheck((base.bit_length() - 1) * w_exponent.value) + 1)
        except OverflowError:
            raise out_of_range()
        return wrap_bigint(_power(base, w_exponent.value))
    if bigint_sign(base) < 0 and not _is_odd(exponent):
        return W_Int(1)
    if bigint_sign(base) == 0 and bigint_sign(exponent) == 0:
        return W_Int(1)
    return W_Int(base.toint())


def _is_odd(value):
    return bigint_sign(value.int_and_(1)) != 0


def _power(base, exponent):
    """By repeated squaring; the caller has bounded the size of the result."""
    result = rbigint.fromint(1)
    while True:
        if exponent & 1:
            result = result.mul(base)
        exponent >>= 1
        if exponent == 0:
            return result
        base = base.mul(base)


def machine_div(left, right):
    """Truncating quotient of machine words; right is not 0, and not -1 when left is the least
    machine word."""
    if left >= 0:
        # test_jit_loops.py: with a known sign nothing of the correction of signs remains.
        return int_c_div(left, right)
    return int_c_div(left, right)


def machine_mod(left, right):
    """Remainder with the sign of ``left``; right is neither 0 nor -1 with the least ``left``."""
    if left >= 0:
        # test_jit_loops.py: as above.
        return int_c_mod(left, right)
    return int_c_mod(left, right)


# ---- bits (decision 22): infinite two's complement

def bit_and(w_left, w_right):
    """Bitwise and of two W_Integer."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return W_Int(w_left.value & w_right.value)
    return _big_and(w_left, w_right)


@jit.dont_look_inside
def _big_and(w_left, w_right):
    return wrap_bigint(w_left.as_bigint().and_(w_right.as_bigint()))


def bit_or(w_left, w_right):
    """Bitwise or of two W_Integer."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return W_Int(w_left.value | w_right.value)
    return _big_or(w_left, w_right)


@jit.dont_look_inside
def _big_or(w_left, w_right):
    return wrap_bigint(w_left.as_bigint().or_(w_right.as_bigint()))


def bit_xor(w_left, w_right):
    """Bitwise exclusive or of two W_Integer."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return W_Int(w_left.value ^ w_right.value)
    return _big_xor(w_left, w_right)


@jit.dont_look_inside
def _big_xor(w_left, w_right):
    return wrap_bigint(w_left.as_bigint().xor(w_right.as_bigint()))


def bit_not(w_int):
    """Complement, ``-x - 1``."""
    if isinstance(w_int, W_Int):
        return W_Int(~w_int.value)
    return _big_not(w_int)


@jit.dont_look_inside
def _big_not(w_int):
    return wrap_bigint(w_int.as_bigint().invert())


def bit_shl(w_int, w_amount):
    """Shift left; no bit is dropped.  RuffError for more than 2 ** 31 bits.

    The amount is not negative: the builtin has its own message for that.
    """
    if isinstance(w_int, W_Int) and isinstance(w_amount, W_Int):
        amount = w_amount.value
        if 0 <= amount < LONG_BIT - 1:
            value = w_int.value
            shifted = intmask(value << amount)
            if shifted >> amount == value:
                return W_Int(shifted)
    return _big_shift_left(w_int, w_amount)


@jit.dont_look_inside
def _big_shift_left(w_int, w_amount):
    value = w_int.as_bigint()
    if bigint_sign(value) == 0:
        return W_Int(0)
    if not isinstance(w_amount, W_Int) or w_amount.value > MAX_BITS:
        raise out_of_range()
    _reserve_bits(value.bit_length() + w_amount.value)
    return wrap_bigint(value.lshift(w_amount.value))


def bit_shr(w_int, w_amount):
    """Arithmetic shift right (rounds toward minus infinity).  The amount is not negative."""
    if isinstance(w_int, W_Int) and isinstance(w_amount, W_Int):
        amount = w_amount.value
        if amount >= LONG_BIT:
            amount = LONG_BIT - 1
        assert amount >= 0
        return W_Int(w_int.value >> amount)
    return _big_shift_right(w_int, w_amount)


@jit.dont_look_inside
def _big_shift_right(w_int, w_amount):
    value = w_int.as_bigint()
    if not isinstance(w_amount, W_Int) or w_amount.value >= value.bit_length():
        return W_Int(-1 if bigint_sign(value) < 0 else 0)
    return wrap_bigint(value.rshift(w_amount.value))


# ---- wrap-around arithmetic (decision 22)

def fold_to_word(w_int):
    """The machine word with the same low 64 bits: what the builtin ``wrap_int`` gives."""
    if isinstance(w_int, W_Int):
        return w_int.value
    return _fold_big(w_int)


@jit.dont_look_inside
def _fold_big(w_int):
    return intmask(w_int.as_bigint().uintmask())


def wrap_add(w_left, w_right):
    """Sum in signed 64-bit two's complement."""
    return W_Int(intmask(fold_to_word(w_left) + fold_to_word(w_right)))


def wrap_sub(w_left, w_right):
    """Difference in signed 64-bit two's complement."""
    return W_Int(intmask(fold_to_word(w_left) - fold_to_word(w_right)))


def wrap_mul(w_left, w_right):
    """Product in signed 64-bit two's complement."""
    return W_Int(intmask(fold_to_word(w_left) * fold_to_word(w_right)))
