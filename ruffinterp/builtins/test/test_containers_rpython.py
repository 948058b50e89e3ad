"""The builtins on containers as RPython: typed, run by the low-level interpreter, and compared
with what they do on the host."""

from rpython.rlib.rstring import StringBuilder
from rpython.rtyper.annlowlevel import hlstr
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.builtins import (
    array_shapes, arrays, dicts, grouping, heaps, higher_order, introspection, lazy_iterators,
    library, mathematics, queue_functions, ranges, sequence_functions, set_functions, sorting,
    strings)
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins.test.host_values import wrap
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.methods import METHODS, find_builtin_method
from ruffinterp.vm.methods import missing_method_hint, needs_place, unused_result
from ruffinterp.objects.function import W_Builtin, W_Function
from ruffinterp.objects.integer import W_Int, wrap_int
from ruffinterp.objects.queues import new_queue, new_stack
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.booleans import wrap_bool
from ruffinterp.objects.struct import W_StructDefinition, new_struct, struct_shape, struct_type
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result, get_tag


class W_Before(W_Builtin):
    """compare(a, b) for sort, as a bool."""
    minimum = maximum = 2

    def call2(self, w_1, w_2, owned):
        return wrap_bool(sorting.comes_before(w_1, w_2))


class W_Difference(W_Builtin):
    """compare(a, b) for sort, as an int."""
    minimum = maximum = 2

    def call2(self, w_1, w_2, owned):
        assert isinstance(w_1, W_Int)
        assert isinstance(w_2, W_Int)
        return wrap_int(w_1.value - w_2.value)


class W_Negated(W_Builtin):
    """A key for sort_by, and a function for map; an error for zero."""
    minimum = maximum = 1

    def call1(self, w_1, owned):
        assert isinstance(w_1, W_Int)
        if w_1.value == 0:
            raise RuffError('zero')
        return wrap_int(-w_1.value)


class NoCode(object):
    """The code of a function that is not called."""

    def display_function(self, builder):
        builder.append('<function>')

    def display_name(self):
        return '<lambda>'


class Case(object):
    def __init__(self, name, values):
        self.name = name
        self.w_builtin = BUILTINS[name]
        self.args_w = [wrap(value) for value in values]


# What the callback builtins use, without the rest of the interpreter.

def call_builtin1(w_callable, w_1):
    assert isinstance(w_callable, W_Builtin)
    return w_callable.call1(w_1, 0)


def call_builtin2(w_callable, w_1, w_2):
    assert isinstance(w_callable, W_Builtin)
    return w_callable.call2(w_1, w_2, 0)


def call_builtin2_owned(w_callable, w_1, w_2, owned):
    assert isinstance(w_callable, W_Builtin)
    return w_callable.call2(w_1, w_2, owned)


def no_code(w_callable):
    return None


STAND_INS = {'call1': call_builtin1, 'call2': call_builtin2, 'call2_owned': call_builtin2_owned,
             'code_of': no_code}


def nested():
    return [[1], {'k': [3]}, 4, None]


def all_kinds():
    w_struct = new_struct(struct_shape(struct_type('P'), ['x']), [wrap([1])])
    return [[1], ['a', [2]], {'k': [3]}, 4, 2.5, 'x', None, True, 10 ** 25,
            W_Option(wrap(1)), W_Option(None), W_Result(True, wrap([2])), w_struct,
            W_EnumValue(get_tag('E::V'), [wrap(3)]),
            W_Function(NoCode(), [wrap(1)]), W_StructDefinition(struct_type('P'), []),
            new_set([wrap(1)]), new_queue([wrap(1)]), new_stack([wrap(1)])]


def arrays_of_all_kinds():
    return [[], [3, 1, 2], [2.5, -1.0, 0.5], ['b', 'a', '\xc3\xa9'], [True, False], nested(),
            wrap_range()]


def wrap_range():
    return BUILTINS['range'].call2(wrap_int(2), wrap_int(7), 0)


def dicts_of_all_kinds():
    return [{}, {'a': [1], 'b': 2}, {0: 'x', 1: 'y'}, {10: [1], 9: 2.5}]


def collection_makers():
    return [new_set, new_queue, new_stack]


def make_cases():
    cases = []

    def add(name, *values):
        cases.append(Case(name, values))
    negated, before, difference = W_Negated(), W_Before(), W_Difference()
    for position, value in enumerate(arrays_of_all_kinds()):
        for name in ['len', 'pop', 'clear', 'reverse', 'sum', 'unique', 'flatten', 'enumerate',
                     'sort', 'Set', 'Queue', 'Stack', 'pairwise', 'transpose', 'heap_pop', 'min',
                     'max']:
            add(name, value)
        add('push', value, 1)
        add('heap_push', value, 1)
        add('array_of', 2, value)
        add('append', value, 'x')
        add('insert', value, 0, 2.5)
        add('remove', value, 1)
        add('remove', value, 'a')
        add('remove_at', value, 0)
        add('slice', value, 1, -1)
        add('concat', value, [1, 'x'])
        add('zip', value, value)
        if position % 2:
            # Enough for what does not depend on how the items are stored.
            continue
        for name in ['chunk', 'take', 'skip', 'windows']:
            add(name, value, 2)
            add(name, value, 'no')
        add('map', value, BUILTINS['array'])
        add('filter', value, BUILTINS['len'])
        add('find', value, BUILTINS['array'])
        add('any', value, BUILTINS['array'])
        add('all', value, BUILTINS['array'])
        add('reduce', value, [], BUILTINS['push'])
        add('sort', value, before)
        add('sort_by', value, BUILTINS['array'])
        add('sort_by', value, BUILTINS['len'])
        for name in ['group_by', 'count_by']:
            add(name, value, BUILTINS['type'])
        for name in ['partition', 'min_by', 'max_by', 'flat_map', 'take_while', 'skip_while']:
            add(name, value, BUILTINS['array'])
        add('sum_by', value, BUILTINS['len'])
        add('scan', value, [], BUILTINS['push'])
    for name in ['unique', 'Set', 'sum', 'sort', 'invert']:
        add(name, all_kinds())
    add('set_has', new_set([wrap(kind) for kind in all_kinds()]), [1])
    add('array')
    add('array', 1, [2], 'x')
    add('map', [3, 2, 0, 1], negated)
    for count in [2, 12]:
        numbers = [position * 7919 % 41 for position in range(count)]
        add('sort', numbers, difference)
        add('sort', numbers, before)
        add('sort_by', numbers[1:], negated)
    add('sort', [position * 7919 % 1009 for position in range(1009)])
    add('sort', [position * 7919 % 31 for position in range(30)] + [0.5])
    add('sort', [str(position * 7919 % 31) for position in range(30)])
    add('sum', [2 ** 63 - 1, 1])
    add('range', 3)
    add('range', 5, 0, -2)
    add('range', 0, 1, 0.5)
    add('range', -2 ** 63, 2 ** 63 - 1)
    add('range', 'x')
    add('range')
    for value in dicts_of_all_kinds():
        for name in ['len', 'clear', 'keys', 'values', 'items', 'invert']:
            add(name, value)
        for key in ['a', 1, None]:
            add('has_key', value, key)
            add('get', value, key)
            add('get', value, key, [7])
            add('get_default', value, key, [7])
            add('remove', value, key)
        add('merge', value, {'z': [1]})
        add('update', {5: [1]}, value)
    for name in ['enumerate', 'Set', 'sort', 'join', 'reverse', 'max']:
        add(name, 'x\xc3\xa4x', *(['-'] if name == 'join' else []))
    add('zip', 'ab', [1])
    add('transpose', ['ab', [1, 2]])
    add('dict')
    for items in [[], nested()]:
        items_w = [wrap(item) for item in items]
        for name in ['len', 'set_to_array']:
            add(name, new_set(items_w[:]))
        for name in ['set_add', 'set_has', 'set_remove']:
            add(name, new_set(items_w[:]), [1])
        for name in ['set_union', 'set_intersect', 'set_difference']:
            add(name, new_set(items_w[:]), new_set([wrap([1]), wrap(9)]))
        for name in ['len', 'queue_dequeue', 'queue_peek', 'queue_is_empty', 'queue_size',
                     'queue_to_array']:
            add(name, new_queue(items_w[:]))
        add('queue_enqueue', new_queue(items_w[:]), [1])
        for name in ['len', 'stack_pop', 'stack_peek', 'stack_is_empty', 'stack_size',
                     'stack_to_array']:
            add(name, new_stack(items_w[:]))
        add('stack_push', new_stack(items_w[:]), [1])
    return cases


class MethodCase(object):
    """A call of a method by its name, and what its receiver is then."""

    def __init__(self, receiver, name, values):
        self.name = name
        self.w_receiver = wrap(receiver)
        self.args_w = [wrap(value) for value in values]


def make_method_cases():
    cases = []

    def add(receiver, name, *values):
        cases.append(MethodCase(receiver, name, values))
    for make in [lambda index=index: arrays_of_all_kinds()[index] for index in range(7)]:
        for name in ['pop', 'clear', 'sort', 'reverse', 'len', 'unique', 'push', 'max']:
            add(make(), name)
        for item in [1, 2.5, 'x', True, [1]]:
            for name in ['push', 'remove', 'fill', 'truncate', 'remove_at', 'extend', 'append']:
                add(make(), name, item)
            add(make(), 'push', item, 'y', [item])
            add(make(), 'insert', 0, item)
        add(make(), 'swap', 0, 1)
        add(make(), 'sort', W_Before())
        add(make(), 'sort_by', BUILTINS['array'])
        add(make(), 'join', ', ')
    add([0, 1], 'sort_by', W_Negated())
    for make in [lambda index=index: dicts_of_all_kinds()[index] for index in range(4)]:
        for name in ['clear', 'keys', 'len']:
            add(make(), name)
        for key in ['a', 1, [1], None]:
            add(make(), 'remove', key)
            add(make(), 'get_or_insert', key, [7])
        add(make(), 'merge', {'z': [1]})
        add(make(), 'update', 3)
    for make in collection_makers():
        for name in ['clear', 'pop', 'dequeue', 'peek', 'to_array', 'size']:
            add(make([wrap(1), wrap([2])]), name)
            add(make([]), name)
        for name in ['add', 'remove', 'push', 'enqueue', 'has', 'shift']:
            add(make([wrap(1)]), name, [3])
    for name in ['upper', 'reverse', 'sort', 'length', 'append', 'next']:
        add('\xc3\xa4b', name)
    add(all_kinds(), 'reverse')
    return cases


def method_outcome(case, builder):
    builder.append(case.name)
    builder.append(': ')
    w_receiver = case.w_receiver
    w_method = find_builtin_method(w_receiver, case.name)
    if w_method is None:
        builder.append(missing_method_hint(w_receiver.type_name(), case.name))
        builder.append(needs_place(case.name, 'get_or_insert').message)
    else:
        try:
            args_w = [w_receiver] + case.args_w
            if len(args_w) == 2:
                w_result = w_method.call2(args_w[0], args_w[1], 1)
            else:
                w_result = w_method.call_list(args_w, 1)
            w_result.display(builder)
            if w_result is w_receiver:
                builder.append(' itself')
        except RuffError as error:
            builder.append(error.message)
        if not w_method.changes_receiver and not w_method.has_effects:
            builder.append(unused_result(w_receiver, w_method, 'x').message)
    builder.append(' -> ')
    w_receiver.display(builder)
    builder.append('\n')


def outcome(case, builder):
    """Append what a call with lent arguments gives."""
    builder.append(case.name)
    builder.append(': ')
    try:
        case.w_builtin.call_list(case.args_w[:], 0).display(builder)
    except RuffError as error:
        builder.append(error.message)
    builder.append('\n')


CASES = make_cases()
METHOD_CASES = make_method_cases()


def all_outcomes(first):
    builder = StringBuilder()
    for index in range(first, len(CASES)):
        outcome(CASES[index], builder)
    return builder.build()


def all_method_outcomes(first):
    builder = StringBuilder()
    for index in range(first, len(METHOD_CASES)):
        method_outcome(METHOD_CASES[index], builder)
    return builder.build()


def everything(first):
    return all_outcomes(first) + all_method_outcomes(first)


def keep_some_methods(monkeypatch):
    """Of the tables only what the cases call: the rest would be typed too."""
    names = [case.name for case in METHOD_CASES]
    for table in METHODS.values():
        for name in list(table):
            if name not in names:
                monkeypatch.delitem(table, name)


def test_same_outcomes_as_on_the_host(monkeypatch):
    for module in [grouping, higher_order, lazy_iterators, sequence_functions, sorting]:
        for name in STAND_INS:
            if hasattr(module, name):
                monkeypatch.setattr(module, name, STAND_INS[name])
    keep_some_methods(monkeypatch)
    got = hlstr(interpret(everything, [0]))
    # Host and interpreter change the receivers of methods, so each has its own.
    METHOD_CASES[:] = make_method_cases()
    assert got.split('\n') == everything(0).split('\n')
