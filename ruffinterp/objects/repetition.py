"""Strings and arrays written several times, and one value many times."""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.array import (
    empty_array, new_array, new_bool_array, new_float_array, new_int_array, new_string_array)
from ruffinterp.objects.booleans import W_Bool
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.memory_budget import check_budget, check_items
from ruffinterp.objects.integer import W_BigInt, W_Int, out_of_range
from ruffinterp.objects.string import W_Str, w_empty_string
from ruffinterp.rcompat import bigint_sign

MAX_REPEATED_BYTES = 2 ** 31


@jit.dont_look_inside
def repeated_string(w_text, w_count):
    """A W_Str written ``w_count`` (W_Integer) times; nothing for a negative count.

    More than 2^31 bytes are ``Integer out of range`` (decision 21).
    """
    text = w_text.text()
    if isinstance(w_count, W_Int):
        return W_Str(repeated(text, w_count.value))
    assert isinstance(w_count, W_BigInt)
    if text and bigint_sign(w_count.as_bigint()) > 0:
        raise out_of_range()
    return w_empty_string


def repeated(text, count):
    """``text`` (str) ``count`` (int) times, as ``repeated_string``; str."""
    if count <= 0:
        return ''
    try:
        size = ovfcheck(len(text) * count)
    except OverflowError:
        raise out_of_range()
    if size > MAX_REPEATED_BYTES:
        raise out_of_range()
    check_budget(size)
    if len(text) == 1:
        builder = StringBuilder(size)
        builder.append_multiple_char(text[0], size)
        return builder.build()
    return text * count


@jit.dont_look_inside
def repeated_array(w_array, w_count):
    """A new W_Array with the items ``w_count`` (W_Integer) times, marked shared; empty for a
    negative count (decision 59).

    RuffError ``Integer out of range`` or ``Out of memory`` for more items than fit.
    """
    length = w_array.length()
    if length == 0 or w_count.is_negative() or not w_count.is_truthy():
        return empty_array()
    if not isinstance(w_count, W_Int):
        raise out_of_range()
    if length == 1:
        return filled_array(w_array.get(0), w_count.value)
    try:
        total = ovfcheck(length * w_count.value)
    except OverflowError:
        raise out_of_range()
    check_items(total)
    w_result = w_array.shallow_copy()
    # What is there already is doubled as long as it fits.
    while w_result.length() <= total - w_result.length():
        w_result.extend(w_result)
    w_result.extend(w_result.slice(0, total - w_result.length()))
    return w_result


@jit.dont_look_inside
def filled_array(w_value, count):
    """A new W_Array with ``w_value``, marked shared, ``count`` (int) times; empty if negative."""
    if count <= 0:
        return empty_array()
    check_items(count)
    if isinstance(w_value, W_Int):
        return new_int_array([w_value.value] * count)
    if isinstance(w_value, W_Float):
        return new_float_array([w_value.value] * count)
    if isinstance(w_value, W_Bool):
        return new_bool_array([w_value.value] * count)
    if isinstance(w_value, W_Str):
        return new_string_array([w_value] * count)
    w_value.mark_shared()
    return new_array([w_value] * count)
