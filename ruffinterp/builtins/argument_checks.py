"""Checks of single arguments, for builtins whose parameters have a message each."""

import math

from ruffinterp.builtins.registry import saturated_int
from ruffinterp.builtins.value_formatting import message_text
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Int, W_Integer, float_to_int, to_machine_int
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.string import W_Str


def string_argument(w_value, message):
    """The argument as W_Str, or RuffError(message)."""
    if not isinstance(w_value, W_Str):
        raise RuffError(message)
    return w_value


def machine_int_argument(w_value, message):
    """The number as machine int (builtins-data.md 1.6), or RuffError(message).

    An int that does not fit is the error ``Integer out of range: <value>`` (decision 21).
    """
    if isinstance(w_value, W_Int):
        return w_value.value
    if isinstance(w_value, W_Float):
        return saturated_int(w_value.value)
    if isinstance(w_value, W_Integer):
        return to_machine_int(w_value)
    raise RuffError(message)


def unexpected(function_name, expectation, parameter, w_value):
    """The RuffError that shows a value of a wrong type; the odd blank belongs to its text."""
    return RuffError("%s() expects %s argument '%s' , got %s" % (
        function_name, expectation, parameter, message_text(w_value)))


def float_argument(w_value, function_name):
    """The argument ``value`` of a function of one number, as float (builtins-data.md 5)."""
    if isinstance(w_value, W_Number):
        return w_value.to_float()
    raise unexpected(function_name, 'numeric', 'value', w_value)


def whole_argument(w_value, function_name, parameter):
    """The argument as W_Integer; a float counts if it is a whole number, as ``floor`` gives one."""
    if isinstance(w_value, W_Integer):
        return w_value
    if isinstance(w_value, W_Float) and w_value.value == math.floor(w_value.value):
        return float_to_int(w_value.value)
    raise unexpected(function_name, 'integer', parameter, w_value)


def whole_machine_int(w_value, function_name, parameter):
    """The same as machine int; ``Integer out of range: <value>`` for one that does not fit."""
    return to_machine_int(whole_argument(w_value, function_name, parameter))


def integer_argument(w_value, function_name, parameter):
    """The argument as W_Integer; floats are refused (builtins-data.md 29.1)."""
    if isinstance(w_value, W_Integer):
        return w_value
    raise unexpected(function_name, 'integer', parameter, w_value)
