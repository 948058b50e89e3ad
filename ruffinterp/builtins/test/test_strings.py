# -*- coding: utf-8 -*-
"""builtins-data.md 6.1, 6.2, 7 (contains, index_of), 29."""

import pytest

from ruffinterp.builtins import strings
from ruffinterp.builtins.test.table_calls import call, failure, result, shown, wrap
from ruffinterp.objects.enums import w_none


@pytest.mark.parametrize('name, arguments, expected', [
    ('count_chars', [u'añb'], 'int 3'), ('count_chars', [''], 'int 0'),
    ('count_chars', [u'\U0001F600x'], 'int 2'),
    ('is_empty', [''], 'bool true'), ('is_empty', [' '], 'bool false'),
    ('contains', ['granite', 'ani'], 'int 1'), ('contains', ['granite', 'x'], 'int 0'),
    ('contains', ['granite', ''], 'int 1'), ('contains', ['', ''], 'int 1'),
    ('contains', [[1, 2], 2], 'bool true'), ('contains', [[1, 2], 2.0], 'bool true'),
    ('contains', [[[1]], [1]], 'bool true'), ('contains', [[None], None], 'bool true'),
    ('contains', [{'7': 1}, 7], 'bool true'), ('contains', [{'a': 1}, 'b'], 'bool false'),
    ('index_of', [u'ßaß', 'a'], 'int 1'), ('index_of', ['abc', 'x'], 'int -1'),
    ('index_of', ['abc', ''], 'int 0'), ('index_of', ['', 'a'], 'int -1'),
    ('index_of', [u'ä\U0001F600bc', 'c'], 'int 3'),
    ('index_of', [['x', 'y'], 'y'], 'int 1'), ('index_of', [[1.0], 1], 'int 0'),
    ('starts_with', ['oak', 'oa'], 'bool true'), ('starts_with', ['oak', ''], 'bool true'),
    ('starts_with', ['oak', 'oaks'], 'bool false'), ('ends_with', ['oak', 'k'], 'bool true'),
    ('ends_with', ['oak', ''], 'bool true'), ('ends_with', ['oak', 'o'], 'bool false'),
    ('substring', ['chestnut', 2, 6], 'string estn'), ('substring', ['abc', -5, 2], 'string ab'),
    ('substring', ['abc', 1, 99], 'string bc'), ('substring', ['abc', 3, 5], 'string '),
    ('substring', ['abc', 2, 1], 'string '), ('substring', [u'äöü', 1.9, 2.1], u'string ö'),
    ('substring', ['abc', 0, float('inf')], 'string abc'), ('substr', ['abc', 0, 1], 'string a'),
    ('char_at', [u'élan', 0], u'string é'), ('char_at', ['abc', 3], 'string '),
    ('char_at', ['abc', -1], 'string a'), ('char_at', ['', 0], 'string '),
    ('char_at', ['abc', 1.5], 'string b'),
    ('split', ['a,,b', ','], 'array [a, , b]'), ('split', ['', ','], 'array []'),
    ('split', ['abc', 'x'], 'array [abc]'), ('split', [',', ','], 'array [, ]'),
    ('split', [u'aäb', ''], u'array [, a, ä, b, ]'), ('split', ['a::b::', '::'], 'array [a, b, ]'),
    ('split', ['aaa', 'aa'], 'array [, a]'),
    ('join', [[1, 'x', 2.0, None], '-'], 'string 1-x-2-Null'),
    ('join', [[True, [1, 2], {'a': 1}], ' '], 'string true Array[2] Dict{1 keys}'),
    ('join', [[], ','], 'string '), ('join', [['a'], ','], 'string a'),
    ('join', [[2 ** 70, u'ä'], u'→'], u'string 1180591620717411303424→ä'),
    ('words', ['  to   be '], 'array [to, be]'), ('words', [u'a\u3000b\u00a0c\td'], 'array [a, b, c, d]'),
    ('words', [' \n '], 'array []'), ('words', [u'über\x1cx'], u'array [über\x1cx]'),
    ('to_upper', [u'straße'], 'string STRASSE'), ('upper', [u'ﬁx'], 'string FIX'),
    ('upper', ['abc1'], 'string ABC1'), ('lower', [u'ÄB'], u'string äb'),
    ('to_lower', ['ABC'], 'string abc'), ('lower', [u'ΟΔΟΣ'], u'string οδος'),
    ('lower', [u'ΣΑΣ Σ'], u'string σας σ'), ('lower', [u'ΑΣ.'], u'string ας.'),
    ('lower', [u'ΑΣ.Β'], u'string ασ.β'), ('lower', [u'İ'], u'string i̇'),
    ('upper', [u'𐐨'], u'string 𐐀'),
    ('capitalize', ['mCDONALD farm'], 'string Mcdonald farm'), ('capitalize', [''], 'string '),
    ('capitalize', [u'éTÉ'], u'string Été'), ('capitalize', [u'ßA'], u'string SSa'),
    ('trim', [u'\u2003 a b \u0085\r\n'], 'string a b'), ('trim', ['  '], 'string '),
    ('trim_start', [' a '], 'string a '), ('trim_end', [' a \t'], 'string  a'),
    ('trim', [u'\x1ca'], u'string \x1ca'), ('trim_end', [u'ä'], u'string ä'),
    ('replace', ['aaa', 'aa', 'b'], 'string ba'), ('replace', ['ab', '', '-'], 'string -a-b-'),
    ('replace', [u'ä', '', '-'], u'string -ä-'), ('replace_str', ['abc', 'x', 'y'], 'string abc'),
    ('replace', ['abab', 'b', ''], 'string aa'), ('replace', ['', '', 'x'], 'string x'),
    ('replace', ['aXbX', 'X', 'long'], 'string alongblong'),
    ('repeat', ['ab', 2.9], 'string abab'), ('repeat', ['ab', 0], 'string '),
    ('repeat', ['ab', -1], 'string '), ('repeat', ['', 2 ** 70], 'string '),
    ('repeat', ['ab', -2 ** 70], 'string '), ('repeat', ['x', 5], 'string xxxxx'),
    ('pad_left', ['7', 3, '0'], 'string 007'), ('pad_right', ['ab', 4, '.*'], 'string ab..'),
    ('pad_left', ['abc', 2, '0'], 'string abc'), ('pad_left', ['a', 3, ''], 'string   a'),
    ('pad_left', ['a', -2 ** 63, 'x'], 'string a'), ('pad_left', [u'ä', 3, u'ö'], u'string ööä'),
    ('pad_start', ['7', 2, '0'], 'string 07'), ('pad_end', ['7', 2, '0'], 'string 70'),
    ('truncate', ['continental', 7, '..'], 'string conti..'),
    ('truncate', ['abc', 3, '..'], 'string abc'), ('truncate', ['abcdef', 1, '...'], 'string ...'),
    ('truncate', ['abcdef', -1, '...'], 'string abcdef'),
    ('truncate', [u'äöüäöü', 4, u'…'], u'string äöü…'),
    ('str_reverse', ['stra'], 'string arts'), ('str_reverse', [u'aä\U0001F600'], u'string \U0001F600äa'),
    ('str_reverse', [''], 'string '),
])
def test_results(name, arguments, expected):
    if isinstance(expected, unicode):
        expected = expected.encode('utf-8')
    assert result(name, *arguments) == expected


def test_number_of_pieces():
    assert call('split', '', ',').length() == 1
    assert call('split', 'ab', '').length() == 4
    assert call('words', '').length() == 0


def test_long_texts():
    text = ','.join([str(i) for i in range(20000)])
    assert call('split', text, ',').length() == 20000
    assert shown('join', call('split', text, ','), ',') == text
    assert shown('replace', text, ',', '; ') == text.replace(',', '; ')


def test_arguments_stay_as_they_are():
    w_array = wrap(['b', 'a'])
    call('join', w_array, ',')
    call('contains', w_array, 'a')
    assert w_array.claims == 0
    assert w_array.length() == 2


NEEDLE = '%s() requires two arguments: string/array and substring/item'


@pytest.mark.parametrize('name, arguments, message', [
    ('count_chars', [1], 'count_chars() requires a string argument'),
    ('count_chars', [], 'count_chars() requires a string argument'),
    ('is_empty', [[]], 'is_empty() requires a string argument'),
    ('contains', ['a', 1], NEEDLE % 'contains'), ('contains', [{}, float('nan')], 'NaN cannot be a key of a dict'),
    ('contains', [1, 1], 'contains() first argument must be a string, array, dictionary, or set'),
    ('contains', ['a'], 'contains expects 2 arguments, got 1'),
    ('index_of', ['a', None], NEEDLE % 'index_of'),
    ('index_of', [{}, 'a'], 'index_of() first argument must be a string or array'),
    ('starts_with', ['a', 1], 'starts_with() requires string and prefix string arguments'),
    ('ends_with', [1, 'a'], 'ends_with() requires string and suffix string arguments'),
    ('substring', [1, 2, 3], 'substring() requires a string argument for value'),
    ('substring', ['a', 'b', 3], 'substring() start and end must be a number'),
    ('substring', ['a', 0, 2 ** 80], 'Integer out of range: %d' % 2 ** 80),
    ('substring', ['a', 0], 'substring expects 3 arguments, got 2'),
    ('char_at', [1, 0], 'char_at() requires a string argument for value'),
    ('char_at', ['a', None], 'char_at() index must be a number'),
    ('split', ['a', 1], 'split() requires string and delimiter string arguments'),
    ('join', ['a', ','], 'join() requires array and separator string arguments'),
    ('words', [1], 'words() requires a string argument'),
    ('upper', [1], 'upper() requires a string argument'),
    ('to_upper', [1], 'to_upper() requires a string argument'),
    ('lower', [None], 'lower() requires a string argument'),
    ('capitalize', [1], 'capitalize() requires a string argument'),
    ('trim', [1], 'trim() requires a string argument'),
    ('trim_end', [1], 'trim_end() requires a string argument'),
    ('trim', [], 'trim expects 1 arguments, got 0'),
    ('replace', ['a', 'b', 1], 'replace() requires string, from-string, and to-string arguments'),
    ('replace_str', [1, 'b', 'c'],
     'replace() requires string, from-string, and to-string arguments'),
    ('repeat', [1, 2], 'repeat() requires a string argument for value'),
    ('repeat', ['a', 'b'], 'repeat() count must be a number'),
    ('repeat', ['ab', 2 ** 40], 'Integer out of range'),
    ('repeat', ['ab', 2 ** 70], 'Integer out of range'),
    ('repeat', ['ab', 2 ** 63 - 1], 'Integer out of range'),
    ('pad_left', ['a', 'b', 'c'], 'pad_left() width must be a number'),
    ('pad_left', ['a', 3, 1], 'pad_left() requires 3 arguments: string, width, char'),
    ('pad_end', [1, 3, 'a'], 'pad_right() requires 3 arguments: string, width, char'),
    ('pad_left', ['a', 2 ** 62, ' '], 'Integer out of range'),
    ('truncate', ['a', 'b', 'c'], 'truncate() length must be a number'),
    ('truncate', [1, 2, 'c'], 'truncate() requires 3 arguments: string, length, suffix'),
    ('truncate', ['a'], 'truncate() requires 3 arguments: string, length, suffix'),
    ('str_reverse', [[1]], 'str_reverse() requires a string argument'),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message


def test_message_form_of_rare_items():
    assert shown('join', [w_none], ',') == 'None'
