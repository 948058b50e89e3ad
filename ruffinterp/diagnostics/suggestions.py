"""Names that may have been meant, for texts of any size (tooling.md 9.4)."""

from ruffinterp.diagnostics.hints.foreign_names import known_as
from ruffinterp.diagnostics.spelling import nearest

# A text full of unknown names and full of known ones would take their product of comparisons.
MOST_COMPARISONS = 200000


def meant(name, candidates):
    """The candidate that other languages call ``name``, else the one that is spelled most like it;
    '' without any."""
    found = known_as(name, candidates)
    if found == '':
        found = nearest(name, candidates)
    return found


class Suggestions(object):
    """Remembers what was found for a name, and gives up in the end.  ``candidates``: known names."""

    def __init__(self, candidates):
        self.candidates = candidates
        self.found = {}
        self.comparisons = 0

    def find(self, name):
        """See ``meant``."""
        if name not in self.found:
            self.comparisons += len(self.candidates)
            if self.comparisons > MOST_COMPARISONS:
                return ''
            self.found[name] = meant(name, self.candidates)
        return self.found[name]
