"""What a piece of a generated program can see and do."""

GLOBALS = ['ga', 'gb', 'gc', 'gd', 'gn']
# Variables that no function sees.
UNSEEN = ['mx', 'ms', 'md']
# A closure with captured containers and a generator.
HANDLES = ['gk', 'gi']

# What a name usually holds, so that most operations succeed; errors are wanted, but as exceptions.
USUAL_KIND = {'ga': 'array', 'gb': 'array', 'gc': 'struct', 'gd': 'dict', 'x': 'array',
              'p': 'array', 'self': 'struct', 'r': 'array', 'gk': 'closure', 'gi': 'generator',
              'rest': 'dict', 'gn': 'number', 's': 'struct', 'mx': 'array', 'ms': 'struct',
              'md': 'dict'}


class Declared(object):
    """Functions declared so far: name -> number of arguments."""

    def __init__(self):
        self.plain = {}
        self.generators = {}
        self.asyncs = {}

    def copied(self):
        result = Declared()
        result.plain.update(self.plain)
        result.generators.update(self.generators)
        result.asyncs.update(self.asyncs)
        return result


class Context(object):
    """``kind`` is that of the function in which the code stands: '', 'generator' or 'async'."""

    def __init__(self, names, targets, functions, in_function, kind=''):
        self.names = names
        self.targets = targets
        self.functions = functions
        self.in_function = in_function
        self.kind = kind
        self.callables = []
        self.owns_locals = True
        self.in_loop = False
        self.may_wait = True
        self.fresh = [0]

    def inside(self, names=(), in_loop=None, owns_locals=None):
        """The same place with more names in sight."""
        other = Context(self.names + list(names), self.targets + list(names), self.functions,
                        self.in_function, self.kind)
        other.callables = self.callables
        other.in_loop = self.in_loop if in_loop is None else in_loop
        other.owns_locals = self.owns_locals if owns_locals is None else owns_locals
        other.may_wait = self.may_wait
        other.fresh = self.fresh
        return other

    def inner_function(self, names, kind=''):
        """The body of a function inside this place."""
        other = self.inside(names, in_loop=False, owns_locals=False)
        other.in_function = True
        other.kind = kind
        return other

    def background(self):
        """The body of a spawn."""
        other = self.inner_function([])
        other.may_wait = False
        return other

    def new_name(self, letter):
        self.fresh[0] += 1
        return '%s%d' % (letter, self.fresh[0])

    def known_callables(self):
        return sorted(self.functions.plain.items()) + self.callables
