"""Errors found while compiling (language.md 10.4)."""

from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import Diagnostic


class CompileError(Exception):
    """Made of a message, the byte range of the source that it is about, and what to write, or ''.

    ``diagnostic``: all of it; whoever catches the error knows the source.
    """

    def __init__(self, message, start, end, help='', kind=kinds.COMPILATION):
        self.diagnostic = Diagnostic(kind, message, None, start, end, help)

    def located_in(self, source):
        """The Diagnostic, in the Source that was compiled."""
        self.diagnostic.source = source
        return self.diagnostic
