"""The event loop and its timers."""

import pytest

from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.promise import REJECTED, RESOLVED, W_Promise, Waiter
from ruffinterp.objects.booleans import w_null
from ruffinterp.vm.clock import monotonic_nanoseconds
from ruffinterp.vm.scheduler import Scheduler, Task
from ruffinterp.vm.timers import Timer, TimerHeap


class Noted(Timer):
    def __init__(self, deadline, name, fired):
        Timer.__init__(self, deadline)
        self.name = name
        self.fired = fired

    def expire(self):
        self.fired.append(self.name)


def test_timers_fire_in_order():
    heap, fired = TimerHeap(), []
    for deadline in (5, 1, 3, 3, 9, 2, 1):
        heap.add(Noted(deadline, (deadline, heap.count), fired))
    assert heap.delay(0) == 1
    assert heap.fire(3)
    assert fired == [(1, 1), (1, 6), (2, 5), (3, 2), (3, 3)]
    assert heap.delay(4) == 1
    assert not heap.fire(4)
    assert heap.fire(100) and heap.is_empty()
    assert heap.delay(100) == -1


class Step(Task):
    def __init__(self, scheduler, names, name, following=None):
        self.scheduler, self.names, self.name = scheduler, names, name
        self.following = following

    def run(self):
        self.names.append(self.name)
        if self.following is not None:
            self.scheduler.add(self.following)


def test_tasks_run_in_order_and_new_ones_later():
    scheduler, names = Scheduler(), []
    scheduler.add(Step(scheduler, names, 'a', Step(scheduler, names, 'c')))
    scheduler.add(Step(scheduler, names, 'b'))
    scheduler.run_ready()
    assert names == ['a', 'b']
    scheduler.run_ready()
    assert names == ['a', 'b', 'c']


class Settle(Task):
    def __init__(self, w_promise):
        self.w_promise = w_promise

    def run(self):
        self.w_promise.resolve(w_null)


def test_waiting_for_a_promise():
    scheduler, w_promise = Scheduler(), W_Promise()
    scheduler.add(Settle(w_promise))
    scheduler.run_until_settled(w_promise)
    assert w_promise.state == RESOLVED
    with pytest.raises(RuffError) as raised:
        scheduler.run_until_settled(W_Promise())
    assert raised.value.message.startswith('Deadlock: ')


def test_waiting_for_a_time():
    scheduler, names = Scheduler(), []
    start = monotonic_nanoseconds()
    scheduler.timers.add(Noted(start + 10 ** 6, 'timer', names))
    scheduler.run_until(start + 20 * 10 ** 6)
    assert names == ['timer']
    assert monotonic_nanoseconds() - start >= 20 * 10 ** 6


class Listening(Waiter):
    def __init__(self):
        self.states = []

    def settled(self, w_promise):
        self.states.append(w_promise.state)


class Late(Task):
    """Keeps the loop from looking at the clock until ``moment``."""

    def __init__(self, moment):
        self.moment = moment

    def run(self):
        while monotonic_nanoseconds() < self.moment:
            pass


def test_waiting_for_a_time_that_is_long_past():
    scheduler, fired = Scheduler(), []
    now = monotonic_nanoseconds()
    scheduler.timers.add(Noted(now + 5000000, 'within', fired))
    scheduler.timers.add(Noted(now + 10 ** 12, 'later', fired))
    scheduler.add(Late(now + 20000000))
    scheduler.run_until(now + 10000000)
    assert fired == ['within']


def test_a_promise_is_settled_once():
    w_promise, listening = W_Promise(), Listening()
    w_promise.wait(listening)
    w_promise.reject(RuffError('no'))
    w_promise.resolve(w_null)
    assert listening.states == [REJECTED]
    assert w_promise.handled_error().message == 'no'


class LateTimer(Timer):
    """Expires so late that the time of whoever waits is over when its task is ready."""

    def __init__(self, scheduler, deadline, end, names):
        Timer.__init__(self, deadline)
        self.scheduler, self.end, self.names = scheduler, end, names

    def expire(self):
        while monotonic_nanoseconds() < self.end:
            pass
        self.scheduler.add(Step(self.scheduler, self.names, 'step'))


def test_a_late_timer_is_not_lost():
    scheduler, names = Scheduler(), []
    start = monotonic_nanoseconds()
    end = start + 5 * 10 ** 6
    scheduler.timers.add(LateTimer(scheduler, start + 10 ** 6, end + 10 ** 6, names))
    scheduler.run_until(end)
    assert names == ['step']
