"""Calls of functions and builtins, from opcodes, operators and builtins alike.

A Ruff call promotes the callee's code, fills a fresh frame and runs the portal; in compiled code
the callee is inlined or called directly and the frame does not exist (test_jit_calls.py).
"""

from rpython.rlib import jit

from ruffinterp.bytecode.code import ASYNC, PLAIN
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.array import empty_array, literal_array, new_array
from ruffinterp.objects.errors import plain_error, refusal
from ruffinterp.objects.function import W_Builtin, W_Function
from ruffinterp.vm.coroutines import start_async
from ruffinterp.vm.dispatch import run
from ruffinterp.vm.frame import Frame, load
from ruffinterp.vm.generators import keep_arguments, start_generator

NOT_CALLABLE = (
    'Cannot call non-function; the value being called is not callable. '
    'Pass a function, closure, or imported callable value instead.')


@jit.dont_look_inside
def arity_error(code, count):
    """The RuffError for calling ``code`` with ``count`` arguments (7.2, decision 31)."""
    required = code.required_count
    most = code.parameter_count
    if code.is_method:
        required -= 1
        most -= 1
        count -= 1
    if code.has_rest:
        expected = 'at least %d' % required
    elif required != most:
        expected = '%d to %d' % (required, most)
    else:
        expected = '%d' % required
    return plain_error(kinds.ARITY, '%s expects %s arguments, got %d' % (
        code.display_name(), expected, count))


def not_callable(w_callee):
    return refusal(kinds.NOT_CALLABLE, NOT_CALLABLE, w_callee)


def enter(frame, code):
    """Call ``code`` with a frame that holds its arguments; returns the W_Root of the call."""
    if code.kind == PLAIN:
        return run(frame, code, 0)
    keep_arguments(frame, code)
    if code.kind == ASYNC:
        return start_async(frame, code)
    return start_generator(frame, code)


# test_jit_calls.py: the number of captured variables is constant for a code.
@jit.unroll_safe
def bind_captured(frame, code, w_function):
    first = code.first_captured
    captured = w_function.captured
    for i in range(code.captured_count):
        register = first + i
        assert register >= 0
        frame.regs[register] = captured[i]


def check_arity(code, count):
    if count == code.parameter_count and not code.has_rest:
        return
    if count < code.required_count:
        raise arity_error(code, count)
    if count > code.parameter_count and not code.has_rest:
        raise arity_error(code, count)


def fixed_count(code):
    """The number of parameters that take one argument each."""
    if code.has_rest:
        return code.parameter_count - 1
    return code.parameter_count


def bind_rest(frame, code, w_rest):
    register = code.parameter_count - 1
    assert register >= 0
    frame.regs[register] = w_rest


def empty_rest(frame, code, count):
    """The rest parameter of a call with ``count`` arguments that do not reach it."""
    if code.has_rest and count < code.parameter_count:
        bind_rest(frame, code, empty_array())


# test_jit_calls.py: the number of arguments is constant for a call.
@jit.unroll_safe
def rest_from_registers(frame, code, first, count):
    """The rest parameter for the ``count`` operands at ``code.ops[first]``, which are kept."""
    if count <= 0:
        return empty_array()
    rest_w = [None] * count
    for i in range(count):
        w_value = load(frame, code, code.ops[first + i])
        w_value.mark_shared()
        rest_w[i] = w_value
    return literal_array(rest_w)


# test_jit_calls.py: the number of arguments is constant for a call.
@jit.unroll_safe
def call_from_registers(frame, code, first, count, w_function, owned):
    """Call ``w_function`` with the operands at ``code.ops[first:first + count]`` of ``frame``."""
    callee = jit.promote(w_function.code)
    check_arity(callee, count)
    inner = Frame(callee.register_count)
    fixed = fixed_count(callee)
    for i in range(count):
        if i < fixed:
            inner.regs[i] = load(frame, code, code.ops[first + i])
    if callee.has_rest:
        bind_rest(inner, callee, rest_from_registers(frame, code, first + fixed, count - fixed))
    inner.owned = owned
    bind_captured(inner, callee, w_function)
    return enter(inner, callee)


# As call_from_registers; the arguments of a method call follow their receiver.
@jit.unroll_safe
def call_method_from_registers(frame, code, w_receiver, first, count, w_function, owned):
    callee = jit.promote(w_function.code)
    check_arity(callee, count + 1)
    inner = Frame(callee.register_count)
    fixed = fixed_count(callee)
    inner.regs[0] = w_receiver
    for i in range(count):
        if i + 1 < fixed:
            inner.regs[i + 1] = load(frame, code, code.ops[first + i])
    if callee.has_rest:
        fixed -= 1
        bind_rest(inner, callee, rest_from_registers(frame, code, first + fixed, count - fixed))
    inner.owned = owned
    bind_captured(inner, callee, w_function)
    return enter(inner, callee)


def code_of(w_callable):
    """The Code of a Ruff function, None for a builtin: the green of callback loops."""
    if isinstance(w_callable, W_Function):
        return w_callable.code
    return None


def call0(w_callable):
    """Call without arguments; the result is owned."""
    if isinstance(w_callable, W_Function):
        code = jit.promote(w_callable.code)
        check_arity(code, 0)
        frame = Frame(code.register_count)
        empty_rest(frame, code, 0)
        bind_captured(frame, code, w_callable)
        return enter(frame, code)
    if isinstance(w_callable, W_Builtin):
        return w_callable.call0(0)
    raise not_callable(w_callable)


def call1(w_callable, w_1):
    """Call with one lent argument; the result is owned."""
    if isinstance(w_callable, W_Function):
        code = jit.promote(w_callable.code)
        if code.has_rest:
            return call_list(w_callable, [w_1], 0)
        check_arity(code, 1)
        frame = Frame(code.register_count)
        frame.regs[0] = w_1
        bind_captured(frame, code, w_callable)
        return enter(frame, code)
    if isinstance(w_callable, W_Builtin):
        return w_callable.call1(w_1, 0)
    raise not_callable(w_callable)


def call2(w_callable, w_1, w_2):
    """Call with two lent arguments; the result is owned."""
    return call2_owned(w_callable, w_1, w_2, 0)


def call2_owned(w_callable, w_1, w_2, owned):
    """Call with two arguments; bit i of ``owned``: argument i is given away."""
    if isinstance(w_callable, W_Function):
        code = jit.promote(w_callable.code)
        if code.has_rest:
            return call_list(w_callable, [w_1, w_2], owned)
        check_arity(code, 2)
        frame = Frame(code.register_count)
        frame.regs[0] = w_1
        frame.regs[1] = w_2
        frame.owned = owned
        bind_captured(frame, code, w_callable)
        return enter(frame, code)
    if isinstance(w_callable, W_Builtin):
        return w_callable.call2(w_1, w_2, owned)
    raise not_callable(w_callable)


def call3(w_callable, w_1, w_2, w_3):
    """Call with three lent arguments; the result is owned."""
    return call_list(w_callable, [w_1, w_2, w_3], 0)


def call_list(w_callable, args_w, owned):
    """Call with any number of arguments."""
    if isinstance(w_callable, W_Function):
        return call_function_list(w_callable, args_w, owned)
    if isinstance(w_callable, W_Builtin):
        return w_callable.call_list(args_w, owned)
    raise not_callable(w_callable)


@jit.look_inside_iff(lambda w_function, args_w, owned: jit.isconstant(len(args_w)))
def call_function_list(w_function, args_w, owned):
    code = jit.promote(w_function.code)
    count = len(args_w)
    check_arity(code, count)
    frame = Frame(code.register_count)
    fixed = fixed_count(code)
    for i in range(count):
        if i < fixed:
            frame.regs[i] = args_w[i]
    if code.has_rest:
        rest_w = []
        for i in range(fixed, count):
            args_w[i].mark_shared()
            rest_w.append(args_w[i])
        bind_rest(frame, code, new_array(rest_w))
    frame.owned = owned
    bind_captured(frame, code, w_function)
    return enter(frame, code)
