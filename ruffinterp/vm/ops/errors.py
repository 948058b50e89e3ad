"""Opcodes that raise errors (language.md section 10)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.objects.errors import RuffError
from ruffinterp.vm.exceptions import W_InterruptedError, failure_error, thrown_error
from ruffinterp.vm.instructions import instruction


@instruction(opcodes.THROW)
def op_throw(w_value):
    raise thrown_error(w_value)


@instruction(opcodes.RAISE)
def op_raise(message):
    raise RuffError(message)


@instruction(opcodes.THROW_FAILURE)
def op_throw_failure(w_failure):
    raise failure_error(w_failure)


@instruction(opcodes.RAISE_AGAIN)
def op_raise_again(w_error):
    assert isinstance(w_error, W_InterruptedError)
    raise w_error.error
