"""Calls: the callee is inlined or called directly, without look-up."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

PROGRAMS['global_function'] = '''
func twice(x) { return x + x }
func hot(n) { let t := 0
  let i := 0
  while i < n { t := t + twice(i)
    i := i + 1 }
  return t }
if hot(100) != 9900 { throw("wrong") }
'''

PROGRAMS['defaults'] = '''
func f(x, y = 2, ...rest) { return x + y }
func hot(n) { let t := 0
  let i := 0
  while i < n { t := t + f(i)
    i := i + 1 }
  return t }
if hot(100) != 5150 { throw("wrong") }
'''

PROGRAMS['closure'] = '''
func hot(n) { let k := 3
  let f := func(x) { return x + k }
  let t := 0
  let i := 0
  while i < n { t := t + f(i)
    i := i + 1 }
  return t }
if hot(100) != 5250 { throw("wrong") }
'''

PROGRAMS['map'] = '''
func hot(n) { let k := 3
  let r := map(range(n), func(x) { return x * k })
  return r[n - 1] }
if hot(100) != 297 { throw("wrong") }
'''

PROGRAMS['fib'] = '''
func fib(n) { if n < 2 { return n }
  return fib(n - 1) + fib(n - 2) }
if fib(14) != 377 { throw("wrong") }
'''

PROGRAMS['closure_cells'] = '''
func counter() { let count := 0
  return func() { count := count + 1
    return count } }
func hot(f, n) { let t := 0
  let i := 0
  while i < n { t := t + f()
    i := i + 1 }
  return t }
if hot(counter(), 100) != 5050 { throw("wrong") }
'''


def test_a_global_function_is_inlined(simulation):
    compiled = simulation.program('global_function')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 11


def test_defaults_and_empty_rest_parameters_vanish(simulation):
    compiled = simulation.program('defaults')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 11


def test_a_closure_is_inlined(simulation):
    compiled = simulation.program('closure')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 12


def test_a_callback_of_map_is_inlined(simulation):
    compiled = simulation.program('map')
    trace = compiled.callback_loop('map')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    # Both only when the list has to grow.
    assert trace.count('cond_call') == trace.calls() == 2
    # Three of them look for Ctrl-C.
    assert trace.size() <= 29


def test_recursion_calls_compiled_code_only(simulation):
    compiled = simulation.program('fib')
    assert compiled.aborts == 0
    assert compiled.count('call_assembler') > 0
    # No dictionary, no helper: every call goes to the compiled function itself.
    assert compiled.count('call') == compiled.count('call_assembler')
    # A call that is not inlined needs its frame, the registers of it, and a boxed argument.
    allocations = sum([trace.allocations() for trace in compiled.traces])
    assert allocations <= 4 * compiled.count('call_assembler')


def test_a_cell_that_a_closure_changes_is_a_store(simulation):
    compiled = simulation.program('closure_cells')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.mentions('<lambda>:')
    assert trace.allocations() <= 1
    assert trace.calls() == 0
    assert trace.size() <= 22
