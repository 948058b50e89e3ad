"""Random programs whose loops and functions run often enough to be compiled, bridges included."""

import random

from arithmetic import FLOAT, WORD, Arithmetic
from failures import Failures
from hot_generator import NAMES, START, HotGenerator
from hot_productions import PLAIN_STORES
from scopes import Scope
from trees import ATOM, STATEMENT

# Enough for the default parameters; the other modes compile much earlier.
FEWEST, MOST = 1900, 4500
# Enough for bridges of what is compiled already.
LATER_CALLS = 210, 420
CHANGED = 'CHANGED BY A CALL'
# How many parameters: numbers of bits of words are edges.
WIDTHS = [(4, (1, 8)), (2, (28, 36)), (4, (60, 70)), (2, (80, 100))]
WIDE_CALLS = 1700
WIDE_CALL_FORMS = {'plain': '%s(%s)', 'lambda': '%s(%s)', 'spread': '%s(...[%s])',
                   'method': '%s {}.called(%s)'}
UNCAUGHT = .06
ESTIMATED_STEPS = 15
# What a function does with the data in its parameter.
CHANGES = {
    'ints': ['%(q)s[0] := 99', '%(q)s[1] += 5', '%(q)s := push(%(q)s, 7)'],
    'dict': ['%(q)s["a"] := 99', '%(q)s.b := 98', '%(q)s["new"] := [1]'],
    'cell': ['%(q)s.n := 99', '%(q)s.items[0] := 98', '%(q)s.d["a"] += 1'],
    'grid': ['%(q)s[0][1] := 99', '%(q)s[2] := [0, 0, 0]'],
}
PRELUDE = '''nan := pow(-8.0, 0.5)
infinity := pow(10.0, 400.0)
any0 := null
hash := 7
failures := 0
last := ""
lines := 0
counts := {}
func one(u) { return u + 1 }
func two(u, v) { return u + v }
func with_none() { return 4 }
func failing_never(u) { return u }'''
CELL = '''struct Cell {
    n: int = 0, f: float = 0.5, s: string = "cell", items: array = [1, 2, 3], d: dict = {"a": 1, "b": 2, "c": 3}
    func total(self, u) { return self.n + self.items[1] + u }
    func moved(self, u) { return Cell { n: self.n + u, f: self.f, items: self.items } }
}'''


class HotPrograms(HotGenerator):
    """Makes programs; every seed gives another one."""

    def program(self):
        scope = Scope(NAMES)
        declared = [self.failing_function(scope), self.generator_function(scope)]
        for _ in range(self.random.randrange(1, 4)):
            declared.append(self.leaf_function(scope))
        if self.chance(.4):
            declared.append(self.recursive_function(scope))
        units = []
        for _ in range(self.random.randrange(1, 4)):
            if self.fits(FEWEST * 60):
                units.extend(self.unit(scope))
        if self.chance(UNCAUGHT):
            units.extend(self.uncaught(scope))
        starts = [(STATEMENT, name + ' := ' + START[kind])
                  for kind, names in sorted(NAMES.items()) for name in names]
        ends = [(STATEMENT, 'print(' + ', '.join(names) + ')') for _, names in sorted(NAMES.items())]
        ends.append((STATEMENT, 'print(hash, failures, last, lines, counts)'))
        return ([(STATEMENT, CELL)] + [(STATEMENT, line) for line in PRELUDE.splitlines()] + starts
                + self.tables + declared + units + ends)

    def unit(self, scope):
        make = self.weighted([(5, self.loop_unit), (5, self.function_unit), (5, self.phases_unit),
                              (3, self.calls_unit), (3, self.wide_unit)])
        return make(scope)

    def guarded(self, statements):
        """The statements, perhaps in a ``try`` that reports what nobody else catches."""
        if self.chance(.4):
            return statements
        name = self.new_name('e')
        report = '%s.message, %s.line, %s.stack'.replace('%s', name)
        return [(STATEMENT, 'try ', statements, ' except ' + name + ' ',
                 [(STATEMENT, 'print(' + report + ')')])]

    def iterations(self):
        return self.random.randrange(FEWEST, self.pick([FEWEST * 2, MOST]))

    # ---- loops

    def hot_loop(self, scope, iterations, end):
        """Statements: a loop that runs ``iterations`` times; ``end`` is the text of that number."""
        counter = self.new_name('i')
        inner = scope.inside(loop=(counter, iterations), may_throw=True, result=None)
        body = self.repeated(iterations, lambda: self.pick([self.body_of_loop, self.small_body])(inner))
        if self.chance(.7):
            return [(STATEMENT, 'for ' + counter + ' in ' + end + ' ', body)]
        return [(STATEMENT, 'let ' + counter + ' := 0'),
                (STATEMENT, 'while ' + counter + ' < ' + end + ' ',
                 [(STATEMENT, counter + ' += 1')] + body)]

    def calls_unit(self, scope):
        """A loop around a call of what has a loop of its own, or calls itself."""
        declared = self.pick([lambda: self.leaf_function(scope, 1),
                              lambda: self.recursive_function(scope)])()
        callee = scope.functions[-1]
        iterations = self.iterations()
        counter = self.new_name('i')
        inner = scope.inside(loop=(counter, iterations), may_throw=True)
        arguments = self.expansion(inner, 1).arguments(callee)
        self.spent += callee.cost * iterations
        body = [(STATEMENT, 'any0 := ' + callee.name + '(') + arguments + (')',)]
        body += self.repeated(iterations, lambda: self.block(inner, 1, 2))
        body.append((STATEMENT, 'hash := wrap_add(wrap_mul(hash, 31), len("${any0}"))'))
        loop = (STATEMENT, 'for ' + counter + ' in ' + str(iterations) + ' ', body)
        return [declared] + self.guarded([loop])

    def body_of_loop(self, scope):
        return self.block(scope, 3, 5)

    def small_body(self, scope):
        """Plain stores and what can fail beside them: the optimizer gives up on nothing here."""
        small = self.expansion(scope, 0)
        return ([small.statement_of(self.weighted(PLAIN_STORES))
                 for _ in range(self.random.randrange(1, 3))] + [small.small_attempt()])

    def loop_unit(self, scope):
        iterations = self.iterations()
        return self.guarded(self.hot_loop(scope, iterations, str(iterations)))

    def function_unit(self, scope):
        """A loop over local variables; the second call may come with values of other types."""
        name = self.new_name('h')
        parameters = self.parameters(3)
        inner = self.function_scope(scope, parameters)
        iterations = self.iterations()
        body = self.locals(inner)
        body.extend(self.hot_loop(inner, iterations, 'n'))
        shown = [known for names in inner.readable.values() for known in set(names)
                 if known[0] in 'kq']
        body.append((STATEMENT, 'return [' + ', '.join(sorted(shown)) + ']'))
        found = [(STATEMENT, 'func %s(%s) ' % (name, ', '.join(['n'] + [q for _, q in parameters])),
                  body)]
        for _ in range(self.pick([1, 1, 2, 3])):
            kinds = [kind for kind, _ in parameters]
            if self.chance(.2):
                kinds = [self.pick(['word', 'float', 'str', 'ints']) for _ in kinds]
            values = [self.values_of(kind, 1)[0] for kind in kinds]
            found.extend(self.guarded([(STATEMENT, 'print(%s(%s))' % (
                name, ', '.join([str(iterations)] + values)))]))
        return found

    def phases_unit(self, scope):
        """A function that is called very often with a row of values, then with other rows."""
        name = self.new_name('p')
        make = self.pick([self.arithmetic, self.arithmetic, self.other_function])
        names, body, rows = make(scope)
        rows = [row + [str(self.iterations() if self.chance(.2) or row is rows[0]
                           else self.random.randrange(*LATER_CALLS))] for row in rows]
        counter, shown, last = self.new_name('i'), self.new_name('o'), len(names)
        found = [(STATEMENT, 'func %s(%s) ' % (name, ', '.join(names)), body)]
        if self.chance(.5):
            call = '%s(%s)' % (name, ', '.join('row[%d]' % i for i in range(last)))
            loop = [(STATEMENT, 'for %s in row[%d] ' % (counter, last),
                     [(STATEMENT, shown + ' := ' + call)]), (STATEMENT, 'print(' + shown + ')')]
            table = (ATOM, '[' + ', '.join('[' + ', '.join(row) + ']' for row in rows) + ']')
            return found + self.guarded([(STATEMENT, 'for row in ', table, ' ', loop)])
        for row in rows:
            loop = (STATEMENT, 'for %s in %s ' % (counter, row[last]),
                    [(STATEMENT, '%s := %s(%s)' % (shown, name, ', '.join(row[:last])))])
            found.extend(self.guarded([loop, (STATEMENT, 'print(' + shown + ')')]))
        return found

    def other_function(self, scope):
        """(names of parameters, body, rows of values)."""
        parameters = self.parameters(3)
        inner = self.function_scope(scope, parameters, result=self.pick(['word', 'float', 'any']))
        body = self.repeated(3 * FEWEST, lambda: self.locals(inner) + self.block(inner, 2, 4)
                             + [self.result(inner)])
        rows = [[self.values_of(kind, 1)[0] for kind, _ in parameters]
                for _ in range(self.random.randrange(2, 5))]
        return [name for _, name in parameters], body, rows

    def arithmetic(self, scope):
        """(names of parameters, body, rows of values); many rows take many ways."""
        names = [self.new_name('q') for _ in range(self.random.randrange(1, 4))]
        rows = self.random.randrange(3, 12)
        self.spent += ESTIMATED_STEPS * (FEWEST + rows * LATER_CALLS[1])
        function = Arithmetic(self, self.expansion(scope, 0), self.pick([WORD, WORD, FLOAT]), names)
        body = function.body()
        return names, body, [[function.value() for _ in names] for _ in range(rows)]

    # ---- many parameters

    def wide_unit(self, scope):
        """A function of up to 100 parameters that changes those that hold data.

        The program itself checks that the variables of the caller keep their values.
        """
        low, high = self.weighted(WIDTHS)
        kinds = [self.pick(['word', 'word', 'item', 'item', 'float', 'str', 'ints', 'ints', 'dict',
                            'cell', 'grid']) for _ in range(self.random.randrange(low, high + 1))]
        name, result = self.new_name('W'), self.new_name('o')
        held, arguments = [], []
        for kind in kinds:
            if kind in CHANGES:
                held.append((self.new_name('kept'), START[kind]))
                arguments.append(held[-1][0])
            else:
                arguments.append(self.values_of(kind, 1)[0])
        form = self.pick(['plain', 'plain', 'lambda', 'method', 'spread'])
        calls = [(STATEMENT, 'let ' + kept + ' := ' + value) for kept, value in held]
        calls.append((STATEMENT, 'let ' + result + ' := null'))
        calls.append((STATEMENT, 'for %s in %d ' % (self.new_name('i'), WIDE_CALLS), [
            (STATEMENT, result + ' := ' + WIDE_CALL_FORMS[form] % (name, ', '.join(arguments)))]))
        calls.append((STATEMENT, 'print(' + result + ')'))
        calls.extend((STATEMENT, 'if %s != %s ' % (kept, value), [
            (STATEMENT, 'print("%s", "%s", %s)' % (CHANGED, kept, kept))]) for kept, value in held)
        if self.chance(.5):
            caller = self.new_name('h')
            calls = [(STATEMENT, 'func ' + caller + '() ', calls), (STATEMENT, caller + '()')]
        return [self.wide_function(scope, form, name, kinds)] + calls

    def wide_function(self, scope, form, name, kinds):
        names = ['j%d' % position for position in range(len(kinds))]
        body = [(STATEMENT, self.pick(CHANGES[kind]) % {'q': parameter})
                for kind, parameter in zip(kinds, names) if kind in CHANGES and self.chance(.6)]
        inner = scope.inside(zip(kinds, names), in_function=True, result='word')
        body.extend(self.repeated(WIDE_CALLS, lambda: self.block(inner, 1, 2)))
        body.append((STATEMENT, 'return ' + self.pick(
            ['[%s]' % ', '.join(names[-3:]), names[-1], names[0]])))
        if form == 'lambda':
            return (STATEMENT, name + ' := func(' + ', '.join(names) + ') ', body)
        if form == 'method':
            head = '    func called(' + ', '.join(['self'] + names) + ') '
            return (STATEMENT, 'struct ' + name + ' {\n', (STATEMENT, head, body), '\n}')
        return (STATEMENT, 'func ' + name + '(' + ', '.join(names) + ') ', body)

    def uncaught(self, scope):
        """An error that ends the program in a hot loop."""
        iterations = self.iterations()
        counter = self.new_name('i')
        inner = scope.inside(loop=(counter, iterations))
        body = self.repeated(iterations, lambda: self.block(inner, 0, 2))
        failure = Failures(self.expansion(inner, 1)).statements()
        last = (STATEMENT, 'if %s == %d ' % (counter, iterations - 2),
                failure + [(STATEMENT, 'throw("the end")')])
        return [(STATEMENT, 'for %s in %d ' % (counter, iterations), body + [last])]


def program_of(seed):
    return HotPrograms(random.Random(seed)).program()
