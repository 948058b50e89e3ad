# Sorts n pseudo-random integers with the language's own sort.
import sys
import time
DEFAULT_N = 100


def random_numbers(length):
    numbers = []
    state = 42
    for _ in range(length):
        state = (state * 16807) % 2147483647
        numbers.append(state)
    return numbers


def benchmark(n):
    ordered = sorted(random_numbers(n))
    check = 0
    for i in range(n):
        check = (check + ordered[i] * (i % 7 + 1)) % 1000003
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
