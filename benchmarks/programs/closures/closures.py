# Closures made in a loop, mapped and folded over a list of a thousand integers.
import functools
import sys
import time
DEFAULT_N = 2


def adder(offset):
    return lambda number: number + offset


def benchmark(n):
    numbers = []
    for i in range(1000):
        numbers.append(i)
    total = 0
    for repetition in range(n):
        shift = adder(repetition)
        shifted = list(map(shift, numbers))
        even = list(filter(lambda number: number % 2 == 0, shifted))
        total = functools.reduce(lambda folded, number: (folded + number) % 1000003, even, total)
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
