from ruffinterp.objects.function import W_Function
from ruffinterp.objects.shapes import Shape, record_root, record_shape
from ruffinterp.objects.struct import (
    W_StructDefinition, new_struct, struct_shape, struct_type)
from ruffinterp.objects.test.host import shown, unwrap, wrap
from ruffinterp.objects.enums import (
    W_EnumValue, W_Option, W_Result, get_tag, w_none)


def struct_of(name, *entries):
    return new_struct(struct_shape(struct_type(name), [key for key, _ in entries]),
                      [wrap(value) for _, value in entries])


def test_shapes_are_unique_per_owner_and_order():
    assert record_shape(['a', 'b']) is record_root.with_field('a').with_field('b')
    assert record_shape(['a', 'b']) is not record_shape(['b', 'a'])
    assert record_shape(['a', 'b', 'a']) is record_shape(['a', 'b'])
    type_p, type_q = struct_type('ShapeP'), struct_type('ShapeQ')
    assert struct_shape(type_p, ['a']) is struct_shape(type_p, ['a'])
    assert struct_shape(type_p, ['a']) is not struct_shape(type_q, ['a'])
    assert struct_shape(type_p, ['a']).struct_type is type_p
    assert record_shape(['a']).struct_type is None


def test_shape_describes_its_fields():
    shape = Shape(['c', 'a', 'b'], None)
    assert [shape.find(name) for name in ('c', 'a', 'b', 'd')] == [0, 1, 2, -1]
    assert shape.size() == 3
    assert shape.sorted_indices == [1, 2, 0]
    assert shape.with_field('d').names == ['c', 'a', 'b', 'd']
    assert shape.names == ['c', 'a', 'b']


def test_struct_type_registry_and_methods():
    type_m = struct_type('WithMethods')
    assert struct_type('WithMethods') is type_m
    assert type_m.find_method('run') is None
    first, second = W_Function(None, []), W_Function(None, [])
    type_m.set_methods({'run': first})
    assert type_m.find_method('run') is first
    type_m.set_methods({'run': second, 'stop': first})
    assert type_m.find_method('run') is second and type_m.find_method('stop') is first


def test_definition():
    w_definition = W_StructDefinition(struct_type('Box'), ['w', 'h'])
    assert shown(w_definition) == '<struct Box>'
    assert w_definition.type_name() == 'structdef' and w_definition.operand_name() == 'value'


def test_fields():
    w_struct = struct_of('Point', ('y', 2), ('x', 1))
    assert unwrap(w_struct.get_field('x')) == 1
    assert w_struct.get_field('z') is None
    w_copy = w_struct.shallow_copy()
    w_struct.set_field('x', wrap(5))
    w_struct.set_field('z', wrap([1]))
    assert shown(w_struct) == 'Point { x: 5, y: 2, z: [1] }'
    assert shown(w_copy) == 'Point { x: 1, y: 2 }'
    assert shown(struct_of('Nothing')) == 'Nothing {  }'
    assert w_struct.struct_type() is struct_type('Point')


def test_struct_equality():
    w_struct = struct_of('Point', ('x', 1), ('y', 2))
    assert w_struct.equals(struct_of('Point', ('y', 2), ('x', 1.0)))
    for w_other in (struct_of('Point', ('x', 1)), struct_of('Other', ('x', 1), ('y', 2)),
                    struct_of('Point', ('x', 1), ('z', 2)), struct_of('Point', ('x', 1), ('y', 3)),
                    wrap({'x': 1, 'y': 2})):
        assert not w_struct.equals(w_other)
        assert not w_other.equals(w_struct)


def test_copy_shares_field_values():
    w_struct = struct_of('Holder', ('items', [1]))
    w_copy = w_struct.shallow_copy()
    assert w_copy.is_exclusive()
    assert w_copy.get_field('items') is w_struct.get_field('items')
    assert not w_copy.get_field('items').is_exclusive()


def test_wrappers_display():
    assert shown(W_Result(True, wrap(1))) == 'Ok(1)'
    assert shown(W_Result(False, wrap('bad'))) == 'Err(bad)'
    assert shown(W_Option(wrap([1]))) == 'Some([1])'
    assert shown(w_none) == 'None'
    assert shown(W_EnumValue(get_tag('Color::Red'), [])) == 'Color::Red'
    assert shown(W_EnumValue(get_tag('Color::Rgb'), [wrap(1), wrap('x')])) == 'Color::Rgb(1,x)'


def test_tags_are_interned():
    tag = get_tag('Color::Red')
    assert get_tag('Color' + '::' + 'Red') is tag
    assert (tag.text, tag.enum_name, tag.variant) == ('Color::Red', 'Color', 'Red')


def test_wrappers_equality():
    groups = [
        [lambda: W_Result(True, wrap(1)), lambda: W_Result(True, wrap(1.0))],
        [lambda: W_Result(False, wrap(1))],
        [lambda: W_Result(True, wrap([1])), lambda: W_Result(True, wrap([1]))],
        [lambda: W_Option(wrap(1)), lambda: W_Option(wrap(1))],
        [lambda: w_none, lambda: W_Option(None)],
        [lambda: W_EnumValue(get_tag('A::B'), [wrap(1)])],
        [lambda: W_EnumValue(get_tag('A::B'), []), lambda: W_EnumValue(get_tag('A::B'), [])],
        [lambda: W_EnumValue(get_tag('A::C'), [])],
        [lambda: wrap(None)],
    ]
    for left_group in groups:
        for right_group in groups:
            for left in left_group:
                for right in right_group:
                    assert left().equals(right()) == (left_group is right_group)


def test_none_is_shared_from_birth():
    assert not w_none.is_exclusive() and w_none.shallow_copy() is w_none


def test_copies_of_wrappers_share_their_parts():
    for make in (lambda w_part: W_Result(True, w_part), W_Option,
                 lambda w_part: W_EnumValue(get_tag('A::B'), [w_part])):
        w_part = wrap([1])
        w_wrapper = make(w_part)
        w_copy = w_wrapper.shallow_copy()
        assert w_copy is not w_wrapper and w_copy.equals(w_wrapper)
        assert w_copy.is_exclusive() and not w_part.is_exclusive()
