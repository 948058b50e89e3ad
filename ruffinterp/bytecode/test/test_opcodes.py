"""The table of opcodes is complete, and functions get operands by the names in it."""

import inspect

import pytest

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import Code
from ruffinterp.bytecode.operands import COUNT, NUMBER, TARGET, VALUE, Opcode
from ruffinterp.objects.integer import W_Int
from ruffinterp.vm.frame import Frame
from ruffinterp.vm.instructions import HANDLERS, operands_of
from ruffinterp.vm.interpreter import LOOP_OPCODES


@pytest.mark.parametrize('opcode', opcodes.OPCODES, ids=opcodes.NAMES)
def test_an_opcode_is_described(opcode):
    assert getattr(opcodes, opcode.name) == opcode.number
    assert opcode.sentence[0].isupper() and opcode.sentence.endswith('.')
    names = [operand.name for operand in opcode.operands + opcode.repeated]
    assert len(set(names)) == len(names)
    assert (HANDLERS[opcode.number] is None) == (opcode.number in LOOP_OPCODES)


def test_operands_are_declared_by_kind_and_name():
    opcode = Opcode(3, 'SUM', 'number start, count count * value item, target target', 'Adds.')
    assert [(operand.kind, operand.name) for operand in opcode.operands] == [
        (NUMBER, 'start'), (COUNT, 'count')]
    assert [(operand.kind, operand.name) for operand in opcode.repeated] == [
        (VALUE, 'item'), (TARGET, 'target')]
    assert opcode.size([3, 7, 2, 0, 0, 0, 0], 0) == 7
    assert opcode.size([0, 3, 7, 0], 1) == 3


@pytest.mark.parametrize('operands', ['value', 'something value', 'number n * value v', 'count n'])
def test_a_wrong_declaration_is_refused(operands):
    with pytest.raises((AssertionError, KeyError, ValueError)):
        Opcode(0, 'WRONG', operands, 'Fails.')


def code_of(ops):
    code = Code('f', None)
    code.ops = ops
    code.constants = [W_Int(7)]
    code.names = ['first', 'second']
    code.temporaries = 2
    return code


def test_operands_are_walked():
    ops = [opcodes.JUMP, 0, opcodes.DECLARE_METHODS, 5, 2, 0, 10, 1, 11]
    operands, next_pc = opcodes.walk_operands(ops, 2)
    assert next_pc == len(ops)
    assert [(operand.name, position) for operand, position in operands] == [
        ('struct', 3), ('count', 4), ('name', 5), ('method', 6), ('name', 7), ('method', 8)]


def test_functions_get_operands_by_name():
    @operands_of(opcodes.CALL_METHOD)
    def seen(pc, next_pc, name, receiver, w_receiver, owned, count, first_argument):
        return pc, next_pc, name, receiver, w_receiver.value, owned, count, first_argument

    frame = Frame(3)
    frame.regs[2] = W_Int(5)
    ops = [0, opcodes.CALL_METHOD, 0, 2, 1, 0, 1, 3, 0, 0, 2, 0, 1]
    assert seen(frame, code_of(ops), 1) == (1, 13, 'second', 2, 5, 3, 2, 11)
    assert seen(frame, code_of([0, opcodes.CALL_METHOD, 0, ~0, 1, 0, 1, 3, 0, 0, 0]), 1) == (
        1, 11, 'second', ~0, 7, 3, 0, 11)


def test_a_function_cannot_ask_for_an_operand_that_does_not_exist():
    with pytest.raises(KeyError):
        operands_of(opcodes.MOVE)(lambda w_value: w_value)


def test_results_are_stored_where_the_instruction_says():
    frame = Frame(3)
    frame.regs[1] = W_Int(4)
    frame.regs[2] = W_Int(9)
    code = code_of([opcodes.SUB, 0, 2, 1])
    assert HANDLERS[opcodes.SUB](frame, code, 0) == 4
    assert frame.regs[0].value == 5
    assert 'code.ops' not in inspect.getsource(inspect.getmodule(HANDLERS[opcodes.SUB]))
