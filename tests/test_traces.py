"""The trace tests of ruffinterp/vm/test again, on what the binary itself has compiled.

The binary writes its traces to a log (PYPYLOG); where the simulated JIT and the real one see the
same program, the same properties must hold.
"""

import os
import re
import shutil
import tempfile

import pytest

from runner import binary_path, communicate
from conftest import require_binary
from ruffinterp.vm.test import (
    test_jit_arrays, test_jit_calls, test_jit_dicts, test_jit_errors, test_jit_generators,
    test_jit_loops, test_jit_strings, test_jit_structs)
from ruffinterp.vm.test.traces import CompiledProgram, Trace

MODULES = [test_jit_arrays, test_jit_calls, test_jit_dicts, test_jit_errors, test_jit_generators,
           test_jit_loops, test_jit_strings, test_jit_structs]
# The simulated JIT compiles as early.
PARAMETERS = 'threshold=2,function_threshold=3,trace_eagerness=1'
TIMEOUT = 60

SECTION = re.compile(r'\{(jit-log-opt-(?:loop|bridge))\n(.*?)\1\}', re.DOTALL)
OPERATION = re.compile(r'(?:\+\d+: )?(?:\w+ = )?([a-z_]+)\(')
LOCATION = re.compile(r"debug_merge_point\(.*, '(.*)'\)$")
ABORT = re.compile(r'^abort: .*?:\s+(\d+)$', re.MULTILINE)


def read_trace(text):
    """The Trace of one section of the log."""
    operations, locations, has_label = [], [], False
    for line in text.splitlines():
        found = OPERATION.match(line)
        if found is None:
            continue
        name = found.group(1)
        if name == 'label':
            operations, locations, has_label = [], [], True
        elif name == 'debug_merge_point':
            locations.append(LOCATION.search(line).group(1))
        operations.append(name)
    return Trace(operations, locations, operations[-1] == 'jump', has_label)


def read_log(text):
    """The CompiledProgram of a whole log."""
    text = re.sub(r'^\[[0-9a-f]+\] ', '', text, flags=re.MULTILINE)
    traces = [read_trace(body) for _, body in SECTION.findall(text)]
    return CompiledProgram(traces, sum([int(number) for number in ABORT.findall(text)]))


class Binary(object):
    """As Simulation in ruffinterp/vm/test/jit_support.py, by running the binary."""

    def __init__(self, folder):
        self.folder = folder
        self.results = {}

    def program(self, name):
        if name not in self.results:
            self.results[name] = self.run(name)
        return self.results[name]

    def run(self, name):
        texts = [module.PROGRAMS[name] for module in MODULES if name in module.PROGRAMS]
        source = os.path.join(self.folder, name + '.ruff')
        log = os.path.join(self.folder, name + '.log')
        with open(source, 'wb') as stream:
            stream.write(texts[0].encode())
        environment = dict(os.environ, PYPYLOG='jit-log-opt,jit-summary:' + log)
        outcome = communicate([binary_path(), '--jit', PARAMETERS, source], b'', TIMEOUT,
                              environment=environment)
        assert (outcome.exit, outcome.err) == (0, b'')
        with open(log) as stream:
            return read_log(stream.read())


@pytest.fixture(scope='module')
def simulation():
    require_binary()
    folder = tempfile.mkdtemp(prefix='ruff-traces-')
    yield Binary(folder)
    shutil.rmtree(folder)


def test_positions_are_named(simulation):
    compiled = simulation.program('while')
    locations = [location for trace in compiled.traces for location in trace.locations]
    assert any(re.match(r'hot:\d+ [A-Z_]+$', location) for location in locations)


def collect():
    """The trace tests as tests of this module."""
    found = {}
    for module in MODULES:
        for name in dir(module):
            if name.startswith('test_'):
                assert name not in found, name
                found[name] = getattr(module, name)
    return found


globals().update(collect())
