"""Opcodes of patterns (language.md 5.6)."""

from rpython.rlib import jit

from ruffinterp.bytecode import opcodes
from ruffinterp.objects.array import W_Array, empty_array
from ruffinterp.objects.dict import W_Dict, empty_dict
from ruffinterp.objects.booleans import w_null
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.ops.access import key_value


def kept_part(w_source, w_part, owned):
    """A part that is bound to a variable: owned if the source was an exclusive temporary."""
    if owned == 0 or not w_source.is_exclusive():
        w_part.mark_shared()
    return w_part


@instruction(opcodes.ITEM_OR_NULL)
def op_item_or_null(w_source, index, owned):
    w_item = None
    if isinstance(w_source, W_Array):
        w_item = w_source.fetch(index)
    if w_item is None:
        w_item = w_null
    return kept_part(w_source, w_item, owned)


@instruction(opcodes.REST_OF_ARRAY)
def op_rest_of_array(w_source, start):
    if isinstance(w_source, W_Array) and w_source.length() > start:
        return w_source.slice(start, w_source.length())
    return empty_array()


@instruction(opcodes.KEY_OR_NULL)
def op_key_or_null(w_source, name, owned):
    w_value = None
    if isinstance(w_source, W_Dict):
        w_value = w_source.get_constant(name)
    if w_value is None:
        w_value = w_null
    return kept_part(w_source, w_value, owned)


# test_jit_dicts.py: the JIT must see every opcode function.
@instruction(opcodes.REST_OF_DICT)
@jit.unroll_safe
def op_rest_of_dict(code, w_source, count, first_name):
    w_rest = empty_dict()
    if isinstance(w_source, W_Dict):
        w_rest.merge(w_source)
        mark_values_shared(w_source)
        for i in range(count):
            w_rest.remove(key_value(code.names[code.ops[first_name + i]]))
    return w_rest


@jit.dont_look_inside
def mark_values_shared(w_dict):
    for w_value in w_dict.ordered_values():
        w_value.mark_shared()
