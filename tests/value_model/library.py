"""The builtins that generated programs use, in the reference evaluator."""

from values import Collection, Discard, Thrown, display, equal, is_number


def need(condition):
    if not condition:
        raise Thrown()


def need_list(value):
    need(isinstance(value, list))
    return value


def need_dict(value):
    need(isinstance(value, dict))
    return value


def need_collection(value, kind):
    need(isinstance(value, Collection) and value.kind == kind)
    return value.items


def clamp(position, length):
    if position < 0:
        position += length
    return max(0, min(position, length))


def pop(array):
    need_list(array)
    return [array[:-1], array[-1]] if array else [[], 0]


def insert(array, index, item):
    need(isinstance(array, list) and is_number(index) and 0 <= index <= len(array))
    return array[:index] + [item] + array[index:]


def remove_at(array, index):
    need(isinstance(array, list) and is_number(index) and 0 <= index < len(array))
    return [array[:index] + array[index + 1:], array[index]]


def slice_(array, start, stop):
    need_list(array)
    return array[clamp(start, len(array)):clamp(stop, len(array))]


def flatten(array):
    result = []
    for item in need_list(array):
        result.extend(item if isinstance(item, list) else [item])
    return result


def sort(array):
    need_list(array)
    if not (all(is_number(item) for item in array) or all(isinstance(item, str) for item in array)):
        raise Discard()
    return sorted(array)


def length(value):
    if isinstance(value, Collection):
        return len(value.items)
    need(isinstance(value, (list, dict, str)))
    return len(value)


def unique_items(items):
    result = []
    for item in items:
        if not any(equal(item, old) for old in result):
            result.append(item)
    return result


def merge(first, second):
    result = dict(need_dict(first))
    result.update(need_dict(second))
    return result


def dequeue(queue):
    items = need_collection(queue, 'Queue')
    return [Collection('Queue', items[1:]), items[0] if items else None]


def stack_pop(stack):
    items = need_collection(stack, 'Stack')
    return [Collection('Stack', items[:-1]), items[-1] if items else None]


def remove(table, key):
    if isinstance(table, list):
        raise Discard()
    rest = dict(need_dict(table))
    return [rest, rest.pop(key)] if key in rest else [rest, 0]


def sorted_values(table):
    return [table[key] for key in sorted(need_dict(table))]


BUILTINS = {
    'push': lambda array, item: need_list(array) + [item],
    'pop': pop,
    'reverse': lambda array: need_list(array)[::-1],
    'sort': sort,
    'concat': lambda a, b: need_list(a) + need_list(b),
    'slice': slice_,
    'insert': insert,
    'remove_at': remove_at,
    'take': lambda array, count: need_list(array)[:max(0, count)],
    'skip': lambda array, count: need_list(array)[max(0, count):],
    'flatten': flatten,
    'zip': lambda a, b: [list(pair) for pair in zip(need_list(a), need_list(b))],
    'enumerate': lambda array: [list(pair) for pair in enumerate(need_list(array))],
    'len': length,
    'to_string': display,
    'range': lambda count: list(range(count)),
    'merge': merge,
    'remove': remove,
    'keys': lambda table: sorted(need_dict(table)),
    'values': sorted_values,
    'items': lambda table: [[key, table[key]] for key in sorted(need_dict(table))],
    'get': lambda table, key: need_dict(table).get(key),
    'Set': lambda array: Collection('Set', unique_items(need_list(array))),
    'set_add': lambda s, item: Collection('Set', unique_items(need_collection(s, 'Set') + [item])),
    'set_to_array': lambda s: list(need_collection(s, 'Set')),
    'Queue': lambda array: Collection('Queue', need_list(array)),
    'queue_enqueue': lambda q, item: Collection('Queue', need_collection(q, 'Queue') + [item]),
    'queue_dequeue': dequeue,
    'queue_to_array': lambda q: list(need_collection(q, 'Queue')),
    'Stack': lambda array: Collection('Stack', need_list(array)),
    'stack_push': lambda s, item: Collection('Stack', need_collection(s, 'Stack') + [item]),
    'stack_pop': stack_pop,
    'stack_to_array': lambda s: list(need_collection(s, 'Stack')),
}

CALLBACK_BUILTINS = ('map', 'filter', 'reduce', 'find', 'sort_by')


