"""Assertions, and raising an error by its message (builtins-data.md 25 and 29.1, decisions 53 and
59).

All assertions but ``assert_throws`` give true or raise a RuffError.
"""

from rpython.rlib import jit
from rpython.rlib.rstackovf import StackOverflow

from ruffinterp.builtins.polling import poll
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.sequences import array_beside
from ruffinterp.builtins.value_formatting import debug_text, display_text, message_text
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.booleans import w_true
from ruffinterp.objects.string import W_Str
from ruffinterp.vm.calls import call0
from ruffinterp.vm.exceptions import error_value
from ruffinterp.vm.interrupts import overflow_outside


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


@jit.dont_look_inside
def _failed(w_message, text):
    """The RuffError of an assertion: the message, None without one, stands before the text."""
    text = 'Assertion failed: ' + text
    if w_message is not None:
        text = '%s: %s' % (display_text(w_message), text)
    return RuffError(text)


@builtin('assert_equal', 'any', 'any', 'any?',
         too_few='assert_equal requires 2 arguments: actual, expected',
         count='assert_equal requires 2 or 3 arguments: actual, expected, [message]')
def assert_equal(w_actual, w_expected, w_message):
    "assert_equal(actual, expected, [message]) -> true: an error unless both are equal by ==."
    if w_actual.equals(w_expected):
        return w_true
    raise _unexpected_value(w_actual, w_expected, w_message)


@jit.dont_look_inside
def _unexpected_value(w_actual, w_expected, w_message):
    return _failed(w_message, 'expected %s, got %s' % (
        debug_text(w_expected), debug_text(w_actual)))


@builtin('assert_true', 'bool', 'any?',
         count='assert_true requires 1 or 2 arguments: value, [message]',
         mistyped='assert_true requires a boolean argument')
def assert_true(w_value, w_message):
    "assert_true(v, [message]) -> true: an error if v is false."
    if w_value.value:
        return w_true
    raise _failed(w_message, 'expected true, got false')


@builtin('assert_false', 'bool', 'any?',
         count='assert_false requires 1 or 2 arguments: value, [message]',
         mistyped='assert_false requires a boolean argument')
def assert_false(w_value, w_message):
    "assert_false(v, [message]) -> true: an error if v is true."
    if not w_value.value:
        return w_true
    raise _failed(w_message, 'expected false, got true')


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
    if isinstance(w_collection, W_Iterator):
        return _contains(array_beside(w_collection, [w_item]), w_item)
    raise RuffError('assert_contains requires an array, string, or dict as first argument')


@builtin('assert_contains', 'any', 'any', 'any?',
         too_few='assert_contains requires 2 arguments: collection, item',
         count='assert_contains requires 2 or 3 arguments: collection, item, [message]')
def assert_contains(w_collection, w_item, w_message):
    """assert_contains(collection, item, [message]) -> true: an error unless the item is there.

    That is an equal item of an array, a part of a string, or a key of a dict.
    """
    if _contains(w_collection, w_item):
        return w_true
    raise _missing_item(w_collection, w_item, w_message)


@jit.dont_look_inside
def _missing_item(w_collection, w_item, w_message):
    return _failed(w_message, '%s does not contain %s' % (
        debug_text(w_collection), debug_text(w_item)))


@builtin('assert_throws', 'callable', 'any?',
         count='assert_throws requires 1 or 2 arguments: function, [message]',
         mistyped='assert_throws requires a function argument', effects=True)
def assert_throws(w_function, w_message):
    """assert_throws(f, [message]) -> error: what f() throws, as except would bind it; an error if
    f() returns."""
    try:
        w_result = call0(w_function)
    except RuffError as error:
        return error_value(error)
    except StackOverflow:
        return error_value(overflow_outside())
    raise _no_error(w_result, w_message)


@jit.dont_look_inside
def _no_error(w_result, w_message):
    return _failed(w_message, 'expected an error, got ' + debug_text(w_result))


@builtin('error', 'any', count='A1')
def raise_error(w_message):
    "error(message): raises an error with this message."
    if isinstance(w_message, W_Str):
        raise RuffError(w_message.text())
    raise RuffError(message_text(w_message))
