"""What the checker knows of a whole program."""

from ruffinterp.checker.annotations import TYPE_NAMES, annotated_type
from ruffinterp.checker.signatures import builtin_signature
from ruffinterp.checker.types import any_type
from ruffinterp.checker.variables import VariableTable


class Environment(object):
    """``program``: an ast.Program that was compiled for ``module``; ``scope``: its FunctionScope.
    ``declared_names``: {name: True} of the structs and enums in the text.

    ``fields``: {struct: {field: Type}}.  ``imported_names``: {name: True} of what imported
    modules export.  ``knows_all_names``: whether there is no import whose names are a secret
    until the program runs.
    """

    def __init__(self, program, module):
        self.module = module
        self.scope = program.scope
        self.declared_names = program.type_names
        self.variables = VariableTable()
        self.fields = {}
        self.imported_names = {}
        self.knows_all_names = True
        self._builtins = {}

    # ---- types

    def type_of(self, annotation):
        """The Type for an ast.TypeAnnotation or None."""
        return annotated_type(annotation, self.declared_names)

    def is_type_name(self, name):
        """Whether an annotation may use ``name``."""
        return not self.knows_all_names or name in TYPE_NAMES or name in self.declared_names \
            or name in self.scope.names or name in self.imported_names

    def type_names(self):
        """All names that annotations may use without an import; list of str."""
        return TYPE_NAMES.keys() + self.declared_names.keys()

    def add_fields(self, struct):
        """Remember the fields of an ast.StructDeclaration; a second one of that name drops them."""
        types = {}
        if struct.name not in self.fields:
            for field in struct.fields:
                types[field.name] = self.type_of(field.type)
        self.fields[struct.name] = types

    def field_type(self, struct_name, name):
        """The declared Type of a field."""
        types = self.fields.get(struct_name, None)
        if types is None:
            return any_type
        return types.get(name, any_type)

    # ---- modules

    def add_module(self, name):
        """An import of the module ``name``; returns its ExportedNames or None."""
        exports = self.module.exported_names(name)
        if exports is not None:
            for exported in exports.names:
                self.imported_names[exported] = True
            for exported in exports.enums:
                self.imported_names[exported] = True
        return exports

    # ---- functions

    def is_undefined(self, variable):
        """Whether nothing ever binds ``variable``."""
        return self.knows_all_names and variable.is_global and not variable.is_builtin \
            and not variable.assigned and variable.name not in self.scope.names

    def function_names(self):
        """The names that are known everywhere; list of str."""
        return self.scope.names.keys() + self.module.builtins.keys()

    def builtin_signature(self, name):
        """The Signature of the builtin ``name``; None for a value that is no function."""
        signature = self._builtins.get(name, None)
        if signature is None:
            w_builtin = self.module.builtin_function(name)
            if w_builtin is None:
                return None
            signature = builtin_signature(w_builtin)
            self._builtins[name] = signature
        return signature
