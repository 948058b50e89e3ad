"""Strings: immutable Unicode text, held as valid UTF-8 (language.md 3.3, architecture.md 3)."""

from rpython.rlib import jit
from rpython.rlib.objectmodel import compute_hash

from ruffinterp.objects.base import W_Root
from ruffinterp.objects.position_index import PositionIndex
from ruffinterp.objects.string_buffer import StringBuffer
from ruffinterp.objects.utf8 import (
    codepoint_count, codepoint_size, replace_invalid)

# A concatenation with fewer bytes than this copies; a longer one goes to a buffer.
BUFFER_MINIMUM = 64


class W_Str(W_Root):
    """A string.  ``W_Str(text)``: ``text`` is valid UTF-8.

    Two classes, told apart by one class test: this one holds all its bytes in one str of its own,
    W_BufferedStr is a prefix of a buffer.  ``flat`` belongs to this class alone.

    ``known_length``: the length in code points, -1 until somebody asks.  The text is ASCII
    iff that equals the number of bytes.
    """
    type_word = 'string'
    operand_word = 'string'
    _attrs_ = ['flat', 'known_length', 'index']
    _immutable_fields_ = ['flat']

    def __init__(self, flat, known_length=-1):
        self.flat = flat
        self.known_length = known_length
        self.index = None

    # ---- representation

    def text(self):
        """The UTF-8 bytes as a str."""
        return self.flat

    def storage(self):
        """A str whose first ``byte_length()`` bytes are the text; what follows is noise.

        Saves the copy that ``text()`` of a buffered string may be.  Only for functions that the
        JIT does not look into; see string_buffer.py.
        """
        return self.flat

    def byte_at(self, position):
        """The char at byte ``position``, 0 <= position < byte_length()."""
        return self.flat[position]

    def substring(self, start, stop):
        """The bytes from ``start`` up to ``stop`` as a str; positions of code points, in range."""
        assert start >= 0
        assert stop >= 0
        return self.flat[start:stop]

    def byte_length(self):
        """The number of bytes."""
        return len(self.flat)

    def length(self):
        """The number of code points."""
        length = self.known_length
        if length < 0:
            length = codepoint_count(self.flat)
            self.known_length = length
        return length

    def position_index(self):
        """The PositionIndex for this text."""
        if self.index is None:
            self.index = PositionIndex()
        return self.index

    def concat(self, w_other):
        """The concatenation, a W_Str."""
        size = w_other.byte_length()
        own_size = len(self.flat)
        if size == 0:
            return self
        if own_size == 0:
            return w_other
        if own_size + size < BUFFER_MINIMUM:
            return W_Str(self.flat + w_other.text())
        return _concat_in_new_buffer(self.flat, own_size, w_other.storage(), size)

    # ---- what needs no more than the above

    def is_truthy(self):
        return self.byte_length() != 0

    def is_ascii(self):
        """Has every code point one byte?"""
        return self.length() == self.byte_length()

    def byte_offset(self, index):
        """The byte position of code point ``index``, 0 <= index <= length()."""
        if self.is_ascii():
            return index
        return self.position_index().byte_position(self.storage(), index)

    def char_at(self, index):
        """The one-character string at code point ``index``, 0 <= index < length()."""
        return self.char_at_byte(self.byte_offset(index))

    def char_at_byte(self, position):
        """The one-character string of the code point that begins at byte ``position``."""
        first = self.byte_at(position)
        if ord(first) < 0x80:
            return char_string(first)
        return W_Str(self.substring(position, position + codepoint_size(first)), 1)

    def slice(self, start, stop):
        """The code points from ``start`` up to ``stop``; 0 <= start <= stop <= length()."""
        text = self.substring(self.byte_offset(start), self.byte_offset(stop))
        return W_Str(text, stop - start)

    def equals(self, w_other):
        if self is w_other:
            return True
        if not isinstance(w_other, W_Str):
            return False
        size = self.byte_length()
        if size != w_other.byte_length():
            return False
        if size == 1:
            # test_jit_strings.py: comparing characters calls nothing
            return self.byte_at(0) == w_other.byte_at(0)
        if type(self) is W_Str and type(w_other) is W_Str:
            return self.flat == w_other.flat
        return compare_bytes(self.storage(), size, w_other.storage(), size) == 0

    def compare(self, w_other):
        """Below 0, 0 or above 0 by code points, which is the order of the bytes
        (language.md 3.6)."""
        size = self.byte_length()
        other_size = w_other.byte_length()
        if size == 1 and other_size == 1:
            # test_jit_strings.py: comparing characters calls nothing
            return ord(self.byte_at(0)) - ord(w_other.byte_at(0))
        return compare_bytes(self.storage(), size, w_other.storage(), other_size)

    def hash(self):
        """An int, the same for equal strings."""
        return compute_hash(self.text())

    def display(self, builder):
        builder.append_slice(self.storage(), 0, self.byte_length())


class W_BufferedStr(W_Str):
    """A string that is the first ``end`` bytes of a StringBuffer; the result of appending."""
    _attrs_ = ['buffer', 'end', 'cached']
    _immutable_fields_ = ['buffer', 'end']

    def __init__(self, buffer, end):
        W_Str.__init__(self, '')
        self.buffer = buffer
        self.end = end
        self.cached = None

    def text(self):
        cached = self.cached
        if cached is None:
            cached = self.buffer.take(self.end)
            self.cached = cached
        return cached

    def storage(self):
        return self.buffer.storage

    def byte_at(self, position):
        return self.buffer.byte_at(position)

    def substring(self, start, stop):
        return self.buffer.substring(start, stop)

    def byte_length(self):
        return self.end

    def length(self):
        length = self.known_length
        if length < 0:
            length = self.buffer.count_to(self.end)
            self.known_length = length
        return length

    def position_index(self):
        return self.buffer.position_index()

    def concat(self, w_other):
        size = w_other.byte_length()
        if size == 0:
            return self
        buffer = self.buffer
        end = self.end
        storage = w_other.storage()
        if buffer.used != end:
            return _concat_in_new_buffer(buffer.storage, end, storage, size)
        new_end = end + size
        if new_end > buffer.capacity:
            buffer.reserve(new_end)
        # When w_other lives in this very buffer, ``storage`` may be what it was before it grew;
        # the bytes are the same.
        buffer.append(storage, size)
        return W_BufferedStr(buffer, new_end)


@jit.dont_look_inside
def _concat_in_new_buffer(left, left_size, right, right_size):
    """A W_BufferedStr of two texts.  There is little room to spare, as it may be the last
    concatenation; the next growth will double."""
    size = left_size + right_size
    buffer = StringBuffer(size + (size >> 2))
    buffer.append(left, left_size)
    buffer.append(right, right_size)
    return W_BufferedStr(buffer, size)


@jit.dont_look_inside
def compare_bytes(left, left_size, right, right_size):
    """-1, 0 or 1 for the first bytes of two strs; bytes count as unsigned.

    Not elidable, as it may read the storage of a buffer.
    """
    for index in range(min(left_size, right_size)):
        left_char = left[index]
        right_char = right[index]
        if left_char != right_char:
            return -1 if ord(left_char) < ord(right_char) else 1
    return int(left_size > right_size) - int(left_size < right_size)


class AsciiStrings(object):
    """The prebuilt one-character strings."""
    _immutable_fields_ = ['strings_w[*]']

    def __init__(self):
        self.strings_w = [W_Str(chr(byte), 1) for byte in range(128)]


ascii_strings = AsciiStrings()
w_empty_string = W_Str('', 0)


def char_string(char):
    """The prebuilt one-character string of an ASCII char."""
    w_char = ascii_strings.strings_w[ord(char)]
    jit.record_exact_class(w_char, W_Str)
    return w_char


def wrap_str(text):
    """The W_Str of valid UTF-8 bytes."""
    return W_Str(text)


def wrap_constant(text):
    """The W_Str of valid UTF-8 bytes that will live long, as literals do: prebuilt if possible,
    with its length known."""
    if len(text) == 0:
        return w_empty_string
    if len(text) == 1:
        return char_string(text[0])
    return W_Str(text, codepoint_count(text))


def wrap_external(data):
    """The W_Str of bytes from outside: what is not valid UTF-8 becomes U+FFFD."""
    return W_Str(replace_invalid(data))
