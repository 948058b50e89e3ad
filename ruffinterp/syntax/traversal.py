"""The walk over a syntax tree; a pass overrides the methods of what it cares about."""

from ruffinterp.syntax import ast


class Traversal(ast.Visitor):
    """Visits all parts of a node in the order in which they are evaluated.

    A function is a unit of its own: a pass that goes into functions overrides ``function``.
    """

    # ---- what several kinds of nodes go through

    def statements(self, nodes):
        """The statements of one block."""
        for node in nodes:
            node.visit(self)

    def expression(self, node):
        """A part of a statement."""
        node.visit(self)

    def expressions(self, nodes):
        """Parts of an expression."""
        for node in nodes:
            node.visit(self)

    def pattern(self, node):
        node.visit(self)

    def function(self, node):
        pass

    # ---- patterns

    def visit_name_pattern(self, node):
        pass

    def visit_path_pattern(self, node):
        self.expression(node.path)

    def visit_array_pattern(self, node):
        for item in node.items:
            item.visit(self)

    def visit_dict_pattern(self, node):
        pass

    # ---- statements

    def visit_expression_statement(self, node):
        self.expression(node.value)

    def visit_let(self, node):
        self.expression(node.value)
        self.pattern(node.pattern)

    def visit_const(self, node):
        self.expression(node.value)

    def visit_assign(self, node):
        self.expression(node.value)
        self.expression(node.target)

    def visit_augmented_assign(self, node):
        self.expression(node.target)
        self.expression(node.value)

    def visit_destructure(self, node):
        self.expression(node.value)
        self.pattern(node.pattern)

    def visit_return(self, node):
        if node.value is not None:
            self.expression(node.value)

    def visit_break(self, node):
        pass

    def visit_continue(self, node):
        pass

    def visit_if(self, node):
        for i in range(len(node.conditions)):
            self.expression(node.conditions[i])
            self.statements(node.bodies[i])
        if node.else_body is not None:
            self.statements(node.else_body)

    def visit_while(self, node):
        if node.condition is not None:
            self.expression(node.condition)
        self.statements(node.body)

    def visit_for(self, node):
        self.expression(node.iterable)
        self.pattern(node.pattern)
        if node.second is not None:
            self.pattern(node.second)
        self.statements(node.body)

    def visit_match(self, node):
        self.expression(node.subject)
        for case in node.cases:
            if case.guard is not None:
                self.expression(case.guard)
            self.statements(case.body)
        if node.default_body is not None:
            self.statements(node.default_body)

    def visit_try(self, node):
        self.statements(node.body)
        if node.handler is not None:
            self.statements(node.handler)
        if node.finalizer is not None:
            self.statements(node.finalizer)

    def visit_spawn(self, node):
        self.function(node.function)

    def visit_function_declaration(self, node):
        self.function(node.function)

    def visit_struct_declaration(self, node):
        for field in node.fields:
            if field.default is not None:
                self.expression(field.default)
        for method in node.methods:
            self.function(method)

    def visit_enum_declaration(self, node):
        pass

    def visit_import(self, node):
        pass

    def visit_from_import(self, node):
        pass

    def visit_export(self, node):
        node.statement.visit(self)

    def visit_test(self, node):
        self.statements(node.body)

    # ---- expressions

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
        self.expressions(node.parts)

    def visit_formatted(self, node):
        node.value.visit(self)

    def visit_name(self, node):
        pass

    def visit_spread(self, node):
        node.value.visit(self)

    def visit_array_literal(self, node):
        self.expressions(node.items)

    def visit_dict_literal(self, node):
        self.expressions(node.entries)

    def visit_entry(self, node):
        node.key.visit(self)
        node.value.visit(self)

    def visit_struct_literal(self, node):
        self.expressions(node.values)

    def visit_variant(self, node):
        self.expressions(node.arguments)

    def visit_wrapper(self, node):
        if node.value is not None:
            node.value.visit(self)

    def visit_function_expression(self, node):
        self.function(node.function)

    def visit_call(self, node):
        node.callee.visit(self)
        self.expressions(node.arguments)

    def visit_method_call(self, node):
        node.receiver.visit(self)
        self.expressions(node.arguments)

    def visit_index(self, node):
        node.container.visit(self)
        node.index.visit(self)

    def visit_slice(self, node):
        node.container.visit(self)
        if node.low is not None:
            node.low.visit(self)
        if node.high is not None:
            node.high.visit(self)

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

    def visit_branch_value(self, node):
        node.statement.visit(self)
