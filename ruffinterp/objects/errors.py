"""The exception that carries a Ruff error through the interpreter."""

from rpython.rlib import jit

from ruffinterp.diagnostics import kinds


class TracebackEntry(object):
    """One frame that the error has left; linked from the outermost frame inwards."""
    _immutable_fields_ = ['code', 'pc', 'inner']

    def __init__(self, code, pc, inner):
        self.code = code
        self.pc = pc
        self.inner = inner


# So many frames are kept at both ends of a deep call stack; a power of two.
KEPT_FRAMES = 512


class Subject(object):
    """What an error is about, as far as its report can give a hint then (cli/explanations.py)."""
    _attrs_ = []


class MissingName(Subject):
    """``name`` was looked for in ``w_holder``, or is a variable if that is None."""
    _immutable_fields_ = ['name', 'w_holder']

    def __init__(self, name, w_holder):
        self.name = name
        self.w_holder = w_holder


class Unsuitable(Subject):
    """One of two values, either of which may be None, is not of a kind that was needed."""
    _immutable_fields_ = ['w_left', 'w_right']

    def __init__(self, w_left, w_right=None):
        self.w_left = w_left
        self.w_right = w_right


class Operands(Unsuitable):
    """An operator, as it is written, that two values do not have together."""
    _immutable_fields_ = ['symbol']

    def __init__(self, w_left, symbol, w_right):
        Unsuitable.__init__(self, w_left, w_right)
        self.symbol = symbol


class WrongArgument(Unsuitable):
    """An argument is of the wrong type; ``position``: which one, from 1."""
    _immutable_fields_ = ['position']

    def __init__(self, w_value, position):
        Unsuitable.__init__(self, w_value)
        self.position = position


class BadIndex(Subject):
    """An index beyond the ``length`` of what it goes into."""
    _immutable_fields_ = ['length']

    def __init__(self, length):
        self.length = length


class ModuleFault(Subject):
    """The text of a module is wrong: ``diagnostic``, which knows its Source."""
    _immutable_fields_ = ['diagnostic']

    def __init__(self, diagnostic):
        self.diagnostic = diagnostic


class NeverAwaited(Subject):
    """Nobody has awaited the promise that was rejected; ``inner``: what the error itself is
    about, a Subject or None."""
    _immutable_fields_ = ['inner']
    inner = None

    def __init__(self, inner):
        self.inner = inner


class RuffError(Exception):
    """An error of the language, catchable by ``try`` (language.md section 10).

    ``message``: UTF-8 bytes.  ``kind``: a Kind, what is wrong.
    ``w_cause``: the value of the field ``cause`` or None.
    ``w_value``: the value that was thrown, kept, or None (decision 50).
    ``depth``: the number of frames left so far; ``traceback``: the outermost of them, or None.

    After every KEPT_FRAMES frames a new chain begins at ``traceback``.  The first chain is kept as
    ``innermost``, the last full one as ``older``; those between are forgotten.
    ``subject``: a Subject or None.
    """

    def __init__(self, message, w_cause=None, subject=None, kind=kinds.FAILURE):
        self.message = message
        self.kind = kind
        self.w_cause = w_cause
        self.w_value = None
        self.subject = subject
        self.traceback = None
        self.innermost = None
        self.older = None
        self.depth = 0

    def leave_frame(self, code, pc):
        """Record that the error leaves (or was raised in) ``code`` at ``pc``."""
        if self.depth > 0 and self.depth & (KEPT_FRAMES - 1) == 0:
            self.begin_chain()
        self.traceback = TracebackEntry(code, pc, self.traceback)
        self.depth += 1

    @jit.dont_look_inside
    def begin_chain(self):
        if self.innermost is None:
            self.innermost = self.traceback
        else:
            self.older = self.traceback
        self.traceback = None

    def retold(self, message):
        """The same error with another message: it goes on where this one has got to."""
        error = RuffError(message, self.w_cause, self.subject, self.kind)
        error.w_value = self.w_value
        error.traceback = self.traceback
        error.innermost = self.innermost
        error.older = self.older
        error.depth = self.depth
        return error

    def innermost_entry(self):
        """The first entry that was recorded, or None."""
        entry = self.traceback
        if self.innermost is not None:
            entry = self.innermost
        if entry is None:
            return None
        while entry.inner is not None:
            entry = entry.inner
        return entry

    def frames_left_out(self):
        """The number of frames that were forgotten."""
        if self.older is None:
            return 0
        return self.depth - 2 * KEPT_FRAMES - (((self.depth - 1) & (KEPT_FRAMES - 1)) + 1)

    def gap_text(self):
        """What stands for the forgotten frames in a list of names."""
        return '... %d more frames' % self.frames_left_out()

    def entry_count(self):
        """The length of ``entries()``."""
        left_out = self.frames_left_out()
        if left_out == 0:
            return self.depth
        return self.depth - left_out + 1

    def entries(self):
        """The frames as list of TracebackEntry, outermost first; None stands for all that were
        forgotten."""
        entries = []
        add_chain(entries, self.traceback)
        add_chain(entries, self.older)
        if self.frames_left_out() > 0:
            entries.append(None)
        add_chain(entries, self.innermost)
        return entries

    def __str__(self):
        return self.message


def plain_error(kind, message):
    """A RuffError of a kind that is about nothing in particular."""
    return RuffError(message, None, None, kind)


def refusal(kind, message, w_value):
    """A RuffError about a value that is not of the kind that was needed."""
    return RuffError(message, None, Unsuitable(w_value), kind)


def add_chain(entries, entry):
    while entry is not None:
        entries.append(entry)
        entry = entry.inner


class ExitRequest(Exception):
    """``exit(status)``: ends the program, is not catchable (language.md 10.2)."""

    def __init__(self, status):
        self.status = status


class Interrupted(Exception):
    """Ctrl-C: ends the program with status 130, is not catchable."""
