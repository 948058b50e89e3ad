"""Diagnostics for machines (tooling.md 10.2)."""

from ruffinterp.diagnostics.json_text import JsonObject, json_array, optional, quoted
from ruffinterp.diagnostics.model import SEVERITIES


class Extent(object):
    """Lines and columns of two byte offsets, all 0 if the place is unknown."""

    def __init__(self, source, start, end):
        self.line = 0
        self.column = 0
        self.end_line = 0
        self.end_column = 0
        if source is not None:
            self.line, self.column = source.position(start)
            self.end_line, self.end_column = source.position(end)


def diagnostic_json(diagnostic, file):
    """The diagnostic object of the contract.  ``file``: what to name if the place is unknown."""
    source = diagnostic.source
    if source is not None:
        file = source.name
    primary = diagnostic.primary
    extent = Extent(source, primary.start, primary.end)
    result = JsonObject()
    result.add('code', quoted(diagnostic.kind.code))
    result.add('column', str(extent.column))
    result.add('end_column', str(extent.end_column))
    result.add('end_line', str(extent.end_line))
    result.add('file', optional(file))
    result.add('help', optional(help_text(diagnostic)))
    result.add('kind', quoted(diagnostic.kind.name))
    result.add('label', optional(primary.label))
    result.add('line', str(extent.line))
    result.add('message', quoted(diagnostic.title))
    result.add('note', optional(diagnostic.note))
    result.add('secondary', json_array([span_json(source, span)
                                        for span in diagnostic.secondary]))
    result.add('severity', quoted(SEVERITIES[diagnostic.severity]))
    result.add('subsystem', quoted(diagnostic.kind.subsystem))
    result.add('suggestion', suggestion_json(source, diagnostic.suggestion))
    return result.text()


def help_text(diagnostic):
    """The help; without any the suggestion, for readers that know this field only."""
    if diagnostic.help == '' and diagnostic.suggestion is not None:
        return diagnostic.suggestion.text
    return diagnostic.help


def span_json(source, span):
    """A place that explains the primary one."""
    extent = Extent(source, span.start, span.end)
    result = JsonObject()
    result.add('column', str(extent.column))
    result.add('end_column', str(extent.end_column))
    result.add('end_line', str(extent.end_line))
    result.add('label', optional(span.label))
    result.add('line', str(extent.line))
    return result.text()


def suggestion_json(source, suggestion):
    """``null`` without one; ``edit`` is ``null`` where the text stands at no known place."""
    if suggestion is None:
        return 'null'
    result = JsonObject()
    result.add('edit', edit_json(source, suggestion.edit))
    result.add('text', quoted(suggestion.text))
    return result.text()


def edit_json(source, edit):
    if edit is None or source is None:
        return 'null'
    extent = Extent(source, edit.start, edit.end)
    result = JsonObject()
    result.add('column', str(extent.column))
    result.add('end_column', str(extent.end_column))
    result.add('end_line', str(extent.end_line))
    result.add('line', str(extent.line))
    result.add('replacement', quoted(edit.replacement))
    return result.text()
