"""Code for assignments to variables, patterns and paths (language.md 4.2, 5.3, 5.6)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.branch_values import branching
from ruffinterp.compiler.builder import NO_REGISTER
from ruffinterp.compiler.exchanges import exchange_order, is_parallel
from ruffinterp.compiler.expressions import ARITHMETIC
from ruffinterp.compiler.ownership import (
    Callee, count_names, is_outside, last_that_may_run_code, may_be_array, may_run_code)
from ruffinterp.compiler.path_access import NAMED_STEP, TAKE
from ruffinterp.compiler.paths import Path, is_same_path, is_stable_index, root_of
from ruffinterp.compiler.patterns import Part, has_path, pattern_variables
from ruffinterp.compiler.same_paths import (
    find_update, has_same_shape, path_with, put_at_place, update_with)
from ruffinterp.compiler.value_sinks import AssignmentSink, PatternSink
from ruffinterp.compiler.variables import Variable
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
        self._note_own_call(target, value)
        if has_same_shape(target, value) and not root_of(target).variable.means_const():
            # Only what reading it raises.
            self.expressions.compile(value)
        elif isinstance(target, ast.Name):
            outer = self.ownership.begin_statement(value, [target.variable], False)
            if is_addition_to(target, value):
                self._add_to_variable(target.variable, value, node)
            else:
                self._assign_variable(target.variable, value, node)
            self.ownership.end_statement(outer)
        elif isinstance(target, ast.Slice):
            self._assign_slice(target, value)
        else:
            self._assign_path(target, value)

    def _note_own_call(self, target, value):
        if isinstance(value, ast.MethodCall) and is_same_path(target, value.receiver):
            self.function.method_calls.own_call = value

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
        order = None
        if not declares:
            order = exchange_order(pattern, value)
        if order is not None or (has_path(pattern) and is_parallel(pattern, value)):
            self._assign_parallel(pattern, value, order)
        elif has_path(pattern):
            whole = self.expressions.compile(value)
            parts = []
            self.patterns.take_apart(pattern, whole.register, int(whole.owned), parts)
            self._store_parts(parts)
        else:
            self.patterns.destructure(pattern, value, declares)
        self.ownership.end_statement(outer)

    # ---- several targets at once (decision 51)

    def _assign_parallel(self, pattern, value, order):
        """``[a, b[i]] := [x, y]`` builds no array.  ``order``, if it is an exchange: target i is
        item ``order[i]`` of the value (exchanges.py); nothing is marked as shared then, and index
        expressions are evaluated once.

        New values of names alone do come out of an array: so their numbers stay unboxed around a
        loop (test_jit_arrays.py).
        """
        assert isinstance(pattern, ast.ArrayPattern)
        assert isinstance(value, ast.ArrayLiteral)
        items = value.items
        registers = []
        if order is None:
            for item in items:
                registers.append(self._kept_apart(item))
        else:
            items = self._read_for_exchange(items, registers)
        parts = []
        for i in range(len(items)):
            target = pattern.items[i]
            if isinstance(target, ast.PathPattern):
                path = target.path
                if order is not None:
                    path = items[order[i]]
                parts.append(Part(None, path, registers[i]))
            else:
                assert isinstance(target, ast.NamePattern)
                if target.variable is not None:
                    parts.append(Part(target.variable, None, registers[i]))
        self._store_parts(parts)

    def _kept_apart(self, node):
        """A kept value in a register that no later assignment changes; an operand."""
        operand = self.expressions.compile(node)
        register = operand.register
        if not operand.owned and register >= 0:
            register = self.expressions.settled(register)
            self.builder.emit(opcodes.KEEP, [register])
        return register

    def _read_for_exchange(self, items, registers):
        """Read the values that change places, and append their registers; returns the expressions
        with hidden variables for those indexes that could mean something else later."""
        found = []
        lent = []
        last = last_that_may_run_code(items)
        for i in range(len(items)):
            item = items[i]
            if not isinstance(item, ast.Name):
                item = path_with(item, self._stable_indexes(item))
            operand = self.expressions.compile(item)
            register = self.expressions.settled(operand.register)
            if i < last and is_outside(operand.root):
                self.builder.emit(opcodes.LEND, [register])
                lent.append(register)
            registers.append(register)
            found.append(item)
        for register in lent:
            self.builder.emit(opcodes.GIVE_BACK, [register])
        return found

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
            self.assign_value(target, value, node)
        else:
            self._augment_path(target, node.operator, node.value, node)

    def _assign_variable(self, variable, value, node):
        if variable.means_const() or not self.variables.is_direct(variable):
            operand = self.expressions.compile_kept(value)
            self.builder.at(node)
            self.variables.store(variable, operand)
        else:
            self.expressions.compile_kept_into(value, variable.register)
            self.bound.add(variable)

    def _add_to_variable(self, variable, value, node):
        """``x += y`` and ``x := x + y``: an array is extended where it is."""
        assert isinstance(value, ast.Binary)
        operands = self.expressions.compile_operands([value.left, value.right])
        masks = self.ownership.masks(operands, Callee(True, False, True))
        self.expressions.release(operands)
        destination = variable.register
        if not self.variables.is_direct(variable):
            destination = self.builder.new_temporary()
        left, right = operands.registers()
        self.builder.emit_at(value, opcodes.ADD_TO, [
            destination, left, right, masks.owned, masks.parameters])
        self.builder.at(node)
        if destination == variable.register:
            self.bound.add(variable)
        else:
            self.variables.store(variable, destination)

    # ---- paths

    def _assign_path(self, target, value):
        if is_addition_to(target, value):
            assert isinstance(value, ast.Binary)
            if not self._are_written(target, [value.right]):
                self._augment_path(target, '+', value.right, value)
                return
        update = find_update(target, value)
        if update is not None and not self._are_written(target, update.others()):
            update = self._with_stable_indexes(update)
            if self._assign_in_place(update):
                return
            target = update.target
            value = update.value
            self._note_own_call(target, value)
        path = Path(target)
        operand = self._value_before(path, value, path.indexes())
        indexes = self._indexes(path, False)
        self.paths.store(path, indexes, operand)

    def _are_written(self, target, others):
        """Whether evaluating the expressions ``others`` may assign what a path is made of."""
        written = self.expressions.written(others)
        for variable in count_names(target):
            if variable in written:
                return True
        return False

    def _with_stable_indexes(self, update):
        """The PathUpdate with hidden variables for the index expressions that could mean something
        else when they are evaluated again."""
        if update.has_stable_indexes():
            return update
        return update_with(update, self._stable_indexes(update.target))

    def _stable_indexes(self, path):
        """The index expressions of a path as literals and variables that keep their value."""
        names = []
        for index in Path(path).indexes():
            if is_stable_index(index):
                names.append(index)
            else:
                names.append(self._hidden_variable(index))
        return names

    def _hidden_variable(self, node):
        """A Name for the value of an expression."""
        variable = Variable('', self.function.scope)
        variable.register = self.builder.new_register('')
        self.expressions.compile_kept_into(node, variable.register)
        self.bound.add(variable)
        name = ast.Name('')
        name.variable = variable
        put_at_place(name, node)
        return name

    def _assign_in_place(self, update):
        """Compile a PathUpdate so that the element is changed where it is; False if others could
        tell."""
        root = root_of(update.target).variable
        if root is None:
            return False
        w_builtin = self._certain_builtin(update.call)
        if w_builtin is None or update.value is not update.call:
            if not self.ownership.may_take(root, update.value):
                return False
            self._take_and_call(update)
            return True
        # One that runs no Ruff code: nobody can look while it works.
        if w_builtin.calls_back or (is_outside(root) and self._default_runs_code(update)):
            return False
        self._update(update, w_builtin)
        return True

    def _default_runs_code(self, update):
        return update.lookup is not None and len(update.lookup.arguments) == 3 \
            and may_run_code(update.lookup.arguments[2])

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

    def _update(self, update, w_builtin):
        """``P := builtin(P, ...)``: the element is un-shared and updated where it is."""
        call = update.call
        assert isinstance(call, ast.Call)
        path = Path(update.target)
        root = path.root.variable
        argument = update.argument
        others = [other for other in call.arguments if other is not argument]
        changes = is_outside(root) and last_that_may_run_code(others) >= 0
        indexes = self._indexes(path, False)
        old = self._old_element(path, update, indexes, changes)
        if changes:
            self.builder.emit(opcodes.LEND, [old])
        operands = self.expressions.new_operands()
        self.calls.add_arguments(operands, others)
        self.expressions.end_loans(operands)
        if changes:
            self.builder.emit(opcodes.GIVE_BACK, [old])
        self._keep_parts_of(root, operands)
        self.builder.at(argument)
        if old == NO_REGISTER:
            element = self.paths.own(path.root, path.steps, indexes)
        else:
            element = self.paths.own_same(path, indexes, old)
        registers, owned = self._in_argument_order(call.arguments, argument, element, operands)
        value = self.builder.new_temporary()
        self.builder.emit_at(call, opcodes.CALL_BUILTIN, [
            value, self.builder.builtin_operand(w_builtin), owned, 0, 0, len(registers)] + registers)
        self.paths.store(path, indexes, value)

    def _old_element(self, path, update, indexes, changes):
        """Read the path before the other arguments are evaluated; ``changes``: they may change it.

        Returns an operand; NO_REGISTER if what is at the path afterwards is the same.
        """
        if update.lookup is not None:
            return self._look_up(opcodes.GET_OR_DEFAULT, path, update.lookup, indexes)
        if changes:
            return self.paths.read(Path(update.argument), indexes)
        self._check_path(Path(update.argument), indexes)
        return NO_REGISTER

    def _look_up(self, opcode, path, lookup, indexes):
        """``get(base, key, default)`` for the path ``base[key]``; an operand."""
        builder = self.builder
        last = len(path.steps) - 1
        assert last >= 0
        if opcode == opcodes.TAKE_OR_DEFAULT:
            container = self.paths.own(path.root, path.steps[:last], indexes)
        else:
            container = self.paths.read_steps(path.root, path.steps[:last], indexes)
        key = indexes[last]
        if key == NAMED_STEP:
            step = path.steps[last]
            assert isinstance(step, ast.Index)
            key = self.expressions.compile(step.index).register
        default = builder.null_constant()
        if len(lookup.arguments) == 3:
            default = self.patterns.apart(
                self.expressions.compile_kept(lookup.arguments[2]), path.root.variable)
        w_builtin = self._certain_builtin(lookup)
        destination = builder.new_temporary()
        builder.emit_at(lookup, opcode, [
            destination, container, key, default, builder.builtin_operand(w_builtin)])
        return destination

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

    def _take_and_call(self, update):
        """``P := f(P, ...)`` and ``P := P.m(...)``: the element is taken out, given to the function,
        and the result stored."""
        path = Path(update.target)
        indexes = self._indexes(path, False)
        self.builder.at(update.argument)
        if update.lookup is not None:
            taken = self._look_up(opcodes.TAKE_OR_DEFAULT, path, update.lookup, indexes)
        else:
            last = len(path.steps) - 1
            assert last >= 0
            container = self.paths.own(path.root, path.steps[:last], indexes)
            taken = self.paths.step(TAKE, path.steps[last], container, indexes[last])
        self.calls.taken_register = taken
        self.calls.taken_argument = update.argument
        value = self.expressions.compile(update.value).register
        self.calls.taken_argument = None
        self.paths.store(path, indexes, value)

    def _augment_path(self, target, operator, right, node):
        """``path op= right``, the statement or expression ``node``: indexes once, the old value, the
        right one, the store (decision 9)."""
        path = Path(target)
        indexes = self._indexes(path, True)
        is_written = len(self.expressions.written([right])) > 0
        if is_written:
            indexes = [self._held(index) for index in indexes]
        old = self.paths.read(path, indexes)
        lent = is_written or (may_run_code(right) and is_outside(path.root.variable))
        if lent:
            self.builder.emit(opcodes.LEND, [old])
        value = self.expressions.compile(right)
        if lent:
            self.builder.emit(opcodes.GIVE_BACK, [old])
        if operator != '+' or not may_be_array(right):
            self._operate_and_store(ARITHMETIC[operator], path, indexes, old, value, node)
        elif isinstance(right, ast.ArrayLiteral):
            self._add_to_element(path, indexes, old, value, node)
        else:
            self._add_by_kind(path, indexes, old, value, node)

    def _operate_and_store(self, opcode, path, indexes, old, value, node):
        self.builder.at(node)
        result = self.builder.new_temporary()
        self.builder.emit(opcode, [result, old, value.register])
        self.paths.store(path, indexes, result)

    def _add_by_kind(self, path, indexes, old, value, node):
        """``path += value``: in place if the value turns out to be an array."""
        builder = self.builder
        otherwise = builder.new_label()
        end = builder.new_label()
        builder.emit(opcodes.JUMP_UNLESS_ARRAY, [value.register, otherwise])
        base = builder.live_temporaries
        self._add_to_element(path, indexes, old, value, node)
        builder.live_temporaries = base
        builder.emit(opcodes.JUMP, [end])
        builder.place(otherwise)
        self._operate_and_store(opcodes.ADD, path, indexes, old, value, node)
        builder.place(end)

    def _add_to_element(self, path, indexes, old, value, node):
        """``path += value``, an array: if ``old`` is one too, it is extended where it is."""
        builder = self.builder
        right = value.register
        if not value.owned and value.root is path.root.variable:
            # There are no cycles.
            builder.emit(opcodes.KEEP, [right])
            right = self.patterns.apart(right, path.root.variable)
        builder.at(path.target)
        element = self.paths.own_same(path, indexes, old)
        builder.at(node)
        result = builder.new_temporary()
        owned = with_bit(0, 0)
        if value.owned:
            owned = with_bit(owned, 1)
        builder.emit(opcodes.ADD_TO, [result, element, right, owned, 0])
        self.paths.store(path, indexes, result)


def is_addition_to(target, value):
    """Whether a value is what is at the path ``target``, no constant, plus what may be an array."""
    return isinstance(value, ast.Binary) and value.operator == '+' and may_be_array(value.right) \
        and is_same_path(target, value.left) and not root_of(target).variable.means_const()
