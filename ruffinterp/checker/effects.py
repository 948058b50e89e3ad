"""What calls do beside giving a result."""

from ruffinterp.syntax.traversal import Traversal
from ruffinterp.syntax import ast

# Families of builtins that only give results.
PURE_FAMILIES = [
    'array_shapes', 'arrays', 'bits', 'characters', 'conversion', 'dicts', 'formatting', 'grouping',
    'heaps', 'integers', 'introspection', 'mathematics', 'queue_functions', 'ranges',
    'sequence_functions', 'set_functions', 'sorting', 'strings', 'text_styles']

# Methods that change the container that they are called on (decision 40).
CHANGING_METHODS = [
    'push', 'append', 'pop', 'insert', 'remove_at', 'remove', 'clear', 'sort', 'sort_by', 'reverse',
    'extend', 'swap', 'fill', 'truncate', 'merge', 'update', 'get_or_insert', 'add', 'enqueue',
    'dequeue']


def is_pure(signature):
    """Whether a call of the builtin with this Signature does nothing but give a result."""
    return signature.family in PURE_FAMILIES


class EffectSearch(Traversal):
    """``found``: something in an expression may do more than give a value."""

    def __init__(self, known):
        self.known = known
        self.found = False

    def visit_call(self, node):
        callee = node.callee
        if isinstance(callee, ast.Name) and callee.variable.is_builtin:
            signature = self.known.builtin_signature(callee.name)
            if signature is not None and is_pure(signature) and not signature.calls_back:
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
