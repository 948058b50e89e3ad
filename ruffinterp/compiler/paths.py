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


def matching_argument(target, value):
    """The argument or receiver of the call ``value`` that is the same simple path as ``target``,
    or None."""
    arguments = arguments_of(value)
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


# ---- several targets at once (decision 51)

def is_parallel(pattern, value):
    """Whether each target of an array pattern gets one item of an array literal."""
    if not isinstance(pattern, ast.ArrayPattern) or not isinstance(value, ast.ArrayLiteral):
        return False
    if pattern.rest != '' or len(pattern.items) != len(value.items):
        return False
    for item in pattern.items:
        if not isinstance(item, ast.NamePattern) and not isinstance(item, ast.PathPattern):
            return False
    for item in value.items:
        if isinstance(item, ast.Spread):
            return False
    return True


def is_exchange(pattern, value):
    """Whether the values are the targets in another order, so that each stays in one place.

    The values have been read when the first is stored, so that no store can fail.  No target is
    part of another one.
    """
    if not is_parallel(pattern, value):
        return False
    assert isinstance(pattern, ast.ArrayPattern)
    assert isinstance(value, ast.ArrayLiteral)
    targets = pattern.items
    values = value.items
    depths = {}
    for target in targets:
        if isinstance(target, ast.PathPattern):
            path = Path(target.path)
            variable = path.root.variable
            depth = len(path.steps)
        else:
            assert isinstance(target, ast.NamePattern)
            variable = target.variable
            depth = 0
        if variable is None or variable.means_const() or (depth == 0 and variable.is_parameter):
            # What a frame does not own is no longer the caller's alone.
            return False
        if depths.get(variable, depth) != depth:
            return False
        depths[variable] = depth
    used = [False] * len(values)
    for target in targets:
        if not _find_target(target, values, used):
            return False
    return True


def _find_target(target, values, used):
    """Whether one of the values that is not used yet is the target; it is used then."""
    for i in range(len(values)):
        if not used[i] and _is_target(target, values[i]):
            used[i] = True
            return True
    return False


def _is_target(target, value):
    if isinstance(target, ast.PathPattern):
        return is_same_path(target.path, value)
    assert isinstance(target, ast.NamePattern)
    return isinstance(value, ast.Name) and value.variable is target.variable
