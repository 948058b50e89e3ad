"""``ruff check``: everything but running the program (tooling.md 3)."""

# spec: decisions.md 61

import json
import os
import re

import pytest

from test_command import check, check_usage, folder, host, program, run  # noqa: F401


def test_success(run, folder):
    path = program(folder, b'print("never")')
    check(run(['check', path]), ('check passed: %s\n' % path).encode())


@pytest.mark.parametrize('switch', ['-v', '--verbose'])
def test_verbose(run, folder, switch):
    path = program(folder, b'x := 1\nfunc f() { return x }\nprint(f())\n')
    outcome = run(['check', path, switch])
    assert (outcome.err, outcome.exit) == (b'', 0)
    match = re.match(br'check passed: (.*) \(statements=(\d+), bytecode_instructions=(\d+)\)\n$',
                     outcome.out)
    assert match.group(1) == path.encode()
    assert match.group(2) == b'3'
    assert int(match.group(3)) > 3


def test_instructions_of_functions_count(run, folder):
    def instructions(text):
        out = run(['check', '-v', program(folder, text)]).out
        return int(re.search(br'bytecode_instructions=(\d+)', out).group(1))
    outer = instructions(b'func f() { }')
    assert instructions(b'func f() { print(1) print(2) }') == outer + 2
    assert instructions(b'g := func() { print(1) print(2) }') == \
        instructions(b'g := func() { }') + 2


@pytest.mark.parametrize('switch', ['-q', '--quiet'])
def test_quiet(run, folder, switch):
    check(run(['check', switch, program(folder, b'print(1)')]), b'')


@pytest.mark.parametrize('text, code, err', [
    (b'x := (', 3, b'[RUFPARSE001] [parser] error: '),
    (b'x := @', 3, b'[RUFLEX001] [lexer] error: '),
    (b'if true { break }', 1, b'Compilation error: break can only be used inside a loop\n'),
    (b'func f(a, a) { }', 1, b'Compilation error: Duplicate declaration'),
    (b'print("\xff")', 5, b'[RUFCLI001] [cli] error: '),
])
def test_failures(run, folder, text, code, err):
    for switches in ([], ['-q'], ['-v']):
        outcome = run(['check'] + switches + [program(folder, text)])
        assert (outcome.out, outcome.exit) == (b'', code)
        assert outcome.err.startswith(err)


def test_errors_at_run_time_are_not_looked_for(run, folder):
    assert run(['check', program(folder, b'throw("x")')]).exit == 0


def test_missing_file(run):
    outcome = run(['check', 'no/such/file.ruff'])
    assert (outcome.out, outcome.exit) == (b'', 5)
    assert outcome.err.startswith(
        b"[RUFCLI001] [cli] error: Failed to read .ruff file 'no/such/file.ruff': ")


def test_usage(run, folder):
    path = program(folder, b'')
    check_usage(run(['check']))
    check_usage(run(['check', path, path]))
    check_usage(run(['check', path, '--nope']))
    check_usage(run(['check', path, '-x']))
    check_usage(run(['check', path, '-v', '-v']))
    check_usage(run(['check', path, '--quiet=1']))
    outcome = run(['check', '-qv', path])
    check_usage(outcome)
    assert b"the argument '--quiet' cannot be used with '--verbose'" in outcome.err
    assert b'Usage: ruff check [OPTIONS] <FILE>' in outcome.err


def test_options_end_at_two_hyphens(run):
    outcome = run(['check', '--', '-q'])
    assert outcome.exit == 5 and b"'-q'" in outcome.err


def test_help(run):
    for arguments in (['check', '--help'], ['check', '-h'], ['help', 'check']):
        outcome = run(arguments)
        assert (outcome.err, outcome.exit) == (b'', 0)
        assert b'Usage: ruff check [OPTIONS] <FILE>' in outcome.out
    assert b'\n  check     ' in run(['--help']).out


def modules(folder, **texts):
    for name in texts:
        program(folder, texts[name], name + '.ruff')


def test_imports_are_checked(run, folder):
    modules(folder, m=b'import deep\nexport func f(a) { }\nlet n: int := "a"', deep=b'x := 1 - "b"')
    path = program(folder, b'import m\nfrom m import f\nf(1)\ntry { import none } except e { }')
    outcome = run(['check', path])
    assert (outcome.out, outcome.exit) == (b'', 0)
    assert outcome.err.endswith(b'\n\n0 errors, 2 warnings in 3 files\n')
    assert re.findall(br'  (Type Error: .*)\n  --> .*?(\w+\.ruff:\d+:\d+)\n', outcome.err) == [
        (b"Type Error: Type mismatch: variable 'n' declared as Int but assigned String",
         b'm.ruff:3:15'),
        (b"Type Error: Binary operation '-' with incompatible types: Int and String",
         b'deep.ruff:1:6')]
    assert outcome.err.count(b'Type checking warnings:\n') == 2
    outcome = run(['check', '--no-imports', path])
    assert (outcome.err, outcome.exit) == (b'', 0)


@pytest.mark.parametrize('text, module, code, err', [
    (b'import m', b'x := (', 3, br"\[RUFPARSE001\] \[parser\] error: [^\n]*\n  --> .*m\.ruff:1:7\n"),
    (b'import m', b'break', 1, br'Compilation error: break can only [^\n]*\n  --> .*m\.ruff:1:1\n'),
    (b'import m', b'let x: Nope := 1', 1, br"Errors:\n  Type Error: Unknown type"),
    (b'import m', b'import n', 1,
     br"Runtime Error: Module not found: n; [^\n]*\n  --> .*m\.ruff:1:1\n    \|\n  1 \| import n\n"),
    (b'\nfunc f() { import n }', b'', 1,
     br"Runtime Error: Module not found: n; [^\n]*\n  --> .*prog\.ruff:2:12\n"),
    (b'from m import a, b', b'export a := 1', 1,
     br"Runtime Error: Symbol 'b' not found in module 'm'\n  --> .*prog\.ruff:1:1\n"),
    (b'import m', b'x := "\xff"', 1, br"Runtime Error: Failed to read module m: "),
])
def test_imports_that_fail(run, folder, text, module, code, err):
    modules(folder, m=module)
    path = program(folder, text)
    for switches in ([], ['-q'], ['-v']):
        outcome = run(['check', path] + switches)
        assert (outcome.out, outcome.exit) == (b'', code)
        assert re.match(err, outcome.err), outcome.err
        assert re.search(br'\n1 error, 0 warnings in [12] files?( \(.*\))?\n$', outcome.err)
    assert run(['check', '--no-imports', path]).exit == 0


def test_modules_that_import_each_other(run, folder):
    modules(folder, a=b'import b\nexport func f() { }', b=b'func g() { import a }\nexport x := 1')
    check(run(['check', '-q', program(folder, b'import a\nimport b\nf()')]), b'')


LAST_LINES = [
    (b'x := 1 < "a"', 0, b'0 errors, 1 warning in 1 file'),
    (b'f(1)\nfunc f() { }', 1, b'1 error, 0 warnings in 1 file'),
    (b'f(1)\nf(2)\nx := 1 < "a"\ny := 1 < "a"\nfunc f() { }', 1, b'2 errors, 2 warnings in 1 file'),
    (b"x := 'a'\ny := 1_0", 3, b'2 errors, 0 warnings in 1 file'),
    (b'break', 1, b'1 error, 0 warnings in 1 file'),
]


@pytest.mark.parametrize('text, code, line', LAST_LINES)
def test_the_last_line_counts(run, folder, text, code, line):
    path = program(folder, text)
    for switches in ([], ['-q']):
        outcome = run(['check', path] + switches)
        assert (outcome.out, outcome.exit) == (b'', code)
        assert outcome.err.endswith(b'\n' + line + b'\n')


def test_numbers_of_statements_beside_findings(run, folder):
    assert re.search(br'\n0 errors, 1 warning in 1 file \(statements=1, bytecode_instructions=\d+\)\n$',
                     run(['check', '-v', program(folder, b'x := 1 < "a"')]).err)


def test_files_are_counted_once(run, folder):
    modules(folder, a=b'import b\nexport x := 1 < "a"', b=b'import c\nexport y := 1', c=b'export z := (')
    outcome = run(['check', program(folder, b'import a\nimport b\nimport a')])
    assert (outcome.out, outcome.exit) == (b'', 3)
    assert outcome.err.endswith(b'\n1 error, 1 warning in 4 files\n')


def test_json(run, folder):
    path = program(folder, b'x := 1\nprint(x)\n', 'na"\\me\t.ruff')
    outcome = run(['check', '--json', path])
    assert (outcome.err, outcome.exit) == (b'', 0)
    assert json.loads(outcome.out.decode()) == {
        'command': 'check', 'file': path, 'status': 'ok', 'statement_count': 2,
        'bytecode_instruction_count': int(re.search(br'count": (\d+)', outcome.out).group(1)),
        'diagnostics': [], 'error_count': 0, 'warning_count': 0, 'file_count': 1}
    keys = [line.split(b'"')[1] for line in outcome.out.splitlines() if b':' in line]
    assert keys == sorted(keys) and outcome.out.startswith(b'{\n  "') and outcome.out.endswith(b'\n}\n')
    assert run(['check', path, '--json', '-v']).out == outcome.out


def test_json_has_everything(run, folder):
    modules(folder, m=b'export func g() { return 1 < "a" }')
    path = program(folder, b'import m\nd := {"a": 1}\nprint({d: 2})\nf(1)\nfunc f() { }')
    for switch, code in (['--json'], 1), (['--diagnostics', 'json'], 4):
        outcome = run(['check', path] + switch)
        assert (outcome.err, outcome.exit) == (b'', code)
        value = json.loads(outcome.out.decode())
        assert [(one['kind'], one['severity'], os.path.basename(one['file']), one['line'])
                for one in value.pop('diagnostics')] == [
            ('argument-count', 'error', 'prog.ruff', 4),
            ('unquoted-key', 'warning', 'prog.ruff', 3), ('type', 'warning', 'm.ruff', 1)]
        assert value == {
            'command': 'check', 'contract_version': '1.0.0-draft', 'exit_code': code, 'file': path,
            'kind': 'diagnostics', 'status': 'error', 'error_count': 1, 'warning_count': 2,
            'file_count': 2}


@pytest.mark.parametrize('text, code', [(b'x := (', 3), (b'break', 1)])
def test_json_of_programs_that_cannot_be_compiled(run, folder, text, code):
    outcome = run(['check', '--json', program(folder, text)])
    assert (outcome.err, outcome.exit) == (b'', code)
    value = json.loads(outcome.out.decode())
    assert (value['status'], value['error_count'], len(value['diagnostics'])) == ('error', 1, 1)


def test_json_with_warnings_only(run, folder):
    value = json.loads(run(['check', '--json', program(folder, b'x := 1 < "a"')]).out.decode())
    assert (value['status'], value['error_count'], value['warning_count'], value['statement_count']) \
        == ('ok', 0, 1, 1)
    assert value['diagnostics'][0]['severity'] == 'warning'
