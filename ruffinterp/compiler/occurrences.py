"""Questions about expressions that the ownership rules ask (objects/base.py)."""

from ruffinterp.syntax import ast

# A variable that a nested function mentions counts as mentioned this often.
CAPTURED = 1000


class ExpressionWalker(ast.Visitor):
    """Visits all expressions below an expression; subclasses override what they look for."""

    def walk(self, node):
        node.visit(self)

    def walk_all(self, nodes):
        for node in nodes:
            node.visit(self)

    def visit_int_literal(self, node):
        pass

    def visit_float_literal(self, node):
        pass

    def visit_string_literal(self, node):
        pass

    def visit_bool_literal(self, node):
        pass

    def visit_null_literal(self, node):
        pass

    def visit_interpolated_string(self, node):
        self.walk_all(node.parts)

    def visit_name(self, node):
        pass

    def visit_spread(self, node):
        node.value.visit(self)

    def visit_array_literal(self, node):
        self.walk_all(node.items)

    def visit_dict_literal(self, node):
        self.walk_all(node.entries)

    def visit_entry(self, node):
        if not node.bare_key:
            node.key.visit(self)
        node.value.visit(self)

    def visit_struct_literal(self, node):
        self.walk_all(node.values)

    def visit_variant(self, node):
        self.walk_all(node.arguments)

    def visit_wrapper(self, node):
        if node.value is not None:
            node.value.visit(self)

    def visit_function_expression(self, node):
        pass

    def visit_call(self, node):
        node.callee.visit(self)
        self.walk_all(node.arguments)

    def visit_method_call(self, node):
        node.receiver.visit(self)
        self.walk_all(node.arguments)

    def visit_index(self, node):
        node.container.visit(self)
        node.index.visit(self)

    def visit_field(self, node):
        node.container.visit(self)

    def visit_optional_field(self, node):
        node.container.visit(self)

    def visit_try_operator(self, node):
        node.value.visit(self)

    def visit_unary(self, node):
        node.operand.visit(self)

    def visit_binary(self, node):
        node.left.visit(self)
        node.right.visit(self)

    def visit_logical(self, node):
        node.left.visit(self)
        node.right.visit(self)

    def visit_pipe(self, node):
        node.left.visit(self)
        node.right.visit(self)

    def visit_await(self, node):
        node.value.visit(self)

    def visit_yield(self, node):
        if node.value is not None:
            node.value.visit(self)

    def visit_throw(self, node):
        node.value.visit(self)


class NameCounter(ExpressionWalker):
    """Counts the uses of each variable in an expression: ``counts`` maps Variable to int."""

    def __init__(self):
        self.counts = {}

    def _add(self, variable, number):
        if variable is not None:
            self.counts[variable] = self.counts.get(variable, 0) + number

    def visit_name(self, node):
        self._add(node.variable, 1)

    def visit_function_expression(self, node):
        for variable in node.function.scope.captures:
            self._add(variable.source, CAPTURED)


class CodeRunner(ExpressionWalker):
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
    runner.walk(node)
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
    counter.walk(node)
    return counter.counts


class RootWriter(ast.Visitor):
    """Finds out whether statements write or give away a variable (for the loan of a ``for``).

    Statements of nested functions do not count: what they write is in a cell.
    """

    def __init__(self, variable):
        self.variable = variable
        self.found = False

    def search(self, statements):
        for statement in statements:
            statement.visit(self)
        return self.found

    def _target(self, target):
        while not isinstance(target, ast.Name):
            if isinstance(target, ast.Index):
                target = target.container
            else:
                assert isinstance(target, ast.Field)
                target = target.container
        if target.variable is self.variable:
            self.found = True

    def _pattern(self, pattern):
        if isinstance(pattern, ast.NamePattern):
            if pattern.variable is self.variable:
                self.found = True
        elif isinstance(pattern, ast.ArrayPattern):
            for item in pattern.items:
                self._pattern(item)
            if pattern.rest_variable is self.variable:
                self.found = True
        elif isinstance(pattern, ast.DictPattern):
            for variable in pattern.variables:
                if variable is self.variable:
                    self.found = True
            if pattern.rest_variable is self.variable:
                self.found = True

    def visit_assign(self, node):
        self._target(node.target)

    def visit_augmented_assign(self, node):
        self._target(node.target)

    def visit_destructure(self, node):
        self._pattern(node.pattern)

    def visit_let(self, node):
        self._pattern(node.pattern)

    def visit_const(self, node):
        pass

    def visit_return(self, node):
        # A returned call may take the variable with it.
        if node.value is not None and self.variable in count_names(node.value):
            self.found = True

    def visit_if(self, node):
        for body in node.bodies:
            self.search(body)
        if node.else_body is not None:
            self.search(node.else_body)

    def visit_while(self, node):
        self.search(node.body)

    def visit_for(self, node):
        self.search(node.body)

    def visit_match(self, node):
        for case in node.cases:
            self.search(case.body)
        if node.default_body is not None:
            self.search(node.default_body)

    def visit_try_except(self, node):
        self.search(node.body)
        self.search(node.handler)

    def visit_expression_statement(self, node):
        pass

    def visit_break(self, node):
        pass

    def visit_continue(self, node):
        pass

    def visit_function_declaration(self, node):
        pass

    def visit_struct_declaration(self, node):
        pass

    def visit_enum_declaration(self, node):
        pass

    def visit_spawn(self, node):
        pass

    def visit_import(self, node):
        self._variables(node.variables)
        if node.namespace_variable is self.variable:
            self.found = True

    def visit_from_import(self, node):
        self._variables(node.variables)

    def _variables(self, variables):
        for variable in variables:
            if variable is self.variable:
                self.found = True

    def visit_export(self, node):
        # Exports stand at the top level, outside of all loops.
        pass

    def visit_test(self, node):
        pass

    def visit_spawn(self, node):
        # The body works on copies.
        pass


def writes_variable(statements, variable):
    """Whether ``statements`` write ``variable`` or may give its value away."""
    return RootWriter(variable).search(statements)
