# Iterative Fibonacci with integers of any size: the result has every digit.
import sys
import time
DEFAULT_N = 300

if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)


def benchmark(n):
    previous = 0
    current = 1
    for step in range(1, n):
        following = previous + current
        previous = current
        current = following
    return current


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
