"""Printing (builtins-data.md 3 and 29.1, decision 59)."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.value_formatting import append_debug, display_text
from ruffinterp.objects.booleans import w_null
from ruffinterp.stdlib.console import stderr, stdout


@jit.dont_look_inside
def _line_of(values_w):
    """The print forms joined by a blank, and a line feed."""
    if len(values_w) == 1:
        return display_text(values_w[0]) + '\n'
    builder = StringBuilder()
    _append_joined(builder, values_w)
    builder.append('\n')
    return builder.build()


def _append_joined(builder, values_w):
    for index in range(len(values_w)):
        if index:
            builder.append(' ')
        values_w[index].display(builder)


@jit.dont_look_inside
def _text_of(values_w):
    """The print forms joined by a blank."""
    if len(values_w) == 1:
        return display_text(values_w[0])
    builder = StringBuilder()
    _append_joined(builder, values_w)
    return builder.build()


@builtin('print', '*any', aliases=['println'], effects=True)
def print_values(values_w):
    "print(v, ...) -> null: the values, joined by a blank, as a line of standard output."
    stdout.write(_line_of(values_w))
    return w_null


@builtin('write', '*any', effects=True)
def write_values(values_w):
    "write(v, ...) -> null: as print, without the end of the line."
    stdout.write(_text_of(values_w))
    return w_null


@builtin('eprint', '*any', effects=True)
def print_values_to_standard_error(values_w):
    "eprint(v, ...) -> null: the values, joined by a blank, as a line of standard error."
    stderr.write(_line_of(values_w))
    return w_null


@jit.dont_look_inside
def _debug_line_of(values_w):
    builder = StringBuilder()
    builder.append('[DEBUG] ')
    for index in range(len(values_w)):
        if index:
            builder.append(' ')
        append_debug(builder, values_w[index])
    builder.append('\n')
    return builder.build()


@builtin('debug', '*any', effects=True)
def print_debug_forms(values_w):
    "debug(v, ...) -> null: the values with their types, as a line of standard output."
    stdout.write(_debug_line_of(values_w))
    return w_null
