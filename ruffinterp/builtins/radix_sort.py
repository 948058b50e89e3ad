"""Radix sort for long lists of machine ints.

Equal ints cannot be told apart, so the order of a stable comparison sort is reached by counting
digits.  Only the digits in which the items differ from the least one are looked at: a million ints
below a million take two rounds.
"""

from rpython.rlib.rarithmetic import LONG_BIT, intmask, r_uint

from ruffinterp.vm.interrupts import poll_now


DIGIT_BITS = 11
DIGIT_COUNT = 1 << DIGIT_BITS
DIGIT_MASK = r_uint(DIGIT_COUNT - 1)

# Below this length the tables cost more than comparing.
WORTHWHILE_LENGTH = 1000


def radix_sort(items):
    """Sort the list of ints ``items``, not empty, in place."""
    least = items[0]
    largest = items[0]
    for item in items:
        if item < least:
            least = item
        elif item > largest:
            largest = item
    spread = r_uint(largest) - r_uint(least)
    source = items
    target = items[:]
    shift = 0
    while shift < LONG_BIT and spread >> shift != r_uint(0):
        _distribute(source, target, r_uint(least), shift)
        source, target = target, source
        shift += DIGIT_BITS
        poll_now()
    if source is not items:
        for index in range(len(items)):
            items[index] = source[index]


def _digit(item, least, shift):
    return intmask(((r_uint(item) - least) >> shift) & DIGIT_MASK)


def _distribute(source, target, least, shift):
    """Stable distribution of ``source`` to ``target`` by the digit at bit ``shift``."""
    positions = [0] * DIGIT_COUNT
    for item in source:
        positions[_digit(item, least, shift)] += 1
    total = 0
    for digit in range(DIGIT_COUNT):
        count = positions[digit]
        positions[digit] = total
        total += count
    for item in source:
        digit = _digit(item, least, shift)
        position = positions[digit]
        positions[digit] = position + 1
        target[position] = item
