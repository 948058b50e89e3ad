"""Functions on dicts (builtins-data.md section 11); ``remove`` and ``clear`` are in arrays.py.

A function that wants a dict raises an error for anything else.
"""

from ruffinterp.builtins.arrays import handed_out, pair
from ruffinterp.builtins.polling import poll
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.value_formatting import display_text
from ruffinterp.objects.dict import empty_dict
from ruffinterp.objects.integer import wrap_int
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.booleans import W_Bool, w_null
from ruffinterp.objects.string import W_Str


@builtin('dict', count='dict() expects 0 arguments')
def new_dict():
    "dict() -> {}."
    return empty_dict()


@builtin('keys', 'dict')
def keys(w_dict):
    """keys(dict) -> array of the keys in display order: strings and ints as strings, then all
    others."""
    return w_dict.keys_w()


@builtin('values', 'dict')
def values(w_dict):
    "values(dict) -> array of the values, in the order of the keys."
    return w_dict.values_w()


@builtin('items', 'dict')
def items(w_dict):
    "items(dict) -> array of pairs [key, value], in the order of the keys."
    return w_dict.items_w()


@builtin('has_key', 'dict', 'any')
def has_key(w_dict, w_key):
    "has_key(dict, key) -> int: 1 if the key is present, 0 if not."
    return wrap_int(int(w_dict.has(w_key)))


@builtin('get', 'dict', 'any', 'any?')
def get(w_dict, w_key, w_default):
    "get(dict, key, [default]) -> any: the value; the default, or null, for a missing key."
    w_value = w_dict.get(w_key)
    if w_value is None:
        if w_default is None:
            return w_null
        return handed_out(w_default)
    return handed_out(w_value)


@builtin('get_default', 'dict', 'any', 'any',
         count='get_default() requires 3 arguments: dict, key, default_value',
         mistyped='get_default() requires 3 arguments: dict, key, default_value')
def get_default(w_dict, w_key, w_default):
    "get_default(dict, key, default) -> any: the value, or the default for a missing key."
    w_value = w_dict.get(w_key)
    if w_value is None:
        return handed_out(w_default)
    return handed_out(w_value)


@builtin('merge', 'dict updates', 'dict', aliases=['update'])
def merge(w_dict, w_other):
    "merge(a, b) -> dict: the entries of both; where both have a key, that of b."
    w_dict.merge(w_other)
    return w_dict


@builtin('invert', 'dict', mistyped='invert() requires a dict argument')
def invert(w_dict):
    """invert(dict) -> dict: values become keys and keys values.  Entries whose value is no
    string, number or bool are left out; of several with one value the last key stays."""
    w_keys = w_dict.keys_w()
    w_values = w_dict.values_w()
    w_result = empty_dict()
    index = 0
    while index < w_keys.length():
        w_value = w_values.get(index)
        if isinstance(w_value, W_Str):
            w_result.set_str(w_value, w_keys.get(index))
        elif isinstance(w_value, W_Number) or isinstance(w_value, W_Bool):
            w_result.set_str(W_Str(display_text(w_value)), w_keys.get(index))
        poll(index)
        index += 1
    return w_result
