"""Between values of the language and values of the test's own Python."""

from rpython.rlib.rbigint import rbigint
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.array import W_Array, new_array
from ruffinterp.objects.dict import W_Dict, empty_dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_BigInt, W_Int, wrap_bigint
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.booleans import W_Bool, w_null, wrap_bool
from ruffinterp.objects.string import W_Str, wrap_str
from ruffinterp.objects.struct import W_Struct, new_struct, struct_shape, struct_type


def wrap(value):
    """The value of the language for None, bool, int, long, float, str, list and dict.

    A dict with the key '' is a struct of that name.
    """
    if value is None:
        return w_null
    if isinstance(value, bool):
        return wrap_bool(value)
    if isinstance(value, (int, long)):
        return wrap_bigint(rbigint.fromlong(value))
    if isinstance(value, float):
        return W_Float(value)
    if isinstance(value, str):
        return wrap_str(value)
    if isinstance(value, list):
        return new_array([wrap(item) for item in value])
    assert isinstance(value, dict)
    if '' in value:
        names = sorted(name for name in value if name)
        return new_struct(struct_shape(struct_type(value['']), names),
                          [wrap(value[name]) for name in names])
    w_dict = empty_dict()
    for key in value:
        w_dict.set_str(wrap_str(key), wrap(value[key]))
    return w_dict


def unwrap(w_value):
    """The inverse of ``wrap``; queues and stacks come back as lists."""
    if w_value is w_null:
        return None
    if isinstance(w_value, (W_Bool, W_Int, W_Float)):
        return w_value.value
    if isinstance(w_value, W_BigInt):
        return w_value.value.tolong()
    if isinstance(w_value, W_Str):
        return w_value.text()
    if isinstance(w_value, (W_Queue, W_Stack)):
        return [unwrap(w_item) for w_item in w_value.items_w()]
    if isinstance(w_value, W_Array):
        return [unwrap(w_item) for w_item in w_value.items_w()]
    if isinstance(w_value, W_Struct):
        result = {'': w_value.struct_type().name}
        for name in w_value.shape().names:
            result[name] = unwrap(w_value.get_field(name))
        return result
    assert isinstance(w_value, W_Dict)
    keys = [key_of(w_key) for w_key in w_value.keys_w().items_w()]
    return dict(zip(keys, [unwrap(w_item) for w_item in w_value.ordered_values()]))


def key_of(w_key):
    """A key of a dict as the host can have it: arrays are tuples, structs are their items."""
    return frozen(unwrap(w_key))


def frozen(value):
    if isinstance(value, list):
        return tuple([frozen(item) for item in value])
    if isinstance(value, dict):
        return tuple(sorted([(name, frozen(value[name])) for name in value]))
    return value


def shown(w_value):
    """The display form."""
    builder = StringBuilder()
    w_value.display(builder)
    return builder.build()


def message_of(function, *arguments):
    """The message of the RuffError that a call must raise."""
    try:
        function(*arguments)
    except RuffError as error:
        return error.message
    raise AssertionError('no error')
