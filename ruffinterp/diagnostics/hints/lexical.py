"""Help for lexical errors: how other languages write it (tooling.md 9.3)."""

LEXER_HELP = 'Fix the lexical error in source and run again.'
ESCAPE_HELP = 'The escapes are \\n \\t \\r \\" \\\\ \\$; a backslash itself is written \\\\.'
NESTED_QUOTE_HELP = 'Inside ${...} a string is written as outside, without a backslash: "${f("x")}".'
TRIPLE_QUOTE_HELP = 'It may go over several lines all the same.'
QUOTE_HELP = "The string begins here; no '\"' ends it."

_QUOTES = 'Strings are written with double quotes: "text".'
_CURLY_QUOTES = 'Strings are written with straight double quotes: "text".'

_CHARACTERS = {
    "'": _QUOTES, '`': _QUOTES,
    '\xe2\x80\x9c': _CURLY_QUOTES, '\xe2\x80\x9d': _CURLY_QUOTES, '\xe2\x80\x9e': _CURLY_QUOTES,
    '\xe2\x80\x98': _CURLY_QUOTES, '\xe2\x80\x99': _CURLY_QUOTES,
    '^': 'The bit operation is bit_xor(a, b), the power pow(base, exponent).',
    '~': 'The bit operation is bit_not(x).',
    '$': 'Names have no sign; inside strings an expression is written ${name}.',
    '\\': 'A statement goes on by itself on the next line inside brackets.',
    '\xc2\xa0': 'This is a no-break space: write an ordinary one.',
    '\xe2\x88\x92': "This is a mathematical sign: write '-'.",
}


def help_for_character(character):
    """The help line for a character that no token begins with."""
    return _CHARACTERS.get(character, LEXER_HELP)


def help_for_number(text):
    """The help line for a malformed number."""
    if text[0] == '0' and len(text) > 1 and (
            text[1] == 'x' or text[1] == 'X' or text[1] == 'b' or text[1] == 'B' or
            text[1] == 'o' or text[1] == 'O'):
        return 'Numbers are written in decimal digits.'
    if text.find('_') >= 0:
        return "Digits are written without '_'."
    if _is_exponent(text):
        return 'There is no exponent form: write the digits, or multiply by pow(10.0, n).'
    return "A name begins with a letter or '_'."


def missing_quote(first, last):
    """The help line for an unterminated string behind one that goes over the lines from ``first`` to
    ``last``."""
    return "The string that begins in line %d ends in line %d: is a '\"' missing before?" % (
        first, last)


def _is_exponent(text):
    """Digits, ``e``, and digits or nothing (a sign is a token of its own)."""
    exponents = 0
    for c in text:
        if c == 'e' or c == 'E':
            exponents += 1
        elif not ('0' <= c <= '9' or c == '.'):
            return False
    return exponents == 1
