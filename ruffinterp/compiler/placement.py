"""What cannot stand where it does: a ``break`` outside of a loop, ``mut self`` of a function (language.md
10.4, decisions 39 and 49).  No name has been resolved yet."""

from ruffinterp.compiler.errors import CompileError
from ruffinterp.compiler.paths import has_slice
from ruffinterp.diagnostics.hints import static
from ruffinterp.objects.methods import is_changing_name
from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal


def check_placement(statements, changing_methods, is_module):
    """Raise CompileError for the first statement or expression that stands in a wrong place.

    ``changing_methods``: dict of the names of declared methods that have ``mut self``;
    ``is_module``: whether the statements are the top level of a module.
    """
    checker = PlacementChecker(changing_methods)
    checker.is_top_level = is_module
    for statement in statements:
        statement.visit(checker)


class PlacementChecker(Traversal):
    """``function_place``: where the walk stands in the innermost function."""

    def __init__(self, changing_methods):
        self.changing_methods = changing_methods
        self.is_top_level = False
        self.function_place = FunctionPlace(False)

    # ---- blocks and functions

    def statements(self, nodes):
        was_top_level = self.is_top_level
        self.is_top_level = False
        Traversal.statements(self, nodes)
        self.is_top_level = was_top_level

    def function(self, function):
        self._function_or_method(function, False)

    def _function_or_method(self, function, is_method):
        if function.is_generator and function.is_async:
            raise CompileError('Async generator functions are not supported',
                               function.start, function.end)
        for i in range(len(function.parameters)):
            parameter = function.parameters[i]
            if parameter.is_mutable and (i > 0 or not is_method):
                raise misplaced_mutable_self(parameter)
        outer = self.function_place
        self.function_place = FunctionPlace(function.is_generator)
        for parameter in function.parameters:
            if parameter.default is not None:
                parameter.default.visit(self)
        self.statements(function.body)
        self.function_place = outer

    def visit_struct_declaration(self, node):
        for field in node.fields:
            if field.default is not None:
                outer = self.function_place
                self.function_place = FunctionPlace(False)
                field.default.visit(self)
                self.function_place = outer
        for method in node.methods:
            if method.changes_self():
                check_mutable_self(method)
            self._function_or_method(method, True)

    # ---- statements

    def visit_while(self, node):
        self.function_place.loops += 1
        Traversal.visit_while(self, node)
        self.function_place.loops -= 1

    def visit_for(self, node):
        node.iterable.visit(self)
        self.function_place.loops += 1
        self.statements(node.body)
        self.function_place.loops -= 1

    def visit_break(self, node):
        self._needs_loop('break', node)

    def visit_continue(self, node):
        self._needs_loop('continue', node)

    def _needs_loop(self, what, node):
        if self.function_place.loops == 0:
            self._forbid_in_finalizer(what, node)
            raise CompileError('%s can only be used inside a loop' % what, node.start, node.end,
                               static.LEAVE)

    def visit_return(self, node):
        self._forbid_in_finalizer('return', node)
        Traversal.visit_return(self, node)

    def visit_try(self, node):
        self.statements(node.body)
        if node.handler is not None:
            self.statements(node.handler)
        if node.finalizer is not None:
            loops_around = self.function_place.loops
            self.function_place.loops = 0
            self.function_place.finalizers += 1
            self.statements(node.finalizer)
            self.function_place.finalizers -= 1
            self.function_place.loops = loops_around

    def _forbid_in_finalizer(self, what, node):
        """What would leave a ``finally`` before its end, or suspend it (decision 49)."""
        if self.function_place.finalizers > 0:
            raise CompileError('%s cannot be used inside finally' % what, node.start, node.end,
                               static.FINALLY)

    def visit_export(self, node):
        if not self.is_top_level:
            raise CompileError('export can only be used at the top level of a module',
                               node.start, node.end)
        node.statement.visit(self)

    def visit_test(self, node):
        # A test is a unit of its own.
        pass

    # ---- expressions

    def visit_await(self, node):
        self._forbid_in_finalizer('await', node)
        Traversal.visit_await(self, node)

    def visit_try_operator(self, node):
        self._forbid_in_finalizer('?', node)
        Traversal.visit_try_operator(self, node)

    def visit_yield(self, node):
        self._forbid_in_finalizer('yield', node)
        if not self.function_place.in_generator:
            raise CompileError('Yield can only be used inside generator functions',
                               node.start, node.end, static.GENERATOR)
        Traversal.visit_yield(self, node)

    def visit_call(self, node):
        callee = node.callee
        if isinstance(callee, ast.Name) and callee.name == 'throw':
            raise CompileError('throw() requires exactly one argument', node.start, node.end,
                               static.THROW)
        if isinstance(callee, ast.OptionalField) and self._changes(callee.name):
            raise CompileError('%s changes its receiver, which may be null here' % callee.name,
                               node.start, node.end, static.NULL_RECEIVER % callee.name)
        Traversal.visit_call(self, node)

    def visit_method_call(self, node):
        if self._changes(node.name) and has_slice(node.receiver):
            raise CompileError('A slice is a copy: %s would not change what it comes from' % node.name,
                               node.start, node.end, static.SLICE)
        Traversal.visit_method_call(self, node)

    def _changes(self, name):
        """Whether a method of this name is known to change its receiver."""
        return name in self.changing_methods or is_changing_name(name)


class FunctionPlace(object):
    """``loops``, ``finalizers``: how many of them a place in a function is in; a loop around a
    ``finally`` does not count in it."""

    def __init__(self, in_generator):
        self.in_generator = in_generator
        self.loops = 0
        self.finalizers = 0


def misplaced_mutable_self(parameter):
    """The CompileError for a ``mut self`` that is not the first parameter of a method."""
    return CompileError("'mut self' is the first parameter of a method of a struct",
                        parameter.start, parameter.end, static.MUTABLE_SELF)


def check_mutable_self(method):
    """CompileError for a method that cannot have ``mut self`` (decision 39)."""
    if method.is_async:
        what = 'An async method'
    elif method.is_generator:
        what = 'A generator method'
    elif method.name.startswith('op_'):
        what = 'An operator method'
    else:
        return
    parameter = method.parameters[0]
    raise CompileError('%s cannot have mut self' % what, parameter.start, parameter.end,
                       static.RETURN_SELF)
