"""Functions that group, choose and add up the items of an array by what a function says of them
(decision 59).

As in higher_order.py the callback gets lent arguments and gives an owned result.
"""

from rpython.rlib import jit

from ruffinterp.builtins.arrays import handed_out, pair
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.value_formatting import message_text
from ruffinterp.objects.array import W_Array, empty_array
from ruffinterp.objects.dict import empty_dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.integer import W_Int, wrap_int
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.ordering import comes_before
from ruffinterp.vm.calls import call1, code_of
from ruffinterp.vm.interrupts import poll_now
from ruffinterp.vm.jit import callback_driver
from ruffinterp.vm.operators import add

# Each loop needs a driver of its own, keyed by the code that it calls.
group_by_driver = callback_driver('group_by')
count_by_driver = callback_driver('count_by')
partition_driver = callback_driver('partition')
min_by_driver = callback_driver('min_by')
sum_by_driver = callback_driver('sum_by')


@builtin('group_by', 'array', 'callable', mistyped='group_by expects an array and a function')
def group_by(w_array, w_function):
    "group_by(array, f) -> dict: under each f(item) the array of its items, in order."
    code = code_of(w_function)
    w_groups = empty_dict()
    index = 0
    while index < w_array.length():
        group_by_driver.jit_merge_point(code=code)
        poll_now()
        w_item = w_array.get(index)
        w_key = call1(w_function, w_item)
        w_group = w_groups.get(w_key)
        if w_group is None:
            w_group = empty_array()
            w_groups.set(w_key, w_group)
        # Nobody else has seen it yet.
        assert isinstance(w_group, W_Array)
        w_group.append(handed_out(w_item))
        index += 1
    return w_groups


@builtin('count_by', 'array', 'callable', mistyped='count_by expects an array and a function')
def count_by(w_array, w_function):
    "count_by(array, f) -> dict: under each f(item) the number of its items."
    code = code_of(w_function)
    w_counts = empty_dict()
    index = 0
    while index < w_array.length():
        count_by_driver.jit_merge_point(code=code)
        poll_now()
        w_key = call1(w_function, w_array.get(index))
        w_count = w_counts.get(w_key)
        count = 1
        if w_count is not None:
            assert isinstance(w_count, W_Int)
            count += w_count.value
        w_counts.set(w_key, wrap_int(count))
        index += 1
    return w_counts


@builtin('partition', 'array', 'callable', mistyped='partition expects an array and a function')
def partition(w_array, w_function):
    "partition(array, f) -> [passing, failing]: the items for which f(item) is truthy, the others."
    code = code_of(w_function)
    w_passing = empty_array()
    w_failing = empty_array()
    index = 0
    while index < w_array.length():
        partition_driver.jit_merge_point(code=code)
        poll_now()
        w_item = w_array.get(index)
        if call1(w_function, w_item).is_truthy():
            w_passing.append(handed_out(w_item))
        else:
            w_failing.append(handed_out(w_item))
        index += 1
    return pair(w_passing, w_failing)


# ---- the least and the greatest

def _chosen_item(name, w_array, w_key, wants_greatest):
    """The first of the items whose ``key(item)`` is smallest, or greatest."""
    if w_array.length() == 0:
        raise RuffError('%s() of an empty array' % name)
    code = code_of(w_key)
    w_best = w_array.get(0)
    w_best_key = call1(w_key, w_best)
    index = 1
    while index < w_array.length():
        min_by_driver.jit_merge_point(code=code)
        poll_now()
        w_item = w_array.get(index)
        w_item_key = call1(w_key, w_item)
        if wants_greatest:
            is_better = comes_before(w_best_key, w_item_key)
        else:
            is_better = comes_before(w_item_key, w_best_key)
        if is_better:
            w_best = w_item
            w_best_key = w_item_key
        index += 1
    return handed_out(w_best)


@builtin('min_by', 'array', 'callable', mistyped='min_by expects an array and a function')
def min_by(w_array, w_key):
    "min_by(array, key) -> the first of the items whose key(item) is smallest."
    return _chosen_item('min_by', w_array, w_key, False)


@builtin('max_by', 'array', 'callable', mistyped='max_by expects an array and a function')
def max_by(w_array, w_key):
    "max_by(array, key) -> the first of the items whose key(item) is greatest."
    return _chosen_item('max_by', w_array, w_key, True)


@jit.dont_look_inside
def _not_a_number(w_value):
    return RuffError('sum_by: the function must return a number, got ' + message_text(w_value))


@builtin('sum_by', 'array', 'callable', mistyped='sum_by expects an array and a function')
def sum_by(w_array, w_function):
    "sum_by(array, f) -> int or float: the total of f(item), from the left; 0 without items."
    code = code_of(w_function)
    w_total = wrap_int(0)
    index = 0
    while index < w_array.length():
        sum_by_driver.jit_merge_point(code=code)
        poll_now()
        w_value = call1(w_function, w_array.get(index))
        if not isinstance(w_value, W_Number):
            raise _not_a_number(w_value)
        w_total = add(w_total, w_value)
        index += 1
    return w_total
