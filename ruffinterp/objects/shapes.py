"""Shapes: descriptions of named fields, shared by all structs or dicts with the same names.

The names of a shape stand in the order in which the fields came.  One shape exists per owner and
sequence of names, so that the identity of the shape tells everything about the layout.
"""

from rpython.rlib import jit
from rpython.rlib.listsort import make_timsort_class

from ruffinterp.objects.struct_layouts import LayoutTable

# Structs and dicts up to this size are copied value by value in a trace.
UNROLLED_FIELDS = 16

# What everything without fields that are values shares.
NO_FIELDS = [None] * 0

BaseIndexSort = make_timsort_class()


class NameOrderedIndices(BaseIndexSort):
    """Sorts indices by the byte order of the names that they stand for."""

    def __init__(self, names):
        BaseIndexSort.__init__(self, [index for index in range(len(names))])
        self.names = names

    def lt(self, a, b):
        return self.names[a] < self.names[b]


class ShapeUser(object):
    """Base of what a dict on a shape uses as its strategy (dict_records.py)."""


class Shape(object):
    """Immutable list of field names in order.

    ``names``: the names.  ``sorted_indices``: the indices of those that are displayed, in the byte
    order of the names.
    ``struct_type``: the StructType that the shape belongs to, None for dicts.  ``layouts``: how
    structs of this shape are stored.
    """
    _immutable_fields_ = [
        'names[*]', 'sorted_indices[*]', 'struct_type', 'indices', 'count', 'layouts']

    def __init__(self, names, struct_type, hidden_name=''):
        self.names = names
        self.struct_type = struct_type
        self.count = len(names)
        self.indices = {}
        for index in range(len(names)):
            self.indices[names[index]] = index
        order = NameOrderedIndices(names)
        order.sort()
        displayed = [index for index in order.list if names[index] != hidden_name]
        self.sorted_indices = displayed[:]
        self.extensions = {}
        self.user = None
        self.layouts = LayoutTable()

    def size(self):
        """The number of fields."""
        return self.count

    # test_jit_structs.py: field read; test_jit_dicts.py: constant key read
    @jit.elidable
    def find(self, name):
        """The index of the field ``name`` (str), or -1."""
        return self.indices.get(name, -1)

    # test_jit_structs.py: added field; test_jit_dicts.py: record built by constant stores
    @jit.elidable
    def with_field(self, name):
        """The shape that has ``name``, not a field of this one, as its last field."""
        shape = self.extensions.get(name, None)
        if shape is None:
            shape = Shape(self.names + [name], self.struct_type)
            self.extensions[name] = shape
        return shape

    def with_fields(self, names):
        """The shape with the fields of this one and then ``names`` ([str]), repetitions skipped."""
        shape = self
        for name in names:
            if shape.find(name) < 0:
                shape = shape.with_field(name)
        return shape


record_root = Shape([], None)


def record_shape(names):
    """The shape of dicts with the keys ``names`` ([str]) in this order; repetitions are skipped."""
    return record_root.with_fields(names)


# test_jit_structs.py: added field; test_jit_dicts.py: record built by constant stores
# (the count is known from the shape)
@jit.look_inside_iff(lambda fields, count, w_value: count <= UNROLLED_FIELDS)
def extended_fields(fields, count, w_value):
    """A copy of ``fields``, a fixed-size list of ``count`` values, with ``w_value`` at the end."""
    result = [None] * (count + 1)
    for index in range(count):
        result[index] = fields[index]
    result[count] = w_value
    return result


# test_jit_structs.py: copied struct stays virtual (the count is known from the shape)
@jit.look_inside_iff(lambda fields, count: count <= UNROLLED_FIELDS)
def shared_fields(fields, count):
    """A copy of ``fields``, a fixed-size list of ``count`` values, which get marked shared."""
    if count == 0:
        return NO_FIELDS
    result = [None] * count
    for index in range(count):
        w_value = fields[index]
        w_value.mark_shared()
        result[index] = w_value
    return result
