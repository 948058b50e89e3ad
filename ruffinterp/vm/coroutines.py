"""Calls of async functions (decision 6)."""

from rpython.rlib.rstackovf import StackOverflow

from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.promise import W_Promise, Waiter, resolved_promise
from ruffinterp.vm.activation import W_Activation
from ruffinterp.vm.dispatch import run
from ruffinterp.vm.frame import store
from ruffinterp.vm.generators import resume
from ruffinterp.vm.interrupts import overflow_outside
from ruffinterp.vm.scheduler import Task, scheduler


def start_async(frame, code):
    """Run an async function up to its first await of a pending promise; returns its promise.

    An error before that comes out of the call.
    """
    w_activation = W_Activation(code)
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
