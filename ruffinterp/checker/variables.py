"""What is known of the variables of a program.

The scope analysis has resolved every name to a Variable, so that shadowing is settled here.
"""

from ruffinterp.checker.types import any_type, certain_type, same

# What the type of a variable rests on.
NOTHING, INFERENCE, ANNOTATION = range(3)


class Facts(object):
    """What is known of one variable.

    ``type``: of all values that it is meant to hold; ``origin``: why.  ``bindings``: how many
    declarations and other binding forms it has; ``is_assigned``: whether it has assignments too.
    ``is_contradicted``: some assignment does not fit the inferred type, so that nothing follows
    from it.  ``struct_name``: the struct that all its values are made of, '' if that is not known,
    None before the first one.  ``exports``: the ExportedNames of the module that it stands for, or
    None.  ``is_enum``: an enum has the name, which makes it no value.  ``is_async``: it is the name of
    an async function.
    """

    def __init__(self):
        self.type = any_type
        self.struct_name = None
        self.exports = None
        self.is_enum = False
        self.is_async = False
        self.origin = NOTHING
        self.bindings = 0
        self.is_assigned = False
        self.is_contradicted = False
        self._signature = None

    def value_type(self):
        """The type of what is read from the variable."""
        if self.struct_name is not None and self.struct_name != '':
            return certain_type(self.struct_name)
        if self.is_contradicted:
            return any_type
        return self.type

    def holds(self, struct_name):
        """One of its values is a struct of that name, '' for any other value."""
        if self.struct_name is None:
            self.struct_name = struct_name
        elif self.struct_name != struct_name:
            self.struct_name = ''

    def is_bound_once(self):
        return self.bindings == 1 and not self.is_assigned

    def is_no_value(self):
        """Whether only an enum has the name."""
        return self.is_enum and self.bindings == 0 and not self.is_assigned

    def signature(self):
        """The Signature of the function whose name it is, None if it may be anything else."""
        if self.is_bound_once():
            return self._signature
        return None

    def module_exports(self):
        """The ExportedNames of the module whose namespace it is, None if it may be anything else."""
        if self.is_bound_once():
            return self.exports
        return None

    def bind(self, type, origin, signature):
        """One more declaration; a second one of another type leaves the type open."""
        self.bindings += 1
        if self.bindings == 1:
            self.type = type
            self.origin = origin
            self._signature = signature
        elif origin != self.origin or not same(self.type, type):
            self.type = any_type
            self.origin = NOTHING


def owner(variable):
    """The Variable whose declaration decides about ``variable``, seen through captures.

    A local that stands for a global (language.md 5.3 step 3) is decided by that; the payload of
    a ``case`` is not (decision 29).
    """
    while True:
        if variable.source is not None:
            variable = variable.source
        elif variable.fallback is not None and not variable.is_iteration:
            variable = variable.fallback
        else:
            return variable


class VariableTable(object):
    """Facts about all variables that are declared somewhere."""

    def __init__(self):
        self.facts = {}

    def find(self, variable):
        """The Facts about what ``variable`` stands for, or None."""
        return self.facts.get(owner(variable), None)

    def _facts_of(self, variable):
        key = owner(variable)
        facts = self.facts.get(key, None)
        if facts is None:
            facts = Facts()
            self.facts[key] = facts
        return facts

    def bind(self, variable, type, origin, struct_name):
        """A declaration of ``variable`` with a type; ``struct_name`` as for ``Facts.holds``."""
        facts = self._facts_of(variable)
        facts.bind(type, origin, None)
        facts.holds(struct_name)

    def bind_function(self, variable, signature, is_async):
        """``variable`` is the name of a function."""
        facts = self._facts_of(variable)
        facts.bind(any_type, NOTHING, signature)
        facts.holds('')
        facts.is_async = is_async

    def bind_module(self, variable, exports):
        """``variable`` is the namespace of a module with these ExportedNames, or None."""
        facts = self._facts_of(variable)
        facts.bind(any_type, NOTHING, None)
        facts.holds('')
        facts.exports = exports

    def bind_enum(self, variable):
        """An enum has the name of ``variable``."""
        self._facts_of(variable).is_enum = True

    def assign(self, variable, struct_name):
        """``variable`` is assigned.  An assignment before the declaration makes it open, but one
        in a function that stands before it runs later."""
        facts = self._facts_of(variable)
        facts.is_assigned = True
        facts.holds(struct_name)
        if facts.bindings == 0 and owner(variable) is variable:
            facts.bind(any_type, NOTHING, None)
