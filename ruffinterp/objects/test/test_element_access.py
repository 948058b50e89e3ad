import sys

import pytest

from ruffinterp.objects.array import new_range
from ruffinterp.objects.dict import empty_dict, new_record
from ruffinterp.objects.shapes import record_shape
from ruffinterp.objects.string import wrap_str
from ruffinterp.objects.element_access import (
    own_constant_key, own_field, own_index, part_of, read_constant_key, read_field, read_index,
    read_slice, take_field, take_index, write_constant_key, write_field, write_index, write_slice)
from ruffinterp.objects.test.host import message_of, shown, unwrap, wrap
from ruffinterp.objects.enums import W_Result


def int_dict(*keys):
    w_dict = empty_dict()
    for key in keys:
        w_dict.set_int(key, wrap(key * 10))
    return w_dict


def test_read_array():
    for w_array in (wrap([10, 20, 30]), new_range(10, 10, 3), wrap([10, 20.0, 30])):
        for index, expected in ((0, 10), (2, 30), (-1, 30), (-3, 10), (1.0, 20), (-0.0, 10),
                                (-1.0, 30)):
            assert unwrap(read_index(w_array, wrap(index))) == expected
        for index, text in ((3, '3'), (-4, '-4'), (3.0, '3')):
            assert message_of(read_index, w_array, wrap(index)) == 'Index out of bounds: ' + text
        for index in (None, 'a', True, float('inf'), float('nan'), []):
            assert message_of(read_index, w_array, wrap(index)) == 'Invalid index operation'
        assert message_of(read_index, w_array, wrap(2 ** 70)) == (
            'Integer out of range: %d' % 2 ** 70)


def test_read_string():
    w_text = wrap_str('h\xc3\xa9llo')
    assert unwrap(read_index(w_text, wrap(1))) == '\xc3\xa9'
    assert unwrap(read_index(w_text, wrap(-1))) == 'o'
    assert unwrap(read_index(w_text, wrap(4.0))) == 'o'
    assert message_of(read_index, w_text, wrap(4.7)) == 'An index is a whole number, not 4.7'
    assert message_of(read_index, w_text, wrap(5)) == 'Index out of bounds: 5'
    assert message_of(read_index, w_text, wrap('a')) == 'Invalid index operation'


def test_read_dict():
    for w_dict in (int_dict(0, 1), int_dict(5, 1), new_record(record_shape(['1']), [wrap(10)])):
        assert unwrap(read_index(w_dict, wrap(1))) == 10
        assert unwrap(read_index(w_dict, wrap('1'))) == 10
        assert unwrap(read_constant_key(w_dict, '1', wrap('1'))) == 10
        assert message_of(read_index, w_dict, wrap(7)) == 'Missing map key: 7'
        assert message_of(read_index, w_dict, wrap('k')) == 'Missing map key: "k"'
        assert message_of(read_constant_key, w_dict, 'k', wrap('k')) == 'Missing map key: "k"'
        assert message_of(read_index, w_dict, wrap(-10 ** 20)) == (
            'Missing map key: -100000000000000000000')
        for key, text in ((None, 'null'), (2.0, '2'), (True, 'true'), ([2], '[2]')):
            assert message_of(read_index, w_dict, wrap(key)) == 'Missing map key: ' + text


def test_nothing_else_has_an_index():
    for w_value in (wrap(1), wrap(None), wrap({'': 'P', 'x': 1}), W_Result(True, wrap([1]))):
        assert message_of(read_index, w_value, wrap(0)) == 'Invalid index operation'
        assert message_of(write_index, w_value, wrap(0), wrap(1)) == 'Invalid index assignment'
        assert message_of(own_index, w_value, wrap(0)) == 'Invalid index assignment'
        assert message_of(read_constant_key, w_value, 'k', wrap('k')) == 'Invalid index operation'


def test_read_field():
    assert unwrap(read_field(wrap({'': 'P', 'x': 1}), 'x')) == 1
    assert message_of(read_field, wrap({'': 'P', 'x': 1}), 'y') == 'Field not found: y'
    assert unwrap(read_field(wrap({'x': 1}), 'x')) == 1
    assert unwrap(read_field(wrap({'x': 1}), 'y')) is None
    assert message_of(read_field, wrap([1]), 'y') == (
        "Cannot access field or method 'y' on non-struct value")


def test_write_array():
    w_array = wrap([1, 2, 3])
    write_index(w_array, wrap(0), wrap('a'))
    write_index(w_array, wrap(-1), wrap(None))
    write_index(w_array, wrap(1.0), wrap(7))
    assert message_of(write_index, w_array, wrap(1.5), wrap(7)) == (
        'An index is a whole number, not 1.5')
    assert unwrap(w_array) == ['a', 7, None]
    assert message_of(write_index, w_array, wrap(3), wrap(1)) == 'Index out of bounds: 3'
    assert message_of(write_index, w_array, wrap(-4), wrap(1)) == 'Index out of bounds: -4'
    for index in (None, 'a', True, float('nan')):
        assert message_of(write_index, w_array, wrap(index), wrap(1)) == (
            'Invalid index assignment: unsupported array index type')
    assert message_of(write_index, wrap('abc'), wrap(0), wrap('x')) == 'Invalid index assignment'
    assert unwrap(w_array) == ['a', 7, None]


def test_write_dict_and_fields():
    w_dict = empty_dict()
    write_index(w_dict, wrap(10), wrap('ten'))
    write_index(w_dict, wrap(9), wrap('nine'))
    assert shown(w_dict) == '{"9": nine, "10": ten}'
    write_constant_key(w_dict, 'k', wrap('k'), wrap(1))
    write_field(w_dict, 'f', wrap(2))
    assert shown(w_dict) == '{"10": ten, "9": nine, "f": 2, "k": 1}'
    write_index(w_dict, wrap(1.5), wrap(1))
    assert unwrap(read_index(w_dict, wrap(1.5))) == 1
    w_struct = wrap({'': 'P', 'x': 1})
    write_field(w_struct, 'y', wrap(2))
    assert shown(w_struct) == 'P { x: 1, y: 2 }'
    assert message_of(write_field, wrap([1]), 'f', wrap(1)) == (
        'Cannot set field on non-struct value')
    assert message_of(write_constant_key, wrap([1]), 'k', wrap('k'), wrap(1)) == (
        'Invalid index assignment: unsupported array index type')


PATHS = [
    (lambda value: wrap([1, value]), lambda w: own_index(w, wrap(1)),
     lambda w: take_index(w, wrap(-1))),
    (lambda value: wrap({'k': value}), lambda w: own_index(w, wrap('k')),
     lambda w: take_index(w, wrap('k'))),
    (lambda value: wrap({'k': value}), lambda w: own_constant_key(w, 'k', wrap('k')),
     lambda w: take_field(w, 'k')),
    (lambda value: wrap({'': 'P', 'k': value}), lambda w: own_field(w, 'k'),
     lambda w: take_field(w, 'k')),
]


@pytest.mark.parametrize('make,own,take', PATHS)
def test_own(make, own, take):
    w_container = make([5])
    w_element = own(w_container)
    assert own(w_container) is w_element and w_element.is_exclusive()
    w_element.mark_shared()
    w_copy = own(w_container)
    assert w_copy is not w_element and w_copy.is_exclusive()
    w_copy.append(wrap(6))
    assert unwrap(w_element) == [5]
    assert own(w_container) is w_copy and unwrap(own(w_container)) == [5, 6]
    assert unwrap(own(make(7))) == 7


@pytest.mark.parametrize('make,own,take', PATHS)
def test_take(make, own, take):
    w_container = make([5])
    w_element = take(w_container)
    assert unwrap(w_element) == [5] and w_element.is_exclusive()
    assert unwrap(own(w_container)) is None
    w_container = make([5])
    w_container.mark_shared()
    w_element = take(w_container)
    assert not w_element.is_exclusive()
    assert unwrap(w_container) == unwrap(make([5]))
    w_plain = make(5)
    before = unwrap(w_plain)
    assert unwrap(take(w_plain)) == 5 and unwrap(w_plain) == before


def test_own_errors():
    assert message_of(own_index, wrap([1]), wrap(1)) == 'Index out of bounds: 1'
    assert message_of(own_index, wrap([1]), wrap('k')) == (
        'Invalid index assignment: unsupported array index type')
    assert message_of(own_index, wrap({'a': 1}), wrap('k')) == 'Missing map key: "k"'
    assert message_of(own_index, wrap({'a': 1}), wrap(None)) == 'Missing map key: null'
    assert message_of(own_field, wrap({'a': 1}), 'k') == 'Missing map key: "k"'
    assert message_of(own_field, wrap({'': 'P', 'a': 1}), 'k') == 'Field not found: k'
    assert message_of(own_field, wrap([1]), 'k') == 'Cannot set field on non-struct value'


def test_part_of():
    w_element = wrap([1])
    w_container = wrap([None])
    w_container.set(0, w_element)
    assert part_of(w_container, w_element) is w_element and w_element.is_exclusive()
    w_container.mark_shared()
    assert part_of(w_container, w_element) is w_element and not w_element.is_exclusive()


@pytest.mark.parametrize('low, high', [
    (0, 3), (1, 2), (2, 1), (-1, 5), (-9, -1), (5, 9), (0, 0), (1.0, 2.0), (0, 2 ** 70),
    (-2 ** 70, 2), (-sys.maxint - 1, sys.maxint)])
def test_slices(low, high):
    items = [10, 20, 30]
    # Where the lower bound is behind the upper one, the slice is empty at the lower one.
    start, stop, _ = slice(int(low), int(high)).indices(len(items))
    stop = max(start, stop)
    for w_array in (wrap(items), new_range(10, 10, 3)):
        assert unwrap(read_slice(w_array, wrap(low), wrap(high))) == items[start:stop]
        for new in ([], ['a'], [1, 2], [1, 2, 3, 4], range(stop - start)):
            w_changed = w_array.shallow_copy()
            write_slice(w_changed, wrap(low), wrap(high), wrap(new))
            assert unwrap(w_changed) == items[:start] + new + items[stop:]
    assert unwrap(read_slice(wrap_str('h\xc3\xa9y'), wrap(low), wrap(high))) == (
        u'h\xe9y'[start:stop].encode('utf-8'))


def test_slices_that_cannot_be():
    assert message_of(read_slice, wrap([1]), wrap('a'), wrap(1)) == (
        'A bound of a slice is an int, not a string')
    assert message_of(read_slice, wrap([1]), wrap(0), wrap(0.5)) == (
        'A bound of a slice is a whole number, not 0.5')
    assert message_of(read_slice, wrap({'x': 1}), wrap(0), wrap(1)) == (
        'Cannot take a slice of a dict')
    assert message_of(write_slice, wrap_str('abc'), wrap(0), wrap(1), wrap([])) == (
        'Cannot assign a slice of a string')
    assert message_of(write_slice, wrap([1]), wrap(0), wrap(1), wrap(5)) == (
        'A slice is assigned an array, not an int')
