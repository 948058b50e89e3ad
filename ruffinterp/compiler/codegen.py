"""From the syntax tree to Code: ``compile_program`` and the compiler of one function."""

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import PLAIN
from ruffinterp.compiler.emitter import NO_REGISTER
from ruffinterp.compiler.scope import analyse
from ruffinterp.compiler.statements import StatementCompiler
from ruffinterp.objects.argument_mask import POSITIONS
from ruffinterp.objects.cells import GlobalCell
from ruffinterp.objects.function import W_Builtin, W_Function
from ruffinterp.objects.wrappers import w_none
from ruffinterp.syntax import ast

# Globals that live in registers of the main frame: tracing copies the whole frame.
MOST_SLOTS = 64


class Module(object):
    """The globals of one module while it is compiled and run.

    ``builtins``: {name: W_Root}.  ``root``: the search root in which the module was found, '' for
    the main program.
    """

    def __init__(self, builtins, root=''):
        self.builtins = builtins
        self.root = root
        self.cells = {}

    def exported_names(self, name):
        """The ExportedNames of the module ``name`` if they are known before it runs, or None."""
        return None

    def builtin_value(self, name):
        """The value that ``name`` has in every module, or None."""
        return self.builtins.get(name, None)

    def builtin_names(self):
        """The names that every program sees; list of str."""
        return self.builtins.keys()

    def builtin_function(self, name):
        """The W_Builtin that ``name`` is in every module, or None."""
        w_value = self.builtins.get(name, None)
        if isinstance(w_value, W_Builtin):
            return w_value
        return None

    def none_value(self):
        return w_none

    def cell(self, name):
        """The cell of the global ``name``, made on first use; a builtin's name starts bound."""
        cell = self.cells.get(name, None)
        if cell is None:
            cell = GlobalCell(name)
            w_builtin = self.builtins.get(name, None)
            if w_builtin is not None:
                cell.set(w_builtin)
            self.cells[name] = cell
        return cell


class FunctionCompiler(StatementCompiler):
    activation = NO_REGISTER

    # ---- registers and prologue

    def place_variables(self, first):
        """Registers: ``first`` (the parameters), captured variables, all others."""
        for variable in first:
            variable.register = self.new_register(variable.name)
        for variable in self.scope.captures:
            variable.register = self.new_register(variable.name)
        for variable in self.scope.variables:
            if variable.register < 0 and not variable.is_global and not variable.is_idle():
                variable.register = self.new_register(variable.name)

    def make_cells(self):
        """Function-level variables that nested functions share get their cells at once."""
        for variable in self.scope.variables:
            if variable.source is not None or not variable.needs_cell():
                continue
            if variable.is_parameter or variable.name == 'self':
                self.emit(opcodes.KEEP_BOUND, [variable.register])
                self.emit(opcodes.BOX, [variable.register])
            elif self.scope.names.get(variable.name, None) is variable:
                self.emit(opcodes.NEW_CELL, [variable.register])

    def keep_unmasked_parameters(self):
        """Parameters without a bit in the masks of calls are kept, then treated as other locals."""
        for variable in self.scope.parameters:
            if variable.position >= POSITIONS and not variable.needs_cell():
                self.emit(opcodes.KEEP_BOUND, [variable.register])

    def _note_parameters(self, parameters):
        """Every call binds the receiver and the parameters without a default."""
        may_be_left_out = {}
        for parameter in parameters:
            if parameter.default is not None:
                may_be_left_out[parameter.name] = True
        for variable in self.scope.parameters:
            if variable.name not in may_be_left_out:
                self.bound.add(variable)

    def bind_defaults(self, parameters):
        """Evaluate the defaults of the parameters that were left out (decision 31)."""
        for i in range(len(parameters)):
            parameter = parameters[i]
            if parameter.default is None:
                continue
            variable = self.scope.names[parameter.name]
            given = self.new_label()
            base = self.live_temporaries
            if variable.needs_cell():
                probe = self.new_temporary()
                self.emit(opcodes.LOAD_CELL_OR_UNBOUND, [probe, variable.register])
                self.emit(opcodes.JUMP_IF_BOUND, [probe, given])
            else:
                self.emit(opcodes.JUMP_IF_BOUND, [variable.register, given])
            branch = self.bound.begin_branch()
            operand = self.compile_kept(parameter.default)
            self.bound.end_branch(branch)
            self.at(parameter)
            self.bind_variable(variable, operand)
            self.place(given)
            self.live_temporaries = base

    def bind_fields(self):
        """Methods without ``self`` see the fields of the receiver as variables (9.3)."""
        receiver = self.scope.parameters[0]
        for variable in self.scope.variables:
            if variable.is_field and variable.used:
                part = self.new_temporary()
                self.emit(opcodes.FIELD_OR_UNBOUND, [
                    part, receiver.register, self.name_operand(variable.name)])
                if variable.needs_cell():
                    self.emit(opcodes.STORE_CELL, [variable.register, part])
                else:
                    self.emit(opcodes.MOVE_OR_UNBOUND, [variable.register, part])
                self.live_temporaries = 0

    # ---- whole functions

    def compile_body(self, function):
        """Code of a function with parameters."""
        scope = self.scope
        self.at(function)
        self.place_variables(scope.parameters)
        if scope.kind != PLAIN:
            self.activation = self.new_register('')
        self.make_cells()
        self.keep_unmasked_parameters()
        self._note_parameters(function.parameters)
        self.bind_defaults(function.parameters)
        if scope.has_hidden_self:
            self.bind_fields()
        self.statements(function.body)
        self._end(function)
        code = self.finish()
        code.parameter_count = len(scope.parameters)
        self._count_parameters(code, function)
        code.first_captured = len(scope.parameters)
        code.captured_count = len(scope.captures)
        code.is_method = scope.is_method
        code.kind = scope.kind
        code.activation = self.activation
        return code

    def _end(self, node):
        """Falling off the end gives null."""
        self.start = node.end - 1
        self.end = node.end
        self.emit(opcodes.RETURN, [self.null_constant()])

    def _count_parameters(self, code, function):
        required = 0
        parameters = function.parameters
        for i in range(len(parameters)):
            if parameters[i].is_rest:
                code.has_rest = True
            elif parameters[i].default is None:
                required = i + 1
        if self.scope.has_hidden_self:
            required += 1
        code.required_count = required

    def compile_expression_body(self, node):
        """Code of a function of no arguments that gives the value of an expression."""
        self.at(node)
        self.place_variables([])
        operand = self.compile_kept(node)
        self.at(node)
        self.emit(opcodes.RETURN, [operand])
        code = self.finish()
        code.captured_count = len(self.scope.captures)
        return code

    def _nested(self, name, scope):
        compiler = FunctionCompiler(name, self.source, scope, self.module)
        for variable in scope.captures:
            if self.bound.has(variable.source) and not variable.needs_cell():
                compiler.bound.add(variable)
        return compiler

    def compile_function(self, function, name):
        return self._nested(name, function.scope).compile_body(function)

    def compile_method(self, struct, method):
        name = '%s.%s' % (struct.name, method.name)
        return self._nested(name, method.scope).compile_body(method)

    def compile_field_default(self, struct, field):
        name = '%s.%s' % (struct.name, field.name)
        return self._nested(name, field.scope).compile_expression_body(field.default)

    def is_hoisted(self, node):
        return False

    def hoisted_constant(self, node):
        raise NotImplementedError


class ModuleCompiler(FunctionCompiler):
    """The top level: its functions are bound before the first statement runs (7.1)."""

    def __init__(self, name, source, scope, module):
        FunctionCompiler.__init__(self, name, source, scope, module)
        self.hoisted = {}

    def compile_module(self, program):
        self.at(program)
        self._place_slots()
        self.place_variables([])
        self._hoist(program.body)
        self.statements(program.body)
        self._end(program)
        code = self.finish()
        code.is_module = True
        return code

    def _place_slots(self):
        """Top-level names that no function mentions live in the main frame."""
        slots = 0
        for in_loop in [True, False]:
            for variable in self.scope.variables:
                if variable.used_in_loop == in_loop and self._may_be_slot(variable):
                    if slots >= MOST_SLOTS:
                        return
                    variable.register = self.new_register(variable.name)
                    slots += 1

    def _may_be_slot(self, variable):
        # Functions and imports stay in cells, where compiled code takes them for constants.
        return variable.is_global and not variable.mentioned_in_function \
            and not variable.is_imported and not variable.is_function_name and variable.register < 0 \
            and self.module.builtin_value(variable.name) is None

    def _hoist(self, statements):
        for statement in statements:
            if isinstance(statement, ast.Export):
                statement = statement.statement
            if isinstance(statement, ast.FunctionDeclaration):
                code = self.compile_function(statement.function, statement.function.name)
                operand = self.value_constant('', W_Function(code, []))
                self.hoisted[statement] = operand
                self.at(statement)
                self.store_variable(statement.variable, operand)

    def is_hoisted(self, node):
        return node in self.hoisted

    def hoisted_constant(self, node):
        return self.hoisted[node]


def compile_program(program, source, module):
    """Compile a whole file.

    ``program``: ast.Program; ``source``: its Source; ``module``: Module whose globals it uses.
    Returns the Code of the top level.  Raises CompileError (language.md 10.4).
    """
    scope = analyse(program, module)
    return ModuleCompiler('', source, scope, module).compile_module(program)
