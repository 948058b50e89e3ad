"""Methods that change their receiver (decision 39): in place, and nothing is allocated for it."""

import pytest

pytestmark = pytest.mark.jit

PROGRAMS = {}

ACCOUNT = '''
struct Account%s { balance: int
  func deposit(mut self, n) { self.balance := self.balance + n }
  func twice(mut self, n) { self.deposit(n)
    self.deposit(n)
    return self }
  func swap_in(mut self, other) { self.balance := other.balance + 1 } }
'''

PROGRAMS['local'] = ACCOUNT % 'A' + '''
func hot(n) { let a := AccountA { balance: 0 }
  let i := 0
  while i < n { a.deposit(i)
    i := i + 1 }
  return a.balance }
if hot(100) != 4950 { throw("wrong") }
'''

PROGRAMS['global'] = ACCOUNT % 'B' + '''
account := AccountB { balance: 0 }
func hot(n) { let i := 0
  while i < n { account.deposit(i)
    i := i + 1 } }
hot(100)
if account.balance != 4950 { throw("wrong") }
'''

PROGRAMS['item'] = ACCOUNT % 'C' + '''
func hot(accounts, n) { let i := 0
  while i < n { accounts[i % 2].deposit(i)
    i := i + 1 }
  return accounts[0].balance }
list := [AccountC { balance: 0 }, AccountC { balance: 0 }]
if hot(list, 100) != 2450 { throw("wrong") }
'''

PROGRAMS['nested'] = ACCOUNT % 'D' + '''
func hot(n) { let a := AccountD { balance: 0 }
  let i := 0
  while i < n { a := a.twice(i)
    i := i + 1 }
  return a.balance }
if hot(100) != 9900 { throw("wrong") }
'''

PROGRAMS['part_as_argument'] = ACCOUNT % 'E' + '''
func hot(n) { let list := [AccountE { balance: 0 }, AccountE { balance: 5 }]
  let i := 0
  while i < n { list[0].swap_in(list[1])
    i := i + 1 }
  return list[0].balance }
if hot(100) != 6 { throw("wrong") }
'''


def test_a_change_of_a_local_allocates_nothing(simulation):
    compiled = simulation.program('local')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 14


def test_a_change_of_a_global_allocates_nothing(simulation):
    compiled = simulation.program('global')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 30


def test_a_change_of_an_item_neither_copies_nor_shares(simulation):
    compiled = simulation.program('item')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 40


def test_methods_that_call_each_other_allocate_nothing(simulation):
    compiled = simulation.program('nested')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.calls() == 0
    assert trace.size() <= 20


def test_a_part_of_the_root_is_kept_not_copied(simulation):
    compiled = simulation.program('part_as_argument')
    trace = compiled.loop('hot')
    assert compiled.aborts == 0
    assert trace.allocations() == 0
    assert trace.size() <= 40
