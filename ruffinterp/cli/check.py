"""``ruff check``: everything but running the program (tooling.md 3, decisions 10, 18 and 30)."""

from ruffinterp.cli.checking import ProgramCheck
from ruffinterp.cli.option_parser import Choice, FileArguments, Switch
from ruffinterp.diagnostics.json_text import JsonObject, quoted
from ruffinterp.cli.reporters import reporter_for
from ruffinterp.cli.run import OK, Job, perform_file
from ruffinterp.stdlib.console import stdout

CHECK_USAGE = 'check [OPTIONS] <FILE>'

CHECK_HELP = """Look for errors in a Ruff script file without running it

Usage: ruff check [OPTIONS] <FILE>

Arguments:
  <FILE>  Program to check

Options:
  -q, --quiet       Print nothing when there are no errors
  -v, --verbose     Print the numbers of statements and instructions too
      --json        Print a JSON object when there are no errors
      --diagnostics <FORM>  human, or json: errors as JSON too
      --no-imports  Do not look into imported modules
  -h, --help        Print help
"""

SWITCHES = [Switch('quiet', 'q'), Switch('verbose', 'v'), Switch('json', ''),
            Switch('no-imports', '')]
CHOICES = [Choice('diagnostics', ['human', 'json'])]

QUIET, NORMAL, VERBOSE, JSON = range(4)


class CheckJob(Job):
    """Parse, compile and check types.

    ``mode``: what is told about success; ``follows_imports``: whether modules are checked too.
    """

    def __init__(self, mode, follows_imports, reporter):
        Job.__init__(self, reporter)
        self.mode = mode
        self.follows_imports = follows_imports

    def perform(self, source):
        check = ProgramCheck(self.follows_imports, self.reporter)
        summary = check.check(source, '')
        if check.status == OK:
            stdout.write(self._success(source.name, summary))
        return check.status

    def _success(self, name, summary):
        if self.mode == JSON:
            return json_result(name, summary.statements, summary.instructions)
        if self.mode == VERBOSE:
            return 'check passed: %s (statements=%d, bytecode_instructions=%d)\n' % (
                name, summary.statements, summary.instructions)
        if self.mode == NORMAL:
            return 'check passed: %s\n' % name
        return ''


def json_result(file, statements, instructions):
    """The result of a check without errors (tooling.md 10.2)."""
    result = JsonObject()
    result.add('bytecode_instruction_count', str(instructions))
    result.add('command', quoted('check'))
    result.add('file', quoted(file))
    result.add('statement_count', str(statements))
    result.add('status', quoted('ok'))
    return result.text() + '\n'


def check_command(arguments):
    """Do ``check`` with its arguments, the first of which is its name; returns the exit status.

    Raises UsageError, Finished.
    """
    given = FileArguments(SWITCHES, CHECK_USAGE, CHECK_HELP, CHOICES)
    given.parse(arguments)
    if given.has('quiet') and given.has('verbose'):
        raise given.error("the argument '--quiet' cannot be used with '--verbose'")
    mode = NORMAL
    if given.has('json') or given.value('diagnostics') == 'json':
        mode = JSON
    elif given.has('quiet'):
        mode = QUIET
    elif given.has('verbose'):
        mode = VERBOSE
    reporter = reporter_for(given.value('diagnostics'), 'check')
    return perform_file(given.path, CheckJob(mode, not given.has('no-imports'), reporter))
