"""Sets of the arguments of a call, one bit of an int each.

A machine word has bits for the first POSITIONS arguments only. A later one is in no set: its value
is kept (base.py) where a bit would have said that this is not necessary.
"""

# Masks of a method call are shifted by one for the receiver and stay positive.
POSITIONS = 62


def has_bit(mask, position):
    """Whether argument ``position`` (an int from 0) is in the set ``mask``; bool."""
    return position < POSITIONS and (mask >> position) & 1 != 0


def with_bit(mask, position):
    """The set ``mask`` with argument ``position`` added, if there is a bit for it."""
    if position >= POSITIONS:
        return mask
    return mask | 1 << position
