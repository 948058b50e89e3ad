"""Growable bytes shared by strings that came from each other by appending.

Each such string is a prefix of the buffer: it knows where it ends.  Appending to the string that
ends where the used part ends (at the tip) writes behind it and moves the tip; nobody else looks
there.  A byte below ``used`` never changes, whatever becomes of the storage, so every string keeps
its own bytes for good.

``storage`` is a ``str`` with room behind the used part, which is written while nobody else has
that str object.  ``take_all`` ends this: it gives the str away, cut to size, and without room
behind the used part nothing can be written to it any more.

The JIT believes that a str never changes and may read it earlier than the program does, before the
byte was written.  Therefore code that the JIT looks into must read the storage by ``byte_at`` (a
read that stays where it is) or through functions marked ``dont_look_inside``.
"""

from rpython.rlib import jit, rgc
from rpython.rlib.objectmodel import we_are_translated
from rpython.rtyper.annlowlevel import hlstr, llstr
from rpython.rtyper.lltypesystem import llmemory, lltype
from rpython.rtyper.lltypesystem.lloperation import llop
from rpython.rtyper.lltypesystem.rstr import STR, copy_string_contents, mallocstr

from ruffinterp.objects.memory_budget import check_budget
from ruffinterp.objects.position_index import PositionIndex
from ruffinterp.objects.utf8 import count_codepoints

CHARS_OFFSET = llmemory.offsetof(STR, 'chars') + llmemory.itemoffsetof(STR.chars, 0)
CHAR_SIZE = llmemory.sizeof(lltype.Char)


class StringBuffer(object):
    """``used`` bytes of text in ``storage``, which has room for ``capacity``."""
    _attrs_ = ['storage', 'used', 'capacity', 'counted_bytes', 'counted_codepoints', 'index']

    def __init__(self, capacity):
        """Raises RuffError('Out of memory') for a capacity beyond the budget (decision 36)."""
        check_budget(capacity)
        self.storage = _allocate(capacity)
        self.capacity = capacity
        self.used = 0
        # How far code points have been counted, so that counting after each append is linear.
        self.counted_bytes = 0
        self.counted_codepoints = 0
        self.index = None

    def append(self, text, size):
        """Append the first ``size`` bytes of ``text``, for which there must be room."""
        used = self.used
        if we_are_translated():
            if size == 1:
                llstr(self.storage).chars[used] = text[0]
            else:
                _copy_bytes(text, self.storage, used, size)
        else:
            self.storage = self.storage[:used] + text[:size]
        self.used = used + size

    @jit.dont_look_inside
    def reserve(self, needed):
        """Make room for ``needed`` bytes in all.  Doubling keeps appending linear.

        Raises RuffError('Out of memory') beyond the budget (decision 36).
        """
        capacity = max(needed, self.used * 2)
        check_budget(capacity)
        if we_are_translated():
            storage = _allocate(capacity)
            _copy_bytes(self.storage, storage, 0, self.used)
            self.storage = storage
        self.capacity = capacity

    def byte_at(self, position):
        """The char at ``position``."""
        if we_are_translated():
            return llop.gc_load_indexed(lltype.Char, llstr(self.storage), position,
                                        CHAR_SIZE, CHARS_OFFSET)
        return self.storage[position]

    @jit.dont_look_inside
    def substring(self, start, stop):
        """The bytes from ``start`` up to ``stop`` as a str of their own."""
        assert start >= 0
        assert stop >= 0
        return self.storage[start:stop]

    @jit.dont_look_inside
    def take(self, end):
        """The first ``end`` bytes as an immutable str."""
        if end == self.used:
            return self.take_all()
        return self.substring(0, end)

    def take_all(self):
        """The used part as an immutable str, which stays the storage of this buffer too."""
        used = self.used
        assert used >= 0
        if used < self.capacity:
            if we_are_translated():
                self.storage = hlstr(rgc.ll_shrink_array(llstr(self.storage), used))
            self.capacity = used
        return self.storage

    @jit.dont_look_inside
    def count_to(self, end):
        """The number of code points in the first ``end`` bytes."""
        if end < self.counted_bytes:
            return count_codepoints(self.storage, 0, end)
        self.counted_codepoints += count_codepoints(self.storage, self.counted_bytes, end)
        self.counted_bytes = end
        return self.counted_codepoints

    def position_index(self):
        """The index of all strings in this buffer."""
        if self.index is None:
            self.index = PositionIndex()
        return self.index


@jit.dont_look_inside
def _copy_bytes(source, target, position, size):
    # Kept out of traces: the optimizer of the JIT dereferences null when it meets such a copy
    # from a str of which it knows nothing (optimize_COPYSTRCONTENT in vstring.py).
    copy_string_contents(llstr(source), llstr(target), 0, position, size)


def _allocate(capacity):
    """A str for ``capacity`` bytes; untranslated, where a str cannot be written, an empty one."""
    if we_are_translated():
        return hlstr(mallocstr(capacity))
    return ''
