"""builtins-data.md 18 and 29.1."""

import re

import pytest

from ruffinterp.builtins import random_numbers
from ruffinterp.builtins.random_numbers import high_product, randomness
from ruffinterp.builtins.test.table_calls import call, failure, result, shown, wrap
from rpython.rlib.rarithmetic import r_uint


def setup_function(_function):
    call('clear_random_seed')


def drawn(seed, calls):
    assert result('set_random_seed', seed) == 'null null'
    return [shown(name, *arguments) for name, arguments in calls]


def test_documented_sequences():
    five = [0, 1, 2, 3, 4]
    assert drawn(12345, [
        ('random', []), ('random_int', [1, 10]), ('random_int', [-5, 5]),
        ('random_choice', [five]), ('random_choice', [five])]) == [
            '0.3059322923730783', '6', '-2', '2', '4']
    assert drawn(42, [('random', [])] * 3 + [('random_int', [1, 100])] * 2) == [
        '0.5265574090027738', '0.5427252099031439', '0.6364650991438949', '41', '4']
    assert drawn(42, [('random_int', [1, 6])] * 8) == list('44313561')
    assert drawn(7, [('random', []), ('random_int', [1, 6]), ('random_choice', [[0, 1, 2]])]) == [
        '0.030317360865101395', '4', '0']


def test_seed_forms():
    first = drawn(5, [('random', [])])
    assert drawn(5.9, [('random', [])]) == first
    assert drawn(2 ** 64 + 5, [('random', [])]) == first
    assert drawn(-3.5, [('random', [])]) == drawn(0, [('random', [])])
    assert drawn(1e30, [('random', [])]) == drawn(-1, [('random', [])])
    assert drawn(2.0 ** 63, [('random', [])]) == drawn(-2 ** 63, [('random', [])])


def test_seed_is_cleared():
    seeded = drawn(1, [('random', [])] * 4)
    call('clear_random_seed')
    assert [shown('random') for _ in range(4)] != seeded


def test_unseeded_keys_differ():
    strong = randomness.strong
    values = []
    try:
        for _ in range(3):
            randomness.strong = None
            values.append(call('random').value)
    finally:
        randomness.strong = strong
    assert len(set(values)) == 3
    assert all(0.0 <= value < 1.0 for value in values)


def test_ranges():
    limits = (-2 ** 63, 2 ** 63 - 1)
    for _ in range(50):
        assert limits[0] <= call('random_int', *limits).value <= limits[1]
        assert call('random_int', 3.9, 3.1).value == 3
        assert call('random_int', -2, 2).value in (-2, -1, 0, 1, 2)
    call('set_random_seed', 3)
    counts = [0] * 6
    for _ in range(6000):
        counts[call('random_int', 0, 5).value] += 1
    assert min(counts) > 850 and max(counts) < 1150


def test_high_product():
    for left in [0, 1, 2 ** 32 - 1, 2 ** 32, 2 ** 63, 2 ** 64 - 1, 0x123456789ABCDEF0]:
        for right in [0, 1, 7, 2 ** 32 + 1, 2 ** 64 - 1, 0xFEDCBA9876543210]:
            assert int(high_product(r_uint(left), r_uint(right))) == (left * right) >> 64


def test_choice_is_kept():
    w_array = wrap([[1], [2]])
    w_item = call('random_choice', w_array)
    assert not w_item.is_exclusive()
    assert w_array.is_exclusive()


def test_identifiers():
    assert re.match('^[a-z0-9]{40}$', shown('random_id', 40))
    assert shown('random_id', 0) == ''
    call('set_random_seed', 9)
    first = shown('random_id', 8)
    identifier = shown('uuid_v4')
    assert re.match('^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
                    identifier)
    assert shown('random_id', 8) != first
    call('set_random_seed', 9)
    assert shown('random_id', 8) == first
    assert shown('uuid_v4') != identifier


def test_identifier_draws_letters_first():
    call('set_random_seed', 42)
    identifier = shown('random_id', 12)
    call('set_random_seed', 42)
    for character in identifier:
        index = call('random_int', 0, 35).value
        assert character == 'abcdefghijklmnopqrstuvwxyz0123456789'[index]


@pytest.mark.parametrize('name, arguments, message', [
    ('random', [1], 'random() expects 0 arguments, got 1'),
    ('random_int', [1], 'random_int() expects 2 arguments (min, max), got 1'),
    ('random_int', [1, '2'], 'random_int requires number arguments'),
    ('random_int', [2, 1], 'random_int min must not be greater than max'),
    ('random_int', [0, 2 ** 63], 'Integer out of range: 9223372036854775808'),
    ('random_choice', [], 'random_choice() expects 1 argument (array), got 0'),
    ('random_choice', [5], 'random_choice requires an array argument'),
    ('random_choice', [''], 'random_choice requires a non-empty array'),
    ('random_choice', [[]], 'random_choice requires a non-empty array'),
    ('set_random_seed', [], 'set_random_seed() expects 1 argument (seed), got 0'),
    ('set_random_seed', ['x'], 'set_random_seed requires a number argument'),
    ('clear_random_seed', [1], 'clear_random_seed() expects 0 arguments, got 1'),
    ('random_id', [], 'random_id() expects 1 argument (length), got 0'),
    ('random_id', [2.0], 'random_id requires an integer length argument'),
    ('random_id', [-1], 'random_id length must be >= 0'),
    ('uuid_v4', [1], 'uuid_v4() expects 0 arguments, got 1'),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message
