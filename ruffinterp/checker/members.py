"""The fields and methods of the structs of a program (decision 44)."""

from ruffinterp.checker.signatures import method_signature


class StructMembers(object):
    """What instances of a struct have.

    ``fields``: names, in order; ``required``: those without default; ``methods``: {name:
    ast.Function}.
    """

    def __init__(self, declaration):
        self.name = declaration.name
        self.fields = [field.name for field in declaration.fields]
        self._is_field = {}
        for name in self.fields:
            self._is_field[name] = True
        self.required = [field.name for field in declaration.fields if field.default is None]
        self.methods = {}
        for method in declaration.methods:
            self.methods[method.name] = method

    def has_field(self, name):
        return name in self._is_field

    def has(self, name):
        """Whether ``value.name(...)`` finds something."""
        return name in self._is_field or name in self.methods

    def changes(self, name):
        """Whether a method changes what it is called on."""
        return name not in self._is_field and name in self.methods \
            and self.methods[name].changes_self()

    def names(self):
        """Fields and methods; list of str."""
        return self.fields + self.methods.keys()

    def signature(self, name, declared_names):
        """The Signature of a method, without the receiver; None for what may be a field."""
        method = self.methods.get(name, None)
        if method is None or name in self._is_field:
            return None
        return method_signature(self.name, method, declared_names)


def struct_members(declared_types):
    """{name: StructMembers} of the structs that keep their shape: declared once, with a field."""
    found = {}
    for name in declared_types.structs:
        declarations = declared_types.structs[name]
        if len(declarations) == 1 and len(declarations[0].fields) > 0:
            found[name] = StructMembers(declarations[0])
    return found
