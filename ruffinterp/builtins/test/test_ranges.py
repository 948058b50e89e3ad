"""builtins-data.md section 10."""

import pytest

from ruffinterp.builtins import arrays, ranges
from ruffinterp.builtins.test.host_values import call, call_w, message

LARGEST = 2 ** 63 - 1
SMALLEST = -2 ** 63


@pytest.mark.parametrize('bounds,text', [
    ((3,), '[0, 1, 2]'), ((0,), '[]'), ((-3,), '[]'), ((2.9,), '[0, 1]'),
    ((2, 5), '[2, 3, 4]'), ((5, 2), '[]'), ((2, 2), '[]'), ((-1.9, 1.9), '[-1, 0]'),
    ((0, 7, 3), '[0, 3, 6]'), ((0, 6, 3), '[0, 3]'), ((5, 0, -2), '[5, 3, 1]'),
    ((0, 5, -1), '[]'), ((5, 0, 1), '[]'),
    ((LARGEST - 2, LARGEST, 5), '[%d]' % (LARGEST - 2)),
    ((SMALLEST, LARGEST, LARGEST), '[%d, -1, %d]' % (SMALLEST, LARGEST - 1)),
    ((LARGEST, SMALLEST, SMALLEST), '[%d, -1]' % LARGEST),
])
def test_items(bounds, text):
    assert call('range', *bounds) == text


def test_huge_ranges_are_not_stored():
    w_array = call_w('range', 10 ** 15)
    assert call('len', w_array) == str(10 ** 15)
    assert w_array.get(10 ** 15 - 1).value == 10 ** 15 - 1
    assert call('len', call_w('range', 0, LARGEST)) == str(LARGEST)


def test_errors():
    assert message('range') == 'range() requires 1, 2, or 3 arguments'
    assert message('range', 1, 2, 3, 4) == 'range() requires 1, 2, or 3 arguments'
    for bounds in [('1',), (1, None), (1, 2, True), ([],)]:
        assert message('range', *bounds) == 'range() requires numeric arguments'
    assert message('range', 0, 1, 0) == 'range() step cannot be zero'
    assert message('range', 0, 1, 0.5) == 'range() step cannot be zero'
    assert message('range', 10 ** 30) == 'Integer out of range: %d' % 10 ** 30
    assert message('range', SMALLEST, LARGEST) == 'Integer out of range: %d' % (2 ** 64 - 1)
