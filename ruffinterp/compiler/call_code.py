"""Code for calls: arguments are lent or given away (objects/base.py, rules in architecture notes).

A call instruction carries three masks over its arguments:

    owned       given away: a fresh result, or a variable that nobody reads again
    parameters  given away if this frame owns the parameter that the argument is
    lent        read from a global or a captured variable: takes a loan while Ruff code runs

Arguments that have no bit (objects/argument_mask.py) are kept instead of lent.
"""

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.captures import (
    COPY_FROM_CELL, COPY_FROM_GLOBAL, COPY_VALUE, NEW_CELL_FROM_CELL, NEW_CELL_FROM_GLOBAL,
    NEW_CELL_FROM_VALUE, SHARE_CELL)
from ruffinterp.bytecode.code import ASYNC
from ruffinterp.compiler.expressions import ExpressionCompiler
from ruffinterp.compiler.occurrences import count_names
from ruffinterp.objects.argument_mask import POSITIONS, with_bit
from ruffinterp.syntax import ast


class CallCompiler(ExpressionCompiler):
    """``move_targets``: variables that the current statement assigns; ``moves_all``: it leaves the
    function, so that every local is read for the last time."""

    def __init__(self, name, source, scope, module):
        ExpressionCompiler.__init__(self, name, source, scope, module)
        self.move_targets = []
        self.moves_all = False
        self.whole_value = None
        self.try_depth = 0
        self.taken_argument = None
        self.taken_operand = 0

    # ---- moves

    def begin_moves(self, expression, targets, moves_all):
        """The statement that is compiled next assigns ``targets`` the value of ``expression``."""
        self.move_targets = targets
        self.moves_all = moves_all
        self.whole_value = expression
        if targets or moves_all:
            self.remaining = count_names(expression)

    def end_moves(self):
        self.move_targets = []
        self.moves_all = False
        self.whole_value = None
        self.remaining = {}

    def _is_target(self, variable):
        for target in self.move_targets:
            if target is variable:
                return True
        return False

    def _is_last_use(self, variable):
        return self.remaining.get(variable, 1) == 0

    def is_plain_local(self, variable):
        """A variable in a register that nothing else can read."""
        return variable.register >= 0 and not variable.needs_cell() \
            and variable.source is None and not variable.is_iteration \
            and variable.fallback is None and not variable.is_const

    def _waits_for(self, variable, found, own_arguments):
        """Whether a borrowed part of ``variable`` is an operand of something unfinished."""
        end = found.pending_base
        for i in range(end):
            if self.pending[i] is variable:
                return True
        if not own_arguments:
            return False
        count = 0
        for i in range(len(found.operands)):
            if not found.owned[i] and found.roots[i] is variable:
                count += 1
        return count > 1

    def _is_passed_once(self, variable, found):
        count = 0
        for other in found.variables:
            if other is variable:
                count += 1
        return count == 1

    def _may_move(self, found, index, to_builtin, calls_back, is_whole):
        """Whether argument ``index`` may be given away.

        ``is_whole``: the call is all that the statement evaluates, so that nothing can fail between
        a builtin's change and the assignment of its result.
        """
        variable = found.variables[index]
        if variable is None or not self._is_last_use(variable):
            return False
        if not self._is_passed_once(variable, found):
            return False
        if self._waits_for(variable, found, not to_builtin or calls_back):
            return False
        if self.is_plain_local(variable):
            if not (self.moves_all or self._is_target(variable)):
                return False
            return self.try_depth == 0 or (to_builtin and is_whole)
        # A global or captured variable: only a builtin that runs no code may have it.
        return to_builtin and not calls_back and is_whole and self._is_target(variable) \
            and self.is_outside(variable) and not variable.means_const()

    def _masks(self, found, to_builtin, calls_back, is_whole):
        owned = 0
        parameters = 0
        lent = 0
        for i in range(len(found.operands)):
            if found.owned[i]:
                owned = with_bit(owned, i)
            elif self._may_move(found, i, to_builtin, calls_back, is_whole):
                variable = found.variables[i]
                if variable.is_masked_parameter() and not variable.needs_cell():
                    parameters = with_bit(parameters, i)
                else:
                    owned = with_bit(owned, i)
            elif self.is_outside(found.roots[i]) and (calls_back or not to_builtin):
                lent = with_bit(lent, i)
                if i >= POSITIONS:
                    self.emit(opcodes.KEEP, [found.operands[i]])
        return [owned, parameters, lent]

    # ---- arguments

    def _has_spread(self, arguments):
        for argument in arguments:
            if isinstance(argument, ast.Spread):
                return True
        return False

    def _add_arguments(self, found, arguments):
        waits = self._code_follows(arguments)
        for i in range(len(arguments)):
            if self.taken_argument is not None and arguments[i] is self.taken_argument:
                self._add_taken(found)
            else:
                self.add_operand(found, arguments[i], waits[i])

    def _code_follows(self, arguments):
        """For each argument whether a later one may run code; one pass from the end."""
        waits = [False] * len(arguments)
        follows = False
        for i in range(len(arguments) - 1, -1, -1):
            waits[i] = follows
            if not follows:
                follows = self.may_run(arguments[i])
        return waits

    def may_run(self, node):
        raise NotImplementedError

    def _add_taken(self, found):
        """The argument whose value assignments.py has taken out of its container."""
        found.operands.append(self.taken_operand)
        found.owned.append(True)
        found.roots.append(None)
        found.variables.append(None)
        found.lent.append(False)

    # ---- calls

    def visit_call(self, node):
        self._call(node, node.callee, node.arguments, False)

    def visit_pipe(self, node):
        right = node.right
        if isinstance(right, ast.Call):
            self._call(node, right.callee, [node.left] + right.arguments, True)
        elif isinstance(right, ast.MethodCall):
            self._method_call(node, right.receiver, right.name, [node.left] + right.arguments)
        else:
            self._call(node, right, [node.left], True)

    def _call(self, node, callee, arguments, is_pipe):
        wanted = self.take_wanted()
        if isinstance(callee, ast.Name) and callee.variable.is_builtin \
                and not self._has_spread(arguments):
            w_builtin = self.module.builtin_function(callee.name)
            if w_builtin is not None:
                self._builtin_call(node, w_builtin, arguments, wanted)
                return
        base = self.live_temporaries
        callee_operand = self.compile(callee)
        if is_pipe:
            self.at(callee)
            self.emit(opcodes.CHECK_PIPE, [callee_operand])
        if self._has_spread(arguments):
            self.array_of(arguments, node)
            array = self.operand
            self.live_temporaries = base
            destination = self.destination(wanted)
            self.at(node)
            self.emit(opcodes.CALL_SPREAD, [destination, callee_operand, array])
        else:
            found = self.new_operands()
            self._add_arguments(found, arguments)
            masks = self._masks(found, False, False, False)
            self.release(found)
            self.live_temporaries = base
            destination = self.destination(wanted)
            self.at(node)
            self.emit(opcodes.CALL, [destination, callee_operand] + masks +
                      [len(found.operands)] + found.operands)
        self.owned_result(destination)

    def _builtin_call(self, node, w_builtin, arguments, wanted):
        calls_back = w_builtin.calls_back
        found = self.new_operands()
        self._add_arguments(found, arguments)
        masks = self._masks(found, True, calls_back, node is self.whole_value)
        self.release(found)
        destination = self.destination(wanted)
        self.at(node)
        self.emit(opcodes.CALL_BUILTIN, [destination, self.builtin_operand(w_builtin)] + masks +
                  [len(found.operands)] + found.operands)
        self.owned_result(destination)

    def visit_method_call(self, node):
        self._method_call(node, node.receiver, node.name, node.arguments)

    def _method_call(self, node, receiver, name, arguments):
        wanted = self.take_wanted()
        base = self.live_temporaries
        if self._has_spread(arguments):
            receiver_operand = self.compile(receiver)
            self.array_of(arguments, node)
            array = self.operand
            self.live_temporaries = base
            destination = self.destination(wanted)
            self.at(node)
            self.emit(opcodes.CALL_METHOD_SPREAD, [
                destination, receiver_operand, self.name_operand(name), array])
            self.owned_result(destination)
            return
        found = self.new_operands()
        self._add_arguments(found, [receiver] + arguments)
        masks = self._masks(found, False, False, False)
        self.release(found)
        destination = self.destination(wanted)
        self.at(node)
        self.emit(opcodes.CALL_METHOD, [
            destination, found.operands[0], self.name_operand(name)] + masks +
            [len(arguments)] + [found.operands[i] for i in range(1, len(found.operands))])
        self.owned_result(destination)

    # ---- suspension

    def visit_yield(self, node):
        wanted = self.take_wanted()
        if node.value is None:
            operand = self.null_constant()
        else:
            operand = self.compile_kept(node.value)
        destination = self.destination(wanted)
        self.at(node)
        self.emit(opcodes.YIELD, [destination, operand])
        self.owned_result(destination)

    def visit_await(self, node):
        wanted = self.take_wanted()
        operand = self.compile(node.value)
        root = self.root
        destination = self.destination(wanted)
        self.at(node)
        opcode = opcodes.AWAIT if self.scope.kind == ASYNC else opcodes.WAIT
        self.emit(opcode, [destination, operand])
        # A promise keeps its value; anything else is what it was.
        self.result(destination, False, root)

    # ---- Result and Option

    def visit_try_operator(self, node):
        wanted = self.take_wanted()
        base = self.live_temporaries
        operand = self.compile(node.value)
        owned = self.owned
        self.live_temporaries = base
        destination = self.destination(wanted)
        done = self.new_label()
        self.at(node)
        flag = 0
        if owned:
            flag = 1
        # A failure leaves the whole Result or Option in the destination.
        self.emit(opcodes.TRY_UNWRAP, [destination, operand, flag, done])
        self.leave_failure(destination)
        self.place(done)
        self.owned_result(destination)

    def leave_failure(self, operand):
        """``?`` on a failure: the function returns it."""
        self.leave_loops()
        self.emit(opcodes.RETURN, [operand])

    def leave_loops(self):
        """End the loans of the loops that a return leaves."""
        raise NotImplementedError

    # ---- function values

    def visit_function_expression(self, node):
        wanted = self.take_wanted()
        destination = self.destination(wanted)
        self.make_function(node.function, destination, node.function.name)
        self.owned_result(destination)

    def make_function(self, function, destination, name):
        """Code that makes a function value: its captured variables are copied or shared."""
        code = self.compile_function(function, name)
        self.at(function)
        self.emit(opcodes.MAKE_FUNCTION, [destination, self.code_operand(code)] +
                  self.captured_operands(function.scope))

    def captured_operands(self, scope):
        operands = [len(scope.captures)]
        for variable in scope.captures:
            source = variable.source
            if variable.by_reference:
                mode = SHARE_CELL if variable.needs_cell() else COPY_VALUE
            elif variable.needs_cell():
                mode = NEW_CELL_FROM_CELL if source.needs_cell() else NEW_CELL_FROM_VALUE
            else:
                mode = COPY_FROM_CELL if source.needs_cell() else COPY_VALUE
            register = source.register
            if source.is_global:
                mode = NEW_CELL_FROM_GLOBAL if variable.needs_cell() else COPY_FROM_GLOBAL
                register = self.global_cell(source)
            elif scope.copies_globals and source.fallback is not None \
                    and not source.fallback.is_function_name:
                mode = NEW_CELL_FROM_VALUE if variable.needs_cell() else COPY_VALUE
                register = self.local_or_global(source)
            operands.append(mode)
            operands.append(register)
        return operands

    def local_or_global(self, variable):
        """A temporary with what the name of a local means now (5.3 step 3), empty if unbound."""
        temporary = self.new_temporary()
        opcode = opcodes.LOAD_EITHER_OR_UNBOUND
        if variable.needs_cell():
            opcode = opcodes.LOAD_CELL_EITHER_OR_UNBOUND
        self.emit(opcode, [temporary, variable.register, self.global_cell(variable.fallback)])
        return temporary

    def compile_function(self, function, name):
        raise NotImplementedError
