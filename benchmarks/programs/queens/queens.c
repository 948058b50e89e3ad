/* Eight queens by backtracking over lists of booleans; the result is built from the solution. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <stdbool.h>

#define DEFAULT_N 2

static bool free_rows[8], free_rising[16], free_falling[16];
static long queen_rows[8];

static bool is_free(long row, long column) {
    return free_rows[row] && free_rising[column + row] && free_falling[column - row + 7];
}

static void set_free(long row, long column, bool value) {
    free_rows[row] = value;
    free_rising[column + row] = value;
    free_falling[column - row + 7] = value;
}

static bool place_queen(long column) {
    for (long row = 0; row < 8; row++) {
        if (is_free(row, column)) {
            queen_rows[row] = column;
            set_free(row, column, false);
            if (column == 7) return true;
            if (place_queen(column + 1)) return true;
            set_free(row, column, true);
        }
    }
    return false;
}

static long benchmark(long n) {
    long solved = 0;
    for (long repetition = 0; repetition < n; repetition++) {
        for (int i = 0; i < 8; i++) free_rows[i] = true;
        for (int i = 0; i < 16; i++) free_rising[i] = true;
        for (int i = 0; i < 16; i++) free_falling[i] = true;
        for (int i = 0; i < 8; i++) queen_rows[i] = -1;
        if (place_queen(0)) solved = solved + 1;
    }
    long placed = 0;
    for (int row = 0; row < 8; row++) placed = placed * 10 + queen_rows[row];
    return placed + solved;
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
