"""Promises of timers and tasks (builtins-system.md 18.1 and 19.6, decision 59)."""

from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.sequences import array_or_none
from ruffinterp.objects.array import new_array
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.integer import W_Int, W_Integer, to_machine_int, wrap_int
from ruffinterp.objects.promise import (
    REJECTED, W_Promise, Waiter, reject_behind, settle_like)
from ruffinterp.objects.booleans import w_null
from ruffinterp.vm.clock import NANOSECONDS_PER_MILLISECOND, monotonic_nanoseconds
from ruffinterp.vm.scheduler import scheduler
from ruffinterp.vm.timers import Timer

# More milliseconds than that are for ever, and still fit a word as nanoseconds.
LONGEST_DELAY = 2 ** 61 // NANOSECONDS_PER_MILLISECOND


def deadline_after(w_milliseconds):
    """The time of the monotonic clock (nanoseconds) so many milliseconds (W_Integer) from now."""
    delay = LONGEST_DELAY
    if isinstance(w_milliseconds, W_Int):
        delay = min(w_milliseconds.value, LONGEST_DELAY)
    return monotonic_nanoseconds() + delay * NANOSECONDS_PER_MILLISECOND


class SleepTimer(Timer):
    """Resolves a promise with null."""

    def __init__(self, deadline, w_promise):
        Timer.__init__(self, deadline)
        self.w_promise = w_promise

    def expire(self):
        self.w_promise.resolve(w_null)


class TimeoutTimer(Timer):
    """Rejects a promise that is still pending."""

    def __init__(self, deadline, w_promise, text):
        Timer.__init__(self, deadline)
        self.w_promise = w_promise
        self.text = text

    def expire(self):
        self.w_promise.reject(RuffError('Timeout after %sms' % self.text))


@builtin('async_sleep', 'any',
         count='async_sleep() expects 1 argument (milliseconds), got %K', effects=True)
def async_sleep(w_milliseconds):
    "async_sleep(ms) -> promise: resolved with null after that many milliseconds."
    if not isinstance(w_milliseconds, W_Integer):
        raise RuffError('async_sleep() requires an integer milliseconds argument')
    if w_milliseconds.is_negative():
        raise RuffError('async_sleep() requires non-negative milliseconds, got %s' %
                        w_milliseconds.text())
    w_promise = W_Promise()
    scheduler.timers.add(SleepTimer(deadline_after(w_milliseconds), w_promise))
    return w_promise


@builtin('async_timeout', 'any', 'any',
         count='async_timeout() expects 2 arguments (promise, timeout_ms), got %K', effects=True)
def async_timeout(w_promise, w_milliseconds):
    """async_timeout(promise, ms) -> promise: settled as the promise, or rejected when it takes
    longer."""
    return limited('async_timeout', w_promise, w_milliseconds)


@builtin('with_timeout', 'any', 'any',
         count='with_timeout() expects 2 arguments (promise, timeout_ms), got %K', effects=True)
def with_timeout(w_promise, w_milliseconds):
    "with_timeout(promise, ms) -> promise: the same as async_timeout."
    return limited('with_timeout', w_promise, w_milliseconds)


def limited(name, w_promise, w_milliseconds):
    """The promise that ``async_timeout`` gives; ``name``: the function that was called."""
    if not isinstance(w_promise, W_Promise):
        raise RuffError('%s() requires a Promise as first argument' % name)
    if not isinstance(w_milliseconds, W_Integer):
        raise RuffError('%s() requires an integer timeout_ms argument' % name)
    if w_milliseconds.is_negative() or not w_milliseconds.is_truthy():
        raise RuffError('%s() requires positive timeout_ms, got %s' % (
            name, w_milliseconds.text()))
    w_result = W_Promise()
    settle_like(w_result, w_promise, '')
    if w_result.is_pending():
        scheduler.timers.add(TimeoutTimer(
            deadline_after(w_milliseconds), w_result, w_milliseconds.text()))
    return w_result


# ---- promise_all

class Gathering(object):
    """The results of several promises, on their way into one."""

    def __init__(self, count):
        self.results_w = [w_null] * count
        self.missing = count
        self.w_promise = W_Promise()

    def add(self, index, w_promise):
        """Take the result of a settled promise."""
        if w_promise.state == REJECTED:
            reject_behind(self.w_promise, w_promise.handled_error(),
                          'Promise %d rejected: ' % index)
            return
        w_promise.w_value.mark_shared()
        self.results_w[index] = w_promise.w_value
        self.missing -= 1
        self.resolve_when_complete()

    def resolve_when_complete(self):
        if self.missing == 0:
            self.w_promise.resolve(new_array(self.results_w))


class GatheringWaiter(Waiter):
    def __init__(self, gathering, index):
        self.gathering = gathering
        self.index = index

    def settled(self, w_promise):
        self.gathering.add(self.index, w_promise)


def gathered(promises_w):
    """The promise of the results of all ``promises_w`` ([W_Promise])."""
    gathering = Gathering(len(promises_w))
    for index in range(len(promises_w)):
        w_promise = promises_w[index]
        if w_promise.is_pending():
            w_promise.wait(GatheringWaiter(gathering, index))
        else:
            gathering.add(index, w_promise)
    gathering.resolve_when_complete()
    return gathering.w_promise


def check_limit(name, w_limit):
    """The optional number of promises watched at a time, which changes nothing that shows."""
    if w_limit is None:
        return
    if not isinstance(w_limit, W_Integer):
        raise RuffError('%s() optional concurrency_limit must be an integer' % name)
    if w_limit.is_negative() or not w_limit.is_truthy():
        raise RuffError('%s() concurrency_limit must be > 0, got %s' % (name, w_limit.text()))


def promises_of(w_array, name):
    """The items of an array as [W_Promise]; RuffError for the first that is none."""
    promises_w = []
    items_w = w_array.items_w()
    for index in range(len(items_w)):
        w_promise = items_w[index]
        if not isinstance(w_promise, W_Promise):
            raise RuffError('%s() array element %d is not a Promise' % (name, index))
        promises_w.append(w_promise)
    return promises_w


@builtin('promise_all', 'any', 'any?', count='Promise.all expects 1 to 2 arguments, got %K',
         aliases=['await_all'], effects=True)
def promise_all(w_promises, w_limit):
    """promise_all(promises, [limit]) -> promise: resolved with the array of all results, rejected
    with the first failure."""
    w_array = array_or_none(w_promises)
    if w_array is None:
        raise RuffError('Promise.all() requires an array of promises')
    check_limit('Promise.all', w_limit)
    return gathered(promises_of(w_array, 'Promise.all'))


@builtin('promise_race', 'any', effects=True)
def promise_race(w_promises):
    """promise_race(promises) -> promise: settled as the first of them that is settled.

    What the others give later, errors too, is ignored."""
    w_array = array_or_none(w_promises)
    if w_array is None:
        raise RuffError('promise_race() requires an array of promises')
    promises_w = promises_of(w_array, 'promise_race')
    if len(promises_w) == 0:
        raise RuffError('promise_race() requires at least one promise')
    w_first = W_Promise()
    for w_promise in promises_w:
        settle_like(w_first, w_promise, '')
    return w_first


# ---- the number of tasks that run at a time

class TaskPool(object):
    def __init__(self):
        self.size = 256


task_pool = TaskPool()


@builtin('set_task_pool_size', 'any',
         count='set_task_pool_size() expects 1 argument (size), got %K', effects=True)
def set_task_pool_size(w_size):
    "set_task_pool_size(n) -> int: the default limit of tasks at a time; the previous one."
    if not isinstance(w_size, W_Integer):
        raise RuffError('set_task_pool_size() requires an integer size argument')
    if w_size.is_negative() or not w_size.is_truthy():
        raise RuffError('set_task_pool_size() size must be > 0, got %s' % w_size.text())
    previous = task_pool.size
    task_pool.size = to_machine_int(w_size)
    return wrap_int(previous)


@builtin('get_task_pool_size', count='A4', effects=True)
def get_task_pool_size():
    "get_task_pool_size() -> int: the default limit of tasks at a time."
    return wrap_int(task_pool.size)
