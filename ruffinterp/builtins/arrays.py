"""Functions on arrays (builtins-data.md section 7), and those that arrays share with dicts and
other collections: ``len``, ``remove``, ``clear``.
"""

from rpython.rlib.rarithmetic import ovfcheck

from ruffinterp.builtins.polling import poll
from ruffinterp.builtins.registry import CONVERTERS, Mistyped, builtin, wrong_argument
from ruffinterp.builtins.sequences import array_or_none, collected, reversed_text
from ruffinterp.objects.array import (
    W_Array, empty_array, literal_array, new_array, new_int_array)
from ruffinterp.objects.array_strategies import range_strategy
from ruffinterp.objects.dict import W_Dict, empty_dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.hashing import same_member
from ruffinterp.objects.integer import W_Int, W_Integer, int_add, wrap_int
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set, empty_set
from ruffinterp.objects.string import W_Str

_convert_to_int = CONVERTERS['int']


def handed_out(w_element):
    """Keep an element of an argument that is only read, to hand it out in the result."""
    w_element.mark_shared()
    return w_element


def pair(w_first, w_second):
    """The array [w_first, w_second]; both are kept already."""
    return literal_array([w_first, w_second])


def position_argument(w_value, message):
    """A number as a machine int (truncated, builtins-data 1.6); RuffError(message) otherwise."""
    if isinstance(w_value, W_Int):
        return w_value.value
    try:
        return _convert_to_int(w_value)
    except Mistyped:
        raise RuffError(message)


def array_index_of(w_array, w_item):
    """The first position of an item that is equal, floats exactly; -1 without one (decision 55)."""
    if isinstance(w_item, W_Int) and w_array.strategy is not range_strategy:
        items = w_array.int_items()
        if items is not None:
            return _position_of_int(items, w_item.value)
    index = 0
    while index < w_array.length():
        if same_member(w_array.get(index), w_item):
            return index
        poll(index)
        index += 1
    return -1


def _position_of_int(items, value):
    index = 0
    while index < len(items):
        if items[index] == value:
            return index
        poll(index)
        index += 1
    return -1


@builtin('len', 'any', count='A1',
         mistyped='len() requires an array, dict, bytes, set, queue, stack, or string',
         receivers=['array', 'string', 'dict', 'set', 'queue', 'stack', 'iterator'])
def length_of(w_value):
    """len(value) -> int: code points of a string, items of a collection, keys of a dict.

    An iterator is collected."""
    if isinstance(w_value, W_Array):
        return wrap_int(w_value.length())
    if isinstance(w_value, W_Str):
        return wrap_int(w_value.length())
    if isinstance(w_value, W_Dict):
        return wrap_int(w_value.length())
    return wrap_int(_length_of_collection(w_value))


def _length_of_collection(w_value):
    if isinstance(w_value, W_Set):
        return w_value.length()
    if isinstance(w_value, W_Queue):
        return w_value.length()
    if isinstance(w_value, W_Stack):
        return w_value.length()
    if isinstance(w_value, W_Iterator):
        return collected(w_value).length()
    raise wrong_argument('len() requires an array, dict, bytes, set, queue, stack, or string',
                         w_value, 1)


@builtin('push', 'array updates', 'any keeps', count='A2',
         mistyped='push() requires an array as the first argument')
def push(w_array, w_item):
    "push(array, item) -> array: the array with the item appended."
    w_array.append(w_item)
    return w_array


@builtin('append', 'array updates', 'any keeps', count='A2',
         mistyped='append() requires an array as the first argument')
def append(w_array, w_item):
    "append(array, item) -> array: the array with the item appended; the same as push."
    w_array.append(w_item)
    return w_array


@builtin('pop', 'array updates', count='A2', mistyped='pop() requires an array argument')
def pop(w_array):
    "pop(array) -> [rest, last]: an empty array gives [[], 0]."
    if w_array.length() == 0:
        return pair(w_array, wrap_int(0))
    w_last = w_array.pop_last()
    return pair(w_array, w_last)


def _out_of_bounds(name, index, length):
    return RuffError('%s() index %d out of bounds for array of length %d' % (name, index, length))


def index_argument(w_array, w_index, name):
    """The index (int) of an item of the array; RuffError where there is none."""
    index = position_argument(w_index, name + '() index must be a number')
    length = w_array.length()
    if index < 0 or index >= length:
        raise _out_of_bounds(name, index, length)
    return index


@builtin('insert', 'array updates', 'any', 'any keeps', count='A2',
         mistyped='insert() requires 3 arguments: array, index, and item')
def insert(w_array, w_index, w_item):
    "insert(array, index, item) -> array: the item before that index; index len(array) appends."
    index = position_argument(w_index, 'insert() index must be a number')
    length = w_array.length()
    if index < 0 or index > length:
        raise _out_of_bounds('insert', index, length)
    w_array.insert(index, w_item)
    return w_array


@builtin('remove_at', 'array updates', 'any', count='A2',
         mistyped='remove_at() requires 2 arguments: array and index')
def remove_at(w_array, w_index):
    "remove_at(array, index) -> [rest, removed]."
    w_removed = remove_item_at(w_array, w_index)
    return pair(w_array, w_removed)


def remove_item_at(w_array, w_index):
    """Remove the item at an index from the array, in place; returns it."""
    return w_array.remove_at(index_argument(w_array, w_index, 'remove_at'))


def remove_item(w_array, w_item):
    """The array without the first item that is equal, in place."""
    index = array_index_of(w_array, w_item)
    if index >= 0:
        w_array.remove_at(index)
    return w_array


@builtin('remove', 'any updates', 'any', count='A2')
def remove(w_container, w_item):
    """remove(array, item) -> array without the first element that is equal to the item.
    remove(dict, key) -> [rest, removed]; a missing key gives 0 as removed."""
    if isinstance(w_container, W_Array):
        return remove_item(w_container, w_item)
    if isinstance(w_container, W_Dict):
        w_removed = w_container.remove(w_item)
        if w_removed is None:
            w_removed = wrap_int(0)
        return pair(w_container, w_removed)
    raise RuffError('remove() requires an array or dictionary-like value with a valid key/item')


@builtin('clear', 'any', count='A2')
def clear(w_container):
    "clear(container) -> [] for an array, {} for a dict."
    if isinstance(w_container, W_Array):
        return empty_array()
    if isinstance(w_container, W_Dict):
        return empty_dict()
    raise RuffError('clear() requires an array or dict argument')


@builtin('slice', 'array', 'any', 'any', count='A2',
         mistyped='slice() requires array or bytes and numeric start/end arguments')
def slice_array(w_array, w_start, w_end):
    "slice(array, start, end) -> array: items from start to before end; negative: from the end."
    start = position_argument(w_start, 'slice() start must be a number')
    end = position_argument(w_end, 'slice() end must be a number')
    length = w_array.length()
    start = clamped_position(start, length)
    end = clamped_position(end, length)
    if end < start:
        end = start
    return w_array.slice(start, end)


def clamped_position(position, length):
    """A position that may count from the end, brought into 0 .. length."""
    if position < 0:
        position += length
        if position < 0:
            return 0
    if position > length:
        return length
    return position


@builtin('concat', 'array updates', 'array', count='A2',
         mistyped='concat() requires two array arguments')
def concat(w_array, w_other):
    "concat(a, b) -> array: the items of a, then those of b."
    w_array.extend(w_other)
    return w_array


@builtin('reverse', 'sequence', count='A2', mistyped='reverse requires an array argument')
def reverse(w_sequence):
    "reverse(array) -> array or string: the items, or characters, in reverse order."
    if isinstance(w_sequence, W_Str):
        return W_Str(reversed_text(w_sequence.text()))
    return array_or_none(w_sequence).reversed_copy()


@builtin('unique', 'array', count='A2', mistyped='unique requires an array argument')
def unique(w_array):
    """unique(array) -> array of the first of all items that are equal; floats are compared
    exactly."""
    if w_array.strategy is range_strategy:
        return w_array.slice(0, w_array.length())
    int_items = w_array.int_items()
    if int_items is not None:
        return _unique_ints(int_items)
    return _unique_items(w_array)


def _unique_ints(items):
    seen = {}
    result = []
    index = 0
    while index < len(items):
        item = items[index]
        if item not in seen:
            seen[item] = None
            result.append(item)
        poll(index)
        index += 1
    return new_int_array(result)


def _unique_items(w_array):
    w_seen = empty_set()
    w_result = empty_array()
    index = 0
    while index < w_array.length():
        w_item = w_array.get(index)
        if w_seen.add(w_item):
            w_result.append(handed_out(w_item))
        poll(index)
        index += 1
    return w_result


@builtin('array', '*any keeps')
def array_of_arguments(items_w):
    "array(...) -> array of the arguments."
    return new_array(items_w)


@builtin('sum', 'array', count='A2', mistyped='sum requires an array argument')
def sum_of(w_array):
    """sum(array) -> int or float: the total of the ints and floats, from the left; other items
    are skipped.  A float as soon as one float occurs."""
    if w_array.strategy is not range_strategy:
        int_items = w_array.int_items()
        if int_items is not None:
            return _sum_of_ints(w_array, int_items)
        float_items = w_array.float_items()
        if float_items is not None:
            return _sum_of_floats(float_items)
    return _sum_from(w_array, 0, 0)


def _sum_of_ints(w_array, items):
    total = 0
    index = 0
    while index < len(items):
        try:
            total = ovfcheck(total + items[index])
        except OverflowError:
            return _big_sum_from(w_array, index, wrap_int(total))
        poll(index)
        index += 1
    return wrap_int(total)


def _sum_of_floats(items):
    total = 0.0
    index = 0
    while index < len(items):
        total += items[index]
        poll(index)
        index += 1
    return W_Float(total)


def _sum_from(w_array, index, total):
    """``total``, a machine int, plus the items from ``index`` on."""
    while index < w_array.length():
        w_item = w_array.get(index)
        if isinstance(w_item, W_Int):
            try:
                total = ovfcheck(total + w_item.value)
            except OverflowError:
                return _big_sum_from(w_array, index, wrap_int(total))
        elif isinstance(w_item, W_Number):
            return _big_sum_from(w_array, index, wrap_int(total))
        poll(index)
        index += 1
    return wrap_int(total)


def _big_sum_from(w_array, index, w_total):
    """The same for a W_Integer ``w_total``."""
    while index < w_array.length():
        w_item = w_array.get(index)
        if isinstance(w_item, W_Integer):
            w_total = int_add(w_total, w_item)
        elif isinstance(w_item, W_Float):
            return _float_sum_from(w_array, index, w_total.to_float())
        poll(index)
        index += 1
    return w_total


def _float_sum_from(w_array, index, total):
    while index < w_array.length():
        w_item = w_array.get(index)
        if isinstance(w_item, W_Number):
            total += w_item.to_float()
        poll(index)
        index += 1
    return W_Float(total)
