"""The bytecode of each kind of statement and expression, of moves, loans and updates in place."""

import pytest

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.test import listings
from ruffinterp.objects.function import W_Function


@pytest.mark.parametrize('name', listings.names())
def test_listing(name):
    program, listing = listings.read(name)
    assert listings.listing_of(program) == listing


def codes_below(code):
    """A Code and those of the functions that it makes."""
    found = [code]
    for nested in code.codes + [w_value.code for w_value in code.constants
                                if isinstance(w_value, W_Function)]:
        found += codes_below(nested)
    return found


def test_every_opcode_is_shown():
    shown = set()
    for name in listings.names():
        for code in codes_below(listings.compiled(listings.read(name)[0])):
            pc = 0
            while pc < len(code.ops):
                shown.add(opcodes.NAMES[code.ops[pc]])
                pc = opcodes.walk_operands(code.ops, pc)[1]
    assert sorted(set(opcodes.NAMES) - shown) == []
