/* Reads a text character by character with a small state machine: words, vowels, numbers and their digits, lines. */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DEFAULT_N 10

enum { OUTSIDE, IN_WORD, IN_NUMBER };

static const char SENTENCE[] =
    "The 12 quick brown foxes, 345 in all, jump over 6 lazy dogs; nobody counted them before 1987.\n";

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

static char *scan(const char *text) {
    static char report[200];
    int state = OUTSIDE;
    long word_total = 0, vowel_total = 0, number_total = 0, digit_total = 0, line_total = 0;
    for (; *text; text++) {
        char c = *text;
        if (is_letter(c)) {
            if (state != IN_WORD) word_total++;
            if (is_vowel(c)) vowel_total++;
            state = IN_WORD;
        } else if (c >= '0' && c <= '9') {
            if (state != IN_NUMBER) number_total++;
            digit_total++;
            state = IN_NUMBER;
        } else {
            if (c == '\n') line_total++;
            state = OUTSIDE;
        }
    }
    snprintf(report, sizeof(report), "%ld words, %ld vowels, %ld numbers, %ld digits, %ld lines",
             word_total, vowel_total, number_total, digit_total, line_total);
    return report;
}

static char *benchmark(long n) {
    size_t length = strlen(SENTENCE);
    char *text = malloc(length * n + 1);
    for (long i = 0; i < n; i++) memcpy(text + i * length, SENTENCE, length);
    text[length * n] = '\0';
    char *report = scan(text);
    free(text);
    return report;
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
