"""Code for conditions: jumps where a comparison or a logical operator decides."""

from ruffinterp.bytecode import opcodes
from ruffinterp.syntax import ast

JUMP_UNLESS = {
    '==': opcodes.JUMP_UNLESS_EQ, '!=': opcodes.JUMP_UNLESS_NE, '<': opcodes.JUMP_UNLESS_LT,
    '<=': opcodes.JUMP_UNLESS_LE, '>': opcodes.JUMP_UNLESS_GT, '>=': opcodes.JUMP_UNLESS_GE}


class ConditionCompiler(object):

    def __init__(self, function):
        self.builder = function.builder
        self.bound = function.bound
        self.expressions = function.expressions

    def jump_if_false(self, node, label):
        """Evaluate a condition and jump to ``label`` unless it holds."""
        base = self.builder.live_temporaries
        if isinstance(node, ast.Binary) and node.operator in JUMP_UNLESS:
            found = self.expressions.compile_operands([node.left, node.right])
            self.expressions.release(found)
            self.builder.emit_at(node, JUMP_UNLESS[node.operator], found.registers() + [label])
        elif isinstance(node, ast.Logical) and node.operator == '&&':
            self.jump_if_false(node.left, label)
            branch = self.bound.begin_branch()
            self.jump_if_false(node.right, label)
            self.bound.end_branch(branch)
        elif isinstance(node, ast.Logical) and node.operator == '||':
            yes = self.builder.new_label()
            self.jump_if_true(node.left, yes)
            branch = self.bound.begin_branch()
            self.jump_if_false(node.right, label)
            self.bound.end_branch(branch)
            self.builder.place(yes)
        elif isinstance(node, ast.Unary) and node.operator == '!':
            operand = self.expressions.compile(node.operand).register
            self.builder.emit_at(node, opcodes.JUMP_UNLESS_NOT, [operand, label])
        else:
            operand = self.expressions.compile(node).register
            self.builder.emit_at(node, opcodes.JUMP_IF_FALSE, [operand, label])
        self.builder.live_temporaries = base

    def jump_if_true(self, node, label):
        """Evaluate a condition and jump to ``label`` if it holds."""
        if isinstance(node, ast.Logical) and node.operator == '||':
            self.jump_if_true(node.left, label)
            branch = self.bound.begin_branch()
            self.jump_if_true(node.right, label)
            self.bound.end_branch(branch)
        elif isinstance(node, ast.Logical) or isinstance(node, ast.Binary) \
                or isinstance(node, ast.Unary):
            no = self.builder.new_label()
            self.jump_if_false(node, no)
            self.builder.emit(opcodes.JUMP, [label])
            self.builder.place(no)
        else:
            base = self.builder.live_temporaries
            operand = self.expressions.compile(node).register
            self.builder.emit_at(node, opcodes.JUMP_IF_TRUE, [operand, label])
            self.builder.live_temporaries = base
