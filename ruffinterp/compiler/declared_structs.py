"""The structs that a text declares: their fields are known before it runs (decision 44)."""

from ruffinterp.objects.struct import struct_type
from ruffinterp.objects.struct_fields import StructFields
from ruffinterp.syntax.traversal import Traversal


class StructCollector(Traversal):
    """``declarations``: name to the list of ast.StructDeclaration, wherever they stand."""

    def __init__(self):
        self.declarations = {}

    def expression(self, node):
        pass

    def function(self, node):
        self.statements(node.body)

    def visit_struct_declaration(self, node):
        if node.name not in self.declarations:
            self.declarations[node.name] = []
        self.declarations[node.name].append(node)
        for method in node.methods:
            self.function(method)


def declared_structs(program):
    """{name: StructFields} of the structs that an ast.Program declares exactly once."""
    collector = StructCollector()
    collector.statements(program.body)
    found = {}
    for name in collector.declarations:
        declarations = collector.declarations[name]
        if len(declarations) == 1:
            found[name] = fields_of(declarations[0])
    return found


def fields_of(node):
    """The StructFields of an ast.StructDeclaration."""
    names = [field.name for field in node.fields]
    has_default = [field.default is not None for field in node.fields]
    return StructFields(struct_type(node.name), names, has_default)
