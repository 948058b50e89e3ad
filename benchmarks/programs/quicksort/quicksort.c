/* Quicksort written in the language; in Ruff the list is passed in and the sorted list comes back. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 100

static long *quicksort(long *numbers, long low, long high) {
    if (low >= high) return numbers;
    long pivot = numbers[low + (high - low) / 2];
    long i = low, j = high;
    while (i <= j) {
        while (numbers[i] < pivot) i = i + 1;
        while (numbers[j] > pivot) j = j - 1;
        if (i <= j) {
            long kept = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = kept;
            i = i + 1;
            j = j - 1;
        }
    }
    numbers = quicksort(numbers, low, j);
    return quicksort(numbers, i, high);
}

static long benchmark(long n) {
    long *numbers = malloc(n * sizeof(long)), state = 42, check = 0;
    for (long i = 0; i < n; i++) {
        state = (state * 16807) % 2147483647;
        numbers[i] = state;
    }
    numbers = quicksort(numbers, 0, n - 1);
    for (long i = 0; i < n; i++) check = (check + numbers[i] * (i % 7 + 1)) % 1000003;
    free(numbers);
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
