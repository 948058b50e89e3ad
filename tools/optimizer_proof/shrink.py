"""Makes a trace that shows a difference as small as it can."""
import time

from tools.optimizer_proof.compare import Inputs, check
from tools.optimizer_proof.machine import Plain, Recorder
from tools.optimizer_proof.traces import Line, Trace, is_variable

SECONDS = 60
# When the work on the present trace has to end.
_end = [0.0]

SIMPLE = {'i': ['0', '1', '-1'], 'f': ['0.0', '1.0'], 'p': ['NULL', 'node_x']}


def is_recordable(trace, inputs):
    """Tells whether the recorded run passes every guard."""
    try:
        Recorder(trace, inputs.literals(), inputs.variant).record()
        outcome = Plain(trace).run(inputs.literals(), inputs.variant)
    except Exception:
        return False
    if not trace.is_loop():
        return outcome.guard == -1
    last = len(trace.lines) - 2
    return bool(Plain(trace).states_at(inputs.literals(), inputs.variant, last))


def is_wellformed(trace):
    """Whether each variable is defined where it is used: the result of an operation that may
    overflow is not where its guard fails."""
    known = set(trace.inputs)
    previous = None
    for line in trace.lines:
        if any(name not in known for name in line.uses()):
            return False
        if line.name == 'guard_no_overflow' and previous in line.uses():
            return False
        previous = line.result
        if line.result is not None:
            known.add(line.result)
    return True


def still_fails(trace, inputs, kind):
    """The Difference of this kind, if the smaller trace shows one; else None.

    Nothing is tried any more when the time is over.
    """
    if time.time() > _end[0]:
        return None
    if not is_wellformed(trace) or not is_recordable(trace, inputs[0]):
        return None
    try:
        found = check(trace, inputs)
    except Exception:
        return None
    if found is not None and found.kind == kind:
        return found
    return None


def without_line(trace, number):
    """The trace without an operation; the first input or constant that fits takes its place."""
    line = trace.lines[number]
    lines = trace.lines[:number] + trace.lines[number + 1:]
    if line.result is None:
        yield Trace(trace.inputs, lines)
        return
    letter = line.result[0]
    candidates = [name for name in line.arguments if is_variable(name) and name[0] == letter]
    candidates += [name for name in trace.inputs if name[0] == letter] + SIMPLE[letter]
    for name in candidates:
        yield Trace(trace.inputs, [replaced(one, line.result, name) for one in lines])


def replaced(line, old, new):
    live = line.live
    if live is not None:
        live = [new if name == old else name for name in live]
        live = [name for name in live if is_variable(name)]
    arguments = [new if name == old else name for name in line.arguments]
    return Line(line.result, line.name, arguments, line.descr, live)


def smaller_lines(trace):
    """Traces with fewer live variables or simpler operands."""
    for number, line in enumerate(trace.lines):
        for name in line.live or []:
            live = [other for other in line.live if other != name]
            yield with_line(trace, number, Line(line.result, line.name, line.arguments,
                                                line.descr, live))
        for index, name in enumerate(line.arguments):
            if is_variable(name) and line.name != 'jump':
                for other in [one for one in trace.inputs if one[0] == name[0] and one != name]:
                    if name in trace.inputs and trace.inputs.index(other) > trace.inputs.index(name):
                        continue
                    arguments = list(line.arguments)
                    arguments[index] = other
                    yield with_line(trace, number, Line(line.result, line.name, arguments,
                                                        line.descr, line.live))


def with_line(trace, number, line):
    return Trace(trace.inputs, trace.lines[:number] + [line] + trace.lines[number + 1:])


def without_input(trace, inputs, index):
    """(trace, inputs) without an input that nothing uses, or only the jump."""
    names = trace.inputs[:index] + trace.inputs[index + 1:]
    lines = list(trace.lines)
    if trace.is_loop():
        last = lines[-1]
        lines[-1] = Line(None, 'jump', last.arguments[:index] + last.arguments[index + 1:])
    values = [Inputs(one.values[:index] + one.values[index + 1:], one.variant) for one in inputs]
    return Trace(names, lines), values


def simpler_inputs(trace, inputs):
    for index, name in enumerate(trace.inputs):
        for text in SIMPLE[name[0]]:
            if any(one.values[index] != text for one in inputs):
                yield [Inputs(one.values[:index] + [text] + one.values[index + 1:], one.variant)
                       for one in inputs]
    for variant in (0, 1):
        if any(one.variant != variant for one in inputs):
            yield [Inputs(one.values, variant) for one in inputs]


def shrink_lines(trace, difference):
    """Leaves out lines, the last ones first."""
    number = len(trace.lines) - (3 if trace.is_loop() else 2)
    while number >= 0:
        for smaller in without_line(trace, number):
            found = still_fails(smaller, difference.inputs, difference.kind)
            if found is not None:
                trace, difference = smaller, found
                break
        number -= 1
    return trace, difference


def shrink_inputs(trace, difference):
    """Leaves out inputs."""
    for index in reversed(range(len(trace.inputs))):
        smaller, inputs = without_input(trace, difference.inputs, index)
        found = still_fails(smaller, inputs, difference.kind)
        if found is not None:
            trace, difference = smaller, found
    return trace, difference


def first_that_fails(candidates, kind):
    """The first (trace, Difference) of (trace, inputs); None if none shows the difference."""
    for trace, inputs in candidates:
        found = still_fails(trace, inputs, kind)
        if found is not None:
            return trace, found
    return None


def shrink_details(trace, difference):
    """Simplifies operands and inputs."""
    for _ in range(30):
        seen = size(trace, difference.inputs)
        candidates = [(smaller, difference.inputs) for smaller in smaller_lines(trace)]
        candidates += [(trace, inputs) for inputs in simpler_inputs(trace, difference.inputs)]
        candidates = [pair for pair in candidates if size(*pair) < seen]
        found = first_that_fails(candidates, difference.kind)
        if found is None:
            break
        trace, difference = found
    return trace, difference


def shrink(trace, difference):
    """(trace, Difference) that hardly anything makes smaller."""
    _end[0] = time.time() + SECONDS
    before = None
    while before != size(trace, difference.inputs):
        before = size(trace, difference.inputs)
        for step in (shrink_lines, shrink_inputs, shrink_details):
            trace, difference = step(trace, difference)
    return trace, difference


def size(trace, inputs):
    """What every step makes smaller: a tuple that can be compared."""
    values = [text for one in inputs for text in one.values]
    simple = [0 if text in ('0', '0.0') else 5 + len(text) for text in values]
    return (len(trace.lines) + len(trace.inputs), sum(len(line.live or []) for line in trace.lines),
            sum(len(str(line)) for line in trace.lines),
            sum(simple) + sum(one.variant for one in inputs))
