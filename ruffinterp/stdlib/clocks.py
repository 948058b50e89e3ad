"""Clocks (builtins-data.md 19)."""

from rpython.rlib import jit

from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import wrap_int
from ruffinterp.vm.clock import (
    NANOSECONDS_PER_MILLISECOND, monotonic_nanoseconds, unix_nanoseconds)


class Origin(object):
    """The zero of ``performance_now``: its first call, so that small numbers stay precise."""

    def __init__(self):
        self.is_set = False
        self.nanoseconds = 0


origin = Origin()


@builtin('performance_now', count='A4', effects=True)
@jit.dont_look_inside
def performance_now():
    "performance_now() -> float: milliseconds since the first call, never going back."
    now = monotonic_nanoseconds()
    if not origin.is_set:
        origin.is_set = True
        origin.nanoseconds = now
    return W_Float(float(now - origin.nanoseconds) / float(NANOSECONDS_PER_MILLISECOND))


@builtin('current_timestamp', count='A4', aliases=['time'], effects=True)
def current_timestamp():
    "current_timestamp() -> int: milliseconds since the start of 1970."
    return wrap_int(unix_nanoseconds() // NANOSECONDS_PER_MILLISECOND)
