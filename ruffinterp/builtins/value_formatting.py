"""The texts of values: print form, message form, debug form (builtins-data.md 2)."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.array import W_Array
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import W_Builtin, W_Function
from ruffinterp.objects.integer import W_Integer
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.quoting import append_quoted
from ruffinterp.objects.sets import W_Set
from ruffinterp.objects.booleans import W_Bool, W_Null
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct, W_StructDefinition
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result


@jit.dont_look_inside
def display_text(w_value):
    """The print form (builtins-data.md 2.1) as UTF-8 bytes."""
    if isinstance(w_value, W_Str):
        return w_value.text()
    if isinstance(w_value, W_Integer):
        return w_value.text()
    builder = StringBuilder()
    w_value.display(builder)
    return builder.build()


@jit.dont_look_inside
def message_text(w_value):
    """The message form (builtins-data.md 2.2): types, but of containers only the size."""
    builder = StringBuilder()
    _append_message(builder, w_value)
    return builder.build()


@jit.dont_look_inside
def debug_text(w_value):
    """The debug form (builtins-data.md 2.3): complete, with types."""
    builder = StringBuilder()
    append_debug(builder, w_value)
    return builder.build()


def append_wrapped(builder, opening, text):
    builder.append(opening)
    builder.append(text)
    builder.append(')')


def _append_scalar(builder, w_value):
    """What both forms show alike; False if ``w_value`` is none of it."""
    if isinstance(w_value, W_Integer):
        append_wrapped(builder, 'Int(', w_value.text())
    elif isinstance(w_value, W_Float):
        append_wrapped(builder, 'Float(', display_text(w_value))
    elif isinstance(w_value, W_Bool):
        append_wrapped(builder, 'Bool(', display_text(w_value))
    elif isinstance(w_value, W_Null):
        builder.append('Null')
    elif isinstance(w_value, W_Builtin):
        append_wrapped(builder, 'NativeFunction(', w_value.name)
    elif isinstance(w_value, W_StructDefinition):
        append_wrapped(builder, 'StructDef(', w_value.struct_type.name)
    else:
        return False
    return True


# ---- message form

def _append_message(builder, w_value):
    if _append_scalar(builder, w_value):
        return
    if isinstance(w_value, W_Str):
        builder.append('Str(')
        append_quoted(builder, w_value.text())
        builder.append(')')
    elif isinstance(w_value, W_Array):
        builder.append('Array[%d]' % w_value.length())
    elif isinstance(w_value, W_Dict):
        builder.append('Dict{%d keys}' % w_value.length())
    elif isinstance(w_value, W_Set):
        builder.append('Set{%d items}' % w_value.length())
    elif isinstance(w_value, W_Queue):
        builder.append('Queue(%d items)' % w_value.length())
    elif isinstance(w_value, W_Stack):
        builder.append('Stack(%d items)' % w_value.length())
    elif isinstance(w_value, W_Result):
        builder.append('Ok(' if w_value.is_ok else 'Err(')
        _append_message(builder, w_value.w_value)
        builder.append(')')
    elif isinstance(w_value, W_Option):
        _append_option_message(builder, w_value)
    elif isinstance(w_value, W_Struct):
        _append_struct_message(builder, w_value)
    elif isinstance(w_value, W_EnumValue):
        _append_enum_message(builder, w_value)
    elif isinstance(w_value, W_Function):
        append_wrapped(builder, 'Function(', function_name(w_value))
    else:
        w_value.display(builder)


def _append_option_message(builder, w_option):
    if w_option.w_value is None:
        builder.append('None')
        return
    builder.append('Some(')
    _append_message(builder, w_option.w_value)
    builder.append(')')


def _append_struct_message(builder, w_struct):
    shape = w_struct.shape()
    builder.append('Struct { name: ')
    append_quoted(builder, shape.struct_type.name)
    builder.append(', fields: {')
    for position in range(len(shape.sorted_indices)):
        if position:
            builder.append(', ')
        index = shape.sorted_indices[position]
        append_quoted(builder, shape.names[index])
        builder.append(': ')
        _append_message(builder, w_struct.get_at(index))
    builder.append('} }')


def _append_enum_message(builder, w_enum_value):
    builder.append('Tagged { tag: ')
    append_quoted(builder, w_enum_value.tag.text)
    builder.append(', fields: {')
    for index in range(len(w_enum_value.items_w)):
        if index:
            builder.append(', ')
        append_quoted(builder, '$%d' % index)
        builder.append(': ')
        _append_message(builder, w_enum_value.items_w[index])
    builder.append('} }')


def function_name(w_function):
    """The name of a function of the language, ``<lambda>`` if it has none."""
    return w_function.code.display_name()


# ---- debug form

def append_debug(builder, w_value):
    """Append the debug form to a StringBuilder."""
    if _append_scalar(builder, w_value):
        return
    if isinstance(w_value, W_Str):
        append_wrapped(builder, 'String("', w_value.text() + '"')
    elif isinstance(w_value, W_Array):
        _append_debug_items(builder, 'Array[', w_value.items_w(), ']')
    elif isinstance(w_value, W_Dict):
        _append_debug_dict(builder, w_value)
    elif isinstance(w_value, W_Set):
        _append_debug_items(builder, 'Set{', w_value.items_w(), '}')
    elif isinstance(w_value, W_Queue):
        _append_debug_items(builder, 'Queue[', w_value.items_w(), ']')
    elif isinstance(w_value, W_Stack):
        _append_debug_items(builder, 'Stack[', w_value.items_w(), ']')
    elif isinstance(w_value, W_Result):
        builder.append('Ok(' if w_value.is_ok else 'Err(')
        append_debug(builder, w_value.w_value)
        builder.append(')')
    elif isinstance(w_value, W_Option):
        _append_debug_option(builder, w_value)
    elif isinstance(w_value, W_Struct):
        append_wrapped(builder, 'Struct(', w_value.struct_type().name)
    elif isinstance(w_value, W_EnumValue):
        _append_debug_enum(builder, w_value)
    elif isinstance(w_value, W_Function):
        append_wrapped(builder, 'BytecodeFunction(', function_name(w_value))
    else:
        w_value.display(builder)


def _append_debug_items(builder, opening, items_w, closing):
    builder.append(opening)
    for index in range(len(items_w)):
        if index:
            builder.append(', ')
        append_debug(builder, items_w[index])
    builder.append(closing)


def _append_debug_dict(builder, w_dict):
    w_keys = w_dict.keys_w()
    builder.append('Dict{')
    for index in range(w_keys.length()):
        if index:
            builder.append(', ')
        w_key = w_keys.get(index)
        if isinstance(w_key, W_Str):
            w_key.display(builder)
        else:
            append_debug(builder, w_key)
        builder.append(': ')
        append_debug(builder, w_dict.get(w_key))
    builder.append('}')


def _append_debug_option(builder, w_option):
    if w_option.w_value is None:
        builder.append('None')
        return
    builder.append('Some(')
    append_debug(builder, w_option.w_value)
    builder.append(')')


def _append_debug_enum(builder, w_enum_value):
    builder.append(w_enum_value.tag.text)
    if len(w_enum_value.items_w) == 0:
        return
    builder.append('{ ')
    for index in range(len(w_enum_value.items_w)):
        if index:
            builder.append(', ')
        builder.append('$%d: ' % index)
        append_debug(builder, w_enum_value.items_w[index])
    builder.append(' }')
