"""The type check of whole programs (language.md 14, tooling.md 2.4, decision 18)."""

import time

from conftest import require_binary
from runner import run_native
from test_command import folder, program, run, host  # noqa: F401

HEADING = b'Type checking warnings:\n'
WRONG = b'let n: int := "a"\nprint(n)\n'
WARNING = b'''Type checking warnings:
  Type Error: Type mismatch: variable 'n' declared as Int but assigned String
  --> %s:1:15
    |
  1 | let n: int := "a"
    |               ^^^
    |
   = help: Try removing the type annotation or converting the value to the correct type


'''


def warning(path):
    return WARNING.replace(b'%s', path.encode())


def test_warnings_under_interpreter_only(run, folder):
    path = program(folder, WRONG)
    for arguments in ([path], ['run', path], ['run', '--vm', path], ['run', path, '--', '--interpreter']):
        outcome = run(arguments)
        assert (outcome.err, outcome.out, outcome.exit) == (b'', b'a\n', 0)
    for arguments in (['run', '--interpreter', path], [path, '--interpreter'], ['--interpreter', path]):
        outcome = run(arguments)
        assert (outcome.err, outcome.out, outcome.exit) == (warning(path), b'a\n', 0)


def test_programs_from_elsewhere(run):
    assert run(['--interpreter', '-'], WRONG).err == warning('<stdin>')
    assert run(['--interpreter', '-e', WRONG.decode()]).err == warning('<command line>')


def test_warnings_come_before_the_run(run, folder):
    path = program(folder, WRONG + b'throw("end")')
    outcome = run(['--interpreter', path])
    assert outcome.err.startswith(warning(path) + b'Runtime Error: end\n')
    assert (outcome.out, outcome.exit) == (b'a\n', 1)


def test_check_warns(run, folder):
    path = program(folder, WRONG)
    for switches in ([], ['-q']):
        outcome = run(['check', path] + switches)
        assert (outcome.err, outcome.out, outcome.exit) == (
            warning(path) + b'0 errors, 1 warning in 1 file\n', b'', 0)


def test_unknown_types_fail_the_check(run, folder):
    path = program(folder, b'let n: strin := "a"\nprint(n)\n')
    outcome = run(['check', path])
    assert (outcome.out, outcome.exit) == (b'', 1)
    assert outcome.err.startswith(b"Errors:\n  Type Error: Unknown type 'strin'\n")
    assert b"   = Did you mean 'string'?\n" in outcome.err
    outcome = run(['--interpreter', path])
    assert (outcome.out, outcome.exit) == (b'a\n', 0)
    assert outcome.err.startswith(HEADING)
    assert run([path]).err == b''


def test_check_warns_of_unquoted_keys(run, folder):
    path = program(folder, b'b := "k"\nprint({a: 1, b: 2, "c": b})\n')
    outcome = run(['check', path])
    shown = path.encode()
    assert outcome.exit == 0
    assert outcome.err == b'''Warnings:
  Unquoted Key: The key 'b' is the text "b", not the variable 'b'
  --> ''' + shown + b''':2:14
    |
  2 | print({a: 1, b: 2, "c": b})
    |              ^
    |
   = help: Write (b) for the value, or "b" for the text


0 errors, 1 warning in 1 file
'''
    assert run(['--interpreter', path]).err == b''


FUNCTION = b'''func f%d(a: int, b: int) -> int {
    x := a + b * 2
    if x > 10 {
        y := "text ${x}"
        print(y, x)
    }
    let z: float := 1.5
    items := [1, 2, g(3)]
    return x + len(items)
}
'''


def test_check_is_fast(folder):
    """A hundred thousand lines, every tenth with an error."""
    require_binary()
    path = program(folder, b''.join(FUNCTION.replace(b'%d', str(n).encode()) for n in range(10000)))
    start = time.time()
    outcome = run_native(['check', path], b'', 60)
    assert outcome.exit == 1
    assert outcome.err.count(b"Undefined function 'g'") == 10000
    # About a second on an idle machine.
    assert time.time() - start < 10
