"""What the command line says: options, the program and its arguments."""

import pytest

from ruffinterp.cli.main import parse_command_line
from ruffinterp.cli.usage import HELP, RUN_HELP, Finished, UsageError


@pytest.mark.parametrize('arguments, path, rest', [
    ([], '', []),
    (['a.ruff'], 'a.ruff', []),
    (['run', 'a.ruff', 'run'], 'a.ruff', ['run']),
    (['a.ruff', '--help', '-h', '--version'], 'a.ruff', ['--help', '-h', '--version']),
    (['a.ruff', '--jit', 'nonsense=1'], 'a.ruff', ['--jit', 'nonsense=1']),
    (['a.ruff', '-e', 'x'], 'a.ruff', ['-e', 'x']),
    (['a.ruff', '--vm', '--interpreter', '--vm', 'b', '--vm'], 'a.ruff', ['b', '--vm']),
    (['a.ruff', '--', '--vm'], 'a.ruff', ['--vm']),
    (['a.ruff', '--vm', '--', '--', 'b'], 'a.ruff', ['--', 'b']),
    (['a.ruff', '--vm=1'], 'a.ruff', ['--vm=1']),
    (['--vm', '-', '-'], '-', ['-']),
    (['-e', 'code', 'a.ruff', '--help'], '', ['a.ruff', '--help']),
])
# spec: decisions.md 56
def test_what_follows_the_program(arguments, path, rest):
    options = parse_command_line(arguments)
    assert (options.path, options.arguments) == (path, rest)


# spec: decisions.md 56
def test_options_in_front_of_and_behind_the_program():
    options = parse_command_line(['--dump-bytecode', '--diagnostics=json', 'a.ruff', '--interpreter'])
    assert (options.dumps, options.diagnostics, options.warns) == (True, 'json', True)
    options = parse_command_line(['a.ruff', '--dump-bytecode', '--diagnostics=json', '--interpreter'])
    assert (options.dumps, options.diagnostics, options.warns) == (False, 'human', False)


def test_texts_that_are_asked_for():
    for arguments, text in ((['--help', 'a.ruff'], HELP), (['run', '-h', 'a.ruff'], RUN_HELP)):
        with pytest.raises(Finished) as caught:
            parse_command_line(arguments)
        assert caught.value.text == text


@pytest.mark.parametrize('arguments', [['run'], ['run', '--vm'], ['--nope', 'a.ruff'], ['-e'], ['--jit']])
def test_usage_errors(arguments):
    with pytest.raises(UsageError):
        parse_command_line(arguments)
