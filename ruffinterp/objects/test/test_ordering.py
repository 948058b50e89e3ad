"""language.md 3.5, 3.6: ordering and numeric equality."""

import pytest
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Int, parse_decimal
from ruffinterp.objects.ordering import (
    NotComparable, compare_values, less, less_equal, numbers_equal)
from ruffinterp.objects.booleans import w_null, w_true
from ruffinterp.objects.string import W_Str

W_BIG = parse_decimal('1' + '0' * 30)
W_HUGE = parse_decimal('1' + '0' * 400)
W_NAN = W_Float(float('nan'))


@pytest.mark.parametrize('w_left, w_right, expected', [
    (W_Int(1), W_Int(2), -1), (W_Int(2), W_Int(2), 0), (W_Int(3), W_Int(2), 1),
    (W_Int(1), W_Float(1.5), -1), (W_Float(1.5), W_Int(1), 1), (W_Float(1.0), W_Int(1), 0),
    (W_Int(5), W_BIG, -1), (W_BIG, W_Int(5), 1), (W_BIG, W_BIG, 0), (W_BIG, W_Float(1e29), 1),
    (W_HUGE, W_Float(float('inf')), 0), (W_Float(1e308), W_HUGE, -1),
    (W_Str('a'), W_Str('b'), -1), (W_Str('b'), W_Str('a'), 1), (W_Str('a'), W_Str('a'), 0)])
def test_ordered_pairs(w_left, w_right, expected):
    assert compare_values(w_left, w_right) == expected
    assert less(w_left, w_right) == (expected < 0)
    assert less_equal(w_left, w_right) == (expected <= 0)


def test_nan_is_false():
    for w_other in [W_Int(1), W_Float(1.0), W_BIG, W_NAN]:
        assert not less(W_NAN, w_other)
        assert not less(w_other, W_NAN)
        assert not less_equal(W_NAN, w_other)
        assert not less_equal(w_other, W_NAN)


@pytest.mark.parametrize('w_left, w_right', [
    (W_Int(1), W_Str('1')), (W_Str('1'), W_Float(1.0)), (w_true, w_true), (w_null, W_Int(0))])
def test_other_pairs(w_left, w_right):
    for function in [less, less_equal, compare_values]:
        with pytest.raises(NotComparable):
            function(w_left, w_right)


def test_numbers_equal():
    assert numbers_equal(W_Int(1), W_Float(1.0))
    assert numbers_equal(W_Float(0.1 + 0.2), W_Float(0.3))
    assert not numbers_equal(W_Int(1), W_Int(2))
    assert not numbers_equal(W_NAN, W_NAN)
    assert numbers_equal(W_BIG, W_Float(1e30))


def exercise(number):
    values_w = [W_Int(number), W_Float(1.5), W_BIG, W_Str('a'), w_null]
    total = 0
    for w_left in values_w:
        for w_right in values_w:
            try:
                total = total * 3 + compare_values(w_left, w_right)
                total += int(less(w_left, w_right)) + int(less_equal(w_left, w_right))
            except NotComparable:
                total += 100
    return total


def test_rtyped():
    assert interpret(exercise, [1]) == exercise(1)
