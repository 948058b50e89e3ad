"""Makes a failing program smaller while it keeps failing.

Programs are trees of tuples whose first item names the kind of the node, and lists of nodes.
"""

import time

ATTEMPTS = 400
# Attempts that run into a time limit are slow.
SECONDS = 60


class Shrinker(object):
    """What a shrinker must know of the trees: the kinds of nodes, the simplest expressions."""

    def __init__(self, expressions, statements, simplest, atoms=()):
        self.expressions = expressions
        self.statements = statements
        self.simplest = simplest
        self.atoms = atoms

    def is_statement(self, node):
        return isinstance(node, tuple) and node and node[0] in self.statements

    def is_expression(self, node):
        return isinstance(node, tuple) and node and node[0] in self.expressions

    def children(self, node):
        """The expressions directly below an expression, also those in lists and pairs."""
        for part in node[1:]:
            waiting = [part]
            while waiting:
                item = waiting.pop()
                if self.is_expression(item):
                    yield item
                elif isinstance(item, (list, tuple)):
                    waiting.extend(item)

    def smaller_here(self, node):
        """Smaller versions of a tree that differ at its root."""
        if self.is_expression(node):
            for smaller in self.simplest:
                if node != smaller and node[0] not in self.atoms:
                    yield smaller
            for child in self.children(node):
                if child[0] != 'spread':
                    yield child
        if isinstance(node, list):
            for smaller in self.shorter(node):
                yield smaller

    def shorter(self, items):
        """A list without some of its items, or with a statement replaced by a block of its own."""
        size = len(items) // 2
        while size > 1:
            for start in range(0, len(items), size):
                yield items[:start] + items[start + size:]
            size //= 2
        for position, item in enumerate(items):
            if self.is_statement(item) or self.is_expression(item):
                yield items[:position] + items[position + 1:]
        for position, item in enumerate(items):
            if self.is_statement(item):
                for part in item[1:]:
                    if isinstance(part, list) and part and self.is_statement(part[0]):
                        yield items[:position] + part + items[position + 1:]

    def variants(self, program):
        """Smaller versions of a tree: those that differ near the root come first."""
        level = [(program, lambda changed: changed)]
        while level:
            below = []
            for node, rebuilt in level:
                for smaller in self.smaller_here(node):
                    yield rebuilt(smaller)
                for position, part in enumerate(node):
                    if isinstance(part, (list, tuple)):
                        below.append((part, replacing(node, position, rebuilt)))
            level = below

    def shrink(self, program, fails, attempts=ATTEMPTS, seconds=SECONDS):
        """The smallest variant found for which ``fails`` holds."""
        deadline = time.time() + seconds
        position = 0
        while True:
            for number, smaller in enumerate(self.variants(program)):
                # Those before have failed to fail with a tree that is hardly larger.
                if number < position:
                    continue
                attempts -= 1
                if attempts <= 0 or time.time() > deadline:
                    return program
                if fails(smaller):
                    program, position = smaller, number
                    break
            else:
                if position == 0:
                    return program
                position = 0


def replacing(node, position, rebuilt):
    """A function that makes the whole tree from another part of ``node`` at ``position``."""
    def rebuild(part):
        changed = list(node)
        changed[position] = part
        return rebuilt(changed if isinstance(node, list) else tuple(changed))
    return rebuild
