"""Identifier styles (builtins-data.md 6.3).

Each function follows the steps given there exactly, because their odd corners are visible.
"""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from ruffinterp.builtins.case_mapping import capitalized, lower_codepoint, lower_text
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.utf8 import codepoint_at, next_codepoint_position
from ruffinterp.text.code_points import is_alphanumeric, is_upper_case, is_white_space


@builtin('slugify', 'bytes', count='A2', mistyped='slugify() requires a string argument',
         too_few='slugify() requires a string argument')
@jit.dont_look_inside
def slugify(text):
    "slugify(s) -> string: lower case, words joined by '-', everything else removed."
    text = lower_text(text)
    builder = StringBuilder(len(text))
    position = 0
    while position < len(text):
        code = codepoint_at(text, position)
        following = next_codepoint_position(text, position)
        if is_alphanumeric(code):
            builder.append_slice(text, position, following)
        elif code == ord('_') or is_white_space(code):
            builder.append('-')
        position = following
    return W_Str(_without_outer(_halved_dashes(builder.build()), '-'))


def _halved_dashes(text):
    """``--`` becomes ``-``, in one pass from the left."""
    builder = StringBuilder(len(text))
    position = 0
    while position < len(text):
        char = text[position]
        builder.append(char)
        position += 1
        if char == '-' and position < len(text) and text[position] == '-':
            position += 1
    return builder.build()


def _without_outer(text, char):
    """``text`` without ``char`` at both ends."""
    start = 0
    end = len(text)
    while start < end and text[start] == char:
        start += 1
    while end > start and text[end - 1] == char:
        end -= 1
    assert end >= 0
    return text[start:end]


@builtin('to_camel_case', 'bytes', count='A2',
         mistyped='to_camel_case() requires a string argument',
         too_few='to_camel_case() requires a string argument')
@jit.dont_look_inside
def to_camel_case(text):
    "to_camel_case(s) -> string: the words joined, all but the first capitalized."
    builder = StringBuilder(len(text))
    is_first = True
    position = 0
    while position < len(text):
        end = position
        while end < len(text) and is_alphanumeric(codepoint_at(text, end)):
            end = next_codepoint_position(text, end)
        if end == position:
            position = next_codepoint_position(text, position)
            continue
        piece = text[position:end]
        builder.append(lower_text(piece) if is_first else capitalized(piece))
        is_first = False
        position = end
    return W_Str(builder.build())


def snake_case(text):
    """``text`` in the style of ``to_snake_case``."""
    builder = StringBuilder(len(text))
    ends_in_underscore = False
    after_upper = False
    position = 0
    while position < len(text):
        code = codepoint_at(text, position)
        following = next_codepoint_position(text, position)
        if is_upper_case(code):
            if position > 0 and not after_upper:
                builder.append('_')
            builder.append(lower_codepoint(code))
            ends_in_underscore = False
            after_upper = True
        else:
            after_upper = False
            if is_alphanumeric(code):
                builder.append_slice(text, position, following)
                ends_in_underscore = False
            elif code == ord('_') or code == ord('-') or is_white_space(code):
                if position > 0 and not ends_in_underscore:
                    builder.append('_')
                    ends_in_underscore = True
        position = following
    return _without_outer(builder.build(), '_')


@builtin('to_snake_case', 'bytes', count='A2',
         mistyped='to_snake_case() requires a string argument',
         too_few='to_snake_case() requires a string argument')
@jit.dont_look_inside
def to_snake_case(text):
    "to_snake_case(s) -> string: lower case, '_' for separators and before capitals."
    return W_Str(snake_case(text))


@builtin('to_kebab_case', 'bytes', count='A2',
         mistyped='to_kebab_case() requires a string argument',
         too_few='to_kebab_case() requires a string argument')
@jit.dont_look_inside
def to_kebab_case(text):
    "to_kebab_case(s) -> string: as to_snake_case, with '-' for '_'."
    return W_Str(snake_case(text).replace('_', '-'))
