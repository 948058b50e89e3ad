/* DeltaBlue, an incremental solver for one-way constraints with strengths.
   Variables and constraints are handles: indices into two lists of structs. */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DEFAULT_N 20

#define REQUIRED 0
#define PREFERRED 2
#define STRONG_DEFAULT 3
#define DEFAULT 5
#define WEAKEST 6
#define EDIT 0
#define STAY 1
#define EQUAL 2
#define SCALE 3
#define UNSATISFIED 0
#define FORWARD 1
#define BACKWARD 2

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
    long value;
    list_t users;
    long determined_by;
    long mark;
    long walk_strength;
    bool stay;
} variable_t;

typedef struct {
    long kind;
    long strength;
    long first;
    long second;
    long scale;
    long offset;
    long direction;
} constraint_t;

/* The variables of one constraint. */
typedef struct {
    long length, items[4];
} handles_t;

static LIST(variable_t) variables;
static LIST(constraint_t) constraints;
static long current_mark;

static void incremental_add(long c);
static void incremental_remove(long c);
static bool add_propagate(long c, long mark);
static list_t remove_propagate_from(long target);

static void fail(const char *message) {
    fprintf(stderr, "%s\n", message);
    exit(1);
}

static void remove_item(list_t *list, long item) {
    for (long i = 0; i < list->length; i++) {
        if (list->items[i] == item) {
            list->length--;
            memmove(&list->items[i], &list->items[i + 1], (list->length - i) * sizeof(long));
            return;
        }
    }
}

static long new_variable(long value) {
    append(&variables, (variable_t){value, {0}, -1, 0, WEAKEST, true});
    return variables.length - 1;
}

static long new_mark(void) {
    current_mark = current_mark + 1;
    return current_mark;
}

static bool is_satisfied(long c) {
    return constraints.items[c].direction != UNSATISFIED;
}

static long output_of(long c) {
    if (constraints.items[c].kind < EQUAL || constraints.items[c].direction == BACKWARD) {
        return constraints.items[c].first;
    }
    return constraints.items[c].second;
}

static long input_of(long c) {
    if (constraints.items[c].direction == FORWARD) {
        return constraints.items[c].first;
    }
    return constraints.items[c].second;
}

static handles_t variables_of(long c) {
    if (constraints.items[c].kind < EQUAL) {
        return (handles_t){1, {constraints.items[c].first}};
    }
    if (constraints.items[c].kind == EQUAL) {
        return (handles_t){2, {constraints.items[c].first, constraints.items[c].second}};
    }
    return (handles_t){4, {constraints.items[c].first, constraints.items[c].second, constraints.items[c].scale, constraints.items[c].offset}};
}

static handles_t inputs_of(long c) {
    if (constraints.items[c].kind < EQUAL) {
        return (handles_t){0, {0}};
    }
    if (constraints.items[c].kind == EQUAL) {
        return (handles_t){1, {input_of(c)}};
    }
    return (handles_t){3, {input_of(c), constraints.items[c].scale, constraints.items[c].offset}};
}

static long add_constraint(long kind, long strength, long first, long second, long scale, long offset) {
    long c = constraints.length;
    append(&constraints, (constraint_t){kind, strength, first, second, scale, offset, UNSATISFIED});
    handles_t handles = variables_of(c);
    for (int i = 0; i < handles.length; i++) {
        long v = handles.items[i];
        append(&variables.items[v].users, c);
    }
    incremental_add(c);
    return c;
}

static void remove_from_graph(long c) {
    handles_t handles = variables_of(c);
    for (int i = 0; i < handles.length; i++) {
        long v = handles.items[i];
        remove_item(&variables.items[v].users, c);
    }
    constraints.items[c].direction = UNSATISFIED;
}

static void destroy_constraint(long c) {
    if (is_satisfied(c)) {
        incremental_remove(c);
    } else {
        remove_from_graph(c);
    }
}

static long choose_unary(long c, long mark) {
    long v = constraints.items[c].first;
    if (variables.items[v].mark != mark && constraints.items[c].strength < variables.items[v].walk_strength) {
        return FORWARD;
    }
    return UNSATISFIED;
}

static long choose_binary(long c, long mark) {
    long first = constraints.items[c].first;
    long second = constraints.items[c].second;
    long strength = constraints.items[c].strength;
    bool forward = strength < variables.items[second].walk_strength;
    bool backward = strength < variables.items[first].walk_strength;
    if (variables.items[first].mark == mark) {
        if (variables.items[second].mark != mark && forward) {
            return FORWARD;
        }
        return UNSATISFIED;
    }
    if (variables.items[second].mark == mark) {
        if (backward) {
            return BACKWARD;
        }
        return UNSATISFIED;
    }
    if (variables.items[first].walk_strength > variables.items[second].walk_strength) {
        if (backward) {
            return BACKWARD;
        }
        return UNSATISFIED;
    }
    if (forward) {
        return FORWARD;
    }
    return UNSATISFIED;
}

static long choose_method(long c, long mark) {
    if (constraints.items[c].kind < EQUAL) {
        return choose_unary(c, mark);
    }
    return choose_binary(c, mark);
}

static void execute(long c) {
    if (constraints.items[c].kind == EQUAL) {
        variables.items[output_of(c)].value = variables.items[input_of(c)].value;
    } else if (constraints.items[c].kind == SCALE) {
        long factor = variables.items[constraints.items[c].scale].value;
        long shift = variables.items[constraints.items[c].offset].value;
        if (constraints.items[c].direction == FORWARD) {
            variables.items[constraints.items[c].second].value = variables.items[constraints.items[c].first].value * factor + shift;
        } else {
            variables.items[constraints.items[c].first].value = (variables.items[constraints.items[c].second].value - shift) / factor;
        }
    }
}

static void recalculate(long c) {
    long target = output_of(c);
    long weakest = constraints.items[c].strength;
    bool stay = constraints.items[c].kind != EDIT;
    if (constraints.items[c].kind >= EQUAL) {
        long source = input_of(c);
        if (variables.items[source].walk_strength > weakest) {
            weakest = variables.items[source].walk_strength;
        }
        stay = variables.items[source].stay;
        if (constraints.items[c].kind == SCALE) {
            stay = stay && variables.items[constraints.items[c].scale].stay && variables.items[constraints.items[c].offset].stay;
        }
    }
    variables.items[target].walk_strength = weakest;
    variables.items[target].stay = stay;
    if (stay) {
        execute(c);
    }
}

static long satisfy(long c, long mark) {
    constraints.items[c].direction = choose_method(c, mark);
    if (constraints.items[c].direction == UNSATISFIED) {
        if (constraints.items[c].strength == REQUIRED) {
            fail("Could not satisfy a required constraint");
        }
        return -1;
    }
    handles_t handles = inputs_of(c);
    for (int i = 0; i < handles.length; i++) {
        long v = handles.items[i];
        variables.items[v].mark = mark;
    }
    long target = output_of(c);
    long overridden = variables.items[target].determined_by;
    if (overridden >= 0) {
        constraints.items[overridden].direction = UNSATISFIED;
    }
    variables.items[target].determined_by = c;
    if (!add_propagate(c, mark)) {
        fail("Cycle encountered");
    }
    variables.items[target].mark = mark;
    return overridden;
}

static void incremental_add(long c) {
    long mark = new_mark();
    long overridden = satisfy(c, mark);
    while (overridden >= 0) {
        overridden = satisfy(overridden, mark);
    }
}

static void incremental_remove(long c) {
    long target = output_of(c);
    remove_from_graph(c);
    list_t unsatisfied = remove_propagate_from(target);
    for (long strength = REQUIRED; strength < WEAKEST; strength++) {
        for (long at_u = 0; at_u < unsatisfied.length; at_u++) {
            long u = unsatisfied.items[at_u];
            if (constraints.items[u].strength == strength) {
                incremental_add(u);
            }
        }
    }
    free(unsatisfied.items);
}

static list_t with_consumers(list_t todo, long v) {
    long determining = variables.items[v].determined_by;
    for (long at_c = 0; at_c < variables.items[v].users.length; at_c++) {
        long c = variables.items[v].users.items[at_c];
        if (c != determining && is_satisfied(c)) {
            append(&todo, c);
        }
    }
    return todo;
}

static bool add_propagate(long c, long mark) {
    list_t todo = {0};
    append(&todo, c);
    while (todo.length > 0) {
        long d = todo.items[--todo.length];
        long target = output_of(d);
        if (variables.items[target].mark == mark) {
            free(todo.items);
            incremental_remove(c);
            return false;
        }
        recalculate(d);
        todo = with_consumers(todo, target);
    }
    free(todo.items);
    return true;
}

static list_t remove_propagate_from(long target) {
    variables.items[target].determined_by = -1;
    variables.items[target].walk_strength = WEAKEST;
    variables.items[target].stay = true;
    list_t unsatisfied = {0};
    list_t todo = {0};
    append(&todo, target);
    while (todo.length > 0) {
        long v = todo.items[--todo.length];
        for (long at_c = 0; at_c < variables.items[v].users.length; at_c++) {
            long c = variables.items[v].users.items[at_c];
            if (!is_satisfied(c)) {
                append(&unsatisfied, c);
            }
        }
        list_t consumers = with_consumers((list_t){0}, v);
        for (long at_c = 0; at_c < consumers.length; at_c++) {
            long c = consumers.items[at_c];
            recalculate(c);
            append(&todo, output_of(c));
        }
        free(consumers.items);
    }
    free(todo.items);
    return unsatisfied;
}

static bool inputs_known(long c, long mark) {
    handles_t handles = inputs_of(c);
    for (int i = 0; i < handles.length; i++) {
        long v = handles.items[i];
        if (variables.items[v].mark != mark && !variables.items[v].stay && variables.items[v].determined_by >= 0) {
            return false;
        }
    }
    return true;
}

static list_t extract_plan(long edit) {
    long mark = new_mark();
    list_t plan = {0};
    list_t todo = {0};
    if (is_satisfied(edit)) {
        append(&todo, edit);
    }
    while (todo.length > 0) {
        long c = todo.items[--todo.length];
        long target = output_of(c);
        if (variables.items[target].mark != mark && inputs_known(c, mark)) {
            append(&plan, c);
            variables.items[target].mark = mark;
            todo = with_consumers(todo, target);
        }
    }
    free(todo.items);
    return plan;
}

static void execute_plan(list_t plan) {
    for (long at_c = 0; at_c < plan.length; at_c++) {
        long c = plan.items[at_c];
        execute(c);
    }
}

static void change(long v, long value) {
    long edit = add_constraint(EDIT, PREFERRED, v, -1, -1, -1);
    list_t plan = extract_plan(edit);
    for (long i = 0; i < 10; i++) {
        variables.items[v].value = value;
        execute_plan(plan);
    }
    free(plan.items);
    destroy_constraint(edit);
}

static long expect(long v, long value) {
    if (variables.items[v].value != value) {
        fail("Wrong value");
    }
    return value;
}

static long chain_test(long n) {
    long first = new_variable(0);
    long last = first;
    for (long i = 0; i < n; i++) {
        long following = new_variable(0);
        add_constraint(EQUAL, REQUIRED, last, following, -1, -1);
        last = following;
    }
    add_constraint(STAY, STRONG_DEFAULT, last, -1, -1, -1);
    long edit = add_constraint(EDIT, PREFERRED, first, -1, -1, -1);
    list_t plan = extract_plan(edit);
    long total = 0;
    for (long i = 0; i < 100; i++) {
        variables.items[first].value = i;
        execute_plan(plan);
        total = total + expect(last, i);
    }
    free(plan.items);
    destroy_constraint(edit);
    return total;
}

static long projection_test(long n) {
    long scale = new_variable(10);
    long offset = new_variable(1000);
    long source = -1;
    long target = -1;
    list_t targets = {0};
    for (long i = 0; i < n; i++) {
        source = new_variable(i);
        target = new_variable(i);
        append(&targets, target);
        add_constraint(STAY, DEFAULT, source, -1, -1, -1);
        add_constraint(SCALE, REQUIRED, source, target, scale, offset);
    }
    change(source, 17);
    long total = expect(target, 1170);
    change(target, 1050);
    total = total + expect(source, 5);
    change(scale, 5);
    for (long i = 0; i < n - 1; i++) {
        total = total + expect(targets.items[i], i * 5 + 1000);
    }
    change(offset, 2000);
    for (long i = 0; i < n - 1; i++) {
        total = total + expect(targets.items[i], i * 5 + 2000);
    }
    free(targets.items);
    return total;
}

static long benchmark(long n) {
    for (long i = 0; i < variables.length; i++) free(variables.items[i].users.items);
    variables.length = 0;
    constraints.length = 0;
    current_mark = 0;
    return chain_test(n) + projection_test(n);
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
