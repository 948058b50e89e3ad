"""The declared fields of a struct, and what a literal says of them (decisions 8 and 44)."""

from rpython.rlib import jit

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.errors import RuffError, UnknownName, plain_error
from ruffinterp.objects.shapes import UNROLLED_FIELDS

class StructFields(object):
    """One declaration of a struct.

    ``names``: the fields ([str]); without any the struct is *open*: its literals have what fields
    they like.  ``shape``: that of all its instances unless it is open.  ``has_default``: [bool].
    ``defaults_w``: the functions that evaluate the defaults (None for a field without), once the
    declaration has run.
    """
    _immutable_fields_ = ['type', 'names[*]', 'has_default[*]', 'shape', 'defaults_w?[*]']

    def __init__(self, struct_type, names, has_default):
        self.type = struct_type
        self.names = names[:]
        self.has_default = has_default[:]
        self.shape = struct_type.root_shape.with_fields(names)
        self.defaults_w = None
        self.plans = {}

    def is_open(self):
        return len(self.names) == 0

    # test_jit_structs.py: a struct that does not escape is not allocated
    @jit.elidable
    def plan(self, shape):
        """The LiteralPlan of a literal with the fields of ``shape``, in its order."""
        plan = self.plans.get(shape, None)
        if plan is None:
            plan = LiteralPlan(self, shape)
            self.plans[shape] = plan
        return plan


class LiteralPlan(object):
    """Where the values of a literal go.

    ``places``: for each declared field the index of its value, negative if it is left out.
    ``unknown``, ``missing``: the name of a field that is too much or too little, or ''.
    """
    _immutable_fields_ = ['places[*]', 'unknown', 'missing']

    def __init__(self, fields, shape):
        self.unknown = ''
        self.missing = ''
        for name in shape.names:
            if fields.shape.find(name) < 0 and self.unknown == '':
                self.unknown = name
        places = []
        for index in range(len(fields.names)):
            place = shape.find(fields.names[index])
            places.append(place)
            if place < 0 and not fields.has_default[index] and self.missing == '':
                self.missing = fields.names[index]
        self.places = places[:]


@jit.dont_look_inside
def plan_error(fields, plan):
    """The RuffError for a literal that does not fit its declaration."""
    if plan.unknown != '':
        return unknown_field(fields.type.name, plan.unknown, fields)
    return plain_error(kinds.MISSING_VALUE, "%s needs a value for '%s'" % (
        fields.type.name, plan.missing))


@jit.dont_look_inside
def unknown_field(type_name, name, fields):
    """The RuffError for a field that a struct does not have; ``fields``: its StructFields or None."""
    candidates = [] if fields is None else [field for field in fields.names]
    return RuffError("%s has no field '%s'" % (type_name, name), None,
                     UnknownName(name, candidates), kinds.UNKNOWN_FIELD)


@jit.dont_look_inside
def unknown_struct(struct_type):
    """The RuffError for a struct that nothing has declared."""
    return RuffError("There is no struct '%s'" % struct_type.name, None,
                     UnknownName(struct_type.name, struct_type.declared_names()),
                     kinds.UNKNOWN_STRUCT)


class StructReference(object):
    """What the name of a struct stands for in a text: the StructType, and the StructFields if the
    text itself has the one declaration, else None."""
    _immutable_fields_ = ['type', 'own_fields']

    def __init__(self, struct_type, own_fields):
        self.type = struct_type
        self.own_fields = own_fields

    def fields(self):
        """The StructFields; RuffError if nothing has declared the struct."""
        fields = self.own_fields
        if fields is None:
            fields = self.type.fields
            if fields is None:
                raise unknown_struct(self.type)
        return fields


def is_traced(plan, values_w):
    return len(plan.places) <= UNROLLED_FIELDS


# test_jit_structs.py: a struct that does not escape is not allocated
@jit.look_inside_iff(is_traced)
def placed_values(plan, values_w):
    """The values of a literal in the order of the declaration; None for those left out."""
    placed_w = [None] * len(plan.places)
    for index in range(len(plan.places)):
        place = plan.places[index]
        if place >= 0:
            placed_w[index] = values_w[place]
    return placed_w
