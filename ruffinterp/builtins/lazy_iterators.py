"""Lazy iterators: ``.map``, ``.filter``, ``.take``, ``.collect``, ``.next`` (language.md 7.6).

The stages of a chain are iterators around iterators; nothing is computed before something asks for
an item.  A generator is an iterator too.
"""

from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.sequences import collected
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.integer import W_Integer, to_machine_int
from ruffinterp.objects.iterator import W_ArrayIterator, W_Iterator
from ruffinterp.objects.booleans import W_Bool
from ruffinterp.objects.enums import W_Option, w_none
from ruffinterp.vm.calls import call1, code_of
from ruffinterp.vm.interrupts import poll_now
from ruffinterp.vm.jit import callback_driver
from ruffinterp.objects.methods import ARRAY_METHODS, ITERATOR_METHODS

# Keyed by the code that the loop calls.
filter_driver = callback_driver('iterator.filter')


class W_MapIterator(W_Iterator):
    """``f(item)`` for the items of another iterator."""
    _immutable_fields_ = ['w_source', 'w_function']

    def __init__(self, w_source, w_function):
        self.w_source = w_source
        self.w_function = w_function

    def next_item(self):
        w_item = self.w_source.next_item()
        if w_item is None:
            return None
        return call1(self.w_function, w_item)

    def again(self):
        w_source = self.w_source.again()
        if w_source is None:
            return None
        return W_MapIterator(w_source, self.w_function)

    def code_inside(self):
        return code_of(self.w_function)


class W_FilterIterator(W_Iterator):
    """The items of another iterator for which ``f(item)`` is ``true``."""
    _immutable_fields_ = ['w_source', 'w_function']

    def __init__(self, w_source, w_function):
        self.w_source = w_source
        self.w_function = w_function

    def next_item(self):
        code = code_of(self.w_function)
        while True:
            filter_driver.jit_merge_point(code=code)
            poll_now()
            w_item = self.w_source.next_item()
            if w_item is None:
                return None
            w_passes = call1(self.w_function, w_item)
            if isinstance(w_passes, W_Bool) and w_passes.value:
                w_item.mark_shared()
                return w_item

    def again(self):
        w_source = self.w_source.again()
        if w_source is None:
            return None
        return W_FilterIterator(w_source, self.w_function)

    def code_inside(self):
        return code_of(self.w_function)


class W_TakeIterator(W_Iterator):
    """At most ``left`` more items of another iterator."""
    _immutable_fields_ = ['w_source']

    def __init__(self, w_source, left):
        self.w_source = w_source
        self.left = left

    def next_item(self):
        if self.left <= 0:
            return None
        self.left -= 1
        return self.w_source.next_item()

    def again(self):
        w_source = self.w_source.again()
        if w_source is None:
            return None
        return W_TakeIterator(w_source, self.left)

    def code_inside(self):
        return self.w_source.code_inside()


@builtin('map', 'array keeps', 'callable keeps', count='A1', method_of=ARRAY_METHODS,
         mistyped='map() requires a function argument')
def array_map(w_array, w_function):
    "array.map(f) -> iterator: f(item) for every item, computed when it is asked for."
    return W_MapIterator(W_ArrayIterator(w_array), w_function)


@builtin('filter', 'array keeps', 'callable keeps', count='A1', method_of=ARRAY_METHODS,
         mistyped='filter() requires a function argument')
def array_filter(w_array, w_function):
    "array.filter(f) -> iterator: the items for which f(item) is true."
    return W_FilterIterator(W_ArrayIterator(w_array), w_function)


@builtin('collect', 'array keeps', count='A1', method_of=ARRAY_METHODS)
def array_collect(w_array):
    "array.collect() -> array: the array itself, so that chains may end anywhere."
    return w_array


@builtin('map', 'iterator', 'callable keeps', count='A1', method_of=ITERATOR_METHODS,
         mistyped='map() requires a function argument')
def iterator_map(w_iterator, w_function):
    "iterator.map(f) -> iterator: f(item) for every item, computed when it is asked for."
    return W_MapIterator(w_iterator, w_function)


@builtin('filter', 'iterator', 'callable keeps', count='A1', method_of=ITERATOR_METHODS,
         mistyped='filter() requires a function argument')
def iterator_filter(w_iterator, w_function):
    "iterator.filter(f) -> iterator: the items for which f(item) is true."
    return W_FilterIterator(w_iterator, w_function)


@builtin('take', 'iterator', 'any', count='A1', method_of=ITERATOR_METHODS)
def iterator_take(w_iterator, w_count):
    "iterator.take(n) -> iterator: at most n items."
    if not isinstance(w_count, W_Integer):
        raise RuffError('take() requires an integer argument')
    return W_TakeIterator(w_iterator, to_machine_int(w_count))


@builtin('collect', 'iterator', count='A1', method_of=ITERATOR_METHODS, calls_back=True,
         effects=True)
def iterator_collect(w_iterator):
    """iterator.collect() -> array: all items that are left.

    They stay there for the next call unless they come from a generator or a file.
    """
    return collected(w_iterator)


@builtin('next', 'iterator', count='A1', method_of=ITERATOR_METHODS, calls_back=True, effects=True)
def iterator_next(w_iterator):
    "iterator.next() -> option: Some(item), or None at the end."
    w_item = w_iterator.next_item()
    if w_item is None:
        return w_none
    return W_Option(w_item)
