"""Compares the interpreter with the reference evaluator on many random programs."""

import os
import random
import sys

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
for folder in (os.path.dirname(TESTS), TESTS, os.path.join(TESTS, 'value_model')):
    if folder not in sys.path:
        sys.path.insert(0, folder)

from changing_programs import ChangingGenerator
from generator import Generator
from jobs import run_jobs
from place_generator import PlaceGenerator
from reference import Reference
from shrink import Shrinker
from text import EXPRESSIONS, STATEMENTS, source
from values import Discard

SHRINKER = Shrinker(EXPRESSIONS, STATEMENTS, [('int', 1), ('array', [])], ('int', 'variable'))


GENERATORS = [Generator, ChangingGenerator, PlaceGenerator]


def program_of(seed):
    return GENERATORS[seed % len(GENERATORS)](random.Random(seed)).program()


def expected_output(program):
    """Output by the reference; None if the program is of no use."""
    try:
        return ''.join(line + '\n' for line in Reference().run(program))
    except Discard:
        return None


def difference(program, run, expected):
    """None if ``run(text) -> (exit code, output, errors)`` gives ``expected``, else what it gives."""
    code, out, err = run(source(program))
    if code == 0 and out == expected:
        return None
    return 'exit code %d\n%s%s' % (code, out, err)


def still_fails(program, run, ending):
    """Whether a mutilated program differs and ends like the whole one, so that it is no other fault."""
    try:
        expected = expected_output(program)
        found = None if expected is None else difference(program, run, expected)
    except Exception:
        # The reference cannot make sense of it.  Nothing may leave here: an exception that cannot
        # be sent to the parent process makes the pool wait for ever.
        return False
    return found is not None and found.startswith(ending)


def report(seed, mode, program, run):
    """A text with the shrunk program as the files of a regression test."""
    expected = expected_output(program)
    return ('seed %d [%s]\n--- seed_%d.ruff\n%s--- seed_%d.out\n%s--- got\n%s'
            % (seed, mode, seed, source(program), seed, expected,
               difference(program, run, expected)))


def check(seed, runs, shrinks=True):
    """('agrees' | 'useless' | 'differs', report); ``runs`` is a list of (mode, run)."""
    program = program_of(seed)
    expected = expected_output(program)
    if expected is None:
        return 'useless', ''
    for mode, run in runs:
        found = difference(program, run, expected)
        if found is None:
            continue
        if shrinks:
            ending = found.splitlines()[0]
            program = SHRINKER.shrink(program, lambda smaller: still_fails(smaller, run, ending))
        return 'differs', report(seed, mode, program, run)
    return 'agrees', ''


def compare(seeds, job):
    """Run ``job(seed)`` for all seeds in two processes: (number compared, list of reports)."""
    results = list(run_jobs(seeds, job))
    compared = sum(1 for verdict, _ in results if verdict != 'useless')
    return compared, [text for verdict, text in results if verdict not in ('useless', 'agrees')]
