"""Runs programs under the toolchain's simulated JIT and counts what their loops compile to.

A test module declares PROGRAMS, {name: text}.  Typing the virtual machine takes most of the time,
so that the programs of all selected modules are typed together, once (conftest.py), and then run
one after the other.

What a program computes is checked by itself: it throws an error if the result is wrong.
"""

import time

from rpython.jit.backend.llgraph.runner import LLGraphCPU
from rpython.jit.codewriter import longlong
from rpython.jit.metainterp.warmspot import get_stats, ll_meta_interp
from rpython.rtyper.annlowlevel import hlstr

from ruffinterp.builtins.library import global_names
from ruffinterp.compiler.module import Module
from ruffinterp.compiler.program import compile_program
from ruffinterp.compiler.exports import exported_names
from ruffinterp.modules.loader import namespace
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source
from ruffinterp.vm.interpreter import run_code
from ruffinterp.vm.jit import RuffPolicy
from ruffinterp.vm.modules import ModuleLoader, hooks
from ruffinterp.vm.test.traces import CompiledProgram, Trace
from tools.toolchain_patches import apply_patches

# What programs of the trace tests may call; each further builtin has to be typed.
BUILTIN_NAMES = ['append', 'async_sleep', 'channel', 'len', 'map', 'push', 'range']

# Never run: it gives the type inference an example of everything that a Code can hold.
SAMPLE = """
enum Color { Red, Mixed }
struct Point { x: int = 0, y: int, func sum() { return x + y } }
func f(a, b = 1) {
    let g := func(c) { return a + c }
    try { return g(b) } except error { return error.message }
}
func h(p) {
    match p {
        case Color::Red: { return {"red": 1, "green": 2} }
        case Color::Mixed(v): { return v }
        default: { return Point { x: 1, y: 2 }.sum() }
    }
}
func ends(a) {
    try { return "${a:>3}" } finally { last := a }
}
async func waits() { await async_sleep(1) throw("late") }
func* gives(n) { yield n }
print_result := [channel(), gives(1), waits(), f(1), ends(1), h(Color::Red), push([], 1)]
"""

# What every import in the programs gives.
IMPORTED = """
export func twice(x) { return x + x }
export const STEP := 1
"""


class SampleLoader(ModuleLoader):
    def __init__(self):
        source = Source('sample', IMPORTED)
        program = parse(source)
        module = Module({})
        run_code(compile_program(program, source, module))
        self.w_namespace = namespace('sample', module, exported_names(program))

    def load(self, name, root):
        return self.w_namespace


def _location(metainterp_sd, operation):
    arguments = operation.getarglist()
    driver = metainterp_sd.jitdrivers_sd[arguments[0].getint()]
    return driver.warmstate.get_location_str(arguments[3:])


def read_trace(metainterp_sd, loop):
    """The Trace of a loop (TreeLoop) of the toolchain."""
    operations = []
    locations = []
    has_label = False
    for operation in loop.operations:
        name = operation.getopname()
        if name == 'label':
            operations = []
            locations = []
            has_label = True
        elif name == 'debug_merge_point':
            locations.append(_location(metainterp_sd, operation))
        operations.append(name)
    return Trace(operations, locations, operations[-1] == 'jump', has_label)


def compile_text(name, text):
    """The Code of a program."""
    builtins = {}
    names = global_names()
    for builtin_name in BUILTIN_NAMES:
        builtins[builtin_name] = names[builtin_name]
    source = Source(name, text)
    return compile_program(parse(source), source, Module(builtins))


class Simulation(object):
    """The virtual machine, typed for the simulated backend, with a fixed set of programs."""

    def __init__(self, programs):
        """``programs``: {name: text}."""
        apply_patches()
        self.names = sorted(programs)
        codes = [compile_text(name, programs[name]) for name in self.names]
        codes.append(compile_text('sample', SAMPLE))

        def run_one(index):
            run_code(codes[index])
            return index

        started = time.time()
        loader = hooks.loader
        hooks.loader = SampleLoader()
        try:
            self.interpreter, self.graph = ll_meta_interp(
                run_one, [0], CPUClass=LLGraphCPU, policy=RuffPolicy(),
                listcomp=True, listops=True, backendopt=True, inline=True,
                max_unroll_recursion=9, graph_and_interp_only=True)
        finally:
            hooks.loader = loader
        self.typing_seconds = time.time() - started
        self.results = {}

    def program(self, name):
        """The CompiledProgram of a program, which is run when it is asked for first."""
        if name not in self.results:
            stats = get_stats()
            before = len(stats.loops)
            aborts = stats.aborted_count
            self.interpreter.eval_graph(self.graph, [self.names.index(name)])
            traces = [read_trace(stats.metainterp_sd, loop) for loop in stats.loops[before:]]
            self.results[name] = CompiledProgram(traces, stats.aborted_count - aborts)
        return self.results[name]
