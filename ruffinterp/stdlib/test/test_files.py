# -*- coding: utf-8 -*-
"""builtins-system.md 2 and 19.3, decision 35."""

import gc
import os
import resource

import pytest

from ruffinterp.builtins.test.table_calls import call, failure, result, shown
from ruffinterp.builtins.value_formatting import display_text
from ruffinterp.stdlib import files
from ruffinterp.stdlib.descriptors import CHUNK


@pytest.fixture
def path(tmpdir):
    return str(tmpdir.join('file.txt'))


def make(path, data):
    with open(path, 'wb') as stream:
        stream.write(data)


def lines_of(path):
    w_iterator = call('file_lines', path)
    texts = []
    while True:
        w_line = w_iterator.next_item()
        if w_line is None:
            assert w_iterator.next_item() is None
            return texts
        texts.append(w_line.text())


def test_write_and_read(path):
    assert result('write_file', path, u'zeile ä\nzwei') == 'bool true'
    assert result('read_file', path) == 'string zeile \xc3\xa4\nzwei'
    assert result('write_file', path, '') == 'bool true'
    assert result('read_file', path) == 'string '
    assert result('write_file', path, 'x', True) == 'bool true'
    assert failure('write_file', path, 'y', False) == (
        "Cannot write file '%s': file already exists (pass overwrite=true to replace it)" % path)
    assert shown('read_file', path) == 'x'
    os.unlink(path)
    assert result('write_file', path, 'y', False) == 'bool true'


def test_large_file(path):
    text = 'abcdefg\n' * 400000
    assert result('write_file', path, text) == 'bool true'
    assert shown('read_file', path) == text
    assert call('read_lines', path).length() == 400000


def test_file_without_a_size():
    assert shown('read_file', '/proc/self/status').startswith('Name:')


@pytest.mark.parametrize('data, lines', [
    ('', []), ('\n', ['']), ('a', ['a']), ('a\n', ['a']), ('a\r\nb\r\n\r\n', ['a', 'b', '']),
    ('a\rb\n', ['a\rb']), ('a\r\r\n', ['a\r']), ('\n\nx', ['', '', 'x']), ('x\r', ['x'])])
def test_lines(path, data, lines):
    make(path, data)
    assert lines_of(path) == lines
    w_array = call('read_lines', path)
    assert [display_text(w_item) for w_item in w_array.items_w()] == lines


@pytest.mark.parametrize('shift', [-2, -1, 0, 1, 2])
def test_lines_across_chunks(path, shift):
    lines = ['x' * (CHUNK + shift), 'y', '', 'z' * (3 * CHUNK + shift), 'end']
    make(path, '\r\n'.join(lines))
    assert lines_of(path) == lines
    make(path, '\n'.join(lines) + '\n')
    assert lines_of(path) == lines


def test_invalid_text(path):
    make(path, 'a\xffb\n\xe2\x82\n')
    assert lines_of(path) == ['a\xef\xbf\xbdb', '\xef\xbf\xbd']
    message = "Cannot read file '%s': stream did not contain valid UTF-8" % path
    assert failure('read_file', path) == message
    assert failure('read_lines', path) == message


def test_iterator_is_a_value(path):
    make(path, 'a\n')
    w_iterator = call('file_lines', path)
    assert w_iterator.type_name() == 'iterator'
    assert display_text(w_iterator) == '<iterator>'
    assert w_iterator.equals(w_iterator)
    assert not w_iterator.equals(call('file_lines', path))


def test_lines_are_read_as_they_are_asked_for(path):
    make(path, 'a\n' * CHUNK)
    w_iterator = call('file_lines', path)
    assert w_iterator.next_item().text() == 'a'
    assert len(w_iterator.reader.chunk) == CHUNK


def test_descriptors_are_given_back(path):
    make(path, 'a\n' * CHUNK)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
    try:
        for _ in range(200):
            assert call('file_lines', path).next_item().text() == 'a'
            # A cycle is freed by a collection only, as everything is in the translated program.
            cycle = [call('file_lines', path)]
            cycle.append(cycle)
            assert len(call('read_file', path).text()) == 2 * CHUNK
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        gc.collect()


def test_descriptors_are_closed_on_exec(path):
    make(path, 'a\n' * CHUNK)
    w_iterator = call('file_lines', path)
    import fcntl
    assert fcntl.fcntl(w_iterator.reader.descriptor, fcntl.F_GETFD) & fcntl.FD_CLOEXEC


MISSING = 'No such file or directory (os error 2)'


@pytest.mark.parametrize('name, arguments, message', [
    ('read_file', ['/nowhere/x'], "Cannot read file '/nowhere/x': " + MISSING),
    ('read_lines', ['/nowhere/x'], "Cannot read file '/nowhere/x': " + MISSING),
    ('file_lines', ['/nowhere/x'], "Cannot read file '/nowhere/x': " + MISSING),
    ('read_file', ['/'], "Cannot read file '/': Is a directory (os error 21)"),
    ('file_lines', ['/'], "Cannot read file '/': Is a directory (os error 21)"),
    ('read_file', [''], "Cannot read file '': " + MISSING),
    ('read_file', ['a\x00b'], 'read_file argument contains NUL byte'),
    ('read_lines', ['a\x00b'], 'read_lines argument contains NUL byte'),
    ('file_lines', ['a\x00b'], 'file_lines argument contains NUL byte'),
    ('write_file', ['a\x00b', ''], 'write_file argument contains NUL byte'),
    ('write_file', ['/nowhere/x', ''], "Cannot write file '/nowhere/x': " + MISSING),
    ('write_file', ['/', ''], "Cannot write file '/': Is a directory (os error 21)"),
    ('write_file', ['/dev/full', 'x'],
     "Cannot write file '/dev/full': No space left on device (os error 28)"),
    ('read_file', [1], 'read_file requires a string path argument'),
    ('read_file', [], 'read_file requires a string path argument'),
    ('read_lines', ['a', 'b'], 'read_lines requires a string path argument'),
    ('file_lines', [None], 'file_lines() requires a string path argument'),
    ('write_file', ['x'], 'write_file requires two arguments: path and content'),
    ('write_file', ['x', 1], 'write_file requires string arguments'),
    ('write_file', ['x', 'y', 1], 'write_file optional overwrite flag must be a bool'),
    ('write_file', ['x', 'y', True, 1],
     'write_file requires 2 or 3 arguments: path, content, [overwrite]'),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message
