"""Background tasks with a handle, and values that tasks share (builtins-system.md 18.1, 19.6)."""

from rpython.rlib.rstackovf import StackOverflow

from ruffinterp.builtins.registry import builtin
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.function import W_Callable
from ruffinterp.objects.integer import W_Integer, int_add
from ruffinterp.objects.promise import W_Promise, reject_behind, settle_like
from ruffinterp.objects.booleans import w_true, wrap_bool
from ruffinterp.objects.string import W_Str
from ruffinterp.vm.calls import call0
from ruffinterp.vm.interrupts import overflow_outside
from ruffinterp.vm.scheduler import Task, scheduler

TASK_FAILED = 'Task panicked: '


class W_TaskHandle(W_Root):
    """A task that was started; ``w_result`` is its promise, None once it has been handed out."""
    type_word = 'taskhandle'

    def __init__(self, w_result):
        self.w_result = w_result


class FunctionTask(Task):
    """Calls a function without arguments and settles a promise with what it gives."""

    def __init__(self, w_function, w_result):
        self.w_function = w_function
        self.w_result = w_result

    def run(self):
        if not self.w_result.is_pending():
            # Canceled before it began.
            return
        try:
            w_value = call0(self.w_function)
        except RuffError as error:
            reject_behind(self.w_result, error, TASK_FAILED)
            return
        except StackOverflow:
            reject_behind(self.w_result, overflow_outside(), TASK_FAILED)
            return
        if isinstance(w_value, W_Promise):
            settle_like(self.w_result, w_value, TASK_FAILED)
        else:
            self.w_result.resolve(w_value)


@builtin('spawn_task', 'any keeps',
         count='spawn_task() expects 1 argument (async function), got %K', effects=True)
def spawn_task(w_function):
    "spawn_task(f) -> taskhandle: f() runs in the background."
    if not isinstance(w_function, W_Callable):
        raise RuffError('spawn_task() requires an async function argument')
    w_result = W_Promise()
    scheduler.add(FunctionTask(w_function, w_result))
    return W_TaskHandle(w_result)


@builtin('await_task', 'any', count='await_task() expects 1 argument (task handle), got %K',
         effects=True)
def await_task(w_handle):
    "await_task(handle) -> promise: the result of a task; can be asked for once."
    if not isinstance(w_handle, W_TaskHandle):
        raise RuffError('await_task() requires a TaskHandle argument')
    w_result = w_handle.w_result
    if w_result is None:
        w_result = W_Promise()
        w_result.reject(RuffError('Task handle already consumed'))
    w_handle.w_result = None
    return w_result


@builtin('cancel_task', 'any', count='cancel_task() expects 1 argument (task handle), got %K',
         effects=True)
def cancel_task(w_handle):
    "cancel_task(handle) -> bool: ends a task where it waits next; whether there was one."
    if not isinstance(w_handle, W_TaskHandle):
        raise RuffError('cancel_task() requires a TaskHandle argument')
    w_result = w_handle.w_result
    w_handle.w_result = None
    if w_result is None:
        return wrap_bool(False)
    if w_result.is_pending():
        w_result.reject(RuffError('Task was cancelled'))
        # Nobody can ask for it any more.
        w_result.handled_error()
    return w_true


# ---- the shared store

class SharedStore(object):
    def __init__(self):
        self.values_w = {}


shared_store = SharedStore()


def key_text(w_key, message):
    if not isinstance(w_key, W_Str):
        raise RuffError(message)
    return w_key.text()


@builtin('shared_set', 'any', 'any keeps', count='shared_set requires (key, value) arguments',
         effects=True)
def shared_set(w_key, w_value):
    "shared_set(key, value) -> true: stores a value that every task sees."
    shared_store.values_w[key_text(w_key, 'shared_set key must be a string')] = w_value
    return w_true


@builtin('shared_get', 'any', count='shared_get requires one key argument', effects=True)
def shared_get(w_key):
    "shared_get(key) -> any: the value stored under the key."
    key = key_text(w_key, 'shared_get key must be a string')
    w_value = shared_store.values_w.get(key, None)
    if w_value is None:
        raise RuffError("shared_get key '%s' not found" % key)
    w_value.mark_shared()
    return w_value


@builtin('shared_has', 'any', count='shared_has requires one key argument', effects=True)
def shared_has(w_key):
    "shared_has(key) -> bool: whether something is stored under the key."
    return wrap_bool(key_text(w_key, 'shared_has key must be a string') in shared_store.values_w)


@builtin('shared_delete', 'any', count='shared_delete requires one key argument', effects=True)
def shared_delete(w_key):
    "shared_delete(key) -> bool: removes a key; whether it was there."
    key = key_text(w_key, 'shared_delete key must be a string')
    if key not in shared_store.values_w:
        return wrap_bool(False)
    del shared_store.values_w[key]
    return w_true


@builtin('shared_add_int', 'any', 'any', count='shared_add_int requires (key, delta) arguments',
         effects=True)
def shared_add_int(w_key, w_delta):
    "shared_add_int(key, delta) -> int: adds to the int stored under the key; the new one."
    key = key_text(w_key, 'shared_add_int key must be a string')
    if not isinstance(w_delta, W_Integer):
        raise RuffError('shared_add_int delta must be an int')
    w_value = shared_store.values_w.get(key, None)
    if w_value is None:
        raise RuffError("shared_add_int key '%s' not found" % key)
    if not isinstance(w_value, W_Integer):
        raise RuffError("shared_add_int requires key '%s' to reference an int" % key)
    w_sum = int_add(w_value, w_delta)
    shared_store.values_w[key] = w_sum
    return w_sum
