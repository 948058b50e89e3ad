"""Which values may be keys of dicts, and which keys are ints (decision 54).

Handles and functions are no data, and NaN is not equal to itself: neither they nor what holds them
can be found again.
"""

from rpython.rlib import jit
from rpython.rlib.longlong2float import longlong2float

from ruffinterp.objects.array import W_Array
from ruffinterp.objects.array_strategies import float_strategy, int_strategy, object_strategy
from ruffinterp.objects.base import W_Container
from ruffinterp.objects.booleans import W_Bool, W_Null
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.hashing import W_HashBased
from ruffinterp.objects.integer import W_Integer
from ruffinterp.objects.kind_names import kind_with_article
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct
from ruffinterp.objects.struct_layouts import FLOAT

# All floats from the first up to the second, which is excluded, fit machine ints.
SMALLEST_INT_FLOAT = -9223372036854775808.0
LARGEST_INT_FLOAT = 9223372036854775808.0


def is_int_key(value):
    """Is a float the key of the machine int of the same value?"""
    if not SMALLEST_INT_FLOAT <= value < LARGEST_INT_FLOAT:
        return False
    return float(int(value)) == value


def check_key(w_key):
    """RuffError if ``w_key``, neither a string nor an int, cannot be a key."""
    if isinstance(w_key, W_Array) and w_key.strategy is int_strategy:
        return
    check_other_key(w_key)


@jit.dont_look_inside
def check_other_key(w_key):
    w_part = unfit_part(w_key)
    if w_part is None:
        return
    what = 'NaN' if isinstance(w_part, W_Float) else kind_with_article(w_part)
    if w_part is w_key:
        if what != 'NaN':
            what = what[0].upper() + what[1:]
        raise RuffError(what + ' cannot be a key of a dict')
    raise RuffError('A key of a dict cannot hold ' + what)


def unfit_part(w_value):
    """The value itself or the first part of it that no key can have, or None."""
    if isinstance(w_value, W_Float):
        return w_value if w_value.value != w_value.value else None
    if isinstance(w_value, W_Container):
        return unfit_part_of_container(w_value)
    if (isinstance(w_value, W_Str) or isinstance(w_value, W_Integer) or
            isinstance(w_value, W_Bool) or isinstance(w_value, W_Null)):
        return None
    return w_value


def unfit_part_of_container(w_value):
    if isinstance(w_value, W_Array):
        strategy = w_value.strategy
        if strategy is object_strategy or strategy is float_strategy:
            return unfit_item(w_value.items_w())
        return None
    if isinstance(w_value, W_Struct):
        return unfit_part_of_struct(w_value)
    if isinstance(w_value, W_EnumValue):
        for w_item in w_value.items_w:
            w_part = unfit_part(w_item)
            if w_part is not None:
                return w_part
        return None
    if isinstance(w_value, W_Result):
        return unfit_part(w_value.w_value)
    if isinstance(w_value, W_Option):
        if w_value.w_value is None:
            return None
        return unfit_part(w_value.w_value)
    if isinstance(w_value, W_Queue):
        return unfit_item(w_value.items_w())
    if isinstance(w_value, W_Stack):
        return unfit_item(w_value.items_w())
    if isinstance(w_value, W_HashBased):
        return unfit_item(w_value.parts_w())
    return w_value


def unfit_item(items_w):
    for w_item in items_w:
        w_part = unfit_part(w_item)
        if w_part is not None:
            return w_part
    return None


def unfit_part_of_struct(w_struct):
    layout = w_struct.layout
    for index in range(layout.shape.size()):
        if layout.kind(index) == FLOAT:
            value = longlong2float(w_struct.words[layout.place(index)])
            if value != value:
                return W_Float(value)
    for w_value in w_struct.objects:
        w_part = unfit_part(w_value)
        if w_part is not None:
            return w_part
    return None
