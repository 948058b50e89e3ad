"""Promises (language.md 11, builtins-system.md 18.1): values that come later."""

from ruffinterp.objects.base import W_Root
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.handles import check_generation, process_state

PENDING = 0
RESOLVED = 1
REJECTED = 2


class Waiter(object):
    """Something that goes on when a promise is settled."""

    def settled(self, w_promise):
        """Called once, from the code that settles the promise: takes note and returns soon."""
        raise NotImplementedError


class W_Promise(W_Root):
    """``w_value``: the value, kept; ``error``: the RuffError of a rejected promise."""
    _attrs_ = ['state', 'w_value', 'error', 'waiters', 'generation']
    _immutable_fields_ = ['generation']
    type_word = 'promise'

    def __init__(self):
        self.state = PENDING
        self.w_value = None
        self.error = None
        self.waiters = None
        self.generation = process_state.generation

    def is_pending(self):
        return self.state == PENDING

    def resolve(self, w_value):
        """Settle with a kept value; nothing happens if the promise is settled already."""
        if self.state == PENDING:
            self.state = RESOLVED
            self.w_value = w_value
            self._wake()

    def reject(self, error):
        """Settle with a RuffError; nothing happens if the promise is settled already."""
        if self.state == PENDING:
            self.state = REJECTED
            self.error = error
            self._wake()

    def wait(self, waiter):
        """Have ``waiter`` told when this pending promise is settled."""
        self.check_settleable()
        if self.waiters is None:
            self.waiters = [waiter]
        else:
            self.waiters.append(waiter)

    def check_settleable(self):
        """Raise RuffError if whatever settles this pending promise stayed in another process."""
        check_generation(self.generation, self.type_word)

    def _wake(self):
        waiters = self.waiters
        self.waiters = None
        if waiters is not None:
            for waiter in waiters:
                waiter.settled(self)

    def display(self, builder):
        if self.state == PENDING:
            builder.append('<promise pending>')
        elif self.state == RESOLVED:
            builder.append('<promise resolved>')
        else:
            builder.append('<promise rejected>')


def resolved_promise(w_value):
    """A promise that holds a kept value already."""
    w_promise = W_Promise()
    w_promise.state = RESOLVED
    w_promise.w_value = w_value
    return w_promise


class Forwarder(Waiter):
    """Settles a promise as another one is settled; ``prefix`` begins the message of a rejection."""

    def __init__(self, w_target, prefix):
        self.w_target = w_target
        self.prefix = prefix

    def settled(self, w_promise):
        if w_promise.state == RESOLVED:
            w_promise.w_value.mark_shared()
            self.w_target.resolve(w_promise.w_value)
        else:
            self.w_target.reject(RuffError(self.prefix + w_promise.error.message))


def settle_like(w_target, w_promise, prefix):
    """Have ``w_target`` settled as ``w_promise`` is, now or later; see Forwarder."""
    forwarder = Forwarder(w_target, prefix)
    if w_promise.is_pending():
        w_promise.wait(forwarder)
    else:
        forwarder.settled(w_promise)
