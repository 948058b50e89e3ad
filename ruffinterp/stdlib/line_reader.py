"""Lines of a descriptor, one at a time, however long the input is."""
import os

from ruffinterp.objects.memory_budget import check_budget
from ruffinterp.stdlib.descriptors import CHUNK, read_chunk


class LineReader(object):
    """Splits what is read from ``descriptor`` at line feeds.

    Invariant: the bytes from ``position`` on are the part of ``chunk`` that has not been handed
    out; after the end both are empty for good.
    """

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.chunk = ''
        self.position = 0
        self.at_end = False

    def next_line(self):
        """The next line without its line feed, or None at the end.  SystemFailure."""
        start = self.position
        end = self.chunk.find('\n', start)
        if end < 0:
            return self._line_across_chunks()
        self.position = end + 1
        return self.chunk[start:end]

    def fill(self):
        """Read the next chunk unless the end has been seen.  SystemFailure."""
        self.chunk = ''
        self.position = 0
        if not self.at_end:
            self.chunk = read_chunk(self.descriptor, CHUNK)
            if not self.chunk:
                self.at_end = True
                self.finished()

    def finished(self):
        """Called once, when the end of the input has been seen."""

    def _line_across_chunks(self):
        start = self.position
        assert start >= 0
        pieces = [self.chunk[start:]]
        size = len(pieces[0])
        while True:
            self.fill()
            if self.at_end:
                break
            end = self.chunk.find('\n')
            if end >= 0:
                self.position = end + 1
                pieces.append(self.chunk[:end])
                return ''.join(pieces)
            pieces.append(self.chunk)
            size += len(self.chunk)
            check_budget(size)
        if size == 0:
            return None
        return ''.join(pieces)


class FileLineReader(LineReader):
    """A LineReader that closes its descriptor at the end or when nobody can reach it."""

    def finished(self):
        self.close()

    def close(self):
        """Give the descriptor back; harmless when that has been done."""
        descriptor = self.descriptor
        if descriptor >= 0:
            self.descriptor = -1
            try:
                os.close(descriptor)
            except OSError:
                # Nothing was written, so there is nothing that could be lost.
                pass

    def __del__(self):
        self.close()
