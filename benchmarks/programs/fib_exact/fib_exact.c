/* Iterative Fibonacci with integers of any size: the result has every digit.
   C has no big integers: a number is an array of limbs in base 10^18, lowest first. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 300
#define BASE 1000000000000000000UL

typedef struct {
    unsigned long *limbs;
    long length;
} number_t;

/* a + b where b is not shorter than a. */
static number_t add(number_t a, number_t b) {
    number_t sum = {malloc((b.length + 1) * sizeof(unsigned long)), b.length};
    unsigned long carry = 0;
    for (long i = 0; i < b.length; i++) {
        unsigned long limb = b.limbs[i] + carry + (i < a.length ? a.limbs[i] : 0);
        carry = limb >= BASE;
        sum.limbs[i] = carry ? limb - BASE : limb;
    }
    if (carry) sum.limbs[sum.length++] = 1;
    return sum;
}

static char *to_text(number_t number) {
    char *text = malloc(number.length * 18 + 2);
    char *end = text + sprintf(text, "%lu", number.limbs[number.length - 1]);
    for (long i = number.length - 2; i >= 0; i--) end += sprintf(end, "%018lu", number.limbs[i]);
    return text;
}

static number_t small_number(unsigned long value) {
    number_t number = {malloc(sizeof(unsigned long)), 1};
    number.limbs[0] = value;
    return number;
}

static char *benchmark(long n) {
    number_t previous = small_number(0);
    number_t current = small_number(1);
    for (long step = 1; step < n; step++) {
        number_t following = add(previous, current);
        free(previous.limbs);
        previous = current;
        current = following;
    }
    char *text = to_text(current);
    free(previous.limbs);
    free(current.limbs);
    return text;
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
