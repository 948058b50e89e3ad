"""Promises (language.md 11, builtins-system.md 18.1): values that come later."""

import weakref

from rpython.rlib import jit
from rpython.rlib.rweakref import dead_ref

from ruffinterp.objects.base import W_Root
from ruffinterp.objects.handles import check_generation, process_state

PENDING = 0
RESOLVED = 1
REJECTED = 2

REJECTED_PREFIX = 'Promise rejected: '

# So many errors of promises that are gone are kept for a report; the others are counted.
KEPT_ERRORS = 10


def rejection_text(message):
    """The message of what ``await`` raises.

    The prefix stands there once, also when the program has thrown such a text again.
    """
    if message.startswith(REJECTED_PREFIX):
        return message
    return REJECTED_PREFIX + message


def rejection_reason(message):
    """The message of the error of a rejected promise without what ``rejection_text`` adds."""
    if message.startswith(REJECTED_PREFIX):
        return message[len(REJECTED_PREFIX):]
    return message


class Rejection(object):
    """Why a promise was rejected.  ``error``: RuffError, never changed; ``is_handled``: whether
    somebody has been told; ``promise``: a weak reference to the promise, unless it had a waiter."""

    def __init__(self, error):
        self.error = error
        self.is_handled = False
        self.promise = dead_ref


class Unhandled(object):
    """The rejections that nobody has been told of, as far as they matter for a report.

    Whoever holds a promise can still await it.  The first KEPT_ERRORS of those that nobody holds
    are kept too; ``forgotten`` counts the rest.
    """

    def __init__(self):
        self.rejections = []
        self.forgotten = 0
        self.limit = 64

    def forget_all(self):
        """Begin anew: for another program, or in a copy of the process."""
        self.rejections = []
        self.forgotten = 0

    def add(self, rejection):
        if len(self.rejections) >= self.limit:
            self._drop()
            self.limit = max(64, 2 * len(self.rejections))
        self.rejections.append(rejection)

    def _drop(self):
        """Give up what no report needs."""
        kept = []
        gone = 0
        for rejection in self.rejections:
            if rejection.is_handled:
                continue
            if rejection.promise() is None:
                gone += 1
                if gone > KEPT_ERRORS:
                    self.forgotten += 1
                    continue
            kept.append(rejection)
        self.rejections = kept

    def errors(self):
        """The errors ([RuffError]) of all that are kept, in order."""
        errors = []
        for rejection in self.rejections:
            if not rejection.is_handled:
                errors.append(rejection.error)
        return errors

    def take_errors(self):
        """The same; they count as handled then."""
        errors = self.errors()
        self.rejections = []
        return errors

    def adopt(self, errors, forgotten):
        """Take over what another process has left unhandled."""
        for error in errors:
            self.add(Rejection(error))
        self.forgotten += forgotten

    def set_aside(self):
        """What there is ([Rejection]), for ``put_back``; begins anew."""
        rejections = self.rejections
        self.rejections = []
        return rejections

    def put_back(self, rejections):
        self.rejections = rejections + self.rejections

    def take_forgotten(self):
        """How many more there were."""
        count = self.forgotten
        self.forgotten = 0
        return count


unhandled = Unhandled()


class Waiter(object):
    """Something that goes on when a promise is settled."""

    def settled(self, w_promise):
        """Called once, from the code that settles the promise: takes note and returns soon."""
        raise NotImplementedError


class W_Promise(W_Root):
    """``w_value``: the value, kept; ``rejection``: the Rejection of a rejected promise."""
    _attrs_ = ['state', 'w_value', 'rejection', 'waiters', 'generation']
    _immutable_fields_ = ['generation']
    type_word = 'promise'

    def __init__(self):
        self.state = PENDING
        self.w_value = None
        self.rejection = None
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

    @jit.dont_look_inside
    def reject(self, error):
        """Settle with a RuffError; nothing happens if the promise is settled already."""
        if self.state == PENDING:
            self.state = REJECTED
            self.rejection = Rejection(error)
            if self.waiters is None:
                self.rejection.promise = weakref.ref(self)
                unhandled.add(self.rejection)
            self._wake()

    def handled_error(self):
        """The RuffError of a rejected promise, for somebody who does something about it."""
        self.rejection.is_handled = True
        return self.rejection.error

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
    """Settles a promise as another one is settled; ``prefix`` stands before the reason of a
    rejection."""

    def __init__(self, w_target, prefix):
        self.w_target = w_target
        self.prefix = prefix

    def settled(self, w_promise):
        if w_promise.state == RESOLVED:
            w_promise.w_value.mark_shared()
            self.w_target.resolve(w_promise.w_value)
        else:
            reject_behind(self.w_target, w_promise.handled_error(), self.prefix)


def reject_behind(w_target, error, prefix):
    """Reject a promise because of the error of something else: what it says behind ``prefix``."""
    w_target.reject(error.retold(prefix + rejection_reason(error.message)))


def settle_like(w_target, w_promise, prefix):
    """Have ``w_target`` settled as ``w_promise`` is, now or later; see Forwarder."""
    forwarder = Forwarder(w_target, prefix)
    if w_promise.is_pending():
        w_promise.wait(forwarder)
    else:
        forwarder.settled(w_promise)
