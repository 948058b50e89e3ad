"""Opcode functions, which have the operands of their instruction as parameters.

    @instruction(opcodes.INDEX)
    def op_index(w_container, w_index):
        return read_index(w_container, w_index)

The table of opcodes names the operands. A parameter may be

    name        the operand: a register, a number, a position; of a table of the code, its entry
    w_name      the value that it stands for: read, so that a temporary is given up, or peeked at
    first_name  the position in ``code.ops`` of the first of the repeated operands
    frame, code, pc
    next_pc     the position of the next instruction; such a function returns where to go on

A result goes into the operand of the instruction that receives it, unless the function has that as
a parameter and stores it itself.
"""

import inspect

from rpython.rlib import jit
from rpython.rlib.objectmodel import try_inline
from rpython.rlib.unroll import unrolling_iterable

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.operands import OPTIONAL, PEEKED, RESULTS, STORED, VALUE
from ruffinterp.vm.frame import load, peek, read_optional, store

HANDLERS = [None] * len(opcodes.OPCODES)

READERS = {VALUE: 'load(frame, code, %s)', STORED: 'load(frame, code, %s)',
           PEEKED: 'peek(frame, code, %s)', OPTIONAL: 'read_optional(frame, code, %s)'}


def _arguments(opcode):
    """{parameter that a function may have: the expression that is passed for it}."""
    found = {'frame': 'frame', 'code': 'code', 'pc': 'pc'}
    position = 1
    for operand in opcode.operands:
        word = 'ops[pc + %d]' % position
        position += 1
        if operand.kind.table:
            word = 'code.%s[%s]' % (operand.kind.table, word)
        found[operand.name] = word
        if operand.kind in READERS:
            found['w_' + operand.name] = READERS[operand.kind] % word
    next_pc = 'pc + %d' % position
    if opcode.repeated:
        found['first_' + opcode.repeated[0].name] = next_pc
        next_pc += ' + ops[pc + %d] * %d' % (position - 1, len(opcode.repeated))
    found['next_pc'] = next_pc
    return found


def _compiled(opcode, function, ending):
    """The function(frame, code, pc) that passes operands; ``ending``: what is done with its result."""
    found = _arguments(opcode)
    parameters = inspect.getargspec(function).args
    # Operands are evaluated in the order of the table, which is that of the parameters.
    name = 'run_' + opcode.name.lower()
    source = 'def %s(frame, code, pc):\n    ops = code.ops\n    %s\n' % (
        name, ending % 'function(%s)' % ', '.join(found[name] for name in parameters))
    names = {'function': function, 'load': load, 'peek': peek, 'read_optional': read_optional,
             'store': store, '__name__': function.__module__}
    exec source in names
    made = names[name]
    # A call within a call for each instruction costs a fifth of the time without the JIT.
    try_inline(function)
    if getattr(function, '_jit_unroll_safe_', False):
        # Its loop may be in the caller then.
        jit.unroll_safe(made)
    return made


def operands_of(opcode):
    """Make the decorated function one of (frame, code, pc), with the operands of ``opcode``."""
    def make(function):
        return _compiled(opcodes.OPCODES[opcode], function, 'return %s')
    return make


def instruction(opcode):
    """Declare the decorated function as the implementation of ``opcode``; it is returned as it is."""
    def declare(function):
        assert HANDLERS[opcode] is None, opcodes.NAMES[opcode]
        HANDLERS[opcode] = _compiled(opcodes.OPCODES[opcode], function,
                                     _ending(opcodes.OPCODES[opcode], function))
        return function
    return declare


def _ending(opcode, function):
    parameters = inspect.getargspec(function).args
    if 'next_pc' in parameters:
        return 'return %s'
    results = [operand.name for operand in opcode.operands if operand.kind in RESULTS]
    next_pc = _arguments(opcode)['next_pc']
    if results and results[0] not in parameters:
        return 'store(frame, %s, %%s)\n    return %s' % (_arguments(opcode)[results[0]], next_pc)
    return '%s\n    return ' + next_pc


class RegisteredInstructions(unrolling_iterable):
    """(opcode, function) of all registered instructions, looked up when the translator asks."""

    def __init__(self):
        unrolling_iterable.__init__(self, [])
        self._cached_head = None

    def get_unroller(self):
        if self._cached_head is None:
            found = [(number, handler) for number, handler in enumerate(HANDLERS)
                     if handler is not None]
            self._cached_head = unrolling_iterable(found).get_unroller()
        return self._cached_head


registered_instructions = RegisteredInstructions()
