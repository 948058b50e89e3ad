"""``--jit``: its parameters at both ends of their range, and what it refuses."""

import pytest

from runner import run_native
from ruffinterp.vm.jit import USER_PARAMETERS

TIMEOUT = 60

# Loops, recursion, calls, branches that change, and errors that compiled code leaves.
PROGRAM = '''
func fib(n) { if n < 2 { return n } return fib(n - 1) + fib(n - 2) }
func third(x) { if x % 3 == 0 { throw("three") } return x }
func total(items) {
    sum := 0
    for x in items { try { sum += third(x) } except e { sum += len(e.message) } }
    return sum
}
items := []
for i in 3000 { items = push(items, i) }
text := ""
for i in 500 { text = text + to_string(i) }
print(fib(15), total(items), len(text))
'''
RESULT = b'610 3005000 1390\n'
EAGER = 'threshold=2,function_threshold=2,trace_eagerness=1'

VALUES = [value for parameter in USER_PARAMETERS
          for value in ('%s=%d' % (parameter.name, parameter.smallest),
                        '%s=%d' % (parameter.name, parameter.largest))]


def run(*arguments):
    return run_native(list(arguments), b'', TIMEOUT)


@pytest.mark.parametrize('value', ['off', 'default'] + VALUES)
def test_accepted_values(binary, value):
    outcome = run('--jit', EAGER, '--jit', value, '-e', PROGRAM)
    assert (outcome.exit, outcome.err, outcome.out) == (0, b'', RESULT)


def test_values_follow_each_other(binary):
    assert run('--jit', ' , '.join(VALUES), '-e', 'print(1)').out == b'1\n'


REFUSED = ['', ',', '=', '=3', 'nonsense', 'off,threshold=3', 'Off', 'threshold', 'threshold=',
           'threshold=x', 'threshold=-1', 'threshold=+1', 'threshold=1.5', 'threshold= 3',
           'threshold=99999999999999999999', 'threshold=3,', 'threshold=3=4', 'vec=1', 'vec_all=1',
           'vec_cost=1', 'retrace_limit=5', 'max_retrace_guards=1', 'max_unroll_loops=1',
           'disable_unrolling=1', 'enable_opts=all', 'enable_opts=', 'enable_opts=intbounds']
REFUSED += ['%s=%d' % (parameter.name, value) for parameter in USER_PARAMETERS
            for value in (parameter.smallest - 1, parameter.largest + 1)]


@pytest.mark.parametrize('value', REFUSED)
def test_refused_values(binary, value):
    outcome = run('--jit', value, '-e', 'print(1)')
    assert (outcome.exit, outcome.out) == (2, b'')
    assert outcome.err.startswith(
        ("error: invalid value '%s' for '--jit <OPTIONS>': " % value).encode())
    assert b'Usage: ' in outcome.err


def test_help_and_refusals_list_the_parameters(binary):
    texts = [run('--help').out, run('run', '--help').out, run('--jit', 'nonsense=1').err]
    for text in texts:
        for parameter in USER_PARAMETERS:
            assert parameter.name.encode() in text
    assert b"tip: a similar parameter exists: 'threshold'" in run('--jit', 'treshold=1').err
