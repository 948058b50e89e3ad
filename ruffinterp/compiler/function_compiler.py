"""The compiler of one function: what its parts share, and how a function begins and ends.

    FunctionCompiler -> statements -> assignments -> patterns -> paths -> variables -> builder
                     -> expressions -> calls

Each part knows those to the right of it; expressions and calls call each other.  ``ownership``
and ``bound`` hold what is known where the compiler stands.
"""

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import PLAIN
from ruffinterp.compiler.assignments import AssignmentCompiler
from ruffinterp.compiler.bound_variables import BoundVariables
from ruffinterp.compiler.builder import NO_REGISTER, CodeBuilder
from ruffinterp.compiler.calls import CallCompiler
from ruffinterp.compiler.conditions import ConditionCompiler
from ruffinterp.compiler.expressions import ExpressionCompiler
from ruffinterp.compiler.method_calls import MethodCallCompiler
from ruffinterp.compiler.ownership import Ownership
from ruffinterp.compiler.path_access import PathAccess
from ruffinterp.compiler.patterns import PatternCompiler
from ruffinterp.compiler.statements import StatementCompiler
from ruffinterp.compiler.variable_access import VariableAccess
from ruffinterp.objects.argument_mask import POSITIONS


class FunctionCompiler(object):
    """``scope``: the FunctionScope; ``module``: the Module whose globals it sees.

    ``hoisted``: {FunctionDeclaration: constant} of functions that are bound already.
    ``phase_end``: the label that a ``return`` jumps to in a test (testing.py), else -1.
    """

    def __init__(self, name, source, scope, module):
        self.scope = scope
        self.module = module
        self.source = source
        self.hoisted = {}
        self.phase_end = -1
        self.activation = NO_REGISTER
        self.builder = CodeBuilder(name, source)
        self.ownership = Ownership()
        self.bound = BoundVariables()
        self.variables = VariableAccess(self)
        self.paths = PathAccess(self)
        self.expressions = ExpressionCompiler(self)
        self.conditions = ConditionCompiler(self)
        self.calls = CallCompiler(self)
        self.method_calls = MethodCallCompiler(self)
        self.patterns = PatternCompiler(self)
        self.assignments = AssignmentCompiler(self)
        self.statements = StatementCompiler(self)

    # ---- registers and prologue

    def place_variables(self, first):
        """Registers: ``first`` (the parameters), captured variables, all others."""
        for variable in first:
            variable.register = self.builder.new_register(variable.name)
        for variable in self.scope.captures:
            variable.register = self.builder.new_register(variable.name)
        for variable in self.scope.variables:
            if variable.register < 0 and not variable.is_global and not variable.is_idle():
                variable.register = self.builder.new_register(variable.name)

    def make_cells(self):
        """Function-level variables that nested functions share get their cells at once."""
        for variable in self.scope.variables:
            if variable.source is not None or not variable.needs_cell():
                continue
            if variable.is_place:
                continue
            if variable.is_parameter or variable.name == 'self':
                self.builder.emit(opcodes.KEEP_BOUND, [variable.register])
                self.builder.emit(opcodes.BOX, [variable.register])
            elif self.scope.names.get(variable.name, None) is variable:
                self.builder.emit(opcodes.NEW_CELL, [variable.register])

    def _keep_unmasked_parameters(self):
        """Parameters without a bit in the masks of calls are kept, then treated as other locals."""
        for variable in self.scope.parameters:
            if variable.position >= POSITIONS and not variable.needs_cell():
                self.builder.emit(opcodes.KEEP_BOUND, [variable.register])

    def _note_parameters(self, parameters):
        """Every call binds the receiver and the parameters without a default."""
        may_be_left_out = {}
        for parameter in parameters:
            if parameter.default is not None:
                may_be_left_out[parameter.name] = True
        for variable in self.scope.parameters:
            if variable.name not in may_be_left_out:
                self.bound.add(variable)

    def _bind_defaults(self, parameters):
        """Evaluate the defaults of the parameters that were left out (decision 31)."""
        for parameter in parameters:
            if parameter.default is None:
                continue
            variable = self.scope.names[parameter.name]
            given = self.builder.new_label()
            base = self.builder.live_temporaries
            self.variables.jump_if_bound(variable, given)
            branch = self.bound.begin_branch()
            operand = self.expressions.compile_kept(parameter.default)
            self.bound.end_branch(branch)
            self.builder.at(parameter)
            self.variables.bind(variable, operand)
            self.builder.place(given)
            self.builder.live_temporaries = base

    def _bind_fields(self):
        """Methods without ``self`` see the fields of the receiver as variables (9.3)."""
        receiver = self.scope.parameters[0]
        for variable in self.scope.variables:
            if variable.is_field and variable.used:
                part = self.builder.new_temporary()
                self.builder.emit(opcodes.FIELD_OR_UNBOUND, [
                    part, receiver.register, self.builder.name_operand(variable.name)])
                self.variables.bind_or_unbind(variable, part)
                self.builder.live_temporaries = 0

    # ---- whole functions

    def compile_body(self, function):
        """The Code of a function with parameters."""
        scope = self.scope
        self.builder.at(function)
        self.place_variables(scope.parameters)
        if scope.kind != PLAIN:
            self.activation = self.builder.new_register('')
        self.make_cells()
        self._keep_unmasked_parameters()
        self._note_parameters(function.parameters)
        self._bind_defaults(function.parameters)
        if scope.has_hidden_self:
            self._bind_fields()
        self.statements.compile(function.body)
        self.end(function)
        code = self.builder.finish()
        code.parameter_count = len(scope.parameters)
        self._count_parameters(code, function)
        code.first_captured = len(scope.parameters)
        code.captured_count = len(scope.captures)
        code.is_method = scope.is_method
        code.changes_self = scope.changes_self
        code.shares_self = scope.changes_self and scope.parameters[0].captured_by_reference
        code.kind = scope.kind
        code.activation = self.activation
        return code

    def end(self, node):
        """Falling off the end gives null."""
        self.builder.start = node.end - 1
        self.builder.end = node.end
        self.builder.emit(opcodes.RETURN, [self.builder.null_constant()])

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

    def compile_expression(self, node):
        """The Code of a function of no arguments that gives the value of an expression."""
        self.builder.at(node)
        self.place_variables([])
        operand = self.expressions.compile_kept(node)
        self.builder.emit_at(node, opcodes.RETURN, [operand])
        code = self.builder.finish()
        code.captured_count = len(self.scope.captures)
        return code

    # ---- functions in it

    def _nested(self, name, scope):
        compiler = FunctionCompiler(name, self.source, scope, self.module)
        for variable in scope.captures:
            if self.bound.has(variable.source) and not variable.needs_cell():
                compiler.bound.add(variable)
        return compiler

    def compile_function(self, function):
        """The Code of a nested function."""
        return self._nested(function.name, function.scope).compile_body(function)

    def compile_method(self, struct, method):
        """The Code of a method."""
        name = '%s.%s' % (struct.name, method.name)
        return self._nested(name, method.scope).compile_body(method)

    def compile_field_default(self, struct, field):
        """The Code of the default of a field."""
        name = '%s.%s' % (struct.name, field.name)
        return self._nested(name, field.scope).compile_expression(field.default)

    def make_function(self, function, destination):
        """Code that makes a function value: its captured variables are copied or shared."""
        self.emit_function(function, destination, self.compile_function(function), function.scope)

    def emit_function(self, node, destination, code, scope):
        """The instruction that makes a function value of a Code."""
        self.builder.at(node)
        self.builder.emit(opcodes.MAKE_FUNCTION, [
            destination, self.builder.code_operand(code)] + self.variables.captured(scope))
