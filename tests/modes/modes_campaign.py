"""Random programs of the whole language in every mode: all must do the same.

    python modes_campaign.py FIRST COUNT      compares COUNT programs from seed FIRST on
    python modes_campaign.py --show SEED      prints the program of a seed
"""

import os
import shutil
import sys
import tempfile
import traceback

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
for folder in (os.path.dirname(TESTS), TESTS, os.path.join(TESTS, 'modes')):
    if folder not in sys.path:
        sys.path.insert(0, folder)

from jobs import run_jobs
from programs import program_of
from runner import LEFT_AT_EXIT, NATIVE_FLAGS, SHOWN_NAME, UNTRANSLATED, binary_path, communicate
from trees import SHRINKER, source

from ruffinterp.cli.embed import run_text
from ruffinterp.objects.struct import registry

AGREES, DIFFERS, USELESS = 'agrees', 'differs', 'useless'
RECURSION_LIMIT = 8000
CRASHED = 99
TIMEOUT = 20
NATIVE_MODES = ['jit', 'jit-eager', 'jit-off']
ALL_MODES = [UNTRANSLATED] + NATIVE_MODES
BUILT_IN_STRUCTS = set(registry.types)
# How deep the stack is differs between the modes, and so does what happened before.
DEPTH_MESSAGE = b'Maximum call stack depth'


def run_untranslated(text):
    """(exit code, standard output, standard error) of a program in this process."""
    sys.setrecursionlimit(RECURSION_LIMIT)
    for name in set(registry.types) - BUILT_IN_STRUCTS:
        del registry.types[name]
    try:
        return run_text(SHOWN_NAME, text)
    except Exception:
        return CRASHED, '', traceback.format_exc()


def run_native(text, mode, folder):
    path = os.path.join(folder, SHOWN_NAME)
    with open(path, 'wb') as stream:
        stream.write(text)
    outcome = communicate([binary_path()] + NATIVE_FLAGS[mode] + [SHOWN_NAME], b'', TIMEOUT,
                          cwd=folder)
    return outcome.exit, outcome.out, LEFT_AT_EXIT.sub(b'', outcome.err)


def outcomes(text, modes):
    """What a program does in each of the modes, as (mode, outcome)."""
    folder = tempfile.mkdtemp(prefix='ruff-modes-')
    try:
        return [(mode, run_untranslated(text) if mode == UNTRANSLATED
                 else run_native(text, mode, folder)) for mode in modes]
    finally:
        shutil.rmtree(folder)


def is_fault(outcome):
    """Whether no program may end like this: by a signal or an internal error."""
    code, _, err = outcome
    return code < 0 or code in (6, CRASHED) or b'RPython traceback' in err


def is_refused(outcome):
    """Whether the program was not run at all; the generator makes none of these."""
    return outcome[0] == 3 or outcome[2].startswith(b'Compilation error')


def kind_of(found):
    """'fault', 'refused', or one of the verdicts."""
    results = [outcome for _, outcome in found]
    if any(is_fault(outcome) for outcome in results):
        return 'fault'
    if any(DEPTH_MESSAGE in outcome[1] + outcome[2] for outcome in results):
        return USELESS
    if any(outcome != results[0] for outcome in results):
        return DIFFERS
    return 'refused' if is_refused(results[0]) else AGREES


def telling_modes(found, kind):
    """The modes that show a failure, as few and as fast as possible."""
    by_speed = found[1:] + found[:1]
    if kind == 'fault':
        return [mode for mode, outcome in by_speed if is_fault(outcome)][:1]
    if kind == DIFFERS:
        first, outcome = by_speed[0]
        return [first] + [mode for mode, other in by_speed if other != outcome][:1]
    return [by_speed[0][0]]


def sign_of(found, kind):
    """What a smaller program must show too, so that it has the same fault."""
    if kind == DIFFERS:
        return kind
    return kind, [outcome[0] for _, outcome in found], [
        outcome[2].splitlines()[-1:] for _, outcome in found]


def smallest(program, found, kind):
    """The program without what its failure does not need."""
    modes = telling_modes(found, kind)
    sign = sign_of(outcomes(source(program), modes), kind)

    def still_fails(smaller):
        again = outcomes(source(smaller), modes)
        return kind_of(again) == kind and sign_of(again, kind) == sign
    return SHRINKER.shrink(program, still_fails)


def described(mode, outcome):
    return '--- %s: exit code %d\n%s%s' % (mode, outcome[0], outcome[1], outcome[2])


def report(seed, program, found, kind):
    """The program as a regression test, and what each mode makes of it."""
    parts = ['# seed %d: %s\n%s' % (seed, kind, source(program))]
    parts.extend(described(mode, outcome) for mode, outcome in found)
    return '\n'.join(parts)


def available_modes():
    return ALL_MODES if binary_path() is not None else [UNTRANSLATED]


def job(seed, shrinks=True):
    """('agrees' | 'differs' | 'useless', report)."""
    modes = available_modes()
    program = program_of(seed)
    found = outcomes(source(program), modes)
    kind = kind_of(found)
    if kind in (AGREES, USELESS):
        return kind, ''
    if shrinks:
        program = smallest(program, found, kind)
    return DIFFERS, report(seed, program, outcomes(source(program), modes), kind)


def main(arguments):
    if arguments[0] == '--show':
        print source(program_of(int(arguments[1])))
        return
    first, count = int(arguments[0]), int(arguments[1])
    failures = 0
    for verdict, text in run_jobs(range(first, first + count), job):
        if verdict not in (AGREES, USELESS):
            failures += 1
            print text
    print '%d programs, %d fail' % (count, failures)


if __name__ == '__main__':
    main(sys.argv[1:])
