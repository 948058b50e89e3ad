"""Code for assignments to variables, patterns and paths (language.md 4.2, 5.3, 5.6)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.builder import NO_REGISTER
from ruffinterp.compiler.expressions import ARITHMETIC
from ruffinterp.compiler.ownership import is_outside, may_run_code
from ruffinterp.compiler.paths import Path, matching_argument
from ruffinterp.compiler.patterns import pattern_variables
from ruffinterp.objects.argument_mask import with_bit
from ruffinterp.syntax import ast

# Stands for the index of a step whose field or key is part of the instruction.
NAMED_STEP = NO_REGISTER


class StepOpcodes(object):
    """What is done with a step of a path: by index, by field, by constant key."""

    def __init__(self, index, field, key):
        self.index = index
        self.field = field
        self.key = key


READ = StepOpcodes(opcodes.INDEX, opcodes.FIELD, opcodes.KEY)
OWN = StepOpcodes(opcodes.OWN_INDEX, opcodes.OWN_FIELD, opcodes.OWN_KEY)
TAKE = StepOpcodes(opcodes.TAKE_INDEX, opcodes.TAKE_FIELD, opcodes.TAKE_KEY)
SET = StepOpcodes(opcodes.SET_INDEX, opcodes.SET_FIELD, opcodes.SET_KEY)


class AssignmentCompiler(object):
    """``declared_constants``: those that a ``const`` in the text so far declares."""

    def __init__(self, function):
        self.builder = function.builder
        self.bound = function.bound
        self.ownership = function.ownership
        self.expressions = function.expressions
        self.variables = function.variables
        self.calls = function.calls
        self.patterns = function.patterns
        self.declared_constants = {}

    # ---- statements

    def assign(self, node):
        """``target := value``."""
        target = node.target
        if isinstance(target, ast.Name):
            self.ownership.begin_statement(node.value, [target.variable], False)
            self._assign_variable(target.variable, node.value, node)
            self.ownership.end_statement()
        else:
            self._assign_path(target, node)

    def destructure(self, pattern, value, declares):
        """``pattern := value``; ``declares``: behind ``let`` or ``mut``."""
        self.ownership.begin_statement(value, pattern_variables(pattern), False)
        self.patterns.destructure(pattern, value, declares)
        self.ownership.end_statement()

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

    def _assign_path(self, target, node):
        path = Path(target)
        value = node.value
        argument = matching_argument(target, value)
        if argument is not None and path.root.variable is not None:
            w_builtin = self._certain_builtin(value)
            if w_builtin is not None:
                # One that runs no Ruff code: nobody can look while it works.
                if not w_builtin.calls_back:
                    self._update(path, value, w_builtin, argument)
                    return
            elif self.ownership.may_take(path.root.variable, value):
                self._take_and_call(path, value, argument)
                return
        operand = self.expressions.compile_kept(value)
        operand = self.patterns.apart(operand, path.root.variable)
        indexes = self._indexes(path, False)
        self._store(path, indexes, operand)

    def _certain_builtin(self, call):
        if isinstance(call, ast.Call):
            return self.calls.certain_builtin(call.callee)
        return None

    def _indexes(self, path, held):
        """Compile the index expressions of a path; one operand per step.  ``held``: they are read
        more than once, so that none is in a temporary."""
        operands = []
        for step in path.steps:
            operand = NAMED_STEP
            if isinstance(step, ast.Index) and not isinstance(step.index, ast.StringLiteral):
                operand = self.expressions.compile(step.index).register
                if held and self.builder.is_temporary(operand):
                    hidden = self.builder.new_register('')
                    self.builder.emit(opcodes.MOVE, [hidden, operand])
                    operand = hidden
            operands.append(operand)
        return operands

    def _step(self, kind, step, container, index):
        """Read, un-share or take what a step leads to; returns the operand."""
        destination = self.builder.new_temporary()
        self._emit_step(kind, step, [destination, container], index, [])
        return destination

    def _emit_step(self, kind, step, before, index, behind):
        builder = self.builder
        builder.at(step)
        if isinstance(step, ast.Field):
            builder.emit(kind.field, before + [builder.name_operand(step.name)] + behind)
        elif index == NAMED_STEP:
            builder.emit(kind.key, before + [self._key_operand(step)] + behind)
        else:
            builder.emit(kind.index, before + [index] + behind)

    def _key_operand(self, step):
        assert isinstance(step, ast.Index)
        key = step.index
        assert isinstance(key, ast.StringLiteral)
        return self.builder.name_operand(key.value)

    def _store(self, path, indexes, value):
        """Un-share the path from the root on, then store a kept value at its end."""
        self.builder.at(path.target)
        container = self.variables.own(path.root)
        last = len(path.steps) - 1
        for i in range(last):
            container = self._step(OWN, path.steps[i], container, indexes[i])
        self._emit_step(SET, path.steps[last], [container], indexes[last], [value])

    def _read(self, path, indexes):
        """The value at the end of a path; an operand."""
        self.builder.at(path.root)
        container = self.variables.load(path.root.variable, NO_REGISTER).register
        for i in range(len(path.steps)):
            container = self._step(READ, path.steps[i], container, indexes[i])
        return container

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
        container = self.variables.own(Path(argument).root)
        for i in range(len(path.steps)):
            container = self._step(OWN, path.steps[i], container, indexes[i])
        registers, owned = self._in_argument_order(call.arguments, argument, container, operands)
        value = self.builder.new_temporary()
        self.builder.emit_at(call, opcodes.CALL_BUILTIN, [
            value, self.builder.builtin_operand(w_builtin), owned, 0, 0, len(registers)] + registers)
        self._store(path, indexes, value)

    def _check_path(self, path, indexes):
        """Errors of reading the path come before its other arguments are evaluated."""
        base = self.builder.live_temporaries
        self._read(path, indexes)
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
        container = self.variables.own(Path(argument).root)
        last = len(path.steps) - 1
        for i in range(last):
            container = self._step(OWN, path.steps[i], container, indexes[i])
        self.calls.taken_register = self._step(TAKE, path.steps[last], container, indexes[last])
        self.calls.taken_argument = argument
        value = self.expressions.compile(call).register
        self.calls.taken_argument = None
        self._store(path, indexes, value)

    def _augment_path(self, target, node):
        """``path op= value``: indexes once, the old value, the value, the store (decision 9)."""
        path = Path(target)
        indexes = self._indexes(path, True)
        container = self._read(path, indexes)
        lent = may_run_code(node.value) and is_outside(path.root.variable)
        if lent:
            self.builder.emit(opcodes.LEND, [container])
        operand = self.expressions.compile(node.value).register
        if lent:
            self.builder.emit(opcodes.GIVE_BACK, [container])
        self.builder.at(node)
        value = self.builder.new_temporary()
        self.builder.emit(ARITHMETIC[node.operator], [value, container, operand])
        self._store(path, indexes, value)
