"""Errors as bytes, to be handed from a worker process to its parent.

An error arrives with its messages, its cause, where it was raised and its call stack.  The texts
of the sources travel with it: the worker may have loaded a module that the parent has not.
"""

from rpython.rlib.rstring import StringBuilder

from ruffinterp.bytecode.code import Code
from ruffinterp.diagnostics.kinds import KINDS
from ruffinterp.diagnostics.model import Diagnostic
from ruffinterp.objects.array import empty_array
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.errors import (
    BadIndex, MissingName, ModuleFault, Operands, RuffError, TracebackEntry, Unsuitable,
    WrongArgument)
from ruffinterp.objects.iterator import W_ArrayIterator, W_Iterator
from ruffinterp.objects.promise import W_Promise
from ruffinterp.objects.serialization import Reader, pack, pack_text, pack_word, unpack
from ruffinterp.objects.string import W_Str, w_empty_string
from ruffinterp.syntax.source import Source

# Kinds of subjects.
(NO_SUBJECT, MISSING_VARIABLE, MISSING_MEMBER, UNSUITABLE, OPERANDS, WRONG_ARGUMENT, BAD_INDEX,
 MODULE_FAULT) = range(8)

# What an unsuitable value is, as far as reports tell it from others.
NOTHING, PROMISE, ITERATOR, STRING, OTHER = range(5)


class W_Absent(W_Root):
    """A value that has stayed in the other process; only the words for it have come along."""
    _immutable_fields_ = ['type', 'operand']

    def __init__(self, type, operand):
        self.type = type
        self.operand = operand

    def type_name(self):
        return self.type

    def operand_name(self):
        return self.operand


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
    pack_word(builder, error.kind.number)
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
    elif isinstance(subject, Operands):
        pack_word(builder, OPERANDS)
        pack_text(builder, subject.symbol)
        pack_unsuitable(builder, subject.w_left)
        pack_unsuitable(builder, subject.w_right)
    elif isinstance(subject, WrongArgument):
        pack_word(builder, WRONG_ARGUMENT)
        pack_unsuitable(builder, subject.w_left)
        pack_word(builder, subject.position)
    elif isinstance(subject, BadIndex):
        pack_word(builder, BAD_INDEX)
        pack_word(builder, subject.length)
    elif isinstance(subject, Unsuitable):
        pack_word(builder, UNSUITABLE)
        pack_unsuitable(builder, subject.w_left)
        pack_unsuitable(builder, subject.w_right)
    elif isinstance(subject, ModuleFault):
        pack_word(builder, MODULE_FAULT)
        pack_diagnostic(builder, subject.diagnostic, table)
    else:
        pack_word(builder, NO_SUBJECT)


def pack_diagnostic(builder, diagnostic, table):
    """Append a Diagnostic about the text of a module, whose spans have no labels but secondary
    ones."""
    pack_word(builder, diagnostic.kind.number)
    pack_text(builder, diagnostic.title)
    pack_word(builder, table.number(diagnostic.source))
    pack_word(builder, diagnostic.primary.start)
    pack_word(builder, diagnostic.primary.end)
    pack_text(builder, diagnostic.help)
    pack_word(builder, len(diagnostic.secondary))
    for span in diagnostic.secondary:
        pack_word(builder, span.start)
        pack_word(builder, span.end)
        pack_text(builder, span.label)


def pack_unsuitable(builder, w_value):
    """Append what reports tell of an unsuitable value, which may be None."""
    if w_value is None:
        pack_word(builder, NOTHING)
    elif isinstance(w_value, W_Promise):
        pack_word(builder, PROMISE)
    elif isinstance(w_value, W_Iterator):
        pack_word(builder, ITERATOR)
    elif isinstance(w_value, W_Str):
        pack_word(builder, STRING)
    else:
        pack_word(builder, OTHER)
        pack_text(builder, w_value.type_name())
        pack_text(builder, w_value.operand_name())


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
    kind = KINDS[reader.word()]
    w_cause = unpack_value(reader)
    w_value = unpack_value(reader)
    error = RuffError(message, w_cause, unpack_subject(reader, sources), kind)
    error.w_value = w_value
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
        w_left = unpack_unsuitable(reader)
        return Unsuitable(w_left, unpack_unsuitable(reader))
    if kind == OPERANDS:
        symbol = reader.bytes()
        w_left = unpack_unsuitable(reader)
        return Operands(w_left, symbol, unpack_unsuitable(reader))
    if kind == WRONG_ARGUMENT:
        w_value = unpack_unsuitable(reader)
        return WrongArgument(w_value, reader.word())
    if kind == BAD_INDEX:
        return BadIndex(reader.word())
    if kind == MODULE_FAULT:
        return ModuleFault(unpack_diagnostic(reader, sources))
    assert kind == NO_SUBJECT
    return None


def unpack_diagnostic(reader, sources):
    kind = KINDS[reader.word()]
    title = reader.bytes()
    source = sources[reader.word()]
    start = reader.word()
    end = reader.word()
    diagnostic = Diagnostic(kind, title, source, start, end, reader.bytes())
    for _ in range(reader.word()):
        start = reader.word()
        end = reader.word()
        diagnostic.add_secondary(start, end, reader.bytes())
    return diagnostic


def unpack_unsuitable(reader):
    """A value of a kind that reports tell from others, or None."""
    kind = reader.word()
    if kind == NOTHING:
        return None
    if kind == PROMISE:
        return W_Promise()
    if kind == ITERATOR:
        return W_ArrayIterator(empty_array())
    if kind == STRING:
        return w_empty_string
    type = reader.bytes()
    return W_Absent(type, reader.bytes())


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
