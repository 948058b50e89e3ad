"""The event loop: what runs while the program waits (decisions 6 and 34).

Tasks are run one at a time, each until it waits itself; nothing is ever interrupted.  The loop runs
inside whatever waits, so that a task that waits in an ordinary function runs the others on top of
its own calls.
"""

import time

from rpython.rlib import jit

from ruffinterp.objects.errors import RuffError
from ruffinterp.vm.clock import monotonic_nanoseconds
from ruffinterp.vm.interrupts import poll_now
from ruffinterp.vm.timers import TimerHeap

# Ctrl-C is noticed after at most so many nanoseconds of sleep.
LONGEST_NAP = 50 * 1000 * 1000

DEADLOCK = 'Deadlock: nothing is left that could settle the promise'


class Task(object):
    """Something that can run now."""

    def run(self):
        """Run until it ends or waits; raises nothing but what ends the program."""
        raise NotImplementedError


class EventSource(object):
    """Something outside that tasks wait for, as the pipe of a worker process."""

    def is_active(self):
        """Whether anything can still come from here."""
        raise NotImplementedError

    def poll(self, nanoseconds):
        """Wait at most so long, handle what has come; returns whether something has."""
        raise NotImplementedError


class Scheduler(object):
    """The one event loop of the process."""

    def __init__(self):
        self.ready = []
        self.head = 0
        self.timers = TimerHeap()
        self.sources = []

    def forget_all(self):
        """Begin anew: in a copy of the process, which does not go on with what its parent has begun."""
        self.ready = []
        self.head = 0
        self.timers = TimerHeap()
        self.sources = []

    def add(self, task):
        """Have ``task`` run when the program waits next."""
        self.ready.append(task)

    def add_source(self, source):
        self.sources.append(source)

    def _take_ready(self):
        """The next task that can run, or None."""
        if self.head >= len(self.ready):
            return None
        task = self.ready[self.head]
        self.ready[self.head] = None
        self.head += 1
        if self.head >= 32 and self.head + self.head >= len(self.ready):
            self.ready = self.ready[self.head:]
            self.head = 0
        return task

    def run_ready(self):
        """Run the tasks that are ready now, not those that become ready meanwhile."""
        self.timers.fire(monotonic_nanoseconds())
        self._poll_sources(0)
        for _ in range(len(self.ready) - self.head):
            task = self._take_ready()
            if task is None:
                return
            task.run()

    def run_until_settled(self, w_promise):
        """Run others until a promise is settled.

        Raises RuffError if nothing is left that could settle it, Interrupted on Ctrl-C.
        """
        w_promise.check_settleable()
        while w_promise.is_pending():
            if not self.run_one(-1):
                raise RuffError(DEADLOCK)

    def run_until(self, deadline):
        """Run others until the clock shows ``deadline`` (nanoseconds), what is ready at least once."""
        self.run_ready()
        has_waited = False
        while True:
            left = deadline - monotonic_nanoseconds()
            if left <= 0:
                # A busy machine wakes late: what was due before the deadline has happened.
                if self.timers.fire(deadline) or has_waited:
                    self.run_ready()
                return
            has_waited = True
            if not self.run_one(left):
                nap(left)

    def run_one(self, limit):
        """Run one task, waiting for it at most ``limit`` nanoseconds (-1: as long as it takes).

        Returns False when there is nothing to wait for.
        """
        poll_now()
        task = self._take_ready()
        if task is not None:
            task.run()
            return True
        now = monotonic_nanoseconds()
        if self.timers.fire(now):
            return True
        wait = self.timers.delay(now)
        if limit >= 0 and (wait < 0 or limit < wait):
            wait = limit
        if self._has_sources():
            self._poll_sources(shortest(wait, LONGEST_NAP))
            return True
        if self.timers.is_empty():
            return False
        nap(wait)
        return True

    def _has_sources(self):
        for source in self.sources:
            if source.is_active():
                return True
        self.sources = []
        return False

    def _poll_sources(self, wait):
        for source in self.sources[:]:
            if source.is_active() and source.poll(wait):
                return


scheduler = Scheduler()


def shortest(wait, limit):
    if wait < 0 or wait > limit:
        return limit
    return wait


def nap(nanoseconds):
    """Sleep, but not so long that Ctrl-C would wait."""
    poll_now()
    time.sleep(float(shortest(nanoseconds, LONGEST_NAP)) / 1e9)


@jit.dont_look_inside
def wait_for(w_promise):
    """Run others until a promise is settled; see ``Scheduler.run_until_settled``."""
    scheduler.run_until_settled(w_promise)


@jit.dont_look_inside
def run_others():
    """Run what is ready."""
    scheduler.run_ready()
