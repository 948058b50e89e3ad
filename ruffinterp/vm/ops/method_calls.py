"""Opcodes of calls of members (language.md 7.4, decisions 39 and 40)."""

from rpython.rlib import jit

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.method_use import CHAINED, KEPT, SPREAD, UNUSED
from ruffinterp.objects.argument_mask import has_bit
from ruffinterp.objects.cells import W_Cell
from ruffinterp.objects.function import (
    GIVES_NEW, GIVES_PART, GIVES_RECEIVER, W_Builtin, W_Function)
from ruffinterp.objects.methods import is_changing_name
from ruffinterp.objects.places import W_FieldPlace, W_ItemPlace, W_KeyPlace, W_Place
from ruffinterp.vm.calls import call_list, call_method_from_registers
from ruffinterp.vm.frame import load, owns, peek, store
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.members import changes_receiver, find_method, find_stored, takes_receiver
from ruffinterp.vm.methods import needs_place, unused_result
from ruffinterp.vm.ops.access import key_value
from ruffinterp.vm.ops.calls import (
    add_parameters, call_value, give_back_arguments, lend_arguments, load_list, spread_list)
from ruffinterp.vm.ops.variables import cell_at

# The masks of a method call begin with the receiver.
RECEIVER = 1


# ---- calls with a receiver

def call_builtin_method(frame, code, first, count, w_builtin, w_receiver, owned):
    ops = code.ops
    if count == 0:
        return w_builtin.call1(w_receiver, owned)
    if count == 1:
        return w_builtin.call2(w_receiver, load(frame, code, ops[first]), owned)
    if count == 2:
        return w_builtin.call3(w_receiver, load(frame, code, ops[first]),
                               load(frame, code, ops[first + 1]), owned)
    return w_builtin.call_list([w_receiver] + load_list(frame, code, first, count), owned)


def call_with_receiver(frame, code, first, count, use, w_callee, w_receiver, owned):
    """Call a method with its receiver and the operands at ``first``."""
    if use & SPREAD:
        args_w = spread_list(load(frame, code, code.ops[first]))
        return call_list(w_callee, [w_receiver] + args_w, owned & RECEIVER)
    if isinstance(w_callee, W_Function):
        return call_method_from_registers(frame, code, w_receiver, first, count, w_callee, owned)
    assert isinstance(w_callee, W_Builtin)
    return call_builtin_method(frame, code, first, count, w_callee, w_receiver, owned)


def call_stored(frame, code, first, count, use, w_callee, w_receiver, owned):
    """Call a function that is the value of a field, a key or an export."""
    if use & SPREAD:
        args_w = spread_list(load(frame, code, code.ops[first]))
        if takes_receiver(w_receiver, w_callee, len(args_w)):
            args_w = [w_receiver] + args_w
        return call_list(w_callee, args_w, 0)
    if takes_receiver(w_receiver, w_callee, count):
        assert isinstance(w_callee, W_Function)
        return call_method_from_registers(frame, code, w_receiver, first, count, w_callee, owned)
    return call_value(frame, code, first, count, w_callee, owned >> 1)


def call_member(frame, code, first, count, use, text, w_method, w_receiver, name, owned):
    """Call a member that does not change the receiver; ``w_method``: what ``find_method`` gives;
    ``owned``: bit 0 is the receiver, bit i + 1 argument i."""
    if w_method is None:
        w_callee = find_stored(w_receiver, name)
        return call_stored(frame, code, first, count, use, w_callee, w_receiver, owned)
    if use & UNUSED and isinstance(w_method, W_Builtin) and not w_method.has_effects:
        raise unused_result(w_receiver, w_method, text)
    return call_with_receiver(frame, code, first, count, use, w_method, w_receiver, owned)


def lend_and_call(frame, code, first, count, use, text, w_method, w_receiver, name, owned, lent):
    """``call_member`` while the receiver and arguments that ``lent`` says are under loan."""
    if lent == 0:
        return call_member(frame, code, first, count, use, text, w_method, w_receiver, name, owned)
    if lent & RECEIVER:
        w_receiver.lend()
    lent_w = lend_arguments(frame, code, first, count, lent >> 1)
    w_result = call_member(frame, code, first, count, use, text, w_method, w_receiver, name, owned)
    give_back_arguments(lent_w, count)
    if lent & RECEIVER:
        w_receiver.give_back()
    return w_result


def owned_arguments(frame, code, first, count, owned, parameters):
    """The owned mask with the arguments added that are parameters this frame owns."""
    if parameters == 0:
        return owned
    return owned | add_parameters(frame, code, first, count, owned >> 1, parameters >> 1) << 1


# ---- methods that change their receiver

def exclusive_value(w_cell):
    """The value in a cell, copied first unless it is exclusive."""
    w_value = w_cell.w_value
    if not w_value.is_exclusive():
        w_value = w_value.shallow_copy()
        w_cell.w_value = w_value
    return w_value


def call_on_cell(frame, code, first, count, use, w_method, w_cell, owned):
    """Call a changing method whose receiver is in a cell."""
    if isinstance(w_method, W_Function):
        try:
            w_result = call_with_receiver(frame, code, first, count, use, w_method, w_cell, owned)
        finally:
            w_self = w_cell.w_value
            if w_method.code.shares_self and w_self is not None:
                # A function that has the cell, too, may outlive the call, however it ends.
                w_self.mark_shared()
    else:
        w_result = call_with_receiver(frame, code, first, count, use, w_method,
                                      exclusive_value(w_cell), owned | RECEIVER)
    if use & KEPT and stays_in_receiver(w_method, w_result, w_cell):
        w_result.mark_shared()
    return w_result


def stays_in_receiver(w_method, w_result, w_cell):
    """Whether the result of a changing method has a place already."""
    if isinstance(w_method, W_Builtin):
        return w_method.gives != GIVES_NEW
    return w_result is w_cell.w_value


def change(frame, code, first, count, use, text, w_method, name, w_cell, owned, lent):
    """The same while arguments are under loan; the result is not one to be changed in turn."""
    if use & CHAINED and gives_changed(w_method, w_cell.w_value, text):
        raise needs_place(text, name)
    if lent >> 1 == 0:
        w_result = call_on_cell(frame, code, first, count, use, w_method, w_cell, owned)
    else:
        lent_w = lend_arguments(frame, code, first, count, lent >> 1)
        w_result = call_on_cell(frame, code, first, count, use, w_method, w_cell, owned)
        give_back_arguments(lent_w, count)
    if use & CHAINED and changes_receiver(find_method(w_result, text)):
        raise needs_place(text, name)
    return w_result


def gives_changed(w_method, w_receiver, name):
    """Whether the method ``name`` is certainly going to change what ``w_method`` gives."""
    if isinstance(w_method, W_Builtin):
        if w_method.gives == GIVES_RECEIVER:
            return changes_receiver(find_method(w_receiver, name))
        return w_method.gives == GIVES_PART and is_changing_name(name)
    return False


# test_jit_methods.py: the mask is constant for an instruction.
@jit.unroll_safe
def keep_parts(frame, code, first, count, parts):
    """Arguments that come from the receiver are kept before it changes."""
    for i in range(count):
        if has_bit(parts, i + 1):
            peek(frame, code, code.ops[first + i]).mark_shared()


@instruction(opcodes.CALL_METHOD)
def op_call_method(frame, code, w_receiver, name, use, text, owned, parameters, lent, count,
                   first_argument):
    owned = owned_arguments(frame, code, first_argument, count, owned, parameters)
    w_method = find_method(w_receiver, name)
    if not changes_receiver(w_method):
        return lend_and_call(frame, code, first_argument, count, use, text, w_method, w_receiver,
                             name, owned, lent)
    if use & UNUSED or not isinstance(w_method, W_Builtin) or w_method.gives != GIVES_RECEIVER:
        raise needs_place(name, '')
    if not owned & RECEIVER:
        w_receiver.mark_shared()
    return change(frame, code, first_argument, count, use, text, w_method, name,
                  W_Cell(w_receiver), owned, lent)


@instruction(opcodes.CALL_VARIABLE_METHOD)
def op_call_variable_method(frame, code, receiver, parts, name, use, text, owned, parameters, lent,
                            count, first_argument):
    w_receiver = peek(frame, code, receiver)
    owned = owned_arguments(frame, code, first_argument, count, owned, parameters)
    w_method = find_method(w_receiver, name)
    if not changes_receiver(w_method):
        return lend_and_call(frame, code, first_argument, count, use, text, w_method, w_receiver,
                             name, owned, lent)
    if parts:
        keep_parts(frame, code, first_argument, count, parts)
    w_cell = W_Cell(w_receiver)
    assert receiver >= 0
    try:
        return change(frame, code, first_argument, count, use, text, w_method, name, w_cell,
                      owned, lent)
    finally:
        # As in op_call_changing.
        w_value = w_cell.w_value
        if w_value is None:
            w_value = w_receiver
        frame.regs[receiver] = w_value


@instruction(opcodes.CALL_OR_CHANGE)
def op_call_or_change(frame, code, destination, receiver, done, name, use, text, owned, parameters,
                      lent, count, first_argument, next_pc):
    w_receiver = load(frame, code, receiver)
    w_method = find_method(w_receiver, name)
    if changes_receiver(w_method):
        return next_pc
    if parameters & RECEIVER and owns(frame, receiver):
        owned |= RECEIVER
    owned = owned_arguments(frame, code, first_argument, count, owned, parameters)
    w_result = lend_and_call(frame, code, first_argument, count, use, text, w_method, w_receiver,
                             name, owned, lent)
    store(frame, destination, w_result)
    return done


@instruction(opcodes.CALL_CHANGING)
def op_call_changing(frame, code, w_place, name, use, text, owned, parameters, lent, count,
                     first_argument):
    assert isinstance(w_place, W_Place)
    owned = owned_arguments(frame, code, first_argument, count, owned, parameters)
    w_place.begin(name)
    try:
        w_method = find_method(w_place.w_value, name)
        w_result = change(frame, code, first_argument, count, use, text, w_method, name, w_place,
                          owned, lent)
    finally:
        # No call before the variable is back: at the end of the stack any may fail.  One further in
        # may not have come to this then, and has left its self without a value; it has changed the
        # first one (program endless_recursion).
        w_value = w_place.w_root
        if w_value is None:
            w_value = w_place.w_value
            if w_value is None:
                w_value = w_place.w_first
        if w_place.w_captured is not None:
            w_place.w_captured.w_value = w_value
            w_place.w_captured.taken_by = None
        elif w_place.cell is not None:
            w_place.cell.w_value = w_value
            w_place.cell.taken_by = None
        w_place.end()
    return w_result


# ---- places

@instruction(opcodes.GLOBAL_PLACE)
def op_global_place(cell):
    return W_Place(None, cell, True)


@instruction(opcodes.CAPTURED_PLACE)
def op_captured_place(frame, register, is_shared):
    return W_Place(cell_at(frame, register), None, is_shared != 0)


def place_or_none(w_root):
    if isinstance(w_root, W_Place):
        return w_root
    return None


@instruction(opcodes.INDEX_PLACE)
def op_index_place(w_root, w_container, w_index):
    return W_ItemPlace(place_or_none(w_root), w_container, w_index)


@instruction(opcodes.FIELD_PLACE)
def op_field_place(w_root, w_container, name):
    return W_FieldPlace(place_or_none(w_root), w_container, name)


@instruction(opcodes.KEY_PLACE)
def op_key_place(w_root, w_container, name):
    return W_KeyPlace(place_or_none(w_root), w_container, name, key_value(name))
