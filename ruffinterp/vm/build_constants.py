"""Every constant that is frozen into the binary when it is translated.

`tools/translate.py` hands them to the translator; `native_main.py` passes the
stack sizes on to the C compiler. Nothing else sets them.
"""

# What the binary was translated with, for `ruff --version`.
TOOLCHAIN = "no toolchain: it runs untranslated"

# The interpreter runs on a stack of its own, mapped at start and touched
# lazily, so its size costs address space only. It bounds how deep calls nest.
STACK_BYTES = 96 << 20

# Kept free below the limit of the stack check: the JIT compiler and the
# garbage collector run with the check switched off.
STACK_RESERVE_BYTES = 4 << 20

# Words in the garbage collector's shadow stack. It has no overflow check, so
# it must outlast the C stack: one call keeps a handful of words there.
SHADOW_STACK_WORDS = STACK_BYTES // 8 * 2 // 3

# The collector's default asks the host for the size of its cache, which makes
# speed differ between machines and warns where the size is unknown.
NURSERY_BYTES = 4 << 20

# The C heap: larger blocks come from the system one by one, and so much free
# memory at its end is kept.
HEAP_BLOCK_BYTES = 32 << 20
HEAP_KEPT_BYTES = 64 << 20

# Output that is kept until there is enough of it for a system call.
PENDING_BYTES = 64 << 10

# What the program maps at its start besides its stack: the shadow stack, the
# nursery, the binary's own heap.
OTHER_BYTES_AT_START = SHADOW_STACK_WORDS * 8 + NURSERY_BYTES * 2 + (24 << 20)

# How long Ctrl-C waits to be taken note of, and the exit code of a program that
# it ends (tooling.md 1.6).
PATIENCE_MICROSECONDS = 400 * 1000
INTERRUPTED_STATUS = 130

# Passed to the C compiler and the linker: direct addressing of globals; integers of the translated
# code wrap, and its pointers are cast.
COMPILER_FLAGS = ["-fno-pie", "-fwrapv", "-fno-strict-aliasing"]
LINKER_FLAGS = ["-no-pie"]

# Defaults of the tracing JIT that differ from the toolchain's own. `--jit`
# changes them for one run.
JIT_PARAMETERS = {
    "max_unroll_recursion": 9,
}
