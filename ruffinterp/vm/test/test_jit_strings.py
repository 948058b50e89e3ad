"""Strings."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

PROGRAMS['string_append'] = '''
func hot(n) { let s := ""
  let i := 0
  while i < n { s := s + "x"
    i := i + 1 }
  return s }
if len(hot(150)) != 150 { throw("wrong") }
'''

PROGRAMS['string_index'] = '''
func hot(s, n) { let t := 0
  let i := 0
  while i < n { if s[i] == "b" { t := t + 1 }
    i := i + 1 }
  return t }
if hot("abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", 40) != 39 { throw("wrong") }
'''

PROGRAMS['character_order'] = '''
func is_letter(c) { return c >= "a" && c <= "z" }
func hot(s) { let t := 0
  for c in s { if is_letter(c) { t := t + 1 } }
  return t }
if hot("Abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb") != 47 { throw("wrong") }
'''

PROGRAMS['formats'] = '''
func hot(n) { let t := 0
  let i := 0
  while i < n { t := t + len("${i:>5}|${i + 0.5:.1f}")
    i := i + 1 }
  return t }
if hot(60) != 590 { throw("wrong") }
'''


def test_append_to_a_string_copies_nothing_else(simulation):
    compiled = simulation.program('string_append')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 1
    assert trace.calls() == 0
    assert trace.size() <= 16


def test_a_character_is_no_new_string(simulation):
    compiled = simulation.program('string_index')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 17


def test_the_order_of_characters_calls_nothing(simulation):
    compiled = simulation.program('character_order')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 26


def test_a_format_is_parsed_before_the_loop(simulation):
    compiled = simulation.program('formats')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert not trace.mentions('parse_format')
