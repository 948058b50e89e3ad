"""The program as a process: arguments, environment, exit, sleep (builtins-system.md 5 and 6)."""
import os

from rpython.rlib import jit
from rpython.rlib.rstring import assert_str0

from ruffinterp.builtins.registry import builtin, saturated_int
from ruffinterp.objects.array import new_string_array
from ruffinterp.objects.errors import ExitRequest, RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Integer, to_machine_int, wrap_int
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.utf8 import is_valid_utf8, replace_invalid
from ruffinterp.stdlib.descriptors import refuse_nul
from ruffinterp.vm.clock import NANOSECONDS_PER_MILLISECOND, monotonic_nanoseconds
from ruffinterp.vm.scheduler import scheduler

# More milliseconds than that are for ever, and still fit a word as nanoseconds.
LONGEST_SLEEP = 2 ** 62 // NANOSECONDS_PER_MILLISECOND

NEGATIVE_SLEEP = 'sleep() requires non-negative milliseconds'


class ProgramArguments(object):
    """What ``args()`` gives; set by the command line before the program starts."""

    def __init__(self):
        self.texts = []

    def replace(self, texts):
        """``texts``: [str], the bytes as the system gave them."""
        self.texts = texts


program_arguments = ProgramArguments()


@builtin('args', count='A4', effects=True)
@jit.dont_look_inside
def arguments():
    "args() -> array of strings: the arguments behind the name of the program."
    return new_string_array([W_Str(replace_invalid(text)) for text in program_arguments.texts])


@builtin('exit', 'int=0', mistyped='exit() requires a numeric exit code when provided',
         effects=True)
def exit_program(status):
    "exit([code]): ends the program with this status, 0 without one; cannot be caught."
    raise ExitRequest(status & 0xFF)


@builtin('env', 'bytes', count='env() expects 1 argument (variable name), got %K',
         mistyped='env requires a string argument (variable name)', effects=True)
@jit.dont_look_inside
def environment_variable(name):
    """env(name) -> string: the environment variable, "" if it is not set."""
    refuse_nul(name, 'env')
    value = os.environ.get(assert_str0(name))
    if value is None or not is_valid_utf8(value):
        return W_Str('')
    return W_Str(value)


def _milliseconds(w_duration):
    """The duration as int; RuffError if it is negative."""
    if isinstance(w_duration, W_Float):
        if w_duration.value < 0.0:
            raise RuffError(NEGATIVE_SLEEP)
        return saturated_int(w_duration.value)
    assert isinstance(w_duration, W_Integer)
    if w_duration.is_negative():
        raise RuffError(NEGATIVE_SLEEP)
    return to_machine_int(w_duration)


@builtin('sleep', 'number', count='A3', mistyped='sleep() requires a number argument',
         calls_back=True, effects=True)
@jit.dont_look_inside
def sleep(w_duration):
    "sleep(ms) -> 0: waits for that many milliseconds; a fraction is dropped."
    milliseconds = min(_milliseconds(w_duration), LONGEST_SLEEP)
    # Waiting runs others (decision 34).
    scheduler.run_until(monotonic_nanoseconds() + milliseconds * NANOSECONDS_PER_MILLISECOND)
    return wrap_int(0)
