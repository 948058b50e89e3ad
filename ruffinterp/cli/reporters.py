"""Who reports failures: texts for humans, or JSON (tooling.md 9 and 10)."""

from ruffinterp.cli import reports
from ruffinterp.cli.colors import stderr_color
from ruffinterp.cli.explanations import explained
from ruffinterp.diagnostics.json_text import JsonObject, json_array, quoted
from ruffinterp.diagnostics.render_json import diagnostic_json
from ruffinterp.diagnostics.render_text import rendered
from ruffinterp.stdlib.console import IO_FAILURE, stderr, stdout

# Exit statuses (tooling.md 1.6).
OK = 0
RUNTIME_FAILURE = 1
SYNTAX_FAILURE = 3
JSON_RUNTIME_FAILURE = 4

CONTRACT_VERSION = '1.0.0-draft'


def write_json(result):
    """Write a JsonObject and be done with it: the program may end at once."""
    stdout.write(result.text() + '\n')
    stdout.flush()


class Reporter(object):
    """Each method reports one kind of failure and returns the exit status.

    ``reports_once``: nothing may follow the first report.
    """
    reports_once = False

    def syntax_errors(self, file, errors):
        """``errors``: SyntaxErrors."""
        raise NotImplementedError

    def compile_error(self, diagnostic):
        raise NotImplementedError

    def runtime_error(self, error, module):
        """``module``: the Module of the program."""
        raise NotImplementedError

    def file_error(self, path, message):
        """The file of the program cannot be read."""
        raise NotImplementedError


class HumanReporter(Reporter):
    """Writes to standard error."""

    def syntax_errors(self, file, errors):
        color = stderr_color()
        for diagnostic in errors.diagnostics:
            stderr.write(rendered(diagnostic, color))
        return SYNTAX_FAILURE

    def compile_error(self, diagnostic):
        stderr.write(rendered(diagnostic, stderr_color()))
        return RUNTIME_FAILURE

    def runtime_error(self, error, module):
        stderr.write(reports.error_report(error, module, stderr_color()))
        return RUNTIME_FAILURE

    def file_error(self, path, message):
        stderr.write(rendered(reports.tool_error(message), stderr_color()))
        return IO_FAILURE


class RuntimeJsonReporter(HumanReporter):
    """Uncaught errors as JSON on standard output, everything else for humans."""
    reports_once = True

    def __init__(self, command):
        self.command = command

    def runtime_error(self, error, module):
        names = []
        for entry in error.entries():
            if entry is None:
                names.append(quoted(error.gap_text()))
            elif not entry.code.is_module:
                names.append(quoted(entry.code.display_name()))
        result = JsonObject()
        result.add('call_stack', json_array(names))
        result.add('command', quoted(self.command))
        result.add('contract_version', quoted(CONTRACT_VERSION))
        result.add('diagnostic', diagnostic_json(explained(error, module), ''))
        result.add('exit_code', str(JSON_RUNTIME_FAILURE))
        result.add('kind', quoted('runtime_diagnostic'))
        result.add('runtime_kind', quoted('Runtime Error'))
        result.add('status', quoted('error'))
        write_json(result)
        return JSON_RUNTIME_FAILURE


class JsonReporter(RuntimeJsonReporter):
    """Every failure as one JSON object on standard output."""

    def syntax_errors(self, file, errors):
        return self._report(file, errors.diagnostics, SYNTAX_FAILURE)

    def compile_error(self, diagnostic):
        return self._report(diagnostic.source.name, [diagnostic], JSON_RUNTIME_FAILURE)

    def file_error(self, path, message):
        return self._report(path, [reports.tool_error(message)], IO_FAILURE)

    def _report(self, file, diagnostics, status):
        result = JsonObject()
        result.add('command', quoted(self.command))
        result.add('contract_version', quoted(CONTRACT_VERSION))
        result.add('diagnostics', json_array([diagnostic_json(diagnostic, file)
                                              for diagnostic in diagnostics]))
        result.add('exit_code', str(status))
        result.add('file', quoted(file))
        result.add('kind', quoted('diagnostics'))
        result.add('status', quoted('error'))
        write_json(result)
        return status


human_reporter = HumanReporter()


def reporter_for(diagnostics, command):
    """The Reporter of a command for the value of ``--diagnostics``."""
    if diagnostics == 'json':
        return JsonReporter(command)
    if diagnostics == 'json-runtime':
        return RuntimeJsonReporter(command)
    return human_reporter
