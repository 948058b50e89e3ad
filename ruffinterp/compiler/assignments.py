"""Code for assignments to variables, patterns and paths (language.md 4.2, 5.3, 5.6)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.branch_values import branching
from ruffinterp.compiler.expressions import ARITHMETIC
from ruffinterp.compiler.ownership import count_names, is_outside, may_run_code
from ruffinterp.compiler.path_access import NAMED_STEP, TAKE
from ruffinterp.compiler.paths import (
    Path, arguments_of, is_exchange, is_parallel, is_same_path, matching_argument, root_of)
from ruffinterp.compiler.patterns import Part, has_path, pattern_variables
from ruffinterp.compiler.value_sinks import AssignmentSink, PatternSink
from ruffinterp.objects.argument_mask import with_bit
from ruffinterp.syntax import ast


class AssignmentCompiler(object):
    """``declared_constants``: those that a ``const`` in the text so far declares."""

    def __init__(self, function):
        self.function = function
        self.builder = function.builder
        self.bound = function.bound
        self.ownership = function.ownership
        self.expressions = function.expressions
        self.variables = function.variables
        self.calls = function.calls
        self.paths = function.paths
        self.patterns = function.patterns
        self.declared_constants = {}

    # ---- statements

    def assign(self, node):
        """``target := value``."""
        branches = branching(node.value)
        if branches is not None:
            self.function.statements.compile_value(
                branches, AssignmentSink(self, node.target, node))
        else:
            self.assign_value(node.target, node.value, node)

    def assign_value(self, target, value, node):
        """``target := value``; ``node``: the statement."""
        if isinstance(value, ast.MethodCall) and is_same_path(target, value.receiver):
            self.function.method_calls.own_call = value
        if is_same_path(target, value) and not root_of(target).variable.means_const():
            # Only what reading it raises.
            self.expressions.compile(value)
        elif isinstance(target, ast.Name):
            outer = self.ownership.begin_statement(value, [target.variable], False)
            self._assign_variable(target.variable, value, node)
            self.ownership.end_statement(outer)
        elif isinstance(target, ast.Slice):
            self._assign_slice(target, value)
        else:
            self._assign_path(target, value)

    def destructure_branches(self, pattern, value, declares):
        """``pattern := value``; ``declares``: behind ``let`` or ``mut``."""
        branches = branching(value)
        if branches is not None:
            self.function.statements.compile_value(
                branches, PatternSink(self, pattern, declares))
        else:
            self.destructure(pattern, value, declares)

    def destructure(self, pattern, value, declares):
        """``pattern := value`` where the value comes from one place."""
        outer = self.ownership.begin_statement(value, pattern_variables(pattern), False)
        exchanges = not declares and is_exchange(pattern, value)
        if exchanges or (has_path(pattern) and is_parallel(pattern, value)):
            self._assign_parallel(pattern, value, exchanges)
        elif has_path(pattern):
            whole = self.expressions.compile(value)
            parts = []
            self.patterns.take_apart(pattern, whole.register, int(whole.owned), parts)
            self._store_parts(parts)
        else:
            self.patterns.destructure(pattern, value, declares)
        self.ownership.end_statement(outer)

    # ---- several targets at once (decision 51)

    def _assign_parallel(self, pattern, value, exchanges):
        """``[a, b[i]] := [x, y]`` builds no array; an exchange marks nothing as shared.

        New values of names alone do come out of an array: so their numbers stay unboxed around a
        loop (test_jit_arrays.py).
        """
        assert isinstance(pattern, ast.ArrayPattern)
        assert isinstance(value, ast.ArrayLiteral)
        parts = []
        for i in range(len(value.items)):
            operand = self.expressions.compile(value.items[i])
            register = operand.register
            if not operand.owned and register >= 0:
                # Its variable may be assigned before it is stored.
                register = self.expressions.settled(register)
                if not exchanges:
                    self.builder.emit(opcodes.KEEP, [register])
            item = pattern.items[i]
            if isinstance(item, ast.PathPattern):
                parts.append(Part(None, item.path, register))
            else:
                assert isinstance(item, ast.NamePattern)
                if item.variable is not None:
                    parts.append(Part(item.variable, None, register))
        self._store_parts(parts)

    def _store_parts(self, parts):
        """All index expressions, then the stores, both from left to right."""
        paths = []
        indexes = []
        for part in parts:
            path = None
            operands = []
            if part.path is not None:
                path = Path(part.path)
                operands = [self.expressions.settled(operand)
                            for operand in self._indexes(path, False)]
            paths.append(path)
            indexes.append(operands)
        for i in range(len(parts)):
            if paths[i] is not None:
                self.paths.store(paths[i], indexes[i], parts[i].operand)
            else:
                self.variables.store(parts[i].variable, parts[i].operand)

    def declare_constant(self, node):
        """``const name := value``."""
        operand = self.expressions.compile_kept(node.value)
        self.builder.at(node)
        variable = node.variable
        if variable in self.declared_constants:
            self.builder.emit(opcodes.RAISE, [self.builder.name_operand(
                'Duplicate declaration in the same scope: %s' % node.name)])
        self.declared_constants[variable] = True
        self.variables.declare(variable)
        self.variables.bind(variable, operand)

    def augment(self, node):
        """``target op= value``."""
        target = node.target
        if isinstance(target, ast.Name):
            value = ast.Binary(node.operator, target, node.value)
            value.start = node.start
            value.end = node.end
            self._assign_variable(target.variable, value, node)
        else:
            self._augment_path(target, node)

    def _assign_variable(self, variable, value, node):
        if variable.means_const() or not self.variables.is_direct(variable):
            operand = self.expressions.compile_kept(value)
            self.builder.at(node)
            self.variables.store(variable, operand)
        else:
            self.expressions.compile_kept_into(value, variable.register)
            self.bound.add(variable)

    # ---- paths

    def _assign_path(self, target, value):
        path = Path(target)
        argument = matching_argument(target, value)
        if argument is not None and path.root.variable is not None \
                and not self._is_written(path, argument, value):
            w_builtin = self._certain_builtin(value)
            if w_builtin is not None:
                # One that runs no Ruff code: nobody can look while it works.
                if not w_builtin.calls_back:
                    self._update(path, value, w_builtin, argument)
                    return
            elif self.ownership.may_take(path.root.variable, value):
                self._take_and_call(path, value, argument)
                return
        operand = self._value_before(path, value, path.indexes())
        indexes = self._indexes(path, False)
        self.paths.store(path, indexes, operand)

    def _is_written(self, path, argument, value):
        """Whether the other arguments of a call may assign what a path is made of."""
        written = self.expressions.written(
            [other for other in arguments_of(value) if other is not argument])
        for variable in count_names(path.target):
            if variable in written:
                return True
        return False

    def _value_before(self, path, value, indexes):
        """Compile the kept value of an assignment to a path, which comes before its indexes."""
        operand = self.expressions.compile_kept(value)
        if len(self.expressions.written(indexes)) > 0:
            return self.expressions.settled(operand)
        return self.patterns.apart(operand, path.root.variable)

    def _assign_slice(self, target, value):
        """``path[low:high] := value``."""
        path = Path(target.container)
        bounds = [bound for bound in [target.low, target.high] if bound is not None]
        operand = self._value_before(path, value, path.indexes() + bounds)
        indexes = self._indexes(path, False)
        found = self.expressions.compile_operands(bounds)
        self.expressions.end_loans(found)
        low, high = self.expressions.slice_bounds(target, found.registers(), 0)
        self.builder.at(target)
        container = self.paths.own(path.root, path.steps, indexes)
        self.builder.emit_at(target, opcodes.SET_SLICE, [container, low, high, operand])

    def _certain_builtin(self, call):
        if isinstance(call, ast.Call):
            return self.calls.certain_builtin(call.callee)
        return None

    def _indexes(self, path, held):
        """Compile the index expressions of a path; one operand per step.  ``held``: they are read
        more than once, so that none is in a temporary."""
        operands = []
        following = path.indexes()
        for step in path.steps:
            operand = NAMED_STEP
            if isinstance(step, ast.Index):
                following = following[1:]
            if isinstance(step, ast.Index) and not isinstance(step.index, ast.StringLiteral):
                operand = self.expressions.compile_settled(step.index, following)
                if held and self.builder.is_temporary(operand):
                    operand = self._held(operand)
            operands.append(operand)
        return operands

    def _held(self, operand):
        """An operand that is read more than once, whatever is assigned meanwhile."""
        if operand < 0:
            return operand
        hidden = self.builder.new_register('')
        self.builder.emit(opcodes.MOVE, [hidden, operand])
        return hidden

    # ---- updates in place

    def _update(self, path, call, w_builtin, argument):
        """``P := builtin(P, ...)``: the element is un-shared and updated where it is."""
        assert isinstance(call, ast.Call)
        indexes = self._indexes(path, False)
        self._check_path(Path(argument), indexes)
        others = [other for other in call.arguments if other is not argument]
        operands = self.expressions.new_operands()
        self.calls.add_arguments(operands, others)
        self.expressions.end_loans(operands)
        self._keep_parts_of(path.root.variable, operands)
        self.builder.at(argument)
        container = self.paths.own(Path(argument).root, path.steps, indexes)
        registers, owned = self._in_argument_order(call.arguments, argument, container, operands)
        value = self.builder.new_temporary()
        self.builder.emit_at(call, opcodes.CALL_BUILTIN, [
            value, self.builder.builtin_operand(w_builtin), owned, 0, 0, len(registers)] + registers)
        self.paths.store(path, indexes, value)

    def _check_path(self, path, indexes):
        """Errors of reading the path come before its other arguments are evaluated."""
        base = self.builder.live_temporaries
        self.paths.read(path, indexes)
        self.builder.live_temporaries = base

    def _keep_parts_of(self, root, operands):
        """What comes out of the root is kept before the path is written: there are no cycles."""
        for item in operands.items:
            if not item.owned and item.root is root:
                self.builder.emit(opcodes.KEEP, [item.register])
                item.register = self.patterns.apart(item.register, root)

    def _in_argument_order(self, arguments, argument, container, operands):
        """(registers of all arguments, mask of the owned ones)."""
        registers = []
        owned = 0
        position = 0
        for i in range(len(arguments)):
            if arguments[i] is argument:
                registers.append(container)
                owned = with_bit(owned, i)
            else:
                item = operands.items[position]
                registers.append(item.register)
                if item.owned:
                    owned = with_bit(owned, i)
                position += 1
        return registers, owned

    def _take_and_call(self, path, call, argument):
        """``P := f(P, ...)`` and ``P := P.m(...)``: the element is taken out, given to the function,
        and the result stored."""
        indexes = self._indexes(path, False)
        self.builder.at(argument)
        last = len(path.steps) - 1
        assert last >= 0
        container = self.paths.own(Path(argument).root, path.steps[:last], indexes)
        self.calls.taken_register = self.paths.step(TAKE, path.steps[last], container, indexes[last])
        self.calls.taken_argument = argument
        value = self.expressions.compile(call).register
        self.calls.taken_argument = None
        self.paths.store(path, indexes, value)

    def _augment_path(self, target, node):
        """``path op= value``: indexes once, the old value, the value, the store (decision 9)."""
        path = Path(target)
        indexes = self._indexes(path, True)
        is_written = len(self.expressions.written([node.value])) > 0
        if is_written:
            indexes = [self._held(index) for index in indexes]
        container = self.paths.read(path, indexes)
        lent = is_written or (may_run_code(node.value) and is_outside(path.root.variable))
        if lent:
            self.builder.emit(opcodes.LEND, [container])
        operand = self.expressions.compile(node.value).register
        if lent:
            self.builder.emit(opcodes.GIVE_BACK, [container])
        self.builder.at(node)
        value = self.builder.new_temporary()
        self.builder.emit(ARITHMETIC[node.operator], [value, container, operand])
        self.paths.store(path, indexes, value)
