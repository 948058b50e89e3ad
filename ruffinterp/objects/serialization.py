"""Values as bytes, to be handed from one process to another.

A value is a tag byte and what belongs to it; numbers of things are varints.  Everything is a copy
of its own.  Functions and handles have no such form.
"""

from rpython.rlib.longlong2float import float2longlong, longlong2float
from rpython.rlib.rarithmetic import intmask, r_uint

from ruffinterp.objects.array import W_Array, new_array, new_int_array
from ruffinterp.objects.array_strategies import int_strategy
from ruffinterp.objects.dict import W_Dict, empty_dict
from ruffinterp.objects.error_value import CAUSE_SHAPE, PLAIN_SHAPE, error_type
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_BigInt, W_Int, parse_decimal
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set, empty_set
from ruffinterp.objects.booleans import W_Bool, W_Null, w_false, w_null, w_true
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct, new_struct, struct_shape, struct_type
from ruffinterp.objects.enums import (
    W_EnumValue, W_Option, W_Result, get_tag, w_none)

NULL, TRUE, FALSE, INT, BIG_INT, FLOAT, STRING, ARRAY, INT_ARRAY, DICT, SET, QUEUE, STACK, STRUCT, \
    VARIANT, OK, ERR, SOME, NOTHING, INT_DICT, ERROR = range(21)


# ---- numbers and texts

def pack_word(builder, value):
    """Append a machine int: seven bits a byte, the sign in the lowest bit."""
    bits = r_uint(value) << 1
    if value < 0:
        bits = ~bits
    while bits >= 0x80:
        builder.append(chr(intmask(bits & 0x7f) | 0x80))
        bits >>= 7
    builder.append(chr(intmask(bits)))


def pack_text(builder, text):
    pack_word(builder, len(text))
    builder.append(text)


class Reader(object):
    """Takes a text apart, in the order in which it was packed."""

    def __init__(self, text):
        self.text = text
        self.position = 0

    def at_end(self):
        return self.position >= len(self.text)

    def byte(self):
        character = self.text[self.position]
        self.position += 1
        return ord(character)

    def word(self):
        bits = r_uint(0)
        shift = 0
        while True:
            byte = self.byte()
            bits |= r_uint(byte & 0x7f) << shift
            if byte < 0x80:
                break
            shift += 7
        if intmask(bits) & 1:
            return intmask(~(bits >> 1))
        return intmask(bits >> 1)

    def bytes(self):
        size = self.word()
        start = self.position
        end = start + size
        assert start >= 0
        assert end >= 0
        self.position = end
        return self.text[start:end]


# ---- packing

def pack(builder, w_value):
    """Append a value to a StringBuilder; RuffError for one that cannot leave its process."""
    if isinstance(w_value, W_Int):
        builder.append(chr(INT))
        pack_word(builder, w_value.value)
    elif isinstance(w_value, W_Str):
        builder.append(chr(STRING))
        pack_text(builder, w_value.text())
    elif isinstance(w_value, W_Float):
        builder.append(chr(FLOAT))
        pack_word(builder, float2longlong(w_value.value))
    elif isinstance(w_value, W_Null):
        builder.append(chr(NULL))
    elif isinstance(w_value, W_Bool):
        builder.append(chr(TRUE if w_value.value else FALSE))
    elif isinstance(w_value, W_BigInt):
        builder.append(chr(BIG_INT))
        pack_text(builder, w_value.text())
    else:
        pack_container(builder, w_value)


def pack_container(builder, w_value):
    if isinstance(w_value, W_Array):
        pack_array(builder, w_value)
    elif isinstance(w_value, W_Dict):
        # Which of the two it is decides about the order of the keys.
        tag = INT_DICT if w_value.is_int_keyed() else DICT
        pack_items(builder, tag, w_value.keys_w().items_w())
        for w_item in w_value.ordered_values():
            pack(builder, w_item)
    elif isinstance(w_value, W_Struct):
        pack_struct(builder, w_value)
    elif isinstance(w_value, W_EnumValue):
        pack_items(builder, VARIANT, w_value.items_w[:])
        pack_text(builder, w_value.tag.text)
    elif isinstance(w_value, W_Result):
        builder.append(chr(OK if w_value.is_ok else ERR))
        pack(builder, w_value.w_value)
    elif isinstance(w_value, W_Option):
        if w_value.w_value is None:
            builder.append(chr(NOTHING))
        else:
            builder.append(chr(SOME))
            pack(builder, w_value.w_value)
    elif isinstance(w_value, W_Set):
        pack_items(builder, SET, w_value.items_w())
    elif isinstance(w_value, W_Queue):
        pack_items(builder, QUEUE, w_value.items_w())
    elif isinstance(w_value, W_Stack):
        pack_items(builder, STACK, w_value.items_w())
    else:
        raise RuffError('A %s cannot be handed from one process to another' % w_value.type_name())


def pack_items(builder, tag, items_w):
    builder.append(chr(tag))
    pack_word(builder, len(items_w))
    for w_item in items_w:
        pack(builder, w_item)


def pack_array(builder, w_array):
    if w_array.strategy is int_strategy:
        items = int_strategy.int_items(w_array)
        builder.append(chr(INT_ARRAY))
        pack_word(builder, len(items))
        for item in items:
            pack_word(builder, item)
    else:
        pack_items(builder, ARRAY, w_array.items_w())


def pack_struct(builder, w_struct):
    shape = w_struct.shape()
    if shape.struct_type is error_type:
        builder.append(chr(ERROR))
    else:
        builder.append(chr(STRUCT))
        pack_text(builder, shape.struct_type.name)
    pack_word(builder, shape.size())
    for index in range(shape.size()):
        pack_text(builder, shape.names[index])
        pack(builder, w_struct.get_at(index))


# ---- unpacking

def unpack(reader):
    """The next value of a Reader, owned."""
    tag = reader.byte()
    if tag == INT:
        return W_Int(reader.word())
    if tag == STRING:
        return W_Str(reader.bytes())
    if tag == FLOAT:
        return W_Float(longlong2float(reader.word()))
    if tag == NULL:
        return w_null
    if tag == TRUE:
        return w_true
    if tag == FALSE:
        return w_false
    if tag == BIG_INT:
        return parse_decimal(reader.bytes())
    return unpack_container(reader, tag)


def unpack_container(reader, tag):
    if tag == ARRAY:
        return new_array(unpack_items(reader))
    if tag == INT_ARRAY:
        return new_int_array([reader.word() for _ in range(reader.word())])
    if tag == DICT or tag == INT_DICT:
        return unpack_dict(reader, tag == INT_DICT)
    if tag == STRUCT:
        return unpack_struct(reader)
    if tag == ERROR:
        return unpack_error(reader)
    if tag == VARIANT:
        items_w = unpack_items(reader)
        return W_EnumValue(get_tag(reader.bytes()), items_w[:])
    if tag == OK or tag == ERR:
        return W_Result(tag == OK, unpack(reader))
    if tag == SOME:
        return W_Option(unpack(reader))
    if tag == NOTHING:
        return w_none
    if tag == SET:
        w_set = empty_set()
        for w_item in unpack_items(reader):
            w_set.add(w_item)
        return w_set
    if tag == QUEUE:
        return W_Queue(unpack_items(reader))
    assert tag == STACK
    return W_Stack(unpack_items(reader))


def unpack_items(reader):
    return [unpack(reader) for _ in range(reader.word())]


def unpack_dict(reader, is_int_keyed):
    keys_w = unpack_items(reader)
    w_dict = empty_dict()
    for w_key in keys_w:
        if is_int_keyed and isinstance(w_key, W_Str):
            w_key = parse_decimal(w_key.text())
        w_dict.set(w_key, unpack(reader))
    return w_dict


def unpack_struct(reader):
    name = reader.bytes()
    names, values_w = unpack_fields(reader)
    return new_struct(struct_shape(struct_type(name), names), values_w)


def unpack_error(reader):
    names, values_w = unpack_fields(reader)
    shape = PLAIN_SHAPE if len(names) == PLAIN_SHAPE.size() else CAUSE_SHAPE
    return new_struct(shape, values_w)


def unpack_fields(reader):
    """(names, values) of a struct."""
    names = []
    values_w = []
    for _ in range(reader.word()):
        names.append(reader.bytes())
        values_w.append(unpack(reader))
    return names, values_w[:]
