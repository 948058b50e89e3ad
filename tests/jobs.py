"""Many small jobs in two processes."""

import multiprocessing
import os
import signal
import threading
import traceback

from rpython.tool import runsubprocess
from rpython.tool.udir import udir

import runner

WORKERS = 2
FAILED = 'failed'


class Guarded(object):
    """A job whose exceptions come back as text.

    An exception that cannot be sent to the parent process makes a pool wait for ever.
    """

    def __init__(self, job):
        self.job = job

    def __call__(self, argument):
        try:
            return self.job(argument)
        except Exception:
            return FAILED, '%r\n%s' % (argument, traceback.format_exc())


def begin():
    """The first thing that a worker does."""
    # Ctrl-C is for the parent, which ends the pool.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The parent held it.
    runner.starting = threading.Lock()
    # Untranslated code compiles C functions on their first call: through a process that answers one
    # at a time, to files of the same names.  Each worker has its own.
    runsubprocess.spawn_subprocess()
    udir.strpath = udir.ensure('worker-%d' % os.getpid(), dir=True).strpath


def run_jobs(arguments, job, chunk=20):
    """Yields ``job(argument)``, a pair, for all arguments in any order, computed in two processes.

    A job that raises gives the pair (FAILED, text).
    """
    with runner.starting:
        pool = multiprocessing.Pool(WORKERS, begin)
    try:
        for result in pool.imap_unordered(Guarded(job), arguments, chunk):
            yield result
    finally:
        pool.terminate()
        pool.join()
