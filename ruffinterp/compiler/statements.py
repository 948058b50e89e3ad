"""Code for statements (language.md sections 8 to 10)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import GENERATOR
from ruffinterp.compiler.ownership import is_plain_local, loop_needs_loan
from ruffinterp.syntax import ast


class Loop(object):
    """A loop that is being compiled.  ``lent``: register whose loan ends with it, or -1."""

    def __init__(self, break_label, continue_label, lent):
        self.break_label = break_label
        self.continue_label = continue_label
        self.lent = lent


class StatementCompiler(ast.Visitor):
    """``loops``: those around the statement, outermost first."""

    def __init__(self, function):
        self.function = function
        self.builder = function.builder
        self.bound = function.bound
        self.ownership = function.ownership
        self.module = function.module
        self.expressions = function.expressions
        self.variables = function.variables
        self.patterns = function.patterns
        self.assignments = function.assignments
        self.loops = []

    def compile(self, nodes):
        """Compile the statements of a block."""
        for node in nodes:
            base = self.builder.live_temporaries
            node.visit(self)
            self.builder.live_temporaries = base

    def visit_expression_statement(self, node):
        self.expressions.compile(node.value)

    # ---- assignments

    def visit_assign(self, node):
        self.assignments.assign(node)

    def visit_augmented_assign(self, node):
        self.assignments.augment(node)

    def visit_destructure(self, node):
        self.assignments.destructure(node.pattern, node.value, False)

    def visit_let(self, node):
        self.assignments.destructure(node.pattern, node.value, True)

    def visit_const(self, node):
        self.assignments.declare_constant(node)

    # ---- leaving the function

    def visit_return(self, node):
        if self.function.phase_end >= 0:
            self._end_phase(node)
            return
        if node.value is not None and self.function.scope.kind == GENERATOR:
            # A generator has no result (7.5).
            self.expressions.compile(node.value)
        if node.value is None or self.function.scope.kind == GENERATOR:
            register = self.builder.null_constant()
            opcode = opcodes.RETURN
        else:
            self.ownership.begin_statement(node.value, [], True)
            result = self.expressions.compile(node.value)
            register = result.register
            opcode = self._return_opcode(node.value, result)
            self.ownership.end_statement()
        self.builder.at(node)
        self.end_loans_of_loops()
        self.builder.emit(opcode, [register])
        self.bound.leave()

    def _return_opcode(self, value, result):
        """How to return a value: kept, unless it dies with the frame."""
        if result.owned or result.register < 0:
            return opcodes.RETURN
        if isinstance(value, ast.Name) and is_plain_local(value.variable) \
                and not value.variable.is_global:
            if value.variable.is_parameter:
                return opcodes.RETURN_PARAMETER
            return opcodes.RETURN
        self.builder.emit(opcodes.KEEP, [result.register])
        return opcodes.RETURN

    def _end_phase(self, node):
        """``return`` in a test ends a phase of it; the value is of no use."""
        if node.value is not None:
            self.expressions.compile(node.value)
        self.builder.at(node)
        self.end_loans_of_loops()
        self.builder.emit(opcodes.JUMP, [self.function.phase_end])

    def end_loans_of_loops(self):
        """A return leaves all loops."""
        for loop in self.loops:
            if loop.lent >= 0:
                self.builder.emit(opcodes.GIVE_BACK, [loop.lent])

    # ---- branches

    def visit_if(self, node):
        end = self.builder.new_label()
        branches = []
        start = 0
        for i in range(len(node.conditions)):
            following = self.builder.new_label()
            self.expressions.jump_if_false(node.conditions[i], following)
            if i == 0:
                start = self.bound.begin_branch()
            branches.append(self._branch(node.bodies[i]))
            if i + 1 < len(node.conditions) or node.else_body is not None:
                self.builder.emit(opcodes.JUMP, [end])
            self.builder.place(following)
        branches.append(self._branch(node.else_body))
        self.builder.place(end)
        # The second condition and those behind it are not always evaluated.
        self.bound.end_branch(start)
        self.bound.join(branches)

    def _branch(self, body):
        """Compile the statements of a branch, None if it was not written; returns what
        ``BoundVariables.end_branch`` does."""
        start = self.bound.begin_branch()
        if body is not None:
            self.compile(body)
        return self.bound.end_branch(start)

    def visit_match(self, node):
        subject = self.expressions.compile(node.subject)
        end = self.builder.new_label()
        branches = []
        for case in node.cases:
            start = self.bound.begin_branch()
            self._case(case, subject, end)
            branches.append(self.bound.end_branch(start))
        branches.append(self._branch(node.default_body))
        self.builder.place(end)
        self.bound.join(branches)

    def _case(self, case, subject, end):
        following = self.builder.new_label()
        body = self.builder.new_label()
        last = len(case.patterns) - 1
        for i in range(len(case.patterns)):
            if i == last:
                self.patterns.test(case.patterns[i], subject.register, following)
                self.patterns.bind_payload(case.patterns[i], subject.register, int(subject.owned))
            else:
                alternative = self.builder.new_label()
                self.patterns.test(case.patterns[i], subject.register, alternative)
                self.builder.emit(opcodes.JUMP, [body])
                self.builder.place(alternative)
        self.builder.place(body)
        if case.guard is not None:
            self.expressions.jump_if_false(case.guard, following)
        self.compile(case.body)
        self.builder.emit(opcodes.JUMP, [end])
        self.builder.place(following)

    # ---- loops

    def visit_while(self, node):
        end = self.builder.new_label()
        start = self.builder.new_label_here()
        if node.condition is not None:
            self.expressions.jump_if_false(node.condition, end)
        self._loop_body(node.body, Loop(end, start, -1))
        self.builder.emit_at(node, opcodes.JUMP_BACK, [start])
        self.builder.place(end)

    def _loop_body(self, body, loop):
        self.loops.append(loop)
        self._branch(body)
        self.loops.pop()

    def visit_for(self, node):
        # What is iterated, and the position (vm/ops/loops.py).
        iterator = self.builder.new_register('')
        self.builder.new_register('')
        iterable = self.expressions.compile(node.iterable)
        lends = not iterable.owned and loop_needs_loan(iterable.root, node.body)
        self.builder.emit_at(node.iterable, opcodes.FOR_INIT, [iterator, iterable.register])
        lent = -1
        if lends:
            lent = iterator
            self.builder.emit(opcodes.LEND, [iterator])
        end = self.builder.new_label()
        start = self.builder.new_label_here()
        branch = self.bound.begin_branch()
        self._next_item(node, iterator, end)
        self._loop_body(node.body, Loop(end, start, lent))
        self.bound.end_branch(branch)
        self.builder.emit_at(node, opcodes.JUMP_BACK, [start])
        self.builder.place(end)
        if lends:
            self.builder.emit(opcodes.GIVE_BACK, [iterator])

    def _next_item(self, node, iterator, end):
        pattern = node.pattern
        base = self.builder.live_temporaries
        self.builder.at(node.iterable)
        if isinstance(pattern, ast.NamePattern) and pattern.variable is not None \
                and not pattern.variable.needs_cell():
            variable = pattern.variable
            self.builder.emit(opcodes.FOR_NEXT, [iterator, variable.register, end])
            self.bound.add(variable)
            if variable.path_written or variable.given:
                self.builder.emit(opcodes.KEEP, [variable.register])
        else:
            item = self.builder.new_temporary()
            self.builder.emit(opcodes.FOR_NEXT, [iterator, item, end])
            if isinstance(pattern, ast.NamePattern):
                self.builder.emit(opcodes.KEEP, [item])
            self.patterns.bind(pattern, item, 0, True)
        self.builder.live_temporaries = base

    def visit_break(self, node):
        self.builder.emit_at(node, opcodes.JUMP, [self.loops[-1].break_label])
        self.bound.leave()

    def visit_continue(self, node):
        self.builder.emit_at(node, opcodes.JUMP_BACK, [self.loops[-1].continue_label])
        self.bound.leave()

    # ---- errors

    def visit_try_except(self, node):
        start = self.builder.new_label_here()
        end = self.builder.new_label()
        handler = self.builder.new_label()
        after = self.builder.new_label()
        self.ownership.try_depth += 1
        branches = [self._branch(node.body)]
        self.ownership.try_depth -= 1
        self.builder.place(end)
        self.builder.emit(opcodes.JUMP, [after])
        self.builder.place(handler)
        variable = node.variable
        register = variable.register
        branch = self.bound.begin_branch()
        if variable.needs_cell():
            register = self.builder.new_register('')
        else:
            self.bound.add(variable)
        self.builder.handlers.append((start, end, handler, register))
        if variable.needs_cell():
            self.variables.declare(variable)
            self.builder.emit(opcodes.STORE_CELL, [variable.register, register])
        self.compile(node.handler)
        branches.append(self.bound.end_branch(branch))
        self.builder.place(after)
        self.bound.join(branches)

    # ---- declarations

    def visit_function_declaration(self, node):
        self.builder.at(node)
        operand = self.function.hoisted.get(node, NOT_HOISTED)
        if operand == NOT_HOISTED:
            operand = self.builder.new_temporary()
            self.function.make_function(node.function, operand)
        self.variables.store(node.variable, operand)

    def visit_struct_declaration(self, node):
        struct_type = self.builder.struct_type_operand(node.name)
        operands = [struct_type, len(node.methods)]
        for method in node.methods:
            operand = self.builder.new_temporary()
            code = self.function.compile_method(node, method)
            self.function.emit_function(method, operand, code, method.scope)
            operands.append(self.builder.name_operand(method.name))
            operands.append(operand)
        self.builder.emit_at(node, opcodes.DECLARE_METHODS, operands)
        definition = self.builder.new_temporary()
        operands = [definition, struct_type, len(node.fields)]
        for field in node.fields:
            operands.append(self.builder.name_operand(field.name))
            operands.append(self._field_default(node, field))
        self.builder.emit_at(node, opcodes.DECLARE_STRUCT, operands)
        self.variables.store(node.variable, definition)

    def _field_default(self, node, field):
        if field.default is None:
            return self.builder.null_constant()
        code = self.function.compile_field_default(node, field)
        operand = self.builder.new_temporary()
        self.function.emit_function(field, operand, code, field.scope)
        return operand

    def visit_enum_declaration(self, node):
        # Variants are made by naming them; the declaration documents them (language.md 9.4).
        pass

    def visit_spawn(self, node):
        operand = self.builder.new_temporary()
        self.function.make_function(node.function, operand)
        self.builder.emit_at(node, opcodes.SPAWN, [operand])

    def visit_test(self, node):
        pass

    # ---- modules

    def _namespace(self, node, module):
        namespace = self.builder.new_temporary()
        self.builder.emit_at(node, opcodes.IMPORT, [
            namespace, self.builder.name_operand(module),
            self.builder.name_operand(self.module.root)])
        return namespace

    def visit_import(self, node):
        namespace = self._namespace(node, node.module)
        for i in range(len(node.names)):
            if not node.variables[i].is_idle():
                self._import_name(namespace, node.names[i], node.variables[i])
        variable = node.namespace_variable
        if node.binds_namespace and not variable.is_idle():
            self.variables.store(variable, namespace)

    def visit_from_import(self, node):
        namespace = self._namespace(node, node.module)
        for i in range(len(node.names)):
            self._import_name(namespace, node.names[i], node.variables[i])

    def _import_name(self, namespace, name, variable):
        base = self.builder.live_temporaries
        value = self.builder.new_temporary()
        self.builder.emit(opcodes.IMPORT_NAME, [
            value, namespace, self.builder.name_operand(name)])
        if not variable.is_idle():
            self.variables.store(variable, value)
        self.builder.live_temporaries = base

    def visit_export(self, node):
        # ``export name`` is checked when the module has run.
        if not isinstance(node.statement, ast.ExpressionStatement):
            node.statement.visit(self)


# Constants are negative operands.
NOT_HOISTED = 0
