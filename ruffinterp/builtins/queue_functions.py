"""Queues and stacks (builtins-data.md sections 13 and 14)."""

from ruffinterp.builtins.arrays import handed_out, pair
from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.integer import wrap_int
from ruffinterp.objects.queues import new_queue as queue_of, new_stack as stack_of
from ruffinterp.objects.booleans import w_null, wrap_bool


def _kept_items(w_array):
    """A list of the items of an array, kept; of None an empty one."""
    if w_array is None:
        return []
    items_w = w_array.items_w()
    for w_item in items_w:
        w_item.mark_shared()
    return items_w


def _rest_and_item(w_collection, w_item):
    """[collection, item], with null for no item."""
    if w_item is None:
        w_item = w_null
    return pair(w_collection, w_item)


def _item_or_null(w_item):
    if w_item is None:
        return w_null
    return handed_out(w_item)


@builtin('Queue', 'array?', mistyped='Queue requires an array argument')
def new_queue(w_array):
    "Queue([array]) -> queue of the items of the array, the first one at the front."
    return queue_of(_kept_items(w_array))


@builtin('queue_enqueue', 'queue updates', 'any keeps')
def queue_enqueue(w_queue, w_item):
    "queue_enqueue(queue, item) -> queue with the item at the back."
    w_queue.enqueue(w_item)
    return w_queue


@builtin('queue_dequeue', 'queue updates')
def queue_dequeue(w_queue):
    "queue_dequeue(queue) -> [rest, front]; an empty queue gives null as front."
    w_item = w_queue.dequeue()
    return _rest_and_item(w_queue, w_item)


@builtin('queue_peek', 'queue')
def queue_peek(w_queue):
    "queue_peek(queue) -> any: the item at the front, null for an empty queue."
    return _item_or_null(w_queue.peek())


@builtin('queue_is_empty', 'queue')
def queue_is_empty(w_queue):
    "queue_is_empty(queue) -> bool."
    return wrap_bool(w_queue.length() == 0)


@builtin('queue_size', 'queue', count='queue_size expects 1 argument (queue), got %K',
         mistyped='queue_size requires a Queue argument')
def queue_size(w_queue):
    "queue_size(queue) -> int: the number of items."
    return wrap_int(w_queue.length())


@builtin('queue_to_array', 'queue')
def queue_to_array(w_queue):
    "queue_to_array(queue) -> array of the items, the front first."
    return w_queue.to_array()


@builtin('Stack', 'array?', mistyped='Stack requires an array argument')
def new_stack(w_array):
    "Stack([array]) -> stack of the items of the array, the last one at the top."
    return stack_of(_kept_items(w_array))


@builtin('stack_push', 'stack updates', 'any keeps')
def stack_push(w_stack, w_item):
    "stack_push(stack, item) -> stack with the item at the top."
    w_stack.push(w_item)
    return w_stack


@builtin('stack_pop', 'stack updates')
def stack_pop(w_stack):
    "stack_pop(stack) -> [rest, top]; an empty stack gives null as top."
    w_item = w_stack.pop()
    return _rest_and_item(w_stack, w_item)


@builtin('stack_peek', 'stack')
def stack_peek(w_stack):
    "stack_peek(stack) -> any: the item at the top, null for an empty stack."
    return _item_or_null(w_stack.peek())


@builtin('stack_is_empty', 'stack')
def stack_is_empty(w_stack):
    "stack_is_empty(stack) -> bool."
    return wrap_bool(w_stack.length() == 0)


@builtin('stack_size', 'stack', count='stack_size expects 1 argument (stack), got %K',
         mistyped='stack_size requires a Stack argument')
def stack_size(w_stack):
    "stack_size(stack) -> int: the number of items."
    return wrap_int(w_stack.length())


@builtin('stack_to_array', 'stack')
def stack_to_array(w_stack):
    "stack_to_array(stack) -> array of the items, bottom first."
    return w_stack.to_array()
