"""Methods of values that are no structs (decision 40, language.md 7.4, 7.6, 11.4); the library fills
the tables.

A W_Builtin in them has the receiver as its first argument.  One that ``changes_receiver`` needs it
exclusive, and goes before a pure one of the same name.
"""

from rpython.rlib import jit

from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints.foreign_methods import method_elsewhere
from ruffinterp.diagnostics.hints.foreign_names import known_as
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.channel import W_Channel
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import plain_error
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.kind_names import with_article
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set
from ruffinterp.objects.string import W_Str

# ---- name -> W_Builtin

ARRAY_CHANGES = {}
DICT_CHANGES = {}
SET_CHANGES = {}
QUEUE_CHANGES = {}
STACK_CHANGES = {}

ARRAY_METHODS = {}
STRING_METHODS = {}
DICT_METHODS = {}
SET_METHODS = {}
QUEUE_METHODS = {}
STACK_METHODS = {}
ITERATOR_METHODS = {}
CHANNEL_METHODS = {}

# The tables by the word for the kind of the receiver.
CHANGES = {'array': ARRAY_CHANGES, 'dict': DICT_CHANGES, 'set': SET_CHANGES,
           'queue': QUEUE_CHANGES, 'stack': STACK_CHANGES}
METHODS = {'array': ARRAY_METHODS, 'string': STRING_METHODS, 'dict': DICT_METHODS,
           'set': SET_METHODS, 'queue': QUEUE_METHODS, 'stack': STACK_METHODS,
           'iterator': ITERATOR_METHODS, 'channel': CHANNEL_METHODS}

# name -> True, for every name in CHANGES.
CHANGING_NAMES = {}


# test_jit_calls.py: the tables are complete before the first program runs.
@jit.elidable
def look_up(table, name):
    """The W_Builtin under a name, or None."""
    return table.get(name, None)


def find_array_method(name):
    """The builtin behind ``array.name(...)`` that changes nothing, or None."""
    return look_up(ARRAY_METHODS, name)


def find_iterator_method(name):
    """The builtin behind ``iterator.name(...)``, or None."""
    return look_up(ITERATOR_METHODS, name)


def find_channel_method(name):
    """The builtin behind ``channel.name(...)``, or None."""
    return look_up(CHANNEL_METHODS, name)


def find_changing_method(w_receiver, name):
    """The W_Builtin of the method that changes such a receiver, or None."""
    if isinstance(w_receiver, W_Array):
        return look_up(ARRAY_CHANGES, name)
    if isinstance(w_receiver, W_Dict):
        return look_up(DICT_CHANGES, name)
    if isinstance(w_receiver, W_Set):
        return look_up(SET_CHANGES, name)
    if isinstance(w_receiver, W_Queue):
        return look_up(QUEUE_CHANGES, name)
    if isinstance(w_receiver, W_Stack):
        return look_up(STACK_CHANGES, name)
    return None


def find_pure_method(w_receiver, name):
    """The W_Builtin of the method of such a receiver that leaves it as it is, or None.

    Those of iterators and channels may have effects all the same: ``has_effects``."""
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


# ---- errors

@jit.dont_look_inside
def unused_result(w_receiver, w_builtin, receiver_text):
    """The RuffError for a pure method whose result nobody uses.

    ``receiver_text``: the receiver as it is written, something that can be assigned; '' for any
    other."""
    name = w_builtin.name
    kind = w_builtin.result_kind
    what = 'a new value' if kind == '' else with_article(kind)
    arguments = '(...)' if w_builtin.minimum > 1 else '()'
    call = receiver_text + '.' + name + arguments
    if kind == w_receiver.type_name():
        message = '%s gives a new %s' % (name, kind)
        if receiver_text != '':
            message += ': write  %s := %s' % (receiver_text, call)
    else:
        message = '%s gives %s: use it' % (name, what)
        if receiver_text != '':
            message += ', as in  x := ' + call
    return plain_error(kinds.UNUSED_METHOD_RESULT, message)


@jit.dont_look_inside
def needs_place(name, receiver_method):
    """The RuffError for a method that changes its receiver, called on what is no place.

    ``receiver_method``: the name of the method that gave the receiver, '' for any other."""
    message = name + ' changes its receiver: '
    if receiver_method == 'get_or_insert':
        if name == 'push' or name == 'append':
            message += 'write  d[k].%s(v)  or  d[k] := push(get(d, k, []), v)' % name
        else:
            message += 'write  d[k].%s(...)' % name
    else:
        message += 'call it on a variable, a field or an item'
    return plain_error(kinds.NEEDS_PLACE, message)


# How messages name the kinds.
PLURALS = {'array': 'Arrays', 'string': 'Strings', 'dict': 'Dicts', 'set': 'Sets',
           'queue': 'Queues', 'stack': 'Stacks'}

LAZY_METHODS = {
    'map': 'iterators or arrays', 'filter': 'iterators or arrays',
    'take': 'iterators or arrays', 'collect': 'iterators', 'next': 'iterators'}


def missing_method_hint(type_name, name):
    """The message about a method that a value does not have: what to write instead; '' without a
    hint."""
    if type_name == 'channel':
        return "Channel has no method '%s'" % name
    if name in LAZY_METHODS:
        return '%s() can only be called on %s' % (name, LAZY_METHODS[name])
    if type_name not in PLURALS:
        return ''
    instead = method_elsewhere(type_name, name)
    if instead == '':
        instead = known_method(type_name, name)
    if instead == '':
        return ''
    return "%s have no method '%s': write  %s" % (PLURALS[type_name], name, instead)


def method_names(type_name):
    """The names of all methods of the values of a kind, without those that structs declare."""
    names = []
    if type_name in METHODS:
        for name in METHODS[type_name]:
            names.append(name)
    if type_name in CHANGES:
        for name in CHANGES[type_name]:
            names.append(name)
    return names


# The variables that stand for values in examples.
EXAMPLES = {'array': 'xs', 'string': 's', 'dict': 'd', 'set': 's', 'queue': 'q', 'stack': 's'}


def known_method(type_name, name):
    """How the method is written that other languages call ``name``, or that has this name with its
    kind in front, as ``queue_peek``; '' without one."""
    names = method_names(type_name)
    found = ''
    if name.startswith(type_name + '_'):
        found = name[len(type_name) + 1:]
    if found not in names:
        found = known_as(name, names)
    if found == '':
        return ''
    w_builtin = look_up(METHODS[type_name], found)
    if w_builtin is None:
        w_builtin = look_up(CHANGES[type_name], found)
    arguments = '(...)' if w_builtin.minimum > 1 else '()'
    return EXAMPLES[type_name] + '.' + found + arguments
