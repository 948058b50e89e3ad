"""Keys of dicts: which texts stand for ints, and the two orders (language.md 3.4, decision 37)."""

from rpython.rlib.listsort import make_timsort_class

# What classify_key tells.
TEXT_KEY = 0
MACHINE_KEY = 1
BIG_KEY = 2

MACHINE_DIGITS = 19
LARGEST_MACHINE = '9223372036854775807'
SMALLEST_MACHINE = '9223372036854775808'

TextSort = make_timsort_class()
IntSort = make_timsort_class()


def classify_key(text):
    """Is ``text`` the canonical decimal text of a machine int, of a larger int, or other text?"""
    start = 0
    if len(text) > 0 and text[0] == '-':
        start = 1
    digits = len(text) - start
    if digits == 0:
        return TEXT_KEY
    if text[start] == '0' and (digits > 1 or start == 1):
        return TEXT_KEY
    for position in range(start, len(text)):
        if not '0' <= text[position] <= '9':
            return TEXT_KEY
    if digits < MACHINE_DIGITS:
        return MACHINE_KEY
    if digits > MACHINE_DIGITS:
        return BIG_KEY
    if start == 1:
        is_big = text[1:] > SMALLEST_MACHINE
    else:
        is_big = text > LARGEST_MACHINE
    if is_big:
        return BIG_KEY
    return MACHINE_KEY


def machine_key(text):
    """The int whose text is ``text``, which classify_key has found to be a MACHINE_KEY."""
    # Negative numbers reach further than positive ones.
    negative = text[0] == '-'
    start = 1 if negative else 0
    value = 0
    for position in range(start, len(text)):
        value = value * 10 - (ord(text[position]) - ord('0'))
    if negative:
        return value
    return -value


def number_text_less(left, right):
    """Numeric order of two canonical decimal texts of any length."""
    left_negative = left[0] == '-'
    right_negative = right[0] == '-'
    if left_negative != right_negative:
        return left_negative
    if len(left) != len(right):
        return (len(left) < len(right)) != left_negative
    if left_negative:
        return right < left
    return left < right


class NumberTextSort(TextSort):
    """Sorts canonical decimal texts by their numbers."""

    def lt(self, a, b):
        return number_text_less(a, b)


def sort_texts(texts):
    """Sort a list of str by bytes, in place."""
    TextSort(texts).sort()


def sort_number_texts(texts):
    """Sort a list of canonical decimal texts by number, in place."""
    NumberTextSort(texts).sort()


def sort_ints(keys):
    """Sort a list of int, in place."""
    IntSort(keys).sort()
