/* Closures made in a loop, mapped and folded over a list of a thousand integers.
   C has no closures: a function pointer with the captured value beside it. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 2

typedef struct {
    long (*call)(long captured, long number);
    long captured;
} closure_t;

static long add(long offset, long number) { return number + offset; }

static long is_even(long unused, long number) { return number % 2 == 0; }

static long add_modulo(long folded, long number) { return (folded + number) % 1000003; }

static closure_t adder(long offset) { return (closure_t){add, offset}; }

static long *map(const long *list, long length, closure_t f) {
    long *mapped = malloc(length * sizeof(long));
    for (long i = 0; i < length; i++) mapped[i] = f.call(f.captured, list[i]);
    return mapped;
}

static long *filter(const long *list, long *length, closure_t f) {
    long *kept = malloc(*length * sizeof(long)), count = 0;
    for (long i = 0; i < *length; i++) {
        if (f.call(f.captured, list[i])) kept[count++] = list[i];
    }
    *length = count;
    return kept;
}

static long reduce(const long *list, long length, long initial, long (*f)(long, long)) {
    long folded = initial;
    for (long i = 0; i < length; i++) folded = f(folded, list[i]);
    return folded;
}

static long benchmark(long n) {
    long numbers[1000];
    for (long i = 0; i < 1000; i++) numbers[i] = i;
    long total = 0;
    for (long repetition = 0; repetition < n; repetition++) {
        long length = 1000;
        long *shifted = map(numbers, length, adder(repetition));
        long *even = filter(shifted, &length, (closure_t){is_even, 0});
        total = reduce(even, length, total, add_modulo);
        free(shifted);
        free(even);
    }
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
