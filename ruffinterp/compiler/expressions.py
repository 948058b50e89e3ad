"""Code for expressions other than calls.

Every ``visit_*`` leaves its result in ``operand``, with ``owned`` and ``root`` describing the
ownership (objects/base.py).  A caller that wants the result in a register of its own sets
``wanted`` (``compile_into``); otherwise a variable or a constant is its own operand.
"""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.bound_variables import BoundVariables
from ruffinterp.compiler.emitter import NO_REGISTER, Emitter
from ruffinterp.compiler.errors import CompileError
from ruffinterp.compiler.occurrences import last_that_may_run_code
from ruffinterp.compiler.operands import Operands
from ruffinterp.syntax import ast

ARITHMETIC = {
    '+': opcodes.ADD, '-': opcodes.SUB, '*': opcodes.MUL, '/': opcodes.DIV, '%': opcodes.MOD,
    '==': opcodes.EQ, '!=': opcodes.NE, '<': opcodes.LT, '<=': opcodes.LE, '>': opcodes.GT,
    '>=': opcodes.GE}

JUMP_UNLESS = {
    '==': opcodes.JUMP_UNLESS_EQ, '!=': opcodes.JUMP_UNLESS_NE, '<': opcodes.JUMP_UNLESS_LT,
    '<=': opcodes.JUMP_UNLESS_LE, '>': opcodes.JUMP_UNLESS_GT, '>=': opcodes.JUMP_UNLESS_GE}

# Literals with more items are built one by one instead of from that many registers.
LARGEST_LITERAL = 16
LARGEST_RECORD = 32


WRAPPER_HELP = 'The variants are Option::Some, Option::None, Result::Ok and Result::Err.'


class ExpressionCompiler(Emitter):
    """``pending``: roots of borrowed operands that wait while others are evaluated.
    ``remaining``: uses of each variable that the current statement has still to compile.
    ``bound``: variables in registers that have a value here."""

    def __init__(self, name, source, scope, module):
        Emitter.__init__(self, name, source, scope)
        self.module = module
        self.wanted = NO_REGISTER
        self.operand = 0
        self.owned = True
        self.root = None
        self.pending = []
        self.remaining = {}
        self.bound = BoundVariables()

    # ---- results

    def take_wanted(self):
        wanted = self.wanted
        self.wanted = NO_REGISTER
        return wanted

    def destination(self, wanted):
        if wanted == NO_REGISTER:
            return self.new_temporary()
        return wanted

    def result(self, operand, owned, root):
        self.operand = operand
        self.owned = owned
        self.root = root

    def owned_result(self, operand):
        self.result(operand, True, None)

    # ---- entry points

    def compile(self, node):
        """Compile ``node``; the operand is returned."""
        self.wanted = NO_REGISTER
        node.visit(self)
        return self.operand

    def compile_into(self, node, register):
        """Compile ``node`` so that its value ends in ``register``."""
        self.wanted = register
        node.visit(self)
        self.wanted = NO_REGISTER
        if self.operand != register:
            self.at(node)
            self.emit(opcodes.MOVE, [register, self.operand])

    def compile_kept_into(self, node, register):
        """The same for a value that is kept there."""
        self.compile_into(node, register)
        if not self.owned:
            self.emit(opcodes.KEEP, [register])

    def compile_kept(self, node):
        """Compile a value that is going to be stored; the operand is returned."""
        operand = self.compile(node)
        if not self.owned and operand >= 0:
            self.emit(opcodes.KEEP, [operand])
        return operand

    def new_operands(self):
        return Operands(self.live_temporaries, len(self.pending))

    def add_operand(self, found, node, waits):
        """Compile the next operand; ``waits``: Ruff code may run before it is used."""
        operand = self.compile(node)
        found.operands.append(operand)
        found.owned.append(self.owned)
        found.roots.append(self.root)
        variable = None
        if isinstance(node, ast.Name) and node.variable is not None \
                and operand == node.variable.register and operand >= 0:
            variable = node.variable
        elif isinstance(node, ast.Name):
            variable = node.variable
        found.variables.append(variable)
        lent = waits and not self.owned and self.is_outside(self.root) and operand >= 0
        if lent:
            self.emit(opcodes.LEND, [operand])
        found.lent.append(lent)
        if not self.owned:
            self.pending.append(self.root)

    def compile_operands(self, nodes):
        """Compile all operands of an instruction, left to right."""
        found = self.new_operands()
        last = last_that_may_run_code(nodes)
        for i in range(len(nodes)):
            self.add_operand(found, nodes[i], i < last)
        return found

    def keep_operands(self, found):
        """The operands are going to be stored."""
        for i in range(len(found.operands)):
            if not found.owned[i] and found.operands[i] >= 0:
                self.emit(opcodes.KEEP, [found.operands[i]])

    def release(self, found):
        """All operands are there: end the loans and free the temporaries for the result."""
        for i in range(len(found.operands)):
            if found.lent[i]:
                self.emit(opcodes.GIVE_BACK, [found.operands[i]])
        self.live_temporaries = found.base
        del self.pending[found.pending_base:]

    def is_outside(self, root):
        """Whether Ruff code that runs meanwhile could change the variable ``root``."""
        if root is None:
            return False
        return root.needs_cell() or root.fallback is not None or (
            root.is_global and root.register < 0)

    # ---- variables

    def global_cell(self, variable):
        if variable.cell is None:
            variable.cell = self.module.cell(variable.name)
        return self.cell_operand(variable.cell)

    def visit_name(self, node):
        wanted = self.take_wanted()
        variable = node.variable
        if variable in self.remaining:
            self.remaining[variable] -= 1
        self.at(node)
        self.load_variable(variable, wanted)

    def check_bound(self, variable):
        """Raise the error for a variable in a register that may have no value."""
        if not self.bound.has(variable):
            self.emit(opcodes.CHECK_BOUND, [variable.register])
            self.bound.add(variable)

    def load_variable(self, variable, wanted):
        if variable.is_builtin:
            w_builtin = self.module.builtin_value(variable.name)
            self.owned_result(self.value_constant('b' + variable.name, w_builtin))
            return
        if variable.needs_cell():
            destination = self.destination(wanted)
            if variable.fallback is not None:
                self.emit(opcodes.LOAD_CELL_EITHER, [
                    destination, variable.register, self.global_cell(variable.fallback)])
            else:
                self.emit(opcodes.LOAD_CELL, [destination, variable.register])
        elif variable.fallback is not None:
            destination = self.destination(wanted)
            self.emit(opcodes.LOAD_EITHER, [
                destination, variable.register, self.global_cell(variable.fallback)])
        elif variable.register >= 0:
            self.check_bound(variable)
            destination = variable.register
        else:
            destination = self.destination(wanted)
            self.emit(opcodes.LOAD_GLOBAL, [destination, self.global_cell(variable)])
        self.result(destination, False, variable)

    # ---- literals

    def visit_int_literal(self, node):
        self.take_wanted()
        self.owned_result(self.int_constant(node.digits))

    def visit_float_literal(self, node):
        self.take_wanted()
        self.owned_result(self.float_constant(node.value))

    def visit_string_literal(self, node):
        self.take_wanted()
        self.owned_result(self.string_constant(node.value))

    def visit_bool_literal(self, node):
        self.take_wanted()
        self.owned_result(self.bool_constant(node.value))

    def visit_null_literal(self, node):
        self.take_wanted()
        self.owned_result(self.null_constant())

    def visit_interpolated_string(self, node):
        wanted = self.take_wanted()
        found = self.compile_operands(node.parts)
        self.release(found)
        destination = self.destination(wanted)
        self.at(node)
        self.emit(opcodes.INTERPOLATE,
                  [destination, len(found.operands)] + found.operands)
        self.owned_result(destination)

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
            destination = self.destination(wanted)
            self.at(node)
            self.emit(opcodes.ARRAY, [destination, len(found.operands)] + found.operands)
            self.owned_result(destination)
        else:
            self.array_of(node.items, node)

    def array_of(self, items, node):
        """An array built item by item, in a temporary."""
        destination = self.new_temporary()
        self.at(node)
        self.emit(opcodes.ARRAY, [destination, 0])
        base = self.live_temporaries
        for item in items:
            if isinstance(item, ast.Spread):
                operand = self.compile(item.value)
                self.at(item)
                self.emit(opcodes.ARRAY_SPREAD, [destination, operand])
            else:
                operand = self.compile_kept(item)
                self.at(item)
                self.emit(opcodes.ARRAY_APPEND, [destination, operand])
            self.live_temporaries = base
        self.owned_result(destination)

    def visit_dict_literal(self, node):
        wanted = self.take_wanted()
        if self._is_record(node):
            self._record(node, wanted)
            return
        destination = self.new_temporary()
        self.at(node)
        self.emit(opcodes.DICT, [destination])
        for entry in node.entries:
            self._dict_entry(entry, destination)
        self.owned_result(destination)

    def _constant_key(self, entry):
        """The text of a key that is known now, or None."""
        if not isinstance(entry, ast.Entry):
            return None
        key = entry.key
        if isinstance(key, ast.StringLiteral):
            return key.value
        if isinstance(key, ast.Name) and entry.bare_key:
            return key.name
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
        names, operands = last_values(names, found.operands)
        destination = self.destination(wanted)
        self.at(node)
        self.emit(opcodes.RECORD,
                  [destination, self.record_operand(names), len(operands)] + operands)
        self.owned_result(destination)

    def _dict_entry(self, entry, destination):
        base = self.live_temporaries
        if isinstance(entry, ast.Spread):
            operand = self.compile(entry.value)
            self.at(entry)
            self.emit(opcodes.DICT_SPREAD, [destination, operand])
        else:
            assert isinstance(entry, ast.Entry)
            text = self._constant_key(entry)
            if text is not None:
                key = self.string_constant(text)
            else:
                key = self.compile(entry.key)
            value = self.compile_kept(entry.value)
            self.at(entry.key)
            self.emit(opcodes.DICT_SET, [destination, key, value])
        self.live_temporaries = base

    def visit_struct_literal(self, node):
        wanted = self.take_wanted()
        found = self.compile_operands(node.values)
        self.keep_operands(found)
        self.release(found)
        names, operands = last_values(node.names, found.operands)
        destination = self.destination(wanted)
        self.at(node)
        self.emit(opcodes.STRUCT, [
            destination, self.struct_type_operand(node.name),
            self.struct_shape_operand(node.name, names), len(operands)] + operands)
        self.owned_result(destination)

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
        destination = self.destination(wanted)
        self.at(node)
        tag = self.tag_operand('%s::%s' % (node.enum_name, node.variant_name))
        self.emit(opcodes.VARIANT, [destination, tag, len(found.operands)] + found.operands)
        self.owned_result(destination)

    def _wrapper_variant(self, node):
        full_name = '%s::%s' % (node.enum_name, node.variant_name)
        if full_name == 'Option::None':
            if len(node.arguments) > 0:
                raise CompileError('Option::None takes no arguments', node.start, node.end)
            self.take_wanted()
            self.owned_result(self.value_constant('None', self.module.none_value()))
            return
        if full_name not in ('Result::Ok', 'Result::Err', 'Option::Some'):
            raise CompileError('Unknown variant: %s' % full_name, node.start, node.end,
                               WRAPPER_HELP)
        if len(node.arguments) != 1:
            raise CompileError('%s(...) requires exactly one argument' % full_name,
                               node.start, node.end)
        self._wrap(node, node.variant_name, node.arguments[0])

    def visit_wrapper(self, node):
        if node.kind == 'None':
            self.take_wanted()
            self.owned_result(self.value_constant('None', self.module.none_value()))
        else:
            self._wrap(node, node.kind, node.value)

    def _wrap(self, node, kind, value):
        wanted = self.take_wanted()
        base = self.live_temporaries
        operand = self.compile_kept(value)
        self.live_temporaries = base
        destination = self.destination(wanted)
        self.at(node)
        opcode = opcodes.WRAP_SOME
        if kind == 'Ok':
            opcode = opcodes.WRAP_OK
        elif kind == 'Err':
            opcode = opcodes.WRAP_ERR
        self.emit(opcode, [destination, operand])
        self.owned_result(destination)

    # ---- operators

    def visit_unary(self, node):
        wanted = self.take_wanted()
        literal = node.operand
        if node.operator == '-' and isinstance(literal, ast.IntLiteral):
            if literal.digits != '0':
                self.owned_result(self.int_constant('-' + literal.digits))
                return
        base = self.live_temporaries
        operand = self.compile(node.operand)
        self.live_temporaries = base
        destination = self.destination(wanted)
        self.at(node)
        opcode = opcodes.NEG
        if node.operator == '!':
            opcode = opcodes.NOT
        self.emit(opcode, [destination, operand])
        self.owned_result(destination)

    def visit_binary(self, node):
        wanted = self.take_wanted()
        found = self.compile_operands([node.left, node.right])
        self.release(found)
        destination = self.destination(wanted)
        self.at(node)
        self.emit(ARITHMETIC[node.operator], [destination] + found.operands)
        self.owned_result(destination)

    def visit_logical(self, node):
        self.take_wanted()
        if node.operator == '??':
            self._null_default(node)
            return
        destination = self.new_temporary()
        no = self.new_label()
        end = self.new_label()
        self.jump_if_false(node, no)
        self.emit(opcodes.MOVE, [destination, self.bool_constant(True)])
        self.emit(opcodes.JUMP, [end])
        self.place(no)
        self.emit(opcodes.MOVE, [destination, self.bool_constant(False)])
        self.place(end)
        self.owned_result(destination)

    def _null_default(self, node):
        destination = self.new_temporary()
        base = self.live_temporaries
        end = self.new_label()
        self.compile_kept_into(node.left, destination)
        self.live_temporaries = base
        self.emit(opcodes.JUMP_IF_NOT_NULL, [destination, end])
        branch = self.bound.begin_branch()
        self.compile_kept_into(node.right, destination)
        self.bound.end_branch(branch)
        self.live_temporaries = base
        self.place(end)
        self.owned_result(destination)

    def jump_if_false(self, node, label):
        """Evaluate a condition and jump to ``label`` unless it holds."""
        base = self.live_temporaries
        if isinstance(node, ast.Binary) and node.operator in JUMP_UNLESS:
            found = self.compile_operands([node.left, node.right])
            self.release(found)
            self.at(node)
            self.emit(JUMP_UNLESS[node.operator], found.operands + [label])
        elif isinstance(node, ast.Logical) and node.operator == '&&':
            self.jump_if_false(node.left, label)
            branch = self.bound.begin_branch()
            self.jump_if_false(node.right, label)
            self.bound.end_branch(branch)
        elif isinstance(node, ast.Logical) and node.operator == '||':
            yes = self.new_label()
            self.jump_if_true(node.left, yes)
            branch = self.bound.begin_branch()
            self.jump_if_false(node.right, label)
            self.bound.end_branch(branch)
            self.place(yes)
        elif isinstance(node, ast.Unary) and node.operator == '!':
            operand = self.compile(node.operand)
            self.at(node)
            self.emit(opcodes.JUMP_UNLESS_NOT, [operand, label])
        else:
            operand = self.compile(node)
            self.at(node)
            self.emit(opcodes.JUMP_IF_FALSE, [operand, label])
        self.live_temporaries = base

    def jump_if_true(self, node, label):
        """Evaluate a condition and jump to ``label`` if it holds."""
        if isinstance(node, ast.Logical) and node.operator == '||':
            self.jump_if_true(node.left, label)
            branch = self.bound.begin_branch()
            self.jump_if_true(node.right, label)
            self.bound.end_branch(branch)
        elif isinstance(node, ast.Logical) or isinstance(node, ast.Binary) \
                or isinstance(node, ast.Unary):
            no = self.new_label()
            self.jump_if_false(node, no)
            self.emit(opcodes.JUMP, [label])
            self.place(no)
        else:
            base = self.live_temporaries
            operand = self.compile(node)
            self.at(node)
            self.emit(opcodes.JUMP_IF_TRUE, [operand, label])
            self.live_temporaries = base

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
        destination = self.destination(wanted)
        self.at(node)
        owned = found.owned[0]
        opcode = opcodes.INDEX
        if owned:
            opcode = opcodes.INDEX_OWNED
        self.emit(opcode, [destination] + found.operands)
        self.result(destination, owned, found.roots[0])

    def visit_field(self, node):
        wanted = self.take_wanted()
        self._named_part(node.container, node.name, node, wanted,
                         opcodes.FIELD, opcodes.FIELD_OWNED)

    def _named_part(self, container, name, node, wanted, borrowed_opcode, owned_opcode):
        base = self.live_temporaries
        operand = self.compile(container)
        owned = self.owned
        root = self.root
        self.live_temporaries = base
        destination = self.destination(wanted)
        self.at(node)
        opcode = borrowed_opcode
        if owned:
            opcode = owned_opcode
        self.emit(opcode, [destination, operand, self.name_operand(name)])
        self.result(destination, owned, root)

    def visit_optional_field(self, node):
        wanted = self.take_wanted()
        base = self.live_temporaries
        operand = self.compile(node.container)
        root = self.root
        owned = self.owned
        self.live_temporaries = base
        destination = self.destination(wanted)
        self.at(node)
        self.emit(opcodes.OPTIONAL_FIELD, [destination, operand, self.name_operand(node.name)])
        if owned:
            # The part of a temporary: keeping it is simpler than asking who else has it.
            self.emit(opcodes.KEEP, [destination])
        self.result(destination, owned, root)

    def visit_throw(self, node):
        self.take_wanted()
        base = self.live_temporaries
        operand = self.compile_kept(node.value)
        self.live_temporaries = base
        self.at(node)
        self.emit(opcodes.THROW, [operand])
        self.bound.leave()
        self.owned_result(self.null_constant())


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
