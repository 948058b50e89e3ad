"""Questions about expressions that the ownership rules ask (objects/base.py)."""

from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal

# A variable that a nested function mentions counts as mentioned this often.
CAPTURED = 1000


class NameCounter(Traversal):
    """Counts the uses of each variable in an expression: ``counts`` maps Variable to int."""

    def __init__(self):
        self.counts = {}

    def _add(self, variable, number):
        if variable is not None:
            self.counts[variable] = self.counts.get(variable, 0) + number

    def visit_name(self, node):
        self._add(node.variable, 1)

    def function(self, node):
        for variable in node.scope.captures:
            self._add(variable.source, CAPTURED)


class CodeRunner(Traversal):
    """Finds out whether an expression may run Ruff code: calls, and operators of structs."""

    def __init__(self):
        self.found = False

    def visit_call(self, node):
        self.found = True

    def visit_method_call(self, node):
        self.found = True

    def visit_pipe(self, node):
        self.found = True

    def visit_await(self, node):
        self.found = True

    def visit_yield(self, node):
        self.found = True

    def visit_struct_literal(self, node):
        # Defaults of fields are code.
        self.found = True

    def visit_unary(self, node):
        self.found = True

    def visit_binary(self, node):
        if is_number_literal(node.left) and is_number_literal(node.right):
            return
        self.found = True


def is_number_literal(node):
    return isinstance(node, ast.IntLiteral) or isinstance(node, ast.FloatLiteral)


def may_run_code(node):
    """Whether evaluating ``node`` may run Ruff code."""
    runner = CodeRunner()
    node.visit(runner)
    return runner.found


def last_that_may_run_code(nodes):
    """The index of the last such node in a list, or -1."""
    for i in range(len(nodes) - 1, -1, -1):
        if may_run_code(nodes[i]):
            return i
    return -1


def count_names(node):
    """{Variable: number of uses} in the expression ``node``."""
    counter = NameCounter()
    node.visit(counter)
    return counter.counts


class RootWriter(Traversal):
    """Finds out whether statements write or give away a variable (for the loan of a ``for``).

    Statements of nested functions do not count: what they write is in a cell.
    """

    def __init__(self, variable):
        self.variable = variable
        self.found = False

    def search(self, statements):
        self.statements(statements)
        return self.found

    def expression(self, node):
        pass

    def _written(self, variable):
        if variable is self.variable:
            self.found = True

    def _target(self, target):
        while not isinstance(target, ast.Name):
            if isinstance(target, ast.Index):
                target = target.container
            else:
                assert isinstance(target, ast.Field)
                target = target.container
        self._written(target.variable)

    def visit_name_pattern(self, node):
        self._written(node.variable)

    def visit_array_pattern(self, node):
        Traversal.visit_array_pattern(self, node)
        self._written(node.rest_variable)

    def visit_dict_pattern(self, node):
        for variable in node.variables:
            self._written(variable)
        self._written(node.rest_variable)

    def visit_assign(self, node):
        self._target(node.target)

    def visit_augmented_assign(self, node):
        self._target(node.target)

    def visit_return(self, node):
        # A returned call may take the variable with it.
        if node.value is not None and self.variable in count_names(node.value):
            self.found = True

    def visit_for(self, node):
        # Its own variables are new.
        self.statements(node.body)

    def visit_import(self, node):
        self._imports(node.variables)
        self._written(node.namespace_variable)

    def visit_from_import(self, node):
        self._imports(node.variables)

    def _imports(self, variables):
        for variable in variables:
            self._written(variable)

    def visit_test(self, node):
        # Compiled as a function of its own.
        pass


def writes_variable(statements, variable):
    """Whether ``statements`` write ``variable`` or may give its value away."""
    return RootWriter(variable).search(statements)
