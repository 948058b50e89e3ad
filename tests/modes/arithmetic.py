"""Functions of numbers only, as the optimizer's rules see them: few steps, comparisons, ways out."""

import edges
from hot_expansion import COMPARISONS, OPPOSITES
from productions import table
from trees import ATOM, EXPRESSION, STATEMENT

WORD, FLOAT = 'word', 'float'
STEPS = {
    WORD: table('''
        4 wrap_add(@old, @other)
        4 wrap_sub(@old, @other)
        1 wrap_sub(@other, @old)
        4 wrap_mul(@old, @other)
        4 bit_and(@old, @mask)
        1 bit_and(@old, @old)
        2 bit_or(@old, @other)
        2 bit_xor(@old, @other)
        1 bit_not(@old)
        2 wrap_int(bit_shl(@old, @shift))
        2 bit_shr(@old, @shift)
        2 wrap_int(@old + @other)
        2 wrap_int(@old - @other)
        2 wrap_int(@old * @other)
        2 wrap_int(@old / @divisor)
        2 (@old % @divisor)
        1 wrap_int(-@old)
        1 wrap_int(@other - @old)
    '''),
    FLOAT: table('''
        3 (@old + @other)
        3 (@old - @other)
        3 (@old * @other)
        2 (@other - @old)
        2 (@old / @divisor)
        1 (@other * @old)
        2 -@old
        1 abs(@old)
        1 sqrt(abs(@old))
    '''),
}
STEPS_OF_FUNCTION = (2, 7)


class Arithmetic(object):
    """Makes the body of one function; all names hold numbers of one kind."""

    def __init__(self, generator, expansion, kind, names):
        self.generator = generator
        self.expansion = expansion
        self.kind = kind
        self.names = list(names)
        self.constants = []

    def body(self):
        statements = []
        for _ in range(self.generator.random.randrange(*STEPS_OF_FUNCTION)):
            statements.append(self.pick([self.step, self.step, self.step, self.way_out,
                                         self.three_ways])())
        return statements + [self.result()]

    def pick(self, items):
        return self.generator.pick(items)

    def hole(self, name):
        if name in ('old', 'other'):
            # What was computed last is used most.
            names = self.names + self.names[-2:] * 2
            return self.constant() if name == 'other' and self.pick([0, 1]) else (ATOM, self.pick(names))
        if name == 'divisor' and self.kind == FLOAT:
            name = 'float_divisor'
        return self.expansion.fill(name)

    def constant(self):
        self.constants.append(self.generator.values_of(self.kind, 1)[0])
        return (ATOM, self.constants[-1])

    def value(self):
        """Text of an argument: at an edge, or one at which the function takes another way."""
        constants = self.constants
        if not constants or self.generator.chance(.4):
            return self.generator.values_of(self.kind, 1)[0]
        constant = self.pick(constants)
        if self.kind == FLOAT:
            return self.pick([constant, constant, '-' + constant])
        constant = int(constant)
        return str(edges.within(self.pick([
            constant, constant + self.pick([-1, 1, 5]), -constant, edges.LARGEST - constant,
            edges.SMALLEST - constant, constant + int(self.pick(constants))])))

    def expression(self):
        production = self.generator.weighted(STEPS[self.kind])
        return (EXPRESSION,) + tuple(self.hole(part) if position % 2 else part
                                     for position, part in enumerate(production))

    def step(self):
        name = self.generator.new_name('k')
        statement = (STATEMENT, 'let ' + name + ' := ', self.expression())
        self.names.append(name)
        return statement

    def result(self):
        form = self.generator.random.random()
        if form < .3:
            return (STATEMENT, 'return [' + ', '.join(self.names) + ']')
        if form < .6:
            return (STATEMENT, 'return ', self.expression())
        return (STATEMENT, 'return ', self.hole('other'))

    def way_out(self):
        """Comparisons, one in another, and a result."""
        block = [self.result()]
        for _ in range(self.pick([1, 1, 2, 2, 3])):
            block = [(STATEMENT, 'if ', (EXPRESSION, self.hole('old'), ' ' + self.pick(COMPARISONS) + ' ',
                                         self.limit()), ' ', block)]
        return block[0]

    def limit(self):
        zero = '0' if self.kind == WORD else '0.0'
        return (ATOM, zero) if self.generator.chance(.3) else self.hole('other')

    def three_ways(self):
        left, right = self.hole('old'), self.hole('other')
        first, second = self.pick(OPPOSITES)
        return (STATEMENT, 'if ', (EXPRESSION, left, ' ' + first + ' ', right), ' ', [self.result()],
                '\nif ', (EXPRESSION, left, ' ' + second + ' ', right), ' ', [self.result()])
