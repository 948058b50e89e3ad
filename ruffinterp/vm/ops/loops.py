"""Opcodes of ``for`` (language.md 8.2).

A loop has two hidden registers: what is iterated, and the position of the last item as an int.
The position of a count is its item, one value for both.  Both stay unboxed in compiled code
(test_jit_loops.py).
"""

from rpython.rlib.objectmodel import try_inline
from rpython.rlib.rarithmetic import intmask

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import GENERATOR
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.array_strategies import range_strategy
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import refusal
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.integer import W_Int, W_Integer, float_to_int, to_machine_int
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set
from ruffinterp.objects.string import W_Str
from ruffinterp.vm.calls import call0
from ruffinterp.vm.frame import store
from ruffinterp.vm.instructions import instruction


class W_Count(W_Root):
    """The ints up to ``stop`` (exclusive); never seen by a program."""
    _immutable_fields_ = ['stop']

    def __init__(self, stop):
        self.stop = stop


def _count(start, stop):
    return W_Count(stop), intmask(start - 1)


def iteration_of(w_iterable):
    """(what to iterate, the position before the first)."""
    if isinstance(w_iterable, W_Function) and w_iterable.code.kind == GENERATOR:
        w_iterable = call0(w_iterable)
    if isinstance(w_iterable, W_Array):
        if w_iterable.strategy is range_strategy:
            progression = range_strategy.unerase(w_iterable.storage)
            if progression.step == 1:
                return _count(progression.start, progression.start + progression.length)
        return w_iterable, -1
    if isinstance(w_iterable, W_Int):
        return _count(0, w_iterable.value)
    if isinstance(w_iterable, W_Str) or isinstance(w_iterable, W_Iterator):
        return w_iterable, -1
    if isinstance(w_iterable, W_Dict):
        return w_iterable.keys_w(), -1
    if isinstance(w_iterable, W_Set):
        return w_iterable.to_array(), -1
    if isinstance(w_iterable, W_Queue):
        return w_iterable.to_array(), -1
    if isinstance(w_iterable, W_Stack):
        return w_iterable.to_array(), -1
    if isinstance(w_iterable, W_Float):
        return _count(0, to_machine_int(float_to_int(w_iterable.value)))
    if isinstance(w_iterable, W_Integer):
        return _count(0, to_machine_int(w_iterable))
    raise refusal(kinds.NOT_ITERABLE, 'Cannot iterate over non-iterable type', w_iterable)


@instruction(opcodes.FOR_INIT)
def op_for_init(frame, loop, w_iterable):
    w_iterated, position = iteration_of(w_iterable)
    store(frame, loop, w_iterated)
    store(frame, loop + 1, W_Int(position))


def item_at(w_iterated, position):
    """The item at a position of anything but a count, None behind the last."""
    if isinstance(w_iterated, W_Array):
        return w_iterated.fetch(position)
    if isinstance(w_iterated, W_Str):
        if position < w_iterated.length():
            return w_iterated.char_at(position)
        return None
    assert isinstance(w_iterated, W_Iterator)
    return w_iterated.next_item()


# Each round of a loop goes through it: without the JIT a call each would show.
@try_inline
def next_item(frame, loop):
    """Go on to the next item and return it; None, and nothing changes, behind the last."""
    assert loop >= 0
    w_position = frame.regs[loop + 1]
    assert isinstance(w_position, W_Int)
    position = intmask(w_position.value + 1)
    w_position = W_Int(position)
    w_iterated = frame.regs[loop]
    if isinstance(w_iterated, W_Count):
        if position >= w_iterated.stop:
            return None
        w_item = w_position
    else:
        w_item = item_at(w_iterated, position)
        if w_item is None:
            return None
    store(frame, loop + 1, w_position)
    return w_item


@instruction(opcodes.FOR_NEXT)
def op_for_next(frame, loop, destination, target, next_pc):
    w_item = next_item(frame, loop)
    if w_item is None:
        return target
    store(frame, destination, w_item)
    return next_pc


# ---- pairs (decision 46)

@instruction(opcodes.FOR_PAIRS_INIT)
def op_for_pairs_init(frame, loop, w_iterable):
    """The third hidden register holds the value itself: a dict gives values for its keys."""
    w_iterated, position = iteration_of(w_iterable)
    if isinstance(w_iterated, W_Count) and position != -1:
        # The position counts from 0 here, not from the first item.
        assert isinstance(w_iterable, W_Array)
        w_iterated = w_iterable
        position = -1
    store(frame, loop, w_iterated)
    store(frame, loop + 1, W_Int(position))
    store(frame, loop + 2, w_iterable)


@instruction(opcodes.FOR_NEXT_PAIR)
def op_for_next_pair(frame, loop, first, second, target, next_pc):
    w_item = next_item(frame, loop)
    if w_item is None:
        return target
    assert loop >= 0
    w_dict = frame.regs[loop + 2]
    if isinstance(w_dict, W_Dict):
        store(frame, first, w_item)
        store(frame, second, w_dict.get(w_item))
    else:
        store(frame, first, frame.regs[loop + 1])
        store(frame, second, w_item)
    return next_pc
