"""Code for calls of members, which may change their receiver (decisions 39 and 40).

For ``P.name(arguments)`` with an assignable path P the index expressions come first, then the
arguments, then P is read; whether the call changes P shows when the member is found.
"""

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.method_use import CHAINED, KEPT, SPREAD, UNUSED
from ruffinterp.compiler.calls import has_spread
from ruffinterp.compiler.operands import OperandList, ValueOperand
from ruffinterp.compiler.ownership import RUFF_FUNCTION, is_outside, is_plain_local
from ruffinterp.compiler.path_access import NAMED_STEP
from ruffinterp.compiler.paths import Path, is_path
from ruffinterp.objects.argument_mask import has_bit, with_bit
from ruffinterp.syntax import ast

class MethodCall(object):
    """A call that is being compiled: its node and destination, and the operands that all of its
    instructions have."""

    def __init__(self, node, destination, name, use):
        self.node = node
        self.destination = destination
        self.name = name
        self.use = use
        self.text = name
        self.masks = []
        self.arguments = []

    def operands(self):
        """The operands from the name on; list of int."""
        return [self.name, self.use, self.text] + self.masks + [len(self.arguments)] \
            + self.arguments


class MethodCallCompiler(object):
    """What is done with the results of calls: ``unused_call``, the node of one that is a statement;
    ``own_call``, of one whose receiver is assigned its result; ``chained_call``, of one that is the
    receiver of the method ``chained_name``."""

    def __init__(self, function):
        self.builder = function.builder
        self.bound = function.bound
        self.ownership = function.ownership
        self.variables = function.variables
        self.source = function.source
        self.expressions = function.expressions
        self.calls = function.calls
        self.paths = function.paths
        self.unused_call = None
        self.own_call = None
        self.chained_call = None
        self.chained_name = ''

    def call(self, node, receiver, name, arguments):
        """``receiver.name(arguments)``."""
        if has_spread(arguments):
            array = ast.ArrayLiteral(arguments)
            array.start = node.start
            array.end = node.end
            nodes = [array]
            use = SPREAD
        else:
            nodes = arguments
            use = 0
        wanted = self.expressions.take_wanted()
        base = self.builder.live_temporaries
        destination = self.builder.destination(wanted)
        self.builder.live_temporaries = base
        call = MethodCall(node, destination, self.builder.name_operand(name), use)
        is_chained = node is self.chained_call
        if is_chained:
            call.use |= CHAINED
            call.text = self.builder.name_operand(self.chained_name)
        elif node is self.unused_call:
            call.use |= UNUSED
            text = ''
            if is_path(receiver):
                start = receiver.start
                end = receiver.end
                assert start >= 0 and end >= 0
                text = self.source.text[start:end]
            call.text = self.builder.name_operand(text)
        root = None
        if receiver is self.calls.taken_argument:
            self._taken_call(call, nodes)
        elif is_path(receiver):
            path = Path(receiver)
            root = path.root.variable
            self._path_call(call, path, nodes)
        else:
            self._value_call(call, receiver, name, nodes)
        self.builder.live_temporaries = base
        if self.builder.is_temporary(destination):
            self.builder.live_temporaries = base + 1
        if is_chained:
            # It may be the receiver itself, which stays where it is.
            self.expressions.give(destination, False, root)
        else:
            self.expressions.give_owned(destination)

    def _value_call(self, call, receiver, name, nodes):
        """A call of a member of a value that no variable has."""
        if isinstance(receiver, ast.MethodCall):
            self.chained_call = receiver
            self.chained_name = name
        operands = self.expressions.new_operands()
        self.calls.add_arguments(operands, [receiver] + nodes)
        self._set_operands(call, operands)
        self.builder.emit_at(call.node, opcodes.CALL_METHOD, [
            call.destination, operands.items[0].register] + call.operands())

    def _set_operands(self, call, operands):
        live = self.builder.live_temporaries
        call.masks = self.calls.masks(operands, RUFF_FUNCTION)
        # More than one instruction reads them.
        self.builder.live_temporaries = live
        call.arguments = operands.registers()[1:]

    def _taken_call(self, call, nodes):
        """A call of a member of what has been taken out of its container."""
        operands = self.expressions.new_operands()
        operands.items.append(ValueOperand(self.calls.taken_register, True, None))
        self.calls.add_arguments(operands, nodes)
        self._set_operands(call, operands)
        self._call_variable(call, self.calls.taken_register, operands, None)

    # ---- paths

    def _path_call(self, call, path, nodes):
        variable = path.root.variable
        if not (call.use & UNUSED or call.use & CHAINED or self._stays_in_place(call.node, path)):
            call.use |= KEPT
        expressions = []
        for step in path.steps:
            if isinstance(step, ast.Index) and has_computed_index(step):
                expressions.append(step.index)
        count = len(expressions)
        found = self.expressions.new_operands()
        self.calls.add_arguments(found, expressions + nodes)
        self.expressions.end_loans(found)
        indexes = index_operands(path, found)
        operands = OperandList(found.base, found.pending_base)
        operands.items = found.items[count:]
        self.ownership.read(variable)
        if len(path.steps) == 0 and self._is_simple(variable):
            receiver = ValueOperand(variable.register, False, variable)
            receiver.variable = variable
            operands.items.insert(0, receiver)
            self._set_operands(call, operands)
            self._call_variable(call, variable.register, operands, variable)
            self.bound.add(variable)
            return
        receiver = ValueOperand(self.paths.read_again(path, indexes), False, variable)
        if len(path.steps) == 0:
            receiver.variable = variable
        operands.items.insert(0, receiver)
        self._set_operands(call, operands)
        done = self.builder.new_label()
        self.builder.emit_at(call.node, opcodes.CALL_OR_CHANGE, [
            call.destination, receiver.register, done] + call.operands())
        self._keep_before_change(found, count, variable)
        call.arguments = operands.registers()[1:]
        self._change(call, path, index_operands(path, found), operands, done)
        self.builder.place(done)

    def _stays_in_place(self, node, path):
        """Whether a result that is the receiver itself has no second place."""
        if node is self.own_call:
            return True
        return node is self.ownership.whole_value and self.ownership.leaves \
            and len(path.steps) == 0 and is_plain_local(path.root.variable)

    def _is_simple(self, variable):
        """Whether one instruction can call and change: a local that nobody else sees or has."""
        return variable.register >= 0 and not variable.needs_cell() \
            and variable.fallback is None and not variable.means_const() \
            and not variable.tracks_ownership()

    def _call_variable(self, call, register, operands, variable):
        parts = 0
        for i in range(1, len(operands.items)):
            item = operands.items[i]
            if variable is not None and not item.owned and item.root is variable:
                parts = with_bit(parts, i)
                if not has_bit(parts, i):
                    self.builder.emit(opcodes.KEEP, [item.register])
        self.builder.emit_at(call.node, opcodes.CALL_VARIABLE_METHOD, [
            call.destination, register, parts] + call.operands())

    def _keep_before_change(self, found, count, variable):
        """What comes from the root is about to change; the first ``count`` operands, indexes, are
        read once more afterwards."""
        for position in range(len(found.items)):
            item = found.items[position]
            if item.owned or item.register < 0:
                continue
            if item.root is variable or (position < count and is_outside(item.root)):
                self.builder.emit(opcodes.KEEP, [item.register])
            if item.register == variable.register:
                # Its register is going to have a copy.
                item.register = self.expressions.settled(item.register)

    def _change(self, call, path, indexes, operands, done):
        """The call changes the path."""
        variable = path.root.variable
        self.builder.at(path.target)
        if variable.means_const() and len(path.steps) == 0:
            self.variables.store(variable, self.builder.null_constant())
        elif variable.means_const():
            self.variables.own(path.root)
        elif len(path.steps) > 0:
            self._call_place(call, self.paths.place(path, indexes))
        elif variable.tracks_ownership() and not variable.needs_cell():
            self.variables.own(path.root)
            self._call_variable(call, variable.register, operands, variable)
        elif variable.fallback is not None and not variable.needs_cell():
            is_local = self.builder.new_label()
            self.variables.jump_if_bound(variable, is_local)
            self._call_place(call, self.paths.global_place(variable.fallback))
            self.builder.emit(opcodes.JUMP, [done])
            self.builder.place(is_local)
            self._call_variable(call, variable.register, operands, variable)
        else:
            self._call_place(call, self.paths.place(path, indexes))

    def _call_place(self, call, place):
        self.builder.emit_at(call.node, opcodes.CALL_CHANGING, [
            call.destination, place] + call.operands())


def has_computed_index(step):
    """Whether the index of a step has to be evaluated."""
    return isinstance(step, ast.Index) and not isinstance(step.index, ast.StringLiteral)


def index_operands(path, found):
    """For each step of a path the operand of its index, of those in the OperandList ``found``."""
    indexes = []
    position = 0
    for step in path.steps:
        if has_computed_index(step):
            indexes.append(found.items[position].register)
            position += 1
        else:
            indexes.append(NAMED_STEP)
    return indexes
