"""The structs and enums that a text declares: known before it runs (decisions 44 and 45)."""

from ruffinterp.objects.struct import struct_type
from ruffinterp.objects.struct_fields import StructFields
from ruffinterp.syntax.traversal import Traversal


class DeclaredTypes(Traversal):
    """``structs``, ``enums``: name to the list of its declarations, wherever they stand: one that is
    overlooked would be taken for another of its name.  ``changing_methods``: name to True of the
    methods with ``mut self``."""

    def __init__(self):
        self.structs = {}
        self.enums = {}
        self.changing_methods = {}

    def function(self, node):
        for parameter in node.parameters:
            if parameter.default is not None:
                parameter.default.visit(self)
        self.statements(node.body)

    def visit_struct_declaration(self, node):
        if node.name not in self.structs:
            self.structs[node.name] = []
        self.structs[node.name].append(node)
        for method in node.methods:
            if len(method.parameters) > 0 and method.parameters[0].is_mutable:
                self.changing_methods[method.name] = True
        Traversal.visit_struct_declaration(self, node)

    def visit_enum_declaration(self, node):
        if node.name not in self.enums:
            self.enums[node.name] = []
        self.enums[node.name].append(node)

    def struct_fields(self):
        """{name: StructFields} of the structs that are declared exactly once."""
        found = {}
        for name in self.structs:
            declarations = self.structs[name]
            if len(declarations) == 1:
                found[name] = fields_of(declarations[0])
        return found


def declared_types(program):
    """The DeclaredTypes of an ast.Program."""
    found = DeclaredTypes()
    found.statements(program.body)
    return found


def fields_of(node):
    """The StructFields of an ast.StructDeclaration."""
    names = [field.name for field in node.fields]
    has_default = [field.default is not None for field in node.fields]
    return StructFields(struct_type(node.name), names, has_default)
