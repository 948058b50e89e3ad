/* Richards, a simulation of the kernel of an operating system: six tasks that pass packets.
   Tasks and packets are handles: indices into two arrays of structs. */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DEFAULT_N 1
#define NOTHING (-1)
#define IDLE_COUNT 1000

enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS };

enum { DEVICE_PACKET, WORK_PACKET };

typedef struct {
    long link, target, kind, datum;
    long data[4];
} packet_t;

/* first and second: idle task: control word and count; worker: last handler and letter; handler: queues of
   work and device packets; device: pending packet. */
typedef struct {
    long link, priority, input;
    bool packet_pending, waiting, holding;
    long first, second;
} task_t;

static packet_t packets[8];
static task_t tasks[TASKS];
static long packet_total, task_total, current, queue_count, hold_count;

static long new_packet(long link, long target, long kind) {
    packets[packet_total] = (packet_t){link, target, kind, 0, {0, 0, 0, 0}};
    return packet_total++;
}

static void new_task(long priority, long input, bool is_waiting, long first, long second) {
    tasks[task_total] = (task_t){task_total - 1, priority, input, input != NOTHING, is_waiting, false, first, second};
    task_total++;
}

/* A queue with a packet at its end. */
static long appended(long queue, long packet) {
    packets[packet].link = NOTHING;
    if (queue == NOTHING) return packet;
    long last = queue;
    while (packets[last].link != NOTHING) last = packets[last].link;
    packets[last].link = packet;
    return queue;
}

/* Each of these ends a turn and returns the task that runs next. */
static long wait_current(void) {
    tasks[current].waiting = true;
    return current;
}

static long hold_current(void) {
    hold_count++;
    tasks[current].holding = true;
    return tasks[current].link;
}

static long release(long task) {
    tasks[task].holding = false;
    return tasks[task].priority > tasks[current].priority ? task : current;
}

static long send(long packet) {
    long target = packets[packet].target;
    queue_count++;
    packets[packet].link = NOTHING;
    packets[packet].target = current;
    if (tasks[target].input != NOTHING) {
        tasks[target].input = appended(tasks[target].input, packet);
        return current;
    }
    tasks[target].input = packet;
    tasks[target].packet_pending = true;
    return tasks[target].priority > tasks[current].priority ? target : current;
}

static long run_idle(void) {
    tasks[IDLE].second--;
    if (tasks[IDLE].second == 0) return hold_current();
    long control = tasks[IDLE].first;
    if (control % 2 == 0) {
        tasks[IDLE].first = control / 2;
        return release(DEVICE_A);
    }
    tasks[IDLE].first = (control / 2) ^ 53256;
    return release(DEVICE_B);
}

static long run_worker(long packet) {
    if (packet == NOTHING) return wait_current();
    tasks[WORKER].first = tasks[WORKER].first == HANDLER_A ? HANDLER_B : HANDLER_A;
    packets[packet].target = tasks[WORKER].first;
    packets[packet].datum = 0;
    for (int i = 0; i < 4; i++) {
        tasks[WORKER].second++;
        if (tasks[WORKER].second > 26) tasks[WORKER].second = 1;
        packets[packet].data[i] = tasks[WORKER].second;
    }
    return send(packet);
}

static long run_handler(long packet) {
    long me = current;
    if (packet != NOTHING) {
        if (packets[packet].kind == WORK_PACKET) {
            tasks[me].first = appended(tasks[me].first, packet);
        } else {
            tasks[me].second = appended(tasks[me].second, packet);
        }
    }
    long work = tasks[me].first;
    if (work == NOTHING) return wait_current();
    long count = packets[work].datum;
    if (count >= 4) {
        tasks[me].first = packets[work].link;
        return send(work);
    }
    long device = tasks[me].second;
    if (device == NOTHING) return wait_current();
    tasks[me].second = packets[device].link;
    packets[device].datum = packets[work].data[count];
    packets[work].datum = count + 1;
    return send(device);
}

static long run_device(long packet) {
    if (packet != NOTHING) {
        tasks[current].first = packet;
        return hold_current();
    }
    long pending = tasks[current].first;
    if (pending == NOTHING) return wait_current();
    tasks[current].first = NOTHING;
    return send(pending);
}

static long run_current(void) {
    long packet = NOTHING;
    task_t *task = &tasks[current];
    if (task->packet_pending && task->waiting && !task->holding) {
        packet = task->input;
        task->input = packets[packet].link;
        task->packet_pending = task->input != NOTHING;
        task->waiting = false;
    }
    if (current == IDLE) return run_idle();
    if (current == WORKER) return run_worker(packet);
    if (current < DEVICE_A) return run_handler(packet);
    return run_device(packet);
}

static void schedule(void) {
    current = task_total - 1;
    while (current != NOTHING) {
        task_t *task = &tasks[current];
        if (task->holding || (task->waiting && !task->packet_pending)) {
            current = task->link;
        } else {
            current = run_current();
        }
    }
}

static long three_packets(long target) {
    long queue = NOTHING;
    for (int i = 0; i < 3; i++) queue = new_packet(queue, target, DEVICE_PACKET);
    return queue;
}

static void run_simulation(void) {
    packet_total = task_total = 0;
    queue_count = hold_count = 0;
    new_task(0, NOTHING, false, 1, IDLE_COUNT);
    new_task(1000, new_packet(new_packet(NOTHING, WORKER, WORK_PACKET), WORKER, WORK_PACKET), true, HANDLER_A, 0);
    new_task(2000, three_packets(DEVICE_A), true, NOTHING, NOTHING);
    new_task(3000, three_packets(DEVICE_B), true, NOTHING, NOTHING);
    new_task(4000, NOTHING, true, NOTHING, 0);
    new_task(5000, NOTHING, true, NOTHING, 0);
    schedule();
}

static long benchmark(long n) {
    long total = 0;
    for (long i = 0; i < n; i++) {
        run_simulation();
        total = total + queue_count * 1000 + hold_count;
    }
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
