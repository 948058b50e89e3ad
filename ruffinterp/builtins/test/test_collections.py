"""Sets, queues and stacks: builtins-data.md sections 12 to 14, decisions 3, 4 and 37."""

import pytest

from ruffinterp.builtins import arrays, queue_functions, set_functions
from ruffinterp.builtins.test.host_values import call, call_w, message, wrap


def a_set(*items):
    return call_w('Set', list(items))


def test_set():
    assert call('Set') == 'Set([])'
    assert call('Set', [2, 1, 2, 1.0]) == 'Set([2, 1])'
    assert call('Set', [[1, 2], [1, 2], {'a': 1}, {'a': 1}]) == 'Set([[1, 2], {"a": 1}])'
    assert message('Set', 1) == 'Set constructor requires an array argument'
    assert message('Set', [], []) == 'Set constructor takes at most 1 argument'


def test_set_members():
    assert call('set_add', a_set(1), 1) == 'Set([1])'
    assert call('set_add', a_set(1), 2) == 'Set([1, 2])'
    assert call('set_has', a_set([1, 2]), [1, 2]) == 'true'
    assert call('set_has', a_set(0.1 + 0.2), 0.3) == 'false'
    assert call('set_has', a_set(), None) == 'false'
    assert call('set_remove', a_set(1, 2), 1) == 'Set([2])'
    assert call('set_remove', a_set(1, 2), 9) == 'Set([1, 2])'
    assert call('set_to_array', a_set(2, 1, 2)) == '[2, 1]'


def test_set_algebra():
    assert call('set_union', a_set(1, 2), a_set(3, 2)) == 'Set([1, 2, 3])'
    assert call('set_intersect', a_set(1, 2, 3), a_set(3, 1)) == 'Set([1, 3])'
    assert call('set_difference', a_set(1, 2, 3), a_set(2)) == 'Set([1, 3])'
    assert call('set_difference', a_set(), a_set(2)) == 'Set([])'


@pytest.mark.parametrize('name,count', [
    ('set_add', 2), ('set_has', 2), ('set_remove', 2), ('set_union', 2), ('set_intersect', 2),
    ('set_difference', 2), ('set_to_array', 1)])
def test_set_mistyped(name, count):
    values = [[1]] + [a_set()] * (count - 1)
    assert message(name, *values).startswith(name + ' expects a set as argument 1 (set)')
    assert message(name).startswith('%s expects %d argument' % (name, count))


def test_queue():
    assert call('Queue') == 'Queue([])'
    assert call('Queue', [1, 2]) == 'Queue([1, 2])'
    assert call('queue_enqueue', call_w('Queue', [1]), 2) == 'Queue([1, 2])'
    assert call('queue_dequeue', call_w('Queue', ['a', 'b'])) == '[Queue([b]), a]'
    assert call('queue_dequeue', call_w('Queue')) == '[Queue([]), null]'
    assert call('queue_peek', call_w('Queue', [7, 8])) == '7'
    assert call('queue_peek', call_w('Queue')) == 'null'
    assert call('queue_is_empty', call_w('Queue')) == 'true'
    assert call('queue_is_empty', call_w('Queue', [0])) == 'false'
    assert call('queue_size', call_w('Queue', [4, 5])) == '2'
    assert call('queue_to_array', call_w('Queue', [4, 5])) == '[4, 5]'


def test_queue_after_dequeue():
    w_queue = call_w('Queue', list(range(100)))
    for expected in range(99):
        w_pair = call_w('queue_dequeue', w_queue)
        assert w_pair.get(1).value == expected
        w_queue = w_pair.get(0)
    assert call('queue_to_array', w_queue) == '[99]'
    assert call('queue_enqueue', w_queue, 'x') == 'Queue([99, x])'


def test_stack():
    assert call('Stack') == 'Stack([])'
    assert call('stack_push', call_w('Stack', [1]), 2) == 'Stack([1, 2])'
    assert call('stack_pop', call_w('Stack', [1, 2])) == '[Stack([1]), 2]'
    assert call('stack_pop', call_w('Stack')) == '[Stack([]), null]'
    assert call('stack_peek', call_w('Stack', [1, 2])) == '2'
    assert call('stack_peek', call_w('Stack')) == 'null'
    assert call('stack_is_empty', call_w('Stack', [0])) == 'false'
    assert call('stack_size', call_w('Stack', [4, 5])) == '2'
    assert call('stack_to_array', call_w('Stack', [4, 5])) == '[4, 5]'


def test_queue_and_stack_errors():
    assert message('Queue', 5) == 'Queue requires an array argument'
    assert message('Stack', 5) == 'Stack requires an array argument'
    assert message('queue_size', []) == 'queue_size requires a Queue argument'
    assert message('queue_size') == 'queue_size expects 1 argument (queue), got 0'
    assert message('stack_size', call_w('Queue')) == 'stack_size requires a Stack argument'
    assert message('stack_size', 1, 2) == 'stack_size expects 1 argument (stack), got 2'
    for name in ['queue_dequeue', 'queue_peek', 'queue_is_empty', 'queue_to_array']:
        assert message(name, [1]) == name + ' expects a queue as argument 1 (queue)'
    for name in ['stack_pop', 'stack_peek', 'stack_is_empty', 'stack_to_array']:
        assert message(name, [1]) == name + ' expects a stack as argument 1 (stack)'
    assert message('queue_enqueue', [1], 1) == 'queue_enqueue expects a queue as argument 1 (queue)'
    assert message('stack_push', [1], 1) == 'stack_push expects a stack as argument 1 (stack)'
