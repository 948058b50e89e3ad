"""``check_program``: the optional types of a whole program (language.md 14)."""

from ruffinterp.checker.environment import Environment
from ruffinterp.checker.findings import UNQUOTED_KEY, UNUSED_RESULT, sort_findings
from ruffinterp.checker.passes import CheckPass, DeclarationPass


class Report(object):
    """What the checker found, by position.

    ``types``: findings about types and calls; ``habits``: about what other languages do in another
    way; ``imports``: [ModuleUse].
    """

    def __init__(self, imports):
        self.types = []
        self.habits = []
        self.imports = imports


def check_program(program, module):
    """The Report about an ast.Program.

    Its names must be resolved: it has been compiled for ``module``.
    """
    known = Environment(program, module)
    DeclarationPass(known).statements(program.body)
    reporter = CheckPass(known)
    reporter.statements(program.body)
    sort_findings(reporter.findings)
    report = Report(reporter.imports)
    for finding in reporter.findings:
        if finding.kind == UNQUOTED_KEY or finding.kind == UNUSED_RESULT:
            report.habits.append(finding)
        else:
            report.types.append(finding)
    return report
