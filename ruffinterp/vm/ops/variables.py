"""Opcodes that move values: registers, globals, cells, ownership, function values."""

from rpython.rlib import jit

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.captures import (
    COPY_FROM_CELL, COPY_FROM_GLOBAL, COPY_VALUE, NEW_CELL_FROM_CELL, NEW_CELL_FROM_GLOBAL,
    NEW_CELL_FROM_VALUE)
from ruffinterp.objects.cells import W_Cell
from ruffinterp.objects.function import W_Function
from ruffinterp.vm.frame import owns, peek, read_optional, set_owned, store, undefined
from ruffinterp.vm.instructions import instruction


@instruction(opcodes.MOVE)
def op_move(w_source):
    return w_source


@instruction(opcodes.COPY)
def op_copy(w_source):
    return w_source


@instruction(opcodes.MOVE_OR_UNBOUND)
def op_move_or_unbound(w_source):
    return w_source


@instruction(opcodes.KEEP)
def op_keep(w_value):
    w_value.mark_shared()


@instruction(opcodes.KEEP_BOUND)
def op_keep_bound(frame, code, register):
    w_value = read_optional(frame, code, register)
    if w_value is not None and not owns(frame, register):
        w_value.mark_shared()


@instruction(opcodes.LEND)
def op_lend(w_value):
    w_value.lend()


@instruction(opcodes.GIVE_BACK)
def op_give_back(w_value):
    w_value.give_back()


@instruction(opcodes.SET_OWNED)
def op_set_owned(frame, register):
    set_owned(frame, register)


@instruction(opcodes.CHECK_BOUND)
def op_check_bound(frame, code, register):
    peek(frame, code, register)


# ---- globals

def global_value(cell):
    w_value = cell.get()
    if w_value is None:
        cell.check_free()
        raise undefined(cell.name)
    return w_value


def value_or_unbound(cell):
    """The value of a global, None without one; RuffError while it is taken."""
    w_value = cell.get()
    if w_value is None:
        cell.check_free()
    return w_value


@instruction(opcodes.LOAD_GLOBAL)
def op_load_global(cell):
    return global_value(cell)


@instruction(opcodes.STORE_GLOBAL)
def op_store_global(cell, w_value):
    cell.set(w_value)


# ---- cells of captured variables

def cell_at(frame, register):
    assert register >= 0
    w_cell = frame.regs[register]
    assert isinstance(w_cell, W_Cell)
    return w_cell


@instruction(opcodes.NEW_CELL)
def op_new_cell(frame, register):
    store(frame, register, W_Cell(None))


@instruction(opcodes.BOX)
def op_box(frame, code, register):
    store(frame, register, W_Cell(read_optional(frame, code, register)))


def captured_variable(frame, code, register):
    """The value of a variable in a cell; RuffError without one."""
    w_cell = cell_at(frame, register)
    w_value = w_cell.w_value
    if w_value is None:
        w_cell.check_free(code.local_names[register])
        raise undefined(code.local_names[register])
    return w_value


def free_cell(frame, code, register):
    """The cell of a captured variable; RuffError while that is taken."""
    w_cell = cell_at(frame, register)
    if w_cell.w_value is None:
        w_cell.check_free(code.local_names[register])
    return w_cell


@instruction(opcodes.LOAD_CELL)
def op_load_cell(frame, code, register):
    return captured_variable(frame, code, register)


@instruction(opcodes.LOAD_CELL_OR_UNBOUND)
def op_load_cell_or_unbound(frame, code, register):
    return free_cell(frame, code, register).w_value


@instruction(opcodes.STORE_CELL)
def op_store_cell(frame, code, register, w_source):
    free_cell(frame, code, register).w_value = w_source


# ---- names that are local or global, whichever exists (language.md 5.3)

def local_or_global(w_local, cell):
    if w_local is None:
        return global_value(cell)
    return w_local


@instruction(opcodes.LOAD_EITHER)
def op_load_either(frame, code, register, cell):
    return local_or_global(read_optional(frame, code, register), cell)


@instruction(opcodes.LOAD_CELL_EITHER)
def op_load_cell_either(frame, code, register, cell):
    return local_or_global(free_cell(frame, code, register).w_value, cell)


def local_or_global_or_unbound(w_local, cell):
    if w_local is None:
        return value_or_unbound(cell)
    return w_local


@instruction(opcodes.LOAD_EITHER_OR_UNBOUND)
def op_load_either_or_unbound(frame, code, register, cell):
    return local_or_global_or_unbound(read_optional(frame, code, register), cell)


@instruction(opcodes.LOAD_CELL_EITHER_OR_UNBOUND)
def op_load_cell_either_or_unbound(frame, code, register, cell):
    return local_or_global_or_unbound(free_cell(frame, code, register).w_value, cell)


@instruction(opcodes.STORE_EITHER)
def op_store_either(frame, code, register, cell, w_value):
    if read_optional(frame, code, register) is None and cell.is_bound():
        cell.set(w_value)
    else:
        store(frame, register, w_value)


@instruction(opcodes.STORE_CELL_EITHER)
def op_store_cell_either(frame, code, register, cell, w_value):
    w_cell = free_cell(frame, code, register)
    if w_cell.w_value is None and cell.is_bound():
        cell.set(w_value)
    else:
        w_cell.w_value = w_value


# ---- function values

def kept_or_unbound(w_value):
    if w_value is not None:
        w_value.mark_shared()
    return w_value


def captured_value(frame, code, mode, source):
    """What MAKE_FUNCTION stores for one captured variable."""
    if mode == COPY_FROM_GLOBAL:
        return kept_or_unbound(value_or_unbound(code.cells[source]))
    if mode == NEW_CELL_FROM_GLOBAL:
        return W_Cell(kept_or_unbound(value_or_unbound(code.cells[source])))
    if mode == COPY_VALUE:
        return kept_or_unbound(read_optional(frame, code, source))
    if mode == NEW_CELL_FROM_VALUE:
        return W_Cell(kept_or_unbound(read_optional(frame, code, source)))
    if mode == COPY_FROM_CELL:
        return kept_or_unbound(free_cell(frame, code, source).w_value)
    if mode == NEW_CELL_FROM_CELL:
        return W_Cell(kept_or_unbound(free_cell(frame, code, source).w_value))
    return cell_at(frame, source)


# test_jit_calls.py: a closure that does not escape is virtual.
@instruction(opcodes.MAKE_FUNCTION)
@jit.unroll_safe
def op_make_function(frame, code, function, count, first_mode):
    ops = code.ops
    captured = [None] * count
    for i in range(count):
        at = first_mode + i * 2
        captured[i] = captured_value(frame, code, ops[at], ops[at + 1])
    return W_Function(function, captured)
