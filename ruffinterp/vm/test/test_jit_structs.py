"""Structs, methods, enum values: fields are loads, short-lived values vanish."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

PROGRAMS['field_read'] = '''
struct PointA { x: int, y: int }
func hot(p, n) { let t := 0
  let i := 0
  while i < n { t := t + p.y
    i := i + 1 }
  return t }
if hot(PointA { x: 1, y: 2 }, 100) != 200 { throw("wrong") }
'''

PROGRAMS['field_store'] = '''
struct PointB { x: int, y: int }
func hot(n) { let p := PointB { x: 1, y: 0 }
  let i := 0
  while i < n { p.y := p.y + i
    i := i + 1 }
  return p.y }
if hot(100) != 4950 { throw("wrong") }
'''

PROGRAMS['method'] = '''
struct PointC { x: int, y: int
  func plus(self, n) { return self.x + self.y + n } }
func hot(p, n) { let t := 0
  let i := 0
  while i < n { t := t + p.plus(i)
    i := i + 1 }
  return t }
if hot(PointC { x: 1, y: 0 }, 100) != 5050 { throw("wrong") }
'''

PROGRAMS['bare_method'] = '''
struct PointD { x: int, y: int
  func plus(n) { return x + y + n } }
func hot(p, n) { let t := 0
  let i := 0
  while i < n { t := t + p.plus(i)
    i := i + 1 }
  return t }
if hot(PointD { x: 1, y: 0 }, 100) != 5050 { throw("wrong") }
'''

PROGRAMS['overload'] = '''
struct PointF { x: int, y: int
  func op_add(self, other) { return PointF { x: self.x + other.x, y: self.y + other.y } } }
func hot(n) { let p := PointF { x: 0, y: 0 }
  let q := PointF { x: 1, y: 2 }
  let i := 0
  while i < n { p := p + q
    i := i + 1 }
  return p.x }
if hot(100) != 100 { throw("wrong") }
'''

PROGRAMS['match_tag'] = '''
enum ShapeA { Dot, Square }
func area(s) { match s {
    case ShapeA::Dot: { return 0 }
    case ShapeA::Square(v): { return v * v } }
  return 0 }
func hot(n) { let t := 0
  let i := 0
  while i < n { t := t + area(ShapeA::Square(i))
    i := i + 1 }
  return t }
if hot(100) != 328350 { throw("wrong") }
'''

PROGRAMS['result'] = '''
func half(x) { if x < 0 { return Err("negative") }
  return Ok(x) }
func both(x) { let y := half(x)?
  return Ok(y + 1) }
func hot(n) { let t := 0
  let i := 0
  while i < n { match both(i) { case Ok(v): { t := t + v }
     case Err(e): { t := 0 } }
    i := i + 1 }
  return t }
if hot(100) != 5050 { throw("wrong") }
'''

PROGRAMS['overload_of_floats'] = '''
struct PointG { x: float, y: float
  func op_add(self, other) { return PointG { x: self.x + other.x, y: self.y + other.y } }
  func op_mul(self, k) { return PointG { x: self.x * k, y: self.y * k } } }
func hot(points, n) { let q := PointG { x: 1.0, y: 2.0 }
  let i := 0
  while i < n { points[0] := points[0] + q * 0.5
    i := i + 1 }
  return points[0].x }
if hot([PointG { x: 0.0, y: 0.0 }], 100) != 50.0 { throw("wrong") }
'''

PROGRAMS['match_payloads'] = '''
enum ShapeB { Square, Rectangle }
func area(s) { match s {
    case ShapeB::Square(v): { return v * v }
    case ShapeB::Rectangle(v, w): { return v * w } } }
func hot(shapes, n) { let t := 0
  let i := 0
  while i < n { t := t + area(shapes[0])
    i := i + 1 }
  return t }
if hot([ShapeB::Rectangle(3, 4)], 100) != 1200 { throw("wrong") }
'''


def test_a_field_is_a_load(simulation):
    compiled = simulation.program('field_read')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 10


def test_a_store_to_a_field_allocates_nothing(simulation):
    compiled = simulation.program('field_store')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 14, trace.operations


def test_a_method_is_inlined(simulation):
    compiled = simulation.program('method')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 12


def test_a_method_without_self_is_inlined(simulation):
    compiled = simulation.program('bare_method')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 12


def test_an_operator_of_a_struct_allocates_nothing(simulation):
    compiled = simulation.program('overload')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    # The operand that stays is lent to the method: its claims are counted up and down.
    assert trace.size() <= 16


def test_match_on_an_enum_value_that_vanishes(simulation):
    compiled = simulation.program('match_tag')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 11


def test_a_result_that_is_unwrapped_vanishes(simulation):
    compiled = simulation.program('result')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 9


def test_operators_on_floats_make_the_stored_struct_only(simulation):
    compiled = simulation.program('overload_of_floats')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    # The struct and the list of its words.
    assert trace.allocations() == 2
    assert trace.calls() == 0
    assert trace.count('convert_float_bytes') == 2
    assert trace.count('convert_longlong_bytes') <= 2
    assert trace.size() <= 48


def test_payloads_of_a_match_are_loads(simulation):
    compiled = simulation.program('match_payloads')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 20
