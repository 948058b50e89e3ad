# Sorts n records with a comparator: by key, then by descending number.
import functools
import sys
import time
DEFAULT_N = 100


class Record(object):
    def __init__(self, key, number):
        self.key = key
        self.number = number


def random_records(length):
    records = []
    state = 42
    for i in range(length):
        state = (state * 16807) % 2147483647
        records.append(Record(state % 1000, i))
    return records


def compare(a, b):
    if a.key != b.key:
        return a.key - b.key
    return b.number - a.number


def benchmark(n):
    ordered = sorted(random_records(n), key=functools.cmp_to_key(compare))
    check = 0
    for i in range(n):
        check = (check + ordered[i].number * (i % 7 + 1)) % 1000003
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
