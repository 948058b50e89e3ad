"""A fault of the JIT compiler costs a trace, never the program; traces that come to nothing cost little.

Compiling starts where a counter says that a loop, a function or the exit of a
trace is hot. Two things can forbid it here: the compiler has failed at that
place before, or too much of the time so far went into traces that were given up.
"""
import inspect
import textwrap
import time

from rpython.jit.metainterp import compile as jit_compile
from rpython.jit.metainterp import jitprof, pyjitpl, warmstate
from rpython.jit.metainterp.jitexc import JitException
from rpython.rlib.debug import debug_print
from rpython.rlib.jit import Counters
from rpython.rlib.objectmodel import we_are_translated
from rpython.translator.c import funcgen

# A flag of a jit cell besides those of the toolchain: the compiler has failed here.
GIVEN_UP = 0x4000

# What traces that are given up may cost: some time at once, and a share of all the time so far.
FREE_SECONDS = 0.020
SHARE = 0.1

# The tracer takes no longer than this for one operation. A call in a trace takes as long as the
# program wants, which is no cost of tracing.
SECONDS_PER_OPERATION = 0.00001


class CompilerState(object):
    """What the JIT compiler of this process has been through.

    ``faults``: how often it failed. ``wasted``: the seconds of processor time
    that went into traces that were given up. ``last_time``: the processor time
    at which that was looked at last; in a forked process it starts again.
    """

    def __init__(self):
        self.faults = 0
        self.wasted = 0.0
        self.last_time = 0.0

    def may_start(self):
        """Tells whether another trace may be started; bool."""
        if not we_are_translated():
            return True
        now = time.clock()
        if now < self.last_time:
            self.wasted = 0.0
        self.last_time = now
        return self.wasted <= FREE_SECONDS + SHARE * now

    def waste(self, seconds, operations):
        """Notes that a trace was given up after some seconds and recorded operations."""
        self.wasted += min(seconds, operations * SECONDS_PER_OPERATION)


state = CompilerState()


def may_trace(cell):
    """Tells whether tracing may start at a place with a jit cell, or None; bool."""
    if cell is not None and cell.flags & GIVEN_UP:
        return False
    return state.may_start()


def edited(function, old, new):
    """``function`` with one piece of its source replaced, compiled in its own module.

    For closures that cannot be wrapped. Raises ValueError if the piece does not
    occur exactly once.
    """
    source = textwrap.dedent(inspect.getsource(function))
    if source.count(old) != 1:
        raise ValueError("%s does not read as expected" % function.__name__)
    namespace = {}
    exec source.replace(old, new) in function.func_globals, namespace
    return namespace[function.__name__]


def wrapped(original, template, **names):
    """A function with the name and the parameters of ``original``, defaults included.

    ``template``: its body, in which {call} stands for the call of ``original``
    with these parameters; ``names``: what else the body uses.
    """
    parameters = inspect.getargspec(original).args
    body = textwrap.dedent(template).format(
        call="original(%s)" % ", ".join(parameters), first=parameters[0])
    namespace = dict(names, original=original)
    exec "def %s(%s):\n%s" % (
        original.__name__, ", ".join(parameters),
        "".join("    %s\n" % line for line in body.strip().splitlines())) in namespace
    function = namespace[original.__name__]
    function.func_defaults = original.func_defaults
    return function


def patch_starts_of_traces():
    """No trace starts where the compiler has failed, or while too much time was wasted."""
    WarmEnterState = warmstate.WarmEnterState
    BaseJitCell = warmstate.BaseJitCell
    Descr = jit_compile.AbstractResumeGuardDescr
    must_compile_before = Descr.must_compile.im_func
    should_remove_before = BaseJitCell.should_remove_jitcell.im_func

    def should_remove_jitcell(self):
        if self.flags & GIVEN_UP:
            return False
        return should_remove_before(self)

    def must_compile(self, deadframe, metainterp_sd, jitdriver_sd):
        if not must_compile_before(self, deadframe, metainterp_sd, jitdriver_sd):
            return False
        return not self.given_up and state.may_start()

    warmstate.may_trace = may_trace
    WarmEnterState.make_entry_point = edited(
        WarmEnterState.make_entry_point.im_func,
        "if rstack.stack_almost_full():",
        "if rstack.stack_almost_full() or not may_trace(cell):")
    BaseJitCell.should_remove_jitcell = should_remove_jitcell
    Descr._attrs_ += ("given_up",)
    Descr.given_up = False
    Descr.must_compile = must_compile


def patch_costs_of_aborted_traces():
    """What a trace that is given up has cost is noted."""
    MetaInterp = pyjitpl.MetaInterp
    aborted_before = MetaInterp.aborted_tracing.im_func

    def aborted_tracing(self, reason):
        if self.history is not None:
            state.waste(time.clock() - self.tracing_since, self.history.length())
        aborted_before(self, reason)

    MetaInterp.__init__ = wrapped(MetaInterp.__init__.im_func, """
        {call}
        {first}.tracing_since = clock()
        """, clock=time.clock)
    MetaInterp.aborted_tracing = aborted_tracing


def give_up(metainterp):
    """Forbids tracing from where the trace of a MetaInterp has started."""
    key = metainterp.resumekey
    if isinstance(key, jit_compile.ResumeFromInterpDescr):
        warm_state = metainterp.jitdriver_sd.warmstate
        cell = warm_state.JitCell.ensure_jit_cell_at_key(key.original_greenkey)
        cell.flags |= GIVEN_UP
    elif isinstance(key, jit_compile.AbstractResumeGuardDescr):
        key.given_up = True


def abandon(metainterp):
    """Gives a trace up in which the compiler failed; the program goes on in the interpreter."""
    state.faults += 1
    debug_print("fault of the JIT compiler")
    give_up(metainterp)
    raise pyjitpl.SwitchToBlackhole(Counters.ABORT_BAD_LOOP)


def contained(original):
    """A function of the toolchain that compiles for a MetaInterp, its first parameter.

    Whatever goes wrong in it, the trace is given up. Untranslated that is an
    error: a test has found a fault.
    """
    return wrapped(original, """
        try:
            return {call}
        except JitException:
            raise
        except Exception:
            if not is_contained():
                raise
        abandon({first})
        """, JitException=JitException, is_contained=is_contained, abandon=abandon)


def is_contained():
    """Tells whether faults of the compiler are contained; tests replace `we_are_translated`."""
    return we_are_translated()


def patch_assertions_that_are_caught():
    """A failed assertion that a handler meets is an exception like others, no end of the process.

    The C code of every handler ended the process. Only a handler that names the
    assertion, or all exceptions, takes it; the outermost one reports it.
    """
    def catch_exception(self, op):
        return 'PYPY_DEBUG_CATCH_EXCEPTION("%s", %s, 0);' % (
            self.getdebugfunctionname(), self.expr(op.args[0]))

    funcgen.FunctionCodeGenerator.OP_DEBUG_CATCH_EXCEPTION = catch_exception


def patch_faults_of_the_compiler():
    """An exception inside the JIT compiler abandons the trace; jit-summary counts such faults."""
    original_stats = jitprof.Profiler._print_stats.im_func

    def print_stats(self):
        original_stats(self)
        self._print_intline("compiler faults", state.faults)

    jitprof.Profiler._print_stats = print_stats
    for name in ("compile_simple_loop", "compile_loop", "compile_retrace", "compile_trace"):
        setattr(jit_compile, name, contained(getattr(jit_compile, name)))
