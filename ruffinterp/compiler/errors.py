"""Errors found while compiling (language.md 10.4)."""


class CompileError(Exception):
    """``message`` with the byte range of the source it is about; ``help``: what to write, or ''."""

    def __init__(self, message, start, end, help=''):
        self.help = help
        self.message = message
        self.start = start
        self.end = end
