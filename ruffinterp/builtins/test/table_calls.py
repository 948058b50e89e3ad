"""Calling builtins by name with values of the host."""

import pytest

from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.value_formatting import display_text
from ruffinterp.objects.array import new_array
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.dict import empty_dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import parse_decimal
from ruffinterp.objects.booleans import w_null, wrap_bool
from ruffinterp.objects.string import W_Str


def wrap(value):
    """The value of the language for a value of the host."""
    if isinstance(value, W_Root):
        return value
    if value is None:
        return w_null
    if isinstance(value, bool):
        return wrap_bool(value)
    if isinstance(value, (int, long)):
        return parse_decimal(str(value))
    if isinstance(value, float):
        return W_Float(value)
    if isinstance(value, unicode):
        return W_Str(value.encode('utf-8'))
    if isinstance(value, str):
        return W_Str(value)
    if isinstance(value, list):
        return new_array([wrap(item) for item in value])
    assert isinstance(value, dict)
    w_dict = empty_dict()
    for key in sorted(value):
        w_dict.set_literal(wrap(key), wrap(value[key]))
    return w_dict


def call(name, *arguments):
    """The result, a W_Root."""
    return BUILTINS[name].call_list([wrap(argument) for argument in arguments], 0)


def result(name, *arguments):
    """Type and print form of the result, as ``int 5``."""
    w_result = call(name, *arguments)
    return '%s %s' % (w_result.type_name(), display_text(w_result))


def shown(name, *arguments):
    """The print form of the result."""
    return display_text(call(name, *arguments))


def failure(name, *arguments):
    """The message of the error that the call must raise."""
    with pytest.raises(RuffError) as raised:
        call(name, *arguments)
    return raised.value.message
