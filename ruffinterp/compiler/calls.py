"""Code for calls: arguments are lent or given away (ownership.py)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.operands import ValueOperand
from ruffinterp.compiler.ownership import RUFF_FUNCTION, Callee, may_run_code
from ruffinterp.syntax import ast


class CallCompiler(object):
    """``taken_argument``: an argument whose value was taken out of its container, into the
    register ``taken_register`` (assignments.py); None if there is none."""

    def __init__(self, function):
        self.function = function
        self.builder = function.builder
        self.ownership = function.ownership
        self.module = function.module
        self.expressions = function.expressions
        self.taken_argument = None
        self.taken_register = 0

    # ---- arguments

    def add_arguments(self, operands, arguments):
        """Compile the arguments of a call, in order."""
        waits = self._code_follows(arguments)
        written = self.expressions.written_behind(arguments)
        for i in range(len(arguments)):
            if self.taken_argument is not None and arguments[i] is self.taken_argument:
                operands.items.append(ValueOperand(self.taken_register, True, None))
            else:
                self.expressions.add_operand(operands, arguments[i], waits[i], written[i])

    def _code_follows(self, arguments):
        """For each argument whether a later one may run code; one pass from the end."""
        waits = [False] * len(arguments)
        follows = False
        for i in range(len(arguments) - 1, -1, -1):
            waits[i] = follows
            if not follows:
                follows = may_run_code(arguments[i])
        return waits

    def masks(self, operands, callee):
        """The words of the masks; the operands are ready for the call then."""
        masks = self.ownership.masks(operands, callee)
        for register in masks.kept:
            self.builder.emit(opcodes.KEEP, [register])
        self.expressions.release(operands)
        return masks.words()

    # ---- calls

    def call(self, node, callee, arguments):
        """``callee(arguments)``."""
        self._call(node, callee, arguments, False)

    def pipe(self, node):
        """``left |> right``: the first argument comes first in the text."""
        right = node.right
        if isinstance(right, ast.Call):
            self._call(node, right.callee, [node.left] + right.arguments, True)
        elif isinstance(right, ast.MethodCall):
            self.function.method_calls.call(
                node, right.receiver, right.name, [node.left] + right.arguments)
        else:
            self._call(node, right, [node.left], True)

    def _call(self, node, callee, arguments, is_pipe):
        wanted = self.expressions.take_wanted()
        w_builtin = self.certain_builtin(callee)
        if w_builtin is not None and not has_spread(arguments):
            self._builtin_call(node, w_builtin, arguments, wanted)
            return
        base = self.builder.live_temporaries
        callee_register = self.expressions.compile_settled(callee, arguments)
        if is_pipe:
            self.builder.emit_at(callee, opcodes.CHECK_PIPE, [callee_register])
        if has_spread(arguments):
            self._spread_call(node, arguments, base, wanted, callee_register)
            return
        operands = self.expressions.new_operands()
        self.add_arguments(operands, arguments)
        masks = self.masks(operands, RUFF_FUNCTION)
        self.builder.live_temporaries = base
        self._finish_call(node, wanted, opcodes.CALL, [callee_register] + masks,
                          operands.registers())

    def certain_builtin(self, callee):
        """The W_Builtin that an expression is for certain, or None."""
        if isinstance(callee, ast.Name) and callee.variable.is_builtin:
            return self.module.builtin_function(callee.name)
        return None

    def _builtin_call(self, node, w_builtin, arguments, wanted):
        operands = self.expressions.new_operands()
        self.add_arguments(operands, arguments)
        callee = Callee(True, w_builtin.calls_back, node is self.ownership.whole_value)
        masks = self.masks(operands, callee)
        self._finish_call(node, wanted, opcodes.CALL_BUILTIN,
                          [self.builder.builtin_operand(w_builtin)] + masks, operands.registers())

    def _spread_call(self, node, arguments, base, wanted, callee):
        self.expressions.array_of(arguments, node)
        array = self.expressions.result.register
        self.builder.live_temporaries = base
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, opcodes.CALL_SPREAD, [destination, callee, array])
        self.expressions.give_owned(destination)

    def _finish_call(self, node, wanted, opcode, callee, arguments):
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, opcode, [destination] + callee + [len(arguments)] + arguments)
        self.expressions.give_owned(destination)


def has_spread(arguments):
    """Whether one of the arguments is spread."""
    for argument in arguments:
        if isinstance(argument, ast.Spread):
            return True
    return False
