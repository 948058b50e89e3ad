"""What becomes of the result of a method call: bits of an operand."""

# The arguments are the items of one array.
SPREAD = 1
# The result is stored, so that it is marked as shared if it is the receiver itself.
KEPT = 2
# Nobody looks at the result; the text operand is that of the receiver in the program.
UNUSED = 4
# It is the receiver of a call of the method whose name is the text operand.
CHAINED = 8

NAMES = [(SPREAD, 'spread'), (KEPT, 'kept'), (UNUSED, 'unused'), (CHAINED, 'chained')]


def names(use):
    """The bits of ``use`` as words; str."""
    words = []
    for bit, word in NAMES:
        if use & bit:
            words.append(word)
    return '+'.join(words) if words else 'read'
