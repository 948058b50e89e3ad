"""What the JIT compiler cannot compile costs a trace, not the program, and not much time."""

import os
import re
import tempfile

import pytest

from runner import communicate

TIMEOUT = 90
ATTEMPTS = 3
CHAIN_TOTAL = b'3015000\n'


def written(text):
    handle, path = tempfile.mkstemp('.ruff')
    with os.fdopen(handle, 'wb') as stream:
        stream.write(text)
    return path


@pytest.mark.parametrize('count', [33000, 100000])
def test_a_function_with_more_variables_than_a_trace_can_name(binary, count):
    """They fit neither what the release notes about the exits of a trace nor a new trace."""
    names = ['v%d' % number for number in range(count)]
    source = 'func f(n) {\n    s := 0\n%s    for i in n { s := s + i if i %% 3 == 0 { s := s + 1 } }\n    return s + %s\n}\n' \
        'print(f(20000))\n' % (''.join('    %s := 0\n' % name for name in names), names[-1])
    path = written(source)
    try:
        result = communicate(['env', 'PYPYLOG=jit:%s.log' % path, binary, path], b'', TIMEOUT)
        with open(path + '.log') as log:
            faults = re.findall(r'compiler faults: *\t(\d+)', log.read())
    finally:
        for name in (path, path + '.log'):
            if os.path.exists(name):
                os.unlink(name)
    assert (result.exit, result.out, result.err) == (0, b'199996667\n', b'')
    assert int(faults[0]) < 20


def processor_seconds(command):
    result = communicate(command, b'', TIMEOUT)
    assert (result.exit, result.out, result.err) == (0, CHAIN_TOTAL, b'')
    return result.processor_seconds


def test_functions_that_call_each_other_cost_little_to_trace(binary):
    """5,000 functions in a chain: each trace gets too long."""
    count = 5000
    parts = ['func g%d(n) { if n <= 0 { return %d }\n  return g%d(n - 1) + 1 }\n' % (
        number, number % 7, (number + 1) % count) for number in range(count)]
    parts.append('total := 0\nfor i in 1500 { total := total + g0(1000) + g2000(1000) }\nprint(total)\n')
    path = written(''.join(parts))
    try:
        ratios = []
        for _ in range(ATTEMPTS):
            without = processor_seconds([binary, '--jit', 'off', path])
            ratios.append((processor_seconds([binary, path]) - 0.05) / without)
    finally:
        os.unlink(path)
    assert min(ratios) < 1.3
