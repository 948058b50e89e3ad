"""builtins-data.md 16 and 17."""

import pytest

from ruffinterp.builtins import conversion, introspection
from ruffinterp.builtins.test.table_calls import call, failure, result
from ruffinterp.objects.queues import new_queue
from ruffinterp.objects.enums import W_Option, W_Result, w_none
from ruffinterp.objects.booleans import w_null


@pytest.mark.parametrize('name, argument, expected', [
    ('parse_int', ' -42\n', 'int -42'), ('parse_int', '+7', 'int 7'), ('parse_int', '007', 'int 7'),
    ('parse_int', '-0', 'int 0'), ('parse_int', u'\u3000\u00a012\u2003', 'int 12'),
    ('parse_int', '9' * 60, 'int ' + '9' * 60), ('parse_int', '-' + '9' * 30, 'int -' + '9' * 30),
    ('parse_float', '1e3', 'float 1000'), ('parse_float', '1.', 'float 1'),
    ('parse_float', '.5', 'float 0.5'), ('parse_float', ' -2e-3 ', 'float -0.002'),
    ('parse_float', '+4.25E+1', 'float 42.5'), ('parse_float', '1e999', 'float inf'),
    ('parse_float', '-1e999', 'float -inf'), ('parse_float', '1e-999', 'float 0'),
    ('parse_float', 'inf', 'float inf'), ('parse_float', '-Infinity', 'float -inf'),
    ('parse_float', 'NaN', 'float NaN'), ('parse_float', '0.1', 'float 0.1'),
    ('to_int', 5, 'int 5'), ('to_int', -3.9, 'int -3'), ('to_int', True, 'int 1'),
    ('to_int', ' 12 ', 'int 12'), ('to_int', 1e20, 'int 100000000000000000000'),
    ('to_int', float('nan'), 'int 0'),
    ('to_float', '2.50', 'float 2.5'), ('to_float', 3, 'float 3'), ('to_float', False, 'float 0'),
    ('to_float', 10 ** 400, 'float inf'),
    ('to_string', [1, None], 'string [1, null]'), ('to_string', 'a', 'string a'),
    ('str', 2.5, 'string 2.5'), ('to_string', {'a': 'b'}, 'string {"a": b}'),
    ('to_bool', 'False', 'bool false'), ('to_bool', '0', 'bool false'),
    ('to_bool', '', 'bool false'), ('to_bool', ' false', 'bool true'), ('to_bool', 'x', 'bool true'),
    ('to_bool', 0.0, 'bool false'), ('to_bool', float('nan'), 'bool true'),
    ('to_bool', None, 'bool false'), ('to_bool', [], 'bool false'), ('to_bool', {}, 'bool false'),
    ('to_bool', [0], 'bool true'), ('to_bool', 10 ** 30, 'bool true'),
    ('is_truthy', '0', 'bool true'), ('is_truthy', '', 'bool false'),
    ('type', 1, 'string int'), ('type', 2 ** 80, 'string int'), ('type', 1.0, 'string float'),
    ('type_of', 'x', 'string string'), ('type', None, 'string null'), ('type', {}, 'string dict'),
    ('type', [], 'string array'), ('type', True, 'string bool'),
])
def test_results(name, argument, expected):
    assert result(name, argument) == expected


def test_types_of_other_values():
    assert result('type', W_Result(True, w_null)) == 'string result'
    assert result('type', w_none) == 'string option'
    assert result('type', new_queue([])) == 'string queue'
    assert result('to_bool', new_queue([])) == 'bool true'
    assert result('to_bool', w_none) == 'bool true'


PREDICATES = ['is_int', 'is_float', 'is_string', 'is_bool', 'is_array', 'is_dict', 'is_null']


@pytest.mark.parametrize('value, holding', [
    (1, 'is_int'), (2 ** 70, 'is_int'), (3.0, 'is_float'), ('', 'is_string'), (False, 'is_bool'),
    ([], 'is_array'), ({}, 'is_dict'), (None, 'is_null'), (w_none, '')])
def test_predicates(value, holding):
    for name in PREDICATES:
        assert result(name, value) == 'bool %s' % ('true' if name == holding else 'false')


def test_is_function():
    from ruffinterp.builtins.registry import BUILTINS
    assert result('is_function', BUILTINS['type']) == 'bool true'
    assert result('is_function', 'type') == 'bool false'


@pytest.mark.parametrize('name, arguments, message', [
    ('parse_int', ['12x'], "Cannot parse '12x' as integer"),
    ('parse_int', [' 1 2'], "Cannot parse ' 1 2' as integer"),
    ('parse_int', [''], "Cannot parse '' as integer"),
    ('parse_int', ['-'], "Cannot parse '-' as integer"),
    ('parse_int', ['1_0'], "Cannot parse '1_0' as integer"),
    ('parse_int', ['0x10'], "Cannot parse '0x10' as integer"),
    ('parse_int', ['12L'], "Cannot parse '12L' as integer"),
    ('parse_int', ['1\x002'], "Cannot parse '1\x002' as integer"),
    ('parse_int', [u'\u0663'], "Cannot parse '\xd9\xa3' as integer"),
    ('parse_int', [12], 'parse_int requires a string argument'),
    ('parse_int', [], 'parse_int requires a string argument'),
    ('parse_int', ['1', '2'], 'parse_int requires a string argument'),
    ('parse_float', ['.'], "Cannot parse '.' as float"),
    ('parse_float', ['1e'], "Cannot parse '1e' as float"),
    ('parse_float', ['0x1p3'], "Cannot parse '0x1p3' as float"),
    ('parse_float', ['1 2'], "Cannot parse '1 2' as float"),
    ('parse_float', ['e5'], "Cannot parse 'e5' as float"),
    ('parse_float', [''], "Cannot parse '' as float"),
    ('parse_float', [1.5], 'parse_float requires a string argument'),
    ('to_int', ['3.7'], "Cannot convert '3.7' to int"),
    ('to_int', [[1]], 'Cannot convert array to int'),
    ('to_int', [{}], 'Cannot convert dict to int'),
    ('to_int', [None], 'Cannot convert null to int'),
    ('to_int', [w_none], 'Cannot convert value to int'),
    ('to_int', [float('inf')], 'Integer out of range: inf'),
    ('to_float', ['x'], "Cannot convert 'x' to float"),
    ('to_float', [None], 'Cannot convert null to float'),
    ('to_int', [], 'to_int() requires one argument'),
    ('str', [], 'to_string() requires one argument'),
    ('to_bool', [1, 2], 'to_bool() requires one argument'),
    ('type', [], 'type expects 1 arguments, got 0'),
    ('is_int', [], 'is_int() expects 1 argument'),
    ('is_null', [1, 2], 'is_null() expects 1 argument'),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message


def test_to_string_gives_the_same_string():
    from ruffinterp.builtins.test.table_calls import wrap
    w_text = wrap('abc')
    assert call('to_string', w_text) is w_text
