"""Runs a trace on the simulated backend, as it was recorded and optimized."""
import math
import signal
import struct
import sys

from rpython.config.translationoption import get_combined_translation_config
from rpython.jit.backend.llgraph.runner import (
    ExecutionFinished, Jump, LLFrame, LLTrace, _getdescr)
from rpython.jit.metainterp import compile, executor, resume
from rpython.jit.metainterp.blackhole import arguments
from rpython.jit.metainterp.counter import DeterministicJitCounter
from rpython.jit.metainterp.history import (
    BasicFailDescr, BasicFinalDescr, ConstFloat, ConstInt, ConstPtr, FloatFrontendOp, IntFrontendOp, JitCellToken,
    RefFrontendOp, TargetToken, TreeLoop)
from rpython.jit.metainterp.jitprof import EmptyProfiler
from rpython.jit.metainterp.opencoder import Trace as RecordedTrace
from rpython.jit.metainterp.optimizeopt import ALL_OPTS_DICT, optimize_trace
from rpython.jit.metainterp.optimizeopt.util import args_dict
from rpython.jit.metainterp.resoperation import ResOperation, rop
from rpython.rlib.rjitlog.rjitlog import BaseLogTrace

from tools.optimizer_proof import world
from tools.optimizer_proof.edges import SMALLEST
from tools.optimizer_proof.traces import (
    build, constant, descr_of, is_variable, literal, new_input)

STEPS = 2000
SECONDS = 5


class TooLong(Exception):
    """The optimizer or a trace does not come to an end."""


@arguments('f', 'f', returns='f')
def divide(numerator, denominator):
    """Divides floats as the processor does; Python refuses 0.0."""
    if denominator != 0.0:
        return numerator / denominator
    if numerator == 0.0 or numerator != numerator:
        return float('nan')
    return math.copysign(float('inf'), numerator) * math.copysign(1.0, denominator)


@arguments('f', returns='i')
def truncate(number):
    """Converts a float to an int as the processor does; what is too large becomes the smallest."""
    if -2.0 ** 63 <= number < 2.0 ** 63:
        return int(number)
    return SMALLEST


def same_bits(one, other):
    """Whether two floats are one to a guard."""
    return struct.pack('>d', one) == struct.pack('>d', other)


# What the optimizer folds.
executor.EXECUTE_BY_NUM_ARGS[2, False][rop.FLOAT_TRUEDIV] = executor.make_execute_function(
    'float_truediv', divide)
executor.EXECUTE_BY_NUM_ARGS[1, False][rop.CAST_FLOAT_TO_INT] = executor.make_execute_function(
    'cast_float_to_int', truncate)


class Frame(LLFrame):
    """A frame of the simulated backend that counts its steps.

    ``watcher`` (or None) is called with the frame and each guard before it is executed.
    """

    def __init__(self, boxes, values, watcher=None):
        LLFrame.__init__(self, world.cpu, boxes, values)
        self.watcher = watcher

    def execute_guard_future_condition(self, _):
        pass

    execute_call_pure_i = execute_call_pure_f = LLFrame.execute_call_i.im_func

    def execute_float_truediv(self, _, numerator, denominator):
        return divide(numerator, denominator)

    def execute_cast_float_to_int(self, _, number):
        return truncate(number)

    def execute_guard_value(self, descr, value, wanted):
        """Floats are compared bit by bit, as `patch_guards_of_floats` has it."""
        is_wanted = same_bits(value, wanted) if isinstance(value, float) else value == wanted
        if not is_wanted:
            self.fail_guard(descr)

    def run(self, trace):
        """Returns the LLDeadFrame. Raises TooLong."""
        self.lltrace = trace
        self.position = 0
        try:
            for _ in range(STEPS):
                self.step()
        except ExecutionFinished as end:
            return end.deadframe
        raise TooLong('a trace')

    def step(self):
        operation = self.lltrace.operations[self.position]
        self.current_op = operation
        self.current_index = self.position
        if self.watcher is not None and operation.is_guard():
            self.watcher(self, operation)
        arguments = [self.lookup(argument) for argument in operation.getarglist()]
        try:
            result = self.execute_one(operation.getopname(), _getdescr(operation), arguments)
        except Jump as jump:
            self.lltrace, self.position = jump.jump_target
            self.do_renaming(self.lltrace.operations[self.position].getarglist(), jump.args)
        else:
            if operation.type != 'v':
                self.setenv(operation, result)
        self.position += 1

    def execute_one(self, name, descr, arguments):
        """The result of one operation on values."""
        return getattr(self, 'execute_' + name)(descr, *arguments)


class DefinedFrame(Frame):
    """A frame that fails where the result of an operation is not defined."""

    def execute_convert_float_bytes_to_longlong(self, descr, number):
        """The bits of a NaN depend on how it was made."""
        if number != number:
            raise ValueError('bits of a NaN')
        return Frame.execute_convert_float_bytes_to_longlong(self, descr, number)


class Outcome(object):
    """How a run ended: the number of the guard that failed (-1: the end) and the state then."""

    def __init__(self, guard, state):
        self.guard = guard
        self.state = state


def values_of(dead_frame):
    return list(dead_frame._values)


class Plain(object):
    """A trace as it was recorded. Guards have the numbers of their lines."""

    def __init__(self, trace):
        self.trace = trace
        boxes = dict((name, new_input(name)) for name in trace.inputs)
        inputs = [boxes[name] for name in trace.inputs]
        target = TargetToken()
        operations = [ResOperation(rop.LABEL, inputs, target)]
        for number, line in enumerate(trace.lines):
            operation = build(line, boxes)
            if line.is_guard():
                operation.setdescr(BasicFailDescr(number))
                operation.setfailargs([boxes[name] for name in line.live])
            elif line.name == 'jump':
                operation.setdescr(target)
            elif line.name == 'finish':
                operation.setdescr(BasicFinalDescr())
            operations.append(operation)
        self.compiled = LLTrace(inputs, operations)
        self.target = target  # The label knows it by a weak reference only.
        target._llgraph_target = self.compiled, 0

    def run(self, values, variant):
        """The Outcome of a run of the world of this number. Raises whatever an undefined operation does."""
        world.reset(variant)
        frame = DefinedFrame(self.compiled.inputargs, values)
        dead = frame.run(self.compiled)
        descr = dead._latest_descr
        number = -1 if isinstance(descr, BasicFinalDescr) else descr.identifier
        return Outcome(number, world.describe(values_of(dead)))

    def states_at(self, values, variant, guard):
        """List of the states in which a run comes by a guard."""
        states = []

        def watch(frame, operation):
            if operation.getdescr().identifier == guard:
                live = [frame.env[box] for box in operation.getfailargs()]
                states.append(world.describe(live))

        world.reset(variant)
        DefinedFrame(self.compiled.inputargs, values, watch).run(self.compiled)
        return states


class _Logger(object):
    def log_loop_from_trace(self, *arguments, **keywords):
        pass

    log_short_preamble = log_loop_from_trace
    repr_of_resop = repr


class _JitLog(object):
    """Logs nothing; the toolchain's own asks a C library, which each process would compile anew."""

    def log_trace(self, *arguments):
        return BaseLogTrace()


class _Options(object):
    failargs_limit = 1000


class _MemoryManager(object):
    retrace_limit = 5
    max_retrace_guards = 15


class _WarmRunner(object):
    memory_manager = _MemoryManager()
    jitcounter = DeterministicJitCounter()


class _StaticData(object):
    """What the optimizer wants to know about the interpreter."""
    all_descrs = []
    callinfocollection = None
    virtualref_info = None

    def __init__(self):
        self.cpu = world.cpu
        self.profiler = EmptyProfiler()
        self.options = _Options()
        self.config = get_combined_translation_config(translating=True)
        self.jitlog = _JitLog()
        self.logger_noopt = self.logger_ops = _Logger()
        self.warmrunnerdesc = _WarmRunner()

    def get_name_from_address(self, address):
        return ''


static_data = _StaticData()


class _Code(object):
    """Stands for the code that a guard belongs to: its index is the number of the guard."""

    def __init__(self, index):
        self.index = index


class _Snapshot(object):
    """What a frame of the interpreter tells about itself at a guard."""
    parent_snapshot = None
    pc = 0

    def __init__(self, number, boxes):
        self.jitcode = _Code(number)
        self.boxes = boxes

    def get_list_of_active_boxes(self, in_a_call, new_array, encode):
        array = new_array(len(self.boxes))
        for index, box in enumerate(self.boxes):
            array[index] = encode(box)
        return array


_FRONTEND = {'i': IntFrontendOp, 'f': FloatFrontendOp, 'p': RefFrontendOp}
_CONSTANTS = {'i': ConstInt, 'f': ConstFloat, 'p': ConstPtr}


def _frontend_box(name, position, value):
    kind = name[0]
    box = _FRONTEND[kind](position)
    if kind == 'i':
        box.setint(value)
    elif kind == 'f':
        box.setfloatstorage(value)
    else:
        box.setref_base(value)
    return box


class Recorder(object):
    """Records a trace for the optimizer while it runs on values, as the tracer does."""

    def __init__(self, trace, values, variant):
        world.reset(variant)
        self.trace = trace
        self.boxes = {}
        self.values = {}
        inputs = []
        for position, (name, value) in enumerate(zip(trace.inputs, values)):
            self.values[name] = value
            self.boxes[name] = _frontend_box(name, position, value)
            inputs.append(self.boxes[name])
        self.recorded = RecordedTrace(inputs, static_data)
        self.pure_results = args_dict()
        self.frame = DefinedFrame([], [])
        self.jump_target = JitCellToken()

    def box(self, name):
        return self.boxes[name] if is_variable(name) else constant(name)

    def value(self, name):
        return self.values[name] if is_variable(name) else literal(name)

    def record(self):
        for number, line in enumerate(self.trace.lines):
            boxes = [self.box(name) for name in line.arguments]
            descr = descr_of(line)
            if line.name == 'jump':
                descr = self.jump_target
            elif line.name == 'finish':
                descr = BasicFinalDescr()
            position = self.recorded.record_op(line.number(), boxes, descr)
            if line.is_guard():
                live = [self.boxes[name] for name in line.live]
                resume.capture_resumedata([_Snapshot(number, live)], None, [], self.recorded)
            elif line.name not in ('jump', 'finish'):
                self.execute(line, descr, position)

    def execute(self, line, descr, position):
        arguments = [self.value(name) for name in line.arguments]
        result = self.frame.execute_one(line.name, descr, arguments)
        if line.result is None:
            return
        if isinstance(result, bool):
            result = int(result)
        self.values[line.result] = result
        self.boxes[line.result] = _frontend_box(line.result, position, result)
        if line.name.startswith('call_pure'):
            key = [self.constant_of(name) for name in line.arguments]
            self.pure_results[key] = self.constant_of(line.result)

    def constant_of(self, name):
        if not is_variable(name):
            return constant(name)
        return _CONSTANTS[name[0]](self.values[name])


class _StateReader(resume.ResumeDataDirectReader):
    """Reads what a failing guard says about the state of the interpreter."""

    def read(self, trace):
        """(number of a guard, the values of its live variables)."""
        for _ in ('virtualizable', 'virtual references'):
            count = self.resumecodereader.next_item()
            assert count == 0
        number, _ = self.read_jitcode_pos_pc()
        read = {'i': self.next_int, 'f': self.next_float, 'p': self.next_ref}
        return number, [read[name[0]]() for name in trace.lines[number].live]


def _stop(*arguments):
    raise TooLong('the optimizer')


class _Sink(object):
    """Takes what the optimizer reports about its work."""

    def write(self, text):
        pass


def limited(function):
    """Calls a function; raises TooLong when it does not end."""
    previous = signal.signal(signal.SIGALRM, _stop)
    signal.alarm(SECONDS)
    stream = sys.stderr
    sys.stderr = _Sink()
    try:
        return function()
    finally:
        sys.stderr = stream
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


class Optimized(object):
    """A trace as the optimizer leaves it. Raises InvalidLoop, TooLong or what fails in the optimizer.

    ``values``, ``variant``: the run that the tracer has seen; it must pass every guard.
    """

    def __init__(self, trace, values, variant):
        self.trace = trace
        recorder = Recorder(trace, values, variant)
        recorder.record()
        if trace.is_loop():
            limited(lambda: self.optimize_loop(recorder))
        else:
            limited(lambda: self.optimize_straight(recorder))
        self.compiled = LLTrace(self.inputs, self.operations)
        for position, operation in enumerate(self.compiled.operations):
            if operation.getopnum() == rop.LABEL:
                _getdescr(operation)._llgraph_target = self.compiled, position

    def optimize_straight(self, recorder):
        data = compile.SimpleCompileData(
            recorder.recorded, call_pure_results=recorder.pure_results, enable_opts=ALL_OPTS_DICT)
        information, operations = optimize_trace(static_data, None, data)
        self.inputs = information.inputargs
        self.operations = operations
        self.check(None)

    def optimize_loop(self, recorder):
        trace = recorder.recorded
        token = recorder.jump_target
        jump_boxes = [recorder.box(name) for name in self.trace.lines[-1].arguments]
        data = compile.LoopCompileData(
            trace, jump_boxes, call_pure_results=recorder.pure_results, enable_opts=ALL_OPTS_DICT)
        state, first = optimize_trace(static_data, None, data)
        start = TargetToken(token, original_jitcell_token=token)
        token.target_tokens = [start]
        data = compile.UnrolledLoopData(
            trace, token, state, call_pure_results=recorder.pure_results, enable_opts=ALL_OPTS_DICT)
        information, rest = optimize_trace(static_data, None, data)
        self.token = token  # The targets know it by a weak reference only.
        self.inputs = state.renamed_inputargs
        label = ResOperation(rop.LABEL, self.inputs, descr=start)
        self.operations = ([label] + first + information.extra_same_as +
                           information.extra_before_label + [information.label_op] + rest)
        self.check(token)

    def check(self, token):
        loop = TreeLoop('proof')
        loop.inputargs = self.inputs
        loop.operations = self.operations
        loop.original_jitcell_token = token
        loop.check_consistency()

    def run(self, values, variant):
        """The Outcome; the state is that at the guard where the interpreter takes over."""
        world.reset(variant)
        dead = Frame(self.compiled.inputargs, values).run(self.compiled)
        descr = dead._latest_descr
        if isinstance(descr, BasicFinalDescr):
            return Outcome(-1, world.describe(values_of(dead)))
        storage = getattr(descr, 'prev', descr)
        number, live = _StateReader(static_data, storage, dead).read(self.trace)
        return Outcome(number, world.describe(live))
