# Five bodies that attract each other, moved with overloaded operators on vectors of three floats.
import math
import sys
import time
DEFAULT_N = 100

STEP = 0.001


class Vector(object):
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other):
        return Vector(self.y * other.z - self.z * other.y, self.z * other.x - self.x * other.z,
                      self.x * other.y - self.y * other.x)


class Body(object):
    def __init__(self, position, velocity, mass):
        self.position = position
        self.velocity = velocity
        self.mass = mass


def make_bodies():
    bodies = []
    for i in range(5):
        distance = i * 5.0
        bodies.append(Body(Vector(distance, distance * 0.5, 1.0 - distance * 0.1),
                           Vector(0.1 * i, 1.0 - 0.2 * i, 0.05 * i), 40.0 / (1.0 + distance)))
    return bodies


def advance(bodies):
    count = len(bodies)
    for i in range(count):
        for j in range(count):
            if j > i:
                between = bodies[i].position - bodies[j].position
                squared = between.dot(between)
                pull = STEP / (squared * math.sqrt(squared))
                bodies[i].velocity = bodies[i].velocity - between * (bodies[j].mass * pull)
                bodies[j].velocity = bodies[j].velocity + between * (bodies[i].mass * pull)
    for i in range(count):
        bodies[i].position = bodies[i].position + bodies[i].velocity * STEP


def angular_momentum(bodies):
    momentum = Vector(0.0, 0.0, 0.0)
    for body in bodies:
        momentum = momentum + body.position.cross(body.velocity) * body.mass
    return momentum


def benchmark(n):
    bodies = make_bodies()
    for _ in range(n):
        advance(bodies)
    momentum = angular_momentum(bodies)
    total = 1000.0 + momentum.dot(momentum) + bodies[0].position.x
    return int(total * 1000000.0)


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
