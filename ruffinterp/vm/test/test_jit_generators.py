"""Generators and async functions: a loop over a generator is one trace."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

PROGRAMS['generator_for'] = '''
func* count(n) { let i := 0
  while i < n { yield i
    i := i + 1 } }
func hot(g) { let t := 0
  for x in g { t := t + x }
  return t }
if hot(count(200)) != 19900 { throw("wrong") }
'''

PROGRAMS['generator_chain'] = '''
func* count(n) { for i in range(n) { yield i } }
func* doubled(g) { for x in g { yield x * 2 } }
func hot(g) { let t := 0
  for x in g { t := t + x }
  return t }
if hot(doubled(count(200))) != 39800 { throw("wrong") }
'''

PROGRAMS['await_settled'] = '''
async func one() { return 1 }
func hot(n) { let t := 0
  let i := 0
  while i < n { t := t + await one()
    i := i + 1 }
  return t }
if hot(200) != 200 { throw("wrong") }
'''


def test_a_loop_over_a_generator_is_one_trace(simulation):
    compiled = simulation.program('generator_for')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.mentions('count:')
    # The number that the generator keeps.
    assert trace.allocations() == 1
    assert trace.calls() == 0
    assert trace.size() <= 25


def test_generators_in_generators_are_one_trace(simulation):
    compiled = simulation.program('generator_chain')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.mentions('count:') and trace.mentions('doubled:')
    assert trace.calls() == 0
    assert trace.size() <= 50


def test_awaiting_what_is_settled_allocates_nothing(simulation):
    compiled = simulation.program('await_settled')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 12
