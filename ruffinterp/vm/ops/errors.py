"""Opcodes that raise errors (language.md section 10)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.objects.errors import RuffError
from ruffinterp.vm.exceptions import thrown_error
from ruffinterp.vm.instructions import instruction


@instruction(opcodes.THROW)
def op_throw(w_value):
    raise thrown_error(w_value)


@instruction(opcodes.RAISE)
def op_raise(message):
    raise RuffError(message)
