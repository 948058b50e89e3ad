/* Builds trees of nested lists, seven levels deep, with random leaf sizes. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define DEFAULT_N 1

typedef struct node {
    struct node **children;
    long length, capacity;
} node_t;

static long node_total, random_state;

static long next_random(void) {
    random_state = (random_state * 1309 + 13849) % 65536;
    return random_state;
}

static void append(node_t *node, node_t *child) {
    if (node->length == node->capacity) {
        node->capacity = node->capacity ? node->capacity * 2 : 4;
        node->children = realloc(node->children, node->capacity * sizeof(node_t *));
    }
    node->children[node->length++] = child;
}

static node_t *build_tree(int depth) {
    node_total = node_total + 1;
    node_t *node = calloc(1, sizeof(node_t));
    if (depth == 1) {
        long cells = next_random() % 10 + 1;
        for (long i = 0; i < cells; i++) append(node, NULL);
    } else {
        for (int i = 0; i < 4; i++) append(node, build_tree(depth - 1));
    }
    return node;
}

static void free_tree(node_t *node) {
    if (!node) return;
    for (long i = 0; i < node->length; i++) free_tree(node->children[i]);
    free(node->children);
    free(node);
}

static long benchmark(long n) {
    static const int path[] = {3, 2, 1, 0, 1, 2};
    node_total = 0;
    random_state = 74755;
    long leaf_cells = 0;
    for (long repetition = 0; repetition < n; repetition++) {
        node_t *tree = build_tree(7), *leaf = tree;
        for (int i = 0; i < 6; i++) leaf = leaf->children[path[i]];
        leaf_cells = leaf_cells + leaf->length;
        free_tree(tree);
    }
    return node_total + leaf_cells;
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
