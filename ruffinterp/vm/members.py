"""What ``value.name(...)`` calls (language.md 7.4, decisions 39 and 40)."""

from rpython.rlib import jit

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.element_access import missing_field, no_fields
from ruffinterp.objects.errors import plain_error
from ruffinterp.objects.function import W_Callable, W_Function
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.struct import W_Struct
from ruffinterp.vm.calls import not_callable
from ruffinterp.objects.methods import find_changing_method, find_pure_method
from ruffinterp.vm.methods import missing_method_hint


@jit.dont_look_inside
def no_member(w_receiver, name):
    """The RuffError for a member that the receiver does not have."""
    message = missing_method_hint(w_receiver.type_name(), name)
    if message != '':
        return plain_error(kinds.NO_FIELDS, message)
    return no_fields(w_receiver, name)


def changing_method(w_receiver, name):
    """The W_Callable of a method that changes the receiver; None if ``name`` is none of these."""
    if isinstance(w_receiver, W_Struct):
        w_method = w_receiver.struct_type().find_method(name)
        if w_method is not None and w_method.code.changes_self \
                and not isinstance(w_receiver.get_field(name), W_Callable):
            return w_method
        return None
    if isinstance(w_receiver, W_Dict) and has_function(w_receiver, name):
        return None
    return find_changing_method(w_receiver, name)


def has_function(w_dict, name):
    """Whether the value of a key is a function, which is called then."""
    return isinstance(w_dict.get_constant(name), W_Callable)


def find_member(w_receiver, name):
    """(callable, whether it is a method) for ``w_receiver.name(...)``."""
    if isinstance(w_receiver, W_Struct):
        return find_struct_member(w_receiver, name)
    if isinstance(w_receiver, W_Namespace):
        return w_receiver.read(name), False
    w_value = None
    if isinstance(w_receiver, W_Dict):
        w_value = w_receiver.get_constant(name)
        if isinstance(w_value, W_Callable):
            return w_value, False
    w_builtin = find_pure_method(w_receiver, name)
    if w_builtin is not None:
        return w_builtin, True
    if w_value is not None:
        raise not_callable(w_value)
    raise no_member(w_receiver, name)


def find_struct_member(w_struct, name):
    w_field = w_struct.get_field(name)
    if isinstance(w_field, W_Callable):
        return w_field, False
    w_method = w_struct.struct_type().find_method(name)
    if w_method is not None:
        return w_method, True
    if w_field is not None:
        raise not_callable(w_field)
    raise missing_field(w_struct, name)


def takes_receiver(w_receiver, w_callee, count):
    """Whether a function stored in a field or dict is given the receiver first (7.4)."""
    if isinstance(w_receiver, W_Namespace):
        return False
    if isinstance(w_callee, W_Function):
        return w_callee.code.parameter_count == count + 1 and not w_callee.code.has_rest
    return False
