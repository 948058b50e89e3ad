"""The programs of examples/ on small input, in every mode."""

import os
import subprocess
import tempfile

import pytest

from conftest import needs_binary, require_binary
from runner import (ADDRESS_SPACE, MODES, NATIVE_FLAGS, TESTS, UNTRANSLATED, Host, binary_path,
                    limited, read_optional, run_native, start_process)

TIMEOUT = 120
ROWS = 3000

# The log that loganalyser.ruff must not load: lines, and the memory that it may use for all of it.
LOG_LINES = 1000000
SPARE_BYTES = 48 << 20


def data(name):
    return os.path.join(TESTS, 'examples', name)


@pytest.fixture(scope='module')
def host():
    host = Host()
    yield host
    host.close()


@pytest.fixture(params=MODES)
def run(request, host):
    """A function (example, arguments, standard input) -> outcome."""
    mode = request.param
    if needs_binary(mode):
        require_binary()

    def run_example(name, arguments=(), stdin=b''):
        command = NATIVE_FLAGS.get(mode, []) + [os.path.join('examples', name)] + list(arguments)
        if mode == UNTRANSLATED:
            return host.run(command, stdin, TIMEOUT)
        return run_native(command, stdin, TIMEOUT)
    return run_example


def check(outcome, expected):
    assert outcome.err == b''
    assert outcome.out == expected
    assert outcome.exit == 0


def test_tour(run):
    check(run('tour.ruff'), read_optional(data('tour.out')))


def test_tour_is_short():
    with open(os.path.join(TESTS, os.pardir, 'examples', 'tour.ruff')) as stream:
        assert len(stream.readlines()) <= 100


def test_wordcount(run):
    check(run('wordcount.ruff', [data('wordcount.txt'), '4']), read_optional(data('wordcount.out')))


def test_wordcount_without_file(run):
    outcome = run('wordcount.ruff')
    assert (outcome.exit, outcome.out) == (2, b'')
    assert outcome.err.startswith(b'usage:')


def test_life(run):
    check(run('life.ruff'), read_optional(data('life.out')))


def test_bank(run):
    check(run('bank.ruff'), read_optional(data('bank.out')))


def test_dijkstra(run):
    check(run('dijkstra.ruff'), read_optional(data('dijkstra.out')))


def test_lru_cache(run):
    check(run('lru_cache.ruff'), read_optional(data('lru_cache.out')))


def test_matrices(run):
    check(run('matrices.ruff'), read_optional(data('matrices.out')))


def test_sales_report(run):
    check(run('sales_report.ruff'), read_optional(data('sales_report.out')))


def test_life_start(run):
    start = run('life.ruff', ['0'])
    assert start.out.splitlines()[0] == b'.#........'
    assert start.out.splitlines()[-1] == b'generation 0, 8 alive'


def test_calc(run):
    check(run('calc.ruff', (), read_optional(data('calc.in'))), read_optional(data('calc.out')))


def test_csvsum(run):
    check(run('csvsum.ruff', [data('csvsum.csv'), 'city', 'amount']),
          read_optional(data('csvsum.out')))


def test_csvsum_unknown_column(run):
    outcome = run('csvsum.ruff', [data('csvsum.csv'), 'town', 'amount'])
    assert outcome.exit == 1
    assert b"Runtime Error: no column 'town' in id, city, amount" in outcome.err


def test_csvsum_agrees_with_its_twin(run):
    made = run('csvsum.ruff', ['--make', str(ROWS)])
    assert made.exit == 0
    with tempfile.NamedTemporaryFile(suffix='.csv') as stream:
        stream.write(made.out)
        stream.flush()
        outcome = run('csvsum.ruff', [stream.name, 'city', 'amount'])
        twin = subprocess.check_output(['python3', data('csvsum_twin.py'), stream.name, 'city',
                                        'amount'])
    check(outcome, twin)


@pytest.mark.parametrize('name', ['adventure', 'adventure_dark', 'adventure_late'])
def test_adventure(run, name):
    check(run('adventure.ruff', (), read_optional(data(name + '.in'))),
          read_optional(data(name + '.out')))


def test_adventure_endings():
    endings = [read_optional(data(name + '.out')).splitlines()[-1]
               for name in ('adventure', 'adventure_dark', 'adventure_late')]
    assert endings == [
        b'*** The ship turns away: won in 20 turns. ***',
        b'*** You have lost: you stumbled about in the dark and fell. ***',
        b'*** You have lost: the ship ran upon the rocks. ***']


def test_markdown(run):
    expected = read_optional(data('markdown.html'))
    check(run('markdown.ruff', [data('markdown.md')]), expected)
    check(run('markdown.ruff', (), read_optional(data('markdown.md'))), expected)


def test_lisp(run):
    check(run('lisp.ruff', [data('lisp.lisp')]), read_optional(data('lisp.out')))


LISP_ERRORS = [
    ('(print 1)\n  (print (foo 1))', '2:11: unknown name foo'),
    ('(car 5)', '1:1: 5 is no pair'),
    ('(define (f x) (+ x "a"))\n(f 1)', '1:15: a is no number'),
    ('(define (f x) x)\n\n(f)', '3:1: f takes 1 arguments, not 0'),
    ('(print (quote', '1:8: a ( without )'),
    ('(print "abc', '1:8: a string without end'),
    ('(print 1))', '1:10: a ) too many'),
    ('(set! x 1)', '1:1: unknown name x'),
    ('(if)', '1:1: if takes 3 arguments, not 0'),
    ('(5 3)', '1:1: 5 is no function'),
    ('(/ 1 0)', '1:1: Division by zero'),
]


@pytest.mark.parametrize('program, message', LISP_ERRORS)
def test_lisp_error(run, program, message):
    with tempfile.NamedTemporaryFile(suffix='.lisp') as stream:
        stream.write(program.encode())
        stream.flush()
        outcome = run('lisp.ruff', [stream.name])
        assert outcome.err == ('%s:%s\n' % (stream.name, message)).encode()
    assert outcome.exit == 1


def test_spreadsheet(run):
    check(run('spreadsheet.ruff', [data('spreadsheet.csv')]),
          read_optional(data('spreadsheet.out')))


def test_spreadsheet_as_csv(run):
    table = run('spreadsheet.ruff', ['--csv', data('spreadsheet.csv')]).out.splitlines()
    assert table[1] == b'Tea,3.5,4,14,big'
    assert table[2] == b'"Cake, sweet",12,1,12,"Cake, sweet x1"'
    assert table[6] == b',#CYCLE!,#CYCLE!,,'
    assert table[10] == b'"say ""hi""",8,TRUE,TRUE,FALSE'


def test_loganalyser(run):
    made = run('loganalyser.ruff', ['--make', '500'])
    assert (made.exit, made.err) == (0, b'')
    with tempfile.NamedTemporaryFile(suffix='.log') as stream:
        stream.write(made.out)
        stream.flush()
        outcome = run('loganalyser.ruff', [stream.name])
        twin = subprocess.check_output(['python3', data('loganalyser_twin.py'), stream.name])
    check_report(outcome, twin)


def test_loganalyser_options_and_bad_lines(run):
    outcome = run('loganalyser.ruff', [data('loganalyser.log'), '--level', 'ERROR', '--path',
                                       '/items', '--slow', '20'])
    assert outcome.out == read_optional(data('loganalyser.out'))
    assert outcome.err.decode().replace(data(''), '') == (
        "loganalyser.log:2: expected 7 fields, found 3\n"
        "loganalyser.log:4: Cannot parse 'many' as integer\n"
        "loganalyser.log:6: a duration without unit: 12\n"
        "loganalyser.log: 4 lines could not be read\n")


def check_report(outcome, twin):
    """Everything is equal but the percentiles, which may be a little smaller."""
    assert (outcome.exit, outcome.err) == (0, b'')
    lines, expected_lines = outcome.out.splitlines(), twin.splitlines()
    assert len(lines) == len(expected_lines)
    for line, expected in zip(lines, expected_lines):
        if line.startswith(b'  p'):
            assert line.split()[0] == expected.split()[0]
            ratio = float(line.split()[1]) / float(expected.split()[1])
            assert 1 - 1.0 / 64 <= ratio <= 1
        else:
            assert line == expected


@pytest.fixture(scope='module')
def large_log():
    require_binary()
    with tempfile.NamedTemporaryFile(suffix='.log') as stream:
        subprocess.check_call([binary_path(), 'examples/loganalyser.ruff', '--make',
                               str(LOG_LINES)], stdout=stream)
        assert os.path.getsize(stream.name) > SPARE_BYTES + (8 << 20)
        yield stream.name


@pytest.mark.parametrize('mode', ['jit', 'jit-off'])
def test_loganalyser_needs_less_memory_than_its_file(large_log, mode):
    limit = address_space_of_an_idle_program() + SPARE_BYTES
    process = start_process(
        limited(ADDRESS_SPACE, limit, [binary_path()] + NATIVE_FLAGS[mode] + [
            'examples/loganalyser.ruff', large_log]),
        stdout=subprocess.PIPE)
    out = process.communicate()[0]
    assert process.returncode == 0
    assert out.startswith(b'%d requests from ' % LOG_LINES)


def address_space_of_an_idle_program():
    program = 'for line in file_lines("/proc/self/status") { print(line) }'
    status = subprocess.check_output([binary_path(), '-e', program]).decode()
    [peak] = [line for line in status.splitlines() if line.startswith('VmPeak:')]
    return int(peak.split()[1]) << 10


@pytest.mark.parametrize('arguments, twin_arguments', [
    (['12', '9', '--limit', '30'], ['12', '9', '-0.5', '0', '3', '30', '1']),
    (['7', '5', '--centre', '-0.7435,0.1314', '--scale', '0.002', '--limit', '90', '--samples',
      '2'], ['7', '5', '-0.7435', '0.1314', '0.002', '90', '2']),
])
def test_mandelbrot_agrees_with_its_twin(run, arguments, twin_arguments):
    twin = subprocess.check_output(['python3', data('mandelbrot_twin.py')] + twin_arguments)
    check(run('mandelbrot.ruff', arguments), twin)


def test_mandelbrot_as_text(run):
    lines = run('mandelbrot.ruff', ['9', '3', '--limit', '20', '--text', 'yes']).out.splitlines()
    assert [len(line) for line in lines] == [9, 9, 9]
    assert lines[0] == lines[2]
    assert lines[1][5:6] == b'@'


@pytest.mark.parametrize('name, arguments', [
    ('adventure', ['now']), ('markdown', ['a', 'b']), ('lisp', []), ('spreadsheet', []),
    ('loganalyser', []), ('loganalyser', ['log', '--colour', 'red']), ('mandelbrot', ['10']),
    ('mandelbrot', ['10', 'x']), ('mandelbrot', ['10', '10', '--palette', 'none']),
])
def test_usage(run, name, arguments):
    outcome = run(name + '.ruff', arguments)
    assert (outcome.exit, outcome.out) == (2, b'')
    assert b'usage: %s.ruff' % name.encode() in outcome.err
