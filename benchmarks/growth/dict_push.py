# Python twin of dict_push.ruff.
import sys
import time

DEFAULT_N = 2000


def benchmark(n):
    groups = {}
    for key in range(1000):
        groups[key * 7919] = []
    for i in range(n):
        key = i % 1000 * 7919
        groups[key].append(i)
    return len(groups) + len(groups[7919])


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
