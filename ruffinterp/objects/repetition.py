"""Strings written several times."""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.memory_budget import check_budget
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
