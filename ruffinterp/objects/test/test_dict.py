import random

from ruffinterp.objects import dict_records, dict_strategies
from ruffinterp.objects.dict import empty_dict, new_record
from ruffinterp.objects.dict_keys import (
    BIG_KEY, MACHINE_KEY, TEXT_KEY, classify_key, machine_key, sort_number_texts)
from ruffinterp.objects.dict_records import MAX_RECORD_KEYS, RecordStrategy
from ruffinterp.objects.shapes import record_shape
from ruffinterp.objects.test.host import shown, unwrap, wrap


def dict_of(*entries):
    """Stores the entries through subscripts, as a program would."""
    w_dict = empty_dict()
    for key, value in entries:
        w_dict.set(wrap(key), wrap(value))
    return w_dict


def record_of(*entries):
    return new_record(record_shape([key for key, _ in entries]),
                      [wrap(value) for _, value in entries])


def keys_of(w_dict):
    return unwrap(w_dict.keys_w())


def test_classification_of_keys():
    for number in (0, 1, -1, 10, 2 ** 63 - 1, -2 ** 63, 10 ** 18):
        assert classify_key(str(number)) == MACHINE_KEY
        assert machine_key(str(number)) == number
    for number in (2 ** 63, -2 ** 63 - 1, 10 ** 30, -10 ** 19):
        assert classify_key(str(number)) == BIG_KEY
    for text in ('', '-', '03', '+3', '-0', '-01', '00', '3 ', ' 3', '1.0', 'a', '1a', '--1'):
        assert classify_key(text) == TEXT_KEY


def test_number_texts_sort_as_numbers():
    numbers = [5, -3, 10, 10 ** 25, -10 ** 25, -10 ** 20, 0, 99, -12]
    texts = [str(number) for number in numbers]
    sort_number_texts(texts)
    assert texts == [str(number) for number in sorted(numbers)]


def test_examples_of_the_language():
    w_dict = dict_of((10, 'ten'), (9, 'nine'), (-1, 'neg'))
    assert shown(w_dict) == '{"-1": neg, "9": nine, "10": ten}'
    w_dict.set(wrap('x'), wrap(0))
    assert shown(w_dict) == '{"-1": neg, "10": ten, "9": nine, "x": 0}'
    w_literal = empty_dict()
    w_literal.set_literal(wrap(10), wrap(1))
    w_literal.set_literal(wrap(9), wrap(2))
    assert keys_of(w_literal) == ['10', '9']
    assert keys_of(record_of(('10', 1), ('9', 2))) == ['10', '9']
    assert shown(empty_dict()) == '{}'


def test_int_and_text_address_one_entry():
    for w_dict in (dict_of((0, 'a'), (1, 'b')), dict_of((1, 'b')), dict_of(('1', 'b')),
                   dict_of((1, 'b'), (10 ** 30, 'c')), record_of(('1', 'b'))):
        assert unwrap(w_dict.get(wrap(1))) == 'b'
        assert unwrap(w_dict.get(wrap('1'))) == 'b'
        assert unwrap(w_dict.get_constant('1')) == 'b'
        assert w_dict.get(wrap('01')) is None
        assert w_dict.get(wrap(2)) is None
        assert w_dict.get(wrap('x')) is None
        assert w_dict.get(wrap(10 ** 31)) is None


def test_no_phantom_keys():
    w_dict = dict_of((5, 1))
    assert w_dict.length() == 1 and keys_of(w_dict) == ['5']


def test_int_keyed_after_canonical_text_and_removal():
    w_dict = dict_of((10, 1), (9, 2))
    w_dict.set(wrap('3'), wrap(0))
    assert keys_of(w_dict) == ['3', '9', '10']
    for key in (3, 9, 10):
        assert w_dict.remove(wrap(key)) is not None
    w_dict.set(wrap('10'), wrap(0))
    w_dict.set(wrap('9'), wrap(0))
    assert keys_of(w_dict) == ['9', '10']
    w_dict.set(wrap('03'), wrap(0))
    assert keys_of(w_dict) == ['03', '10', '9']
    w_dict.remove(wrap('03'))
    assert keys_of(w_dict) == ['10', '9']


def test_big_keys_are_ints():
    big = 10 ** 20
    w_dict = dict_of((9, 1), (big, 2), (10, 3))
    assert keys_of(w_dict) == ['9', '10', str(big)]
    assert unwrap(w_dict.get(wrap(str(big)))) == 2
    w_first = dict_of((big, 2), (9, 1), (10, 3))
    assert keys_of(w_first) == ['9', '10', str(big)]
    assert unwrap(w_first.remove(wrap(big))) == 2
    w_first.set(wrap('x'), wrap(1))
    assert keys_of(w_first) == ['10', '9', 'x']


def test_dense_storage():
    w_dict = dict_of((0, 'a'), (1, 'b'), (2, 'c'))
    assert w_dict.strategy is dict_strategies.dense_strategy
    w_dict.set(wrap(1), wrap('B'))
    assert unwrap(w_dict.remove(wrap(2))) == 'c'
    assert w_dict.strategy is dict_strategies.dense_strategy
    assert unwrap(w_dict.values_w()) == ['a', 'B']
    assert unwrap(w_dict.remove(wrap(0))) == 'a'
    assert w_dict.strategy is dict_strategies.int_hash_strategy
    assert unwrap(w_dict) == {'1': 'B'}
    assert w_dict.remove(wrap(5)) is None


def test_records_come_from_constant_keys_only():
    w_record = record_of(('b', 1), ('a', 2))
    assert isinstance(w_record.strategy, RecordStrategy)
    w_same = empty_dict()
    w_same.set_constant('b', wrap(3))
    w_same.set_constant('a', wrap(4))
    assert w_same.strategy is w_record.strategy
    assert unwrap(w_same.get(wrap('b'))) == 3
    assert w_same.strategy is w_record.strategy
    w_same.set_constant('b', wrap(5))
    assert shown(w_same) == '{"a": 4, "b": 5}'
    w_same.set(wrap('b'), wrap(6))
    assert w_same.strategy is dict_strategies.text_hash_strategy
    assert shown(w_same) == '{"a": 4, "b": 6}'
    assert unwrap(w_record.remove(wrap('b'))) == 1
    assert w_record.strategy is dict_strategies.text_hash_strategy
    assert new_record(record_shape([]), []).strategy is dict_records.empty_dict_strategy


def test_large_records_become_hashes():
    w_dict = empty_dict()
    names = ['key%02d' % index for index in range(MAX_RECORD_KEYS + 1)]
    for name in names[:-1]:
        w_dict.set_constant(name, wrap(name))
    assert isinstance(w_dict.strategy, RecordStrategy)
    w_dict.set_constant(names[-1], wrap(names[-1]))
    assert w_dict.strategy is dict_strategies.text_hash_strategy
    assert unwrap(w_dict) == dict(zip(names, names))


def test_keys_are_cached_until_the_key_set_changes():
    for w_dict in (dict_of(('b', 1)), dict_of((0, 1)), dict_of((7, 1)), record_of(('b', 1))):
        w_keys = w_dict.keys_w()
        assert not w_keys.is_exclusive()
        assert w_dict.keys_w() is w_keys
        w_copy = w_dict.shallow_copy()
        w_dict.set(wrap(unwrap(w_keys)[0]), wrap(2))
        assert keys_of(w_dict) == unwrap(w_keys)
        w_dict.set(wrap('a'), wrap(3))
        assert 'a' in keys_of(w_dict)
        assert 'a' not in keys_of(w_copy)


def test_equality_ignores_storage():
    same = [dict_of((0, 1), (1, 2)), dict_of((1, 2), (0, 1)), dict_of(('0', 1), ('1', 2)),
            record_of(('1', 2), ('0', 1)), record_of(('0', 1.0), ('1', 2))]
    for w_left in same:
        for w_right in same:
            assert w_left.equals(w_right)
    others = [dict_of((0, 1)), dict_of((0, 1), (1, 3)), dict_of((0, 1), (2, 2)),
              record_of(('0', 1), ('x', 2)), empty_dict(), wrap([1, 2])]
    for w_left in same:
        for w_right in others:
            assert not w_left.equals(w_right)
            assert not w_right.equals(w_left)


def test_merge():
    w_dict = record_of(('x', 1), ('y', 1))
    w_dict.merge(record_of(('y', 2)))
    assert shown(w_dict) == '{"x": 1, "y": 2}'
    w_ints = dict_of((0, 'a'), (1, 'b'))
    w_ints.merge(dict_of((10, 'c'), (9, 'd')))
    assert keys_of(w_ints) == ['0', '1', '9', '10']
    w_ints.merge(w_ints)
    assert w_ints.length() == 4
    w_target = empty_dict()
    w_target.merge(w_ints)
    assert keys_of(w_target) == ['0', '1', '9', '10']
    w_target.set(wrap(11), wrap(1))
    assert w_ints.length() == 4
    w_inner = wrap([1])
    w_source = empty_dict()
    w_source.set_constant('k', w_inner)
    w_target.merge(w_source)
    assert not w_inner.is_exclusive()


def test_items():
    assert unwrap(record_of(('b', 1), ('a', [2])).items_w()) == [['a', [2]], ['b', 1]]
    assert unwrap(dict_of((1, 'x')).items_w()) == [['1', 'x']]


class Model(object):
    """What language.md 3.4 and decision 37 say, with sorting at every look."""

    def __init__(self):
        self.entries = {}
        self.kind = 'new'

    def set(self, key, value):
        if self.kind == 'new':
            self.kind = 'int' if isinstance(key, (int, long)) else 'text'
        elif self.kind == 'int' and classify_key(str(key)) == TEXT_KEY:
            self.kind = 'text'
        self.entries[str(key)] = value

    def set_constant(self, key, value):
        self.set(str(key), value)

    def keys(self):
        if self.kind == 'int':
            return sorted(self.entries, key=int)
        return sorted(self.entries)


KEY_POOLS = [[0, 1, 2, 3, 4], [0, 1, 5, -3, 12], ['a', 'b', '10', '9'], [0, 1, '2', 'x', 9],
             [7, 10 ** 20, -10 ** 20, '10', 8], ['a', 'b', 'c']]


def test_random_operations_agree_with_the_model():
    source = random.Random(7)
    for _ in range(500):
        pool = source.choice(KEY_POOLS)
        w_dict, model = empty_dict(), Model()
        for _ in range(20):
            key = source.choice(pool)
            value = source.choice([1, 'x', 2.5, None])
            kind = source.randrange(7)
            if kind <= 2:
                w_dict.set(wrap(key), wrap(value))
                model.set(key, value)
            elif kind == 3:
                w_dict.set_constant(str(key), wrap(value))
                model.set_constant(key, value)
            elif kind == 4:
                w_removed = w_dict.remove(wrap(key))
                assert (w_removed is not None) == (str(key) in model.entries)
                if w_removed is not None:
                    assert unwrap(w_removed) == model.entries.pop(str(key))
            elif kind == 5:
                w_old = w_dict
                w_dict = w_dict.shallow_copy()
                w_old.set(wrap('spoilt'), wrap(1))
            assert keys_of(w_dict) == model.keys()
            assert unwrap(w_dict) == model.entries
            assert w_dict.length() == len(model.entries)
            assert w_dict.has(wrap(key)) == (str(key) in model.entries)
