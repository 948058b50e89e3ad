"""White space: the characters with the Unicode property White_Space (builtins-data.md 1.6).

Texts are UTF-8 byte strings, positions count bytes.
"""

from rpython.rlib import jit

from ruffinterp.objects.utf8 import (
    codepoint_at, next_codepoint_position, previous_codepoint_position)
from ruffinterp.text.code_points import is_white_space


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
