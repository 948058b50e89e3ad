"""Namespaces: what the name of an imported module stands for (language.md 12.1)."""

from rpython.rlib import jit

from ruffinterp.objects.base import W_Root
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.errors import MissingName, RuffError


@jit.dont_look_inside
def missing_symbol(name, w_namespace):
    """The RuffError for a name that a module does not export."""
    return RuffError(missing_symbol_text(name, w_namespace.name), None,
                     MissingName(name, w_namespace), kinds.MISSING_EXPORT)


def missing_symbol_text(name, module):
    return "Symbol '%s' not found in module '%s'" % (name, module)


class W_Namespace(W_Root):
    """The exports of a module, fixed when it has run.

    ``name``: the name of the module.  ``values_w``: the values, kept by the module too.
    """
    type_word = 'module'
    operand_word = 'module'
    _immutable_fields_ = ['name', 'values_w[*]', 'indices']

    def __init__(self, name, names, values_w):
        self.name = name
        self.values_w = values_w
        self.indices = {}
        for index in range(len(names)):
            self.indices[names[index]] = index

    # test_jit_modules.py: a member of a namespace is a constant
    @jit.elidable
    def find(self, name):
        """The index of the export ``name`` (str), or -1."""
        return self.indices.get(name, -1)

    def get(self, name):
        """The value of the export ``name`` (str), or None."""
        self = jit.promote(self)
        index = self.find(name)
        if index < 0:
            return None
        return self.values_w[index]

    def read(self, name):
        """The value of the export ``name`` (str); RuffError if there is none (12.4)."""
        w_value = self.get(name)
        if w_value is None:
            raise missing_symbol(name, self)
        return w_value

    def display(self, builder):
        builder.append('<module ')
        builder.append(self.name)
        builder.append('>')
