"""Runs Ruff programs and compares what they do with the files beside them.

A program ``name.ruff`` has its expectation in files of the same stem:

    name.out            standard output, exactly (always there)
    name.err            standard error, exactly; the path of the program reads ``main.ruff``
    name.err_contains   instead of .err: each line must occur somewhere in standard error
    name.exit           exit code, 0 without this file
    name.in             standard input, empty without this file
    name.args           one script argument per line

A first line ``# module`` marks files that programs import.  A line ``# findings`` marks programs about
which ``ruff check`` has something to say; it must say nothing about any other that ends with exit
code 0.

Without .err and .err_contains standard error must be empty.  A first line ``# native-only`` marks
programs that the untranslated interpreter cannot run (recursion deeper than the host's).

Modes: ``untranslated`` (one host process that forks for each program), and for the binary ``jit``
(default parameters), ``jit-eager`` (everything is compiled at once) and ``jit-off``.
"""

import contextlib
import errno
import json
import os
import re
import subprocess
import sys
import tempfile
import threading

TESTS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(TESTS)

NATIVE_ONLY = '# native-only'
MODULE = '# module'
FINDINGS = '# findings'
SHOWN_NAME = 'main.ruff'

UNTRANSLATED = 'untranslated'
NATIVE_FLAGS = {
    'jit': [],
    'jit-eager': ['--jit', 'threshold=2,function_threshold=2,trace_eagerness=1'],
    'jit-off': ['--jit', 'off'],
}
MODES = [UNTRANSLATED, 'jit', 'jit-eager', 'jit-off']
ADDRESS_SPACE, STACK = '-v', '-s'
TIMEOUT = {UNTRANSLATED: 120, 'jit': 60, 'jit-eager': 60, 'jit-off': 60}


def binary_path():
    """The native binary: RUFF_C of the environment, or ruff-c in the checkout; None if missing."""
    path = os.environ.get('RUFF_C') or os.path.join(ROOT, 'ruff-c')
    return os.path.abspath(path) if os.path.exists(path) else None


def read_optional(path):
    if not os.path.exists(path):
        return None
    with open(path, 'rb') as stream:
        return stream.read()


class Program(object):
    """A program with its expectation."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.relative = os.path.relpath(self.path, ROOT)
        stem = os.path.splitext(self.path)[0]
        self.name = os.path.relpath(stem, TESTS)
        with open(self.path, 'rb') as stream:
            lines = stream.read().splitlines()
        first_line = lines[0] if lines else b''
        self.native_only = first_line.startswith(NATIVE_ONLY)
        self.is_module = first_line.rstrip() == MODULE
        self.has_findings = FINDINGS in lines
        self.out = read_optional(stem + '.out')
        self.err = read_optional(stem + '.err')
        self.err_contains = read_optional(stem + '.err_contains')
        self.exit = int(read_optional(stem + '.exit') or '0')
        self.stdin = read_optional(stem + '.in') or b''
        self.arguments = (read_optional(stem + '.args') or b'').splitlines()

    def command(self, mode):
        """Arguments for the interpreter, without the name of the interpreter itself."""
        return NATIVE_FLAGS.get(mode, []) + [self.relative] + self.arguments


class Outcome(object):
    """What a run did: exit code (negative: died of a signal), both outputs, or a timeout.

    ``processor_seconds`` is None of an untranslated run, which is not measured.
    """

    def __init__(self, exit, out, err, timed_out=False, processor_seconds=None):
        self.exit = exit
        self.out = out
        self.err = err
        self.timed_out = timed_out
        self.processor_seconds = processor_seconds


def mismatches(program, outcome):
    """List of texts that say where ``outcome`` differs from the expectation; empty if it agrees."""
    found = []
    if outcome.timed_out:
        found.append('timed out')
    if outcome.exit != program.exit:
        found.append('exit code %d, expected %d' % (outcome.exit, program.exit))
    if program.out is None:
        found.append('no .out file beside the program')
    elif outcome.out != program.out:
        found.append('standard output differs')
    err = LEFT_AT_EXIT.sub(b'', outcome.err)
    err = err.replace(program.relative.encode(), SHOWN_NAME.encode())
    if program.err_contains is not None:
        for line in program.err_contains.splitlines():
            if line not in err:
                found.append('standard error does not contain: ' + line)
    elif err != (program.err or b''):
        found.append('standard error differs')
    return found


def explain(program, mode, outcome, found):
    """A report of a failed run for humans."""
    parts = ['%s [%s]: %s' % (program.relative, mode, '; '.join(found)),
             '--- standard output, got', outcome.out[:4000],
             '--- standard output, expected', (program.out or b'')[:4000],
             '--- standard error, got', outcome.err[:4000],
             '--- standard error, expected', (program.err or program.err_contains or b'')[:4000]]
    return '\n'.join(parts)


# Held by whoever makes a process: what another thread makes at the same time could inherit the
# pipes of this one, which then seems to write until that other one ends.
starting = threading.Lock()


def start_process(*arguments, **options):
    """subprocess.Popen for tests that run beside others."""
    with starting:
        return subprocess.Popen(*arguments, **options)


class Launcher(object):
    """Starts commands for the process that has made it, see launcher.py."""

    def __init__(self):
        self.owner = os.getpid()
        self.process = start_process(
            ['python3', os.path.join(TESTS, 'launcher.py')], bufsize=0, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)
        self.answers = os.fdopen(os.dup(self.process.stdout.fileno()), 'rb')

    def run(self, command, stdin, timeout, environment, folder):
        request = {'command': [as_text(part) for part in command], 'stdin': as_text(stdin),
                   'timeout': timeout, 'folder': as_text(folder), 'environment': None}
        if environment is not None:
            request['environment'] = dict((as_text(name), as_text(value))
                                          for name, value in environment.items())
        self.process.stdin.write((json.dumps(request) + '\n').encode())
        answer = self.answers.readline()
        if not answer:
            raise RuntimeError('the process that starts commands has died')
        result = json.loads(answer.decode())
        return Outcome(result['exit'], result['out'].encode('latin-1'),
                       result['err'].encode('latin-1'), result['timed_out'],
                       result['processor_seconds'])


def as_text(part):
    """Bytes as JSON can carry them."""
    if isinstance(part, type(u'')):
        part = part.encode('utf-8')
    return part.decode('latin-1')


launchers = threading.local()


def launcher():
    """The Launcher of this thread of this process."""
    found = getattr(launchers, 'launcher', None)
    if found is None or found.owner != os.getpid():
        found = launchers.launcher = Launcher()
    return found


def communicate(command, stdin, timeout, environment=None, cwd=ROOT):
    """Run a command in a process group of its own, kill the group after ``timeout`` seconds."""
    return launcher().run(command, stdin, timeout, environment, cwd)


@contextlib.contextmanager
def called_after(seconds, function):
    """Call ``function`` if the block takes longer than that."""
    timer = threading.Timer(seconds, function)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def run_native(arguments, stdin, timeout):
    """Run the binary with ``arguments``."""
    return communicate([binary_path()] + arguments, stdin, timeout)


def limited(option, size, command):
    """``command`` under a limit of ``size`` bytes; ``option`` of ulimit: ADDRESS_SPACE or STACK.

    A shell sets it: the process of the tests may be larger already, and a copy of it that has
    the limit cannot even start the command.
    """
    return ['sh', '-c', 'ulimit %s %d && exec "$@"' % (option, size >> 10), 'sh'] + command


# What a binary of `make translate-debug` says of memory that it never frees.
LEFT_AT_EXIT = re.compile(br'mem\.c: \d+ mallocs left \(use PYPY_ALLOC=1 to see the list\)\n')

COPIES_ITSELF = re.compile(br'\b(parallel_map|par_map|par_each)\(')


def copies_itself(arguments):
    """Whether the program that the arguments give or name makes worker processes."""
    for argument in arguments:
        text = argument.encode('utf-8') if isinstance(argument, type(u'')) else argument
        path = os.path.join(ROOT, argument)
        if os.path.isfile(path):
            text = read_optional(path)
        if COPIES_ITSELF.search(text):
            return True
    return False


class Host(object):
    """The untranslated interpreter in one long-lived process, see host.py."""

    def __init__(self):
        self.process = None
        self.folder = tempfile.mkdtemp(prefix='ruff-host-')

    def start(self):
        self.process = start_process(
            [sys.executable, os.path.join(TESTS, 'host.py')], cwd=ROOT, bufsize=0,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def run(self, arguments, stdin, timeout):
        """Run one program in a fork of the host process."""
        if self.process is None or self.process.poll() is not None:
            self.start()
        names = dict((part, os.path.join(self.folder, part)) for part in ('in', 'out', 'err'))
        with open(names['in'], 'wb') as stream:
            stream.write(stdin)
        request = {'arguments': arguments, 'files': names, 'timeout': timeout,
                   'copies_itself': copies_itself(arguments)}
        self.process.stdin.write((json.dumps(request) + '\n').encode())
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError('the host of the untranslated interpreter has died')
        result = json.loads(answer.decode())
        return Outcome(result['exit'], read_optional(names['out']), read_optional(names['err']),
                       result['timed_out'])

    def close(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()
        for part in ('in', 'out', 'err'):
            try:
                os.unlink(os.path.join(self.folder, part))
            except OSError as error:
                if error.errno != errno.ENOENT:
                    raise
        os.rmdir(self.folder)


def run_program(program, mode, host):
    """Run ``program`` in ``mode``; ``host`` serves the untranslated mode."""
    if mode == UNTRANSLATED:
        return host.run(program.command(mode), program.stdin, TIMEOUT[mode])
    return run_native(program.command(mode), program.stdin, TIMEOUT[mode])


def find_programs(*folders):
    """All programs in folders below tests/, sorted by path."""
    found = []
    for folder in folders:
        for place, _, names in os.walk(os.path.join(TESTS, folder)):
            found.extend(Program(os.path.join(place, name)) for name in names
                         if name.endswith('.ruff'))
    return sorted((program for program in found if not program.is_module),
                  key=lambda program: program.path)
