"""``array * int`` and ``string * int`` (decisions 21 and 59)."""

import pytest

from ruffinterp.objects.array import new_range
from ruffinterp.objects.base import SHARED
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.integer import parse_decimal, wrap_int
from ruffinterp.objects.repetition import filled_array, repeated_array, repeated_string
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.test.host import unwrap, wrap


@pytest.mark.parametrize('items', [
    [], [1], [1, 2, 3], [0.5], ['a', 'b'], [True, False], [None, 1], [[1], [2]], [10 ** 30]])
@pytest.mark.parametrize('count', [-1, 0, 1, 2, 3, 7, 8, 100])
def test_arrays(items, count):
    w_array = wrap(items)
    assert unwrap(repeated_array(w_array, wrap_int(count))) == items * count
    assert unwrap(w_array) == items


def test_storage_stays_narrow():
    for items in [[1], [1, 2], [0.5, 1.5], ['a'], [True]]:
        w_array = wrap(items)
        assert repeated_array(w_array, wrap_int(3)).strategy is w_array.strategy


def test_range():
    w_range = new_range(1, 1, 3)
    assert unwrap(repeated_array(w_range, wrap_int(2))) == [1, 2, 3, 1, 2, 3]
    assert unwrap(w_range) == [1, 2, 3]


def test_parts_are_shared():
    for items in [[[1]], [[1], [2]]]:
        w_result = repeated_array(wrap(items), wrap_int(2))
        assert [w_part.claims for w_part in w_result.items_w()] == [SHARED] * 2 * len(items)
    w_value = wrap([1])
    assert filled_array(w_value, 2).get(1) is w_value
    assert w_value.claims == SHARED


@pytest.mark.parametrize('items, count, message', [
    ([1], '100000000000000000000', 'Integer out of range'),
    ([1, 2], '9223372036854775807', 'Integer out of range'),
    ([1], '9223372036854775807', 'Out of memory'),
    ([1, 2], '4611686018427387903', 'Out of memory'),
])
def test_too_many(items, count, message):
    with pytest.raises(RuffError) as caught:
        repeated_array(wrap(items), parse_decimal(count))
    assert caught.value.message == message


def test_nothing_many_times():
    for count in ['100000000000000000000', '-100000000000000000000']:
        assert unwrap(repeated_array(wrap([]), parse_decimal(count))) == []
    assert unwrap(repeated_array(wrap([1]), parse_decimal('-100000000000000000000'))) == []


def test_strings():
    assert repeated_string(W_Str('\xc3\xa4'), wrap_int(2)).text() == '\xc3\xa4\xc3\xa4'
    assert repeated_string(W_Str('x'), wrap_int(-1)).text() == ''
