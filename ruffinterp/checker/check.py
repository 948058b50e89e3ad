"""``check_program``: the optional types of a whole program (language.md 14)."""

from ruffinterp.checker.division_comments import division_comments
from ruffinterp.checker.environment import Environment
from ruffinterp.checker.passes import CheckPass, DeclarationPass
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import sort_diagnostics


class Report(object):
    """What the checker found, lists of Diagnostic by position.

    ``types``: about types and calls; ``habits``: about what other languages do in another way;
    ``imports``: [ModuleUse].
    """

    def __init__(self, imports):
        self.types = []
        self.habits = []
        self.imports = imports


def check_program(program, source, module):
    """The Report about an ast.Program, the tree of a Source.

    Its names must be resolved: it has been compiled for ``module``.
    """
    known = Environment(program, module)
    DeclarationPass(known).statements(program.body)
    reporter = CheckPass(known, source)
    reporter.statements(program.body)
    sort_diagnostics(reporter.findings)
    report = Report(reporter.imports)
    report.habits.extend(division_comments(source))
    for finding in reporter.findings:
        if finding.kind is kinds.UNQUOTED_KEY or finding.kind is kinds.UNUSED_RESULT:
            report.habits.append(finding)
        else:
            report.types.append(finding)
    sort_diagnostics(report.habits)
    return report
