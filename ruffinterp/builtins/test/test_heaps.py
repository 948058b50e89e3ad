"""Decision 59: heap_push, heap_pop."""

import random

import pytest

from ruffinterp.builtins import heaps
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test.host_values import call, call_w, message, shown, wrap
from ruffinterp.objects.base import LOAN
from ruffinterp.objects.errors import RuffError


def pushed(w_heap, value):
    return BUILTINS['heap_push'].call_list([w_heap, wrap(value)], 3)


def popped(w_heap):
    """(rest, smallest)"""
    w_pair = BUILTINS['heap_pop'].call_list([w_heap], 1)
    return w_pair.get(0), w_pair.get(1)


def test_small_heaps():
    assert call('heap_push', [], 3) == '[3]'
    assert call('heap_push', [3], 1) == '[1, 3]'
    assert call('heap_push', [1, 3], 2) == '[1, 3, 2]'
    assert call('heap_pop', [1, 3, 2]) == '[[2, 3], 1]'
    assert call('heap_pop', [7]) == '[[], 7]'
    assert call('heap_push', ['b'], '\xc3\xa4') == '[b, \xc3\xa4]'
    assert call('heap_push', [1, 2], 0.5) == '[0.5, 2, 1]'
    assert call('heap_push', [10 ** 30], -10 ** 30) == '[-1%s, 1%s]' % (30 * '0', 30 * '0')


@pytest.mark.parametrize('seed', range(20))
def test_sorts(seed):
    generator = random.Random(seed)
    numbers = [generator.randrange(20) for _ in range(generator.randrange(1, 60))]
    w_heap = wrap([])
    for number in numbers:
        w_heap = pushed(w_heap, number)
    found = []
    while w_heap.length():
        w_heap, w_smallest = popped(w_heap)
        found.append(w_smallest.value)
        if generator.randrange(4) == 0:
            number = generator.randrange(20)
            numbers.append(number)
            found.append(number)
            w_heap = pushed(w_heap, number)
            w_heap, w_smallest = popped(w_heap)
            found[-1] = w_smallest.value
            assert found[-1] <= number
    assert sorted(found) == sorted(numbers)


def test_an_owned_heap_is_changed_in_place():
    w_heap = wrap([1, 2, 3])
    assert BUILTINS['heap_push'].call_list([w_heap, wrap(0)], 1) is w_heap
    assert popped(w_heap)[0] is w_heap
    assert shown(w_heap) == '[1, 2, 3]'
    before = shown(w_heap)
    assert call_w('heap_push', w_heap, 0) is not w_heap
    assert shown(w_heap) == before


def test_comparisons_are_few(monkeypatch):
    counts = [0]

    def counting(w_a, w_b):
        counts[0] += 1
        return w_a.value < w_b.value
    monkeypatch.setattr(heaps, 'comes_before', counting)
    w_heap = wrap(range(1023))
    w_heap = pushed(w_heap, -1)
    assert counts[0] <= 10
    counts[0] = 0
    popped(w_heap)
    assert counts[0] <= 20


@pytest.mark.parametrize('name, heap', [('heap_push', [1, 2, 3, 4]), ('heap_pop', [1, 2, 3, 4])])
@pytest.mark.parametrize('successes', [0, 1])
def test_an_error_in_a_comparison_changes_nothing(monkeypatch, name, heap, successes):
    w_heap = wrap(heap)
    left = [successes]

    def failing(w_a, w_b):
        assert w_heap.claims == LOAN
        if left[0] == 0:
            raise RuffError('no order')
        left[0] -= 1
        return True
    monkeypatch.setattr(heaps, 'comes_before', failing)
    arguments_w = [w_heap, wrap(0)][:BUILTINS[name].minimum]
    with pytest.raises(RuffError):
        BUILTINS[name].call_list(arguments_w, 1)
    assert shown(w_heap) == '[1, 2, 3, 4]'
    assert w_heap.claims == 0


def test_messages():
    assert message('heap_pop', []) == 'heap_pop() of an empty heap'
    assert message('heap_pop', 'abc') == 'heap_pop() requires an array argument'
    assert message('heap_push', 'abc', 1) == \
        'heap_push() requires an array as the first argument'
    assert message('heap_push', [1]) == 'heap_push expects 2 arguments, got 1'
