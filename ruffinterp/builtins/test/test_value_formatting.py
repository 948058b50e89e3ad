# -*- coding: utf-8 -*-
"""builtins-data.md 2."""

import pytest

from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.builtins import introspection
from ruffinterp.builtins.test.table_calls import wrap
from ruffinterp.builtins.value_formatting import debug_text, display_text, message_text
from ruffinterp.bytecode.code import Code
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.queues import new_queue, new_stack
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.struct import W_StructDefinition, new_struct, struct_shape, struct_type
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result, get_tag, w_none


def point():
    shape = struct_shape(struct_type('Point'), ['y', 'x'])
    return new_struct(shape, [wrap('a'), wrap(1)])


def variant(count):
    return W_EnumValue(get_tag('A::B'), [wrap(i) for i in range(count)])


def function(name):
    return W_Function(Code(name, None), [])


CASES = [
    (5, 'Int(5)', 'Int(5)'), (10 ** 20, 'Int(1' + '0' * 20 + ')', 'Int(1' + '0' * 20 + ')'),
    (2.5, 'Float(2.5)', 'Float(2.5)'), (3.0, 'Float(3)', 'Float(3)'),
    (True, 'Bool(true)', 'Bool(true)'), (None, 'Null', 'Null'),
    ('a"\\\n\r\t\0\x1b\x7f', 'Str("a\\"\\\\\\n\\r\\t\\0\\u{1b}\\u{7f}")',
     'String("a"\\\n\r\t\0\x1b\x7f")'),
    (u'ä\x85\xa0\U0001F600\x01', u'Str("ä\\u{85}\xa0\U0001F600\\u{1}")',
     u'String("ä\x85\xa0\U0001F600\x01")'),
    ([1, 'a', [None]], 'Array[3]', 'Array[Int(1), String("a"), Array[Null]]'),
    ([], 'Array[0]', 'Array[]'), ({'b': None, 'a': 1}, 'Dict{2 keys}', 'Dict{a: Int(1), b: Null}'),
    ({}, 'Dict{0 keys}', 'Dict{}'),
    (new_set([wrap(1), wrap(2)]), 'Set{2 items}', 'Set{Int(1), Int(2)}'),
    (new_queue([wrap(1), wrap(2)]), 'Queue(2 items)', 'Queue[Int(1), Int(2)]'),
    (new_stack([wrap(1)]), 'Stack(1 items)', 'Stack[Int(1)]'),
    (W_Result(True, wrap(1)), 'Ok(Int(1))', 'Ok(Int(1))'),
    (W_Result(False, wrap('x')), 'Err(Str("x"))', 'Err(String("x"))'),
    (W_Option(wrap([1])), 'Some(Array[1])', 'Some(Array[Int(1)])'), (w_none, 'None', 'None'),
    (point(), 'Struct { name: "Point", fields: {"x": Int(1), "y": Str("a")} }', 'Struct(Point)'),
    (W_StructDefinition(struct_type('Point'), []), 'StructDef(Point)', 'StructDef(Point)'),
    (variant(2), 'Tagged { tag: "A::B", fields: {"$0": Int(0), "$1": Int(1)} }',
     'A::B{ $0: Int(0), $1: Int(1) }'),
    (variant(0), 'Tagged { tag: "A::B", fields: {} }', 'A::B'),
    (BUILTINS['type'], 'NativeFunction(type)', 'NativeFunction(type)'),
    (function('run'), 'Function(run)', 'BytecodeFunction(run)'),
    (function(''), 'Function(<lambda>)', 'BytecodeFunction(<lambda>)'),
]


@pytest.mark.parametrize('value, message, debug', CASES)
def test_forms(value, message, debug):
    assert message_text(wrap(value)).decode('utf-8') == message
    assert debug_text(wrap(value)).decode('utf-8') == debug


def test_print_form():
    assert display_text(wrap([1, '1', 1.0, u'ä'])) == '[1, 1, 1, \xc3\xa4]'
    assert display_text(wrap('a"b')) == 'a"b'


def test_forms_leave_values_exclusive():
    w_set = new_set([wrap([1])])
    debug_text(w_set)
    message_text(w_set)
    assert w_set.claims == 0
    assert w_set.items_w()[0].claims == 0
