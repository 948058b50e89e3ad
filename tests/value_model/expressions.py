"""Random expressions about values."""

from context import GLOBALS, USUAL_KIND

FIELDS = ['a', 'b', 'n', 'list']
KEYS = ['a', 'b', 'n', '1']
# The field and key that mostly holds an int.
NUMBER = 'n'
STRUCT = 'S'
STRAY = .06

ARRAY_BUILTINS = ['pop', 'Set', 'Queue', 'Stack', 'len', 'to_string']
DICT_BUILTINS = ['keys', 'values', 'items']
ARRAY_UPDATES = ['push', 'push', 'push', 'concat', 'insert', 'reverse', 'slice', 'take', 'skip']


class ExpressionMaker(object):
    """Needs ``block(context, most, depth)``, which makes statements."""

    def __init__(self, random):
        self.random = random
        self.is_focused = False
        self.favorite = ''

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, probability):
        return self.random.random() < probability

    def weighted(self, choices):
        """One of the functions in ``[(weight, function)]``."""
        point = self.random.random() * sum(weight for weight, _ in choices)
        for weight, make in choices:
            point -= weight
            if point < 0:
                return make
        return choices[-1][1]

    def literal_of(self, kind, depth):
        """A constant of a kind, full enough to be worked on."""
        if depth <= 0:
            return self.literal(0)
        if kind == 'array':
            return ('array', [self.literal_of(self.pick(['array', 'array', 'any']), depth - 1)
                              for _ in range(self.pick([1, 2, 3, 3]))])
        if kind == 'struct':
            return ('struct', STRUCT, [(name, self.part_literal(name, depth)) for name in FIELDS])
        if kind == 'dict':
            return ('dict', [(key, self.part_literal(key, depth)) for key in KEYS])
        if kind == 'number':
            return ('int', self.pick([0, 0, 1, 2]))
        return self.literal(depth)

    def part_literal(self, name, depth):
        return self.literal_of('number' if name == NUMBER else 'array', depth - 1)

    def literal(self, depth):
        """A constant value."""
        if depth <= 0 or self.chance(.15):
            return self.pick([('int', self.random.randrange(4)), ('int', self.random.randrange(9)),
                              ('string', self.pick(['s', 'tu', ''])), ('null',)])
        kind = self.random.random()
        if kind < .55:
            count = self.random.randrange(4)
            if self.chance(.25):
                return ('array', [('int', self.random.randrange(9)) for _ in range(count)])
            return ('array', [self.literal(depth - 1) for _ in range(count)])
        if kind < .7:
            return ('dict', [(key, self.literal(depth - 1)) for key in self.some(KEYS)])
        if kind < .85:
            return ('struct', STRUCT, [(name, self.literal(depth - 1)) for name in self.some(FIELDS)])
        if kind < .95:
            return ('wrap', self.pick(['Ok', 'Some', 'Err']), self.literal(depth - 1))
        return ('tag', self.pick(['A', 'B']), [self.literal(depth - 1)])

    def some(self, names):
        return [name for name in names if self.chance(.6)] or [names[0]]

    def variable(self, context, kind='any'):
        names = context.names
        if context.in_function and self.chance(.6):
            names = names[:4]
        elif self.chance(.3):
            names = names[-2:]
        if kind != 'any' and not self.chance(STRAY):
            fitting = [name for name in names if USUAL_KIND.get(name, kind) == kind]
            names = fitting or [name for name in GLOBALS if USUAL_KIND[name] == kind] or names
        return ('variable', self.pick(names))

    def small(self, context):
        """An index."""
        if self.chance(.2):
            return self.computed_index()
        if self.chance(.9):
            return ('int', self.pick([0, 0, 0, 1, 1, 2]))
        if self.chance(.7):
            return ('int', -1)
        return self.expression(context, 1)

    def computed_index(self):
        """An index that is a small int most of the time, without calls."""
        number = self.pick([
            ('variable', 'gn'), ('variable', 'gn'), ('field', ('variable', 'gc'), NUMBER),
            ('field', ('variable', 'gd'), NUMBER), ('index', ('variable', 'gd'), ('string', NUMBER)),
            ('index', ('variable', 'gb'), ('int', 0))])
        if self.chance(.5):
            return ('binary', '%', number, ('int', self.pick([1, 2, 2])))
        if self.chance(.2):
            return ('binary', '+', number, ('int', self.pick([0, 1])))
        return number

    def expression(self, context, depth, kind='any'):
        """An expression; ``kind`` says what is wanted: array, struct, dict or any."""
        if self.chance(STRAY):
            kind = 'any'
        if depth <= 0:
            return self.variable(context, kind) if self.chance(.7) else self.literal_of(kind, 2)
        if kind == 'any':
            kind = self.pick(['array', 'array', 'any', 'any', 'struct', 'dict'])
        if kind == 'number':
            return self.computed_index() if self.chance(.5) else self.literal_of('number', 1)
        choices = {'array': self.array_choices, 'struct': self.struct_choices,
                   'dict': self.dict_choices, 'any': self.any_choices}[kind](context, depth)
        return self.weighted(choices)()

    def array_choices(self, context, depth):
        return [
            (.28, lambda: self.variable(context, 'array')),
            (.10, lambda: self.array_display(context, depth)),
            (.22, lambda: self.array_builtin(context, depth)),
            (.10, lambda: self.callback_call(context, depth, ['map', 'filter', 'sort_by'])),
            (.15, lambda: self.call(context, depth)),
            (.08, lambda: ('index', self.expression(context, depth - 1, 'array'),
                           self.small(context))),
            (.05, lambda: ('field', self.expression(context, depth - 1, 'struct'),
                           self.pick(FIELDS))),
            (.02, lambda: self.literal_of('array', 2)),
            (.05, lambda: self.drained(context, depth)),
            (.04, lambda: self.closure_call(context, depth)),
            (.05, lambda: self.choice(context, depth, 'array')),
        ] + self.suspensions(context, depth)

    def choice(self, context, depth, kind):
        """An ``if`` as a value, the first branch of which does something before."""
        body = []
        if [name for name in context.targets if name != 'self']:
            body = self.block(context, 2, self.pick([0, 0, 1]))
        return ('choice', self.expression(context, 1), body,
                self.expression(context, depth - 1, kind), self.expression(context, depth - 1, kind))

    def struct_choices(self, context, depth):
        return [
            (.5, lambda: self.variable(context, 'struct')),
            (.2, lambda: ('struct', STRUCT, [(name, self.expression(context, depth - 1))
                                             for name in self.some(FIELDS)])),
            (.2, lambda: self.method_call(context, depth)),
            (.1, lambda: self.literal_of('struct', 2)),
        ]

    def dict_choices(self, context, depth):
        return [
            (.5, lambda: self.variable(context, 'dict')),
            (.1, lambda: ('dict', [('...', self.expression(context, depth - 1, 'dict')),
                                   (self.pick(KEYS), self.expression(context, depth - 1))])),
            (.3, lambda: ('dict', [(key, self.expression(context, depth - 1))
                                   for key in self.some(KEYS)])),
            (.2, lambda: ('call', 'merge', [self.expression(context, depth - 1, 'dict'),
                                            self.expression(context, depth - 1, 'dict')])),
        ]

    def any_choices(self, context, depth):
        return [
            (.20, lambda: self.variable(context)),
            (.04, lambda: self.choice(context, depth, 'any')),
            (.20, lambda: ('index', self.expression(context, depth - 1, 'array'),
                           self.small(context))),
            (.08, lambda: ('field', self.expression(context, depth - 1, 'struct'),
                           self.pick(FIELDS))),
            (.06, lambda: ('index', self.expression(context, depth - 1, 'dict'),
                           ('string', self.pick(KEYS)))),
            (.08, lambda: self.wrapped(context, depth)),
            (.05, lambda: ('call', self.pick(ARRAY_BUILTINS),
                           [self.expression(context, depth - 1, 'array')])),
            (.03, lambda: ('call', self.pick(DICT_BUILTINS),
                           [self.expression(context, depth - 1, 'dict')])),
            (.03, lambda: self.collection_round_trip(context, depth)),
            (.06, lambda: self.callback_call(context, depth, ['reduce', 'find'])),
            (.05, lambda: self.method_call(context, depth)),
            (.05, lambda: self.call(context, depth)),
            (.04, lambda: ('binary', self.pick(['==', '??']), self.expression(context, depth - 1),
                           self.expression(context, depth - 1))),
            (.03, lambda: ('binary', '+', self.expression(context, depth - 1, 'struct'),
                           self.expression(context, depth - 1))),
            (.02, lambda: ('binary', '+', ('call', 'len', [self.expression(context, 1, 'array')]),
                           ('int', 1))),
            (.03, lambda: self.unwrapped(context, depth)),
            (.02, lambda: ('call', 'get', [self.expression(context, depth - 1, 'dict'),
                                           ('string', self.pick(KEYS))])),
            (.02, lambda: ('call', 'get', [self.expression(context, depth - 1, 'dict'),
                                           self.small(context), self.expression(context, 1)])),
            (.02, lambda: ('call', 'remove', [self.expression(context, depth - 1, 'dict'),
                                              ('string', self.pick(KEYS))])),
            (.05, lambda: ('method', self.generator_value(context, depth), 'next', [])),
            (.03, lambda: self.closure_call(context, depth)),
            (.01, lambda: self.generator_value(context, depth)),
            (.01, lambda: self.lambda_of(1, context, depth - 1)),
        ] + self.suspensions(context, depth)

    # ---- what suspends, and what is called through a value

    def suspensions(self, context, depth):
        """Expressions at which the function stops for a while, with operands on its stack."""
        if context.kind == 'generator':
            return [(.12, lambda: ('yield', self.expression(context, depth - 1)))]
        if context.kind == 'async':
            return [(.10, lambda: self.pause()), (.06, lambda: self.awaited(context, depth))]
        return [(.02, lambda: self.awaited(context, depth))] if context.may_wait else []

    def pause(self):
        return ('await', ('call', 'async_sleep', [('int', 0)]))

    def awaited(self, context, depth):
        return ('await', self.async_call(context, depth) or self.expression(context, depth - 1))

    def async_call(self, context, depth):
        """A call of an async function; None if there is none."""
        return self.call_of(sorted(context.functions.asyncs.items()), context, depth)

    def call_of(self, candidates, context, depth):
        if not candidates:
            return None
        name, count = self.pick(candidates)
        return ('call', name, self.arguments(context, depth, count))

    def generator_value(self, context, depth):
        """Something that has items one at a time."""
        if self.chance(.3) and depth > 0:
            stage = self.pick(['map', 'filter'])
            return ('method', self.expression(context, depth - 1, 'array'), stage,
                    [self.lambda_of(1, context, depth - 1)])
        if self.chance(.4):
            made = self.call_of(sorted(context.functions.generators.items()), context, depth)
            if made is not None:
                return made
        return ('variable', 'gi')

    def drained(self, context, depth):
        """All or some items of a generator as an array."""
        source = self.generator_value(context, depth - 1)
        if self.chance(.5):
            source = ('method', source, 'take', [('int', self.pick([1, 2]))])
        return ('method', source, 'collect', [])

    def closure_call(self, context, depth):
        argument = self.expression(context, depth - 1)
        return self.pick([
            ('call', 'gk', [argument]),
            ('call', 'gk', [argument]),
            ('apply', ('index', self.expression(context, depth - 1, 'array'), self.small(context)),
             [argument]),
            ('apply', ('field', self.expression(context, depth - 1, 'struct'), self.pick(FIELDS)),
             [argument]),
        ])

    # ---- displays, builtins, calls

    def array_display(self, context, depth):
        items = [self.expression(context, depth - 1) for _ in range(self.pick([1, 2, 2]))]
        if self.chance(.2):
            items.append(('spread', self.expression(context, depth - 1, 'array')))
        return ('array', items)

    def wrapped(self, context, depth):
        if self.chance(.3):
            return ('tag', 'A', [self.expression(context, depth - 1),
                                 self.expression(context, depth - 1)])
        return ('wrap', self.pick(['Ok', 'Some', 'Err']), self.expression(context, depth - 1))

    def collection_round_trip(self, context, depth):
        """An array through a queue, a stack or a set."""
        array = self.expression(context, depth - 1, 'array')
        item = self.expression(context, depth - 1)
        return self.pick([
            ('call', 'queue_dequeue', [('call', 'queue_enqueue', [('call', 'Queue', [array]), item])]),
            ('call', 'stack_pop', [('call', 'stack_push', [('call', 'Stack', [array]), item])]),
            ('call', 'queue_to_array', [('call', 'queue_enqueue', [('call', 'Queue', [array]), item])]),
            ('call', 'stack_to_array', [('call', 'stack_push', [('call', 'Stack', [array]), item])]),
            ('call', 'set_to_array', [('call', 'set_add', [('call', 'Set', [array]), item])]),
        ])

    def unwrapped(self, context, depth):
        inner = ('wrap', 'Ok', self.expression(context, depth - 1))
        if context.in_function and self.chance(.5):
            inner = self.expression(context, depth - 1)
        return ('unwrap', inner)

    def array_builtin(self, context, depth):
        first = self.expression(context, depth - 1, 'array')
        if self.chance(.6):
            return self.update_call(self.pick(ARRAY_UPDATES), first, context, depth)
        name = self.pick(['reverse', 'flatten', 'enumerate', 'zip', 'sort', 'range', 'values', 'keys'])
        if name == 'range':
            return ('call', 'range', [('int', self.random.randrange(4))])
        if name == 'zip':
            return ('call', name, [first, self.expression(context, depth - 1, 'array')])
        if name == 'sort':
            first = ('call', 'concat', [('call', 'keys', [self.expression(context, depth - 1, 'dict')]),
                                        ('array', [('string', 'c')])])
        if name in ('values', 'keys'):
            return ('call', name, [self.expression(context, depth - 1, 'dict')])
        return ('call', name, [first])

    def update_call(self, name, first, context, depth):
        """A builtin that gives a changed version of its first argument."""
        if name in ('reverse',):
            return ('call', name, [first])
        if name == 'slice':
            return ('call', name, [first, ('int', self.pick([0, 0, 1])), ('int', self.pick([1, 2, 9]))])
        if name in ('take', 'skip'):
            return ('call', name, [first, ('int', self.pick([1, 2, 9]))])
        wanted = 'array' if name == 'concat' else 'any'
        second = self.expression(context, depth - 1, wanted)
        if name == 'insert':
            return ('call', name, [first, ('int', self.pick([0, 0, 1])), second])
        return ('call', name, [first, second])

    def call(self, context, depth):
        candidates = context.known_callables()
        if not candidates:
            return self.array_builtin(context, depth)
        name, count = self.pick(candidates)
        arguments = self.arguments(context, depth, count)
        if self.chance(.15) and arguments[0][0] != 'spread':
            return ('pipe', arguments[0], name, arguments[1:])
        return ('call', name, arguments)

    def arguments(self, context, depth, count):
        """``count`` arguments; negative: that many or one less."""
        if count < 0:
            count = -count - self.pick([0, 1])
        found = [self.expression(context, depth - 1, kind) for kind in ['array', 'any', 'any'][:count]]
        if self.chance(.04):
            found[-1] = ('spread', ('array', found[-1:]))
        return found

    def method_call(self, context, depth):
        receiver = self.expression(context, depth - 1, 'struct')
        kind = self.random.random()
        if kind < .3:
            return ('method', receiver, 'm1', [])
        if kind < .6:
            # Its variables are the fields of the receiver, which must be all there.
            fields = [(name, self.expression(context, min(depth - 1, 1))) for name in FIELDS]
            receiver = self.pick([('variable', 'gc'), ('struct', STRUCT, fields)])
        return ('method', receiver, 'm0' if kind > .6 else 'm2',
                [self.expression(context, depth - 1, 'array')])

    def callback_call(self, context, depth, builtins):
        name = self.pick(builtins)
        array = self.expression(context, depth - 1, 'array')
        if name == 'reduce':
            start = self.expression(context, depth - 1)
            return ('call', name, [array, start, self.lambda_of(2, context, depth - 1)])
        if name == 'sort_by':
            key = self.pick([('int', 1), ('call', 'len', [('variable', 'u')])])
            return ('call', name, [array, ('lambda', ['u'], [('return', key)], '')])
        names = [f for f, count in context.known_callables() if count == 1] + ['gk']
        if names and self.chance(.4):
            return ('call', name, [array, ('variable', self.pick(names))])
        return ('call', name, [array, self.lambda_of(1, context, depth - 1)])

    def lambda_of(self, count, context, depth):
        parameters = ['u', 'v'][:count]
        inner = context.inner_function(parameters)
        body = self.block(inner, 2, min(depth, 1)) if self.chance(.5) else []
        if count == 2 and self.chance(.5):
            result = ('call', 'push', [('variable', 'u'), ('variable', 'v')])
        else:
            result = self.expression(inner, min(depth, 2))
        return ('lambda', parameters, body + [('return', result)], '')
