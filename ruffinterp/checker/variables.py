"""What is known of the variables of a program.

The scope analysis has resolved every name to a Variable, so that shadowing is settled here.
"""

from ruffinterp.checker.types import any_type, same

# What the type of a variable rests on.
NOTHING, INFERENCE, ANNOTATION = range(3)


class Facts(object):
    """What is known of one variable.

    ``type``: of all values that it is meant to hold; ``origin``: why.  ``bindings``: how many
    declarations and other binding forms it has; ``is_assigned``: whether it has assignments too.
    ``is_contradicted``: some assignment does not fit the inferred type, so that nothing follows
    from it.
    """

    def __init__(self):
        self.type = any_type
        self.origin = NOTHING
        self.bindings = 0
        self.is_assigned = False
        self.is_contradicted = False
        self._signature = None

    def value_type(self):
        """The type of what is read from the variable."""
        if self.is_contradicted:
            return any_type
        return self.type

    def signature(self):
        """The Signature of the function whose name it is, None if it may be anything else."""
        if self.bindings == 1 and not self.is_assigned:
            return self._signature
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

    def bind(self, variable, type, origin):
        """A declaration of ``variable`` with a type."""
        self._facts_of(variable).bind(type, origin, None)

    def bind_anything(self, variable):
        """``variable``, which may be None, is bound to something unknown."""
        if variable is not None:
            self._facts_of(variable).bind(any_type, NOTHING, None)

    def bind_function(self, variable, signature):
        """``variable`` is the name of a function."""
        self._facts_of(variable).bind(any_type, NOTHING, signature)

    def assign(self, variable):
        """``variable`` is assigned.  An assignment before the declaration makes it open, but one
        in a function that stands before it runs later."""
        facts = self._facts_of(variable)
        facts.is_assigned = True
        if facts.bindings == 0 and owner(variable) is variable:
            self.bind_anything(variable)
