"""UTF-8 helpers against CPython's codec."""

import random

import pytest
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.objects import utf8

SAMPLE = u'a\x7f\x80\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff'.encode('utf-8')

# Ill-formed units and what becomes of them, U+FFFD written as '?' (Unicode 3.9, table 3-8).
INVALID = [
    ('\x80', '?'), ('\xc0\xaf', '??'), ('\xc1\x80', '??'), ('\xe0\x80\xaf', '???'),
    ('\xf0\x80\x80\xaf', '????'), ('\xed\xa0\x80', '???'), ('\xf4\x90\x80\x80', '????'),
    ('\xf5', '?'), ('\xff', '?'), ('\xe2\x82', '?'), ('\xe2\x82a', '?a'), ('\xe2', '?'),
    ('\xf0\x9f\x98', '?'), ('\xf0\x9f\x98\xe2\x82\xac', '?\xe2\x82\xac'), ('\xc3(', '?('),
    ('\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41', '????A'), ('a\xffb\xffc', 'a?b?c')]


def test_stepping_and_decoding():
    decoded = SAMPLE.decode('utf-8')
    position = 0
    found = []
    while position < len(SAMPLE):
        found.append(utf8.codepoint_at(SAMPLE, position))
        following = utf8.next_codepoint_position(SAMPLE, position)
        assert utf8.previous_codepoint_position(SAMPLE, following) == position
        position = following
    assert found == [0x61, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff]
    assert ''.join([utf8.encode_codepoint(number) for number in found]) == SAMPLE
    assert utf8.codepoint_count(SAMPLE) == len(found)
    assert utf8.skip_codepoints(SAMPLE, 0, len(found)) == len(SAMPLE)
    assert decoded.encode('utf-8') == SAMPLE


def test_encode_refuses_what_is_no_codepoint():
    for number in [-1, 0xd800, 0xdfff, 0x110000]:
        assert not utf8.is_codepoint(number)
        assert utf8.encode_codepoint(number) == utf8.REPLACEMENT


def test_ascii():
    assert utf8.is_ascii('')
    assert utf8.is_ascii('ab\x7f')
    assert not utf8.is_ascii('ab\x80')


def test_valid_text_is_returned_itself():
    assert utf8.is_valid_utf8(SAMPLE)
    assert utf8.replace_invalid(SAMPLE) is SAMPLE


@pytest.mark.parametrize('data, expected', INVALID)
def test_replace_invalid(data, expected):
    assert not utf8.is_valid_utf8(data)
    assert utf8.first_invalid_position('abc' + data) >= 3
    assert utf8.replace_invalid(data) == expected.replace('?', utf8.REPLACEMENT)


def test_random_bytes_become_valid():
    rng = random.Random(3)
    for _ in range(2000):
        data = ''.join([chr(rng.choice([0x41, 0x80, 0xbf, 0xc3, 0xe0, 0xed, 0xf0, 0xf4,
                                        rng.randrange(256)])) for _ in range(8)])
        repaired = utf8.replace_invalid(data)
        assert utf8.is_valid_utf8(repaired)
        # CPython 2.7 lets surrogates pass; encoding them again finds them.
        assert utf8.codepoint_count(repaired) >= 1
        assert (repaired == data) == utf8.is_valid_utf8(data)


def exercise(count):
    text = utf8.replace_invalid('a\xc3\xa9\xff' * count)
    position = 0
    total = 0
    while position < len(text):
        total += utf8.codepoint_at(text, position)
        position = utf8.next_codepoint_position(text, position)
    rest = utf8.previous_codepoint_position(text, len(text))
    return (total + rest + utf8.codepoint_count(text) + int(utf8.is_ascii(text)) +
            len(utf8.encode_codepoint(total)))


def test_rtyped():
    assert interpret(exercise, [5]) == exercise(5)
