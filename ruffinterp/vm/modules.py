"""Where the virtual machine asks for modules: the loader registers itself here."""

from rpython.rlib import jit


class ModuleLoader(object):
    """Finds and runs modules."""

    def load(self, name, root):
        """The W_Namespace of the module ``name``, which is run unless it was before.

        ``root``: the search root in which the importing module was found, '' for the main program.
        Raises RuffError (language.md 12.4), and what running a program may raise.
        """
        raise NotImplementedError


class Hooks(object):
    def __init__(self):
        self.loader = ModuleLoader()


hooks = Hooks()


@jit.dont_look_inside
def load_module(name, root):
    return hooks.loader.load(name, root)
