"""Finds a use of a name in an expression."""

from ruffinterp.syntax.traversal import Traversal


class NameSearch(Traversal):
    """``found``: the first ast.Name for ``name``, or None."""

    def __init__(self, name):
        self.name = name
        self.found = None

    def visit_name(self, node):
        if self.found is None and node.name == self.name:
            self.found = node


def find_name(expression, name):
    """The first ast.Name for ``name`` in an expression, not in its functions; or None."""
    search = NameSearch(name)
    expression.visit(search)
    return search.found
