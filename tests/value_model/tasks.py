"""Generators, promises and tasks of the reference evaluator.

The language leaves open which of several ready tasks runs first, so a program in which two are
ready at once is discarded.
"""

from coroutine import Coroutine
from values import Discard, Generator, Promise, Thrown, copied


REJECTED = 'Promise rejected: '


class Return(Exception):
    """Leaves a function."""

    def __init__(self, value):
        Exception.__init__(self)
        self.value = value


class Task(object):
    """The body of an async function or of a spawn; ``waits_for`` is the promise that holds it up."""

    def __init__(self, coroutine, promise):
        self.coroutine = coroutine
        self.promise = promise
        self.waits_for = None

    def sleeps(self):
        return self.waits_for is not None and self.waits_for.is_timer

    def is_ready(self):
        return self.waits_for is None or self.sleeps() or self.waits_for.state != 'pending'


class Tasks(object):
    """Everything that can be suspended in a run of the evaluator."""

    def __init__(self, evaluator):
        self.evaluator = evaluator
        self.coroutines = []
        self.waiting = []
        # The task and the coroutine that run; None in the main program.
        self.current = None
        self.innermost = None

    def coroutine(self, body):
        result = Coroutine(body)
        self.coroutines.append(result)
        return result

    def kill_all(self):
        for coroutine in self.coroutines:
            coroutine.kill()

    def resume(self, coroutine, task):
        """Resume and put back what belongs to the side that goes on afterwards."""
        kept = self.evaluator.depth, self.current, self.innermost
        self.evaluator.depth += 1
        self.current, self.innermost = task, coroutine
        try:
            return coroutine.resume()
        finally:
            self.evaluator.depth, self.current, self.innermost = kept

    def suspend(self, coroutine, value):
        depth = self.evaluator.depth
        coroutine.suspend(value)
        self.evaluator.depth = depth

    # ---- generators

    def generator(self, function, run):
        """``run(coroutine)`` evaluates the body."""
        def body(coroutine):
            try:
                run(coroutine)
            except Return:
                pass
        return Generator(len(function.parameters), self.coroutine(body))

    def pull(self, generator):
        """A list of the next item; empty at the end."""
        coroutine = generator.coroutine
        if coroutine.running:
            raise Thrown()
        if coroutine.finished:
            return []
        item = self.resume(coroutine, self.current)
        return [] if coroutine.finished else [copied(item)]

    # ---- tasks

    def call_async(self, run):
        """Run a body to its first suspension; the promise of its result."""
        promise = Promise('pending')

        def body(coroutine):
            try:
                run(coroutine)
                promise.settle('resolved', None)
            except Return as result:
                promise.settle('resolved', result.value)
        task = Task(self.coroutine(body), promise)
        self.go_on(task)
        return promise

    def spawn(self, run):
        """An error in the body ends only the task."""
        def body(coroutine):
            try:
                run(coroutine)
            except (Return, Thrown):
                pass
        self.waiting.append(Task(self.coroutine(body), None))

    def go_on(self, task):
        task.waits_for = self.resume(task.coroutine, task)
        if not task.coroutine.finished:
            self.waiting.append(task)

    def run_ready(self):
        """Run the only ready task for a while; False if there is none."""
        ready = [task for task in self.waiting if task.is_ready()]
        if len(ready) > 1:
            raise Discard()
        if not ready:
            return False
        task = ready[0]
        self.waiting.remove(task)
        try:
            self.go_on(task)
        except Thrown as error:
            task.promise.settle('rejected', error.cause, error.text)
        return True

    def wait(self, promise, directly):
        """The value of a promise; ``directly``: the await stands in the function that suspends."""
        if self.current is not None:
            self.wait_in_task(promise, directly)
        elif promise.is_timer:
            self.run_others()
        else:
            while promise.state == 'pending':
                if not self.run_ready():
                    raise Thrown()
            self.run_others()
        result = copied(promise.value)
        if promise.state == 'rejected':
            raise Thrown(result, promise.text and REJECTED + promise.text)
        return result

    def wait_in_task(self, promise, directly):
        if promise.state != 'pending':
            return
        if not directly or self.innermost is not self.current.coroutine:
            raise Discard()
        self.suspend(self.innermost, promise)
        if promise.is_timer:
            promise.settle('resolved', None)

    def run_others(self):
        """Whether a wait that is over lets others run first is left open."""
        if any(task.is_ready() for task in self.waiting):
            raise Discard()

    def receive(self, channel):
        if not channel.items:
            if self.current is not None or any(task.sleeps() for task in self.waiting):
                raise Discard()
            self.run_ready()
        self.run_others()
        return channel.items.pop(0) if channel.items else None
