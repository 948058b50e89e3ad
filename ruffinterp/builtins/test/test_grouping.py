"""Decision 59: functions that ask a function about the items of an array, and their kin."""

import pytest

from ruffinterp.builtins import grouping, sequence_functions
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test.host_calls import W_HostFunction
from ruffinterp.builtins.test.host_values import call, call_w, message, shown, wrap
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.iterator import W_ArrayIterator


def function(host_function):
    return W_HostFunction(lambda args_w, owned: wrap(host_function(args_w[0])), 1)


parity = function(lambda w: w.value % 2)
small = function(lambda w: w.value < 3)
item_itself = function(lambda w: w)
length = BUILTINS['len']


def test_group_by():
    w_groups = call_w('group_by', [5, 2, 3, 4], parity)
    assert shown(w_groups) == '{"0": [2, 4], "1": [5, 3]}'
    assert call('group_by', ['bb', 'a', 'cc'], length) == '{"1": [a], "2": [bb, cc]}'
    assert call('group_by', '\xc3\xa4b\xc3\xa4', item_itself) == \
        '{"b": [b], "\xc3\xa4": [\xc3\xa4, \xc3\xa4]}'
    assert call('group_by', [], parity) == '{}'
    assert call('group_by', [1], function(lambda w: 10 ** 30)) == '{"1%s": [1]}' % (30 * '0')


def test_count_by():
    assert call('count_by', 'banana', item_itself) == '{"a": 3, "b": 1, "n": 2}'
    assert call('count_by', [5, 2, 3, 4], parity) == '{"0": 2, "1": 2}'
    assert call('count_by', [], parity) == '{}'


def test_partition():
    assert call('partition', [5, 1, 3, 2], small) == '[[1, 2], [5, 3]]'
    assert call('partition', [], small) == '[[], []]'
    assert call('partition', ['', 'a'], item_itself) == '[[a], []]'


def test_least_and_greatest():
    assert call('min_by', ['ccc', 'a', 'b'], length) == 'a'
    assert call('max_by', ['a', 'ccc', 'ddd'], length) == 'ccc'
    assert call('min_by', [[7]], length) == '[7]'
    assert call('max_by', [2.5, 10 ** 30, -1], item_itself) == '1' + 30 * '0'
    for name in ['min_by', 'max_by']:
        assert message(name, [], length) == name + '() of an empty array'


def test_sum_by():
    assert call('sum_by', ['ccc', 'a'], length) == '4'
    assert call_w('sum_by', [1, 0.5], item_itself).value == 1.5
    assert call('sum_by', [], length) == '0'
    assert call('sum_by', [2 ** 63 - 1, 1], item_itself) == str(2 ** 63)
    assert message('sum_by', ['a'], item_itself) == \
        'sum_by: the function must return a number, got Str("a")'


def test_flat_map():
    assert call('flat_map', [1, 2], function(lambda w: [w.value, [w.value]])) == '[1, [1], 2, [2]]'
    assert call('flat_map', [1, 2], function(lambda w: [])) == '[]'
    assert call('flat_map', ['ab', [1]], item_itself) == '[ab, 1]'
    assert call('flat_map', [1, 2], function(lambda w: W_ArrayIterator(wrap([w.value, 'x'])))) == \
        '[1, x, 2, x]'


def test_take_and_skip_while():
    assert call('take_while', [1, 2, 5, 1], small) == '[1, 2]'
    assert call('skip_while', [1, 2, 5, 1], small) == '[5, 1]'
    for items in [[], [1, 2]]:
        assert call('take_while', items, small) == shown(wrap(items))
        assert call('skip_while', items, small) == '[]'


def test_the_functions_stop_asking():
    asked = []

    def asks(args_w, owned):
        asked.append(args_w[0].value)
        return wrap(args_w[0].value < 2)
    call('take_while', [1, 2, 3], W_HostFunction(asks, 1))
    call('skip_while', [1, 2, 3], W_HostFunction(asks, 1))
    assert asked == [1, 2, 1, 2]


def test_scan():
    total = W_HostFunction(lambda args_w, owned: wrap(args_w[0].value + args_w[1].value), 2)
    assert call('scan', [1, 2, 3], 10, total) == '[11, 13, 16]'
    assert call('scan', [], 10, total) == '[]'
    push = W_HostFunction(
        lambda args_w, owned: BUILTINS['push'].call_list(args_w, owned), 2)
    w_initial = wrap([])
    assert shown(call_w('scan', [1, 2], w_initial, push)) == '[[1], [1, 2]]'
    assert shown(w_initial) == '[]'


def test_pairwise():
    assert call('pairwise', [1, 2, 3]) == '[[1, 2], [2, 3]]'
    assert call('pairwise', 'abc') == '[[a, b], [b, c]]'
    for items in [[], [1]]:
        assert call('pairwise', items) == '[]'


def test_transpose():
    assert call('transpose', [[1, 2, 3], ['a', 'b', 'c']]) == '[[1, a], [2, b], [3, c]]'
    assert call('transpose', ['\xc3\xa4b', 'cd']) == '[[\xc3\xa4, c], [b, d]]'
    for items in [[], [[]], [[], []]]:
        assert call('transpose', items) == '[]'
    assert message('transpose', [[1, 2], [3]]) == \
        'transpose() requires rows of one length, got 2 and 1 items'
    assert message('transpose', [[1], 5]) == 'transpose() requires an array of arrays'
    assert message('transpose', [[1], W_ArrayIterator(wrap([1]))]) == \
        'transpose() requires an array of arrays'
    assert message('transpose', 5) == 'transpose() requires an array argument'


@pytest.mark.parametrize('name', ['group_by', 'count_by', 'partition', 'min_by', 'max_by', 'sum_by',
                                  'flat_map', 'take_while', 'skip_while'])
def test_errors(name):
    assert message(name, 5, length) == '%s expects an array and a function' % name
    assert message(name, [1], 5) == '%s expects an array and a function' % name
    assert message(name, [1]) == '%s expects 2 arguments, got 1' % name

    def fail(args_w, owned):
        if args_w[0].value == 2:
            raise RuffError('boom')
        return wrap(1)
    w_array = wrap([1, 2, 3])
    assert message(name, w_array, W_HostFunction(fail, 1)) == 'boom'
    assert shown(w_array) == '[1, 2, 3]'
