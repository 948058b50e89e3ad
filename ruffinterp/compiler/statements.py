"""Code for statements (language.md sections 8 to 10)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import GENERATOR
from ruffinterp.compiler.assignments import AssignmentCompiler
from ruffinterp.compiler.occurrences import writes_variable
from ruffinterp.syntax import ast


class Loop(object):
    """A loop that is being compiled.  ``lent``: register whose loan ends with it, or -1."""

    def __init__(self, break_label, continue_label, lent):
        self.break_label = break_label
        self.continue_label = continue_label
        self.lent = lent


class StatementCompiler(AssignmentCompiler):

    def __init__(self, name, source, scope, module):
        AssignmentCompiler.__init__(self, name, source, scope, module)
        self.loops = []
        self.declared_constants = {}

    def statements(self, nodes):
        for node in nodes:
            base = self.live_temporaries
            node.visit(self)
            self.live_temporaries = base

    def visit_expression_statement(self, node):
        self.compile(node.value)

    def visit_spawn(self, node):
        operand = self.new_temporary()
        self.make_function(node.function, operand, node.function.name)
        self.at(node)
        self.emit(opcodes.SPAWN, [operand])

    def visit_return(self, node):
        if self.scope.kind == GENERATOR and node.value is not None:
            # A generator has no result (7.5).
            self.compile(node.value)
        if node.value is None or self.scope.kind == GENERATOR:
            operand = self.null_constant()
            opcode = opcodes.RETURN
        else:
            self.begin_moves(node.value, [], True)
            operand = self.compile(node.value)
            opcode = self._return_opcode(node.value, operand)
            self.end_moves()
        self.at(node)
        self.leave_loops()
        self.emit(opcode, [operand])
        self.bound.leave()

    def _return_opcode(self, value, operand):
        """How to return ``operand``: kept, unless it dies with the frame."""
        if self.owned or operand < 0:
            return opcodes.RETURN
        if isinstance(value, ast.Name) and self.is_plain_local(value.variable) \
                and not value.variable.is_global:
            if value.variable.is_parameter:
                return opcodes.RETURN_PARAMETER
            return opcodes.RETURN
        self.emit(opcodes.KEEP, [operand])
        return opcodes.RETURN

    def leave_loops(self):
        for loop in self.loops:
            if loop.lent >= 0:
                self.emit(opcodes.GIVE_BACK, [loop.lent])

    # ---- branches

    def visit_if(self, node):
        end = self.new_label()
        branches = []
        start = 0
        for i in range(len(node.conditions)):
            following = self.new_label()
            self.jump_if_false(node.conditions[i], following)
            if i == 0:
                start = self.bound.begin_branch()
            branches.append(self._branch(node.bodies[i]))
            if i + 1 < len(node.conditions) or node.else_body is not None:
                self.emit(opcodes.JUMP, [end])
            self.place(following)
        branches.append(self._branch(node.else_body))
        self.place(end)
        # The second condition and those behind it are not always evaluated.
        self.bound.end_branch(start)
        self.bound.join(branches)

    def _branch(self, body):
        """Compile the statements of a branch, None if it was not written; returns what
        ``BoundVariables.end_branch`` does."""
        start = self.bound.begin_branch()
        if body is not None:
            self.statements(body)
        return self.bound.end_branch(start)

    def visit_match(self, node):
        subject = self.compile(node.subject)
        owned = 0
        if self.owned:
            owned = 1
        end = self.new_label()
        branches = []
        for case in node.cases:
            start = self.bound.begin_branch()
            self._case(case, subject, owned, end)
            branches.append(self.bound.end_branch(start))
        branches.append(self._branch(node.default_body))
        self.place(end)
        self.bound.join(branches)

    def _case(self, case, subject, owned, end):
        following = self.new_label()
        body = self.new_label()
        last = len(case.patterns) - 1
        for i in range(len(case.patterns)):
            if i == last:
                self._test_pattern(case.patterns[i], subject, following)
                self._bind_payload(case.patterns[i], subject, owned)
            else:
                alternative = self.new_label()
                self._test_pattern(case.patterns[i], subject, alternative)
                self.emit(opcodes.JUMP, [body])
                self.place(alternative)
        self.place(body)
        if case.guard is not None:
            self.jump_if_false(case.guard, following)
        self.statements(case.body)
        self.emit(opcodes.JUMP, [end])
        self.place(following)

    def _test_pattern(self, pattern, subject, otherwise):
        self.at(pattern)
        if isinstance(pattern, ast.LiteralCase):
            constant = self._literal_constant(pattern)
            self.emit(opcodes.JUMP_UNLESS_LITERAL, [subject, ~constant, otherwise])
        elif isinstance(pattern, ast.TagCase):
            text = pattern.name
            if pattern.enum_name != '':
                text = '%s::%s' % (pattern.enum_name, pattern.name)
            self.emit(opcodes.JUMP_UNLESS_TAG, [subject, self.tag_operand(text), otherwise])

    def _literal_constant(self, pattern):
        value = pattern.value
        if isinstance(value, ast.IntLiteral):
            if pattern.negative and value.digits != '0':
                return self.int_constant('-' + value.digits)
            return self.int_constant(value.digits)
        if isinstance(value, ast.FloatLiteral):
            if pattern.negative:
                return self.float_constant(-value.value)
            return self.float_constant(value.value)
        if isinstance(value, ast.StringLiteral):
            return self.string_constant(value.value)
        if isinstance(value, ast.BoolLiteral):
            return self.bool_constant(value.value)
        return self.null_constant()

    def _bind_payload(self, pattern, subject, owned):
        if not isinstance(pattern, ast.TagCase):
            return
        for i in range(len(pattern.variables)):
            if pattern.variables[i] is not None:
                self._bind_payload_item(pattern.variables[i], subject, i, owned)
        for i in range(len(pattern.extra_variables)):
            self._bind_payload_item(pattern.extra_variables[i], subject,
                                    pattern.extra_indexes[i], owned)

    def _bind_payload_item(self, variable, subject, index, owned):
        part = self.new_temporary()
        self.emit(opcodes.PAYLOAD, [part, subject, index, owned])
        if variable.outer is not None:
            # Without payload the name means what it means outside (decision 29).
            bound = self.new_label()
            self.emit(opcodes.JUMP_IF_BOUND, [part, bound])
            self._outer_or_unbound(variable.outer, part)
            self.place(bound)
        self.declare_variable(variable)
        if variable.needs_cell():
            self.emit(opcodes.STORE_CELL, [variable.register, part])
        else:
            self.emit(opcodes.MOVE_OR_UNBOUND, [variable.register, part])

    def _outer_or_unbound(self, variable, destination):
        """Leave the kept value of a local in a temporary, nothing if it is unbound."""
        source = variable.register
        if variable.fallback is not None:
            source = self.local_or_global(variable)
        if variable.fallback is None and variable.needs_cell():
            self.emit(opcodes.LOAD_CELL_OR_UNBOUND, [destination, source])
        else:
            self.emit(opcodes.MOVE_OR_UNBOUND, [destination, source])
        is_bound = self.new_label()
        done = self.new_label()
        self.emit(opcodes.JUMP_IF_BOUND, [destination, is_bound])
        self.emit(opcodes.JUMP, [done])
        self.place(is_bound)
        self.emit(opcodes.KEEP, [destination])
        self.place(done)

    # ---- loops

    def visit_while(self, node):
        end = self.new_label()
        start = self.new_label_here()
        if node.condition is not None:
            self.jump_if_false(node.condition, end)
        self._loop_body(node.body, Loop(end, start, -1))
        self.at(node)
        self.emit(opcodes.JUMP_BACK, [start])
        self.place(end)

    def _loop_body(self, body, loop):
        self.loops.append(loop)
        self._branch(body)
        self.loops.pop()

    def visit_for(self, node):
        iterator = self.new_register('')
        self.new_register('')
        operand = self.compile(node.iterable)
        lends = not self.owned and self._needs_loan(node, self.root)
        self.at(node.iterable)
        self.emit(opcodes.FOR_INIT, [iterator, operand])
        lent = -1
        if lends:
            lent = iterator
            self.emit(opcodes.LEND, [iterator])
        end = self.new_label()
        start = self.new_label_here()
        branch = self.bound.begin_branch()
        self._next_item(node, iterator, end)
        self._loop_body(node.body, Loop(end, start, lent))
        self.bound.end_branch(branch)
        self.at(node)
        self.emit(opcodes.JUMP_BACK, [start])
        self.place(end)
        if lends:
            self.emit(opcodes.GIVE_BACK, [iterator])

    def _needs_loan(self, node, root):
        if root is None or self.is_outside(root):
            return True
        return writes_variable(node.body, root)

    def _next_item(self, node, iterator, end):
        pattern = node.pattern
        base = self.live_temporaries
        self.at(node.iterable)
        if isinstance(pattern, ast.NamePattern) and pattern.variable is not None \
                and not pattern.variable.needs_cell():
            variable = pattern.variable
            self.emit(opcodes.FOR_NEXT, [iterator, variable.register, end])
            self.bound.add(variable)
            if variable.path_written or variable.given:
                self.emit(opcodes.KEEP, [variable.register])
        else:
            item = self.new_temporary()
            self.emit(opcodes.FOR_NEXT, [iterator, item, end])
            if isinstance(pattern, ast.NamePattern):
                self.emit(opcodes.KEEP, [item])
            self.bind_pattern(pattern, item, 0, True)
        self.live_temporaries = base

    def visit_break(self, node):
        self.at(node)
        self.emit(opcodes.JUMP, [self.loops[-1].break_label])
        self.bound.leave()

    def visit_continue(self, node):
        self.at(node)
        self.emit(opcodes.JUMP_BACK, [self.loops[-1].continue_label])
        self.bound.leave()

    # ---- errors

    def visit_try_except(self, node):
        start = self.new_label_here()
        end = self.new_label()
        handler = self.new_label()
        after = self.new_label()
        self.try_depth += 1
        branches = [self._branch(node.body)]
        self.try_depth -= 1
        self.place(end)
        self.emit(opcodes.JUMP, [after])
        self.place(handler)
        variable = node.variable
        register = variable.register
        branch = self.bound.begin_branch()
        if variable.needs_cell():
            register = self.new_register('')
        else:
            self.bound.add(variable)
        self.handlers.append((start, end, handler, register))
        if variable.needs_cell():
            self.declare_variable(variable)
            self.emit(opcodes.STORE_CELL, [variable.register, register])
        self.statements(node.handler)
        branches.append(self.bound.end_branch(branch))
        self.place(after)
        self.bound.join(branches)

    # ---- declarations

    def visit_function_declaration(self, node):
        self.at(node)
        variable = node.variable
        if self.is_hoisted(node):
            operand = self.hoisted_constant(node)
        else:
            operand = self.new_temporary()
            self.make_function(node.function, operand, node.function.name)
        self.store_variable(variable, operand)

    def is_hoisted(self, node):
        raise NotImplementedError

    def hoisted_constant(self, node):
        raise NotImplementedError

    def visit_struct_declaration(self, node):
        struct_type = self.struct_type_operand(node.name)
        operands = [struct_type, len(node.methods)]
        for method in node.methods:
            operand = self.new_temporary()
            code = self.compile_method(node, method)
            self.at(method)
            self.emit(opcodes.MAKE_FUNCTION, [operand, self.code_operand(code)] +
                      self.captured_operands(method.scope))
            operands.append(self.name_operand(method.name))
            operands.append(operand)
        self.at(node)
        self.emit(opcodes.DECLARE_METHODS, operands)
        definition = self.new_temporary()
        operands = [definition, struct_type, len(node.fields)]
        for field in node.fields:
            operands.append(self.name_operand(field.name))
            operands.append(self._field_default(node, field))
        self.at(node)
        self.emit(opcodes.DECLARE_STRUCT, operands)
        self.store_variable(node.variable, definition)

    def _field_default(self, node, field):
        if field.default is None:
            return self.null_constant()
        code = self.compile_field_default(node, field)
        operand = self.new_temporary()
        self.at(field)
        self.emit(opcodes.MAKE_FUNCTION, [operand, self.code_operand(code)] +
                  self.captured_operands(field.scope))
        return operand

    def compile_method(self, struct, method):
        raise NotImplementedError

    def compile_field_default(self, struct, field):
        raise NotImplementedError

    def visit_enum_declaration(self, node):
        # Variants are made by naming them; the declaration documents them (language.md 9.4).
        pass

    def visit_test(self, node):
        pass

    # ---- modules

    def _namespace(self, node, module):
        namespace = self.new_temporary()
        self.at(node)
        self.emit(opcodes.IMPORT, [
            namespace, self.name_operand(module), self.name_operand(self.module.root)])
        return namespace

    def visit_import(self, node):
        namespace = self._namespace(node, node.module)
        for i in range(len(node.names)):
            if not node.variables[i].is_idle():
                self._import_name(namespace, node.names[i], node.variables[i])
        variable = node.namespace_variable
        if node.binds_namespace and not variable.is_idle():
            self.store_variable(variable, namespace)

    def visit_from_import(self, node):
        namespace = self._namespace(node, node.module)
        for i in range(len(node.names)):
            self._import_name(namespace, node.names[i], node.variables[i])

    def _import_name(self, namespace, name, variable):
        base = self.live_temporaries
        value = self.new_temporary()
        self.emit(opcodes.IMPORT_NAME, [value, namespace, self.name_operand(name)])
        if not variable.is_idle():
            self.store_variable(variable, value)
        self.live_temporaries = base

    def visit_export(self, node):
        # ``export name`` is checked when the module has run.
        if not isinstance(node.statement, ast.ExpressionStatement):
            node.statement.visit(self)
