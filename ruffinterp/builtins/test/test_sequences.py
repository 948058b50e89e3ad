"""Strings and iterators wherever an array is only read (decisions 40 and 59)."""

import pytest

from ruffinterp.builtins import library
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.sequences import characters
from ruffinterp.builtins.test.host_calls import W_HostFunction
from ruffinterp.builtins.test.host_values import call, call_w, message, shown, wrap
from ruffinterp.objects.base import LOAN
from ruffinterp.objects.booleans import w_true
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.iterator import W_ArrayIterator, W_Iterator

library.global_names()

# What they give differs from call to call.
NOT_REPEATABLE = ['random_choice']
LETTERS = ['c', '\xc3\xa4', 'b', 'c']
TEXT = 'c\xc3\xa4bc'


class W_Once(W_Iterator):
    """Items that can be had once; ``watched_w``: what has to be under loan meanwhile."""

    def __init__(self, items, watched_w):
        self.items = items[:]
        self.watched_w = watched_w

    def next_item(self):
        for w_value in self.watched_w:
            assert w_value.claims == LOAN
        return wrap(self.items.pop(0)) if self.items else None


def sample(kind):
    """A fitting argument for a further parameter."""
    if kind == 'callable':
        return W_HostFunction(lambda args_w, owned: w_true, 1)
    return wrap({'bytes': ', ', 'string': 'x', 'array': [1], 'sequence': ['y', 'z', 'x', 'w'],
                 'any': 2, 'int': 2, 'integer': 2, 'dict': {}}[kind])


def arguments_of(name, position, w_value):
    kinds = BUILTINS[name].parameter_kinds[:max(BUILTINS[name].minimum, position + 1)]
    arguments_w = [sample(kind) for kind in kinds]
    for w_argument in arguments_w:
        if isinstance(w_argument, W_HostFunction):
            w_argument.minimum = 2 if name in ('reduce', 'scan') else 1
            if name == 'sum_by':
                w_argument.function = lambda args_w, owned: wrap(1)
    arguments_w[position] = w_value
    return arguments_w


def outcome(name, position, w_value):
    try:
        return shown(BUILTINS[name].call_list(arguments_of(name, position, w_value), 0))
    except RuffError as error:
        return 'error: ' + error.message


CASES = [(name, position) for name in sorted(BUILTINS) if name not in NOT_REPEATABLE
         for position, kind in enumerate(BUILTINS[name].parameter_kinds)
         if kind == 'sequence']


def test_there_are_cases():
    assert len(CASES) > 20
    assert ('zip', 1) in CASES and ('Set', 0) in CASES and ('concat', 1) in CASES
    assert ('concat', 0) not in CASES and ('push', 0) not in CASES


@pytest.mark.parametrize('name, position', CASES)
def test_the_items_count(name, position):
    expected = outcome(name, position, wrap(LETTERS))
    assert outcome(name, position, W_ArrayIterator(wrap(LETTERS))) == expected
    assert outcome(name, position, W_Once(LETTERS, [])) == expected
    if name != 'reverse':
        assert outcome(name, position, wrap(TEXT)) == expected


@pytest.mark.parametrize('name, position', CASES)
def test_nothing_else_stands_for_an_array(name, position):
    for w_value in [wrap(None), wrap(3), wrap({'a': 1}), BUILTINS['len']]:
        assert outcome(name, position, w_value).startswith('error: ')


@pytest.mark.parametrize('name, position', CASES)
def test_an_error_of_the_iterator_comes_out(name, position):
    class W_Failing(W_Iterator):
        def next_item(self):
            raise RuffError('boom')
    assert outcome(name, position, W_Failing()) == 'error: boom'


def test_types_are_checked_before_anything_runs():
    w_once = W_Once(LETTERS, [])
    assert message('join', w_once, 3) == 'join() requires array and separator string arguments'
    assert len(w_once.items) == 4


def test_nobody_writes_the_other_arguments_meanwhile():
    w_array = wrap([[1]])
    assert call('zip', w_array, W_Once(['a'], [w_array])) == '[[[1], a]]'
    assert w_array.claims == 0
    assert call('concat', w_array, W_Once(['a'], [w_array])) == '[[1], a]'
    assert call('contains', W_Once(['a'], [w_array]), w_array) == 'false'
    assert w_array.claims == 0


def test_an_owned_array_is_still_changed_in_place():
    w_array = wrap([1])
    assert BUILTINS['concat'].call_list([w_array, W_Once(['a'], [w_array])], 1) is w_array


def test_reverse_of_a_string_is_a_string():
    assert call_w('reverse', TEXT).text() == 'cb\xc3\xa4c'
    assert call_w('reverse', '').text() == ''
    assert message('reverse', None) == 'reverse requires an array argument'


def test_functions_that_take_other_values_too():
    w_iterator = W_ArrayIterator(wrap([4, 'x']))
    assert call('len', w_iterator) == '2'
    assert call('contains', w_iterator, 'x') == 'true'
    assert call('index_of', w_iterator, 'x') == '1'
    assert call('index_of', w_iterator, 'y') == '-1'
    assert call('assert_contains', w_iterator, 'x') == 'true'


def test_characters():
    assert [w_item.text() for w_item in characters(wrap(TEXT)).items_w()] == LETTERS
    assert shown(characters(wrap(''))) == '[]'
