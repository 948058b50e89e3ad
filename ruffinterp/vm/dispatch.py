"""The dispatch loop: the one portal of the JIT."""

from rpython.rlib import jit
from rpython.rlib.objectmodel import we_are_translated
from rpython.rlib.rstackovf import StackOverflow, check_stack_overflow

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import PLAIN
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.errors import Interrupted, RuffError, plain_error
from ruffinterp.objects.promise import W_Promise
from ruffinterp.objects.booleans import w_null
from ruffinterp.vm.activation import activation_of
from ruffinterp.vm.exceptions import W_InterruptedError, error_value, find_handler
from ruffinterp.vm.frame import owns, store
from ruffinterp.vm.instructions import HANDLERS, operands_of, registered_instructions
from ruffinterp.vm.jit import main_driver
from ruffinterp.vm.native_main import clear_interrupt, interrupt_requested


class RecursionLimit(object):
    """The depth of calls that is promised (decision 13)."""

    def __init__(self):
        self.depth = 100000


recursion_limit = RecursionLimit()


def run(frame, code, pc):
    """Run ``code`` in ``frame`` from ``pc`` on; returns the W_Root that it returns.

    Raises RuffError when nothing in this frame handles it, Interrupted on Ctrl-C.
    """
    frame = jit.hint(frame, access_directly=True)
    while True:
        main_driver.jit_merge_point(pc=pc, code=code, frame=frame)
        opcode = code.ops[pc]
        if opcode == opcodes.JUMP_BACK:
            if interrupt_requested():
                raise interrupted()
            pc = back_at_start(frame, code, pc)
            main_driver.can_enter_jit(pc=pc, code=code, frame=frame)
            continue
        try:
            if opcode == opcodes.RETURN:
                return returned_value(frame, code, pc)
            if opcode == opcodes.RETURN_PARAMETER:
                return returned_parameter(frame, code, pc)
            if opcode == opcodes.YIELD:
                return suspend_at_yield(frame, code, pc)
            if opcode == opcodes.AWAIT:
                w_promise = pending_promise(frame, code, pc)
                if w_promise is not None:
                    # Executed again when the promise is settled.
                    activation_of(frame, code).save(frame, code, pc)
                    return w_promise
            pc = step(opcode, frame, code, pc)
        except RuffError as error:
            pc = handle(frame, code, pc, error)
        except StackOverflow:
            check_stack_overflow()
            pc = handle_overflow(frame, code, pc)


def step(opcode, frame, code, pc):
    """Run one instruction; returns the pc of the next."""
    if not we_are_translated():
        return HANDLERS[opcode](frame, code, pc)
    for number, handler in registered_instructions:
        if opcode == number:
            return handler(frame, code, pc)
    raise NotImplementedError


@operands_of(opcodes.JUMP_BACK)
def back_at_start(frame, code, target, live):
    forget_temporaries(frame, code, code.temporaries + live)
    return target


@operands_of(opcodes.RETURN)
def returned_value(w_value):
    return w_value


@operands_of(opcodes.RETURN_PARAMETER)
def returned_parameter(frame, register, w_register):
    """A parameter that the frame does not own is still the caller's: keep it."""
    if not owns(frame, register):
        w_register.mark_shared()
    return w_register


@operands_of(opcodes.YIELD)
def suspend_at_yield(frame, code, destination, w_value, next_pc):
    """Suspend a generator; returns the value that it yields.  ``yield`` itself gives null."""
    store(frame, destination, w_null)
    activation_of(frame, code).save(frame, code, next_pc)
    return w_value


@operands_of(opcodes.AWAIT)
def pending_promise(w_value):
    """The operand of an AWAIT if that has to wait for it, else None."""
    if isinstance(w_value, W_Promise) and w_value.is_pending():
        return w_value
    return None


# test_jit_loops.py: what is left in temporaries is not carried around the loop.
@jit.unroll_safe
def forget_temporaries(frame, code, first):
    if jit.we_are_jitted():
        for register in range(first, code.register_count):
            store(frame, register, None)


def handle(frame, code, pc, error):
    """Bind the error for the innermost handler around ``pc``; without one raise it again."""
    if code.ops[pc] != opcodes.RAISE_AGAIN:
        error.leave_frame(code, pc)
    index = find_handler(code, pc)
    if index < 0:
        raise error
    start, end, target, register, is_finalizer = code.handlers[index]
    if is_finalizer:
        store(frame, register, W_InterruptedError(error))
    else:
        store(frame, register, error_value(error))
    return target


def handle_overflow(frame, code, pc):
    """The stack ends anywhere in the innermost call, another place in each mode: it is the call
    that has failed, unless the place is in a ``try`` or nothing has called (program 090)."""
    error = overflow_error(code)
    if find_handler(code, pc) < 0 and code.kind == PLAIN and not code.is_module:
        raise error
    return handle(frame, code, pc, error)


@jit.dont_look_inside
def overflow_error(code):
    if interrupt_requested():
        raise interrupted()
    return plain_error(
        kinds.CALL_DEPTH, 'Maximum call stack depth of %d exceeded while calling %s' % (
            recursion_limit.depth, code.display_name()))


@jit.dont_look_inside
def interrupted():
    clear_interrupt()
    return Interrupted()
