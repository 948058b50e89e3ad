"""Decision 22, builtins-data.md 29.1."""

import random

import pytest

from ruffinterp.builtins import bits
from ruffinterp.builtins.test.table_calls import failure, result

EXPECTED = {
    'bit_and': lambda a, b: a & b, 'bit_or': lambda a, b: a | b, 'bit_xor': lambda a, b: a ^ b,
    'wrap_add': lambda a, b: folded(a + b), 'wrap_sub': lambda a, b: folded(a - b),
    'wrap_mul': lambda a, b: folded(a * b)}
EDGES = [0, 1, -1, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 63, 2 ** 64 - 1, -2 ** 64, 3 ** 100]


def folded(number):
    number &= 2 ** 64 - 1
    return number - 2 ** 64 if number >= 2 ** 63 else number


@pytest.mark.parametrize('name', sorted(EXPECTED))
def test_two_operands(name):
    generator = random.Random(7)
    numbers = EDGES + [generator.randrange(-2 ** 70, 2 ** 70) for _ in range(10)]
    for left in numbers:
        for right in numbers:
            assert result(name, left, right) == 'int %d' % EXPECTED[name](left, right)


def test_one_operand():
    for number in EDGES:
        assert result('bit_not', number) == 'int %d' % ~number
        assert result('wrap_int', number) == 'int %d' % folded(number)


def test_shifts():
    for number in EDGES:
        for amount in [0, 1, 3, 62, 63, 64, 65, 200]:
            assert result('bit_shl', number, amount) == 'int %d' % (number << amount)
            assert result('bit_shr', number, amount) == 'int %d' % (number >> amount)
    assert result('bit_shr', -5, 10 ** 30) == 'int -1'


@pytest.mark.parametrize('name, arguments, message', [
    ('bit_and', [1], 'bit_and expects 2 arguments, got 1'),
    ('bit_not', [1, 2], 'bit_not expects 1 arguments, got 2'),
    ('bit_and', [1.0, 2], "bit_and() expects integer argument 'left' , got Float(1)"),
    ('bit_or', [1, None], "bit_or() expects integer argument 'right' , got Null"),
    ('bit_not', ['a'], 'bit_not() expects integer argument \'value\' , got Str("a")'),
    ('bit_shl', [1, -1], 'bit_shl() expects a shift amount that is not negative'),
    ('bit_shr', [1, -2 ** 70], 'bit_shr() expects a shift amount that is not negative'),
    ('bit_shl', [1, 2 ** 31 + 1], 'Integer out of range'),
    ('bit_shl', [1, 2 ** 70], 'Integer out of range'),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message
