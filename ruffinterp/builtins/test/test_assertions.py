# -*- coding: utf-8 -*-
"""builtins-data.md 25 and 29.1 (error), decision 53."""

import pytest

from ruffinterp.builtins import assertions
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test.table_calls import call, failure, result
from ruffinterp.objects.enums import w_none
from ruffinterp.stdlib import process


@pytest.mark.parametrize('name, arguments', [
    ('assert', [True]), ('assert', [1, 'unused']), ('assert', [[0]]), ('assert', [w_none]),
    ('assert_equal', [[1, {'a': 2}], [1, {'a': 2}]]), ('assert_equal', [1, 1.0]),
    ('assert_equal', [0.1 + 0.2, 0.3]), ('assert_equal', [None, None]),
    ('assert_true', [True]), ('assert_false', [False]),
    ('assert_contains', [[1, [2]], [2]]), ('assert_contains', [[1.0], 1]),
    ('assert_contains', ['granite', 'ran']), ('assert_contains', ['x', '']),
    ('assert_equal', [1, 1, 'unused']), ('assert_true', [True, 'unused']),
    ('assert_false', [False, 'unused']), ('assert_contains', ['ab', 'a', 'unused']),
    ('assert_contains', [{'5': 0}, 5]), ('assert_contains', [{'a': None}, 'a']),
])
def test_success(name, arguments):
    assert result(name, *arguments) == 'bool true'


NOT_THERE = 'Assertion failed: %s does not contain %s'


@pytest.mark.parametrize('name, arguments, message', [
    ('assert', [False], 'Assertion failed'), ('assert', [[], 'list is empty'], 'list is empty'),
    ('assert', ['', 5], 'Assertion failed'), ('assert', [0, ''], ''),
    ('assert', [], 'assert requires at least 1 argument: condition'),
    ('assert', [1, 2, 3], 'assert() expects at most 2 arguments: condition, [message]'),
    ('assert_equal', ['ab', 'ac'], 'Assertion failed: expected String("ac"), got String("ab")'),
    ('assert_equal', [[1], [2, 'x']],
     'Assertion failed: expected Array[Int(2), String("x")], got Array[Int(1)]'),
    ('assert_equal', [1, '1'], 'Assertion failed: expected String("1"), got Int(1)'),
    ('assert_equal', [1, 2, u'größe'],
     u'größe: Assertion failed: expected Int(2), got Int(1)'.encode('utf-8')),
    ('assert_equal', [1, 2, [3]], '[3]: Assertion failed: expected Int(2), got Int(1)'),
    ('assert_equal', [1, 2, 3, 4],
     'assert_equal requires 2 or 3 arguments: actual, expected, [message]'),
    ('assert_equal', [1], 'assert_equal requires 2 arguments: actual, expected'),
    ('assert_true', [False], 'Assertion failed: expected true, got false'),
    ('assert_false', [True], 'Assertion failed: expected false, got true'),
    ('assert_true', [1], 'assert_true requires a boolean argument'),
    ('assert_false', [None], 'assert_false requires a boolean argument'),
    ('assert_true', [False, 'm'], 'm: Assertion failed: expected true, got false'),
    ('assert_false', [True, ''], ': Assertion failed: expected false, got true'),
    ('assert_true', [], 'assert_true requires 1 or 2 arguments: value, [message]'),
    ('assert_false', [True, 1, 2], 'assert_false requires 1 or 2 arguments: value, [message]'),
    ('assert_contains', [[1, 2], 3], NOT_THERE % ('Array[Int(1), Int(2)]', 'Int(3)')),
    ('assert_contains', ['a', 1], NOT_THERE % ('String("a")', 'Int(1)')),
    ('assert_contains', ['a', 'b', 'm'],
     'm: ' + NOT_THERE % ('String("a")', 'String("b")')),
    ('assert_contains', [{'a': 1}, [1]], NOT_THERE % ('Dict{a: Int(1)}', 'Array[Int(1)]')),
    ('assert_throws', [BUILTINS['args']], 'Assertion failed: expected an error, got Array[]'),
    ('assert_throws', [BUILTINS['args'], 'm'],
     'm: Assertion failed: expected an error, got Array[]'),
    ('assert_throws', [5], 'assert_throws requires a function argument'),
    ('assert_throws', [], 'assert_throws requires 1 or 2 arguments: function, [message]'),
    ('assert_contains', [5, 5],
     'assert_contains requires an array, string, or dict as first argument'),
    ('assert_contains', [[]], 'assert_contains requires 2 arguments: collection, item'),
    ('error', ['broken'], 'broken'), ('error', [[1]], 'Array[1]'),
    ('error', [], 'error expects 1 arguments, got 0'),
])
def test_failure(name, arguments, message):
    assert failure(name, *arguments) == message


def test_what_is_thrown():
    w_error = call('assert_throws', BUILTINS['len'])
    assert w_error.get_field('message').text() == 'len expects 1 arguments, got 0'
