"""Strings and iterators where a builtin only reads an array (decisions 40 and 59).

A string stands for the array of its characters, an iterator for the array of all items that are
left.  The registry does this for every parameter that is an array and only read.
"""

from rpython.rlib import jit
from rpython.rlib.objectmodel import newlist_hint
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.array import W_Array, empty_array, new_string_array
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.memory_budget import check_items
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.utf8 import next_codepoint_position, previous_codepoint_position
from ruffinterp.vm.interrupts import poll_now
from ruffinterp.vm.jit import callback_driver

# Each loop needs a driver of its own, keyed by the code that it calls.
collect_driver = callback_driver('collect')


def stands_for_array(w_value):
    """Whether a value that is no array can be read as one."""
    return isinstance(w_value, W_Str) or isinstance(w_value, W_Iterator)


@jit.dont_look_inside
def characters(w_text):
    """The array of the code points of a W_Str, each as a string."""
    check_items(w_text.length())
    text = w_text.text()
    characters_w = newlist_hint(w_text.length())
    position = 0
    while position < len(text):
        characters_w.append(w_text.char_at_byte(position))
        position = next_codepoint_position(text, position)
    if len(characters_w) == 0:
        return empty_array()
    return new_string_array(characters_w)


@jit.dont_look_inside
def reversed_text(text):
    """The code points of ``text`` (UTF-8) in reverse order."""
    builder = StringBuilder(len(text))
    end = len(text)
    while end > 0:
        start = previous_codepoint_position(text, end)
        builder.append_slice(text, start, end)
        end = start
    return builder.build()


def collected(w_iterator):
    """The array of all items that are left; where they can be had again they stay there."""
    w_again = w_iterator.again()
    if w_again is not None:
        w_iterator = w_again
    code = w_iterator.code_inside()
    w_result = empty_array()
    while True:
        collect_driver.jit_merge_point(code=code)
        poll_now()
        w_item = w_iterator.next_item()
        if w_item is None:
            return w_result
        w_result.append(w_item)


def array_or_none(w_value):
    """The W_Array that a value is or stands for; None for every other value."""
    if isinstance(w_value, W_Array):
        return w_value
    if isinstance(w_value, W_Str):
        return characters(w_value)
    if isinstance(w_value, W_Iterator):
        return collected(w_value)
    return None


# test_jit_calls.py: the number of arguments is constant for a call.
@jit.unroll_safe
def array_beside(w_value, others_w):
    """The W_Array that ``w_value`` stands for.  ``others_w``: further arguments of the same call,
    which nobody may write in place while an iterator runs code."""
    for w_other in others_w:
        w_other.lend()
    try:
        w_array = array_or_none(w_value)
    finally:
        for w_other in others_w:
            w_other.give_back()
    assert w_array is not None
    return w_array
