"""Keys of dicts that are neither texts nor ints (decision 54)."""

import random

import pytest

from ruffinterp.objects import dict_general, dict_strategies
from ruffinterp.objects.array import new_range
from ruffinterp.objects.booleans import w_null, w_true
from ruffinterp.objects.channel import W_Channel
from ruffinterp.objects.dict import empty_dict
from ruffinterp.objects.element_access import (
    own_index, read_index, take_index, write_index)
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result, get_tag, w_none
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.hashing import member_hash, same_member
from ruffinterp.objects.queues import new_queue, new_stack
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.test.host import key_of, message_of, shown, unwrap, wrap
from ruffinterp.objects.test.test_dict import dict_of, keys_of, record_of

NAN = float('nan')
TWO_63 = 2.0 ** 63


def enum_value(*items):
    return W_EnumValue(get_tag('Suit::Hearts'), [wrap(item) for item in items])


def test_each_kind_of_value_is_a_key():
    keys_w = [wrap([1, 2]), wrap([]), w_true, w_null, wrap(2.5), wrap({'k': 1}),
              wrap({'': 'P', 'x': 1, 'y': 2.5}), enum_value(), enum_value(1), W_Option(wrap(1)),
              w_none, W_Result(True, wrap([1])), W_Result(False, wrap([1])), new_set([wrap(1)]),
              new_queue([wrap(1)]), new_stack([wrap(1)]), wrap(float('inf')), wrap(1e300),
              wrap([10 ** 30]), wrap(['a']), wrap([0.5]), wrap([[1], [None]])]
    w_dict = empty_dict()
    for index, w_key in enumerate(keys_w):
        write_index(w_dict, w_key, wrap(index))
    assert w_dict.length() == len(keys_w)
    assert w_dict.strategy is dict_general.general_strategy
    for index, w_key in enumerate(keys_w):
        w_equal = w_key if w_key is w_none else w_key.shallow_copy()
        assert unwrap(read_index(w_dict, w_equal)) == index
        assert w_dict.has(w_equal)
    assert [shown(w_key) for w_key in w_dict.keys_w().items_w()] == map(shown, keys_w)
    for w_key in keys_w:
        assert w_dict.remove(w_key) is not None
        assert w_dict.remove(w_key) is None
    assert w_dict.length() == 0


def test_parts_are_equal_as_values_are():
    w_dict = dict_of(([1], 'a'))
    assert unwrap(w_dict.get(wrap([1.0]))) == 'a'
    assert w_dict.get(wrap(['1'])) is None
    assert w_dict.get(wrap([1.0000000000000002])) is None
    assert w_dict.get(w_true) is None
    w_dict.set(wrap([1.0]), wrap('b'))
    assert shown(w_dict) == '{[1]: b}'
    w_ranges = dict_of(([0, 1, 2], 'a'))
    assert unwrap(w_ranges.get(new_range(0, 1, 3))) == 'a'


def test_a_float_without_fraction_is_its_int():
    w_dict = dict_of((3.0, 'a'), (-0.0, 'b'), (-TWO_63, 'c'))
    assert keys_of(w_dict) == [str(-2 ** 63), '0', '3']
    assert unwrap(w_dict.get(wrap('3'))) == 'a' and unwrap(w_dict.get(wrap(0))) == 'b'
    assert unwrap(w_dict.remove(wrap(3.0))) == 'a'
    assert w_dict.strategy is not dict_general.general_strategy
    w_large = dict_of((TWO_63, 'float'), (2 ** 63, 'int'))
    assert w_large.length() == 2
    assert unwrap(w_large.get(wrap(TWO_63))) == 'float'
    w_literal = empty_dict()
    for key in (10.0, 9, 2.5):
        w_literal.set_literal(wrap(key), wrap(1))
    assert keys_of(w_literal) == ['10', '9', 2.5]


def test_texts_come_first_and_keep_their_order():
    w_dict = dict_of(([2], 1), (10, 2), ([1], 3), (9, 4))
    assert w_dict.is_int_keyed()
    assert keys_of(w_dict) == ['9', '10', [2], [1]]
    assert unwrap(w_dict.values_w()) == [4, 2, 1, 3]
    assert unwrap(w_dict.items_w()) == [['9', 4], ['10', 2], [[2], 1], [[1], 3]]
    w_dict.set(wrap('x'), wrap(5))
    assert not w_dict.is_int_keyed()
    assert keys_of(w_dict) == ['10', '9', 'x', [2], [1]]
    w_dict.remove(wrap([2]))
    w_dict.set(wrap([2]), wrap(6))
    assert keys_of(w_dict) == ['10', '9', 'x', [1], [2]]
    w_record = record_of(('b', 1), ('a', 2))
    w_record.set(w_null, wrap(3))
    w_record.set_constant('c', wrap(4))
    assert shown(w_record) == '{"a": 2, "b": 1, "c": 4, null: 3}'
    assert unwrap(w_record.get_constant('a')) == 2


def test_only_texts_are_quoted():
    w_dict = dict_of((True, 1), ('true', 2), (['a'], 3), (2.5, 4), ('2.5', 5))
    assert shown(w_dict) == '{"2.5": 5, "true": 2, true: 1, [a]: 3, 2.5: 4}'


def test_a_key_is_kept():
    w_key = wrap([1, 2])
    w_dict = empty_dict()
    w_dict.set(w_key, wrap('a'))
    assert not w_key.is_exclusive()
    w_other = wrap([1, 2])
    w_dict.set(w_other, wrap('b'))
    assert w_other.is_exclusive()
    assert w_dict.get(w_other) is not None
    for w_listed in w_dict.keys_w().items_w():
        assert not w_listed.is_exclusive()


def test_paths_through_a_general_key():
    w_dict = dict_of(([0, 1], [5]))
    w_key = wrap([0, 1])
    w_shared = w_dict.get(w_key)
    w_shared.mark_shared()
    write_index(own_index(w_dict, w_key), wrap(0), wrap(6))
    assert unwrap(w_shared) == [5]
    w_taken = take_index(w_dict, w_key)
    assert unwrap(w_taken) == [6] and w_taken.is_exclusive()
    assert w_dict.get(w_key) is w_null
    assert message_of(read_index, w_dict, wrap([0, 2])) == 'Missing map key: [0, 2]'
    assert message_of(own_index, w_dict, w_true) == 'Missing map key: true'


@pytest.mark.parametrize('w_key, message', [
    (W_Function(None, []), 'A function cannot be a key of a dict'),
    (W_Channel(), 'A channel cannot be a key of a dict'),
    (W_Float(NAN), 'NaN cannot be a key of a dict'),
    (wrap([0.5, NAN]), 'A key of a dict cannot hold NaN'),
    (wrap({'': 'P', 'x': NAN}), 'A key of a dict cannot hold NaN'),
    (W_Option(W_Function(None, [])), 'A key of a dict cannot hold a function'),
    (W_Result(True, W_Channel()), 'A key of a dict cannot hold a channel'),
    (new_queue([wrap(NAN)]), 'A key of a dict cannot hold NaN'),
    (new_stack([new_set([wrap(NAN)])]), 'A key of a dict cannot hold NaN'),
    (wrap({'k': NAN}), 'A key of a dict cannot hold NaN'),
    (W_EnumValue(get_tag('E::V'), [wrap([1, NAN])]), 'A key of a dict cannot hold NaN'),
    (wrap({'': 'P', 'x': [[NAN, 'a']]}), 'A key of a dict cannot hold NaN')])
def test_what_cannot_be_a_key(w_key, message):
    for w_dict in (empty_dict(), dict_of(('a', 1)), dict_of(([1], 1))):
        length = w_dict.length()
        for operation in (w_dict.get, w_dict.has, w_dict.remove):
            assert message_of(operation, w_key) == message
        assert message_of(w_dict.set, w_key, w_null) == message
        assert message_of(w_dict.set_literal, w_key, w_null) == message
        assert w_dict.length() == length


def test_equality_and_hash():
    same = [dict_of(([1], 1), ([2], 2), ('a', 3)), dict_of(('a', 3), ([2.0], 2), ([1], 1.0))]
    others = [dict_of(([1], 1), ([2], 2)), dict_of(([1], 1), ([2], 3), ('a', 3)),
              dict_of(([1], 1), ([3], 2), ('a', 3)), dict_of(('1', 1), ('2', 2), ('a', 3))]
    for w_left in same:
        for w_right in same:
            assert w_left.equals(w_right) and same_member(w_left, w_right)
            assert member_hash(w_left) == member_hash(w_right)
        for w_right in others:
            assert not w_left.equals(w_right) and not w_right.equals(w_left)
            assert not same_member(w_left, w_right) and not same_member(w_right, w_left)
    assert new_set(same).length() == 1
    w_emptied = dict_of(([1], 1))
    w_emptied.remove(wrap([1]))
    assert w_emptied.equals(empty_dict()) and empty_dict().equals(w_emptied)


def test_merge_and_copy():
    w_source = dict_of(([1], [7]), ('a', 1))
    for w_target in (empty_dict(), dict_of(('b', 2)), dict_of((0, 2)), dict_of(([2], 2)),
                     record_of(('b', 2))):
        before = unwrap(w_target)
        w_target.merge(w_source)
        before.update({(1,): [7], 'a': 1})
        assert unwrap(w_target) == before
        assert not w_target.get(wrap([1])).is_exclusive()
        w_target.set(wrap([9]), w_null)
        assert not w_source.has(wrap([9]))
    w_copy = w_source.shallow_copy()
    w_copy.set(wrap('b'), w_null)
    w_copy.remove(wrap([1]))
    assert shown(w_source) == '{"a": 1, [1]: [7]}'
    w_source.clear()
    assert w_source.length() == 0


def test_keys_are_cached_until_the_key_set_changes():
    w_dict = dict_of(([1], 1), ('a', 2), (5, 3))
    w_keys = w_dict.keys_w()
    for key in ([1], 'a', 5):
        w_dict.set(wrap(key), wrap(0))
    assert w_dict.keys_w() is w_keys
    for change in (lambda: w_dict.set(wrap(6), w_null), lambda: w_dict.remove(wrap(6)),
                   lambda: w_dict.set(wrap([2]), w_null), lambda: w_dict.remove(wrap([2])),
                   lambda: w_dict.set(wrap('t'), w_null), lambda: w_dict.remove(wrap('t')),
                   lambda: w_dict.set(wrap(10 ** 30), w_null)):
        w_keys = w_dict.keys_w()
        change()
        assert w_dict.keys_w().length() != w_keys.length()


def test_other_dicts_keep_their_strategies():
    w_dict = dict_of((1, 1))
    assert w_dict.get(wrap([1])) is None and w_dict.remove(w_true) is None
    assert w_dict.strategy is dict_strategies.int_hash_strategy


class Model(object):
    """Entries in the order in which they came, found by looking at all of them."""

    def __init__(self):
        self.entries = []

    def position(self, key):
        for position, (other, _) in enumerate(self.entries):
            if frozen_equal(other, key):
                return position
        return -1

    def set(self, key, value):
        position = self.position(key)
        if position < 0:
            self.entries.append((key, value))
        else:
            self.entries[position] = (self.entries[position][0], value)

    def remove(self, key):
        position = self.position(key)
        return None if position < 0 else self.entries.pop(position)

    def listed(self):
        texts = [(key, value) for key, value in self.entries if isinstance(key, str)]
        return sorted(texts) + [entry for entry in self.entries if not isinstance(entry[0], str)]


def frozen_equal(left, right):
    """``==`` of the language for keys as the host has them."""
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(frozen_equal, left, right))
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    return left == right


def random_key(source, depth=2):
    kind = source.randrange(9)
    if kind < 4 and depth:
        return [random_key(source, depth - 1) for _ in range(source.randrange(4))]
    if kind == 4:
        return {'': source.choice('PQ'), 'x': random_key(source, 0)}
    return source.choice([0.5, 1.5, True, False, None, 't%d' % source.randrange(5),
                          source.randrange(3), float(source.randrange(3))])


def is_number(key):
    return isinstance(key, (int, float)) and not isinstance(key, bool)


def test_random_operations_agree_with_the_model():
    source = random.Random(54)
    removals = 0
    for _ in range(300):
        w_dict, model = empty_dict(), Model()
        for step in range(40):
            key = random_key(source)
            if is_number(key) and key == int(key):
                # The model knows texts only, which it orders by bytes.
                key = 'n%d' % key
            model_key = key_of(wrap(key))
            kind = source.randrange(8)
            if kind < 4:
                w_dict.set(wrap(key), wrap(step))
                model.set(model_key, step)
            elif kind < 6:
                w_removed = w_dict.remove(wrap(key))
                removed = model.remove(model_key)
                assert (w_removed is None) == (removed is None)
                removals += removed is not None
            elif kind == 6:
                w_old, w_dict = w_dict, w_dict.shallow_copy()
                w_old.set(wrap(['spoilt']), w_null)
            else:
                w_other = empty_dict()
                w_other.set(wrap(key), wrap(step))
                model.set(model_key, step)
                w_dict.merge(w_other)
            keys = [key_of(w_key) for w_key in w_dict.keys_w().items_w()]
            assert zip(keys, unwrap(w_dict.values_w())) == model.listed()
            assert w_dict.length() == len(model.entries)
            assert w_dict.has(wrap(key)) == (model.position(model_key) >= 0)
    assert removals > 200
