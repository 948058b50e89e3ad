"""Names that may have been meant, for texts of any size (tooling.md 9.4)."""

from ruffinterp.diagnostics.hints.foreign_names import known_as
from ruffinterp.diagnostics.spelling import nearest, nearest_with_distance

# A text full of unknown names and full of known ones would take their product of comparisons.
MOST_COMPARISONS = 200000


def meant(name, candidates):
    """The candidate that other languages call ``name``, else the one that is spelled most like it;
    '' without any."""
    found = known_as(name, candidates)
    if found == '':
        found = nearest(name, candidates)
    return found


class NameSuggestions(object):
    """Suggestions for variables.  ``library``: the names of builtins and keywords; it gives up in
    the end, too."""

    def __init__(self, library):
        self.library = library
        self.comparisons = 0

    def has_given_up(self):
        """Whether nothing is going to be found any more."""
        return self.comparisons > MOST_COMPARISONS

    def find(self, name, own):
        """What was meant by ``name``; '' without any.  ``own``: the names of the program that are
        visible.  One of these goes before a builtin that is no nearer."""
        if self.has_given_up():
            return ''
        self.comparisons += len(own) + len(self.library)
        best, distance = nearest_with_distance(name, own)
        if best != '' and distance == 1:
            return best
        known = known_as(name, self.library)
        if known != '':
            return known
        other, other_distance = nearest_with_distance(name, self.library)
        if best == '' or (other != '' and other_distance < distance):
            return other
        return best


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
