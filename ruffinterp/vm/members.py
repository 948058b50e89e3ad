"""What ``value.name(...)`` calls (language.md 7.4, decisions 39 and 40)."""

from rpython.rlib import jit

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.element_access import missing_field, no_fields
from ruffinterp.objects.errors import plain_error
from ruffinterp.objects.function import W_Builtin, W_Callable, W_Function
from ruffinterp.objects.methods import find_builtin_method
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.struct import W_Struct
from ruffinterp.vm.calls import not_callable
from ruffinterp.vm.methods import missing_method_hint


@jit.dont_look_inside
def no_member(w_receiver, name):
    """The RuffError for a member that the receiver does not have."""
    message = missing_method_hint(w_receiver.type_name(), name)
    if message != '':
        return plain_error(kinds.NO_FIELDS, message)
    return no_fields(w_receiver, name)


def find_method(w_receiver, name):
    """The W_Callable that ``w_receiver.name(...)`` calls as a method: one that its struct declares,
    or the library has.  None if that is a function in a field or under a key, or nothing."""
    if isinstance(w_receiver, W_Struct):
        w_method = w_receiver.struct_type().find_method(name)
        if w_method is not None and isinstance(w_receiver.get_field(name), W_Callable):
            return None
        return w_method
    if isinstance(w_receiver, W_Dict) and isinstance(w_receiver.get_constant(name), W_Callable):
        return None
    return find_builtin_method(w_receiver, name)


def changes_receiver(w_method):
    """Whether what ``find_method`` gives is a method that changes its receiver."""
    if isinstance(w_method, W_Function):
        return w_method.code.changes_self
    return isinstance(w_method, W_Builtin) and w_method.changes_receiver


def find_stored(w_receiver, name):
    """The function in a field, under a key or in a module that ``w_receiver.name(...)`` calls where
    there is no method."""
    if isinstance(w_receiver, W_Namespace):
        return w_receiver.read(name)
    if isinstance(w_receiver, W_Struct):
        w_value = w_receiver.get_field(name)
    elif isinstance(w_receiver, W_Dict):
        w_value = w_receiver.get_constant(name)
    else:
        raise no_member(w_receiver, name)
    if isinstance(w_value, W_Callable):
        return w_value
    if w_value is not None:
        raise not_callable(w_value)
    if isinstance(w_receiver, W_Struct):
        raise missing_field(w_receiver, name)
    raise no_member(w_receiver, name)


def takes_receiver(w_receiver, w_callee, count):
    """Whether a function stored in a field or dict is given the receiver first (7.4)."""
    if isinstance(w_receiver, W_Namespace):
        return False
    if isinstance(w_callee, W_Function):
        return w_callee.code.parameter_count == count + 1 and not w_callee.code.has_rest
    return False
