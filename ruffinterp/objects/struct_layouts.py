"""How the fields of a struct are stored: ints and floats unboxed, everything else as values.

A *layout* is a shape with a kind for each field.  All structs that a program makes with the same
names start with the layout that the shape prefers: a field is a word while every struct had an int
there, or every one a float.  The first other value makes it an object for all that are made later;
a struct that exists keeps its layout until it gets such a value itself.
"""

from rpython.rlib import jit

from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Int

OBJECT = 0
INT = 1
FLOAT = 2

# Structs with more fields store objects only: their kinds are not checked one by one in a trace.
MOST_UNBOXED_FIELDS = 16


def kind_of(w_value):
    """The kind of a field in which nothing but values like this one have been stored."""
    if isinstance(w_value, W_Int):
        return INT
    if isinstance(w_value, W_Float):
        return FLOAT
    return OBJECT


class Layout(object):
    """``kinds``: the kind of each field; ``places``: its index among the objects or the words."""
    _immutable_fields_ = ['shape', 'kinds[*]', 'places[*]', 'object_count', 'word_count']

    def __init__(self, shape, kinds):
        self.shape = shape
        self.kinds = kinds
        places = [0] * len(kinds)
        objects = words = 0
        for index in range(len(kinds)):
            if kinds[index] == OBJECT:
                places[index] = objects
                objects += 1
            else:
                places[index] = words
                words += 1
        self.places = places
        self.object_count = objects
        self.word_count = words

    # test_jit_structs.py: field read; the layout is constant in a trace
    @jit.elidable
    def kind(self, index):
        return self.kinds[index]

    # test_jit_structs.py: as above
    @jit.elidable
    def place(self, index):
        return self.places[index]

    # test_jit_structs.py: added field
    @jit.elidable
    def with_object(self, name):
        """The layout with one more field, stored as an object."""
        return layout_of(self.shape.with_field(name), self.kinds + [OBJECT])

    @jit.dont_look_inside
    def generalized(self, index):
        """The layout in which the field ``index`` is an object, also for structs made later."""
        kinds = self.kinds[:]
        kinds[index] = OBJECT
        layout = layout_of(self.shape, kinds)
        prefer(self.shape, layout)
        return layout


class LayoutTable(object):
    """What a Shape knows of layouts: all of them, and the one for new structs."""
    _immutable_fields_ = ['preferred?']

    def __init__(self):
        self.known = {}
        self.preferred = None


def layout_of(shape, kinds):
    """The one Layout of a shape with these kinds ([int])."""
    key = ''.join([chr(kind) for kind in kinds])
    known = shape.layouts.known
    layout = known.get(key, None)
    if layout is None:
        layout = Layout(shape, kinds)
        known[key] = layout
    return layout


def prefer(shape, layout):
    """From now on new structs are stored as ``layout`` says, but objects stay objects."""
    previous = shape.layouts.preferred
    if previous is not None:
        kinds = layout.kinds[:]
        for index in range(len(kinds)):
            if previous.kinds[index] != kinds[index]:
                kinds[index] = OBJECT
        layout = layout_of(shape, kinds)
    shape.layouts.preferred = layout


@jit.dont_look_inside
def learn_layout(shape, values_w):
    """The layout for new structs once one has been made of ``values_w``."""
    kinds = [OBJECT] * len(values_w)
    if len(values_w) <= MOST_UNBOXED_FIELDS:
        for index in range(len(values_w)):
            kinds[index] = kind_of(values_w[index])
    prefer(shape, layout_of(shape, kinds))
    return shape.layouts.preferred


# test_jit_structs.py: the number of fields is constant for a layout
@jit.look_inside_iff(lambda layout, values_w: len(values_w) <= MOST_UNBOXED_FIELDS)
def fits(layout, values_w):
    """Whether ``values_w`` can be stored as ``layout`` says."""
    for index in range(len(values_w)):
        kind = layout.kind(index)
        if kind != OBJECT and kind != kind_of(values_w[index]):
            return False
    return True


def layout_for(shape, values_w):
    """The layout for a new struct of ``values_w``; constant in a trace once programs settle."""
    layout = shape.layouts.preferred
    if layout is None or not fits(layout, values_w):
        return learn_layout(shape, values_w)
    return layout
