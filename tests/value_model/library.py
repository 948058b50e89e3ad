"""The builtins that generated programs use, in the reference evaluator."""

from values import Collection, Discard, Thrown, display, equal, is_number


READ_ONCE = ('Generator', 'Iterator')


def need(condition):
    if not condition:
        raise Thrown()


def need_list(value):
    need(isinstance(value, list))
    return value


def sequence(value):
    """What a builtin that only reads an array takes for one."""
    if isinstance(value, str):
        return list(value)
    if not isinstance(value, list) and type(value).__name__ in READ_ONCE:
        # What an iterator gives is left to unit tests.
        raise Discard()
    return need_list(value)


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
    array = sequence(array)
    return array[clamp(start, len(array)):clamp(stop, len(array))]


def flatten(array):
    result = []
    for item in sequence(array):
        result.extend(item if isinstance(item, list) else [item])
    return result


def sort(array):
    array = sequence(array)
    if not (all(is_number(item) for item in array) or all(isinstance(item, str) for item in array)):
        raise Discard()
    return sorted(array)


def length(value):
    if isinstance(value, Collection):
        return len(value.items)
    if isinstance(value, (dict, str)):
        return len(value)
    return len(sequence(value))


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


def get(table, key, default=None):
    need_dict(table)
    if not (isinstance(key, str) or is_number(key)):
        # Keys of other kinds are left to unit tests.
        raise Discard()
    return table.get(str(key), default)


BUILTINS = {
    'push': lambda array, item: need_list(array) + [item],
    'pop': pop,
    'reverse': lambda array: array[::-1] if isinstance(array, str) else sequence(array)[::-1],
    'sort': sort,
    'concat': lambda a, b: need_list(a) + sequence(b),
    'slice': slice_,
    'insert': insert,
    'remove_at': remove_at,
    'take': lambda array, count: sequence(array)[:max(0, count)],
    'skip': lambda array, count: sequence(array)[max(0, count):],
    'flatten': flatten,
    'zip': lambda a, b: [list(pair) for pair in zip(sequence(a), sequence(b))],
    'enumerate': lambda array: [list(pair) for pair in enumerate(sequence(array))],
    'len': length,
    'to_string': display,
    'range': lambda count: list(range(count)),
    'merge': merge,
    'remove': remove,
    'keys': lambda table: sorted(need_dict(table)),
    'values': sorted_values,
    'items': lambda table: [[key, table[key]] for key in sorted(need_dict(table))],
    'get': get,
    'Set': lambda array: Collection('Set', unique_items(sequence(array))),
    'set_add': lambda s, item: Collection('Set', unique_items(need_collection(s, 'Set') + [item])),
    'set_to_array': lambda s: list(need_collection(s, 'Set')),
    'Queue': lambda array: Collection('Queue', list(sequence(array))),
    'queue_enqueue': lambda q, item: Collection('Queue', need_collection(q, 'Queue') + [item]),
    'queue_dequeue': dequeue,
    'queue_to_array': lambda q: list(need_collection(q, 'Queue')),
    'Stack': lambda array: Collection('Stack', list(sequence(array))),
    'stack_push': lambda s, item: Collection('Stack', need_collection(s, 'Stack') + [item]),
    'stack_pop': stack_pop,
    'stack_to_array': lambda s: list(need_collection(s, 'Stack')),
}

CALLBACK_BUILTINS = ('map', 'filter', 'reduce', 'find', 'sort_by')


