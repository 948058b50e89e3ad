"""Suggestions for texts of any size."""

from ruffinterp.diagnostics.suggestions import MOST_COMPARISONS, Suggestions


def test_the_number_of_comparisons_has_a_limit():
    suggestions = Suggestions(['name%d' % number for number in range(1000)])
    for number in range(MOST_COMPARISONS // 1000):
        assert suggestions.find('name%dx' % number) == 'name%d' % number
    assert suggestions.find('name500x') == ''
    assert suggestions.find('name3x') == 'name3'
