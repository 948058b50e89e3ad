"""UTF-8 as byte strings: counting, stepping, decoding, checking.

A "text" here is a ``str`` of bytes.  All functions but ``is_valid_utf8`` and ``replace_invalid``
expect valid UTF-8 and positions on the first byte of a code point; every string value of the
language satisfies that (language.md 3.3).  Functions that take ``stop`` never look at bytes from
``stop`` on: a growing buffer may still write there.
"""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

REPLACEMENT = '\xef\xbf\xbd'        # U+FFFD
MAX_CODEPOINT = 0x10FFFF


@jit.elidable
def count_codepoints(text, start, stop):
    """The number of code points that begin in ``text[start:stop]``."""
    assert start >= 0
    continuations = 0
    for position in range(start, stop):
        if ord(text[position]) & 0xC0 == 0x80:
            continuations += 1
    return stop - start - continuations


def codepoint_count(text):
    """The length of ``text`` in code points."""
    return count_codepoints(text, 0, len(text))


@jit.elidable
def is_ascii(text):
    """Has ``text`` only bytes below 128?"""
    for char in text:
        if ord(char) >= 0x80:
            return False
    return True


def codepoint_size(char):
    """The number of bytes of a code point that begins with this char."""
    first = ord(char)
    if first < 0x80:
        return 1
    if first < 0xE0:
        return 2
    if first < 0xF0:
        return 3
    return 4


def next_codepoint_position(text, position):
    """The position behind the code point that begins at ``position``."""
    return position + codepoint_size(text[position])


@jit.elidable
def previous_codepoint_position(text, position):
    """The position of the code point that ends before ``position`` (> 0)."""
    position -= 1
    while position > 0 and ord(text[position]) & 0xC0 == 0x80:
        position -= 1
    assert position >= 0
    return position


@jit.elidable
def skip_codepoints(text, position, count):
    """The position ``count`` code points behind ``position``; they must be there."""
    while count > 0:
        position = next_codepoint_position(text, position)
        count -= 1
    return position


@jit.elidable
def codepoint_at(text, position):
    """The code point that begins at ``position``, as an int."""
    first = ord(text[position])
    if first < 0x80:
        return first
    second = ord(text[position + 1]) & 0x3F
    if first < 0xE0:
        return (first & 0x1F) << 6 | second
    third = ord(text[position + 2]) & 0x3F
    if first < 0xF0:
        return (first & 0x0F) << 12 | second << 6 | third
    fourth = ord(text[position + 3]) & 0x3F
    return (first & 0x07) << 18 | second << 12 | third << 6 | fourth


def is_codepoint(number):
    """Can ``number`` be encoded, that is: in range and no surrogate?"""
    return 0 <= number <= MAX_CODEPOINT and not 0xD800 <= number <= 0xDFFF


@jit.elidable
def encode_codepoint(number):
    """The bytes of a code point; one that cannot be encoded gives U+FFFD."""
    if not is_codepoint(number):
        return REPLACEMENT
    if number < 0x80:
        return chr(number)
    if number < 0x800:
        return chr(0xC0 | number >> 6) + chr(0x80 | number & 0x3F)
    last = chr(0x80 | number >> 6 & 0x3F) + chr(0x80 | number & 0x3F)
    if number < 0x10000:
        return chr(0xE0 | number >> 12) + last
    return chr(0xF0 | number >> 18) + chr(0x80 | number >> 12 & 0x3F) + last


def _second_byte_fits(first, second):
    """Excludes overlong forms, surrogates and numbers over U+10FFFF."""
    if first == 0xE0:
        return 0xA0 <= second <= 0xBF
    if first == 0xED:
        return 0x80 <= second <= 0x9F
    if first == 0xF0:
        return 0x90 <= second <= 0xBF
    if first == 0xF4:
        return 0x80 <= second <= 0x8F
    return second & 0xC0 == 0x80


def _sequence_length(first):
    """The length of a sequence that begins with this byte; 0 when none does."""
    if first < 0x80:
        return 1
    if first < 0xC2:
        return 0
    if first < 0xE0:
        return 2
    if first < 0xF0:
        return 3
    if first < 0xF5:
        return 4
    return 0


def _valid_prefix(text, position):
    """How many bytes at ``position`` begin a well-formed sequence, negative when it is cut short
    or broken: then -n says that the n bytes there are one ill-formed unit."""
    first = ord(text[position])
    length = _sequence_length(first)
    if length < 2:
        return 1 if length else -1
    for offset in range(1, length):
        if position + offset >= len(text):
            return -offset
        byte = ord(text[position + offset])
        if offset == 1:
            if not _second_byte_fits(first, byte):
                return -1
        elif byte & 0xC0 != 0x80:
            return -offset
    return length


@jit.elidable
def first_invalid_position(text):
    """The position of the first byte that is not part of well-formed UTF-8, or -1."""
    position = 0
    while position < len(text):
        if ord(text[position]) < 0x80:
            position += 1
            continue
        step = _valid_prefix(text, position)
        if step < 0:
            return position
        position += step
    return -1


def is_valid_utf8(text):
    """Is ``text`` well-formed UTF-8 (no overlong forms, no surrogates)?"""
    return first_invalid_position(text) < 0


@jit.dont_look_inside
def replace_invalid(text):
    """``text`` with U+FFFD for each ill-formed unit, the longest prefix of a sequence that could
    have been completed; ``text`` itself when it is valid."""
    position = first_invalid_position(text)
    if position < 0:
        return text
    builder = StringBuilder(len(text))
    copied = 0
    while position < len(text):
        step = _valid_prefix(text, position)
        if step > 0:
            position += step
            continue
        builder.append_slice(text, copied, position)
        builder.append(REPLACEMENT)
        position -= step
        copied = position
    builder.append_slice(text, copied, len(text))
    return builder.build()
