"""The command line: arguments, standard input, exit codes (tooling.md 1 and 2)."""

import os
import re
import shutil
import subprocess
import tempfile

import pytest

from conftest import needs_binary, require_binary
from runner import (
    NATIVE_FLAGS, UNTRANSLATED, Host, binary_path, run_native, start_process)

TIMEOUT = 60


@pytest.fixture(scope='module')
def host():
    host = Host()
    yield host
    host.close()


@pytest.fixture(params=[UNTRANSLATED, 'jit'])
def run(request, host):
    """A function (arguments, standard input) -> outcome."""
    mode = request.param
    if needs_binary(mode):
        require_binary()

    def run_command(arguments, stdin=b''):
        if mode == UNTRANSLATED:
            return host.run(arguments, stdin, TIMEOUT)
        return run_native(NATIVE_FLAGS[mode] + arguments, stdin, TIMEOUT)
    return run_command


@pytest.fixture
def folder():
    folder = tempfile.mkdtemp(prefix='ruff-command-')
    yield folder
    shutil.rmtree(folder)


def program(folder, text, name='prog.ruff'):
    path = os.path.join(folder, name)
    with open(path, 'wb') as stream:
        stream.write(text)
    return path


def check(outcome, out, exit=0):
    assert (outcome.err, outcome.out, outcome.exit) == (b'', out, exit)


def check_usage(outcome):
    assert outcome.exit == 2
    assert outcome.out == b''
    assert outcome.err.startswith(b'error: ')
    assert b'Usage:' in outcome.err


SHOW_ARGUMENTS = b'print(args())'


@pytest.mark.parametrize('given, expected', [
    ([], b'[]'),
    (['x', '-v', '--flag=1'], b'[x, -v, --flag=1]'),
    (['--', '--interpreter'], b'[--interpreter]'),
    (['x', '--interpreter'], b'[x, --interpreter]'),
    (['x', '--', 'y'], b'[x, --, y]'),
    (['--interpreter'], b'[]'),
    (['', 'a b'], b'[, a b]'),
    (['--unknown', '-1'], b'[--unknown, -1]'),
    (['--vm', '--interpreter', 'x'], b'[x]'),
    (['--interpreter', '--', '--vm'], b'[--vm]'),
    (['--help'], b'[--help]'),
    (['-h'], b'[-h]'),
    (['--version'], b'[--version]'),
    (['--jit', 'off'], b'[--jit, off]'),
    (['--jit=off', '--vm'], b'[--jit=off, --vm]'),
    (['--max-depth', '1'], b'[--max-depth, 1]'),
    (['--diagnostics=json', '--dump-bytecode'], b'[--diagnostics=json, --dump-bytecode]'),
    (['--interpreter=1'], b'[--interpreter=1]'),
    (['--vm', '--help'], b'[--help]'),
    (['--', '--', '--vm'], b'[--, --vm]'),
])
# spec: decisions.md 56
def test_run_arguments(run, folder, given, expected):
    path = program(folder, SHOW_ARGUMENTS)
    check(run(['run', path] + given), expected + b'\n')
    check(run([path] + given), expected + b'\n')


# spec: decisions.md 2
def test_direct_run_is_run(run, folder):
    path = program(folder, SHOW_ARGUMENTS)
    check(run([path, 'a', '--b']), b'[a, --b]\n')


# spec: decisions.md 56
def test_options_stand_before_the_program(run, folder):
    path = program(folder, SHOW_ARGUMENTS)
    check(run(['--jit', 'off', '--vm', path, '--jit', '1']), b'[--jit, 1]\n')
    check(run(['-', '--help'], SHOW_ARGUMENTS), b'[--help]\n')
    check(run(['-e', 'print(args())', '--help', '-e']), b'[--help, -e]\n')


# spec: decisions.md 1
@pytest.mark.parametrize('flag', ['--interpreter', '--vm'])
def test_engine_flags_change_nothing(run, folder, flag):
    path = program(folder, SHOW_ARGUMENTS)
    check(run(['run', flag, path, 'a']), b'[a]\n')


def test_program_from_standard_input(run):
    check(run(['-'], b'print("from", "stdin")\n'), b'from stdin\n')


# spec: decisions.md 25
def test_program_from_standard_input_without_arguments(run):
    check(run([], b'print("piped")'), b'piped\n')


def test_program_from_the_command_line(run):
    check(run(['-e', 'print(1 + 1)']), b'2\n')
    check(run(['-e', 'print(args())', 'a', '-b']), b'[a, -b]\n')


@pytest.mark.parametrize('arguments, similar', [
    (['--jitt', 'off'], 'argument exists: \'--jit\''),
    (['run', '--interpeter', 'x.ruff'], 'argument exists: \'--interpreter\''),
    (['check', '--jsn', 'x.ruff'], 'argument exists: \'--json\''),
    (['test-run', '--verbos', 'x.ruff'], 'argument exists: \'--verbose\''),
    (['help', 'chekc'], 'subcommand exists: \'check\''),
    (['--zzzz'], ''),
])
def test_misspelled_options(run, arguments, similar):
    outcome = run(arguments)
    check_usage(outcome)
    assert (b'tip: a similar ' in outcome.err) == bool(similar)
    assert similar.encode() in outcome.err


def test_version(run):
    for flag in ('--version', '-V'):
        outcome = run([flag])
        assert outcome.exit == 0
        assert re.match(br'ruff \d+\.\d+\.\d+\nbuilt with (no toolchain|rpython (0\.2\.1|of )).*\n$', outcome.out)


def test_bytecode_is_printed_instead_of_running(run, folder):
    path = program(folder, b'x := 6\nprint(x)\n')
    for arguments in (['run', '--dump-bytecode', path], ['--dump-bytecode', path]):
        outcome = run(arguments)
        assert (outcome.err, outcome.exit) == (b'', 0)
        rows = [row.split() for row in outcome.out.splitlines()]
        assert rows[0] == b'function <module>: 0 parameters, 2 registers'.split()
        assert b'1 0 MOVE destination=x source=6'.split() in rows
        assert b'6' not in outcome.out.splitlines()


def test_bytecode_of_a_program_with_a_mistake(run, folder):
    outcome = run(['run', '--dump-bytecode', program(folder, b'x := \n')])
    assert outcome.out == b'' and outcome.exit == run([program(folder, b'x := \n')]).exit
    assert b'RUFPARSE001' in outcome.err


def test_help(run):
    for arguments in (['--help'], ['-h'], ['help']):
        outcome = run(arguments)
        assert outcome.exit == 0 and outcome.err == b''
        assert b'Ruff: A modern programming language' in outcome.out
        assert b'Usage: ruff' in outcome.out
    assert run(['run', '--help']).out.startswith(b'Run a Ruff script file\n\nUsage: ruff run')


def test_usage_errors(run):
    check_usage(run(['run']))
    check_usage(run(['--no-such-option']))
    check_usage(run(['-e']))
    check_usage(run(['--jit']))


def test_missing_file(run):
    outcome = run(['no/such/file.ruff'])
    assert outcome.exit == 5
    assert outcome.out == b''
    assert outcome.err.startswith(
        b"[RUFCLI001] [cli] error: Failed to read .ruff file 'no/such/file.ruff': ")


def test_folder_is_no_program(run, folder):
    outcome = run([folder])
    assert outcome.exit == 5 and b'[RUFCLI001]' in outcome.err


def test_source_that_is_not_utf8(run, folder):
    outcome = run([program(folder, b'print("\xff")')])
    assert outcome.exit == 5 and b'[RUFCLI001]' in outcome.err


# spec: language.md 10.6; decisions.md 17
@pytest.mark.parametrize('text, code', [
    (b'', 0), (b'print(1)', 0), (b'return 3', 0), (b'exit(9)', 9), (b'throw("x")', 1),
    (b'break', 1), (b'x := (', 3), (b'x := @', 3), (b'Err(1)?', 1),
])
def test_exit_codes(run, folder, text, code):
    assert run([program(folder, text)]).exit == code


def test_error_names_the_program_as_given(run, folder):
    path = program(folder, b'throw("x")')
    assert ('  --> %s:1:1\n' % path).encode() in run([path]).err


# spec: decisions.md 20
def test_output_is_flushed_before_reading(binary):
    """The prompt of a piped program is there before the answer is given."""
    process = start_process([binary, '-e', 'print("first"); x := input("name? "); print(x)'],
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b'first\n'
    assert process.stdout.read(6) == b'name? '
    out, _ = process.communicate(b'Ada\n')
    assert out == b'Ada\n'
    assert process.returncode == 0


def test_closed_output_ends_quietly(binary):
    process = start_process([binary, '-e', 'loop { print("y") }'], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)
    assert process.stdout.readline() == b'y\n'
    process.stdout.close()
    err = process.stderr.read()
    process.wait()
    assert err == b''
    assert process.returncode >= 0


def test_full_disk_is_reported(binary):
    if not os.path.exists('/dev/full'):
        pytest.skip('there is no /dev/full')
    with open('/dev/full', 'wb') as full:
        process = start_process([binary, '-e', 'for i in 10000 { print("text") }'], stdout=full,
                                stderr=subprocess.PIPE)
        _, err = process.communicate()
    assert process.returncode != 0
    assert err != b'' and b'Traceback' not in err


def test_no_colour_codes_in_a_file(run):
    assert b'\x1b' not in run(['-e', 'throw("x")']).err


def test_binary_needs_no_files_beside_it(binary, folder):
    """A copy elsewhere works: nothing is loaded from the checkout."""
    copy = os.path.join(folder, 'elsewhere')
    shutil.copy(binary_path(), copy)
    out = subprocess.check_output([copy, '-e', 'print(sort([2, 1]))'], cwd='/')
    assert out == b'[1, 2]\n'
