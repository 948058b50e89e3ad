"""Several targets at once (decision 51): ``[a, b[i]] := [x, y]``, ``[P, Q] := [Q, P]``."""

from ruffinterp.compiler.paths import Path
from ruffinterp.compiler.same_paths import has_same_shape
from ruffinterp.syntax import ast


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


def exchange_order(pattern, value):
    """For each target the number of the value that is the same path or variable: a list of int;
    None unless the values are the targets in another order, so that each stays in one place.

    The values have been read when the first is stored, so that no store can fail.  No target is
    part of another one.
    """
    if not is_parallel(pattern, value):
        return None
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
            return None
        if depths.get(variable, depth) != depth:
            return None
        depths[variable] = depth
    used = [False] * len(values)
    order = []
    for target in targets:
        found = _find_target(target, values, used)
        if found < 0:
            return None
        used[found] = True
        order.append(found)
    return order


def _find_target(target, values, used):
    """The number of the first value that is not used yet and is the target, or -1."""
    for i in range(len(values)):
        if not used[i] and _is_target(target, values[i]):
            return i
    return -1


def _is_target(target, value):
    if isinstance(target, ast.PathPattern):
        return has_same_shape(target.path, value)
    assert isinstance(target, ast.NamePattern)
    return isinstance(value, ast.Name) and value.variable is target.variable
