"""Imports: what a module exports is a constant, under its own name and through the namespace."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

PROGRAMS['namespace'] = '''
import sample
func hot(n) { let t := 0
  let i := 0
  while i < n { t := t + sample.twice(i)
    i := i + sample.STEP }
  return t }
if hot(100) != 9900 { throw("wrong") }
'''

PROGRAMS['imported_names'] = '''
from sample import twice as double, STEP
func hot(n) { let t := 0
  let i := 0
  while i < n { t := t + double(i)
    i := i + STEP }
  return t }
if hot(100) != 9900 { throw("wrong") }
'''


@pytest.mark.parametrize('name', ['namespace', 'imported_names'])
def test_an_imported_function_is_inlined_without_look_up(simulation, name):
    compiled = simulation.program(name)
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 11
