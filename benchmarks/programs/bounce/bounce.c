/* A hundred balls move for fifty frames in a box; counts how often one hits a wall. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <stdbool.h>

#define DEFAULT_N 1

static long random_state;

static long next_random(void) {
    random_state = (random_state * 1309 + 13849) % 65536;
    return random_state;
}

static long magnitude(long number) {
    return number < 0 ? -number : number;
}

typedef struct {
    long x, y, x_velocity, y_velocity;
    bool bounced;
} ball_t;

static void ball_move(ball_t *ball) {
    ball->x = ball->x + ball->x_velocity;
    ball->y = ball->y + ball->y_velocity;
    ball->bounced = false;
    if (ball->x > 500) {
        ball->x = 500;
        ball->x_velocity = 0 - magnitude(ball->x_velocity);
        ball->bounced = true;
    }
    if (ball->x < 0) {
        ball->x = 0;
        ball->x_velocity = magnitude(ball->x_velocity);
        ball->bounced = true;
    }
    if (ball->y > 500) {
        ball->y = 500;
        ball->y_velocity = 0 - magnitude(ball->y_velocity);
        ball->bounced = true;
    }
    if (ball->y < 0) {
        ball->y = 0;
        ball->y_velocity = magnitude(ball->y_velocity);
        ball->bounced = true;
    }
}

static ball_t *random_ball(void) {
    ball_t *ball = malloc(sizeof(ball_t));
    ball->x = next_random() % 500;
    ball->y = next_random() % 500;
    ball->x_velocity = next_random() % 300 - 150;
    ball->y_velocity = next_random() % 300 - 150;
    ball->bounced = false;
    return ball;
}

static long benchmark(long n) {
    random_state = 74755;
    long bounces = 0;
    for (long repetition = 0; repetition < n; repetition++) {
        ball_t *balls[100];
        for (int i = 0; i < 100; i++) balls[i] = random_ball();
        for (int frame = 0; frame < 50; frame++) {
            for (int i = 0; i < 100; i++) {
                ball_move(balls[i]);
                if (balls[i]->bounced) bounces = bounces + 1;
            }
        }
        for (int i = 0; i < 100; i++) free(balls[i]);
    }
    return bounces;
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
