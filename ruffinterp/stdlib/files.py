"""Text files, and the lazy iterator over lines (builtins-system.md 2 and 19.3, decisions 35
and 38)."""
import errno
import os

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.strings import line_array, without_carriage_return
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.memory_budget import check_budget
from ruffinterp.objects.errors import RuffError, plain_error
from ruffinterp.objects.handles import check_generation, process_state
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.booleans import W_Bool, w_true
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.utf8 import is_valid_utf8, replace_invalid
from ruffinterp.stdlib.descriptors import (
    SystemFailure, close_descriptor, open_descriptor, read_chunk, refuse_nul, system_error_text,
    write_fully)
from ruffinterp.stdlib.line_reader import FileLineReader

READ_SIZE = 1024 * 1024
FILE_MODE = 0666


# ---- reading

def _read_failure(path, number):
    return plain_error(kinds.INPUT_OUTPUT, "Cannot read file '%s': %s" % (
        path, system_error_text(number)))


def _read_descriptor(descriptor):
    """Everything that can be read.  SystemFailure."""
    try:
        expected = os.fstat(descriptor).st_size
    except OSError as error:
        raise SystemFailure(error.errno)
    check_budget(expected)
    # A builder that is exactly full gives its storage away instead of copying it.
    builder = StringBuilder(max(expected, 1))
    while True:
        chunk = read_chunk(descriptor, READ_SIZE)
        if not chunk:
            return builder.build()
        size = builder.getlength() + len(chunk)
        if size > expected:
            check_budget(size)
        builder.append(chunk)


def read_text(path, function_name):
    """The whole file as UTF-8 bytes; RuffError if it cannot be read or is not UTF-8."""
    refuse_nul(path, function_name)
    try:
        descriptor = open_descriptor(path, os.O_RDONLY, 0)
        try:
            text = _read_descriptor(descriptor)
        finally:
            close_descriptor(descriptor)
    except SystemFailure as failure:
        raise _read_failure(path, failure.number)
    if not is_valid_utf8(text):
        raise plain_error(kinds.INPUT_OUTPUT,
                          "Cannot read file '%s': stream did not contain valid UTF-8" % path)
    return text


@builtin('read_file', 'bytes', count='read_file requires a string path argument',
         mistyped='read_file requires a string path argument', effects=True)
@jit.dont_look_inside
def read_file(path):
    "read_file(path) -> string: the whole text file."
    return W_Str(read_text(path, 'read_file'))


@builtin('read_lines', 'bytes', count='read_lines requires a string path argument',
         mistyped='read_lines requires a string path argument', effects=True)
@jit.dont_look_inside
def read_lines(path):
    "read_lines(path) -> array of strings: the lines of a text file without their ends."
    return line_array(read_text(path, 'read_lines'))


class W_LineIterator(W_Iterator):
    """The lines of a file, read as they are asked for; what is not UTF-8 becomes U+FFFD."""
    _immutable_fields_ = ['path', 'reader', 'generation']

    def __init__(self, path, reader):
        self.path = path
        self.reader = reader
        self.generation = process_state.generation

    def next_item(self):
        """The next line as W_Str, or None; RuffError if it cannot be read."""
        check_generation(self.generation, self.type_word)
        try:
            line = self.reader.next_line()
        except SystemFailure as failure:
            raise _read_failure(self.path, failure.number)
        if line is None:
            return None
        return W_Str(replace_invalid(without_carriage_return(line)))


@builtin('file_lines', 'bytes', mistyped='file_lines() requires a string path argument',
         too_few='file_lines() requires a string path argument', effects=True)
@jit.dont_look_inside
def file_lines(path):
    """file_lines(path) -> iterator: the lines of a text file without their ends, one at a time.

    Only one line is in memory at a time.  The file is closed after the last line.
    """
    refuse_nul(path, 'file_lines')
    try:
        reader = FileLineReader(open_descriptor(path, os.O_RDONLY, 0))
        # Most of what can go wrong, such as a directory, shows at the first read.
        reader.fill()
    except SystemFailure as failure:
        raise _read_failure(path, failure.number)
    return W_LineIterator(path, reader)


# ---- writing

@builtin('write_file', 'bytes', 'bytes', 'any?',
         too_few='write_file requires two arguments: path and content',
         count='write_file requires 2 or 3 arguments: path, content, [overwrite]',
         mistyped='write_file requires string arguments', effects=True)
@jit.dont_look_inside
def write_file(path, content, w_overwrite):
    """write_file(path, content, [overwrite]) -> true: make or replace a text file.

    With overwrite = false an existing file is an error.
    """
    if w_overwrite is not None and not isinstance(w_overwrite, W_Bool):
        raise RuffError('write_file optional overwrite flag must be a bool')
    refuse_nul(path, 'write_file')
    flags = os.O_WRONLY | os.O_CREAT
    if w_overwrite is None or w_overwrite.is_truthy():
        flags |= os.O_TRUNC
    else:
        flags |= os.O_EXCL
    try:
        descriptor = open_descriptor(path, flags, FILE_MODE)
        try:
            write_fully(descriptor, content)
        except SystemFailure:
            # The first failure is the one to report.
            _close_quietly(descriptor)
            raise
        close_descriptor(descriptor)
    except SystemFailure as failure:
        raise _write_failure(path, flags, failure.number)
    return w_true


def _close_quietly(descriptor):
    try:
        close_descriptor(descriptor)
    except SystemFailure:
        pass


def _write_failure(path, flags, number):
    reason = system_error_text(number)
    if number == errno.EEXIST and flags & os.O_EXCL:
        reason = 'file already exists (pass overwrite=true to replace it)'
    return plain_error(kinds.INPUT_OUTPUT, "Cannot write file '%s': %s" % (path, reason))
