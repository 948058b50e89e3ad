"""Scope analysis: every name of the program is resolved to a Variable (language.md section 5).

The walk follows the order of the text, because ``let`` is visible from its place on.  The names
of a function level are collected before its body is walked (names.py), so that nested functions
see all of them.
"""

from ruffinterp.bytecode.code import ASYNC, GENERATOR, PLAIN
from ruffinterp.compiler.binding_collector import NameCollector
from ruffinterp.compiler.branch_values import check_branch_value
from ruffinterp.compiler.declared_types import declared_types
from ruffinterp.compiler.enum_table import EnumTable
from ruffinterp.compiler.errors import CompileError
from ruffinterp.compiler.exports import statement_names
from ruffinterp.compiler.given_parts import note_given, note_given_parts
from ruffinterp.compiler.name_search import find_name
from ruffinterp.compiler.ownership import may_be_array
from ruffinterp.compiler.paths import index_expressions, is_path, root_of
from ruffinterp.compiler.pattern_binder import PatternBinder
from ruffinterp.compiler.placement import check_placement
from ruffinterp.compiler.variables import BlockScope, FunctionScope, Variable
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints import static
from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal


def analyze(program, module):
    """Resolve all names of ``program`` (ast.Program); returns the FunctionScope of the module.

    ``module``: object with ``builtin_value(name)``, deciding which free names are builtins, and
    ``exported_names(name)``, the ExportedNames of another module or None.
    Raises CompileError for what section 10.4 lists.
    """
    return Analyzer(module).analyze(program)


class Place(object):
    """Where the analysis stands, while it walks a function that is nested there."""

    def __init__(self, function_scope, block, loops):
        self.function_scope = function_scope
        self.block = block
        self.loops = loops


class Analyzer(Traversal):
    """``loops``: how many of them the place is in, of its function."""

    def __init__(self, module):
        self.module = module
        self.module_scope = FunctionScope(None, None, False)
        self.function_scope = self.module_scope
        self.block = None
        self.loops = 0
        self.free_names = {}
        self.type_names = {}
        self.enums = EnumTable({})
        self.changing_methods = {}

    def analyze(self, program):
        program.scope = self.module_scope
        program.type_names = self.type_names
        program.declared_types = declared_types(program)
        self.enums = EnumTable(program.declared_types.enums)
        self.changing_methods = program.declared_types.changing_methods
        check_placement(program.body, self.changing_methods, True)
        self._collect_names(program.body, [])
        self._statements(program.body)
        return self.module_scope

    def analyze_function_level(self, statements):
        """Resolve statements of the module that are a function of their own, as tests are.

        Returns their FunctionScope.  Raises CompileError.
        """
        check_placement(statements, self.changing_methods, False)
        scope = FunctionScope(self.module_scope, None, False)
        self.function_scope = scope
        self._collect_names(statements, [])
        self._statements(statements)
        self.function_scope = self.module_scope
        return scope

    # ---- names

    def _collect_names(self, statements, expressions):
        """The names that a function binds in its ``statements`` and in ``expressions`` before."""
        collector = NameCollector(self.module)
        for node in expressions:
            collector.collect_expression(node)
        collector.collect(statements)
        scope = self.function_scope
        for name in collector.functions:
            scope.declare(name).is_function_name = True
        for name in collector.declared:
            scope.declare(name)
        for name in collector.lets:
            if name not in scope.names:
                variable = scope.declare(name)
                # At the top level order is a matter of execution, not of visibility.
                variable.declared = scope.is_module()
        for name in collector.assigned:
            self._declare_assigned(name)

    def _declare_assigned(self, name):
        scope = self.function_scope
        if name in scope.names:
            return
        if scope.is_module():
            scope.declare(name)
            return
        outer = self._lookup(name, scope.parent, scope.parent_block, not scope.by_value)
        if outer is None:
            scope.declare(name)
        elif outer.is_global and not (scope.copies_globals and self._is_copied(outer)):
            variable = scope.declare(name)
            variable.fallback = outer
            outer.mentioned_in_function = True

    def _lookup(self, name, function, block, hoisted):
        """The Variable that ``name`` means at a place of ``function``, or None for a free name.

        ``hoisted``: asked by a nested named function, which sees later ``let`` names too.
        """
        while block is not None:
            variable = block.names.get(name, None)
            if variable is not None:
                return variable
            if block.tag_case is not None:
                variable = self._extra_binding(name, function, block)
                if variable is not None:
                    return variable
            block = block.parent
        variable = function.names.get(name, None)
        if variable is not None and (variable.declared or hoisted):
            if variable.is_global and function is not self.function_scope:
                variable.mentioned_in_function = True
            return variable
        if function.parent is None:
            return None
        outer = self._lookup(name, function.parent, function.parent_block, not function.by_value)
        if outer is None:
            return None
        if outer.is_global and not (function.copies_globals and self._is_copied(outer)):
            return outer
        return function.capture(outer)

    def _is_copied(self, variable):
        """Whether the body of a ``spawn`` copies a global: functions are the same everywhere."""
        return not variable.is_function_name

    def _extra_binding(self, name, function, block):
        """``v_1``, ``v_2`` ... beside a single binding ``v`` (language.md 8.3, decision 29)."""
        case = block.tag_case
        prefix = case.bindings[0] + '_'
        if not name.startswith(prefix):
            return None
        digits = name[len(prefix):]
        if len(digits) == 0 or len(digits) > 3 or digits[0] == '0':
            return None
        for character in digits:
            if not '0' <= character <= '9':
                return None
        variable = function.new_variable(name)
        block.names[name] = variable
        case.extra_variables.append(variable)
        case.extra_indexes.append(int(digits))
        return variable

    def resolve(self, name):
        """The Variable for a use of ``name`` here; free names become globals or builtins."""
        variable = self._lookup(name, self.function_scope, self.block, False)
        if variable is None:
            variable = self.free_names.get(name, None)
            if variable is None:
                variable = Variable(name, self.module_scope)
                variable.is_global = True
                variable.mentioned_in_function = True
                variable.is_builtin = self.module.builtin_value(name) is not None
                self.free_names[name] = variable
        self._note_use(variable)
        return variable

    def _note_use(self, variable):
        variable.used = True
        if self.loops > 0:
            variable.used_in_loop = True

    def _resolve_target(self, name):
        """The Variable that ``name := e`` stores to."""
        variable = self.resolve(name)
        variable.mark_assigned()
        return variable

    def _declare_in_block(self, name):
        """``let`` here: a variable of the block, or the function-level one."""
        if self.block is None:
            variable = self.function_scope.declare(name)
            variable.declared = True
        else:
            variable = self.block.names.get(name, None)
            if variable is None:
                variable = self.function_scope.new_variable(name)
                self.block.names[name] = variable
                self.block.cells.append(variable)
        variable.mark_assigned()
        self._note_use(variable)
        return variable

    # ---- statements

    def _enter_block(self):
        self.block = BlockScope(self.block)
        return self.block

    def _leave_block(self):
        self.block = self.block.parent

    def statements(self, nodes):
        self._enter_block()
        self._statements(nodes)
        self._leave_block()

    def _statements(self, nodes):
        """Statements of a block that is open already."""
        for node in nodes:
            node.visit(self)

    def visit_let(self, node):
        node.value.visit(self)
        PatternBinder(self, True).bind(node.pattern)

    def visit_const(self, node):
        node.value.visit(self)
        variable = self._declare_in_block(node.name)
        variable.is_const = True
        node.variable = variable

    def visit_assign(self, node):
        node.value.visit(self)
        self._target(node.target)
        value = node.value
        if isinstance(value, ast.Binary) and may_be_array(value):
            note_given(value.left)

    def visit_augmented_assign(self, node):
        self._target(node.target)
        node.value.visit(self)
        if may_be_array(node.value):
            note_given(node.target)

    def _target(self, target):
        if isinstance(target, ast.Name):
            target.variable = self._resolve_target(target.name)
            return
        self.expressions(index_expressions(target))
        root = root_of(target)
        variable = self.resolve(root.name)
        variable.mark_assigned()
        variable.root().path_written = True
        root.variable = variable

    def visit_destructure(self, node):
        node.value.visit(self)
        PatternBinder(self, False).bind(node.pattern)

    def visit_return(self, node):
        if node.value is not None:
            node.value.visit(self)
            note_given(node.value)
            note_given_parts(node.value)

    def visit_while(self, node):
        self.loops += 1
        Traversal.visit_while(self, node)
        self.loops -= 1

    def visit_for(self, node):
        node.iterable.visit(self)
        self.loops += 1
        self._enter_block()
        self._loop_pattern(node.pattern)
        if node.second is not None:
            self._loop_pattern(node.second)
        self._statements(node.body)
        self._leave_block()
        self.loops -= 1

    def _loop_pattern(self, pattern):
        PatternBinder(self, True).bind(pattern)
        if isinstance(pattern, ast.NamePattern) and pattern.variable is not None:
            pattern.variable.is_iteration = True

    def visit_match(self, node):
        node.subject.visit(self)
        for case in node.cases:
            self._case(case)
        if node.default_body is not None:
            self.statements(node.default_body)

    def _case(self, case):
        block = self._enter_block()
        for pattern in case.patterns:
            if isinstance(pattern, ast.TagCase):
                self._tag_case(pattern, block)
            elif isinstance(pattern, ast.LetCase) and pattern.name != '_':
                pattern.variable = self._declare_in_block(pattern.name)
                pattern.variable.is_iteration = True
        if case.guard is not None:
            self._check_guard(case)
            case.guard.visit(self)
        self._statements(case.body)
        self._leave_block()

    def _check_guard(self, case):
        """A name alone binds nothing, so a guard that asks for it means ``case let``."""
        for pattern in case.patterns:
            if isinstance(pattern, ast.TagCase) and pattern.constant is None and \
                    pattern.enum_name == '' and len(pattern.bindings) == 0:
                use = find_name(case.guard, pattern.name)
                if use is not None:
                    raise CompileError(
                        "'%s' is not bound here: it compares with the text \"%s\"" % (
                            pattern.name, pattern.name), use.start, use.end,
                        static.CASE_LET % pattern.name)

    def _tag_case(self, pattern, block):
        if pattern.enum_name == '' and len(pattern.bindings) == 0:
            variable = self._lookup(pattern.name, self.function_scope, self.block, False)
            if variable is not None and variable.is_const:
                self._note_use(variable)
                pattern.constant = variable
            elif variable is not None:
                pattern.hides_variable = not variable.is_function_name
        pattern.variables = []
        pattern.extra_variables = []
        pattern.extra_indexes = []
        if pattern.enum_name != '':
            self.enums.check(pattern.enum_name, pattern.name, len(pattern.bindings), True, pattern)
        for name in pattern.bindings:
            if name == '_':
                pattern.variables.append(None)
                continue
            outer = self._lookup(name, self.function_scope, self.block, False)
            variable = self.function_scope.new_variable(name)
            variable.is_iteration = True
            if outer is not None and outer.is_global:
                variable.fallback = outer
                outer.mentioned_in_function = True
            elif outer is not None:
                variable.outer = outer
                self._note_use(outer)
            block.names[name] = variable
            block.cells.append(variable)
            pattern.variables.append(variable)
        if len(pattern.bindings) == 1:
            block.tag_case = pattern

    def visit_try(self, node):
        self.statements(node.body)
        if node.handler is not None:
            self._enter_block()
            node.variable = self._declare_in_block(node.name)
            self._statements(node.handler)
            self._leave_block()
        if node.finalizer is not None:
            self.statements(node.finalizer)

    def visit_function_declaration(self, node):
        function = node.function
        node.variable = self._resolve_target(function.name)
        self._function(function, False)

    def visit_struct_declaration(self, node):
        self.type_names[node.name] = True
        node.variable = self._resolve_target(node.name)
        for field in node.fields:
            if field.default is not None:
                self._default(field)
        for method in node.methods:
            self._method(node, method)

    def _default(self, field):
        """A field default is compiled as a function of no arguments (decision 8)."""
        scope = FunctionScope(self.function_scope, self.block, False)
        field.scope = scope
        outer = self._enter_function(scope)
        self._collect_names([], [field.default])
        field.default.visit(self)
        self._leave_function(outer)

    def _method(self, struct, method):
        scope = FunctionScope(self.function_scope, self.block, False)
        scope.is_method = True
        scope.kind = self._kind(method)
        parameters = method.parameters
        scope.has_hidden_self = len(parameters) == 0 or parameters[0].name != 'self'
        scope.changes_self = method.changes_self()
        if scope.has_hidden_self:
            for field in struct.fields:
                if field.name not in scope.names:
                    scope.declare(field.name).is_field = True
        self._function_body(method, scope)

    def visit_enum_declaration(self, node):
        self.type_names[node.name] = True
        node.variable = self._resolve_target(node.name)

    def visit_export(self, node):
        node.statement.visit(self)
        for name in statement_names(node.statement):
            # The loader reads exports from their cells.
            self.resolve(name).mentioned_in_function = True

    def visit_import(self, node):
        node.variables = [self._imported(name) for name in node.names]
        if node.binds_namespace:
            node.namespace_variable = self._imported(node.bound_name())

    def visit_from_import(self, node):
        exports = self.module.exported_names(node.module)
        if exports is not None:
            for i in range(len(node.names)):
                declaration = exports.enum(node.names[i])
                if declaration is not None:
                    self.enums.add(node.bound_name(i), declaration)
        node.variables = [self._imported(node.bound_name(i)) for i in range(len(node.names))]

    def _imported(self, name):
        variable = self._lookup(name, self.function_scope, self.block, True)
        assert variable is not None
        variable.is_imported = True
        variable.mark_assigned()
        return variable

    def visit_spawn(self, node):
        scope = FunctionScope(self.function_scope, self.block, True)
        scope.copies_globals = True
        scope.kind = ASYNC
        self._function_body(node.function, scope)

    def visit_test(self, node):
        # In a normal run tests are parsed only (language.md section 13).
        pass

    # ---- functions

    def _enter_function(self, scope):
        """Go on in another function; returns what ``_leave_function`` wants to know."""
        outer = Place(self.function_scope, self.block, self.loops)
        self.function_scope, self.block, self.loops = scope, None, 0
        return outer

    def _leave_function(self, outer):
        self.function_scope = outer.function_scope
        self.block = outer.block
        self.loops = outer.loops

    def _function(self, function, by_value):
        scope = FunctionScope(self.function_scope, self.block, by_value)
        scope.kind = self._kind(function)
        self._function_body(function, scope)

    def _kind(self, function):
        if function.is_generator:
            return GENERATOR
        if function.is_async:
            return ASYNC
        return PLAIN

    def _function_body(self, function, scope):
        function.scope = scope
        outer = self._enter_function(scope)
        if scope.has_hidden_self:
            scope.parameters.append(scope.new_variable('self'))
        for parameter in function.parameters:
            self._parameter(parameter, scope, function)
        defaults = [parameter.default for parameter in function.parameters
                    if parameter.default is not None]
        self._collect_names(function.body, defaults)
        for default in defaults:
            default.visit(self)
        self._statements(function.body)
        self._leave_function(outer)

    def _parameter(self, parameter, scope, function):
        known = scope.names.get(parameter.name, None)
        if known is not None and not known.is_field:
            raise duplicate_parameter(parameter, function)
        variable = scope.new_variable(parameter.name)
        variable.is_parameter = True
        variable.position = len(scope.parameters)
        if parameter.is_mutable:
            variable.is_place = True
        if parameter.default is not None:
            variable.mark_assigned()
        scope.names[parameter.name] = variable
        scope.parameters.append(variable)

    # ---- expressions

    def visit_name(self, node):
        node.variable = self.resolve(node.name)

    def visit_entry(self, node):
        key = node.key
        if node.is_bare:
            assert isinstance(key, ast.StringLiteral)
            value = node.value
            variable = self._lookup(key.value, self.function_scope, self.block, False)
            is_value = isinstance(value, ast.Name) and value.name == key.value
            node.hides_variable = variable is not None and not is_value \
                and not variable.is_function_name
        key.visit(self)
        node.value.visit(self)

    def visit_struct_literal(self, node):
        self.type_names[node.name] = True
        self.expressions(node.values)

    def visit_index(self, node):
        index = node.index
        if isinstance(index, ast.Variant) and not index.has_arguments \
                and not self.enums.has(index.enum_name) \
                and self._lookup(index.enum_name, self.function_scope, self.block, False) is not None:
            raise CompileError('%s::%s is a variant of an enum, not the bounds of a slice' % (
                index.enum_name, index.variant_name), index.start, index.end,
                static.SLICE_BOUNDS % (index.enum_name, index.variant_name))
        Traversal.visit_index(self, node)

    def visit_variant(self, node):
        self.type_names[node.enum_name] = True
        self.enums.check(node.enum_name, node.variant_name, len(node.arguments), False, node)
        self.expressions(node.arguments)

    def visit_branch_value(self, node):
        self.function_scope.has_writing_expressions = True
        node.statement.visit(self)
        check_branch_value(node.statement, self.enums)

    def visit_function_expression(self, node):
        self._function(node.function, True)

    def visit_call(self, node):
        node.callee.visit(self)
        self._arguments(node.arguments)

    def visit_method_call(self, node):
        node.receiver.visit(self)
        note_given(node.receiver)
        if is_path(node.receiver):
            self._note_change(root_of(node.receiver).variable)
        self._arguments(node.arguments)

    def _note_change(self, variable):
        """A method may change the value of a variable."""
        if not variable.is_imported:
            variable.mark_assigned()
            variable.root().path_written = True
            self.function_scope.has_writing_expressions = True

    def _arguments(self, arguments):
        for argument in arguments:
            argument.visit(self)
            note_given(argument)

    def visit_pipe(self, node):
        node.left.visit(self)
        note_given(node.left)
        node.right.visit(self)


def duplicate_parameter(parameter, function):
    """The CompileError for a parameter with the name of an earlier one."""
    error = CompileError('Duplicate declaration in the same scope: %s' % parameter.name,
                         parameter.start, parameter.end, '', kinds.DUPLICATE_DECLARATION)
    for other in function.parameters:
        if other.name == parameter.name:
            error.diagnostic.add_secondary(other.start, other.end, 'first declared here')
            break
    return error
