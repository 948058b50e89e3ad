"""Entry point of the translator, and of the untranslated interpreter:

    python targetruff.py program.ruff [arguments...]
"""

import sys
import threading

from ruffinterp.cli.main import entry_point
from ruffinterp.vm.jit import RuffPolicy


def target(driver, args):
    """What the translator starts from."""
    driver.exe_name = 'ruff-%(backend)s'
    return entry_point, None


def jitpolicy(driver):
    return RuffPolicy()


def run_untranslated():
    """Run with a stack that deep recursion of the host needs."""
    sys.setrecursionlimit(40000)
    threading.stack_size(1 << 29)
    statuses = []
    thread = threading.Thread(target=lambda: statuses.append(entry_point(sys.argv)))
    thread.start()
    thread.join()
    sys.exit(statuses[0])


if __name__ == '__main__':
    run_untranslated()
