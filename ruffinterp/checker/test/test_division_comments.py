"""Warnings about ``a // b`` (language.md 1.2)."""

import pytest

from ruffinterp.checker.division_comments import division_comments
from ruffinterp.diagnostics.model import WARNING
from ruffinterp.syntax.source import Source


def lines(text):
    """The lines of all warnings."""
    source = Source('test.ruff', text)
    return [source.line(diagnostic.primary.start) for diagnostic in division_comments(source)]


@pytest.mark.parametrize('text', [
    'x := 7 // 2', 'x := 7//2', 'n := 2\nx := (n + 1) // n', 'n := 2\nx := n // (n + 1)',
    'return xs[0] // 2', 'x := 7 // 2  # half', 'o := 1\nm := 1\nx := 5 // o.m',
    'x := f(3) // 4', 'x := 7 // 2.5', 'x := 7 // -2'])
def test_divisors(text):
    assert lines(text) == [text.count('\n') + 1]


@pytest.mark.parametrize('text', [
    'x := 7 // seven', 'x := 7 // 2 of them', 'x := 7 # 2', 'x := 7 /* 2 */', '// 2', 'x := 7\n// 2',
    'x := 7 //', 'x := 7 // x is here', 'x := 7 // x: here', 'x := [ // 2\n 1]', 'print(7) // 7',
    'print(7, (8)) // 7', 'x := "7 // 2"', 'x := 7 // x +', ''])
def test_other_comments(text):
    assert lines(text) == []


def test_several():
    source = Source('test.ruff', 'x := 4 // 2\n// about y\ny := 5 // no\nz := x // 3\n')
    found = division_comments(source)
    assert [source.line(one.primary.start) for one in found] == [1, 4]
    edit = found[1].suggestion.edit
    assert (source.text[edit.start:edit.end], edit.replacement) == ('//', '/')
    assert found[0].severity == WARNING
