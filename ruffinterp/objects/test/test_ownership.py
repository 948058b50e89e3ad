"""The ownership protocol (base.py): random programs on variables against deep copies.

A program here does what compiled code does: it marks what it keeps from a variable, and un-shares
each container on a path before it writes.  Switching off any rule must make the comparison fail.
"""

import random

import pytest

from ruffinterp.objects.array import W_Array
from ruffinterp.objects.base import LOAN, SHARED, W_Container
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set, new_set
from ruffinterp.objects.struct import W_Struct
from ruffinterp.objects.element_access import own_field, own_index, read_index, write_field, write_index
from ruffinterp.objects.test.host import unwrap, wrap
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result, get_tag

NAMES = ['a', 'b', 'c']
LITERALS = [
    [1, 2, 3], [0.5, 1.5], ['x', 'y'], [None, 1], [[1, 2], [3]], [[[1]], {'k': [2]}],
    {'k': 1, 'm': 2}, {'k': [1, 2], 'm': {'k': 3}}, {'': 'P', 'k': 1, 'm': [1]},
    [{'': 'P', 'k': [1], 'm': 2}, {'k': 1}],
]


def parts_of(value):
    """The keys under which a part of a model value stands."""
    if isinstance(value, list):
        return range(len(value))
    if isinstance(value, dict):
        return [key for key in sorted(value) if key]
    return []


def deep_copy(value):
    """A copy in which nothing is shared; unlike copy.deepcopy not even with itself."""
    if isinstance(value, list):
        return [deep_copy(item) for item in value]
    if isinstance(value, dict):
        return dict([(key, deep_copy(value[key])) for key in value])
    return value


def is_struct(value):
    return isinstance(value, dict) and '' in value


class Machine(object):
    """Variables of the language beside a model that copies deeply."""

    def __init__(self, source):
        self.source = source
        self.values_w = {}
        self.model = {}
        for name in NAMES:
            self.assign_literal(name)

    # ---- helpers

    def random_path(self, name, minimum):
        """Keys that lead from a variable to a part of it, at least ``minimum`` of them."""
        path = []
        value = self.model[name]
        while parts_of(value):
            if len(path) >= minimum and self.source.randrange(2):
                break
            key = self.source.choice(parts_of(value))
            path.append((key, is_struct(value)))
            value = value[key]
        if len(path) < minimum:
            return None
        return path

    def read(self, name, path):
        w_value, value = self.values_w[name], self.model[name]
        for key, in_struct in path:
            if in_struct:
                w_value = w_value.get_field(key)
            else:
                w_value = read_index(w_value, wrap(key))
            value = value[key]
        return w_value, deep_copy(value)

    def own(self, name):
        w_value = self.values_w[name]
        if not w_value.is_exclusive():
            w_value = w_value.shallow_copy()
            self.values_w[name] = w_value
        return w_value

    def own_path(self, name, path):
        w_value, value = self.own(name), self.model[name]
        for key, in_struct in path:
            w_value = own_field(w_value, key) if in_struct else own_index(w_value, wrap(key))
            value = value[key]
        return w_value, value

    # ---- statements

    def assign_literal(self, name):
        literal = self.source.choice(LITERALS)
        self.values_w[name] = wrap(literal)
        self.model[name] = deep_copy(literal)

    def assign_part(self, name):
        """name := other[i].f"""
        other = self.source.choice(NAMES)
        path = self.random_path(other, 0)
        w_value, value = self.read(other, path)
        w_value.mark_shared()
        self.values_w[name], self.model[name] = w_value, value

    def store(self, name):
        """name[i].f := other[j], or a fresh value"""
        path = self.random_path(name, 1)
        if path is None:
            return
        if self.source.randrange(2):
            other = self.source.choice(NAMES)
            w_value, value = self.read(other, self.random_path(other, 0))
            w_value.mark_shared()
        else:
            value = self.source.choice([7, 'z', None, [5], {'k': 6}])
            w_value = wrap(value)
        key, in_struct = path.pop()
        w_target, target = self.own_path(name, path)
        if in_struct:
            write_field(w_target, key, w_value)
        else:
            write_index(w_target, wrap(key), w_value)
        target[key] = value

    def push(self, name):
        """name[i].f := push(name[i].f, other)"""
        path = self.random_path(name, 0)
        if not isinstance(self.read(name, path)[1], list):
            return
        w_value, value = self.read(self.source.choice(NAMES), [])
        w_value.mark_shared()
        w_target, target = self.own_path(name, path)
        w_target.append(w_value)
        target.append(value)

    def copy_array(self, name):
        """name := slice(other, i, j), reverse(other), concat(other, other)"""
        other = self.source.choice(NAMES)
        w_array, array = self.read(other, [])
        if not isinstance(array, list):
            return
        kind = self.source.randrange(3)
        if kind == 0:
            start = self.source.randrange(len(array) + 1)
            w_result, result = w_array.slice(start, len(array)), array[start:]
        elif kind == 1:
            w_result, result = w_array.reversed_copy(), array[::-1]
        else:
            w_result, result = w_array.concat_copy(w_array), array + array
        self.values_w[name], self.model[name] = w_result, deep_copy(result)

    def move(self, name):
        """name := other, the last use of other"""
        other = self.source.choice(NAMES)
        if other == name:
            return
        self.values_w[name], self.model[name] = self.values_w[other], self.model[other]
        self.assign_literal(other)

    def iterate(self, name):
        """A loop over name that changes it, and must not see that."""
        w_value, value = self.read(name, [])
        if not isinstance(value, list):
            return
        w_value.lend()
        self.store(name)
        self.push(name)
        assert unwrap(w_value) == value
        w_value.give_back()

    STATEMENTS = [assign_literal, assign_part, assign_part, store, store, store, push, push,
                  copy_array, move, iterate]

    def step(self):
        statement = self.source.choice(self.STATEMENTS)
        statement(self, self.source.choice(NAMES))
        for name in NAMES:
            assert unwrap(self.values_w[name]) == self.model[name]


def size_of(value):
    if isinstance(value, (list, dict)):
        return 1 + sum([size_of(value[key]) for key in parts_of(value)])
    return 1


def run_programs(seed, count):
    source = random.Random(seed)
    for _ in range(count):
        machine = Machine(source)
        for _ in range(25):
            machine.step()
            for name in NAMES:
                if size_of(machine.model[name]) > 100:
                    machine.assign_literal(name)


def test_random_programs_agree_with_deep_copies():
    run_programs(11, 400)


def no_marking(self):
    pass


def bare_array_copy(self):
    return W_Array(self.strategy, self.strategy.slice_storage(self, 0, self.length()))


def same_object(self):
    return self


def loans_do_not_count(self):
    return not self.claims & SHARED


def always_exclusive(self):
    return True


RULES = [
    (W_Container, 'mark_shared', no_marking),
    (W_Container, 'is_exclusive', loans_do_not_count),
    (W_Container, 'is_exclusive', always_exclusive),
    (W_Container, 'lend', no_marking),
    (W_Array, 'shallow_copy', bare_array_copy),
    (W_Array, 'shallow_copy', same_object),
    (W_Dict, 'shallow_copy', same_object),
    (W_Struct, 'shallow_copy', same_object),
]


@pytest.mark.parametrize('owner,name,replacement', RULES)
def test_each_rule_is_needed(monkeypatch, owner, name, replacement):
    monkeypatch.setattr(owner, name, replacement)
    failed = False
    try:
        run_programs(11, 400)
    except (AssertionError, RuntimeError):
        # Without copies a container can come to hold itself, which ends in endless recursion.
        failed = True
    assert failed


# ---- the protocol of one container

def wrapped(kind, w_part):
    if kind is W_Result:
        return W_Result(True, w_part)
    if kind is W_Option:
        return W_Option(w_part)
    if kind is W_EnumValue:
        return W_EnumValue(get_tag('A::B'), [w_part])
    if kind is W_Set:
        return new_set([w_part])
    if kind is W_Queue or kind is W_Stack:
        return kind([w_part])
    w_holder = {W_Array: wrap([None]), W_Dict: wrap({'k': None}),
                W_Struct: wrap({'': 'P', 'k': None})}[kind]
    if kind is W_Array:
        w_holder.set(0, w_part)
    elif kind is W_Dict:
        w_holder.set_constant('k', w_part)
    else:
        w_holder.set_field('k', w_part)
    return w_holder


KINDS = [W_Array, W_Dict, W_Struct, W_Set, W_Queue, W_Stack, W_Result, W_Option, W_EnumValue]


@pytest.mark.parametrize('kind', KINDS)
def test_claims(kind):
    w_value = wrapped(kind, wrap([1]))
    assert w_value.claims == 0 and w_value.is_exclusive()
    w_value.lend()
    w_value.lend()
    assert w_value.claims == 2 * LOAN and not w_value.is_exclusive()
    w_value.give_back()
    assert not w_value.is_exclusive()
    w_value.give_back()
    assert w_value.is_exclusive()
    w_value.mark_shared()
    w_value.lend()
    w_value.mark_shared()
    w_value.give_back()
    assert w_value.claims == SHARED and not w_value.is_exclusive()


@pytest.mark.parametrize('kind', KINDS)
def test_shallow_copy(kind):
    w_part = wrap([1])
    w_value = wrapped(kind, w_part)
    w_value.mark_shared()
    w_copy = w_value.shallow_copy()
    assert w_copy is not w_value and w_copy.is_exclusive() and w_copy.equals(w_value)
    assert not w_part.is_exclusive()


def test_values_without_parts_ignore_the_protocol():
    for value in (1, 1 << 70, 0.5, 'x', True, None):
        w_value = wrap(value)
        w_value.mark_shared()
        w_value.lend()
        assert w_value.is_exclusive() and w_value.shallow_copy() is w_value
        w_value.give_back()
