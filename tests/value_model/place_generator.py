"""Small random programs that do nothing but change values in place (decision 41).

All data are arrays of arrays, and dicts of them, so that nearly every step succeeds; aliases are
made all the time, and functions return their parameters, changed, as parts of something.
"""

from same_places import place_of

GLOBALS = ['ga', 'gb']
LOCALS = ['x', 'y']
DICTS = ['gd']
INDEXES = [('int', 0), ('int', 0), ('int', 0), ('int', 1), ('variable', 'gn'),
           ('binary', '%', ('variable', 'gn'), ('int', 2)), ('int', -1)]
KEYS = [('string', 'a'), ('string', 'a'), ('string', 'b'), ('variable', 'gn')]


class PlaceGenerator(object):

    def __init__(self, random):
        self.random = random
        self.functions = []
        self.fresh = 0

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, probability):
        return self.random.random() < probability

    def program(self):
        """A list of statements."""
        program = [('structdef', 'S', [], ['a', 'b'])]
        program += [('set', name, self.literal(3)) for name in GLOBALS]
        program += [('set', 'gn', ('int', 0)), ('set', 'gd', ('dict', [('a', self.literal(2))]))]
        for number in range(self.pick([1, 2, 3])):
            program.append(self.function('f%d' % number))
        if self.chance(.5):
            body = [('set', name, self.literal(3)) for name in LOCALS]
            program.append(('function', 'main', [], body + self.statements(LOCALS * 2 + GLOBALS, 7)
                            + self.shown(LOCALS), ''))
            program.append(('try', [('evaluate', ('call', 'main', []))], 'e', []))
        else:
            names = ['mx', 'my']
            program += [('set', name, self.literal(3)) for name in names]
            for statement in self.statements(names * 2 + GLOBALS, 7):
                program.append(('try', [statement], self.new_name(), []))
            program += self.shown(names)
        return program + self.shown(GLOBALS + DICTS)

    def shown(self, names):
        return [('print', ('variable', name)) for name in names]

    def new_name(self):
        self.fresh += 1
        return 'e%d' % self.fresh

    def literal(self, depth):
        if depth == 0:
            return ('int', self.random.randrange(10))
        return ('array', [self.literal(depth - 1) for _ in range(self.pick([1, 2, 2]))])

    # ---- functions

    def function(self, name):
        names = ['p', 'p', 'x', self.pick(GLOBALS)]
        body = [('set', 'x', self.pick([('variable', 'p'), self.literal(2), ('variable', 'ga')]))]
        body += self.statements(names, 3)
        kind, result = self.result()
        if self.chance(.15):
            inner = self.call(('array', [('variable', 'p')]), ['array', 'pair', 'ok'], names)
            attempt = inner if inner and self.chance(.5) else result
            body = [('try', body + [('return', attempt)], self.new_name(), [])]
        if self.chance(.1):
            body.append(('evaluate', ('variable', 'missing')))
        body.append(('return', result))
        self.functions.append((name, kind))
        return ('function', name, ['p', 'q'], body, '')

    def result(self):
        """(kind, expression); the kinds: an array, a pair with one, an Ok of one."""
        part = ('variable', self.pick(['p', 'p', 'x']))
        other = self.pick([('int', 5), ('variable', 'q'), part, ('variable', 'x'),
                           ('call', 'push', [part, ('int', 6)]), ('index', part, ('int', 0)),
                           ('array', [part])])
        return self.pick([
            ('array', part), ('array', part), ('array', ('call', 'push', [part, other])),
            ('pair', ('array', [part, other])), ('pair', ('array', [part, other])),
            ('pair', ('array', [('array', [part]), ('array', [part])])),
            ('pair', ('array', [other, part])), ('pair', ('array', [other, ('wrap', 'Ok', part)])),
            ('ok', ('wrap', 'Ok', part)), ('ok', ('wrap', 'Ok', part)),
            ('pair', ('struct', 'S', [('a', part), ('b', other)]))])

    def call(self, first, kinds, names):
        """A call of a function of one of the kinds; None without one."""
        known = [name for name, kind in self.functions if kind in kinds]
        return known and ('call', self.pick(known), [first, self.operand(names)]) or None

    # ---- statements

    def statements(self, names, most):
        return [self.statement(names) for _ in range(self.random.randrange(2, most + 1))]

    def steps(self, least):
        count = self.pick([1, 1, 2, 3]) if least else self.pick([0, 1, 1, 2])
        return [('index', self.pick(INDEXES)) for _ in range(count)]

    def operand(self, names):
        """A value: mostly an alias of something."""
        place = place_of(self.pick(names), self.steps(False))
        choices = [('int', self.random.randrange(10, 100)), ('variable', self.pick(names)),
                   ('variable', self.pick(names)), place, place, ('array', [place])]
        call = self.call(place, ['array', 'pair', 'ok'], names) if self.chance(.3) else None
        return call or self.pick(choices)

    def place(self, names):
        """(root, steps) of a path; now and then of a dict."""
        if self.chance(.25):
            return 'gd', [('index', self.pick(KEYS))]
        return self.pick(names), self.steps(True)

    def statement(self, names):
        kind = self.random.random()
        name = self.pick(names)
        if kind < .12:
            return ('set', name, self.operand(names))
        if kind < .3:
            root, steps = self.place(names)
            return ('path', root, steps, ':=', self.operand(names))
        if kind < .36:
            return ('path', name, self.steps(True), ':=', ('int', self.random.randrange(100, 999)))
        if kind < .46:
            return self.addition(names)
        if kind < .5:
            return ('exchange', (name, self.steps(True)), (self.pick([name, self.pick(names)]),
                                                           self.steps(True)))
        if kind < .53:
            return ('set', 'gn', ('int', self.pick([0, 1])))
        if kind < .58:
            return ('try', self.statements(names, 3) + [('evaluate', ('variable', 'missing'))],
                    self.new_name(), [])
        if kind < .62:
            item = self.pick(['x', 'v'])
            return ('for', 'v', ('variable', name), self.statements(names + [item], 2))
        return self.update(names)

    def addition(self, names):
        root, steps = self.place(names)
        if self.chance(.15):
            # The items, not the array, are in two places then.
            return ('group', [('set', root, self.literal(2)),
                              ('augment', root, self.operand(names)),
                              ('path', root, [('index', ('int', -1)), ('index', ('int', 0))], ':=',
                               ('int', self.random.randrange(100, 999)))])
        value = self.pick([('array', [self.operand(names)]), self.operand(names)])
        if self.chance(.5):
            return ('augment', root, value)
        if self.chance(.3):
            return ('path', root, steps, ':=', ('binary', '+', place_of(root, steps), value))
        return ('path', root, steps, '+=', value)

    def update(self, names):
        """``P := f(P, ..)`` in one of its forms."""
        if self.chance(.4):
            return self.variable_update(names)
        root, steps = self.place(names)
        place = place_of(root, steps)
        if root == 'gd' and self.chance(.7):
            default = self.pick([('array', []), self.operand(names)])
            place = ('call', 'get', [place[1], place[2], default])
        call = self.call(place, ['array'], names) if self.chance(.5) else None
        call = call or self.pick([('call', 'push', [place, self.operand(names)]),
                                  ('call', 'push', [place, self.operand(names)]),
                                  ('call', 'concat', [place, self.operand(names)])])
        found = self.call(place, ['ok'], names)
        if found and self.chance(.3):
            call = ('unwrap', found)
        return ('path', root, steps, ':=', call)

    def variable_update(self, names):
        name = self.pick(names)
        variable = ('variable', name)
        forms = [('set', name, ('call', 'push', [variable, self.operand(names)])),
                 ('destructure', [name, self.pick(names)], ('call', 'pop', [variable]))]
        call = self.call(variable, ['array'], names)
        if call:
            forms += [('set', name, call)] * 2
        call = self.call(variable, ['ok'], names)
        if call:
            forms += [('set', name, ('unwrap', call))] * 3
        call = self.call(variable, ['pair'], names)
        if call:
            pattern = [name, self.pick([other for other in names if other != name] or ['_'])]
            if self.chance(.3):
                pattern.reverse()
            forms += [('destructure', pattern, call)] * 3
        return self.pick(forms)
