"""The random programs of ``make proof``: ``proof.py PROGRAMS SEED``.

Compares every program in all modes (modes/), prints those that fail, made smaller, as regression
tests, and leaves them in build/proof.  Says how many of a sample reach what the JIT compiles.
"""

import collections
import glob
import os
import shutil
import sys
import time

TESTS = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(TESTS, 'modes'))

import modes_campaign
from jobs import FAILED, run_jobs
from reached import BRIDGE, CALL, LOOP, reached
from runner import ROOT, binary_path

FOLDER = os.path.join(ROOT, 'build', 'proof')
SAVED = os.path.join(FOLDER, '*.ruff')
PROGRESS_SECONDS = 30
# So many failing programs are made smaller, which takes time.
SHRUNK = 20
# Every so many programs is looked at more closely.
SAMPLED = 50
SAMPLED_MODES = ['jit', 'jit-early']


def program_job(seed):
    """The verdict, and (report, list of (mode, whether it runs hot, what it reaches) if sampled)."""
    verdict, report = modes_campaign.job(seed, FOLDER, len(glob.glob(SAVED)) < SHRUNK)
    found = []
    if seed % SAMPLED < 2:
        text = modes_campaign.source(modes_campaign.program_of(seed)[0])
        found = [(mode, seed % 2, reached(text, modes_campaign.MODE_FLAGS[mode]))
                 for mode in SAMPLED_MODES]
    return verdict, (report, found)


class Tally(object):
    """Counts of verdicts, and of what the sampled programs reach."""

    def __init__(self):
        self.started = self.shown = time.time()
        self.verdicts = collections.Counter()
        self.sampled = collections.Counter()
        self.reached = collections.Counter()

    def add(self, verdict, found):
        self.verdicts[verdict] += 1
        for mode, is_hot, kinds in found:
            self.sampled[mode, is_hot] += 1
            for kind in kinds:
                self.reached[mode, is_hot, kind] += 1

    def failures(self):
        return sum(count for verdict, count in self.verdicts.items()
                   if verdict not in modes_campaign.GOOD)

    def summary(self):
        seconds = time.time() - self.started
        count = sum(self.verdicts.values())
        verdicts = ', '.join('%d %s' % (number, verdict)
                             for verdict, number in sorted(self.verdicts.items()))
        return '%d programs in %d s (%d per minute): %s; %d fail' % (
            count, seconds, count * 60 / max(seconds, 1), verdicts, self.failures())

    def rates(self):
        """One line for each mode and kind of programs."""
        for (mode, is_hot), count in sorted(self.sampled.items()):
            shares = ', '.join('%s %d %%' % (
                kind, 100 * self.reached[mode, is_hot, kind] / count)
                for kind in (LOOP, BRIDGE, CALL))
            yield 'compiled in mode %s, %s (%d sampled): %s' % (
                mode, 'programs that run hot' if is_hot else 'programs of the whole language',
                count, shares)

    def progress(self):
        if time.time() - self.shown > PROGRESS_SECONDS:
            self.shown = time.time()
            print self.summary()
        sys.stdout.flush()


def prove_programs(first, count):
    """Returns how many programs fail."""
    if os.path.isdir(FOLDER):
        shutil.rmtree(FOLDER)
    tally = Tally()
    for verdict, result in run_jobs(range(first, first + count), program_job):
        report, found = (result, []) if verdict == FAILED else result
        tally.add(verdict, found)
        if verdict not in modes_campaign.GOOD:
            print report
        tally.progress()
    print tally.summary()
    for line in tally.rates():
        print line
    return tally.failures()


if __name__ == '__main__':
    if binary_path() is None:
        sys.exit('the binary ruff-c is missing; build it with: make translate')
    sys.exit(1 if prove_programs(int(sys.argv[2]), int(sys.argv[1])) else 0)
