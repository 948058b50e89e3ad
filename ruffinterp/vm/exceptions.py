"""Errors on their way: handlers, call stacks, the value that ``except`` binds (language.md 10)."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.array import literal_array
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.enums import W_Result
from ruffinterp.objects.error_value import VALUE, is_error_value, new_error_value
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.integer import W_Int
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct


class W_InterruptedError(W_Root):
    """What a ``finally`` block keeps of the error that goes on behind it; never seen by a program."""
    _immutable_fields_ = ['error']

    def __init__(self, error):
        self.error = error


# test_jit_errors.py: the table is constant for a position.
@jit.unroll_safe
def find_handler(code, pc):
    """Index of the innermost handler around ``pc``, -1 without one."""
    handlers = code.handlers
    for i in range(len(handlers)):
        start, end, target, register, is_finalizer = handlers[i]
        if start <= pc < end:
            return i
    return -1


# An error that has passed so many frames at most is handled inside a trace.
TRACED_FRAMES = 8


@jit.elidable
def line_of(code, pc):
    """The line of an instruction."""
    return code.line(pc)


@jit.elidable
def name_value(code):
    """The name of a function in call stacks, as a value."""
    return W_Str(code.display_name())


# test_jit_errors.py: an error that is thrown and caught in one trace is not allocated.
@jit.look_inside_iff(
    lambda error: jit.isconstant(error.depth) and error.depth <= TRACED_FRAMES)
def error_value(error):
    """The struct ``Error`` for a caught RuffError (language.md 10.2, decision 16)."""
    entry = error.traceback
    names_w = [None] * error.entry_count()
    count = add_names(names_w, 0, entry)
    if error.innermost is not None:
        count = add_deep_names(names_w, count, error)
        entry = error.innermost
    line = innermost_line(entry)
    w_message = W_Str(error.message)
    return new_error_value(error.w_cause, W_Int(line), w_message, stack_array(names_w, count),
                           error.w_value)


# test_jit_errors.py: as error_value, in whose traces the chain is virtual.
@jit.unroll_safe
def add_names(names_w, count, entry):
    """Put the names of the functions of a chain into ``names_w`` from ``count`` on; the new count."""
    while entry is not None:
        if not entry.code.is_module:
            names_w[count] = name_value(entry.code)
            count += 1
        entry = entry.inner
    return count


@jit.dont_look_inside
def add_deep_names(names_w, count, error):
    """The same for what a deep call stack has besides ``traceback``."""
    count = add_names(names_w, count, error.older)
    if error.frames_left_out() > 0:
        names_w[count] = W_Str(error.gap_text())
        count += 1
    return add_names(names_w, count, error.innermost)


# test_jit_errors.py: as add_names.
@jit.unroll_safe
def innermost_line(entry):
    """The line of the last entry of a chain, 0 without any."""
    if entry is None:
        return 0
    while entry.inner is not None:
        entry = entry.inner
    return line_of(entry.code, entry.pc)


# test_jit_errors.py: as error_value.
@jit.look_inside_iff(lambda names_w, count: jit.isconstant(count) and count <= TRACED_FRAMES)
def stack_array(names_w, count):
    """The array of the first ``count`` names."""
    stack_w = [None] * count
    for i in range(count):
        stack_w[i] = names_w[i]
    return literal_array(stack_w)


def display_text(w_value):
    """Display form of a value (language.md 3.2); str."""
    if isinstance(w_value, W_Str):
        return w_value.text()
    builder = StringBuilder()
    w_value.display(builder)
    return builder.build()


def thrown_error(w_value):
    """The RuffError for ``throw(w_value)`` (language.md 10.1); the value is kept."""
    if isinstance(w_value, W_Str):
        error = RuffError(w_value.text(), None, None, kinds.THROWN)
        error.w_value = w_value
        return error
    return thrown_object(w_value)


@jit.dont_look_inside
def thrown_object(w_value):
    if is_error_value(w_value):
        return error_again(w_value)
    if isinstance(w_value, W_Struct):
        w_message = w_value.get_field('message')
        w_cause = w_value.get_field('cause')
        if w_cause is not None:
            w_cause.mark_shared()
        if isinstance(w_message, W_Str):
            error = RuffError(w_message.text(), w_cause, None, kinds.THROWN)
        else:
            error = RuffError('%s error' % w_value.struct_type().name, w_cause, None, kinds.THROWN)
    else:
        error = RuffError(display_text(w_value), None, None, kinds.THROWN)
    error.w_value = w_value
    return error


def error_again(w_error):
    """A caught error that is thrown again keeps the value that was thrown first (decision 50)."""
    assert isinstance(w_error, W_Struct)
    error = RuffError(display_text(w_error.get_field('message')), w_error.get_field('cause'), None,
                      kinds.THROWN)
    w_value = w_error.get_field(VALUE)
    if error.w_cause is not None:
        error.w_cause.mark_shared()
    w_value.mark_shared()
    error.w_value = w_value
    return error


@jit.dont_look_inside
def failure_error(w_failure):
    """The RuffError for a failure that ``?`` finds where no function can return it (decision 57)."""
    if isinstance(w_failure, W_Result):
        w_payload = w_failure.w_value
        w_payload.mark_shared()
        return thrown_error(w_payload)
    return RuffError('Expected a value, got None')
