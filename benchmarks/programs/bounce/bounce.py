# A hundred balls move for fifty frames in a box; counts how often one hits a wall.
import sys
import time
DEFAULT_N = 1
random_state = 0


def next_random():
    global random_state
    random_state = (random_state * 1309 + 13849) % 65536
    return random_state


def magnitude(number):
    if number < 0:
        return -number
    return number


class Ball(object):
    def __init__(self, x, y, x_velocity, y_velocity):
        self.x = x
        self.y = y
        self.x_velocity = x_velocity
        self.y_velocity = y_velocity
        self.bounced = False

    def moved(self):
        self.x = self.x + self.x_velocity
        self.y = self.y + self.y_velocity
        self.bounced = False
        if self.x > 500:
            self.x = 500
            self.x_velocity = 0 - magnitude(self.x_velocity)
            self.bounced = True
        if self.x < 0:
            self.x = 0
            self.x_velocity = magnitude(self.x_velocity)
            self.bounced = True
        if self.y > 500:
            self.y = 500
            self.y_velocity = 0 - magnitude(self.y_velocity)
            self.bounced = True
        if self.y < 0:
            self.y = 0
            self.y_velocity = magnitude(self.y_velocity)
            self.bounced = True
        return self


def random_ball():
    x = next_random() % 500
    y = next_random() % 500
    x_velocity = next_random() % 300 - 150
    y_velocity = next_random() % 300 - 150
    return Ball(x, y, x_velocity, y_velocity)


def benchmark(n):
    global random_state
    random_state = 74755
    bounces = 0
    for _ in range(n):
        balls = []
        for i in range(100):
            balls.append(random_ball())
        for frame in range(50):
            for i in range(100):
                balls[i] = balls[i].moved()
                if balls[i].bounced:
                    bounces = bounces + 1
    return bounces


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
