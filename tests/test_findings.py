"""``ruff check`` of all programs of this project: it says nothing about what works (decision 61)."""

# spec: decisions.md 61

import os
import sys
import threading

from runner import ROOT, Program

from ruffinterp.checker.check import check_program
from ruffinterp.cli.run import loader
from ruffinterp.compiler.errors import CompileError
from ruffinterp.compiler.scope import analyze
from ruffinterp.diagnostics.render_text import location
from ruffinterp.modules.loader import FileModule
from ruffinterp.syntax.errors import SyntaxErrors
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source

# Texts that are no whole programs: others are put around them.
FRAGMENTS = [os.path.join('benchmarks', 'harness')]

RECURSION_LIMIT = 60000
STACK = 1 << 29


def all_programs():
    found = []
    for folder in ('examples', 'tests', 'benchmarks'):
        for place, _, names in os.walk(os.path.join(ROOT, folder)):
            if os.path.relpath(place, ROOT) not in FRAGMENTS:
                found.extend(Program(os.path.join(place, name)) for name in names
                             if name.endswith('.ruff'))
    return sorted(found, key=lambda program: program.path)


def findings_of(program):
    """The Diagnostics about a Program without its modules; None if it cannot be compiled."""
    with open(program.path, 'rb') as stream:
        source = Source(program.relative, stream.read())
    loader.start(os.path.dirname(program.path))
    module = FileModule(loader.builtins, loader, '')
    try:
        tree = parse(source)
        analyze(tree, module)
    except (SyntaxErrors, CompileError):
        return None
    report = check_program(tree, source, module)
    return report.errors + report.types + report.habits


def surprises():
    """Programs of which the check says something although nothing is marked, or the other way."""
    found = []
    for program in all_programs():
        findings = findings_of(program)
        if findings is None:
            continue
        if program.has_findings:
            if not findings:
                found.append('%s: nothing is found' % program.relative)
        elif program.exit == 0:
            found.extend('%s: %s' % (location(finding.source, finding.primary.start), finding.title)
                         for finding in findings)
    return found


def test_nothing_is_said_about_programs_that_work():
    found = []
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(RECURSION_LIMIT)
    # Some programs are deeper than the usual stack of the host.
    stack = threading.stack_size(STACK)
    thread = threading.Thread(target=lambda: found.extend(surprises() + ['end']))
    thread.start()
    thread.join()
    threading.stack_size(stack)
    sys.setrecursionlimit(limit)
    assert found == ['end'], '\n'.join(found)
