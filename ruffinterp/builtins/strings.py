"""Functions on strings: search, parts, case, trimming, building (builtins-data.md 6.1 and 6.2).

``contains`` and ``index_of`` take arrays too (section 7), ``contains`` dicts as well (29.2).
Positions and lengths count code points.
"""

from rpython.rlib import jit
from rpython.rlib.objectmodel import newlist_hint
from rpython.rlib.rstring import StringBuilder

from ruffinterp.builtins.argument_checks import machine_int_argument, string_argument
from ruffinterp.builtins.arrays import array_index_of
from ruffinterp.builtins.case_mapping import capitalized, lower_text, upper_text
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.sequences import array_beside, characters, reversed_text
from ruffinterp.builtins.value_formatting import display_text, message_text
from ruffinterp.builtins.whitespace import (
    end_without_white_space, skip_white_space, skip_word, trimmed)
from ruffinterp.objects.array import W_Array, new_string_array
from ruffinterp.objects.memory_budget import check_budget
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Integer, wrap_int
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.repetition import repeated, repeated_string
from ruffinterp.objects.booleans import W_Bool, wrap_bool
from ruffinterp.objects.sets import W_Set
from ruffinterp.objects.string import W_Str, char_string, w_empty_string
from ruffinterp.objects.utf8 import count_codepoints, next_codepoint_position

NEEDLE_MESSAGE = '%s() requires two arguments: string/array and substring/item'


# ---- search

@builtin('count_chars', 'string', mistyped='count_chars() requires a string argument',
         too_few='count_chars() requires a string argument')
def count_characters(w_text):
    "count_chars(s) -> int: the number of code points."
    return wrap_int(w_text.length())


@builtin('is_empty', 'string', mistyped='is_empty() requires a string argument',
         too_few='is_empty() requires a string argument')
def is_empty(w_text):
    "is_empty(s) -> bool: is this the empty string?"
    return wrap_bool(w_text.byte_length() == 0)


@builtin('contains', 'any', 'any', count='A1',
         receivers=['array', 'string', 'dict', 'set', 'iterator'])
def contains(w_value, w_item):
    """contains(string, part) -> 1 or 0; contains(array, item), contains(set, item) and
    contains(dict, key) -> bool: items are compared as == does, floats exactly.
    """
    if isinstance(w_value, W_Array):
        return wrap_bool(array_index_of(w_value, w_item) >= 0)
    if isinstance(w_value, W_Str):
        return wrap_int(int(_byte_position(w_value, w_item, 'contains') >= 0))
    if isinstance(w_value, W_Dict):
        return wrap_bool(w_value.has(w_item))
    if isinstance(w_value, W_Set):
        return wrap_bool(w_value.has(w_item))
    if isinstance(w_value, W_Iterator):
        return wrap_bool(array_index_of(array_beside(w_value, [w_item]), w_item) >= 0)
    raise RuffError('contains() first argument must be a string, array, dictionary, or set')


@builtin('index_of', 'any', 'any', count='A1', receivers=['array', 'string', 'iterator'])
def index_of(w_value, w_item):
    "index_of(string, part) or index_of(array, item) -> int: the first position, -1 without one."
    if isinstance(w_value, W_Array):
        return wrap_int(array_index_of(w_value, w_item))
    if isinstance(w_value, W_Str):
        position = _byte_position(w_value, w_item, 'index_of')
        if position > 0 and not w_value.is_ascii():
            position = count_codepoints(w_value.text(), 0, position)
        return wrap_int(position)
    if isinstance(w_value, W_Iterator):
        return wrap_int(array_index_of(array_beside(w_value, [w_item]), w_item))
    raise RuffError('index_of() first argument must be a string or array')


def _byte_position(w_text, w_part, function_name):
    w_part = string_argument(w_part, NEEDLE_MESSAGE % function_name)
    return w_text.text().find(w_part.text())


@builtin('starts_with', 'bytes', 'bytes', count='A1',
         mistyped='starts_with() requires string and prefix string arguments')
def starts_with(text, prefix):
    "starts_with(s, prefix) -> bool: does s begin with prefix?"
    return wrap_bool(text.startswith(prefix))


@builtin('ends_with', 'bytes', 'bytes', count='A1',
         mistyped='ends_with() requires string and suffix string arguments')
def ends_with(text, suffix):
    "ends_with(s, suffix) -> bool: does s end with suffix?"
    return wrap_bool(text.endswith(suffix))


# ---- parts

@builtin('substring', 'any', 'any', 'any', count='A1', aliases=['substr'], receivers=['string'])
def substring(w_text, w_start, w_end):
    """substring(s, start, end) -> string: the code points from start up to, not including, end.

    Positions outside of the string count as its ends; nothing if end is not behind start.
    """
    w_text = string_argument(w_text, 'substring() requires a string argument for value')
    start = machine_int_argument(w_start, 'substring() start and end must be a number')
    end = machine_int_argument(w_end, 'substring() start and end must be a number')
    start = max(start, 0)
    end = min(end, w_text.length())
    if start >= end:
        return w_empty_string
    return w_text.slice(start, end)


@builtin('char_at', 'any', 'any', too_few='char_at() requires a string argument for value',
         receivers=['string'])
def character_at(w_text, w_index):
    """char_at(s, i) -> string: the code point at position i, "" beyond the end.

    A negative position counts as 0.
    """
    w_text = string_argument(w_text, 'char_at() requires a string argument for value')
    index = max(machine_int_argument(w_index, 'char_at() index must be a number'), 0)
    if index >= w_text.length():
        return w_empty_string
    return w_text.char_at(index)


def _piece(text, start, end):
    """The part of ``text`` between byte positions."""
    assert start >= 0
    assert end >= start
    if end - start == 1:
        return char_string(text[start])
    return W_Str(text[start:end])


@builtin('split', 'string', 'bytes', count='A1',
         mistyped='split() requires string and delimiter string arguments')
@jit.dont_look_inside
def split(w_text, separator):
    """split(s, separator) -> array of strings: all parts, empty ones included.

    An empty separator gives the code points (decision 59).
    """
    text = w_text.text()
    if not separator:
        return characters(w_text)
    pieces_w = newlist_hint(text.count(separator) + 1)
    start = 0
    while True:
        end = text.find(separator, start)
        if end < 0:
            break
        pieces_w.append(_piece(text, start, end))
        start = end + len(separator)
    pieces_w.append(_piece(text, start, len(text)))
    return new_string_array(pieces_w)


def without_carriage_return(line):
    """The line (str) without one carriage return at its end."""
    end = len(line) - 1
    if end >= 0 and line[end] == '\r':
        return line[:end]
    return line


@jit.dont_look_inside
def line_array(text):
    """The array of the lines of ``text`` (UTF-8) without their ends, which are ``\\n`` and
    ``\\r\\n``; the last line may lack its end."""
    lines_w = []
    start = 0
    while start < len(text):
        end = text.find('\n', start)
        if end < 0:
            end = len(text)
        lines_w.append(W_Str(without_carriage_return(text[start:end])))
        start = end + 1
    return new_string_array(lines_w)


@builtin('lines', 'bytes', mistyped='lines() requires a string argument',
         too_few='lines() requires a string argument')
def lines(text):
    """lines(s) -> array of strings: the lines of the text without their ends.

    file_lines(path) reads the lines of a file (decision 38).
    """
    return line_array(text)


@builtin('words', 'bytes', mistyped='words() requires a string argument',
         too_few='words() requires a string argument')
@jit.dont_look_inside
def words(text):
    "words(s) -> array of strings: the runs of characters that are not white space."
    words_w = []
    position = skip_white_space(text, 0)
    while position < len(text):
        end = skip_word(text, position)
        words_w.append(_piece(text, position, end))
        position = skip_white_space(text, end)
    return new_string_array(words_w)


def _joined_text(w_item):
    """Print form of strings, numbers and bools, message form of everything else."""
    if (isinstance(w_item, W_Str) or isinstance(w_item, W_Integer) or
            isinstance(w_item, W_Float) or isinstance(w_item, W_Bool)):
        return display_text(w_item)
    return message_text(w_item)


@builtin('join', 'array', 'bytes', count='A1',
         mistyped='join() requires array and separator string arguments')
@jit.dont_look_inside
def join(w_array, separator):
    "join(array, separator) -> string: the texts of the items with the separator between them."
    count = w_array.length()
    if count == 0:
        return w_empty_string
    texts = newlist_hint(count)
    size = (count - 1) * len(separator)
    for index in range(count):
        text = _joined_text(w_array.get(index))
        size += len(text)
        texts.append(text)
    check_budget(size)
    return W_Str(separator.join(texts))


# ---- case and trimming

@builtin('to_upper', 'bytes', count='A1', mistyped='to_upper() requires a string argument')
def to_upper(text):
    "to_upper(s) -> string: in upper case."
    return W_Str(upper_text(text))


@builtin('upper', 'bytes', count='A1', mistyped='upper() requires a string argument')
def upper(text):
    "upper(s) -> string: in upper case; the same as to_upper."
    return W_Str(upper_text(text))


@builtin('to_lower', 'bytes', count='A1', mistyped='to_lower() requires a string argument')
def to_lower(text):
    "to_lower(s) -> string: in lower case."
    return W_Str(lower_text(text))


@builtin('lower', 'bytes', count='A1', mistyped='lower() requires a string argument')
def lower(text):
    "lower(s) -> string: in lower case; the same as to_lower."
    return W_Str(lower_text(text))


@builtin('capitalize', 'bytes', count='A1', mistyped='capitalize() requires a string argument')
def capitalize(text):
    "capitalize(s) -> string: the first code point in upper case, all others in lower case."
    return W_Str(capitalized(text))


@builtin('trim', 'bytes', count='A1', mistyped='trim() requires a string argument')
def trim(text):
    "trim(s) -> string: without white space at both ends."
    return W_Str(trimmed(text))


@builtin('trim_start', 'bytes', count='A1', mistyped='trim_start() requires a string argument')
def trim_start(text):
    "trim_start(s) -> string: without white space at the start."
    start = skip_white_space(text, 0)
    assert start >= 0
    return W_Str(text[start:])


@builtin('trim_end', 'bytes', count='A1', mistyped='trim_end() requires a string argument')
def trim_end(text):
    "trim_end(s) -> string: without white space at the end."
    return W_Str(text[:end_without_white_space(text)])


# ---- building

def replaced(text, old, new):
    """``text`` with ``new`` for every occurrence of ``old``, which is not empty."""
    count = text.count(old)
    if count == 0:
        return text
    size = len(text) + count * (len(new) - len(old))
    check_budget(size)
    builder = StringBuilder(size)
    start = 0
    while True:
        end = text.find(old, start)
        if end < 0:
            break
        builder.append_slice(text, start, end)
        builder.append(new)
        start = end + len(old)
    builder.append_slice(text, start, len(text))
    return builder.build()


def _interspersed(w_text, new):
    """``new`` before every code point and at the end."""
    text = w_text.text()
    size = len(text) + (w_text.length() + 1) * len(new)
    check_budget(size)
    builder = StringBuilder(size)
    position = 0
    while position < len(text):
        following = next_codepoint_position(text, position)
        builder.append(new)
        builder.append_slice(text, position, following)
        position = following
    builder.append(new)
    return builder.build()


@builtin('replace', 'string', 'bytes', 'bytes', count='A1', aliases=['replace_str'],
         mistyped='replace() requires string, from-string, and to-string arguments')
@jit.dont_look_inside
def replace(w_text, old, new):
    """replace(s, old, new) -> string: new in place of every occurrence of old.

    An empty old inserts new before every code point and at the end.
    """
    if old:
        return W_Str(replaced(w_text.text(), old, new))
    return W_Str(_interspersed(w_text, new))


@builtin('repeat', 'any', 'any', count='A1', receivers=['string'])
def repeat(w_text, w_count):
    "repeat(s, n) -> string: s written n times."
    w_text = string_argument(w_text, 'repeat() requires a string argument for value')
    if not isinstance(w_count, W_Integer):
        w_count = wrap_int(machine_int_argument(w_count, 'repeat() count must be a number'))
    return repeated_string(w_text, w_count)


def _first_character(text):
    """The first code point, a blank if there is none."""
    if not text:
        return ' '
    end = next_codepoint_position(text, 0)
    assert end >= 0
    return text[:end]


def _missing(w_text, w_width, w_pad, function_name):
    """How many code points are missing to the width, 0 if none is."""
    if not isinstance(w_text, W_Str) or not isinstance(w_pad, W_Str):
        raise RuffError('%s() requires 3 arguments: string, width, char' % function_name)
    width = machine_int_argument(w_width, '%s() width must be a number' % function_name)
    # A width below 0 asks for nothing; the comparison keeps the difference within a word.
    if width <= 0:
        return 0
    return max(width - w_text.length(), 0)


def _padding(w_text, w_width, w_pad, function_name):
    """What is missing to the width, made of the first code point of the pad."""
    missing = _missing(w_text, w_width, w_pad, function_name)
    return repeated(_first_character(display_text(w_pad)), missing)


@builtin('pad_left', 'any', 'any', 'any', count='A1', aliases=['pad_start'], receivers=['string'])
@jit.dont_look_inside
def pad_left(w_text, w_width, w_pad):
    "pad_left(s, width, pad) -> string: filled at the start to width code points."
    padding = _padding(w_text, w_width, w_pad, 'pad_left')
    return W_Str(padding + display_text(w_text))


@builtin('pad_right', 'any', 'any', 'any', count='A1', aliases=['pad_end'], receivers=['string'])
@jit.dont_look_inside
def pad_right(w_text, w_width, w_pad):
    "pad_right(s, width, pad) -> string: filled at the end to width code points."
    padding = _padding(w_text, w_width, w_pad, 'pad_right')
    return W_Str(display_text(w_text) + padding)


@builtin('center', 'any', 'any', 'any?', count='A1', receivers=['string'])
@jit.dont_look_inside
def center(w_text, w_width, w_pad):
    """center(s, width, [pad]) -> string: filled at both ends to width code points, with blanks
    or the pad; an odd one goes to the end."""
    if w_pad is None:
        w_pad = char_string(' ')
    missing = _missing(w_text, w_width, w_pad, 'center')
    character = _first_character(display_text(w_pad))
    return W_Str(repeated(character, missing // 2) + display_text(w_text) +
                 repeated(character, missing - missing // 2))


@builtin('truncate', 'any', 'any', 'any',
         too_few='truncate() requires 3 arguments: string, length, suffix', receivers=['string'])
@jit.dont_look_inside
def truncate(w_text, w_length, w_suffix):
    """truncate(s, n, suffix) -> string: at most n code points, the last of them the suffix.

    Not longer than n, or n negative: s itself.  A suffix longer than n is the result alone.
    """
    if not isinstance(w_text, W_Str) or not isinstance(w_suffix, W_Str):
        raise RuffError('truncate() requires 3 arguments: string, length, suffix')
    length = machine_int_argument(w_length, 'truncate() length must be a number')
    if length < 0 or w_text.length() <= length:
        return w_text
    kept = max(0, length - w_suffix.length())
    return W_Str(w_text.slice(0, kept).text() + w_suffix.text())


@builtin('str_reverse', 'bytes', mistyped='str_reverse() requires a string argument',
         too_few='str_reverse() requires a string argument')
def reverse_text(text):
    "str_reverse(s) -> string: the code points in reverse order."
    return W_Str(reversed_text(text))
