"""The command line (tooling.md 1 and 2.1, decisions 2, 25 and 56)."""

import os

from rpython.rlib.rstackovf import StackOverflow

from ruffinterp.cli.check import CHECK_HELP, check_command
from ruffinterp.cli.jit_options import set_jit_options
from ruffinterp.cli.reporters import RUNTIME_FAILURE, reporter_for
from ruffinterp.cli.run import (
    INTERNAL_FAILURE, INTERRUPTED, OK, OUT_OF_MEMORY, USAGE_ERROR, DumpJob, RunJob, exit_status,
    perform_file, perform_standard_input, perform_text)
from ruffinterp.cli.testing import TEST_RUN_HELP, run_tests_command
from ruffinterp.cli.usage import (
    HELP, RUN_HELP, VERSION_TEXT, Finished, UsageError, similar_name, unknown_argument, usage_error)
from ruffinterp.objects.memory_budget import limit_heap
from ruffinterp.objects.errors import ExitRequest, Interrupted
from ruffinterp.stdlib.console import stderr, stdout
from ruffinterp.stdlib.process import program_arguments
from ruffinterp.vm.dispatch import recursion_limit
from ruffinterp.vm.interrupts import overflow_outside
from ruffinterp.vm.jit import switch_off
from ruffinterp.vm.native_main import touch_native_main


COMMANDS = ['run', 'check', 'test-run', 'help']
RUN_OPTIONS = ['--interpreter', '--vm', '--jit', '--max-depth', '--diagnostics',
               '--json-runtime-diagnostics', '--dump-bytecode', '--help']
OTHER_OPTIONS = ['--version']
# Old scripts have them directly behind the file, where all else belongs to the program.
OPTIONS_BEHIND_FILE = ['--interpreter', '--vm']


class Options(object):
    """What the command line says.  ``path`` is '' without a program, '-' for standard input;
    ``warns``: whether types are checked before the run; ``dumps``: whether the bytecode is printed
    instead."""

    def __init__(self):
        self.path = ''
        self.code = ''
        self.has_code = False
        self.is_run = False
        self.diagnostics = 'human'
        self.warns = False
        self.dumps = False
        self.arguments = []

    def has_program(self):
        return self.path != '' or self.has_code


def parse_command_line(arguments):
    """Options from the arguments behind the program's own name.

    What follows the program is its own (decision 56); a ``--`` in front of that is dropped.

    Raises UsageError, Finished.
    """
    options = Options()
    position = 0
    if len(arguments) > 0 and arguments[0] == 'help':
        raise Finished(help_for(arguments))
    if len(arguments) > 0 and arguments[0] == 'run':
        options.is_run = True
        position = 1
    while position < len(arguments) and not options.has_program():
        position = parse_argument(options, arguments, position)
    while position < len(arguments) and arguments[position] in OPTIONS_BEHIND_FILE:
        position = parse_argument(options, arguments, position)
    if position < len(arguments) and arguments[position] == '--':
        position += 1
    options.arguments = [arguments[i] for i in range(position, len(arguments))]
    if options.is_run and not options.has_program():
        raise UsageError('the following required arguments were not provided:\n  <FILE>')
    return options


def help_for(arguments):
    if len(arguments) == 1:
        return HELP
    if arguments[1] == 'run':
        return RUN_HELP
    if arguments[1] == 'check':
        return CHECK_HELP
    if arguments[1] == 'test-run':
        return TEST_RUN_HELP
    raise UsageError("unrecognized subcommand '%s'%s" % (
        arguments[1], similar_name('subcommand', arguments[1], COMMANDS)))


def parse_argument(options, arguments, position):
    """Take one option or the file; returns the next position."""
    argument = arguments[position]
    name = argument
    value = ''
    has_value = False
    separator = argument.find('=')
    if argument.startswith('--') and separator > 0:
        name = argument[:separator]
        value = argument[separator + 1:]
        has_value = True
    if name in ('--jit', '--max-depth', '--diagnostics', '-e'):
        if not has_value:
            position += 1
            if position >= len(arguments):
                raise UsageError("a value is required for '%s' but none was supplied" % name)
            value = arguments[position]
        set_option(options, name, value)
    elif name == '--interpreter':
        options.warns = True
    elif name == '--vm':
        pass
    elif name == '--dump-bytecode':
        options.dumps = True
    elif name == '--json-runtime-diagnostics':
        options.diagnostics = 'json-runtime'
    elif name == '--help' or name == '-h':
        raise Finished(RUN_HELP if options.is_run else HELP)
    elif name == '--version' or name == '-V':
        raise Finished(VERSION_TEXT)
    elif name.startswith('-') and name != '-':
        raise unknown_argument(name, RUN_OPTIONS + OTHER_OPTIONS)
    else:
        options.path = argument
    return position + 1


def set_option(options, name, value):
    if name == '-e':
        options.code = value
        options.has_code = True
    elif name == '--diagnostics':
        options.diagnostics = diagnostics_kind(value)
    elif name == '--jit':
        set_jit_options(value)
    else:
        try:
            depth = int(value)
        except ValueError:
            depth = 0
        if depth <= 0:
            raise UsageError("invalid value '%s' for '--max-depth <N>': "
                             "expected a positive number" % value)
        recursion_limit.depth = depth


def diagnostics_kind(value):
    """The value of ``--diagnostics``; UsageError if it is none."""
    if value != 'human' and value != 'json':
        raise UsageError("invalid value '%s' for '--diagnostics <FORM>': "
                         "expected human or json" % value)
    return value


def job_of(options):
    """The Job that the command line asks for."""
    reporter = reporter_for(options.diagnostics, 'run')
    if options.dumps:
        return DumpJob(reporter)
    return RunJob(reporter, options.warns)


def run_options(options):
    """Do what the command line says; returns the exit status."""
    program_arguments.replace(options.arguments)
    job = job_of(options)
    if options.has_code:
        return perform_text('<command line>', options.code, job)
    if options.path == '' or options.path == '-':
        return perform_standard_input(job)
    return perform_file(options.path, job)


JIT_SWITCHES = ['DISABLE_JIT', 'DISABLE_SCRIPT_JIT', 'DISABLE_FUNCTION_JIT',
                'DISABLE_INT_DICT_LOOP_JIT']


def run_command_line(arguments):
    """Run the tool with the arguments behind its own name; returns the exit status."""
    for name in JIT_SWITCHES:
        if os.environ.get(name) is not None:
            switch_off()
    try:
        return dispatch(arguments)
    except UsageError as error:
        stderr.write(usage_error(error))
        return USAGE_ERROR
    except Finished as finished:
        stdout.write(finished.text)
        return exit_status(OK)


def dispatch(arguments):
    """Do what the arguments say; returns the exit status.  Raises UsageError, Finished."""
    if len(arguments) > 0:
        if arguments[0] == 'check':
            return check_command(arguments)
        if arguments[0] == 'test-run':
            return run_tests_command(arguments)
    options = parse_command_line(arguments)
    if not options.has_program() and os.isatty(0):
        raise Finished(HELP)
    return run_options(options)


def entry_point(argv):
    """The whole program: no exception leaves it, whatever becomes of its streams."""
    touch_native_main()
    try:
        limit_heap()
        return run_command_line(argv[1:])
    except ExitRequest as request:
        return request.status
    except Interrupted:
        return INTERRUPTED
    except StackOverflow:
        return end_of_overflow()
    except MemoryError:
        return end_with(OUT_OF_MEMORY, RUNTIME_FAILURE)
    except Exception as error:
        kind = 'unexpected exception'
        if isinstance(error, AssertionError):
            kind = 'assertion failed'
        return end_with(INTERNAL_ERROR % kind, INTERNAL_FAILURE)


INTERNAL_ERROR = 'Internal error: %s\nThis is a fault of ruff, not of the program.\n'


def end_of_overflow():
    """The exit status of a program whose stack overflows where that is no error of its own."""
    try:
        overflow_outside()
    except Interrupted:
        return INTERRUPTED
    return end_with(INTERNAL_ERROR % 'stack overflow', INTERNAL_FAILURE)


def end_with(text, status):
    """Write what is still buffered and a last message; returns the exit status."""
    try:
        stderr.write(text)
        return status
    except ExitRequest as request:
        return request.status
    except Interrupted:
        return INTERRUPTED
    except Exception:
        return INTERNAL_FAILURE
