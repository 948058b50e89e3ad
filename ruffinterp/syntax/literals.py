"""Values of literal tokens (language.md 1.4, 1.5)."""


def unescape(text, start, end):
    """The text between two offsets with its escapes replaced; the lexer has checked them."""
    assert start >= 0
    assert end >= start
    backslash = text.find('\\', start, end)
    if backslash < 0:
        return text[start:end]
    pieces = []
    while backslash >= 0:
        assert backslash >= start
        if backslash > start:
            pieces.append(text[start:backslash])
        pieces.append(_escaped(text[backslash + 1]))
        start = backslash + 2
        backslash = text.find('\\', start, end)
    if end > start:
        pieces.append(text[start:end])
    return ''.join(pieces)


def is_escape(c):
    """May ``c`` follow a backslash?"""
    return c == 'n' or c == 't' or c == 'r' or c == '\\' or c == '"' or c == '$'


def _escaped(c):
    if c == 'n':
        return '\n'
    if c == 't':
        return '\t'
    if c == 'r':
        return '\r'
    return c
