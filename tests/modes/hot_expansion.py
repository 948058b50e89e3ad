"""Fills the holes of the grammar of hot programs."""

import edges
from failures import MOSTLY, Failures
from program_generator import KEYS, Expansion
from trees import ATOM, EXPRESSION, STATEMENT

COMPARISONS = ['<', '<=', '>', '>=', '==', '!=']
# What is decided by one comparison and its opposite; NaN takes neither.
OPPOSITES = [('<', '>='), ('>', '<='), ('<=', '>'), ('>=', '<'), ('==', '!='), ('!=', '==')]
NAMES_OF_INTS = ['word', 'word', 'word', 'item', 'big']
FEW = [1, 2, 3, 3, 5, 12]
DICT_KEYS = KEYS[:3]


class HotExpansion(Expansion):

    def fill(self, hole):
        kind, _, rest = hole.partition('_')
        if rest == 'name':
            return self.name(kind)
        if kind == 'call':
            return self.call(rest)
        return Expansion.fill(self, hole)

    def name(self, kind):
        if kind == 'int':
            kind = self.generator.pick(NAMES_OF_INTS)
        return (ATOM, self.generator.pick(self.scope.readable[kind]))

    def statement_of(self, production):
        return self.generator.expand(self.scope, STATEMENT, production, 1)

    def simplest(self, kind):
        """An expression that has no parts."""
        if kind == 'int':
            kind = self.generator.pick(NAMES_OF_INTS)
        if kind == 'bool':
            return self.generator.expand(
                self.scope, EXPRESSION, ['(', 'int_name', ' ', 'comparison', ' ', 'limit', ')'], 0)
        if kind == 'char':
            return self.hole_letter()
        if kind == 'word' and self.generator.chance(.3):
            return self.hole_edge()
        if kind == 'float' and self.generator.chance(.3):
            return self.hole_float_edge()
        if kind == 'item' and self.generator.chance(.3):
            return self.hole_counter()
        return self.name(kind)

    # ---- numbers that change from one iteration to another

    def cycle(self, length):
        """Text of an index that takes all values below ``length`` in turn."""
        if self.scope.loop is None:
            # Any other number of a function: its remainder is not negative.
            name = self.generator.pick(self.scope.readable['item'])
            return '(bit_and(%s, 1023) %% %d)' % (name, length)
        return '(%s %% %d)' % (self.scope.loop[0], length)

    def phase(self, length):
        """Text of an index that grows slowly to ``length`` - 1."""
        if self.scope.loop is None:
            return self.cycle(length)
        counter, iterations = self.scope.loop
        return '(%s / %d)' % (counter, iterations // length + 1)

    def late(self):
        """Text of a condition that becomes true after most iterations."""
        if self.scope.loop is None:
            return self.cycle(1000) + ' > 900'
        counter, iterations = self.scope.loop
        return '%s > %d' % (counter, iterations * 4 // 5)

    def varying(self, kind):
        values = self.generator.values_of(kind, self.generator.random.randrange(2, 5))
        position = self.generator.pick([self.cycle, self.phase, self.phase])(len(values))
        return (ATOM, self.generator.new_table(values) + '[' + position + ']')

    def hole_varying_int(self):
        return self.varying('word')

    def hole_varying_float(self):
        return self.varying('float')

    def hole_varying_char(self):
        text = self.generator.pick(edges.TEXTS)
        length = len(text.decode('utf-8'))
        return (ATOM, '"%s"[%s]' % (text, self.cycle(length)))

    def hole_counter(self):
        return (ATOM, self.scope.loop[0]) if self.scope.loop else self.name('item')

    # ---- small things

    def hole_edge(self):
        return (ATOM, str(edges.edge(self.generator.random)))

    def hole_plain(self):
        if self.generator.chance(.6):
            return self.hole_counter()
        return (ATOM, self.generator.pick(['%s + 1', '%s * 2', '%s % 7', '%s']).replace(
            '%s', self.hole_counter()[1]))

    def hole_limit(self):
        if self.generator.chance(.4):
            return (ATOM, '0')
        return self.hole_edge() if self.generator.chance(.5) else self.name('word')

    def hole_float_edge(self):
        return (ATOM, self.generator.pick(edges.FLOATS))

    def hole_float_divisor(self):
        return (ATOM, self.generator.pick(['2.0', '0.5', '-3.0', 'nan', 'infinity', '7', '-1.0']))

    def hole_divisor(self):
        if self.generator.chance(.1):
            return (EXPRESSION, 'bit_or(', self.name('word'), ', 1)')
        return (ATOM, str(self.generator.pick(edges.DIVISORS)))

    def hole_mask(self):
        return (ATOM, str(self.generator.pick(edges.MASKS)))

    def hole_shift(self):
        return (ATOM, str(self.generator.pick([0, 1, 2, 3, 8, 31, 32, 62, 63, 64, 70])))

    def hole_power(self):
        return (ATOM, str(self.generator.random.randrange(4)))

    def hole_large(self):
        return (ATOM, str(self.generator.pick([2 ** 63, 2 ** 64, 2 ** 63 - 1, 10 ** 30, 2 ** 127])))

    def hole_index(self):
        if self.generator.chance(.3):
            return (ATOM, self.cycle(self.generator.pick([2, 3])))
        return (ATOM, self.generator.pick(['0', '1', '2', '-1', '-2']))

    def hole_place(self):
        return (ATOM, self.generator.pick(['0', '1', '-1', '-2', self.cycle(2)]))

    def hole_start(self):
        return (ATOM, self.generator.pick(['0', '1']))

    def hole_few(self):
        self.iterations = self.generator.pick(FEW)
        return (ATOM, str(self.iterations))

    def hole_period(self):
        return (ATOM, str(self.generator.pick([2, 3, 4, 7, 10, 300])))

    def hole_comparison(self):
        return (ATOM, self.generator.pick(COMPARISONS))

    def hole_key(self):
        return self.generator.pick(DICT_KEYS)

    def hole_key_text(self):
        if self.generator.chance(.5):
            return (ATOM, '["a", "b", "c"][%s]' % self.cycle(3))
        return (ATOM, '"${["b", "c"][%s]}"' % self.cycle(2))

    def hole_small_key(self):
        return (ATOM, self.generator.pick(['0', '1', '2', '-1', self.cycle(5)]))

    def hole_letter(self):
        return (ATOM, '"%s"' % self.generator.pick(edges.CHARACTERS))

    def hole_callback(self):
        return (ATOM, self.generator.pick(['one', 'one', 'failing_never', 'func(u) { return u * 2 }']))

    def hole_generator(self):
        return (ATOM, 'produced(%s)' % self.generator.pick(['2', '5']))

    # ---- statements

    def store(self):
        return self.statement_of(self.generator.weighted(self.generator.statements))

    def hole_store_block(self):
        return [self.store()]

    def hole_grow_and_shrink(self):
        """An int that leaves the machine words and comes back."""
        generator = self.generator
        name = generator.pick(self.scope.assignable['big'] + self.scope.assignable['word'])
        growth = generator.pick([' * 3 + ', ' * -7 + ', ' + 4611686018427387904 + ', ' - 9223372036854775807 - ',
                                 ' * 65536 - '])
        limit = str(generator.pick([2 ** 63, 2 ** 64, 2 ** 70, 2 ** 130]))
        back = generator.pick(['%s / 3 / %d' % (name, 2 ** 62), 'wrap_int(%s)' % name, '%s %% 1000' % name, '1'])
        return (EXPRESSION, name + ' := ' + name + growth, generator.expression(self.scope, 'item', 1),
                '\nif ' + name + ' > ' + limit + ' || ' + name + ' < -' + limit + ' ',
                [(STATEMENT, name + ' := ' + back)])

    def hole_leave(self):
        """Seldom run, so that the loop around stays hot."""
        if self.scope.loop is None or self.scope.in_loop:
            return self.hole_grow_and_shrink()
        return (EXPRESSION, 'if ' + self.cycle(50) + ' == 7 ', [(STATEMENT, 'continue')])

    def hole_three_ways(self):
        """One comparison and its opposite: neither holds for NaN."""
        kind = self.generator.pick(['float', 'float', 'word', 'item'])
        left = self.name(kind)
        right = self.generator.pick([self.name(kind), self.generator.expression(self.scope, kind, 0)])
        if self.generator.chance(.5):
            left, right = right, left
        first, second = self.generator.pick(OPPOSITES)
        between = self.generator.pick(['\nif ', ' else if '])
        parts = [EXPRESSION, 'if ', (EXPRESSION, left, ' ' + first + ' ', right), ' ', self.way('1'), between,
                 (EXPRESSION, left, ' ' + second + ' ', right), ' ', self.way('2')]
        if self.generator.chance(.5):
            parts.extend([' else ', self.way('3')])
        return tuple(parts)

    def way(self, sign):
        mark = (STATEMENT, 'hash := wrap_add(wrap_mul(hash, 31), ' + sign + ')')
        if self.scope.result and self.generator.chance(.5):
            return [self.generator.result(self.scope)]
        return [mark] if self.generator.chance(.6) else [mark] + self.inner_block(1)

    def hole_way_out(self):
        """A block that leaves the function, where there is one."""
        if self.scope.result is None:
            return self.hole_block()
        return [self.generator.result(self.scope)]

    def hole_attempt(self):
        """What fails, beside stores, and a handler."""
        generator = self.generator
        name = generator.new_name('e')
        body = [self.store() for _ in range(generator.random.randrange(4))]
        place = generator.random.randrange(len(body) + 1)
        failure = Failures(self).statements()
        if self.depth > 1 and generator.chance(.15):
            failure.append((STATEMENT, self.hole_attempt()))
        return (EXPRESSION, 'try ', body[:place] + failure + body[place:], ' except ' + name + ' ',
                self.handler(name))

    def small_attempt(self):
        """What mostly fails, with a handler that does little."""
        generator = self.generator
        name = generator.new_name('e')
        text = generator.pick(['failures += 1', 'last := %s.message', 'lines += %s.line', 'any0 := 1'])
        return (STATEMENT, 'try ', Failures(self, MOSTLY).statements(), ' except ' + name + ' ',
                [(STATEMENT, text.replace('%s', name))])

    def handler(self, name):
        generator = self.generator
        found = []
        for text in ['failures += 1', 'last := %s.message', 'lines += %s.line',
                     'hash := wrap_add(hash, len(%s.stack))', 'any0 := %s.message',
                     'any0 := %s.value']:
            if generator.chance(.35):
                found.append((STATEMENT, text.replace('%s', name)))
        if generator.chance(.3):
            found.append(self.store())
        if self.scope.loop is not None and not self.scope.in_loop and generator.chance(.08):
            found.append((STATEMENT, 'continue'))
        return found or [(STATEMENT, 'failures += 1')]

    def loop(self, prefix, suffix):
        iterations = self.iterations if self.iterations > 1 else 6
        block = self.generator.repeated(iterations, lambda: self.inner_block(2, in_loop=True))
        return prefix + block + suffix

    # ---- calls

    def call(self, result):
        """A call of a declared function with a result of that type, if one fits."""
        generator = self.generator
        found = [function for function in self.scope.functions
                 if function.result == result and generator.fits(function.cost)]
        if not found:
            return self.simplest(result)
        function = generator.pick(found)
        generator.spent += function.cost * generator.times
        return (EXPRESSION, function.name + '(') + self.arguments(function) + (')',)

    def argument(self, kind):
        if kind == 'turns':
            return (ATOM, self.cycle(12))
        return self.generator.expression(self.scope, kind, 1)
