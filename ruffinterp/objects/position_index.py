"""From code point numbers to byte positions in amortised constant time (architecture.md 3)."""

from rpython.rlib import jit

from ruffinterp.objects.utf8 import skip_codepoints

STEP_BITS = 6
STEP = 1 << STEP_BITS


class PositionIndex(object):
    """The byte position of each 64th code point of a text, as far as anybody has asked.

    The text may grow at its end between two questions; what has been recorded stays true.
    """
    _attrs_ = ['positions']

    def __init__(self):
        self.positions = [0]

    @jit.dont_look_inside
    def byte_position(self, text, number):
        """The byte position of code point ``number``, which may be the one behind the last."""
        assert number >= 0
        step = number >> STEP_BITS
        positions = self.positions
        while len(positions) <= step:
            positions.append(skip_codepoints(text, positions[-1], STEP))
        return skip_codepoints(text, positions[step], number & STEP - 1)
