"""Where the values of the branches of an ``if`` or ``match`` go that is used as one (decision 48)."""


class ValueSink(object):
    """``give`` compiles the expression at the end of a branch."""

    def give(self, node):
        raise NotImplementedError


class RegisterSink(ValueSink):
    """An operand: the value is kept in a register."""

    def __init__(self, expressions, register):
        self.expressions = expressions
        self.register = register

    def give(self, node):
        self.expressions.compile_kept_into(node, self.register)


class AssignmentSink(ValueSink):
    """The right side of an assignment: each branch assigns (decision 41)."""

    def __init__(self, assignments, target, statement):
        self.assignments = assignments
        self.target = target
        self.statement = statement

    def give(self, node):
        self.assignments.assign_value(self.target, node, self.statement)


class PatternSink(ValueSink):
    """The right side of a declaration or destructuring."""

    def __init__(self, assignments, pattern, declares):
        self.assignments = assignments
        self.pattern = pattern
        self.declares = declares

    def give(self, node):
        self.assignments.destructure(self.pattern, node, self.declares)


class ReturnSink(ValueSink):
    """The operand of a ``return``: each branch returns."""

    def __init__(self, statements, statement):
        self.statements = statements
        self.statement = statement

    def give(self, node):
        self.statements.return_value(node, self.statement)
