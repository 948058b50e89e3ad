"""Opcodes of patterns (language.md 5.6)."""

from rpython.rlib import jit

from ruffinterp.bytecode import opcodes
from ruffinterp.objects.array import W_Array, empty_array
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.dict import W_Dict, empty_dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.kind_names import kind_with_article
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.ops.access import key_value


def kept_part(w_source, w_part, owned):
    """A part that is bound to a variable: owned if the source was an exclusive temporary."""
    if owned == 0 or not w_source.is_exclusive():
        w_part.mark_shared()
    return w_part


@instruction(opcodes.CHECK_ARRAY)
def op_check_array(w_source, is_key):
    if not isinstance(w_source, W_Array):
        message = 'Cannot destructure %s as an array' % kind_with_article(w_source)
        if is_key and isinstance(w_source, W_Str):
            message += ': for key, value in dict  takes a dict apart'
        raise RuffError(message)


@instruction(opcodes.CHECK_FIELDS)
def op_check_fields(w_source):
    if not isinstance(w_source, W_Dict) and not isinstance(w_source, W_Struct):
        raise RuffError('Cannot destructure %s as a dict' % kind_with_article(w_source))


@instruction(opcodes.ITEM_OR_NULL)
def op_item_or_null(w_source, index, owned):
    assert isinstance(w_source, W_Array)
    w_item = w_source.fetch(index)
    if w_item is None:
        w_item = w_null
    return kept_part(w_source, w_item, owned)


@instruction(opcodes.REST_OF_ARRAY)
def op_rest_of_array(w_source, start):
    assert isinstance(w_source, W_Array)
    if w_source.length() > start:
        return w_source.slice(start, w_source.length())
    return empty_array()


@instruction(opcodes.KEY_OR_NULL)
def op_key_or_null(w_source, name, owned):
    if isinstance(w_source, W_Struct):
        w_value = w_source.get_field(name)
    else:
        assert isinstance(w_source, W_Dict)
        w_value = w_source.get_constant(name)
    if w_value is None:
        w_value = w_null
    return kept_part(w_source, w_value, owned)


# test_jit_dicts.py: the JIT must see every opcode function.
@instruction(opcodes.REST_OF_DICT)
@jit.unroll_safe
def op_rest_of_dict(code, w_source, count, first_name):
    w_rest = empty_dict()
    if isinstance(w_source, W_Struct):
        add_fields(w_rest, w_source)
    else:
        assert isinstance(w_source, W_Dict)
        w_rest.merge(w_source)
        mark_values_shared(w_source)
    for i in range(count):
        w_rest.remove(key_value(code.names[code.ops[first_name + i]]))
    return w_rest


@jit.dont_look_inside
def add_fields(w_dict, w_struct):
    """The displayed fields of a struct as entries, kept."""
    shape = w_struct.shape()
    for index in shape.sorted_indices:
        w_value = w_struct.get_at(index)
        w_value.mark_shared()
        w_dict.set(W_Str(shape.names[index]), w_value)


@jit.dont_look_inside
def mark_values_shared(w_dict):
    for w_value in w_dict.ordered_values():
        w_value.mark_shared()
