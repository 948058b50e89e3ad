/* Sorts n records with a comparator: by key, then by descending number. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 100

typedef struct {
    long key, number;
} record_t;

static int compare(const void *left, const void *right) {
    const record_t *a = left, *b = right;
    if (a->key != b->key) return a->key - b->key;
    return b->number - a->number;
}

static long benchmark(long n) {
    record_t *records = malloc(n * sizeof(record_t));
    long state = 42, check = 0;
    for (long i = 0; i < n; i++) {
        state = (state * 16807) % 2147483647;
        records[i] = (record_t){state % 1000, i};
    }
    qsort(records, n, sizeof(record_t), compare);
    for (long i = 0; i < n; i++) check = (check + records[i].number * (i % 7 + 1)) % 1000003;
    free(records);
    return check;
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
