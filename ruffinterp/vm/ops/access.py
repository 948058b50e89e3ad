"""Opcodes that read parts of values (language.md 4.3, 6.4)."""

from rpython.rlib import jit

from ruffinterp.bytecode import opcodes
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct
from ruffinterp.objects.element_access import (
    part_of, read_constant_key, read_field, read_index, read_slice)
from ruffinterp.vm.instructions import instruction


@instruction(opcodes.INDEX)
def op_index(w_container, w_index):
    return read_index(w_container, w_index)


@instruction(opcodes.INDEX_OWNED)
def op_index_owned(w_container, w_index):
    return part_of(w_container, read_index(w_container, w_index))


@jit.elidable
def key_value(name):
    """A constant key as a string value."""
    return W_Str(name)


def read_key(w_container, name):
    if isinstance(w_container, W_Dict):
        return read_constant_key(w_container, name, None)
    return read_index(w_container, key_value(name))


@instruction(opcodes.KEY)
def op_key(w_container, name):
    return read_key(w_container, name)


@instruction(opcodes.KEY_OWNED)
def op_key_owned(w_container, name):
    return part_of(w_container, read_key(w_container, name))


@instruction(opcodes.FIELD)
def op_field(w_container, name):
    return read_field(w_container, name)


@instruction(opcodes.FIELD_OWNED)
def op_field_owned(w_container, name):
    return part_of(w_container, read_field(w_container, name))


@instruction(opcodes.SLICE)
def op_slice(w_container, w_low, w_high):
    return read_slice(w_container, w_low, w_high)


@instruction(opcodes.OPTIONAL_FIELD)
def op_optional_field(w_container, name):
    w_value = None
    if isinstance(w_container, W_Struct):
        w_value = w_container.get_field(name)
    elif isinstance(w_container, W_Dict):
        w_value = w_container.get_constant(name)
    elif isinstance(w_container, W_Namespace):
        w_value = w_container.get(name)
    if w_value is None:
        return w_null
    return w_value


@instruction(opcodes.FIELD_OR_UNBOUND)
def op_field_or_unbound(w_receiver, name):
    w_value = None
    if isinstance(w_receiver, W_Struct):
        w_value = w_receiver.get_field(name)
        if w_value is not None:
            w_value.mark_shared()
    return w_value
