"""Every builtin on containers keeps the ownership protocol (objects/base.py): it changes no
argument that it does not own, and no container can be written in place from two sides."""

import pytest

import ruffinterp.builtins.test.host_calls as host_calls
from ruffinterp.builtins import (
    array_shapes, arrays, dicts, higher_order, queue_functions, ranges, set_functions, sorting)
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test.host_values import shown, wrap, writable_w
from ruffinterp.objects.base import LOAN, SHARED, W_Container
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.queues import new_queue, new_stack
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.booleans import w_true

FAMILIES = [arrays, array_shapes, dicts, higher_order, queue_functions, ranges, set_functions,
            sorting]


def host_function(function, arity):
    return host_calls.W_HostFunction(function, arity)


def borrowed_result(w_value):
    w_value.mark_shared()
    return w_value


def identity():
    return host_function(lambda args_w, owned: borrowed_result(args_w[0]), 1)


def yes():
    return host_function(lambda args_w, owned: w_true, 1)


def first_of_two():
    def function(args_w, owned):
        if not owned & 1:
            args_w[0].mark_shared()
        return args_w[0]
    return host_function(function, 2)


def push_second():
    return host_function(
        lambda args_w, owned: BUILTINS['push'].call_list(args_w, owned), 2)


def never_before():
    return host_function(lambda args_w, owned: wrap(-1), 2)


def nested():
    return wrap([[1], ['a', [2]], {'k': [3]}, 4])


def pairs():
    return wrap([[2, [0]], [1, [1]]])


def record():
    return wrap({'a': [1], 'b': {'c': [2]}})


def int_keyed():
    return wrap({0: [1], 1: [2]})


def general():
    w_dict = record()
    w_dict.set(wrap([1]), wrap([5]))
    return w_dict


def the_set():
    return new_set(nested().items_w())


def the_queue():
    return new_queue(nested().items_w())


def the_stack():
    return new_stack(nested().items_w())


# For every name: lists of makers of arguments.
SAMPLES = {
    'len': [[nested]], 'push': [[nested, pairs]], 'append': [[nested, pairs]],
    'pop': [[nested], [lambda: wrap([])]],
    'insert': [[nested, lambda: wrap(1), pairs]],
    'remove_at': [[nested, lambda: wrap(0)]],
    'remove': [[general, lambda: wrap([1])], [nested, lambda: wrap(4)], [nested, lambda: wrap(9)],
               [record, lambda: wrap('a')], [int_keyed, lambda: wrap(0)],
               [int_keyed, lambda: wrap('z')]],
    'clear': [[nested], [record]],
    'slice': [[nested, lambda: wrap(0), lambda: wrap(3)]],
    'concat': [[nested, pairs], [lambda: wrap([]), nested]],
    'reverse': [[nested]], 'unique': [[nested]],
    'array': [[], [nested, record]],
    'sum': [[nested]],
    'chunk': [[nested, lambda: wrap(2)], [nested, lambda: wrap(0)]],
    'flatten': [[nested], [pairs]], 'zip': [[nested, pairs]], 'enumerate': [[nested]],
    'take': [[nested, lambda: wrap(3)]], 'skip': [[nested, lambda: wrap(1)]],
    'windows': [[nested, lambda: wrap(2)]],
    'dict': [[]], 'keys': [[record], [int_keyed], [general]],
    'values': [[record], [int_keyed], [general]], 'items': [[record], [int_keyed], [general]],
    'has_key': [[record, lambda: wrap('a')]],
    'get': [[general, lambda: wrap([1])], [record, lambda: wrap('b')], [record, lambda: wrap('z')],
            [record, lambda: wrap('z'), nested], [int_keyed, lambda: wrap(1), nested]],
    'get_default': [[record, lambda: wrap('z'), nested], [record, lambda: wrap('a'), nested]],
    'merge': [[record, general], [general, general], [general, int_keyed], [record, int_keyed],
              [lambda: wrap({}), record], [int_keyed, int_keyed]],
    'update': [[record, int_keyed]],
    'invert': [[record], [lambda: wrap({'a': 1, 'b': True})]],
    'map': [[nested, identity]], 'filter': [[nested, yes]],
    'reduce': [[nested, pairs, first_of_two], [nested, pairs, push_second]],
    'find': [[nested, yes]], 'any': [[nested, yes]], 'all': [[nested, yes]],
    'Queue': [[], [nested]], 'queue_enqueue': [[the_queue, pairs]],
    'queue_dequeue': [[the_queue], [lambda: new_queue([])]],
    'queue_peek': [[the_queue]], 'queue_is_empty': [[the_queue]],
    'queue_size': [[the_queue]], 'queue_to_array': [[the_queue]],
    'Stack': [[], [nested]], 'stack_push': [[the_stack, pairs]],
    'stack_pop': [[the_stack], [lambda: new_stack([])]],
    'stack_peek': [[the_stack]], 'stack_is_empty': [[the_stack]],
    'stack_size': [[the_stack]], 'stack_to_array': [[the_stack]],
    'range': [[lambda: wrap(3)]],
    'Set': [[], [nested]], 'set_add': [[the_set, pairs], [the_set, lambda: wrap([1])]],
    'set_has': [[the_set, nested]], 'set_remove': [[the_set, lambda: wrap([1])]],
    'set_union': [[the_set, lambda: new_set(pairs().items_w())]],
    'set_intersect': [[the_set, the_set]],
    'set_difference': [[the_set, lambda: new_set(pairs().items_w())]],
    'set_to_array': [[the_set]],
    'sort': [[pairs], [pairs, never_before]], 'sort_by': [[pairs, identity]],
}

CASES = [(name, makers) for name in sorted(SAMPLES) for makers in SAMPLES[name]]


def declared_names():
    modules = [family.__name__ for family in FAMILIES]
    names = []
    for name in BUILTINS:
        function = type(BUILTINS[name]).__dict__['call_list'].func_globals['function']
        if function.__module__ in modules:
            names.append(name)
    return names


def test_every_name_has_samples():
    assert sorted(declared_names()) == sorted(SAMPLES)


def assert_no_aliases(values_w):
    seen = {}
    for w_value in values_w:
        for w_part in writable_w(w_value):
            assert w_part not in seen, shown(w_part)
            seen[w_part] = True




@pytest.mark.parametrize('name,makers', CASES)
def test_borrowed_arguments(name, makers):
    args_w = [make() for make in makers]
    before = [shown(w_arg) for w_arg in args_w]
    w_result = BUILTINS[name].call_list(args_w, 0)
    assert [shown(w_arg) for w_arg in args_w] == before
    assert_no_aliases(args_w + [w_result])


@pytest.mark.parametrize('name,makers', CASES)
def test_owned_arguments(name, makers):
    args_w = [make() for make in makers]
    w_result = BUILTINS[name].call_list(args_w, (1 << len(args_w)) - 1)
    # The arguments belong to the builtin now; the result must be sound in itself.
    assert_no_aliases([w_result])


@pytest.mark.parametrize('claims', [SHARED, LOAN])
@pytest.mark.parametrize('name,makers', [case for case in CASES if case[1]])
def test_an_owned_argument_with_claims_is_not_changed(name, makers, claims):
    args_w = [make() for make in makers]
    w_first = args_w[0]
    if not isinstance(w_first, W_Container) or name == 'array':
        # Nothing to claim; or an argument that is kept, which is nobody else's if it is owned.
        return
    w_first.claims = claims
    before = shown(w_first)
    w_result = BUILTINS[name].call_list(args_w, 1)
    assert shown(w_first) == before
    if w_first.claims == LOAN:
        # When the loan ends, its owner writes it in place.
        w_first.give_back()
        assert_no_aliases([w_first, w_result])


def test_the_same_argument_twice():
    for name in ['concat', 'zip', 'push', 'merge', 'set_union']:
        make = {'merge': record, 'set_union': the_set}.get(name, nested)
        w_arg = make()
        before = shown(w_arg)
        w_result = BUILTINS[name].call_list([w_arg, w_arg], 1)
        assert shown(w_arg) == before
        assert_no_aliases([w_arg, w_result])


@pytest.mark.parametrize('name', ['push', 'pop', 'insert', 'remove_at', 'concat'])
def test_an_owned_array_is_changed_in_place(name):
    makers = SAMPLES[name][0]
    args_w = [make() for make in makers]
    w_result = BUILTINS[name].call_list(args_w, 1)
    assert args_w[0] is w_result or args_w[0] is w_result.get(0)


def test_the_popped_item_leaves_the_array():
    w_array = wrap([[1]])
    w_pair = BUILTINS['pop'].call_list([w_array], 1)
    assert w_pair.get(1).is_exclusive()


def failing(position):
    def function(args_w, owned):
        if shown(args_w[-1]) == position:
            raise RuffError('boom')
        return w_true
    return function


@pytest.mark.parametrize('name,arity', [
    ('map', 1), ('filter', 1), ('all', 1), ('sort_by', 1), ('sort', 2)])
def test_an_error_in_the_callback_changes_nothing(name, arity):
    w_array = wrap([[3], [1], [2]])
    w_function = host_function(failing('[1]'), arity)
    with pytest.raises(RuffError) as caught:
        BUILTINS[name].call_list([w_array, w_function], 0)
    assert caught.value.message == 'boom'
    assert shown(w_array) == '[[3], [1], [2]]'


def test_the_check_itself():
    # Handing out a part without keeping it must be noticed.
    w_array = nested()
    with pytest.raises(AssertionError):
        assert_no_aliases([w_array, w_array.get(0)])
