"""Errors of calls of methods, and what to write instead (decision 40)."""

from rpython.rlib import jit

from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints.foreign_methods import method_elsewhere
from ruffinterp.diagnostics.hints.foreign_names import known_as
from ruffinterp.objects.errors import plain_error
from ruffinterp.objects.kind_names import with_article
from ruffinterp.objects.methods import METHODS, example_of


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
    return names


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
    return example_of(type_name, found)
