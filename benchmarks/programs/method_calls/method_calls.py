# Methods that return a new value, and one method name on two kinds of struct.
import sys
import time
DEFAULT_N = 20


class Point(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def distance(self):
        return self.x + self.y


class Square(object):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Rectangle(object):
    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


def benchmark(n):
    shapes = [Square(2), Rectangle(3, 5), Square(4), Rectangle(1, 7)]
    position = Point(0, 0)
    stride = Point(1, 2)
    total = 0
    for i in range(n):
        position = position.plus(stride)
        total = (total + shapes[i % 4].area() + position.distance()) % 1000003
    return total + position.x + position.y


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
