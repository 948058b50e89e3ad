"""Methods of arrays that are the functions of the same name (language.md 7.6).

``a.skip(n)`` is ``skip(a, n)``.  They do not go through the global names, which a program may
bind to something else (builtins-data.md 1.2).
"""

# Importing a family declares its functions.
import ruffinterp.builtins.array_shapes
import ruffinterp.builtins.higher_order
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.vm.methods import ARRAY_METHODS

METHOD_NAMES = ['chunk', 'enumerate', 'flatten', 'reduce', 'skip', 'take', 'zip']

for _name in METHOD_NAMES:
    ARRAY_METHODS[_name] = BUILTINS[_name]
