"""Opcodes that read parts of values and write them in place."""

from rpython.rlib import jit

from ruffinterp.compiler import opcodes
from ruffinterp.objects.array import W_Array, empty_array
from ruffinterp.objects.dict import W_Dict, empty_dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.singletons import w_null
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct
from ruffinterp.objects.subscript import (
    own_constant_key, own_field, own_index, part_of, read_constant_key, read_field, read_index,
    take_field, take_index, write_constant_key, write_field, write_index)
from ruffinterp.objects.wrappers import W_EnumValue, W_Option, W_Result
from ruffinterp.vm.frame import load, owns, peek, set_owned, store, undefined
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.op_values import cell_at


# ---- reading

@instruction(opcodes.INDEX)
def op_index(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    w_index = load(frame, code, ops[pc + 3])
    store(frame, ops[pc + 1], read_index(w_container, w_index))
    return pc + 4


@instruction(opcodes.INDEX_OWNED)
def op_index_owned(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    w_index = load(frame, code, ops[pc + 3])
    store(frame, ops[pc + 1], part_of(w_container, read_index(w_container, w_index)))
    return pc + 4


@jit.elidable
def key_value(name):
    """A constant key as a string value."""
    return W_Str(name)


@instruction(opcodes.KEY)
def op_key(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    name = code.names[ops[pc + 3]]
    store(frame, ops[pc + 1], read_key(w_container, name))
    return pc + 4


def read_key(w_container, name):
    if isinstance(w_container, W_Dict):
        return read_constant_key(w_container, name, None)
    return read_index(w_container, key_value(name))


@instruction(opcodes.KEY_OWNED)
def op_key_owned(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    name = code.names[ops[pc + 3]]
    store(frame, ops[pc + 1], part_of(w_container, read_key(w_container, name)))
    return pc + 4


@instruction(opcodes.FIELD)
def op_field(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    store(frame, ops[pc + 1], read_field(w_container, code.names[ops[pc + 3]]))
    return pc + 4


@instruction(opcodes.FIELD_OWNED)
def op_field_owned(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    w_value = read_field(w_container, code.names[ops[pc + 3]])
    store(frame, ops[pc + 1], part_of(w_container, w_value))
    return pc + 4


@instruction(opcodes.OPTIONAL_FIELD)
def op_optional_field(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    store(frame, ops[pc + 1], optional_field(w_container, code.names[ops[pc + 3]]))
    return pc + 4


def optional_field(w_container, name):
    """``w_container?.name`` (language.md 6.4)."""
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
def op_field_or_unbound(frame, code, pc):
    ops = code.ops
    w_receiver = peek(frame, code, ops[pc + 2])
    w_value = None
    if isinstance(w_receiver, W_Struct):
        w_value = w_receiver.get_field(code.names[ops[pc + 3]])
        if w_value is not None:
            w_value.mark_shared()
    store(frame, ops[pc + 1], w_value)
    return pc + 4


# ---- destructuring (language.md 5.6)

def kept_part(w_source, w_part, owned):
    """A part that is bound to a variable: owned if the source was an exclusive temporary."""
    if owned == 0 or not w_source.is_exclusive():
        w_part.mark_shared()
    return w_part


@instruction(opcodes.ITEM_OR_NULL)
def op_item_or_null(frame, code, pc):
    ops = code.ops
    w_source = peek(frame, code, ops[pc + 2])
    w_item = None
    if isinstance(w_source, W_Array):
        w_item = w_source.fetch(ops[pc + 3])
    if w_item is None:
        w_item = w_null
    store(frame, ops[pc + 1], kept_part(w_source, w_item, ops[pc + 4]))
    return pc + 5


@instruction(opcodes.REST_OF_ARRAY)
def op_rest_of_array(frame, code, pc):
    ops = code.ops
    w_source = peek(frame, code, ops[pc + 2])
    start = ops[pc + 3]
    if isinstance(w_source, W_Array) and w_source.length() > start:
        w_rest = w_source.slice(start, w_source.length())
    else:
        w_rest = empty_array()
    store(frame, ops[pc + 1], w_rest)
    return pc + 4


@instruction(opcodes.KEY_OR_NULL)
def op_key_or_null(frame, code, pc):
    ops = code.ops
    w_source = peek(frame, code, ops[pc + 2])
    w_value = None
    if isinstance(w_source, W_Dict):
        w_value = w_source.get_constant(code.names[ops[pc + 3]])
    if w_value is None:
        w_value = w_null
    store(frame, ops[pc + 1], kept_part(w_source, w_value, ops[pc + 4]))
    return pc + 5


@instruction(opcodes.REST_OF_DICT)
@jit.unroll_safe
def op_rest_of_dict(frame, code, pc):
    ops = code.ops
    w_source = peek(frame, code, ops[pc + 2])
    count = ops[pc + 3]
    w_rest = empty_dict()
    if isinstance(w_source, W_Dict):
        w_rest.merge(w_source)
        mark_values_shared(w_source)
        for i in range(count):
            w_rest.remove(key_value(code.names[ops[pc + 4 + i]]))
    store(frame, ops[pc + 1], w_rest)
    return pc + 4 + count


@jit.dont_look_inside
def mark_values_shared(w_dict):
    for w_value in w_dict.ordered_values():
        w_value.mark_shared()


# ---- match (language.md 8.3, decision 7)

def has_tag(w_subject, tag):
    if isinstance(w_subject, W_EnumValue):
        return w_subject.tag is tag
    if isinstance(w_subject, W_Result):
        if w_subject.is_ok:
            return tag.text == 'Ok' or tag.text == 'Result::Ok'
        return tag.text == 'Err' or tag.text == 'Result::Err'
    if isinstance(w_subject, W_Option):
        if w_subject.w_value is not None:
            return tag.text == 'Some' or tag.text == 'Option::Some'
        return tag.text == 'None' or tag.text == 'Option::None'
    if isinstance(w_subject, W_Str):
        return tag.enum_name == '' and w_subject.text() == tag.text
    return False


@instruction(opcodes.JUMP_UNLESS_TAG)
def op_jump_unless_tag(frame, code, pc):
    ops = code.ops
    if has_tag(peek(frame, code, ops[pc + 1]), code.tags[ops[pc + 2]]):
        return pc + 4
    return ops[pc + 3]


@instruction(opcodes.JUMP_UNLESS_LITERAL)
def op_jump_unless_literal(frame, code, pc):
    ops = code.ops
    if peek(frame, code, ops[pc + 1]).equals(code.constants[ops[pc + 2]]):
        return pc + 4
    return ops[pc + 3]


def payload(w_subject, index):
    """What ``case Name(v)`` binds; None without payload (decision 29)."""
    if isinstance(w_subject, W_EnumValue):
        if index < len(w_subject.items_w):
            return w_subject.items_w[index]
    elif index == 0:
        if isinstance(w_subject, W_Result):
            return w_subject.w_value
        if isinstance(w_subject, W_Option):
            return w_subject.w_value
    return None


@instruction(opcodes.PAYLOAD)
def op_payload(frame, code, pc):
    ops = code.ops
    w_subject = peek(frame, code, ops[pc + 2])
    w_part = payload(w_subject, ops[pc + 3])
    if w_part is not None:
        kept_part(w_subject, w_part, ops[pc + 4])
    store(frame, ops[pc + 1], w_part)
    return pc + 5


@instruction(opcodes.TRY_UNWRAP)
def op_try_unwrap(frame, code, pc):
    """``value?``: the payload and a jump, or the failure itself."""
    ops = code.ops
    w_value = load(frame, code, ops[pc + 2])
    if isinstance(w_value, W_Result):
        succeeded = w_value.is_ok
        w_part = w_value.w_value
    elif isinstance(w_value, W_Option):
        w_part = w_value.w_value
        succeeded = w_part is not None
    else:
        raise RuffError('Try operator requires Result or Option')
    if succeeded:
        store(frame, ops[pc + 1], kept_part(w_value, w_part, ops[pc + 3]))
        return ops[pc + 4]
    if ops[pc + 3] == 0:
        w_value.mark_shared()
    store(frame, ops[pc + 1], w_value)
    return pc + 5


# ---- writing in place (language.md 4.2)

@instruction(opcodes.OWN_LOCAL)
def op_own_local(frame, code, pc):
    register = code.ops[pc + 1]
    w_value = peek(frame, code, register)
    if not w_value.is_exclusive():
        store(frame, register, w_value.shallow_copy())
    return pc + 2


@instruction(opcodes.OWN_PARAMETER)
def op_own_parameter(frame, code, pc):
    register = code.ops[pc + 1]
    w_value = peek(frame, code, register)
    if not w_value.is_exclusive() or not owns(frame, register):
        store(frame, register, w_value.shallow_copy())
        set_owned(frame, register)
    return pc + 2


@instruction(opcodes.OWN_GLOBAL)
def op_own_global(frame, code, pc):
    cell = code.cells[code.ops[pc + 2]]
    w_value = cell.get()
    if w_value is None:
        raise undefined(cell.name)
    if not w_value.is_exclusive():
        w_value = w_value.shallow_copy()
        cell.set(w_value)
    store(frame, code.ops[pc + 1], w_value)
    return pc + 3


@instruction(opcodes.OWN_CELL)
def op_own_cell(frame, code, pc):
    register = code.ops[pc + 2]
    w_cell = cell_at(frame, register)
    w_value = w_cell.w_value
    if w_value is None:
        raise undefined(code.local_names[register])
    if not w_value.is_exclusive():
        w_value = w_value.shallow_copy()
        w_cell.w_value = w_value
    store(frame, code.ops[pc + 1], w_value)
    return pc + 3


@instruction(opcodes.OWN_INDEX)
def op_own_index(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    w_index = load_index(frame, code, ops[pc + 3])
    store(frame, ops[pc + 1], own_index(w_container, w_index))
    return pc + 4


def load_index(frame, code, operand):
    """An index may be used again by a later step of the same statement: it stays."""
    return peek(frame, code, operand)


@instruction(opcodes.OWN_FIELD)
def op_own_field(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    store(frame, ops[pc + 1], own_field(w_container, code.names[ops[pc + 3]]))
    return pc + 4


@instruction(opcodes.OWN_KEY)
def op_own_key(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    name = code.names[ops[pc + 3]]
    if isinstance(w_container, W_Dict):
        w_part = own_constant_key(w_container, name, None)
    else:
        w_part = own_index(w_container, key_value(name))
    store(frame, ops[pc + 1], w_part)
    return pc + 4


@instruction(opcodes.SET_INDEX)
def op_set_index(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 1])
    w_index = load(frame, code, ops[pc + 2])
    write_index(w_container, w_index, load(frame, code, ops[pc + 3]))
    return pc + 4


@instruction(opcodes.SET_FIELD)
def op_set_field(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 1])
    write_field(w_container, code.names[ops[pc + 2]], load(frame, code, ops[pc + 3]))
    return pc + 4


@instruction(opcodes.SET_KEY)
def op_set_key(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 1])
    name = code.names[ops[pc + 2]]
    w_value = load(frame, code, ops[pc + 3])
    if isinstance(w_container, W_Dict):
        write_constant_key(w_container, name, None, w_value)
    else:
        write_index(w_container, key_value(name), w_value)
    return pc + 4


@instruction(opcodes.TAKE_INDEX)
def op_take_index(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    w_index = load_index(frame, code, ops[pc + 3])
    store(frame, ops[pc + 1], take_index(w_container, w_index))
    return pc + 4


@instruction(opcodes.TAKE_FIELD)
def op_take_field(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    store(frame, ops[pc + 1], take_field(w_container, code.names[ops[pc + 3]]))
    return pc + 4


@instruction(opcodes.TAKE_KEY)
def op_take_key(frame, code, pc):
    ops = code.ops
    w_container = load(frame, code, ops[pc + 2])
    name = code.names[ops[pc + 3]]
    if isinstance(w_container, W_Dict):
        w_part = take_field(w_container, name)
    else:
        w_part = take_index(w_container, key_value(name))
    store(frame, ops[pc + 1], w_part)
    return pc + 4
