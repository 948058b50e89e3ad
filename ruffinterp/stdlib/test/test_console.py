# -*- coding: utf-8 -*-
"""Decisions 20, 34 and 35, builtins-system.md 6: the standard streams."""

import os
import pty
import signal

import pytest

from ruffinterp.builtins.test.table_calls import call, failure, result
from ruffinterp.objects.errors import ExitRequest, RuffError
from ruffinterp.stdlib import console
from ruffinterp.stdlib.console import OutputStream, stdin, stdout


@pytest.fixture
def typed(tmpdir):
    """Gives a function that makes a text standard input; standard output goes to a file."""
    opened = []
    original = stdout.descriptor
    output = os.open(str(tmpdir.join('output')), os.O_RDWR | os.O_CREAT, 0600)
    opened.append(output)
    stdout.redirect(output)

    def provide(text):
        path = tmpdir.join('input%d' % len(opened))
        path.write(text, 'wb')
        opened.append(os.open(str(path), os.O_RDONLY))
        stdin.__init__(opened[-1])
        return lambda: tmpdir.join('output').read('rb')
    yield provide
    stdout.redirect(original)
    stdin.__init__(0)
    for descriptor in opened:
        os.close(descriptor)


def test_input(typed):
    read_output = typed('one\n two \t\r\n\n\xff\n\xc3\xa4\xe3\x80\x80\nlast')
    call_results = [result('input', '> ') for _ in range(8)]
    assert call_results == [
        'string one', 'string  two', 'string ', 'string ', 'string \xc3\xa4', 'string last',
        'null null', 'null null']
    stdout.flush()
    assert read_output() == '> ' * 8


def test_output_is_shown_before_waiting(typed):
    read_output = typed('a\n')
    stdout.write('question')
    assert read_output() == ''
    assert result('input') == 'string a'
    assert read_output() == 'question'


def test_long_lines(typed):
    typed('x' * 200000 + '\n' + 'y' * 70000)
    assert call('input').length() == 200000
    assert call('input').length() == 70000
    assert result('input') == 'null null'


def test_end_of_input_is_final(typed):
    typed('')
    assert result('input') == 'null null'
    assert result('input') == 'null null'


def test_unreadable_input(typed, tmpdir):
    typed('')
    stdin.__init__(os.open(str(tmpdir), os.O_RDONLY))
    assert result('input') == 'null null'
    os.close(stdin.descriptor)


def test_input_errors():
    assert failure('input', 1) == 'input() requires a string prompt when provided'
    assert failure('input', 'a', 'b') == 'input expects 0 to 1 arguments, got 2'


def test_terminal_is_not_buffered():
    master, slave = pty.openpty()
    stream = OutputStream(slave, 'terminal')
    stream.write('now')
    assert os.read(master, 100) == 'now'
    os.close(slave)
    os.close(master)


def test_broken_pipe_ends_the_program_quietly():
    handler = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        reader, writer = os.pipe()
        os.close(reader)
        stream = OutputStream(writer, 'pipe')
        stream.write('x')
        with pytest.raises(ExitRequest) as raised:
            stream.flush()
        assert raised.value.status == 141
        stream.write('more')
        stream.flush()
        os.close(writer)
    finally:
        signal.signal(signal.SIGPIPE, handler)


def test_failed_output_is_reported_once():
    descriptor = os.open('/dev/full', os.O_WRONLY)
    stream = OutputStream(descriptor, 'standard output')
    stream.write('x')
    with pytest.raises(RuffError) as raised:
        stream.flush()
    assert raised.value.message == (
        'Cannot write to standard output: No space left on device (os error 28)')
    stream.flush()
    os.close(descriptor)
