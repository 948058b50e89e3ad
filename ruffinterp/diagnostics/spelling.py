"""The nearest name to a misspelled one (tooling.md 9.4)."""

MAX_DISTANCE = 3


def nearest(name, candidates):
    """The candidate that is spelled most like ``name``; '' if none is near enough.

    They differ in three characters at most, and in half of those of ``name`` at most; of equally
    near ones the shorter wins, then the first in the alphabet.
    """
    return nearest_with_distance(name, candidates)[0]


def nearest_with_distance(name, candidates):
    """The same and in how many characters they differ; of no account without one."""
    best = ''
    best_distance = min_int(MAX_DISTANCE, character_count(name) // 2) + 1
    for candidate in candidates:
        if candidate == name or candidate == '':
            continue
        distance = bounded_distance(name, candidate, best_distance)
        if distance < best_distance or (
                distance == best_distance and best != '' and is_better(candidate, best)):
            best = candidate
            best_distance = distance
    return best, best_distance


def min_int(a, b):
    if a < b:
        return a
    return b


def is_better(name, other):
    if len(name) != len(other):
        return len(name) < len(other)
    return name < other


def is_continuation(c):
    """Is this byte of UTF-8 not the first one of its character?"""
    return ord(c) & 0xC0 == 0x80


def character_count(text):
    count = 0
    for c in text:
        if not is_continuation(c):
            count += 1
    return count


def characters(text):
    """The characters of UTF-8 bytes."""
    result = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not is_continuation(text[i]):
            assert start >= 0
            result.append(text[start:i])
            start = i
    return result


def bounded_distance(first, second, limit):
    """Levenshtein distance in characters, two exchanged neighbors counting as one difference; any
    number above ``limit`` if it is larger than that."""
    difference = len(first) - len(second)
    if difference > 4 * limit or -difference > 4 * limit:
        return limit + 1
    a = characters(first)
    b = characters(second)
    before = [0] * (len(b) + 1)
    previous = [i for i in range(len(b) + 1)]
    for i in range(len(a)):
        row = [i + 1] * (len(b) + 1)
        for k in range(len(b)):
            change = previous[k]
            if a[i] != b[k]:
                change += 1
            if i > 0 and k > 0 and a[i] == b[k - 1] and a[i - 1] == b[k]:
                change = min_int(change, before[k - 1] + 1)
            row[k + 1] = min_int(change, min_int(previous[k + 1], row[k]) + 1)
        before = previous
        previous = row
    return previous[len(b)]
