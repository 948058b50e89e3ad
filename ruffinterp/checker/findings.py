"""What the checker has to say about a program."""

from rpython.rlib.listsort import make_timsort_class

TYPE_ERROR = 'Type Error'
UNDEFINED_FUNCTION = 'Undefined Function'
UNQUOTED_KEY = 'Unquoted Key'
UNUSED_RESULT = 'Unused Result'


class Finding(object):
    """``kind``: the word in front of ``message``; ``start``: byte offset into the source.

    ``help``, ``suggestion`` (a name) and ``note`` are '' when there is none.  ``is_error``: the
    program is wrong, and not only suspicious.
    """

    def __init__(self, kind, message, start):
        self.kind = kind
        self.message = message
        self.start = start
        self.help = ''
        self.suggestion = ''
        self.note = ''
        self.is_error = False


def _starts_before(left, right):
    return left.start < right.start


PositionSort = make_timsort_class(lt=_starts_before)


def sort_findings(findings):
    """Sort a list of Finding by position in place, keeping the order of equal ones."""
    PositionSort(findings, len(findings)).sort()
