"""Looking for Ctrl-C in loops that run no code of the language.

The interpreter looks at backward jumps and calls.  A builtin that walks over many items calls
``poll`` with the number of items done so far.
"""

from ruffinterp.vm.interrupts import poll_now

POLL_INTERVAL = 65536


def poll(count):
    """Raise Interrupted at every 65,536th item if Ctrl-C was pressed; ``count``: items done."""
    if count & (POLL_INTERVAL - 1) == POLL_INTERVAL - 1:
        poll_now()
