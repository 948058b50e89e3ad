"""``ruff test-run``: the tests of a program (language.md 13, tooling.md 6, decision 24)."""

from rpython.rlib.rstackovf import StackOverflow

from ruffinterp.cli.colors import stdout_color
from ruffinterp.cli.option_parser import FileArguments, Switch
from ruffinterp.cli.reporters import human_reporter
from ruffinterp.diagnostics.source_frame import BOLD, paint
from ruffinterp.cli.run import OK, Job, loader, perform_file
from ruffinterp.compiler.testing import compile_tests
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.promise import rejection_text, unhandled
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.snapshot import Snapshot
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct
from ruffinterp.stdlib.console import stdout
from ruffinterp.stdlib.process import program_arguments
from ruffinterp.syntax.parser import parse
from ruffinterp.vm.clock import NANOSECONDS_PER_MILLISECOND, monotonic_nanoseconds
from ruffinterp.vm.interpreter import run_code
from ruffinterp.vm.interrupts import overflow_outside

# Exit status: a test has failed, or there is none.
TESTS_FAILED = 1

TEST_RUN_USAGE = 'test-run [OPTIONS] <FILE>'

TEST_RUN_HELP = """Run tests defined with the test framework

Usage: ruff test-run [OPTIONS] <FILE>

Arguments:
  <FILE>  Program with the tests; its top level runs once before them

Options:
  -v, --verbose  List the tests that passed too, with the names of their groups
  -h, --help     Print help
"""

SWITCHES = [Switch('verbose', 'v')]

LINE = '=' * 60 + '\n'
GREEN = '\x1b[32m'
RED = '\x1b[31m'


class Result(object):
    """What became of a test.  ``message``: why it failed; ``nanoseconds``: how long it took."""

    def __init__(self, test, failed, message, nanoseconds):
        self.test = test
        self.failed = failed
        self.message = message
        self.nanoseconds = nanoseconds


class TestRunJob(Job):
    """Run the top level and then each test."""

    def __init__(self, verbose):
        Job.__init__(self, human_reporter)
        self.verbose = verbose

    def perform(self, source):
        module = loader.main_module()
        program = compile_tests(parse(source), source, module)
        if len(program.tests) == 0:
            stdout.write('No tests found in %s\n' % source.name)
            return TESTS_FAILED
        run_code(program.code)
        # A test may still await what the top level has begun.
        rejections = unhandled.set_aside()
        snapshot = Snapshot(module.cells.values())
        results = []
        for test in program.tests:
            snapshot.restore()
            results.append(run_test(test))
        unhandled.put_back(rejections)
        stdout.write(report(results, self.verbose, stdout_color()))
        if count_failed(results) > 0:
            return TESTS_FAILED
        return OK


def run_test(test):
    """Run a CompiledTest; returns its Result.  Raises what ends the whole program."""
    start = monotonic_nanoseconds()
    failed = True
    message = ''
    try:
        failed, message = outcome(test, run_code(test.code))
    except RuffError as error:
        message = error.message
    except StackOverflow:
        message = overflow_outside().message
    errors = unhandled.take_errors()
    if not failed and len(errors) > 0:
        failed = True
        message = rejection_text(errors[0].message) + ' (the promise was never awaited)'
    return Result(test, failed, message, monotonic_nanoseconds() - start)


def outcome(test, w_phases):
    """Whether a test has failed, and its message, from what its code gave."""
    assert isinstance(w_phases, W_Array)
    for i in range(w_phases.length()):
        w_error = w_phases.get(i)
        if w_error is w_null:
            continue
        message = error_message(w_error)
        if i < test.setups:
            message = 'Setup failed: ' + message
        elif i > test.setups:
            message = 'Teardown failed: ' + message
        return True, message
    return False, ''


def error_message(w_error):
    assert isinstance(w_error, W_Struct)
    w_message = w_error.get_field('message')
    assert isinstance(w_message, W_Str)
    return w_message.text()


# ---- the report

def count_failed(results):
    count = 0
    for result in results:
        if result.failed:
            count += 1
    return count


def milliseconds(nanoseconds):
    return nanoseconds // NANOSECONDS_PER_MILLISECOND


def report(results, verbose, color):
    """The text about all results (tooling.md 6.3)."""
    lines = ['\n', LINE, paint(color, BOLD, 'Test Results') + '\n', LINE]
    total = 0
    listed = False
    for result in results:
        total += result.nanoseconds
        if result.failed or verbose:
            listed = True
            lines.append(result_lines(result, verbose, color))
    if listed:
        lines.append('\n')
    failed = count_failed(results)
    lines.append('Tests: %d total, %s, %s\n' % (
        len(results), paint(color, GREEN, '%d passed' % (len(results) - failed)),
        paint(color and failed > 0, RED, '%d failed' % failed)))
    lines.append('Time:  %dms\n' % milliseconds(total))
    lines.append(LINE)
    if failed > 0:
        lines.append('\n' + paint(color, RED, '%d test(s) failed' % failed) + '\n')
    else:
        lines.append('\n' + paint(color, GREEN, 'All tests passed! \xe2\x9c\xa8') + '\n')
    return ''.join(lines)


def result_lines(result, verbose, color):
    """One test of the list; ``verbose`` names its groups."""
    name = result.test.name
    if verbose:
        name = ' > '.join(result.test.groups + [name])
    mark = paint(color, GREEN, '\xe2\x9c\x93')
    if result.failed:
        mark = paint(color, RED, '\xe2\x9c\x97')
    lines = '  %s %s (%dms)\n' % (mark, name, milliseconds(result.nanoseconds))
    if result.failed:
        lines += '    %s\n' % paint(color, RED, 'Error: ' + result.message)
    return lines


def run_tests_command(arguments):
    """Do ``test-run`` with its arguments, the first of which is its name; returns the exit status.

    Raises UsageError, Finished.
    """
    given = FileArguments(SWITCHES, TEST_RUN_USAGE, TEST_RUN_HELP)
    given.parse(arguments)
    program_arguments.replace([])
    return perform_file(given.path, TestRunJob(given.has('verbose')))
