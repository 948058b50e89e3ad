"""Methods of values that are no structs (language.md 7.4, 7.6, 11.4); the library fills the tables."""

from rpython.rlib import jit

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.errors import plain_error

# name -> W_Builtin whose first argument is the receiver.
ARRAY_METHODS = {}
ITERATOR_METHODS = {}
CHANNEL_METHODS = {}


# test_jit_calls.py: the tables are complete before the first program runs.
@jit.elidable
def find_array_method(name):
    """The builtin behind ``array.name(...)``, or None."""
    return ARRAY_METHODS.get(name, None)


# test_jit_generators.py: as above.
@jit.elidable
def find_iterator_method(name):
    """The builtin behind ``iterator.name(...)``, or None."""
    return ITERATOR_METHODS.get(name, None)


# test_jit_generators.py: as above.
@jit.elidable
def find_channel_method(name):
    """The builtin behind ``channel.name(...)``, or None."""
    return CHANNEL_METHODS.get(name, None)


# What to write instead of methods that change their receiver in other languages (decision 15).
CHANGES = {
    'array': {
        'push': 'arr := push(arr, x)', 'append': 'arr := append(arr, x)',
        'add': 'arr := push(arr, x)', 'pop': '[arr, x] := pop(arr)',
        'shift': '[arr, x] := remove_at(arr, 0)', 'unshift': 'arr := insert(arr, 0, x)',
        'insert': 'arr := insert(arr, i, x)', 'remove': 'arr := remove(arr, x)',
        'remove_at': '[arr, x] := remove_at(arr, i)', 'sort': 'arr := sort(arr)',
        'reverse': 'arr := reverse(arr)', 'clear': 'arr := clear(arr)',
        'concat': 'arr := concat(arr, other)', 'extend': 'arr := concat(arr, other)'},
    'dict': {
        'set': 'd[key] := x', 'put': 'd[key] := x', 'add': 'd[key] := x',
        'remove': '[d, x] := remove(d, key)', 'delete': '[d, x] := remove(d, key)',
        'pop': '[d, x] := remove(d, key)', 'clear': 'd := clear(d)',
        'update': 'd := update(d, other)', 'merge': 'd := merge(d, other)'},
    'set': {
        'add': 's := set_add(s, x)', 'set_add': 's := set_add(s, x)',
        'push': 's := set_add(s, x)', 'insert': 's := set_add(s, x)',
        'remove': 's := set_remove(s, x)', 'set_remove': 's := set_remove(s, x)',
        'delete': 's := set_remove(s, x)', 'discard': 's := set_remove(s, x)',
        'clear': 's := Set([])'},
    'queue': {
        'push': 'q := queue_enqueue(q, x)', 'enqueue': 'q := queue_enqueue(q, x)',
        'queue_enqueue': 'q := queue_enqueue(q, x)', 'add': 'q := queue_enqueue(q, x)',
        'append': 'q := queue_enqueue(q, x)', 'pop': '[q, x] := queue_dequeue(q)',
        'dequeue': '[q, x] := queue_dequeue(q)', 'shift': '[q, x] := queue_dequeue(q)',
        'queue_dequeue': '[q, x] := queue_dequeue(q)', 'clear': 'q := Queue([])'},
    'stack': {
        'push': 's := stack_push(s, x)', 'stack_push': 's := stack_push(s, x)',
        'append': 's := stack_push(s, x)', 'pop': '[s, x] := stack_pop(s)',
        'stack_pop': '[s, x] := stack_pop(s)', 'clear': 's := Stack([])'}}

# How messages name the kinds.
PLURALS = {'array': 'Arrays', 'dict': 'Dicts', 'set': 'Sets', 'queue': 'Queues',
           'stack': 'Stacks'}

LAZY_METHODS = {
    'map': 'iterators or arrays', 'filter': 'iterators or arrays',
    'take': 'iterators or arrays', 'collect': 'iterators', 'next': 'iterators'}


def missing_method_hint(type_name, name):
    """What to write instead of a method that a value does not have; '' without a hint."""
    if type_name == 'channel':
        return "Channel has no method '%s'" % name
    if name in LAZY_METHODS:
        return '%s() can only be called on %s' % (name, LAZY_METHODS[name])
    if type_name not in CHANGES or name not in CHANGES[type_name]:
        return ''
    return '%s are values: write  %s' % (PLURALS[type_name], CHANGES[type_name][name])


def find_changing_method(w_receiver, name):
    return None


def find_pure_method(w_receiver, name):
    if isinstance(w_receiver, W_Array):
        return find_array_method(name)
    return None


def needs_place(name, receiver_method):
    return plain_error(kinds.NO_FIELDS, '%s changes its receiver: call it on a variable, a field or an item' % name)


def unused_result(w_receiver, w_builtin, receiver_text):
    return plain_error(kinds.NO_FIELDS, '%s gives a new value: write  %s := %s.%s()' % (w_builtin.name, receiver_text, receiver_text, w_builtin.name))
