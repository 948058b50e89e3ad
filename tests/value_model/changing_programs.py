"""Random programs about methods that change what they are called on (decision 39).

Two structs have the same methods; what changes its receiver in one may be a plain method in the
other, so that one call finds both.  Places hold structs, the same roots come again and again, and
calls stand where other operands have read the root before or read it afterwards.  Methods keep
``self``, replace it, give it away, leave by errors, call each other on parts of it and run functions
that may look at the variable that they change.
"""

from changing_values import KINDS, OTHER_STRUCT, RESULTS, PlaceMaker, kind_of
from context import GLOBALS, HANDLES, USUAL_KIND, Context, Declared
from expressions import FIELDS, STRUCT
from generator import Generator
from mentions import mentions_kind
from paths import place_of
from text import MUTABLE_SELF

# (name, kinds of arguments); methods call those before them, so that most programs end.
CHANGING = [
    ('count_up', []), ('run', ['function']), ('change', []), ('change_with', ['struct']),
    ('replace', ['struct']), ('descend', ['struct', 'count'])]
NAMES = [name for name, _ in CHANGING]
ARGUMENTS = dict(CHANGING)
# Those that mostly return a struct.
GIVE_STRUCTS = ['change', 'replace', 'descend', 'm1']
PARAMETERS = {'struct': 'q', 'count': 'c', 'function': 'f'}
LEAVES = ('unwrap', 'yield', 'await', 'return', 'break', 'continue')
# A method that always fails would make all calls of it fail.
CAUGHT = .6


class ChangingGenerator(PlaceMaker):
    """``available``: the changing methods that may be called in what is made; None: no methods.
    ``results``: kinds of results of functions."""

    # ---- whole programs

    def program(self):
        outer = Declared()
        self.available = self.pick([[], NAMES[:1], NAMES[:3]])
        helpers = [self.helper(name, outer) for name in ['look', 'poke']]
        helpers.append(self.index_helper(outer))
        methods = outer.copied()
        program = [self.struct_with_changes(STRUCT, .85, methods),
                   self.struct_with_changes(OTHER_STRUCT, .5, methods)]
        self.available = NAMES
        program += [('set', name, self.literal_of(USUAL_KIND[name], 3)) for name in GLOBALS]
        program += helpers + self.lending_functions()
        for number in range(self.pick([1, 2, 3])):
            program.append(self.declaration(number, outer))
        context = Context(HANDLES + GLOBALS, list(GLOBALS), outer, False)
        program += self.handles(context)
        for _ in range(self.pick([2, 3, 4, 5, 6, 7])):
            name = context.new_name('e')
            program.append(('try', [self.main_statement(context)], name, [('show_taken', name)]))
        program.extend(('print', ('variable', name)) for name in GLOBALS + HANDLES)
        return program

    def main_statement(self, context):
        if self.chance(.3):
            return ('show', [self.call(context, 2), self.variable(context)])
        if self.chance(.1):
            return ('show', [('call', 'gk', [self.expression(context, 1)]), self.variable(context)])
        if self.chance(.1):
            return ('show', [('call', 'keep', [('int', 1)])])
        if self.chance(.3):
            return self.change(context, 3)
        return Generator.main_statement(self, context)

    def function(self, name, parameters, functions, with_nested, kind=''):
        """Shows its variables at the end: what has happened to them must not get lost."""
        made = PlaceMaker.function(self, name, parameters, functions, with_nested, kind)
        shown = [('variable', local) for local in ['x', 'y', 's', parameters[0]]
                 if isinstance(local, str)]
        made[3].insert(-1, ('show', shown))
        return made

    def nested_function(self, context):
        made = PlaceMaker.nested_function(self, context)
        if self.chance(.6):
            made[3].insert(0, ('show', [('variable', self.pick(context.names[:4]))]))
        return made

    def helper(self, name, outer):
        """A function that methods call: it sees the globals."""
        made = self.function(name, ['p'], Declared(), False)
        outer.plain[name] = 1
        return made

    def lending_functions(self):
        """One that changes its parameter, and one that lends it a local and looks at that then."""
        method = ('method', ('variable', 'p'), 'count_up', [])
        local = ('variable', 'x')
        return [
            ('function', 'lend', ['p'], [('show', [method]), ('return', ('variable', 'p'))], ''),
            ('function', 'keep', ['p'], [
                ('let', 'x', self.literal_of('struct', 3)),
                ('show', [('call', 'lend', [local]), local]), ('return', local)], '')]

    def index_helper(self, outer):
        """A function for index expressions, which changes something."""
        context = Context(GLOBALS, list(GLOBALS), Declared(), True)
        context.may_wait = False
        outer.plain['place'] = 1
        body = self.block(context, 1, 0)
        return ('function', 'place', ['p'], body + [('return', ('int', self.pick([0, 0, 1])))], '')

    # ---- structs

    def struct_with_changes(self, name, probability, functions):
        methods = []
        for number, method in enumerate(NAMES):
            self.available = NAMES[:number]
            methods.append(self.method(method, self.chance(probability), functions))
        self.available = None
        self.results = ['struct']
        for method, parameters in [('m0', ['self', 'p']), ('m1', ['self']), ('op_add', ['self', 'q'])]:
            methods.append(self.function(method, parameters, Declared(), False))
        self.results = RESULTS
        methods.append(self.legacy_method())
        return ('structdef', name, methods, FIELDS)

    def method(self, name, changes, functions):
        parameters = [PARAMETERS[kind] for kind in ARGUMENTS[name]]
        bound = ['self'] + [p for p in parameters if p != 'f']
        # A method that looks at many globals could hardly change one.
        seen = self.random.sample(GLOBALS, self.pick([0, 1, 1, 2]))
        before = Context(bound + seen, bound, functions, True)
        before.may_wait = False
        body = self.first_values(before)
        names = bound + ['x', 'y', 's']
        context = Context(names + HANDLES + seen, names * 3 + seen, functions, True)
        if name == 'run':
            context.callables = context.callables + [('f', 1)] * 3
        if self.chance(.3):
            body.append(self.nested_function(context))
        if self.chance(.2):
            body.append(('let', 'h', self.lambda_of(1, context, 2)))
            context.callables = context.callables + [('h', 1)]
        if name == 'change' and self.chance(.6):
            body += self.escaping_function()
        work = self.block(context, 3, 2) + self.work_of(name, context)
        if self.chance(.2):
            work = [('finally', work, self.finalizer(context))]
        elif self.chance(.2):
            error = context.new_name('e')
            work = [('try', work, error, [('show_taken', error)] + self.block(context, 1, 0))]
        if 'q' in bound and self.chance(.85):
            # What came from the receiver does not change with it.
            error = context.new_name('e')
            changes = [self.change_self() for _ in range(self.pick([1, 2]))]
            work = self.pick([[], work]) + [('try', changes, error, []),
                                            ('show', [('variable', 'q')])]
        if self.chance(.4):
            work.append(('show', [('variable', local) for local in names]))
        body += work + self.method_result(name, context)
        if name != 'descend' and parameters and self.chance(.15):
            parameters[-1] = ('default', parameters[-1], self.expression(before, 1))
        return ('function', name, [MUTABLE_SELF if changes else 'self'] + parameters, body, '')

    def first_values(self, context):
        """Locals; what is shared from the start would not show what is not shared later."""
        if self.chance(.7):
            return [('set', 'x', self.literal_of('array', self.pick([1, 2]))),
                    ('set', 'y', ('int', 0)), ('set', 's', self.literal_of('struct', 1))]
        me = ('variable', 'self')
        structs = [('variable', name) for name in context.names if name in ('self', 'q')]
        return [
            ('set', 'x', self.pick([('field', me, 'list'), ('array', structs),
                                    self.literal_of('array', 2)])),
            ('set', 'y', self.pick([me, ('field', me, self.pick(FIELDS)), self.literal_of('any', 1)])),
            ('set', 's', self.pick(structs * 2 + [self.literal_of('struct', 2)]))]

    def work_of(self, name, context):
        """Statements that a method has because of what it is for."""
        me = ('variable', 'self')
        if name == 'replace' and self.chance(.7):
            value = self.pick([('variable', 'q'), ('variable', 'q'), ('variable', 's'),
                               self.expression(context, 1, 'struct')])
            return [('set', 'self', value)] + self.block(context, 1, 0)
        if name == 'change_with' and self.chance(.6):
            kept = self.pick([
                ('set', self.pick(GLOBALS), me),
                ('set', self.pick(GLOBALS), ('array', [me, ('variable', 'q')])),
                ('path', 'self', [('field', 'a')], ':=', ('variable', 'q')),
                ('path', 'self', [('field', self.pick(FIELDS))], ':=', me)])
            return [kept] + self.block(context, 1, 0)
        if name == 'descend':
            deeper = ('method', place_of('self', self.steps_to_struct('self', context)), 'descend',
                      [self.argument(context, 'self', [], 1),
                       ('binary', '+', ('variable', 'c'), ('int', -1))])
            return [('if', ('variable', 'c'), [self.use(deeper, 'self', [], context)]
                     + self.block(context, 1, 0), [])]
        if name == 'run':
            run = ('call', 'f', [self.argument(context, 'self', [], 1)])
            return [self.change_self(), self.pick([('evaluate', run), ('set', 'y', run)]),
                    self.change_self()]
        if self.chance(.15):
            return [self.change_self(), self.throw()]
        return []

    def escaping_function(self):
        """A function that outlives the call of the method, with the variable ``self``."""
        body = [self.change_self() for _ in range(self.pick([0, 1]))]
        return [('function', 'kept', ['r'], body + [('return', ('variable', 'self'))], ''),
                ('set', 'gk', ('variable', 'kept')), self.change_self()]

    def change_self(self):
        """Statement that changes ``self`` or a part of it in place."""
        item = [('field', 'list'), ('index', ('int', 0))]
        steps = self.pick([[], [('field', 'a')], [('field', 'a')], item])
        number = ('int', self.random.randrange(10, 99))
        return ('path', 'self', steps + [('field', 'b')], ':=', number)

    def method_result(self, name, context):
        me = ('variable', 'self')
        if name == 'count_up':
            return [self.change_self(), ('return', ('int', self.pick([0, 0, 1])))]
        if name in GIVE_STRUCTS:
            return [('return', me if self.chance(.5) else self.struct_value(context, 1))]
        if self.chance(.2):
            return []
        return [('return', self.weighted([
            (.35, lambda: me),
            (.2, lambda: place_of('self', self.steps_to_struct('self', context))),
            (.1, lambda: ('wrap', self.pick(['Ok', 'Err']), me)),
            (.1, lambda: ('array', [me, ('variable', self.pick(context.names[:4]))])),
            (.1, lambda: self.change_of('self', [], context, 1)),
            (.2, lambda: self.result(context))])())]

    # ---- calls

    def change_of(self, root, steps, context, depth, gives_struct=False):
        """A call on a place that mostly changes it."""
        if self.available is None:
            return place_of(root, steps)
        if self.chance(.08):
            return ('method', place_of(root, steps), 'm1', [])
        names = [name for name in self.available if not gives_struct or name in GIVE_STRUCTS]
        if not names:
            return ('method', place_of(root, steps), 'm1', [])
        name = self.method_name(names, context)
        arguments = []
        for kind in ARGUMENTS[name]:
            if kind == 'count':
                arguments.append(('int', self.pick([0, 1, 1, 2])))
            elif kind == 'function':
                arguments.append(self.function_value(root, context, depth))
            else:
                arguments.append(self.argument(context, root, steps, depth))
        if arguments and self.chance(.04):
            arguments = [('spread', ('array', arguments))]
        return ('method', place_of(root, steps), name, arguments)

    def method_name(self, names, context):
        """One of ``names``; often the one that runs a function that shares variables."""
        if 'run' in names and ('k', 1) in context.callables and self.chance(.3):
            return 'run'
        return self.pick(names)

    def changing_call(self, context, depth):
        """One that gives a struct."""
        root, steps = self.struct_place(context)
        return self.change_of(root, steps, context, depth, True)

    def function_value(self, root, context, depth):
        names = [name for name, count in context.known_callables() if count == 1 and name != 'f']
        local = [name for name in names if name in ('h', 'k')]
        if local and self.chance(.6):
            return ('variable', self.pick(local))
        if self.chance(.3) and depth > 0:
            return self.lambda_of(1, context, 1)
        return ('variable', self.pick(names + ['gk']))

    def argument(self, context, root, steps, depth):
        """An argument, often something of the receiver."""
        variable = ('variable', root)
        place = place_of(root, steps)
        choices = [
            (.2 if KINDS.get(root) == 'struct' else .12, lambda: variable),
            (.25, lambda: place),
            (.25, lambda: self.part_of(place, context)),
            (.2, lambda: self.struct_value(context, depth - 1)),
            (.05, lambda: self.expression(context, depth - 1)),
            (.05, lambda: ('int', self.random.randrange(10, 99)))]
        if depth > 0:
            choices += [
                (.12, lambda: self.change_of(root, steps, context, depth - 1)),
                (.08, lambda: self.changing_call(context, depth - 1))]
        return self.weighted(choices)()

    def changing_index(self, name):
        """A small int, that evaluating changes something."""
        if not self.available:
            return ('int', 0)
        return self.pick([('call', 'place', [('int', 0)]),
                          ('method', ('variable', name), 'count_up', [])])

    # ---- where calls stand

    def mixed(self, call, root, steps, context):
        """An expression with the call and operands that come from its root."""
        before = self.reading(root, steps, context)
        after = self.reading(root, steps, context)
        number = place_of(root, steps)
        if self.available:
            number = ('method', number, 'count_up', [])
        return self.pick([
            ('array', [before, call, after]),
            ('array', [before, call]),
            ('array', [call, after, number]),
            ('interpolated', [before, call, after]),
            ('dict', [('a', before), ('b', call), ('n', after)]),
            ('struct', STRUCT, [('a', before), ('b', call), ('n', after)]),
            ('binary', '==', before, call),
            ('binary', '==', call, before),
            ('binary', '??', call, before),
            ('binary', '+', before, call),
            ('call', 'push', [before, call]),
            ('index', ('field', before, 'list'), number),
            ('tag', 'A', [before, call]),
            ('wrap', 'Ok', call),
            ('call', 'look', [call]),
            self.chained(call),
            ('array', [call, before, call]),
            ('choice', call, [], before, after),
            ('choice', ('int', 1), [('evaluate', call)], before, after),
            ('array', [before, ('choice', ('int', 1), [('evaluate', call)], after, after)]),
            ('array', [before, ('spread', ('array', [call, after]))]),
        ])

    def chained(self, call):
        names = ['m1'] * 3 + ['change']
        return call if self.available is None else ('method', call, self.pick(names), [])

    def reading(self, root, steps, context):
        """An operand that comes from a root."""
        place = place_of(root, steps)
        return self.pick([('variable', root), ('variable', root), place,
                          self.part_of(place, context)])

    # ---- statements

    def statement(self, context, depth):
        made = self.weighted([
            (.5, lambda: self.change(context, depth)),
            (.15, lambda: self.assignment(context, depth)),
            (.07, lambda: self.alias(context)),
            (.15, lambda: Generator.statement(self, context, depth))])()
        if context.in_function and self.chance(CAUGHT) and not mentions_kind(made, ('function', 'let')):
            name = context.new_name('e')
            made = ('try', [made], name, [('show_taken', name)])
        return made

    def change(self, context, depth):
        """A statement with a call that mostly changes a place."""
        root, steps = self.struct_place(context)
        if root in context.targets and root != 'self' and self.chance(.3):
            return self.fresh_change(root, steps, context)
        if depth > 0 and self.chance(.25):
            return self.around(root, steps, context, depth)
        return self.use(self.change_of(root, steps, context, min(depth, 1)), root, steps, context)

    def fresh_change(self, root, steps, context):
        """The same for a value that nothing else has, and changes of it afterwards."""
        place = place_of(root, steps)
        call = self.change_of(root, steps, context, 1)
        if self.available and 'replace' in self.available and self.chance(.5):
            call = ('method', place, self.pick(['change_with', 'replace']), [
                self.pick([('variable', root), place, self.part_of(place, context)])])
        made = [('set', root, self.literal_of(kind_of(root), 2)),
                self.use(call, root, steps, context)]
        for _ in range(self.pick([0, 1, 2])):
            made.append(self.use(self.change_of(root, steps, context, 0), root, steps, context))
        if self.available == NAMES and self.chance(.5):
            made.append(('show', [('call', 'gk', [('int', 1)])]))
        return ('group', made + [('show', [('variable', root)])])

    def assignment(self, context, depth):
        """Store a new value of the kind that a place has."""
        root, steps = self.struct_place(context, context.targets)
        part = self.pick(['', 'a', 'a', 'b', 'n', 'list', 'list'])
        value = self.expression(context, depth, KINDS.get(part, 'struct'))
        return self.assigned(root, steps + ([('field', part)] if part else []), value)

    def path_statement(self, context):
        if self.chance(.8):
            return self.assignment(context, 1)
        return Generator.path_statement(self, context)

    def update_statement(self, context):
        if self.chance(.2):
            return Generator.update_statement(self, context)
        root, steps = self.struct_place(context, context.targets)
        steps = steps + [('field', 'list')]
        updated = self.update_call(self.pick(['push', 'push', 'concat', 'reverse']),
                                   place_of(root, steps), context, 1)
        return self.assigned(root, steps, updated)

    def set_statement(self, context):
        name = self.target(context)
        return ('set', name, self.expression(context, 2, kind_of(name)))

    def alias(self, context):
        """A second place for what is going to be changed."""
        root, steps = self.struct_place(context)
        place = place_of(root, steps)
        target, target_steps = self.struct_place(context, context.targets)
        if self.chance(.4):
            value = ('array', [place, self.pick([place, ('variable', root)])])
            return self.assigned(target, target_steps + [('field', 'list')], value)
        return self.assigned(target, target_steps + [('field', 'a')], place)

    def use(self, call, root, steps, context):
        """A statement about the call of a method of a place."""
        place = place_of(root, steps)
        sink = 'y' if context.in_function else 'gb'
        choices = [
            (.3, lambda: ('evaluate', call)),
            (.1, lambda: ('show', [self.reading(root, steps, context), call,
                                   self.reading(root, steps, context)])),
            (.1, lambda: ('show', [call, place, self.change_of(root, steps, context, 0), place])),
            (.15, lambda: ('set', sink, self.mixed(call, root, steps, context))),
            (.1, lambda: ('set', sink, call)),
            (.05, lambda: ('print', self.mixed(call, root, steps, context)))]
        if root in context.targets and (call[0] != 'method' or call[2] in GIVE_STRUCTS):
            choices.append((.12, lambda: self.assigned(root, steps, call)))
        if context.in_function and context.kind == '' and self.chance(.3):
            choices.append((.1, lambda: ('if', self.reading(root, steps, context),
                                         [('return', call)], [])))
        if context.owns_locals and context.in_function:
            choices.append((.05, lambda: ('destructure', ['x', 'y'], ('array', [
                self.reading(root, steps, context), call]))))
        return self.weighted(choices)()

    def assigned(self, root, steps, value):
        return ('path', root, steps, ':=', value) if steps else ('set', root, value)

    def around(self, root, steps, context, depth):
        """A statement with a block that changes a place."""
        place = place_of(root, steps)
        items = ('variable', root) if kind_of(root) == 'array' else ('field', place, 'list')
        call = self.change_of(root, steps, context, 1)
        name = context.new_name('v')
        inner = context.inside([name], True)
        error = context.new_name('e')
        return self.weighted([
            (.3, lambda: ('for', name, self.pick([
                items, items, ('array', [place, place]), self.change_of(root, steps, context, 0)]),
                [self.use(call, root, steps, inner)] + self.block(inner, 1, depth - 1))),
            (.25, lambda: ('for', name, items,
                           [self.use(self.change_of(name, [], inner, 1), name, [], inner),
                            self.use(call, root, steps, inner)])),
            (.3, lambda: ('try', [self.use(call, root, steps, context)] + self.block(context, 1, 0),
                          error, [('show_taken', error), self.use(
                              self.change_of(root, steps, context, 0), root, steps, context)])),
            (.2, lambda: ('finally', [self.use(call, root, steps, context)]
                          + self.block(context, 1, 0), self.finalizer(context))),
        ])()

    def finalizer(self, context):
        """A block that is not left."""
        inner = context.inside(in_loop=False)
        inner.kind = ''
        inner.may_wait = False
        while True:
            block = self.block(inner, 2, 0)
            if not mentions_kind(block, LEAVES):
                return block
