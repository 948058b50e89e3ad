"""builtins-system.md 5.1, 5.2, 6 and 7."""

import os
import time

import pytest

from ruffinterp.builtins.test.table_calls import call, failure, result, wrap
from ruffinterp.objects.errors import ExitRequest
from ruffinterp.stdlib import clocks
from ruffinterp.vm import scheduler
from ruffinterp.stdlib.process import program_arguments


def test_arguments():
    assert result('args') == 'array []'
    program_arguments.replace(['a', '', '--x', '\xff'])
    try:
        assert result('args') == 'array [a, , --x, \xef\xbf\xbd]'
    finally:
        program_arguments.replace([])


@pytest.mark.parametrize('arguments, status', [
    ([], 0), ([3], 3), ([256 + 7], 7), ([-1], 255), ([2.9], 2), ([float('nan')], 0)])
def test_exit(arguments, status):
    with pytest.raises(ExitRequest) as raised:
        call('exit', *arguments)
    assert raised.value.status == status


def test_environment():
    os.environ['RUFF_TEST_NAME'] = 'value'
    os.environ['RUFF_TEST_BYTES'] = '\xff'
    try:
        assert result('env', 'RUFF_TEST_NAME') == 'string value'
        assert result('env', 'RUFF_TEST_BYTES') == 'string '
        assert result('env', 'RUFF_TEST_MISSING') == 'string '
        assert result('env', '') == 'string '
    finally:
        del os.environ['RUFF_TEST_NAME']
        del os.environ['RUFF_TEST_BYTES']


def test_sleep():
    start = time.time()
    assert result('sleep', 120) == 'int 0'
    assert 0.119 <= time.time() - start < 1.0
    start = time.time()
    for duration in [0, 0.9, -0.0, float('nan')]:
        assert result('sleep', duration) == 'int 0'
    assert time.time() - start < 1.0


def test_sleep_can_be_interrupted(monkeypatch):
    class Stopped(Exception):
        pass
    polls = []

    def stop_at_the_third():
        polls.append(time.time())
        if len(polls) == 3:
            raise Stopped
    monkeypatch.setattr(scheduler, 'poll_now', stop_at_the_third)
    with pytest.raises(Stopped):
        call('sleep', float('inf'))
    assert polls[-1] - polls[0] < 0.5


def test_clocks():
    first = call('performance_now').value
    time.sleep(0.02)
    second = call('performance_now').value
    assert first >= 0.0
    assert 20.0 <= second - first < 1000.0
    assert abs(call('current_timestamp').value - time.time() * 1000) < 1000
    assert result('time').startswith('int 1')


@pytest.mark.parametrize('name, arguments, message', [
    ('args', [1], 'args() expects 0 arguments, got 1'),
    ('exit', ['1'], 'exit() requires a numeric exit code when provided'),
    ('exit', [True], 'exit() requires a numeric exit code when provided'),
    ('exit', [1, 2], 'exit expects 0 to 1 arguments, got 2'),
    ('exit', [2 ** 70], 'Integer out of range: %d' % 2 ** 70),
    ('env', [], 'env() expects 1 argument (variable name), got 0'),
    ('env', [1], 'env requires a string argument (variable name)'),
    ('env', ['a\x00'], 'env argument contains NUL byte'),
    ('sleep', [], 'sleep() expects 1 argument'),
    ('sleep', ['1'], 'sleep() requires a number argument'),
    ('sleep', [-1], 'sleep() requires non-negative milliseconds'),
    ('sleep', [-0.5], 'sleep() requires non-negative milliseconds'),
    ('sleep', [-2 ** 70], 'sleep() requires non-negative milliseconds'),
    ('sleep', [2 ** 70], 'Integer out of range: %d' % 2 ** 70),
    ('performance_now', [1], 'performance_now() expects 0 arguments, got 1'),
    ('current_timestamp', [1], 'current_timestamp() expects 0 arguments, got 1'),
])
def test_errors(name, arguments, message):
    assert failure(name, *arguments) == message
