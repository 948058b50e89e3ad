"""Code that reads and writes variables, wherever they live (language.md 5.3, 5.5)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.captures import (
    COPY_FROM_CELL, COPY_FROM_GLOBAL, COPY_VALUE, NEW_CELL_FROM_CELL, NEW_CELL_FROM_GLOBAL,
    NEW_CELL_FROM_VALUE, SHARE_CELL)
from ruffinterp.compiler.operands import ValueOperand


class VariableAccess(object):
    """The variables of one function: in registers, in cells, globals."""

    def __init__(self, function):
        self.builder = function.builder
        self.bound = function.bound
        self.module = function.module

    def global_cell(self, variable):
        """The operand for the cell of a global."""
        if variable.cell is None:
            variable.cell = self.module.cell(variable.name)
        return self.builder.cell_operand(variable.cell)

    # ---- reading

    def check_bound(self, variable):
        """Raise the error for a variable in a register that may have no value."""
        if not self.bound.has(variable):
            self.builder.emit(opcodes.CHECK_BOUND, [variable.register])
            self.bound.add(variable)

    def load(self, variable, wanted):
        """Read a variable, into the register ``wanted`` unless it has one; returns the
        ValueOperand."""
        builder = self.builder
        if variable.is_builtin:
            w_builtin = self.module.builtin_value(variable.name)
            return ValueOperand(builder.value_constant('b' + variable.name, w_builtin), True, None)
        if variable.needs_cell():
            destination = builder.destination(wanted)
            if variable.fallback is not None:
                builder.emit(opcodes.LOAD_CELL_EITHER, [
                    destination, variable.register, self.global_cell(variable.fallback)])
            else:
                builder.emit(opcodes.LOAD_CELL, [destination, variable.register])
        elif variable.fallback is not None:
            destination = builder.destination(wanted)
            builder.emit(opcodes.LOAD_EITHER, [
                destination, variable.register, self.global_cell(variable.fallback)])
        elif variable.register >= 0:
            self.check_bound(variable)
            destination = variable.register
        else:
            destination = builder.destination(wanted)
            builder.emit(opcodes.LOAD_GLOBAL, [destination, self.global_cell(variable)])
        return ValueOperand(destination, False, variable)

    def local_or_global(self, variable):
        """A temporary with what the name of a local means now (5.3 step 3), empty if unbound."""
        temporary = self.builder.new_temporary()
        opcode = opcodes.LOAD_EITHER_OR_UNBOUND
        if variable.needs_cell():
            opcode = opcodes.LOAD_CELL_EITHER_OR_UNBOUND
        self.builder.emit(opcode, [
            temporary, variable.register, self.global_cell(variable.fallback)])
        return temporary

    def keep_local_or_unbound(self, variable, destination):
        """Leave the kept value of a local in a temporary, nothing if it is unbound."""
        builder = self.builder
        source = variable.register
        if variable.fallback is not None:
            source = self.local_or_global(variable)
        if variable.fallback is None and variable.needs_cell():
            builder.emit(opcodes.LOAD_CELL_OR_UNBOUND, [destination, source])
        else:
            builder.emit(opcodes.MOVE_OR_UNBOUND, [destination, source])
        is_bound = builder.new_label()
        done = builder.new_label()
        builder.emit(opcodes.JUMP_IF_BOUND, [destination, is_bound])
        builder.emit(opcodes.JUMP, [done])
        builder.place(is_bound)
        builder.emit(opcodes.KEEP, [destination])
        builder.place(done)

    # ---- writing

    def store(self, variable, operand):
        """Store a kept value."""
        if variable.means_const():
            self.builder.emit(opcodes.RAISE, [self.builder.name_operand(
                'Cannot reassign const binding: %s' % variable.name)])
        else:
            self.bind(variable, operand)

    def bind(self, variable, operand):
        """Store a kept value, in a constant too."""
        builder = self.builder
        if variable.needs_cell():
            if variable.fallback is not None:
                builder.emit(opcodes.STORE_CELL_EITHER, [
                    variable.register, self.global_cell(variable.fallback), operand])
            else:
                builder.emit(opcodes.STORE_CELL, [variable.register, operand])
        elif variable.fallback is not None:
            builder.emit(opcodes.STORE_EITHER, [
                variable.register, self.global_cell(variable.fallback), operand])
        elif variable.register >= 0:
            if operand != variable.register:
                builder.emit(opcodes.MOVE, [variable.register, operand])
            self.bound.add(variable)
            if variable.tracks_ownership():
                builder.emit(opcodes.SET_OWNED, [variable.register])
        else:
            builder.emit(opcodes.STORE_GLOBAL, [self.global_cell(variable), operand])

    def bind_or_unbind(self, variable, operand):
        """Give a variable of a block or of a method what a register holds, or nothing."""
        if variable.needs_cell():
            self.builder.emit(opcodes.STORE_CELL, [variable.register, operand])
        else:
            self.builder.emit(opcodes.MOVE_OR_UNBOUND, [variable.register, operand])

    def is_direct(self, variable):
        """Whether a result can be computed right into the register of ``variable``."""
        return variable.register >= 0 and not variable.needs_cell() \
            and variable.fallback is None and not variable.tracks_ownership()

    def declare(self, variable):
        """A ``let`` of a block makes a new variable each time it runs."""
        if variable.needs_cell() and variable.source is None \
                and variable.scope.names.get(variable.name, None) is not variable:
            self.builder.emit(opcodes.NEW_CELL, [variable.register])

    # ---- writing in place

    def own(self, root):
        """The exclusive value of the variable that a Name is; returns the operand."""
        variable = root.variable
        if variable.means_const():
            self.builder.emit(opcodes.RAISE, [self.builder.name_operand(
                'Cannot mutate const binding: %s' % variable.name)])
        self.builder.at(root)
        if variable.needs_cell() or variable.fallback is not None:
            return self._own_outside_local(variable)
        if variable.register >= 0:
            opcode = opcodes.OWN_LOCAL
            if variable.tracks_ownership():
                opcode = opcodes.OWN_PARAMETER
            self.builder.emit(opcode, [variable.register])
            self.bound.add(variable)
            return variable.register
        destination = self.builder.new_temporary()
        self.builder.emit(opcodes.OWN_GLOBAL, [destination, self.global_cell(variable)])
        return destination

    def _own_outside_local(self, variable):
        builder = self.builder
        destination = builder.new_temporary()
        if variable.fallback is None:
            builder.emit(opcodes.OWN_CELL, [destination, variable.register])
            return destination
        is_local = builder.new_label()
        done = builder.new_label()
        self.jump_if_bound(variable, is_local)
        builder.emit(opcodes.OWN_GLOBAL, [destination, self.global_cell(variable.fallback)])
        builder.emit(opcodes.JUMP, [done])
        builder.place(is_local)
        if variable.needs_cell():
            builder.emit(opcodes.OWN_CELL, [destination, variable.register])
        else:
            builder.emit(opcodes.OWN_LOCAL, [variable.register])
            builder.emit(opcodes.MOVE, [destination, variable.register])
        builder.place(done)
        return destination

    def jump_if_bound(self, variable, label):
        """Jump if a local has a value."""
        if variable.needs_cell():
            probe = self.builder.new_temporary()
            self.builder.emit(opcodes.LOAD_CELL_OR_UNBOUND, [probe, variable.register])
            self.builder.emit(opcodes.JUMP_IF_BOUND, [probe, label])
        else:
            self.builder.emit(opcodes.JUMP_IF_BOUND, [variable.register, label])

    # ---- closures

    def captured(self, scope):
        """Operands of MAKE_FUNCTION for the variables that the function of a scope captures."""
        operands = [len(scope.captures)]
        for variable in scope.captures:
            mode, source = self._capture(variable, scope)
            operands.append(mode)
            operands.append(source)
        return operands

    def _capture(self, variable, scope):
        """(mode, register or cell) for one captured variable."""
        source = variable.source
        if source.is_global:
            mode = NEW_CELL_FROM_GLOBAL if variable.needs_cell() else COPY_FROM_GLOBAL
            return mode, self.global_cell(source)
        if scope.copies_globals and source.fallback is not None \
                and not source.fallback.is_function_name:
            mode = NEW_CELL_FROM_VALUE if variable.needs_cell() else COPY_VALUE
            return mode, self.local_or_global(source)
        if variable.by_reference:
            return SHARE_CELL if variable.needs_cell() else COPY_VALUE, source.register
        if variable.needs_cell():
            mode = NEW_CELL_FROM_CELL if source.needs_cell() else NEW_CELL_FROM_VALUE
        else:
            mode = COPY_FROM_CELL if source.needs_cell() else COPY_VALUE
        return mode, source.register
