"""``P := f(.., P, ..)``: the same path on both sides (decision 41), as trees."""

# Kinds of expressions that call and assign nothing, with the positions of their parts.
PARTS = {'int': [], 'string': [], 'null': [], 'variable': [], 'value': [], 'index': [1, 2],
         'field': [1], 'optional': [1], 'binary': [2, 3]}
LISTS = {'array': 1, 'tag': 2}


def place_of(root, steps):
    """The expression for a path."""
    place = ('variable', root)
    for kind, key in steps:
        place = (kind, place, key)
    return place


def calls_nothing(e):
    if e[0] in LISTS:
        return all(calls_nothing(item) for item in e[LISTS[e[0]]])
    return e[0] in PARTS and all(calls_nothing(e[part]) for part in PARTS[e[0]])


def has_choice(e):
    """Whether a block of statements is part of an expression."""
    if isinstance(e, tuple) and e and e[0] in ('choice', 'lambda'):
        return e[0] == 'choice'
    return isinstance(e, (tuple, list)) and any(has_choice(part) for part in e)


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
    if not calls_nothing(place) or has_choice(right) \
            or [item for item in arguments if item[0] == 'spread']:
        return None
    for argument in arguments:
        if argument == place:
            return argument
    if arguments and is_lookup(arguments[0], place):
        return arguments[0]
    return None


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
