# Takeuchi's function on linked lists; a link is the index of a cell in one growing list.
import sys
import time
DEFAULT_N = 1
cells = []


class Cell(object):
    def __init__(self, value, next):
        self.value = value
        self.next = next


def make_list(length):
    if length == 0:
        return -1
    rest = make_list(length - 1)
    cells.append(Cell(length, rest))
    return len(cells) - 1


def list_length(cell):
    if cell < 0:
        return 0
    return 1 + list_length(cells[cell].next)


def is_shorter(x, y):
    while y >= 0:
        if x < 0:
            return True
        x = cells[x].next
        y = cells[y].next
    return False


def tail(x, y, z):
    if is_shorter(y, x):
        return tail(tail(cells[x].next, y, z), tail(cells[y].next, z, x), tail(cells[z].next, x, y))
    return z


def benchmark(n):
    global cells
    total = 0
    for _ in range(n):
        cells = []
        longest = make_list(15)
        middle = make_list(10)
        shortest = make_list(6)
        found = tail(longest, middle, shortest)
        total = total + list_length(found) * 100 + cells[found].value
    return total


def main(arguments):
    settings = [DEFAULT_N, 0, 1]
    for i in range(3):
        if i < len(arguments):
            settings[i] = int(arguments[i])
    warmup = settings[1]
    for step in range(warmup + settings[2]):
        start = time.perf_counter()
        result = benchmark(settings[0])
        elapsed_ms = (time.perf_counter() - start) * 1000
        if step >= warmup:
            print("time_ms: %f" % elapsed_ms)
    print("result: %s" % (result,))


main(sys.argv[1:])
