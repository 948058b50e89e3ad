"""Reading and writing by index and by field (language.md 4.2 to 4.4; ownership: base.py).

A store into a path like ``a[i].f[j] := v`` is: own the variable's value, ``own_index`` it at
``i``, ``own_field`` that at ``f``, ``write_index`` that at ``j``.
"""

import math
import sys

from rpython.rlib.rstring import StringBuilder

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.base import W_Container
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import (
    BadIndex, MissingName, RuffError, plain_error, refusal)
from ruffinterp.objects.floats import W_Float, float_text
from ruffinterp.objects.integer import W_Int, W_Integer, float_to_int, to_machine_int
from ruffinterp.objects.key_values import check_key, may_hold
from ruffinterp.objects.kind_names import kind_with_article
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.serialization import deep_copy
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct

READ_ERROR = 'Invalid index operation'
WRITE_ERROR = 'Invalid index assignment'
ARRAY_WRITE_ERROR = 'Invalid index assignment: unsupported array index type'


# ---- indices

def position_of(w_index, length, type_error):
    """The position (int) that an index of a sequence means, which may count from the end.

    RuffError: out of range, a float with a fraction (decision 47), or ``type_error`` if it is no
    number.
    """
    if isinstance(w_index, W_Float):
        value = w_index.value
        if value - value != 0.0:
            # An infinity or NaN.
            raise refusal(kinds.INDEX_TYPE, type_error, w_index)
        if math.floor(value) != value:
            raise plain_error(kinds.INDEX_TYPE,
                              'An index is a whole number, not %s' % float_text(value))
        w_index = float_to_int(value)
    if not isinstance(w_index, W_Integer):
        raise refusal(kinds.INDEX_TYPE, type_error, w_index)
    index = to_machine_int(w_index)
    position = index
    if position < 0:
        position += length
    if position < 0 or position >= length:
        raise RuffError('Index out of bounds: %d' % index, None, BadIndex(length),
                        kinds.INDEX_RANGE)
    return position


def missing_key(w_dict, w_key):
    """The RuffError for a key that a dict does not have."""
    if isinstance(w_key, W_Str):
        return missing_name(w_dict, w_key.text())
    builder = StringBuilder()
    w_key.display(builder)
    return plain_error(kinds.MISSING_KEY, 'Missing map key: ' + builder.build())


def missing_name(w_dict, name):
    return RuffError('Missing map key: "' + name + '"', None, MissingName(name, w_dict),
                     kinds.MISSING_KEY)


def missing_field(w_struct, name):
    """The RuffError for a field or method that a struct does not have."""
    return RuffError('Field not found: ' + name, None, MissingName(name, w_struct),
                     kinds.MISSING_FIELD)


def no_fields(w_value, name):
    """The RuffError for a member of a value that has none."""
    return RuffError("Cannot access field or method '" + name + "' on non-struct value", None,
                     MissingName(name, w_value), kinds.NO_FIELDS)


def no_field_to_set(w_value):
    return refusal(kinds.NO_FIELDS, 'Cannot set field on non-struct value', w_value)


def not_indexable(message, w_value):
    return refusal(kinds.NOT_INDEXABLE, message, w_value)


# ---- slices (decision 47)

def bound_of(w_bound, length):
    """The position (int) that a bound of a slice means, clamped to 0 .. length."""
    if isinstance(w_bound, W_Float):
        value = w_bound.value
        if value - value != 0.0 or math.floor(value) != value:
            raise plain_error(
            kinds.SLICE, 'A bound of a slice is a whole number, not %s' % float_text(value))
        w_bound = float_to_int(value)
    if isinstance(w_bound, W_Int):
        position = w_bound.value
    elif isinstance(w_bound, W_Integer):
        position = -sys.maxint if w_bound.is_negative() else sys.maxint
    else:
        raise plain_error(
            kinds.SLICE, 'A bound of a slice is an int, not %s' % kind_with_article(w_bound))
    if position < 0:
        # No overflow: a length is not negative.
        position += length
        if position < 0:
            return 0
    return min(position, length)


def read_slice(w_container, w_low, w_high):
    """``w_container[w_low:w_high]`` as a new value."""
    if isinstance(w_container, W_Array):
        length = w_container.length()
    elif isinstance(w_container, W_Str):
        length = w_container.length()
    else:
        raise refusal(
            kinds.SLICE, 'Cannot take a slice of %s' % kind_with_article(w_container), w_container)
    low = bound_of(w_low, length)
    high = max(low, bound_of(w_high, length))
    if isinstance(w_container, W_Array):
        return w_container.slice(low, high)
    assert isinstance(w_container, W_Str)
    return w_container.slice(low, high)


def write_slice(w_container, w_low, w_high, w_items):
    """``w_container[w_low:w_high] := w_items`` in place."""
    if not isinstance(w_container, W_Array):
        raise plain_error(
            kinds.SLICE, 'Cannot assign a slice of %s' % kind_with_article(w_container))
    if not isinstance(w_items, W_Array):
        raise plain_error(
            kinds.SLICE, 'A slice is assigned an array, not %s' % kind_with_article(w_items))
    length = w_container.length()
    low = bound_of(w_low, length)
    high = max(low, bound_of(w_high, length))
    w_container.replace(low, high, w_items)


# ---- reading

def read_index(w_container, w_index):
    """``w_container[w_index]`` (language.md 4.3); the result is borrowed from the container."""
    if isinstance(w_index, W_Int):
        if isinstance(w_container, W_Array):
            w_item = w_container.fetch(w_index.value)
            if w_item is not None:
                return w_item
        elif isinstance(w_container, W_Dict):
            w_item = w_container.get_int(w_index.value)
            if w_item is not None:
                return w_item
    elif isinstance(w_container, W_Dict) and isinstance(w_index, W_Str):
        w_item = w_container.get_str(w_index)
        if w_item is not None:
            return w_item
    return read_any_index(w_container, w_index, READ_ERROR, READ_ERROR)


def read_any_index(w_container, w_index, container_error, array_index_error):
    """``read_index`` without shortcuts, with the messages for wrong types."""
    if isinstance(w_container, W_Array):
        return w_container.get(
            position_of(w_index, w_container.length(), array_index_error))
    if isinstance(w_container, W_Str):
        return w_container.char_at(
            position_of(w_index, w_container.length(), container_error))
    if isinstance(w_container, W_Dict):
        w_value = w_container.get(w_index)
        if w_value is None:
            raise missing_key(w_container, w_index)
        return w_value
    raise not_indexable(container_error, w_container)


def read_constant_key(w_container, name, w_name):
    """``w_container["name"]`` with a constant key; ``w_name``: the key as W_Str."""
    if isinstance(w_container, W_Dict):
        w_value = w_container.get_constant(name)
        if w_value is None:
            raise missing_name(w_container, name)
        return w_value
    return read_index(w_container, w_name)


def read_field(w_container, name):
    """``w_container.name`` (language.md 4.4) of structs, dicts and modules; the result is borrowed.

    Kinds with fields of their own (images) are up to the caller.
    """
    if isinstance(w_container, W_Struct):
        w_value = w_container.get_field(name)
        if w_value is None:
            raise missing_field(w_container, name)
        return w_value
    if isinstance(w_container, W_Dict):
        w_value = w_container.get_constant(name)
        if w_value is None:
            return w_null
        return w_value
    if isinstance(w_container, W_Namespace):
        return w_container.read(name)
    raise no_fields(w_container, name)


# ---- writing; the container is exclusive and the value is kept

def write_index(w_container, w_index, w_value):
    """``w_container[w_index] := w_value`` in place (language.md 4.2)."""
    if isinstance(w_container, W_Array):
        if isinstance(w_index, W_Int) and w_container.store(w_index.value, w_value):
            return
        w_container.set(
            position_of(w_index, w_container.length(), ARRAY_WRITE_ERROR), w_value)
    elif isinstance(w_container, W_Dict):
        if isinstance(w_index, W_Int):
            w_container.set_int(w_index.value, w_value)
        elif may_hold(w_index, w_container):
            # There are no cycles: the key is what the dict was.
            check_key(w_index)
            w_container.set(deep_copy(w_index), w_value)
        else:
            w_container.set(w_index, w_value)
    else:
        raise refusal(kinds.NOT_ASSIGNABLE, WRITE_ERROR, w_container)


def write_constant_key(w_container, name, w_name, w_value):
    """``w_container["name"] := w_value`` with a constant key; ``w_name``: the key as W_Str."""
    if isinstance(w_container, W_Dict):
        w_container.set_constant(name, w_value)
    else:
        write_index(w_container, w_name, w_value)


def write_field(w_container, name, w_value):
    """``w_container.name := w_value`` in place (language.md 4.2)."""
    if isinstance(w_container, W_Struct):
        w_container.set_field(name, w_value)
    elif isinstance(w_container, W_Dict):
        w_container.set_constant(name, w_value)
    else:
        raise no_field_to_set(w_container)


# ---- the steps of a path; the container is exclusive

def own_index(w_container, w_index):
    """The element at an index, made exclusive: replaced by a shallow copy if it is not."""
    w_element = read_path_index(w_container, w_index)
    if w_element.is_exclusive():
        return w_element
    w_element = w_element.shallow_copy()
    write_index(w_container, w_index, w_element)
    return w_element


def read_path_index(w_container, w_index):
    """``read_index`` with the messages of an assignment."""
    if isinstance(w_container, W_Array) and isinstance(w_index, W_Int):
        w_element = w_container.fetch(w_index.value)
        if w_element is not None:
            return w_element
    return read_any_index(w_container, w_index, WRITE_ERROR, ARRAY_WRITE_ERROR)


def own_same_index(w_container, w_index, w_old):
    """``w_old`` itself if it is still the element at an index and exclusive, else a copy of it."""
    if isinstance(w_container, W_Dict):
        w_element = w_container.get(w_index)
    else:
        try:
            w_element = read_path_index(w_container, w_index)
        except RuffError:
            w_element = None
    return _same_or_copy(w_element, w_old)


def own_same_field(w_container, name, w_old):
    """``w_old`` itself if it is still the value of a field and exclusive, else a copy of it."""
    try:
        w_element = read_path_field(w_container, name)
    except RuffError:
        w_element = None
    return _same_or_copy(w_element, w_old)


def _same_or_copy(w_element, w_old):
    if w_element is w_old and w_old.is_exclusive():
        return w_old
    return w_old.shallow_copy()


def own_constant_key(w_container, name, w_name):
    """``own_index`` with a constant string key; ``w_name``: the key as W_Str."""
    if isinstance(w_container, W_Dict):
        return own_field(w_container, name)
    return own_index(w_container, w_name)


def own_field(w_container, name):
    """The value of a field, made exclusive: replaced by a shallow copy if it is not."""
    w_element = read_path_field(w_container, name)
    if w_element.is_exclusive():
        return w_element
    w_element = w_element.shallow_copy()
    write_field(w_container, name, w_element)
    return w_element


def read_path_field(w_container, name):
    """``read_field`` with the messages of an assignment."""
    if isinstance(w_container, W_Struct):
        w_element = w_container.get_field(name)
        if w_element is None:
            raise missing_field(w_container, name)
        return w_element
    if isinstance(w_container, W_Dict):
        w_element = w_container.get_constant(name)
        if w_element is None:
            raise missing_name(w_container, name)
        return w_element
    raise no_field_to_set(w_container)


def read_path_key(w_container, name, w_name):
    """``read_constant_key`` with the messages of an assignment."""
    if isinstance(w_container, W_Dict):
        return read_path_field(w_container, name)
    return read_path_index(w_container, w_name)


# ---- taking parts

def part_of(w_container, w_element):
    """``w_element``, read from an owned container, as an owned value."""
    if not w_container.is_exclusive():
        w_element.mark_shared()
    return w_element


def take_index(w_container, w_index):
    """The element at an index as an owned value.

    It leaves an exclusive container (null takes its place) and is shared with any other.
    """
    return take_part(w_container, w_index, read_index(w_container, w_index))


def take_part(w_container, w_index, w_element):
    """``take_index`` for an element that was read already."""
    if not isinstance(w_element, W_Container):
        return w_element
    if w_container.is_exclusive():
        write_index(w_container, w_index, w_null)
    else:
        w_element.mark_shared()
    return w_element


def take_field(w_container, name):
    """The value of a field as an owned value; see ``take_index``."""
    w_element = read_field(w_container, name)
    if not isinstance(w_element, W_Container):
        return w_element
    if w_container.is_exclusive():
        write_field(w_container, name, w_null)
    else:
        w_element.mark_shared()
    return w_element
