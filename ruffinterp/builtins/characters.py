"""The characters of strings: taking them apart, their codes, their classes (decision 59).

A test such as ``is_upper`` takes a string of any length: every character has to pass, and there
must be one; ``is_upper`` and ``is_lower`` look at characters that have a case only.  Letters,
numbers, case and white space are the properties of Unicode; a digit is one that ``parse_int``
reads, 0 to 9.
"""

from rpython.rlib import jit

from ruffinterp.builtins.argument_checks import whole_argument
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.sequences import characters
from ruffinterp.builtins.value_formatting import message_text
from ruffinterp.objects.booleans import wrap_bool
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.integer import W_Int, wrap_int
from ruffinterp.objects.string import W_Str, char_string
from ruffinterp.objects.utf8 import (
    codepoint_at, encode_codepoint, is_codepoint, next_codepoint_position)
from ruffinterp.text.code_points import (
    is_alphanumeric, is_cased, is_letter, is_lower_case, is_upper_case, is_white_space)


@builtin('chars', 'string', mistyped='chars() requires a string argument')
def chars(w_text):
    "chars(s) -> array of strings: the code points."
    return characters(w_text)


# ---- codes

@builtin('char_code', 'string', mistyped='char_code() requires a string argument')
def character_code(w_text):
    "char_code(c) -> int: the number of the code point; c is one character."
    if w_text.length() != 1:
        raise _not_one_character(w_text)
    return wrap_int(codepoint_at(w_text.text(), 0))


@jit.dont_look_inside
def _not_one_character(w_text):
    return RuffError('char_code() expects a single character, got ' + message_text(w_text))


@builtin('from_char_code', 'any')
def from_character_code(w_code):
    "from_char_code(n) -> string: the code point with that number, 0 to 0x10FFFF, no surrogate."
    w_code = whole_argument(w_code, 'from_char_code', 'code')
    if not isinstance(w_code, W_Int) or not is_codepoint(w_code.value):
        raise RuffError('from_char_code() code is no character: ' + w_code.text())
    if w_code.value < 0x80:
        return char_string(chr(w_code.value))
    return W_Str(encode_codepoint(w_code.value), 1)


# ---- classes

def make_test(passes, name):
    """The function that says whether all code points of a text, which is not empty, pass."""
    @jit.elidable
    def test_text(text):
        position = 0
        while position < len(text):
            if not passes(codepoint_at(text, position)):
                return False
            position = next_codepoint_position(text, position)
        return len(text) > 0
    test_text.func_name = 'is_text_' + name
    return test_text


def make_case_test(has_case, name):
    """The same for a case: no character has another one, and at least one has it."""
    @jit.elidable
    def test_text(text):
        found = False
        position = 0
        while position < len(text):
            code = codepoint_at(text, position)
            if has_case(code):
                found = True
            elif is_cased(code):
                return False
            position = next_codepoint_position(text, position)
        return found
    test_text.func_name = 'is_text_in_' + name
    return test_text


def _is_ascii_digit(code):
    return 0x30 <= code <= 0x39


are_digits = make_test(_is_ascii_digit, 'digits')
are_letters = make_test(is_letter, 'letters')
are_alphanumeric = make_test(is_alphanumeric, 'alphanumeric')
are_white_space = make_test(is_white_space, 'white_space')
are_upper_case = make_case_test(is_upper_case, 'upper_case')
are_lower_case = make_case_test(is_lower_case, 'lower_case')


@builtin('is_digit', 'bytes', mistyped='is_digit() requires a string argument')
def is_digit(text):
    "is_digit(s) -> bool: only digits 0 to 9, at least one?"
    return wrap_bool(are_digits(text))


@builtin('is_letter', 'bytes', mistyped='is_letter() requires a string argument')
def is_letter_text(text):
    "is_letter(s) -> bool: only letters of any script, at least one?"
    return wrap_bool(are_letters(text))


@builtin('is_alphanumeric', 'bytes',
         mistyped='is_alphanumeric() requires a string argument')
def is_alphanumeric_text(text):
    "is_alphanumeric(s) -> bool: only letters and numbers of any script, at least one?"
    return wrap_bool(are_alphanumeric(text))


@builtin('is_space', 'bytes', mistyped='is_space() requires a string argument')
def is_space(text):
    "is_space(s) -> bool: only white space, at least one character?"
    return wrap_bool(are_white_space(text))


@builtin('is_upper', 'bytes', mistyped='is_upper() requires a string argument')
def is_upper(text):
    "is_upper(s) -> bool: letters, and all of them in upper case?  Others do not count."
    return wrap_bool(are_upper_case(text))


@builtin('is_lower', 'bytes', mistyped='is_lower() requires a string argument')
def is_lower(text):
    "is_lower(s) -> bool: letters, and all of them in lower case?  Others do not count."
    return wrap_bool(are_lower_case(text))
