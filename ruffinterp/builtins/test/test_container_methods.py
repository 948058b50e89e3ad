"""Methods that change their receiver: what they give, that they change it in place, and that what
fails changes nothing."""

import pytest

import ruffinterp.builtins.library
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test.host_calls import W_HostFunction
from ruffinterp.builtins.test.host_values import shown, wrap, writable_w
from ruffinterp.objects.array import array_with_capacity, empty_array, new_range
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.function import GIVES_NEW, GIVES_PART, GIVES_RECEIVER
from ruffinterp.objects.iterator import W_ArrayIterator
from ruffinterp.objects.queues import new_queue, new_stack
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.methods import CHANGING_NAMES, METHODS, find_builtin_method

OWNED_RECEIVER = 1


def set_of(*values):
    return new_set([wrap(value) for value in values])


def queue_of(*values):
    return new_queue([wrap(value) for value in values])


def stack_of(*values):
    return new_stack([wrap(value) for value in values])


def range_of(start, length):
    return new_range(start, 1, length)


def general_dict():
    return wrap_dict([('a', 1), ([1], 2)])


def wrap_dict(pairs):
    w_dict = wrap({})
    for key, value in pairs:
        w_dict.set(wrap(key), wrap(value))
    return w_dict


def record_dict():
    w_dict = wrap({})
    w_dict.set_constant('a', wrap(1))
    w_dict.set_constant('b', wrap(2))
    return w_dict


# Of each kind of container the methods that change it.
CHANGES = {}
for _kind in METHODS:
    for _name in METHODS[_kind]:
        if METHODS[_kind][_name].changes_receiver:
            CHANGES.setdefault(_kind, {})[_name] = METHODS[_kind][_name]


def method(w_receiver, name):
    w_method = find_builtin_method(w_receiver, name)
    assert w_method.changes_receiver, name
    return w_method


def call(w_receiver, name, *values):
    """The result of a method as W_Root."""
    args_w = [w_receiver] + [wrap(value) for value in values]
    return method(w_receiver, name).call_list(args_w, OWNED_RECEIVER)


def changed(w_receiver, name, *values):
    """The receiver as text after a method that must give it back."""
    assert call(w_receiver, name, *values) is w_receiver
    return shown(w_receiver)


def failure(w_receiver, name, *values):
    """The message of a method that must fail and change nothing."""
    before = shown(w_receiver)
    with pytest.raises(RuffError) as raised:
        call(w_receiver, name, *values)
    assert shown(w_receiver) == before
    return raised.value.message


# One maker for each way to store the items; all have three items at least.
STORAGES = {
    'range': (lambda: range_of(1, 4), [1, 2, 3, 4]),
    'int': (lambda: wrap([3, 1, 2]), [3, 1, 2]),
    'float': (lambda: wrap([2.5, -1.5, 0.5]), [2.5, -1.5, 0.5]),
    'bool': (lambda: wrap([True, False, True]), [True, False, True]),
    'string': (lambda: wrap(['b', '\xc3\xa9', 'a']), ['b', '\xc3\xa9', 'a']),
    'object': (lambda: wrap([[2], [3], [1]]), [[2], [3], [1]]),
}

# A value of another kind than most of the items, and one of the same kind.
NEW_ITEMS = [7, 1.5, True, 'x', None, [0]]


def text(items):
    return shown(wrap(items))


@pytest.mark.parametrize('storage', sorted(STORAGES))
def test_arrays_of_every_storage(storage):
    make, items = STORAGES[storage]
    for new in NEW_ITEMS:
        assert changed(make(), 'push', new) == text(items + [new])
        assert changed(make(), 'append', new, 1, 'z') == text(items + [new, 1, 'z'])
        assert changed(make(), 'insert', 1, new) == text(items[:1] + [new] + items[1:])
        assert changed(make(), 'insert', len(items), new) == text(items + [new])
        assert changed(make(), 'fill', new) == text([new] * len(items))
        assert changed(make(), 'extend', [new]) == text(items + [new])
    assert changed(make(), 'extend', []) == text(items)
    assert changed(make(), 'remove', items[1]) == text(items[:1] + items[2:])
    assert changed(make(), 'remove', 'nowhere') == text(items)
    assert changed(make(), 'clear') == '[]'
    assert changed(make(), 'reverse') == text(items[::-1])
    assert changed(make(), 'sort') == text(sorted(items))
    assert changed(make(), 'swap', 0, 2) == text([items[2], items[1], items[0]] + items[3:])
    assert changed(make(), 'swap', 1, 1) == text(items)
    for length in range(len(items) + 2):
        assert changed(make(), 'truncate', length) == text(items[:length])
    for name, position in [('pop', -1), ('remove_at', 0), ('remove_at', 1)]:
        w_array = make()
        arguments = [] if name == 'pop' else [position]
        assert shown(call(w_array, name, *arguments)) == shown(wrap(items[position]))
        left = items[:]
        left.pop(position)
        assert shown(w_array) == text(left)


@pytest.mark.parametrize('make', [empty_array, lambda: array_with_capacity(8)])
def test_empty_arrays(make):
    assert changed(make(), 'push', 1) == '[1]'
    assert changed(make(), 'insert', 0, 'x') == '[x]'
    assert changed(make(), 'extend', [1, 2]) == '[1, 2]'
    for name in ['sort', 'reverse', 'clear']:
        assert changed(make(), name) == '[]'
    assert changed(make(), 'fill', 1) == '[]'
    assert changed(make(), 'remove', 1) == '[]'
    assert changed(make(), 'truncate', 0) == '[]'
    assert changed(make(), 'truncate', 5) == '[]'
    assert failure(make(), 'pop') == 'pop() of an empty array'
    assert failure(make(), 'remove_at', 0) == (
        'remove_at() index 0 out of bounds for array of length 0')
    assert failure(make(), 'swap', 0, 0) == 'swap() index 0 out of bounds for array of length 0'


def test_emptied_arrays_take_other_kinds():
    for storage in STORAGES:
        w_array = STORAGES[storage][0]()
        while w_array.length():
            call(w_array, 'pop')
        assert changed(w_array, 'push', 'x') == '[x]'
        w_array = STORAGES[storage][0]()
        call(w_array, 'truncate', 0)
        assert changed(w_array, 'push', 2.5) == '[2.5]'


def test_wrong_positions():
    for position in [-1, 4, 2 ** 62]:
        assert failure(wrap([1, 2, 3]), 'insert', position, 0) == (
            'insert() index %d out of bounds for array of length 3' % position)
    for position in [-1, 3]:
        message = '%s() index ' + '%d out of bounds for array of length 3' % position
        assert failure(wrap([1, 2, 3]), 'remove_at', position) == message % 'remove_at'
        assert failure(wrap([1, 2, 3]), 'swap', position, 0) == message % 'swap'
        assert failure(wrap([1, 2, 3]), 'swap', 0, position) == message % 'swap'
    assert failure(wrap([1]), 'truncate', -1) == 'truncate() length -1 is negative'
    assert failure(wrap([1]), 'remove_at', 2 ** 70) == (
        'Integer out of range: %d' % 2 ** 70)
    for name in ['insert', 'remove_at', 'swap']:
        arguments = [None, None][:method(wrap([]), name).minimum - 1]
        assert failure(wrap([1]), name, *arguments) == name + '() index must be a number'
    assert failure(wrap([1]), 'truncate', 'x') == 'truncate() length must be a number'


def test_arguments_of_wrong_kinds():
    assert failure(wrap([1]), 'extend', 5) == 'extend expects an array as argument 1 (other)'
    assert failure(wrap([1]), 'sort_by', 5) == 'sort_by expects a function as argument 1 (key)'
    assert failure(wrap([1]), 'sort', 5) == 'sort expects a function as argument 1 (compare)'
    assert failure(wrap({}), 'merge', 5) == 'merge expects a dict as argument 1 (other)'
    assert failure(wrap({}), 'update', 5) == 'update expects a dict as argument 1 (other)'


def test_the_position_of_a_wrong_argument_does_not_count_the_receiver():
    with pytest.raises(RuffError) as raised:
        call(wrap([1]), 'extend', 5)
    assert raised.value.subject.position == 1


@pytest.mark.parametrize('kind, make', [
    ('array', lambda: wrap([1])), ('dict', lambda: wrap({'a': 1})), ('set', lambda: set_of(1)),
    ('queue', lambda: queue_of(1)), ('stack', lambda: stack_of(1))])
def test_numbers_of_arguments(kind, make):
    for name in CHANGES[kind]:
        w_method = CHANGES[kind][name]
        fewest, most = w_method.minimum - 1, w_method.maximum - 1
        if fewest > 0:
            assert ', got %d' % (fewest - 1) in failure(make(), name, *[1] * (fewest - 1))
        if w_method.maximum >= 0:
            message = failure(make(), name, *[1] * (most + 1))
            assert message.startswith(name + ' expects ')
            assert message.endswith(', got %d' % (most + 1))


def test_messages_about_numbers_of_arguments():
    assert failure(wrap([]), 'pop', 1) == 'pop expects 0 arguments, got 1'
    assert failure(wrap([]), 'push') == 'push expects at least 1 argument, got 0'
    assert failure(wrap([]), 'insert', 1) == 'insert expects 2 arguments, got 1'
    assert failure(wrap([]), 'sort', 1, 2) == 'sort expects 0 to 1 arguments, got 2'
    assert failure(wrap({}), 'remove') == 'remove expects 1 argument, got 0'


# ---- sorting with callbacks

def by_difference(args_w, owned):
    return wrap(args_w[0].value - args_w[1].value)


def test_sort_with_a_function():
    assert changed(wrap([3, 1, 2]), 'sort', W_HostFunction(by_difference, 2)) == '[1, 2, 3]'
    assert changed(range_of(0, 3), 'sort', W_HostFunction(
        lambda args_w, owned: wrap(args_w[0].value > args_w[1].value), 2)) == '[2, 1, 0]'
    assert changed(wrap(['bb', 'a']), 'sort_by', W_HostFunction(
        lambda args_w, owned: wrap(args_w[0].length()), 1)) == '[a, bb]'


@pytest.mark.parametrize('name, arity', [('sort', 2), ('sort_by', 1)])
def test_an_error_in_the_function_leaves_the_array(name, arity):
    calls = []

    def function(args_w, owned):
        calls.append(None)
        if len(calls) == 3:
            raise RuffError('boom')
        return wrap(-1)
    assert failure(wrap([[1], [2], [3], [4]]), name, W_HostFunction(function, arity)) == 'boom'
    assert failure(wrap([1]), 'sort_by', W_HostFunction(function, 3)) == (
        'host function expects 3 arguments, got 1')
    assert failure(wrap([1, 2]), 'sort', W_HostFunction(lambda args_w, owned: wrap('x'), 2)) == (
        'sort: the function must return a bool or an int, got string')
    assert failure(wrap([1, 'x']), 'sort') == 'Cannot order a string and an int'


@pytest.mark.parametrize('name, arity', [('sort', 2), ('sort_by', 1)])
def test_the_array_is_whole_while_the_function_runs(name, arity):
    w_array = wrap([3, 1, 2])
    seen = []

    def function(args_w, owned):
        seen.append(shown(w_array))
        return wrap(args_w[0].value - args_w[-1].value if arity == 2 else args_w[0].value)
    call(w_array, name, W_HostFunction(function, arity))
    assert set(seen) == set(['[3, 1, 2]'])
    assert shown(w_array) == '[1, 2, 3]'


def test_sorted_items_still_belong_to_the_array():
    for name, arguments in [('sort', []), ('sort', [W_HostFunction(lambda args_w, owned: wrap(1), 2)]),
                            ('sort_by', [W_HostFunction(lambda args_w, owned: wrap(1), 1)]),
                            ('reverse', [])]:
        w_array = wrap([[2], [1]])
        call(w_array, name, *arguments)
        assert len(writable_w(w_array)) == 3


# ---- dicts

DICTS = {
    'empty': lambda: wrap({}),
    'record': record_dict,
    'string': lambda: wrap_dict([('b', 2), ('a', 1)]),
    'int': lambda: wrap_dict([(10, 1), (-2, 2)]),
    'dense': lambda: wrap_dict([(0, 1), (1, 2)]),
    'general': general_dict,
}
KEYS = ['a', 'new', 0, 1, 99, 10, [1], [2], 2.5, None, True, 10 ** 25]


@pytest.mark.parametrize('kind', sorted(DICTS))
def test_dicts_of_every_kind(kind):
    for key in KEYS:
        w_key = wrap(key)
        w_dict = DICTS[kind]()
        w_old = w_dict.get(w_key)
        length = w_dict.length()
        if w_old is None:
            message = failure(w_dict, 'remove', key)
            assert message.startswith('Missing map key: ')
            assert shown(call(w_dict, 'get_or_insert', key, [7])) == '[7]'
            assert shown(w_dict.get(w_key)) == '[7]'
            assert w_dict.length() == length + 1
            assert shown(call(w_dict, 'remove', key)) == '[7]'
        else:
            before = shown(w_dict)
            assert call(w_dict, 'get_or_insert', key, [7]) is not None
            assert shown(w_dict) == before
            assert shown(call(w_dict, 'remove', key)) == shown(w_old)
            length -= 1
        assert w_dict.length() == length
        assert not w_dict.has(w_key)


def test_merging_and_clearing():
    for kind in DICTS:
        for other in DICTS:
            w_dict = DICTS[kind]()
            expected = shown(BUILTINS['merge'].call_list([DICTS[kind](), DICTS[other]()], 0))
            assert changed(w_dict, 'merge', DICTS[other]()) == expected
            assert changed(DICTS[kind](), 'update', DICTS[other]()) == expected
        w_dict = DICTS[kind]()
        assert changed(w_dict, 'merge', w_dict) == shown(DICTS[kind]())
        assert changed(w_dict, 'clear') == '{}'
        call(w_dict, 'get_or_insert', 'x', 1)
        assert shown(w_dict) == '{"x": 1}'


def test_unicode_keys():
    w_dict = wrap_dict([('\xc3\xa4', 1)])
    assert shown(call(w_dict, 'get_or_insert', '\xc3\xa4', 2)) == '1'
    assert shown(call(w_dict, 'remove', '\xc3\xa4')) == '1'
    assert failure(w_dict, 'remove', '\xc3\xa4') == 'Missing map key: "\xc3\xa4"'


def test_values_that_are_no_keys():
    for name, arguments in [('remove', []), ('get_or_insert', [1])]:
        assert failure(wrap({'a': 1}), name, float('nan'), *arguments) == (
            'NaN cannot be a key of a dict')


# ---- sets, queues, stacks

def test_sets():
    assert changed(set_of(1), 'add', [2]) == 'Set([1, [2]])'
    assert changed(set_of(1), 'add', 1) == 'Set([1])'
    assert changed(set_of(1, '\xc3\xa4'), 'remove', '\xc3\xa4') == 'Set([1])'
    assert changed(set_of(1), 'remove', 2) == 'Set([1])'
    assert changed(set_of(1), 'clear') == 'Set([])'


def test_queues():
    w_queue = queue_of(1)
    assert changed(w_queue, 'enqueue', [2]) == 'Queue([1, [2]])'
    assert shown(call(w_queue, 'dequeue')) == '1'
    assert shown(call(w_queue, 'dequeue')) == '[2]'
    assert failure(w_queue, 'dequeue') == 'dequeue() of an empty queue'
    for value in range(100):
        call(w_queue, 'enqueue', value)
    for value in range(60):
        assert call(w_queue, 'dequeue').value == value
    assert changed(w_queue, 'clear') == 'Queue([])'
    assert changed(w_queue, 'enqueue', 5) == 'Queue([5])'


def test_stacks():
    w_stack = stack_of(1)
    assert changed(w_stack, 'push', None) == 'Stack([1, null])'
    assert shown(call(w_stack, 'pop')) == 'null'
    assert shown(call(w_stack, 'pop')) == '1'
    assert failure(w_stack, 'pop') == 'pop() of an empty stack'
    assert changed(stack_of(1, 2), 'clear') == 'Stack([])'


# ---- ownership

SELF_STORING = [
    (lambda: wrap([1]), 'push', 0, '[1, [1]]'), (lambda: wrap([[1]]), 'push', 0, '[[1], [[1]]]'),
    (lambda: wrap([1]), 'insert', 1, None), (lambda: wrap([1, 2]), 'fill', 0, '[[1, 2], [1, 2]]'),
    (lambda: wrap([1]), 'extend', 0, '[1, 1]'), (lambda: wrap([[1]]), 'extend', 0, '[[1], [1]]'),
    (lambda: range_of(0, 2), 'extend', 0, '[0, 1, 0, 1]'),
    (lambda: wrap([]), 'push', 0, '[[]]'), (lambda: wrap([]), 'extend', 0, '[]'),
    (lambda: set_of(1), 'add', 0, 'Set([1, Set([1])])'),
    (lambda: queue_of(1), 'enqueue', 0, 'Queue([1, Queue([1])])'),
    (lambda: stack_of(1), 'push', 0, 'Stack([1, Stack([1])])'),
    (lambda: wrap([1]), 'remove', 0, '[1]'), (lambda: wrap({'a': 1}), 'merge', 0, '{"a": 1}')]


@pytest.mark.parametrize('make, name, position, expected', SELF_STORING)
@pytest.mark.parametrize('owned', [1, 3, 7])
def test_the_receiver_as_argument(make, name, position, expected, owned):
    w_receiver = make()
    args_w = [w_receiver] + [wrap(0)] * position + [w_receiver]
    w_method = method(w_receiver, name)
    for call_it in [w_method.call_list, lambda args_w, owned: getattr(
            w_method, 'call%d' % len(args_w))(*(args_w + [owned]))]:
        args_w[0] = args_w[-1] = w_receiver = make()
        assert call_it(args_w, owned) is w_receiver
        if expected is not None:
            assert shown(w_receiver) == expected
        assert_no_aliases([w_receiver])


def assert_no_aliases(values_w):
    seen = {}
    for w_value in values_w:
        for w_part in writable_w(w_value):
            assert w_part not in seen, shown(w_part)
            seen[w_part] = True


def test_the_receiver_in_the_rest_of_the_arguments():
    w_array = wrap([1])
    call(w_array, 'push', 2, w_array, w_array)
    assert shown(w_array) == '[1, 2, [1], [1]]'
    assert_no_aliases([w_array])


def test_the_dict_as_key_and_value():
    w_dict = wrap({'a': 1})
    w_value = call(w_dict, 'get_or_insert', w_dict, w_dict)
    assert shown(w_dict) == '{"a": 1, {"a": 1}: {"a": 1}}'
    assert shown(w_value) == '{"a": 1}'


@pytest.mark.parametrize('make, name, before', [
    (lambda: wrap([1]), 'push', []), (lambda: wrap([1]), 'fill', []),
    (lambda: wrap([1]), 'insert', [0]), (lambda: wrap({}), 'get_or_insert', ['k']),
    (lambda: set_of(1), 'add', []), (lambda: queue_of(1), 'enqueue', []),
    (lambda: stack_of(1), 'push', [])])
def test_borrowed_arguments_are_kept(make, name, before):
    w_receiver = make()
    w_item = wrap([5])
    call(w_receiver, name, *(before + [w_item]))
    assert not w_item.is_exclusive()
    assert_no_aliases([w_receiver, w_item])


def test_many_borrowed_arguments_are_kept():
    w_array = wrap([])
    w_items = [wrap([value]) for value in range(70)]
    call(w_array, 'push', *w_items)
    assert w_array.length() == 70
    assert_no_aliases([w_array] + w_items)


def test_borrowed_containers_are_not_changed():
    w_other = wrap([[1]])
    w_array = wrap([[2]])
    call(w_array, 'extend', w_other)
    assert shown(w_other) == '[[1]]'
    assert_no_aliases([w_array, w_other])
    w_other = wrap({'a': [1]})
    w_dict = wrap({'b': [2]})
    call(w_dict, 'merge', w_other)
    assert_no_aliases([w_dict, w_other])


@pytest.mark.parametrize('make, name, arguments', [
    (lambda: wrap([[1]]), 'pop', []), (lambda: wrap([[1]]), 'remove_at', [0]),
    (lambda: wrap({'a': [1]}), 'remove', ['a']), (lambda: queue_of([1]), 'dequeue', []),
    (lambda: stack_of([1]), 'pop', [])])
def test_what_is_taken_out_belongs_to_nobody_else(make, name, arguments):
    w_receiver = make()
    w_item = call(w_receiver, name, *arguments)
    assert w_item.is_exclusive()
    assert method(w_receiver, name).gives == GIVES_NEW
    assert_no_aliases([w_receiver, w_item])


def test_an_owned_value_that_is_inserted_can_be_written_in_its_place():
    w_dict = wrap({})
    w_value = wrap([])
    w_method = method(w_dict, 'get_or_insert')
    assert w_method.gives == GIVES_PART
    assert w_method.call3(w_dict, wrap('k'), w_value, 5) is w_value
    assert w_value.is_exclusive()
    assert w_method.call3(w_dict, wrap('k'), wrap([1]), 5) is w_value


def test_what_methods_give():
    giving = {}
    for kind in CHANGES:
        for name in CHANGES[kind]:
            w_method = CHANGES[kind][name]
            giving.setdefault(w_method.gives, []).append('%s.%s' % (kind, name))
    assert sorted(giving[GIVES_NEW]) == [
        'array.pop', 'array.remove_at', 'dict.remove', 'queue.dequeue', 'stack.pop']
    assert giving[GIVES_PART] == ['dict.get_or_insert']
    for name in giving[GIVES_RECEIVER]:
        kind, method_name = name.split('.')
        assert CHANGES[kind][method_name].result_kind == kind


# ---- iterators as arguments

def test_an_iterator_over_a_copy_of_the_receiver():
    w_array = wrap([1, 2])
    w_copy = w_array.shallow_copy()
    assert changed(w_array, 'extend', W_ArrayIterator(w_copy)) == '[1, 2, 1, 2]'
    assert changed(wrap(['a']), 'extend', '\xc3\xa4b') == '[a, \xc3\xa4, b]'


# ---- the tables

def test_names():
    names = {}
    for kind in CHANGES:
        for name in CHANGES[kind]:
            names[name] = True
    assert CHANGING_NAMES == names
    assert sorted(CHANGES['array']) == [
        'append', 'clear', 'extend', 'fill', 'insert', 'pop', 'push', 'remove', 'remove_at',
        'reverse', 'sort', 'sort_by', 'swap', 'truncate']
    assert sorted(CHANGES['dict']) == ['clear', 'get_or_insert', 'merge', 'remove', 'update']
    assert sorted(CHANGES['set']) == ['add', 'clear', 'remove']
    assert sorted(CHANGES['queue']) == ['clear', 'dequeue', 'enqueue']
    assert sorted(CHANGES['stack']) == ['clear', 'pop', 'push']


def test_other_values_have_no_such_methods():
    for w_value in [wrap('abc'), wrap(1), wrap(None), W_ArrayIterator(wrap([1]))]:
        for name in CHANGING_NAMES:
            w_method = find_builtin_method(w_value, name)
            assert w_method is None or not w_method.changes_receiver
    assert find_builtin_method(wrap([1]), 'add') is None
    assert find_builtin_method(wrap({}), 'push') is None


def test_documentation_begins_with_the_call():
    for kind in CHANGES:
        for name in CHANGES[kind]:
            w_method = CHANGES[kind][name]
            first_name = {'append': 'push', 'update': 'merge'}.get(name, name)
            assert w_method.documentation.startswith('%s.%s(' % (kind, first_name))
            assert w_method.calls_back == (name in ('sort', 'sort_by'))
