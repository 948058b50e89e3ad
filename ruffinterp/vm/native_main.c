/* The process entry point: runs the translated program on a stack of its own,
   with three standard streams, and turns SIGINT into a flag. See
   native_main.py for how it is used. */

#ifdef __linux__
#include <malloc.h>
#endif
#include <errno.h>
#include <limits.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

#include "src/precommondefs.h"
#include "src/stack.h"
#include "native_main.h"

#define SMALLEST_STACK_BYTES (16L << 20)

/* The translated entry point, renamed through PYPY_MAIN_FUNCTION. */
extern int ruff_main(int argc, char *argv[]);

struct ruff_interrupt_flag ruff_interrupt;

static volatile long stack_limit;

#undef ruff_interrupt_address
void *ruff_interrupt_address(void)
{
    return &ruff_interrupt;
}

void ruff_restore_stack_limit(void)
{
    rpy_stacktoobig.stack_length = stack_limit;
}

void ruff_clear_interrupt(void)
{
    ruff_interrupt.value = 0;
    __sync_synchronize();
    rpy_stacktoobig.stack_length = stack_limit;
    __sync_synchronize();
    /* A signal between the two stores must not lose its effect on the check. */
    if (ruff_interrupt.value)
        rpy_stacktoobig.stack_length = 0;
}

static char pending_bytes[RUFF_PENDING_BYTES];
static struct ruff_pending_output pending_output = {0, 1, pending_bytes};

void *ruff_pending_output_address(void)
{
    return &pending_output;
}

static void write_all(int descriptor, const char *data, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, data, length);
        if (written < 0 && errno != EINTR)
            return;
        if (written > 0) {
            data += written;
            length -= (size_t)written;
        }
    }
}

void ruff_end_out_of_memory(void)
{
    static const char text[] = "Runtime Error: Out of memory\n\n";
    write_all((int)pending_output.descriptor, pending_output.data,
              (size_t)pending_output.length);
    write_all(2, text, sizeof(text) - 1);
    _exit(1);
}

/* As write_all, but gives up instead of waiting for a reader. */
static void write_what_fits(int descriptor, const char *data, size_t length)
{
    struct pollfd ready = {descriptor, POLLOUT, 0};

    while (length > 0 && poll(&ready, 1, 0) == 1 && (ready.revents & POLLOUT)) {
        ssize_t written = write(descriptor, data,
                                length < PIPE_BUF ? length : PIPE_BUF);
        if (written <= 0)
            return;
        data += written;
        length -= (size_t)written;
    }
}

/* Nobody has taken the interrupt for a while: something runs that does not
   look for it, a long search or the JIT compiler. */
static void on_patience_lost(int signal_number)
{
    (void)signal_number;
    if (ruff_interrupt.value == 0)
        return;
    write_what_fits((int)pending_output.descriptor, pending_output.data,
                    (size_t)pending_output.length);
    _exit(RUFF_INTERRUPTED_STATUS);
}

static void on_interrupt(int signal_number)
{
    struct itimerval patience = {{0, 0}, {0, RUFF_PATIENCE_MICROSECONDS}};

    if (ruff_interrupt.value == 0)
        setitimer(ITIMER_REAL, &patience, NULL);
    if (ruff_interrupt.value >= 2) {
        /* The third request that nobody has taken: end the way a program
           without a handler would. */
        signal(signal_number, SIG_DFL);
        raise(signal_number);
        return;
    }
    ruff_interrupt.value += 1;
    /* The next stack check of any call now takes its slow path. */
    rpy_stacktoobig.stack_length = 0;
}

static void install_interrupt_handler(void)
{
    struct sigaction action, previous;

    /* A background job of a non-interactive shell is started with SIGINT
       ignored, and has to stay that way. */
    if (sigaction(SIGINT, NULL, &previous) == 0 &&
        previous.sa_handler == SIG_IGN)
        return;
    memset(&action, 0, sizeof(action));
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    /* No SA_RESTART: a blocking read must come back to be interrupted. */
    sigaction(SIGINT, &action, NULL);
    action.sa_handler = on_patience_lost;
    action.sa_flags = SA_RESTART;
    sigaction(SIGALRM, &action, NULL);
}

static void ignore_signal(int signal_number)
{
    (void)signal_number;
}

/* A write that fails has to come back with its reason. A handler, and not
   SIG_IGN, which programs that are started would inherit. */
static void survive_failed_writes(void)
{
    static const int signals[] = {SIGPIPE, SIGXFSZ};
    struct sigaction action, previous;
    size_t i;

    memset(&action, 0, sizeof(action));
    action.sa_handler = ignore_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        if (sigaction(signals[i], NULL, &previous) == 0 &&
            previous.sa_handler == SIG_DFL)
            sigaction(signals[i], &action, NULL);
}

/* A file that the program opens must not become a standard stream that was
   closed, and receive what is printed. Reading and writing go on failing: the
   place is taken by something that is open in the other direction only. */
static void occupy_standard_descriptors(void)
{
    static const int flags[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    int descriptor;

    for (descriptor = 0; descriptor < 3; descriptor++)
        if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF)
            (void)!open("/dev/null", flags[descriptor]);
}

struct program {
    int argc;
    char **argv;
    sigset_t signal_mask;
    int exit_code;
};

static void *run_program(void *argument)
{
    struct program *program = argument;
    pthread_sigmask(SIG_SETMASK, &program->signal_mask, NULL);
    program->exit_code = ruff_main(program->argc, program->argv);
    return NULL;
}

/* Tells whether the system grants what a program needs besides its stack. */
static int leaves_room(void)
{
    void *rest = mmap(NULL, RUFF_OTHER_BYTES, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (rest == MAP_FAILED)
        return 0;
    munmap(rest, RUFF_OTHER_BYTES);
    return 1;
}

/* Maps the largest stack that the system grants, with a guard page at its low
   end. Returns NULL when there is none of useful size. */
static char *map_stack(size_t *size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *stack;

    for (*size = RUFF_STACK_BYTES; *size >= SMALLEST_STACK_BYTES; *size /= 2) {
        stack = mmap(NULL, *size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK,
                     -1, 0);
        if (stack == MAP_FAILED)
            continue;
        if (!leaves_room()) {
            munmap(stack, *size);
            continue;
        }
        mprotect(stack, page, PROT_NONE);
#ifdef MADV_NOHUGEPAGE
        /* A huge page would zero 2 MB for the first few frames. */
        madvise(stack, *size, MADV_NOHUGEPAGE);
#endif
        return stack;
    }
    return NULL;
}

static int start_on_stack(struct program *program, char *stack, size_t size)
{
    pthread_attr_t attributes;
    pthread_t thread;
    sigset_t all_signals;
    int failed;

    if (pthread_attr_init(&attributes) != 0 ||
        pthread_attr_setstack(&attributes, stack, size) != 0)
        return 0;
    /* Signals must reach the thread that computes, or they would not
       interrupt its system calls. */
    sigfillset(&all_signals);
    pthread_sigmask(SIG_SETMASK, &all_signals, &program->signal_mask);
    stack_limit = (long)(size - RUFF_STACK_RESERVE_BYTES);
    rpy_stacktoobig.stack_length = stack_limit;
    failed = pthread_create(&thread, &attributes, run_program, program);
    pthread_attr_destroy(&attributes);
    if (failed) {
        pthread_sigmask(SIG_SETMASK, &program->signal_mask, NULL);
        return 0;
    }
    pthread_join(thread, NULL);
    return 1;
}

/* What the collector frees is soon asked for again: fetching pages anew costs
   more than everything else in a program that builds large arrays. Threads
   other than the first would get a heap that cannot grow in place. */
static void tune_allocator(void)
{
#ifdef M_ARENA_MAX
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, RUFF_HEAP_BLOCK_BYTES);
    mallopt(M_TRIM_THRESHOLD, RUFF_HEAP_KEPT_BYTES);
#endif
}

int main(int argc, char *argv[])
{
    struct program program;
    long default_limit = rpy_stacktoobig.stack_length;
    size_t size;
    char *stack;

    program.argc = argc;
    program.argv = argv;
    program.exit_code = 1;
    tune_allocator();
    occupy_standard_descriptors();
    survive_failed_writes();
    install_interrupt_handler();
    stack = map_stack(&size);
    if (stack == NULL && !leaves_room())
        ruff_end_out_of_memory();
    if (stack == NULL || !start_on_stack(&program, stack, size)) {
        /* Shallow recursion is better than no program. */
        stack_limit = default_limit;
        rpy_stacktoobig.stack_length = stack_limit;
        return ruff_main(argc, argv);
    }
    return program.exit_code;
}
