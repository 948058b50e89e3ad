"""The containers as the translator sees them: one program, run by both Pythons."""

from rpython.rlib.rfloat import INFINITY
from rpython.rlib.rstring import StringBuilder
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.objects.array import (
    array_with_capacity, literal_array, new_array, new_bool_array, new_float_array, new_range,
    new_text_array)
from ruffinterp.objects.dict import empty_dict, new_record
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import parse_decimal, wrap_int
from ruffinterp.objects.ordering import (
    comes_before, compare_values, greater, greater_equal, less, less_equal)
from ruffinterp.objects.queues import new_queue, new_stack
from ruffinterp.objects.sets import new_set
from ruffinterp.objects.shapes import record_shape
from ruffinterp.objects.booleans import w_null, w_true
from ruffinterp.objects.string import wrap_str
from ruffinterp.objects.struct import new_struct, struct_shape, struct_type
from ruffinterp.objects.element_access import (
    own_constant_key, own_field, own_index, part_of, read_constant_key, read_field, read_index,
    take_field, take_index, write_constant_key, write_field, write_index)
from ruffinterp.objects.enums import W_EnumValue, W_Option, W_Result, get_tag, w_none


class Transcript(object):
    def __init__(self):
        self.builder = StringBuilder()

    def show(self, w_value):
        w_value.display(self.builder)
        self.builder.append('\n')

    def note(self, flag):
        self.builder.append('yes\n' if flag else 'no\n')

    def text(self, text):
        self.builder.append(text)
        self.builder.append('\n')


def use_arrays(out, n):
    w_array = literal_array([wrap_int(1), wrap_int(2)])
    w_array.append(wrap_int(n))
    write_index(w_array, wrap_int(-1), W_Float(n * 0.5))
    out.show(w_array)
    w_range = new_range(0, 2, n)
    out.show(w_range.slice(1, 3))
    out.show(w_range.reversed_copy())
    w_range.insert(1, wrap_str('x'))
    out.show(w_range.remove_at(0))
    out.show(w_range.pop_last())
    w_range.extend(w_array)
    out.show(w_range.concat_copy(new_float_array([1.5])))
    out.show(new_text_array(['a', 'bc']))
    out.show(new_bool_array([True, False]))
    w_outer = new_array([w_true, w_true])
    w_outer.append(w_array)
    w_array.mark_shared()
    write_index(own_index(w_outer, wrap_int(2)), wrap_int(0), wrap_str('own'))
    out.show(w_outer)
    out.show(w_array)
    out.note(w_range.int_items() is None and w_array.float_items() is None)
    w_late = array_with_capacity(4)
    w_late.append(w_null)
    w_late.clear()
    w_late.append(W_Float(1.5))
    out.show(part_of(w_outer, w_late))
    out.note(w_late.equals(w_outer))


def use_dicts(out, n):
    w_dict = empty_dict()
    w_dict.set_constant('key', wrap_int(5))
    w_dict.set_constant('jot', new_array([wrap_int(n)]))
    out.show(w_dict)
    w_dict.set(wrap_str('z'), wrap_int(1))
    w_record = new_record(record_shape(['bee', 'ant']), [wrap_int(1), wrap_int(2)])
    w_record.merge(w_dict)
    out.show(w_record)
    out.show(w_record.values_w())
    out.show(w_record.items_w())
    w_ints = empty_dict()
    for key in range(n):
        w_ints.set_int(key, wrap_int(key * key))
    out.show(w_ints)
    w_ints.set_int(-3, w_null)
    w_ints.set(parse_decimal(str(n) + '00000000000000000000'), w_null)
    w_ints.remove(wrap_int(2))
    w_ints.remove(wrap_str('3'))
    out.show(w_ints)
    w_ints.set_literal(wrap_str('q'), w_true)
    w_copy = w_ints.shallow_copy()
    out.note(w_copy.equals(w_ints))
    w_copy.clear()
    out.show(w_copy)
    out.note(w_ints.has(wrap_str('q')))


def use_general_keys(out, n):
    w_pair = literal_array([wrap_int(1), wrap_int(n)])
    w_dict = empty_dict()
    keys_w = [w_pair, w_true, w_null, W_Float(n * 0.5), W_Float(n * 1.0), wrap_str('t'),
              wrap_int(n), parse_decimal(str(n) + '00000000000000000000'), w_none,
              W_EnumValue(get_tag('Aa::Bb'), [w_pair]), W_Result(False, w_pair),
              new_struct(struct_shape(struct_type('Pair'), ['xx']), [W_Float(n * 0.5)]),
              new_queue([w_null]), new_stack([w_null]), new_set([w_pair]), w_dict.shallow_copy()]
    for index in range(len(keys_w)):
        w_dict.set(keys_w[index], wrap_int(index))
    out.show(w_dict)
    out.show(w_dict.items_w())
    w_copy = w_dict.shallow_copy()
    out.note(w_copy.equals(w_dict) and w_copy.same_member(w_dict))
    w_outer = empty_dict()
    w_outer.set_literal(w_dict, w_true)
    out.note(w_outer.has(w_copy))
    write_index(w_dict, w_pair, literal_array([w_null]))
    write_index(own_index(w_dict, w_pair), wrap_int(0), wrap_int(n))
    out.show(take_index(w_dict, w_pair))
    for w_key in keys_w:
        out.note(w_dict.remove(w_key) is not None)
    out.show(w_dict)
    w_dict.merge(w_copy)
    out.note(w_dict.equals(w_copy))
    for w_bad in [W_Float(n * INFINITY * 0.0), new_float_array([INFINITY - INFINITY * n])]:
        try:
            read_index(w_dict, w_bad)
        except RuffError as error:
            out.text(error.message)


def use_order(out, n):
    w_mixed = new_range(0, 1, n).concat_copy(new_range(n, 1, 2))
    w_mixed.append(w_true)
    values_w = [wrap_int(n), W_Float(1.5), wrap_str('a'), w_null, w_true, w_none, w_mixed,
                parse_decimal(str(n) + '00000000000000000000'), new_range(0, 1, n),
                new_struct(struct_shape(struct_type('Pair'), ['xx']), [w_true])]
    for w_left in values_w:
        for w_right in values_w:
            try:
                out.show(wrap_int(compare_values(w_left, w_right)))
                out.note(less(w_left, w_right))
                out.note(less_equal(w_left, w_right))
                out.note(greater(w_left, w_right))
                out.note(greater_equal(w_left, w_right))
                out.note(comes_before(w_left, w_right))
            except RuffError as error:
                out.text(error.message)


def use_structs(out, n):
    type_p = struct_type('Pair')
    w_struct = new_struct(struct_shape(type_p, ['yy', 'xx']), [wrap_int(1), wrap_int(n)])
    w_inner = new_array([wrap_int(n)])
    write_field(w_struct, 'zz', w_inner)
    out.show(w_struct)
    out.note(w_struct.shallow_copy().equals(w_struct))
    out.note(own_field(w_struct, 'zz') is w_inner)
    out.show(take_field(w_struct, 'zz'))
    out.show(w_struct)
    out.show(read_field(w_struct, 'xx'))
    out.note(type_p.find_method('run') is None)
    w_enum = W_EnumValue(get_tag('Aa::Bb'), [wrap_int(1), wrap_int(n)])
    w_ok = W_Result(True, w_inner)
    for w_value in [w_enum, w_ok, W_Option(w_ok), w_none]:
        out.show(w_value)
        out.note(w_value.equals(w_value.shallow_copy()))


def use_collections(out, n):
    w_array = new_array([wrap_int(n)])
    w_struct = new_struct(struct_shape(struct_type('Pair'), ['xx']), [w_array])
    w_set = new_set([
        wrap_int(1), W_Float(1.0), wrap_str('a'), W_Result(True, w_array), w_struct, w_array,
        empty_dict(), w_none, w_true, W_EnumValue(get_tag('Aa::Bb'), [w_array]),
        parse_decimal(str(n) + '00000000000000000000'), W_Float(n * 1e20)])
    out.show(w_set)
    out.note(w_set.has(W_Float(1.0)))
    out.note(w_set.remove(w_array))
    w_copy = w_set.shallow_copy()
    out.note(w_copy.equals(w_set))
    w_set.add(w_copy)
    out.note(w_set.has(w_copy))
    out.show(w_set.to_array())
    w_queue = new_queue([wrap_int(1)])
    w_queue.enqueue(wrap_int(n))
    out.show(w_queue.dequeue())
    w_stack = new_stack([wrap_int(1)])
    w_stack.push(wrap_int(n))
    out.show(w_stack.pop())
    w_set.add(w_queue)
    w_set.add(w_stack)
    out.note(w_set.has(w_queue) and w_set.has(w_stack))
    out.note(w_queue.equals(w_queue.shallow_copy()) and w_stack.equals(w_stack.shallow_copy()))
    out.show(w_queue.to_array())
    out.show(w_stack.to_array())


def use_errors(out, n):
    for w_value in [new_range(0, 1, n), empty_dict(), w_true]:
        try:
            read_index(w_value, w_null)
        except RuffError as error:
            out.text(error.message)
        try:
            write_index(w_value, wrap_int(n * 100), w_null)
            out.show(take_index(w_value, wrap_int(n * 100)))
        except RuffError as error:
            out.text(error.message)
        try:
            read_constant_key(w_value, 'nix', wrap_str('nix'))
        except RuffError as error:
            out.text(error.message)
        try:
            write_constant_key(w_value, 'nix', wrap_str('nix'), w_null)
            out.show(own_constant_key(w_value, 'nix', wrap_str('nix')))
        except RuffError as error:
            out.text(error.message)


def use_everything(n):
    out = Transcript()
    use_arrays(out, n)
    use_dicts(out, n)
    use_general_keys(out, n)
    use_order(out, n)
    use_structs(out, n)
    use_collections(out, n)
    use_errors(out, n)
    return out.builder.build()


def test_translated_containers_behave_the_same():
    translated = interpret(use_everything, [5], list_comprehension_operations=True)
    assert ''.join(translated.chars) == use_everything(5)
