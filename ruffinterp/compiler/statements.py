"""Code for statements (language.md sections 8 to 10)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import GENERATOR
from ruffinterp.compiler.branch_values import branching
from ruffinterp.compiler.errors import CompileError
from ruffinterp.compiler.finalizers import FALL_THROUGH, FIRST_JUMP, RAISE, RETURN, Finalizer
from ruffinterp.compiler.ownership import is_plain_local, loop_needs_loan
from ruffinterp.compiler.value_sinks import ReturnSink
from ruffinterp.diagnostics.hints import static
from ruffinterp.syntax import ast


class Loop(object):
    """A loop that is being compiled.  ``lent``: register whose loan ends with it, or -1; ``live``:
    the number of temporaries in use around it."""

    def __init__(self, break_label, continue_label, lent, live):
        self.break_label = break_label
        self.continue_label = continue_label
        self.lent = lent
        self.live = live


class StatementCompiler(ast.Visitor):
    """``loops``: those around the statement, outermost first; ``finalizers``: each Finalizer whose
    ``try`` it is in."""

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
        self.finalizers = []

    def compile(self, nodes):
        """Compile the statements of a block."""
        for node in nodes:
            base = self.builder.live_temporaries
            node.visit(self)
            self.builder.live_temporaries = base

    def compile_value(self, statement, sink):
        """Compile an ``if`` or ``match`` whose value goes to a ValueSink."""
        if isinstance(statement, ast.If):
            self._if(statement, sink)
        elif isinstance(statement, ast.Match):
            self._match(statement, sink)
        else:
            assert isinstance(statement, ast.Try)
            self._try(statement, sink)

    def _body(self, nodes, sink):
        """Compile the statements of a branch, the last of which gives its value if there is a
        sink; scope analysis has checked that it can."""
        if sink is None:
            self.compile(nodes)
            return
        last = len(nodes) - 1
        assert last >= 0
        self.compile(nodes[:last])
        node = nodes[last]
        base = self.builder.live_temporaries
        if isinstance(node, ast.ExpressionStatement):
            if isinstance(node.value, ast.Throw):
                self.expressions.compile(node.value)
            else:
                sink.give(node.value)
        elif isinstance(node, ast.If) or isinstance(node, ast.Match) or isinstance(node, ast.Try):
            self.compile_value(node, sink)
        else:
            node.visit(self)
        self.builder.live_temporaries = base

    def visit_expression_statement(self, node):
        self.function.method_calls.unused_call = node.value
        self.expressions.compile(node.value)

    # ---- assignments

    def visit_assign(self, node):
        self.assignments.assign(node)

    def visit_augmented_assign(self, node):
        self.assignments.augment(node)

    def visit_destructure(self, node):
        self.assignments.destructure_branches(node.pattern, node.value, False)

    def visit_let(self, node):
        self.assignments.destructure_branches(node.pattern, node.value, True)

    def visit_const(self, node):
        self.assignments.declare_constant(node)

    # ---- leaving the function

    def visit_return(self, node):
        value = node.value
        if value is None:
            self.builder.at(node)
            self._leave(opcodes.RETURN, self.builder.null_constant())
            return
        branches = branching(value)
        if branches is not None:
            self.compile_value(branches, ReturnSink(self, node))
        else:
            self.return_value(value, node)

    def return_value(self, value, node):
        """``return value``, the statement ``node``."""
        if self.function.phase_end >= 0 or self.function.scope.kind == GENERATOR:
            # Neither a test nor a generator has a result (7.5).
            self.expressions.compile(value)
            register = self.builder.null_constant()
            opcode = opcodes.RETURN
        else:
            # A finally block reads variables after the last read of the statement.
            outer = self.ownership.begin_statement(value, [], len(self.finalizers) == 0)
            result = self.expressions.compile(value)
            register = result.register
            opcode = self._return_opcode(value, result)
            self.ownership.end_statement(outer)
        self.builder.at(node)
        self._leave(opcode, register)

    def _leave(self, opcode, register):
        """Leave the function with a value, through the finally blocks around the place."""
        if len(self.finalizers) > 0:
            finalizer = self.finalizers[len(self.finalizers) - 1]
            self._end_loans(finalizer.loop_depth)
            finalizer.enter_to_return(register)
        else:
            self._end_loans(0)
            if self.function.phase_end >= 0:
                self.builder.emit(opcodes.JUMP, [self.function.phase_end])
            else:
                self.builder.emit(opcode, [register])
        self.bound.leave()

    def leave_failure(self, register):
        """``?`` on a failure, an owned or kept value: the function returns it."""
        if self.function.scope.is_module() or self.function.phase_end >= 0:
            # Nothing is there to get it, so it is an error (decision 57).
            self.builder.emit(opcodes.THROW_FAILURE, [register])
            return
        was_dead = self.bound.is_dead
        self._leave(opcodes.RETURN, register)
        self.bound.is_dead = was_dead

    def _return_opcode(self, value, result):
        """How to return a value: kept, unless it dies with the frame."""
        if result.owned or result.register < 0:
            return opcodes.RETURN
        if len(self.finalizers) > 0:
            self.builder.emit(opcodes.KEEP, [result.register])
            return opcodes.RETURN
        if isinstance(value, ast.Name) and value.variable.is_place:
            # The caller asks whether it is the receiver, which has a place already (decision 39).
            return opcodes.RETURN
        if isinstance(value, ast.Name) and is_plain_local(value.variable) \
                and not value.variable.is_global:
            if value.variable.is_parameter:
                return opcodes.RETURN_PARAMETER
            return opcodes.RETURN
        self.builder.emit(opcodes.KEEP, [result.register])
        return opcodes.RETURN

    def _end_loans(self, depth):
        """A jump leaves all loops but the outermost ``depth``."""
        for i in range(depth, len(self.loops)):
            if self.loops[i].lent >= 0:
                self.builder.emit(opcodes.GIVE_BACK, [self.loops[i].lent])

    # ---- branches

    def visit_if(self, node):
        self._if(node, None)

    def _if(self, node, sink):
        end = self.builder.new_label()
        branches = []
        start = 0
        for i in range(len(node.conditions)):
            following = self.builder.new_label()
            self.function.conditions.jump_if_false(node.conditions[i], following)
            if i == 0:
                start = self.bound.begin_branch()
            branches.append(self._branch(node.bodies[i], sink))
            if i + 1 < len(node.conditions) or node.else_body is not None:
                self.builder.emit(opcodes.JUMP, [end])
            self.builder.place(following)
        branches.append(self._branch(node.else_body, sink))
        self.builder.place(end)
        # The second condition and those behind it are not always evaluated.
        self.bound.end_branch(start)
        self.bound.join(branches)

    def _branch(self, body, sink):
        """Compile the statements of a branch, None if it was not written; returns what
        ``BoundVariables.end_branch`` does."""
        start = self.bound.begin_branch()
        if body is not None:
            self._body(body, sink)
        return self.bound.end_branch(start)

    def visit_match(self, node):
        self._match(node, None)

    def _match(self, node, sink):
        subject = self.expressions.compile(node.subject)
        guards = [case.guard for case in node.cases if case.guard is not None]
        if not subject.owned and subject.root in self.expressions.written(guards):
            self.builder.emit(opcodes.KEEP, [subject.register])
            subject.register = self.expressions.settled(subject.register)
        end = self.builder.new_label()
        branches = []
        for case in node.cases:
            start = self.bound.begin_branch()
            self._case(case, subject, end, sink)
            branches.append(self.bound.end_branch(start))
        if node.default_body is None and sink is not None:
            # All variants are there, but the subject may be something else.
            self.builder.emit_at(node, opcodes.RAISE, [self.builder.name_operand(NO_CASE)])
        else:
            branches.append(self._branch(node.default_body, sink))
        self.builder.place(end)
        self.bound.join(branches)

    def _case(self, case, subject, end, sink):
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
            self.function.conditions.jump_if_false(case.guard, following)
        self._body(case.body, sink)
        self.builder.emit(opcodes.JUMP, [end])
        self.builder.place(following)

    # ---- loops

    def visit_while(self, node):
        end = self.builder.new_label()
        start = self.builder.new_label_here()
        if node.condition is not None:
            self.function.conditions.jump_if_false(node.condition, end)
        live = self.builder.live_temporaries
        self._loop_body(node.body, Loop(end, start, -1, live))
        self.builder.emit_at(node, opcodes.JUMP_BACK, [start, live])
        self.builder.place(end)

    def _loop_body(self, body, loop):
        self.loops.append(loop)
        self._branch(body, None)
        self.loops.pop()

    def visit_for(self, node):
        # What is iterated, the position, for pairs the value itself (vm/ops/loops.py).
        iterator = self.builder.new_register('')
        self.builder.new_register('')
        opcode = opcodes.FOR_INIT
        if node.second is not None:
            self.builder.new_register('')
            opcode = opcodes.FOR_PAIRS_INIT
        check_pairs(node)
        live = self.builder.live_temporaries
        iterable = self.expressions.compile(node.iterable)
        lends = not iterable.owned and loop_needs_loan(iterable.root, node.body)
        self.builder.emit_at(node.iterable, opcode, [iterator, iterable.register])
        self.builder.live_temporaries = live
        lent = -1
        if lends:
            # A loop over the keys of a dict reads its values in each round.
            lent = iterator if node.second is None else iterator + 2
            self.builder.emit(opcodes.LEND, [lent])
        end = self.builder.new_label()
        start = self.builder.new_label_here()
        branch = self.bound.begin_branch()
        if node.second is None:
            self._next_item(node, iterator, end)
        else:
            self._next_pair(node, iterator, end)
        self._loop_body(node.body, Loop(end, start, lent, live))
        self.bound.end_branch(branch)
        self.builder.emit_at(node, opcodes.JUMP_BACK, [start, live])
        self.builder.place(end)
        if lends:
            self.builder.emit(opcodes.GIVE_BACK, [lent])

    def _next_item(self, node, iterator, end):
        base = self.builder.live_temporaries
        self.builder.at(node.iterable)
        register = self._item_register(node.pattern)
        self.builder.emit(opcodes.FOR_NEXT, [iterator, register, end])
        self._bind_item(node.pattern, register, True)
        self.builder.live_temporaries = base

    def _next_pair(self, node, iterator, end):
        base = self.builder.live_temporaries
        self.builder.at(node.iterable)
        first = self._item_register(node.pattern)
        second = self._item_register(node.second)
        self.builder.emit(opcodes.FOR_NEXT_PAIR, [iterator, first, second, end])
        self._bind_item(node.pattern, first, False)
        self._bind_item(node.second, second, False)
        self.builder.live_temporaries = base

    def _item_register(self, pattern):
        """Where the loop puts what goes to a pattern."""
        variable = direct_variable(pattern)
        if variable is not None:
            return variable.register
        return self.builder.new_temporary()

    def _bind_item(self, pattern, register, may_be_key):
        variable = direct_variable(pattern)
        if variable is not None:
            self.bound.add(variable)
            if variable.path_written or variable.given:
                self.builder.emit(opcodes.KEEP, [register])
        else:
            if isinstance(pattern, ast.NamePattern):
                self.builder.emit(opcodes.KEEP, [register])
            self.patterns.bind_loop_item(pattern, register, may_be_key)

    def visit_break(self, node):
        self.builder.at(node)
        self._leave_loop(self.loops[len(self.loops) - 1], True)

    def visit_continue(self, node):
        self.builder.at(node)
        self._leave_loop(self.loops[len(self.loops) - 1], False)

    def _leave_loop(self, loop, is_break):
        """Leave the innermost loop or begin its next round, through the finally blocks in it."""
        finalizer = None
        if len(self.finalizers) > 0:
            finalizer = self.finalizers[len(self.finalizers) - 1]
        if finalizer is not None and finalizer.loop_depth == len(self.loops):
            finalizer.enter_to_leave(loop, is_break)
        elif is_break:
            self.builder.emit(opcodes.JUMP, [loop.break_label])
        else:
            self.builder.emit(opcodes.JUMP_BACK, [loop.continue_label, loop.live])
        self.bound.leave()

    # ---- errors

    def visit_try(self, node):
        self._try(node, None)

    def _try(self, node, sink):
        if node.finalizer is None:
            self.bound.join(self._try_except(node, sink))
            return
        known = self.bound.begin_branch()
        finalizer = Finalizer(self.builder, len(self.loops))
        self.finalizers.append(finalizer)
        start = self.builder.new_label_here()
        self.ownership.try_depth += 1
        if node.handler is None:
            ends = [self._branch(node.body, sink)]
        else:
            ends = self._try_except(node, sink)
        self.ownership.try_depth -= 1
        end = self.builder.new_label_here()
        self.finalizers.pop()
        self.builder.at(node)
        finalizer.enter(FALL_THROUGH)
        handler = self.builder.new_label_here()
        self.builder.handlers.append((start, end, handler, finalizer.result, True))
        self.builder.emit(opcodes.MOVE, [
            finalizer.action, self.builder.int_constant(str(RAISE))])
        self.builder.place(finalizer.label)
        self.bound.end_branch(known)
        self.compile(node.finalizer)
        self.builder.at(node)
        self._go_on(finalizer)
        if not reaches_end(ends):
            self.bound.leave()

    def _go_on(self, finalizer):
        """Behind a finally block: do what was noted when it was entered."""
        builder = self.builder
        is_dead = self.bound.is_dead
        following = finalizer.skip_unless(RAISE)
        builder.emit(opcodes.RAISE_AGAIN, [finalizer.result])
        builder.place(following)
        if finalizer.returns:
            following = finalizer.skip_unless(RETURN)
            self._leave(opcodes.RETURN, finalizer.result)
            builder.place(following)
        for i in range(len(finalizer.exits)):
            following = finalizer.skip_unless(FIRST_JUMP + i)
            leaving = finalizer.exits[i]
            self._leave_loop(leaving.loop, leaving.is_break)
            builder.place(following)
        self.bound.is_dead = is_dead

    def _try_except(self, node, sink):
        """``try`` with its handler; returns what ``end_branch`` says of both."""
        start = self.builder.new_label_here()
        end = self.builder.new_label()
        handler = self.builder.new_label()
        after = self.builder.new_label()
        self.ownership.try_depth += 1
        branches = [self._branch(node.body, sink)]
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
        self.builder.handlers.append((start, end, handler, register, False))
        if variable.needs_cell():
            self.variables.declare(variable)
            self.builder.emit(opcodes.STORE_CELL, [variable.register, register])
        self._body(node.handler, sink)
        branches.append(self.bound.end_branch(branch))
        self.builder.place(after)
        return branches

    # ---- declarations

    def visit_function_declaration(self, node):
        self.builder.at(node)
        operand = self.function.hoisted.get(node, NOT_HOISTED)
        if operand == NOT_HOISTED:
            operand = self.builder.new_temporary()
            self.function.make_function(node.function, operand)
        self.variables.store(node.variable, operand)

    def visit_struct_declaration(self, node):
        struct_type = self.builder.struct_operand(self.module.struct_reference(node.name))
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

NO_CASE = 'No case matches'

# Functions whose items are pairs: two names would be an index and a pair (decision 46).
PAIR_FUNCTIONS = ['enumerate', 'items', 'zip', 'pairwise']


def check_pairs(node):
    """CompileError for ``for a, b in`` a direct call of what gives pairs."""
    call = node.iterable
    name = ''
    if isinstance(call, ast.Call):
        callee = call.callee
        if isinstance(callee, ast.Name) and callee.variable.is_builtin:
            name = callee.name
    elif isinstance(call, ast.MethodCall):
        name = call.name
    if node.second is not None and name in PAIR_FUNCTIONS:
        raise CompileError(
            '%s gives pairs: for a, b would take their index and the pair' % name,
            node.pattern.start, node.second.end,
            static.PAIRS % name)


def direct_variable(pattern):
    """The variable into whose register a loop puts its items right away, or None."""
    if isinstance(pattern, ast.NamePattern) and pattern.variable is not None \
            and not pattern.variable.needs_cell():
        return pattern.variable
    return None


def reaches_end(branches):
    """Whether one of the branches that ``end_branch`` tells of reaches its end."""
    for branch in branches:
        if branch is not None:
            return True
    return False
