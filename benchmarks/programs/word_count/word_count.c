/* Counts the words of the first n lines of the text file named by BENCHMARK_TEXT.
   C has no map: open addressing with linear probing, at most half full. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <ctype.h>

#define DEFAULT_N 100

typedef struct {
    char *key;
    long value;
} entry_t;

static entry_t *entries;
static size_t capacity, used;

static entry_t *find(entry_t *table, size_t size, const char *key) {
    unsigned long hash = 14695981039346656037UL;
    for (const char *c = key; *c; c++) hash = (hash ^ (unsigned char)*c) * 1099511628211UL;
    size_t slot = hash & (size - 1);
    while (table[slot].key && strcmp(table[slot].key, key) != 0) slot = (slot + 1) & (size - 1);
    return &table[slot];
}

static void grow(void) {
    size_t larger = capacity ? capacity * 2 : 64;
    entry_t *table = calloc(larger, sizeof(entry_t));
    for (size_t i = 0; i < capacity; i++) {
        if (entries[i].key) *find(table, larger, entries[i].key) = entries[i];
    }
    free(entries);
    entries = table;
    capacity = larger;
}

static void count_word(const char *word) {
    if (used * 2 >= capacity) grow();
    entry_t *entry = find(entries, capacity, word);
    if (!entry->key) {
        entry->key = strdup(word);
        used++;
    }
    entry->value = entry->value + 1;
}

static char *benchmark(long n) {
    FILE *file = fopen(getenv("BENCHMARK_TEXT"), "r");
    if (!file) {
        perror("BENCHMARK_TEXT");
        exit(1);
    }
    char *line = NULL, *rest, *word;
    size_t line_size = 0;
    long word_total = 0;
    for (long remaining = n; remaining > 0 && getline(&line, &line_size, file) >= 0; remaining--) {
        for (char *c = line; *c; c++) *c = tolower((unsigned char)*c);
        for (word = strtok_r(line, " \t\r\n\f\v", &rest); word; word = strtok_r(NULL, " \t\r\n\f\v", &rest)) {
            word_total++;
            count_word(word);
        }
    }
    fclose(file);
    free(line);
    const char *best = "";
    long best_count = 0;
    for (size_t i = 0; i < capacity; i++) {
        if (!entries[i].key) continue;
        long times = entries[i].value;
        if (times > best_count || (times == best_count && strcmp(entries[i].key, best) < 0)) {
            best = entries[i].key;
            best_count = times;
        }
    }
    char *text;
    if (asprintf(&text, "%ld words, %zu different, most frequent: %s (%ld)", word_total, used, best, best_count) < 0) exit(1);
    for (size_t i = 0; i < capacity; i++) free(entries[i].key);
    free(entries);
    entries = NULL;
    capacity = used = 0;
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
