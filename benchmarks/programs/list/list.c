/* Takeuchi's function on linked lists; a link is the index of a cell in one growing list. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <stdbool.h>

#define DEFAULT_N 1

typedef struct {
    long value, next;
} cell_t;

static cell_t *cells;
static long cell_count, cell_capacity;

static long make_list(long length) {
    if (length == 0) return -1;
    long rest = make_list(length - 1);
    if (cell_count == cell_capacity) {
        cell_capacity = cell_capacity ? cell_capacity * 2 : 8;
        cells = realloc(cells, cell_capacity * sizeof(cell_t));
    }
    cells[cell_count++] = (cell_t){length, rest};
    return cell_count - 1;
}

static long list_length(long cell) {
    if (cell < 0) return 0;
    return 1 + list_length(cells[cell].next);
}

static bool is_shorter(long x, long y) {
    while (y >= 0) {
        if (x < 0) return true;
        x = cells[x].next;
        y = cells[y].next;
    }
    return false;
}

static long tail(long x, long y, long z) {
    if (is_shorter(y, x)) {
        return tail(tail(cells[x].next, y, z), tail(cells[y].next, z, x), tail(cells[z].next, x, y));
    }
    return z;
}

static long benchmark(long n) {
    long total = 0;
    for (long repetition = 0; repetition < n; repetition++) {
        cell_count = 0;
        long longest = make_list(15);
        long middle = make_list(10);
        long shortest = make_list(6);
        long found = tail(longest, middle, shortest);
        total = total + list_length(found) * 100 + cells[found].value;
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
