"""Errors: try costs nothing, and an error inside one trace is not allocated."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

PROGRAMS['try'] = '''
func half(x) { if x < 0 { throw("negative") }
  return x }
func hot(n) { let t := 0
  let i := 0
  while i < n { try { t := t + half(i) } except e { t := 0 }
    i := i + 1 }
  return t }
if hot(100) != 4950 { throw("wrong") }
'''

PROGRAMS['caught'] = '''
func half(x) { throw("negative") }
func hot(n) { let t := 0
  let i := 0
  while i < n { try { t := t + half(i) } except e { t := t + 1 }
    i := i + 1 }
  return t }
if hot(100) != 100 { throw("wrong") }
'''

PROGRAMS['three_frames'] = '''
func inner(x) { if x >= 0 { throw("bad number") }
  return x }
func middle(x) { return inner(x) * 2 }
func outer(x) { return middle(x) + 1 }
func hot(n) { let t := 0
  let i := 0
  while i < n { try { t := t + outer(i) } except e { t := t + len(e.message) }
    i := i + 1 }
  return t }
if hot(100) != 1000 { throw("wrong") }
'''

PROGRAMS['finally'] = '''
func guarded(x) { try { if x % 2 == 0 { throw "even" }
    return x } except e { return 1 } finally { last := x } }
last := 0
func hot(n) { let t := 0
  let i := 0
  while i < n { try { t := t + guarded(i) } finally { i := i + 1 } }
  return t }
if hot(100) != 2550 || last != 99 { throw("wrong") }
try { try { throw("passes on") } finally { last := 0 } } except e { last := 1 }
if last != 1 { throw("wrong") }
'''


def test_try_without_an_error_costs_nothing(simulation):
    compiled = simulation.program('try')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 9


def test_an_error_caught_in_the_same_trace_vanishes(simulation):
    compiled = simulation.program('caught')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 9


def test_an_error_that_crosses_three_functions_vanishes(simulation):
    compiled = simulation.program('three_frames')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.mentions('inner:')
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 12


def test_a_finally_block_is_part_of_the_trace(simulation):
    compiled = simulation.program('finally')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
