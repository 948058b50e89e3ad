"""Opcodes that write in place (language.md 4.2)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.element_access import (
    own_constant_key, own_field, own_index, own_same_field, own_same_index, take_field, take_index,
    take_part, write_constant_key, write_field, write_index, write_slice)
from ruffinterp.vm.frame import owns, peek, set_owned, store
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.ops.access import key_value
from ruffinterp.vm.ops.variables import captured_variable, cell_at, global_value


@instruction(opcodes.OWN_LOCAL)
def op_own_local(frame, code, register):
    w_value = peek(frame, code, register)
    if not w_value.is_exclusive():
        store(frame, register, w_value.shallow_copy())


@instruction(opcodes.OWN_PARAMETER)
def op_own_parameter(frame, code, register):
    w_value = peek(frame, code, register)
    if not w_value.is_exclusive() or not owns(frame, register):
        store(frame, register, w_value.shallow_copy())
        set_owned(frame, register)


@instruction(opcodes.OWN_GLOBAL)
def op_own_global(cell):
    w_value = global_value(cell)
    if not w_value.is_exclusive():
        w_value = w_value.shallow_copy()
        cell.set(w_value)
    return w_value


@instruction(opcodes.OWN_CELL)
def op_own_cell(frame, code, register):
    w_value = captured_variable(frame, code, register)
    if not w_value.is_exclusive():
        w_value = w_value.shallow_copy()
        cell_at(frame, register).w_value = w_value
    return w_value


@instruction(opcodes.OWN_INDEX)
def op_own_index(w_container, w_index):
    return own_index(w_container, w_index)


@instruction(opcodes.OWN_FIELD)
def op_own_field(w_container, name):
    return own_field(w_container, name)


@instruction(opcodes.OWN_KEY)
def op_own_key(w_container, name):
    if isinstance(w_container, W_Dict):
        return own_constant_key(w_container, name, None)
    return own_index(w_container, key_value(name))


# ---- what was read before other operands were evaluated, which may have changed it

@instruction(opcodes.OWN_SAME_INDEX)
def op_own_same_index(w_container, w_index, w_old):
    return own_same_index(w_container, w_index, w_old)


@instruction(opcodes.OWN_SAME_FIELD)
def op_own_same_field(w_container, name, w_old):
    return own_same_field(w_container, name, w_old)


@instruction(opcodes.OWN_SAME_KEY)
def op_own_same_key(w_container, name, w_old):
    if isinstance(w_container, W_Dict):
        return own_same_field(w_container, name, w_old)
    return own_same_index(w_container, key_value(name), w_old)


@instruction(opcodes.SET_INDEX)
def op_set_index(w_container, w_index, w_item):
    write_index(w_container, w_index, w_item)


@instruction(opcodes.SET_FIELD)
def op_set_field(w_container, name, w_item):
    write_field(w_container, name, w_item)


@instruction(opcodes.SET_KEY)
def op_set_key(w_container, name, w_item):
    if isinstance(w_container, W_Dict):
        write_constant_key(w_container, name, None, w_item)
    else:
        write_index(w_container, key_value(name), w_item)


@instruction(opcodes.SET_SLICE)
def op_set_slice(w_container, w_low, w_high, w_items):
    write_slice(w_container, w_low, w_high, w_items)


@instruction(opcodes.TAKE_INDEX)
def op_take_index(w_container, w_index):
    return take_index(w_container, w_index)


@instruction(opcodes.TAKE_FIELD)
def op_take_field(w_container, name):
    return take_field(w_container, name)


@instruction(opcodes.TAKE_KEY)
def op_take_key(w_container, name):
    if isinstance(w_container, W_Dict):
        return take_field(w_container, name)
    return take_index(w_container, key_value(name))


# ---- get(dict, key, default) as a path

def look_up(w_container, w_index, builtin):
    """What the builtin ``get`` finds, borrowed, or None; its RuffError."""
    if not isinstance(w_container, W_Dict):
        builtin.call2(w_container, w_index, 0)
        return None
    return w_container.get(w_index)


@instruction(opcodes.GET_OR_DEFAULT)
def op_get_or_default(w_container, w_index, w_default, builtin):
    w_element = look_up(w_container, w_index, builtin)
    return w_default if w_element is None else w_element


@instruction(opcodes.TAKE_OR_DEFAULT)
def op_take_or_default(w_container, w_index, w_default, builtin):
    w_element = look_up(w_container, w_index, builtin)
    if w_element is None:
        return w_default
    return take_part(w_container, w_index, w_element)
