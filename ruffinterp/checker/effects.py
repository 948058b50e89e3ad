"""What calls do beside giving a result."""

from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal


class EffectSearch(Traversal):
    """``found``: something in an expression may do more than give a value."""

    def __init__(self, known):
        self.known = known
        self.found = False

    def visit_call(self, node):
        callee = node.callee
        if isinstance(callee, ast.Name) and callee.variable.is_builtin:
            signature = self.known.builtin_signature(callee.name)
            if signature is not None and signature.is_pure:
                self.expressions(node.arguments)
                return
        self.found = True

    def visit_method_call(self, node):
        self.found = True

    def visit_pipe(self, node):
        self.found = True

    def visit_function_expression(self, node):
        self.found = True

    def visit_branch_value(self, node):
        self.found = True

    def visit_try_operator(self, node):
        self.found = True

    def visit_await(self, node):
        self.found = True

    def visit_yield(self, node):
        self.found = True

    def visit_throw(self, node):
        self.found = True


def has_effects(expression, known):
    """Whether an expression may do more than give a value; ``known``: the Environment."""
    search = EffectSearch(known)
    expression.visit(search)
    return search.found
