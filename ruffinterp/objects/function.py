"""Callable values: functions of the language and builtins."""

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.errors import plain_error


class W_Callable(W_Root):
    type_word = 'function'
    operand_word = 'function'


class W_Function(W_Callable):
    """A function of the language: code and what it captured.

    ``captured``: values (captured by value and never assigned) and cells, in the order in which
    ``code`` expects them in its registers.
    """
    _immutable_fields_ = ['code', 'captured[*]']

    def __init__(self, code, captured):
        self.code = code
        self.captured = captured

    def display(self, builder):
        self.code.display_function(builder)


def plural_of_arguments(count, always_plural):
    if count == 1 and not always_plural:
        return 'argument'
    return 'arguments'


# What a builtin gives: an owned value; or, borrowed, the container that it was called on and has
# changed, or something that stays in that container.
GIVES_NEW = 0
GIVES_RECEIVER = 1
GIVES_PART = 2


class W_Builtin(W_Callable):
    """A function of the library.

    Calls with up to four arguments go through ``call0`` .. ``call4``, others through
    ``call_list``; the registry generates a subclass for each builtin that overrides those it
    accepts.  ``owned`` has bit i set when argument i is given away by the caller (base.py).

    ``minimum``/``maximum``: accepted number of arguments, -1 for no maximum.
    ``calls_back``: whether it may run Ruff code.  ``has_effects``: whether it does more than compute
    its result.  ``result_kind``: the word for the kind of the result, '' where that depends.

    ``changes_receiver``: whether it is a method that changes its first argument, an exclusive
    container, in place (decision 40).  ``gives``: see GIVES_NEW.
    """
    operand_word = 'native_function'
    _immutable_fields_ = ['name', 'minimum', 'maximum', 'calls_back', 'documentation',
                          'has_effects', 'result_kind', 'changes_receiver', 'gives']

    name = ''
    minimum = 0
    maximum = 0
    calls_back = False
    documentation = ''
    has_effects = False
    result_kind = ''
    changes_receiver = False
    gives = GIVES_NEW

    def equals(self, w_other):
        return isinstance(w_other, W_Builtin) and self.name == w_other.name

    def display(self, builder):
        builder.append('<native function: ')
        builder.append(self.name)
        builder.append('>')

    def arity_error(self, count):
        """The RuffError for a call with ``count`` arguments."""
        return plain_error(kinds.ARITY, '%s expects %d arguments, got %d' % (
            self.name, self.minimum, count))

    def call0(self, owned):
        return self.call_list([], owned)

    def call1(self, w_1, owned):
        return self.call_list([w_1], owned)

    def call2(self, w_1, w_2, owned):
        return self.call_list([w_1, w_2], owned)

    def call3(self, w_1, w_2, w_3, owned):
        return self.call_list([w_1, w_2, w_3], owned)

    def call4(self, w_1, w_2, w_3, w_4, owned):
        return self.call_list([w_1, w_2, w_3, w_4], owned)

    def call_list(self, args_w, owned):
        """Any number of arguments; a generated class dispatches to the call it implements."""
        raise self.arity_error(len(args_w))
