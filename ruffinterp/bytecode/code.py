"""Code: the compiled form of one function."""


# What a call of a code gives.
PLAIN = 0
GENERATOR = 1
ASYNC = 2


class Code(object):
    """Immutable after compilation.

    ``ops``: the instructions (opcodes.py).  ``constants`` ... ``formats``: what operands
    index.  Registers: parameters, captured variables, other variables, hidden ones, and from
    ``temporaries`` on the operands of expressions, each of which is read once.
    ``handlers``: (start, end, target, register, is_finalizer) of each ``except``, which gets the
    error as a value, and of each ``finally``, which gets the error itself; innermost first.
    ``positions``: (pc, start, end) of each instruction, ascending, read for errors only.
    ``local_names``: names of the variables by register, '' for hidden ones.
    ``first_captured``: register of the first captured variable.
    ``changes_self``: whether it is a method with ``mut self``, whose first argument is the cell of
    ``self`` (decision 39); ``shares_self``: a function in it has that cell, too.
    ``kind``: what a call gives; in all but PLAIN code ``activation`` is the register that holds
    the object to which a suspended frame is saved (vm/activation.py).
    """
    _immutable_fields_ = [
        'name', 'ops[*]', 'constants[*]', 'cells[*]', 'names[*]', 'codes[*]', 'shapes[*]',
        'tags[*]', 'builtins[*]', 'structs[*]', 'formats[*]', 'register_count', 'temporaries',
        'handlers[*]', 'positions[*]', 'local_names[*]', 'first_captured', 'captured_count',
        'parameter_count', 'required_count', 'has_rest', 'is_method', 'is_module', 'changes_self',
        'shares_self', 'kind', 'activation', 'source']

    def __init__(self, name, source):
        self.name = name
        self.source = source
        self.ops = []
        self.constants = []
        self.cells = []
        self.names = []
        self.codes = []
        self.shapes = []
        self.tags = []
        self.builtins = []
        self.structs = []
        self.formats = []
        self.register_count = 0
        self.temporaries = 0
        self.handlers = []
        self.positions = []
        self.local_names = []
        self.first_captured = 0
        self.captured_count = 0
        self.parameter_count = 0
        self.required_count = 0
        self.has_rest = False
        self.is_method = False
        self.is_module = False
        self.changes_self = False
        self.shares_self = False
        self.kind = PLAIN
        self.activation = -1

    def display_name(self):
        """The name in messages and call stacks: ``<lambda>`` for function expressions."""
        if self.is_module:
            return '<module>'
        if self.name == '':
            return '<lambda>'
        return self.name

    def display_function(self, builder):
        """Display form of a function with this code (decision 3)."""
        builder.append('<async function' if self.kind == ASYNC else '<function')
        if self.name != '':
            builder.append(' ')
            builder.append(self.name)
        builder.append('>')

    def position_index(self, pc):
        """Index into ``positions`` of the entry for the instruction at ``pc``; -1 without one."""
        positions = self.positions
        low = 0
        high = len(positions) // 3
        while low < high:
            middle = (low + high) >> 1
            if positions[middle * 3] <= pc:
                low = middle + 1
            else:
                high = middle
        return (low - 1) * 3

    def start_offset(self, pc):
        """Byte offset in the source where the expression at ``pc`` starts; 0 if unknown."""
        index = self.position_index(pc)
        if index < 0:
            return 0
        return self.positions[index + 1]

    def end_offset(self, pc):
        index = self.position_index(pc)
        if index < 0:
            return 0
        return self.positions[index + 2]

    def line(self, pc):
        """Line of the instruction at ``pc``, from 1."""
        return self.source.line(self.start_offset(pc))
