"""``P := f(.., P, ..)``: the same path on both sides (decision 41), as trees."""

from mentions import collect_pattern, mentioned_names
from paths import path_of, place_of

# Kinds of expressions that call and assign nothing, with the positions of their parts.
PARTS = {'int': [], 'string': [], 'null': [], 'variable': [], 'value': [], 'index': [1, 2],
         'field': [1], 'optional': [1], 'binary': [2, 3]}
WRITES = ('set', 'path', 'augment', 'for', 'function')
LISTS = {'array': 1, 'tag': 2}


def calls_nothing(e):
    if e[0] in LISTS:
        return all(calls_nothing(item) for item in e[LISTS[e[0]]])
    return e[0] in PARTS and all(calls_nothing(e[part]) for part in PARTS[e[0]])


def written_names(tree, found):
    """Add the variables that blocks in an expression assign, and those whose methods it calls."""
    if not isinstance(tree, (tuple, list)) or not tree or tree[0] in ('lambda', 'function'):
        return
    if tree[0] in WRITES:
        found.add(tree[1])
    elif tree[0] in ('destructure', 'destructure_dict'):
        collect_pattern(tree[1], found)
    elif tree[0] == 'exchange':
        found.update(root for root, _ in tree[1:])
    elif tree[0] == 'method' and path_of(tree[1]):
        found.add(path_of(tree[1])[0])
    for part in tree:
        written_names(part, found)


def call_in(right):
    """The call that a right side is, or whose success it is."""
    return right[1] if right[0] == 'unwrap' else right


def arguments_of(call):
    if call[0] == 'call':
        return call[2]
    return [call[1]] + call[3] if call[0] == 'method' else []


def is_lookup(argument, place):
    return place[0] == 'index' and argument[:2] == ('call', 'get') \
        and len(argument[2]) in (2, 3) and argument[2][:2] == [place[1], place[2]]


def updated_place(root, steps, right):
    """The argument of the right side that is the path, or reads it by ``get``; None without one."""
    place = place_of(root, steps)
    arguments = arguments_of(call_in(right))
    if not calls_nothing(place) or [item for item in arguments if item[0] == 'spread']:
        return None
    found = [argument for argument in arguments if argument == place][:1]
    if not found and arguments and is_lookup(arguments[0], place):
        found = arguments[:1]
    if not found or mentioned_names(place) & written_by_others(arguments, found[0], place):
        return None
    return found[0]


def written_by_others(arguments, updated, place):
    """The variables that the other arguments, or the default of a lookup, write."""
    position = [argument is updated for argument in arguments].index(True)
    others = arguments[:position] + arguments[position + 1:]
    if updated is not place and updated[0] == 'call':
        others = others + updated[2][2:]
    found = set()
    written_names(others, found)
    return found


def with_place(right, place, known):
    """The right side with ``known`` for the first argument that is ``place``."""
    if right[0] == 'unwrap':
        return ('unwrap', with_place(right[1], place, known))
    if place[0] == 'call':
        known = ('call', 'get', [known[1], known[2]] + place[2][2:])
    arguments = list(arguments_of(right))
    arguments[arguments.index(place)] = known
    if right[0] == 'call':
        return ('call', right[1], arguments)
    return ('method', arguments[0], right[2], arguments[1:])
