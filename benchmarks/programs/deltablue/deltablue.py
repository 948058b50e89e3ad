# DeltaBlue, an incremental solver for one-way constraints with strengths.
# Variables and constraints are handles: indices into two lists of structs.
import sys
import time

DEFAULT_N = 20

REQUIRED = 0
PREFERRED = 2
STRONG_DEFAULT = 3
DEFAULT = 5
WEAKEST = 6
EDIT = 0
STAY = 1
EQUAL = 2
SCALE = 3
UNSATISFIED = 0
FORWARD = 1
BACKWARD = 2
variables = []
constraints = []
current_mark = 0


class Variable(object):
    def __init__(self, value, users, determined_by, mark, walk_strength, stay):
        self.value = value
        self.users = users
        self.determined_by = determined_by
        self.mark = mark
        self.walk_strength = walk_strength
        self.stay = stay


class Constraint(object):
    def __init__(self, kind, strength, first, second, scale, offset, direction):
        self.kind = kind
        self.strength = strength
        self.first = first
        self.second = second
        self.scale = scale
        self.offset = offset
        self.direction = direction


def new_variable(value):
    variables.append(Variable(value, [], -1, 0, WEAKEST, True))
    return len(variables) - 1


def new_mark():
    global current_mark
    current_mark = current_mark + 1
    return current_mark


def is_satisfied(c):
    return constraints[c].direction != UNSATISFIED


def output_of(c):
    if constraints[c].kind < EQUAL or constraints[c].direction == BACKWARD:
        return constraints[c].first
    return constraints[c].second


def input_of(c):
    if constraints[c].direction == FORWARD:
        return constraints[c].first
    return constraints[c].second


def variables_of(c):
    if constraints[c].kind < EQUAL:
        return [constraints[c].first]
    if constraints[c].kind == EQUAL:
        return [constraints[c].first, constraints[c].second]
    return [constraints[c].first, constraints[c].second, constraints[c].scale, constraints[c].offset]


def inputs_of(c):
    if constraints[c].kind < EQUAL:
        return []
    if constraints[c].kind == EQUAL:
        return [input_of(c)]
    return [input_of(c), constraints[c].scale, constraints[c].offset]


def add_constraint(kind, strength, first, second, scale, offset):
    c = len(constraints)
    constraints.append(Constraint(kind, strength, first, second, scale, offset, UNSATISFIED))
    for v in variables_of(c):
        variables[v].users.append(c)
    incremental_add(c)
    return c


def remove_from_graph(c):
    for v in variables_of(c):
        variables[v].users.remove(c)
    constraints[c].direction = UNSATISFIED


def destroy_constraint(c):
    if is_satisfied(c):
        incremental_remove(c)
    else:
        remove_from_graph(c)


def choose_unary(c, mark):
    v = constraints[c].first
    if variables[v].mark != mark and constraints[c].strength < variables[v].walk_strength:
        return FORWARD
    return UNSATISFIED


def choose_binary(c, mark):
    first = constraints[c].first
    second = constraints[c].second
    strength = constraints[c].strength
    forward = strength < variables[second].walk_strength
    backward = strength < variables[first].walk_strength
    if variables[first].mark == mark:
        if variables[second].mark != mark and forward:
            return FORWARD
        return UNSATISFIED
    if variables[second].mark == mark:
        if backward:
            return BACKWARD
        return UNSATISFIED
    if variables[first].walk_strength > variables[second].walk_strength:
        if backward:
            return BACKWARD
        return UNSATISFIED
    if forward:
        return FORWARD
    return UNSATISFIED


def choose_method(c, mark):
    if constraints[c].kind < EQUAL:
        return choose_unary(c, mark)
    return choose_binary(c, mark)


def execute(c):
    if constraints[c].kind == EQUAL:
        variables[output_of(c)].value = variables[input_of(c)].value
    elif constraints[c].kind == SCALE:
        factor = variables[constraints[c].scale].value
        shift = variables[constraints[c].offset].value
        if constraints[c].direction == FORWARD:
            variables[constraints[c].second].value = variables[constraints[c].first].value * factor + shift
        else:
            variables[constraints[c].first].value = (variables[constraints[c].second].value - shift) // factor


def recalculate(c):
    target = output_of(c)
    weakest = constraints[c].strength
    stay = constraints[c].kind != EDIT
    if constraints[c].kind >= EQUAL:
        source = input_of(c)
        if variables[source].walk_strength > weakest:
            weakest = variables[source].walk_strength
        stay = variables[source].stay
        if constraints[c].kind == SCALE:
            stay = stay and variables[constraints[c].scale].stay and variables[constraints[c].offset].stay
    variables[target].walk_strength = weakest
    variables[target].stay = stay
    if stay:
        execute(c)


def satisfy(c, mark):
    constraints[c].direction = choose_method(c, mark)
    if constraints[c].direction == UNSATISFIED:
        if constraints[c].strength == REQUIRED:
            raise ValueError("Could not satisfy a required constraint")
        return -1
    for v in inputs_of(c):
        variables[v].mark = mark
    target = output_of(c)
    overridden = variables[target].determined_by
    if overridden >= 0:
        constraints[overridden].direction = UNSATISFIED
    variables[target].determined_by = c
    if not add_propagate(c, mark):
        raise ValueError("Cycle encountered")
    variables[target].mark = mark
    return overridden


def incremental_add(c):
    mark = new_mark()
    overridden = satisfy(c, mark)
    while overridden >= 0:
        overridden = satisfy(overridden, mark)


def incremental_remove(c):
    target = output_of(c)
    remove_from_graph(c)
    unsatisfied = remove_propagate_from(target)
    for strength in range(REQUIRED, WEAKEST):
        for u in unsatisfied:
            if constraints[u].strength == strength:
                incremental_add(u)


def with_consumers(todo, v):
    determining = variables[v].determined_by
    for c in variables[v].users:
        if c != determining and is_satisfied(c):
            todo.append(c)
    return todo


def add_propagate(c, mark):
    todo = [c]
    while len(todo) > 0:
        d = todo.pop()
        target = output_of(d)
        if variables[target].mark == mark:
            incremental_remove(c)
            return False
        recalculate(d)
        todo = with_consumers(todo, target)
    return True


def remove_propagate_from(target):
    variables[target].determined_by = -1
    variables[target].walk_strength = WEAKEST
    variables[target].stay = True
    unsatisfied = []
    todo = [target]
    while len(todo) > 0:
        v = todo.pop()
        for c in variables[v].users:
            if not is_satisfied(c):
                unsatisfied.append(c)
        for c in with_consumers([], v):
            recalculate(c)
            todo.append(output_of(c))
    return unsatisfied


def inputs_known(c, mark):
    for v in inputs_of(c):
        if variables[v].mark != mark and not variables[v].stay and variables[v].determined_by >= 0:
            return False
    return True


def extract_plan(edit):
    mark = new_mark()
    plan = []
    todo = []
    if is_satisfied(edit):
        todo.append(edit)
    while len(todo) > 0:
        c = todo.pop()
        target = output_of(c)
        if variables[target].mark != mark and inputs_known(c, mark):
            plan.append(c)
            variables[target].mark = mark
            todo = with_consumers(todo, target)
    return plan


def execute_plan(plan):
    for c in plan:
        execute(c)


def change(v, value):
    edit = add_constraint(EDIT, PREFERRED, v, -1, -1, -1)
    plan = extract_plan(edit)
    for i in range(10):
        variables[v].value = value
        execute_plan(plan)
    destroy_constraint(edit)


def expect(v, value):
    if variables[v].value != value:
        raise ValueError("Wrong value %d, expected %d" % (variables[v].value, value))
    return value


def chain_test(n):
    first = new_variable(0)
    last = first
    for i in range(n):
        following = new_variable(0)
        add_constraint(EQUAL, REQUIRED, last, following, -1, -1)
        last = following
    add_constraint(STAY, STRONG_DEFAULT, last, -1, -1, -1)
    edit = add_constraint(EDIT, PREFERRED, first, -1, -1, -1)
    plan = extract_plan(edit)
    total = 0
    for i in range(100):
        variables[first].value = i
        execute_plan(plan)
        total = total + expect(last, i)
    destroy_constraint(edit)
    return total


def projection_test(n):
    scale = new_variable(10)
    offset = new_variable(1000)
    source = -1
    target = -1
    targets = []
    for i in range(n):
        source = new_variable(i)
        target = new_variable(i)
        targets.append(target)
        add_constraint(STAY, DEFAULT, source, -1, -1, -1)
        add_constraint(SCALE, REQUIRED, source, target, scale, offset)
    change(source, 17)
    total = expect(target, 1170)
    change(target, 1050)
    total = total + expect(source, 5)
    change(scale, 5)
    for i in range(n - 1):
        total = total + expect(targets[i], i * 5 + 1000)
    change(offset, 2000)
    for i in range(n - 1):
        total = total + expect(targets[i], i * 5 + 2000)
    return total


def benchmark(n):
    global variables, constraints, current_mark
    variables = []
    constraints = []
    current_mark = 0
    return chain_test(n) + projection_test(n)


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
