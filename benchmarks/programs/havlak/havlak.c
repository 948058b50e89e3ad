/* Havlak's loop finder on a made control-flow graph. Blocks, loops and union-find nodes
   are handles: indices into lists of structs. */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DEFAULT_N 2

#define UNVISITED -1
#define NON_HEADER 0
#define REDUCIBLE 1
#define SELF_LOOP 2
#define IRREDUCIBLE 3

#define LIST(type)          \
    struct {                \
        type *items;        \
        long length, capacity; \
    }

/* Evaluates the list twice or more: pass an expression without side effects. */
#define append(list, ...)                                                                  \
    do {                                                                                   \
        if ((list)->length == (list)->capacity) {                                          \
            (list)->capacity = (list)->capacity ? (list)->capacity * 2 : 4;                \
            (list)->items = realloc((list)->items, (list)->capacity * sizeof *(list)->items); \
        }                                                                                  \
        (list)->items[(list)->length++] = __VA_ARGS__;                                     \
    } while (0)

typedef LIST(long) list_t;

typedef struct {
    list_t in_edges;
    list_t out_edges;
} block_t;

typedef struct {
    long header;
    bool reducible;
    long parent;
    list_t children;
    list_t members;
    long nesting;
} loop_t;

typedef struct {
    long parent;
    long block;
    long found_loop;
} node_t;

static LIST(block_t) blocks;
static LIST(loop_t) loops;
static LIST(node_t) nodes;
static list_t number_of, last_of, header_of, kind_of;
static LIST(list_t) back_edges, other_edges;

static bool contains(list_t list, long item) {
    for (long i = 0; i < list.length; i++) {
        if (list.items[i] == item) return true;
    }
    return false;
}

static long new_block(void) {
    append(&blocks, (block_t){{0}, {0}});
    return blocks.length - 1;
}

static void connect(long source, long target) {
    append(&blocks.items[source].out_edges, target);
    append(&blocks.items[target].in_edges, source);
}

static long build_straight(long start, long length) {
    long at = start;
    for (long i = 0; i < length; i++) {
        long following = new_block();
        connect(at, following);
        at = following;
    }
    return at;
}

static long build_diamond(long start) {
    long left = build_straight(start, 1);
    long right = build_straight(start, 1);
    long bottom = new_block();
    connect(left, bottom);
    connect(right, bottom);
    return bottom;
}

static long build_base_loop(long start) {
    long header = build_straight(start, 1);
    long diamond = build_diamond(header);
    long inner = build_straight(diamond, 1);
    long inner_diamond = build_diamond(inner);
    long footer = build_straight(inner_diamond, 1);
    connect(inner_diamond, inner);
    connect(diamond, header);
    connect(footer, start);
    return build_straight(footer, 1);
}

static void build_graph(long trees) {
    long entry = new_block();
    long exit_block = build_base_loop(entry);
    long hub = new_block();
    connect(entry, hub);
    for (long tree = 0; tree < trees; tree++) {
        long at = new_block();
        connect(hub, at);
        for (long outer = 0; outer < 5; outer++) {
            long top = at;
            at = build_straight(at, 1);
            for (long inner = 0; inner < 4; inner++) {
                at = build_base_loop(at);
            }
            long bottom = build_straight(at, 1);
            connect(at, top);
            at = bottom;
        }
        connect(at, exit_block);
    }
}

static long new_loop(long header, bool reducible) {
    append(&loops, (loop_t){header, reducible, -1, {0}, {0}, 0});
    return loops.length - 1;
}

static void set_parent(long child, long parent) {
    loops.items[child].parent = parent;
    append(&loops.items[parent].children, child);
}

static long find_set(long start) {
    long at = start;
    list_t passed = {0};
    while (at != nodes.items[at].parent) {
        long parent = nodes.items[at].parent;
        if (parent != nodes.items[parent].parent) {
            append(&passed, at);
        }
        at = parent;
    }
    for (long at_node = 0; at_node < passed.length; at_node++) {
        long node = passed.items[at_node];
        nodes.items[node].parent = at;
    }
    free(passed.items);
    return at;
}

static bool is_ancestor(long w, long v) {
    return w <= v && v <= last_of.items[w];
}

static long search_depth_first(long block, long current) {
    nodes.items[current].block = block;
    number_of.items[block] = current;
    long latest = current;
    for (long at_target = 0; at_target < blocks.items[block].out_edges.length; at_target++) {
        long target = blocks.items[block].out_edges.items[at_target];
        if (number_of.items[target] == UNVISITED) {
            latest = search_depth_first(target, latest + 1);
        }
    }
    last_of.items[current] = latest;
    return latest;
}

static void prepare(long size) {
    for (long i = 0; i < back_edges.length; i++) {
        free(back_edges.items[i].items);
        free(other_edges.items[i].items);
    }
    nodes.length = number_of.length = last_of.length = header_of.length = kind_of.length = 0;
    back_edges.length = other_edges.length = 0;
    for (long i = 0; i < size; i++) {
        append(&nodes, (node_t){i, -1, -1});
        append(&number_of, UNVISITED);
        append(&last_of, 0);
        append(&header_of, 0);
        append(&kind_of, NON_HEADER);
        append(&back_edges, (list_t){0});
        append(&other_edges, (list_t){0});
    }
}

static void sort_edges(long w) {
    for (long at_source = 0; at_source < blocks.items[nodes.items[w].block].in_edges.length; at_source++) {
        long source = blocks.items[nodes.items[w].block].in_edges.items[at_source];
        long v = number_of.items[source];
        if (v != UNVISITED) {
            if (is_ancestor(w, v)) {
                append(&back_edges.items[w], v);
            } else if (!contains(other_edges.items[w], v)) {
                append(&other_edges.items[w], v);
            }
        }
    }
}

static list_t loop_body(long w) {
    list_t pool = {0};
    for (long at_v = 0; at_v < back_edges.items[w].length; at_v++) {
        long v = back_edges.items[w].items[at_v];
        if (v == w) {
            kind_of.items[w] = SELF_LOOP;
        } else {
            append(&pool, find_set(v));
        }
    }
    if (pool.length > 0) {
        kind_of.items[w] = REDUCIBLE;
    }
    long position = 0;
    while (position < pool.length) {
        long x = pool.items[position];
        position = position + 1;
        for (long at_v = 0; at_v < other_edges.items[x].length; at_v++) {
            long v = other_edges.items[x].items[at_v];
            long y = find_set(v);
            if (!is_ancestor(w, y)) {
                kind_of.items[w] = IRREDUCIBLE;
                if (!contains(other_edges.items[w], y)) {
                    append(&other_edges.items[w], y);
                }
            } else if (y != w && !contains(pool, y)) {
                append(&pool, y);
            }
        }
    }
    return pool;
}

static void record_loop(long w, list_t pool) {
    long created = new_loop(nodes.items[w].block, kind_of.items[w] != IRREDUCIBLE);
    nodes.items[w].found_loop = created;
    for (long at_node = 0; at_node < pool.length; at_node++) {
        long node = pool.items[at_node];
        header_of.items[node] = w;
        nodes.items[node].parent = w;
        if (nodes.items[node].found_loop >= 0) {
            set_parent(nodes.items[node].found_loop, created);
        } else {
            append(&loops.items[created].members, nodes.items[node].block);
        }
    }
}

static long find_loops(void) {
    long size = blocks.length;
    prepare(size);
    long reached = search_depth_first(0, 0);
    for (long w = 0; w < size; w++) {
        if (nodes.items[w].block >= 0) {
            sort_edges(w);
        }
    }
    for (long w = size - 1; w > -1; w--) {
        if (nodes.items[w].block >= 0) {
            list_t pool = loop_body(w);
            if (pool.length > 0 || kind_of.items[w] == SELF_LOOP) {
                record_loop(w, pool);
            }
            free(pool.items);
        }
    }
    return reached;
}

static long compute_nesting(long at) {
    long deepest = 0;
    for (long at_child = 0; at_child < loops.items[at].children.length; at_child++) {
        long child = loops.items[at].children.items[at_child];
        long nesting = compute_nesting(child) + 1;
        if (nesting > deepest) {
            deepest = nesting;
        }
    }
    loops.items[at].nesting = deepest;
    return deepest;
}

static void clear_loops(void) {
    for (long i = 0; i < loops.length; i++) {
        free(loops.items[i].children.items);
        free(loops.items[i].members.items);
    }
    loops.length = 0;
}

static long benchmark(long n) {
    for (long i = 0; i < blocks.length; i++) {
        free(blocks.items[i].in_edges.items);
        free(blocks.items[i].out_edges.items);
    }
    blocks.length = 0;
    build_graph(n);
    long root = 0;
    long check = 0;
    for (long repetition = 0; repetition < 3; repetition++) {
        clear_loops();
        new_loop(-1, true);
        check = check + find_loops();
    }
    for (long i = 1; i < loops.length; i++) {
        if (loops.items[i].parent < 0) {
            set_parent(i, root);
        }
    }
    compute_nesting(root);
    for (long i = 0; i < loops.length; i++) {
        check = (check * 31 + loops.items[i].members.length + loops.items[i].nesting * 7 + loops.items[i].header) % 1000003;
    }
    return check * 1000 + loops.length % 1000;
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
