"""Upper and lower case of UTF-8 texts by the full mappings of Unicode (builtins-data.md 6.2)."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.utf8 import (
    codepoint_at, encode_codepoint, is_ascii, next_codepoint_position, previous_codepoint_position)
from ruffinterp.text.code_points import full_lower, full_upper, is_case_ignorable, is_cased

CAPITAL_SIGMA = 0x3A3
SMALL_SIGMA = '\xcf\x83'
FINAL_SIGMA = '\xcf\x82'


def _encoded(codes):
    if len(codes) == 1:
        return encode_codepoint(codes[0])
    result = ''
    for code in codes:
        result += encode_codepoint(code)
    return result


@jit.elidable
def upper_codepoint(code):
    """The upper case of one code point as UTF-8; may be several characters."""
    return _encoded(full_upper(code))


@jit.elidable
def lower_codepoint(code):
    """The lower case of one code point, wherever it stands, as UTF-8."""
    return _encoded(full_lower(code))


@jit.elidable
def upper_text(text):
    """``text`` in upper case."""
    if is_ascii(text):
        return text.upper()
    builder = StringBuilder(len(text))
    position = 0
    while position < len(text):
        builder.append(upper_codepoint(codepoint_at(text, position)))
        position = next_codepoint_position(text, position)
    return builder.build()


@jit.elidable
def lower_text(text):
    """``text`` in lower case; a capital sigma that ends a word becomes a final sigma."""
    if is_ascii(text):
        return text.lower()
    builder = StringBuilder(len(text))
    position = 0
    while position < len(text):
        code = codepoint_at(text, position)
        following = next_codepoint_position(text, position)
        if code == CAPITAL_SIGMA:
            builder.append(_lower_sigma(text, position, following))
        else:
            builder.append(lower_codepoint(code))
        position = following
    return builder.build()


def _lower_sigma(text, position, following):
    """Final when a cased letter stands before it and none behind; Unicode, Final_Sigma."""
    code = 0
    while position > 0:
        position = previous_codepoint_position(text, position)
        code = codepoint_at(text, position)
        if not is_case_ignorable(code):
            break
        code = 0
    if not is_cased(code):
        return SMALL_SIGMA
    while following < len(text):
        code = codepoint_at(text, following)
        if not is_case_ignorable(code):
            return SMALL_SIGMA if is_cased(code) else FINAL_SIGMA
        following = next_codepoint_position(text, following)
    return FINAL_SIGMA


def capitalized(text):
    """The first code point in upper case, all others in lower case."""
    if not text:
        return text
    following = next_codepoint_position(text, 0)
    assert following >= 0
    return upper_codepoint(codepoint_at(text, 0)) + lower_text(text[following:])
