# Builds and walks trees of nested dicts and arrays, as a JSON document would be.
import sys
import time
DEFAULT_N = 1
node_total = 0


def build(depth):
    global node_total
    node_total = node_total + 1
    identity = node_total
    children = []
    if depth > 0:
        for _ in range(4):
            children.append(build(depth - 1))
    return {
        "id": identity,
        "name": "node " + str(identity),
        "tags": ["tree", "level", depth],
        "size": {"width": depth * 2, "height": depth * 3},
        "children": children,
    }


def walk(node):
    total = node["id"] + len(node["name"]) + node["tags"][2] + node["size"]["width"] + node["size"]["height"]
    for child in node["children"]:
        total = total + walk(child)
    return total


def benchmark(n):
    global node_total
    check = 0
    for _ in range(n):
        node_total = 0
        check = (check + walk(build(5))) % 1000003
    return check


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
