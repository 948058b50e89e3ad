# All permutations of six elements by recursive swapping, in one shared list.
import sys
import time
DEFAULT_N = 1
elements = []
calls = 0


def swap(i, j):
    kept = elements[i]
    elements[i] = elements[j]
    elements[j] = kept


def permute(n):
    global calls
    calls = calls + 1
    if n != 0:
        last = n - 1
        permute(last)
        for i in range(last, -1, -1):
            swap(last, i)
            permute(last)
            swap(last, i)


def benchmark(n):
    global calls, elements
    calls = 0
    for _ in range(n):
        elements = [0, 1, 2, 3, 4, 5]
        permute(6)
    return calls * 10 + elements[5]


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
