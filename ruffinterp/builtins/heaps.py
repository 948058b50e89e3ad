"""Heaps: arrays whose first item is the smallest, in the order of ``sort`` (decision 59).

The item at ``i`` comes before none of its children at ``2 * i + 1`` and ``2 * i + 2``.  Both
functions compare first, about log2(n) times, and write only when nothing can fail any more.
"""

from ruffinterp.builtins.arrays import pair
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.ordering import comes_before


def _place_towards_root(w_heap, w_item):
    """The index at which ``w_item`` belongs when the heap has grown by one place at the end."""
    index = w_heap.length()
    while index > 0:
        parent = (index - 1) >> 1
        if not comes_before(w_item, w_heap.get(parent)):
            break
        index = parent
    return index


def _place_from_root(w_heap, w_item, length):
    """The index at which ``w_item`` belongs when the root of the first ``length`` items is gone."""
    index = 0
    while True:
        child = 2 * index + 1
        if child >= length:
            return index
        if child + 1 < length and comes_before(w_heap.get(child + 1), w_heap.get(child)):
            child += 1
        if not comes_before(w_heap.get(child), w_item):
            return index
        index = child


@builtin('heap_push', 'array updates', 'any keeps',
         mistyped='heap_push() requires an array as the first argument')
def heap_push(w_heap, w_item):
    "heap_push(heap, item) -> array: the heap with the item; [] is an empty heap."
    # Structs say themselves how they are ordered; what that code writes is a copy.
    w_heap.lend()
    try:
        place = _place_towards_root(w_heap, w_item)
    finally:
        w_heap.give_back()
    w_heap.append(w_item)
    index = w_heap.length() - 1
    while index > place:
        parent = (index - 1) >> 1
        w_heap.set(index, w_heap.get(parent))
        index = parent
    w_heap.set(place, w_item)
    return w_heap


@builtin('heap_pop', 'array updates', mistyped='heap_pop() requires an array argument')
def heap_pop(w_heap):
    "heap_pop(heap) -> [rest, smallest]: an error for an empty heap."
    length = w_heap.length() - 1
    if length < 0:
        raise RuffError('heap_pop() of an empty heap')
    w_moved = w_heap.get(length)
    w_heap.lend()
    try:
        place = _place_from_root(w_heap, w_moved, length)
    finally:
        w_heap.give_back()
    w_heap.pop_last()
    if length == 0:
        return pair(w_heap, w_moved)
    # What is on the way to the place moves up by one.
    while place > 0:
        parent = (place - 1) >> 1
        w_above = w_heap.get(place)
        w_heap.set(place, w_moved)
        w_moved = w_above
        place = parent
    w_smallest = w_heap.get(0)
    w_heap.set(0, w_moved)
    return pair(w_heap, w_smallest)
