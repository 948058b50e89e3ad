"""Decisions 21 and 22: integers without bound, against CPython's."""

import random
import sys

import pytest
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit
from rpython.rlib.rbigint import rbigint
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.objects import bigint_division, bigint_text as text_module, integer
from ruffinterp.objects.bigint_division import truncated_divmod
from ruffinterp.objects.bigint_text import bigint_text, parse_digits
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_BigInt, W_Int, parse_decimal
from ruffinterp.objects.booleans import w_true

MIN = -sys.maxint - 1
EDGES = [0, 1, -1, 2, -2, 3, 10, 63, 64, 2 ** 31, sys.maxint, sys.maxint - 1, MIN, MIN + 1,
         2 ** 63, -2 ** 63 - 1, 2 ** 64, -2 ** 64, 2 ** 126, 2 ** 127 - 1, -2 ** 189, 10 ** 40]


def wrap(value):
    return integer.wrap_bigint(rbigint.fromlong(long(value)))


def unwrap(w_int):
    """The Python value; checks that each value has one representation only."""
    value = w_int.as_bigint().tolong()
    assert isinstance(w_int, W_Int) == (MIN <= value <= sys.maxint)
    return value


def values(count):
    rng = random.Random(5)
    found = list(EDGES)
    for _ in range(count):
        found.append(rng.getrandbits(rng.choice([8, 63, 64, 130, 400])) * rng.choice([1, -1]))
    return found


def truncated(left, right):
    quotient = abs(left) // abs(right)
    if (left < 0) != (right < 0):
        quotient = -quotient
    return quotient, left - quotient * right


def wrapped(value):
    value &= 2 ** 64 - 1
    return value - 2 ** 64 if value >= 2 ** 63 else value


def test_binary_operations():
    for left in values(6):
        for right in values(6):
            w_left, w_right = wrap(left), wrap(right)
            for function, expected in [
                    (integer.int_add, left + right), (integer.int_sub, left - right),
                    (integer.int_mul, left * right), (integer.bit_and, left & right),
                    (integer.bit_or, left | right), (integer.bit_xor, left ^ right),
                    (integer.wrap_add, wrapped(left + right)),
                    (integer.wrap_sub, wrapped(left - right)),
                    (integer.wrap_mul, wrapped(left * right))]:
                assert unwrap(function(w_left, w_right)) == expected
            assert integer.int_compare(w_left, w_right) == cmp(left, right)
            assert w_left.equals(w_right) == (left == right)
            if right != 0:
                quotient, remainder = truncated(left, right)
                assert unwrap(integer.int_div(w_left, w_right)) == quotient
                assert unwrap(integer.int_mod(w_left, w_right)) == remainder


def test_unary_operations():
    for value in values(40):
        w_value = wrap(value)
        assert unwrap(integer.int_neg(w_value)) == -value
        assert unwrap(integer.bit_not(w_value)) == ~value
        assert integer.fold_to_word(w_value) == wrapped(value)
        assert integer.int_text(w_value) == str(value).rstrip('L')
        assert unwrap(parse_decimal(str(value).rstrip('L'))) == value
        assert integer.int_to_float(w_value) == float(value)
        assert w_value.is_truthy() == (value != 0)


def test_shifts():
    for value in values(10):
        for amount in [0, 1, 5, 61, 62, 63, 64, 65, 126, 200, 1000]:
            w_value, w_amount = wrap(value), W_Int(amount)
            assert unwrap(integer.bit_shl(w_value, w_amount)) == value << amount
            assert unwrap(integer.bit_shr(w_value, w_amount)) == value >> amount
        assert unwrap(integer.bit_shr(wrap(value), wrap(2 ** 70))) == (-1 if value < 0 else 0)


def test_powers():
    for base in [0, 1, -1, 2, -2, 3, -7, 10, 2 ** 63, -2 ** 64]:
        for exponent in [0, 1, 2, 3, 31, 64, 101]:
            assert unwrap(integer.int_pow(wrap(base), W_Int(exponent))) == base ** exponent
    assert unwrap(integer.int_pow(W_Int(-1), wrap(2 ** 70))) == 1
    assert unwrap(integer.int_pow(W_Int(-1), wrap(2 ** 70 + 1))) == -1
    assert unwrap(integer.int_pow(W_Int(0), wrap(2 ** 70))) == 0


def test_machine_division():
    for left in [7, -7, 0, MIN, sys.maxint]:
        for right in [1, 2, -2, 3, -3, sys.maxint, MIN]:
            assert (integer.machine_div(left, right),
                    integer.machine_mod(left, right)) == truncated(left, right)


def raises(message, function, *arguments):
    with pytest.raises(RuffError) as caught:
        function(*arguments)
    assert caught.value.message == message


def test_errors():
    w_zero, w_huge = W_Int(0), wrap(2 ** 70)
    raises('Division by zero', integer.int_div, w_huge, w_zero)
    raises('Modulo by zero', integer.int_mod, w_huge, w_zero)
    raises('Integer out of range: 1180591620717411303424', integer.to_machine_int, w_huge)
    raises('Integer out of range: inf', integer.float_to_int, float('inf'))
    raises('Integer out of range: NaN', integer.float_to_int, float('nan'))
    raises('Integer out of range', integer.bit_shl, W_Int(1), w_huge)
    raises('Integer out of range', integer.bit_shl, W_Int(1), W_Int(2 ** 31))
    raises('Integer out of range', integer.int_pow, W_Int(2), W_Int(2 ** 31))
    raises('Integer out of range', integer.int_pow, W_Int(3), W_Int(2 ** 62))
    raises('Integer out of range', integer.int_pow, W_Int(2), w_huge)
    assert unwrap(integer.bit_shl(w_zero, w_huge)) == 0
    assert integer.to_machine_int(W_Int(5)) == 5


def test_limit_of_bits(monkeypatch):
    monkeypatch.setattr(integer, 'MAX_BITS', 200)
    w_largest = wrap(2 ** 200 - 1)
    raises('Integer out of range', integer.int_add, w_largest, W_Int(1))
    raises('Integer out of range', integer.int_sub, integer.int_neg(w_largest), W_Int(1))
    raises('Integer out of range', integer.int_mul, w_largest, W_Int(2))
    raises('Integer out of range', parse_decimal, str(2 ** 200))
    assert unwrap(parse_decimal(str(2 ** 200 - 1))) == 2 ** 200 - 1
    assert unwrap(integer.int_mul(wrap(2 ** 99), wrap(2 ** 100))) == 2 ** 199
    assert unwrap(integer.bit_shl(W_Int(1), W_Int(199))) == 2 ** 199
    raises('Integer out of range', integer.bit_shl, W_Int(1), W_Int(200))


def test_float_conversion():
    for value in [0.0, 3.9, -3.9, 1e15, 9223372036854775807.0, -9223372036854775808.0, 1e30, -1e300]:
        assert unwrap(integer.float_to_int(value)) == int(value)
    assert integer.int_to_float(wrap(10 ** 400)) == float('inf')
    assert integer.int_to_float(wrap(-10 ** 400)) == -float('inf')


def test_equality_with_others():
    assert W_Int(1).equals(W_Float(1.0))
    assert not W_Int(1).equals(W_Float(1.5))
    assert not W_Int(1).equals(w_true)
    assert not wrap(2 ** 70).equals(w_true)
    assert wrap(2 ** 70).equals(W_Float(2.0 ** 70))
    assert W_Int(1).type_name() == wrap(2 ** 70).type_name() == 'int'


def test_leading_zeros_and_signs():
    assert unwrap(parse_decimal('-' + '0' * 50 + '7')) == -7
    assert unwrap(parse_decimal('0' * 50)) == 0
    assert unwrap(parse_decimal('-9223372036854775808')) == MIN
    assert isinstance(parse_decimal('9223372036854775808'), W_BigInt)


def test_long_division(monkeypatch):
    # rbigint is slow untranslated: lower limits reach the same code with shorter numbers.
    limit = 130
    monkeypatch.setattr(bigint_division, 'SCHOOL_METHOD_BITS', limit)
    rng = random.Random(6)
    for _ in range(60):
        divisor = rng.getrandbits(rng.randrange(limit, 8 * limit)) + 1
        dividend = rng.getrandbits(rng.randrange(limit, 24 * limit))
        if rng.random() < 0.4:
            # Long runs of ones and zeros reach the corrections.
            divisor = (1 << divisor.bit_length()) - (1 << divisor.bit_length() // 2) + 1
            dividend = (divisor << limit * 3) - rng.randrange(3)
        dividend *= rng.choice([1, -1])
        divisor *= rng.choice([1, -1])
        quotient, remainder = truncated_divmod(rbigint.fromlong(dividend),
                                               rbigint.fromlong(divisor))
        assert (quotient.tolong(), remainder.tolong()) == truncated(dividend, divisor)


def check_text(number):
    digits = str(number).rstrip('L')
    assert text_module.bigint_text(rbigint.fromlong(number)) == digits
    assert text_module.parse_digits(digits.lstrip('-')).tolong() == abs(number)


def test_long_text(monkeypatch):
    check_text(10 ** 1500)
    check_text(10 ** 1500 - 1)
    monkeypatch.setattr(bigint_division, 'SCHOOL_METHOD_BITS', 130)
    monkeypatch.setattr(text_module, 'PIECE_DIGITS', 25)
    monkeypatch.setattr(text_module, 'PIECE_BITS', 75)
    rng = random.Random(7)
    for exponent in [24, 25, 26, 49, 50, 51, 100, 199, 200, 201, 400]:
        check_text(10 ** exponent)
        check_text(-10 ** exponent + 1)
        check_text(10 ** exponent + 1)
        check_text(rng.getrandbits(3 * exponent))


def test_immutable_fields_exist():
    for w_value in [W_Int(1), wrap(2 ** 70), W_Float(1.0)]:
        for name in w_value._immutable_fields_:
            assert hasattr(w_value, name)


def exercise(count):
    """Returns 0 when everything is right; used translated."""
    w_factorial = integer.wrap_int(1)
    for i in range(1, count):
        w_factorial = integer.int_mul(w_factorial, integer.wrap_int(i))
    w_product = w_factorial
    for i in range(1, count):
        if integer.int_text(integer.int_mod(w_product, integer.wrap_int(i))) != '0':
            return 1
        w_product = integer.int_div(w_product, integer.wrap_int(i))
    if integer.to_machine_int(w_product) != 1:
        return 2
    w_parsed = parse_decimal('-' + integer.int_text(w_factorial))
    if integer.int_text(integer.int_add(w_parsed, w_factorial)) != '0':
        return 3
    if integer.int_compare(integer.int_neg(w_parsed), w_factorial) != 0:
        return 4
    w_shifted = integer.bit_shl(w_factorial, W_Int(100))
    if not integer.bit_shr(w_shifted, W_Int(100)).equals(w_factorial):
        return 5
    if not integer.bit_xor(w_shifted, w_shifted).equals(W_Int(0)):
        return 6
    if not integer.bit_not(integer.bit_not(integer.bit_or(w_shifted, w_parsed))).equals(
            integer.bit_or(w_parsed, w_shifted)):
        return 7
    if not integer.bit_and(w_shifted, integer.bit_not(w_shifted)).equals(W_Int(0)):
        return 8
    try:
        integer.to_machine_int(w_factorial)
        return 9
    except RuffError as error:
        if error.message != 'Integer out of range: ' + integer.int_text(w_factorial):
            return 10
    if not integer.float_to_int(integer.int_to_float(W_Int(77))).equals(W_Int(77)):
        return 11
    if not integer.float_to_int(1e30).equals(W_Float(1e30)):
        return 12
    if integer.fold_to_word(integer.wrap_add(W_Int(sys.maxint), W_Int(1))) != MIN:
        return 13
    if not integer.wrap_mul(w_shifted, integer.wrap_sub(w_shifted, W_Int(1))).equals(W_Int(0)):
        return 14
    if not integer.int_sub(w_shifted, w_shifted).equals(
            integer.int_sub(W_Int(2), integer.int_pow(W_Int(2), W_Int(1)))):
        return 15
    if integer.machine_div(-7, count // 8) != -2 or integer.machine_mod(-7, count // 8) != -1:
        return 16
    return 0


def test_exercise_untranslated_and_rtyped():
    assert exercise(24) == 0
    assert interpret(exercise, [24]) == 0


class TestJit(LLJitMixin):

    def test_all_operations_in_a_trace(self):
        driver = jit.JitDriver(greens=[], reds='auto')
        w_one = W_Int(1)
        w_big = wrap(2 ** 64 + 12345)

        def run(rounds):
            w_sum = w_one
            failures = 0
            i = 0
            while i < rounds:
                driver.jit_merge_point()
                w_index = W_Int(i + 1)
                w_sum = integer.int_add(w_sum, integer.int_mul(w_big, w_index))
                w_rest = integer.int_sub(w_sum, integer.int_mod(w_sum, w_index))
                if not integer.int_mul(integer.int_div(w_rest, w_index), w_index).equals(w_rest):
                    failures += 1
                if not integer.bit_shr(integer.bit_shl(w_index, w_index), w_index).equals(w_index):
                    failures += 1
                if not integer.bit_not(integer.bit_not(w_sum)).equals(integer.bit_or(
                        w_sum, integer.bit_and(w_sum, w_index))):
                    failures += 1
                if integer.int_compare(integer.int_neg(w_sum), w_sum) >= 0:
                    failures += 1
                if not parse_decimal(integer.int_text(w_sum)).equals(w_sum):
                    failures += 1
                if not w_sum.equals(W_Float(integer.int_to_float(w_sum))):
                    failures += 1
                if not integer.wrap_mul(w_sum, w_one).equals(W_Int(integer.fold_to_word(w_sum))):
                    failures += 1
                i += 1
            return failures

        assert self.meta_interp(run, [10]) == 0

    def test_words_need_no_calls(self):
        driver = jit.JitDriver(greens=[], reds='auto')

        def run(rounds):
            w_state = W_Int(rounds)
            i = 0
            while i < rounds:
                driver.jit_merge_point()
                w_state = integer.bit_xor(w_state, integer.bit_and(
                    integer.bit_shl(W_Int(i), W_Int(5)), W_Int(0xFFFF)))
                w_state = integer.wrap_add(integer.wrap_mul(w_state, W_Int(6364136223846793005)),
                                           integer.bit_shr(w_state, W_Int(7)))
                i += 1
            return integer.fold_to_word(w_state)

        assert self.meta_interp(run, [50]) == run(50)
        self.check_resops(call_i=0, call_r=0, call_may_force_r=0, new_with_vtable=0)
