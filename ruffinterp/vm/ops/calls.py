"""Opcodes of calls; compiler/ownership.py explains the masks."""

from rpython.rlib import jit
from rpython.rlib.objectmodel import specialize

from ruffinterp.bytecode import opcodes
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.argument_mask import has_bit, with_bit
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.errors import refusal
from ruffinterp.objects.function import W_Builtin, W_Callable, W_Function
from ruffinterp.vm.calls import call_from_registers, call_list, not_callable
from ruffinterp.vm.frame import load, owns, peek
from ruffinterp.vm.instructions import instruction


# test_jit_calls.py: the masks are constant for an instruction.
@jit.unroll_safe
def add_parameters(frame, code, first, count, owned, parameters):
    """The owned mask with the arguments added that are parameters this frame owns."""
    for i in range(count):
        if has_bit(parameters, i) and owns(frame, code.ops[first + i]):
            owned = with_bit(owned, i)
    return owned


@jit.unroll_safe
def lend_arguments(frame, code, first, count, lent):
    """Returns the arguments under loan, to be given back after the call; None for the others."""
    lent_w = [None] * count
    for i in range(count):
        if has_bit(lent, i):
            w_value = peek(frame, code, code.ops[first + i])
            w_value.lend()
            lent_w[i] = w_value
    return lent_w


@jit.unroll_safe
def give_back_arguments(lent_w, count):
    for i in range(count):
        w_value = lent_w[i]
        if w_value is not None:
            w_value.give_back()


def call_value(frame, code, first, count, w_callee, owned):
    """Call any value with the operands at ``first``."""
    if isinstance(w_callee, W_Function):
        return call_from_registers(frame, code, first, count, w_callee, owned)
    if isinstance(w_callee, W_Builtin):
        return call_builtin(frame, code, first, count, w_callee, owned)
    raise not_callable(w_callee)


def call_builtin(frame, code, first, count, w_builtin, owned):
    ops = code.ops
    if count == 1:
        return w_builtin.call1(load(frame, code, ops[first]), owned)
    if count == 2:
        return w_builtin.call2(load(frame, code, ops[first]),
                               load(frame, code, ops[first + 1]), owned)
    if count == 3:
        return w_builtin.call3(load(frame, code, ops[first]), load(frame, code, ops[first + 1]),
                               load(frame, code, ops[first + 2]), owned)
    if count == 4:
        return w_builtin.call4(load(frame, code, ops[first]), load(frame, code, ops[first + 1]),
                               load(frame, code, ops[first + 2]),
                               load(frame, code, ops[first + 3]), owned)
    if count == 0:
        return w_builtin.call0(owned)
    return w_builtin.call_list(load_list(frame, code, first, count), owned)


# test_jit_calls.py: the number of arguments is constant for an instruction.
@jit.unroll_safe
def load_list(frame, code, first, count):
    args_w = []
    for i in range(count):
        args_w.append(load(frame, code, code.ops[first + i]))
    return args_w


@specialize.arg(0)
def call_with_masks(call, frame, code, callee, owned, parameters, lent, count, first):
    """``call`` a callee, a value or a W_Builtin, with the operands at ``first``."""
    if parameters:
        owned = add_parameters(frame, code, first, count, owned, parameters)
    if lent == 0:
        return call(frame, code, first, count, callee, owned)
    lent_w = lend_arguments(frame, code, first, count, lent)
    w_result = call(frame, code, first, count, callee, owned)
    give_back_arguments(lent_w, count)
    return w_result


@instruction(opcodes.CALL)
def op_call(frame, code, w_callee, owned, parameters, lent, count, first_argument):
    return call_with_masks(call_value, frame, code, w_callee, owned, parameters, lent, count,
                           first_argument)


@instruction(opcodes.CALL_BUILTIN)
def op_call_builtin(frame, code, builtin, owned, parameters, lent, count, first_argument):
    return call_with_masks(call_builtin, frame, code, builtin, owned, parameters, lent, count,
                           first_argument)


# ---- spread arguments (decision 31)

def spread_list(w_arguments):
    assert isinstance(w_arguments, W_Array)
    return w_arguments.items_w()


@instruction(opcodes.CALL_SPREAD)
def op_call_spread(w_callee, w_arguments):
    return call_list(w_callee, spread_list(w_arguments), 0)


@instruction(opcodes.CHECK_PIPE)
def op_check_pipe(w_callee):
    if not isinstance(w_callee, W_Callable):
        raise refusal(kinds.NOT_CALLABLE, 'Pipe operator requires a function on the right side',
                      w_callee)
