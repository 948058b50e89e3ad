# Expressions as objects of one class for each kind: builds one, evaluates it, and derives it into a new one.
import sys
import time
DEFAULT_N = 1


class Number(object):
    def __init__(self, value):
        self.value = value


class Variable(object):
    pass


class Negated(object):
    def __init__(self, inner):
        self.inner = inner


class Sum(object):
    def __init__(self, first, second):
        self.first = first
        self.second = second


class Product(object):
    def __init__(self, first, second):
        self.first = first
        self.second = second


# The remainder with the sign of the dividend, as in the other languages.
def remainder(number):
    if number < 0:
        return -(-number % 1000003)
    return number % 1000003


def build(depth, seed):
    if depth == 0:
        if seed % 3 == 0:
            return Variable()
        return Number(seed % 10)
    if seed % 5 == 0:
        return Negated(build(depth - 1, seed + 1))
    first = build(depth - 1, seed * 2 + 1)
    second = build(depth - 1, seed * 3 + 2)
    if seed % 2 == 0:
        return Sum(first, second)
    return Product(first, second)


def evaluate(expr, x):
    if isinstance(expr, Number):
        return expr.value
    if isinstance(expr, Variable):
        return x
    if isinstance(expr, Negated):
        return -evaluate(expr.inner, x)
    if isinstance(expr, Sum):
        return remainder(evaluate(expr.first, x) + evaluate(expr.second, x))
    return remainder(evaluate(expr.first, x) * evaluate(expr.second, x))


def derive(expr):
    if isinstance(expr, Number):
        return Number(0)
    if isinstance(expr, Variable):
        return Number(1)
    if isinstance(expr, Negated):
        return Negated(derive(expr.inner))
    if isinstance(expr, Sum):
        return Sum(derive(expr.first), derive(expr.second))
    return Sum(Product(derive(expr.first), expr.second), Product(expr.first, derive(expr.second)))


def benchmark(n):
    expr = build(7, 1)
    total = 0
    for i in range(n):
        total = remainder(total + evaluate(expr, i % 10))
        total = remainder(total + evaluate(derive(expr), i % 7))
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
