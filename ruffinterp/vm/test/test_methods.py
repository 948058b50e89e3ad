"""Errors about methods: unused results, receivers that are no places, names of other languages."""

import re

import pytest

import ruffinterp.builtins.library
from ruffinterp.builtins.test.host_values import wrap
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints import foreign_methods
from ruffinterp.objects.iterator import W_ArrayIterator
from ruffinterp.objects.queues import new_queue
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.methods import METHODS, find_builtin_method
from ruffinterp.vm.methods import missing_method_hint, needs_place, unused_result


@pytest.mark.parametrize('receiver, name, text, expected', [
    ([1], 'unique', 'xs', 'unique gives a new array: write  xs := xs.unique()'),
    ([1], 'skip', 'a.b', 'skip gives a new array: write  a.b := a.b.skip(...)'),
    ([1], 'unique', '', 'unique gives a new array'),
    ('a', 'upper', 'name', 'upper gives a new string: write  name := name.upper()'),
    ('a', 'words', 's', 'words gives an array: use it, as in  x := s.words()'),
    ([1], 'len', 'xs', 'len gives an int: use it, as in  x := xs.len()'),
    ([1], 'len', '', 'len gives an int: use it'),
    ([1], 'map', 'xs', 'map gives an iterator: use it, as in  x := xs.map(...)'),
    ([1], 'sum', 'xs', 'sum gives a new value: use it, as in  x := xs.sum()'),
    ({}, 'get', 'd', 'get gives a new value: use it, as in  x := d.get(...)'),
    ({}, 'invert', 'd[0]', 'invert gives a new dict: write  d[0] := d[0].invert()')])
def test_unused_results(receiver, name, text, expected):
    w_receiver = wrap(receiver)
    error = unused_result(w_receiver, find_builtin_method(w_receiver, name), text)
    assert error.message == expected
    assert error.kind is kinds.UNUSED_METHOD_RESULT


def test_unused_results_of_prefixed_functions():
    w_set = new_set([])
    assert unused_result(w_set, find_builtin_method(w_set, 'union'), 's').message == (
        'union gives a new set: write  s := s.union(...)')
    w_queue = new_queue([])
    assert unused_result(w_queue, find_builtin_method(w_queue, 'size'), 'q').message == (
        'size gives an int: use it, as in  x := q.size()')
    w_iterator = W_ArrayIterator(wrap([]))
    assert unused_result(w_iterator, find_builtin_method(w_iterator, 'sort'), '').message == (
        'sort gives a new value: use it')


@pytest.mark.parametrize('name, receiver_method, expected', [
    ('push', '', 'push changes its receiver: call it on a variable, a field or an item'),
    ('push', 'push', 'push changes its receiver: call it on a variable, a field or an item'),
    ('deposit', '', 'deposit changes its receiver: call it on a variable, a field or an item'),
    ('push', 'get_or_insert',
     'push changes its receiver: write  d[k].push(v)  or  d[k] := push(get(d, k, []), v)'),
    ('append', 'get_or_insert',
     'append changes its receiver: write  d[k].append(v)  or  d[k] := push(get(d, k, []), v)'),
    ('add', 'get_or_insert', 'add changes its receiver: write  d[k].add(...)')])
def test_receivers_that_are_no_places(name, receiver_method, expected):
    error = needs_place(name, receiver_method)
    assert error.message == expected
    assert error.kind is kinds.NEEDS_PLACE


@pytest.mark.parametrize('type_name, name, expected', [
    ('array', 'shift', "Arrays have no method 'shift': write  xs.remove_at(0)"),
    ('array', 'unshift', "Arrays have no method 'unshift': write  xs.insert(0, x)"),
    ('array', 'add', "Arrays have no method 'add': write  xs.push(x)"),
    ('array', 'length', "Arrays have no method 'length': write  xs.len()"),
    ('array', 'flatMap', "Arrays have no method 'flatMap': write  xs.flat_map(...)"),
    ('array', 'sortBy', "Arrays have no method 'sortBy': write  xs.sort_by(...)"),
    ('array', 'includes', "Arrays have no method 'includes': write  xs.contains(x)"),
    ('string', 'append', "Strings have no method 'append': write  s += text"),
    ('string', 'toUpperCase', "Strings have no method 'toUpperCase': write  s.upper()"),
    ('string', 'strip', "Strings have no method 'strip': write  s.trim()"),
    ('string', 'startsWith', "Strings have no method 'startsWith': write  s.starts_with(...)"),
    ('dict', 'set', "Dicts have no method 'set': write  d[key] := x"),
    ('dict', 'put', "Dicts have no method 'put': write  d[key] := x"),
    ('dict', 'delete', "Dicts have no method 'delete': write  d.remove(key)"),
    ('dict', 'entries', "Dicts have no method 'entries': write  d.items()"),
    ('set', 'set_add', "Sets have no method 'set_add': write  s.add(...)"),
    ('set', 'set_union', "Sets have no method 'set_union': write  s.union(...)"),
    ('set', 'discard', "Sets have no method 'discard': write  s.remove(x)"),
    ('queue', 'push', "Queues have no method 'push': write  q.enqueue(x)"),
    ('queue', 'queue_size', "Queues have no method 'queue_size': write  q.size()"),
    ('stack', 'top', "Stacks have no method 'top': write  s.peek()"),
    ('stack', 'stack_pop', "Stacks have no method 'stack_pop': write  s.pop()"),
    ('channel', 'close', "Channel has no method 'close'"),
    ('int', 'filter', 'filter() can only be called on iterators or arrays'),
    ('array', 'next', 'next() can only be called on iterators'),
    ('array', 'nothing_like_it', ''), ('int', 'push', ''), ('iterator', 'push', ''),
    ('array', 'array_', ''), ('set', 'set_', '')])
def test_methods_that_are_missing(type_name, name, expected):
    assert missing_method_hint(type_name, name) == expected


def test_no_name_in_the_tables_is_a_method():
    for kind in foreign_methods._TABLES:
        for name in foreign_methods._TABLES[kind]:
            assert name not in METHODS[kind], (kind, name)


def test_what_the_tables_say_exists():
    for kind in foreign_methods._TABLES:
        for text in foreign_methods._TABLES[kind].values():
            for name in re.findall(r'\.(\w+)\(', text):
                assert name in METHODS[kind], text
