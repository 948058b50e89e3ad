"""Errors as bytes, to be handed from a worker process to its parent.

An error arrives with its messages, its cause, where it was raised and its call stack.  The texts
of the sources travel with it: the worker may have loaded a module that the parent has not.
"""

from rpython.rlib.rstring import StringBuilder

from ruffinterp.bytecode.code import Code
from ruffinterp.objects.array import empty_array
from ruffinterp.objects.errors import (
    MissingName, ModuleFault, RuffError, TracebackEntry, Unsuitable)
from ruffinterp.objects.iterator import W_ArrayIterator, W_Iterator
from ruffinterp.objects.promise import W_Promise
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.serialization import Reader, pack, pack_text, pack_word, unpack
from ruffinterp.syntax.source import Source

# Kinds of subjects.
NO_SUBJECT, MISSING_VARIABLE, MISSING_MEMBER, UNSUITABLE, MODULE_FAULT = range(5)

# What an unsuitable value is, as far as reports tell it from others.
PROMISE, ITERATOR, OTHER = range(3)


class SourceTable(object):
    """The sources that an error mentions, each once."""

    def __init__(self):
        self.sources = []

    def number(self, source):
        for number in range(len(self.sources)):
            if self.sources[number] is source:
                return number
        self.sources.append(source)
        return len(self.sources) - 1


# ---- packing

def packed_error(error):
    """A RuffError as bytes."""
    table = SourceTable()
    builder = StringBuilder()
    pack_text(builder, error.message)
    pack_text(builder, error.raised_message)
    pack_value(builder, error.w_cause)
    pack_value(builder, error.w_value)
    pack_subject(builder, error.subject, table)
    pack_word(builder, error.depth)
    pack_chain(builder, error.traceback, table)
    pack_chain(builder, error.older, table)
    pack_chain(builder, error.innermost, table)
    sources = StringBuilder()
    pack_word(sources, len(table.sources))
    for source in table.sources:
        pack_text(sources, source.name)
        pack_text(sources, source.text)
    return sources.build() + builder.build()


def pack_value(builder, w_value):
    """Append a value, nothing for None and for one that cannot leave its process."""
    body = StringBuilder()
    if w_value is not None:
        try:
            pack(body, w_value)
        except RuffError:
            body = StringBuilder()
    pack_text(builder, body.build())


def pack_subject(builder, subject, table):
    if isinstance(subject, MissingName):
        if subject.w_holder is None:
            pack_word(builder, MISSING_VARIABLE)
        else:
            pack_word(builder, MISSING_MEMBER)
            pack_value(builder, subject.w_holder)
        pack_text(builder, subject.name)
    elif isinstance(subject, Unsuitable):
        pack_word(builder, UNSUITABLE)
        pack_word(builder, unsuitable_kind(subject.w_left))
        pack_word(builder, unsuitable_kind(subject.w_right))
    elif isinstance(subject, ModuleFault):
        pack_word(builder, MODULE_FAULT)
        pack_word(builder, table.number(subject.source))
        pack_word(builder, subject.start)
        pack_word(builder, subject.end)
        pack_text(builder, subject.help)
    else:
        pack_word(builder, NO_SUBJECT)


def unsuitable_kind(w_value):
    if isinstance(w_value, W_Promise):
        return PROMISE
    if isinstance(w_value, W_Iterator):
        return ITERATOR
    return OTHER


def pack_chain(builder, entry, table):
    """Append the frames of a chain, outermost first."""
    count = 0
    other = entry
    while other is not None:
        count += 1
        other = other.inner
    pack_word(builder, count)
    while entry is not None:
        code = entry.code
        pack_text(builder, code.name)
        pack_word(builder, int(code.is_module))
        pack_word(builder, table.number(code.source))
        pack_word(builder, code.start_offset(entry.pc))
        pack_word(builder, code.end_offset(entry.pc))
        entry = entry.inner


def packed_errors(errors, forgotten):
    """The body of UNAWAITED: a list of RuffError, and how many more there were."""
    builder = StringBuilder()
    pack_word(builder, forgotten)
    pack_word(builder, len(errors))
    for error in errors:
        pack_text(builder, packed_error(error))
    return builder.build()


# ---- unpacking

def unpacked_errors(reader):
    """The errors of ``packed_errors`` once the number before them has been read."""
    return [unpacked_error(reader.bytes()) for _ in range(reader.word())]


def unpacked_error(text):
    """The RuffError that ``packed_error`` has made bytes of."""
    reader = Reader(text)
    sources = []
    for _ in range(reader.word()):
        name = reader.bytes()
        sources.append(Source(name, reader.bytes()))
    message = reader.bytes()
    raised_message = reader.bytes()
    w_cause = unpack_value(reader)
    w_value = unpack_value(reader)
    error = RuffError(message, w_cause, unpack_subject(reader, sources))
    error.w_value = w_value
    error.raised_message = raised_message
    error.depth = reader.word()
    error.traceback = unpack_chain(reader, sources)
    error.older = unpack_chain(reader, sources)
    error.innermost = unpack_chain(reader, sources)
    return error


def unpack_value(reader):
    text = reader.bytes()
    if text == '':
        return None
    return unpack(Reader(text))


def unpack_subject(reader, sources):
    kind = reader.word()
    if kind == MISSING_VARIABLE:
        return MissingName(reader.bytes(), None)
    if kind == MISSING_MEMBER:
        w_holder = unpack_value(reader)
        name = reader.bytes()
        if w_holder is None:
            return None
        return MissingName(name, w_holder)
    if kind == UNSUITABLE:
        w_left = unsuitable_value(reader.word())
        return Unsuitable(w_left, unsuitable_value(reader.word()))
    if kind == MODULE_FAULT:
        source = sources[reader.word()]
        start = reader.word()
        end = reader.word()
        return ModuleFault(source, start, end, reader.bytes())
    assert kind == NO_SUBJECT
    return None


def unsuitable_value(kind):
    """A value of a kind that reports tell from others."""
    if kind == PROMISE:
        return W_Promise()
    if kind == ITERATOR:
        return W_ArrayIterator(empty_array())
    return w_null


def unpack_chain(reader, sources):
    """The outermost TracebackEntry of a chain, None for an empty one."""
    codes = []
    for _ in range(reader.word()):
        code = Code(reader.bytes(), None)
        code.is_module = reader.word() != 0
        code.source = sources[reader.word()]
        start = reader.word()
        code.positions = [0, start, reader.word()]
        codes.append(code)
    entry = None
    for index in range(len(codes) - 1, -1, -1):
        entry = TracebackEntry(codes[index], 0, entry)
    return entry
