"""Dicts: records behave like structs, other keys cost one opaque call."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

PROGRAMS['record_read'] = '''
func hot(d, n) { let t := 0
  let i := 0
  while i < n { t := t + d["k"] + d.j
    i := i + 1 }
  return t }
if hot({"j": 1, "k": 2}, 100) != 300 { throw("wrong") }
'''

PROGRAMS['record_store'] = '''
func hot(n) { let d := {"j": 1, "k": 0}
  let i := 0
  while i < n { d["k"] := d["k"] + 1
    i := i + 1 }
  return d["k"] }
if hot(100) != 100 { throw("wrong") }
'''

PROGRAMS['hash_read'] = '''
func hot(d, key, n) { let t := 0
  let i := 0
  while i < n { t := t + d[key]
    i := i + 1 }
  return t }
func make(names) { let d := {}
  for name in names { d[name] := 2 }
  return d }
if hot(make(["a", "b"]), "b", 100) != 200 { throw("wrong") }
'''

PROGRAMS['hash_read_twice'] = '''
func hot(d, keys, n) { let t := 0
  let i := 0
  while i < n { let key := keys[i % 2]
    t := t + d[key] + d[key]
    i := i + 1 }
  return t }
func make(names) { let d := {}
  for name in names { d[name] := 2 }
  return d }
if hot(make(["a", "b"]), ["a", "b"], 100) != 400 { throw("wrong") }
'''

PROGRAMS['dense'] = '''
func hot(n) { let d := {}
  let i := 0
  while i < n { d[i] := i
    i := i + 1 }
  let t := 0
  i := 0
  while i < n { t := t + d[i]
    i := i + 1 }
  return t }
if hot(100) != 4950 { throw("wrong") }
'''


PROGRAMS['pair_read'] = '''
func hot(d, n) { let t := 0
  let i := 0
  while i < n { t := t + d[[i % 4, 1]]
    i := i + 1 }
  return t }
func make(n) { let d := {}
  for i in range(n) { d[[i, 1]] := 2 }
  return d }
if hot(make(4), 100) != 200 { throw("wrong") }
'''

PROGRAMS['pair_store'] = '''
func hot(n) { let d := {}
  let i := 0
  while i < n { d[[i % 4, 1]] := i
    i := i + 1 }
  return d[[3, 1]] }
if hot(100) != 99 { throw("wrong") }
'''


def test_a_constant_key_of_a_record_is_a_load(simulation):
    compiled = simulation.program('record_read')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 12


def test_a_store_under_a_constant_key_makes_the_number_only(simulation):
    compiled = simulation.program('record_store')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 1
    assert trace.calls() == 0
    assert trace.size() <= 14


def test_a_computed_key_is_looked_up_by_one_call(simulation):
    compiled = simulation.program('hash_read')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    # One for the hash of the text when it is not known yet, one for the look-up.
    assert trace.calls() == 2
    assert trace.size() <= 18


def test_a_key_is_looked_up_once_for_two_reads(simulation):
    compiled = simulation.program('hash_read_twice')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 2


def test_keys_in_order_are_an_array(simulation):
    compiled = simulation.program('dense')
    trace = compiled.loop_at('hot:8')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 13


def test_a_pair_as_key_is_looked_up_by_one_call(simulation):
    compiled = simulation.program('pair_read')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    # The array, its list and the items of that.
    assert trace.allocations() == 3
    assert trace.calls() == 1
    assert trace.size() <= 40


def test_a_store_under_a_pair_is_one_call(simulation):
    compiled = simulation.program('pair_store')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 4
    assert trace.calls() == 1
    assert trace.size() <= 46
