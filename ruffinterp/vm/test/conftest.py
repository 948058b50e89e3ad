"""One simulation serves all trace tests: typing the virtual machine takes minutes."""

import sys

import pytest


@pytest.fixture(scope='session')
def simulation(request):
    """The Simulation with the PROGRAMS of all selected modules."""
    # Imported here: the untranslated tests beside these need none of the toolchain's JIT.
    from ruffinterp.vm.test.jit_support import Simulation
    sys.setrecursionlimit(100000)
    programs = {}
    for module in set(item.module for item in request.session.items):
        for name, program in getattr(module, 'PROGRAMS', {}).items():
            assert name not in programs, 'two trace tests have a program %r' % name
            programs[name] = program
    return Simulation(programs)
