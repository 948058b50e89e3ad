"""Ctrl-C as an exception, for code that runs no backward jump of a program."""

from rpython.rlib.rstackovf import check_stack_overflow

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.errors import Interrupted, plain_error
from ruffinterp.vm.native_main import clear_interrupt, interrupt_requested


def poll_now():
    """Raise Interrupted if Ctrl-C was pressed."""
    if interrupt_requested():
        clear_interrupt()
        raise Interrupted


def overflow_outside():
    """The RuffError for a StackOverflow that was caught outside of the dispatch loop.

    Raises Interrupted if it was Ctrl-C, which makes the next check of the stack fail
    (native_main.py).
    """
    check_stack_overflow()
    poll_now()
    return plain_error(kinds.CALL_DEPTH, 'Maximum call stack depth exceeded')
