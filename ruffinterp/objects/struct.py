"""Structs: types, definitions and instances (language.md section 9).

The module name also belongs to the standard library; inside this package always import it by its
full name.
"""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.longlong2float import float2longlong, longlong2float

from ruffinterp.objects.base import W_Container, W_Root
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Int
from ruffinterp.objects.struct_layouts import FLOAT, INT, OBJECT, layout_for
from ruffinterp.objects.struct_fields import unknown_field
from ruffinterp.objects.shapes import (
    NO_FIELDS, UNROLLED_FIELDS, Shape, extended_fields, shared_fields)


class Version(object):
    """A new one stands for each state of the methods of a type."""


class StructType(object):
    """What all structs of one name share: the methods, and the root of their shapes.

    ``name``: str.  ``root_shape``: the shape without fields.  ``fields``: the StructFields of the
    last declaration that has run, or None.  ``is_closed``: whether no instance gets another field
    than it has (decision 44).
    """
    _immutable_fields_ = ['name', 'root_shape', 'version?', 'fields?', 'is_closed?']

    def __init__(self, name):
        self.name = name
        self.root_shape = Shape([], self)
        self.methods = {}
        self.version = Version()
        self.fields = None
        self.is_closed = False

    def declare(self, fields):
        """A declaration with these StructFields has run."""
        self.fields = fields
        self.is_closed = not fields.is_open()

    def set_methods(self, methods):
        """Replace the methods by ``methods`` ({str: W_Function}): also for existing instances."""
        self.methods = methods
        self.version = Version()

    def find_method(self, name):
        """The W_Function of the method ``name`` (str), or None."""
        return self.find_method_in_version(self.version, name)

    # test_jit_structs.py: method call
    @jit.elidable
    def find_method_in_version(self, version, name):
        return self.methods.get(name, None)


class StructTypeRegistry(object):
    def __init__(self):
        self.types = {}


registry = StructTypeRegistry()


@jit.elidable
def struct_type(name):
    """The one StructType with this name (str); made at the first request."""
    found = registry.types.get(name, None)
    if found is None:
        found = StructType(name)
        registry.types[name] = found
    return found


class W_StructDefinition(W_Root):
    """What the declaration of a struct binds its name to.

    ``struct_type``: StructType.  ``field_names``: the declared fields ([str]).
    """
    _immutable_fields_ = ['struct_type', 'field_names[*]']
    type_word = 'structdef'

    def __init__(self, struct_type, field_names):
        self.struct_type = struct_type
        self.field_names = field_names

    def display(self, builder):
        builder.append('<struct ')
        builder.append(self.struct_type.name)
        builder.append('>')


NO_WORDS = [0] * 0


class W_Struct(W_Container):
    """An instance.  ``layout``: Layout; ``objects`` and ``words``: the fields that it says are
    values, or ints and floats (their bits).

    Mutators need an exclusive struct and kept values (base.py).
    """
    _attrs_ = ['layout', 'objects', 'words']
    type_word = 'struct'
    operand_word = 'struct'

    def __init__(self, layout, objects, words):
        make_sure_not_resized(objects)
        make_sure_not_resized(words)
        self.layout = layout
        self.objects = objects
        self.words = words

    def shape(self):
        """The Shape."""
        # test_jit_structs.py: method call
        return jit.promote(self.layout).shape

    def struct_type(self):
        """The StructType."""
        return self.shape().struct_type

    def get_at(self, index):
        """The value of the field at ``index`` of the shape (constant in a trace)."""
        layout = jit.promote(self.layout)
        kind = layout.kind(index)
        place = layout.place(index)
        if kind == OBJECT:
            return self.objects[place]
        if kind == INT:
            return W_Int(self.words[place])
        return W_Float(longlong2float(self.words[place]))

    def set_at(self, index, w_value):
        """Set the field at ``index`` of the shape (constant in a trace)."""
        layout = jit.promote(self.layout)
        kind = layout.kind(index)
        place = layout.place(index)
        if kind == INT and isinstance(w_value, W_Int):
            self.words[place] = w_value.value
        elif kind == FLOAT and isinstance(w_value, W_Float):
            self.words[place] = float2longlong(w_value.value)
        else:
            if kind != OBJECT:
                self.generalize(index)
                place = jit.promote(self.layout).place(index)
            self.objects[place] = w_value

    @jit.dont_look_inside
    def generalize(self, index):
        """Store the field at ``index`` as an object from now on."""
        size = self.layout.shape.size()
        values_w = [self.get_at(position) for position in range(size)]
        self.layout = self.layout.generalized(index)
        self.objects = stored_objects(self.layout, values_w)
        self.words = stored_words(self.layout, values_w)

    def get_field(self, name):
        """The value of the field ``name`` (str, constant in a trace), or None."""
        # test_jit_structs.py: field read
        index = self.shape().find(name)
        if index < 0:
            return None
        return self.get_at(index)

    def set_field(self, name, w_value):
        """Set the field ``name`` (str, constant in a trace); a missing one is added.

        RuffError for a missing one of a struct that declares its fields (decision 44).
        """
        # test_jit_structs.py: field store
        index = self.shape().find(name)
        if index >= 0:
            self.set_at(index, w_value)
        elif self.struct_type().is_closed:
            raise unknown_field(self.struct_type().name, name, self.struct_type().fields)
        else:
            layout = jit.promote(self.layout)
            self.objects = extended_fields(self.objects, layout.object_count, w_value)
            self.layout = layout.with_object(name)

    def shallow_copy(self):
        # test_jit_structs.py: copied struct stays virtual
        layout = jit.promote(self.layout)
        return W_Struct(layout, shared_fields(self.objects, layout.object_count),
                        copied_words(self.words, layout.word_count))

    def equals(self, w_other):
        if not isinstance(w_other, W_Struct):
            return False
        shape = self.layout.shape
        other_shape = w_other.layout.shape
        if shape.struct_type is not other_shape.struct_type or shape.size() != other_shape.size():
            return False
        for index in range(shape.size()):
            other_index = other_shape.find(shape.names[index])
            if other_index < 0:
                return False
            if not self.get_at(index).equals(w_other.get_at(other_index)):
                return False
        return True

    def display(self, builder):
        shape = self.layout.shape
        builder.append(shape.struct_type.name)
        builder.append(' { ')
        for position in range(len(shape.sorted_indices)):
            if position:
                builder.append(', ')
            index = shape.sorted_indices[position]
            builder.append(shape.names[index])
            builder.append(': ')
            self.get_at(index).display(builder)
        builder.append(' }')


# test_jit_structs.py: copied struct stays virtual
@jit.look_inside_iff(lambda words, count: count <= UNROLLED_FIELDS)
def copied_words(words, count):
    """A copy of ``words``, a fixed-size list of ``count`` ints."""
    if count == 0:
        return NO_WORDS
    result = [0] * count
    for index in range(count):
        result[index] = words[index]
    return result


# test_jit_structs.py: a struct that does not escape is not allocated
@jit.look_inside_iff(lambda layout, values_w: len(values_w) <= UNROLLED_FIELDS)
def stored_objects(layout, values_w):
    """The values that ``layout`` stores as objects."""
    if layout.object_count == 0:
        return NO_FIELDS
    objects = [None] * layout.object_count
    for index in range(len(values_w)):
        if layout.kind(index) == OBJECT:
            objects[layout.place(index)] = values_w[index]
    return objects


# test_jit_structs.py: as above
@jit.look_inside_iff(lambda layout, values_w: len(values_w) <= UNROLLED_FIELDS)
def stored_words(layout, values_w):
    """The values that ``layout`` stores as words."""
    if layout.word_count == 0:
        return NO_WORDS
    words = [0] * layout.word_count
    for index in range(len(values_w)):
        kind = layout.kind(index)
        w_value = values_w[index]
        if kind == INT:
            assert isinstance(w_value, W_Int)
            words[layout.place(index)] = w_value.value
        elif kind == FLOAT:
            assert isinstance(w_value, W_Float)
            words[layout.place(index)] = float2longlong(w_value.value)
    return words


def new_struct(shape, values_w):
    """A struct with the values ``values_w`` (fixed-size [W_Root], given away) in shape order."""
    layout = layout_for(shape, values_w)
    return W_Struct(layout, stored_objects(layout, values_w), stored_words(layout, values_w))


def struct_shape(struct_type, names):
    """The Shape of a struct of ``struct_type`` with the fields ``names`` ([str]) in this order."""
    return struct_type.root_shape.with_fields(names)
