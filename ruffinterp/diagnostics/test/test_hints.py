"""The tables of hints."""

import pytest

from ruffinterp.builtins.library import global_names
from ruffinterp.diagnostics.hints.foreign_names import _TABLE, known_as
from ruffinterp.diagnostics.hints.foreign_words import help_for_unbound
from ruffinterp.diagnostics.suggestions import Suggestions, meant

BUILTINS = sorted(global_names())


@pytest.mark.parametrize('name, found', [
    ('strip', 'trim'), ('fold', 'reduce'), ('now', 'current_timestamp'),
    ('startsWith', 'starts_with'), ('toUpperCase', 'upper'), ('parseInt', 'parse_int'),
    # distance, where no other language has the name
    ('uper', 'upper'), ('quantityy', '')])
def test_what_is_meant(name, found):
    assert meant(name, BUILTINS) == found
    assert Suggestions(BUILTINS).find(name) == found


def test_only_what_exists_is_suggested():
    assert known_as('isdigit', ['is_dict']) == ''
    assert known_as('isdigit', ['is_dict', 'is_digit']) == 'is_digit'


def test_nothing_in_the_table_is_a_builtin_itself():
    assert [name for name in _TABLE if name in BUILTINS] == []


def test_words_with_a_help_of_their_own_are_no_names():
    assert [name for name in _TABLE if help_for_unbound(name) != ''] == []
