"""The standard streams, and ``input`` (decisions 20 and 35, builtins-system.md 6)."""
import errno
import os

from rpython.rlib import jit

from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.whitespace import end_without_white_space
from ruffinterp.objects.errors import ExitRequest
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.string import wrap_str
from ruffinterp.objects.utf8 import is_valid_utf8
from ruffinterp.stdlib.descriptors import SystemFailure, write_fully
from ruffinterp.stdlib.line_reader import LineReader
from ruffinterp.vm.interrupts import poll_now
from ruffinterp.vm.native_main import keep_output, take_output
from ruffinterp.vm.scheduler import run_others

STANDARD_INPUT, STANDARD_OUTPUT, STANDARD_ERROR = 0, 1, 2

# Status of a program that cannot read its text or write its output (tooling.md 1.6).
IO_FAILURE = 5

# Status of a program whose output nobody reads any more: what a shell shows for SIGPIPE.
BROKEN_PIPE_STATUS = 128 + 13

UNDECIDED, BUFFERED, DIRECT, BROKEN, CAPTURED = range(5)


class OutputStream(object):
    """Output to a descriptor; buffered when that is not a terminal (decision 20).

    There is one buffer, and one stream that uses it: ``stderr`` is always direct.
    Whether it is one is asked at the first write: the object is built before the program starts.
    Whoever ends the program, starts another one or writes a diagnostic calls ``flush`` first.
    Once a write has failed, everything is dropped.
    """

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.mode = UNDECIDED
        self.captured = []

    def redirect(self, descriptor):
        """Write to another descriptor from now on."""
        self.flush()
        self.descriptor = descriptor
        self.mode = UNDECIDED

    def capture(self):
        """Keep what is written from now on until ``take_captured`` asks for it."""
        self.captured = []
        self.mode = CAPTURED

    def take_captured(self):
        """What was written since the last time."""
        text = ''.join(self.captured)
        self.captured = []
        return text

    @jit.dont_look_inside
    def write(self, text):
        """Write UTF-8 bytes; they may stay in the buffer.  Errors: those of ``flush``."""
        if self.mode == UNDECIDED:
            self.mode = DIRECT if os.isatty(self.descriptor) else BUFFERED
        if self.mode == BUFFERED:
            if not keep_output(self.descriptor, text):
                self.flush()
                if not keep_output(self.descriptor, text):
                    self.send(text)
        elif self.mode == DIRECT:
            self.send(text)
        elif self.mode == CAPTURED:
            self.captured.append(text)

    @jit.dont_look_inside
    def flush(self):
        """Hand everything to the system.

        A failure raises ExitRequest: output comes late, so no part of the program could tell what
        of its own is lost.
        """
        if self.mode == BUFFERED:
            self.send(take_output())

    def send(self, data):
        """Hand bytes to the system.  Errors: see ``flush``."""
        if not data:
            return
        try:
            write_fully(self.descriptor, data)
        except SystemFailure as failure:
            self.mode = BROKEN
            self.failed(failure.number)

    def failed(self, number):
        """A write has failed.  Where nobody reads any more nobody is told (tooling.md 2.3)."""
        if number == errno.EPIPE:
            raise ExitRequest(BROKEN_PIPE_STATUS)
        stderr.tell('Cannot write to standard output: %s\n' % os.strerror(number))
        raise ExitRequest(IO_FAILURE)


class ErrorStream(OutputStream):
    """Standard error: never buffered, and after what standard output has been given so far.

    That it cannot be written changes nothing: there is nowhere to say so.
    """

    def write(self, text):
        """Write UTF-8 bytes, even if standard output fails.  Errors: those of its ``flush``."""
        try:
            stdout.flush()
        finally:
            self.tell(text)

    def tell(self, text):
        """Write UTF-8 bytes without looking at standard output."""
        if text and self.mode != BROKEN:
            try:
                write_fully(self.descriptor, text)
            except SystemFailure:
                self.mode = BROKEN


class InputLines(LineReader):
    """Standard input.  Pending output is shown before the program waits for input."""

    def fill(self):
        stdout.flush()
        poll_now()
        # Waiting runs others (decision 34).
        run_others()
        LineReader.fill(self)


stdout = OutputStream(STANDARD_OUTPUT)
stderr = ErrorStream(STANDARD_ERROR)
stdin = InputLines(STANDARD_INPUT)


@builtin('input', 'string?', mistyped='input() requires a string prompt when provided',
         calls_back=True, effects=True)
@jit.dont_look_inside
def read_input_line(w_prompt):
    """input([prompt]) -> string or null: the next line of standard input.

    The prompt is written first.  All white space at the end is removed; a line that is not UTF-8
    gives "".  At the end of the input, and where it cannot be read, null (decision 35).
    """
    if w_prompt is not None:
        stdout.write(w_prompt.text())
    try:
        line = stdin.next_line()
    except SystemFailure:
        line = None
    if line is None:
        return w_null
    if not is_valid_utf8(line):
        line = ''
    return wrap_str(line[:end_without_white_space(line)])
