"""Random programs about values: assignments, paths, calls, captures, loops, builtins, errors,
generators, tasks.

A generated program has five globals with data and two with a closure and a generator, a struct with
methods and an overloaded ``+``, functions of every kind that call only functions made before them
(so that most programs end), and a main part in which every statement stands in a ``try``.  Values
are small and nested; names repeat, because aliases make the interesting cases.
"""

from context import GLOBALS, HANDLES, UNSEEN, USUAL_KIND, Context, Declared
from expressions import ARRAY_UPDATES, FIELDS, KEYS, STRUCT, ExpressionMaker
from paths import place_of

LOCALS = ['x', 'y', 's']
ENTRIES = ['a', 'b', '...rest']
# This part of the programs does little but change few places in place, with calls in between.
FOCUSED = .4
FUNCTION_KINDS = ['', '', '', 'generator', 'generator', 'async', 'async', 'maker']
PLAIN_CLOSURE = ('lambda', ['u'], [('return', ('variable', 'u'))], '')
PLAIN_ITERATOR = ('method', ('array', [('array', [('int', 1)])]), 'map', [PLAIN_CLOSURE])


class Generator(ExpressionMaker):
    """Makes whole programs and their statements."""

    # ---- whole programs

    def program(self):
        """A list of statements."""
        self.is_focused = self.chance(FOCUSED)
        self.favorite = self.pick(GLOBALS[:4])
        program = [self.struct_definition()]
        program += [('set', name, self.literal_of(USUAL_KIND[name], 3)) for name in GLOBALS]
        declared = Declared()
        for number in range(self.pick([2, 3, 4, 5])):
            program.append(self.declaration(number, declared))
        program += [('set', name, self.literal_of(USUAL_KIND[name], 3)) for name in UNSEEN]
        context = Context(HANDLES + GLOBALS + UNSEEN, GLOBALS + UNSEEN, declared, False)
        program += self.handles(context)
        for _ in range(self.pick([3, 4, 5, 6, 8, 12])):
            name = context.new_name('e')
            program.append(('try', [self.main_statement(context)], name, []))
        program.extend(('print', ('variable', name)) for name in GLOBALS + HANDLES + UNSEEN)
        return program

    def handles(self, context):
        """Statements that set the globals with a closure and a generator."""
        return [('set', 'gk', PLAIN_CLOSURE), ('set', 'gi', PLAIN_ITERATOR),
                ('try', [('set', 'gk', self.closure(context))], 'e', []),
                ('try', [('set', 'gi', self.first_generator(context))], 'e', [])]

    def main_statement(self, context):
        if self.is_focused and self.chance(.6):
            return self.change_in_place(context)
        if self.chance(.05):
            return ('set', 'gk', self.closure(context))
        if self.chance(.05):
            return ('set', 'gi', self.generator_value(context, 2))
        if self.chance(.3):
            return self.consumption(context)
        return self.statement(context, 3)

    def consumption(self, context):
        """A statement that makes something suspended go on."""
        target = self.pick(['ga', 'gb'])
        item = ('variable', context.new_name('v'))
        choices = [
            (.2, lambda: ('set', target, ('method', ('variable', 'gi'), 'next', []))),
            (.2, lambda: ('set', target, ('array', [('spread', self.drained(context, 1))]))),
            (.2, lambda: ('for', item[1], self.generator_value(context, 1),
                          [('set', target, ('array', [item, ('variable', target)]))]
                          + self.block(context.inside([item[1]], True), 2, 1))),
            (.2, lambda: self.background_statement(context)),
        ]
        if context.functions.asyncs:
            choices += [(.3, lambda: self.late_await(context)),
                        (.3, lambda: ('set', target, self.awaited(context, 1)))]
        return self.weighted(choices)()

    def closure(self, context):
        """A function value of one parameter, if it can be one that has captured containers."""
        made = self.call_of([(name, 1) for name in sorted(context.functions.plain)
                             if name.startswith('make')], context, 2)
        return made or self.lambda_of(1, context, 2)

    def first_generator(self, context):
        made = self.call_of(sorted(context.functions.generators.items()), context, 2)
        return made or self.generator_value(context, 2)

    def struct_definition(self):
        methods = []
        for name, parameters in [('m0', ['self', 'p']), ('m1', ['self']),
                                 ('op_add', ['self', 'q'])]:
            methods.append(self.function(name, parameters, Declared(), False))
        methods.append(self.legacy_method())
        return ('structdef', STRUCT, methods, FIELDS)

    def legacy_method(self):
        """A method whose variables are the fields of the receiver."""
        names = ['p'] + FIELDS
        context = Context(names + GLOBALS, names, Declared(), True)
        context.owns_locals = False
        body = self.block(context, 3, 1)
        body.append(('return', self.result(context)))
        return ('function', 'm2', ['p'], body, '')

    def declaration(self, number, declared):
        """A function of a random kind, which is noted in ``declared``."""
        kind = self.pick(FUNCTION_KINDS)
        before = declared.copied()
        if kind == 'maker':
            declared.plain['make%d' % number] = 1
            return self.maker('make%d' % number, before)
        name = {'': 'f', 'generator': 'g', 'async': 'a'}[kind] + str(number)
        parameters, count = self.parameters(before)
        known = {'': declared.plain, 'generator': declared.generators, 'async': declared.asyncs}
        known[kind][name] = count
        return self.function(name, parameters, before, True, kind)

    def parameters(self, functions):
        """(parameters, number of arguments as in ``arguments``)."""
        if self.chance(.08):
            context = Context(['p'] + GLOBALS, [], functions, True)
            context.may_wait = False
            return ['p', ('default', 'q', self.expression(context, 2))], -2
        if self.chance(.08):
            return ['p', '...q'], self.pick([1, 2, 3])
        count = self.pick([1, 1, 2])
        return ['p', 'q'][:count], count

    def maker(self, name, functions):
        """A function that returns a closure over its variables, which the closure changes."""
        names = ['p'] + LOCALS
        before = Context(['p'] + GLOBALS, [], functions, True)
        body = [('set', 'x', self.expression(before, 1, 'array')),
                ('set', 'y', self.expression(before, 1)),
                ('set', 's', self.expression(before, 1, 'struct'))]
        context = Context(names + HANDLES + GLOBALS, names * 3 + GLOBALS, functions, True)
        inner = context.inner_function(['u'])
        inner_body = self.block(inner, 3, 1) + [('return', self.result(inner))]
        closure = ('lambda', ['u'], inner_body, '')
        if self.chance(.5):
            body.append(('return', closure))
        else:
            body += [('let', 'h', closure)] + self.block(context, 2, 1)
            body.append(('return', ('variable', 'h')))
        return ('function', name, ['p'], body, '')

    def function(self, name, parameters, functions, with_nested, kind=''):
        bound = [p[1] if isinstance(p, tuple) else p.replace('...', '') for p in parameters]
        names = bound + LOCALS
        before = Context(bound + GLOBALS, bound, functions, True)
        before.may_wait = False
        depth = 0 if kind else 1
        body = [('set', 'x', self.expression(before, depth, 'array')),
                ('set', 'y', self.expression(before, depth * 2)),
                ('set', 's', self.literal_of('struct', 2))]
        if self.chance(.15):
            body.append(('destructure_dict', ENTRIES, self.expression(before, 1, 'dict')))
            names = names + ['a', 'b', 'rest']
        context = Context(names + HANDLES + GLOBALS, names * 3 + GLOBALS, functions, True, kind)
        if with_nested and self.chance(.4):
            body.append(self.nested_function(context))
        if self.chance(.3):
            body.append(('let', 'h', self.lambda_of(1, context, 2)))
            context.callables = context.callables + [('h', 1)]
        if kind:
            body += self.suspending_body(context)
        else:
            body.extend(self.block(context, 2 if self.is_focused else 4, 2))
        body.append(('return', self.result(context)))
        return ('function', name, parameters, body, kind)

    def suspending_body(self, context):
        """Suspends with operands on the stack, then in a loop in which errors are caught."""
        first = ('array', [('variable', self.pick(context.names[:3])), self.suspension(context),
                           ('variable', self.pick(context.names[:3]))])
        body = [('set', self.pick(LOCALS), first)]
        block = [('try', self.block(context, 2, 1), context.new_name('e'), []),
                 ('evaluate', self.suspension(context))] + self.block(context, 1, 1)
        return body + [('for', context.new_name('v'), ('int', self.pick([1, 2, 3])), block)]

    def suspension(self, context):
        if context.kind == 'async':
            return self.pause()
        return ('yield', ('variable', self.pick(context.names[:3])) if self.chance(.7)
                else self.expression(context, 2))

    def nested_function(self, context):
        """A named function that shares the variables of the enclosing call."""
        inner = context.inner_function(['r'])
        body = self.block(inner, 3, 1)
        body.append(('return', self.result(inner)))
        context.callables = context.callables + [('k', 1)]
        return ('function', 'k', ['r'], body, '')

    def result(self, context):
        if self.chance(.3 if self.is_focused else .5):
            return ('variable', self.pick(context.names[:3]))
        if self.chance(.8 if self.is_focused else .5):
            return self.result_with_parts(context)
        return self.expression(context, 2)

    def result_with_parts(self, context):
        """A new value that variables, mostly parameters, become parts of."""
        part = ('variable', self.pick(context.names[:1] if self.is_focused else context.names[:2]))
        other = self.expression(context, 1)
        return self.pick([
            ('wrap', 'Ok', part), ('wrap', self.pick(['Ok', 'Some', 'Err']), part),
            ('array', [part, other]), ('array', [part, other]), ('array', [other, part]),
            ('array', [('wrap', 'Ok', part), other]), ('struct', STRUCT, [('a', part), ('b', other)]),
            ('dict', [('a', part), ('b', other)]), ('tag', 'A', [part, other])])

    # ---- statements

    def block(self, context, most, depth):
        return [self.statement(context, depth) for _ in range(self.random.randrange(1, most + 1))]

    def statement(self, context, depth):
        if self.is_focused and self.chance(.6):
            return self.change_in_place(context)
        simple = [
            (.24, lambda: self.path_statement(context)),
            (.22, lambda: self.update_statement(context)),
            (.12, lambda: self.set_statement(context)),
            (.09, lambda: self.path_update(context)),
            (.04, lambda: self.addition(context)),
            (.02, lambda: self.exchange(context)),
            (.06, lambda: ('print', self.expression(context, 2))),
            (.04, lambda: ('evaluate', self.call(context, 2))),
        ]
        nested = [
            (.05, lambda: ('if', self.expression(context, 1), self.block(context, 2, depth - 1),
                           self.block(context, 2, depth - 1) if self.chance(.5) else [])),
            (.09, lambda: self.loop(context, depth)),
            (.05, lambda: self.try_statement(context, depth)),
            (.04, lambda: self.match_statement(context, depth)),
            (.02, lambda: self.throw()),
        ]
        if context.owns_locals:
            simple.append((.05, lambda: self.destructuring(context)))
        if context.kind == 'generator':
            simple.append((.12, lambda: ('evaluate', ('yield', self.expression(context, 2)))))
        if context.kind == 'async':
            simple.append((.05, lambda: ('evaluate', self.pause())))
        if context.may_wait:
            nested.append((.03, lambda: self.background_statement(context)))
            nested.append((.04, lambda: self.late_await(context)))
        if context.in_loop:
            simple.append((.03, lambda: (self.pick(['break', 'continue']),)))
        return self.weighted(simple + nested if depth > 0 else simple)()

    def change_in_place(self, context):
        choices = [
            (.4, lambda: self.path_update(context)),
            (.2, lambda: self.addition(context)),
            (.2, lambda: self.path_addition(context)),
            (.1, lambda: self.exchange(context)),
            (.1, lambda: self.update_statement(context)),
            (.5, lambda: self.change_of_result(context)),
        ]
        if context.owns_locals:
            choices.append((.15, lambda: self.destructuring(context)))
        return self.weighted(choices)()

    def change_of_result(self, context):
        """What a function has made of a variable is changed, which the variable does not show."""
        if not context.known_callables():
            return self.update_statement(context)
        name = self.target(context)
        call = self.call_with(('variable', self.changed_root(context)), context)
        inner = [self.pick([('index', ('int', 0)), ('index', ('int', 0)), ('index', ('int', 1)),
                            ('field', 'a')]) for _ in range(self.pick([1, 2, 2, 3]))]
        return ('group', [('set', name, self.successful(call, context)),
                          ('path', name, inner, ':=', ('int', self.random.randrange(100, 999)))])

    def path_addition(self, context):
        root = self.changed_root(context)
        steps = self.steps(context, root)
        if self.chance(.3):
            return ('path', root, steps, ':=',
                    ('binary', '+', place_of(root, steps), self.addend(context)))
        return ('path', root, steps, '+=', self.addend(context))

    def throw(self):
        return ('throw', self.pick([('string', 'thrown'), ('struct', 'Failure', [
            ('message', ('string', 'm')), ('cause', ('variable', self.pick(GLOBALS)))])]))

    def set_statement(self, context):
        name = self.target(context)
        return ('set', name, self.expression(context, 3, USUAL_KIND.get(name, 'any')))

    def target(self, context):
        return self.pick([name for name in context.targets if name != 'self'])

    def steps(self, context, root):
        """A path below ``root``, which mostly fits what it usually holds."""
        if self.is_focused and self.chance(.8):
            return self.common_steps(root)
        first = {'struct': ('field', self.pick(FIELDS)), 'dict': ('index', ('string', self.pick(KEYS)))}
        found = [first.get(USUAL_KIND.get(root), ('index', self.small(context)))]
        for _ in range(self.pick([0, 0, 0, 1, 1, 2])):
            if self.chance(.85):
                found.append(('index', self.small(context)))
            else:
                found.append(('field', self.pick(FIELDS)))
        return found

    def common_steps(self, root):
        """One of few paths, so that they meet."""
        first = {'struct': ('field', self.pick(['a', 'a', 'list'])),
                 'dict': ('index', ('string', self.pick(['a', 'a', 'b'])))}
        index = ('index', self.pick([('int', 0), ('int', 0), ('int', 1), self.computed_index()]))
        return [first.get(USUAL_KIND.get(root), index)] + self.pick([[], [], [index]])

    def path_statement(self, context):
        root = self.pick(context.targets)
        steps = self.steps(context, root)
        if self.chance(.12):
            return ('path', root, steps, '+=', self.addend(context))
        value = ('int', self.random.randrange(100, 999))
        if self.chance(.7):
            value = self.expression(context, 2)
        return ('path', root, steps, ':=', value)

    def update_statement(self, context):
        """``x := g(.. x ..)``."""
        name = self.target(context)
        variable = ('variable', name)
        if USUAL_KIND.get(name) == 'struct':
            call = ('method', variable, 'm0', [self.expression(context, 1, 'array')])
            return ('set', name, self.successful(call, context))
        if USUAL_KIND.get(name) == 'dict':
            return ('set', name, ('call', 'merge', [variable, self.expression(context, 2, 'dict')]))
        candidates = context.known_callables()
        if candidates and self.chance(.4):
            function, count = self.pick(candidates)
            arguments = self.arguments(context, 3, count)
            arguments[self.random.randrange(len(arguments))] = variable
            return ('set', name, self.successful(('call', function, arguments), context))
        if self.chance(.08):
            return ('set', name, ('call', 'reverse', [self.busy_choice(context, name)]))
        if self.chance(.1):
            return ('set', name, ('call', 'reduce', [self.expression(context, 1, 'array'), variable,
                                                     self.lambda_of(2, context, 1)]))
        return ('set', name, self.update_call(self.pick(ARRAY_UPDATES), variable, context, 3))

    def busy_choice(self, context, name):
        """An ``if`` as a value whose block assigns a variable, or reads it again and again."""
        body = [('set', name, self.expression(context, 1))]
        if self.chance(.5):
            update = self.update_call(self.pick(ARRAY_UPDATES), ('variable', name), context, 1)
            body = [('for', context.new_name('v'), ('int', 2), [('print', update)])]
        return ('choice', ('int', 1), body, self.expression(context, 1), ('null',))

    def path_update(self, context):
        """``P := g(P, ..)`` with the same path on both sides."""
        root = self.changed_root(context)
        steps = self.steps(context, root)[:2]
        place = place_of(root, steps)
        if place[0] == 'index' and self.chance(.3):
            default = [self.expression(context, self.pick([0, 0, 1]), 'array')]
            if self.chance(.5):
                default = [('array', [])]
            place = ('call', 'get', [place[1], place[2]] + default)
        return ('path', root, steps, ':=', self.updated(place, root, context))

    def updated(self, place, root, context):
        """A call that gives a changed version of what is at a place."""
        if self.chance(.1):
            return ('call', 'push', [place, self.busy_choice(context, root)])
        if self.chance(.15):
            return ('method', place, 'm0', [self.expression(context, 1)])
        if context.known_callables() and self.chance(.4):
            return self.successful(self.call_with(place, context), context)
        if self.is_focused and self.chance(.4):
            return ('call', 'push', [place, self.call(context, 1)])
        return self.update_call(self.pick(ARRAY_UPDATES), place, context, 2)

    def call_with(self, argument, context):
        """A call of a function of the program that has an argument."""
        function, count = self.pick(context.known_callables())
        arguments = self.arguments(context, 2, count)
        if arguments:
            arguments[self.random.randrange(len(arguments))] = argument
        return ('call', function, arguments)

    def successful(self, call, context):
        """A call, or what its success holds."""
        return ('unwrap', call) if context.in_function and self.chance(.3) else call

    def addend(self, context):
        if self.is_focused and self.chance(.3):
            return ('array', [self.call(context, 1)])
        return self.weighted([
            (.2, lambda: ('variable', self.pick(context.targets))),
            (.5, lambda: ('array', [self.expression(context, 1)])),
            (.3, lambda: self.expression(context, 1, 'array')),
            (.2, lambda: self.expression(context, 1)),
        ])()

    def addition(self, context):
        """``x += [v]`` and what is like it."""
        name = self.target(context)
        if self.chance(.2):
            return ('set', name, ('binary', '+', ('variable', name), self.addend(context)))
        return ('augment', name, self.addend(context))

    def changed_root(self, context):
        """The variable of a path that is changed."""
        if self.is_focused and self.favorite in context.targets and self.chance(.5):
            return self.favorite
        return self.pick(context.targets)

    def exchange(self, context):
        """``[P, Q] := [Q, P]``."""
        root = self.changed_root(context)
        first = (root, self.steps(context, root)[:2])
        if self.chance(.3):
            root = self.pick(context.targets)
        return ('exchange', first, (root, self.steps(context, root)[:2]))

    def destructuring(self, context):
        if self.chance(.2):
            return self.dict_destructuring(context)
        names = list(self.pick([LOCALS[:2], ['s', 'x']]) if context.in_function
                     else self.pick([GLOBALS[:2], UNSEEN[:2]]))
        if self.chance(.3):
            names.reverse()
        first = ('variable', names[0])
        if context.known_callables() and self.chance(.4):
            return ('destructure', names, self.successful(self.call_with(first, context), context))
        if self.chance(.1):
            return ('destructure', names, ('method', first, self.pick(['m0', 'm1', 'm2']), [
                self.expression(context, 1)]))
        pattern, value = self.pick([
            (names, ('call', 'pop', [first])),
            (names, ('array', [('variable', names[1]), first])),
            (names, ('call', 'remove_at', [first, ('int', 0)])),
            ([names[0], '...' + names[1]], self.expression(context, 2)),
            ([names[0], [names[1], '_']], self.expression(context, 2)),
            (names, self.expression(context, 2)),
        ])
        return ('destructure', pattern, value)

    def dict_destructuring(self, context):
        if not context.in_function or 'rest' not in context.names:
            return ('destructure_dict', ['a', '...gd'] if not context.in_function else ['n', '...x'],
                    self.expression(context, 2, 'dict'))
        return ('destructure_dict', self.pick([ENTRIES, ['a', '...x'], ['b', '...rest']]),
                self.expression(context, 2, 'dict'))

    def loop(self, context, depth):
        name = context.new_name('v')
        iterable = self.weighted([
            (.7, lambda: self.expression(context, 2, 'array')),
            (.1, lambda: self.expression(context, 2, 'dict')),
            (.2, lambda: self.generator_value(context, 2)),
            (.2, lambda: ('int', self.pick([2, 3]))),
        ])()
        return ('for', name, iterable, self.block(context.inside([name], True), 3, depth - 1))

    def try_statement(self, context, depth):
        name = context.new_name('e')
        handler = self.block(context, 2, depth - 1)
        if self.chance(.4):
            cause = ('optional', ('variable', name), 'cause')
            handler.insert(0, ('set', self.target(context), cause))
        return ('try', self.block(context, 3, depth - 1), name, handler)

    def match_statement(self, context, depth):
        cases = []
        for head in ['Ok', 'Some', 'Err', 'E::A', 'E::B']:
            if self.chance(.5):
                names = [context.new_name('w')]
                seen = list(names)
                if head == 'E::A':
                    if self.chance(.4):
                        names.append(context.new_name('w'))
                        seen = list(names)
                    elif self.chance(.4):
                        seen.append(names[0] + '_1')
                cases.append((head, names, self.block(context.inside(seen), 2, depth - 1)))
        return ('match', self.expression(context, 2), cases, self.block(context, 1, depth - 1))

    def background_statement(self, context):
        """A spawn whose result comes back through a channel, and changes before it does."""
        channel = context.new_name('c')
        inner = context.background()
        body = self.block(inner, 2, 1)
        body.append(('evaluate', ('method', ('variable', channel), 'send',
                                  [self.expression(inner, 2)])))
        body += self.block(inner, 1, 0) if self.chance(.3) else []
        received = ('method', ('variable', channel), 'receive', [])
        return ('group', [('let', channel, ('call', 'channel', [])), ('spawn', body)]
                + self.undisturbed(context) + [('set', self.target(context), received)])

    def late_await(self, context):
        """A promise that is awaited some statements after the call."""
        call = self.async_call(context, 2)
        if call is None:
            return self.set_statement(context)
        name = context.new_name('p')
        return ('group', [('let', name, call)] + self.undisturbed(context)
                + [('set', self.target(context), ('await', ('variable', name)))])

    def undisturbed(self, context):
        """Statements that wait for nothing themselves; an error in them stays inside."""
        inner = context.inside(in_loop=False)
        inner.may_wait = False
        if inner.kind == 'async':
            inner.kind = ''
        return [('try', self.block(inner, 2, 0), context.new_name('e'), [])]
