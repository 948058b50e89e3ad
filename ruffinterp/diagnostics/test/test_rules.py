"""Rules of this package that hold for the whole interpreter: nobody decides on the text of a
message, and imports point one way."""

import ast
import os

import pytest

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# What holds a text for people, wherever it is an attribute or a variable.
TEXTS = set(['message', 'title', 'help', 'note', 'label', 'elements', 'required', 'bodies', 'hint'])
SEARCHES = set(['startswith', 'endswith', 'find', 'rfind', 'index', 'count', 'split', 'replace'])


def sources(*folders):
    """(path, text) of all files of run-time code in some packages."""
    for folder in folders:
        for place, _, names in os.walk(os.path.join(PACKAGE, folder)):
            if 'test' in place.split(os.sep):
                continue
            for name in names:
                if name.endswith('.py'):
                    path = os.path.join(place, name)
                    with open(path) as stream:
                        yield os.path.relpath(path, PACKAGE), stream.read()


def holds_text(node):
    """Is an expression a text for people, or a part of a table of them?"""
    if isinstance(node, ast.Subscript):
        return holds_text(node.value)
    if isinstance(node, ast.Attribute):
        return node.attr in TEXTS
    return isinstance(node, ast.Name) and node.id in TEXTS


def is_some_text(node):
    return isinstance(node, ast.Str) and node.s != ''


def decisions(text):
    """The lines of a program that look into a text for people or compare it with another text."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in SEARCHES and holds_text(node.func.value):
                found.append(node.lineno)
        elif isinstance(node, ast.Compare):
            sides = [node.left] + node.comparators
            contains = any(isinstance(operator, (ast.In, ast.NotIn)) for operator in node.ops)
            if any(holds_text(side) for side in sides) and (
                    contains or any(is_some_text(side) for side in sides)):
                found.append(node.lineno)
    return sorted(found)


@pytest.mark.parametrize('text', [
    'error.message.startswith("Invalid")', 'message.find(" + ") >= 0',
    'if STATE.required[state] == "a": pass', '"name" in STATE.elements[i]', 'body = title != "x"',
    'message in ["a", "b"]'])
def test_the_test_finds_decisions(text):
    assert decisions(text) == [1]


def test_nobody_decides_on_the_text_of_a_message():
    checked = 0
    for path, text in sources('cli', 'syntax', 'diagnostics', 'checker', 'compiler'):
        checked += 1
        assert decisions(text) == [], path
    assert checked > 60


def test_diagnostics_stand_below_the_rest():
    for path, text in sources('diagnostics'):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom):
                module = node.module
            elif isinstance(node, ast.Import):
                module = node.names[0].name
            else:
                continue
            assert module.split('.')[0] == 'rpython' or module.split('.')[:2] in (
                ['ruffinterp', 'diagnostics'], ['ruffinterp', 'text']), (path, module)
