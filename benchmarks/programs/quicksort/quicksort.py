# Quicksort written in the language; in Ruff the list is passed in and the sorted list comes back.
import sys
import time
DEFAULT_N = 100


def quicksort(numbers, low, high):
    if low >= high:
        return numbers
    pivot = numbers[low + (high - low) // 2]
    i = low
    j = high
    while i <= j:
        while numbers[i] < pivot:
            i = i + 1
        while numbers[j] > pivot:
            j = j - 1
        if i <= j:
            kept = numbers[i]
            numbers[i] = numbers[j]
            numbers[j] = kept
            i = i + 1
            j = j - 1
    numbers = quicksort(numbers, low, j)
    return quicksort(numbers, i, high)


def benchmark(n):
    numbers = []
    state = 42
    for _ in range(n):
        state = (state * 16807) % 2147483647
        numbers.append(state)
    numbers = quicksort(numbers, 0, n - 1)
    check = 0
    for i in range(n):
        check = (check + numbers[i] * (i % 7 + 1)) % 1000003
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
