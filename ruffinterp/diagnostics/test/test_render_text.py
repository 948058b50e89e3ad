"""The layout of diagnostics for people (tooling.md 9.1, 9.3)."""
import pytest

from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import WARNING, Diagnostic, Edit, Span
from ruffinterp.diagnostics.render_text import rendered
from ruffinterp.diagnostics.source_frame import source_frame
from ruffinterp.syntax.source import Source


def test_layout():
    source = Source('main.ruff', 'x := 1\n\tf(\xc3\xa9)\n')
    diagnostic = Diagnostic(kinds.UNEXPECTED_TOKEN, 'Wrong', source, 12, 13, 'Repair it.')
    assert rendered(diagnostic, False) == (
        '[RUFPARSE001] [parser] error: Wrong\n'
        '  --> main.ruff:2:5\n'
        '    |\n'
        '  2 | \tf(\xc3\xa9)\n'
        '    | \t   ^\n'
        '    |\n'
        '  = help: Repair it.\n')
    colored = rendered(diagnostic, True)
    assert '\x1b[' in colored
    diagnostic.help = ''
    assert 'help' not in rendered(diagnostic, False)


def test_layout_of_an_empty_last_line_and_a_large_line_number():
    source = Source('a.ruff', 'x\n' * 1200)
    diagnostic = Diagnostic(kinds.UNEXPECTED_TOKEN, 'Wrong', source, 2400, 2400, '')
    assert rendered(diagnostic, False) == (
        '[RUFPARSE001] [parser] error: Wrong\n  --> a.ruff:1201:1\n'
        '     |\n1201 |\n     | ^\n     |\n')


def shown(text, offset):
    """(source line, line of the caret) of the frame for a byte offset, behind the margin."""
    lines = source_frame(Source('a', text), Span(offset, offset), [], False).split('\n')
    assert len(lines) == 5
    return lines[1][6:], lines[2][6:]


@pytest.mark.parametrize('unit', ['x', '\xc3\xa9', '\t', '\xe6\x97\xa5', 'e\xcc\x81',
                                  '\xf0\x9f\x8e\x89', '\xcc\x81', '\xe6', '\x81'])
def test_a_long_line_is_cut_around_the_caret(unit):
    for before in [0, 1, 59, 60, 61, 119, 120, 121, 5000]:
        for behind in [0, 1, 59, 60, 61, 5000]:
            line, caret = shown(unit * before + '@' + unit * behind + '\n', len(unit) * before)
            pieces = line.replace('...', '')
            assert len(pieces) <= 120 * len(unit)
            left, right = line.split('@')
            assert left.startswith('...') == (left.count(unit) < before)
            assert right.endswith('...') == (right.count(unit) < behind)
            assert caret[-1] == '^'
            assert caret.count('\t') == left.count('\t')
            if unit in ['x', '\xc3\xa9', '\xe6\x97\xa5', '\xf0\x9f\x8e\x89', 'e\xcc\x81']:
                columns = 2 if len(unit.decode('utf-8')) == 1 and len(unit) > 2 else 1
                assert len(caret) - 1 == (
                    left.count(unit) * columns + 3 * left.startswith('...'))


def test_caret_at_the_end_of_a_long_line():
    line, caret = shown('x' * 400 + '\r\ny', 400)
    assert (line, caret) == ('...' + 'x' * 120, ' ' * 123 + '^')
    assert shown('x' * 120, 120) == ('x' * 120, ' ' * 120 + '^')
    assert shown('x' * 121, 0) == ('x' * 120 + '...', '^')


def test_many_positions_in_a_long_line_take_no_time():
    source = Source('a', 'x' * 2000000)
    for offset in range(0, 2000000, 20):
        assert source.position(offset) == (1, offset + 1)
        source_frame(source, Span(offset, offset), [], False)


def frame(text, primary, secondary):
    """The frame of spans, given as (start, end) and [(start, end, label)]."""
    return source_frame(Source('a', text), Span(primary[0], primary[1]),
                        [Span(start, end, label) for start, end, label in secondary], False)


def marks(text, start, end):
    """The line of marks below a span."""
    return frame(text, (start, end), []).split('\n')[2][6:]


@pytest.mark.parametrize('text, start, end, expected', [
    ('abc def', 4, 7, '    ^^^'),
    ('abc', 1, 1, ' ^'),
    # of a span over several lines the first one is marked, without the blanks at its end
    ('f(  \n1)', 0, 7, '^^'),
    ('f(\r\n1)', 0, 6, '^^'),
    # below what they mark on a terminal
    ('\xe6\x97\xa5\xe6\x9c\xac', 0, 6, '^^^^'),
    ('ae\xcc\x81b', 1, 5, ' ^^'),
    ('a\tb', 0, 3, '^\t^'),
    ('\tb', 0, 2, '^^'),
])
def test_the_whole_span_is_underlined(text, start, end, expected):
    assert marks(text, start, end) == expected


def test_marks_end_where_the_shown_part_of_a_line_ends():
    text = 'x' * 500
    assert marks(text, 100, 500).strip() == '^' * 60
    assert marks(text, 0, 500) == '^' * 120


def test_secondary_spans():
    text = 'f(\n1,\n2 3\n'
    assert frame(text, (8, 9), [(1, 2, 'opened here')]) == (
        '    |\n'
        '  1 | f(\n'
        '    |  - opened here\n'
        '...\n'
        '  3 | 2 3\n'
        '    |   ^\n'
        '    |\n')
    # behind the primary one, on its line, and on the line right below
    assert frame(text, (0, 1), [(1, 2, 'b'), (3, 4, 'c')]) == (
        '    |\n'
        '  1 | f(\n'
        '    | ^\n'
        '    |  - b\n'
        '  2 | 1,\n'
        '    | - c\n'
        '    |\n')


def test_numbers_of_lines_are_aligned():
    text = '(\n' + '\n' * 1200 + ']'
    lines = frame(text, (1202, 1203), [(0, 1, 'opened here')]).split('\n')
    assert lines[:4] == ['     |', '   1 | (', '     | - opened here', '...']
    assert lines[4:] == ['1202 | ]', '     | ^', '     |', '']


def test_help_suggestion_and_note():
    source = Source('main.ruff', 'coutn')
    diagnostic = Diagnostic(kinds.TYPE_ERROR, 'Wrong', source, 0, 5, 'Repair it.')
    diagnostic.severity = WARNING
    diagnostic.suggest_name('count', Edit(0, 5, 'count'))
    diagnostic.add_note('First.')
    diagnostic.add_note('Second.')
    assert rendered(diagnostic, False) == (
        'Type Error: Wrong\n'
        '  --> main.ruff:1:1\n'
        '    |\n'
        '  1 | coutn\n'
        '    | ^^^^^\n'
        '    |\n'
        '   = help: Repair it.\n'
        "   = Did you mean 'count'?\n"
        '   = note: First. Second.\n')
    diagnostic.source = None
    assert '-->' not in rendered(diagnostic, False)
    diagnostic.suggest_name('', None)
    assert 'count' in rendered(diagnostic, False)
