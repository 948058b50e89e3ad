"""Random programs of the whole language in every mode: all must do the same.

    python modes_campaign.py FIRST COUNT      compares COUNT programs from seed FIRST on
    python modes_campaign.py --show SEED      prints the program of a seed

Even seeds are programs of the whole language (programs.py), which run untranslated too; odd ones
are programs that run hot (hot_programs.py).
"""

import os
import shutil
import sys
import tempfile
import time
import traceback

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
for folder in (os.path.dirname(TESTS), TESTS, os.path.join(TESTS, 'modes')):
    if folder not in sys.path:
        sys.path.insert(0, folder)

import hot_programs
import programs
from jobs import run_jobs
from runner import LEFT_AT_EXIT, NATIVE_FLAGS, SHOWN_NAME, UNTRANSLATED, binary_path, communicate
from trees import SHRINKER, source

from ruffinterp.cli.embed import run_text
from ruffinterp.objects.struct import registry

AGREES, DIFFERS, USELESS = 'agrees', 'differs', 'useless'
CRASHES, HANGS, CHANGES, REFUSED = 'crashes', 'hangs', 'changes a copy', 'refused'
GOOD = (AGREES, USELESS)
RECURSION_LIMIT = 8000
CRASHED, HUNG = 99, 98
# Limits of time in seconds: of the first mode, and of the others in relation to it.
TIMEOUT = 60
LEAST_TIMEOUT, TIMES_AS_LONG = 10, 20
# While a program is made smaller.
SHORT_TIMEOUT, ATTEMPTS, SECONDS = 2, 1500, 180
MODE_FLAGS = dict(NATIVE_FLAGS, **{
    'jit-early': ['--jit', 'threshold=7,function_threshold=11,trace_eagerness=1']})
HOT_MODES = ['jit-off', 'jit', 'jit-eager', 'jit-early']
ALL_MODES = [UNTRANSLATED] + HOT_MODES
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


def run_native(text, mode, folder, timeout):
    path = os.path.join(folder, SHOWN_NAME)
    with open(path, 'wb') as stream:
        stream.write(text)
    outcome = communicate([binary_path()] + MODE_FLAGS[mode] + [SHOWN_NAME], b'', timeout,
                          cwd=folder)
    if outcome.timed_out:
        return HUNG, '', ''
    return outcome.exit, outcome.out, LEFT_AT_EXIT.sub(b'', outcome.err)


def outcomes(text, modes, least_timeout=LEAST_TIMEOUT):
    """What a program does in each of the modes, as (mode, outcome).

    The first native mode sets the limit of time for those after it.
    """
    folder = tempfile.mkdtemp(prefix='ruff-modes-')
    found, timeout = [], None
    try:
        for mode in modes:
            if mode == UNTRANSLATED:
                found.append((mode, run_untranslated(text)))
                continue
            started = time.time()
            found.append((mode, run_native(text, mode, folder, timeout or TIMEOUT)))
            if timeout is None:
                timeout = least_timeout + TIMES_AS_LONG * (time.time() - started)
    finally:
        shutil.rmtree(folder)
    return found


def is_crash(outcome):
    """Whether no program may end like this: by a signal or an internal error."""
    code, _, err = outcome
    return code < 0 or code in (6, CRASHED) or b'RPython traceback' in err


def is_hang(outcome):
    return outcome[0] == HUNG


def is_change(outcome):
    """Whether the program has found that a call changed a variable of its caller."""
    return hot_programs.CHANGED in outcome[1]


FAULTS = [(CRASHES, is_crash), (HANGS, is_hang), (CHANGES, is_change)]


def is_refused(outcome):
    """Whether the program was not run at all; the generator makes none of these."""
    return outcome[0] == 3 or outcome[2].startswith(b'Compilation error')


def kind_of(found):
    """The verdict on the outcomes of one program."""
    results = [outcome for _, outcome in found]
    for kind, is_fault in FAULTS:
        if any(is_fault(outcome) for outcome in results):
            return kind
    if any(DEPTH_MESSAGE in outcome[1] + outcome[2] for outcome in results):
        return USELESS
    if any(outcome != results[0] for outcome in results):
        return DIFFERS
    return REFUSED if is_refused(results[0]) else AGREES


def telling_modes(found, kind):
    """The modes that show a failure, as few and as fast as possible."""
    by_speed = [pair for pair in found if pair[0] != UNTRANSLATED]
    by_speed += [pair for pair in found if pair[0] == UNTRANSLATED]
    first, outcome = by_speed[0]
    if kind == DIFFERS:
        return [first] + [mode for mode, other in by_speed if other != outcome][:1]
    faulty = [mode for mode, other in by_speed if dict(FAULTS).get(kind, is_refused)(other)][:1]
    # A limit of time is relative to the first mode.
    return [first] + faulty if kind == HANGS and faulty != [first] else faulty


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
        again = outcomes(source(smaller), modes, SHORT_TIMEOUT)
        return kind_of(again) == kind and sign_of(again, kind) == sign
    return SHRINKER.shrink(program, still_fails, ATTEMPTS, SECONDS)


def described(mode, outcome):
    return '--- %s: exit code %d\n%s%s' % (mode, outcome[0], outcome[1], outcome[2])


def report(seed, program, found, kind):
    """The program as a regression test, and what each mode makes of it."""
    parts = ['# seed %d: %s\n%s' % (seed, kind, source(program))]
    parts.extend(described(mode, outcome) for mode, outcome in found)
    return '\n'.join(parts)


def save(folder, seed, program, found):
    """Writes a regression test: the files of a program as runner.py describes them.

    What is expected is what the first mode does; it deserves a look.
    """
    if not os.path.isdir(folder):
        os.makedirs(folder)
    code, out, err = found[0][1]
    files = [('ruff', source(program)), ('out', out)]
    if code:
        files.append(('exit', '%d\n' % code))
    if err:
        files.append(('err', err))
    for extension, text in files:
        with open(os.path.join(folder, 'seed_%d.%s' % (seed, extension)), 'wb') as stream:
            stream.write(text)


def program_of(seed):
    """The program of a seed (a list of statements), and the modes in which it is compared."""
    if seed % 2:
        return hot_programs.program_of(seed), HOT_MODES
    return programs.program_of(seed), ALL_MODES


def job(seed, folder=None, shrinks=True):
    """(verdict, report); a program that fails is made smaller and saved in the folder."""
    program, modes = program_of(seed)
    if binary_path() is None:
        # A program that runs hot would take too long.
        modes = [mode for mode in modes if mode == UNTRANSLATED]
        if not modes:
            return USELESS, ''
    found = outcomes(source(program), modes)
    kind = kind_of(found)
    if kind == HANGS:
        # A machine that was busy or asleep is none of its programs' faults.
        found = outcomes(source(program), modes)
        kind = kind_of(found)
    if kind in GOOD:
        return kind, ''
    if shrinks:
        program = smallest(program, found, kind)
        found = outcomes(source(program), modes)
    if folder is not None:
        save(folder, seed, program, found)
    return kind, report(seed, program, found, kind)


def main(arguments):
    if arguments[0] == '--show':
        print source(program_of(int(arguments[1]))[0])
        return
    first, count = int(arguments[0]), int(arguments[1])
    failures = 0
    for verdict, text in run_jobs(range(first, first + count), job):
        if verdict not in GOOD:
            failures += 1
            print text
    print '%d programs, %d fail' % (count, failures)


if __name__ == '__main__':
    main(sys.argv[1:])
