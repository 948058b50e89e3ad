"""Functions that call a function for the items of an array (builtins-data.md section 8).

The callback gets lent arguments and gives an owned result.  Nobody can change the array meanwhile:
the caller lends what others could reach.
"""

from ruffinterp.builtins.arrays import handed_out
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.array import array_with_capacity, empty_array
from ruffinterp.objects.booleans import w_false, w_null, w_true
from ruffinterp.vm.calls import call1, call2_owned, code_of
from ruffinterp.vm.interrupts import poll_now
from ruffinterp.vm.jit import callback_driver

# Each loop needs a driver of its own, keyed by the code that it calls.
map_driver = callback_driver('map')
filter_driver = callback_driver('filter')
reduce_driver = callback_driver('reduce')
find_driver = callback_driver('find')
any_driver = callback_driver('any')
all_driver = callback_driver('all')

ACCUMULATOR_OWNED = 1


@builtin('map', 'array', 'callable', count='A2', mistyped='map expects an array and a function',
         too_few='map requires two arguments: array and function')
def map_items(w_array, w_function):
    "map(array, f) -> array: f(item) for every item, in order."
    code = code_of(w_function)
    w_result = empty_array()
    index = 0
    while index < w_array.length():
        map_driver.jit_merge_point(code=code)
        poll_now()
        w_result.append(call1(w_function, w_array.get(index)))
        index += 1
    return w_result


@builtin('filter', 'array', 'callable', count='A2',
         mistyped='filter expects an array and a function',
         too_few='filter requires two arguments: array and function')
def filter_items(w_array, w_function):
    "filter(array, f) -> array: the items for which f(item) is truthy."
    code = code_of(w_function)
    w_result = empty_array()
    index = 0
    while index < w_array.length():
        filter_driver.jit_merge_point(code=code)
        poll_now()
        w_item = w_array.get(index)
        if call1(w_function, w_item).is_truthy():
            w_result.append(handed_out(w_item))
        index += 1
    return w_result


@builtin('reduce', 'array', 'any keeps', 'callable', count='A2',
         mistyped='reduce expects an array, an initial value, and a function',
         too_few='reduce requires three arguments: array, initial value, and function')
def reduce_items(w_array, w_initial, w_function):
    "reduce(array, initial, f) -> any: f(accumulator, item) for every item, from the left."
    code = code_of(w_function)
    w_accumulator = w_initial
    index = 0
    while index < w_array.length():
        reduce_driver.jit_merge_point(code=code)
        poll_now()
        w_accumulator = call2_owned(
            w_function, w_accumulator, w_array.get(index), ACCUMULATOR_OWNED)
        index += 1
    return w_accumulator


@builtin('find', 'array', 'callable', count='A2', mistyped='find expects an array and a function',
         too_few='find requires two arguments: array and function')
def find_item(w_array, w_function):
    "find(array, f) -> any: the first item for which f(item) is truthy, null without one."
    code = code_of(w_function)
    index = 0
    while index < w_array.length():
        find_driver.jit_merge_point(code=code)
        poll_now()
        w_item = w_array.get(index)
        if call1(w_function, w_item).is_truthy():
            return handed_out(w_item)
        index += 1
    return w_null


@builtin('any', 'array', 'callable', count='A2', mistyped='any expects an array and a function',
         too_few='any requires two arguments: array and function')
def any_item(w_array, w_function):
    "any(array, f) -> bool: whether f(item) is truthy for some item; stops at the first."
    code = code_of(w_function)
    index = 0
    while index < w_array.length():
        any_driver.jit_merge_point(code=code)
        poll_now()
        if call1(w_function, w_array.get(index)).is_truthy():
            return w_true
        index += 1
    return w_false


@builtin('all', 'array', 'callable', count='A2', mistyped='all expects an array and a function',
         too_few='all requires two arguments: array and function')
def all_items(w_array, w_function):
    "all(array, f) -> bool: whether f(item) is truthy for every item; stops at the first miss."
    code = code_of(w_function)
    index = 0
    while index < w_array.length():
        all_driver.jit_merge_point(code=code)
        poll_now()
        if not call1(w_function, w_array.get(index)).is_truthy():
            return w_false
        index += 1
    return w_true
