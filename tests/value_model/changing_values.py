"""Random values and places that mostly hold structs, for programs about changing methods.

A struct has a struct in ``a``, a small int in ``n`` and an array of structs in ``list``; globals and
locals keep their kind most of the time, so that most calls find their method.
"""

from context import GLOBALS, USUAL_KIND
from expressions import FIELDS, KEYS, STRUCT
from generator import Generator
from paths import place_of

OTHER_STRUCT = 'T'
KINDS = dict(USUAL_KIND, gb='any', q='struct', u='any', a='struct', n='number', list='array', c='number')
RESULTS = ['struct', 'array', 'any']
PLACE_KINDS = ('struct', 'array', 'dict')


def kind_of(name):
    """What a variable mostly holds; those of loops hold items of arrays."""
    return KINDS.get(name, 'struct' if name[0] == 'v' else 'any')


class PlaceMaker(Generator):
    """``last_root``: that of the place before, which often comes again."""

    def __init__(self, random):
        Generator.__init__(self, random)
        self.last_root = None
        self.results = RESULTS

    # ---- literals

    def literal_of(self, kind, depth):
        if kind == 'struct':
            name = OTHER_STRUCT if self.chance(.2) else STRUCT
            return ('struct', name, [(field, self.field_literal(field, depth)) for field in FIELDS])
        if kind == 'array' and depth <= 0:
            return ('array', [('int', self.random.randrange(9))])
        if kind == 'array':
            return ('array', [self.literal_of('struct' if self.chance(.95) else 'any', depth - 1)
                              for _ in range(self.pick([1, 2, 2]))])
        if kind == 'dict':
            return ('dict', [(key, self.field_literal(key, depth)) for key in KEYS])
        if kind == 'number':
            return ('int', self.random.randrange(2))
        return self.literal(depth)

    def field_literal(self, name, depth):
        if name == 'n' or (depth <= 0 and name != 'list'):
            return ('int', self.random.randrange(2))
        kinds = {'a': 'struct', 'b': self.pick(['any', 'struct']), 'list': 'array', '1': 'array'}
        return self.literal_of(kinds[name], depth - 1)

    # ---- places

    def root(self, names):
        """A variable that holds a struct or has one inside."""
        if self.last_root in names and self.chance(.55):
            return self.last_root
        fitting = [name for name in names if kind_of(name) in PLACE_KINDS]
        private = [name for name in fitting if name not in GLOBALS]
        if private and self.chance(.85):
            fitting = private if self.chance(.7) else private[-1:]
        structs = [name for name in fitting if kind_of(name) == 'struct']
        self.last_root = self.pick(structs if structs and self.chance(.5) else fitting or GLOBALS)
        return self.last_root

    def steps_to_struct(self, root, context):
        kind = kind_of(root)
        if self.chance(.03):
            kind = self.pick(PLACE_KINDS)
        steps = []
        if kind == 'array':
            steps = [('index', self.place_index(context))]
        elif kind == 'dict':
            steps = [self.pick([('index', ('string', 'a')), ('field', 'a'), ('field', 'b'),
                                ('index', ('string', self.pick(['a', 'b'])))])]
            if self.chance(.2):
                steps = [('index', ('string', '1')), ('index', self.place_index(context))]
        inside = [('field', 'list'), ('index', self.place_index(context))]
        return steps + self.weighted([
            (.7, lambda: []), (.14, lambda: [('field', 'a')]), (.14, lambda: inside),
            (.02, lambda: [('field', 'a')] + inside)])()

    def place_index(self, context):
        """An index expression, which may run code that changes something."""
        if not self.chance(.25):
            return ('int', self.pick([0, 0, 0, 0, 0, 0, -1, -1, 1]))
        structs = [name for name in context.names if kind_of(name) == 'struct'] or ['gc']
        return self.pick([
            ('field', ('variable', self.pick(structs)), 'n'),
            ('field', ('variable', structs[0]), 'n'), self.changing_index(self.pick(structs))])

    def struct_place(self, context, names=None):
        """(root, steps) of what mostly is a struct; ``names``: the variables to choose from."""
        root = self.root(context.names if names is None else names)
        return root, self.steps_to_struct(root, context)

    def part_of(self, place, context):
        return self.pick([
            ('field', place, self.pick(FIELDS)), ('field', place, 'a'), ('field', place, 'list'),
            ('field', place, 'list'), ('index', ('field', place, 'list'), ('int', 0))])

    def small(self, context):
        return self.place_index(context) if self.chance(.8) else Generator.small(self, context)

    # ---- values

    def expression(self, context, depth, kind='any'):
        if kind == 'number':
            return ('int', self.random.randrange(2))
        if self.chance(.25):
            return Generator.expression(self, context, depth, kind)
        if kind == 'any':
            kind = self.pick(['struct', 'struct', 'array'])
        if kind == 'struct':
            return self.struct_value(context, depth)
        if kind == 'array':
            return self.array_value(context, depth)
        return Generator.expression(self, context, depth, kind)

    def struct_value(self, context, depth):
        root, steps = self.struct_place(context)
        if kind_of(root) == 'struct' and self.chance(.7):
            # Parts of parts of parts would soon be numbers.
            steps = []
        choices = [
            (.4, lambda: place_of(root, steps)),
            (.12, lambda: self.literal_of('struct', self.pick([1, 2])))]
        if depth > 0:
            choices += [
                (.2, lambda: self.changing_call(context, depth - 1)),
                (.1, lambda: ('struct', STRUCT, [
                    ('a', self.struct_value(context, depth - 1)),
                    ('list', self.array_value(context, depth - 1))])),
                (.05, lambda: self.chained(self.struct_value(context, depth - 1)))]
        return self.weighted(choices)()

    def array_value(self, context, depth):
        arrays = [name for name in context.names if kind_of(name) == 'array'] or ['ga']
        choices = [
            (.25, lambda: ('variable', self.pick(arrays[:3] if self.chance(.6) else arrays))),
            (.15, lambda: ('field', place_of(*self.struct_place(context)), 'list')),
            (.1, lambda: self.literal_of('array', 2))]
        if depth > 0:
            choices += [
                (.2, lambda: ('array', [self.struct_value(context, depth - 1) for _ in range(2)])),
                (.2, lambda: ('call', 'push', [self.array_value(context, depth - 1),
                                               self.struct_value(context, depth - 1)])),
                (.1, lambda: self.call(context, depth - 1))]
        return self.weighted(choices)()

    def arguments(self, context, depth, count):
        if count < 0:
            count = -count - self.pick([0, 1])
        return [self.expression(context, depth - 1, kind)
                for kind in ['array', 'struct', 'any'][:count]]

    def method_call(self, context, depth):
        """Only of methods made before, or most programs would not end."""
        return self.struct_value(context, depth)

    def result(self, context):
        return self.expression(context, 1, self.pick(self.results))
