"""Who reports failures: texts for humans, or JSON (tooling.md 9 and 10)."""

from ruffinterp.cli import reports
from ruffinterp.cli.colors import stderr_color
from ruffinterp.cli.explanations import NEVER_AWAITED, explain, joined
from ruffinterp.cli.json_text import JsonObject, json_array, optional, quoted
from ruffinterp.objects.errors import NeverAwaited
from ruffinterp.stdlib.console import IO_FAILURE, stderr, stdout
from ruffinterp.syntax.errors import format_diagnostic

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


def wrong(findings):
    """Those of a list of Finding that are errors."""
    return [finding for finding in findings if finding.is_error]


class Reporter(object):
    """Each method reports one kind of failure and returns the exit status.

    ``reports_once``: nothing may follow the first report.
    """
    reports_once = False

    def findings(self, source, types, habits):
        """What the checker has found (lists of Finding); OK unless the program is wrong."""
        raise NotImplementedError

    def bad_import(self, source, offset, error):
        """A module that is imported at an offset is missing or lacks a name (RuffError)."""
        raise NotImplementedError

    def syntax_errors(self, source, errors):
        raise NotImplementedError

    def compile_error(self, source, error):
        raise NotImplementedError

    def runtime_error(self, error, module):
        """``module``: the Module of the program."""
        raise NotImplementedError

    def file_error(self, path, message):
        """The file of the program cannot be read."""
        raise NotImplementedError


class HumanReporter(Reporter):
    """Writes to standard error."""

    def findings(self, source, types, habits):
        color = stderr_color()
        stderr.write(reports.findings_list(reports.TYPE_WARNINGS, types, source, color))
        stderr.write(reports.findings_list(reports.HABIT_WARNINGS, habits, source, color))
        if len(wrong(types)) > 0:
            return RUNTIME_FAILURE
        return OK

    def bad_import(self, source, offset, error):
        stderr.write(reports.located_block('Runtime Error', error.message, source, offset,
                                           stderr_color()) + '\n')
        return RUNTIME_FAILURE

    def syntax_errors(self, source, errors):
        color = stderr_color()
        for diagnostic in errors.diagnostics:
            stderr.write(format_diagnostic(source, diagnostic, color))
        return SYNTAX_FAILURE

    def compile_error(self, source, error):
        stderr.write(reports.compilation_report(error, source, stderr_color()))
        return RUNTIME_FAILURE

    def runtime_error(self, error, module):
        stderr.write(reports.error_report(error, module, stderr_color()))
        return RUNTIME_FAILURE

    def file_error(self, path, message):
        stderr.write(reports.tool_error(message))
        return IO_FAILURE


class RuntimeJsonReporter(HumanReporter):
    """Uncaught errors as JSON on standard output, everything else for humans."""
    reports_once = True

    def __init__(self, command):
        self.command = command

    def runtime_error(self, error, module):
        place = reports.place_of(error, module)
        explanation = explain(error, place)
        help = explanation.help
        if help == '' and explanation.suggestion != '':
            help = "Did you mean '%s'?" % explanation.suggestion
        if isinstance(error.subject, NeverAwaited):
            help = joined(help, NEVER_AWAITED)
        found = JsonDiagnostic('RUFRUN001', 'runtime', error.message, help)
        if place is not None:
            found.set_place(place.source, place.start, place.end)
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
        result.add('diagnostic', found.text())
        result.add('exit_code', str(JSON_RUNTIME_FAILURE))
        result.add('kind', quoted('runtime_diagnostic'))
        result.add('runtime_kind', quoted('Runtime Error'))
        result.add('status', quoted('error'))
        write_json(result)
        return JSON_RUNTIME_FAILURE


class JsonReporter(RuntimeJsonReporter):
    """Every failure as one JSON object on standard output."""

    def findings(self, source, types, habits):
        errors = wrong(types)
        if len(errors) == 0:
            return RuntimeJsonReporter.findings(self, source, types, habits)
        found = []
        for finding in errors:
            json = JsonDiagnostic('RUFRUN001', 'runtime', finding.message, finding.help)
            json.set_place(source, finding.start, finding.start)
            found.append(json.text())
        return self._report(source.name, found, JSON_RUNTIME_FAILURE)

    def bad_import(self, source, offset, error):
        found = JsonDiagnostic('RUFRUN001', 'runtime', error.message, '')
        found.set_place(source, offset, offset)
        return self._report(source.name, [found.text()], JSON_RUNTIME_FAILURE)

    def syntax_errors(self, source, errors):
        found = []
        for diagnostic in errors.diagnostics:
            json = JsonDiagnostic(diagnostic.code, diagnostic.stage, diagnostic.message,
                                  diagnostic.help)
            json.set_place(source, diagnostic.start, diagnostic.end)
            found.append(json.text())
        return self._report(source.name, found, SYNTAX_FAILURE)

    def compile_error(self, source, error):
        found = JsonDiagnostic('RUFRUN001', 'runtime', error.message, error.help)
        found.set_place(source, error.start, error.end)
        return self._report(source.name, [found.text()], JSON_RUNTIME_FAILURE)

    def file_error(self, path, message):
        found = JsonDiagnostic('RUFCLI001', 'cli', message, '')
        found.file = path
        return self._report(path, [found.text()], IO_FAILURE)

    def _report(self, file, diagnostics, status):
        result = JsonObject()
        result.add('command', quoted(self.command))
        result.add('contract_version', quoted(CONTRACT_VERSION))
        result.add('diagnostics', json_array(diagnostics))
        result.add('exit_code', str(status))
        result.add('file', quoted(file))
        result.add('kind', quoted('diagnostics'))
        result.add('status', quoted('error'))
        write_json(result)
        return status


class JsonDiagnostic(object):
    """The diagnostic object of the contract; line and column 0 stand for an unknown place."""

    def __init__(self, code, subsystem, message, help):
        self.code = code
        self.subsystem = subsystem
        self.message = message
        self.help = help
        self.file = ''
        self.line = 0
        self.column = 0
        self.end_line = 0
        self.end_column = 0

    def set_place(self, source, start, end):
        self.file = source.name
        self.line, self.column = source.position(start)
        self.end_line, self.end_column = source.position(end)

    def text(self):
        result = JsonObject()
        result.add('code', quoted(self.code))
        result.add('column', str(self.column))
        result.add('end_column', str(self.end_column))
        result.add('end_line', str(self.end_line))
        result.add('file', optional(self.file))
        result.add('help', optional(self.help))
        result.add('line', str(self.line))
        result.add('message', quoted(self.message))
        result.add('severity', quoted('error'))
        result.add('subsystem', quoted(self.subsystem))
        return result.text()


human_reporter = HumanReporter()


def reporter_for(diagnostics, command):
    """The Reporter of a command for the value of ``--diagnostics``."""
    if diagnostics == 'json':
        return JsonReporter(command)
    if diagnostics == 'json-runtime':
        return RuntimeJsonReporter(command)
    return human_reporter
