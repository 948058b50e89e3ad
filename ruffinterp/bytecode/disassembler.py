"""Bytecode as text: ``ruff run --dump-bytecode FILE``.

    function total: 1 parameter, 6 registers
        2     0  CHECK_BOUND     register=values
              2  FOR_INIT        loop=h4 iterable=values
              5  FOR_NEXT        loop=h4 destination=value target=14

From the left: the line, where it changes; the position; the opcode; its operands by name. A
register is shown as its variable, as h4 if it is hidden, as t0 if it is a temporary.
"""

from rpython.rlib.rstring import StringBuilder

from ruffinterp.bytecode import captures, method_use
from ruffinterp.bytecode.code import ASYNC, GENERATOR, PLAIN
from ruffinterp.bytecode.opcodes import OPCODES, walk_operands
from ruffinterp.bytecode.operands import CAPTURE, MASK, SOURCE, USE
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.quoting import append_quoted
from ruffinterp.objects.string import W_Str

KIND_WORDS = {PLAIN: '', GENERATOR: 'generator ', ASYNC: 'async '}
NAME_COLUMNS = 28


def disassemble(code):
    """The listing of a Code and of the functions in it; str in UTF-8."""
    builder = StringBuilder()
    _Listing(code, builder).write()
    return builder.build()


def counted(number, word):
    """A number with its unit, for people."""
    if number == 1:
        return '1 ' + word
    return '%d %ss' % (number, word)


def padded(text, width):
    return text + ' ' * max(0, width - len(text))


def aligned(text, width):
    return ' ' * max(0, width - len(text)) + text


class _Listing(object):
    """The listing of one Code, and behind it those of the functions that it makes."""

    def __init__(self, code, builder):
        self.code = code
        self.builder = builder
        self.line = 0

    def write(self):
        code = self.code
        self.builder.append('%sfunction %s: %s, %s\n' % (
            KIND_WORDS[code.kind], code.display_name(), counted(code.parameter_count, 'parameter'),
            counted(code.register_count, 'register')))
        pc = 0
        while pc < len(code.ops):
            pc = self.instruction(pc)
        for start, end, target, register, is_finalizer in code.handlers:
            self.builder.append('    errors from %d to %d: %s, %s %d\n' % (
                start, end - 1, self.register(register),
                'finally at' if is_finalizer else 'go on at', target))
        for nested in code.codes:
            self.nested(nested)
        for w_value in code.constants:
            if isinstance(w_value, W_Function):
                self.nested(w_value.code)

    def nested(self, code):
        self.builder.append('\n')
        _Listing(code, self.builder).write()

    def instruction(self, pc):
        """Write an instruction; returns the position of the next one."""
        line = self.code.line(pc)
        line_text = ''
        if line != self.line:
            self.line = line
            line_text = str(line)
        opcode = OPCODES[self.code.ops[pc]]
        operands, next_pc = walk_operands(self.code.ops, pc)
        parts = [padded(opcode.name, NAME_COLUMNS)] if len(operands) > 0 else [opcode.name]
        mode = captures.COPY_VALUE
        for operand, position in operands:
            word = self.code.ops[position]
            if operand.kind is CAPTURE:
                mode = word
            parts.append('%s=%s' % (operand.name, self.operand(operand.kind, word, mode)))
        self.builder.append('%s %s  %s\n' % (
            aligned(line_text, 9), aligned(str(pc), 5), ' '.join(parts)))
        return next_pc

    def operand(self, kind, word, mode):
        """One operand as text; ``mode``: how the last variable is captured."""
        if kind is CAPTURE:
            return captures.NAMES[word]
        if kind is MASK:
            return mask_text(word)
        if kind is USE:
            return method_use.names(word)
        if kind is SOURCE and captures.reads_global(mode):
            return self.code.cells[word].name
        if kind.is_register:
            return self.register(word)
        if kind.table != '':
            return self.entry(kind.table, word)
        return str(word)

    def register(self, operand):
        code = self.code
        if operand < 0:
            return self.constant(~operand)
        if operand >= code.temporaries:
            return 't%d' % (operand - code.temporaries)
        name = code.local_names[operand]
        if name == '':
            return 'h%d' % operand
        for register in range(operand):
            if code.local_names[register] == name:
                # Another block has one of this name.
                return '%s.%d' % (name, operand)
        return name

    def constant(self, index):
        builder = StringBuilder()
        w_value = self.code.constants[index]
        if isinstance(w_value, W_Str):
            append_quoted(builder, w_value.text())
        else:
            w_value.display(builder)
        return builder.build()

    def entry(self, table, index):
        """An entry of a table of the code as text."""
        code = self.code
        if table == 'constants':
            return self.constant(index)
        if table == 'cells':
            return code.cells[index].name
        if table == 'names':
            return quoted(code.names[index])
        if table == 'codes':
            return code.codes[index].display_name()
        if table == 'shapes':
            return '{%s}' % ','.join(code.shapes[index].names)
        if table == 'tags':
            return code.tags[index].text
        if table == 'builtins':
            return code.builtins[index].name
        if table == 'formats':
            return quoted(code.formats[index].text)
        return code.structs[index].type.name


def quoted(text):
    builder = StringBuilder()
    append_quoted(builder, text)
    return builder.build()


def mask_text(mask):
    """The positions of the bits that are set."""
    positions = []
    position = 0
    while mask >> position:
        if mask >> position & 1:
            positions.append(str(position))
        position += 1
    return '{%s}' % ','.join(positions)
