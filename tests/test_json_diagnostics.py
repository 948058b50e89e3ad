"""Errors as JSON (tooling.md 10)."""

import json

import pytest

from test_command import check_usage, folder, host, program, run  # noqa: F401

DIAGNOSTIC = set(['code', 'column', 'end_column', 'end_line', 'file', 'help', 'kind', 'label',
                  'line', 'message', 'note', 'secondary', 'severity', 'subsystem', 'suggestion'])


def parsed(outcome, code):
    """The JSON value of an outcome, which must be in the form of the contract."""
    assert (outcome.err, outcome.exit) == (b'', code)
    value = json.loads(outcome.out.decode('utf-8'))
    text = json.dumps(value, indent=2, sort_keys=True, separators=(',', ': '), ensure_ascii=False)
    assert outcome.out.decode('utf-8') == text + u'\n'
    return value


def test_uncaught_error(run, folder):
    path = program(folder, b'func ratio(a, b) {\n    return a / b\n}\nfunc go() { ratio(1, 0) }\ngo()\n')
    for arguments in (['run', '--diagnostics', 'json'], ['--diagnostics=json'],
                      ['run', '--json-runtime-diagnostics']):
        assert parsed(run(arguments + [path]), 4) == {
            'call_stack': ['go', 'ratio'], 'command': 'run', 'contract_version': '1.0.0-draft',
            'diagnostic': {
                'code': 'RUFRUN001', 'column': 12, 'end_column': 17, 'end_line': 2, 'file': path,
                'help': None, 'kind': 'division-by-zero', 'label': None, 'line': 2,
                'message': 'Division by zero', 'note': None, 'secondary': [], 'severity': 'error',
                'subsystem': 'runtime', 'suggestion': None},
            'exit_code': 4, 'kind': 'runtime_diagnostic', 'runtime_kind': 'Runtime Error',
            'status': 'error'}


def test_help_of_an_uncaught_error(run, folder):
    path = program(folder, b'count := 1\nprint(coutn)')
    diagnostic = parsed(run(['--diagnostics', 'json', path]), 4)['diagnostic']
    assert diagnostic['help'] == "Did you mean 'count'?"
    assert diagnostic['suggestion'] == {'text': "Did you mean 'count'?", 'edit': {
        'line': 2, 'column': 7, 'end_line': 2, 'end_column': 12, 'replacement': 'count'}}
    path = program(folder, b'x := nil')
    diagnostic = parsed(run(['--diagnostics', 'json', path]), 4)['diagnostic']
    assert diagnostic['help'] == "The missing value is written 'null'."


def test_output_comes_first(run, folder):
    outcome = run(['--diagnostics', 'json', program(folder, b'print("first")\nthrow("x")')])
    assert outcome.out.startswith(b'first\n{\n')


def test_success(run, folder):
    outcome = run(['--diagnostics', 'json', program(folder, b'print(1)')])
    assert (outcome.out, outcome.err, outcome.exit) == (b'1\n', b'', 0)
    path = program(folder, b'x := 1\nprint(x)')
    for arguments in (['--json'], ['--diagnostics', 'json'], ['--diagnostics=json']):
        value = parsed(run(['check'] + arguments + [path]), 0)
        assert value.pop('bytecode_instruction_count') > 2
        assert value == {'command': 'check', 'file': path, 'statement_count': 2, 'status': 'ok',
                         'diagnostics': [], 'error_count': 0, 'warning_count': 0, 'file_count': 1}


@pytest.mark.parametrize('text, code, found', [
    (b'x := (1 +\nlet y', 3, [('RUFPARSE001', 'parser', 2, 1)]),
    (b"x := 'a'\ny := 1_0", 3, [('RUFLEX001', 'lexer', 1, 6), ('RUFLEX007', 'lexer', 2, 6)]),
    (b'x := 1\nbreak', 4, [('RUFRUN001', 'runtime', 2, 1)]),
])
def test_text_errors(run, folder, text, code, found):
    path = program(folder, text)
    for command, arguments in (('run', ['run', '--diagnostics', 'json']), ('check', ['check', '--diagnostics', 'json'])):
        value = parsed(run(arguments + [path]), code)
        diagnostics = value.pop('diagnostics')
        if command == 'check':
            assert [value.pop(name) for name in ('error_count', 'warning_count', 'file_count')] == [
                len(found), 0, 1]
        assert value == {
            'command': command, 'contract_version': '1.0.0-draft', 'exit_code': code, 'file': path,
            'kind': 'diagnostics', 'status': 'error'}
        assert all(set(diagnostic) == DIAGNOSTIC for diagnostic in diagnostics)
        assert [(diagnostic['code'], diagnostic['subsystem'], diagnostic['line'],
                 diagnostic['column']) for diagnostic in diagnostics] == found


def test_secondary_places(run, folder):
    path = program(folder, b'func f(a,\n  b, a) { }')
    diagnostic = parsed(run(['check', '--diagnostics', 'json', path]), 4)['diagnostics'][0]
    assert (diagnostic['kind'], diagnostic['line'], diagnostic['column'],
            diagnostic['end_column']) == ('duplicate-declaration', 2, 6, 7)
    assert diagnostic['secondary'] == [{
        'label': 'first declared here', 'line': 1, 'column': 8, 'end_line': 1, 'end_column': 9}]
    path = program(folder, b'print(1, [2\n')
    diagnostic = parsed(run(['--diagnostics', 'json', path]), 3)['diagnostics'][0]
    assert [(place['label'], place['line'], place['column'])
            for place in diagnostic['secondary']] == [('opened here', 1, 10)]


def test_edits(run, folder):
    path = program(folder, b'struct P { width: int }\np := P { width: 1 }\nprint(p.widht)')
    edit = parsed(run(['--diagnostics', 'json', path]), 4)['diagnostic']['suggestion']['edit']
    assert (edit['line'], edit['column'], edit['end_column'], edit['replacement']) == (
        3, 9, 14, 'width')
    path = program(folder, b'd := {"name": 1}\nprint(d["nmae"])')
    edit = parsed(run(['--diagnostics', 'json', path]), 4)['diagnostic']['suggestion']['edit']
    assert (edit['line'], edit['column'], edit['end_column'], edit['replacement']) == (
        2, 10, 14, 'name')


def test_text_errors_stay_for_humans(run, folder):
    outcome = run(['run', '--json-runtime-diagnostics', program(folder, b'x := (')])
    assert (outcome.out, outcome.exit) == (b'', 3)
    assert outcome.err.startswith(b'[RUFPARSE001] [parser] error: ')


def test_characters(run, folder):
    path = program(folder, u'throw("\u00e4\\"\\\\\\n\\t\u0001")'.encode('utf-8'))
    diagnostic = parsed_message(run(['--diagnostics', 'json', path]))
    assert diagnostic == u'\u00e4"\\\n\t\u0001'


def parsed_message(outcome):
    return json.loads(outcome.out.decode('utf-8'))['diagnostic']['message']


def test_missing_file(run):
    value = parsed(run(['check', '--diagnostics', 'json', 'nowhere.ruff']), 5)
    assert value['diagnostics'] == [{
        'code': 'RUFCLI001', 'column': 0, 'end_column': 0, 'end_line': 0, 'file': 'nowhere.ruff',
        'help': None, 'kind': 'tool', 'label': None, 'line': 0, 'note': None, 'secondary': [],
        'severity': 'error', 'subsystem': 'cli', 'suggestion': None, 'message': "Failed to read .ruff file 'nowhere.ruff': No such file or directory"}]


def test_usage(run):
    assert run(['--diagnostics', 'xml', 'a.ruff']).exit == 2
    assert run(['--diagnostics']).exit == 2
    assert run(['check', '--diagnostics=xml', 'a.ruff']).exit == 2
    assert run(['check', 'a.ruff', '--diagnostics']).exit == 2


def test_promises_that_nobody_awaits(run, folder):
    text = b'async func late() {\n    await async_sleep(1)\n    throw("late")\n}\nlate()\nlate()\nfor i in 4 { await async_sleep(5) }\n'
    value = parsed(run(['--diagnostics', 'json', program(folder, text)]), 4)
    diagnostic = value['diagnostic']
    assert (diagnostic['message'], diagnostic['note'], diagnostic['line'], diagnostic['column']) == (
        'Promise rejected: late', 'The promise was never awaited.', 3, 5)
    assert (value['call_stack'], value['exit_code']) == (['late'], 4)
    value = parsed(run(['--diagnostics', 'json', program(folder, text + b'null + 1\n')]), 4)
    assert value['diagnostic']['line'] == 8
