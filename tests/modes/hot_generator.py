"""Declarations of programs that run hot."""

import re

import edges
from failures import Failures
from hot_productions import EXPRESSIONS, NESTED_STATEMENTS, STORES
from hot_expansion import HotExpansion
from program_generator import Generator
from scopes import Function
from trees import STATEMENT

NAMES = {
    'item': ['n0', 'n1'], 'word': ['w0', 'w1'], 'big': ['b0'], 'float': ['f0', 'f1'],
    'str': ['s0', 's1'], 'ints': ['x0', 'x1'], 'floats': ['y0'], 'mixed': ['z0'],
    'dict': ['d0', 'd1'], 'numbers': ['e0'], 'cell': ['c0', 'c1'], 'cells': ['l0'],
    'grid': ['g0'], 'nested': ['m0'], 'any': ['any0'],
}
START = {
    'item': '3', 'word': '12345', 'big': '1', 'float': '1.5', 'str': '"abc"', 'ints': '[3, 1, 2]',
    'floats': '[0.5, -0.0, 2.0]', 'mixed': '[1, "two", 3.0]', 'dict': '{"a": 1, "b": 2, "c": 3}',
    'numbers': '{0: 1, 1: 2}', 'cell': 'Cell { n: 1 }', 'cells': '[Cell { n: 1 }, Cell {}, Cell {}]',
    'grid': '[[1, 2, 3], [4, 5, 6], [7, 8, 9]]',
    'nested': '{"in": {"x": 1}, "list": [{"x": 1}, {"x": 2}, {"x": 3}]}', 'any': 'null',
}
BUDGET = 1100000
RECURSION = 12
INNER_LOOP = ['for ', 'new_item', ' in ', 'few', ' ', 'loop_block', '']


def renamed(node, name, other):
    """A tree of the program with another name instead of ``name``."""
    if isinstance(node, (list, tuple)):
        return type(node)(renamed(part, name, other) for part in node)
    if isinstance(node, str):
        return re.sub(r'\b%s\b' % name, other, node)
    return node


class HotGenerator(Generator):
    expressions = EXPRESSIONS
    statements = STORES
    nested_statements = NESTED_STATEMENTS
    stray = 0

    def __init__(self, random):
        Generator.__init__(self, random)
        self.tables = []

    def budget_of_program(self):
        return BUDGET

    def expansion(self, scope, depth):
        return HotExpansion(self, scope, depth)

    def simplest(self, scope, kind):
        return self.expansion(scope, 0).simplest(kind)

    def new_table(self, values):
        """The name of a global array of constants."""
        name = self.new_name('t')
        self.tables.append((STATEMENT, name + ' := [' + ', '.join(values) + ']'))
        return name

    # ---- declarations

    def values_of(self, kind, count):
        """Texts of values that a parameter or a table of a kind can get."""
        if kind == 'float':
            return [self.pick(edges.FLOATS) for _ in range(count)]
        if kind == 'str':
            return ['"%s"' % self.pick(edges.TEXTS) for _ in range(count)]
        if kind == 'item':
            return [str(self.random.randrange(-3, 100)) for _ in range(count)]
        if kind == 'word':
            return [str(edges.edge(self.random)) for _ in range(count)]
        return [START[kind]] * count

    def parameters(self, most):
        """List of (kind, name); the first is a number."""
        kinds = [self.pick(['word', 'float'])]
        kinds += [self.pick(['word', 'word', 'word', 'item', 'float', 'float', 'str', 'ints'])
                  for _ in range(self.random.randrange(most))]
        return [(kind, self.new_name('q')) for kind in kinds]

    def function_scope(self, scope, parameters, **changes):
        """What a function sees; often its parameters in place of the global variables."""
        inner = scope.inside(in_function=True, **changes)
        if self.chance(.6):
            for kind, _ in parameters:
                inner.readable[kind] = []
                inner.assignable[kind] = []
        for kind, name in parameters:
            inner.add(kind, name)
        return inner

    def leaf_function(self, scope, loops=.4):
        """A function of edges, branches and returns; perhaps one with a loop of its own."""
        parameters = self.parameters(4)
        result = self.pick(['word', 'word', 'word', 'float', 'ints'])
        inner = self.function_scope(scope, parameters, result=result)
        kept, self.spent = self.spent, 0
        body = self.locals(inner) + self.block(inner, 1, 3)
        if self.chance(loops):
            # With a loop of its own it is called, not made part of the caller's trace.
            body.append(self.expand(inner, STATEMENT, INNER_LOOP, 1))
        body.append(self.result(inner))
        cost, self.spent = self.spent + 1, kept
        name = self.new_name('p')
        function = Function(name, [kind for kind, _ in parameters], len(parameters), False, result,
                            cost)
        scope.functions.append(function)
        return (STATEMENT, 'func %s(%s) ' % (name, ', '.join(q for _, q in parameters)), body)

    def locals(self, scope):
        """Declarations of local variables; the scope gets to know them."""
        found = []
        for _ in range(self.random.randrange(4)):
            kind = self.pick(['word', 'word', 'word', 'item', 'float', 'float', 'str', 'ints', 'dict'])
            name = self.new_name('k')
            found.append((STATEMENT, 'let ' + name + ' := ', self.expression(scope, kind, 2)))
            scope.add(kind, name)
        return found

    def failing_function(self, scope):
        """``failing(u)`` fails for some arguments, and for those of another type."""
        inner = scope.inside([('item', 'u')], in_function=True)
        # Calling itself it would never end.
        failure = renamed(Failures(self.expansion(inner, 1)).statements(), 'failing',
                          'failing_never')
        return (STATEMENT, 'func failing(u) ', self.block(inner, 0, 1) + [
            (STATEMENT, 'if u % 3 == 1 ', failure + [(STATEMENT, 'throw("failing")')]),
            (STATEMENT, 'return u + 1')])

    def recursive_function(self, scope):
        name = self.new_name('r')
        inner = scope.inside([('item', 'u'), ('word', 'v')], in_function=True, result='word')
        inner.assignable['item'] = [known for known in inner.assignable['item'] if known != 'u']
        kept, self.spent = self.spent, 0
        body = self.repeated(RECURSION, lambda: self.block(inner, 1, 2) + [
            (STATEMENT, 'return wrap_add(' + name + '(u - 1, ', self.expression(inner, 'word', 1),
             '), ', self.expression(inner, 'word', 1), ')')])
        cost, self.spent = self.spent + 1, kept
        scope.functions.append(Function(name, ['turns', 'word'], 2, False, 'word', cost))
        return (STATEMENT, 'func ' + name + '(u, v) ', [
            (STATEMENT, 'if u <= 0 ', [(STATEMENT, 'return ', self.expression(inner, 'word', 1))])]
            + body)

    def generator_function(self, scope):
        inner = scope.inside([('item', 'u')], in_function=True)
        return (STATEMENT, 'func* produced(u) ', [(STATEMENT, 'for k in u ', self.block(
            inner, 0, 2) + [(STATEMENT, 'yield ', self.expression(inner, 'item', 1))])])
