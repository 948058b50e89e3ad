"""A fault of the JIT compiler costs a trace, and traces that come to nothing cost little."""

import time

import pytest
from rpython.jit.metainterp.optimizeopt import intbounds
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.jit.metainterp.warmspot import get_stats
from rpython.rlib import jit
from rpython.rtyper.llinterp import LLException

from tools import toolchain_patches
from tools.toolchain_patches import containment

toolchain_patches.apply_patches()


@pytest.fixture
def state(monkeypatch):
    """The state of the compiler of a program that runs like a translated one."""
    fresh = containment.CompilerState()
    monkeypatch.setattr(containment, 'state', fresh)
    monkeypatch.setattr(containment, 'we_are_translated', lambda: True)
    return fresh


def run_loop(count):
    """A loop whose bridge multiplies; returns (result, the right result)."""
    driver = jit.JitDriver(greens=[], reds='auto')

    def run(count):
        total = 0
        while count > 0:
            driver.jit_merge_point()
            if count & 1:
                total += count * 3
            else:
                total += 1
            count -= 1
        return total

    return LLJitMixin().meta_interp(run, [count]), run(count)


@pytest.mark.parametrize('error', [AssertionError, KeyError, IndexError, MemoryError])
def test_the_program_goes_on_when_the_compiler_fails(state, monkeypatch, error):
    def optimize_INT_MUL(self, op):
        raise error

    monkeypatch.setattr(intbounds.OptIntBounds, 'optimize_INT_MUL', optimize_INT_MUL)
    monkeypatch.setattr(intbounds, 'dispatch_opt', make_dispatcher_method(
        intbounds.OptIntBounds, 'optimize_', default=intbounds.OptIntBounds.emit))
    found, right = run_loop(200)
    assert found == right
    # The loop, or the bridge at its guard: neither place is tried again.
    assert 1 <= state.faults <= 2


def test_a_fault_is_an_error_in_tests(monkeypatch):
    def optimize_INT_MUL(self, op):
        raise KeyError

    monkeypatch.setattr(intbounds.OptIntBounds, 'optimize_INT_MUL', optimize_INT_MUL)
    monkeypatch.setattr(intbounds, 'dispatch_opt', make_dispatcher_method(
        intbounds.OptIntBounds, 'optimize_', default=intbounds.OptIntBounds.emit))
    with pytest.raises(LLException):
        run_loop(200)


def test_nothing_is_traced_while_too_much_was_wasted(state):
    state.waste(10000.0, 10 ** 9)
    found, right = run_loop(200)
    assert found == right
    assert get_stats().get_all_loops() == []


def test_tracing_goes_on_when_time_has_passed(state, monkeypatch):
    seconds = [1.0]
    monkeypatch.setattr(time, 'clock', lambda: seconds[0])
    state.waste(containment.FREE_SECONDS + 2 * containment.SHARE, 10 ** 9)
    assert not state.may_start()
    seconds[0] = 3.0
    assert state.may_start()


def test_a_call_in_a_trace_is_no_waste(state):
    state.waste(5.0, 100)
    assert state.wasted <= 0.001 + 1e-9


def test_a_forked_process_starts_anew(state, monkeypatch):
    seconds = [50.0]
    monkeypatch.setattr(time, 'clock', lambda: seconds[0])
    state.waste(10.0, 10 ** 9)
    assert not state.may_start()
    seconds[0] = 0.5
    assert state.may_start()


def test_an_edit_asks_for_exactly_one_place():
    with pytest.raises(ValueError):
        containment.edited(containment.give_up, 'no such text', '')
