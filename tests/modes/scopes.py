"""What the code being generated can see and do."""

GLOBALS = {
    'int': ['i0', 'i1', 'i2'], 'float': ['f0', 'f1'], 'str': ['s0', 's1'], 'ints': ['a0', 'a1'],
    'strs': ['b0'], 'grid': ['m0'], 'dict': ['d0', 'd1'], 'point': ['p0'], 'vec': ['v0'],
}


class Function(object):
    """A declared function as its callers see it."""

    def __init__(self, name, parameters, required, has_rest, result, cost):
        self.name = name
        self.parameters = parameters
        self.required = required
        self.has_rest = has_rest
        self.result = result
        self.cost = cost


class Scope(object):
    """Names in sight by type, and the kind of place.

    ``functions``, ``generators`` and ``tasks`` are what may be called here: all of them declared
    before, so that every program ends.  ``loop`` is (counter, iterations) of the loop around, or None.
    """

    def __init__(self, names=GLOBALS):
        self.readable = dict((kind, list(known)) for kind, known in names.items())
        self.assignable = dict((kind, list(known)) for kind, known in names.items())
        self.functions = []
        self.generators = []
        self.tasks = []
        self.in_function = False
        self.in_method = False
        self.in_loop = False
        self.may_yield = False
        self.may_throw = False
        self.result = None
        self.loop = None

    def inside(self, names=(), **changes):
        """The same place with more (kind, name) in sight and changed attributes."""
        other = Scope()
        other.__dict__.update(self.__dict__)
        other.readable = dict((kind, list(known)) for kind, known in self.readable.items())
        other.assignable = dict((kind, list(known)) for kind, known in self.assignable.items())
        for kind, name in names:
            other.add(kind, name)
        other.__dict__.update(changes)
        return other

    def add(self, kind, name):
        """A new name, which is taken more often than those of outer places.

        A counter can only be read: else its loop might not end.
        """
        if kind == 'counter':
            self.readable['int'].append(name)
            return
        self.readable.setdefault(kind, []).extend([name, name])
        if kind in self.assignable:
            self.assignable[kind].append(name)
