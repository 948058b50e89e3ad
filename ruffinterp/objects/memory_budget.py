"""The memory budget: a large request is refused while that is an ordinary error (decision 36).

The budget is the least of the address-space limit, the limits of the control groups and the memory
of the machine; a file that does not exist on this system sets no limit.
"""

import os

from rpython.rlib import jit, rgc

from ruffinterp.diagnostics import kinds
from ruffinterp.objects.errors import plain_error

# Requests up to this size are not worth a look at the system.
FREE_REQUEST = 64 * 1024 * 1024

# Lists of up to so many items grow as the toolchain likes.
SMALL_LIST = 16

# From so many items on making room takes more than a free request.
LARGE_LIST = 1 << 22

# For what is not on the heap, and to end the program in an orderly way.
RESERVE = 16 * 1024 * 1024
LEAST_HEAP = 16 * 1024 * 1024

NO_LIMIT = -1
READ_SIZE = 65536


def read_system_file(path):
    """The start of a file of /proc or /sys; '' when it cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY, 0)
    except OSError:
        return ''
    try:
        return os.read(descriptor, READ_SIZE)
    except OSError:
        return ''
    finally:
        os.close(descriptor)


def first_number(text, position):
    """The decimal number after blanks at ``position``; NO_LIMIT when there is none.

    Numbers too large for memory sizes count as no limit.
    """
    while position < len(text) and (text[position] == ' ' or text[position] == '\t'):
        position += 1
    start = position
    number = 0
    while position < len(text) and '0' <= text[position] <= '9':
        if position - start > 17:
            return NO_LIMIT
        number = number * 10 + ord(text[position]) - ord('0')
        position += 1
    if position == start:
        return NO_LIMIT
    return number


def labeled_number(text, label):
    """The number behind ``label`` at the start of a line; NO_LIMIT when there is none."""
    position = ('\n' + text).find('\n' + label)
    if position < 0:
        return NO_LIMIT
    return first_number(text, position + len(label))


def smaller_limit(a, b):
    if a == NO_LIMIT or (b != NO_LIMIT and b < a):
        return b
    return a


def control_group_limit():
    """The least memory limit of this process's control group and the groups around it."""
    limit = first_number(read_system_file('/sys/fs/cgroup/memory/memory.limit_in_bytes'), 0)
    groups = '\n' + read_system_file('/proc/self/cgroup')
    start = groups.find('\n0::')
    if start < 0:
        return limit
    start += len('\n0::')
    end = groups.find('\n', start)
    if end < 0:
        end = len(groups)
    path = groups[start:end]
    while True:
        if path == '/':
            path = ''
        limit = smaller_limit(
            limit, first_number(read_system_file('/sys/fs/cgroup' + path + '/memory.max'), 0))
        cut = path.rfind('/')
        if cut < 0:
            return limit
        path = path[:cut]


class MemoryBudget(object):
    """The limits, read at the first large request."""

    def __init__(self):
        self.is_read = False
        self.address_space = NO_LIMIT
        self.group = NO_LIMIT
        self.resident = NO_LIMIT
        # Where the address space ends when the heap is full.
        self.heap_end = NO_LIMIT

    def read_limits(self):
        self.is_read = True
        self.address_space = labeled_number(
            read_system_file('/proc/self/limits'), 'Max address space')
        machine = labeled_number(read_system_file('/proc/meminfo'), 'MemTotal:')
        if machine != NO_LIMIT:
            machine *= 1024
        self.group = control_group_limit()
        self.resident = smaller_limit(machine, self.group)

    def room(self):
        """How many more bytes fit; NO_LIMIT without a limit."""
        if not self.is_read:
            self.read_limits()
        status = read_system_file('/proc/self/status')
        return smaller_limit(
            room_below(smaller_limit(self.address_space, self.heap_end),
                       labeled_number(status, 'VmSize:')),
            room_below(self.resident, labeled_number(status, 'VmRSS:')))

    def set_heap(self, size):
        """The heap may have ``size`` bytes from now on."""
        used = labeled_number(read_system_file('/proc/self/status'), 'VmSize:')
        if used != NO_LIMIT:
            self.heap_end = used * 1024 + size
        rgc.set_max_heap_size(size)

    def allows(self, size):
        """Do ``size`` more bytes fit?"""
        room = self.room()
        return room == NO_LIMIT or size <= room - RESERVE


def room_below(limit, used_kilobytes):
    """What is left of a limit in bytes, at least 0; NO_LIMIT without a limit."""
    if limit == NO_LIMIT or used_kilobytes == NO_LIMIT:
        return limit
    return max(limit - used_kilobytes * 1024, 0)


memory_budget = MemoryBudget()


def limit_heap():
    """Let the collector raise MemoryError while there is still memory to end with (decision 36).

    Without that it ends the process by a signal as soon as the system gives it no more.  Half of
    the room: the heap grows on while a collection is under way.  The machine's own memory is no
    limit here, because half of it would be too little.
    """
    if not memory_budget.is_read:
        memory_budget.read_limits()
    if memory_budget.address_space != NO_LIMIT or memory_budget.group != NO_LIMIT:
        memory_budget.set_heap(max((memory_budget.room() - RESERVE) // 2, LEAST_HEAP))


@jit.dont_look_inside
def check_large_request(size):
    if not memory_budget.allows(size):
        raise plain_error(kinds.OUT_OF_MEMORY, 'Out of memory')


def check_budget(size):
    """Raise RuffError('Out of memory') if ``size`` more bytes (int) go beyond the budget.

    Call it before one operation allocates an amount that depends on data (decision 36).
    """
    if size > FREE_REQUEST:
        check_large_request(size)


def check_items(count, item_size=8):
    """``check_budget`` for ``count`` items of ``item_size`` bytes; safe against overflow."""
    if count > FREE_REQUEST // item_size:
        # No machine has 2**58 bytes, so the product stays within a word where it matters.
        check_large_request(min(count, (1 << 58) // item_size) * item_size)


def is_growth_point(length):
    """Whether a list of ``length`` items, to which one is appended, should make room first; the
    lengths are powers of two."""
    return length & (length - 1) == 0


def roomy_capacity(length):
    """The capacity for a list at a growth point: twice its length, so that appending copies an
    item once on average; a small list grows as the toolchain likes."""
    if length <= SMALL_LIST:
        return length
    return 2 * length


def check_growth(length):
    """Before one item is appended to a list of ``length``: raise RuffError('Out of memory') if
    making room for it goes beyond the budget (decision 36)."""
    if length >= LARGE_LIST and is_growth_point(length):
        # The toolchain adds an eighth.
        check_large_request(8 * (2 * length + (length >> 2)))
