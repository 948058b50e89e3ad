"""Conversions between strings, numbers and bools (builtins-data.md 16)."""

from rpython.rlib import jit
from rpython.rlib.rfloat import INFINITY, NAN, rstring_to_float

from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.value_formatting import display_text
from ruffinterp.builtins.whitespace import trimmed
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import plain_error
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import (
    W_Integer, float_to_int, int_to_float, parse_decimal, wrap_int)
from ruffinterp.objects.booleans import W_Bool, W_Null, w_false, w_true, wrap_bool
from ruffinterp.objects.string import W_Str


class NotANumber(Exception):
    """A text does not have the form of a number."""


# ---- reading numbers

def _digits_end(text, position):
    while position < len(text) and '0' <= text[position] <= '9':
        position += 1
    return position


def _after_sign(text, position):
    if position < len(text) and (text[position] == '-' or text[position] == '+'):
        return position + 1
    return position


@jit.dont_look_inside
def read_int(text):
    """The W_Integer of optional sign and digits with white space around, or NotANumber."""
    text = trimmed(text)
    start = _after_sign(text, 0)
    if start == len(text) or _digits_end(text, start) != len(text):
        raise NotANumber
    if text[0] == '+':
        text = text[1:]
    return parse_decimal(text)


@jit.dont_look_inside
def read_float(text):
    """The float of decimal notation with white space around, or NotANumber.

    Too large gives an infinity, too small 0; ``inf``, ``infinity`` and ``nan`` count in any case.
    """
    text = trimmed(text)
    start = _after_sign(text, 0)
    if start == len(text):
        raise NotANumber
    word = text[start:].lower()
    negative = text[0] == '-'
    if word == 'inf' or word == 'infinity':
        return -INFINITY if negative else INFINITY
    if word == 'nan':
        return NAN
    if not _is_decimal_notation(text, start):
        raise NotANumber
    return rstring_to_float(text)


def _is_decimal_notation(text, start):
    """Digits with an optional point, at least one digit, and an optional exponent?"""
    position = _digits_end(text, start)
    count = position - start
    if position < len(text) and text[position] == '.':
        position += 1
        end = _digits_end(text, position)
        count += end - position
        position = end
    if count == 0:
        return False
    if position < len(text) and (text[position] == 'e' or text[position] == 'E'):
        position = _after_sign(text, position + 1)
        end = _digits_end(text, position)
        if end == position:
            return False
        position = end
    return position == len(text)


@builtin('parse_int', 'bytes', count='parse_int requires a string argument',
         mistyped='parse_int requires a string argument')
def parse_int(text):
    "parse_int(s) -> int: the int that the digits of s stand for; an error for other texts."
    try:
        return read_int(text)
    except NotANumber:
        raise plain_error(kinds.CONVERSION, "Cannot parse '%s' as integer" % text)


@builtin('parse_float', 'bytes', count='parse_float requires a string argument',
         mistyped='parse_float requires a string argument')
def parse_float(text):
    "parse_float(s) -> float: the float that s stands for; an error for other texts."
    try:
        return W_Float(read_float(text))
    except NotANumber:
        raise plain_error(kinds.CONVERSION, "Cannot parse '%s' as float" % text)


# ---- conversion of any value

def truncated_to_int(value):
    """The W_Integer of a float toward zero; NaN gives 0, an infinity is out of range."""
    if value != value:
        return wrap_int(0)
    return float_to_int(value)


@builtin('to_int', 'any', count='to_int() requires one argument')
def to_int(w_value):
    "to_int(v) -> int: of a number, truncated; of a bool, 1 or 0; of a string, as parse_int."
    if isinstance(w_value, W_Integer):
        return w_value
    if isinstance(w_value, W_Float):
        return truncated_to_int(w_value.value)
    if isinstance(w_value, W_Bool):
        return wrap_int(int(w_value.value))
    if isinstance(w_value, W_Str):
        try:
            return read_int(w_value.text())
        except NotANumber:
            pass
    raise _not_convertible(w_value, 'int')


@builtin('to_float', 'any', count='to_float() requires one argument')
def to_float(w_value):
    "to_float(v) -> float: of a number; of a bool, 1.0 or 0.0; of a string, as parse_float."
    if isinstance(w_value, W_Float):
        return w_value
    if isinstance(w_value, W_Integer):
        return W_Float(int_to_float(w_value))
    if isinstance(w_value, W_Bool):
        return W_Float(1.0 if w_value.value else 0.0)
    if isinstance(w_value, W_Str):
        try:
            return W_Float(read_float(w_value.text()))
        except NotANumber:
            pass
    raise _not_convertible(w_value, 'float')


@jit.dont_look_inside
def _not_convertible(w_value, wanted):
    if isinstance(w_value, W_Str):
        kind = "'%s'" % w_value.text()
    elif isinstance(w_value, W_Array):
        kind = 'array'
    elif isinstance(w_value, W_Dict):
        kind = 'dict'
    elif isinstance(w_value, W_Null):
        kind = 'null'
    else:
        kind = 'value'
    return plain_error(kinds.CONVERSION, 'Cannot convert %s to %s' % (kind, wanted))


@builtin('to_string', 'any', count='to_string() requires one argument', aliases=['str'])
def to_string(w_value):
    "to_string(v) -> string: the text that print shows."
    if isinstance(w_value, W_Str):
        return w_value
    return W_Str(display_text(w_value))


@builtin('to_bool', 'any', count='to_bool() requires one argument')
def to_bool(w_value):
    """to_bool(v) -> bool: false for false, null, 0, empty strings, arrays and dicts.

    Unlike in a condition, the strings "0" and "false" (in any case) are false too.
    """
    if isinstance(w_value, W_Str):
        text = w_value.text()
        if text == '0' or text.lower() == 'false':
            return w_false
        return wrap_bool(len(text) > 0)
    if w_value.is_truthy():
        return w_true
    return w_false
