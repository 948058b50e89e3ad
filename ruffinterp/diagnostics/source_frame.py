"""The source lines that a diagnostic shows, with marks below its spans (tooling.md 9.1).

Carets mark what is wrong, hyphens with a label what explains it.  Of a long line a window around
the first caret is shown:

      |
    1 | func f() {
      |          - opened here
  ...
    7 | ...e + before + name + behind + mor...
      |                 ^^^^
      |

The caret stands below its character on a terminal: a wide character takes two blanks in the line
of the caret, one that combines with the character before it none, and a tab takes a tab.
"""

from ruffinterp.text.characters import character_length, code_point
from ruffinterp.text.code_points import display_width

BLUE = '\x1b[94m'
BOLD = '\x1b[1m'
BOLD_RED = '\x1b[1;31m'
YELLOW = '\x1b[93m'
RESET = '\x1b[0m'

# Columns of a line that are shown at most, and how many of them before the caret.
WINDOW = 120
BEFORE_CARET = 60

ELLIPSIS = '...'


def paint(color, code, text):
    if color:
        return code + text + RESET
    return text


def source_frame(source, primary, secondary, color):
    """The numbered lines of a Source on which spans begin, between two bars; str.

    ``primary``: a Span, ``secondary``: a list of Span.
    """
    numbers = shown_lines(source, primary, secondary)
    width = max(len(str(numbers[len(numbers) - 1])), 3)
    bar = paint(color, BLUE, ' ' * (width + 1) + '|')
    pieces = [bar + '\n']
    before = numbers[0]
    for number in numbers:
        if number > before + 1:
            pieces.append(paint(color, BLUE, ELLIPSIS) + '\n')
        before = number
        text = str(number)
        numbered = paint(color, BLUE, ' ' * (width - len(text)) + text + ' |')
        pieces.append(MarkedLine(source, number, primary, secondary).text(numbered, bar, color))
    pieces.append(bar + '\n')
    return ''.join(pieces)


def shown_lines(source, primary, secondary):
    """The numbers of the lines on which spans begin, each once, sorted."""
    numbers = [source.line(primary.start)]
    for span in secondary:
        number = source.line(span.start)
        if number not in numbers:
            numbers.append(number)
            k = len(numbers) - 1
            while k > 0 and numbers[k - 1] > number:
                numbers[k] = numbers[k - 1]
                k -= 1
            numbers[k] = number
    return numbers


class MarkedLine(object):
    """A line of a source and the spans that begin on it, the primary one first."""

    def __init__(self, source, number, primary, secondary):
        self.source = source
        self.first, self.last = source.line_bounds(number)
        self.primary = primary
        self.spans = []
        if source.line(primary.start) == number:
            self.spans.append(primary)
        for span in secondary:
            if source.line(span.start) == number:
                self.spans.append(span)

    def text(self, numbered, bar, color):
        """The line behind its number, and a line of marks for each span."""
        text = self.source.text
        last = self.last
        caret = min(self.spans[0].start, last)
        left, right = window(text, self.first, last, caret)
        shown = text[left:right]
        margin = ''
        if left > self.first:
            shown = ELLIPSIS + shown
            margin = ' ' * len(ELLIPSIS)
        if right < last:
            shown += ELLIPSIS
        if shown:
            numbered = numbered + ' ' + shown
        pieces = [numbered + '\n']
        for span in self.spans:
            start = min(span.start, last)
            if left <= start <= right:
                pieces.append('%s %s%s%s\n' % (
                    bar, margin, caret_padding(text, left, start),
                    self._marks(span, start, right, color)))
        return ''.join(pieces)

    def _marks(self, span, start, right, color):
        """What stands below a span up to the byte offset ``right``, with its label."""
        end = span.end
        if end > self.last:
            # The blanks before a line end are no part of what is marked.
            end = self.last
            while end > start and (self.source.text[end - 1] == ' ' or
                                   self.source.text[end - 1] == '\t'):
                end -= 1
        mark = '-'
        code = BLUE
        if span is self.primary:
            mark = '^'
            code = BOLD_RED
        marks = underline(self.source.text, start, min(end, right), mark)
        if span.label != '':
            marks = marks + ' ' + span.label
        return paint(color, code, marks)


def underline(text, position, end, mark):
    """Marks below the characters between two byte offsets, one at the least."""
    marks = [mark]
    if position < end:
        marks = [mark * columns_taken(text, position)]
        position += character_length(text, position)
    while position < end:
        if text[position] == '\t':
            marks.append('\t')
        else:
            marks.append(mark * width(text, position))
        position += character_length(text, position)
    return ''.join(marks)


def window(text, first, last, caret):
    """(start, end) of what is shown of the line between two byte offsets; both are boundaries of
    characters.  Looks at no more of the line than that."""
    left = previous(text, first, caret, BEFORE_CARET)
    right, columns = following(text, left, last)
    if right == last and left > first:
        left = previous(text, first, left, WINDOW - columns)
    while first < left < caret and is_combining(text, left):
        left += character_length(text, left)
    assert left >= 0
    assert right >= left
    return left, right


def following(text, position, limit):
    """(where the window that starts at ``position`` ends, how many columns it takes)."""
    columns = 0
    while position < limit:
        columns += columns_taken(text, position)
        if columns > WINDOW:
            return position, WINDOW
        position += character_length(text, position)
    return min(position, limit), columns


def previous(text, limit, position, columns):
    """The start of the character that many columns before ``position``, ``limit`` at the least."""
    while position > limit:
        before = position - 1
        while before > limit and position - before < 4 and ord(text[before]) & 0xC0 == 0x80:
            before -= 1
        if before + character_length(text, before) != position:
            # Not UTF-8: every byte counts, as it does on the way forward.
            before = position - 1
        columns -= columns_taken(text, before)
        if columns < 0:
            break
        position = before
    return position


def columns_taken(text, position):
    """What a character takes of a window: one column at the least, so that a window is short."""
    return max(width(text, position), 1)


def caret_padding(text, position, caret):
    """What stands before a caret below the character at the byte offset ``caret``."""
    padding = []
    while position < caret:
        if text[position] == '\t':
            padding.append('\t')
        else:
            padding.append(' ' * width(text, position))
        position += character_length(text, position)
    return ''.join(padding)


def width(text, position):
    """The columns of the character at ``position`` on a terminal: 0, 1 or 2."""
    return display_width(code_point(text, position, character_length(text, position)))


def is_combining(text, position):
    """Does the character at ``position`` stand on the one before it?"""
    return ord(text[position]) >= 0x80 and width(text, position) == 0
