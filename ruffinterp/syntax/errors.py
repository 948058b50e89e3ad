"""Diagnostics of lexer and parser (tooling.md 9.3)."""
from ruffinterp.diagnostics.hints.syntactic import PARSER_HELP
from ruffinterp.diagnostics.model import Diagnostic

NESTING_TOO_DEEP = 'Nesting is too deep'
INVALID_INTERPOLATION = 'Invalid interpolated string expression'

MAX_DIAGNOSTICS = 20


class SyntaxErrors(Exception):
    """Raised by ``parse``; ``diagnostics`` is not empty and sorted by position.

    ``at_end`` tells that nothing but the end of the text is wrong, so that more text could repair it.
    """

    def __init__(self, diagnostics, at_end):
        self.diagnostics = diagnostics
        self.at_end = at_end


class DiagnosticList(object):
    """Collects the diagnostics of one pass over a Source, MAX_DIAGNOSTICS at most."""

    def __init__(self, source):
        self.source = source
        self.items = []

    def is_full(self):
        return len(self.items) >= MAX_DIAGNOSTICS

    def add(self, kind, title, start, end, help=PARSER_HELP):
        """A new Diagnostic; it is dropped if there are enough of them."""
        diagnostic = Diagnostic(kind, title, self.source, start, end, help)
        if not self.is_full():
            self.items.append(diagnostic)
        return diagnostic
