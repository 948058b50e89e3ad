"""Methods that change the container they are called on (decision 40).

The receiver is exclusive and changed in place, always the same object (``changes`` in registry.py).
Most are the functions behind the builtins that give a new container.  Code of the program runs
before the first change only, so that an error in it leaves the receiver as it was.
"""

from ruffinterp.builtins.arrays import (
    concat, index_argument, insert, position_argument, remove_item, remove_item_at)
from ruffinterp.builtins.dicts import merge
from ruffinterp.builtins.queue_functions import queue_enqueue, stack_push
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.set_functions import set_add, set_remove
from ruffinterp.builtins.sorting import array_sorted_by, sorted_array
from ruffinterp.objects.element_access import missing_key
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.function import GIVES_NEW, GIVES_PART
from ruffinterp.objects.repetition import filled_array
from ruffinterp.objects.methods import (
    ARRAY_METHODS, DICT_METHODS, QUEUE_METHODS, SET_METHODS, STACK_METHODS)


# ---- arrays

@builtin('push', 'array changes', 'any keeps', '*any keeps', method_of=ARRAY_METHODS,
         aliases=['append'])
def push_items(w_array, w_item, more_w):
    "array.push(item, ...) -> array: appends the items; append is the same."
    w_array.append(w_item)
    if len(more_w) > 0:
        _append_all(w_array, more_w)
    return w_array


def _append_all(w_array, items_w):
    for w_item in items_w:
        w_array.append(w_item)


@builtin('pop', 'array changes', method_of=ARRAY_METHODS, gives=GIVES_NEW)
def pop_item(w_array):
    "array.pop() -> item: removes the last item and gives it; an error for an empty array."
    if w_array.length() == 0:
        raise RuffError('pop() of an empty array')
    return w_array.pop_last()


builtin('insert', 'array changes', 'any', 'any keeps', method_of=ARRAY_METHODS, documentation=(
    'array.insert(index, item) -> array: puts the item before that index; the length appends it.')
        )(insert)

builtin('remove_at', 'array changes', 'any', method_of=ARRAY_METHODS, gives=GIVES_NEW,
        documentation='array.remove_at(index) -> item: removes that item and gives it.'
        )(remove_item_at)

builtin('remove', 'array changes', 'any', method_of=ARRAY_METHODS, documentation=(
    'array.remove(item) -> array: removes the first item that is equal, if there is one.')
        )(remove_item)

builtin('extend', 'array changes', 'array', method_of=ARRAY_METHODS,
        documentation='array.extend(other) -> array: appends the items of another array.'
        )(concat)


@builtin('clear', 'array changes', method_of=ARRAY_METHODS)
def clear_array(w_array):
    "array.clear() -> array: removes all items."
    w_array.clear()
    return w_array


@builtin('sort', 'array changes', 'callable?', method_of=ARRAY_METHODS, calls_back=True)
def sort_items(w_array, w_compare):
    """array.sort([compare]) -> array: puts the items in ascending order, as the function sort; an
    error leaves them as they were."""
    w_array.become(sorted_array(w_array, w_compare))
    return w_array


@builtin('sort_by', 'array changes', 'callable', method_of=ARRAY_METHODS)
def sort_items_by(w_array, w_key):
    """array.sort_by(key) -> array: puts the items in ascending order of key(item), as the function
    sort_by; an error leaves them as they were."""
    w_array.become(array_sorted_by(w_array, w_key))
    return w_array


@builtin('reverse', 'array changes', method_of=ARRAY_METHODS)
def reverse_items(w_array):
    "array.reverse() -> array: reverses the order of the items."
    w_array.reverse()
    return w_array


@builtin('swap', 'array changes', 'any', 'any', method_of=ARRAY_METHODS)
def swap(w_array, w_first, w_second):
    "array.swap(i, j) -> array: exchanges two items."
    first = index_argument(w_array, w_first, 'swap')
    second = index_argument(w_array, w_second, 'swap')
    w_item = w_array.get(first)
    w_array.set(first, w_array.get(second))
    w_array.set(second, w_item)
    return w_array


@builtin('fill', 'array changes', 'any keeps', method_of=ARRAY_METHODS)
def fill(w_array, w_value):
    "array.fill(value) -> array: replaces every item by the value."
    w_array.become(filled_array(w_value, w_array.length()))
    return w_array


@builtin('truncate', 'array changes', 'any', method_of=ARRAY_METHODS)
def truncate_array(w_array, w_length):
    "array.truncate(n) -> array: removes all items behind the first n; n is not below 0."
    length = position_argument(w_length, 'truncate() length must be a number')
    if length < 0:
        raise RuffError('truncate() length %d is negative' % length)
    if length < w_array.length():
        w_array.truncate(length)
    return w_array


# ---- dicts

@builtin('remove', 'dict changes', 'any', method_of=DICT_METHODS, gives=GIVES_NEW)
def remove_key(w_dict, w_key):
    "dict.remove(key) -> value: removes the key and gives its value; an error for a missing key."
    w_value = w_dict.remove(w_key)
    if w_value is None:
        raise missing_key(w_dict, w_key)
    return w_value


builtin('merge', 'dict changes', 'dict', method_of=DICT_METHODS, aliases=['update'],
        documentation='dict.merge(other) -> dict: stores all entries of the other dict; update is '
        'the same.')(merge)


@builtin('clear', 'dict changes', method_of=DICT_METHODS)
def clear_dict(w_dict):
    "dict.clear() -> dict: removes all entries."
    w_dict.clear()
    return w_dict


@builtin('get_or_insert', 'dict changes', 'any', 'any keeps', method_of=DICT_METHODS,
         gives=GIVES_PART)
def get_or_insert(w_dict, w_key, w_default):
    """dict.get_or_insert(key, value) -> any: the value under the key; where there is none the given
    one is stored first."""
    w_value = w_dict.get(w_key)
    if w_value is not None:
        return w_value
    w_dict.set(w_key, w_default)
    return w_default


# ---- sets, queues and stacks

builtin('add', 'set changes', 'any keeps', method_of=SET_METHODS,
        documentation='set.add(item) -> set: puts the item in.')(set_add)

builtin('remove', 'set changes', 'any', method_of=SET_METHODS,
        documentation='set.remove(item) -> set: takes the item out, if it is there.')(set_remove)


@builtin('clear', 'set changes', method_of=SET_METHODS)
def clear_set(w_set):
    "set.clear() -> set: removes all items."
    w_set.clear()
    return w_set


builtin('enqueue', 'queue changes', 'any keeps', method_of=QUEUE_METHODS,
        documentation='queue.enqueue(item) -> queue: puts the item at the back.')(queue_enqueue)


@builtin('dequeue', 'queue changes', method_of=QUEUE_METHODS, gives=GIVES_NEW)
def dequeue(w_queue):
    "queue.dequeue() -> item: removes the front item and gives it; an error for an empty queue."
    w_item = w_queue.dequeue()
    if w_item is None:
        raise RuffError('dequeue() of an empty queue')
    return w_item


@builtin('clear', 'queue changes', method_of=QUEUE_METHODS)
def clear_queue(w_queue):
    "queue.clear() -> queue: removes all items."
    w_queue.clear()
    return w_queue


builtin('push', 'stack changes', 'any keeps', method_of=STACK_METHODS,
        documentation='stack.push(item) -> stack: puts the item at the top.')(stack_push)


@builtin('pop', 'stack changes', method_of=STACK_METHODS, gives=GIVES_NEW)
def pop_top(w_stack):
    "stack.pop() -> item: removes the top item and gives it; an error for an empty stack."
    w_item = w_stack.pop()
    if w_item is None:
        raise RuffError('pop() of an empty stack')
    return w_item


@builtin('clear', 'stack changes', method_of=STACK_METHODS)
def clear_stack(w_stack):
    "stack.clear() -> stack: removes all items."
    w_stack.clear()
    return w_stack
