"""Arrays: raw items, no boxing, no calls but those that grow an array."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

PROGRAMS['index_read'] = '''
func hot(a, n) { let t := 0
  let i := 0
  while i < n { t := t + a[i]
    i := i + 1 }
  return t }
let a := []
for i in range(100) { a := push(a, i) }
if hot(a, 100) != 4950 { throw("wrong") }
'''

PROGRAMS['index_store'] = '''
func fill(n) { let a := [0]
  for i in range(n) { a := push(a, 0) }
  let i := 0
  while i < n { a[i] := i
    i := i + 1 }
  return a }
if fill(100)[99] != 99 { throw("wrong") }
'''

PROGRAMS['swap_parameter'] = '''
func swap(a, i, j) { let t := a[i]
  a[i] := a[j]
  a[j] := t
  return a }
func hot(n) { let a := [1, 2, 3]
  let i := 0
  while i < n { a := swap(a, 0, 2)
    i := i + 1 }
  return a }
if hot(101)[0] != 3 { throw("wrong") }
'''

PROGRAMS['push'] = '''
func hot(n) { let a := []
  let i := 0
  while i < n { a := push(a, i)
    i := i + 1 }
  return a }
if len(hot(100)) != 100 { throw("wrong") }
'''

PROGRAMS['push_global'] = '''
g := []
func hot(n) { let i := 0
  while i < n { g := push(g, i)
    i := i + 1 } }
hot(100)
if len(g) != 100 { throw("wrong") }
'''

PROGRAMS['grid'] = '''
func hot(n) { let g := [[0, 0], [0, 0]]
  let i := 0
  while i < n { g[i % 2][1] := g[i % 2][1] + i
    i := i + 1 }
  return g[0][1] + g[1][1] }
if hot(100) != 4950 { throw("wrong") }
'''

PROGRAMS['pair'] = '''
func hot(n) { let a := 0
  let b := 1
  let i := 0
  while i < n { [a, b] := [b, (a + b) % 1000]
    i := i + 1 }
  return a }
if hot(100) != 75 { throw("wrong") }
'''

PROGRAMS['for_array'] = '''
func hot(a) { let t := 0
  for x in a { t := t + x }
  return t }
let a := []
for i in range(100) { a := push(a, i) }
if hot(a) != 4950 { throw("wrong") }
'''

PROGRAMS['length'] = '''
func hot(a) { let t := 0
  let i := 0
  while i < len(a) { t := t + a[i]
    i := i + 1 }
  return t }
let a := []
for i in range(100) { a := push(a, i) }
if hot(a) != 4950 { throw("wrong") }
'''

PROGRAMS['object_field_array'] = '''
struct BagA { items: array }
func hot(n) { let b := BagA { items: [] }
  let i := 0
  while i < n { b.items := push(b.items, i)
    i := i + 1 }
  return len(b.items) }
if hot(100) != 100 { throw("wrong") }
'''

PROGRAMS['fields_of_one_item'] = '''
struct PointK { x: int, y: int }
func hot(points, n) { let i := 0
  let j := 0
  while i < n { points[j].x := points[j].x + 1
    points[j].y := points[j].y + points[j].x
    j := 1 - j
    i := i + 1 }
  return points[1].y }
if hot([PointK { x: 0, y: 0 }, PointK { x: 0, y: 0 }], 100) != 1275 { throw("wrong") }
'''


def test_an_item_is_one_load(simulation):
    compiled = simulation.program('index_read')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 13


def test_a_store_is_in_place(simulation):
    compiled = simulation.program('index_store')
    trace = compiled.loop_at('fill:5')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 11


def test_an_array_passed_and_returned_is_not_copied(simulation):
    compiled = simulation.program('swap_parameter')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 10


def test_push_is_in_place(simulation):
    compiled = simulation.program('push')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    # Both only when the list has to grow.
    assert trace.count('cond_call') == trace.calls() == 2
    assert trace.size() <= 24


def test_push_to_a_global_is_in_place(simulation):
    compiled = simulation.program('push_global')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    # Both only when the list has to grow.
    assert trace.count('cond_call') == trace.calls() == 2
    assert trace.size() <= 24


def test_a_store_into_a_nested_array_is_in_place(simulation):
    compiled = simulation.program('grid')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 40


def test_a_pair_that_is_taken_apart_vanishes(simulation):
    compiled = simulation.program('pair')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 19


def test_a_loop_over_an_array(simulation):
    compiled = simulation.program('for_array')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 11


def test_the_length_is_a_load(simulation):
    compiled = simulation.program('length')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 13


def test_push_to_a_field_is_in_place(simulation):
    compiled = simulation.program('object_field_array')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    # Both only when the list has to grow.
    assert trace.count('cond_call') == trace.calls() == 2
    assert trace.size() <= 26


def test_an_item_is_loaded_once_for_all_of_its_fields(simulation):
    compiled = simulation.program('fields_of_one_item')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.count('getarrayitem_gc_r') == 1
    assert trace.count('guard_nonnull_class', 'guard_class') == 1
    assert trace.size() <= 34
