/* A map with pairs of ints as keys: every second cell of a grid is stored, then all are asked for.
   C has no map: open addressing with linear probing, at most half full. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 20

typedef struct {
    long x, y;
} pair_t;

typedef struct {
    pair_t *keys;
    long *values;
    char *used;
    size_t capacity, count;
} map_t;

static map_t map_new(size_t capacity) {
    map_t map = {malloc(capacity * sizeof(pair_t)), malloc(capacity * sizeof(long)), calloc(capacity, 1), capacity, 0};
    return map;
}

static void map_free(map_t *map) {
    free(map->keys);
    free(map->values);
    free(map->used);
}

static size_t map_find(const map_t *map, pair_t key) {
    unsigned long hash = ((unsigned long)key.x * 0x9E3779B97F4A7C15UL) ^ (unsigned long)key.y;
    size_t slot = hash * 0x9E3779B97F4A7C15UL >> 20 & (map->capacity - 1);
    while (map->used[slot] && (map->keys[slot].x != key.x || map->keys[slot].y != key.y)) {
        slot = (slot + 1) & (map->capacity - 1);
    }
    return slot;
}

static void map_set(map_t *map, pair_t key, long value) {
    if (map->count * 2 >= map->capacity) {
        map_t larger = map_new(map->capacity * 2);
        for (size_t i = 0; i < map->capacity; i++) {
            if (map->used[i]) map_set(&larger, map->keys[i], map->values[i]);
        }
        map_free(map);
        *map = larger;
    }
    size_t slot = map_find(map, key);
    if (!map->used[slot]) {
        map->used[slot] = 1;
        map->keys[slot] = key;
        map->count++;
    }
    map->values[slot] = value;
}

static long benchmark(long n) {
    map_t map = map_new(8);
    for (long y = 0; y < n; y++) {
        for (long x = 0; x < n; x++) {
            if ((x + y) % 2 == 0) map_set(&map, (pair_t){x, y}, x * n + y);
        }
    }
    long total = 0, missing = 0;
    for (long y = 0; y < n; y++) {
        for (long x = 0; x < n; x++) {
            size_t slot = map_find(&map, (pair_t){x, y});
            if (map.used[slot]) {
                total = total + map.values[slot];
            } else {
                missing = missing + 1;
            }
        }
    }
    map_free(&map);
    return total + missing;
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
