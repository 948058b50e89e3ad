"""Ordering and numeric equality (language.md 3.5, 3.6)."""

from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Int, W_Integer, int_compare
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.string import W_Str


class NotComparable(Exception):
    """The pair has no order; the caller knows the operator and makes the message."""


def less(w_left, w_right):
    """``left < right``: number pairs (mixed by float, NaN false) and string pairs.

    Raises NotComparable for others.
    """
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return w_left.value < w_right.value
    if isinstance(w_left, W_Integer) and isinstance(w_right, W_Integer):
        return int_compare(w_left, w_right) < 0
    if isinstance(w_left, W_Number) and isinstance(w_right, W_Number):
        return w_left.to_float() < w_right.to_float()
    if isinstance(w_left, W_Str) and isinstance(w_right, W_Str):
        return w_left.compare(w_right) < 0
    raise NotComparable


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
    raise NotComparable


def compare_values(w_left, w_right):
    """Below 0, 0 or above 0 for number pairs and string pairs; NaN compares as 0 with everything.

    Raises NotComparable for others.
    """
    if isinstance(w_left, W_Integer) and isinstance(w_right, W_Integer):
        return int_compare(w_left, w_right)
    if isinstance(w_left, W_Number) and isinstance(w_right, W_Number):
        left = w_left.to_float()
        right = w_right.to_float()
        return int(left > right) - int(left < right)
    if isinstance(w_left, W_Str) and isinstance(w_right, W_Str):
        return w_left.compare(w_right)
    raise NotComparable


def numbers_equal(w_left, w_right):
    """``==`` of two W_Number: ints exactly, otherwise as floats with tolerance."""
    return w_left.equals(w_right)
