# -*- coding: utf-8 -*-
"""Decision 59: taking strings apart, codes and classes of characters; decision 38: lines."""

import pytest

from ruffinterp.builtins.test.table_calls import failure, result, shown


@pytest.mark.parametrize('name, arguments, expected', [
    ('chars', [u'añ→'], u'array [a, ñ, →]'), ('chars', [''], 'array []'),
    ('char_code', ['A'], 'int 65'), ('char_code', [u'→'], 'int 8594'),
    ('char_code', [u'\U0001f600'], 'int 128512'), ('char_code', ['\x00'], 'int 0'),
    ('from_char_code', [65], 'string A'), ('from_char_code', [65.0], 'string A'),
    ('from_char_code', [8594], u'string →'), ('from_char_code', [0x10FFFF], u'string \U0010ffff'),
    ('from_char_code', [0], 'string \x00'),
    ('center', ['ab', 6], 'string   ab  '), ('center', ['ab', 5], 'string  ab  '),
    ('center', [u'ä', 4, u'→x'], u'string →ä→→'), ('center', ['abc', 2, '-'], 'string abc'),
    ('center', ['', 3, '-'], 'string ---'), ('center', ['a', -5], 'string a'),
    ('center', ['a', 3, ''], 'string  a '), ('center', ['a', 3.9, '-'], 'string -a-'),
    ('lines', ['a\nb\n'], 'array [a, b]'), ('lines', [''], 'array []'),
    ('lines', ['a\r\n\r\nb'], 'array [a, , b]'), ('lines', ['a\rb'], 'array [a\rb]'),
    ('lines', ['\n'], 'array []'), ('lines', [u'ä\nö'], u'array [ä, ö]'),
])
def test_results(name, arguments, expected):
    if isinstance(expected, unicode):
        expected = expected.encode('utf-8')
    assert result(name, *arguments) == expected


CLASSES = ['is_digit', 'is_letter', 'is_alphanumeric', 'is_space', 'is_upper', 'is_lower']


@pytest.mark.parametrize('text, passing', [
    ('7', 'is_digit is_alphanumeric'), ('0123456789', 'is_digit is_alphanumeric'),
    ('a', 'is_letter is_alphanumeric is_lower'), ('Z', 'is_letter is_alphanumeric is_upper'),
    ('aB', 'is_letter is_alphanumeric'), ('a1', 'is_alphanumeric is_lower'),
    ('HELLO, WORLD', 'is_upper'), ('Hello', 'is_letter is_alphanumeric'), ('', ''), ('_', ''),
    ('-1', ''), ('1.5', ''), (' ', 'is_space'), (' \t\r\n', 'is_space'), (' x', 'is_lower'),
    (u'\u00a0\u2003', 'is_space'), (u'ß', 'is_letter is_alphanumeric is_lower'),
    (u'ÄÖ', 'is_letter is_alphanumeric is_upper'), (u'日本', 'is_letter is_alphanumeric'),
    (u'\u0663', 'is_alphanumeric'), (u'²', 'is_alphanumeric'),
    (u'\u01c5', 'is_letter is_alphanumeric'), (u'\U0001f600', ''), ('/', ''), (':', ''),
    ('@', ''), ('[', ''), ('`', ''), ('{', ''), ('a\x00', 'is_lower'),
])
def test_classes(text, passing):
    assert [name for name in CLASSES if shown(name, text) == 'true'] == passing.split()


@pytest.mark.parametrize('name, arguments, message', [
    ('chars', [5], 'chars() requires a string argument'),
    ('chars', [], 'chars expects 1 argument, got 0'),
    ('char_code', [''], 'char_code() expects a single character, got Str("")'),
    ('char_code', ['ab'], 'char_code() expects a single character, got Str("ab")'),
    ('char_code', [65], 'char_code() requires a string argument'),
    ('from_char_code', [-1], 'from_char_code() code is no character: -1'),
    ('from_char_code', [0xD800], 'from_char_code() code is no character: 55296'),
    ('from_char_code', [0x110000], 'from_char_code() code is no character: 1114112'),
    ('from_char_code', [10 ** 20], 'from_char_code() code is no character: ' + '1' + 20 * '0'),
    ('from_char_code', [1.5],
     "from_char_code() expects integer argument 'code' , got Float(1.5)"),
    ('from_char_code', ['A'],
     "from_char_code() expects integer argument 'code' , got Str(\"A\")"),
    ('from_char_code', [float('nan')],
     "from_char_code() expects integer argument 'code' , got Float(NaN)"),
    ('from_char_code', [float('inf')], 'Integer out of range: inf'),
    ('is_digit', [7], 'is_digit() requires a string argument'),
    ('is_upper', [None], 'is_upper() requires a string argument'),
    ('center', ['a'], 'center expects 2 to 3 arguments, got 1'),
    ('center', [1, 2, '-'], 'center() requires 3 arguments: string, width, char'),
    ('center', ['a', 'b', '-'], 'center() width must be a number'),
    ('center', ['a', 2 ** 70, '-'], 'Integer out of range: %d' % 2 ** 70),
    ('center', ['a', 2 ** 40, '-'], 'Integer out of range'),
    ('lines', [5], 'lines() requires a string argument'),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message
