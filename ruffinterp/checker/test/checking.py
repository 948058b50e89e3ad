"""Checks of short texts, for tests."""

from ruffinterp.builtins.library import global_names
from ruffinterp.checker.check import check_program
from ruffinterp.compiler.exports import exported_names
from ruffinterp.compiler.module import Module
from ruffinterp.compiler.scope import analyze
from ruffinterp.diagnostics.model import ERROR
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source

BUILTINS = global_names()
MODULES = {'shapes': 'export struct Point { x: int } export enum Shade { Dark }\n'
                     'export func area(p) { return 1 } export zero := 0\n'
                     'export func changed(a) { } changed := area '
                     'export func twice(a) { } func twice() { }'}


class ModuleWithImports(Module):

    def exported_names(self, name):
        if name not in MODULES:
            return None
        return exported_names(parse(Source(name, MODULES[name])))


def report(text):
    """The Source of a text and the Report about it."""
    source = Source('test.ruff', text)
    module = ModuleWithImports(BUILTINS)
    program = parse(source)
    analyze(program, module)
    return source, check_program(program, source, module)


def shown(source, findings):
    """``line:column title`` of each finding."""
    return ['%d:%d %s' % (source.position(finding.primary.start) + (finding.title,))
            for finding in findings]


def errors(text):
    """All errors, as ``shown``."""
    source, found = report(text)
    return shown(source, found.errors + [one for one in found.types if one.severity == ERROR])


def habits(text):
    """The warnings about what does not do what it seems to, as ``shown``."""
    source, found = report(text)
    return shown(source, found.habits)
