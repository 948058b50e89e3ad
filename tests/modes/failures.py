"""Statements that fail: always, never, once in some iterations, or only late."""

from hot_productions import FAILING, FAILING_STATEMENTS
from productions import HOLE
from trees import ATOM, EXPRESSION, STATEMENT

ALWAYS, NEVER, CYCLE, LATE = 'always', 'never', 'cycle', 'late'
FREQUENCIES = [(3, ALWAYS), (2, NEVER), (5, CYCLE), (1, LATE)]
MOSTLY = [(8, ALWAYS), (1, NEVER), (3, CYCLE), (1, LATE)]
WHOLE_STATEMENTS = .2


class Failures(object):
    """Makes the statements; ``expansion`` fills the holes and knows the place."""

    def __init__(self, expansion, frequencies=FREQUENCIES):
        self.expansion = expansion
        self.frequencies = frequencies
        self.generator = expansion.generator

    def statements(self):
        """One statement or several, which fail as often as is drawn."""
        frequency = self.generator.weighted(self.frequencies)
        if self.generator.chance(WHOLE_STATEMENTS):
            return self.whole(frequency)
        template, right, wrong = self.generator.weighted(FAILING)
        right = [self.generator.pick(right) for _ in range(2)]
        wrong = self.generator.pick(wrong)
        if frequency == ALWAYS:
            return [self.used(template, wrong)]
        if frequency == NEVER:
            return [self.used(template, right[0])]
        return self.varying(template, right, wrong, frequency)

    def varying(self, template, right, wrong, frequency):
        """The value that fails is taken from an array, a variable or on another path."""
        form = self.generator.pick(['array', 'table', 'variable', 'path'])
        if form == 'path' or self.is_list_of_arguments(wrong):
            return [(STATEMENT, 'if ', self.condition(frequency), [self.used(template, wrong)],
                     ' else ', [self.used(template, right[0])])]
        if form == 'variable' or frequency == LATE:
            name = self.generator.new_name('v')
            return [(STATEMENT, 'let ' + name + ' := ', self.value(right[0])),
                    (STATEMENT, 'if ', self.condition(frequency),
                     [(STATEMENT, name + ' := ', self.value(wrong))]),
                    self.used(template, name)]
        values = ([right[0]] * self.generator.random.randrange(1, 4) + [right[1], wrong])
        position = self.expansion.cycle(len(values))
        if form == 'table' and not any('@' in value for value in values):
            array = self.generator.new_table(values)
        else:
            array = '[' + ', '.join(values) + ']'
        return [self.used(template, array + '[' + position + ']')]

    def is_list_of_arguments(self, value):
        """Whether a value is several: only as arguments of a call it makes sense."""
        return ', ' in value and value[0] not in '[{' and '{' not in value

    def condition(self, frequency):
        if frequency == LATE:
            return (ATOM, self.expansion.late())
        return (ATOM, self.expansion.cycle(self.generator.random.randrange(2, 12)) + ' == 1')

    def value(self, text):
        """A node of a text with holes."""
        parts = [EXPRESSION]
        for position, part in enumerate(HOLE.split(text)):
            parts.append(self.expansion.fill(part) if position % 2 else part)
        return tuple(parts) if len(parts) > 2 else (ATOM, text)

    def used(self, template, text):
        """A statement that evaluates the template with a value and shows what comes out."""
        node = self.value(template.replace('X', text))
        before, after = self.generator.pick([
            ('any0 := ', ''), ('any0 := ', ''), ('hash := wrap_add(hash, len("${', '}"))'),
            ('let r := ', '')])
        return (STATEMENT, before, node, after)

    def whole(self, frequency):
        statement = self.expansion.statement_of(self.generator.weighted(FAILING_STATEMENTS))
        if frequency == ALWAYS:
            return [statement]
        if frequency == NEVER:
            return [(STATEMENT, 'if failures < 0 ', [statement])]
        return [(STATEMENT, 'if ', self.condition(frequency), [statement])]
