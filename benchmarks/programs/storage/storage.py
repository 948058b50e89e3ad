# Builds trees of nested lists, seven levels deep, with random leaf sizes.
import sys
import time
DEFAULT_N = 1
node_total = 0
random_state = 0


def next_random():
    global random_state
    random_state = (random_state * 1309 + 13849) % 65536
    return random_state


def build_tree(depth):
    global node_total
    node_total = node_total + 1
    node = []
    if depth == 1:
        for _ in range(next_random() % 10 + 1):
            node.append(None)
    else:
        for _ in range(4):
            node.append(build_tree(depth - 1))
    return node


def benchmark(n):
    global node_total, random_state
    node_total = 0
    random_state = 74755
    leaf_cells = 0
    for _ in range(n):
        tree = build_tree(7)
        leaf_cells = leaf_cells + len(tree[3][2][1][0][1][2])
    return node_total + leaf_cells


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
