"""Code that reads and writes parts of variables, whose index expressions have been compiled."""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.builder import NO_REGISTER
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
OWN_SAME = StepOpcodes(opcodes.OWN_SAME_INDEX, opcodes.OWN_SAME_FIELD, opcodes.OWN_SAME_KEY)
TAKE = StepOpcodes(opcodes.TAKE_INDEX, opcodes.TAKE_FIELD, opcodes.TAKE_KEY)
SET = StepOpcodes(opcodes.SET_INDEX, opcodes.SET_FIELD, opcodes.SET_KEY)
PLACE = StepOpcodes(opcodes.INDEX_PLACE, opcodes.FIELD_PLACE, opcodes.KEY_PLACE)


class PathAccess(object):
    """``indexes``, of all methods: for each step of the path the operand of its index, or
    NAMED_STEP."""

    def __init__(self, function):
        self.builder = function.builder
        self.variables = function.variables

    def step(self, kind, step, container, index):
        """Do what the StepOpcodes ``kind`` say with a part of a container; returns the operand."""
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

    def own(self, root, steps, indexes):
        """Un-share the variable ``root`` (ast.Name) and what the first steps lead to, the last of
        which is returned; an operand."""
        container = self.variables.own(root)
        for i in range(len(steps)):
            container = self.step(OWN, steps[i], container, indexes[i])
        return container

    def own_same(self, path, indexes, old):
        """Un-share a path and the element at its end, or a copy of ``old`` if that is no longer
        the element; an operand."""
        last = len(path.steps) - 1
        assert last >= 0
        container = self.own(path.root, path.steps[:last], indexes)
        element = self.builder.new_temporary()
        self._emit_step(OWN_SAME, path.steps[last], [element, container], indexes[last], [old])
        return element

    def store(self, path, indexes, value):
        """Un-share the path from the root on, then store a kept value at its end."""
        self.builder.at(path.target)
        last = len(path.steps) - 1
        assert last >= 0
        container = self.own(path.root, path.steps[:last], indexes)
        self._emit_step(SET, path.steps[last], [container], indexes[last], [value])

    def read(self, path, indexes):
        """The value at the end of a path; an operand."""
        return self.read_steps(path.root, path.steps, indexes)

    def read_steps(self, root, steps, indexes):
        """What the first steps from the variable ``root`` (ast.Name) lead to; an operand."""
        self.builder.at(root)
        container = self.variables.load(root.variable, NO_REGISTER).register
        for i in range(len(steps)):
            container = self.step(READ, steps[i], container, indexes[i])
        return container

    def read_again(self, path, indexes):
        """The same, and the operands of the indexes are read once more later."""
        kept = []
        for index in indexes:
            if index != NAMED_STEP and self.builder.is_temporary(index):
                copy = self.builder.new_temporary()
                self.builder.emit(opcodes.COPY, [copy, index])
                index = copy
            kept.append(index)
        return self.read(path, kept)

    # ---- places (objects/places.py)

    def place(self, path, indexes):
        """The place at the end of a path, whose containers become exclusive; an operand."""
        variable = path.root.variable
        if len(path.steps) == 0:
            return self._root_place(variable)
        last = len(path.steps) - 1
        assert last >= 0
        container = self.own(path.root, path.steps[:last], indexes)
        root = self._root_place(variable)
        step = path.steps[last]
        destination = self.builder.new_temporary()
        self._emit_step(PLACE, step, [destination, root, container], indexes[last], [])
        return destination

    def _root_place(self, variable):
        """The place of a variable, null for a local that nobody else sees; an operand."""
        builder = self.builder
        if variable.fallback is not None:
            return self._place_of_either(variable)
        if variable.register >= 0 and not variable.needs_cell():
            return builder.null_constant()
        if not variable.needs_cell():
            return self.global_place(variable)
        destination = builder.new_temporary()
        builder.emit(opcodes.CAPTURED_PLACE, [
            destination, variable.register, int(is_shared(variable))])
        return destination

    def global_place(self, variable):
        """The place of a global; an operand."""
        destination = self.builder.new_temporary()
        self.builder.emit(opcodes.GLOBAL_PLACE, [
            destination, self.variables.global_cell(variable)])
        return destination

    def _place_of_either(self, variable):
        """The place of the local if it has a value, else of the global."""
        builder = self.builder
        destination = builder.new_temporary()
        is_local = builder.new_label()
        done = builder.new_label()
        self.variables.jump_if_bound(variable, is_local)
        builder.emit(opcodes.GLOBAL_PLACE, [
            destination, self.variables.global_cell(variable.fallback)])
        builder.emit(opcodes.JUMP, [done])
        builder.place(is_local)
        if variable.needs_cell():
            builder.emit(opcodes.CAPTURED_PLACE, [
                destination, variable.register, int(is_shared(variable))])
        else:
            builder.emit(opcodes.MOVE, [destination, builder.null_constant()])
        builder.place(done)
        return destination


def is_shared(variable):
    """Whether another function could see a variable in a cell while a method changes it."""
    root = variable.root()
    return not root.is_place or root.captured_by_reference
