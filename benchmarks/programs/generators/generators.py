# A pipeline of generators: numbers, those that 3 does not divide, their squares, added up.
import sys
import time

DEFAULT_N = 100


def count(n):
    for i in range(n):
        yield i


def without_multiples(numbers, divisor):
    for number in numbers:
        if number % divisor != 0:
            yield number


def squares(numbers):
    for number in numbers:
        yield number * number % 1000003


def benchmark(n):
    total = 0
    for square in squares(without_multiples(count(n), 3)):
        total = (total + square) % 1000003
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
