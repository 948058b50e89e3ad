"""Stack limits, interruption, big and strange sources."""

import os
import signal
import subprocess
import tempfile
import time

import pytest

from runner import (ADDRESS_SPACE, NATIVE_FLAGS, STACK, binary_path, communicate, explain,
                    find_programs, limited, mismatches, start_process)

MEGABYTE = 1 << 20
HARD_STACK = 8 * MEGABYTE
TIMEOUT = 90
ATTEMPTS = 3
INTERRUPTED = 130


def with_hard_stack_limit(arguments):
    return limited(STACK, HARD_STACK, [binary_path()] + arguments)


def name_of(program):
    return os.path.basename(program.name)


@pytest.mark.parametrize('mode', sorted(NATIVE_FLAGS))
@pytest.mark.parametrize('program', find_programs('limits'), ids=name_of)
def test_under_a_hard_stack_limit(program, mode, binary):
    outcome = communicate(with_hard_stack_limit(program.command(mode)), program.stdin, TIMEOUT)
    found = mismatches(program, outcome)
    if found:
        pytest.fail(explain(program, mode, outcome, found), pytrace=False)


# ---- little memory (decision 36)

GROWING = 'a := []\nloop { a := push(a, "${len(a)} some text of its own") }'
CATCHING = 'n := 0\nwhile n < 20 { try { x := repeat("x", 2000000000) } except e { n := n + 1 } }\nprint(n)'


def run_with_address_space(command, megabytes):
    return communicate(limited(ADDRESS_SPACE, megabytes * MEGABYTE, command), b'', TIMEOUT)


@pytest.mark.parametrize('megabytes', [30, 60, 100, 150, 200, 250, 300, 400])
def test_a_small_address_space_is_no_crash(megabytes, binary):
    outcome = run_with_address_space([binary, '-e', 'print(1)'], megabytes)
    if outcome.exit == 1:
        assert megabytes < 200
        assert b'Out of memory' in outcome.err
    else:
        assert (outcome.exit, outcome.out, outcome.err) == (0, b'1\n', b'')


@pytest.mark.parametrize('mode', sorted(NATIVE_FLAGS))
@pytest.mark.parametrize('megabytes', [300, 340, 512])
def test_a_program_that_wants_all_memory_is_told(megabytes, mode, binary):
    outcome = run_with_address_space([binary] + NATIVE_FLAGS[mode] + ['-e', GROWING], megabytes)
    assert outcome.exit == 1
    assert b'emory' in outcome.err and b'traceback' not in outcome.err


@pytest.mark.parametrize('mode', sorted(NATIVE_FLAGS))
def test_a_request_for_too_much_can_be_caught_again_and_again(mode, binary):
    outcome = run_with_address_space([binary] + NATIVE_FLAGS[mode] + ['-e', CATCHING], 512)
    assert (outcome.exit, outcome.out, outcome.err) == (0, b'20\n', b'')


# ---- Ctrl-C

LOOPS = {
    'while': 'while true { }',
    'loop_with_work': 'x := 0\nloop { x := x + 1 }',
    'loop_with_big_integers': 'x := 1\nloop { x := x * 3 + 1; if x > 100000000000000000000000 { x := 1 } }',
    'for_range': 'for i in range(1000000000000) { }',
    'for_int': 'for i in 1000000000000 { }',
    'recursion': 'func f(n) { if n == 0 { return 0 } return f(n - 1) + f(n - 1) }\nf(200)',
    'function_loop': 'func f() { n := 0; while true { n := n + 1 } }\nf()',
    'callback': 'map(range(1000000000), func(x) { while true { } })',
    # Slow enough not to be copying hundreds of megabytes when the signal comes.
    'map_over_range': 'map(range(100000000000), func(x) { return len("${x} ${x + 1} ${x + 2}") })',
    'inside_try': 'while true { try { while true { } } except e { } }',
    'inside_except': 'try { throw("x") } except e { while true { } }',
    'sum_of_range': 'while true { sum(range(100000000)) }',
    'sleep': 'sleep(100000)',
    'input': 'input()',
    'strings': 's := ""\nloop { s := s + "x"; if len(s) > 1000 { s := "" } }',
    'exceptions': 'loop { try { throw("x") } except e { } }',
}


def interrupt(binary, source, mode):
    """(seconds from the signal to the end, exit code, standard error)."""
    command = [binary] + NATIVE_FLAGS[mode] + ['-e', 'eprint("ready")\n' + source]
    process = start_process(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)
    try:
        assert process.stderr.readline() == b'ready\n'
        time.sleep(0.3)
        start = time.time()
        process.send_signal(signal.SIGINT)
        while process.poll() is None and time.time() - start < 5:
            time.sleep(0.001)
        elapsed = time.time() - start
    finally:
        if process.poll() is None:
            process.kill()
        _, err = process.communicate()
    return elapsed, process.returncode, err


@pytest.mark.parametrize('mode', ['jit', 'jit-off'])
@pytest.mark.parametrize('loop', sorted(LOOPS))
def test_interrupt_stops_any_loop(loop, mode, binary):
    best = None
    for _ in range(ATTEMPTS):
        elapsed, code, err = interrupt(binary, LOOPS[loop], mode)
        assert code == INTERRUPTED, err
        assert b'Traceback' not in err
        best = elapsed if best is None else min(best, elapsed)
    assert best < 0.1


# Work that looks for no interrupt; each takes minutes.
DEAF_WORK = {
    'multiplication': 'print("before")\nx := 3\nfor i in 30 { x := x * x }\nprint(x % 7)',
    'text_of_an_int': 'print("before")\nprint(len("${pow(3, 20000000)}"))',
}


@pytest.mark.parametrize('work', sorted(DEAF_WORK))
def test_interrupt_ends_what_does_not_look_for_it(work, binary):
    elapsed, code, err = interrupt(binary, DEAF_WORK[work], 'jit')
    assert code == INTERRUPTED, err
    assert err == b''
    assert elapsed < 0.6


def test_interrupt_loses_no_output(binary):
    command = [binary, '-e', DEAF_WORK['multiplication']]
    process = start_process(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate()
    assert (out, process.returncode) == (b'before\n', INTERRUPTED)


# ---- sources

def lines_of_code(count):
    parts = []
    for number in range(count // 10):
        parts.append('func work_%d(a, b) {\n    total := a + b * %d\n    for i in 10 {\n'
                     '        if i %% 2 == 0 {\n            total := total + i\n        }\n    }\n'
                     '    return [total, "text ${a}"]\n}\n# end\n' % (number, number))
    return ''.join(parts)


def written(text):
    handle, path = tempfile.mkstemp('.ruff')
    with os.fdopen(handle, 'wb') as stream:
        stream.write(text)
    return path


def test_large_source_compiles_within_a_second(binary):
    path = written(lines_of_code(100000) + 'print(work_7(1, 2)[0])\n')
    best = None
    try:
        for _ in range(ATTEMPTS):
            start = time.time()
            outcome = communicate([binary, path], b'', TIMEOUT)
            elapsed = time.time() - start
            assert outcome.out == b'35\n', outcome.err
            best = elapsed if best is None else min(best, elapsed)
    finally:
        os.unlink(path)
    assert best < 1.0


def nest(opening, inner, closing, count):
    return opening * count + inner + closing * count


STRANGE = {
    'parentheses': 'x := ' + nest('(', '1', ')', 100000),
    'arrays': 'x := ' + nest('[', '', ']', 100000),
    'dicts': 'x := ' + nest('{"k": ', '1', '}', 50000),
    'blocks': nest('if true { ', '', ' }', 50000),
    'functions': nest('func f() { ', '', ' }', 20000),
    'lambdas': 'x := ' + nest('func() { return ', '1', ' }', 20000),
    'unary': 'x := ' + '-' * 100000 + '1',
    'not': 'x := ' + '!' * 100000 + 'true',
    'sum': 'x := ' + '1 + ' * 100000 + '1',
    'calls': 'f := 1\nx := f' + '()' * 100000,
    'fields': 'x := {}\ny := x' + '?.a' * 100000,
    'else_if': 'if false { }' + ' else if false { }' * 20000,
    'interpolations': 'x := ' + nest('"${', '1', '}"', 5000),
    'tries': nest('try { ', 'x := 1', ' } except e { }', 20000),
    'loops': nest('while false { ', '', ' }', 20000),
    'patterns': nest('[', 'a', ']', 50000) + ' := 1',
    'unclosed': '(' * 100000,
    'unopened': ')' * 100000,
    'long_name': 'a' * 1000000 + ' := 1',
    'long_string': 'x := "' + 'a' * 3000000 + '"',
    'long_number': 'x := ' + '9' * 100000,
    'long_line_of_statements': 'x := 1; ' * 50000,
    'bytes': ''.join(chr(number) for number in range(256)) * 100,
    'nul': 'x := 1\0',
    'broken_utf8': 'x := "\xff\xfe"',
    'truncated_utf8': 'print("\xe2\x98',
}
# A value, a diagnostic or an unreadable file; a crash is none of these.
ACCEPTED = (0, 1, 3, 5)


@pytest.mark.parametrize('case', sorted(STRANGE))
def test_strange_source_is_run_or_refused(case, binary):
    path = written(STRANGE[case])
    try:
        outcome = communicate(with_hard_stack_limit([path]), b'', TIMEOUT)
    finally:
        os.unlink(path)
    assert not outcome.timed_out
    assert outcome.exit in ACCEPTED, outcome.err[-2000:]
    assert b'Traceback' not in outcome.err and b'RPython' not in outcome.err
    assert (outcome.exit == 0) == (outcome.err == b''), outcome.err[:2000]
    assert len(outcome.err) < 100 * MEGABYTE


# ---- memory (decision 36)

ADDRESS_SPACE_MEGABYTES = 512
OUT_OF_MEMORY = b'Out of memory'

# One request that is too large: an error that the program can catch.
REQUESTS = {
    'repeat': 'repeat("abcdefgh", 200000000)',
    'range': 'push(range(100000000), 1)',
    'join': 'join([s, s, s, s], s)',
    'concatenation': 'a := s + s\nb := a + a\nc := b + b\nd := c + c',
    'replace': 'replace(s, "a", "aaaaaaaaaa")',
    'pad': 'pad_left("x", 2000000000, "y")',
    'shift': 'bit_shl(1, 2147483647) * bit_shl(1, 2147483)',
    'growing_array': 'a := []\nloop { a := push(a, 1) }',
    'growing_string': 't := ""\nloop { t := t + "0123456789" }',
    'collect': 'range(1000000000).map(func(x) { return x }).collect()',
    'map': 'map(range(1000000000), func(x) { return x })',
}
# Many small ones, or such as are large only together: the program may end, but says so and has its output.
GROWTH = {
    'interpolation': 's := repeat("a", 50000000)\na := "${s}${s}${s}${s}"\nb := "${a}${a}"\nprint(len(b))',
    'split': 's := repeat("a", 50000000)\nsplit(s, "")',
    'upper': 's := repeat("a", 50000000)\na := [upper(s), lower(s), upper(s), str_reverse(s), upper(s), lower(s)]',
    'doubling_array': 'a := [1]\nloop { a := concat(a, a) }',
    'set': 'Set(range(1000000000))',
    'spread': 'a := [1]\nloop { a := [...a, ...a] }',
    'growing_dict': 'd := {}\ni := 0\nloop { d["k${i}"] := i\ni += 1 }',
    'linked': 'a := []\nloop { a := [a, 1] }',
    'structs': 'struct S { a: any, b: any }\ns := null\nloop { s := S { a: s, b: 1 } }',
    'closures': 'f := null\nloop { let g := f\nf := func() { return g } }',
    'strings': 'a := []\ni := 0\nloop { a := push(a, "text number ${i} of many")\ni += 1 }',
    'arrays': 'a := []\nloop { a := push(a, [1, 2, 3, 4, 5, 6, 7, 8]) }',
    'generators': 'func* g(n) { yield n }\na := []\nloop { a := push(a, g(1)) }',
    'channel': 'ch := channel()\nloop { ch.send([1, 2, 3]) }',
    'queue': 'q := Queue([])\nloop { q := queue_enqueue(q, "x${queue_size(q)}") }',
    'shared': 'i := 0\nloop { shared_set("k${i}", [i])\ni += 1 }',
}


def run_in_little_memory(source, mode):
    outcome = run_with_address_space(
        with_hard_stack_limit(NATIVE_FLAGS[mode] + ['-e', source]), ADDRESS_SPACE_MEGABYTES)
    assert not outcome.timed_out
    assert b'RPython' not in outcome.err and b'Traceback' not in outcome.err, outcome.err
    return outcome


@pytest.mark.parametrize('mode', sorted(NATIVE_FLAGS))
@pytest.mark.parametrize('case', sorted(REQUESTS))
def test_a_request_that_is_too_large_is_catchable(case, mode, binary):
    source = ('s := repeat("a", 50000000)\nprint("before")\ntry {\n%s\nprint("fits")\n'
              '} except e { print(e.message) }\nprint("after")' % REQUESTS[case])
    outcome = run_in_little_memory(source, mode)
    assert outcome.exit == 0, outcome.err
    assert outcome.out.splitlines()[1:] in (
        [OUT_OF_MEMORY, b'after'], [b'Integer out of range', b'after'])


@pytest.mark.parametrize('mode', sorted(NATIVE_FLAGS))
@pytest.mark.parametrize('case', sorted(GROWTH))
def test_growth_without_end_is_diagnosed(case, mode, binary):
    source = ('print("before")\ntry {\n%s\n} except e { print(e.message) }\nprint("after")'
              % GROWTH[case])
    outcome = run_in_little_memory(source, mode)
    lines = outcome.out.splitlines()
    if outcome.exit == 0:
        assert lines == [b'before', OUT_OF_MEMORY, b'after']
    else:
        assert (outcome.exit, lines) == (1, [b'before'])
        assert outcome.err == b'Runtime Error: Out of memory\n\n'
