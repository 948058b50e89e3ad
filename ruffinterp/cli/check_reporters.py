"""Who tells what ``ruff check`` has found: a list for people, or one JSON object (tooling.md 3, 10.2)."""

from ruffinterp.cli import reports
from ruffinterp.cli.colors import stderr_color
from ruffinterp.cli.explanations import explained
from ruffinterp.cli.reporters import (
    CONTRACT_VERSION, JSON_RUNTIME_FAILURE, OK, RUNTIME_FAILURE, SYNTAX_FAILURE, Reporter, write_json)
from ruffinterp.diagnostics.json_text import JsonObject, json_array, quoted
from ruffinterp.diagnostics.model import ERROR, sort_diagnostics
from ruffinterp.diagnostics.render_json import diagnostic_json
from ruffinterp.diagnostics.render_text import rendered
from ruffinterp.stdlib.console import IO_FAILURE, stderr, stdout

QUIET, NORMAL, VERBOSE = range(3)


class CheckReporter(Reporter):
    """Counts what is found in all files (decision 61).

    ``errors``, ``warnings``: numbers of findings; ``files``: number of files that were looked at.
    """

    def __init__(self):
        self.errors = 0
        self.warnings = 0
        self.files = 0

    def begin_file(self):
        """One more file is looked at."""
        self.files += 1

    def has_findings(self):
        return self.errors > 0 or self.warnings > 0

    def finish(self, name, summary, status):
        """Everything is checked, with this exit status.  ``name``: the main file; ``summary``: its
        Summary."""
        raise NotImplementedError

    def show(self, heading, diagnostics):
        """Tell some findings, list of Diagnostic."""
        raise NotImplementedError

    def _found(self, heading, diagnostics):
        for diagnostic in diagnostics:
            if diagnostic.severity == ERROR:
                self.errors += 1
            else:
                self.warnings += 1
        self.show(heading, diagnostics)

    # ---- what is found

    def findings(self, report):
        """What the checker has found (its Report) in a file; OK unless the program is wrong."""
        errors = report.errors + wrong(report.types)
        sort_diagnostics(errors)
        self._found(reports.ERRORS, errors)
        self._found(reports.TYPE_WARNINGS,
                    [one for one in report.types if one.severity != ERROR])
        self._found(reports.HABIT_WARNINGS, report.habits)
        if len(errors) > 0:
            return RUNTIME_FAILURE
        return OK

    def bad_import(self, diagnostic):
        """A module that is imported is missing or lacks a name."""
        self._found('', [diagnostic])
        return RUNTIME_FAILURE

    def syntax_errors(self, file, errors):
        self._found('', errors.diagnostics)
        return SYNTAX_FAILURE

    def compile_error(self, diagnostic):
        self._found('', [diagnostic])
        return RUNTIME_FAILURE

    def runtime_error(self, error, module):
        # Only of a module: nothing runs.
        self._found('', [explained(error, module)])
        return RUNTIME_FAILURE

    def file_error(self, path, message):
        self._found('', [reports.tool_error(message)])
        return IO_FAILURE


class HumanCheckReporter(CheckReporter):
    """Writes findings to standard error, file by file, and at last their numbers.  ``mode``: what is
    told of a program without any."""

    def __init__(self, mode):
        CheckReporter.__init__(self)
        self.mode = mode

    def show(self, heading, diagnostics):
        color = stderr_color()
        if heading != '':
            stderr.write(reports.findings_list(heading, diagnostics, color))
            return
        for diagnostic in diagnostics:
            stderr.write(rendered(diagnostic, color))

    def finish(self, name, summary, status):
        details = ''
        if self.mode == VERBOSE and summary is not None:
            details = ' (statements=%d, bytecode_instructions=%d)' % (
                summary.statements, summary.instructions)
        if self.has_findings():
            if self.files > 0:
                stderr.write('%s, %s in %s%s\n' % (
                    counted(self.errors, 'error'), counted(self.warnings, 'warning'),
                    counted(self.files, 'file'), details))
        elif self.mode != QUIET:
            stdout.write('check passed: %s%s\n' % (name, details))


class JsonCheckReporter(CheckReporter):
    """Keeps all findings for one object on standard output."""

    def __init__(self):
        CheckReporter.__init__(self)
        self.diagnostics = []

    def show(self, heading, diagnostics):
        self.diagnostics.extend(diagnostics)

    def finish(self, name, summary, status):
        result = JsonObject()
        passed = self.errors == 0 and summary is not None
        if passed:
            result.add('bytecode_instruction_count', str(summary.instructions))
        result.add('command', quoted('check'))
        if not passed:
            result.add('contract_version', quoted(CONTRACT_VERSION))
        result.add('diagnostics', json_array(
            [diagnostic_json(diagnostic, name) for diagnostic in self.diagnostics]))
        result.add('error_count', str(self.errors))
        if not passed:
            result.add('exit_code', str(status))
        result.add('file', quoted(name))
        result.add('file_count', str(self.files))
        if passed:
            result.add('statement_count', str(summary.statements))
            result.add('status', quoted('ok'))
        else:
            result.add('kind', quoted('diagnostics'))
            result.add('status', quoted('error'))
        result.add('warning_count', str(self.warnings))
        write_json(result)


def wrong(findings):
    """Those of a list of Diagnostic that are errors."""
    return [finding for finding in findings if finding.severity == ERROR]


def contract_status(status):
    """The exit status of ``--diagnostics json`` for one of the list for people."""
    if status == RUNTIME_FAILURE:
        return JSON_RUNTIME_FAILURE
    return status


def counted(number, noun):
    """``1 error``, ``2 errors``."""
    if number == 1:
        return '1 ' + noun
    return '%d %ss' % (number, noun)
