"""What the kinds of statements and expressions are compiled to.

A file of ``listings/`` holds a program, a line ``----`` and the listing of its bytecode.
``python -m ruffinterp.compiler.test.listings`` writes the listings anew, to be read as a change.
"""

import os

from ruffinterp.builtins.library import global_names
from ruffinterp.bytecode.disassembler import disassemble
from ruffinterp.compiler.module import Module
from ruffinterp.compiler.program import compile_program
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'listings')
SEPARATOR = '----\n'


def names():
    """The names of all listings, without the folder."""
    return sorted(os.listdir(FOLDER))


def read(name):
    """(program, listing) of a file; the listing is '' if it was not written yet."""
    with open(os.path.join(FOLDER, name)) as stream:
        program, _, listing = stream.read().partition(SEPARATOR)
    return program, listing


def compiled(program):
    """The Code of a program."""
    source = Source('listing.ruff', program)
    return compile_program(parse(source), source, Module(global_names()))


def listing_of(program):
    return disassemble(compiled(program))


def write_all():
    for name in names():
        program, _ = read(name)
        with open(os.path.join(FOLDER, name), 'w') as stream:
            stream.write(program + SEPARATOR + listing_of(program))


if __name__ == '__main__':
    write_all()
