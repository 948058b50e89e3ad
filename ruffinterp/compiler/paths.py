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


def matching_argument(target, value):
    """The argument or receiver of the call ``value`` that is the same simple path as ``target``,
    or None."""
    if isinstance(value, ast.Call):
        arguments = value.arguments
    elif isinstance(value, ast.MethodCall):
        arguments = [value.receiver] + value.arguments
    else:
        return None
    for argument in arguments:
        if isinstance(argument, ast.Spread):
            return None
    for argument in arguments:
        if is_same_path(target, argument):
            return argument
    return None


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
