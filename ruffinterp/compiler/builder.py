"""Instructions, labels, registers and tables of one function while it is compiled."""

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import Code
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import parse_decimal
from ruffinterp.objects.shapes import record_shape
from ruffinterp.objects.booleans import w_false, w_null, w_true
from ruffinterp.objects.string import wrap_constant
from ruffinterp.objects.struct import struct_shape, struct_type
from ruffinterp.objects.enums import get_tag

# Registers of temporaries count from here until the number of variables is known.
TEMPORARY = 1 << 30

NO_REGISTER = -1 << 30


class CodeBuilder(object):
    """Collects what a function is compiled to; ``finish`` makes the Code."""

    def __init__(self, name, source):
        self.name = name
        self.source = source
        self.ops = []
        self.positions = []
        self.start = 0
        self.end = 0
        self.labels = []
        self.local_names = []
        self.live_temporaries = 0
        self.most_temporaries = 0
        self.handlers = []
        self.constants = []
        self.constant_index = {}
        self.cells = []
        self.cell_index = {}
        self.names = []
        self.name_index = {}
        self.codes = []
        self.shapes = []
        self.tags = []
        self.builtins = []
        self.structs = []
        self.formats = []

    # ---- instructions

    def at(self, node):
        """Instructions from here on belong to the source of ``node``."""
        self.start = node.start
        self.end = node.end

    def emit(self, opcode, operands):
        """Append an instruction; jump targets are labels."""
        self.positions.append(len(self.ops))
        self.positions.append(self.start)
        self.positions.append(self.end)
        self.ops.append(opcode)
        for operand in operands:
            self.ops.append(operand)

    def emit_at(self, node, opcode, operands):
        """Append an instruction that belongs to the source of ``node``."""
        self.at(node)
        self.emit(opcode, operands)

    def new_label(self):
        self.labels.append(-1)
        return len(self.labels) - 1

    def place(self, label):
        self.labels[label] = len(self.ops)

    def new_label_here(self):
        label = self.new_label()
        self.place(label)
        return label

    # ---- registers

    def new_register(self, name):
        """A register for a variable ('' for a hidden one)."""
        self.local_names.append(name)
        return len(self.local_names) - 1

    def new_temporary(self):
        register = TEMPORARY + self.live_temporaries
        self.live_temporaries += 1
        if self.live_temporaries > self.most_temporaries:
            self.most_temporaries = self.live_temporaries
        return register

    def destination(self, wanted):
        """The register ``wanted`` for a result, or a temporary if that is NO_REGISTER."""
        if wanted == NO_REGISTER:
            return self.new_temporary()
        return wanted

    def is_temporary(self, operand):
        return operand >= TEMPORARY

    # ---- constants and tables

    def _constant(self, key, w_value):
        self.constants.append(w_value)
        index = ~(len(self.constants) - 1)
        if key != '':
            self.constant_index[key] = index
        return index

    def int_constant(self, digits):
        """Operand for an int literal."""
        key = 'i' + digits
        if key in self.constant_index:
            return self.constant_index[key]
        return self._constant(key, parse_decimal(digits))

    def float_constant(self, value):
        return self._constant('', W_Float(value))

    def string_constant(self, text):
        key = 's' + text
        if key in self.constant_index:
            return self.constant_index[key]
        return self._constant(key, wrap_constant(text))

    def bool_constant(self, flag):
        if flag:
            return self.value_constant('true', w_true)
        return self.value_constant('false', w_false)

    def null_constant(self):
        return self.value_constant('null', w_null)

    def value_constant(self, key, w_value):
        """Operand for a prebuilt value, found again by ``key`` ('' for never)."""
        assert isinstance(w_value, W_Root)
        if key != '' and key in self.constant_index:
            return self.constant_index[key]
        return self._constant(key, w_value)

    def name_operand(self, name):
        index = self.name_index.get(name, -1)
        if index < 0:
            index = len(self.names)
            self.names.append(name)
            self.name_index[name] = index
        return index

    def cell_operand(self, cell):
        index = self.cell_index.get(cell, -1)
        if index < 0:
            index = len(self.cells)
            self.cells.append(cell)
            self.cell_index[cell] = index
        return index

    def code_operand(self, code):
        self.codes.append(code)
        return len(self.codes) - 1

    def record_operand(self, names):
        self.shapes.append(record_shape(names))
        return len(self.shapes) - 1

    def struct_shape_operand(self, struct_name, names):
        self.shapes.append(struct_shape(struct_type(struct_name), names))
        return len(self.shapes) - 1

    def struct_operand(self, reference):
        """Operand for a StructReference."""
        self.structs.append(reference)
        return len(self.structs) - 1

    def tag_operand(self, text):
        self.tags.append(get_tag(text))
        return len(self.tags) - 1

    def builtin_operand(self, w_builtin):
        self.builtins.append(w_builtin)
        return len(self.builtins) - 1

    def format_operand(self, specification):
        """Operand for a FormatSpecification."""
        self.formats.append(specification)
        return len(self.formats) - 1

    # ---- the end

    def _patched_ops(self):
        """The instructions with positions for labels and registers for temporaries."""
        first = len(self.local_names)
        pc = 0
        ops = self.ops[:]
        while pc < len(ops):
            operands, next_pc = opcodes.walk_operands(ops, pc)
            for operand, position in operands:
                if operand.kind.is_target:
                    ops[position] = self.labels[ops[position]]
                elif operand.kind.is_register and ops[position] >= TEMPORARY:
                    ops[position] = ops[position] - TEMPORARY + first
            pc = next_pc
        return ops

    def _patched_handlers(self):
        handlers = []
        for start, end, target, register, is_finalizer in self.handlers:
            handlers.append((self.labels[start], self.labels[end], self.labels[target], register,
                             is_finalizer))
        return handlers

    def finish(self):
        """The Code of the function."""
        code = Code(self.name, self.source)
        code.ops = self._patched_ops()
        code.constants = self.constants[:]
        code.cells = self.cells[:]
        code.names = self.names[:]
        code.codes = self.codes[:]
        code.shapes = self.shapes[:]
        code.tags = self.tags[:]
        code.builtins = self.builtins[:]
        code.structs = self.structs[:]
        code.formats = self.formats[:]
        code.handlers = self._patched_handlers()
        code.positions = self.positions[:]
        code.local_names = self.local_names[:]
        code.temporaries = len(self.local_names)
        code.register_count = len(self.local_names) + self.most_temporaries
        return code
