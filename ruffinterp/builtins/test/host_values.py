"""Values of the language for tests: made from values of the host, shown as text."""

from rpython.rlib.rstring import StringBuilder

from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.objects.array import W_Array, empty_array
from ruffinterp.objects.base import W_Container, W_Root
from ruffinterp.objects.dict import W_Dict, empty_dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import parse_decimal
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set
from ruffinterp.objects.booleans import w_null, wrap_bool
from ruffinterp.objects.string import W_Str


def wrap(value):
    """The value of the language for one of the host; W_Root stays what it is."""
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
    if isinstance(value, str):
        return W_Str(value)
    if isinstance(value, list):
        w_array = empty_array()
        for item in value:
            w_array.append(wrap(item))
        return w_array
    assert isinstance(value, dict), value
    w_dict = empty_dict()
    for key, item in value.items():
        w_dict.set(wrap(key), wrap(item))
    return w_dict


def shown(w_value):
    """The display text."""
    builder = StringBuilder()
    w_value.display(builder)
    return builder.build()


def call_w(name, *values):
    """Call a builtin with borrowed arguments; the result as W_Root."""
    return BUILTINS[name].call_list([wrap(value) for value in values], 0)


def call(name, *values):
    """Call a builtin with borrowed arguments; the display of the result."""
    return shown(call_w(name, *values))


def message(name, *values):
    """The message of the error that the call raises."""
    try:
        w_result = call_w(name, *values)
    except RuffError as error:
        return error.message
    raise AssertionError('%s gave %s instead of an error' % (name, shown(w_result)))


def parts_w(w_value):
    """The parts of a container, as they are, without any effect on claims."""
    if isinstance(w_value, W_Dict):
        return w_value.ordered_values()
    if isinstance(w_value, (W_Array, W_Set, W_Queue, W_Stack)):
        return w_value.items_w()
    return []


def writable_w(w_value):
    """The containers that a variable holding ``w_value`` could write in place, with repetitions."""
    if not isinstance(w_value, W_Container) or not w_value.is_exclusive():
        return []
    result_w = [w_value]
    for w_part in parts_w(w_value):
        result_w.extend(writable_w(w_part))
    return result_w
