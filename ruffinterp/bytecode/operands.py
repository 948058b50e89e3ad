"""Kinds of operands, and the declaration of an opcode with its operands."""


class OperandKind(object):
    """What an operand stands for.

    ``is_register``: a register, or for values the constant k written as ~k.  ``is_target``: a
    position in the code.  ``table``: the table of the Code that it is an index of, or ''.
    """
    _immutable_fields_ = ['word', 'is_register', 'is_target', 'table']

    def __init__(self, word, is_register=False, is_target=False, table=''):
        self.word = word
        self.is_register = is_register
        self.is_target = is_target
        self.table = table


# A register that receives a result: one that nobody else has; one that stays where it was read;
# one that is marked as shared unless nobody else has it.
OWNED = OperandKind('owned', is_register=True)
BORROWED = OperandKind('borrowed', is_register=True)
KEPT = OperandKind('kept', is_register=True)
# A value that is read; a temporary is given up by it.
VALUE = OperandKind('value', is_register=True)
# The same, and the value goes into another one, or into a variable: it is owned or kept.
STORED = OperandKind('stored', is_register=True)
# A value that a temporary has afterwards, too.
PEEKED = OperandKind('peeked', is_register=True)
# A register that may be empty, which is no error.
OPTIONAL = OperandKind('optional', is_register=True)
# The register of a variable, or the first of several registers.
VARIABLE = OperandKind('variable', is_register=True)
TARGET = OperandKind('target', is_target=True)
NUMBER = OperandKind('number')
# How often the operands behind it are repeated.
COUNT = OperandKind('count')
# Bits, one for each argument (objects/argument_mask.py).
MASK = OperandKind('mask')
# What becomes of the result of a method call (method_use.py).
USE = OperandKind('use')
# How a variable is captured, and from where (captures.py).
CAPTURE = OperandKind('capture')
SOURCE = OperandKind('source', is_register=True)
CELL = OperandKind('cell', table='cells')
NAME = OperandKind('name', table='names')
CODE = OperandKind('code', table='codes')
SHAPE = OperandKind('shape', table='shapes')
TAG = OperandKind('tag', table='tags')
BUILTIN = OperandKind('builtin', table='builtins')
STRUCT = OperandKind('struct', table='structs')
FORMAT = OperandKind('format', table='formats')

KINDS = [OWNED, BORROWED, KEPT, VALUE, STORED, PEEKED, OPTIONAL, VARIABLE, TARGET, NUMBER, COUNT,
         MASK, USE, CAPTURE, SOURCE, CELL, NAME, CODE, SHAPE, TAG, BUILTIN, STRUCT, FORMAT]
RESULTS = [OWNED, BORROWED, KEPT]


class Operand(object):
    """``name``: what the operand is called by the function that runs the instruction."""
    _immutable_fields_ = ['name', 'kind']

    def __init__(self, name, kind):
        self.name = name
        self.kind = kind


def parse_operands(text):
    """List of Operand from ``kind name, kind name ...``."""
    words = dict((kind.word, kind) for kind in KINDS)
    found = []
    for part in text.split(','):
        if part.strip():
            word, name = part.split()
            found.append(Operand(name, words[word]))
    return found


class Opcode(object):
    """``operands``: list of Operand, each one word.  ``repeated``: those that follow, as often as
    the last of ``operands`` says, a COUNT.  ``sentence``: what the instruction does."""
    _immutable_fields_ = ['number', 'name', 'sentence', 'operands[*]', 'repeated[*]']

    def __init__(self, number, name, operands, sentence):
        self.number = number
        self.name = name
        self.sentence = sentence
        fixed, star, repeated = operands.partition('*')
        self.operands = parse_operands(fixed)
        self.repeated = parse_operands(repeated)
        assert bool(self.repeated) == bool(self.operands and self.operands[-1].kind is COUNT)

    def size(self, ops, pc):
        """Number of words of the instruction at ``pc``, the opcode included."""
        words = 1 + len(self.operands)
        if len(self.repeated) > 0:
            words += ops[pc + len(self.operands)] * len(self.repeated)
        return words
