"""Variables and the regions they live in (language.md 5.2)."""

from ruffinterp.bytecode.code import PLAIN
from ruffinterp.objects.argument_mask import POSITIONS


class Variable(object):
    """One variable of one function or block.

    ``source``: the variable of the enclosing function that this one captures, or None;
    ``by_reference``: whether it is the same variable then (nested named functions, 5.5) or a
    private copy (function expressions).
    ``fallback``: the global that the name means while this local is unbound (5.3 step 3).
    ``given``: somewhere it is returned or passed as it is.
    ``position``: of a parameter, among the arguments of a call, the receiver included.
    ``outer``: the local that the name of a payload means while there is no payload (decision 29).
    ``declared``: False until the walk has passed the ``let`` of a function-level variable.
    ``is_place``: it is ``mut self``, in a cell that the caller has made (decision 39).
    """

    def __init__(self, name, scope):
        self.name = name
        self.scope = scope
        self.is_global = False
        self.is_builtin = False
        self.is_parameter = False
        self.is_place = False
        self.position = -1
        self.is_const = False
        self.is_function_name = False
        self.is_field = False
        self.is_iteration = False
        self.is_imported = False
        self.declared = True
        self.assigned = False
        self.path_written = False
        self.given = False
        self.captured_by_reference = False
        self.mentioned_in_function = False
        self.used_in_loop = False
        self.used = False
        self.source = None
        self.by_reference = False
        self.fallback = None
        self.outer = None
        self.register = -1
        self.cell = None

    def root(self):
        """The variable that owns the storage: follows captures by reference."""
        variable = self
        while variable.by_reference:
            variable = variable.source
        return variable

    def needs_cell(self):
        """Whether the value lives in a cell of its own rather than in a register."""
        root = self.root()
        if root.is_global:
            return False
        if root.is_place:
            return True
        if root.captured_by_reference:
            # A parameter that nobody assigns can be captured by value: nobody sees a difference.
            return root.assigned or not root.is_parameter
        # The private copy of a function expression persists across calls.
        return root.source is not None and root.assigned

    def is_idle(self):
        """Whether an import binds it in a function and nobody asks for it."""
        return self.is_imported and not self.used and not self.is_global

    def means_const(self):
        """Whether the name stands for a constant, here or as the global it falls back to."""
        return self.is_const or (self.fallback is not None and self.fallback.is_const)

    def tracks_ownership(self):
        """Whether it matters at run time who owns the value of this parameter."""
        return self.is_masked_parameter() and (self.path_written or self.given)

    def is_masked_parameter(self):
        """Whether it is a parameter that has a bit in the masks of calls."""
        return self.is_parameter and self.position < POSITIONS

    def mark_assigned(self):
        self.root().assigned = True


class BlockScope(object):
    """The ``let`` names of one block; the function level of a function is not a block."""

    def __init__(self, parent):
        self.parent = parent
        self.names = {}
        self.tag_case = None
        self.cells = []


class FunctionScope(object):
    """The function level of one function, or of the module.

    ``variables``: everything that needs a register, blocks included.
    ``captures``: variables with a source, in the order in which MAKE_FUNCTION collects them.
    ``kind``: what a call gives (bytecode/code.py).
    ``copies_globals``: whether globals are captured too (the body of a ``spawn``, decision 34).
    ``has_writing_expressions``: whether there are blocks of statements (decision 48), or methods
    that may change their receiver (decision 39), in its expressions.
    ``changes_self``: whether it is a method with ``mut self`` (decision 39).
    """

    def __init__(self, parent, parent_block, by_value):
        self.parent = parent
        self.parent_block = parent_block
        self.by_value = by_value
        self.names = {}
        self.variables = []
        self.parameters = []
        self.captures = []
        self.is_method = False
        self.has_hidden_self = False
        self.kind = PLAIN
        self.copies_globals = False
        self.has_writing_expressions = False
        self.changes_self = False

    def is_module(self):
        return self.parent is None

    def new_variable(self, name):
        """A variable that needs a register here, not yet visible under its name."""
        variable = Variable(name, self)
        self.variables.append(variable)
        return variable

    def declare(self, name):
        """The function-level variable ``name``, made on first use."""
        variable = self.names.get(name, None)
        if variable is None:
            variable = self.new_variable(name)
            variable.is_global = self.is_module()
            self.names[name] = variable
        return variable

    def capture(self, source):
        """The variable of this function that captures ``source`` of an enclosing one."""
        for variable in self.captures:
            if variable.source is source:
                return variable
        variable = Variable(source.name, self)
        variable.source = source
        source.used = True
        variable.is_const = source.is_const
        variable.fallback = source if source.is_global else source.fallback
        variable.is_function_name = source.is_function_name
        variable.by_reference = not self.by_value
        if variable.by_reference:
            variable.root().captured_by_reference = True
        self.captures.append(variable)
        return variable
