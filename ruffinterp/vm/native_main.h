/* What native_main.c offers to the translated program. */
#ifndef RUFF_NATIVE_MAIN_H
#define RUFF_NATIVE_MAIN_H

#include "src/precommondefs.h"

struct ruff_interrupt_flag {
    long value;
};

RPY_EXTERN struct ruff_interrupt_flag ruff_interrupt;

/* A function for whoever needs its address, a constant for everybody else. */
RPY_EXTERN void *ruff_interrupt_address(void);
#define ruff_interrupt_address() ((void *)(&ruff_interrupt))

/* Output that is buffered: here, so that a process that ends for want of
   memory can still write it. */
struct ruff_pending_output {
    long length;
    long descriptor;
    char *data;
};

RPY_EXTERN void *ruff_pending_output_address(void);

RPY_EXTERN void ruff_clear_interrupt(void);
RPY_EXTERN void ruff_restore_stack_limit(void);
RPY_EXTERN void ruff_end_out_of_memory(void);

#endif
