"""``check_program``: what can be known of a program before it runs (language.md 14, decisions 60, 61)."""

from ruffinterp.checker.declarations import DeclarationPass
from ruffinterp.checker.division_comments import division_comments
from ruffinterp.checker.environment import Environment
from ruffinterp.checker.findings import CheckPass
from ruffinterp.checker.lost_changes import lost_changes
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import ERROR, sort_diagnostics

# What tooling.md 9.5 lists.
TYPE_KINDS = [kinds.TYPE_ERROR, kinds.UNDEFINED_FUNCTION, kinds.ARGUMENT_COUNT]


class Report(object):
    """What the checker found, lists of Diagnostic by position.

    ``types``: about types and calls (tooling.md 9.5); ``errors``: what else cannot work (decision
    61); ``habits``: warnings about what does not do what it seems to; ``imports``: [ModuleUse].
    """

    def __init__(self, imports):
        self.errors = []
        self.types = []
        self.habits = []
        self.imports = imports


def check_program(program, source, module):
    """The Report about an ast.Program, the tree of a Source.

    Its names must be resolved: it has been compiled for ``module``.
    """
    known = Environment(program, module)
    DeclarationPass(known).statements(program.body)
    changes = lost_changes(program, known)
    reporter = CheckPass(known, source, changes.giving_self)
    reporter.statements(program.body)
    for change in changes.found:
        reporter.lost_change(change)
    sort_diagnostics(reporter.findings)
    report = Report(reporter.imports)
    report.habits.extend(division_comments(source))
    for finding in reporter.findings:
        if finding.kind in TYPE_KINDS:
            report.types.append(finding)
        elif finding.severity == ERROR:
            report.errors.append(finding)
        else:
            report.habits.append(finding)
    sort_diagnostics(report.habits)
    return report
