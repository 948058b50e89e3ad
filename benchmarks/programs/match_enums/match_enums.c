/* Expressions as tagged structs: builds one, evaluates it, and derives it into a new one.
   A derivative shares parts with its source; what is allocated for one round is given back together. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DEFAULT_N 1
#define BLOCK_SIZE 1024

enum { NUMBER, VARIABLE, NEGATED, SUM, PRODUCT };

typedef struct expr {
    int kind;
    long value;
    struct expr *first, *second;
} expr_t;

typedef struct block {
    struct block *next;
    expr_t items[BLOCK_SIZE];
} block_t;

static block_t *blocks;
static long used = BLOCK_SIZE;

static expr_t *new_expr(int kind, long value, expr_t *first, expr_t *second) {
    if (used == BLOCK_SIZE) {
        block_t *block = malloc(sizeof(block_t));
        block->next = blocks;
        blocks = block;
        used = 0;
    }
    expr_t *expr = &blocks->items[used++];
    *expr = (expr_t){kind, value, first, second};
    return expr;
}

static void free_blocks(block_t *until) {
    while (blocks != until) {
        block_t *next = blocks->next;
        free(blocks);
        blocks = next;
    }
    used = BLOCK_SIZE;
}

static expr_t *build(long depth, long seed) {
    if (depth == 0) {
        if (seed % 3 == 0) return new_expr(VARIABLE, 0, NULL, NULL);
        return new_expr(NUMBER, seed % 10, NULL, NULL);
    }
    if (seed % 5 == 0) return new_expr(NEGATED, 0, build(depth - 1, seed + 1), NULL);
    expr_t *first = build(depth - 1, seed * 2 + 1);
    expr_t *second = build(depth - 1, seed * 3 + 2);
    return new_expr(seed % 2 == 0 ? SUM : PRODUCT, 0, first, second);
}

static long evaluate(const expr_t *expr, long x) {
    switch (expr->kind) {
    case NUMBER: return expr->value;
    case VARIABLE: return x;
    case NEGATED: return -evaluate(expr->first, x);
    case SUM: return (evaluate(expr->first, x) + evaluate(expr->second, x)) % 1000003;
    default: return evaluate(expr->first, x) * evaluate(expr->second, x) % 1000003;
    }
}

static expr_t *derive(expr_t *expr) {
    expr_t *first, *second;
    switch (expr->kind) {
    case NUMBER: return new_expr(NUMBER, 0, NULL, NULL);
    case VARIABLE: return new_expr(NUMBER, 1, NULL, NULL);
    case NEGATED: return new_expr(NEGATED, 0, derive(expr->first), NULL);
    case SUM:
        first = derive(expr->first);
        return new_expr(SUM, 0, first, derive(expr->second));
    default:
        first = new_expr(PRODUCT, 0, derive(expr->first), expr->second);
        second = new_expr(PRODUCT, 0, expr->first, derive(expr->second));
        return new_expr(SUM, 0, first, second);
    }
}

static long benchmark(long n) {
    expr_t *expr = build(7, 1);
    block_t *kept = blocks;
    used = BLOCK_SIZE;
    long total = 0;
    for (long i = 0; i < n; i++) {
        total = (total + evaluate(expr, i % 10)) % 1000003;
        total = (total + evaluate(derive(expr), i % 7)) % 1000003;
        free_blocks(kept);
    }
    free_blocks(NULL);
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
