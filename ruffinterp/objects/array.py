"""Arrays (language.md 3.1, 4; decision 4)."""

from rpython.rlib import jit
from rpython.rlib.objectmodel import newlist_hint

from ruffinterp.objects.array_strategies import (
    CapacityHint, Progression, bool_strategy, empty_strategy, float_strategy,
    int_strategy, no_items, object_strategy, range_strategy, strategy_for, string_strategy)
from ruffinterp.objects.base import W_Container
from ruffinterp.objects.string import W_Str

# Literals up to this length are built item by item in a trace.
UNROLLED_ITEMS = 16


class W_Array(W_Container):
    """An array.

    Mutators need an exclusive array and kept items (base.py).  The strategy is promoted: there are
    seven, all prebuilt, and the one guard serves all operations on the array in a trace.
    """
    _attrs_ = ['strategy', 'storage']
    type_word = 'array'
    operand_word = 'array'

    def __init__(self, strategy, storage):
        self.strategy = strategy
        self.storage = storage

    def is_truthy(self):
        return self.length() != 0

    def length(self):
        # test_jit_arrays.py: length
        return jit.promote(self.strategy).length(self)

    def fetch(self, index):
        """The item at ``index`` (int), None if ``0 <= index < length`` does not hold."""
        # test_jit_arrays.py: index read
        return jit.promote(self.strategy).fetch(self, index)

    def get(self, index):
        """The item at ``index`` (int), which must be in range."""
        # test_jit_arrays.py: index read
        return jit.promote(self.strategy).get(self, index)

    def store(self, index, w_item):
        """Replace the item at ``index``; False, and no change, unless ``0 <= index < length``."""
        # test_jit_arrays.py: index store
        return jit.promote(self.strategy).store(self, index, w_item)

    def set(self, index, w_item):
        """Replace the item at ``index`` (int), which must be in range."""
        self.store(index, w_item)

    def append(self, w_item):
        # test_jit_arrays.py: push
        jit.promote(self.strategy).append(self, w_item)

    def pop_last(self):
        """Remove and return the last item; the array must not be empty."""
        # test_jit_arrays.py: pop
        return jit.promote(self.strategy).pop_last(self)

    def insert(self, index, w_item):
        """Insert before ``index``, with ``0 <= index <= length``."""
        self.strategy.insert(self, index, w_item)

    def remove_at(self, index):
        """Remove and return the item at ``index``, which must be in range."""
        return self.strategy.remove_at(self, index)

    def slice(self, start, stop):
        """A new array with the items from ``start`` up to ``stop``, marked shared.

        ``0 <= start <= stop <= length``.
        """
        if start >= stop:
            return empty_array()
        self.strategy.mark_items_shared(self, start, stop)
        return W_Array(self.strategy, self.strategy.slice_storage(self, start, stop))

    def replace(self, start, stop, w_items):
        """Put the items of the array ``w_items``, marked shared, in the place of those from
        ``start`` up to ``stop``; ``0 <= start <= stop <= length``."""
        count = w_items.length()
        w_items.strategy.mark_items_shared(w_items, 0, count)
        if count == stop - start:
            for index in range(count):
                self.set(start + index, w_items.get(index))
            return
        tail_w = [self.get(index) for index in range(stop, self.length())]
        for _ in range(self.length() - start):
            self.pop_last()
        for index in range(count):
            self.append(w_items.get(index))
        for w_item in tail_w:
            self.append(w_item)

    def truncate(self, length):
        """Remove all items from ``length`` on; ``0 <= length <= self.length()``."""
        if length == 0:
            self.clear()
        else:
            self.strategy.truncate(self, length)

    def reverse(self):
        """Reverse the order of the items."""
        self.storage = self.strategy.reversed_storage(self)

    def become(self, w_other):
        """Take over the items of the array ``w_other``, which nobody uses any more."""
        self.strategy = w_other.strategy
        self.storage = w_other.storage

    def mark_items_shared(self):
        """Keep all items although they stay here."""
        self.strategy.mark_items_shared(self, 0, self.length())

    def items_w(self):
        """A fresh list of the items; they are borrowed."""
        return self.strategy.items_w(self)

    def clear(self):
        self.strategy = empty_strategy
        self.storage = no_items

    def extend(self, w_other):
        """Append the items of the array ``w_other``, marked shared."""
        w_other.strategy.mark_items_shared(w_other, 0, w_other.length())
        self.extend_with_owned(w_other)

    def extend_with_owned(self, w_other):
        """Append the items of ``w_other``, an exclusive array that nobody reads again."""
        strategy = w_other.strategy
        if self.strategy is strategy:
            strategy.extend_same(self, w_other)
        elif self.strategy is empty_strategy:
            self.storage = strategy.slice_storage(w_other, 0, w_other.length())
            self.strategy = strategy
        else:
            for index in range(w_other.length()):
                self.append(strategy.get(w_other, index))

    def shallow_copy(self):
        return self.slice(0, self.length())

    def reversed_copy(self):
        """A new array with the items, marked shared, in reverse order."""
        self.mark_items_shared()
        return W_Array(self.strategy, self.strategy.reversed_storage(self))

    def concat_copy(self, w_other):
        """A new array with the items of this one and of ``w_other``, marked shared."""
        w_result = self.shallow_copy()
        w_result.extend(w_other)
        return w_result

    def int_items(self):
        """The items as a list of machine ints for reading, or None if they are stored otherwise."""
        return self.strategy.int_items(self)

    def float_items(self):
        """The items as a list of floats for reading, or None if they are stored otherwise."""
        return self.strategy.float_items(self)

    def equals(self, w_other):
        if not isinstance(w_other, W_Array):
            return False
        length = self.length()
        if w_other.length() != length:
            return False
        if self.strategy is w_other.strategy:
            return self.strategy.equals_same(self, w_other)
        for index in range(length):
            if not self.get(index).equals(w_other.get(index)):
                return False
        return True

    def display(self, builder):
        builder.append('[')
        self.display_items(builder)
        builder.append(']')

    def display_items(self, builder):
        """Append the displays of the items, joined by ', '."""
        for index in range(self.length()):
            if index:
                builder.append(', ')
            self.get(index).display(builder)


def empty_array():
    """A new empty array."""
    return W_Array(empty_strategy, no_items)


def array_with_capacity(capacity):
    """A new empty array with room for ``capacity`` (int) items of any kind."""
    return W_Array(empty_strategy, empty_strategy.erase(CapacityHint(capacity)))


# test_jit_arrays.py: a pair that does not escape is not allocated
@jit.unroll_safe
def common_strategy(items_w):
    """The narrowest strategy that accepts all of a list that is not empty.

    Seen by the JIT only for literals of a constant length.
    """
    strategy = strategy_for(items_w[0])
    for index in range(1, len(items_w)):
        if not strategy.accepts(items_w[index]):
            return object_strategy
    return strategy


@jit.dont_look_inside
def new_array(items_w):
    """An array with ``items_w`` ([W_Root], resizable); the list is given away."""
    if len(items_w) == 0:
        return empty_array()
    strategy = common_strategy(items_w)
    if strategy is object_strategy:
        return W_Array(strategy, object_strategy.erase(items_w))
    return W_Array(strategy, strategy.storage_for_all(items_w))


# test_jit_arrays.py: a pair that does not escape is not allocated
@jit.look_inside_iff(lambda items_w: jit.isconstant(len(items_w)) and
                     len(items_w) <= UNROLLED_ITEMS)
def literal_array(items_w):
    """An array with a copy of ``items_w`` ([W_Root], never resized), as a literal needs it."""
    length = len(items_w)
    if length == 0:
        return empty_array()
    copy_w = [None] * length
    for index in range(length):
        copy_w[index] = items_w[index]
    strategy = common_strategy(copy_w)
    if strategy is object_strategy:
        return W_Array(strategy, object_strategy.erase(copy_w))
    return W_Array(strategy, strategy.storage_for_all(copy_w))


def new_range(start, step, length):
    """The array ``start, start + step, ...`` with ``length`` items (ints).

    The last item must be a machine int.
    """
    if length <= 0:
        return empty_array()
    return W_Array(range_strategy, range_strategy.erase(Progression(start, step, length)))


def new_int_array(items):
    """An array with ``items`` ([int], resizable); the list is given away."""
    return W_Array(int_strategy, int_strategy.erase(items))


def new_float_array(items):
    """An array with ``items`` ([float], resizable); the list is given away."""
    return W_Array(float_strategy, float_strategy.erase(items))


def new_bool_array(items):
    """An array with ``items`` ([bool], resizable); the list is given away."""
    return W_Array(bool_strategy, bool_strategy.erase(items))


def new_string_array(items_w):
    """An array with ``items_w`` ([W_Str], resizable); the list is given away."""
    return W_Array(string_strategy, string_strategy.erase(items_w))


def new_text_array(texts):
    """An array with the strings of ``texts`` ([str])."""
    items_w = newlist_hint(len(texts))
    for text in texts:
        items_w.append(W_Str(text))
    return new_string_array(items_w)
