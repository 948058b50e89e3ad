"""Opcodes of operators, conditions and jumps."""

from rpython.rlib import jit

from ruffinterp.bytecode import opcodes
from ruffinterp.objects.argument_mask import has_bit
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.format_specification import formatted_value
from ruffinterp.objects.integer import W_Int
from ruffinterp.objects.string import W_Str
from ruffinterp.vm import operators
from ruffinterp.vm.exceptions import display_text
from ruffinterp.vm.frame import load, owns
from ruffinterp.vm.instructions import instruction

instruction(opcodes.ADD)(operators.add)
instruction(opcodes.SUB)(operators.sub)
instruction(opcodes.MUL)(operators.mul)
instruction(opcodes.DIV)(operators.div)
instruction(opcodes.MOD)(operators.mod)
instruction(opcodes.EQ)(operators.equal)
instruction(opcodes.NE)(operators.not_equal)
instruction(opcodes.LT)(operators.less_than)
instruction(opcodes.LE)(operators.at_most)
instruction(opcodes.GT)(operators.greater_than)
instruction(opcodes.GE)(operators.at_least)


@instruction(opcodes.ADD_TO)
def op_add_to(frame, w_left, w_right, left, owned, parameters):
    may_extend = has_bit(owned, 0) or (parameters != 0 and owns(frame, left))
    return operators.add_to(w_left, w_right, may_extend, has_bit(owned, 1))


@instruction(opcodes.NEG)
def op_neg(w_operand):
    return operators.negate(w_operand)


@instruction(opcodes.NOT)
def op_not(w_operand):
    return operators.invert_truth(w_operand)


# test_jit_strings.py: the number of parts is constant for an instruction.
@instruction(opcodes.INTERPOLATE)
@jit.unroll_safe
def op_interpolate(frame, code, count, first_part):
    texts = [None] * count
    for i in range(count):
        texts[i] = part_text(load(frame, code, code.ops[first_part + i]))
    return W_Str(joined(texts, count))


@instruction(opcodes.FORMAT)
def op_format(w_operand, specification):
    return W_Str(formatted_value(specification, w_operand))


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
def op_jump(target, next_pc):
    return target


@instruction(opcodes.JUMP_IF_FALSE)
def op_jump_if_false(w_condition, target, next_pc):
    return next_pc if w_condition.is_truthy() else target


@instruction(opcodes.JUMP_IF_TRUE)
def op_jump_if_true(w_condition, target, next_pc):
    return target if w_condition.is_truthy() else next_pc


@instruction(opcodes.JUMP_UNLESS_NOT)
def op_jump_unless_not(w_operand, target, next_pc):
    return next_pc if operators.invert_truth(w_operand).is_truthy() else target


@instruction(opcodes.JUMP_UNLESS_ARRAY)
def op_jump_unless_array(w_value, target, next_pc):
    if isinstance(w_value, W_Array):
        return next_pc
    return target


@instruction(opcodes.JUMP_IF_NOT_NULL)
def op_jump_if_not_null(w_value, target, next_pc):
    return next_pc if w_value is w_null else target


@instruction(opcodes.JUMP_IF_BOUND)
def op_jump_if_bound(w_register, target, next_pc):
    return next_pc if w_register is None else target


def _compare_and_jump(opcode, condition):
    def op_compare(w_left, w_right, target, next_pc):
        return next_pc if condition(w_left, w_right) else target
    op_compare.func_name = 'op_' + opcodes.NAMES[opcode].lower()
    instruction(opcode)(op_compare)


_compare_and_jump(opcodes.JUMP_UNLESS_EQ, operators.is_equal)
_compare_and_jump(opcodes.JUMP_UNLESS_NE, operators.is_not_equal)
_compare_and_jump(opcodes.JUMP_UNLESS_LT, operators.is_less_than)
_compare_and_jump(opcodes.JUMP_UNLESS_LE, operators.is_at_most)
_compare_and_jump(opcodes.JUMP_UNLESS_GT, operators.is_greater_than)
_compare_and_jump(opcodes.JUMP_UNLESS_GE, operators.is_at_least)
