/* Five bodies that attract each other, moved with functions on vectors of three floats.
   C has no overloading of operators: functions stand for them. */
#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DEFAULT_N 100
#define BODIES 5

static const double STEP = 0.001;

typedef struct {
    double x, y, z;
} vector_t;

typedef struct {
    vector_t position, velocity;
    double mass;
} body_t;

static vector_t plus(vector_t a, vector_t b) { return (vector_t){a.x + b.x, a.y + b.y, a.z + b.z}; }

static vector_t minus(vector_t a, vector_t b) { return (vector_t){a.x - b.x, a.y - b.y, a.z - b.z}; }

static vector_t times(vector_t a, double factor) { return (vector_t){a.x * factor, a.y * factor, a.z * factor}; }

static double dot(vector_t a, vector_t b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

static vector_t cross(vector_t a, vector_t b) {
    return (vector_t){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

static void make_bodies(body_t *bodies) {
    for (int i = 0; i < BODIES; i++) {
        double distance = i * 5.0;
        bodies[i] = (body_t){{distance, distance * 0.5, 1.0 - distance * 0.1},
                             {0.1 * i, 1.0 - 0.2 * i, 0.05 * i}, 40.0 / (1.0 + distance)};
    }
}

static void advance(body_t *bodies) {
    for (int i = 0; i < BODIES; i++) {
        for (int j = 0; j < BODIES; j++) {
            if (j > i) {
                vector_t between = minus(bodies[i].position, bodies[j].position);
                double squared = dot(between, between);
                double pull = STEP / (squared * sqrt(squared));
                bodies[i].velocity = minus(bodies[i].velocity, times(between, bodies[j].mass * pull));
                bodies[j].velocity = plus(bodies[j].velocity, times(between, bodies[i].mass * pull));
            }
        }
    }
    for (int i = 0; i < BODIES; i++) {
        bodies[i].position = plus(bodies[i].position, times(bodies[i].velocity, STEP));
    }
}

static vector_t angular_momentum(const body_t *bodies) {
    vector_t momentum = {0.0, 0.0, 0.0};
    for (int i = 0; i < BODIES; i++) {
        momentum = plus(momentum, times(cross(bodies[i].position, bodies[i].velocity), bodies[i].mass));
    }
    return momentum;
}

static long benchmark(long n) {
    body_t bodies[BODIES];
    make_bodies(bodies);
    for (long i = 0; i < n; i++) advance(bodies);
    vector_t momentum = angular_momentum(bodies);
    double total = 1000.0 + dot(momentum, momentum) + bodies[0].position.x;
    return (long)(total * 1000000.0);
}

#define RESULT_FORMAT(x) _Generic((x), long: "result: %ld\n", char *: "result: %s\n")

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
    long settings[3] = {DEFAULT_N, 0, 1};
    for (int i = 0; i < 3; i++) {
        if (i + 1 < argc) settings[i] = atol(argv[i + 1]);
    }
    long warmup = settings[1];
    __typeof__(benchmark(0)) result = 0;
    for (long step = 0; step < warmup + settings[2]; step++) {
        double start = now_ms();
        result = benchmark(settings[0]);
        double elapsed = now_ms() - start;
        if (step >= warmup) printf("time_ms: %f\n", elapsed);
    }
    printf(RESULT_FORMAT(result), result);
    return 0;
}
