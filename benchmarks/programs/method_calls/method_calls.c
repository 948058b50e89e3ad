/* Methods that return a new value, and one method name on two kinds of struct.
   C has no methods: the shapes carry a function pointer. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 20

typedef struct {
    long x, y;
} point_t;

static point_t plus(point_t self, point_t other) { return (point_t){self.x + other.x, self.y + other.y}; }

static long distance(point_t self) { return self.x + self.y; }

typedef struct shape {
    long (*area)(const struct shape *self);
    long width, height;
} shape_t;

static long square_area(const shape_t *self) { return self->width * self->width; }

static long rectangle_area(const shape_t *self) { return self->width * self->height; }

static long benchmark(long n) {
    shape_t shapes[] = {{square_area, 2, 0}, {rectangle_area, 3, 5}, {square_area, 4, 0}, {rectangle_area, 1, 7}};
    point_t position = {0, 0}, stride = {1, 2};
    long total = 0;
    for (long i = 0; i < n; i++) {
        position = plus(position, stride);
        const shape_t *shape = &shapes[i % 4];
        total = (total + shape->area(shape) + distance(position)) % 1000003;
    }
    return total + position.x + position.y;
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
