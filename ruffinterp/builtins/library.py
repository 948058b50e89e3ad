"""All families of builtins; importing them fills the registry."""

import ruffinterp.builtins.array_shapes
import ruffinterp.builtins.arrays
import ruffinterp.builtins.assertions
import ruffinterp.builtins.bits
import ruffinterp.builtins.channels
import ruffinterp.builtins.characters
import ruffinterp.builtins.container_methods
import ruffinterp.builtins.conversion
import ruffinterp.builtins.dicts
import ruffinterp.builtins.formatting
import ruffinterp.builtins.grouping
import ruffinterp.builtins.heaps
import ruffinterp.builtins.higher_order
import ruffinterp.builtins.integers
import ruffinterp.builtins.introspection
import ruffinterp.builtins.lazy_iterators
import ruffinterp.builtins.mathematics
import ruffinterp.builtins.output
import ruffinterp.builtins.promises
import ruffinterp.builtins.queue_functions
import ruffinterp.builtins.random_numbers
import ruffinterp.builtins.ranges
import ruffinterp.builtins.sequence_functions
import ruffinterp.builtins.set_functions
import ruffinterp.builtins.sorting
import ruffinterp.builtins.strings
import ruffinterp.builtins.tasks
import ruffinterp.builtins.text_styles
import ruffinterp.stdlib.clocks
import ruffinterp.stdlib.console
import ruffinterp.stdlib.files
import ruffinterp.stdlib.parallel
import ruffinterp.stdlib.process
from ruffinterp.builtins.pure_methods import declare_pure_methods
from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.floats import W_Float

declare_pure_methods()


def global_names():
    """{name: W_Root} of all names that every module sees: builtins and constants."""
    names = {}
    for name, w_builtin in BUILTINS.items():
        assert isinstance(w_builtin, W_Root)
        names[name] = w_builtin
    names['PI'] = W_Float(3.141592653589793)
    names['E'] = W_Float(2.718281828459045)
    return names
