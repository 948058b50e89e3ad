"""Paths: a variable and the steps from it to a part of its value (language.md 4.2)."""

from ruffinterp.syntax import ast


class Path(object):
    """A target split into its root (ast.Name) and the steps from there (Index, Field)."""

    def __init__(self, target):
        self.target = target
        steps = []
        while not isinstance(target, ast.Name):
            steps.append(target)
            if isinstance(target, ast.Index):
                target = target.container
            else:
                assert isinstance(target, ast.Field)
                target = target.container
        steps.reverse()
        self.root = target
        self.steps = steps

    def indexes(self):
        """The index expressions, in order."""
        found = []
        for step in self.steps:
            if isinstance(step, ast.Index):
                found.append(step.index)
        return found


def is_path(node):
    """Whether an expression is a variable or a part of one, so that a method may change it."""
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Index):
            node = node.container
        elif isinstance(node, ast.Field):
            node = node.container
        else:
            return False
    return not node.variable.is_builtin


def has_slice(node):
    """Whether a slice is on the way to a part of a variable."""
    while True:
        if isinstance(node, ast.Slice):
            return True
        if isinstance(node, ast.Index):
            node = node.container
        elif isinstance(node, ast.Field):
            node = node.container
        else:
            return False


def root_of(target):
    """The ast.Name at the root of an assignment target."""
    while not isinstance(target, ast.Name):
        if isinstance(target, ast.Index):
            target = target.container
        elif isinstance(target, ast.Slice):
            target = target.container
        else:
            assert isinstance(target, ast.Field)
            target = target.container
    return target


def arguments_of(value):
    """The arguments of a call, the receiver of a method first; none of any other value."""
    if isinstance(value, ast.Call):
        return value.arguments
    if isinstance(value, ast.MethodCall):
        return [value.receiver] + value.arguments
    return []


def is_same_path(a, b):
    """Whether two expressions are one path whose indexes are literals or plain variables."""
    while True:
        if isinstance(a, ast.Name):
            return isinstance(b, ast.Name) and a.variable is b.variable
        if isinstance(a, ast.Field):
            if not isinstance(b, ast.Field) or a.name != b.name:
                return False
            a = a.container
            b = b.container
        elif isinstance(a, ast.Index):
            if not isinstance(b, ast.Index) or not _is_same_index(a.index, b.index):
                return False
            a = a.container
            b = b.container
        else:
            return False


def is_stable_index(node):
    """Whether an index expression means the same later in the statement, whatever runs."""
    return _is_same_index(node, node)


def _is_same_index(a, b):
    if isinstance(a, ast.IntLiteral):
        return isinstance(b, ast.IntLiteral) and a.digits == b.digits
    if isinstance(a, ast.StringLiteral):
        return isinstance(b, ast.StringLiteral) and a.value == b.value
    if isinstance(a, ast.Name):
        return isinstance(b, ast.Name) and a.variable is b.variable \
            and a.variable.register >= 0 and not a.variable.needs_cell() \
            and a.variable.fallback is None
    return False
