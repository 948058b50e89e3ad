"""The one class for what is wrong with a program."""

from rpython.rlib.listsort import make_timsort_class

ERROR, WARNING = range(2)

SEVERITIES = ['error', 'warning']


class Span(object):
    """Two byte offsets of a source, the second one exclusive; ``label`` says what stands there, ''
    if nothing has to be said."""

    def __init__(self, start, end, label=''):
        self.start = start
        self.end = end
        self.label = label


class Edit(object):
    """``replacement`` takes the place of the text between two byte offsets."""

    def __init__(self, start, end, replacement):
        self.start = start
        self.end = end
        self.replacement = replacement


class Suggestion(object):
    """``text`` for people, and the same as an Edit; None where the place of the text is unknown."""

    def __init__(self, text, edit):
        self.text = text
        self.edit = edit


class Diagnostic(object):
    """``kind``: a Kind; ``title``: what is wrong, in one line; ``severity``: ERROR or WARNING.

    ``source``: the source of all spans, None if the place is unknown.  ``primary``: the Span of what
    is wrong.  ``secondary``: Spans that explain it, as where a bracket was opened.  ``help``: what to
    write, ``note``: further facts; '' without.  ``suggestion``: a Suggestion or None.
    """

    def __init__(self, kind, title, source, start, end, help=''):
        self.severity = ERROR
        self.kind = kind
        self.title = title
        self.source = source
        self.primary = Span(start, end)
        self.secondary = []
        self.help = help
        self.note = ''
        self.suggestion = None

    def add_secondary(self, start, end, label):
        self.secondary.append(Span(start, end, label))

    def suggest_name(self, name, edit):
        """Suggest to write ``name``; nothing for ''.  ``edit``: see Suggestion."""
        if name != '':
            self.suggestion = Suggestion("Did you mean '%s'?" % name, edit)

    def add_note(self, sentence):
        if self.note == '':
            self.note = sentence
        else:
            self.note = self.note + ' ' + sentence


def _starts_before(left, right):
    return left.primary.start < right.primary.start


PositionSort = make_timsort_class(lt=_starts_before)


def sort_diagnostics(diagnostics):
    """Sort a list of Diagnostic by position in place, keeping the order of equal ones."""
    PositionSort(diagnostics, len(diagnostics)).sort()
