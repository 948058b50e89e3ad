"""Membership of sets, keys of dicts and ``unique``: equality without tolerance, and its hash.

Two values are the same member if ``==`` says so (language.md 3.5), except that floats are compared
exactly, with each other and with ints, also inside of other values (decision 37).  That makes the
relation transitive, as hashing needs it.  NaN is the same as nothing.
"""

from rpython.rlib.objectmodel import compute_hash, compute_identity_hash
from rpython.rlib.rarithmetic import intmask

from ruffinterp.objects.array import W_Array
from ruffinterp.objects.array_strategies import int_strategy
from ruffinterp.objects.base import W_Container
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import W_Builtin, W_Callable
from ruffinterp.objects.integer import W_BigInt, W_Int, W_Integer, float_to_int
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.booleans import W_Bool
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result
from ruffinterp.rcompat import isinf, isnan

MULTIPLIER = 1000003

# Starting points, so that values of different kinds with the same parts differ.
ARRAY_SEED = 0x345678
STRUCT_SEED = 0x1b8735
QUEUE_SEED = 0x7a143f
STACK_SEED = 0x2c9277
ENUM_SEED = 0x61c886
RESULT_SEED = 0x4a7c15
OPTION_SEED = 0x3c6ef3


class W_HashBased(W_Container):
    """What this module has to know of sets and dicts, which are built on it."""
    _attrs_ = []

    def member_hash(self):
        """``member_hash`` of this value."""
        raise NotImplementedError

    def same_member(self, w_other):
        """``same_member`` of this value and another W_HashBased."""
        raise NotImplementedError

    def parts_w(self):
        """A fresh list of the values in it; of a dict without the keys."""
        raise NotImplementedError


def mix(total, part):
    return intmask(total * MULTIPLIER ^ part)


# ---- hash

def member_hash(w_value):
    """A hash (int) that is the same for values that are the same member."""
    if isinstance(w_value, W_Int):
        return w_value.value
    if isinstance(w_value, W_Str):
        return w_value.hash()
    if isinstance(w_value, W_BigInt):
        return w_value.value.hash()
    if isinstance(w_value, W_Float):
        return float_hash(w_value.value)
    if isinstance(w_value, W_Container):
        return container_hash(w_value)
    if isinstance(w_value, W_Bool):
        return int(w_value.value)
    if isinstance(w_value, W_Builtin):
        return compute_hash(w_value.name)
    if isinstance(w_value, W_Callable):
        return compute_identity_hash(w_value)
    # Of other kinds nothing is known but that equal values have the same kind.
    return compute_hash(w_value.type_name())


def float_hash(value):
    if isnan(value) or isinf(value):
        return compute_hash(value)
    w_int = float_to_int(value)
    if w_int.to_float() != value:
        return compute_hash(value)
    return member_hash(w_int)


def container_hash(w_value):
    if isinstance(w_value, W_Array):
        return array_hash(w_value)
    if isinstance(w_value, W_Struct):
        return struct_hash(w_value)
    if isinstance(w_value, W_EnumValue):
        return enum_hash(w_value)
    if isinstance(w_value, W_Result):
        return mix(RESULT_SEED + int(w_value.is_ok), member_hash(w_value.w_value))
    if isinstance(w_value, W_Option):
        if w_value.w_value is None:
            return OPTION_SEED
        return mix(OPTION_SEED, member_hash(w_value.w_value))
    if isinstance(w_value, W_Queue):
        return list_hash(QUEUE_SEED, w_value.items_w())
    if isinstance(w_value, W_Stack):
        return list_hash(STACK_SEED, w_value.items_w())
    if isinstance(w_value, W_HashBased):
        return w_value.member_hash()
    return compute_hash(w_value.type_name())


def list_hash(total, items_w):
    for w_item in items_w:
        total = mix(total, member_hash(w_item))
    return mix(total, len(items_w))


def array_hash(w_array):
    total = ARRAY_SEED
    length = w_array.length()
    if w_array.strategy is int_strategy:
        # Pairs of coordinates are the most frequent keys of all.
        items = int_strategy.int_items(w_array)
        for index in range(length):
            total = mix(total, items[index])
    else:
        for index in range(length):
            total = mix(total, member_hash(w_array.get(index)))
    return mix(total, length)


def enum_hash(w_enum_value):
    total = mix(ENUM_SEED, compute_hash(w_enum_value.tag.text))
    for w_item in w_enum_value.items_w:
        total = mix(total, member_hash(w_item))
    return total


def struct_hash(w_struct):
    shape = w_struct.shape()
    total = mix(STRUCT_SEED, compute_hash(shape.struct_type.name))
    for index in shape.sorted_indices:
        total = mix(total, compute_hash(shape.names[index]))
        total = mix(total, member_hash(w_struct.get_at(index)))
    return total


# ---- equality

def same_member(w_left, w_right):
    """Are two values the same member?  bool"""
    if isinstance(w_left, W_Number):
        return isinstance(w_right, W_Number) and same_number(w_left, w_right)
    if isinstance(w_left, W_Container):
        return isinstance(w_right, W_Container) and same_container(w_left, w_right)
    return w_left.equals(w_right)


def same_number(w_left, w_right):
    if isinstance(w_left, W_Float):
        if isinstance(w_right, W_Float):
            return w_left.value == w_right.value
        assert isinstance(w_right, W_Integer)
        return float_is_int(w_left.value, w_right)
    assert isinstance(w_left, W_Integer)
    if isinstance(w_right, W_Float):
        return float_is_int(w_right.value, w_left)
    return w_left.equals(w_right)


def float_is_int(value, w_int):
    if isnan(value) or isinf(value) or w_int.to_float() != value:
        return False
    return float_to_int(value).equals(w_int)


def same_container(w_left, w_right):
    if isinstance(w_left, W_Array):
        return isinstance(w_right, W_Array) and same_arrays(w_left, w_right)
    if isinstance(w_left, W_Struct):
        return isinstance(w_right, W_Struct) and same_structs(w_left, w_right)
    if isinstance(w_left, W_EnumValue):
        return isinstance(w_right, W_EnumValue) and same_enum_values(w_left, w_right)
    if isinstance(w_left, W_Result):
        return (isinstance(w_right, W_Result) and w_left.is_ok == w_right.is_ok and
                same_member(w_left.w_value, w_right.w_value))
    if isinstance(w_left, W_Option):
        return isinstance(w_right, W_Option) and same_options(w_left, w_right)
    if isinstance(w_left, W_Queue):
        return isinstance(w_right, W_Queue) and same_lists(w_left.items_w(), w_right.items_w())
    if isinstance(w_left, W_Stack):
        return isinstance(w_right, W_Stack) and same_lists(w_left.items_w(), w_right.items_w())
    if isinstance(w_left, W_HashBased):
        return isinstance(w_right, W_HashBased) and w_left.same_member(w_right)
    return w_left.equals(w_right)


def same_lists(left_w, right_w):
    if len(left_w) != len(right_w):
        return False
    for index in range(len(left_w)):
        if not same_member(left_w[index], right_w[index]):
            return False
    return True


def same_arrays(w_left, w_right):
    length = w_left.length()
    if w_right.length() != length:
        return False
    if w_left.strategy is int_strategy and w_right.strategy is int_strategy:
        return int_strategy.equals_same(w_left, w_right)
    for index in range(length):
        if not same_member(w_left.get(index), w_right.get(index)):
            return False
    return True


def same_enum_values(w_left, w_right):
    if w_left.tag is not w_right.tag or len(w_left.items_w) != len(w_right.items_w):
        return False
    for index in range(len(w_left.items_w)):
        if not same_member(w_left.items_w[index], w_right.items_w[index]):
            return False
    return True


def same_structs(w_left, w_right):
    shape = w_left.shape()
    other_shape = w_right.shape()
    if shape.struct_type is not other_shape.struct_type or shape.size() != other_shape.size():
        return False
    for index in range(shape.size()):
        other_index = other_shape.find(shape.names[index])
        if other_index < 0:
            return False
        if not same_member(w_left.get_at(index), w_right.get_at(other_index)):
            return False
    return True


def same_options(w_left, w_right):
    w_value = w_left.w_value
    w_other_value = w_right.w_value
    if w_value is None or w_other_value is None:
        return w_value is w_other_value
    return same_member(w_value, w_other_value)
