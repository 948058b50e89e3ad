"""Diagnostics of lexer and parser, and their layout (tooling.md 9.3)."""
from ruffinterp.syntax.source_frame import BLUE, BOLD, BOLD_RED, YELLOW, paint, source_frame

LEXER_HELP = 'Fix the lexical error in source and run again.'
PARSER_HELP = 'Fix the parse error and rerun Ruff.'

INVALID_CHARACTER = 'RUFLEX001'
NULL_BYTE = 'RUFLEX002'
UNTERMINATED_STRING = 'RUFLEX003'
UNTERMINATED_COMMENT = 'RUFLEX004'
INVALID_ESCAPE = 'RUFLEX005'
MALFORMED_NUMBER = 'RUFLEX007'
PARSE_ERROR = 'RUFPARSE001'

NESTING_TOO_DEEP = 'Nesting is too deep'
INVALID_INTERPOLATION = 'Invalid interpolated string expression'

MAX_DIAGNOSTICS = 20


class Diagnostic(object):
    """One error of lexer or parser: ``code``, ``stage`` ('lexer' or 'parser'), ``message``, byte
    offsets ``start`` and ``end`` (exclusive) and ``help``."""

    def __init__(self, code, stage, message, start, end, help):
        self.code = code
        self.stage = stage
        self.message = message
        self.start = start
        self.end = end
        self.help = help


class SyntaxErrors(Exception):
    """Raised by ``parse``; ``diagnostics`` is not empty and sorted by position.

    ``at_end`` tells that nothing but the end of the text is wrong, so that more text could repair it.
    """

    def __init__(self, diagnostics, at_end):
        self.diagnostics = diagnostics
        self.at_end = at_end


def lexer_diagnostic(code, message, start, end, help=LEXER_HELP):
    return Diagnostic(code, 'lexer', message, start, end, help)


def parser_diagnostic(message, start, end, help=PARSER_HELP):
    return Diagnostic(PARSE_ERROR, 'parser', message, start, end, help)


def sort_diagnostics(diagnostics):
    """Sort a list of diagnostics by position in place, keeping the order of equal ones."""
    for i in range(1, len(diagnostics)):
        diagnostic = diagnostics[i]
        k = i
        while k > 0 and diagnostics[k - 1].start > diagnostic.start:
            diagnostics[k] = diagnostics[k - 1]
            k -= 1
        diagnostics[k] = diagnostic


def format_diagnostic(source, diagnostic, color=False):
    """The text of a diagnostic as printed for users, ending in a line end (tooling.md 9.3)."""
    line, column = source.position(diagnostic.start)
    head = paint(color, BOLD_RED, '[%s] [%s] error' % (diagnostic.code, diagnostic.stage))
    result = head + ': ' + paint(color, BOLD, diagnostic.message) + '\n'
    result += paint(color, BLUE, '  --> %s:%d:%d' % (source.name, line, column)) + '\n'
    result += source_frame(source, diagnostic.start, color)
    if diagnostic.help:
        result += paint(color, YELLOW, '  = help: ' + diagnostic.help) + '\n'
    return result
