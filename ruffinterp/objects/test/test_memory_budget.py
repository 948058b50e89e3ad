from ruffinterp.objects import memory_budget
from ruffinterp.objects.array import new_int_array, new_range
from ruffinterp.objects.memory_budget import (
    FREE_REQUEST, NO_LIMIT, MemoryBudget, check_budget, check_items, first_number,
    labeled_number, limit_heap, room_below, smaller_limit)
from ruffinterp.objects.test.host import message_of, wrap

EXBIBYTE = 1 << 60


def test_numbers_of_system_files():
    assert first_number('123\n', 0) == 123
    assert first_number('  \t77 kB', 0) == 77
    assert first_number('max\n', 0) == NO_LIMIT
    assert first_number('', 0) == NO_LIMIT
    assert first_number('9223372036854771712', 0) == NO_LIMIT
    text = 'Max cpu time   unlimited\nMax address space    4096   unlimited  bytes\n'
    assert labeled_number(text, 'Max address space') == 4096
    assert labeled_number(text, 'Max cpu time') == NO_LIMIT
    assert labeled_number(text, 'address space') == NO_LIMIT


def test_limits():
    assert smaller_limit(NO_LIMIT, 5) == smaller_limit(5, NO_LIMIT) == smaller_limit(5, 9) == 5
    assert room_below(NO_LIMIT, 10) == NO_LIMIT
    assert room_below(4096, 1) == 3072
    assert room_below(4096, 5) == 0
    assert room_below(4096, NO_LIMIT) == 4096


def test_the_heap_is_limited_to_what_there_is(monkeypatch):
    sizes = []
    monkeypatch.setattr(memory_budget.rgc, 'set_max_heap_size', sizes.append)
    memory = MemoryBudget()
    monkeypatch.setattr(memory_budget, 'memory_budget', memory)
    memory.read_limits()
    memory.address_space = 1 << 40
    limit_heap()
    assert 0 < sizes[0] < memory.resident
    memory.resident = 1
    limit_heap()
    assert sizes[1] == memory_budget.LEAST_HEAP


def test_the_machine_has_limits():
    memory = MemoryBudget()
    assert memory.allows(1)
    assert not memory.allows(EXBIBYTE)


def test_requests():
    check_budget(0)
    check_budget(FREE_REQUEST)
    assert message_of(check_budget, EXBIBYTE) == 'Out of memory'
    assert message_of(check_items, 1 << 57) == 'Out of memory'
    assert message_of(check_items, (1 << 63) - 1, 64) == 'Out of memory'
    check_items(1000)


def test_impossible_range_is_refused():
    w_range = new_range(0, 1, 1 << 58)
    assert message_of(w_range.items_w) == 'Out of memory'
    assert message_of(w_range.append, w_range) == 'Out of memory'
    assert w_range.length() == 1 << 58


class NoMemory(object):
    def allows(self, size):
        return False


def test_growth_is_checked_at_every_doubling(monkeypatch):
    monkeypatch.setattr(memory_budget, 'memory_budget', NoMemory())
    large = new_int_array([0] * (1 << 23))
    assert message_of(large.append, wrap(1)) == 'Out of memory'
    small = new_int_array([0] * (1 << 20))
    small.append(wrap(1))
    assert small.length() == (1 << 20) + 1


def test_growth_doubles():
    assert [length for length in range(20) if memory_budget.is_growth_point(length)] == [
        0, 1, 2, 4, 8, 16]
    assert memory_budget.roomy_capacity(8) == 8
    assert memory_budget.roomy_capacity(1024) == 2048
