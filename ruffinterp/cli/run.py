"""From source text to exit status: running a program (tooling.md 2) and other jobs."""

import os

from rpython.rlib.rstackovf import StackOverflow

from ruffinterp.builtins.families import global_names
from ruffinterp.checker.check import check_program
from ruffinterp.cli import reports
from ruffinterp.cli.colours import stderr_colour
from ruffinterp.cli.reporters import OK, RUNTIME_FAILURE
from ruffinterp.compiler.codegen import compile_program
from ruffinterp.compiler.errors import CompileError
from ruffinterp.modules.loader import FileLoader
from ruffinterp.modules.paths import directory_of
from ruffinterp.objects.errors import ExitRequest, Interrupted, RuffError
from ruffinterp.objects.utf8 import is_valid_utf8
from ruffinterp.stdlib.console import stderr, stdout
from ruffinterp.stdlib.worker_pool import running_pools
from ruffinterp.syntax.errors import SyntaxErrors
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source
from ruffinterp.vm.interpreter import run_code
from ruffinterp.vm.interrupts import overflow_outside
from ruffinterp.vm.modules import hooks
from ruffinterp.vm.tasks import ErrorListener, listeners

# Exit statuses (tooling.md 1.6).
USAGE_ERROR = 2
INTERNAL_FAILURE = 6
INTERRUPTED = 130

loader = FileLoader(global_names())
hooks.loader = loader


class SpawnReporter(ErrorListener):
    """Reports errors of background tasks; the program goes on (tooling.md 9.2)."""

    def task_failed(self, error):
        stderr.write('spawn: ' + reports.error_report(
            error, loader.main_module(), stderr_colour()))


listeners.errors = SpawnReporter()


def read_source(path):
    """The bytes of a file; OSError if it cannot be read."""
    descriptor = os.open(path, os.O_RDONLY, 0)
    try:
        pieces = []
        while True:
            piece = os.read(descriptor, 1 << 16)
            if piece == '':
                return ''.join(pieces)
            pieces.append(piece)
    finally:
        os.close(descriptor)


class Job(object):
    """What a command does with a source file.  ``reporter``: the Reporter of its failures."""

    def __init__(self, reporter):
        self.reporter = reporter

    def perform(self, source):
        """Do it with a Source; returns the exit status.

        Failures of the source or of the program may be raised: SyntaxErrors, CompileError,
        RuffError, ExitRequest, Interrupted.
        """
        raise NotImplementedError


class RunJob(Job):
    """Parse, compile and run.  ``warns``: types are checked before (decision 18)."""

    def __init__(self, reporter, warns):
        Job.__init__(self, reporter)
        self.warns = warns

    def perform(self, source):
        module = loader.main_module()
        program = parse(source)
        code = compile_program(program, source, module)
        if self.warns:
            stderr.write(reports.findings_list(
                reports.TYPE_WARNINGS, check_program(program, module).types, source,
                stderr_colour()))
        run_code(code)
        return OK


def perform_file(path, job):
    """Do a Job with the program in a file; returns the exit status."""
    try:
        text = read_source(path)
    except OSError as error:
        return job.reporter.file_error(path, "Failed to read .ruff file '%s': %s" % (
            path, os.strerror(error.errno)))
    return perform_text(path, text, job)


def perform_text(name, text, job):
    """Do a Job with a program; ``name`` stands for it in messages.  Returns the exit status."""
    if not is_valid_utf8(text):
        return job.reporter.file_error(
            name, "Failed to read .ruff file '%s': stream did not contain valid UTF-8" % name)
    loader.start(directory_of(name))
    try:
        status = perform_reporting(Source(name, text), job)
        stdout.flush()
        return status
    except ExitRequest as request:
        return exit_status(request.status)
    except Interrupted:
        return exit_status(INTERRUPTED)
    finally:
        running_pools.stop_all()


def perform_reporting(source, job):
    """Do a Job; reports every failure.  May raise ExitRequest, Interrupted."""
    try:
        return job.perform(source)
    except SyntaxErrors as errors:
        return job.reporter.syntax_errors(source, errors)
    except CompileError as error:
        return job.reporter.compile_error(source, error)
    except RuffError as error:
        stdout.flush()
        return job.reporter.runtime_error(error, loader.main_module())
    except StackOverflow:
        return job.reporter.runtime_error(overflow_outside(), loader.main_module())
    except MemoryError:
        stderr.write('Runtime Error: Out of memory\n\n')
        return RUNTIME_FAILURE


def exit_status(status):
    """Hand out what is still buffered; a reader that is gone ends the program quietly."""
    try:
        stdout.flush()
    except ExitRequest as request:
        return request.status
    except RuffError:
        return RUNTIME_FAILURE
    return status
