# A try in every round of a loop; one round in a hundred throws.
import sys
import time
DEFAULT_N = 1000


def checked(number):
    if number % 100 == 0:
        raise ValueError("unlucky number")
    return number


def benchmark(n):
    total = 0
    failures = 0
    for i in range(n):
        try:
            total = total + checked(i)
        except ValueError as e:
            failures = failures + len(e.args[0])
    return total + failures


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
