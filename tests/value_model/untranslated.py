"""Random programs through the untranslated interpreter in this process.

    python untranslated.py FIRST COUNT      compares COUNT programs from seed FIRST on
    python untranslated.py --show SEED      prints the program of a seed
"""

import signal
import sys
import traceback

from campaign import check, compare, program_of, source

from ruffinterp.cli.embed import run_text
from ruffinterp.objects.base import W_Container

# Within the 8 MB of stack that PyPy, too, finds in a default shell.
RECURSION_LIMIT = 8000
CRASHED = 99
EXPIRED = 98
CPU_SECONDS = 20
# Without ownership data come to contain themselves, and some programs do not end.
CPU_SECONDS_WITHOUT_SHARING = 1


class Expired(BaseException):
    """The program has used up its time."""


def expire(number, frame):
    raise Expired()


def run(text, limit=CPU_SECONDS):
    sys.setrecursionlimit(RECURSION_LIMIT)
    signal.signal(signal.SIGVTALRM, expire)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        return run_text('random.ruff', text)
    except Expired:
        return EXPIRED, '', traceback.format_exc()
    except Exception:
        return CRASHED, '', traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def job(seed):
    return check(seed, [('untranslated', run)])


def run_shortly(text):
    return run(text, CPU_SECONDS_WITHOUT_SHARING)


def job_without_sharing(seed):
    """The same with the bookkeeping of ownership switched off; differences are wanted."""
    kept = W_Container.mark_shared
    W_Container.mark_shared = lambda self: None
    try:
        return check(seed, [('untranslated', run_shortly)], shrinks=False)
    finally:
        W_Container.mark_shared = kept


def main(arguments):
    if arguments[0] == '--show':
        print source(program_of(int(arguments[1])))
        return
    first, count = int(arguments[0]), int(arguments[1])
    compared, reports = compare(range(first, first + count), job)
    for text in reports:
        print text
    print '%d compared, %d differ' % (compared, len(reports))


if __name__ == '__main__':
    main(sys.argv[1:])
