"""The nearest name (tooling.md 9.4)."""
import pytest

from ruffinterp.diagnostics.spelling import bounded_distance, nearest


@pytest.mark.parametrize('first, second, distance', [
    ('', '', 0), ('abc', 'abc', 0), ('abc', 'abd', 1), ('abc', 'acb', 1), ('abcd', 'badc', 2), ('abc', 'cba', 2), ('abc', 'abcd', 1),
    ('kitten', 'sitting', 3), ('', 'ab', 2), ('\xc3\xa9t\xc3\xa9', 'ete', 2)])
def test_distance(first, second, distance):
    assert bounded_distance(first, second, 9) == distance
    assert bounded_distance(second, first, 9) == distance


@pytest.mark.parametrize('name, candidates, found', [
    ('quantityy', ['price', 'quantity'], 'quantity'),
    # the smallest distance wins, then the shorter name, then the alphabet
    ('total', ['totals', 'tot', 'total1x'], 'totals'),
    ('counts', ['countsy', 'count', 'mounts'], 'count'),
    ('bit_xr', ['bit_yr', 'bit_ar'], 'bit_ar'),
    ('nmae', ['map', 'name'], 'name'),
    ('abcdefgh', ['abcdexyz'], 'abcdexyz'), ('abcdefgh', ['abcdwxyz'], ''),
    # short names have no neighbors
    ('x', ['y'], ''), ('ab', ['ax'], 'ax'), ('abc', ['axy'], ''), ('abcd', ['abxy'], 'abxy'),
    ('same', ['same'], ''), ('name', [], ''), ('name', [''], '')])
def test_nearest(name, candidates, found):
    assert nearest(name, candidates) == found
    candidates.reverse()
    assert nearest(name, candidates) == found
