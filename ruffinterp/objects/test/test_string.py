# coding: utf-8
"""language.md 3.2, 3.3, 3.6; architecture.md 3: strings and their buffers."""

import random

import pytest
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.string import (
    BUFFER_MINIMUM, W_BufferedStr, W_Str, char_string, w_empty_string, wrap_constant,
    wrap_external, wrap_str)

LETTERS = [u'a', u'é', u'€', u'😀']
LONG = 'x' * BUFFER_MINIMUM


def display(w_value):
    builder = StringBuilder()
    w_value.display(builder)
    return builder.build()


def codepoints(text):
    """The code points of UTF-8 bytes as a list of UTF-8 bytes."""
    parts = []
    for byte in text:
        if ord(byte) & 0xC0 == 0x80:
            parts[-1] += byte
        else:
            parts.append(byte)
    return parts


def check_same(w_string, text):
    parts = codepoints(text)
    assert w_string.byte_length() == len(text)
    assert w_string.length() == len(parts)
    for index in range(0, len(parts), 7):
        assert w_string.char_at(index).text() == parts[index]
    middle = len(parts) // 2
    assert w_string.slice(middle, len(parts)).text() == ''.join(parts[middle:])
    assert w_string.slice(0, middle).length() == middle
    assert w_string.equals(W_Str(text))
    assert W_Str(text).equals(w_string)
    assert w_string.compare(W_Str(text)) == 0
    assert display(w_string) == text


def test_random_appending_keeps_every_string():
    rng = random.Random(1)
    known = [(w_empty_string, ''), (W_Str('é' * 40), 'é' * 40)]
    for _ in range(600):
        w_left, left = known[rng.randrange(len(known)) if rng.random() < 0.3 else -1]
        w_right, right = rng.choice(known)
        if len(right) > 400 or rng.random() < 0.6:
            right = ''.join([c.encode('utf-8') for c in LETTERS if rng.random() < 0.6])
            w_right = W_Str(right)
        w_sum = w_left.concat(w_right)
        known.append((w_sum, left + right))
        if rng.random() < 0.3:
            assert w_sum.text() == left + right
            assert w_sum.hash() == W_Str(left + right).hash()
        if rng.random() < 0.2:
            check_same(w_sum, left + right)
    for w_string, text in known:
        check_same(w_string, text)
        assert w_string.text() == text


def test_two_ends_of_one_buffer():
    w_base = W_Str(LONG).concat(W_Str('y'))
    w_one = w_base.concat(W_Str('1'))
    w_two = w_base.concat(W_Str('2'))
    assert w_base.text() == LONG + 'y'
    assert w_one.text() == LONG + 'y1'
    assert w_two.text() == LONG + 'y2'
    assert w_one.concat(w_one).text() == (LONG + 'y1') * 2


def test_appending_at_the_tip_shares_the_buffer():
    w_string = W_Str(LONG).concat(W_Str('y'))
    w_longer = w_string.concat(W_Str('z'))
    assert isinstance(w_longer, W_BufferedStr)
    assert w_longer.buffer is w_string.buffer


def test_text_is_made_once():
    w_string = W_Str(LONG).concat(W_Str('y'))
    assert w_string.text() is w_string.text()


def test_short_strings_stay_flat():
    w_string = W_Str('x' * (BUFFER_MINIMUM - 2)).concat(W_Str('y'))
    assert type(w_string) is W_Str
    assert type(w_string.concat(W_Str('z'))) is W_BufferedStr


def test_empty_operands():
    w_string = W_Str('a')
    assert w_string.concat(w_empty_string) is w_string
    assert w_empty_string.concat(w_string) is w_string
    w_long = W_Str(LONG).concat(w_string)
    assert w_long.concat(w_empty_string) is w_long


def test_equals_and_truth():
    assert W_Str('ab').equals(W_Str('ab'))
    assert not W_Str('ab').equals(W_Str('ac'))
    assert not W_Str('').equals(w_null)
    assert not W_Str('').is_truthy()
    assert W_Str('false').is_truthy()
    assert W_Str(LONG).concat(W_Str('a')).is_truthy()


def sign(number):
    return int(number > 0) - int(number < 0)


@pytest.mark.parametrize('left, right, expected', [
    ('a', 'b', -1), ('a', 'z', -1), ('\x7f', '\n', 1), ('b', 'a', 1), ('a', 'a', 0), ('a', 'ab', -1), ('ab', 'a', 1), ('', 'a', -1),
    ('z', '\xc3\xa9', -1), ('\xef\xbf\xbf', '\xf0\x90\x80\x80', -1)])
def test_compare(left, right, expected):
    assert sign(W_Str(left).compare(W_Str(right))) == expected
    w_left = W_Str(LONG).concat(W_Str(left))
    w_right = W_Str(LONG).concat(W_Str(right))
    assert sign(w_left.compare(w_right)) == expected


def test_prebuilt_and_wrapped():
    assert char_string('a') is char_string('a')
    assert wrap_constant('a') is char_string('a')
    assert wrap_constant('').text() == ''
    assert wrap_constant('aé').known_length == 2
    assert W_Str('xay').char_at(1) is char_string('a')
    assert wrap_str('ab').text() == 'ab'
    assert wrap_external('a\xff').text() == 'a\xef\xbf\xbd'
    assert W_Str('x').type_name() == 'string'


def test_position_index_is_shared_and_correct():
    text = ''.join([LETTERS[i % 4].encode('utf-8') for i in range(1000)])
    parts = codepoints(text)
    w_string = W_Str(text)
    order = range(1000)
    random.Random(2).shuffle(order)
    for index in order:
        assert w_string.char_at(index).text() == parts[index]
    assert w_string.byte_offset(1000) == len(text)


def test_immutable_fields_exist():
    w_string = W_Str(LONG).concat(W_Str('y'))
    for name in W_Str._immutable_fields_ + W_BufferedStr._immutable_fields_:
        assert hasattr(w_string, name)


def exercise(rounds):
    """Returns 0 when everything is right; used translated."""
    w_string = w_empty_string
    w_early = w_empty_string
    w_piece = wrap_external('x\xc3\xa9\xff')
    for i in range(rounds):
        w_string = w_string.concat(w_piece)
        if w_string.length() != 3 * (i + 1):
            return 1
        if w_string.char_at(3 * i + 1).text() != '\xc3\xa9':
            return 2
        if w_string.char_at(3 * i) is not char_string('x'):
            return 3
        if i == 30:
            w_early = w_string
        if i % 20 == 7 and w_string.text()[6 * i] != 'x':
            return 4
        if w_string.equals(w_piece) != (i == 0):
            return 5
    w_other = w_early.concat(W_Str('other'))
    if w_other.text() != w_early.text() + 'other':
        return 6
    if not w_string.slice(0, w_early.length()).equals(w_early):
        return 7
    if w_early.compare(w_string) != -1 or w_early.hash() != W_Str(w_early.text()).hash():
        return 8
    w_double = w_string.concat(w_string)
    if w_double.text() != w_string.text() + w_string.text():
        return 9
    builder = StringBuilder()
    w_other.display(builder)
    if builder.build() != w_other.text():
        return 10
    return 0


def test_exercise_untranslated_and_rtyped():
    assert exercise(50) == 0
    assert interpret(exercise, [50]) == 0


class TestJit(LLJitMixin):

    def test_append_in_a_loop_does_not_allocate(self):
        driver = jit.JitDriver(greens=[], reds='auto')
        w_piece = wrap_constant('x')

        def build(rounds):
            w_string = W_Str(LONG).concat(w_piece)
            i = 0
            while i < rounds:
                driver.jit_merge_point()
                w_string = w_string.concat(w_piece)
                i += 1
            text = w_string.text()
            count = 0
            for char in text:
                if char == 'x':
                    count += 1
            return count * 1000 + w_string.length()

        assert self.meta_interp(build, [400]) == 465465
        self.check_resops(new_with_vtable=0, newstr=0)

    def test_read_while_appending(self):
        driver = jit.JitDriver(greens=[], reds='auto')
        w_pieces = [wrap_constant('a'), wrap_constant('b')]

        def build(rounds):
            w_string = W_Str(LONG).concat(w_pieces[0])
            wrong = 0
            i = 0
            while i < rounds:
                driver.jit_merge_point()
                w_piece = w_pieces[i & 1]
                w_string = w_string.concat(w_piece)
                if not w_string.char_at(w_string.length() - 1).equals(w_piece):
                    wrong += 1
                if i > 60 and not w_string.char_at(125).equals(w_pieces[0]):
                    wrong += 1
                i += 1
            return wrong

        assert self.meta_interp(build, [200]) == 0

    def test_all_operations_in_a_trace(self):
        driver = jit.JitDriver(greens=[], reds='auto')
        w_piece = wrap_external('x\xc3\xa9\xff')

        def run(rounds):
            w_string = w_empty_string
            w_old = w_piece
            failures = 0
            i = 0
            while i < rounds:
                driver.jit_merge_point()
                w_string = w_string.concat(w_piece)
                length = w_string.length()
                if not w_string.slice(length - 3, length).equals(w_piece):
                    failures += 1
                if not w_string.char_at(length - 2).equals(w_piece.char_at(1)):
                    failures += 1
                if i > 0 and w_old.compare(w_string) != -1:
                    failures += 1
                if i & 7 == 0 and W_Str(w_string.text()).hash() != w_string.hash():
                    failures += 1
                if i % 10 == 9:
                    w_branch = w_old.concat(w_piece)
                    if not w_branch.equals(w_string) or w_string.concat(w_string).is_ascii():
                        failures += 1
                w_old = w_string
                i += 1
            return failures

        assert self.meta_interp(run, [40]) == 0

    def test_append_pieces_of_many_sizes(self):
        driver = jit.JitDriver(greens=[], reds='auto')
        pieces_w = [W_Str('a' * size) for size in [1, 2, 3, 70, 1]]

        def run(rounds):
            w_string = W_Str(LONG).concat(pieces_w[0])
            size = BUFFER_MINIMUM + 1
            i = 0
            while i < rounds:
                driver.jit_merge_point()
                w_piece = pieces_w[i % 5]
                w_string = w_string.concat(w_piece)
                size += w_piece.byte_length()
                i += 1
            text = w_string.text()
            return len(text) - size + int(text[len(text) - 1] == 'x')

        assert self.meta_interp(run, [300]) == 0
