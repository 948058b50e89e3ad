"""Source text and positions in it (language.md 1.1)."""


class Source(object):
    """A named source text.

    ``text`` is UTF-8.  Offsets count bytes; lines and columns count from 1, columns in characters.
    LF, CR and CRLF each end a line.
    """

    def __init__(self, name, text):
        self.name = name
        self.text = text
        self._line_starts = None

    def _lines(self):
        line_starts = self._line_starts
        if line_starts is None:
            line_starts = _find_line_starts(self.text)
            self._line_starts = line_starts
        return line_starts

    def position(self, offset):
        """The (line, column) of a byte offset; offsets past the end count as the end."""
        text = self.text
        if offset > len(text):
            offset = len(text)
        starts = self._lines()
        low = 0
        high = len(starts)
        while high - low > 1:
            middle = (low + high) >> 1
            if starts[middle] <= offset:
                low = middle
            else:
                high = middle
        column = 1
        for i in range(starts[low], offset):
            if ord(text[i]) & 0xC0 != 0x80:
                column += 1
        return low + 1, column

    def line_count(self):
        return len(self._lines())

    def line_text(self, line):
        """The text of a line (from 1) without its line end; '' for a line that does not exist."""
        starts = self._lines()
        if line < 1 or line > len(starts):
            return ''
        text = self.text
        start = starts[line - 1]
        end = len(text)
        if line < len(starts):
            end = starts[line]
        while end > start and (text[end - 1] == '\n' or text[end - 1] == '\r'):
            end -= 1
        assert start >= 0
        assert end >= start
        return text[start:end]


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
