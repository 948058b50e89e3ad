"""The struct ``Error`` that ``except`` binds (language.md 10.2, decisions 16, 44, 50).

Its type is not the one that a program may declare under that name.
"""

from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.shapes import Shape
from ruffinterp.objects.struct import StructType, W_Struct, new_struct

# The field with the value that was thrown, which is not displayed.
VALUE = 'value'

error_type = StructType('Error')
error_type.is_closed = True
PLAIN_SHAPE = Shape(['line', 'message', 'stack', VALUE], error_type, VALUE)
CAUSE_SHAPE = Shape(['cause', 'line', 'message', 'stack', VALUE], error_type, VALUE)


def new_error_value(w_cause, w_line, w_message, w_stack, w_value):
    """The W_Struct of a caught error; ``w_cause`` may be None, ``w_value`` too."""
    if w_value is None:
        w_value = w_null
    if w_cause is None:
        return new_struct(PLAIN_SHAPE, [w_line, w_message, w_stack, w_value])
    return new_struct(CAUSE_SHAPE, [w_cause, w_line, w_message, w_stack, w_value])


def is_error_value(w_value):
    """Whether a value is what ``except`` has bound."""
    return isinstance(w_value, W_Struct) and w_value.struct_type() is error_type
