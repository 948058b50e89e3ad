/* Closures that change what they have captured: counters with a cell of their own, accounts whose two functions share one.
   C has no closures: a function pointer with a pointer to the captured values beside it. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DEFAULT_N 100

typedef struct {
    long (*call)(long *cells, long argument);
    long *cells;
} closure_t;

static long count_on(long *cells, long unused) {
    (void)unused;
    cells[0] = (cells[0] + cells[1]) % 1000003;
    return cells[0];
}

static long deposit_into(long *cells, long amount) {
    cells[0] = (cells[0] + amount) % 1000003;
    return 0;
}

static long read_from(long *cells, long unused) {
    (void)unused;
    return cells[0];
}

static closure_t make_counter(long step) {
    closure_t counter = {count_on, malloc(2 * sizeof(long))};
    counter.cells[0] = 0;
    counter.cells[1] = step;
    return counter;
}

static void make_account(long balance, closure_t *deposit, closure_t *read) {
    long *cells = malloc(sizeof(long));
    cells[0] = balance;
    *deposit = (closure_t){deposit_into, cells};
    *read = (closure_t){read_from, cells};
}

static long benchmark(long n) {
    closure_t counters[4] = {make_counter(1), make_counter(2), make_counter(3), make_counter(5)};
    closure_t deposit, read;
    make_account(100, &deposit, &read);
    long total = 0;
    for (long i = 0; i < n; i++) {
        if (i % 10 == 0) {
            free(counters[i / 10 % 4].cells);
            counters[i / 10 % 4] = make_counter(i % 7);
        }
        closure_t counter = counters[i % 4];
        deposit.call(deposit.cells, counter.call(counter.cells, 0));
        total = (total + read.call(read.cells, 0)) % 1000003;
    }
    for (int i = 0; i < 4; i++) free(counters[i].cells);
    free(deposit.cells);
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
