"""Opcodes that move values: registers, globals, cells, ownership, function values."""

from rpython.rlib import jit

from ruffinterp.compiler import opcodes
from ruffinterp.compiler.call_code import (
    COPY_FROM_CELL, COPY_FROM_GLOBAL, COPY_VALUE, NEW_CELL_FROM_CELL, NEW_CELL_FROM_GLOBAL,
    NEW_CELL_FROM_VALUE)
from ruffinterp.objects.cells import W_Cell
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.function import W_Function
from ruffinterp.vm.frame import load, owns, peek, set_owned, store, undefined
from ruffinterp.vm.instructions import instruction


@instruction(opcodes.MOVE)
def op_move(frame, code, pc):
    store(frame, code.ops[pc + 1], load(frame, code, code.ops[pc + 2]))
    return pc + 3


@instruction(opcodes.MOVE_OR_UNBOUND)
def op_move_or_unbound(frame, code, pc):
    source = code.ops[pc + 2]
    assert source >= 0
    store(frame, code.ops[pc + 1], frame.regs[source])
    return pc + 3


@instruction(opcodes.KEEP)
def op_keep(frame, code, pc):
    peek(frame, code, code.ops[pc + 1]).mark_shared()
    return pc + 2


@instruction(opcodes.KEEP_BOUND)
def op_keep_bound(frame, code, pc):
    register = code.ops[pc + 1]
    assert register >= 0
    w_value = frame.regs[register]
    if w_value is not None and not owns(frame, register):
        w_value.mark_shared()
    return pc + 2


@instruction(opcodes.LEND)
def op_lend(frame, code, pc):
    peek(frame, code, code.ops[pc + 1]).lend()
    return pc + 2


@instruction(opcodes.GIVE_BACK)
def op_give_back(frame, code, pc):
    peek(frame, code, code.ops[pc + 1]).give_back()
    return pc + 2


@instruction(opcodes.SET_OWNED)
def op_set_owned(frame, code, pc):
    set_owned(frame, code.ops[pc + 1])
    return pc + 2


@instruction(opcodes.CHECK_BOUND)
def op_check_bound(frame, code, pc):
    peek(frame, code, code.ops[pc + 1])
    return pc + 2


# ---- globals

@instruction(opcodes.LOAD_GLOBAL)
def op_load_global(frame, code, pc):
    cell = code.cells[code.ops[pc + 2]]
    w_value = cell.get()
    if w_value is None:
        raise undefined(cell.name)
    store(frame, code.ops[pc + 1], w_value)
    return pc + 3


@instruction(opcodes.STORE_GLOBAL)
def op_store_global(frame, code, pc):
    code.cells[code.ops[pc + 1]].set(load(frame, code, code.ops[pc + 2]))
    return pc + 3


# ---- cells of captured variables

def cell_at(frame, register):
    assert register >= 0
    w_cell = frame.regs[register]
    assert isinstance(w_cell, W_Cell)
    return w_cell


@instruction(opcodes.NEW_CELL)
def op_new_cell(frame, code, pc):
    store(frame, code.ops[pc + 1], W_Cell(None))
    return pc + 2


@instruction(opcodes.BOX)
def op_box(frame, code, pc):
    register = code.ops[pc + 1]
    assert register >= 0
    frame.regs[register] = W_Cell(frame.regs[register])
    return pc + 2


@instruction(opcodes.LOAD_CELL)
def op_load_cell(frame, code, pc):
    register = code.ops[pc + 2]
    w_value = cell_at(frame, register).w_value
    if w_value is None:
        raise undefined(code.local_names[register])
    store(frame, code.ops[pc + 1], w_value)
    return pc + 3


@instruction(opcodes.LOAD_CELL_OR_UNBOUND)
def op_load_cell_or_unbound(frame, code, pc):
    store(frame, code.ops[pc + 1], cell_at(frame, code.ops[pc + 2]).w_value)
    return pc + 3


@instruction(opcodes.STORE_CELL)
def op_store_cell(frame, code, pc):
    w_cell = cell_at(frame, code.ops[pc + 1])
    source = code.ops[pc + 2]
    if source < 0:
        w_cell.w_value = code.constants[~source]
    else:
        w_cell.w_value = frame.regs[source]
    return pc + 3


# ---- names that are local or global, whichever exists (language.md 5.3)

def load_either(frame, code, pc, w_local):
    if w_local is None:
        cell = code.cells[code.ops[pc + 3]]
        w_local = cell.get()
        if w_local is None:
            raise undefined(cell.name)
    store(frame, code.ops[pc + 1], w_local)
    return pc + 4


@instruction(opcodes.LOAD_EITHER)
def op_load_either(frame, code, pc):
    register = code.ops[pc + 2]
    assert register >= 0
    return load_either(frame, code, pc, frame.regs[register])


@instruction(opcodes.LOAD_CELL_EITHER)
def op_load_cell_either(frame, code, pc):
    return load_either(frame, code, pc, cell_at(frame, code.ops[pc + 2]).w_value)


def load_either_or_unbound(frame, code, pc, w_local):
    if w_local is None:
        w_local = code.cells[code.ops[pc + 3]].get()
    store(frame, code.ops[pc + 1], w_local)
    return pc + 4


@instruction(opcodes.LOAD_EITHER_OR_UNBOUND)
def op_load_either_or_unbound(frame, code, pc):
    register = code.ops[pc + 2]
    assert register >= 0
    return load_either_or_unbound(frame, code, pc, frame.regs[register])


@instruction(opcodes.LOAD_CELL_EITHER_OR_UNBOUND)
def op_load_cell_either_or_unbound(frame, code, pc):
    return load_either_or_unbound(frame, code, pc, cell_at(frame, code.ops[pc + 2]).w_value)


@instruction(opcodes.STORE_EITHER)
def op_store_either(frame, code, pc):
    register = code.ops[pc + 1]
    assert register >= 0
    cell = code.cells[code.ops[pc + 2]]
    w_value = load(frame, code, code.ops[pc + 3])
    if frame.regs[register] is None and cell.is_bound():
        cell.set(w_value)
    else:
        frame.regs[register] = w_value
    return pc + 4


@instruction(opcodes.STORE_CELL_EITHER)
def op_store_cell_either(frame, code, pc):
    w_cell = cell_at(frame, code.ops[pc + 1])
    cell = code.cells[code.ops[pc + 2]]
    w_value = load(frame, code, code.ops[pc + 3])
    if w_cell.w_value is None and cell.is_bound():
        cell.set(w_value)
    else:
        w_cell.w_value = w_value
    return pc + 4


# ---- function values

def kept_or_unbound(w_value):
    if w_value is not None:
        w_value.mark_shared()
    return w_value


def captured_value(frame, code, mode, register):
    """What MAKE_FUNCTION stores for one captured variable."""
    if mode == COPY_FROM_GLOBAL:
        return kept_or_unbound(code.cells[register].get())
    if mode == NEW_CELL_FROM_GLOBAL:
        return W_Cell(kept_or_unbound(code.cells[register].get()))
    if mode == COPY_VALUE:
        assert register >= 0
        return kept_or_unbound(frame.regs[register])
    if mode == NEW_CELL_FROM_VALUE:
        assert register >= 0
        return W_Cell(kept_or_unbound(frame.regs[register]))
    w_cell = cell_at(frame, register)
    if mode == COPY_FROM_CELL:
        return kept_or_unbound(w_cell.w_value)
    if mode == NEW_CELL_FROM_CELL:
        return W_Cell(kept_or_unbound(w_cell.w_value))
    return w_cell


# test_jit_calls.py: a closure that does not escape is virtual.
@instruction(opcodes.MAKE_FUNCTION)
@jit.unroll_safe
def op_make_function(frame, code, pc):
    ops = code.ops
    count = ops[pc + 3]
    captured = [None] * count
    for i in range(count):
        captured[i] = captured_value(frame, code, ops[pc + 4 + i * 2], ops[pc + 5 + i * 2])
    store(frame, ops[pc + 1], W_Function(code.codes[ops[pc + 2]], captured))
    return pc + 4 + count * 2
