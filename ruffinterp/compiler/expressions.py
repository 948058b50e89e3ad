"""Code for expressions."""

import sys

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import ASYNC
from ruffinterp.compiler.builder import NO_REGISTER
from ruffinterp.compiler.errors import CompileError
from ruffinterp.compiler.formats import specification_of
from ruffinterp.compiler.operands import OperandList, ValueOperand
from ruffinterp.compiler.ownership import (
    is_outside, last_that_may_run_code, united, written_variables)
from ruffinterp.compiler.value_sinks import RegisterSink
from ruffinterp.diagnostics.hints import static
from ruffinterp.syntax import ast

ARITHMETIC = {
    '+': opcodes.ADD, '-': opcodes.SUB, '*': opcodes.MUL, '/': opcodes.DIV, '%': opcodes.MOD,
    '==': opcodes.EQ, '!=': opcodes.NE, '<': opcodes.LT, '<=': opcodes.LE, '>': opcodes.GT,
    '>=': opcodes.GE}

# Literals with more items are built one by one instead of from that many registers.
LARGEST_LITERAL = 16
LARGEST_RECORD = 32

NOTHING_WRITTEN = {}


class ExpressionCompiler(ast.Visitor):
    """Every ``visit_*`` leaves a ValueOperand in ``result``.

    A caller that wants the value in a register of its own sets ``wanted`` (``compile_into``);
    otherwise a variable or a constant is its own operand.
    """

    def __init__(self, function):
        self.function = function
        self.builder = function.builder
        self.ownership = function.ownership
        self.bound = function.bound
        self.module = function.module
        self.wanted = NO_REGISTER
        self.result = None

    # ---- results

    def take_wanted(self):
        wanted = self.wanted
        self.wanted = NO_REGISTER
        return wanted

    def give(self, register, owned, root):
        self.result = ValueOperand(register, owned, root)

    def give_owned(self, register):
        self.result = ValueOperand(register, True, None)

    # ---- entry points

    def compile(self, node):
        """Compile ``node``; returns its ValueOperand."""
        self.wanted = NO_REGISTER
        node.visit(self)
        return self.result

    def compile_into(self, node, register):
        """Compile ``node`` so that its value ends in ``register``; returns its ValueOperand."""
        self.wanted = register
        node.visit(self)
        self.wanted = NO_REGISTER
        result = self.result
        if result.register != register:
            self.builder.emit_at(node, opcodes.MOVE, [register, result.register])
        return result

    def compile_kept_into(self, node, register):
        """The same for a value that is kept there."""
        if not self.compile_into(node, register).owned:
            self.builder.emit(opcodes.KEEP, [register])

    def compile_kept(self, node):
        """Compile a value that is going to be stored; its register or constant is returned."""
        value = self.compile(node)
        if not value.owned and value.register >= 0:
            self.builder.emit(opcodes.KEEP, [value.register])
        return value.register

    def settled(self, register):
        """The register of an operand whose variable is going to be assigned before it is used."""
        if register < 0 or self.builder.is_temporary(register):
            return register
        temporary = self.builder.new_temporary()
        self.builder.emit(opcodes.MOVE, [temporary, register])
        return temporary

    def compile_settled(self, node, following):
        """Compile ``node``, whose register is read behind the expressions ``following``."""
        value = self.compile(node)
        if not value.owned and value.root in self.written(following):
            self.builder.emit(opcodes.KEEP, [value.register])
            return self.settled(value.register)
        return value.register

    def written(self, nodes):
        """{Variable: True} of what evaluating the expressions ``nodes`` writes in this function."""
        if not self.function.scope.has_writing_expressions:
            return NOTHING_WRITTEN
        return written_variables(nodes)

    def written_behind(self, nodes):
        """For each of the operands ``nodes`` the variables that those behind it write."""
        written = [NOTHING_WRITTEN] * len(nodes)
        behind = NOTHING_WRITTEN
        for i in range(len(nodes) - 1, 0, -1):
            behind = united(behind, self.written([nodes[i]]))
            written[i - 1] = behind
        return written

    # ---- operands of one instruction

    def new_operands(self):
        return OperandList(self.builder.live_temporaries, len(self.ownership.pending))

    def add_operand(self, operands, node, waits, written):
        """Compile the next operand; ``waits``: Ruff code may run before it is used; ``written``:
        the variables that later operands write."""
        value = self.compile(node)
        if isinstance(node, ast.Name):
            value.variable = node.variable
        is_written = not value.owned and value.root in written
        if is_written:
            value.register = self.settled(value.register)
            value.variable = None
        value.lent = value.register >= 0 and not value.owned and (
            is_written or (waits and is_outside(value.root)))
        if value.lent:
            self.builder.emit(opcodes.LEND, [value.register])
        operands.items.append(value)
        if not value.owned:
            self.ownership.pending.append(value.root)

    def compile_operands(self, nodes):
        """Compile all operands of an instruction, left to right."""
        operands = self.new_operands()
        last = last_that_may_run_code(nodes)
        written = self.written_behind(nodes)
        for i in range(len(nodes)):
            self.add_operand(operands, nodes[i], i < last, written[i])
        return operands

    def keep_operands(self, operands):
        """The operands are going to be stored."""
        for item in operands.items:
            if item.owned or item.register < 0:
                continue
            if not self.ownership.may_give(operands, item):
                self.builder.emit(opcodes.KEEP, [item.register])
            elif item.variable.is_masked_parameter():
                self.builder.emit(opcodes.KEEP_BOUND, [item.register])

    def end_loans(self, operands):
        """All operands are there: nothing runs any more before they are used."""
        for item in operands.items:
            if item.lent:
                self.builder.emit(opcodes.GIVE_BACK, [item.register])
                item.lent = False
        del self.ownership.pending[operands.pending_base:]

    def release(self, operands):
        """End the loans and free the temporaries for the result."""
        self.end_loans(operands)
        self.builder.live_temporaries = operands.base

    # ---- names, calls and what belongs to them

    def visit_name(self, node):
        wanted = self.take_wanted()
        self.ownership.read(node.variable)
        self.builder.at(node)
        self.result = self.function.variables.load(node.variable, wanted)

    def visit_call(self, node):
        self.function.calls.call(node, node.callee, node.arguments)

    def visit_method_call(self, node):
        self.function.method_calls.call(node, node.receiver, node.name, node.arguments)

    def visit_pipe(self, node):
        self.function.calls.pipe(node)

    def visit_function_expression(self, node):
        wanted = self.take_wanted()
        destination = self.builder.destination(wanted)
        self.function.make_function(node.function, destination)
        self.give_owned(destination)

    # ---- literals

    def visit_int_literal(self, node):
        self.take_wanted()
        self.give_owned(self.builder.int_constant(node.digits))

    def visit_float_literal(self, node):
        self.take_wanted()
        self.give_owned(self.builder.float_constant(node.value))

    def visit_string_literal(self, node):
        self.take_wanted()
        self.give_owned(self.builder.string_constant(node.value))

    def visit_bool_literal(self, node):
        self.take_wanted()
        self.give_owned(self.builder.bool_constant(node.value))

    def visit_null_literal(self, node):
        self.take_wanted()
        self.give_owned(self.builder.null_constant())

    def visit_interpolated_string(self, node):
        wanted = self.take_wanted()
        found = self.compile_operands(node.parts)
        self.release(found)
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, opcodes.INTERPOLATE,
                  [destination, len(found.items)] + found.registers())
        self.give_owned(destination)

    def visit_formatted(self, node):
        wanted = self.take_wanted()
        specification = self.builder.format_operand(specification_of(node))
        base = self.builder.live_temporaries
        operand = self.compile(node.value).register
        self.builder.live_temporaries = base
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, opcodes.FORMAT, [destination, operand, specification])
        self.give_owned(destination)

    def visit_array_literal(self, node):
        wanted = self.take_wanted()
        simple = len(node.items) <= LARGEST_LITERAL
        for item in node.items:
            if isinstance(item, ast.Spread):
                simple = False
        if simple:
            found = self.compile_operands(node.items)
            self.keep_operands(found)
            self.release(found)
            destination = self.builder.destination(wanted)
            self.builder.emit_at(node, opcodes.ARRAY, [destination, len(found.items)] + found.registers())
            self.give_owned(destination)
        else:
            self.array_of(node.items, node)

    def array_of(self, items, node):
        """An array built item by item, in a temporary."""
        destination = self.builder.new_temporary()
        self.builder.emit_at(node, opcodes.ARRAY, [destination, 0])
        base = self.builder.live_temporaries
        for item in items:
            if isinstance(item, ast.Spread):
                operand = self.compile(item.value).register
                self.builder.emit_at(item, opcodes.ARRAY_SPREAD, [destination, operand])
            else:
                operand = self.compile_kept(item)
                self.builder.emit_at(item, opcodes.ARRAY_APPEND, [destination, operand])
            self.builder.live_temporaries = base
        self.give_owned(destination)

    def visit_dict_literal(self, node):
        wanted = self.take_wanted()
        if self._is_record(node):
            self._record(node, wanted)
            return
        destination = self.builder.new_temporary()
        self.builder.emit_at(node, opcodes.DICT, [destination])
        for entry in node.entries:
            self._dict_entry(entry, destination)
        self.give_owned(destination)

    def _constant_key(self, entry):
        """The text of a key that is known now, or None."""
        if not isinstance(entry, ast.Entry):
            return None
        key = entry.key
        if isinstance(key, ast.StringLiteral):
            return key.value
        return None

    def _is_record(self, node):
        if len(node.entries) == 0 or len(node.entries) > LARGEST_RECORD:
            return False
        for entry in node.entries:
            if self._constant_key(entry) is None:
                return False
        return True

    def _record(self, node, wanted):
        names = []
        values = []
        for entry in node.entries:
            assert isinstance(entry, ast.Entry)
            names.append(self._constant_key(entry))
            values.append(entry.value)
        found = self.compile_operands(values)
        self.keep_operands(found)
        self.release(found)
        names, operands = last_values(names, found.registers())
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, opcodes.RECORD,
                  [destination, self.builder.record_operand(names), len(operands)] + operands)
        self.give_owned(destination)

    def _dict_entry(self, entry, destination):
        base = self.builder.live_temporaries
        if isinstance(entry, ast.Spread):
            operand = self.compile(entry.value).register
            self.builder.emit_at(entry, opcodes.DICT_SPREAD, [destination, operand])
        else:
            assert isinstance(entry, ast.Entry)
            text = self._constant_key(entry)
            if text is not None:
                key = self.builder.string_constant(text)
            else:
                key = self.compile_settled(entry.key, [entry.value])
            value = self.compile_kept(entry.value)
            self.builder.emit_at(entry.key, opcodes.DICT_SET, [destination, key, value])
        self.builder.live_temporaries = base

    def visit_struct_literal(self, node):
        wanted = self.take_wanted()
        found = self.compile_operands(node.values)
        self.keep_operands(found)
        self.release(found)
        names, operands = last_values(node.names, found.registers())
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, opcodes.STRUCT, [
            destination, self.builder.struct_operand(self.module.struct_reference(node.name)),
            self.builder.struct_shape_operand(node.name, names), len(operands)] + operands)
        self.give_owned(destination)

    def visit_variant(self, node):
        for argument in node.arguments:
            if isinstance(argument, ast.Spread):
                raise CompileError('An enum value takes its arguments one by one, without ...',
                                   argument.start, argument.end)
        if node.enum_name == 'Result' or node.enum_name == 'Option':
            self._wrapper_variant(node)
            return
        wanted = self.take_wanted()
        found = self.compile_operands(node.arguments)
        self.keep_operands(found)
        self.release(found)
        destination = self.builder.destination(wanted)
        self.builder.at(node)
        tag = self.builder.tag_operand('%s::%s' % (node.enum_name, node.variant_name))
        self.builder.emit(opcodes.VARIANT, [destination, tag, len(found.items)] + found.registers())
        self.give_owned(destination)

    def _wrapper_variant(self, node):
        full_name = '%s::%s' % (node.enum_name, node.variant_name)
        if full_name == 'Option::None':
            if len(node.arguments) > 0:
                raise CompileError('Option::None takes no arguments', node.start, node.end)
            self.take_wanted()
            self.give_owned(self.builder.value_constant('None', self.module.none_value()))
            return
        if full_name not in ('Result::Ok', 'Result::Err', 'Option::Some'):
            raise CompileError('Unknown variant: %s' % full_name, node.start, node.end,
                               static.WRAPPER)
        if len(node.arguments) != 1:
            raise CompileError('%s(...) requires exactly one argument' % full_name,
                               node.start, node.end)
        self._wrap(node, node.variant_name, node.arguments[0])

    def visit_wrapper(self, node):
        if node.kind == 'None':
            self.take_wanted()
            self.give_owned(self.builder.value_constant('None', self.module.none_value()))
        else:
            self._wrap(node, node.kind, node.value)

    def _wrap(self, node, kind, value):
        wanted = self.take_wanted()
        found = self.compile_operands([value])
        self.keep_operands(found)
        self.release(found)
        operand = found.items[0].register
        destination = self.builder.destination(wanted)
        self.builder.at(node)
        opcode = opcodes.WRAP_SOME
        if kind == 'Ok':
            opcode = opcodes.WRAP_OK
        elif kind == 'Err':
            opcode = opcodes.WRAP_ERR
        self.builder.emit(opcode, [destination, operand])
        self.give_owned(destination)

    # ---- operators

    def visit_unary(self, node):
        wanted = self.take_wanted()
        literal = node.operand
        if node.operator == '-' and isinstance(literal, ast.IntLiteral):
            if literal.digits != '0':
                self.give_owned(self.builder.int_constant('-' + literal.digits))
                return
        base = self.builder.live_temporaries
        operand = self.compile(node.operand).register
        self.builder.live_temporaries = base
        destination = self.builder.destination(wanted)
        self.builder.at(node)
        opcode = opcodes.NEG
        if node.operator == '!':
            opcode = opcodes.NOT
        self.builder.emit(opcode, [destination, operand])
        self.give_owned(destination)

    def visit_binary(self, node):
        wanted = self.take_wanted()
        found = self.compile_operands([node.left, node.right])
        self.release(found)
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, ARITHMETIC[node.operator], [destination] + found.registers())
        self.give_owned(destination)

    def visit_logical(self, node):
        self.take_wanted()
        if node.operator == '??':
            self._null_default(node)
            return
        destination = self.builder.new_temporary()
        no = self.builder.new_label()
        end = self.builder.new_label()
        self.function.conditions.jump_if_false(node, no)
        self.builder.emit(opcodes.MOVE, [destination, self.builder.bool_constant(True)])
        self.builder.emit(opcodes.JUMP, [end])
        self.builder.place(no)
        self.builder.emit(opcodes.MOVE, [destination, self.builder.bool_constant(False)])
        self.builder.place(end)
        self.give_owned(destination)

    def _null_default(self, node):
        destination = self.builder.new_temporary()
        base = self.builder.live_temporaries
        end = self.builder.new_label()
        self.compile_kept_into(node.left, destination)
        self.builder.live_temporaries = base
        self.builder.emit(opcodes.JUMP_IF_NOT_NULL, [destination, end])
        branch = self.bound.begin_branch()
        self.compile_kept_into(node.right, destination)
        self.bound.end_branch(branch)
        self.builder.live_temporaries = base
        self.builder.place(end)
        self.give_owned(destination)

    # ---- parts

    def visit_index(self, node):
        wanted = self.take_wanted()
        index = node.index
        if isinstance(index, ast.StringLiteral):
            self._named_part(node.container, index.value, node, wanted,
                             opcodes.KEY, opcodes.KEY_OWNED)
            return
        found = self.compile_operands([node.container, node.index])
        self.release(found)
        destination = self.builder.destination(wanted)
        self.builder.at(node)
        value = found.items[0]
        opcode = opcodes.INDEX_OWNED if value.owned else opcodes.INDEX
        self.builder.emit(opcode, [destination] + found.registers())
        self.give(destination, value.owned, value.root)

    def visit_field(self, node):
        wanted = self.take_wanted()
        self._named_part(node.container, node.name, node, wanted,
                         opcodes.FIELD, opcodes.FIELD_OWNED)

    def _named_part(self, container, name, node, wanted, borrowed_opcode, owned_opcode):
        base = self.builder.live_temporaries
        value = self.compile(container)
        self.builder.live_temporaries = base
        destination = self.builder.destination(wanted)
        opcode = owned_opcode if value.owned else borrowed_opcode
        self.builder.emit_at(node, opcode, [destination, value.register, self.builder.name_operand(name)])
        self.give(destination, value.owned, value.root)

    def visit_slice(self, node):
        wanted = self.take_wanted()
        parts = [node.container]
        if node.low is not None:
            parts.append(node.low)
        if node.high is not None:
            parts.append(node.high)
        found = self.compile_operands(parts)
        self.release(found)
        registers = found.registers()
        low, high = self.slice_bounds(node, registers, 1)
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, opcodes.SLICE, [destination, registers[0], low, high])
        self.give_owned(destination)

    def slice_bounds(self, node, registers, position):
        """Operands for the bounds of a slice, those that were written from ``position`` on."""
        low = self.builder.int_constant('0')
        if node.low is not None:
            low = registers[position]
            position += 1
        if node.high is not None:
            return low, registers[position]
        return low, self.builder.int_constant(str(sys.maxint))

    def visit_optional_field(self, node):
        wanted = self.take_wanted()
        base = self.builder.live_temporaries
        value = self.compile(node.container)
        self.builder.live_temporaries = base
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, opcodes.OPTIONAL_FIELD, [
            destination, value.register, self.builder.name_operand(node.name)])
        if value.owned:
            # The part of a temporary: keeping it is simpler than asking who else has it.
            self.builder.emit(opcodes.KEEP, [destination])
        self.give(destination, value.owned, value.root)

    # ---- blocks that are operands

    def visit_branch_value(self, node):
        wanted = self.take_wanted()
        destination = self.builder.destination(wanted)
        # What the statement around reads for the last time is read again in a loop in here.
        outer = self.ownership.begin_statement(node, [], False)
        self.function.statements.compile_value(node.statement, RegisterSink(self, destination))
        self.ownership.end_statement(outer)
        self.give_owned(destination)

    # ---- suspension, and leaving the function

    def visit_yield(self, node):
        wanted = self.take_wanted()
        if node.value is None:
            operand = self.builder.null_constant()
        else:
            operand = self.compile_kept(node.value)
        destination = self.builder.destination(wanted)
        self.builder.emit_at(node, opcodes.YIELD, [destination, operand])
        self.give_owned(destination)

    def visit_await(self, node):
        wanted = self.take_wanted()
        value = self.compile(node.value)
        destination = self.builder.destination(wanted)
        opcode = opcodes.AWAIT if self.function.scope.kind == ASYNC else opcodes.WAIT
        self.builder.emit_at(node, opcode, [destination, value.register])
        # A promise keeps its value; anything else is what it was.
        self.give(destination, False, value.root)

    def visit_try_operator(self, node):
        wanted = self.take_wanted()
        base = self.builder.live_temporaries
        value = self.compile(node.value)
        self.builder.live_temporaries = base
        destination = self.builder.destination(wanted)
        done = self.builder.new_label()
        # A failure leaves the whole Result or Option in the destination.
        self.builder.emit_at(node, opcodes.TRY_UNWRAP, [
            destination, value.register, int(value.owned), done])
        self.function.statements.leave_failure(destination)
        self.builder.place(done)
        self.give_owned(destination)

    def visit_throw(self, node):
        self.take_wanted()
        base = self.builder.live_temporaries
        operand = self.compile_kept(node.value)
        self.builder.live_temporaries = base
        self.builder.emit_at(node, opcodes.THROW, [operand])
        self.bound.leave()
        self.give_owned(self.builder.null_constant())


def last_values(names, operands):
    """Names without repetition and their operands; of equal names the last value counts."""
    unique = []
    chosen = []
    for i in range(len(names)):
        position = -1
        for j in range(len(unique)):
            if unique[j] == names[i]:
                position = j
        if position >= 0:
            chosen[position] = operands[i]
        else:
            unique.append(names[i])
            chosen.append(operands[i])
    return unique, chosen
