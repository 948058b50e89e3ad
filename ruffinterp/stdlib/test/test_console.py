# -*- coding: utf-8 -*-
"""Decisions 20, 34 and 35, builtins-system.md 6: the standard streams."""

import fcntl
import os
import pty
import signal
import threading
import time

import pytest

from ruffinterp.builtins.test.table_calls import call, failure, result
from ruffinterp.objects.errors import ExitRequest
from ruffinterp.stdlib.console import ErrorStream, OutputStream, stderr, stdin, stdout
from ruffinterp.stdlib.descriptors import read_chunk, read_to_end


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
    stream = OutputStream(slave)
    stream.write('now')
    assert os.read(master, 100) == 'now'
    os.close(slave)
    os.close(master)


def full():
    return os.open('/dev/full', os.O_WRONLY)


def read_only():
    return os.open('/dev/null', os.O_RDONLY)


def broken_pipe():
    reader, writer = os.pipe()
    os.close(reader)
    return writer


NOT_WRITABLE = [(full, 5, 'Cannot write to standard output: No space left on device\n'),
                (read_only, 5, 'Cannot write to standard output: Bad file descriptor\n'),
                (broken_pipe, 141, '')]


@pytest.fixture
def told(tmpdir):
    """A function that gives what has been written to standard error."""
    handler = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    path = tmpdir.join('told')
    original = stderr.descriptor
    stderr.redirect(os.open(str(path), os.O_RDWR | os.O_CREAT, 0600))
    yield lambda: path.read('rb')
    os.close(stderr.descriptor)
    stderr.redirect(original)
    signal.signal(signal.SIGPIPE, handler)


@pytest.mark.parametrize('opened, status, message', NOT_WRITABLE)
def test_failed_output_ends_the_program_once(told, opened, status, message):
    stream = OutputStream(opened())
    stream.write('x')
    with pytest.raises(ExitRequest) as raised:
        stream.flush()
    assert raised.value.status == status
    stream.write('more')
    stream.flush()
    assert told() == message
    os.close(stream.descriptor)


@pytest.mark.parametrize('opened, status, message', NOT_WRITABLE)
def test_messages_arrive_although_output_fails(told, opened, status, message):
    original = stdout.descriptor
    stdout.redirect(opened())
    try:
        stdout.write('x')
        with pytest.raises(ExitRequest) as raised:
            stderr.write('reason\n')
        assert raised.value.status == status
        stderr.write('more\n')
        assert told() == message + 'reason\nmore\n'
    finally:
        os.close(stdout.descriptor)
        stdout.redirect(original)


@pytest.mark.parametrize('opened', [full, read_only, broken_pipe])
def test_failed_messages_change_nothing(told, opened):
    stream = ErrorStream(opened())
    for _ in range(2):
        stream.write('x')
        stream.tell('y')
    os.close(stream.descriptor)


def test_output_waits_for_room_in_a_pipe_that_does_not_wait():
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETFL, os.O_NONBLOCK)
    pieces = []

    def read():
        time.sleep(0.05)
        while sum(map(len, pieces)) < 200000:
            pieces.append(os.read(reader, 4096))
    thread = threading.Thread(target=read)
    thread.start()
    stream = OutputStream(writer)
    stream.write('x' * 200000)
    stream.flush()
    thread.join()
    assert ''.join(pieces) == 'x' * 200000
    os.close(reader)
    os.close(writer)


def test_input_waits_for_a_pipe_that_does_not_wait():
    reader, writer = os.pipe()
    fcntl.fcntl(reader, fcntl.F_SETFL, os.O_NONBLOCK)
    timer = threading.Timer(0.05, lambda: os.write(writer, 'late'))
    timer.start()
    assert read_chunk(reader, 10) == 'late'
    timer.join()
    os.close(writer)
    assert read_to_end(reader) == ''
    os.close(reader)
