"""builtins-data.md 4 and 5, decision 21."""

import math

import pytest

from ruffinterp.builtins.mathematics import CONSTANTS
from ruffinterp.builtins.test.table_calls import call, failure, result
from ruffinterp.builtins.value_formatting import display_text

INFINITE = float('inf')
NAN = float('nan')


def test_constants():
    assert display_text(CONSTANTS['PI']) == '3.141592653589793'
    assert display_text(CONSTANTS['E']) == '2.718281828459045'


@pytest.mark.parametrize('name, arguments, expected', [
    ('abs', [-2], 'float 2'), ('abs', [-2.5], 'float 2.5'), ('abs', [-0.0], 'float 0'),
    ('abs', [-10 ** 30], 'float 1000000000000000000000000000000'),
    ('sqrt', [2], 'float 1.4142135623730951'), ('sqrt', [0], 'float 0'),
    ('sqrt', [INFINITE], 'float inf'), ('sqrt', [NAN], 'float NaN'),
    ('floor', [-1.5], 'float -2'), ('floor', [7], 'float 7'), ('floor', [INFINITE], 'float inf'),
    ('ceil', [-1.5], 'float -1'), ('ceil', [-0.5], 'float -0'), ('ceil', [NAN], 'float NaN'),
    ('round', [-2.5], 'float -3'), ('round', [2.5], 'float 3'), ('round', [-0.3], 'float -0'),
    ('round', [0.49999999999999994], 'float 0'), ('round', [INFINITE], 'float inf'),
    ('round', [4503599627370497.5], 'float 4503599627370498'), ('round', [NAN], 'float NaN'),
    ('round', [9007199254740993.0], 'float 9007199254740992'),
    ('round', [2.345, 2], 'float 2.35'), ('round', [2.675, 2], 'float 2.67'),
    ('round', [2.5, 0], 'float 3'), ('round', [-0.125, 2], 'float -0.13'),
    ('round', [0.125, 2], 'float 0.13'), ('round', [1250, -2], 'float 1300'),
    ('round', [-1250, -2], 'float -1300'), ('round', [1249.99, -2], 'float 1200'),
    ('round', [1234, 2], 'float 1234'), ('round', [4, -1], 'float 0'),
    ('round', [5, -1], 'float 10'),
    ('round', [-4, -1], 'float -0'), ('round', [1e300, 3], 'float 1' + 300 * '0'),
    ('round', [0.1, 400], 'float 0.1'), ('round', [0.1, 10 ** 30], 'float 0.1'),
    ('round', [5e-324, 300], 'float 0'), ('round', [123.0, -400], 'float 0'),
    ('round', [-123.0, -10 ** 30], 'float -0'), ('round', [-0.001, 2], 'float -0'),
    ('round', [INFINITE, 2], 'float inf'), ('round', [NAN, 2], 'float NaN'),
    ('round', [0.0, 5], 'float 0'), ('round', [3.14159, 2.0], 'float 3.14'),
    ('round', [1.7e308, -308], 'float inf'),
    ('min', [[3, 1, 2]], 'int 1'), ('max', [[3, 1, 2]], 'int 3'), ('max', [[2.5]], 'float 2.5'),
    ('max', [['b', 'c', 'a']], 'string c'), ('min', ['cab'], 'string a'),
    ('max', [[1, 10 ** 30, 2.5]], 'int 1' + 30 * '0'), ('min', [[1.5, 1]], 'int 1'),
    ('min', ['b', 'a'], 'string a'), ('max', ['b', 'a'], 'string b'),
    ('max', [[1, 1.0]], 'int 1'), ('min', [[1, 1.0]], 'int 1'),
    ('min', [4, 1.5], 'float 1.5'), ('max', [4, 1.5], 'float 4'),
    ('min', [NAN, 1], 'float 1'), ('min', [1, NAN], 'float 1'),
    ('max', [NAN, 1], 'float 1'), ('max', [1, NAN], 'float 1'), ('max', [NAN, NAN], 'float NaN'),
    ('sin', [0], 'float 0'), ('cos', [0], 'float 1'), ('tan', [0], 'float 0'),
    ('sin', [INFINITE], 'float NaN'), ('log', [10], 'float 2.302585092994046'),
    ('log', [INFINITE], 'float inf'), ('log', [NAN], 'float NaN'),
    ('exp', [1], 'float 2.718281828459045'), ('exp', [1000], 'float inf'),
    ('exp', [-1000], 'float 0'),
    ('pow', [2, 10], 'int 1024'), ('pow', [-3, 3], 'int -27'), ('pow', [0, 0], 'int 1'),
    ('pow', [2, 70], 'int 1180591620717411303424'), ('pow', [2, -1], 'float 0.5'),
    ('pow', [2.0, 10], 'float 1024'), ('pow', [-8, 0.5], 'float NaN'),
    ('pow', [2.0, 2000], 'float inf'), ('pow', [-1, 10 ** 30], 'int 1'),
])
def test_results(name, arguments, expected):
    assert result(name, *arguments) == expected


def test_small_differences_of_libm():
    for value in [0.5, -1.25, 3.0]:
        for name in ['sin', 'cos', 'tan', 'exp']:
            assert abs(call(name, value).value - getattr(math, name)(value)) < 1e-15 * 100


@pytest.mark.parametrize('name, arguments, message', [
    ('min', [1, 2, 3], 'min() expects 2 arguments'), ('abs', [], 'abs() expects 1 argument'),
    ('abs', ['x'], 'abs() expects numeric argument \'value\' , got Str("x")'),
    ('sin', [True], "sin() expects numeric argument 'value' , got Bool(true)"),
    ('floor', [[1, 2]], "floor() expects numeric argument 'value' , got Array[2]"),
    ('min', [[]], 'min() of an empty array'), ('max', [''], 'max() of an empty array'),
    ('min', [5], 'min() expects two values or an array'),
    ('max', [None], 'max() expects two values or an array'),
    ('round', [1, 'x'], "round() expects integer argument 'digits' , got Str(\"x\")"),
    ('round', [1, 1.5], "round() expects integer argument 'digits' , got Float(1.5)"),
    ('round', ['x', 1], "round() expects numeric argument 'value' , got Str(\"x\")"),
    ('pow', [None, 1], 'pow() expects numeric arguments'),
    ('sqrt', [-1], 'sqrt() domain error: value must be >= 0'),
    ('log', [0], 'log() domain error: value must be > 0'),
    ('log', [-2.5], 'log() domain error: value must be > 0'),
    ('pow', [2, 2 ** 32], 'Integer out of range'),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message
