"""How the parser goes on after a syntax error, to find further independent ones."""
from ruffinterp.syntax import tables, tokens

_STARTS_HEADER = [_type in (tokens.IF, tokens.WHILE, tokens.FOR, tokens.MATCH)
                  for _type in range(len(tokens.NAMES))]


def recover(parser, minimum):
    """Bring the parser back to a statement list and to the start of a statement.

    Pops the stack to the nearest statement list.  A popped bracket that is closed behind the error is
    skipped whole, so that a broken call, literal, struct or match is one error.  Tokens before
    ``minimum`` are dropped in any case, which makes sure that the parser gets on.
    """
    position = parser.position
    states = parser.states
    in_header = False
    while tables.GOTOS[states[-1] * tables.NONTERMINAL_COUNT + tables.ITEM] < 0:
        states.pop()
        node = parser.nodes.pop()
        first = parser.firsts.pop()
        if node is None:
            mate = parser.stream.mates[first]
            if mate >= position:
                position = mate + 1
            if _STARTS_HEADER[parser.types[first]]:
                in_header = True
    if position < minimum:
        position = minimum
    parser.position = _next_statement(parser, position, _in_block(parser), in_header)


def _in_block(parser):
    """Is the statement list on top of the stack one that a ``}`` ends?"""
    return len(parser.states) > 2 or (len(parser.states) == 2 and parser.nodes[1] is None)


def _next_statement(parser, position, in_block, in_header):
    """The first token from ``position`` on, outside brackets opened there, that starts a statement or
    ends the list.  In a broken header a ``;`` is part of it, as in ``for i := 0; i < n; ...``."""
    stream = parser.stream
    while True:
        type = stream.types[position]
        if type == tokens.END or stream.first_on_line[position]:
            return position
        if type == tokens.SEMI and not in_header:
            return position
        if type == tokens.RBRACE and in_block:
            return position
        mate = stream.mates[position]
        if mate > position:
            position = mate
        position += 1
