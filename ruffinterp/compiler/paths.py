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


def container_of(node):
    """What an Index, Field or Slice is a part of; None for every other expression."""
    if isinstance(node, ast.Index):
        return node.container
    if isinstance(node, ast.Field):
        return node.container
    if isinstance(node, ast.Slice):
        return node.container
    return None


def is_path(node):
    """Whether an expression is a variable or a part of one, so that a method may change it."""
    if has_slice(node):
        return False
    while node is not None and not isinstance(node, ast.Name):
        node = container_of(node)
    return isinstance(node, ast.Name) and not node.variable.is_builtin


def has_slice(node):
    """Whether a slice is on the way to a part of a variable."""
    while node is not None:
        if isinstance(node, ast.Slice):
            return True
        node = container_of(node)
    return False


def root_of(target):
    """The ast.Name at the root of an assignment target."""
    while not isinstance(target, ast.Name):
        target = container_of(target)
        assert target is not None
    return target


def index_expressions(target):
    """The indexes and bounds in an assignment target, those of the last step first."""
    found = []
    while not isinstance(target, ast.Name):
        if isinstance(target, ast.Index):
            found.append(target.index)
        elif isinstance(target, ast.Slice):
            if target.low is not None:
                found.append(target.low)
            if target.high is not None:
                found.append(target.high)
        target = container_of(target)
        assert target is not None
    return found


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
