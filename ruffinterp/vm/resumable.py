"""Calls of generators (language.md 7.5) and of async functions (decision 6)."""

from rpython.rlib import jit
from rpython.rlib.rstackovf import StackOverflow

from ruffinterp.bytecode.code import ASYNC, PLAIN
from ruffinterp.objects.argument_mask import with_bit
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.handles import check_generation, process_state
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.promise import W_Promise, Waiter, resolved_promise
from ruffinterp.vm.activation import W_Activation
from ruffinterp.vm.dispatch import run
from ruffinterp.vm.frame import owns, store
from ruffinterp.vm.interrupts import overflow_outside
from ruffinterp.vm.scheduler import Task, scheduler


def enter(frame, code):
    """Call ``code`` with a frame that holds its arguments; returns the W_Root of the call."""
    if code.kind == PLAIN:
        return run(frame, code, 0)
    keep_arguments(frame, code)
    w_activation = W_Activation(code)
    if code.kind == ASYNC:
        return start_async(frame, code, w_activation)
    w_activation.save(frame, code, 0)
    return W_Generator(w_activation)


# test_jit_generators.py: the number of parameters is constant for a code.
@jit.unroll_safe
def keep_arguments(frame, code):
    """What can be suspended keeps what it is given (architecture.md 3.1 rule 7)."""
    owned = 0
    for register in range(code.parameter_count):
        w_value = frame.regs[register]
        if w_value is not None and not owns(frame, register):
            w_value.mark_shared()
        owned = with_bit(owned, register)
    frame.owned = owned


def resume(w_activation):
    """Go on with a suspended activation; returns what it yields or returns.

    Afterwards ``is_suspended`` tells which of both.
    """
    pc = jit.promote(w_activation.pc)
    code = jit.promote(w_activation.code)
    frame = w_activation.restore(code)
    try:
        w_value = run(frame, code, pc)
    except Exception:
        w_activation.finish()
        raise
    if w_activation.is_running():
        w_activation.finish()
    return w_value


class W_Generator(W_Iterator):
    """A call of a generator function."""
    _immutable_fields_ = ['activation', 'generation']
    type_word = 'generator'

    def __init__(self, activation):
        self.activation = activation
        self.generation = process_state.generation

    def next_item(self):
        check_generation(self.generation, self.type_word)
        activation = self.activation
        if not activation.is_suspended():
            if activation.is_running():
                raise RuffError('The generator is already running')
            return None
        w_value = resume(activation)
        if not activation.is_suspended():
            return None
        return w_value

    def code_inside(self):
        return self.activation.code

    def display(self, builder):
        count = self.activation.code.parameter_count
        if self.activation.is_suspended() or self.activation.is_running():
            builder.append('<generator (')
        else:
            builder.append('<exhausted generator (')
        builder.append(str(count))
        builder.append(' params)>')


# ---- async functions

def start_async(frame, code, w_activation):
    """Run an async function up to its first await of a pending promise; returns its promise.

    An error before that comes out of the call.
    """
    store(frame, code.activation, w_activation)
    w_value = run(frame, code, 0)
    if not w_activation.is_suspended():
        return resolved_promise(w_value)
    coroutine = Coroutine(w_activation)
    coroutine.wait_for(w_value)
    return coroutine.w_promise


class Coroutine(Task):
    """A call of an async function that has been suspended, and the promise that it has given."""

    def __init__(self, w_activation):
        self.w_activation = w_activation
        self.w_promise = W_Promise()
        self.waiter = CoroutineWaiter(self)

    def wait_for(self, w_promise):
        """A suspended frame hands out the pending promise that it awaits."""
        assert isinstance(w_promise, W_Promise)
        w_promise.wait(self.waiter)

    def run(self):
        """Go on; the promise is settled when the body ends."""
        if not self.w_promise.is_pending():
            # Canceled meanwhile.
            self.w_activation.finish()
            return
        try:
            w_value = resume(self.w_activation)
        except RuffError as error:
            self.w_promise.reject(error)
            return
        except StackOverflow:
            self.w_promise.reject(overflow_outside())
            return
        if self.w_activation.is_suspended():
            self.wait_for(w_value)
        else:
            self.w_promise.resolve(w_value)


class CoroutineWaiter(Waiter):
    """Makes a coroutine ready when what it awaits is settled."""

    def __init__(self, coroutine):
        self.coroutine = coroutine

    def settled(self, w_promise):
        scheduler.add(self.coroutine)
