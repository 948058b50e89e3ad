/* A pipeline of generators: numbers, those that 3 does not divide, their squares, added up.
   C has none: each stage is a struct with its state and a function that gives the next number. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DEFAULT_N 100

/* next returns 0 at the end. */
typedef struct stage {
    int (*next)(struct stage *, long *);
    struct stage *source;
    long position, limit;
} stage;

static int next_count(stage *self, long *number) {
    if (self->position >= self->limit) return 0;
    *number = self->position++;
    return 1;
}

static int next_without_multiples(stage *self, long *number) {
    while (self->source->next(self->source, number)) {
        if (*number % self->limit != 0) return 1;
    }
    return 0;
}

static int next_square(stage *self, long *number) {
    if (!self->source->next(self->source, number)) return 0;
    *number = *number * *number % 1000003;
    return 1;
}

static long benchmark(long n) {
    stage numbers = {next_count, NULL, 0, n};
    stage rest = {next_without_multiples, &numbers, 0, 3};
    stage squares = {next_square, &rest, 0, 0};
    long total = 0, square;
    while (squares.next(&squares, &square)) total = (total + square) % 1000003;
    return total;
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
