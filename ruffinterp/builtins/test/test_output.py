# -*- coding: utf-8 -*-
"""builtins-data.md 3 and 29.1."""

import os

import pytest

from ruffinterp.builtins import output
from ruffinterp.builtins.test.table_calls import call, result
from ruffinterp.stdlib.console import stderr, stdout


@pytest.fixture
def written(tmpdir):
    """Gives a function that tells what has arrived in one file for both streams."""
    path = str(tmpdir.join('written'))
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0600)
    streams = [(stdout, stdout.descriptor), (stderr, stderr.descriptor)]
    for stream, _ in streams:
        stream.redirect(descriptor)

    def read():
        with open(path) as stream:
            return stream.read()
    yield read
    for stream, original in streams:
        stream.redirect(original)
    os.close(descriptor)


def test_lines(written):
    assert result('print', 'n =', 3, [1, 'b']) == 'null null'
    call('print')
    call('println', u'ä', '', None)
    call('print', 'raw "text"\n')
    call('debug', 'id', 7, {'k': [True]})
    call('debug')
    assert written() == ''
    stdout.flush()
    assert written() == ('n = 3 [1, b]\n\n\xc3\xa4  null\nraw "text"\n\n'
                         '[DEBUG] String("id") Int(7) Dict{k: Array[Bool(true)]}\n[DEBUG] \n')


def test_order_of_both_streams(written):
    call('print', 'first')
    assert result('eprint', 'second', 2) == 'null null'
    assert written() == 'first\nsecond 2\n'


def test_large_output_is_handed_on_before_the_end(written):
    call('print', 'x' * 70000)
    assert len(written()) == 70001
