"""Standard streams that are full, closed, or a pipe that nobody reads (tooling.md 1.6 and 2.3)."""

import contextlib
import os
import resource
import signal
import subprocess
import tempfile

import pytest

from runner import start_process

FULL, CLOSED, BROKEN = 'full', 'closed', 'broken pipe'
STATES = [FULL, CLOSED, BROKEN]
REASONS = {FULL: b'No space left on device', CLOSED: b'Bad file descriptor'}
OUTPUT, ERRORS = 1, 2

PASSING = 'print("x")'
FAILING = 'print("x")\nthrow("lost")'
TESTS = 'test "a" { assert(true) }'

# Command lines that write to standard output, with the text of the program that they name last.
WRITERS = [
    (['--help'], None), (['--version'], None), (['help', 'check'], None), (['run', '--help'], None),
    (['check', '--help'], None), (['test-run', '--help'], None),
    ([], PASSING), (['run'], PASSING), (['--jit', 'off'], PASSING),
    ([], 'for i in 100000 { print("many lines") }'),
    ([], 'print("x")\nexit(3)'),
    ([], 'for i in 100000 { try { print("many lines") } except e { eprint("caught") } }'),
    ([], 'await parallel_map(range(50), func(i) { print(i) return i })'),
    ([], 'async func f() { print("x") return 1 }\nawait f()'),
    ([], 'func* g() { for i in 100000 { print(i) yield i } }\nfor x in g() { }'),
    (['--diagnostics', 'json'], FAILING), (['--json-runtime-diagnostics'], FAILING),
    (['--diagnostics', 'json'], 'x := ('),
    (['check'], PASSING), (['check', '--json'], PASSING), (['check', '-v'], PASSING),
    (['check', '--diagnostics', 'json'], 'x := ('),
    (['test-run'], TESTS), (['test-run', '-v'], TESTS), (['test-run'], 'print(1)'),
]

# Those that write to standard error, with their exit code and standard output.
REPORTERS = [
    ([], FAILING, 1, b'x\n'), (['run'], FAILING, 1, b'x\n'),
    ([], 'print("a")\neprint("b")\nprint("c")', 0, b'a\nc\n'),
    ([], 'print("a")\neprint("b")\nexit(7)', 7, b'a\n'),
    ([], 'x := (', 3, b''), (['check'], 'x := (', 3, b''), (['test-run'], 'x := (', 3, b''),
    (['check'], 'break', 1, b''), (['--no-such-option'], PASSING, 2, b''),
    (['--jit', 'nonsense'], PASSING, 2, b''), (['no/such/file.ruff'], None, 5, b''),
    (['check', 'no/such/file.ruff'], None, 5, b''), (['test-run', 'no/such/file'], None, 5, b''),
    ([], 'print("a")\nspawn { throw("b") }\nsleep(5)\nprint("c")', 0, b'a\nc\n'),
    ([], 'r := await parallel_map([1, 2], func(i) { eprint(i) return i })\nprint(r)', 0,
     b'[1, 2]\n'),
]


@pytest.fixture
def path(tmpdir):
    return tmpdir.join('prog.ruff')


def command(binary, path, arguments, text):
    if text is None:
        return [binary] + arguments
    path.write(text)
    return [binary] + arguments + [str(path)]


def run_with(command, broken, state, stdin=None):
    """(exit code, what the other output has got): one output stream is in a state."""
    other = ERRORS if broken == OUTPUT else OUTPUT

    def prepare():
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        if state == CLOSED:
            os.close(broken)
        elif state == FULL:
            os.dup2(os.open('/dev/full', os.O_WRONLY), broken)
        else:
            reader, writer = os.pipe()
            os.dup2(writer, broken)
            os.close(reader)
            os.close(writer)
    with tempfile.TemporaryFile() as got:
        streams = {OUTPUT: None, ERRORS: None}
        streams[other] = got
        process = start_process(command, stdin=stdin, stdout=streams[OUTPUT],
                                stderr=streams[ERRORS], preexec_fn=prepare)
        code = process.wait()
        got.seek(0)
        return code, got.read()


@pytest.mark.parametrize('state', STATES)
@pytest.mark.parametrize('arguments, text', WRITERS)
def test_output_that_cannot_be_written(binary, path, arguments, text, state):
    code, err = run_with(command(binary, path, arguments, text), OUTPUT, state)
    if state == BROKEN:
        assert (code, err) == (141, b'')
    else:
        assert (code, err) == (5, b'Cannot write to standard output: %s\n' % REASONS[state])


@pytest.mark.parametrize('state', STATES)
def test_an_error_is_reported_although_output_fails(binary, path, state):
    code, err = run_with(command(binary, path, [], FAILING), OUTPUT, state)
    assert code == (141 if state == BROKEN else 5)
    assert b'Runtime Error: lost' in err


@pytest.mark.parametrize('state', STATES)
@pytest.mark.parametrize('arguments, text, code, out', REPORTERS)
def test_messages_that_cannot_be_written(binary, path, arguments, text, code, out, state):
    assert run_with(command(binary, path, arguments, text), ERRORS, state) == (code, out)


@pytest.mark.parametrize('state', STATES)
def test_silent_programs_do_not_care(binary, path, state):
    for stream in (OUTPUT, ERRORS):
        assert run_with(command(binary, path, [], 'x := 1'), stream, state) == (0, b'')


def test_no_file_takes_the_place_of_a_closed_stream(binary, path, tmpdir):
    target = tmpdir.join('target')
    text = 'print("x")\nwrite_file("%s", "content")\nprint("y")' % target
    code, _ = run_with(command(binary, path, [], text), OUTPUT, CLOSED)
    assert code == 5
    assert target.read() == 'content'


def test_a_limit_of_the_size_of_files(binary, tmpdir):
    """The signal that the system sends for it does not end the program."""
    def prepare():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    with open(str(tmpdir.join('out')), 'wb') as out:
        process = start_process([binary, '-e', 'for i in 1000 { print("line") }'], stdout=out,
                                stderr=subprocess.PIPE, preexec_fn=prepare)
        _, err = process.communicate()
    assert (process.returncode, err) == (5, b'Cannot write to standard output: File too large\n')


@contextlib.contextmanager
def unreadable(kind):
    if kind == 'folder':
        descriptor = os.open('/', os.O_RDONLY)
    else:
        descriptor = os.open('/dev/null', os.O_WRONLY)
    yield descriptor
    os.close(descriptor)


@pytest.mark.parametrize('arguments', [[], ['-'], ['run', '-']])
@pytest.mark.parametrize('kind, reason', [
    ('folder', b'Is a directory'), ('write only', b'Bad file descriptor'),
    (CLOSED, b'Bad file descriptor')])
def test_input_that_cannot_be_read(binary, arguments, kind, reason):
    with unreadable(kind) as descriptor:
        process = start_process(
            [binary] + arguments, stdin=descriptor, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=(lambda: os.close(0)) if kind == CLOSED else None)
        out, err = process.communicate()
    assert (process.returncode, out) == (5, b'')
    assert err == b'[RUFCLI001] [cli] error: Failed to read standard input: %s\n' % reason


def test_interrupt_while_the_program_is_read(binary):
    process = start_process([binary, '-'], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)
    process.stdin.write(b'print(1)\n')
    process.stdin.flush()
    while sleeping_state(process.pid) != 'S':
        pass
    process.send_signal(signal.SIGINT)
    out, err = process.stdout.read(), process.stderr.read()
    process.stdin.close()
    assert (process.wait(), out, err) == (130, b'', b'')


def sleeping_state(process):
    """The state of the youngest thread of a process, 'S' while it waits."""
    threads = sorted(os.listdir('/proc/%d/task' % process), key=int)
    if len(threads) < 2:
        return ''
    with open('/proc/%d/task/%s/syscall' % (process, threads[-1])) as stream:
        return 'S' if stream.read().startswith('0 0x0 ') else ''
