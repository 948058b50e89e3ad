"""Assertions, and raising an error by its message (builtins-data.md 25 and 29.1).

All assertions give true or raise a RuffError.
"""

from rpython.rlib import jit

from ruffinterp.builtins.polling import poll
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.value_formatting import message_text
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.booleans import w_true
from ruffinterp.objects.string import W_Str


@builtin('assert', 'any', 'any?',
         too_few='assert requires at least 1 argument: condition',
         count='assert() expects at most 2 arguments: condition, [message]')
def assert_truthy(w_condition, w_message):
    "assert(condition, [message]) -> true: an error with the message unless condition is truthy."
    if w_condition.is_truthy():
        return w_true
    if isinstance(w_message, W_Str):
        raise RuffError(w_message.text())
    raise RuffError('Assertion failed')


@builtin('assert_equal', 'any', 'any', count='assert_equal requires 2 arguments: actual, expected')
def assert_equal(w_actual, w_expected):
    "assert_equal(actual, expected) -> true: an error unless both are equal by ==."
    if w_actual.equals(w_expected):
        return w_true
    raise _unexpected_value(w_actual, w_expected)


@jit.dont_look_inside
def _unexpected_value(w_actual, w_expected):
    return RuffError('Assertion failed: expected %s, got %s' % (
        message_text(w_expected), message_text(w_actual)))


@builtin('assert_true', 'bool', count='assert_true requires exactly 1 argument',
         mistyped='assert_true requires a boolean argument')
def assert_true(w_value):
    "assert_true(v) -> true: an error if v is false."
    if w_value.value:
        return w_true
    raise RuffError('Assertion failed: expected true, got false')


@builtin('assert_false', 'bool', count='assert_false requires exactly 1 argument',
         mistyped='assert_false requires a boolean argument')
def assert_false(w_value):
    "assert_false(v) -> true: an error if v is true."
    if not w_value.value:
        return w_true
    raise RuffError('Assertion failed: expected false, got true')


def _contains(w_collection, w_item):
    if isinstance(w_collection, W_Array):
        index = 0
        while index < w_collection.length():
            if w_collection.get(index).equals(w_item):
                return True
            poll(index)
            index += 1
        return False
    if isinstance(w_collection, W_Str):
        return isinstance(w_item, W_Str) and w_collection.text().find(w_item.text()) >= 0
    if isinstance(w_collection, W_Dict):
        return w_collection.has(w_item)
    raise RuffError('assert_contains requires an array, string, or dict as first argument')


@builtin('assert_contains', 'any', 'any',
         count='assert_contains requires 2 arguments: collection, item')
def assert_contains(w_collection, w_item):
    """assert_contains(collection, item) -> true: an error unless the item is there.

    That is an equal item of an array, a part of a string, or a key of a dict.
    """
    if _contains(w_collection, w_item):
        return w_true
    raise RuffError('Assertion failed: %s does not contain %s' % (
        message_text(w_collection), message_text(w_item)))


@builtin('error', 'any', count='A1')
def raise_error(w_message):
    "error(message): raises an error with this message."
    if isinstance(w_message, W_Str):
        raise RuffError(w_message.text())
    raise RuffError(message_text(w_message))
