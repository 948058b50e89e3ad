"""Builtins that are methods of their first argument too (decision 40): ``xs.join(", ")``.

All those without effects whose first parameter has to be there and is an array, string, dict, set,
queue or stack.  They do not go through the global names, which a program may bind to something else
(builtins-data.md 1.2).
"""

from ruffinterp.builtins.registry import DECLARATIONS, pure_method
from ruffinterp.objects.methods import CHANGING_NAMES, METHODS

# The kinds of a first parameter, and of the values that have the method.
_RECEIVERS = {
    'sequence': ['array', 'string', 'iterator'], 'array': ['array'], 'string': ['string'],
    'bytes': ['string'], 'dict': ['dict'], 'set': ['set'], 'queue': ['queue'], 'stack': ['stack']}

# Builtins whose name tells the kind have methods without it.
_PREFIXES = ['set', 'queue', 'stack']


def receivers(declaration):
    """The kinds of values that have a builtin as a method."""
    parameters = declaration.parameters
    if declaration.has_effects or not parameters:
        return []
    first = parameters[0]
    if first.is_rest or first.optional:
        return []
    if first.kind == 'any':
        return declaration.receivers
    return _RECEIVERS.get(first.accepted_kind(), [])


def method_name(declaration):
    """The name of a builtin as a method."""
    for kind in _PREFIXES:
        if declaration.parameters[0].kind == kind and declaration.name.startswith(kind + '_'):
            return declaration.name[len(kind) + 1:]
    return declaration.name


def declare_pure_methods():
    """Fill the tables once all families are there; what changes the receiver goes first, and the
    methods of iterators and of arrays that stay lazy."""
    for builtin_name in sorted(DECLARATIONS):
        declaration = DECLARATIONS[builtin_name]
        for kind in receivers(declaration):
            name = method_name(declaration)
            if name not in METHODS[kind]:
                METHODS[kind][name] = pure_method(builtin_name, name)
    for table in METHODS.values():
        for name in table:
            if table[name].changes_receiver:
                CHANGING_NAMES[name] = True
