"""Opcodes that build values."""

from rpython.rlib import jit

from ruffinterp.compiler import opcodes
from ruffinterp.objects.array import W_Array, empty_array, literal_array
from ruffinterp.objects.dict import BadKey, W_Dict, empty_dict, new_record
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.singletons import w_null
from ruffinterp.objects.struct import FieldDefaults, W_StructDefinition, new_struct
from ruffinterp.objects.wrappers import W_EnumValue, W_Option, W_Result
from ruffinterp.vm.calls import call0
from ruffinterp.vm.frame import load, peek, store
from ruffinterp.vm.instructions import instruction


# test_jit_arrays.py: the number of items is constant for an instruction.
@jit.unroll_safe
def load_items(frame, code, first, count):
    """A fixed-size list of operands."""
    items_w = [None] * count
    for i in range(count):
        items_w[i] = load(frame, code, code.ops[first + i])
    return items_w


@instruction(opcodes.ARRAY)
def op_array(frame, code, pc):
    ops = code.ops
    count = ops[pc + 2]
    if count == 0:
        w_array = empty_array()
    else:
        w_array = literal_array(load_items(frame, code, pc + 3, count))
    store(frame, ops[pc + 1], w_array)
    return pc + 3 + count


@instruction(opcodes.ARRAY_APPEND)
def op_array_append(frame, code, pc):
    w_array = peek(frame, code, code.ops[pc + 1])
    assert isinstance(w_array, W_Array)
    w_array.append(load(frame, code, code.ops[pc + 2]))
    return pc + 3


@instruction(opcodes.ARRAY_SPREAD)
def op_array_spread(frame, code, pc):
    w_array = peek(frame, code, code.ops[pc + 1])
    assert isinstance(w_array, W_Array)
    w_source = load(frame, code, code.ops[pc + 2])
    if not isinstance(w_source, W_Array):
        raise RuffError('Can only spread arrays')
    w_array.extend(w_source)
    return pc + 3


@instruction(opcodes.RECORD)
def op_record(frame, code, pc):
    ops = code.ops
    count = ops[pc + 3]
    fields_w = load_items(frame, code, pc + 4, count)
    store(frame, ops[pc + 1], new_record(code.shapes[ops[pc + 2]], fields_w))
    return pc + 4 + count


@instruction(opcodes.DICT)
def op_dict(frame, code, pc):
    store(frame, code.ops[pc + 1], empty_dict())
    return pc + 2


@instruction(opcodes.DICT_SET)
def op_dict_set(frame, code, pc):
    w_dict = peek(frame, code, code.ops[pc + 1])
    assert isinstance(w_dict, W_Dict)
    w_key = load(frame, code, code.ops[pc + 2])
    w_value = load(frame, code, code.ops[pc + 3])
    try:
        w_dict.set_literal(w_key, w_value)
    except BadKey:
        raise RuffError('Dict keys must be strings')
    return pc + 4


@instruction(opcodes.DICT_SPREAD)
def op_dict_spread(frame, code, pc):
    w_dict = peek(frame, code, code.ops[pc + 1])
    assert isinstance(w_dict, W_Dict)
    w_source = load(frame, code, code.ops[pc + 2])
    if not isinstance(w_source, W_Dict):
        raise RuffError('Can only spread dicts')
    w_dict.merge(w_source)
    return pc + 3


# ---- structs

@instruction(opcodes.STRUCT)
def op_struct(frame, code, pc):
    ops = code.ops
    struct_type = code.struct_types[ops[pc + 2]]
    count = ops[pc + 4]
    fields_w = load_items(frame, code, pc + 5, count)
    w_struct = new_struct(code.shapes[ops[pc + 3]], fields_w)
    defaults = struct_type.defaults
    if defaults is not None:
        add_defaults(w_struct, defaults)
    store(frame, ops[pc + 1], w_struct)
    return pc + 5 + count


# test_jit_structs.py: the declared defaults are constant while nobody declares the struct again.
@jit.unroll_safe
def add_defaults(w_struct, defaults):
    """Evaluate the defaults of the fields that the literal leaves out (decision 8)."""
    for i in range(len(defaults.names)):
        name = defaults.names[i]
        if w_struct.get_field(name) is None:
            w_struct.set_field(name, call0(defaults.functions_w[i]))


# test_jit_structs.py: the JIT must see every opcode function.
@instruction(opcodes.DECLARE_METHODS)
@jit.unroll_safe
def op_declare_methods(frame, code, pc):
    ops = code.ops
    count = ops[pc + 2]
    names = []
    methods_w = []
    for i in range(count):
        names.append(code.names[ops[pc + 3 + i * 2]])
        methods_w.append(load(frame, code, ops[pc + 4 + i * 2]))
    declare_methods(code.struct_types[ops[pc + 1]], names, methods_w)
    return pc + 3 + count * 2


@jit.dont_look_inside
def declare_methods(struct_type, names, methods_w):
    methods = {}
    for i in range(len(names)):
        w_method = methods_w[i]
        assert isinstance(w_method, W_Function)
        methods[names[i]] = w_method
    struct_type.set_methods(methods)


@instruction(opcodes.DECLARE_STRUCT)
@jit.unroll_safe
def op_declare_struct(frame, code, pc):
    ops = code.ops
    count = ops[pc + 3]
    names = []
    defaults_w = []
    for i in range(count):
        names.append(code.names[ops[pc + 4 + i * 2]])
        defaults_w.append(load(frame, code, ops[pc + 5 + i * 2]))
    w_definition = declare_struct(code.struct_types[ops[pc + 2]], names, defaults_w)
    store(frame, ops[pc + 1], w_definition)
    return pc + 4 + count * 2


@jit.dont_look_inside
def declare_struct(struct_type, names, defaults_w):
    default_names = []
    functions_w = []
    for i in range(len(names)):
        if defaults_w[i] is not w_null:
            default_names.append(names[i])
            functions_w.append(defaults_w[i])
    if len(default_names) == 0:
        struct_type.set_defaults(None)
    else:
        struct_type.set_defaults(FieldDefaults(default_names[:], functions_w[:]))
    return W_StructDefinition(struct_type, names[:])


# ---- enum values, Result and Option

@instruction(opcodes.VARIANT)
def op_variant(frame, code, pc):
    ops = code.ops
    count = ops[pc + 3]
    items_w = load_items(frame, code, pc + 4, count)
    store(frame, ops[pc + 1], W_EnumValue(code.tags[ops[pc + 2]], items_w))
    return pc + 4 + count


@instruction(opcodes.WRAP_OK)
def op_wrap_ok(frame, code, pc):
    store(frame, code.ops[pc + 1], W_Result(True, load(frame, code, code.ops[pc + 2])))
    return pc + 3


@instruction(opcodes.WRAP_ERR)
def op_wrap_err(frame, code, pc):
    store(frame, code.ops[pc + 1], W_Result(False, load(frame, code, code.ops[pc + 2])))
    return pc + 3


@instruction(opcodes.WRAP_SOME)
def op_wrap_some(frame, code, pc):
    store(frame, code.ops[pc + 1], W_Option(load(frame, code, code.ops[pc + 2])))
    return pc + 3
