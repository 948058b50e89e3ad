"""docs/methods.md says what the declarations say."""

from ruffinterp.objects.methods import METHODS
from tools import method_tables


def test_the_document_is_up_to_date():
    text = method_tables.read_document()
    assert text == method_tables.with_tables(text), 'run: python tools/method_tables.py'


def test_every_kind_has_its_tables():
    places = [match[1:3] for match in method_tables.PLACE.findall(method_tables.read_document())]
    expected = [(kind, 'changes') for kind in METHODS if method_tables.names_of(kind, True)]
    expected += [(kind, 'functions') for kind in METHODS if kind != 'channel']
    assert sorted(places) == sorted(expected)


def test_every_method_is_in_a_table():
    for kind in METHODS:
        table = method_tables.changes_table(kind)
        for name in method_tables.names_of(kind, True):
            assert '.%s(' % name in table or '; %s is the same' % name in table
