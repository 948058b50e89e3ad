"""``sort`` and ``sort_by`` (builtins-data.md section 9, decisions 32 and 42)."""

from rpython.rlib.rfloat import NAN

from ruffinterp.builtins.merge_sort import make_merge_sort
from ruffinterp.builtins.radix_sort import WORTHWHILE_LENGTH, radix_sort
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.array import (
    new_array, new_float_array, new_int_array, new_string_array)
from ruffinterp.objects.array_strategies import range_strategy, string_strategy
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import W_Callable
from ruffinterp.objects.integer import W_BigInt, W_Int
from ruffinterp.objects.ordering import comes_before
from ruffinterp.objects.booleans import W_Bool
from ruffinterp.objects.string import W_Str
from ruffinterp.rcompat import bigint_sign
from ruffinterp.vm.calls import call1, call2, code_of
from ruffinterp.vm.interrupts import poll_now
from ruffinterp.vm.jit import callback_driver

sort_driver = callback_driver('sort')
sort_by_driver = callback_driver('sort_by')

# From this width on, one comparison is spent to find out that two runs are in order already.
PROBED_WIDTH = 8


def _int_before(a, b):
    return a < b


def _float_before(a, b):
    return a < b


def _string_before(w_a, w_b):
    return w_a.compare(w_b) < 0


class KeyedItem(object):
    """An item and the value by which it is sorted."""
    _immutable_fields_ = ['w_key', 'w_item']

    def __init__(self, w_key, w_item):
        self.w_key = w_key
        self.w_item = w_item


def _keyed_before(a, b):
    return comes_before(a.w_key, b.w_key)


sort_ints = make_merge_sort(_int_before, 'int', radix_sort, WORTHWHILE_LENGTH)
sort_floats = make_merge_sort(_float_before, 'float')
sort_strings = make_merge_sort(_string_before, 'string')
sort_objects = make_merge_sort(comes_before, 'object')
sort_keyed_items = make_merge_sort(_keyed_before, 'keyed')


@builtin('sort', 'array', 'any?', count='A2', mistyped='sort requires an array argument',
         calls_back=True)
def sort(w_array, w_compare):
    """sort(array, [compare]) -> array in ascending order, NaN last; stable.  An error for items
    that have no order, as a string and an int have none.
    compare(a, b) gives true if a comes before b, or an int: negative, zero, positive."""
    w_array.mark_items_shared()
    return sorted_array(w_array, w_compare)


def sorted_array(w_array, w_compare):
    """A new array with the items of one, which are not marked shared, in order.

    ``w_compare``: a callable or None; RuffError for anything else."""
    if w_compare is None:
        return _in_natural_order(w_array)
    if not isinstance(w_compare, W_Callable):
        raise RuffError('sort expects a function as second argument')
    return new_array(_sort_by_callback(w_array.items_w(), w_compare))


def _in_natural_order(w_array):
    if w_array.strategy is range_strategy:
        return _sorted_range(w_array)
    int_items = w_array.int_items()
    if int_items is not None:
        int_items = int_items[:]
        sort_ints(int_items)
        return new_int_array(int_items)
    float_items = w_array.float_items()
    if float_items is not None:
        return new_float_array(_sorted_floats(float_items))
    if w_array.strategy is string_strategy:
        return _sorted_strings(w_array)
    items_w = w_array.items_w()
    sort_objects(items_w)
    return new_array(items_w)


def _sorted_range(w_array):
    length = w_array.length()
    if length > 1 and comes_before(w_array.get(1), w_array.get(0)):
        return w_array.reversed_copy()
    return w_array.slice(0, length)


def _sorted_floats(items):
    """A sorted copy, every NaN at the end."""
    ordered = [item for item in items if item == item]
    sort_floats(ordered)
    for _ in range(len(items) - len(ordered)):
        ordered.append(NAN)
    return ordered


def _sorted_strings(w_array):
    strings_w = []
    for w_item in w_array.items_w():
        assert isinstance(w_item, W_Str)
        strings_w.append(w_item)
    sort_strings(strings_w)
    return new_string_array(strings_w)


def callback_says_before(w_result):
    """Whether the result of compare(a, b) puts a before b."""
    if isinstance(w_result, W_Bool):
        return w_result.value
    if isinstance(w_result, W_Int):
        return w_result.value < 0
    if isinstance(w_result, W_Float):
        return w_result.value < 0.0
    if isinstance(w_result, W_BigInt):
        return bigint_sign(w_result.value) < 0
    raise RuffError('sort: the function must return a bool or an int, got ' +
                    w_result.type_name())


def _copy_items(source_w, start, stop, target_w, target):
    while start < stop:
        target_w[target] = source_w[start]
        start += 1
        target += 1


def _sort_by_callback(items_w, w_compare):
    """Merge sort, stable; returns the list with the result, ``items_w`` is used up.

    Runs of ``width`` items, at first 1, are merged from one list into the other.  Each round of
    the loop makes one comparison, so that the whole sort is a single loop for the JIT:
    left .. middle and right .. stop are what is left of the two runs, ``out`` is where the next
    item goes.  A probe compares the ends at which the runs meet.
    """
    count = len(items_w)
    if count < 2:
        return items_w
    code = code_of(w_compare)
    source_w = items_w
    target_w = items_w[:]
    width = 1
    left = 0
    middle = 1
    right = 1
    stop = 2
    out = 0
    probing = False
    while True:
        sort_driver.jit_merge_point(code=code)
        poll_now()
        w_right = source_w[right]
        w_left = source_w[middle - 1] if probing else source_w[left]
        before = callback_says_before(call2(w_compare, w_right, w_left))
        if probing:
            probing = False
            if before:
                continue
            # In order already: the left run goes first, the rest is copied below.
            _copy_items(source_w, left, middle, target_w, out)
            out += middle - left
            left = middle
        elif before:
            target_w[out] = w_right
            right += 1
            out += 1
        else:
            target_w[out] = w_left
            left += 1
            out += 1
        if left != middle and right != stop:
            continue
        _copy_items(source_w, left, middle, target_w, out)
        _copy_items(source_w, right, stop, target_w, out + middle - left)
        left = stop
        middle = left + width
        if middle >= count:
            # The last run has no partner; the next round of merges begins.
            _copy_items(source_w, left, count, target_w, left)
            source_w, target_w = target_w, source_w
            width *= 2
            if width >= count:
                return source_w
            left = 0
            middle = width
        right = middle
        stop = min(middle + width, count)
        out = left
        probing = width >= PROBED_WIDTH


@builtin('sort_by', 'array', 'callable', count='A2',
         mistyped='sort_by expects an array and a function')
def sort_by(w_array, w_key):
    "sort_by(array, key) -> array, ascending by key(item), which is called once per item; stable."
    w_array.mark_items_shared()
    return array_sorted_by(w_array, w_key)


def array_sorted_by(w_array, w_key):
    """As ``sorted_array``, by the values of ``key(item)``."""
    code = code_of(w_key)
    keyed = []
    index = 0
    while index < w_array.length():
        sort_by_driver.jit_merge_point(code=code)
        poll_now()
        w_item = w_array.get(index)
        keyed.append(KeyedItem(call1(w_key, w_item), w_item))
        index += 1
    sort_keyed_items(keyed)
    return new_array([item.w_item for item in keyed])
