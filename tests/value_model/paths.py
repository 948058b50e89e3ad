"""Paths as trees: a variable and steps, which are ('index', expression) or ('field', name)."""


def path_of(e):
    """(root, steps) of an expression that can be assigned, else None."""
    steps = []
    while e[0] in ('index', 'field'):
        steps.insert(0, (e[0], e[2]))
        e = e[1]
    return (e[1], steps) if e[0] == 'variable' else None


def place_of(root, steps):
    """The expression for a path."""
    place = ('variable', root)
    for kind, key in steps:
        place = (kind, place, key)
    return place
