"""Diagnostics for people (tooling.md 9.1, 9.3)."""

from ruffinterp.diagnostics.source_frame import BLUE, BOLD, BOLD_RED, YELLOW, paint, source_frame

BRIGHT_GREEN = '\x1b[92m'
BRIGHT_CYAN = '\x1b[96m'


def rendered(diagnostic, color):
    """The lines of a Diagnostic, each with its line end."""
    title = '%s: %s\n' % (paint(color, BOLD_RED, diagnostic.kind.heading),
                          paint(color, BOLD, diagnostic.title))
    return title + place_lines(diagnostic, color) + hint_lines(diagnostic, color)


def place_lines(diagnostic, color):
    """Where it is, and the lines of the source; '' if that is unknown."""
    source = diagnostic.source
    if source is None:
        return ''
    place = paint(color, BLUE, '  --> ' + location(source, diagnostic.primary.start))
    return place + '\n' + source_frame(source, diagnostic.primary, diagnostic.secondary, color)


def location(source, offset):
    """``file:line:column`` of a byte offset."""
    line, column = source.position(offset)
    return '%s:%d:%d' % (source.name, line, column)


def hint_lines(diagnostic, color):
    """Help, suggestion and note, in this order."""
    margin = '   = '
    if diagnostic.kind.is_syntax():
        margin = '  = '
    lines = ''
    if diagnostic.help != '':
        lines += paint(color, YELLOW, margin + 'help: ' + diagnostic.help) + '\n'
    if diagnostic.suggestion is not None:
        lines += paint(color, BRIGHT_GREEN, margin + diagnostic.suggestion.text) + '\n'
    if diagnostic.note != '':
        lines += paint(color, BRIGHT_CYAN, margin + 'note: ' + diagnostic.note) + '\n'
    return lines
