/* Builds and walks trees of nested dicts and arrays, as a JSON document would be.
   C has neither: a tagged value with items and, for a dict, their keys. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <stdarg.h>

#define DEFAULT_N 1

typedef struct value {
    enum { NUMBER, TEXT, ARRAY, DICT } kind;
    int length;
    long number;
    char *text;
    const char **keys;
    struct value **items;
} value_t;

static long node_total;

static value_t *new_number(long number) {
    value_t *value = calloc(1, sizeof(value_t));
    value->kind = NUMBER;
    value->number = number;
    return value;
}

static value_t *new_text(const char *text) {
    value_t *value = calloc(1, sizeof(value_t));
    value->kind = TEXT;
    value->text = strdup(text);
    value->length = strlen(text);
    return value;
}

static value_t *new_array(int length, ...) {
    va_list arguments;
    va_start(arguments, length);
    value_t *value = calloc(1, sizeof(value_t));
    value->kind = ARRAY;
    value->length = length;
    value->items = malloc(length * sizeof(value_t *));
    for (int i = 0; i < length; i++) value->items[i] = va_arg(arguments, value_t *);
    va_end(arguments);
    return value;
}

static value_t *new_dict(int length, ...) {
    va_list arguments;
    va_start(arguments, length);
    value_t *value = calloc(1, sizeof(value_t));
    value->kind = DICT;
    value->length = length;
    value->keys = malloc(length * sizeof(char *));
    value->items = malloc(length * sizeof(value_t *));
    for (int i = 0; i < length; i++) {
        value->keys[i] = va_arg(arguments, const char *);
        value->items[i] = va_arg(arguments, value_t *);
    }
    va_end(arguments);
    return value;
}

static void free_value(value_t *value) {
    if (value->items) {
        for (int i = 0; i < value->length; i++) free_value(value->items[i]);
    }
    free(value->items);
    free(value->keys);
    free(value->text);
    free(value);
}

static value_t *get(const value_t *dict, const char *key) {
    for (int i = 0; i < dict->length; i++) {
        if (strcmp(dict->keys[i], key) == 0) return dict->items[i];
    }
    fprintf(stderr, "Missing map key: %s\n", key);
    exit(1);
}

static value_t *build(int depth) {
    long identity = ++node_total;
    value_t *children = new_array(0);
    if (depth > 0) {
        children->items = realloc(children->items, 4 * sizeof(value_t *));
        for (int i = 0; i < 4; i++) children->items[children->length++] = build(depth - 1);
    }
    char name[32];
    snprintf(name, sizeof name, "node %ld", identity);
    return new_dict(5, "id", new_number(identity), "name", new_text(name),
                    "tags", new_array(3, new_text("tree"), new_text("level"), new_number(depth)),
                    "size", new_dict(2, "width", new_number(depth * 2), "height", new_number(depth * 3)),
                    "children", children);
}

static long walk(const value_t *node) {
    long total = get(node, "id")->number + get(node, "name")->length + get(node, "tags")->items[2]->number
               + get(get(node, "size"), "width")->number + get(get(node, "size"), "height")->number;
    const value_t *children = get(node, "children");
    for (int i = 0; i < children->length; i++) total = total + walk(children->items[i]);
    return total;
}

static long benchmark(long n) {
    long check = 0;
    for (long repetition = 0; repetition < n; repetition++) {
        node_total = 0;
        value_t *tree = build(5);
        check = (check + walk(tree)) % 1000003;
        free_value(tree);
    }
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
