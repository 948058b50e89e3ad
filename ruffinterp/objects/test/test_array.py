import random
import sys

import pytest

from ruffinterp.objects import array_strategies as strategies
from ruffinterp.objects.array import (
    array_with_capacity, empty_array, literal_array, new_array, new_bool_array, new_float_array,
    new_int_array, new_range, new_string_array, new_text_array)
from ruffinterp.objects.string import wrap_str
from ruffinterp.objects.test.host import shown, unwrap, wrap

SAMPLES = [
    ([], strategies.empty_strategy),
    ([1, -2, sys.maxint], strategies.int_strategy),
    ([0.5, 2.0], strategies.float_strategy),
    ([True, False], strategies.bool_strategy),
    (['a', ''], strategies.string_strategy),
    ([None, None], strategies.object_strategy),
    ([1, 2.0], strategies.object_strategy),
    ([1, 1 << 70], strategies.object_strategy),
    ([[1], [2]], strategies.object_strategy),
]


@pytest.mark.parametrize('items,strategy', SAMPLES)
def test_strategy_of_literals(items, strategy):
    for make in (new_array, literal_array):
        w_array = make([wrap(item) for item in items])
        assert w_array.strategy is strategy
        assert unwrap(w_array) == items


def test_literal_does_not_take_its_list():
    items_w = [wrap(None), wrap(1)]
    w_array = literal_array(items_w)
    w_array.set(0, wrap(7))
    assert unwrap(w_array) == [7, 1]
    assert items_w[0] is wrap(None)


def test_typed_constructors():
    assert unwrap(new_int_array([1, 2])) == [1, 2]
    assert unwrap(new_float_array([1.5])) == [1.5]
    assert unwrap(new_bool_array([True])) == [True]
    assert unwrap(new_string_array([wrap_str('a')])) == ['a']
    assert unwrap(new_text_array(['a', 'b'])) == ['a', 'b']


def test_capacity_is_no_length():
    w_array = array_with_capacity(100)
    assert w_array.length() == 0 and not w_array.is_truthy()
    w_array.append(wrap(1))
    assert unwrap(w_array) == [1]
    assert w_array.strategy is strategies.int_strategy


def test_range_is_stored_as_such_until_written():
    w_range = new_range(5, -2, 4)
    assert w_range.strategy is strategies.range_strategy
    assert unwrap(w_range) == [5, 3, 1, -1]
    assert w_range.fetch(4) is None and w_range.fetch(-1) is None
    assert unwrap(w_range.slice(1, 3)) == [3, 1]
    assert w_range.slice(1, 3).strategy is strategies.range_strategy
    assert unwrap(w_range.reversed_copy()) == [-1, 1, 3, 5]
    assert w_range.int_items() == [5, 3, 1, -1]
    w_copy = w_range.shallow_copy()
    w_copy.set(1, wrap(9))
    assert w_copy.strategy is strategies.int_strategy
    assert unwrap(w_copy) == [5, 9, 1, -1]
    assert unwrap(w_range) == [5, 3, 1, -1]
    assert new_range(3, 1, 0).strategy is strategies.empty_strategy


def test_range_up_to_the_largest_int():
    assert unwrap(new_range(sys.maxint - 1, 1, 2)) == [sys.maxint - 1, sys.maxint]
    largest = sys.maxint
    assert unwrap(new_range(-largest - 1, largest, 3)) == [-largest - 1, -1, largest - 1]


def test_wrong_item_widens_once():
    w_array = new_int_array([1, 2, 3])
    w_array.set(1, wrap('x'))
    assert w_array.strategy is strategies.object_strategy
    w_array.set(1, wrap(2))
    assert w_array.strategy is strategies.object_strategy
    assert unwrap(w_array) == [1, 2, 3]


def test_array_popped_empty_takes_any_strategy():
    w_array = new_int_array([1])
    assert unwrap(w_array.pop_last()) == 1
    w_array.append(wrap('x'))
    assert w_array.strategy is strategies.string_strategy


def test_store_out_of_range_changes_nothing():
    for items in ([], [1], ['a'], [None]):
        w_array = wrap(items)
        assert not w_array.store(len(items), wrap(0.5))
        assert not w_array.store(-1, wrap(0.5))
        assert unwrap(w_array) == items
    w_range = new_range(0, 1, 3)
    assert not w_range.store(3, wrap(1))
    assert w_range.strategy is strategies.range_strategy


def test_raw_items():
    assert new_int_array([1]).int_items() == [1]
    assert new_int_array([1]).float_items() is None
    assert new_float_array([1.5]).float_items() == [1.5]
    assert new_float_array([1.5]).int_items() is None
    assert empty_array().int_items() is None


def test_equality_looks_through_strategies():
    assert new_range(0, 1, 3).equals(wrap([0, 1, 2]))
    assert wrap([0, 1]).equals(wrap([0.0, 1.0]))
    assert wrap([0.1]).equals(wrap([0.1 + 1e-17]))
    assert not wrap([float('nan')]).equals(wrap([float('nan')]))
    w_array = wrap([float('nan'), None])
    assert not w_array.equals(w_array)
    assert not wrap([1]).equals(wrap([1, 2]))
    assert not wrap([]).equals(wrap({}))
    assert wrap([]).equals(new_range(0, 1, 0))


def test_display():
    assert shown(wrap([])) == '[]'
    assert shown(wrap(['a', 1, 2.0, True, None, ['b']])) == '[a, 1, 2, true, null, [b]]'
    assert shown(new_range(0, 5, 3)) == '[0, 5, 10]'


def test_copies_share_container_items():
    w_inner = wrap([1])
    w_outer = new_array([w_inner, wrap(1)])
    w_copy = w_outer.shallow_copy()
    assert w_copy.is_exclusive() and w_copy.get(0) is w_inner
    assert not w_inner.is_exclusive()
    w_single = wrap([2])
    w_list = new_array([wrap([1]), w_single, wrap([3])])
    w_part = w_list.slice(1, 2)
    assert not w_single.is_exclusive()
    assert w_list.get(0).is_exclusive() and w_list.get(2).is_exclusive()
    assert w_part.get(0) is w_single
    w_target = empty_array()
    w_target.extend(w_list)
    assert not w_list.get(0).is_exclusive()


def test_extend_with_itself():
    for items in ([1, 2], ['a'], [None, 1], []):
        w_array = wrap(items)
        w_array.extend(w_array)
        assert unwrap(w_array) == items + items
    w_range = new_range(0, 1, 2)
    w_range.extend(w_range)
    assert unwrap(w_range) == [0, 1, 0, 1]


POOLS = [[1, 2, -7], [0.5, -1.5], [True, False], ['a', 'xyz'],
         [1, 2.5, 'a', None, True, 1 << 65]]


def random_step(source, pool, w_array, model):
    """One random change of both; returns what a reading operation gave, twice."""
    item = source.choice(pool)
    length = len(model)
    kind = source.randrange(9)
    if kind <= 1:
        w_array.append(wrap(item))
        model.append(item)
    elif kind == 2 and length:
        index = source.randrange(length)
        w_array.set(index, wrap(item))
        model[index] = item
    elif kind == 3:
        index = source.randrange(length + 1)
        w_array.insert(index, wrap(item))
        model.insert(index, item)
    elif kind == 4 and length:
        index = source.randrange(length)
        return unwrap(w_array.remove_at(index)), model.pop(index)
    elif kind == 5 and length:
        return unwrap(w_array.pop_last()), model.pop()
    elif kind == 6:
        start = source.randrange(length + 1)
        stop = source.randrange(start, length + 1)
        return unwrap(w_array.slice(start, stop)), model[start:stop]
    elif kind == 7:
        other = [source.choice(pool) for _ in range(source.randrange(3))]
        w_array.extend(wrap(other))
        model.extend(other)
    else:
        return unwrap(w_array.reversed_copy()), model[::-1]
    return None, None


def test_random_operations_agree_with_lists():
    source = random.Random(5)
    for _ in range(300):
        pool = source.choice(POOLS)
        if source.randrange(4) == 0:
            w_array, model = new_range(3, 2, 4), [3, 5, 7, 9]
        else:
            w_array, model = empty_array(), []
        for _ in range(25):
            if source.randrange(10) == 0:
                pool = source.choice(POOLS)
            result, expected = random_step(source, pool, w_array, model)
            assert result == expected
            assert repr(unwrap(w_array)) == repr(model)
            assert w_array.length() == len(model)
            assert w_array.is_truthy() == bool(model)
