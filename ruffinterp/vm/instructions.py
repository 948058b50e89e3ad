"""The registry of opcode functions.

An opcode function is ``op_name(frame, code, pc) -> pc of the next instruction``.  The modules of
this package that define them are imported by interpreter.py; dispatch.py runs them.
"""

from rpython.rlib.unroll import unrolling_iterable

from ruffinterp.compiler import opcodes

HANDLERS = [None] * len(opcodes.OPCODES)


def instruction(opcode):
    """Declare the decorated function as the implementation of ``opcode``."""
    def declare(function):
        assert HANDLERS[opcode] is None, opcodes.NAMES[opcode]
        HANDLERS[opcode] = function
        return function
    return declare


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
