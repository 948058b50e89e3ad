"""Source text of generated programs.

A node is a tuple of a kind (an expression, an atom, which is an expression that cannot be smaller,
or a statement) and its parts in the order of the text: strings, nodes, and lists of statements,
which are blocks.
"""

from shrink import Shrinker

EXPRESSION = 'expression'
ATOM = 'atom'
STATEMENT = 'statement'
SHRINKER = Shrinker([EXPRESSION, ATOM], [STATEMENT], [(ATOM, '1'), (ATOM, '[]')], [ATOM])


def text_of(part, depth):
    """Source text of a part of a node at a depth of indentation."""
    if isinstance(part, str):
        return part
    if isinstance(part, list):
        lines = ''.join('    ' * (depth + 1) + text_of(statement, depth + 1) + '\n'
                        for statement in part)
        return '{\n' + lines + '    ' * depth + '}'
    text = ''.join(text_of(child, depth) for child in part[1:])
    return text + ';' if part[0] == STATEMENT and not text.endswith('}') else text


def source(program):
    """The source text of a program (a list of statements)."""
    return ''.join(text_of(statement, 0) + '\n' for statement in program)
