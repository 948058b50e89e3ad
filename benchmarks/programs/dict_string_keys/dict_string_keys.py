# Counts n events in a map with a thousand string keys.
import sys
import time
DEFAULT_N = 2000


def benchmark(n):
    names = []
    for i in range(1000):
        names.append("key" + str(i))
    counts = {}
    for i in range(n):
        name = names[i * 7919 % 1000]
        if name in counts:
            counts[name] = counts[name] + 1
        else:
            counts[name] = 1
    check = 0
    for i in range(1000):
        check = (check * 31 + counts.get(names[i], 0)) % 1000003
    return check


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
