"""language.md 3.6, decision 42: which values have an order, and which order that is."""

import random

import pytest

from ruffinterp.objects import ordering
from ruffinterp.objects.array import new_range
from ruffinterp.objects.booleans import w_false, w_null, w_true
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result, get_tag
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Int, parse_decimal, wrap_int
from ruffinterp.objects.ordering import (
    comes_before, compare_values, greater, greater_equal, less, less_equal)
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct, new_struct, struct_shape, struct_type
from ruffinterp.objects.test.host import message_of, wrap

W_BIG = parse_decimal('1' + '0' * 30)
W_HUGE = parse_decimal('1' + '0' * 400)
NAN = float('nan')
W_NAN = W_Float(NAN)
OPERATORS = [less, less_equal, greater, greater_equal]
PRECISE = 2 ** 53


def point(x):
    return new_struct(struct_shape(struct_type('Point'), ['x']), [wrap_int(x)])


@pytest.mark.parametrize('w_left, w_right, expected', [
    (W_Int(1), W_Int(2), -1), (W_Int(2), W_Int(2), 0), (W_Int(3), W_Int(2), 1),
    (W_Int(1), W_Float(1.5), -1), (W_Float(1.5), W_Int(1), 1), (W_Float(1.0), W_Int(1), 0),
    (W_Int(5), W_BIG, -1), (W_BIG, W_Int(5), 1), (W_BIG, W_BIG, 0), (W_BIG, W_Float(1e29), 1),
    (W_HUGE, W_Float(float('inf')), 0), (W_Float(1e308), W_HUGE, -1),
    (W_Str('a'), W_Str('b'), -1), (W_Str('b'), W_Str('a'), 1), (W_Str('a'), W_Str('a'), 0),
    (w_false, w_true, -1), (w_true, w_false, 1), (w_true, w_true, 0)])
def test_ordered_pairs(w_left, w_right, expected):
    assert compare_values(w_left, w_right) == expected
    assert comes_before(w_left, w_right) == less(w_left, w_right) == (expected < 0)
    assert less_equal(w_left, w_right) == (expected <= 0)
    assert greater(w_left, w_right) == (expected > 0)
    assert greater_equal(w_left, w_right) == (expected >= 0)


@pytest.mark.parametrize('left, right, expected', [
    ([], [], 0), ([], [1], -1), ([2], [], 1), ([1, 2], [1, 3], -1), ([1, 2], [1], 1),
    ([2], [1, 9], 1), ([1.5, 1], [1.5, 0], 1), (['a', 'b'], ['a', 'c'], -1),
    ([1, 'x', 3], [1.0, 'x', 2.5], 1), ([None, 1], [None, 2], -1), ([{'k': 1}, 1], [{'k': 1}], 1),
    ([[1], [2, 3]], [[1], [2, 4]], -1), ([True], [False], 1), ([PRECISE + 1], [PRECISE], 1),
    ([0.1 + 0.2, 0], [0.3, 9], 1)])
def test_arrays_compare_item_by_item_then_by_length(left, right, expected):
    test_ordered_pairs(wrap(left), wrap(right), expected)
    test_ordered_pairs(wrap(right), wrap(left), -expected)


def test_arrays_compare_whatever_stores_them():
    test_ordered_pairs(new_range(0, 1, 3), wrap([0, 1, 3]), -1)
    test_ordered_pairs(wrap([0, 1, 2]), new_range(0, 1, 3), 0)


def test_numbers_that_only_a_float_holds_for_equal_decide_nothing():
    w_int, w_float = wrap([PRECISE + 1, 1]), wrap([float(PRECISE), 2])
    assert [compare(w_int, w_float) for compare in OPERATORS] == [False, True, False, True]
    assert compare_values(w_int, w_float) == 0


def test_nan_has_no_place_for_operators():
    for w_other in [W_Int(1), W_Float(1.0), W_BIG, W_NAN]:
        for w_left, w_right in [(W_NAN, w_other), (w_other, W_NAN)]:
            for compare in OPERATORS:
                assert not compare(w_left, w_right)
                assert not compare(wrap([1]).concat_copy(wrap([w_left.to_float()])),
                                   wrap([1]).concat_copy(wrap([w_right.to_float()])))


def test_nan_is_arranged_behind_all_other_numbers():
    for w_other in [W_Int(1), W_Float(float('inf')), W_BIG]:
        assert compare_values(W_NAN, w_other) > 0 and compare_values(w_other, W_NAN) < 0
        assert comes_before(w_other, W_NAN) and not comes_before(W_NAN, w_other)
    assert compare_values(W_NAN, W_NAN) == 0
    assert compare_values(wrap([NAN, 2]), wrap([NAN, 1])) > 0
    assert comes_before(wrap([1.0, 9]), wrap([NAN, 1]))


@pytest.mark.parametrize('w_left, w_right, message', [
    (W_Str('a'), W_Int(1), 'a string and an int'), (W_Int(1), W_Str('1'), 'an int and a string'),
    (w_null, w_null, 'null and null'), (wrap({}), wrap([]), 'a dict and an array'),
    (w_true, W_Int(0), 'a bool and an int'), (point(1), point(1), 'a Point and a Point'),
    (W_EnumValue(get_tag('Age::Old'), []), W_BIG, 'an Age and an int'),
    (W_Result(True, w_null), W_Option(None), 'a result and an option'),
    (wrap([1, None]), wrap([1, 2.5]), 'null and a float'),
    (wrap([[1, 'a']]), wrap([[1, {}]]), 'a string and a dict')])
def test_values_without_an_order(w_left, w_right, message):
    for compare in OPERATORS + [comes_before, compare_values]:
        assert message_of(compare, w_left, w_right) == 'Cannot order ' + message


class ByX(ordering.StructOrder):
    """Points have an order, but no other struct."""

    def less(self, w_left, w_right):
        assert isinstance(w_left, W_Struct)
        if w_left.struct_type().name != 'Point' or not isinstance(w_right, W_Struct):
            raise ordering.no_order(w_left, w_right)
        return ordering.less(w_left.get_field('x'), w_right.get_field('x'))


def test_structs_are_asked(monkeypatch):
    monkeypatch.setattr(ordering.hooks, 'struct_order', ByX())
    assert comes_before(point(1), point(2)) and not comes_before(point(2), point(1))
    assert compare_values(point(2), point(1)) > 0 and compare_values(point(1), point(1)) == 0
    w_left, w_right = wrap([0]), wrap([0])
    w_left.append(point(1))
    w_right.append(point(2))
    assert [compare(w_left, w_right) for compare in OPERATORS] == [True, True, False, False]
    w_other = new_struct(struct_shape(struct_type('Other'), ['x']), [wrap_int(1)])
    assert message_of(comes_before, w_other, w_other) == 'Cannot order an Other and an Other'
    # Operators have methods of their own for structs (language.md 6.5).
    assert message_of(less, point(1), point(2)) == 'Cannot order a Point and a Point'


def nested(depth, innermost):
    w_value = wrap(innermost)
    for _ in range(depth):
        w_array = wrap([0])
        w_array.append(w_value)
        w_value = w_array
    return w_value


def test_the_innermost_item_decides():
    assert less(nested(200, 1), nested(200, 2))
    assert not less(nested(200, 2), nested(200, 1))
    assert compare_values(nested(200, [3]), nested(200, [3])) == 0


def random_value(source, depth):
    if depth > 0 and source.random() < 0.4:
        return [random_value(source, depth - 1) for _ in range(source.randrange(3))]
    return source.choice([0, 1, 2, 1.0, 0.5])


def test_random_arrays_agree_with_lists():
    source = random.Random(42)
    compared = 0
    for _ in range(3000):
        left = [random_value(source, 2) for _ in range(source.randrange(4))]
        right = [random_value(source, 2) for _ in range(source.randrange(4))]
        try:
            found = compare_values(wrap(left), wrap(right))
        except RuffError:
            continue
        # A list and a number have an order there too, which must not have mattered.
        assert found == cmp(left, right)
        assert less_equal(wrap(left), wrap(right)) == (left <= right)
        compared += 1
    assert compared > 1000
