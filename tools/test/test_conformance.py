"""The table of rules and tests is up to date, and tags mean what they say."""

import io

import pytest

from tools import conformance


def test_table_is_up_to_date():
    with io.open(conformance.TABLE, encoding='utf-8') as stream:
        assert stream.read() == conformance.generate(), 'run: python tools/conformance.py'


def test_rules_are_listed_once():
    rules = [rule[:2] for rule in conformance.read_rules()]
    assert len(rules) == len(set(rules)) > 100


def test_tags():
    assert conformance.tags_of(b'# native-only\n# spec: language.md 5.6, 16.34; decisions.md 7\n') == {
        (u'language.md', u'5.6'), (u'language.md', u'16.34'), (u'decisions.md', u'7')}
    assert conformance.tags_of(b'# decisions 6 and 34: both\n') == {
        (u'decisions.md', u'6'), (u'decisions.md', u'34')}
    assert conformance.tags_of(b'print("# spec: nothing")\n') == set()


def test_unreadable_tag():
    with pytest.raises(conformance.TagError):
        conformance.tags_of(b'# spec: language.md five\n')


def test_tag_of_unknown_rule(tmpdir):
    tmpdir.mkdir('tests').join('a.ruff').write('# spec: language.md 99.9\n')
    with pytest.raises(conformance.TagError) as caught:
        conformance.collect(conformance.read_rules(), str(tmpdir))
    assert 'language.md 99.9' in str(caught.value)


def test_a_numbered_part_covers_its_section():
    tests = {(u'language.md', u'4.1'): [], (u'language.md', u'4.1.2'): ['x'],
             (u'language.md', u'4'): [], (u'language.md', u'4.11'): []}
    assert conformance.is_covered((u'language.md', u'4.1'), tests)
    assert not conformance.is_covered((u'language.md', u'4.11'), tests)
