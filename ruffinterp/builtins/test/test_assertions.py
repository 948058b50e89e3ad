"""builtins-data.md 25 and 29.1 (error)."""

import pytest

from ruffinterp.builtins import assertions
from ruffinterp.builtins.test.table_calls import failure, result
from ruffinterp.objects.enums import w_none


@pytest.mark.parametrize('name, arguments', [
    ('assert', [True]), ('assert', [1, 'unused']), ('assert', [[0]]), ('assert', [w_none]),
    ('assert_equal', [[1, {'a': 2}], [1, {'a': 2}]]), ('assert_equal', [1, 1.0]),
    ('assert_equal', [0.1 + 0.2, 0.3]), ('assert_equal', [None, None]),
    ('assert_true', [True]), ('assert_false', [False]),
    ('assert_contains', [[1, [2]], [2]]), ('assert_contains', [[1.0], 1]),
    ('assert_contains', ['granite', 'ran']), ('assert_contains', ['x', '']),
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
    ('assert_equal', ['ab', 'ac'], 'Assertion failed: expected Str("ac"), got Str("ab")'),
    ('assert_equal', [[1], [2]], 'Assertion failed: expected Array[1], got Array[1]'),
    ('assert_equal', [1, '1'], 'Assertion failed: expected Str("1"), got Int(1)'),
    ('assert_equal', [1], 'assert_equal requires 2 arguments: actual, expected'),
    ('assert_true', [False], 'Assertion failed: expected true, got false'),
    ('assert_false', [True], 'Assertion failed: expected false, got true'),
    ('assert_true', [1], 'assert_true requires a boolean argument'),
    ('assert_false', [None], 'assert_false requires a boolean argument'),
    ('assert_true', [], 'assert_true requires exactly 1 argument'),
    ('assert_false', [True, True], 'assert_false requires exactly 1 argument'),
    ('assert_contains', [[1, 2], 3], NOT_THERE % ('Array[2]', 'Int(3)')),
    ('assert_contains', ['a', 1], NOT_THERE % ('Str("a")', 'Int(1)')),
    ('assert_contains', [{'a': 1}, [1]], NOT_THERE % ('Dict{1 keys}', 'Array[1]')),
    ('assert_contains', [5, 5],
     'assert_contains requires an array, string, or dict as first argument'),
    ('assert_contains', [[]], 'assert_contains requires 2 arguments: collection, item'),
    ('error', ['broken'], 'broken'), ('error', [[1]], 'Array[1]'),
    ('error', [], 'error expects 1 arguments, got 0'),
])
def test_failure(name, arguments, message):
    assert failure(name, *arguments) == message
