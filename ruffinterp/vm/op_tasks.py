"""Opcodes of ``await`` and ``spawn`` (language.md section 11, decisions 5, 6 and 34)."""

from ruffinterp.compiler import opcodes
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.promise import W_Promise
from ruffinterp.vm.frame import load, peek, store
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.scheduler import scheduler, wait_for
from ruffinterp.vm.tasks import SpawnedTask, settled_value


def op_settled(frame, code, pc):
    w_value = peek(frame, code, code.ops[pc + 2])
    if isinstance(w_value, W_Promise):
        w_value = settled_value(w_value)
    store(frame, code.ops[pc + 1], w_value)
    return pc + 3


@instruction(opcodes.AWAIT)
def op_await(frame, code, pc):
    # The dispatch loop has suspended the frame if the promise was pending.
    return op_settled(frame, code, pc)


@instruction(opcodes.WAIT)
def op_wait(frame, code, pc):
    w_value = peek(frame, code, code.ops[pc + 2])
    if isinstance(w_value, W_Promise) and w_value.is_pending():
        wait_for(w_value)
    return op_settled(frame, code, pc)


@instruction(opcodes.SPAWN)
def op_spawn(frame, code, pc):
    w_function = load(frame, code, code.ops[pc + 1])
    assert isinstance(w_function, W_Function)
    scheduler.add(SpawnedTask(w_function))
    return pc + 2
