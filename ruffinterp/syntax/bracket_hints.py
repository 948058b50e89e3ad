"""Help about brackets that are not closed, or closed without being open (tooling.md 9.3)."""
from ruffinterp.diagnostics.hints.syntactic import (
    CLOSES_NOTHING, INDENTED_DIFFERENTLY, MISSING_COMMA, NEVER_CLOSED, OPENED_HERE,
    PROBABLY_NOT_CLOSED)
from ruffinterp.syntax import expectations, tokens
from ruffinterp.syntax.messages import STATE_MESSAGES

_CLOSERS = [_type in (tokens.RPAR, tokens.RBRACK, tokens.RBRACE)
            for _type in range(len(tokens.NAMES))]


def explain_bracket(context, diagnostic):
    """Which bracket is still open, or what is wrong with the closing one; '' if neither is known.

    The Diagnostic gets the places of the brackets that the text names.
    """
    parser = context.parser
    type = parser.lookahead()
    bracket = context.open_bracket()
    if type == tokens.END:
        return _explain_end(parser, bracket, diagnostic)
    if _CLOSERS[type]:
        if bracket >= 0 and parser.stream.mates[bracket] < 0:
            return _never_closed(parser, bracket, diagnostic)
        if bracket < 0 and parser.stream.mates[parser.position] < 0:
            return CLOSES_NOTHING % tokens.SPELLINGS[type]
        return ''
    if bracket < 0:
        return _explain_outer_bracket(parser, diagnostic)
    if parser.stream.mates[bracket] < 0:
        return _never_closed(parser, bracket, diagnostic)
    if parser.types[bracket] != tokens.ISTR_OPEN and _separated_by_commas(context):
        return MISSING_COMMA % context.found_token()
    return ''


def _explain_outer_bracket(parser, diagnostic):
    """A later line begins inside of a bracket that is never closed."""
    if not parser.stream.first_on_line[parser.position]:
        return ''
    bracket = _innermost_unclosed(parser)
    if bracket < 0:
        return ''
    return _never_closed(parser, bracket, diagnostic)


def _innermost_unclosed(parser):
    """The token of the innermost bracket on the parser's stack that has no mate, -1 without one."""
    i = len(parser.nodes) - 1
    while i > 0:
        token = parser.firsts[i]
        type = parser.types[token]
        if parser.nodes[i] is None and parser.stream.mates[token] < 0 and (
                type == tokens.LPAR or type == tokens.LBRACK or type == tokens.LBRACE):
            return token
        i -= 1
    return -1


def _separated_by_commas(context):
    """Is the incomplete construct a list in which an item has just ended and another begins?"""
    required = STATE_MESSAGES.required_symbols[context.state]
    if required == expectations.PARENTHESIS_END or required == expectations.INDEX_END:
        return False
    parser = context.parser
    type = parser.lookahead()
    return (type == tokens.IDENT or type == tokens.INT or type == tokens.FLOAT or
            type == tokens.STRING or type == tokens.ISTR_START or type == tokens.LBRACE or
            type == tokens.TRUE or type == tokens.FALSE or type == tokens.NULL)


def _explain_end(parser, bracket, diagnostic):
    suspect = suspicious_brace(parser)
    if suspect >= 0:
        mate = parser.stream.mates[suspect]
        line, column = parser.source.position(parser.stream.starts[suspect])
        closing_line = parser.source.line(parser.stream.starts[mate])
        _mark(parser, suspect, OPENED_HERE, diagnostic)
        _mark(parser, mate, INDENTED_DIFFERENTLY, diagnostic)
        return PROBABLY_NOT_CLOSED % (line, column, closing_line)
    if bracket < 0:
        bracket = _innermost_unclosed(parser)
    if bracket < 0:
        return ''
    return _never_closed(parser, bracket, diagnostic)


def _never_closed(parser, bracket, diagnostic):
    line, column = parser.source.position(parser.stream.starts[bracket])
    _mark(parser, bracket, OPENED_HERE, diagnostic)
    return NEVER_CLOSED % (parser.token_text(bracket), line, column)


def _mark(parser, token, label, diagnostic):
    diagnostic.add_secondary(parser.stream.starts[token], parser.stream.ends[token], label)


def mark_bracket(context, diagnostic):
    """Show where the bracket was opened whose closer is missing, if no place is shown already and
    the bracket is not in sight: it is never closed, or closed on another line."""
    parser = context.parser
    bracket = context.open_bracket()
    if bracket < 0 or len(diagnostic.secondary) > 0:
        return
    line = parser.source.line(parser.stream.starts[bracket])
    if parser.stream.mates[bracket] < 0 or line != parser.source.line(diagnostic.primary.start):
        _mark(parser, bracket, OPENED_HERE, diagnostic)


def suspicious_brace(parser):
    """The first '{' whose '}' starts a line that is indented less than the line of the '{'; -1 if
    there is none.  When a '}' is missing, the braces around the gap are paired like that."""
    stream = parser.stream
    indentation = 0
    indentations = [0] * len(stream.types)
    for i in range(len(stream.types)):
        if stream.first_on_line[i]:
            indentation = _indentation(parser.text, stream.starts[i])
        indentations[i] = indentation
        opener = stream.mates[i]
        if (stream.types[i] == tokens.RBRACE and stream.first_on_line[i] and 0 <= opener < i and
                indentation < indentations[opener]):
            return opener
    return -1


def _indentation(text, position):
    """The number of characters before ``position`` on its line."""
    count = 0
    while position > 0 and text[position - 1] != '\n' and text[position - 1] != '\r':
        position -= 1
        count += 1
    return count


def innermost_bracket(parser):
    """The token of the innermost open bracket on the parser's stack, -1 without one."""
    i = len(parser.nodes) - 1
    while i > 0:
        token = parser.firsts[i]
        if parser.nodes[i] is None and parser.stream.mates[token] > token:
            return token
        i -= 1
    return -1
