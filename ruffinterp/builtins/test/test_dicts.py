"""builtins-data.md section 11."""

import pytest

from ruffinterp.builtins import arrays, dicts
from ruffinterp.builtins.test.host_values import call, call_w, message, wrap

BIG = 10 ** 30
NAN = float('nan')


def int_keyed():
    return {10: 'ten', 9: 'nine'}


def test_listing():
    assert call('keys', {'b': 1, 'a': 2}) == '[a, b]'
    assert call('values', {'b': 1, 'a': 2}) == '[2, 1]'
    assert call('items', {'b': 1, 'a': 2}) == '[[a, 2], [b, 1]]'
    assert call('keys', {}) == call('values', {}) == call('items', {}) == '[]'
    assert call('keys', int_keyed()) == '[9, 10]'
    assert call('items', int_keyed()) == '[[9, nine], [10, ten]]'
    assert call('keys', {'10': 1, '9': 2}) == '[10, 9]'


def test_keys_are_strings():
    assert call_w('keys', int_keyed()).get(0).type_name() == 'string'


def test_has_key():
    assert call('has_key', {'a': None}, 'a') == '1'
    assert call('has_key', {'a': None}, 'b') == '0'
    assert call('has_key', {'7': 1}, 7) == '1'
    assert call('has_key', {7: 1}, '7') == '1'
    assert call('has_key', {BIG: 1}, str(BIG)) == '1'
    assert call_w('has_key', {}, 'a').type_name() == 'int'
    assert call('has_key', {'7': 1}, 7.0) == '1'
    assert call('has_key', {'null': 1}, None) == '0'
    assert message('has_key', {}, NAN) == 'NaN cannot be a key of a dict'
    assert message('has_key', [], 'a') == 'has_key expects a dict as argument 1 (dict)'


def test_get():
    assert call('get', {'a': 1}, 'a') == '1'
    assert call('get', {'a': 1}, 'z') == 'null'
    assert call('get', {'a': 1}, 'z', 'none') == 'none'
    assert call('get', {'a': None}, 'a', 'none') == 'null'
    assert call('get', {5: 'x'}, '5') == 'x'
    assert call('get', {}, [], 1) == '1'
    assert message('get', {}, [NAN], 1) == 'A key of a dict cannot hold NaN'
    assert message('get', [1], 0) == 'get expects a dict as argument 1 (dict)'
    assert message('get', {}) == 'get expects 2 to 3 arguments, got 1'


def test_get_default():
    assert call('get_default', {}, 'n', 5) == '5'
    assert call('get_default', {'n': 1}, 'n', 5) == '1'
    text = 'get_default() requires 3 arguments: dict, key, default_value'
    assert message('get_default', {}, 'n') == text
    assert message('get_default', [], 'n', 1) == text


@pytest.mark.parametrize('name', ['merge', 'update'])
def test_merge(name):
    assert call(name, {'x': 1, 'y': 1}, {'y': 2}) == '{"x": 1, "y": 2}'
    assert call(name, {}, {}) == '{}'
    assert call(name, {}, {10: 1, 9: 2}) == '{"9": 2, "10": 1}'
    assert call(name, {10: 1, 9: 2}, {'x': 0}) == '{"10": 1, "9": 2, "x": 0}'
    assert message(name, {}, []) == \
        '%s expects a dict as argument 1 (dict) and a dict as argument 2 (other)' % name
    assert message(name, {}) == '%s expects 2 arguments, got 1' % name


def test_invert():
    assert call('invert', {'a': 1, 'b': True, 'c': [0]}) == '{"1": a, "true": b}'
    assert call('invert', {'a': 'x', 'b': 'x'}) == '{"x": b}'
    assert call('invert', {1: 2.5, 2: None, 3: BIG}) == '{"%d": 3, "2.5": 1}' % BIG
    assert call('invert', {}) == '{}'
    assert message('invert', []) == 'invert() requires a dict argument'


def test_general_keys():
    w_dict = wrap({'b': 1})
    for key in ([1, 2], True):
        w_dict.set(wrap(key), wrap([key]))
    assert call('keys', w_dict) == '[b, [1, 2], true]'
    assert call('values', w_dict) == '[1, [[1, 2]], [true]]'
    assert call('items', w_dict) == '[[b, 1], [[1, 2], [[1, 2]]], [true, [true]]]'
    assert call('has_key', w_dict, [1.0, 2]) == '1'
    assert call('get', w_dict, [1, 2], 0) == '[[1, 2]]'
    assert call('get_default', w_dict, [2, 1], 0) == '0'
    assert call('merge', {'a': 0}, w_dict) == '{"a": 0, "b": 1, [1, 2]: [[1, 2]], true: [true]}'
    assert call('remove', w_dict, [1, 2]) == '[{"b": 1, true: [true]}, [[1, 2]]]'
    assert call('invert', w_dict) == '{"1": b}'


def test_dict():
    assert call('dict') == '{}'
    assert message('dict', 1) == 'dict() expects 0 arguments'
