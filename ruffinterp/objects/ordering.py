"""Ordering and numeric equality (language.md 3.5, 3.6; decision 42).

Two orders differ in NaN only.  The operators compare as IEEE says, so that NaN is neither before
nor behind anything; everything that arranges values (``comes_before``, ``compare_values``) puts it
behind all other numbers.  Arrays are compared item by item, then by length; the first items that
are not the same member (hashing.py) decide.
"""

from rpython.rlib import jit

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.array_strategies import int_strategy
from ruffinterp.objects.booleans import W_Bool
from ruffinterp.objects.errors import RuffError, Unsuitable
from ruffinterp.objects.hashing import same_member, same_number
from ruffinterp.objects.integer import W_Int, W_Integer, int_compare
from ruffinterp.objects.kind_names import kind_with_article
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct

# What two values can be to each other.
LESS = -1
SAME = 0
GREATER = 1
# Neither is before the other, but they are not the same: an int beyond the precision of a float
# and that float, two structs whose op_lt says so.
TIED = 2
# One of them is NaN.
UNORDERED = 3


@jit.dont_look_inside
def no_order(w_left, w_right):
    """The RuffError for two values that have no order."""
    return RuffError('Cannot order %s and %s' % (
        kind_with_article(w_left), kind_with_article(w_right)), None, Unsuitable(w_left, w_right),
                     kinds.NO_ORDER)


# ---- structs

class StructOrder(object):
    """How a struct is ordered.  The virtual machine, which can call methods, registers its own."""

    def less(self, w_left, w_right):
        """Does the struct ``w_left`` come before ``w_right``?  RuffError without an order."""
        raise no_order(w_left, w_right)


class Hooks(object):
    def __init__(self):
        self.struct_order = StructOrder()


hooks = Hooks()


# ---- operators

def is_plain_pair(w_left, w_right):
    """Two numbers or two strings?"""
    if isinstance(w_left, W_Number):
        return isinstance(w_right, W_Number)
    return isinstance(w_left, W_Str) and isinstance(w_right, W_Str)


def less(w_left, w_right):
    """``left < right`` without overloading; RuffError for values without an order."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return w_left.value < w_right.value
    if isinstance(w_left, W_Integer) and isinstance(w_right, W_Integer):
        return int_compare(w_left, w_right) < 0
    if isinstance(w_left, W_Number) and isinstance(w_right, W_Number):
        return w_left.to_float() < w_right.to_float()
    if isinstance(w_left, W_Str) and isinstance(w_right, W_Str):
        return w_left.compare(w_right) < 0
    return relation(w_left, w_right, False) == LESS


def less_equal(w_left, w_right):
    """``left <= right``; see ``less``."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return w_left.value <= w_right.value
    if isinstance(w_left, W_Integer) and isinstance(w_right, W_Integer):
        return int_compare(w_left, w_right) <= 0
    if isinstance(w_left, W_Number) and isinstance(w_right, W_Number):
        return w_left.to_float() <= w_right.to_float()
    if isinstance(w_left, W_Str) and isinstance(w_right, W_Str):
        return w_left.compare(w_right) <= 0
    found = relation(w_left, w_right, False)
    return found != GREATER and found != UNORDERED


def greater(w_left, w_right):
    """``left > right``; see ``less``."""
    if is_plain_pair(w_left, w_right):
        return less(w_right, w_left)
    return relation(w_left, w_right, False) == GREATER


def greater_equal(w_left, w_right):
    """``left >= right``; see ``less``."""
    if is_plain_pair(w_left, w_right):
        return less_equal(w_right, w_left)
    found = relation(w_left, w_right, False)
    return found != LESS and found != UNORDERED


# ---- arranging

def comes_before(w_left, w_right):
    """The order of ``sort``, ``min``, ``max`` and what else arranges values.

    NaN is behind all other numbers; a struct is asked by its ``op_lt``, which may run any code.
    RuffError for values without an order.
    """
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return w_left.value < w_right.value
    if isinstance(w_left, W_Struct):
        return hooks.struct_order.less(w_left, w_right)
    return relation(w_left, w_right, True) == LESS


def compare_values(w_left, w_right):
    """Below 0, 0 or above 0 in the order of ``comes_before``; 0 if neither comes first."""
    if isinstance(w_left, W_Struct):
        found = _relation_of_structs(w_left, w_right)
    else:
        found = relation(w_left, w_right, True)
    if found == TIED:
        return 0
    return found


# ---- pairs

def relation(w_left, w_right, nan_last):
    """What two values are to each other, structs excluded; RuffError without an order.

    ``nan_last``: a NaN is greater than every other number and the same as another NaN.
    """
    if isinstance(w_left, W_Number):
        if isinstance(w_right, W_Number):
            return _relation_of_numbers(w_left, w_right, nan_last)
    elif isinstance(w_left, W_Str):
        if isinstance(w_right, W_Str):
            return _sign(w_left.compare(w_right))
    elif isinstance(w_left, W_Array):
        if isinstance(w_right, W_Array):
            return _relation_of_arrays(w_left, w_right, nan_last)
    elif isinstance(w_left, W_Bool):
        if isinstance(w_right, W_Bool):
            return int(w_left.value) - int(w_right.value)
    raise no_order(w_left, w_right)


def _sign(difference):
    if difference < 0:
        return LESS
    if difference > 0:
        return GREATER
    return SAME


def _relation_of_numbers(w_left, w_right, nan_last):
    if isinstance(w_left, W_Integer) and isinstance(w_right, W_Integer):
        return _sign(int_compare(w_left, w_right))
    left = w_left.to_float()
    right = w_right.to_float()
    if left < right:
        return LESS
    if left > right:
        return GREATER
    if left == right:
        return SAME if same_number(w_left, w_right) else TIED
    if not nan_last:
        return UNORDERED
    # At least one is NaN, which alone differs from itself.
    return int(left != left) - int(right != right)


def _relation_of_arrays(w_left, w_right, nan_last):
    length = min(w_left.length(), w_right.length())
    if w_left.strategy is int_strategy and w_right.strategy is int_strategy:
        found = _relation_of_ints(w_left.int_items(), w_right.int_items(), length)
        if found != SAME:
            return found
    else:
        for index in range(length):
            found = _relation_of_items(w_left.get(index), w_right.get(index), nan_last)
            if found != SAME:
                return found
    return _sign(w_left.length() - w_right.length())


def _relation_of_ints(items, other_items, length):
    for index in range(length):
        if items[index] != other_items[index]:
            return LESS if items[index] < other_items[index] else GREATER
    return SAME


def _relation_of_items(w_left, w_right, nan_last):
    """The same for items of arrays: those that are the same need no order."""
    if isinstance(w_left, W_Struct):
        if same_member(w_left, w_right):
            return SAME
        return _relation_of_structs(w_left, w_right)
    if is_plain_pair(w_left, w_right) or isinstance(w_left, W_Array):
        return relation(w_left, w_right, nan_last)
    if same_member(w_left, w_right):
        return SAME
    return relation(w_left, w_right, nan_last)


def _relation_of_structs(w_left, w_right):
    order = hooks.struct_order
    if order.less(w_left, w_right):
        return LESS
    if isinstance(w_right, W_Struct) and order.less(w_right, w_left):
        return GREATER
    return TIED
