"""Which variables a function gives away: Variable.given."""

from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal


def note_given(node):
    """Note a variable that is returned or passed as it is."""
    if isinstance(node, ast.Name):
        node.variable.given = True


def note_given_parts(value):
    """Note the variables that become parts of a value that is returned."""
    value.visit(GivenParts())


class GivenParts(Traversal):

    def _note(self, nodes):
        for node in nodes:
            note_given(node)
            node.visit(self)

    def visit_array_literal(self, node):
        self._note(node.items)

    def visit_entry(self, node):
        self._note([node.key, node.value])

    def visit_struct_literal(self, node):
        self._note(node.values)

    def visit_variant(self, node):
        self._note(node.arguments)

    def visit_wrapper(self, node):
        if node.value is not None:
            self._note([node.value])

    def visit_branch_value(self, node):
        # Its statements are on their own.
        pass
