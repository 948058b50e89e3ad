"""Methods of values that are no structs (decision 40, language.md 7.4, 7.6, 11.4); the library fills
the tables.

A W_Builtin in them has the receiver as its first argument.  One that ``changes_receiver`` needs it
exclusive; those of iterators and channels may have other effects: ``has_effects``.
"""

from rpython.rlib import jit

from ruffinterp.diagnostics.hints import running
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.channel import W_Channel
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set
from ruffinterp.objects.string import W_Str

# ---- name -> W_Builtin

ARRAY_METHODS = {}
STRING_METHODS = {}
DICT_METHODS = {}
SET_METHODS = {}
QUEUE_METHODS = {}
STACK_METHODS = {}
ITERATOR_METHODS = {}
CHANNEL_METHODS = {}

# The tables by the word for the kind of the receiver.
METHODS = {'array': ARRAY_METHODS, 'string': STRING_METHODS, 'dict': DICT_METHODS,
           'set': SET_METHODS, 'queue': QUEUE_METHODS, 'stack': STACK_METHODS,
           'iterator': ITERATOR_METHODS, 'channel': CHANNEL_METHODS}

# name -> True, for every method that changes its receiver.
CHANGING_NAMES = {}


# test_jit_calls.py: the tables are complete before the first program runs.
@jit.elidable
def look_up(table, name):
    """The W_Builtin under a name, or None."""
    return table.get(name, None)


@jit.elidable
def is_changing_name(name):
    """Whether a container has a method of this name (str) that changes it."""
    return name in CHANGING_NAMES


def find_builtin_method(w_receiver, name):
    """The W_Builtin of the method ``name`` (str) of such a receiver, or None."""
    if isinstance(w_receiver, W_Array):
        return look_up(ARRAY_METHODS, name)
    if isinstance(w_receiver, W_Str):
        return look_up(STRING_METHODS, name)
    if isinstance(w_receiver, W_Dict):
        return look_up(DICT_METHODS, name)
    if isinstance(w_receiver, W_Set):
        return look_up(SET_METHODS, name)
    if isinstance(w_receiver, W_Iterator):
        return look_up(ITERATOR_METHODS, name)
    if isinstance(w_receiver, W_Channel):
        return look_up(CHANNEL_METHODS, name)
    if isinstance(w_receiver, W_Queue):
        return look_up(QUEUE_METHODS, name)
    if isinstance(w_receiver, W_Stack):
        return look_up(STACK_METHODS, name)
    return None


# ---- examples for help texts

# The variables that stand for values.
_EXAMPLES = {'array': 'xs', 'string': 's', 'dict': 'd', 'set': 's', 'queue': 'q', 'stack': 's',
             'iterator': 'it', 'channel': 'c'}

# The kinds of receivers, the most frequent ones first.
_KINDS = ['array', 'string', 'dict', 'set', 'queue', 'stack', 'iterator', 'channel']


def example_of(kind, name):
    """A call of the method ``name`` that the values of a kind (the word for it) have."""
    arguments = '(...)' if METHODS[kind][name].minimum > 1 else '()'
    return _EXAMPLES[kind] + '.' + name + arguments


def help_for_method(name):
    """Help for the name of a method that is called as a function; '' for others."""
    for kind in _KINDS:
        if name in METHODS[kind]:
            return running.METHOD_NOT_FUNCTION % (name, example_of(kind, name))
    return ''
