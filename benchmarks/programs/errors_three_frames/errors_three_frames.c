/* Every fourth round throws an error that crosses three functions before it is caught.
   C has no try: the handler is a jump buffer. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DEFAULT_N 100

static jmp_buf handler;
static const char *message;

static long parse_digit(long number) {
    if (number % 4 == 0) {
        message = "no digit here";
        longjmp(handler, 1);
    }
    return number % 10;
}

static long parse_number(long number) { return parse_digit(number) * 10 + 1; }

static long parse_line(long number) { return parse_number(number) + number % 3; }

static long benchmark(long n) {
    volatile long total = 0, failures = 0;
    for (volatile long i = 0; i < n; i++) {
        if (!setjmp(handler)) {
            total = (total + parse_line(i)) % 1000003;
        } else {
            failures = failures + strlen(message);
        }
    }
    return total + failures;
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
