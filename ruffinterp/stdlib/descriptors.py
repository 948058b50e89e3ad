"""Reading, writing and opening by file descriptor, with the errors of the language.

All functions retry when a signal interrupts them, unless it asks the program to stop, and wait for
descriptors that somebody has made non-blocking.
"""
import errno
import os

from rpython.rlib import rgc, rpoll
from rpython.rlib.rposix import O_CLOEXEC
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.errors import RuffError
from ruffinterp.vm.interrupts import poll_now

CHUNK = 64 * 1024


class SystemFailure(Exception):
    """A system call has failed; the caller adds what it wanted to do."""

    def __init__(self, number):
        self.number = number


def system_error_text(number):
    """``<strerror> (os error <number>)``, the form of builtins-system.md 1.2."""
    return '%s (os error %d)' % (os.strerror(number), number)


def refuse_nul(text, function_name):
    """Raise a RuffError if ``text``, meant for the system, holds a NUL (builtins-system.md 1.3)."""
    if text.find('\x00') >= 0:
        raise RuffError('%s argument contains NUL byte' % function_name)


def open_descriptor(path, flags, mode):
    """open(2); a descriptor that is closed when another program is started.  SystemFailure."""
    collected = False
    while True:
        try:
            return os.open(path, flags | os.O_NOCTTY | O_CLOEXEC, mode)
        except OSError as error:
            if error.errno == errno.EINTR:
                poll_now()
            elif error.errno == errno.EMFILE and not collected:
                # Iterators over files that nobody can reach hold descriptors until collected.
                rgc.collect()
                collected = True
            else:
                raise SystemFailure(error.errno)


def close_descriptor(descriptor):
    """close(2).  SystemFailure, for a file system that reports a failed write only now."""
    try:
        os.close(descriptor)
    except OSError as error:
        # On EINTR the descriptor is closed all the same.
        if error.errno != errno.EINTR:
            raise SystemFailure(error.errno)


def read_chunk(descriptor, size):
    """At most ``size`` bytes; '' at the end of the file.  SystemFailure."""
    while True:
        try:
            return os.read(descriptor, size)
        except OSError as error:
            wait_to_retry(descriptor, rpoll.POLLIN, error.errno)


def wait_to_retry(descriptor, event, number):
    """Return when a call that has failed with ``number`` is worth another try.  SystemFailure."""
    if number == errno.EAGAIN:
        try:
            rpoll.poll({descriptor: event}, -1)
        except rpoll.PollError as error:
            if error.errno != errno.EINTR:
                raise SystemFailure(error.errno)
    elif number != errno.EINTR:
        raise SystemFailure(number)
    poll_now()


def read_to_end(descriptor):
    """Everything that can still be read.  SystemFailure."""
    builder = StringBuilder()
    while True:
        chunk = read_chunk(descriptor, CHUNK)
        if not chunk:
            return builder.build()
        builder.append(chunk)


def read_whole_file(path):
    """The bytes of a file.  SystemFailure."""
    descriptor = open_descriptor(path, os.O_RDONLY, 0)
    try:
        return read_to_end(descriptor)
    finally:
        close_descriptor(descriptor)


def write_fully(descriptor, data):
    """Write all of ``data``.  SystemFailure."""
    position = 0
    while position < len(data):
        piece = data
        if position > 0:
            piece = data[position:]
        try:
            position += os.write(descriptor, piece)
        except OSError as error:
            wait_to_retry(descriptor, rpoll.POLLOUT, error.errno)
        assert position >= 0
