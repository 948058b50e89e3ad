"""Random programs of the whole language, valid by construction and bounded in time and output.

Time is bounded by counting: every node that is made costs the number of times it can run, and
nothing is made that does not fit into what is left.
"""

from productions import EXPRESSIONS, NESTED_STATEMENTS, STATEMENTS
from trees import ATOM, EXPRESSION, STATEMENT

KEYS = 'abcde'
LETTERS = ['a', 'b', 'xyz', '', ' ', 'Q', u'\xe9'.encode('utf-8'), u'\u20ac'.encode('utf-8')]
LITERALS = {
    'float': ['0.5', '2.25', '1.0', '1000000.0', '0.1', '-3.5'],
    'bool': ['true', 'false'],
    'function': ['abs', 'to_int'],
    'test': ['is_int'],
}
NUMBERS = ['2147483648', '4294967296', '4611686018427387904', '9223372036854775807',
           '-9223372036854775807', '9223372036854775808', '123456789012345678901234567890']
# What has no literal is made of simple parts.
PLAIN = {
    'ints': ['[3, 1, 2]', '[4, 0, 9, 2]', '[1, 2, 3, 4, 5, 6]', '[]'],
    'strs': ['["a", ""]', '["xy", "b", "z"]'],
    'grid': ['[[1, 2], [3, 4]]', '[[0, 0, 0], [5, 6], []]'],
    'dict': ['{"a": 1, "b": 2, "c": 3}', '{"e": 5}', '{1: 2}'],
    'point': ['Point { a: 1 }', 'Point { a: 2, name: "two" }'],
    'vec': ['Vec { x: 1 }', 'Vec { x: 2, y: 3 }'],
    'res': ['Ok(1)', 'Err("e")'], 'opt': ['None', 'Some(2)'],
    'shape': ['Shape::Dot', 'Shape::Disc(2)'], 'maybe': ['null'], 'sized': ['"abc"'],
}
# Methods call none: what an operator calls could be the method itself.
IN_METHODS = {'vec': '{"x": 1, "y": 2}', 'point': '{"a": 3, "items": [4]}'}
STRAY = .006
# Loops of that many iterations are compiled with the default parameters of the JIT.
HOT = 1100
SMALL_BUDGET = 4000
HOT_BUDGET = 60000
HOT_PROGRAMS = .35
ESTIMATED_ITEMS = 6
QUIET = 40


class Generator(object):
    expressions = EXPRESSIONS
    statements = STATEMENTS
    nested_statements = NESTED_STATEMENTS
    stray = STRAY

    def __init__(self, random):
        self.random = random
        self.budget = self.budget_of_program()
        self.spent = 0
        self.times = 1
        self.fresh = 0

    def budget_of_program(self):
        return HOT_BUDGET if self.chance(HOT_PROGRAMS) else SMALL_BUDGET

    def expansion(self, scope, depth):
        return Expansion(self, scope, depth)

    # ---- choices

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, probability):
        return self.random.random() < probability

    def weighted(self, productions):
        point = self.random.random() * sum(weight for weight, _ in productions)
        for weight, production in productions:
            point -= weight
            if point < 0:
                return production
        return productions[-1][1]

    def new_name(self, letter):
        self.fresh += 1
        return '%s%d' % (letter, self.fresh)

    def fits(self, cost):
        return self.spent + cost * self.times < self.budget

    def repeated(self, times, make):
        """What ``make()`` gives, at the cost of code that runs ``times`` times."""
        kept = self.times
        self.times = kept * times
        try:
            return make()
        finally:
            self.times = kept

    # ---- productions

    def expression(self, scope, kind, depth):
        """A random expression of a type; now and then of another."""
        self.spent += self.times
        if self.times < HOT and not scope.in_method and self.chance(self.stray):
            kind = self.pick(sorted(self.expressions))
        if scope.in_method and kind in IN_METHODS:
            return (ATOM, IN_METHODS[kind])
        if depth <= 0 or self.chance(.15) or not self.fits(ESTIMATED_ITEMS * 10):
            return self.simplest(scope, kind)
        return self.expand(scope, EXPRESSION, self.weighted(self.expressions[kind]), depth - 1)

    def simplest(self, scope, kind):
        names = scope.readable.get(kind)
        if names and self.chance(.8):
            return (ATOM, self.pick(names))
        if kind in ('int', 'item'):
            return self.hole_int_literal()
        if kind in ('str', 'word', 'letter'):
            return (ATOM, '"%s"' % self.pick(LETTERS))
        if kind in LITERALS:
            return (ATOM, self.pick(LITERALS[kind]))
        if kind in PLAIN:
            return (ATOM, self.pick(PLAIN[kind]))
        return self.hole_int_literal()

    def expand(self, scope, node_kind, production, depth):
        """A node of a production: text and holes in turn."""
        expansion = self.expansion(scope, depth)
        parts = [node_kind]
        for position, part in enumerate(production):
            parts.append(expansion.fill(part) if position % 2 else part)
        return tuple(parts)

    def hole_int_literal(self):
        if self.chance(.08):
            return (ATOM, self.pick(NUMBERS))
        return (ATOM, str(self.random.randrange(-2, 10) if self.chance(.7)
                          else self.random.randrange(1000)))

    # ---- statements

    def statement(self, scope, depth):
        self.spent += self.times
        if depth > 0 and self.chance(.45) and self.fits(ESTIMATED_ITEMS * 20):
            return self.expand(scope, STATEMENT, self.weighted(self.nested_statements), depth)
        if scope.in_loop and self.chance(.04):
            return (STATEMENT, 'if ', self.expression(scope, 'bool', 1),
                    [(STATEMENT, self.pick(['break', 'continue']))])
        if scope.may_yield and self.chance(.2):
            return (STATEMENT, 'yield ', self.expression(scope, 'item', 2))
        if scope.result and self.chance(.06):
            return (STATEMENT, 'if ', self.expression(scope, 'bool', 1), [self.result(scope)])
        return self.expand(scope, STATEMENT, self.weighted(self.statements), 2)

    def block(self, scope, depth, most=3):
        scope = scope.inside()
        return [self.statement(scope, depth) for _ in range(self.random.randrange(1, most + 1))]

    def result(self, scope):
        value = self.expression(scope, scope.result, 2)
        if scope.result == 'item' and self.chance(.1):
            value = (EXPRESSION, 'Ok(', value, ')?')
        return (STATEMENT, 'return ', value)

    def body(self, scope, result, depth=2, most=3):
        """The block of a function."""
        inner = scope.inside(in_function=True, in_loop=False, may_yield=False, result=result)
        return self.block(inner, depth, most) + [self.result(inner)]


class Expansion(object):
    """One use of a production; names that it introduces are in sight of its blocks."""

    def __init__(self, generator, scope, depth):
        self.generator = generator
        self.scope = scope
        self.depth = depth
        self.names = []
        self.iterations = 1

    def fill(self, hole):
        kind, _, rest = hole.partition('_')
        if kind == 'new':
            return self.new(rest)
        if kind == 'target':
            return (ATOM, self.generator.pick(self.scope.assignable[rest]))
        if kind == 'bound':
            return (ATOM, self.generator.pick([name for name in self.scope.assignable[rest]
                                               if '.' not in name]))
        if kind == 'call':
            return self.call(rest)
        if hole in self.generator.expressions:
            return self.generator.expression(self.scope, hole, self.depth)
        return getattr(self, 'hole_' + hole)()

    def new(self, kind):
        """A fresh name of a type."""
        name = self.generator.new_name('x')
        self.names.append((kind, name))
        return (ATOM, name)

    def hole_last(self):
        return (ATOM, self.names[-1][1])

    # ---- small things

    def hole_int_literal(self):
        return self.generator.hole_int_literal()

    def hole_positive(self):
        return (ATOM, str(self.generator.pick([1, 2, 3, 5, 7, 10])))

    def hole_small(self):
        return (ATOM, str(self.generator.random.randrange(7)))

    def hole_index(self):
        if self.generator.chance(.06):
            return (ATOM, '9')
        return (ATOM, str(self.generator.pick([0, 0, 0, 1, 1, -1])))

    def hole_modulus(self):
        return (ATOM, str(self.generator.pick([7, 10, 97, 1000, 1000003, 4294967296])))

    def hole_key(self):
        return self.generator.pick(KEYS)

    def hole_letter(self):
        return (ATOM, '"%s"' % self.generator.pick(LETTERS))

    def hole_throw(self):
        if not self.scope.may_throw:
            return self.hole_quiet_print()
        return (EXPRESSION, 'throw(', self.generator.expression(self.scope, 'any', 1), ')')

    def hole_quiet_print(self):
        """Output, where it is not too much of it."""
        generator = self.generator
        values = [generator.expression(self.scope, 'any', self.depth)]
        if generator.times > QUIET:
            return (EXPRESSION, generator.pick(self.scope.assignable['int']),
                    ' := len("${', values[0], '}")')
        return (EXPRESSION, 'print(', values[0], ', ', (ATOM, '"%s"' % generator.new_name('#')), ')')

    def hole_count(self):
        """How often a loop runs: seldom so often that it is compiled."""
        generator = self.generator
        hot = generator.random.randrange(HOT, 2 * HOT)
        if generator.times == 1 and generator.fits(hot * 20) and generator.chance(.5):
            self.iterations = hot
        else:
            self.iterations = generator.random.randrange(1, 5)
        return (ATOM, str(self.iterations))

    # ---- blocks

    def inner_block(self, most=3, **changes):
        generator = self.generator
        scope = self.scope.inside(self.names, **changes)
        return generator.block(scope, self.depth - 1, most)

    def hole_block(self):
        return self.inner_block()

    def hole_handler_block(self):
        name = self.names[-1][1]
        return [(STATEMENT, 'print(', (ATOM, name + '.message'), ', ', (ATOM, name + '.line'), ')')
                if self.generator.times <= QUIET else
                (STATEMENT, self.generator.pick(self.scope.assignable['str']),
                 ' := substring(' + name + '.message, 0, 20)')]

    def hole_throwing_block(self):
        return self.inner_block(may_throw=True)

    def loop(self, prefix, suffix):
        iterations = self.iterations if self.iterations > 1 else ESTIMATED_ITEMS
        block = self.generator.repeated(
            iterations, lambda: self.inner_block(in_loop=True, may_throw=iterations < HOT))
        return prefix + block + suffix

    def hole_loop_block(self):
        return self.loop([], [])

    def hole_counting_block(self):
        name = self.names[-1][1]
        return self.loop([(STATEMENT, name, ' += 1')], [])

    def hole_leaving_block(self):
        count = self.hole_count()
        name = self.names[-1][1]
        return self.loop([(STATEMENT, name, ' += 1'),
                          (STATEMENT, 'if ' + name + ' > ', count, [(STATEMENT, 'break')])], [])

    def hole_sending_block(self):
        name = self.names[-1][1]
        return self.inner_block(in_loop=False, result=None, may_yield=False) + [
            (STATEMENT, name + '.send(', self.generator.expression(self.scope, 'item', 1), ')')]

    # ---- functions

    def lambda_body(self, parameters, result):
        generator = self.generator
        scope = self.scope.inside(parameters, tasks=[], generators=[])
        return generator.repeated(ESTIMATED_ITEMS, lambda: generator.body(
            scope, result, min(self.depth, 1), 1))

    def hole_int_body(self):
        return self.lambda_body([('int', 'u')], 'item')

    def hole_bool_body(self):
        return self.lambda_body([('int', 'u')], 'bool')

    def hole_fold_body(self):
        return self.lambda_body([('int', 'u'), ('int', 'v')], 'item')

    def call(self, result):
        """A call of a declared function with a result of that type, if one fits."""
        wanted = 'item' if result == 'int' else result
        found = [function for function in self.scope.functions
                 if wanted in (function.result, 'any') and self.generator.fits(function.cost)]
        if not found:
            return self.generator.simplest(self.scope, result)
        function = self.generator.pick(found)
        self.generator.spent += function.cost * self.generator.times
        return (EXPRESSION, function.name + '(') + self.arguments(function) + (')',)

    def arguments(self, function):
        generator = self.generator
        count = generator.random.randrange(function.required, len(function.parameters) + 1)
        parts = []
        for kind in function.parameters[:count]:
            parts.extend([', ', self.argument(kind)])
        if function.has_rest and count == len(function.parameters):
            if generator.chance(.5):
                parts.extend([', ...', generator.expression(self.scope, 'ints', 1)])
            for _ in range(generator.random.randrange(3)):
                parts.extend([', ', generator.expression(self.scope, 'item', 1)])
        if generator.chance(.01):
            parts.extend([', ', '1'])
        return tuple(parts[1:])

    def argument(self, kind):
        if kind == 'small':
            return self.hole_small()
        return self.generator.expression(self.scope, kind, self.depth)

    def named(self, functions, otherwise):
        """A call with a small number, of a generator or an async function."""
        found = [function for function in functions if self.generator.fits(function.cost)]
        if not found:
            return (ATOM, otherwise)
        function = self.generator.pick(found)
        self.generator.spent += function.cost * self.generator.times
        return (EXPRESSION, function.name + '(', self.hole_small(), ')')

    def hole_generator(self):
        return self.named(self.scope.generators, '[1, 2].map(abs)')

    def hole_promise(self):
        return self.named(self.scope.tasks, 'promise_all([])')

    def hole_await_int(self):
        return (EXPRESSION, '(await ', self.named(self.scope.tasks, '3'), ')')

    def hole_member_int(self):
        if self.scope.in_method:
            return self.hole_small()
        return (EXPRESSION, self.generator.expression(self.scope, 'point', 1), '.total(',
                self.generator.expression(self.scope, 'item', 1), ')')

    hole_member_any = hole_member_int
