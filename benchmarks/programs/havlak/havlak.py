# Havlak's loop finder on a made control-flow graph. Blocks, loops and union-find nodes
# are handles: indices into lists of structs.
import sys
import time

DEFAULT_N = 2

UNVISITED = -1
NON_HEADER = 0
REDUCIBLE = 1
SELF_LOOP = 2
IRREDUCIBLE = 3
blocks = []
loops = []
nodes = []
number_of = []
last_of = []
header_of = []
kind_of = []
back_edges = []
other_edges = []


class Block(object):
    def __init__(self, in_edges, out_edges):
        self.in_edges = in_edges
        self.out_edges = out_edges


class Loop(object):
    def __init__(self, header, reducible, parent, children, members, nesting):
        self.header = header
        self.reducible = reducible
        self.parent = parent
        self.children = children
        self.members = members
        self.nesting = nesting


class Node(object):
    def __init__(self, parent, block, found_loop):
        self.parent = parent
        self.block = block
        self.found_loop = found_loop


def new_block():
    blocks.append(Block([], []))
    return len(blocks) - 1


def connect(source, target):
    blocks[source].out_edges.append(target)
    blocks[target].in_edges.append(source)


def build_straight(start, length):
    at = start
    for i in range(length):
        following = new_block()
        connect(at, following)
        at = following
    return at


def build_diamond(start):
    left = build_straight(start, 1)
    right = build_straight(start, 1)
    bottom = new_block()
    connect(left, bottom)
    connect(right, bottom)
    return bottom


def build_base_loop(start):
    header = build_straight(start, 1)
    diamond = build_diamond(header)
    inner = build_straight(diamond, 1)
    inner_diamond = build_diamond(inner)
    footer = build_straight(inner_diamond, 1)
    connect(inner_diamond, inner)
    connect(diamond, header)
    connect(footer, start)
    return build_straight(footer, 1)


def build_graph(trees):
    entry = new_block()
    exit_block = build_base_loop(entry)
    hub = new_block()
    connect(entry, hub)
    for tree in range(trees):
        at = new_block()
        connect(hub, at)
        for outer in range(5):
            top = at
            at = build_straight(at, 1)
            for inner in range(4):
                at = build_base_loop(at)
            bottom = build_straight(at, 1)
            connect(at, top)
            at = bottom
        connect(at, exit_block)


def new_loop(header, reducible):
    loops.append(Loop(header, reducible, -1, [], [], 0))
    return len(loops) - 1


def set_parent(child, parent):
    loops[child].parent = parent
    loops[parent].children.append(child)


def find_set(start):
    at = start
    passed = []
    while at != nodes[at].parent:
        parent = nodes[at].parent
        if parent != nodes[parent].parent:
            passed.append(at)
        at = parent
    for node in passed:
        nodes[node].parent = at
    return at


def is_ancestor(w, v):
    return w <= v and v <= last_of[w]


def search_depth_first(block, current):
    nodes[current].block = block
    number_of[block] = current
    latest = current
    for target in blocks[block].out_edges:
        if number_of[target] == UNVISITED:
            latest = search_depth_first(target, latest + 1)
    last_of[current] = latest
    return latest


def prepare(size):
    global nodes, number_of, last_of, header_of, kind_of, back_edges, other_edges
    nodes = []
    number_of = []
    last_of = []
    header_of = []
    kind_of = []
    back_edges = []
    other_edges = []
    for i in range(size):
        nodes.append(Node(i, -1, -1))
        number_of.append(UNVISITED)
        last_of.append(0)
        header_of.append(0)
        kind_of.append(NON_HEADER)
        back_edges.append([])
        other_edges.append([])


def sort_edges(w):
    for source in blocks[nodes[w].block].in_edges:
        v = number_of[source]
        if v != UNVISITED:
            if is_ancestor(w, v):
                back_edges[w].append(v)
            elif v not in other_edges[w]:
                other_edges[w].append(v)


def loop_body(w):
    pool = []
    for v in back_edges[w]:
        if v == w:
            kind_of[w] = SELF_LOOP
        else:
            pool.append(find_set(v))
    if len(pool) > 0:
        kind_of[w] = REDUCIBLE
    position = 0
    while position < len(pool):
        x = pool[position]
        position = position + 1
        for v in other_edges[x]:
            y = find_set(v)
            if not is_ancestor(w, y):
                kind_of[w] = IRREDUCIBLE
                if y not in other_edges[w]:
                    other_edges[w].append(y)
            elif y != w and y not in pool:
                pool.append(y)
    return pool


def record_loop(w, pool):
    created = new_loop(nodes[w].block, kind_of[w] != IRREDUCIBLE)
    nodes[w].found_loop = created
    for node in pool:
        header_of[node] = w
        nodes[node].parent = w
        if nodes[node].found_loop >= 0:
            set_parent(nodes[node].found_loop, created)
        else:
            loops[created].members.append(nodes[node].block)


def find_loops():
    size = len(blocks)
    prepare(size)
    reached = search_depth_first(0, 0)
    for w in range(size):
        if nodes[w].block >= 0:
            sort_edges(w)
    for w in range(size - 1, -1, -1):
        if nodes[w].block >= 0:
            pool = loop_body(w)
            if len(pool) > 0 or kind_of[w] == SELF_LOOP:
                record_loop(w, pool)
    return reached


def compute_nesting(at):
    deepest = 0
    for child in loops[at].children:
        nesting = compute_nesting(child) + 1
        if nesting > deepest:
            deepest = nesting
    loops[at].nesting = deepest
    return deepest


def benchmark(n):
    global blocks, loops
    blocks = []
    loops = []
    build_graph(n)
    root = 0
    check = 0
    for repetition in range(3):
        loops = []
        new_loop(-1, True)
        check = check + find_loops()
    for i in range(1, len(loops)):
        if loops[i].parent < 0:
            set_parent(i, root)
    compute_nesting(root)
    for i in range(len(loops)):
        check = (check * 31 + len(loops[i].members) + loops[i].nesting * 7 + loops[i].header) % 1000003
    return check * 1000 + len(loops) % 1000


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
