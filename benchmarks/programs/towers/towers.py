# Towers of Hanoi with 13 disks; a pile is a chain of disk handles.
import sys
import time
DEFAULT_N = 1
DISK_TOTAL = 13
piles = []
below = []
moves = 0


def push_disk(disk, pile):
    top = piles[pile]
    if top >= 0 and disk >= top:
        raise ValueError("Cannot put a big disk on a smaller one")
    below[disk] = top
    piles[pile] = disk


def pop_disk(pile):
    top = piles[pile]
    if top < 0:
        raise ValueError("No disk on this pile")
    piles[pile] = below[top]
    below[top] = -1
    return top


def move_disks(disks, source, target):
    global moves
    if disks == 1:
        push_disk(pop_disk(source), target)
        moves = moves + 1
    else:
        other = 3 - source - target
        move_disks(disks - 1, source, other)
        move_disks(1, source, target)
        move_disks(disks - 1, other, target)


def benchmark(n):
    global piles, below, moves
    moves = 0
    for _ in range(n):
        piles = [-1, -1, -1]
        below = []
        for disk in range(DISK_TOTAL):
            below.append(-1)
        for disk in range(DISK_TOTAL - 1, -1, -1):
            push_disk(disk, 0)
        move_disks(DISK_TOTAL, 0, 1)
    return moves


def main(arguments):
    settings = [DEFAULT_N, 0, 1]
    for i in range(3):
        if i < len(arguments):
            settings[i] = int(arguments[i])
    warmup = settings[1]
    for step in range(warmup + settings[2]):
        start = time.perf_counter()
        result = benchmark(settings[0])
        elapsed_ms = (time.perf_counter() - start) * 1000
        if step >= warmup:
            print("time_ms: %f" % elapsed_ms)
    print("result: %s" % (result,))


main(sys.argv[1:])
