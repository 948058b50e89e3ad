"""Functions that regroup the items of arrays (builtins-data.md section 7)."""

from ruffinterp.builtins.argument_checks import whole_machine_int
from ruffinterp.builtins.arrays import handed_out, pair, position_argument
from ruffinterp.builtins.polling import poll
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.array import W_Array, array_with_capacity, empty_array
from ruffinterp.objects.array_strategies import range_strategy
from ruffinterp.objects.memory_budget import check_items
from ruffinterp.objects.integer import wrap_int
from ruffinterp.objects.repetition import filled_array


@builtin('array_of', 'any', 'any keeps')
def array_of(w_count, w_value):
    "array_of(n, value) -> array: the value n times; n <= 0: []."
    return filled_array(w_value, whole_machine_int(w_count, 'array_of', 'n'))


@builtin('chunk', 'array', 'any', count='A2',
         mistyped='chunk() requires 2 arguments: array and size')
def chunk(w_array, w_size):
    "chunk(array, size) -> array of arrays of that size, the last one shorter; size <= 0: one."
    size = position_argument(w_size, 'chunk() size must be a number')
    length = w_array.length()
    w_result = empty_array()
    if size <= 0:
        w_result.append(w_array.slice(0, length))
        return w_result
    start = 0
    while start < length:
        # Not start + size, which may overflow.
        stop = length
        if size < length - start:
            stop = start + size
        w_result.append(w_array.slice(start, stop))
        poll(w_result.length())
        start = stop
    return w_result


@builtin('flatten', 'array', count='A2', mistyped='flatten() requires an array argument')
def flatten(w_array):
    "flatten(array) -> array: arrays among the items are replaced by their items, one level deep."
    w_result = empty_array()
    index = 0
    while index < w_array.length():
        w_item = w_array.get(index)
        if isinstance(w_item, W_Array):
            w_result.extend(w_item)
        else:
            w_result.append(handed_out(w_item))
        poll(index)
        index += 1
    return w_result


@builtin('zip', 'array', 'array', count='A2', mistyped='zip() requires 2 array arguments')
def zip_arrays(w_first, w_second):
    "zip(a, b) -> array of pairs [item of a, item of b], as long as the shorter one."
    length = min(w_first.length(), w_second.length())
    w_result = array_with_capacity(length)
    index = 0
    while index < length:
        w_result.append(pair(
            handed_out(w_first.get(index)), handed_out(w_second.get(index))))
        poll(index)
        index += 1
    return w_result


@builtin('enumerate', 'array', count='A2', mistyped='enumerate() requires an array argument')
def enumerate_items(w_array):
    "enumerate(array) -> array of pairs [index, item]."
    length = w_array.length()
    w_result = array_with_capacity(length)
    index = 0
    while index < length:
        w_result.append(pair(wrap_int(index), handed_out(w_array.get(index))))
        poll(index)
        index += 1
    return w_result


def _limited(count, length):
    if count < 0:
        return 0
    if count > length:
        return length
    return count


@builtin('take', 'array', 'any', count='A2',
         mistyped='take() requires 2 arguments: array and count')
def take(w_array, w_count):
    "take(array, count) -> array: the first count items."
    count = position_argument(w_count, 'take() count must be a number')
    return w_array.slice(0, _limited(count, w_array.length()))


@builtin('skip', 'array', 'any', count='A2',
         mistyped='skip() requires 2 arguments: array and count')
def skip(w_array, w_count):
    "skip(array, count) -> array: without the first count items."
    count = position_argument(w_count, 'skip() count must be a number')
    length = w_array.length()
    return w_array.slice(_limited(count, length), length)


@builtin('windows', 'array', 'any', count='A2',
         mistyped='windows() requires 2 arguments: array and size')
def windows(w_array, w_size):
    "windows(array, size) -> array of all runs of that many neighbors; size <= 0: []."
    size = position_argument(w_size, 'windows() size must be a number')
    length = w_array.length()
    if size <= 0 or size > length:
        return empty_array()
    count = length - size + 1
    if w_array.strategy is not range_strategy:
        # The items of an array in memory are fewer than 2**48, so count * (size / 4096) fits.
        check_items(count * (size >> 12), 8 << 12)
    w_result = array_with_capacity(count)
    index = 0
    while index < count:
        w_result.append(w_array.slice(index, index + size))
        poll(index)
        index += 1
    return w_result
