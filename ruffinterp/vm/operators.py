"""The operators of the language on all kinds of values (language.md section 6).

Each has a short path for machine ints and for floats and one function for everything else, which
starts with the overloads of structs (6.5).
"""

from rpython.rlib.rarithmetic import ovfcheck

from ruffinterp.diagnostics import kinds
from ruffinterp.objects import ordering
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.errors import Operands, RuffError, plain_error, refusal
from ruffinterp.objects.floats import W_Float, float_modulo
from ruffinterp.objects.integer import (
    W_Int, W_Integer, int_add, int_div, int_mod, int_mul, int_neg, int_sub, int_to_float,
    machine_div, machine_mod)
from ruffinterp.objects.repetition import repeated_array, repeated_string
from ruffinterp.objects.booleans import w_false, w_true, wrap_bool
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct
from ruffinterp.vm.calls import call1, call2

SMALLEST_INT = -9223372036854775807 - 1


def invalid_binary(w_left, symbol, w_right):
    return RuffError('Invalid binary operation: %s %s %s' % (
        w_left.operand_name(), symbol, w_right.operand_name()), None,
        Operands(w_left, symbol, w_right), kinds.OPERAND)


def find_overload(w_value, name):
    """The method ``name`` of a struct, None without one and for every other value."""
    if isinstance(w_value, W_Struct):
        return w_value.struct_type().find_method(name)
    return None


# The operands may be in a global or captured variable that the method changes.

def call_overload(w_method, w_left, w_right):
    w_left.lend()
    w_right.lend()
    w_result = call2(w_method, w_left, w_right)
    w_right.give_back()
    w_left.give_back()
    return w_result


def call_unary_overload(w_method, w_value):
    w_value.lend()
    w_result = call1(w_method, w_value)
    w_value.give_back()
    return w_result


def as_float(w_number):
    if isinstance(w_number, W_Float):
        return w_number.value
    assert isinstance(w_number, W_Integer)
    return int_to_float(w_number)


def is_number(w_value):
    return isinstance(w_value, W_Float) or isinstance(w_value, W_Integer)


def _make_arithmetic(symbol, method_name, int_operation, float_operation):
    """The general case of one arithmetic operator."""
    def general(w_left, w_right):
        w_method = find_overload(w_left, method_name)
        if w_method is not None:
            return call_overload(w_method, w_left, w_right)
        if isinstance(w_left, W_Integer) and isinstance(w_right, W_Integer):
            return int_operation(w_left, w_right)
        if is_number(w_left) and is_number(w_right):
            return W_Float(float_operation(as_float(w_left), as_float(w_right)))
        raise invalid_binary(w_left, symbol, w_right)
    general.func_name = 'general_' + method_name
    return general


def _float_add(a, b):
    return a + b


def _float_sub(a, b):
    return a - b


def _float_mul(a, b):
    return a * b


def _float_div(a, b):
    if b == 0.0:
        raise plain_error(kinds.DIVISION_BY_ZERO, 'Division by zero')
    return a / b


def _float_mod(a, b):
    if b == 0.0:
        raise plain_error(kinds.DIVISION_BY_ZERO, 'Modulo by zero')
    return float_modulo(a, b)


_overloaded_or_numeric_add = _make_arithmetic('+', 'op_add', int_add, _float_add)
_general_sub = _make_arithmetic('-', 'op_sub', int_sub, _float_sub)
_overloaded_or_numeric_mul = _make_arithmetic('*', 'op_mul', int_mul, _float_mul)
_general_div = _make_arithmetic('/', 'op_div', int_div, _float_div)
_general_mod = _make_arithmetic('%', 'op_mod', int_mod, _float_mod)


def add(w_left, w_right):
    """``w_left + w_right``."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        try:
            return W_Int(ovfcheck(w_left.value + w_right.value))
        except OverflowError:
            return int_add(w_left, w_right)
    if isinstance(w_left, W_Float) and isinstance(w_right, W_Float):
        return W_Float(w_left.value + w_right.value)
    if isinstance(w_left, W_Str) and isinstance(w_right, W_Str):
        return w_left.concat(w_right)
    if isinstance(w_left, W_Array) and isinstance(w_right, W_Array):
        return w_left.concat_copy(w_right)
    return _overloaded_or_numeric_add(w_left, w_right)


def add_to(w_left, w_right, may_extend, right_is_owned):
    """``w_left + w_right``; ``may_extend``: the caller gives the left one away, so that an array
    may become the result."""
    if may_extend and isinstance(w_left, W_Array) and isinstance(w_right, W_Array) \
            and w_left is not w_right and w_left.is_exclusive():
        if right_is_owned and w_right.is_exclusive():
            w_left.extend_with_owned(w_right)
        else:
            w_left.extend(w_right)
        return w_left
    return add(w_left, w_right)


def sub(w_left, w_right):
    """``w_left - w_right``."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        try:
            return W_Int(ovfcheck(w_left.value - w_right.value))
        except OverflowError:
            return int_sub(w_left, w_right)
    if isinstance(w_left, W_Float) and isinstance(w_right, W_Float):
        return W_Float(w_left.value - w_right.value)
    return _general_sub(w_left, w_right)


def mul(w_left, w_right):
    """``w_left * w_right``; a string or array times an int repeats it (decision 59)."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        try:
            return W_Int(ovfcheck(w_left.value * w_right.value))
        except OverflowError:
            return int_mul(w_left, w_right)
    if isinstance(w_left, W_Float) and isinstance(w_right, W_Float):
        return W_Float(w_left.value * w_right.value)
    if isinstance(w_left, W_Str) and isinstance(w_right, W_Integer):
        return repeated_string(w_left, w_right)
    if isinstance(w_left, W_Integer) and isinstance(w_right, W_Str):
        return repeated_string(w_right, w_left)
    if isinstance(w_left, W_Array) and isinstance(w_right, W_Integer):
        return repeated_array(w_left, w_right)
    if isinstance(w_left, W_Integer) and isinstance(w_right, W_Array):
        return repeated_array(w_right, w_left)
    return _overloaded_or_numeric_mul(w_left, w_right)


def div(w_left, w_right):
    """``w_left / w_right``: ints truncate toward zero."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        # Dividing the smallest int by -1 leaves the machine ints.
        if w_right.value > 0 or w_right.value < -1:
            return W_Int(machine_div(w_left.value, w_right.value))
        return int_div(w_left, w_right)
    if isinstance(w_left, W_Float) and isinstance(w_right, W_Float):
        return W_Float(_float_div(w_left.value, w_right.value))
    return _general_div(w_left, w_right)


def mod(w_left, w_right):
    """``w_left % w_right``: the sign of the dividend."""
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        if w_right.value > 0 or w_right.value < -1:
            return W_Int(machine_mod(w_left.value, w_right.value))
        return int_mod(w_left, w_right)
    return _general_mod(w_left, w_right)


def negate(w_value):
    """``-w_value``."""
    if isinstance(w_value, W_Integer):
        return int_neg(w_value)
    if isinstance(w_value, W_Float):
        return W_Float(-w_value.value)
    w_method = find_overload(w_value, 'op_neg')
    if w_method is not None:
        return call_unary_overload(w_method, w_value)
    raise refusal(kinds.UNARY_OPERAND, 'Invalid unary operation: - %s' % w_value.operand_name(),
                  w_value)


def invert_truth(w_value):
    """``!w_value``."""
    w_method = find_overload(w_value, 'op_not')
    if w_method is not None:
        return call_unary_overload(w_method, w_value)
    return wrap_bool(not w_value.is_truthy())


def _make_equality(method_name, negated):
    """(operator giving a value, operator giving a condition) for == and !=."""
    def builtin_equality(w_left, w_right):
        if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
            return (w_left.value == w_right.value) != negated
        return w_left.equals(w_right) != negated

    def value(w_left, w_right):
        w_method = find_overload(w_left, method_name)
        if w_method is not None:
            return call_overload(w_method, w_left, w_right)
        return wrap_bool(builtin_equality(w_left, w_right))

    def condition(w_left, w_right):
        w_method = find_overload(w_left, method_name)
        if w_method is not None:
            return call_overload(w_method, w_left, w_right).is_truthy()
        return builtin_equality(w_left, w_right)
    return value, condition


def _make_ordering(method_name, machine_compare, float_compare, general_compare):
    """(operator giving a value, operator giving a condition) for an order relation."""
    def builtin_order(w_left, w_right):
        if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
            return machine_compare(w_left.value, w_right.value)
        if isinstance(w_left, W_Float) and isinstance(w_right, W_Float):
            return float_compare(w_left.value, w_right.value)
        return general_compare(w_left, w_right)

    def value(w_left, w_right):
        w_method = find_overload(w_left, method_name)
        if w_method is not None:
            return call_overload(w_method, w_left, w_right)
        if builtin_order(w_left, w_right):
            return w_true
        return w_false

    def condition(w_left, w_right):
        w_method = find_overload(w_left, method_name)
        if w_method is not None:
            return call_overload(w_method, w_left, w_right).is_truthy()
        return builtin_order(w_left, w_right)
    return value, condition


class OverloadedOrder(ordering.StructOrder):
    """The order of structs is what their method ``op_lt`` says (decision 42)."""

    def less(self, w_left, w_right):
        w_method = find_overload(w_left, 'op_lt')
        if w_method is None:
            raise ordering.no_order(w_left, w_right)
        return call_overload(w_method, w_left, w_right).is_truthy()


ordering.hooks.struct_order = OverloadedOrder()

equal, is_equal = _make_equality('op_eq', False)
not_equal, is_not_equal = _make_equality('op_ne', True)
less_than, is_less_than = _make_ordering(
    'op_lt', lambda a, b: a < b, lambda a, b: a < b, ordering.less)
at_most, is_at_most = _make_ordering(
    'op_le', lambda a, b: a <= b, lambda a, b: a <= b, ordering.less_equal)
greater_than, is_greater_than = _make_ordering(
    'op_gt', lambda a, b: a > b, lambda a, b: a > b, ordering.greater)
at_least, is_at_least = _make_ordering(
    'op_ge', lambda a, b: a >= b, lambda a, b: a >= b, ordering.greater_equal)
