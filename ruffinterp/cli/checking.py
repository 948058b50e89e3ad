"""Checking a program and the modules that it imports, without running anything."""

from ruffinterp.checker.check import check_program
from ruffinterp.cli.run import OK, Job, loader, perform_reporting
from ruffinterp.compiler.program import compile_program
from ruffinterp.diagnostics.model import Diagnostic
from ruffinterp.modules.loader import FileModule
from ruffinterp.modules.module_file import read_module
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.function import W_Function
from ruffinterp.objects.namespace import missing_symbol_text
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source


class Summary(object):
    """What is told about the program itself: numbers of statements and of instructions."""

    def __init__(self):
        self.statements = 0
        self.instructions = 0


class ProgramCheck(object):
    """``seen``: {real path: True} of the modules that were checked.  ``follows_imports``: whether
    modules are checked at all.  ``reporter``: a CheckReporter.  ``status``: exit status for the first
    thing that is wrong."""

    def __init__(self, follows_imports, reporter):
        self.follows_imports = follows_imports
        self.reporter = reporter
        self.seen = {}
        self.status = OK

    def failed(self, status):
        if self.status == OK:
            self.status = status

    def check(self, source, root):
        """Check a Source whose search root is ``root``; returns its Summary.

        Raises SyntaxErrors, CompileError.
        """
        self.reporter.begin_file()
        module = FileModule(loader.builtins, loader, root)
        program = parse(source)
        code = compile_program(program, source, module)
        report = check_program(program, source, module)
        self.failed(self.reporter.findings(report))
        if self.follows_imports:
            for use in report.imports:
                self._follow(use, module, source)
        summary = Summary()
        summary.statements = len(program.body)
        summary.instructions = count_instructions(code)
        return summary

    def _follow(self, use, module, source):
        """Check the module of a ModuleUse in ``source``, the text of ``module``."""
        try:
            found = loader.find(use.name, module.root)
            if found.real not in self.seen:
                self.seen[found.real] = True
                text = read_module(found)
                loader.search.add_loaded(found)
                self.failed(perform_reporting(Source(found.shown, text),
                                              ModuleCheckJob(self, found.root)))
            exports = module.exported_names(use.name)
            if exports is not None:
                for name in use.names:
                    if not exports.has(name):
                        raise RuffError(missing_symbol_text(name, use.name))
        except RuffError as error:
            if not use.is_guarded:
                self.failed(self.reporter.bad_import(Diagnostic(
                    error.kind, error.message, source, use.start, use.end)))


class ModuleCheckJob(Job):
    """Check a module that was imported from the search root ``root``."""

    def __init__(self, check, root):
        Job.__init__(self, check.reporter)
        self.check = check
        self.root = root

    def perform(self, source):
        self.check.check(source, self.root)
        return OK


def count_instructions(code):
    """The number of instructions of a Code and of the functions in it."""
    count = len(code.positions) // 3
    for inner in code.codes:
        count += count_instructions(inner)
    # Functions of the top level are there before it runs.
    for w_constant in code.constants:
        if isinstance(w_constant, W_Function):
            count += count_instructions(w_constant.code)
    return count
