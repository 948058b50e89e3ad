/* Counts n events in a map with a thousand string keys.
   C has no map: open addressing with linear probing and room for all keys. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 2000
#define CAPACITY 4096

typedef struct {
    const char *key;
    long value;
} entry_t;

static entry_t entries[CAPACITY];

static entry_t *find(const char *key) {
    unsigned long hash = 14695981039346656037UL;
    for (const char *c = key; *c; c++) hash = (hash ^ (unsigned char)*c) * 1099511628211UL;
    unsigned long slot = hash % CAPACITY;
    while (entries[slot].key && strcmp(entries[slot].key, key) != 0) slot = (slot + 1) % CAPACITY;
    return &entries[slot];
}

static long benchmark(long n) {
    char *names[1000], text[32];
    for (int i = 0; i < 1000; i++) {
        snprintf(text, sizeof text, "key%d", i);
        names[i] = strdup(text);
    }
    memset(entries, 0, sizeof entries);
    for (long i = 0; i < n; i++) {
        const char *name = names[i * 7919 % 1000];
        entry_t *entry = find(name);
        if (entry->key) {
            entry->value = entry->value + 1;
        } else {
            *entry = (entry_t){name, 1};
        }
    }
    long check = 0;
    for (int i = 0; i < 1000; i++) check = (check * 31 + find(names[i])->value) % 1000003;
    for (int i = 0; i < 1000; i++) free(names[i]);
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
