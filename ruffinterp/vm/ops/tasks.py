"""Opcodes of ``await`` and ``spawn`` (language.md section 11, decisions 5, 6 and 34)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.promise import W_Promise
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.scheduler import scheduler, wait_for
from ruffinterp.vm.tasks import SpawnedTask, settled_value


def settled(w_value):
    if isinstance(w_value, W_Promise):
        return settled_value(w_value)
    return w_value


@instruction(opcodes.AWAIT)
def op_await(w_value):
    # The dispatch loop has suspended the frame if the promise was pending.
    return settled(w_value)


@instruction(opcodes.WAIT)
def op_wait(w_value):
    if isinstance(w_value, W_Promise) and w_value.is_pending():
        wait_for(w_value)
    return settled(w_value)


@instruction(opcodes.SPAWN)
def op_spawn(w_function):
    assert isinstance(w_function, W_Function)
    scheduler.add(SpawnedTask(w_function))
