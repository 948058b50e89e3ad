"""The root of all values, and the ownership protocol of containers.

Data are values: assignment copies.  Nothing is copied when nobody could tell; who could tell is
tracked by one int per container, ``claims`` (language.md section 4):

    0        exclusive: the one variable that owns it may write in place
    bit 0    shared, for good: whoever wants to write makes a shallow copy first
    bits 1.. the number of loans: somebody works on it while other code may run

*Keeping* a value (assigning it, storing it, returning it ...) calls ``mark_shared`` when the value
was borrowed, that is read from a variable or from inside one, and does nothing when it was owned,
that is a fresh result.  Values that never change ignore all of this.
"""

SHARED = 1
LOAN = 2


class W_Root(object):
    """Any value of the language."""
    _attrs_ = []

    # The word that type() gives (language.md 3.1) and the word that messages about operators use
    # (6.2); every class sets the first, those with a different second word set that too.
    type_word = 'value'
    operand_word = 'value'

    def type_name(self):
        """The word that ``type()`` gives."""
        return self.type_word

    def operand_name(self):
        """The word for this value in operator messages (language.md 6.2)."""
        return self.operand_word

    def is_truthy(self):
        """Truthiness (language.md 3.1)."""
        return True

    # ---- ownership; see the top of this file

    def mark_shared(self):
        """Keep this value although somebody else has it too."""

    def lend(self):
        """Take a loan: nobody may write in place until ``give_back``."""

    def give_back(self):
        """End a loan."""

    def is_exclusive(self):
        """May the variable that owns this value write it in place?"""
        return True

    def shallow_copy(self):
        """An exclusive copy whose container elements are shared with this one."""
        return self

    # ---- comparison

    def equals(self, w_other):
        """``self == w_other`` without overloading (language.md 3.5); bool."""
        return self is w_other

    # ---- text

    def display(self, builder):
        """Append the display form (language.md 3.2, decision 3) to a StringBuilder."""
        builder.append('<')
        builder.append(self.type_name())
        builder.append('>')


class W_Container(W_Root):
    """A value with parts that can be written in place."""
    _attrs_ = ['claims']
    claims = 0

    def mark_shared(self):
        # The test keeps a value that is shared already out of the write path of the cache line.
        if not self.claims & SHARED:
            self.claims |= SHARED

    def lend(self):
        self.claims += LOAN

    def give_back(self):
        self.claims -= LOAN

    def is_exclusive(self):
        return self.claims == 0

    def shallow_copy(self):
        raise NotImplementedError
