"""What a worker process and its parent say to each other.

The parent asks for a range of items: two words of eight bytes.  A worker answers with messages: the
size in eight bytes, then a kind and what belongs to it.
"""

import os

from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.serialization import Reader, pack_word
from ruffinterp.stdlib.descriptors import SystemFailure, read_chunk, write_fully

# Kinds: the results of a range; an error, at an index; printed text; the first range is done, after
# so many microseconds; all errors of promises that nobody has awaited so far.
RESULTS, FAILURE, OUTPUT, STARTED, UNAWAITED = range(5)

WORD_BYTES = 8


def fixed_word(value):
    """Eight bytes, lowest first."""
    return ''.join([chr((value >> shift) & 0xff) for shift in range(0, 64, 8)])


def read_fixed_word(text, position):
    value = 0
    for i in range(WORD_BYTES):
        value |= ord(text[position + i]) << (8 * i)
    return value


def message(kind, body):
    """A whole message: its size, ``kind`` and ``body`` (str)."""
    return fixed_word(1 + len(body)) + chr(kind) + body


def request(start, stop):
    return fixed_word(start) + fixed_word(stop)


def read_request(descriptor):
    """(start, stop), or (-1, -1) when nobody asks for anything any more."""
    text = ''
    while len(text) < 2 * WORD_BYTES:
        try:
            piece = read_chunk(descriptor, 2 * WORD_BYTES - len(text))
        except SystemFailure:
            piece = ''
        if piece == '':
            return -1, -1
        text += piece
    return read_fixed_word(text, 0), read_fixed_word(text, WORD_BYTES)


def failure_body(index, text):
    builder = StringBuilder()
    pack_word(builder, index)
    builder.append(text)
    return builder.build()


class MessageReader(object):
    """Cuts the bytes from a pipe into messages."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.pieces = []
        self.size = 0
        self.wanted = WORD_BYTES

    def read(self):
        """Read what is there; returns False at the end of the stream."""
        try:
            piece = read_chunk(self.descriptor, 1 << 16)
        except SystemFailure:
            piece = ''
        if piece == '':
            return False
        self.pieces.append(piece)
        self.size += len(piece)
        return True

    def next_message(self):
        """The next complete message without its size, or '' if it is not there yet."""
        if self.size < self.wanted:
            return ''
        text = ''.join(self.pieces)
        end = WORD_BYTES + read_fixed_word(text, 0)
        if len(text) < end:
            self.pieces = [text]
            self.wanted = end
            return ''
        assert end >= WORD_BYTES
        rest = text[end:]
        self.pieces = [rest]
        self.size = len(rest)
        self.wanted = WORD_BYTES
        return text[WORD_BYTES:end]


def split_failure(body):
    """(index, text) of the body of a FAILURE."""
    reader = Reader(body)
    index = reader.word()
    position = reader.position
    assert position >= 0
    return index, body[position:]


def close_quietly(descriptor):
    try:
        os.close(descriptor)
    except OSError:
        pass


def send(descriptor, kind, body):
    """Write a message; SystemFailure when nobody reads it any more."""
    write_fully(descriptor, message(kind, body))
