/* All permutations of six elements by recursive swapping, in one shared list. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 1

static long elements[6], calls;

static void swap(long i, long j) {
    long kept = elements[i];
    elements[i] = elements[j];
    elements[j] = kept;
}

static void permute(long n) {
    calls = calls + 1;
    if (n != 0) {
        long last = n - 1;
        permute(last);
        for (long i = last; i >= 0; i--) {
            swap(last, i);
            permute(last);
            swap(last, i);
        }
    }
}

static long benchmark(long n) {
    calls = 0;
    for (long repetition = 0; repetition < n; repetition++) {
        for (int i = 0; i < 6; i++) elements[i] = i;
        permute(6);
    }
    return calls * 10 + elements[5];
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
