"""The first pass over a program: what is declared."""

from ruffinterp.checker.statements import StatementChecker
from ruffinterp.syntax import ast


class DeclarationPass(StatementChecker):
    """Fills the Environment, so that declarations count wherever they stand in the text."""

    def bind(self, variable, type, origin, value):
        self.known.add_block_variable(variable)
        self.known.variables.bind(variable, type, origin, value)

    def bind_enum(self, variable):
        self.known.variables.bind_enum(variable)

    def bind_pattern(self, pattern):
        if isinstance(pattern, ast.NamePattern):
            self.bind_anything(pattern.variable)
        elif isinstance(pattern, ast.ArrayPattern):
            for item in pattern.items:
                if not isinstance(item, ast.PathPattern):
                    self.bind_pattern(item)
            self.bind_anything(pattern.rest_variable)
        elif isinstance(pattern, ast.DictPattern):
            for variable in pattern.variables:
                self.bind_anything(variable)
            self.bind_anything(pattern.rest_variable)

    def assign(self, variable, value):
        self.known.variables.assign(variable, value)

    def augment(self, variable):
        self.known.variables.augment(variable)

    def visit_entry(self, node):
        key = node.key
        if isinstance(key, ast.StringLiteral):
            self.known.entry_names[key.value] = True
        StatementChecker.visit_entry(self, node)

    def declare_struct(self, node):
        self.known.add_fields(node)

    def use_module(self, name, names, node):
        exports = self.known.add_module(name)
        for imported in names:
            self.known.imported_names[imported] = True
        if exports is None and len(names) == 0:
            self.known.knows_all_names = False
