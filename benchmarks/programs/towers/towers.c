/* Towers of Hanoi with 13 disks; a pile is a chain of disk handles. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 1
#define DISK_TOTAL 13

static long piles[3], below[DISK_TOTAL], moves;

static void fail(const char *message) {
    fprintf(stderr, "%s\n", message);
    exit(1);
}

static void push_disk(long disk, long pile) {
    long top = piles[pile];
    if (top >= 0 && disk >= top) fail("Cannot put a big disk on a smaller one");
    below[disk] = top;
    piles[pile] = disk;
}

static long pop_disk(long pile) {
    long top = piles[pile];
    if (top < 0) fail("No disk on this pile");
    piles[pile] = below[top];
    below[top] = -1;
    return top;
}

static void move_disks(long disks, long source, long target) {
    if (disks == 1) {
        push_disk(pop_disk(source), target);
        moves = moves + 1;
    } else {
        long other = 3 - source - target;
        move_disks(disks - 1, source, other);
        move_disks(1, source, target);
        move_disks(disks - 1, other, target);
    }
}

static long benchmark(long n) {
    moves = 0;
    for (long repetition = 0; repetition < n; repetition++) {
        for (int pile = 0; pile < 3; pile++) piles[pile] = -1;
        for (int disk = 0; disk < DISK_TOTAL; disk++) below[disk] = -1;
        for (int disk = DISK_TOTAL - 1; disk >= 0; disk--) push_disk(disk, 0);
        move_disks(DISK_TOTAL, 0, 1);
    }
    return moves;
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
