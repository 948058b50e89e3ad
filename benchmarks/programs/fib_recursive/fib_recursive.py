# Naive doubly recursive Fibonacci: calls, comparison and addition.
import sys
import time
DEFAULT_N = 15


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def benchmark(n):
    return fib(n)


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
