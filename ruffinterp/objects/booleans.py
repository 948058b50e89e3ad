"""The values ``true``, ``false`` and ``null``; there is one object for each."""

from ruffinterp.objects.base import W_Root


class W_Bool(W_Root):
    """A boolean; ``value``: bool."""
    type_word = 'bool'
    operand_word = 'bool'
    _attrs_ = ['value']
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value

    def is_truthy(self):
        return self.value

    def display(self, builder):
        builder.append('true' if self.value else 'false')


class W_Null(W_Root):
    """The type of ``null``."""
    type_word = 'null'
    operand_word = 'null'
    _attrs_ = []

    def is_truthy(self):
        return False

    def display(self, builder):
        builder.append('null')


w_true = W_Bool(True)
w_false = W_Bool(False)
w_null = W_Null()


def wrap_bool(flag):
    """The W_Bool of an RPython bool."""
    if flag:
        return w_true
    return w_false
