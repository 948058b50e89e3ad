"""The variables of patterns, for the scope analysis (language.md 5.6)."""

from ruffinterp.syntax import ast


class PatternBinder(ast.Visitor):
    """The variables of a pattern: declared in the block (``let``, ``for``), or those that an
    assignment to the name means (decision 51)."""

    def __init__(self, analyzer, in_block):
        self.analyzer = analyzer
        self.in_block = in_block

    def bind(self, pattern):
        pattern.visit(self)

    def _variable(self, name):
        if name == '_' or name == '':
            return None
        if self.in_block:
            return self.analyzer._declare_in_block(name)
        return self.analyzer._resolve_target(name)

    def visit_path_pattern(self, node):
        self.analyzer._target(node.path)

    def visit_name_pattern(self, node):
        node.variable = self._variable(node.name)

    def visit_array_pattern(self, node):
        for item in node.items:
            item.visit(self)
        node.rest_variable = self._variable(node.rest)

    def visit_dict_pattern(self, node):
        node.variables = []
        for name in node.names:
            node.variables.append(self._variable(name))
        node.rest_variable = self._variable(node.rest)
