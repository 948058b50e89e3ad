"""What a module is to the compiler: its globals, and the builtins that it sees."""

from ruffinterp.objects.cells import GlobalCell
from ruffinterp.objects.function import W_Builtin
from ruffinterp.objects.enums import w_none
from ruffinterp.objects.struct import struct_type
from ruffinterp.objects.struct_fields import StructReference


class Module(object):
    """The globals of one module while it is compiled and run.

    ``builtins``: {name: W_Root}.  ``root``: the search root in which the module was found, '' for
    the main program.  ``declared_structs``: {name: StructFields} of the structs that the text
    declares once.
    """

    def __init__(self, builtins, root=''):
        self.builtins = builtins
        self.root = root
        self.cells = {}
        self.declared_structs = {}

    def exported_names(self, name):
        """The ExportedNames of the module ``name`` if they are known before it runs, or None."""
        return None

    def builtin_value(self, name):
        """The value that ``name`` has in every module, or None."""
        return self.builtins.get(name, None)

    def builtin_names(self):
        """The names that every program sees; list of str."""
        return self.builtins.keys()

    def builtin_function(self, name):
        """The W_Builtin that ``name`` is in every module, or None."""
        w_value = self.builtins.get(name, None)
        if isinstance(w_value, W_Builtin):
            return w_value
        return None

    def none_value(self):
        return w_none

    def cell(self, name):
        """The cell of the global ``name``, made on first use; a builtin's name starts bound."""
        cell = self.cells.get(name, None)
        if cell is None:
            cell = GlobalCell(name)
            w_builtin = self.builtins.get(name, None)
            if w_builtin is not None:
                cell.set(w_builtin)
            self.cells[name] = cell
        return cell

    def struct_reference(self, name):
        """The StructReference of a name in the text."""
        return StructReference(struct_type(name), self.declared_structs.get(name, None))
