"""First pass over one function: the names that it binds at function level (language.md 5.2)."""

from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal


class NameCollector(Traversal):
    """Walks the statements of one function, not into nested ones.

    ``assigned``: names of ``name := e`` and ``[name] := e`` that no ``let`` of an enclosing block
    takes.
    ``declared``: names of nested declarations and imports.
    ``functions``: names of functions, imported ones included.
    ``lets``: names that ``let``, ``mut`` and ``const`` declare at function level.
    """

    def __init__(self, module):
        self.module = module
        self.assigned = []
        self.declared = []
        self.functions = []
        self.lets = []
        self.blocks = []

    def collect(self, statements):
        """Walk the statements of the function."""
        for statement in statements:
            statement.visit(self)

    def statements(self, nodes):
        self._block(nodes, [])

    def _block(self, statements, names):
        block = {}
        for name in names:
            block[name] = True
        self.blocks.append(block)
        self.collect(statements)
        self.blocks.pop()

    def collect_expression(self, node):
        """Walk an expression of the function that is no part of its body."""
        node.visit(self)

    def _assign(self, name):
        for block in self.blocks:
            if name in block:
                return
        self.assigned.append(name)

    def _let(self, name):
        if name == '_':
            return
        if self.blocks:
            self.blocks[-1][name] = True
        else:
            self.lets.append(name)

    def visit_let(self, node):
        self.expression(node.value)
        for name in pattern_names(node.pattern):
            self._let(name)

    def visit_const(self, node):
        self.expression(node.value)
        self._let(node.name)

    def visit_assign(self, node):
        Traversal.visit_assign(self, node)
        target = node.target
        if isinstance(target, ast.Name):
            self._assign(target.name)

    def visit_augmented_assign(self, node):
        Traversal.visit_augmented_assign(self, node)
        target = node.target
        if isinstance(target, ast.Name):
            self._assign(target.name)

    def visit_destructure(self, node):
        Traversal.visit_destructure(self, node)
        for name in pattern_names(node.pattern):
            self._assign(name)

    def visit_function_declaration(self, node):
        self.functions.append(node.function.name)

    def visit_struct_declaration(self, node):
        # The defaults of its fields are functions of their own.
        self.declared.append(node.name)

    def visit_enum_declaration(self, node):
        self.declared.append(node.name)

    def visit_for(self, node):
        self.expression(node.iterable)
        names = pattern_names(node.pattern)
        if node.second is not None:
            names = names + pattern_names(node.second)
        self._block(node.body, names)

    def visit_match(self, node):
        self.expression(node.subject)
        for case in node.cases:
            if case.guard is not None:
                self.expression(case.guard)
            names = []
            for pattern in case.patterns:
                if isinstance(pattern, ast.TagCase):
                    names.extend(pattern.bindings)
                elif isinstance(pattern, ast.LetCase):
                    names.append(pattern.name)
            self._block(case.body, names)
        if node.default_body is not None:
            self._block(node.default_body, [])

    def visit_try(self, node):
        self._block(node.body, [])
        if node.handler is not None:
            self._block(node.handler, [node.name])
        if node.finalizer is not None:
            self._block(node.finalizer, [])

    def visit_test(self, node):
        # Compiled as a function of its own.
        pass

    def visit_import(self, node):
        exports = self.module.exported_names(node.module)
        node.names = []
        node.binds_namespace = True
        if exports is not None:
            for name in exports.names:
                self._import_export(node, name, exports.is_function(name))
        if node.binds_namespace:
            self.declared.append(node.bound_name())

    def _import_export(self, node, name, is_function):
        if name == node.bound_name():
            # An alias was asked for; the module's own name was not (language.md 12.1).
            if node.alias != '':
                return
            node.binds_namespace = False
        node.names.append(name)
        self._imported(name, is_function)

    def visit_from_import(self, node):
        exports = self.module.exported_names(node.module)
        for i in range(len(node.names)):
            is_function = exports is not None and exports.is_function(node.names[i])
            self._imported(node.bound_name(i), is_function)

    def _imported(self, name, is_function):
        if is_function:
            self.functions.append(name)
        else:
            self.declared.append(name)


class PatternNames(ast.Visitor):
    """The names that a destructuring pattern binds, in order."""

    def __init__(self):
        self.names = []

    def _add(self, name):
        if name != '_' and name != '':
            self.names.append(name)

    def visit_name_pattern(self, node):
        self._add(node.name)

    def visit_path_pattern(self, node):
        pass

    def visit_array_pattern(self, node):
        for item in node.items:
            item.visit(self)
        self._add(node.rest)

    def visit_dict_pattern(self, node):
        for name in node.names:
            self._add(name)
        self._add(node.rest)


def pattern_names(pattern):
    """The names that ``pattern`` binds; list of str."""
    visitor = PatternNames()
    pattern.visit(visitor)
    return visitor.names
