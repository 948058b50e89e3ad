"""The clocks of the system."""

from rpython.rlib import jit
from rpython.rlib.rtime import CLOCK_MONOTONIC, CLOCK_REALTIME, TIMESPEC, c_clock_gettime
from rpython.rtyper.lltypesystem import lltype, rffi

NANOSECONDS_PER_SECOND = 1000000000
NANOSECONDS_PER_MILLISECOND = 1000000


def _read_clock(clock):
    """Nanoseconds of a clock of the system, an int."""
    with lltype.scoped_alloc(TIMESPEC) as time:
        c_clock_gettime(clock, time)
        return (rffi.getintfield(time, 'c_tv_sec') * NANOSECONDS_PER_SECOND +
                rffi.getintfield(time, 'c_tv_nsec'))


@jit.dont_look_inside
def monotonic_nanoseconds():
    """A clock that never goes back, from an arbitrary origin."""
    return _read_clock(CLOCK_MONOTONIC)


@jit.dont_look_inside
def unix_nanoseconds():
    """Time since the start of 1970; 0 if the clock says something earlier."""
    return max(_read_clock(CLOCK_REALTIME), 0)
