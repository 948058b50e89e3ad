"""Background tasks: the bodies of ``spawn`` and functions given to ``spawn_task``."""

from rpython.rlib import jit
from rpython.rlib.rstackovf import StackOverflow

from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.promise import (
    REJECTED, RESOLVED, W_Promise, Waiter, rejection_text)
from ruffinterp.vm.calls import call0
from ruffinterp.vm.interrupts import overflow_outside
from ruffinterp.vm.scheduler import Task, wait_for


@jit.dont_look_inside
def rejection(w_promise):
    """What ``await`` raises for a rejected promise, each time anew: it goes on from where the error
    was raised, and nobody else sees the frames that it leaves now."""
    error = w_promise.handled_error()
    return error.retold(rejection_text(error.message))


def settled_value(w_promise):
    """The value of a settled promise; raises RuffError for a rejected one."""
    if w_promise.state == RESOLVED:
        return w_promise.w_value
    raise rejection(w_promise)


def await_result(w_value):
    """What ``await`` gives for a value, waiting for it as the top level does."""
    if isinstance(w_value, W_Promise):
        if w_value.is_pending():
            wait_for(w_value)
        return settled_value(w_value)
    return w_value


class ErrorListener(object):
    """Is told of errors that end a background task; the command line sets it."""

    def task_failed(self, error):
        """``error``: RuffError."""


class Listeners(object):
    def __init__(self):
        self.errors = ErrorListener()


listeners = Listeners()


def report_failure(error):
    listeners.errors.task_failed(error)


class SpawnedTask(Task):
    """The body of a ``spawn``; an error ends it and nothing else (language.md 11.3)."""

    def __init__(self, w_function):
        self.w_function = w_function

    def run(self):
        try:
            w_promise = call0(self.w_function)
        except RuffError as error:
            report_failure(error)
            return
        except StackOverflow:
            report_failure(overflow_outside())
            return
        if isinstance(w_promise, W_Promise) and w_promise.is_pending():
            w_promise.wait(FailureWaiter())


class FailureWaiter(Waiter):
    """Reports that a task was ended by an error."""

    def settled(self, w_promise):
        if w_promise.state == REJECTED:
            report_failure(w_promise.handled_error())
