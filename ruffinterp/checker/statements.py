"""Walking over statements: what binds and declares names, and what has to fit."""

from ruffinterp.checker.expressions import ExpressionChecker
from ruffinterp.checker.signatures import exported_signature, named_signature
from ruffinterp.checker.types import accepts, any_type, function_type
from ruffinterp.checker.variables import (
    ANNOTATION, INFERENCE, NOTHING, function_value, module_value, struct_value, unknown_value)
from ruffinterp.compiler.paths import container_of, index_expressions, root_of
from ruffinterp.diagnostics.hints import static
from ruffinterp.syntax import ast



class StatementChecker(ExpressionChecker):
    """``return_type``: what the function around declares to give; ``try_depth``: number of ``try``
    bodies around.  ``scope``: the FunctionScope of the function around.  ``values``: {Statement: True}
    of those whose value is that of an ``if`` or ``match`` where an operand stands."""

    def __init__(self, known):
        ExpressionChecker.__init__(self, known)
        self.scope = known.scope
        self.values = {}
        self.return_type = any_type
        self.try_depth = 0

    # ---- what the passes override

    def bind(self, variable, type, origin, value):
        pass

    def bind_anything(self, variable):
        """``variable``, which may be None, is bound to something unknown."""
        if variable is not None:
            self.bind(variable, any_type, NOTHING, unknown_value)

    def bind_pattern(self, pattern):
        pass

    def assign_pattern(self, pattern):
        """The targets of a destructuring without a keyword: they may get anything."""
        if isinstance(pattern, ast.PathPattern):
            self._path(pattern.path)
        elif isinstance(pattern, ast.NamePattern):
            if pattern.variable is not None and pattern.variable.means_const():
                self.constant_change(pattern, pattern.name, False)
        elif isinstance(pattern, ast.ArrayPattern):
            for item in pattern.items:
                self.assign_pattern(item)
        self.bind_pattern(pattern)

    def bind_enum(self, variable):
        pass

    def assign(self, variable, value):
        pass

    def augment(self, variable):
        pass

    def declare_struct(self, node):
        pass

    def case_order(self, match):
        pass

    def use_module(self, name, names, node):
        pass

    def annotation(self, annotation):
        pass

    # ---- bodies

    def statements(self, nodes):
        for node in nodes:
            node.visit(self)

    def declared(self, annotation):
        """The Type of an annotation or None."""
        if annotation is None:
            return any_type
        self.annotation(annotation)
        return self.known.type_of(annotation)

    def function(self, function, struct_name):
        """Visit the parameters and the body of an ast.Function; ``struct_name``: the struct of which it
        is a method, '' without one."""
        scope = function.scope
        outer_scope = self.scope
        self.scope = scope
        outer_return_type = self.return_type
        self.return_type = any_type
        for parameter in function.parameters:
            self._parameter(scope.names[parameter.name], parameter, struct_name)
        returned = self.declared(function.return_type)
        # What a generator declares to give is not what its `return` gives.
        if not function.is_generator:
            self.return_type = returned
        self.statements(function.body)
        self.return_type = outer_return_type
        self.scope = outer_scope

    def _parameter(self, variable, parameter, struct_name):
        type = self.declared(parameter.type)
        if struct_name != '' and parameter.name == 'self':
            self.bind(variable, any_type, NOTHING, struct_value(struct_name))
        elif parameter.is_rest or not type.is_known():
            self.bind_anything(variable)
        else:
            self.bind(variable, type, ANNOTATION, unknown_value)
        if parameter.default is not None:
            given = self.type_of(parameter.default)
            self.check_declaration('parameter', parameter.name, type, given, parameter.default)

    # ---- declarations of variables

    def known_value(self, value, name):
        """The KnownValue of an expression that the variable ``name`` gets."""
        if isinstance(value, ast.StructLiteral):
            return struct_value(value.name)
        if isinstance(value, ast.FunctionExpression):
            return self.known_function(value.function, name)
        return unknown_value

    def known_function(self, function, name):
        return function_value(named_signature(function, name, self.known.declared_names),
                              function.is_async)

    def _declaration(self, what, name, variable, annotation, value):
        given = self.type_of(value)
        if annotation is not None:
            type = self.declared(annotation)
            self.check_declaration(what, name, type, given, value)
            self.bind(variable, type, ANNOTATION, self.known_value(value, name))
        elif given.is_basic() or (what == 'constant' and given.is_known()):
            self.bind(variable, given, INFERENCE, unknown_value)
        else:
            self.bind(variable, any_type, NOTHING, self.known_value(value, name))

    def visit_let(self, node):
        pattern = node.pattern
        if isinstance(pattern, ast.NamePattern) and pattern.variable is not None:
            self._declaration('variable', pattern.name, pattern.variable, node.type, node.value)
        else:
            node.value.visit(self)
            self.declared(node.type)
            self.bind_pattern(pattern)

    def visit_const(self, node):
        self._declaration('constant', node.name, node.variable, node.type, node.value)

    def visit_destructure(self, node):
        node.value.visit(self)
        self.assign_pattern(node.pattern)

    # ---- assignments

    def visit_assign(self, node):
        target = node.target
        if isinstance(target, ast.Name):
            self._assignment(target, self.type_of(node.value), node.value,
                             self.known_value(node.value, target.name))
        else:
            node.value.visit(self)
            self._path(target)

    def visit_augmented_assign(self, node):
        target = node.target
        if isinstance(target, ast.Name):
            left = self.type_of(target)
            right = self.type_of(node.value)
            type = self.arithmetic(node.operator, left, right, node)
            self.augment(target.variable)
            self._check_assignment(target, type, node.value)
        else:
            self._path(target)
            node.value.visit(self)

    def _assignment(self, target, given, value, known_value):
        """``target`` is a name; ``value``: where the given type comes from; ``known_value``: its
        KnownValue."""
        self.assign(target.variable, known_value)
        self._check_assignment(target, given, value)

    def _check_assignment(self, target, given, value):
        if target.variable.means_const():
            self.constant_change(target, target.name, False)
        facts = self.known.variables.find(target.variable)
        if facts is None or facts.origin == NOTHING or accepts(facts.type, given):
            return
        if facts.origin == INFERENCE:
            facts.is_contradicted = True
            if facts.type.is_number() and given.is_number():
                # A count may well become a fraction where nobody has promised an int.
                return
        self.type_error("Type mismatch: cannot assign %s to variable '%s' of type %s" % (
            given.text(), target.name, facts.type.text()), value, static.CONVERT,
            "Variable '%s' was declared with type %s" % (target.name, facts.type.text()))

    def _path(self, target):
        """Visit the indexes and the root in the target of an assignment to a part."""
        for index in index_expressions(target):
            index.visit(self)
        step = target
        root = root_of(target)
        while container_of(step) is not root:
            step = container_of(step)
            assert step is not None
        type = self.type_of(root)
        if root.variable.means_const():
            self.constant_change(root, root.name, True)
        if isinstance(step, ast.Field):
            self.check_member(step, type)

    # ---- control

    def visit_expression_statement(self, node):
        call = node.value
        if isinstance(call, ast.MethodCall):
            receiver = self.type_of(call.receiver)
            types = self.types_of(call.arguments)
            self.method_call(call, call.receiver, receiver, call.name, call.arguments, types)
            if node not in self.values:
                self.unused_method_result(call, receiver)
            return
        call.visit(self)
        if node in self.values:
            return
        if isinstance(call, ast.Call):
            self.unused_call_result(call)
        else:
            self.unused_value(call)

    def unused_value(self, node):
        pass

    def unused_call_result(self, call):
        pass

    def unused_method_result(self, call, receiver):
        pass

    def gives_value(self, statement):
        """The last statements of the branches of a statement give its value (decision 48)."""
        if isinstance(statement, ast.If):
            for body in statement.bodies:
                self._last_gives_value(body)
            if statement.else_body is not None:
                self._last_gives_value(statement.else_body)
        elif isinstance(statement, ast.Match):
            for case in statement.cases:
                self._last_gives_value(case.body)
            if statement.default_body is not None:
                self._last_gives_value(statement.default_body)
        elif isinstance(statement, ast.Try):
            self._last_gives_value(statement.body)
            if statement.handler is not None:
                self._last_gives_value(statement.handler)
        else:
            self.values[statement] = True

    def _last_gives_value(self, body):
        if len(body) > 0:
            self.gives_value(body[-1])

    def visit_return(self, node):
        if node.value is None:
            return
        given = self.type_of(node.value)
        if not accepts(self.return_type, given):
            declared = self.return_type.text()
            self.type_error('Return type mismatch: expected %s but got %s' % (
                declared, given.text()), node.value, static.CONVERT,
                'Function expects to return %s' % declared)

    def visit_break(self, node):
        pass

    def visit_continue(self, node):
        pass

    def visit_if(self, node):
        for i in range(len(node.conditions)):
            node.conditions[i].visit(self)
            self.statements(node.bodies[i])
        if node.else_body is not None:
            self.statements(node.else_body)

    def visit_while(self, node):
        if node.condition is not None:
            node.condition.visit(self)
        self.statements(node.body)

    def visit_for(self, node):
        node.iterable.visit(self)
        self.bind_pattern(node.pattern)
        if node.second is not None:
            self.bind_pattern(node.second)
        self.statements(node.body)

    def visit_match(self, node):
        node.subject.visit(self)
        self.case_order(node)
        for case in node.cases:
            for pattern in case.patterns:
                if isinstance(pattern, ast.LetCase):
                    self.bind_anything(pattern.variable)
                elif isinstance(pattern, ast.TagCase):
                    for variable in pattern.variables + pattern.extra_variables:
                        self.bind_anything(variable)
                    if pattern.enum_name != '':
                        self.unknown_enum(pattern.enum_name, pattern)
                    elif len(pattern.bindings) == 0 and pattern.constant is None:
                        self._bare_case(pattern)
            if case.guard is not None:
                case.guard.visit(self)
            self.statements(case.body)
        if node.default_body is not None:
            self.statements(node.default_body)

    def _bare_case(self, pattern):
        """A bare name is a text: was the variant of an enum or a variable meant?"""
        enum_name = self.known.variant_enums.get(pattern.name, '')
        if enum_name != '' or pattern.hides_variable:
            self.unquoted_case(pattern, enum_name)

    def visit_try(self, node):
        guarded = int(node.handler is not None)
        self.try_depth += guarded
        self.statements(node.body)
        self.try_depth -= guarded
        if node.handler is not None:
            self.bind_anything(node.variable)
            self.statements(node.handler)
        if node.finalizer is not None:
            self.statements(node.finalizer)

    def visit_spawn(self, node):
        self.function(node.function, '')

    # ---- declarations

    def visit_function_expression(self, node):
        self.function(node.function, '')
        self.type = function_type

    def visit_function_declaration(self, node):
        self.bind(node.variable, any_type, NOTHING, self.known_function(node.function, node.function.name))
        self.function(node.function, '')

    def visit_struct_declaration(self, node):
        self.bind_anything(node.variable)
        self.declare_struct(node)
        for field in node.fields:
            type = self.declared(field.type)
            if field.default is not None:
                given = self.type_of(field.default)
                self.check_declaration('field', field.name, type, given, field.default)
        for method in node.methods:
            self.function(method, node.name)

    def visit_enum_declaration(self, node):
        self.bind_enum(node.variable)

    def visit_export(self, node):
        # ``export name`` is no value that nobody uses.
        self.values[node.statement] = True
        node.statement.visit(self)

    def visit_import(self, node):
        exports = self.known.module.exported_names(node.module)
        self._imported(exports, node.names, node.variables)
        if node.namespace_variable is not None:
            self.bind(node.namespace_variable, any_type, NOTHING, module_value(exports))
        self.use_module(node.module, [], node)

    def visit_from_import(self, node):
        self._imported(self.known.module.exported_names(node.module), node.names, node.variables)
        self.use_module(node.module, node.names, node)

    def _imported(self, exports, names, variables):
        """Bind what a module exports, ExportedNames or None."""
        for i in range(len(variables)):
            value = unknown_value
            if exports is not None:
                function = exports.function(names[i])
                if function is not None:
                    value = function_value(exported_signature(function), function.is_async)
            self.bind(variables[i], any_type, NOTHING, value)

    def visit_test(self, node):
        # In a normal run tests are parsed only (language.md section 13).
        pass
