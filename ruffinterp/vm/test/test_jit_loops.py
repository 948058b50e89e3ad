"""Loops: nothing is allocated, and a round is a handful of operations."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

PROGRAMS['while'] = '''
func hot(n) { let i := 0
  while i < n { i := i + 1 }
  return i }
if hot(100) != 100 { throw("wrong") }
'''

PROGRAMS['for_range'] = '''
func hot(n) { let t := 0
  for i in range(n) { t := t + i }
  return t }
if hot(100) != 4950 { throw("wrong") }
'''

PROGRAMS['float_loop'] = '''
func hot(n) { let t := 0.0
  let i := 0
  while i < n { t := t + 0.5 * t + 1.0
   i := i + 1 }
  return t }
if hot(20) < 4.0 { throw("wrong") }
'''

PROGRAMS['top_level'] = '''
i := 0
t := 0
while i < 100 { t := t + i
  i := i + 1 }
if t != 4950 { throw("wrong") }
'''

PROGRAMS['globals'] = '''
total := 0
step := 2
func hot(n) { for i in range(n) { total := total + step } }
hot(10)
hot(100)
if total != 220 { throw("wrong") }
'''

# The call that subtracts reads a new object and makes another one of its class.
PROGRAMS['beyond_the_word'] = '''
func hot(n) { let t := 0
  for i in range(n) { t := t + (9223372036854775808 - i) - 9223372036854775808 }
  return t }
if hot(100) != -4950 { throw("wrong") }
'''

PROGRAMS['two_branches'] = '''
func hot(n) { let t := 0
  let i := 0
  while i < n { if i % 3 == 0 { t := t + 1 } else { t := t - 1 }
    i := i + 1 }
  return t }
if hot(150) != -50 { throw("wrong") }
'''

PROGRAMS['nested'] = '''
func hot(n) { let t := 0
  let i := 0
  while i < n {
    let j := 0
    while j < n { t := t + j
     j := j + 1 }
    i := i + 1 }
  return t }
if hot(30) != 13050 { throw("wrong") }
'''

PROGRAMS['parameter_count_down'] = '''
func hot(n) { while n > 0 { n := n - 1 }
  return n }
if hot(100) != 0 { throw("wrong") }
'''

PROGRAMS['pairs'] = '''
func hot(xs) { let t := 0
  for i, x in xs { t := t + i * x }
  return t }
let xs := []
for k in 100 { xs := push(xs, k) }
if hot(xs) != 328350 { throw("wrong") }
'''

PROGRAMS['values_of_branches'] = '''
func hot(n) { let t := 0
  let i := 0
  while i < n { t := t + if i % 2 == 0 { i } else { match i % 3 { case 0: { 1 } case let r: { r } } }
    i := i + 1 }
  return t }
if hot(100) != 2516 { throw("wrong") }
'''

PROGRAMS['exchange'] = '''
func hot(xs) { let low := 0
  let high := len(xs) - 1
  while low < high { [xs[low], xs[high]] := [xs[high], xs[low]]
    [low, high] := [low + 1, high - 1] }
  return xs }
let xs := [7]
for k in 99 { xs := push(xs, k) }
if hot(xs)[99] != 7 { throw("wrong") }
'''


def test_a_counting_loop(simulation):
    compiled = simulation.program('while')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 7


def test_a_loop_over_a_range_builds_nothing(simulation):
    compiled = simulation.program('for_range')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 9


def test_floats_are_not_boxed(simulation):
    compiled = simulation.program('float_loop')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 10


def test_top_level_names_live_in_the_frame(simulation):
    compiled = simulation.program('top_level')
    trace = compiled.loop('<module>')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 9


def test_a_global_int_is_unboxed(simulation):
    compiled = simulation.program('globals')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 10


def test_operands_are_complete_before_a_call(simulation):
    # The program itself checks what the calls compute.
    compiled = simulation.program('beyond_the_word')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.calls() > 0


def test_a_remainder_has_no_correction_of_signs(simulation):
    compiled = simulation.program('two_branches')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 19


def test_an_inner_loop(simulation):
    compiled = simulation.program('nested')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 9


def test_a_parameter_that_is_assigned(simulation):
    compiled = simulation.program('parameter_count_down')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 8


@pytest.mark.parametrize('name', ['pairs', 'values_of_branches', 'exchange'])
def test_new_forms_allocate_nothing(simulation, name):
    compiled = simulation.program(name)
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
