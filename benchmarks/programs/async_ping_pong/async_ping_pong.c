/* Two tasks hand a number to and fro; the answer comes only after the event loop has had its turn.
   C has no coroutines: each task is a state machine, and a loop runs the tasks that are ready. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DEFAULT_N 100

enum { START, WAITING, DONE };

/* step runs the task until it waits; awaiting is the task to be told when this one is done. */
typedef struct task {
    void (*step)(struct task *);
    struct task *awaiting, *next_ready;
    int state;
    long number, rounds, position;
} task_t;

static task_t *first_ready, *last_ready;

static void make_ready(task_t *task) {
    task->next_ready = NULL;
    if (first_ready) last_ready->next_ready = task;
    else first_ready = task;
    last_ready = task;
}

static void pong(task_t *self) {
    if (self->state == START) {
        self->state = WAITING;
        make_ready(self);
        return;
    }
    self->number = (self->number * 3 + 1) % 1000003;
    self->state = DONE;
    make_ready(self->awaiting);
}

static void ask(task_t *self, task_t *partner) {
    *partner = (task_t){pong, self, NULL, START, self->number + self->position, 0, 0};
    partner->step(partner);
    self->position++;
}

static task_t partner;

static void ping(task_t *self) {
    if (self->state == WAITING) self->number = partner.number;
    self->state = WAITING;
    if (self->position < self->rounds) ask(self, &partner);
    else self->state = DONE;
}

static long benchmark(long n) {
    task_t player = {ping, NULL, NULL, START, 1, n, 0};
    make_ready(&player);
    while (first_ready) {
        task_t *task = first_ready;
        first_ready = task->next_ready;
        task->step(task);
    }
    return player.number;
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
