"""builtins-data.md sections 1.7, 6.1 and 7."""

import pytest

from ruffinterp.builtins import array_shapes, arrays, dicts, set_functions, queue_functions
from ruffinterp.builtins.test.host_values import call, call_w, message, wrap
from ruffinterp.objects.array import new_array, new_range
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.booleans import w_true

NAN = float('nan')
BIG = 10 ** 30


def ints(*bounds):
    return call_w('range', *bounds)


def test_len():
    assert call('len', [1, 2]) == '2'
    assert call('len', 'na\xc3\xafve') == '5'
    assert call('len', {'a': 1}) == '1'
    assert call('len', {5: 1}) == '1'
    assert call('len', call_w('Set', [1, 1])) == '1'
    assert call('len', call_w('Queue', [1, 1])) == '2'
    assert call('len', call_w('Stack', [])) == '0'
    assert call('len', new_range(0, 1, 10 ** 12)) == '1000000000000'
    text = 'len() requires an array, dict, bytes, set, queue, stack, or string'
    assert message('len', 1) == text
    assert message('len', None) == text
    assert message('len') == 'len expects 1 arguments, got 0'
    assert message('len', [], []) == 'len expects 1 arguments, got 2'


def test_push_append():
    assert call('push', [1], [2]) == '[1, [2]]'
    assert call('append', [], 'x') == '[x]'
    assert call('push', [1], 2.5) == '[1, 2.5]'
    assert call('push', new_range(0, 1, 3), None) == '[0, 1, 2, null]'
    assert message('push', 'x', 1) == 'push() requires an array as the first argument'
    assert message('append', {}, 1) == 'append() requires an array as the first argument'
    assert message('push', []) == 'push expects 2 arguments, got 1'


def test_pop():
    assert call('pop', [4, 5]) == '[[4], 5]'
    assert call('pop', []) == '[[], 0]'
    assert call('pop', [[1]]) == '[[], [1]]'
    assert call('pop', new_range(0, 2, 3)) == '[[0, 2], 4]'
    assert message('pop', 3) == 'pop() requires an array argument'
    assert message('pop') == 'pop expects 1 argument, got 0'


def test_insert():
    assert call('insert', ['a', 'c'], 1, 'b') == '[a, b, c]'
    assert call('insert', [], 0, 'b') == '[b]'
    assert call('insert', [1], 1.9, 2) == '[1, 2]'
    assert call('insert', new_range(0, 1, 2), 1, 'x') == '[0, x, 1]'
    assert message('insert', [1], 2, 0) == 'insert() index 2 out of bounds for array of length 1'
    assert message('insert', [1], -1, 0) == 'insert() index -1 out of bounds for array of length 1'
    assert message('insert', [1], 'x', 0) == 'insert() index must be a number'
    assert message('insert', [1], True, 0) == 'insert() index must be a number'
    assert message('insert', {}, 'x', 0) == 'insert() requires 3 arguments: array, index, and item'
    assert message('insert', [1], BIG, 0) == 'Integer out of range: %d' % BIG
    assert message('insert', [1], 1) == 'insert expects 3 arguments, got 2'


def test_remove():
    assert call('remove', [3, 1, 3], 3) == '[1, 3]'
    assert call('remove', [3, 1], 9) == '[3, 1]'
    assert call('remove', [1.0, 1], 1) == '[1]'
    assert call('remove', [[2], [1], [1]], [1.0]) == '[[2], [1]]'
    assert call('remove', {'a': 1}, 1.0) == '[{"a": 1}, 0]'
    assert call('remove', [BIG, 2], BIG) == '[2]'
    assert call('remove', {'a': 1, 'b': 2}, 'a') == '[{"b": 2}, 1]'
    assert call('remove', {'a': 1}, 'z') == '[{"a": 1}, 0]'
    assert call('remove', {7: 'x', 8: 'y'}, 7) == '[{"8": y}, x]'
    text = 'remove() requires an array or dictionary-like value with a valid key/item'
    assert message('remove', 'abc', 'a') == text
    assert message('remove', {'a': 1}, NAN) == 'NaN cannot be a key of a dict'
    assert message('remove', [1]) == 'remove expects 2 arguments, got 1'


def test_remove_at():
    assert call('remove_at', [7, 8, 9], 1) == '[[7, 9], 8]'
    text = 'remove_at() index %d out of bounds for array of length 1'
    assert message('remove_at', [7], 1) == text % 1
    assert message('remove_at', [7], -1) == text % -1
    assert message('remove_at', [7], None) == 'remove_at() index must be a number'
    assert message('remove_at', 7, 0) == 'remove_at() requires 2 arguments: array and index'


def test_clear():
    assert call('clear', [1]) == '[]'
    assert call('clear', {'a': 1}) == '{}'
    assert message('clear', 'x') == 'clear() requires an array or dict argument'


def test_slice():
    five = [1, 2, 3, 4, 5]
    assert call('slice', five, 1, -1) == '[2, 3, 4]'
    assert call('slice', five, -2, 99) == '[4, 5]'
    assert call('slice', five, 3, 1) == '[]'
    assert call('slice', five, -99, 2) == '[1, 2]'
    assert call('slice', five, 1.9, 2.1) == '[2]'
    assert call('slice', five, -2 ** 63, 2 ** 63 - 1) == '[1, 2, 3, 4, 5]'
    assert call('slice', five, NAN, float('inf')) == '[1, 2, 3, 4, 5]'
    assert call('slice', [], 0, 1) == '[]'
    assert call('slice', new_range(0, 3, 10), 2, 5) == '[6, 9, 12]'
    assert message('slice', five, 'a', 1) == 'slice() start must be a number'
    assert message('slice', five, 1, None) == 'slice() end must be a number'
    assert message('slice', 'abc', 0, 1) == \
        'slice() requires array or bytes and numeric start/end arguments'
    assert message('slice', five, BIG, 1) == 'Integer out of range: %d' % BIG


def test_concat_reverse():
    assert call('concat', [1], ['x']) == '[1, x]'
    assert call('concat', [], []) == '[]'
    assert call('concat', new_range(0, 1, 2), new_range(5, 1, 2)) == '[0, 1, 5, 6]'
    assert message('concat', [1], 'x') == 'concat() requires two array arguments'
    assert message('concat', [1]) == 'concat expects 2 arguments, got 1'
    assert call('reverse', [1, 'a', 2.5]) == '[2.5, a, 1]'
    assert call('reverse', []) == '[]'
    assert call('reverse', new_range(0, 2, 3)) == '[4, 2, 0]'
    assert message('reverse', 'ab') == 'reverse requires an array argument'


def test_unique():
    assert call('unique', ['b', 'a', 'b', 1, 1.0, '1']) == '[b, a, 1, 1]'
    assert call('unique', [3, 1, 3, 2, 1]) == '[3, 1, 2]'
    assert call('unique', [[1, 2], [3, 4], [1, 2.0]]) == '[[1, 2], [3, 4]]'
    assert call('unique', [1.0, 0.1 + 0.2, 0.3, 1.0]) == '[1, 0.30000000000000004, 0.3]'
    assert call('unique', [0.0, -0.0]) == '[0]'
    assert call('unique', [BIG, BIG, 1, True, None, None, '1']) == '[%d, 1, true, null, 1]' % BIG
    assert call('unique', [{'a': 1}, {'a': 1}]) == '[{"a": 1}]'
    assert call('unique', new_range(3, -1, 3)) == '[3, 2, 1]'
    assert call('unique', []) == '[]'
    assert message('unique', {}) == 'unique requires an array argument'


def test_nan_equals_nothing():
    w_nan = wrap(NAN)
    for w_array in (wrap([NAN, NAN]), new_array([w_nan, w_nan, wrap('x')])):
        assert call_w('unique', w_array).length() == w_array.length()
        assert arrays.array_index_of(w_array, w_nan) == -1


def test_sum():
    assert call('sum', []) == '0'
    assert call('sum', [1, 2, 3]) == '6'
    assert call('sum', [1, '5', 2.5, None, True]) == '3.5'
    assert call('sum', [0.5, 0.25]) == '0.75'
    assert call('sum', ['a', [1]]) == '0'
    assert call('sum', new_range(0, 1, 100001)) == '5000050000'
    assert call('sum', [2 ** 63 - 1, 1, -1]) == str(2 ** 63 - 1)
    assert call('sum', [2 ** 63 - 1, 2]) == str(2 ** 63 + 1)
    assert call('sum', ['x', 2 ** 63 - 1, 2, 'y']) == str(2 ** 63 + 1)
    assert call('sum', [BIG, -BIG, 'x', 4]) == '4'
    assert call('sum', [BIG, 0.5]) == '1000000000000000000000000000000'
    assert isinstance(call_w('sum', [1.5, 1.5]), W_Float)
    assert isinstance(call_w('sum', [1, 2.0]), W_Float)
    assert not isinstance(call_w('sum', [BIG, -BIG]), W_Float)
    assert message('sum', 1) == 'sum requires an array argument'


def test_array():
    assert call('array') == '[]'
    assert call('array', 1, 'x', [2]) == '[1, x, [2]]'


def test_chunk():
    assert call('chunk', [1, 2, 3, 4, 5], 2) == '[[1, 2], [3, 4], [5]]'
    assert call('chunk', [1, 2], 2) == '[[1, 2]]'
    assert call('chunk', [1, 2], 2 ** 63 - 1) == '[[1, 2]]'
    assert call('chunk', [1, 2], 0) == '[[1, 2]]'
    assert call('chunk', [], -1) == '[[]]'
    assert call('chunk', [], 2) == '[]'
    assert message('chunk', [1], 'x') == 'chunk() size must be a number'
    assert message('chunk', 1, 1) == 'chunk() requires 2 arguments: array and size'


def test_flatten():
    assert call('flatten', [[1, [2]], 3]) == '[1, [2], 3]'
    assert call('flatten', [[], [1], [2.5], ['a']]) == '[1, 2.5, a]'
    assert call('flatten', [new_range(0, 1, 2), new_range(0, 1, 2)]) == '[0, 1, 0, 1]'
    assert call('flatten', [1, 2]) == '[1, 2]'
    assert message('flatten', 'x') == 'flatten() requires an array argument'


def test_zip_enumerate():
    assert call('zip', [1, 2, 3], ['a', 'b']) == '[[1, a], [2, b]]'
    assert call('zip', [], [1]) == '[]'
    assert message('zip', [1], 1) == 'zip() requires 2 array arguments'
    assert call('enumerate', ['p', 'q']) == '[[0, p], [1, q]]'
    assert call('enumerate', []) == '[]'
    assert message('enumerate', 'x') == 'enumerate() requires an array argument'
    assert message('enumerate', [], 1) == 'enumerate expects 1 argument, got 2'


def test_take_skip():
    assert call('take', [5, 6, 7], 2) == '[5, 6]'
    assert call('take', [5], 9) == '[5]'
    assert call('take', [5], -1) == '[]'
    assert call('take', [5, 6], 1.9) == '[5]'
    assert call('skip', [5, 6, 7], 2) == '[7]'
    assert call('skip', [5, 6], 0) == '[5, 6]'
    assert call('skip', [5, 6], -4) == '[5, 6]'
    assert call('skip', [5, 6], 2) == '[]'
    assert message('take', [1], '1') == 'take() count must be a number'
    assert message('take', '1', 1) == 'take() requires 2 arguments: array and count'
    assert message('skip', [1], '1') == 'skip() count must be a number'
    assert message('skip', '1', 1) == 'skip() requires 2 arguments: array and count'
    assert message('take', [1], BIG) == 'Integer out of range: %d' % BIG


def test_windows():
    assert call('windows', [1, 2, 3], 2) == '[[1, 2], [2, 3]]'
    assert call('windows', [1, 2], 2) == '[[1, 2]]'
    assert call('windows', [1], 2) == '[]'
    assert call('windows', [1], 0) == '[]'
    assert message('windows', [1], 'x') == 'windows() size must be a number'
    assert message('windows', 'x', 1) == 'windows() requires 2 arguments: array and size'


def test_too_many_windows_are_refused():
    w_array = wrap(list(range(2)))
    for _ in range(20):
        w_array = call_w('concat', w_array, w_array)
    assert message('windows', w_array, 2 ** 20) == 'Out of memory'


@pytest.mark.parametrize('value,other,equal', [
    (1, 1, True), (1, 1.0, True), (1.5, 1.5, True), (NAN, NAN, False), (0.1 + 0.2, 0.3, False),
    ('a', 'a', True), ('a', 'b', False), (True, True, True), (True, 1, False), (1, '1', False),
    (None, None, True), (None, False, False), (BIG, BIG, True), (2 ** 53, 2.0 ** 53, True),
    ([1], [1.0], True), ([1], [2], False), ({}, {}, True), ({'a': 1}, {'a': 2}, False),
    ({'': 'P', 'x': 1}, {'': 'P', 'x': 1}, True), ({'': 'P', 'x': 1}, {'': 'Q', 'x': 1}, False)])
def test_items_are_found_by_equality(value, other, equal):
    for items, position in (([value], 0), (['no', value], 1), (['no', value, value], 1)):
        expected = position if equal else -1
        assert arrays.array_index_of(wrap(items), wrap(other)) == expected
    assert arrays.array_index_of(wrap(['no', other]), wrap(value)) == (1 if equal else -1)


def test_index_of_in_a_range():
    assert arrays.array_index_of(new_range(0, 3, 10 ** 12), wrap(30)) == 10


def test_position_argument():
    assert arrays.position_argument(wrap(-2.9), 'no') == -2
    assert arrays.position_argument(wrap(1e300), 'no') == 2 ** 63 - 1
    assert arrays.position_argument(wrap(-1e300), 'no') == -2 ** 63
    with pytest.raises(Exception) as caught:
        arrays.position_argument(w_true, 'no')
    assert caught.value.message == 'no'
