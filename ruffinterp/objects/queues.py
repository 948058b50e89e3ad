"""Queues and stacks (builtins-data.md 13 and 14; decisions 3 and 4).

Mutators need an exclusive collection and kept items (base.py).
"""

from rpython.rlib import jit
from rpython.rlib.objectmodel import resizelist_hint

from ruffinterp.objects.array import new_array
from ruffinterp.objects.base import W_Container
from ruffinterp.objects.memory_budget import (
    check_growth, check_items, is_growth_point, roomy_capacity)

# A queue moves its items to the front of its list once it has given away this many, and no fewer
# than it still has: that makes one move per item.
MINIMUM_GAP = 32


def display_items(builder, name, items_w, start):
    """Append ``name([a, b])`` with the items from ``start`` on."""
    builder.append(name)
    builder.append('([')
    for index in range(start, len(items_w)):
        if index > start:
            builder.append(', ')
        items_w[index].display(builder)
    builder.append('])')


def shared_items(items_w, start):
    """A copy of the items from ``start`` on, all marked shared."""
    assert start >= 0
    check_items(len(items_w) - start)
    result_w = items_w[start:]
    for w_item in result_w:
        w_item.mark_shared()
    return result_w


def make_room(items):
    resizelist_hint(items, roomy_capacity(len(items)))


class W_Queue(W_Container):
    """A FIFO queue: the items of ``items`` from ``head`` on, the front first; what stands before
    ``head`` is None."""
    _attrs_ = ['items', 'head']
    type_word = 'queue'

    def __init__(self, items):
        self.items = items
        self.head = 0

    def length(self):
        return len(self.items) - self.head

    def enqueue(self, w_item):
        """Add at the back."""
        items = self.items
        check_growth(len(items))
        jit.conditional_call(is_growth_point(len(items)), make_room, items)
        items.append(w_item)

    def dequeue(self):
        """Remove and return the front item, None if the queue is empty."""
        items = self.items
        head = self.head
        if head >= len(items):
            return None
        assert head >= 0
        w_item = items[head]
        items[head] = None
        head += 1
        self.head = head
        if head >= MINIMUM_GAP and head + head >= len(items):
            self.close_gap()
        return w_item

    @jit.dont_look_inside
    def close_gap(self):
        head = self.head
        assert head >= 0
        self.items = self.items[head:]
        self.head = 0

    def peek(self):
        """The front item, None if the queue is empty."""
        items = self.items
        head = self.head
        if head >= len(items):
            return None
        assert head >= 0
        return items[head]

    def clear(self):
        self.items = []
        self.head = 0

    def items_w(self):
        """A fresh list of the items, the front first; they are borrowed."""
        head = self.head
        assert head >= 0
        check_items(self.length())
        return self.items[head:]

    def to_array(self):
        """A new array of the items, marked shared, the front first."""
        return new_array(shared_items(self.items, self.head))

    def shallow_copy(self):
        return W_Queue(shared_items(self.items, self.head))

    def equals(self, w_other):
        if not isinstance(w_other, W_Queue) or self.length() != w_other.length():
            return False
        shift = w_other.head - self.head
        for index in range(self.head, len(self.items)):
            if not self.items[index].equals(w_other.items[index + shift]):
                return False
        return True

    def display(self, builder):
        display_items(builder, 'Queue', self.items, self.head)


class W_Stack(W_Container):
    """A LIFO stack; ``items``: bottom first."""
    _attrs_ = ['items']
    type_word = 'stack'

    def __init__(self, items):
        self.items = items

    def length(self):
        return len(self.items)

    def push(self, w_item):
        """Add at the top."""
        items = self.items
        check_growth(len(items))
        jit.conditional_call(is_growth_point(len(items)), make_room, items)
        items.append(w_item)

    def pop(self):
        """Remove and return the top item, None if the stack is empty."""
        items = self.items
        if len(items) == 0:
            return None
        return items.pop()

    def peek(self):
        """The top item, None if the stack is empty."""
        items = self.items
        if len(items) == 0:
            return None
        return items[len(items) - 1]

    def clear(self):
        self.items = []

    def items_w(self):
        """A fresh list of the items, bottom first; they are borrowed."""
        check_items(len(self.items))
        return self.items[:]

    def to_array(self):
        """A new array of the items, marked shared, bottom first."""
        return new_array(shared_items(self.items, 0))

    def shallow_copy(self):
        return W_Stack(shared_items(self.items, 0))

    def equals(self, w_other):
        if not isinstance(w_other, W_Stack) or self.length() != w_other.length():
            return False
        for index in range(len(self.items)):
            if not self.items[index].equals(w_other.items[index]):
                return False
        return True

    def display(self, builder):
        display_items(builder, 'Stack', self.items, 0)


def new_queue(items_w):
    """A queue of ``items_w`` ([W_Root], resizable), the front first; the list is given away."""
    return W_Queue(items_w)


def new_stack(items_w):
    """A stack of ``items_w`` ([W_Root], resizable), bottom first; the list is given away."""
    return W_Stack(items_w)
