"""White space: the characters with the Unicode property White_Space (builtins-data.md 1.6).

Texts are UTF-8 byte strings, positions count bytes.
"""

from rpython.rlib import jit

from ruffinterp.objects.utf8 import (
    codepoint_at, next_codepoint_position, previous_codepoint_position)


def is_white_space(code):
    """Is the code point white space?"""
    if code < 0x80:
        return code == 0x20 or 0x09 <= code <= 0x0D
    if code < 0x1680:
        return code == 0x85 or code == 0xA0
    if 0x2000 <= code <= 0x200A:
        return True
    return code in (0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)


@jit.elidable
def skip_white_space(text, position):
    """The first position from ``position`` on that holds no white space, or the end."""
    while position < len(text) and is_white_space(codepoint_at(text, position)):
        position = next_codepoint_position(text, position)
    return position


@jit.elidable
def skip_word(text, position):
    """The first position from ``position`` on that holds white space, or the end."""
    while position < len(text) and not is_white_space(codepoint_at(text, position)):
        position = next_codepoint_position(text, position)
    return position


@jit.elidable
def end_without_white_space(text):
    """The position behind the last character that is not white space."""
    end = len(text)
    while end > 0:
        previous = previous_codepoint_position(text, end)
        if not is_white_space(codepoint_at(text, previous)):
            break
        end = previous
    assert end >= 0
    return end


def trimmed(text):
    """``text`` without white space at both ends."""
    end = end_without_white_space(text)
    start = skip_white_space(text, 0)
    if start >= end:
        return ''
    return text[start:end]
