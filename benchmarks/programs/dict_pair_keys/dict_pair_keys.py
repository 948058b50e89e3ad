# A map with pairs of ints as keys: every second cell of a grid is stored, then all are asked for.
import sys
import time
DEFAULT_N = 20


def benchmark(n):
    table = {}
    for y in range(n):
        for x in range(n):
            if (x + y) % 2 == 0:
                table[x, y] = x * n + y
    total = 0
    missing = 0
    for y in range(n):
        for x in range(n):
            if (x, y) in table:
                total = total + table[x, y]
            else:
                missing = missing + 1
    return total + missing


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
