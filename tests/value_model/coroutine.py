"""Coroutines on threads: the naive evaluator is recursive, so what suspends needs its own stack."""

import threading


class Killed(BaseException):
    """Unwinds a coroutine that nobody will resume."""


class Coroutine(object):
    """Runs ``body(coroutine)``; one of the two sides runs at any time, the other waits."""

    def __init__(self, body):
        self.body = body
        self.started = False
        self.running = False
        self.finished = False
        self.killed = False
        self.value = None
        self.error = None
        self.inside = threading.Semaphore(0)
        self.outside = threading.Semaphore(0)

    def resume(self):
        """Run to the next suspension, whose value is returned, or to the end; raises what it raises."""
        self.running = True
        self.value = None
        if self.started:
            self.inside.release()
        else:
            self.started = True
            thread = threading.Thread(target=self.run)
            thread.daemon = True
            thread.start()
        self.outside.acquire()
        self.running = False
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        return self.value

    def run(self):
        try:
            self.body(self)
        except Killed:
            pass
        except Exception as error:
            self.error = error
        self.finished = True
        self.outside.release()

    def suspend(self, value):
        """Inside: hand ``value`` to the resumer and wait for the next resume."""
        self.value = value
        self.outside.release()
        self.inside.acquire()
        if self.killed:
            raise Killed()

    def kill(self):
        """Unwind a suspended coroutine."""
        if self.started and not self.finished:
            self.killed = True
            self.inside.release()
            self.outside.acquire()
