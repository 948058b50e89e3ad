# Every fourth round throws an error that crosses three functions before it is caught.
import sys
import time
DEFAULT_N = 100


def parse_digit(number):
    if number % 4 == 0:
        raise ValueError("no digit here")
    return number % 10


def parse_number(number):
    return parse_digit(number) * 10 + 1


def parse_line(number):
    return parse_number(number) + number % 3


def benchmark(n):
    total = 0
    failures = 0
    for i in range(n):
        try:
            total = (total + parse_line(i)) % 1000003
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
