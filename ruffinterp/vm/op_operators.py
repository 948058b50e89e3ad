"""Opcodes of operators, conditions and jumps."""

from rpython.rlib import jit

from ruffinterp.compiler import opcodes
from ruffinterp.objects.integer import W_Int
from ruffinterp.objects.singletons import w_null
from ruffinterp.objects.string import W_Str
from ruffinterp.vm import operators
from ruffinterp.vm.exceptions import display_text
from ruffinterp.vm.frame import load, peek, store
from ruffinterp.vm.instructions import instruction


def _binary(opcode, operation):
    def op_binary(frame, code, pc):
        ops = code.ops
        w_left = load(frame, code, ops[pc + 2])
        w_right = load(frame, code, ops[pc + 3])
        store(frame, ops[pc + 1], operation(w_left, w_right))
        return pc + 4
    op_binary.func_name = 'op_' + opcodes.NAMES[opcode].lower()
    instruction(opcode)(op_binary)


_binary(opcodes.ADD, operators.add)
_binary(opcodes.SUB, operators.sub)
_binary(opcodes.MUL, operators.mul)
_binary(opcodes.DIV, operators.div)
_binary(opcodes.MOD, operators.mod)
_binary(opcodes.EQ, operators.equal)
_binary(opcodes.NE, operators.not_equal)
_binary(opcodes.LT, operators.less_than)
_binary(opcodes.LE, operators.at_most)
_binary(opcodes.GT, operators.greater_than)
_binary(opcodes.GE, operators.at_least)


@instruction(opcodes.NEG)
def op_neg(frame, code, pc):
    store(frame, code.ops[pc + 1], operators.negate(load(frame, code, code.ops[pc + 2])))
    return pc + 3


@instruction(opcodes.NOT)
def op_not(frame, code, pc):
    store(frame, code.ops[pc + 1], operators.invert_truth(load(frame, code, code.ops[pc + 2])))
    return pc + 3


# test_jit_strings.py: the number of parts is constant for an instruction.
@instruction(opcodes.INTERPOLATE)
@jit.unroll_safe
def op_interpolate(frame, code, pc):
    ops = code.ops
    count = ops[pc + 2]
    texts = [None] * count
    for i in range(count):
        texts[i] = part_text(load(frame, code, ops[pc + 3 + i]))
    store(frame, ops[pc + 1], W_Str(joined(texts, count)))
    return pc + 3 + count


def part_text(w_value):
    """The display of one part, str."""
    if isinstance(w_value, W_Str):
        return w_value.text()
    if isinstance(w_value, W_Int):
        return str(w_value.value)
    return displayed(w_value)


@jit.dont_look_inside
def displayed(w_value):
    return display_text(w_value)


def joined(texts, count):
    if count == 2:
        return texts[0] + texts[1]
    return join_all(texts)


@jit.dont_look_inside
def join_all(texts):
    return ''.join(texts)


# ---- jumps

@instruction(opcodes.JUMP)
def op_jump(frame, code, pc):
    return code.ops[pc + 1]


@instruction(opcodes.JUMP_IF_FALSE)
def op_jump_if_false(frame, code, pc):
    if load(frame, code, code.ops[pc + 1]).is_truthy():
        return pc + 3
    return code.ops[pc + 2]


@instruction(opcodes.JUMP_IF_TRUE)
def op_jump_if_true(frame, code, pc):
    if load(frame, code, code.ops[pc + 1]).is_truthy():
        return code.ops[pc + 2]
    return pc + 3


@instruction(opcodes.JUMP_UNLESS_NOT)
def op_jump_unless_not(frame, code, pc):
    if operators.invert_truth(load(frame, code, code.ops[pc + 1])).is_truthy():
        return pc + 3
    return code.ops[pc + 2]


@instruction(opcodes.JUMP_IF_NOT_NULL)
def op_jump_if_not_null(frame, code, pc):
    if peek(frame, code, code.ops[pc + 1]) is w_null:
        return pc + 3
    return code.ops[pc + 2]


@instruction(opcodes.JUMP_IF_BOUND)
def op_jump_if_bound(frame, code, pc):
    register = code.ops[pc + 1]
    assert register >= 0
    if frame.regs[register] is None:
        return pc + 3
    return code.ops[pc + 2]


def _compare_and_jump(opcode, condition):
    def op_compare(frame, code, pc):
        ops = code.ops
        w_left = load(frame, code, ops[pc + 1])
        w_right = load(frame, code, ops[pc + 2])
        if condition(w_left, w_right):
            return pc + 4
        return ops[pc + 3]
    op_compare.func_name = 'op_' + opcodes.NAMES[opcode].lower()
    instruction(opcode)(op_compare)


_compare_and_jump(opcodes.JUMP_UNLESS_EQ, operators.is_equal)
_compare_and_jump(opcodes.JUMP_UNLESS_NE, operators.is_not_equal)
_compare_and_jump(opcodes.JUMP_UNLESS_LT, operators.is_less_than)
_compare_and_jump(opcodes.JUMP_UNLESS_LE, operators.is_at_most)
_compare_and_jump(opcodes.JUMP_UNLESS_GT, operators.is_greater_than)
_compare_and_jump(opcodes.JUMP_UNLESS_GE, operators.is_at_least)
