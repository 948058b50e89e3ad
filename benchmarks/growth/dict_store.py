# Python twin of dict_store.ruff.
import sys
import time

DEFAULT_N = 1000


def benchmark(n):
    table = {}
    for i in range(n):
        table[i * 2654435761 % 4294967296] = i
    return len(table)


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
