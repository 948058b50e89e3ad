"""From source text to exit status: running a program (tooling.md 2) and other jobs."""

import os

from rpython.rlib.rstackovf import StackOverflow

from ruffinterp.builtins.library import global_names
from ruffinterp.bytecode.disassembler import disassemble
from ruffinterp.checker.check import check_program
from ruffinterp.cli import reports
from ruffinterp.cli.colors import stderr_color
from ruffinterp.cli.reporters import OK, RUNTIME_FAILURE
from ruffinterp.compiler.program import compile_program
from ruffinterp.compiler.errors import CompileError
from ruffinterp.modules.loader import FileLoader
from ruffinterp.modules.paths import directory_of
from ruffinterp.objects.errors import ExitRequest, Interrupted, NeverAwaited, RuffError
from ruffinterp.objects.promise import KEPT_ERRORS, rejection_text, unhandled
from ruffinterp.objects.utf8 import is_valid_utf8
from ruffinterp.stdlib.console import STANDARD_INPUT, stderr, stdout
from ruffinterp.stdlib.descriptors import SystemFailure, read_to_end, read_whole_file
from ruffinterp.stdlib.worker_pool import running_pools
from ruffinterp.syntax.errors import SyntaxErrors
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source
from ruffinterp.vm import build_constants
from ruffinterp.vm.interpreter import run_code
from ruffinterp.vm.interrupts import overflow_outside
from ruffinterp.vm.modules import hooks
from ruffinterp.vm.tasks import ErrorListener, listeners

# Exit statuses (tooling.md 1.6).
USAGE_ERROR = 2
INTERNAL_FAILURE = 6
INTERRUPTED = build_constants.INTERRUPTED_STATUS

OUT_OF_MEMORY = 'Runtime Error: Out of memory\n\n'

loader = FileLoader(global_names())
hooks.loader = loader


class SpawnReporter(ErrorListener):
    """Reports errors of background tasks; the program goes on (tooling.md 9.2)."""

    def task_failed(self, error):
        stderr.write('spawn: ' + reports.error_report(
            error, loader.main_module(), stderr_color()))


listeners.errors = SpawnReporter()


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
                reports.TYPE_WARNINGS, check_program(program, source, module).types,
                stderr_color()))
        run_code(code)
        return OK


class DumpJob(Job):
    """Compile and print the bytecode."""

    def perform(self, source):
        stdout.write(disassemble(compile_program(parse(source), source, loader.main_module())))
        return OK


def perform_file(path, job):
    """Do a Job with the program in a file; returns the exit status."""
    try:
        text = read_whole_file(path)
    except SystemFailure as failure:
        return job.reporter.file_error(path, "Failed to read .ruff file '%s': %s" % (
            path, os.strerror(failure.number)))
    return perform_text(path, text, job)


def perform_standard_input(job):
    """Do a Job with the program that standard input holds; returns the exit status."""
    try:
        text = read_to_end(STANDARD_INPUT)
    except SystemFailure as failure:
        return job.reporter.file_error('<stdin>', 'Failed to read standard input: %s' % (
            os.strerror(failure.number)))
    return perform_text('<stdin>', text, job)


def perform_text(name, text, job):
    """Do a Job with a program; ``name`` stands for it in messages.  Returns the exit status."""
    if not is_valid_utf8(text):
        return job.reporter.file_error(
            name, "Failed to read .ruff file '%s': stream did not contain valid UTF-8" % name)
    loader.start(directory_of(name))
    try:
        status = perform_reporting(Source(name, text), job)
        status = report_unawaited(job.reporter, status)
        stdout.flush()
        return status
    except ExitRequest as request:
        status = exit_status(request.status)
        if not job.reporter.reports_once:
            report_unawaited(job.reporter, status)
        return status
    except Interrupted:
        return exit_status(INTERRUPTED)
    finally:
        running_pools.stop_all()


def perform_reporting(source, job):
    """Do a Job; reports every failure.  May raise ExitRequest, Interrupted."""
    try:
        return job.perform(source)
    except SyntaxErrors as errors:
        return job.reporter.syntax_errors(source.name, errors)
    except CompileError as error:
        return job.reporter.compile_error(error.located_in(source))
    except RuffError as error:
        return job.reporter.runtime_error(error, loader.main_module())
    except StackOverflow:
        return job.reporter.runtime_error(overflow_outside(), loader.main_module())
    except MemoryError:
        stderr.write(OUT_OF_MEMORY)
        return RUNTIME_FAILURE


def report_unawaited(reporter, status):
    """Report the rejected promises that nobody has awaited; returns the exit status.

    ``status``: the one so far, which stays if something has failed already.
    """
    errors = unhandled.take_errors()
    rest = unhandled.take_forgotten()
    if len(errors) == 0 or (status != OK and reporter.reports_once):
        return status
    stdout.flush()
    count = 0
    for error in errors:
        if count == KEPT_ERRORS or (count == 1 and reporter.reports_once):
            break
        count += 1
        told = error.retold(rejection_text(error.message))
        told.subject = NeverAwaited(error.subject)
        failure = reporter.runtime_error(told, loader.main_module())
        if status == OK:
            status = failure
    rest += len(errors) - count
    if rest > 0 and not reporter.reports_once:
        stderr.write(reports.unawaited_rest(rest))
    return status


def exit_status(status):
    """Hand out what is still buffered; another status if that fails."""
    try:
        stdout.flush()
    except ExitRequest as request:
        return request.status
    return status
