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
    ('min', [1, 'x'], 'min() expects numeric arguments'),
    ('pow', [None, 1], 'pow() expects numeric arguments'),
    ('sqrt', [-1], 'sqrt() domain error: value must be >= 0'),
    ('log', [0], 'log() domain error: value must be > 0'),
    ('log', [-2.5], 'log() domain error: value must be > 0'),
    ('pow', [2, 2 ** 32], 'Integer out of range'),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message
