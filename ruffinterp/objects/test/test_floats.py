"""language.md 3.2, 3.5, 6.1: floats."""

import math
import random
import struct

import pytest
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.objects.floats import W_Float, float_modulo, float_text, floats_equal
from ruffinterp.objects.integer import W_Int, parse_decimal
from ruffinterp.objects.booleans import w_true

INF = float('inf')
NAN = float('nan')


@pytest.mark.parametrize('value, text', [
    (3.0, '3'), (2.50, '2.5'), (1.0 / 3, '0.3333333333333333'), (0.1 + 0.2, '0.30000000000000004'),
    (1e21, '1' + '0' * 21), (1.5e-10, '0.00000000015'), (0.0, '0'), (-0.0, '-0'), (INF, 'inf'),
    (-INF, '-inf'), (NAN, 'NaN'), (1e16, '1' + '0' * 16), (123456789012345680.0, '123456789012345680'),
    (-1.25e17, '-125' + '0' * 15), (1e-5, '0.00001'), (-1e-7, '-0.0000001'),
    (5e-324, '0.' + '0' * 323 + '5'), (1.7976931348623157e308, '17976931348623157' + '0' * 292),
    (100000000.0 * 1000000000000000.0, '1' + '0' * 23)])
def test_text(value, text):
    assert float_text(value) == text


def test_text_reads_back():
    rng = random.Random(4)
    for _ in range(300):
        value = struct.unpack('d', struct.pack('Q', rng.getrandbits(64)))[0]
        if math.isnan(value) or math.isinf(value):
            continue
        text = float_text(value)
        assert float(text) == value
        assert 'e' not in text
        assert not text.endswith('.0')
        assert len(text.replace('.', '').strip('-').strip('0')) <= 17


@pytest.mark.parametrize('left, right, expected', [
    (1.0, 1.0, True), (0.1 + 0.2, 0.3, True), (1.0, 1.0 + 2.0 ** -52, False), (INF, INF, True),
    (INF, -INF, False), (INF, 1e308, False), (NAN, NAN, False), (NAN, 1.0, False),
    (0.0, -0.0, True), (1e-17, 0.0, True), (1.7e308, -1.7e308, False)])
def test_equality(left, right, expected):
    assert floats_equal(left, right) == expected
    assert W_Float(left).equals(W_Float(right)) == expected


def test_equality_with_ints():
    assert W_Float(1.0).equals(W_Int(1))
    assert not W_Float(1.5).equals(W_Int(1))
    assert W_Float(1e30).equals(parse_decimal('1000000000000000019884624838656'))
    assert W_Float(INF).equals(parse_decimal('1' + '0' * 400))
    assert not W_Float(1.0).equals(w_true)


def test_truth():
    assert not W_Float(0.0).is_truthy()
    assert not W_Float(-0.0).is_truthy()
    assert W_Float(NAN).is_truthy()
    assert W_Float(0.5).is_truthy()


def test_modulo():
    assert float_modulo(-7.5, 2.0) == -1.5
    assert float_modulo(7.5, -2.0) == 1.5
    assert float_modulo(5.0, INF) == 5.0
    for left, right in [(INF, 2.0), (1.0, NAN), (NAN, 1.0), (1.0, 0.0), (INF, INF)]:
        assert math.isnan(float_modulo(left, right))


def exercise(seed):
    value = seed * 1e20
    failures = 0
    if float_text(value) != '3' + '0' * 20:
        failures += 1
    if float_text(1e-7) != '0.0000001' or float_text(seed - 0.5) != '2.5':
        failures += 1
    if not floats_equal(0.1 + 0.2, 0.3) or float_modulo(seed, 2.0) != 1.0:
        failures += 1
    if not W_Float(seed).equals(W_Int(3)):
        failures += 1
    return failures


def test_rtyped():
    assert interpret(exercise, [3.0]) == 0


class TestJit(LLJitMixin):

    def test_text_in_a_trace(self):
        driver = jit.JitDriver(greens=[], reds='auto')

        def run(rounds):
            total = 0
            w_value = W_Float(0.5)
            while w_value.value < rounds:
                driver.jit_merge_point()
                total += len(float_text(w_value.value))
                w_value = W_Float(w_value.value + float_modulo(1.25, 2.0))
            return total

        assert self.meta_interp(run, [20]) == run(20)
