"""Whole random programs: declarations, then statements that use them."""

import random

from program_generator import ESTIMATED_ITEMS, Generator
from scopes import GLOBALS, Function, Scope
from trees import STATEMENT

RECURSION = 8
UNCAUGHT = .07


class Programs(Generator):
    """Makes programs; every seed gives another one."""

    def program(self):
        scope = Scope()
        program = [(STATEMENT, 'enum Shape { Dot, Disc, Box }')]
        program.append(self.point_struct(scope))
        program.append(self.vec_struct(scope))
        program.extend((STATEMENT, name + ' := ', self.simplest(scope.inside(readable={}), kind))
                       for kind, names in sorted(GLOBALS.items()) for name in names)
        for _ in range(self.random.randrange(1, 4)):
            program.append(self.function(scope))
        program.append(self.recursive_function(scope))
        program.append(self.generator_function(scope))
        program.append(self.closure_maker(scope))
        if self.chance(.6):
            program.append(self.async_function(scope))
        for _ in range(self.random.randrange(3, 9)):
            program.append(self.main_statement(scope))
        program.extend((STATEMENT, 'print(' + ', '.join(names) + ')')
                       for _, names in sorted(GLOBALS.items()))
        return program

    def main_statement(self, scope):
        """Mostly in a ``try``; an error that nobody catches ends the program with a report."""
        if self.chance(UNCAUGHT):
            return self.statement(scope, 3)
        name = self.new_name('e')
        handler = [(STATEMENT, 'print(', self.pick(['%s', '%s.message, %s.line', '%s.stack'])
                    .replace('%s', name), ')')]
        body = self.block(scope.inside(may_throw=True), 4)
        return (STATEMENT, 'try ', body, ' except ' + name + ' ', handler)

    # ---- declarations

    def cost_of(self, make):
        """(what ``make()`` gives, what running it once costs)."""
        kept = self.spent
        self.spent = 0
        made = make()
        cost = self.spent + 1
        self.spent = kept
        return made, cost

    def methods(self, scope, fields, descriptions):
        """Method declarations from (head, names of parameters by type, how the result reads)."""
        found = []
        for head, parameters, result in descriptions:
            inner = scope.inside(fields + parameters, in_function=True, in_method=True)
            block = self.block(inner, 1, 2)
            parts = [self.expression(inner, part, 2) if part in ('item', 'word') else part
                     for part in result]
            found.append((STATEMENT, head, block + [(STATEMENT, 'return ') + tuple(parts)]))
        return found

    def struct(self, head, fields, methods):
        parts = [STATEMENT, head + ' {\n' + ''.join('    %s,\n' % field for field in fields)]
        for method in methods:
            parts.extend(['    ', method, '\n'])
        return tuple(parts + ['}'])

    def point_struct(self, scope):
        inside = [('int', 'self.a'), ('ints', 'self.items'), ('str', 'self.name')]
        methods = self.methods(scope, inside, [
            ('func moved(self, n) ', [('int', 'n')],
             ['Point { a: ', 'item', ', b: self.b, name: ', 'word', ' }']),
            ('func renamed(self, t := "new") ', [('str', 't')], ['self']),
            ('func total(self, n := 1, ...more) ', [('int', 'n')], ['item'])])
        return self.struct('struct Point', ['a: int', 'b: float = 0.5', 'name: string = "p"',
                                            'items: array = [1, 2]'], methods)

    def vec_struct(self, scope):
        inside = [('int', 'self.x'), ('int', 'self.y')]
        other = [('int', 'other.x')]
        made = ['Vec { x: ', 'item', ', y: ', 'item', ' }']
        methods = self.methods(scope, inside, [
            ('func op_add(self, other) ', other, made),
            ('func op_sub(self, other) ', other, made),
            ('func op_mul(self, n) ', [('int', 'n')], made),
            ('func op_neg(self) ', [], made),
            ('func op_lt(self, other) ', other, ['self.x < other.x'])])
        if self.chance(.5):
            methods.extend(self.methods(scope, inside, [
                ('func op_eq(self, other) ', other, ['self.x == other.x'])]))
        return self.struct('struct Vec', ['x: int = 0', 'y: int = 0'], methods)

    def parameter_list(self):
        """(types, names, number of required ones, whether there is a rest)."""
        kinds = [self.pick(['item', 'item', 'ints', 'str', 'point'])
                 for _ in range(self.random.randrange(4))]
        names = [self.new_name('q') for _ in kinds]
        required = self.random.randrange(len(kinds) + 1)
        return kinds, names, required, self.chance(.25)

    def function(self, scope):
        """A declaration with defaults and rest, known to what follows."""
        name = self.new_name('g')
        kinds, names, required, has_rest = self.parameter_list()
        result = self.pick(['item', 'item', 'word', 'ints'])
        known = [('int' if kind == 'item' else kind, other) for kind, other in zip(kinds, names)]
        parts = []
        for position, kind in enumerate(kinds):
            parts.extend([', ' if parts else '', names[position]])
            if position >= required:
                parts.extend([' := ', self.expression(scope.inside(known[:position]), kind, 2)])
        if has_rest:
            parts.append(', ...more' if parts else '...more')
            known.append(('ints', 'more'))
        body, cost = self.cost_of(lambda: self.body(scope.inside(known), result, 3, 4))
        scope.functions.append(Function(name, kinds, required, has_rest, self.shown(result), cost))
        return (STATEMENT, 'func ' + name + '(') + tuple(parts) + (') ', body)

    def shown(self, result):
        """The type under which calls are made."""
        return 'str' if result == 'word' else result

    def recursive_function(self, scope):
        name = self.new_name('r')
        inner = scope.inside([('int', 'n')])

        def make():
            return self.repeated(RECURSION, lambda: self.body(inner, 'item', 1, 2))
        body, cost = self.cost_of(make)
        head = (STATEMENT, 'if n <= 0 ', [(STATEMENT, 'return ', self.expression(inner, 'item', 1))])
        call = (STATEMENT, 'return (' + name + '(n - 1) + ', self.expression(inner, 'item', 1),
                ') % 1000003')
        scope.functions.append(Function(name, ['small'], 1, False, 'item', cost))
        # The parameter must get smaller whatever the body does with it.
        return (STATEMENT, 'func ' + name + '(m) ', [
            (STATEMENT, 'let n := m')] + [head] + body[:-1] + [
                (STATEMENT, 'n := m')] + [call])

    def generator_function(self, scope):
        name = self.new_name('y')
        inner = scope.inside([('counter', 'n')], in_function=True, may_yield=True)

        def make():
            loop = self.repeated(ESTIMATED_ITEMS, lambda: self.block(
                inner.inside([('int', 'k')], in_loop=True), 2, 2))
            return self.block(inner, 1, 1) + [
                (STATEMENT, 'for k in n ', loop + [(STATEMENT, 'yield ', self.expression(
                    inner.inside([('int', 'k')]), 'item', 2))])]
        body, cost = self.cost_of(make)
        scope.generators.append(Function(name, ['small'], 1, False, 'ints', cost))
        return (STATEMENT, 'func* ' + name + '(n) ', body)

    def closure_maker(self, scope):
        """A function with a nested one, which shares its variables, and a closure, which copies."""
        name = self.new_name('c')
        inner = scope.inside([('int', 'n'), ('int', 'kept')], in_function=True)

        def make():
            nested = self.body(inner, 'item', 1, 2)
            closure = self.body(inner.inside([('int', 'u')]), 'item', 1, 2)
            return [(STATEMENT, 'let kept := n'),
                    (STATEMENT, 'func nested() ', nested),
                    (STATEMENT, 'let f := func(u) ', closure),
                    (STATEMENT, 'kept += nested()'),
                    (STATEMENT, 'return [f(1), nested(), f(2), kept, n]')]
        body, cost = self.cost_of(make)
        scope.functions.append(Function(name, ['item'], 1, False, 'ints', cost * 3))
        return (STATEMENT, 'func ' + name + '(n) ', body)

    def async_function(self, scope):
        name = self.new_name('t')
        inner = scope.inside([('int', 'n')], in_function=True)

        def make():
            return (self.block(inner, 2, 2) + [(STATEMENT, 'await async_sleep(0)')]
                    + self.body(inner, 'item', 2, 2))
        body, cost = self.cost_of(make)
        scope.tasks.append(Function(name, ['small'], 1, False, 'item', cost))
        return (STATEMENT, 'async func ' + name + '(n) ', body)


def program_of(seed):
    return Programs(random.Random(seed)).program()
