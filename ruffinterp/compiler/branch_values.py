"""``if`` and ``match`` as expressions (decision 48): what their branches do to the rest of a
statement, and whether each of them has a value."""

from ruffinterp.compiler.errors import CompileError
from ruffinterp.diagnostics.hints import static
from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal


class FinalizerSearch(Traversal):
    """Looks for ``finally`` in an expression."""

    def __init__(self):
        self.found = False

    def visit_try(self, node):
        if node.finalizer is not None:
            self.found = True
        Traversal.visit_try(self, node)


def branching(value):
    """The If or Match that a value is, if what is done with the value can be done in each of its
    branches instead (decision 41): a ``finally`` must run before.  None for other values."""
    if not isinstance(value, ast.BranchValue):
        return None
    search = FinalizerSearch()
    value.visit(search)
    return None if search.found else value.statement


# ---- whether there is a value

def check_branch_value(statement, enums):
    """CompileError unless each branch of an ``if`` or ``match`` gives a value, and one is taken.

    ``enums``: EnumTable (enum_table.py).
    """
    if isinstance(statement, ast.If):
        if statement.else_body is None:
            raise CompileError('An if that is used as a value needs an else',
                               statement.start, statement.end, static.ELSE)
        for body in statement.bodies:
            _check_body(body, statement, enums)
        _check_body(statement.else_body, statement, enums)
    elif isinstance(statement, ast.Match):
        _check_match(statement, enums)
    elif isinstance(statement, ast.Try):
        _check_body(statement.body, statement, enums)
        if statement.handler is not None:
            _check_body(statement.handler, statement, enums)


def _check_match(node, enums):
    for case in node.cases:
        _check_body(case.body, node, enums)
    if node.default_body is not None:
        _check_body(node.default_body, node, enums)
    elif not _takes_everything(node, enums):
        raise CompileError('A match that is used as a value needs a default', node.start, node.end,
                           static.DEFAULT)


def _takes_everything(node, enums):
    names = []
    for case in node.cases:
        if case.guard is not None:
            continue
        for pattern in case.patterns:
            if isinstance(pattern, ast.WildcardCase) or isinstance(pattern, ast.LetCase):
                return True
            if isinstance(pattern, ast.TagCase):
                names.append(pattern)
    return enums.are_all_variants(names)


def _check_body(body, statement, enums):
    if len(body) == 0:
        raise CompileError('This branch is used as a value and is empty', statement.start,
                           statement.end, static.VALUE)
    last = body[len(body) - 1]
    if isinstance(last, ast.If) or isinstance(last, ast.Match) or isinstance(last, ast.Try):
        check_branch_value(last, enums)
    elif not (isinstance(last, ast.ExpressionStatement) or isinstance(last, ast.Return)
              or isinstance(last, ast.Break) or isinstance(last, ast.Continue)):
        raise CompileError('This branch is used as a value and does not end in one', last.start,
                           last.end, static.VALUE)
