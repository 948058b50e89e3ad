"""Which variables the text of a function mentions: those are what it captures."""

# Kinds of nodes that name a variable, with the position of the name.
NAMES = {'variable': 1, 'call': 1, 'pipe': 2, 'set': 1, 'path': 1, 'augment': 1}

# Kinds of expressions that may run code of the program.
CALLS = ('call', 'pipe', 'method', 'apply', 'choice', 'await', 'yield', 'struct', 'unwrap', 'binary')


def mentioned_names(tree):
    """The set of variables that a tree or list of trees mentions."""
    found = set()
    collect(tree, found)
    return found


def collect(tree, found):
    if not isinstance(tree, (tuple, list)) or not tree:
        return
    kind = tree[0]
    if isinstance(kind, str) and kind in NAMES and isinstance(tree, tuple):
        found.add(tree[NAMES[kind]])
    if kind in ('destructure', 'destructure_dict'):
        collect_pattern(tree[1], found)
    elif kind == 'exchange':
        found.update(root for root, _ in tree[1:])
    for part in tree:
        collect(part, found)


def collect_pattern(pattern, found):
    for target in pattern:
        if isinstance(target, list):
            collect_pattern(target, found)
        else:
            found.add(target.replace('...', ''))


def mentions_kind(tree, kinds):
    """Whether a tree has nodes of one of these kinds."""
    if not isinstance(tree, (tuple, list)) or not tree:
        return False
    return (isinstance(tree, tuple) and tree[0] in kinds) \
        or any(mentions_kind(part, kinds) for part in tree)
