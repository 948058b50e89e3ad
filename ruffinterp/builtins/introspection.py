"""What kind of value is this (builtins-data.md 17)."""

from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import W_Callable
from ruffinterp.objects.integer import W_Integer
from ruffinterp.objects.booleans import W_Bool, W_Null, wrap_bool
from ruffinterp.objects.string import W_Str


@builtin('type', 'any', count='A1', aliases=['type_of'])
def type_word(w_value):
    "type(v) -> string: the word for the kind of value."
    return W_Str(w_value.type_name())


@builtin('is_truthy', 'any', count='A1')
def is_truthy(w_value):
    "is_truthy(v) -> bool: does v count as true in a condition?"
    return wrap_bool(w_value.is_truthy())


@builtin('is_int', 'any', count='A3')
def is_int(w_value):
    "is_int(v) -> bool: is v an int?"
    return wrap_bool(isinstance(w_value, W_Integer))


@builtin('is_float', 'any', count='A3')
def is_float(w_value):
    "is_float(v) -> bool: is v a float?  3.0 is one although it prints as 3."
    return wrap_bool(isinstance(w_value, W_Float))


@builtin('is_string', 'any', count='A3')
def is_string(w_value):
    "is_string(v) -> bool: is v a string?"
    return wrap_bool(isinstance(w_value, W_Str))


@builtin('is_bool', 'any', count='A3')
def is_bool(w_value):
    "is_bool(v) -> bool: is v true or false?"
    return wrap_bool(isinstance(w_value, W_Bool))


@builtin('is_array', 'any', count='A3')
def is_array(w_value):
    "is_array(v) -> bool: is v an array?"
    return wrap_bool(isinstance(w_value, W_Array))


@builtin('is_dict', 'any', count='A3')
def is_dict(w_value):
    "is_dict(v) -> bool: is v a dict?"
    return wrap_bool(isinstance(w_value, W_Dict))


@builtin('is_null', 'any', count='A3')
def is_null(w_value):
    "is_null(v) -> bool: is v null?  The option None is not."
    return wrap_bool(isinstance(w_value, W_Null))


@builtin('is_function', 'any', count='A3')
def is_function(w_value):
    "is_function(v) -> bool: is v a function, of the program or of the library?"
    return wrap_bool(isinstance(w_value, W_Callable))
