"""Code for assignments to variables, patterns and paths (language.md 4.2, 5.3, 5.6)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.call_code import CallCompiler
from ruffinterp.compiler.emitter import NO_REGISTER
from ruffinterp.compiler.expressions import ARITHMETIC
from ruffinterp.compiler.occurrences import may_run_code
from ruffinterp.objects.argument_mask import with_bit
from ruffinterp.syntax import ast


# Stands for the index of a step whose field or key is part of the instruction.
NAMED_STEP = NO_REGISTER


class AssignmentCompiler(CallCompiler):

    def may_run(self, node):
        return may_run_code(node)

    # ---- variables

    def store_variable(self, variable, operand):
        """Store a kept value."""
        if variable.means_const():
            self.emit(opcodes.RAISE, [self.name_operand(
                'Cannot reassign const binding: %s' % variable.name)])
        else:
            self.bind_variable(variable, operand)

    def bind_variable(self, variable, operand):
        if variable.needs_cell():
            if variable.fallback is not None:
                self.emit(opcodes.STORE_CELL_EITHER, [
                    variable.register, self.global_cell(variable.fallback), operand])
            else:
                self.emit(opcodes.STORE_CELL, [variable.register, operand])
        elif variable.fallback is not None:
            self.emit(opcodes.STORE_EITHER, [
                variable.register, self.global_cell(variable.fallback), operand])
        elif variable.register >= 0:
            if operand != variable.register:
                self.emit(opcodes.MOVE, [variable.register, operand])
            self.bound.add(variable)
            if variable.tracks_ownership():
                self.emit(opcodes.SET_OWNED, [variable.register])
        else:
            self.emit(opcodes.STORE_GLOBAL, [self.global_cell(variable), operand])

    def is_direct(self, variable):
        """Whether a result can be computed right into the register of ``variable``."""
        return variable.register >= 0 and not variable.needs_cell() \
            and variable.fallback is None and not variable.tracks_ownership()

    def assign_variable(self, variable, value, node):
        """``variable := value``."""
        if variable.means_const() or not self.is_direct(variable):
            operand = self.compile_kept(value)
            self.at(node)
            self.store_variable(variable, operand)
        else:
            self.compile_direct(variable, value)

    def compile_direct(self, variable, value):
        """Compute the kept value of a variable that ``is_direct``."""
        self.compile_kept_into(value, variable.register)
        self.bound.add(variable)

    def declare_variable(self, variable):
        """A ``let`` of a block makes a new variable each time it runs."""
        if variable.needs_cell() and variable.source is None \
                and variable.scope.names.get(variable.name, None) is not variable:
            self.emit(opcodes.NEW_CELL, [variable.register])

    # ---- patterns

    def destructure(self, pattern, value, declares):
        """``pattern := value``: the parts are kept."""
        if isinstance(pattern, ast.NamePattern):
            self._destructure_name(pattern, value, declares)
            return
        operand = self.compile(value)
        flag = 0
        if self.owned:
            flag = 1
        for variable in pattern_variables(pattern):
            operand = self._apart(operand, variable)
        self.bind_pattern(pattern, operand, flag, declares)

    def _destructure_name(self, pattern, value, declares):
        variable = pattern.variable
        if variable is None:
            self.compile(value)
        elif declares and variable.needs_cell():
            operand = self.compile_kept(value)
            self.at(pattern)
            self.declare_variable(variable)
            self.bind_variable(variable, operand)
        elif self.is_direct(variable):
            self.compile_direct(variable, value)
        else:
            operand = self.compile_kept(value)
            self.at(pattern)
            self.bind_variable(variable, operand)

    def bind_pattern(self, pattern, operand, owned, declares):
        """Bind the variables of a pattern to the parts of the value in ``operand``."""
        self.at(pattern)
        if isinstance(pattern, ast.NamePattern):
            if pattern.variable is not None:
                self._bind_part(pattern.variable, operand, declares)
        elif isinstance(pattern, ast.ArrayPattern):
            for i in range(len(pattern.items)):
                self._bind_item(pattern.items[i], operand, i, owned, declares)
            if pattern.rest_variable is not None:
                part = self.new_temporary()
                self.emit(opcodes.REST_OF_ARRAY, [part, operand, len(pattern.items)])
                self._bind_part(pattern.rest_variable, part, declares)
        elif isinstance(pattern, ast.DictPattern):
            self._bind_keys(pattern, operand, owned, declares)

    def _bind_item(self, item, operand, index, owned, declares):
        if isinstance(item, ast.NamePattern) and item.variable is None:
            return
        base = self.live_temporaries
        part = self.new_temporary()
        self.emit(opcodes.ITEM_OR_NULL, [part, operand, index, owned])
        self.bind_pattern(item, part, 1, declares)
        self.live_temporaries = base

    def _bind_keys(self, pattern, operand, owned, declares):
        names = []
        for i in range(len(pattern.names)):
            name = pattern.names[i]
            names.append(self.name_operand(name))
            variable = pattern.variables[i]
            if variable is not None:
                base = self.live_temporaries
                part = self.new_temporary()
                self.emit(opcodes.KEY_OR_NULL, [part, operand, names[i], owned])
                self._bind_part(variable, part, declares)
                self.live_temporaries = base
        if pattern.rest_variable is not None:
            base = self.live_temporaries
            part = self.new_temporary()
            self.emit(opcodes.REST_OF_DICT, [part, operand, len(names)] + names)
            self._bind_part(pattern.rest_variable, part, declares)
            self.live_temporaries = base

    def _bind_part(self, variable, operand, declares):
        if declares:
            self.declare_variable(variable)
        self.bind_variable(variable, operand)

    # ---- statements

    def visit_assign(self, node):
        base = self.live_temporaries
        target = node.target
        if isinstance(target, ast.Name):
            self.begin_moves(node.value, [target.variable], False)
            self.assign_variable(target.variable, node.value, node)
        else:
            self._assign_path(target, node)
        self.end_moves()
        self.live_temporaries = base

    def visit_destructure(self, node):
        base = self.live_temporaries
        self.begin_moves(node.value, pattern_variables(node.pattern), False)
        self.destructure(node.pattern, node.value, False)
        self.end_moves()
        self.live_temporaries = base

    def visit_let(self, node):
        base = self.live_temporaries
        self.begin_moves(node.value, pattern_variables(node.pattern), False)
        self.destructure(node.pattern, node.value, True)
        self.end_moves()
        self.live_temporaries = base

    def visit_const(self, node):
        base = self.live_temporaries
        operand = self.compile_kept(node.value)
        self.at(node)
        variable = node.variable
        if variable in self.declared_constants:
            self.emit(opcodes.RAISE, [self.name_operand(
                'Duplicate declaration in the same scope: %s' % node.name)])
        self.declared_constants[variable] = True
        self.declare_variable(variable)
        self.bind_variable(variable, operand)
        self.live_temporaries = base

    def visit_augmented_assign(self, node):
        base = self.live_temporaries
        target = node.target
        if isinstance(target, ast.Name):
            value = ast.Binary(node.operator, target, node.value)
            value.start = node.start
            value.end = node.end
            self.assign_variable(target.variable, value, node)
        else:
            self._augment_path(target, node)
        self.live_temporaries = base

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
                    self._update_path(path, value, w_builtin, argument)
                    return
            elif self._may_take(path, value):
                self._take_and_call(path, value, argument)
                return
        value = self.compile_kept(node.value)
        value = self._apart(value, path.root.variable)
        indexes = self._path_indexes(path)
        self._store_path(path, indexes, value)

    def _certain_builtin(self, call):
        """The W_Builtin that a call is for certain of, or None."""
        if isinstance(call, ast.Call):
            callee = call.callee
            if isinstance(callee, ast.Name) and callee.variable.is_builtin:
                return self.module.builtin_function(callee.name)
        return None

    def _apart(self, operand, root):
        """The register of ``root`` is about to be replaced: save a value that is the root itself."""
        if operand >= 0 and operand == root.register:
            copy = self.new_temporary()
            self.emit(opcodes.MOVE, [copy, operand])
            return copy
        return operand

    def _path_indexes(self, path):
        """Compile the index expressions of a path; one operand per step."""
        operands = []
        for step in path.steps:
            if isinstance(step, ast.Index) and not isinstance(step.index, ast.StringLiteral):
                operand = self.compile(step.index)
                operands.append(operand)
            else:
                operands.append(NAMED_STEP)
        return operands

    def _store_path(self, path, indexes, value):
        """Un-share the path from the root on, then store a kept value at its end."""
        self.at(path.target)
        container = self._own_root(path.root)
        last = len(path.steps) - 1
        for i in range(last):
            container = self._own_step(path.steps[i], container, indexes[i])
        self._set_step(path.steps[last], container, indexes[last], value)

    def _own_root(self, root):
        """The exclusive value of the variable at the root of a path; an operand."""
        variable = root.variable
        if variable.means_const():
            self.emit(opcodes.RAISE, [self.name_operand(
                'Cannot mutate const binding: %s' % variable.name)])
        self.at(root)
        if variable.needs_cell() or variable.fallback is not None:
            return self._own_outside_local(variable)
        if variable.register >= 0:
            opcode = opcodes.OWN_LOCAL
            if variable.tracks_ownership():
                opcode = opcodes.OWN_PARAMETER
            self.emit(opcode, [variable.register])
            self.bound.add(variable)
            return variable.register
        destination = self.new_temporary()
        self.emit(opcodes.OWN_GLOBAL, [destination, self.global_cell(variable)])
        return destination

    def _own_outside_local(self, variable):
        destination = self.new_temporary()
        if variable.fallback is None:
            self.emit(opcodes.OWN_CELL, [destination, variable.register])
            return destination
        is_global = self.new_label()
        done = self.new_label()
        if variable.needs_cell():
            probe = self.new_temporary()
            self.emit(opcodes.LOAD_CELL_OR_UNBOUND, [probe, variable.register])
            self.emit(opcodes.JUMP_IF_BOUND, [probe, is_global])
        else:
            self.emit(opcodes.JUMP_IF_BOUND, [variable.register, is_global])
        self.emit(opcodes.OWN_GLOBAL, [destination, self.global_cell(variable.fallback)])
        self.emit(opcodes.JUMP, [done])
        self.place(is_global)
        if variable.needs_cell():
            self.emit(opcodes.OWN_CELL, [destination, variable.register])
        else:
            self.emit(opcodes.OWN_LOCAL, [variable.register])
            self.emit(opcodes.MOVE, [destination, variable.register])
        self.place(done)
        return destination

    def _own_step(self, step, container, index):
        destination = self.new_temporary()
        self.at(step)
        if isinstance(step, ast.Field):
            self.emit(opcodes.OWN_FIELD, [destination, container, self.name_operand(step.name)])
        elif index == NAMED_STEP:
            self.emit(opcodes.OWN_KEY, [destination, container, self._key_operand(step)])
        else:
            self.emit(opcodes.OWN_INDEX, [destination, container, index])
        return destination

    def _set_step(self, step, container, index, value):
        self.at(step)
        if isinstance(step, ast.Field):
            self.emit(opcodes.SET_FIELD, [container, self.name_operand(step.name), value])
        elif index == NAMED_STEP:
            self.emit(opcodes.SET_KEY, [container, self._key_operand(step), value])
        else:
            self.emit(opcodes.SET_INDEX, [container, index, value])

    def _take_step(self, step, container, index):
        destination = self.new_temporary()
        self.at(step)
        if isinstance(step, ast.Field):
            self.emit(opcodes.TAKE_FIELD, [destination, container, self.name_operand(step.name)])
        elif index == NAMED_STEP:
            self.emit(opcodes.TAKE_KEY, [destination, container, self._key_operand(step)])
        else:
            self.emit(opcodes.TAKE_INDEX, [destination, container, index])
        return destination

    def _key_operand(self, step):
        assert isinstance(step, ast.Index)
        key = step.index
        assert isinstance(key, ast.StringLiteral)
        return self.name_operand(key.value)

    def _read_step(self, step, container, index):
        destination = self.new_temporary()
        self.at(step)
        if isinstance(step, ast.Field):
            self.emit(opcodes.FIELD, [destination, container, self.name_operand(step.name)])
        elif index == NAMED_STEP:
            self.emit(opcodes.KEY, [destination, container, self._key_operand(step)])
        else:
            self.emit(opcodes.INDEX, [destination, container, index])
        return destination

    def _update_path(self, path, call, w_builtin, argument):
        """``P := builtin(P, ...)``: the element is un-shared and updated where it is."""
        assert isinstance(call, ast.Call)
        indexes = self._path_indexes(path)
        self._check_path(Path(argument), indexes)
        arguments = call.arguments
        others = []
        for other in arguments:
            if other is not argument:
                others.append(other)
        found = self.new_operands()
        self._add_arguments(found, others)
        self._loan_ends(found)
        self._keep_parts_of(path.root.variable, found)
        self.at(argument)
        container = self._own_root(Path(argument).root)
        for i in range(len(path.steps)):
            container = self._own_step(path.steps[i], container, indexes[i])
        operands, owned = self._in_argument_order(arguments, argument, container, found)
        value = self.new_temporary()
        self.at(call)
        self.emit(opcodes.CALL_BUILTIN, [value, self.builtin_operand(w_builtin), owned, 0, 0,
                                         len(operands)] + operands)
        self._store_path(path, indexes, value)

    def _check_path(self, path, indexes):
        """Errors of reading the path come before its other arguments are evaluated."""
        base = self.live_temporaries
        self._read_path(path, indexes)
        self.live_temporaries = base

    def _read_path(self, path, indexes):
        """The value at the end of a path; an operand."""
        self.at(path.root)
        self.load_variable(path.root.variable, NO_REGISTER)
        container = self.operand
        for i in range(len(path.steps)):
            container = self._read_step(path.steps[i], container, indexes[i])
        return container

    def _keep_parts_of(self, root, found):
        """What comes out of the root is kept before the path is written: there are no cycles."""
        for i in range(len(found.operands)):
            if not found.owned[i] and found.roots[i] is root:
                self.emit(opcodes.KEEP, [found.operands[i]])
                found.operands[i] = self._apart(found.operands[i], root)

    def _loan_ends(self, found):
        for i in range(len(found.operands)):
            if found.lent[i]:
                self.emit(opcodes.GIVE_BACK, [found.operands[i]])
        del self.pending[found.pending_base:]

    def _in_argument_order(self, arguments, argument, container, found):
        operands = []
        owned = 0
        position = 0
        for i in range(len(arguments)):
            if arguments[i] is argument:
                operands.append(container)
                owned = with_bit(owned, i)
            else:
                operands.append(found.operands[position])
                if found.owned[position]:
                    owned = with_bit(owned, i)
                position += 1
        return operands, owned

    def _may_take(self, path, value):
        """Whether the element may leave its container during the call: nobody would see."""
        root = path.root.variable
        if not self.is_plain_local(root) or self.try_depth > 0:
            return False
        self.begin_moves(value, [root], False)
        uses = self.remaining.get(root, 0)
        self.end_moves()
        return uses == 1

    def _take_and_call(self, path, call, argument):
        """``P := f(P, ...)`` and ``P := P.m(...)``: the element is taken out, given to the function,
        and the result stored."""
        indexes = self._path_indexes(path)
        self.at(argument)
        container = self._own_root(Path(argument).root)
        last = len(path.steps) - 1
        for i in range(last):
            container = self._own_step(path.steps[i], container, indexes[i])
        self.taken_operand = self._take_step(path.steps[last], container, indexes[last])
        self.taken_argument = argument
        value = self.compile(call)
        self.taken_argument = None
        self._store_path(path, indexes, value)

    def _augment_path(self, target, node):
        """``path op= value``: indexes once, the old value, the value, the store (decision 9)."""
        path = Path(target)
        indexes = self._held_indexes(path)
        container = self._read_path(path, indexes)
        waits = may_run_code(node.value)
        lent = waits and self.is_outside(path.root.variable)
        if lent:
            self.emit(opcodes.LEND, [container])
        operand = self.compile(node.value)
        if lent:
            self.emit(opcodes.GIVE_BACK, [container])
        self.at(node)
        value = self.new_temporary()
        self.emit(ARITHMETIC[node.operator], [value, container, operand])
        self._store_path(path, indexes, value)

    def _held_indexes(self, path):
        """As _path_indexes, but readable more than once: in hidden registers."""
        operands = []
        for step in path.steps:
            if isinstance(step, ast.Index) and not isinstance(step.index, ast.StringLiteral):
                operand = self.compile(step.index)
                if self.is_temporary(operand):
                    hidden = self.new_register('')
                    self.emit(opcodes.MOVE, [hidden, operand])
                    operand = hidden
                operands.append(operand)
            else:
                operands.append(NAMED_STEP)
        return operands


class Path(object):
    """A target split into its root (ast.Name) and the steps from there (Index, Field)."""

    def __init__(self, target):
        self.target = target
        steps = []
        while not isinstance(target, ast.Name):
            steps.append(target)
            if isinstance(target, ast.Index):
                target = target.container
            else:
                assert isinstance(target, ast.Field)
                target = target.container
        steps.reverse()
        self.root = target
        self.steps = steps


def pattern_variables(pattern):
    """The variables that a pattern assigns; list of Variable."""
    found = []
    _add_pattern_variables(pattern, found)
    return found


def _add_pattern_variables(pattern, found):
    if isinstance(pattern, ast.NamePattern):
        if pattern.variable is not None:
            found.append(pattern.variable)
    elif isinstance(pattern, ast.ArrayPattern):
        for item in pattern.items:
            _add_pattern_variables(item, found)
        if pattern.rest_variable is not None:
            found.append(pattern.rest_variable)
    elif isinstance(pattern, ast.DictPattern):
        for variable in pattern.variables:
            if variable is not None:
                found.append(variable)
        if pattern.rest_variable is not None:
            found.append(pattern.rest_variable)


def matching_argument(target, value):
    """The argument or receiver of the call ``value`` that is the same simple path as ``target``,
    or None."""
    if isinstance(value, ast.Call):
        arguments = value.arguments
    elif isinstance(value, ast.MethodCall):
        arguments = [value.receiver] + value.arguments
    else:
        return None
    for argument in arguments:
        if isinstance(argument, ast.Spread):
            return None
    for argument in arguments:
        if is_same_path(target, argument):
            return argument
    return None


def is_same_path(a, b):
    """Whether two expressions are one path whose indexes are literals or plain variables."""
    while True:
        if isinstance(a, ast.Name):
            return isinstance(b, ast.Name) and a.variable is b.variable
        if isinstance(a, ast.Field):
            if not isinstance(b, ast.Field) or a.name != b.name:
                return False
            a = a.container
            b = b.container
        elif isinstance(a, ast.Index):
            if not isinstance(b, ast.Index) or not _is_same_index(a.index, b.index):
                return False
            a = a.container
            b = b.container
        else:
            return False


def _is_same_index(a, b):
    if isinstance(a, ast.IntLiteral):
        return isinstance(b, ast.IntLiteral) and a.digits == b.digits
    if isinstance(a, ast.StringLiteral):
        return isinstance(b, ast.StringLiteral) and a.value == b.value
    if isinstance(a, ast.Name):
        return isinstance(b, ast.Name) and a.variable is b.variable \
            and a.variable.register >= 0 and not a.variable.needs_cell() \
            and a.variable.fallback is None
    return False
