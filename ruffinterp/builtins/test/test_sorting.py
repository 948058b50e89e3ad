"""builtins-data.md section 9, decisions 32 and 42."""

import random

import pytest

from ruffinterp.builtins.test.host_calls import W_HostFunction
from ruffinterp.builtins import arrays, sorting
from ruffinterp.builtins.merge_sort import make_merge_sort
from ruffinterp.builtins.radix_sort import radix_sort
from ruffinterp.builtins.test.host_values import call, call_w, message, shown, wrap
from ruffinterp.objects.array import new_range
from ruffinterp.objects.errors import RuffError

NAN = float('nan')
BIG = 10 ** 30
LENGTHS = list(range(45)) + [63, 64, 65, 100, 399, 400, 401, 1000, 1777]


def test_examples():
    assert call('sort', [3, 1.5, 2, -1]) == '[-1, 1.5, 2, 3]'
    assert call('sort', ['pear', 'Fig', 'apple']) == '[Fig, apple, pear]'
    assert call('sort', ['\xc3\xa9', 'a', 'Z']) == '[Z, a, \xc3\xa9]'
    assert call('sort', []) == '[]'
    assert call('sort', [True, False, True]) == '[false, true, true]'
    assert call('sort', [[2], [1, 5], [1], []]) == '[[], [1], [1, 5], [2]]'
    assert call('sort', [['b', 1], ['a', 2], ['a', 1]]) == '[[a, 1], [a, 2], [b, 1]]'
    assert call('sort', [BIG, 1, -BIG, 2.5]) == '[%d, 1, 2.5, %d]' % (-BIG, BIG)
    assert call('sort', new_range(5, -2, 3)) == '[1, 3, 5]'
    assert call('sort', new_range(1, 2, 3)) == '[1, 3, 5]'
    assert call('sort', [2.5, 1.5, -0.5]) == '[-0.5, 1.5, 2.5]'


def test_messages():
    assert message('sort', 'x') == 'sort requires an array argument'
    assert message('sort', [1], 1) == 'sort expects a function as second argument'
    assert message('sort') == 'sort expects 1 to 2 arguments, got 0'
    assert message('sort_by', [1]) == 'sort_by expects 2 arguments, got 1'
    assert message('sort_by', [1], 2) == 'sort_by expects an array and a function'


@pytest.mark.parametrize('items, kinds', [
    ([3, 'a'], 'a string and an int'), ([None, None], 'null and null'),
    ([1, 2.5, {}], 'a dict and a float'), ([[1], [None]], 'null and an int'),
    ([2, 1] * 30 + ['x'], 'a string and an int')])
def test_items_without_an_order(items, kinds):
    w_array = wrap(items)
    assert message('sort', w_array) == 'Cannot order ' + kinds
    assert shown(w_array) == shown(wrap(items))
    same = W_HostFunction(lambda args_w, owned: args_w[0], 1)
    assert message('sort_by', items, same) == 'Cannot order ' + kinds
    assert call('sort', [None]) == '[null]'


def values(w_array):
    return [w_array.get(index).value for index in range(w_array.length())]


@pytest.mark.parametrize('spread', [3, 1000, 2 ** 63 - 1])
def test_ints(spread):
    rng = random.Random(spread)
    for length in LENGTHS[:52]:
        items = [rng.randint(-spread, spread) for _ in range(length)]
        assert values(call_w('sort', items)) == sorted(items)


def test_extreme_ints():
    items = [2 ** 63 - 1, -2 ** 63, 0, -1] * 300
    assert values(call_w('sort', items)) == sorted(items)
    radix_sort(items)
    assert items == sorted(items)


def test_ordered_and_descending_ints():
    for length in LENGTHS:
        items = list(range(length))
        assert values(call_w('sort', items)) == items
        assert values(call_w('sort', items[::-1])) == items


def test_floats():
    rng = random.Random(1)
    for length in LENGTHS:
        items = [rng.random() for _ in range(length)]
        assert values(call_w('sort', items)) == sorted(items)


def test_nan_is_last():
    rng = random.Random(2)
    for length in LENGTHS:
        items = [rng.choice([NAN, rng.random()]) for _ in range(length)]
        # With an int among them they are stored as objects.
        for others in ([], [5, BIG]):
            found = [w_item.to_float() for w_item in call_w('sort', items + others).items_w()]
            numbers = sorted([float(item) for item in items + others if item == item])
            assert found[:len(numbers)] == numbers
            assert len(found) == length + len(others)
            assert [item for item in found[len(numbers):] if item == item] == []


def test_strings():
    rng = random.Random(3)
    for length in LENGTHS:
        items = [''.join([rng.choice('ab\xc3') for _ in range(rng.randint(0, 3))])
                 for _ in range(length)]
        w_result = call_w('sort', items)
        assert [w_item.text() for w_item in w_result.items_w()] == sorted(items)


def test_merge_sort_is_stable():
    rng = random.Random(4)
    sort = make_merge_sort(lambda a, b: a[0] < b[0], 'test')
    for length in LENGTHS:
        items = [(rng.randint(0, 5), position) for position in range(length)]
        expected = sorted(items)
        sort(items)
        assert items == expected


def comparator(before, calls):
    def run(args_w, owned):
        assert owned == 0
        calls.append(None)
        return wrap(before(args_w[0].get(0).value, args_w[1].get(0).value))
    return W_HostFunction(run, 2)


@pytest.mark.parametrize('before', [
    lambda a, b: a < b,
    lambda a, b: a - b,
    lambda a, b: float(a - b) / 2,
    lambda a, b: (a - b) * BIG])
def test_callback(before):
    rng = random.Random(5)
    for length in LENGTHS[:47]:
        items = [[rng.randint(0, 9), position] for position in range(length)]
        calls = []
        w_result = call_w('sort', items, comparator(before, calls))
        assert shown(w_result) == shown(wrap(sorted(items)))
        assert len(calls) <= length * max(length.bit_length(), 1) * 1.1


def test_callback_on_ordered_items_is_cheap():
    calls = []
    items = [[position] for position in range(4096)]
    call_w('sort', items, comparator(lambda a, b: a - b, calls))
    assert len(calls) < 4096 * 2


def test_descending_by_callback():
    calls = []
    assert call('sort', [[1], [3], [2]], comparator(lambda a, b: a > b, calls)) == '[[3], [2], [1]]'


def test_senseless_callback_gives_a_permutation():
    rng = random.Random(6)
    for length in LENGTHS:
        items = [[position] for position in range(length)]
        w_result = call_w('sort', items, comparator(lambda a, b: rng.random() < 0.5, []))
        assert sorted([w.get(0).value for w in w_result.items_w()]) == list(range(length))


def test_callback_result_of_a_wrong_type():
    for value, word in [('x', 'string'), (None, 'null'), ([], 'array')]:
        f = W_HostFunction(lambda args_w, owned: wrap(value), 2)
        assert message('sort', [2, 1], f) == \
            'sort: the function must return a bool or an int, got ' + word
        assert call('sort', [2], f) == '[2]'


def test_sort_by():
    calls = []

    def first(args_w, owned):
        calls.append(None)
        return args_w[0].get(0)
    key = W_HostFunction(first, 1)
    rng = random.Random(7)
    for length in LENGTHS:
        items = [[rng.randint(0, 9), position] for position in range(length)]
        del calls[:]
        assert shown(call_w('sort_by', items, key)) == shown(wrap(sorted(items)))
        assert len(calls) == length
    assert call('sort_by', [['b', 1], ['a', 2]], key) == '[[a, 2], [b, 1]]'
    assert call('sort_by', [[NAN, 1], [1, 2]], key) == '[[1, 2], [NaN, 1]]'


def test_wrong_number_of_parameters():
    with pytest.raises(RuffError):
        call_w('sort', [2, 1], W_HostFunction(None, 1))
    with pytest.raises(RuffError):
        call_w('sort_by', [2, 1], W_HostFunction(None, 2))
