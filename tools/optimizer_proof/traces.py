"""Traces as text: what a failure prints is what a regression test holds.

    [i0, f0, p0]
    i1 = int_add(i0, 5)
    guard_true(i1) [i0, p0]
    p1 = new_with_vtable(descr=node)
    setfield_gc(p1, i1, descr=node_value)
    finish(i1, p1)

A constant is a number, the name of an object of the world, ``class(node)`` or
``function(py_div)``. The letter of a variable tells its type.
"""
import re

from rpython.jit.codewriter import longlong
from rpython.jit.metainterp.history import ConstFloat, ConstInt, ConstPtr
from rpython.jit.metainterp.resoperation import (
    InputArgFloat, InputArgInt, InputArgRef, ResOperation, opclasses, rop)

from tools.optimizer_proof import world

_LINE = re.compile(r'(?:(\w+) = )?(\w+)\((.*)\)(?: \[(.*)\])?$')
_VARIABLE = re.compile(r'[ifp]\d+$')
_INPUTS = {'i': InputArgInt, 'f': InputArgFloat, 'p': InputArgRef}


def is_variable(text):
    return _VARIABLE.match(text) is not None


class Line(object):
    """One operation: names of the result (None), of the operation, of arguments and descr.

    ``live``: the variables that a guard hands over when it fails; None for others.
    """

    def __init__(self, result, name, arguments, descr=None, live=None):
        self.result = result
        self.name = name
        self.arguments = arguments
        self.descr = descr
        self.live = live

    def number(self):
        return getattr(rop, self.name.upper())

    def is_guard(self):
        return self.name.startswith('guard_')

    def uses(self):
        return [name for name in self.arguments + (self.live or []) if is_variable(name)]

    def __str__(self):
        arguments = list(self.arguments)
        if self.descr is not None:
            arguments.append('descr=' + self.descr)
        text = '%s(%s)' % (self.name, ', '.join(arguments))
        if self.result is not None:
            text = '%s = %s' % (self.result, text)
        if self.live is not None:
            text += ' [%s]' % ', '.join(self.live)
        return text


class Trace(object):
    """``inputs``: names; ``lines``: list of Line, the last one is a finish or a jump."""

    def __init__(self, inputs, lines):
        self.inputs = inputs
        self.lines = lines

    def is_loop(self):
        return self.lines[-1].name == 'jump'

    def __str__(self):
        return '\n'.join(['[%s]' % ', '.join(self.inputs)] + [str(line) for line in self.lines])


def _split(text):
    return [part.strip() for part in text.split(',') if part.strip()]


def parse(text):
    """The Trace of a text. Raises ValueError for a line that is none."""
    rows = [row.strip() for row in text.strip().splitlines() if row.strip()]
    lines = []
    for row in rows[1:]:
        match = _LINE.match(row)
        if match is None:
            raise ValueError(row)
        result, name, arguments, live = match.groups()
        arguments = _split(arguments)
        descr = None
        if arguments and arguments[-1].startswith('descr='):
            descr = arguments.pop()[len('descr='):]
        live = _split(live) if live is not None else None
        lines.append(Line(result, name, arguments, descr, live))
    return Trace(_split(rows[0].strip('[]')), lines)


def literal(text):
    """The value of a constant: int, float, GCREF or an address."""
    if text in world.OBJECTS:
        return world.OBJECTS[text]
    if text.startswith('class('):
        return world.CLASSES[text[len('class('):-1]]
    if text.startswith('function('):
        return world.FUNCTIONS[text[len('function('):-1]][0]
    try:
        return int(text)
    except ValueError:
        return longlong.getfloatstorage(float(text))


def constant(text):
    """The Const of a constant."""
    value = literal(text)
    if text in world.OBJECTS:
        return ConstPtr(value)
    if isinstance(value, float):
        return ConstFloat(value)
    return ConstInt(value)


def descr_of(line):
    """The descr that the operation of a line needs; None if it needs none."""
    if line.descr is not None:
        return world.DESCRIPTIONS[line.descr]
    for argument in line.arguments:
        if argument.startswith('function('):
            return world.FUNCTIONS[argument[len('function('):-1]][1]
    return None


def new_input(name):
    return _INPUTS[name[0]]()


def build(line, boxes):
    """The ResOperation of a line; ``boxes``: {variable: box}. The result is added to them."""
    arguments = [boxes[name] if is_variable(name) else constant(name) for name in line.arguments]
    operation = ResOperation(line.number(), arguments, descr_of(line))
    if line.result is not None:
        assert opclasses[line.number()].type == {'p': 'r'}.get(line.result[0], line.result[0])
        boxes[line.result] = operation
    return operation
