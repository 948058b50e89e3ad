"""Random programs through the native binary.

    python native.py FIRST COUNT      compares COUNT programs from seed FIRST on
"""

import os
import shutil
import sys
import tempfile

from campaign import check, compare

from runner import NATIVE_FLAGS, binary_path, communicate

TIMEOUT = 20
MODES = ['jit-eager', 'jit-off', 'jit']


class NativeRun(object):
    """``run(text)`` in one mode, through a file of its own in ``folder``."""

    def __init__(self, mode, folder):
        self.mode = mode
        self.path = os.path.join(folder, 'program-%d.ruff' % os.getpid())

    def __call__(self, text):
        with open(self.path, 'wb') as stream:
            stream.write(text)
        command = [binary_path()] + NATIVE_FLAGS[self.mode] + [self.path]
        outcome = communicate(command, b'', TIMEOUT)
        return outcome.exit, outcome.out, outcome.err


def job(arguments):
    """Check the program of (seed, folder, modes) in all modes."""
    seed, folder, modes = arguments
    return check(seed, [(mode, NativeRun(mode, folder)) for mode in modes])


def compare_native(seeds, modes):
    folder = tempfile.mkdtemp(prefix='ruff-values-')
    try:
        return compare([(seed, folder, modes) for seed in seeds], job)
    finally:
        shutil.rmtree(folder)


def main(arguments):
    first, count = int(arguments[0]), int(arguments[1])
    compared, reports = compare_native(range(first, first + count), MODES)
    for text in reports:
        print text
    print '%d compared, %d differ' % (compared, len(reports))


if __name__ == '__main__':
    main(sys.argv[1:])
