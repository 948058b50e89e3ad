"""What the checker knows of a whole program."""

from ruffinterp.checker.annotations import TYPE_NAMES, annotated_type
from ruffinterp.checker.members import struct_members
from ruffinterp.checker.signatures import builtin_signature
from ruffinterp.checker.types import NAMED, any_type
from ruffinterp.checker.variables import VariableTable
from ruffinterp.objects.methods import is_changing_name


class Environment(object):
    """``program``: an ast.Program that was compiled for ``module``; ``scope``: its FunctionScope.
    ``declared_names``: {name: True} of the structs and enums in the text.

    ``fields``: {struct: {field: Type}}.  ``structs``: {name: StructMembers or None} of the structs of
    which all instances are known.  ``entry_names``: {text: True} of the keys in dict literals.
    ``variant_enums``: {name of a variant: name of an enum that has it}.
    ``block_scopes``: {name: {FunctionScope: True}} of the variables of blocks.  ``has_imports``:
    whether there is any.  ``imported_names``: {name: True} of what imported modules export.
    ``knows_all_names``: whether there is no import whose names are a secret until the program runs.
    """

    def __init__(self, program, module):
        self.module = module
        self.scope = program.scope
        self.declared_names = program.type_names
        self.variables = VariableTable()
        self.fields = {}
        self.structs = struct_members(program.declared_types)
        self.declared_structs = program.declared_types.structs
        self.enums = program.declared_types.enums
        self.entry_names = {}
        self.variant_enums = variant_enums(self.enums)
        self.block_scopes = {}
        self.has_imports = False
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

    def members(self, type):
        """The StructMembers of a Type, None if they are not known."""
        if type.kind != NAMED:
            return None
        return self.structs.get(type.name, None)

    def is_changing_method(self, name):
        """Whether all methods of a name that the program can meet change their receiver, and nothing
        else can have the name: a function under a key or in a field."""
        if self.has_imports or name in self.entry_names:
            return False
        found = is_changing_name(name)
        for declarations in self.declared_structs.values():
            for declaration in declarations:
                for field in declaration.fields:
                    if field.name == name:
                        return False
                for method in declaration.methods:
                    if method.name == name:
                        if not method.changes_self():
                            return False
                        found = True
        return found

    def is_missing_struct(self, name):
        """Whether no struct has the name: a module may declare one that it does not export."""
        return not self.has_imports and name not in self.declared_structs

    def add_block_variable(self, variable):
        """Remember a variable that is known in a block only."""
        name = variable.name
        if variable.scope.names.get(name, None) is not variable:
            if name not in self.block_scopes:
                self.block_scopes[name] = {}
            self.block_scopes[name][variable.scope] = True

    def is_block_variable(self, name, scope):
        """Whether a block of the function with the FunctionScope ``scope``, or of one around it,
        has a variable of that name."""
        scopes = self.block_scopes.get(name, None)
        while scopes is not None and scope is not None:
            if scope in scopes:
                return True
            scope = scope.parent
        return False

    # ---- modules

    def add_module(self, name):
        """An import of the module ``name``; returns its ExportedNames or None."""
        self.has_imports = True
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
            and variable.name not in self.scope.names and self.variables.find(variable) is None

    def has_no_value(self, variable):
        """Whether a ``variable`` to which values are only added never has one."""
        return self.knows_all_names and not variable.is_field and not variable.is_builtin

    def library_names(self):
        """The names of the builtins; list of str."""
        return self.module.builtins.keys()

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


def variant_enums(enums):
    """{name of a variant: name of an enum that has it}; ``enums``: as in EnumTable."""
    found = {}
    for name in enums:
        for declaration in enums[name]:
            for variant in declaration.variants:
                found[variant.name] = name
    return found
