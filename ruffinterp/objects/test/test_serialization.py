"""Values as bytes: what comes out equals what went in."""

import pytest
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.channel import W_Channel
from ruffinterp.objects.dict import empty_dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.integer import W_Int, parse_decimal
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.booleans import w_false, w_null, w_true
from ruffinterp.objects.struct import new_struct, struct_shape, struct_type
from ruffinterp.objects.test.host import shown, wrap
from ruffinterp.objects.serialization import Reader, pack, pack_word, unpack
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result, get_tag, w_none


def packed(w_value):
    builder = StringBuilder()
    pack(builder, w_value)
    return builder.build()


def copied(w_value):
    reader = Reader(packed(w_value))
    w_copy = unpack(reader)
    assert reader.at_end()
    return w_copy


@pytest.mark.parametrize('value', [
    0, 1, -1, 63, 64, -64, -65, 1 << 40, (1 << 63) - 1, -(1 << 63)])
def test_words(value):
    builder = StringBuilder()
    pack_word(builder, value)
    assert Reader(builder.build()).word() == value


def int_keyed():
    w_dict = empty_dict()
    for key in (10, 9, 100):
        w_dict.set(W_Int(key), W_Int(key * 2))
    return w_dict


def general():
    w_dict = int_keyed()
    for key in ([1, 2], True, 2.5, ['a', [None]]):
        w_dict.set(wrap(key), wrap(key))
    return w_dict


VALUES = [
    w_null, w_true, w_false, W_Int(0), W_Int(-5), W_Int((1 << 63) - 1), W_Float(1.5),
    W_Float(-0.1), W_Float(1e300), parse_decimal('-123456789012345678901234567890'), wrap(''),
    wrap('h\xc3\xa9'), wrap([]), wrap([1, 2, 3]), wrap([1, 'a', [2.5, None]]), wrap({}),
    wrap({'b': 1, 'a': [True]}), int_keyed(), general(), new_set([W_Int(3), wrap('x')]),
    W_Queue([W_Int(1), W_Int(2)]), W_Stack([wrap('a')]), W_Result(True, W_Int(1)),
    W_Result(False, wrap('e')), W_Option(wrap([1])), w_none,
    W_EnumValue(get_tag('Shape::Rect'), [W_Int(1), W_Int(2)]),
    new_struct(struct_shape(struct_type('Moved'), ['z', 'a', 'm']),
               [W_Int(1), W_Float(2.5), wrap('s')]),
]


@pytest.mark.parametrize('w_value', VALUES, ids=shown)
def test_a_copy_equals_the_value(w_value):
    w_copy = copied(w_value)
    assert shown(w_copy) == shown(w_value)
    assert w_copy.equals(w_value)
    assert w_copy.type_name() == w_value.type_name()


def test_int_keyed_dicts_stay_so():
    assert copied(int_keyed()).is_int_keyed()
    assert not copied(wrap({'10': 1, '9': 2})).is_int_keyed()


@pytest.mark.parametrize('w_value, kind', [
    (W_Channel(), 'channel'), (W_Function(None, []), 'function')])
def test_what_cannot_leave_its_process(w_value, kind):
    with pytest.raises(RuffError) as raised:
        packed(wrap([1]))
        packed(W_Option(w_value))
    assert raised.value.message == 'A %s cannot be handed from one process to another' % kind
