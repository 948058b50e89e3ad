"""Source text and positions in it (language.md 1.1)."""

# Every so many bytes the number of characters before is kept, once a position in a long line is
# asked for.
MARK_DISTANCE = 1024


class Source(object):
    """A named source text.

    ``text`` is UTF-8.  Offsets count bytes; lines and columns count from 1, columns in characters.
    LF, CR and CRLF each end a line.
    """

    def __init__(self, name, text):
        self.name = name
        self.text = text
        self._line_starts = None
        self._marks = None

    def _lines(self):
        line_starts = self._line_starts
        if line_starts is None:
            line_starts = _find_line_starts(self.text)
            self._line_starts = line_starts
        return line_starts

    def position(self, offset):
        """The (line, column) of a byte offset; offsets past the end count as the end."""
        if offset > len(self.text):
            offset = len(self.text)
        line = self.line(offset)
        start = self._lines()[line - 1]
        if offset - start < MARK_DISTANCE:
            return line, 1 + _count_characters(self.text, start, offset)
        return line, 1 + self._characters_before(offset) - self._characters_before(start)

    def line(self, offset):
        """The line of a byte offset."""
        starts = self._lines()
        low = 0
        high = len(starts)
        while high - low > 1:
            middle = (low + high) >> 1
            if starts[middle] <= offset:
                low = middle
            else:
                high = middle
        return low + 1

    def _characters_before(self, offset):
        """The number of characters before a byte offset: positions in a long line are found
        without counting from its start each time."""
        marks = self._marks
        if marks is None:
            marks = _find_marks(self.text)
            self._marks = marks
        mark = offset // MARK_DISTANCE
        return marks[mark] + _count_characters(self.text, mark * MARK_DISTANCE, offset)

    def line_count(self):
        return len(self._lines())

    def line_bounds(self, line):
        """The byte offsets of the start of a line (from 1) and of its end, before the line end."""
        starts = self._lines()
        text = self.text
        start = starts[line - 1]
        end = len(text)
        if line < len(starts):
            end = starts[line]
        while end > start and (text[end - 1] == '\n' or text[end - 1] == '\r'):
            end -= 1
        assert start >= 0
        assert end >= start
        return start, end


def _count_characters(text, start, end):
    """The number of characters that begin between two byte offsets."""
    count = 0
    for i in range(start, end):
        if ord(text[i]) & 0xC0 != 0x80:
            count += 1
    return count


def _find_marks(text):
    """The number of characters before each multiple of MARK_DISTANCE."""
    marks = [0]
    end = MARK_DISTANCE
    while end <= len(text):
        marks.append(marks[-1] + _count_characters(text, end - MARK_DISTANCE, end))
        end += MARK_DISTANCE
    return marks


def _find_line_starts(text):
    starts = [0]
    i = 0
    length = len(text)
    while i < length:
        c = text[i]
        i += 1
        if c == '\n':
            starts.append(i)
        elif c == '\r':
            if i < length and text[i] == '\n':
                i += 1
            starts.append(i)
    return starts
