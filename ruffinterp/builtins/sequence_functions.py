"""Functions that map, cut and combine neighboring items of arrays (decision 59).

As in higher_order.py the callback gets lent arguments and gives an owned result.
"""

from ruffinterp.builtins.arrays import handed_out, pair
from ruffinterp.builtins.polling import poll
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.sequences import characters, collected
from ruffinterp.objects.array import W_Array, array_with_capacity, empty_array
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.string import W_Str
from ruffinterp.vm.calls import call1, call2, code_of
from ruffinterp.vm.interrupts import poll_now
from ruffinterp.vm.jit import callback_driver

# Each loop needs a driver of its own, keyed by the code that it calls.
flat_map_driver = callback_driver('flat_map')
while_driver = callback_driver('take_while')
scan_driver = callback_driver('scan')


@builtin('flat_map', 'array', 'callable', mistyped='flat_map expects an array and a function')
def flat_map(w_array, w_function):
    """flat_map(array, f) -> array: the items of the arrays f(item), one after the other.

    Of an iterator its items count too; any other f(item) is an item itself."""
    code = code_of(w_function)
    w_result = empty_array()
    index = 0
    while index < w_array.length():
        flat_map_driver.jit_merge_point(code=code)
        poll_now()
        w_part = call1(w_function, w_array.get(index))
        if isinstance(w_part, W_Array):
            w_result.extend(w_part)
        elif isinstance(w_part, W_Iterator):
            w_result.extend(collected(w_part))
        else:
            w_result.append(w_part)
        index += 1
    return w_result


def _first_failing(w_array, w_function):
    """The index of the first item for which ``f(item)`` is not truthy; the length without one."""
    code = code_of(w_function)
    index = 0
    while index < w_array.length():
        while_driver.jit_merge_point(code=code)
        poll_now()
        if not call1(w_function, w_array.get(index)).is_truthy():
            break
        index += 1
    return index


@builtin('take_while', 'array', 'callable', mistyped='take_while expects an array and a function')
def take_while(w_array, w_function):
    "take_while(array, f) -> array: the items before the first for which f(item) is not truthy."
    return w_array.slice(0, _first_failing(w_array, w_function))


@builtin('skip_while', 'array', 'callable', mistyped='skip_while expects an array and a function')
def skip_while(w_array, w_function):
    "skip_while(array, f) -> array: the items from the first for which f(item) is not truthy."
    return w_array.slice(_first_failing(w_array, w_function), w_array.length())


@builtin('scan', 'array', 'any keeps', 'callable',
         mistyped='scan expects an array, an initial value, and a function')
def scan(w_array, w_initial, w_function):
    """scan(array, initial, f) -> array: what reduce has after each item, f(accumulator, item);
    as long as the array."""
    code = code_of(w_function)
    w_accumulator = w_initial
    w_result = empty_array()
    index = 0
    while index < w_array.length():
        scan_driver.jit_merge_point(code=code)
        poll_now()
        w_accumulator = call2(w_function, w_accumulator, w_array.get(index))
        # Kept in the result; the next call borrows it.
        w_result.append(w_accumulator)
        index += 1
    return w_result


@builtin('pairwise', 'array', mistyped='pairwise() requires an array argument')
def pairwise(w_array):
    "pairwise(array) -> array of pairs [item, next item]."
    length = w_array.length()
    w_result = array_with_capacity(max(length - 1, 0))
    index = 1
    while index < length:
        w_result.append(pair(handed_out(w_array.get(index - 1)), handed_out(w_array.get(index))))
        poll(index)
        index += 1
    return w_result


def _row_of(w_item):
    """A row as W_Array.  Iterators are none: their code might change the other rows."""
    if isinstance(w_item, W_Array):
        return w_item
    if isinstance(w_item, W_Str):
        return characters(w_item)
    raise RuffError('transpose() requires an array of arrays')


def _rows_of(w_array):
    """The items of an array, arrays and strings, as [W_Array] of one length."""
    rows_w = []
    index = 0
    while index < w_array.length():
        w_row = _row_of(w_array.get(index))
        rows_w.append(w_row)
        if w_row.length() != rows_w[0].length():
            raise RuffError('transpose() requires rows of one length, got %d and %d items' % (
                rows_w[0].length(), w_row.length()))
        poll(index)
        index += 1
    return rows_w


@builtin('transpose', 'array', mistyped='transpose() requires an array argument')
def transpose(w_array):
    "transpose(rows) -> array of the columns: what was row i, item j becomes row j, item i."
    rows_w = _rows_of(w_array)
    w_result = empty_array()
    if len(rows_w) == 0:
        return w_result
    column = 0
    while column < rows_w[0].length():
        w_column = array_with_capacity(len(rows_w))
        for w_row in rows_w:
            w_column.append(handed_out(w_row.get(column)))
        w_result.append(w_column)
        poll(column)
        column += 1
    return w_result
