"""How MAKE_FUNCTION captures a variable: what it reads, and what the function gets."""

COPY_VALUE = 0
COPY_FROM_CELL = 1
# A cell of its own with a copy of the value.
NEW_CELL_FROM_VALUE = 2
NEW_CELL_FROM_CELL = 3
SHARE_CELL = 4
COPY_FROM_GLOBAL = 5
NEW_CELL_FROM_GLOBAL = 6

NAMES = ['copy', 'copy-of-cell', 'new-cell', 'new-cell-of-cell', 'same-cell', 'copy-of-global',
         'new-cell-of-global']


def reads_global(mode):
    """Whether what is captured is an index of the cells rather than a register."""
    return mode == COPY_FROM_GLOBAL or mode == NEW_CELL_FROM_GLOBAL
