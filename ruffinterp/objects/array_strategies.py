"""Storage strategies of arrays.

An array is a strategy and a storage that only this strategy understands.  Strategies are prebuilt
and have no state, so that compiled code needs one guard to know how a whole array is stored.
Items that do not fit move the array to the object strategy, once.

Every operation here assumes indices in range (``fetch`` and ``store`` check) and, when it writes,
an exclusive array (base.py).
"""

from rpython.rlib import jit
from rpython.rlib.objectmodel import import_from_mixin, newlist_hint, resizelist_hint
from rpython.rlib.rarithmetic import r_uint
from rpython.rlib.rerased import new_erasing_pair

from ruffinterp.objects.base import W_Root
from ruffinterp.objects.memory_budget import (
    check_growth, check_items, is_growth_point, roomy_capacity)
from ruffinterp.objects.floats import W_Float, floats_equal
from ruffinterp.objects.integer import W_Int, wrap_int
from ruffinterp.objects.booleans import W_Bool, wrap_bool
from ruffinterp.objects.string import W_Str


def in_range(index, length):
    """``0 <= index < length`` as a single comparison."""
    return r_uint(index) < r_uint(length)


class ArrayStrategy(object):
    """How the items of an array are stored; see W_Array (array.py) for the operations."""

    def length(self, w_array):
        raise NotImplementedError

    def fetch(self, w_array, index):
        """The item at ``index``, None if that is out of range (a negative index is)."""
        if not in_range(index, self.length(w_array)):
            return None
        return self.get(w_array, index)

    def get(self, w_array, index):
        raise NotImplementedError

    def store(self, w_array, index, w_item):
        """Replace an item; False, and no change, if ``index`` is out of range."""
        raise NotImplementedError

    def append(self, w_array, w_item):
        raise NotImplementedError

    def pop_last(self, w_array):
        raise NotImplementedError

    def insert(self, w_array, index, w_item):
        raise NotImplementedError

    def remove_at(self, w_array, index):
        raise NotImplementedError

    def truncate(self, w_array, length):
        """Remove all items from ``length`` on; at least one stays."""
        raise NotImplementedError

    def slice_storage(self, w_array, start, stop):
        """A storage of this strategy with copies of the items from ``start`` up to ``stop``."""
        raise NotImplementedError

    def reversed_storage(self, w_array):
        raise NotImplementedError

    def items_w(self, w_array):
        """A fresh list of the items."""
        length = self.length(w_array)
        check_items(length)
        result_w = newlist_hint(length)
        for index in range(length):
            result_w.append(self.get(w_array, index))
        return result_w

    def extend_same(self, w_array, w_other):
        """Append the items of an array with the same strategy, which may be the same array."""
        raise NotImplementedError

    def equals_same(self, w_array, w_other):
        """Equality with an array of the same strategy and length."""
        for index in range(self.length(w_array)):
            if not self.get(w_array, index).equals(self.get(w_other, index)):
                return False
        return True

    def mark_items_shared(self, w_array, start, stop):
        """Call ``mark_shared`` on the items of a part; only objects can be containers."""

    def int_items(self, w_array):
        return None

    def float_items(self, w_array):
        return None


class CapacityHint(object):
    """The storage of an empty array: how many items to make room for."""
    _immutable_fields_ = ['capacity']

    def __init__(self, capacity):
        self.capacity = capacity


class EmptyStrategy(ArrayStrategy):
    erase, unerase = new_erasing_pair('empty array')
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)

    def length(self, w_array):
        return 0

    def fetch(self, w_array, index):
        return None

    def get(self, w_array, index):
        raise IndexError

    def store(self, w_array, index, w_item):
        return False

    def append(self, w_array, w_item):
        strategy = strategy_for(w_item)
        capacity = self.unerase(w_array.storage).capacity
        w_array.storage = strategy.storage_for_first(w_item, capacity)
        w_array.strategy = strategy

    def pop_last(self, w_array):
        raise IndexError

    def insert(self, w_array, index, w_item):
        self.append(w_array, w_item)

    def remove_at(self, w_array, index):
        raise IndexError

    def truncate(self, w_array, length):
        """There is nothing to remove."""

    def slice_storage(self, w_array, start, stop):
        return no_items

    def reversed_storage(self, w_array):
        return no_items

    def extend_same(self, w_array, w_other):
        """Nothing to append."""


class Progression(object):
    """The storage of a range: ``start``, ``start + step`` ...; the last item is a machine int."""
    _immutable_fields_ = ['start', 'step', 'length']

    def __init__(self, start, step, length):
        self.start = start
        self.step = step
        self.length = length


class RangeStrategy(ArrayStrategy):
    """An arithmetic progression that nobody has changed yet; a change makes it an int list."""
    erase, unerase = new_erasing_pair('range array')
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)

    def length(self, w_array):
        return self.unerase(w_array.storage).length

    def fetch(self, w_array, index):
        items = self.unerase(w_array.storage)
        if not in_range(index, items.length):
            return None
        return wrap_int(items.start + index * items.step)

    def get(self, w_array, index):
        items = self.unerase(w_array.storage)
        return wrap_int(items.start + index * items.step)

    @jit.dont_look_inside
    def int_items(self, w_array):
        items = self.unerase(w_array.storage)
        check_items(items.length)
        value = items.start
        result = [value] * items.length
        for index in range(1, items.length):
            value += items.step
            result[index] = value
        return result

    def materialize(self, w_array):
        """Switch to the int strategy; returns it."""
        w_array.storage = int_strategy.erase(self.int_items(w_array))
        w_array.strategy = int_strategy
        return int_strategy

    def store(self, w_array, index, w_item):
        if not in_range(index, self.length(w_array)):
            return False
        return self.materialize(w_array).store(w_array, index, w_item)

    def append(self, w_array, w_item):
        self.materialize(w_array).append(w_array, w_item)

    def pop_last(self, w_array):
        return self.materialize(w_array).pop_last(w_array)

    def insert(self, w_array, index, w_item):
        self.materialize(w_array).insert(w_array, index, w_item)

    def remove_at(self, w_array, index):
        return self.materialize(w_array).remove_at(w_array, index)

    def truncate(self, w_array, length):
        w_array.storage = self.slice_storage(w_array, 0, length)

    def slice_storage(self, w_array, start, stop):
        items = self.unerase(w_array.storage)
        return self.erase(
            Progression(items.start + start * items.step, items.step, stop - start))

    def reversed_storage(self, w_array):
        items = self.unerase(w_array.storage)
        last = items.start + (items.length - 1) * items.step
        return self.erase(Progression(last, -items.step, items.length))

    def extend_same(self, w_array, w_other):
        addition = int_strategy.erase(self.int_items(w_other))
        int_strategy.extend_storage(self.materialize_storage(w_array), addition)

    def materialize_storage(self, w_array):
        self.materialize(w_array)
        return w_array.storage


def room_maker(unerase):
    """The function that makes room in a storage before it grows."""
    def make_room(storage):
        items = unerase(storage)
        resizelist_hint(items, roomy_capacity(len(items)))
    return staticmethod(make_room)


class ListStrategyMixin(object):
    """The operations on a list of unwrapped items; a class adds accepts, unwrap, wrap, filler."""

    def length(self, w_array):
        return len(self.unerase(w_array.storage))

    def fetch(self, w_array, index):
        items = self.unerase(w_array.storage)
        if not in_range(index, len(items)):
            return None
        assert index >= 0
        return self.wrap(items[index])

    def get(self, w_array, index):
        assert index >= 0
        return self.wrap(self.unerase(w_array.storage)[index])

    def store(self, w_array, index, w_item):
        items = self.unerase(w_array.storage)
        if not in_range(index, len(items)):
            return False
        if not self.accepts(w_item):
            self.generalize(w_array)
            return object_strategy.store(w_array, index, w_item)
        assert index >= 0
        items[index] = self.unwrap(w_item)
        return True

    def append(self, w_array, w_item):
        if not self.accepts(w_item):
            self.append_other(w_array, w_item)
            return
        items = self.unerase(w_array.storage)
        check_growth(len(items))
        jit.conditional_call(is_growth_point(len(items)), self.make_room, w_array.storage)
        items.append(self.unwrap(w_item))

    def append_other(self, w_array, w_item):
        if self.length(w_array) == 0:
            w_array.strategy = empty_strategy
            w_array.storage = no_items
        else:
            self.generalize(w_array)
        w_array.strategy.append(w_array, w_item)

    @jit.dont_look_inside
    def generalize(self, w_array):
        """Switch to the object strategy."""
        w_array.storage = object_strategy.erase(self.items_w(w_array))
        w_array.strategy = object_strategy

    def pop_last(self, w_array):
        return self.wrap(self.unerase(w_array.storage).pop())

    def insert(self, w_array, index, w_item):
        if not self.accepts(w_item):
            self.generalize(w_array)
            object_strategy.insert(w_array, index, w_item)
            return
        items = self.unerase(w_array.storage)
        check_growth(len(items))
        jit.conditional_call(is_growth_point(len(items)), self.make_room, w_array.storage)
        assert index >= 0
        items.insert(index, self.unwrap(w_item))

    def remove_at(self, w_array, index):
        assert index >= 0
        return self.wrap(self.unerase(w_array.storage).pop(index))

    def truncate(self, w_array, length):
        assert length >= 0
        del self.unerase(w_array.storage)[length:]

    def slice_storage(self, w_array, start, stop):
        assert start >= 0
        assert stop >= 0
        check_items(stop - start)
        return self.erase(self.unerase(w_array.storage)[start:stop])

    @jit.dont_look_inside
    def reversed_storage(self, w_array):
        length = self.length(w_array)
        check_items(length)
        items = self.unerase(w_array.storage)[:]
        items.reverse()
        return self.erase(items)

    def extend_same(self, w_array, w_other):
        self.extend_storage(w_array.storage, w_other.storage)

    def extend_storage(self, storage, addition):
        items = self.unerase(storage)
        addition_items = self.unerase(addition)
        if items is addition_items:
            addition_items = addition_items[:]
        check_items(len(items) + len(addition_items))
        items.extend(addition_items)

    def storage_for_first(self, w_item, capacity):
        """A storage with one item that this strategy accepts and room for ``capacity``."""
        item = self.unwrap(w_item)
        if capacity == 0:
            return self.erase([item])
        check_items(capacity)
        items = newlist_hint(capacity)
        items.append(item)
        return self.erase(items)

    # test_jit_arrays.py: a pair that does not escape is not allocated
    @jit.unroll_safe
    def storage_for_all(self, items_w):
        """A storage with ``items_w``, all of which this strategy accepts.

        Seen by the JIT only for literals of a constant length.
        """
        length = len(items_w)
        items = [self.filler] * length
        for index in range(length):
            items[index] = self.unwrap(items_w[index])
        return self.erase(items)


class ListStrategy(ArrayStrategy):
    """The strategies that use ListStrategyMixin."""

    def accepts(self, w_item):
        raise NotImplementedError

    def storage_for_first(self, w_item, capacity):
        raise NotImplementedError

    def storage_for_all(self, items_w):
        raise NotImplementedError


class IntStrategy(ListStrategy):
    erase, unerase = new_erasing_pair('int array')
    make_room = room_maker(unerase)
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)
    import_from_mixin(ListStrategyMixin)
    filler = 0

    def accepts(self, w_item):
        return isinstance(w_item, W_Int)

    def unwrap(self, w_item):
        assert isinstance(w_item, W_Int)
        return w_item.value

    def wrap(self, item):
        return wrap_int(item)

    def equals_same(self, w_array, w_other):
        items = self.unerase(w_array.storage)
        other_items = self.unerase(w_other.storage)
        for index in range(len(items)):
            if items[index] != other_items[index]:
                return False
        return True

    def int_items(self, w_array):
        return self.unerase(w_array.storage)


class FloatStrategy(ListStrategy):
    erase, unerase = new_erasing_pair('float array')
    make_room = room_maker(unerase)
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)
    import_from_mixin(ListStrategyMixin)
    filler = 0.0

    def accepts(self, w_item):
        return isinstance(w_item, W_Float)

    def unwrap(self, w_item):
        assert isinstance(w_item, W_Float)
        return w_item.value

    def wrap(self, item):
        return W_Float(item)

    def equals_same(self, w_array, w_other):
        items = self.unerase(w_array.storage)
        other_items = self.unerase(w_other.storage)
        for index in range(len(items)):
            if not floats_equal(items[index], other_items[index]):
                return False
        return True

    def float_items(self, w_array):
        return self.unerase(w_array.storage)


class BoolStrategy(ListStrategy):
    erase, unerase = new_erasing_pair('bool array')
    make_room = room_maker(unerase)
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)
    import_from_mixin(ListStrategyMixin)
    filler = False

    def accepts(self, w_item):
        return isinstance(w_item, W_Bool)

    def unwrap(self, w_item):
        assert isinstance(w_item, W_Bool)
        return w_item.value

    def wrap(self, item):
        return wrap_bool(item)


class StringStrategy(ListStrategy):
    erase, unerase = new_erasing_pair('string array')
    make_room = room_maker(unerase)
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)
    import_from_mixin(ListStrategyMixin)
    filler = None

    def accepts(self, w_item):
        return isinstance(w_item, W_Str)

    def unwrap(self, w_item):
        assert isinstance(w_item, W_Str)
        return w_item

    def wrap(self, item):
        return item


class ObjectStrategy(ListStrategy):
    erase, unerase = new_erasing_pair('object array')
    make_room = room_maker(unerase)
    erase = staticmethod(erase)
    unerase = staticmethod(unerase)
    import_from_mixin(ListStrategyMixin)
    filler = None

    def accepts(self, w_item):
        return True

    def unwrap(self, w_item):
        assert isinstance(w_item, W_Root)
        return w_item

    def wrap(self, item):
        return item

    def generalize(self, w_array):
        """This strategy accepts everything."""

    @jit.dont_look_inside
    def mark_items_shared(self, w_array, start, stop):
        items = self.unerase(w_array.storage)
        assert start >= 0
        for index in range(start, stop):
            items[index].mark_shared()


empty_strategy = EmptyStrategy()
range_strategy = RangeStrategy()
int_strategy = IntStrategy()
float_strategy = FloatStrategy()
bool_strategy = BoolStrategy()
string_strategy = StringStrategy()
object_strategy = ObjectStrategy()

no_items = empty_strategy.erase(CapacityHint(0))


def strategy_for(w_item):
    """The narrowest strategy that accepts ``w_item``."""
    if isinstance(w_item, W_Int):
        return int_strategy
    if isinstance(w_item, W_Str):
        return string_strategy
    if isinstance(w_item, W_Float):
        return float_strategy
    if isinstance(w_item, W_Bool):
        return bool_strategy
    return object_strategy
