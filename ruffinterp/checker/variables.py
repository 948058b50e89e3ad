"""What is known of the variables of a program.

The scope analysis has resolved every name to a Variable, so that shadowing is settled here.
"""

from ruffinterp.checker.types import any_type, certain_type, function_type, same

# What the type of a variable rests on.
NOTHING, INFERENCE, ANNOTATION = range(3)


class KnownValue(object):
    """What is certain of a value that a variable gets.

    ``struct_name``: of the struct that it is, else ''.  ``signature``: the Signature of the function
    that it is, or None; ``is_async``: whether a call of that gives a promise.  ``exports``: the
    ExportedNames of the module whose namespace it is, or None.
    """
    struct_name = ''
    signature = None
    is_async = False
    exports = None


unknown_value = KnownValue()


def struct_value(name):
    value = KnownValue()
    value.struct_name = name
    return value


def function_value(signature, is_async):
    value = KnownValue()
    value.signature = signature
    value.is_async = is_async
    return value


def module_value(exports):
    value = KnownValue()
    value.exports = exports
    return value


class Facts(object):
    """What is known of one variable.

    ``type``: of all values that it is meant to hold; ``origin``: why.  ``bindings``: how many
    declarations and other binding forms it has.
    ``is_contradicted``: some assignment does not fit the inferred type, so that nothing follows
    from it.  ``values``: how many values it gets in the text; ``value``: the KnownValue of all of them.
    ``is_enum``: an enum has the name, which makes it no value.  ``has_value``: something gives it a
    value that does not need one before, as ``x += 1`` does.
    """

    def __init__(self):
        self.type = any_type
        self.values = 0
        self.value = unknown_value
        self.is_enum = False
        self.has_value = False
        self.origin = NOTHING
        self.bindings = 0
        self.is_contradicted = False

    def value_type(self):
        """The type of what is read from the variable."""
        if self.value.struct_name != '':
            return certain_type(self.value.struct_name)
        if self.value.signature is not None:
            return function_type
        if self.is_contradicted:
            return any_type
        return self.type

    def holds(self, value):
        """One of its values is a KnownValue.  Two of them have no more than a struct in common."""
        self.values += 1
        if self.values == 1:
            self.value = value
        elif self.value.struct_name == '' or self.value.struct_name != value.struct_name:
            self.value = unknown_value

    def is_no_value(self):
        """Whether only an enum has the name."""
        return self.is_enum and self.values == 0

    def bind(self, type, origin):
        """One more declaration; a second one of another type leaves the type open."""
        self.bindings += 1
        if self.bindings == 1:
            self.type = type
            self.origin = origin
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

    def bind(self, variable, type, origin, value):
        """A declaration of ``variable`` with a type and a KnownValue."""
        facts = self._facts_of(variable)
        facts.has_value = True
        facts.bind(type, origin)
        facts.holds(value)

    def bind_enum(self, variable):
        """An enum has the name of ``variable``."""
        facts = self._facts_of(variable)
        facts.is_enum = True
        facts.has_value = True

    def assign(self, variable, value):
        """``variable`` is assigned a KnownValue.  An assignment before the declaration makes it open, but one
        in a function that stands before it runs later."""
        facts = self._facts_of(variable)
        facts.has_value = True
        self._add_value(facts, variable, value)

    def augment(self, variable):
        """``variable`` gets another value, made of the one it has."""
        self._add_value(self._facts_of(variable), variable, unknown_value)

    def _add_value(self, facts, variable, value):
        facts.holds(value)
        if facts.bindings == 0 and owner(variable) is variable:
            facts.bind(any_type, NOTHING)
