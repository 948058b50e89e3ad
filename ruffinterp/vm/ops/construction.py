"""Opcodes that build values."""

from rpython.rlib import jit

from ruffinterp.bytecode import opcodes
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.array import W_Array, empty_array, literal_array
from ruffinterp.objects.dict import W_Dict, empty_dict, new_record
from ruffinterp.objects.errors import plain_error, refusal
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.struct import W_StructDefinition, new_struct
from ruffinterp.objects.struct_fields import StructFields, placed_values, plan_error
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result
from ruffinterp.vm.calls import call0
from ruffinterp.vm.frame import load
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
def op_array(frame, code, count, first_item):
    if count == 0:
        return empty_array()
    return literal_array(load_items(frame, code, first_item, count))


@instruction(opcodes.ARRAY_APPEND)
def op_array_append(w_array, w_item):
    assert isinstance(w_array, W_Array)
    w_array.append(w_item)


@instruction(opcodes.ARRAY_SPREAD)
def op_array_spread(w_array, w_source):
    assert isinstance(w_array, W_Array)
    if not isinstance(w_source, W_Array):
        raise refusal(kinds.NOT_SPREADABLE, 'Can only spread arrays', w_source)
    w_array.extend(w_source)


@instruction(opcodes.RECORD)
def op_record(frame, code, shape, count, first_item):
    return new_record(shape, load_items(frame, code, first_item, count))


@instruction(opcodes.DICT)
def op_dict():
    return empty_dict()


@instruction(opcodes.DICT_SET)
def op_dict_set(w_dict, w_key, w_item):
    assert isinstance(w_dict, W_Dict)
    w_dict.set_literal(w_key, w_item)


@instruction(opcodes.DICT_SPREAD)
def op_dict_spread(w_dict, w_source):
    assert isinstance(w_dict, W_Dict)
    if not isinstance(w_source, W_Dict):
        raise refusal(kinds.NOT_SPREADABLE, 'Can only spread dicts', w_source)
    w_dict.merge(w_source)


# ---- structs

@instruction(opcodes.STRUCT)
def op_struct(frame, code, struct, shape, count, first_field):
    values_w = load_items(frame, code, first_field, count)
    fields = struct.fields()
    if shape is fields.shape or fields.is_open():
        return new_struct(shape, values_w)
    plan = fields.plan(shape)
    if plan.unknown != '' or plan.missing != '':
        raise plan_error(fields, plan)
    values_w = placed_values(plan, values_w)
    add_defaults(fields, values_w)
    return new_struct(fields.shape, values_w)


# test_jit_structs.py: the declared defaults are constant while nobody declares the struct again.
@jit.unroll_safe
def add_defaults(fields, values_w):
    """Evaluate the defaults of the fields that the literal leaves out (decision 8)."""
    for i in range(len(values_w)):
        if values_w[i] is None:
            defaults_w = fields.defaults_w
            if defaults_w is None:
                raise plain_error(kinds.UNKNOWN_STRUCT, '%s is used before its declaration has run' %
                                  fields.type.name)
            values_w[i] = call0(defaults_w[i])


@jit.unroll_safe
def load_named(frame, code, first, count):
    """(names, values) of repeated operands that are a name and a value."""
    names = []
    values_w = []
    for i in range(count):
        at = first + i * 2
        names.append(code.names[code.ops[at]])
        values_w.append(load(frame, code, code.ops[at + 1]))
    return names, values_w


# test_jit_structs.py: the JIT must see every opcode function.
@instruction(opcodes.DECLARE_METHODS)
def op_declare_methods(frame, code, struct, count, first_name):
    names, methods_w = load_named(frame, code, first_name, count)
    declare_methods(struct.type, names, methods_w)


@jit.dont_look_inside
def declare_methods(struct_type, names, methods_w):
    methods = {}
    for i in range(len(names)):
        w_method = methods_w[i]
        assert isinstance(w_method, W_Function)
        methods[names[i]] = w_method
    struct_type.set_methods(methods)


@instruction(opcodes.DECLARE_STRUCT)
def op_declare_struct(frame, code, struct, count, first_name):
    names, defaults_w = load_named(frame, code, first_name, count)
    return declare_struct(struct, names, defaults_w)


@jit.dont_look_inside
def declare_struct(struct, names, defaults_w):
    fields = struct.own_fields
    if fields is None:
        # The text declares several structs of the name.
        fields = StructFields(struct.type, names, [
            w_default is not w_null for w_default in defaults_w])
    fields.defaults_w = defaults_w[:]
    struct.type.declare(fields)
    return W_StructDefinition(struct.type, names[:])


# ---- enum values, Result and Option

@instruction(opcodes.VARIANT)
def op_variant(frame, code, tag, count, first_item):
    return W_EnumValue(tag, load_items(frame, code, first_item, count))


@instruction(opcodes.WRAP_OK)
def op_wrap_ok(w_value):
    return W_Result(True, w_value)


@instruction(opcodes.WRAP_ERR)
def op_wrap_err(w_value):
    return W_Result(False, w_value)


@instruction(opcodes.WRAP_SOME)
def op_wrap_some(w_value):
    return W_Option(w_value)
