"""``ruff check``: everything but running the program (tooling.md 3, decisions 18, 60 and 61)."""

from ruffinterp.cli.check_reporters import (
    NORMAL, QUIET, VERBOSE, HumanCheckReporter, JsonCheckReporter, contract_status)
from ruffinterp.cli.checking import ProgramCheck
from ruffinterp.cli.option_parser import Choice, FileArguments, Switch
from ruffinterp.cli.run import Job, exit_status, perform_file
from ruffinterp.objects.errors import ExitRequest

CHECK_USAGE = 'check [OPTIONS] <FILE>'

CHECK_HELP = """Look for errors in a Ruff script file without running it

Usage: ruff check [OPTIONS] <FILE>

Arguments:
  <FILE>  Program to check

Options:
  -q, --quiet       Print nothing when nothing is found
  -v, --verbose     Print the numbers of statements and instructions too
      --json        Print everything as one JSON object
      --diagnostics <FORM>  human, or json: as --json, with exit status 4 for errors
      --no-imports  Do not look into imported modules
  -h, --help        Print help
"""

SWITCHES = [Switch('quiet', 'q'), Switch('verbose', 'v'), Switch('json', ''),
            Switch('no-imports', '')]
CHOICES = [Choice('diagnostics', ['human', 'json'])]


class CheckJob(Job):
    """Parse, compile and look for mistakes.

    ``follows_imports``: whether modules are checked too; ``summary``: the Summary, None before.
    """

    def __init__(self, follows_imports, reporter):
        Job.__init__(self, reporter)
        self.check = ProgramCheck(follows_imports, reporter)
        self.summary = None

    def perform(self, source):
        self.summary = self.check.check(source, '')
        return self.check.status


def check_command(arguments):
    """Do ``check`` with its arguments, the first of which is its name; returns the exit status.

    Raises UsageError, Finished.
    """
    given = FileArguments(SWITCHES, CHECK_USAGE, CHECK_HELP, CHOICES)
    given.parse(arguments)
    if given.has('quiet') and given.has('verbose'):
        raise given.error("the argument '--quiet' cannot be used with '--verbose'")
    follows_imports = not given.has('no-imports')
    if given.value('diagnostics') == 'json':
        return _check(given.path, follows_imports, JsonCheckReporter(), True)
    if given.has('json'):
        return _check(given.path, follows_imports, JsonCheckReporter(), False)
    mode = NORMAL
    if given.has('quiet'):
        mode = QUIET
    elif given.has('verbose'):
        mode = VERBOSE
    return _check(given.path, follows_imports, HumanCheckReporter(mode), False)


def _check(path, follows_imports, reporter, uses_contract):
    """``uses_contract``: the exit status is that of the JSON contract (tooling.md 10)."""
    job = CheckJob(follows_imports, reporter)
    status = perform_file(path, job)
    if uses_contract:
        status = contract_status(status)
    try:
        reporter.finish(path, job.summary, status)
    except ExitRequest as request:
        return request.status
    return exit_status(status)
