# Closures that change what they have captured: counters with a cell of their own, accounts whose two functions share one.
import sys
import time
DEFAULT_N = 100


def make_counter(step):
    count = 0

    def counter():
        nonlocal count
        count = (count + step) % 1000003
        return count
    return counter


def make_account(balance):
    def deposit(amount):
        nonlocal balance
        balance = (balance + amount) % 1000003

    def read():
        return balance
    return deposit, read


def benchmark(n):
    counters = [make_counter(1), make_counter(2), make_counter(3), make_counter(5)]
    deposit, read = make_account(100)
    total = 0
    for i in range(n):
        if i % 10 == 0:
            counters[i // 10 % 4] = make_counter(i % 7)
        counter = counters[i % 4]
        deposit(counter())
        total = (total + read()) % 1000003
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
