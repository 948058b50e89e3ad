"""Where a variable in a register is checked, and where the error for it stands (language.md 5.3)."""

import pytest

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import Code
from ruffinterp.compiler.module import Module
from ruffinterp.compiler.program import compile_program
from ruffinterp.objects.function import W_Function
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source


def function_code(body):
    """The Code of a function with the parameters ``c`` and ``d``, the second of which may be left
    out."""
    source = Source('test.ruff', 'func f(c, d := 1) { %s\n}' % body)
    module = compile_program(parse(source), source, Module({}))
    return [w_value.code for w_value in module.constants if isinstance(w_value, W_Function)][0]


def checks(code):
    """The texts at which variables are checked, in functions inside too; list of str."""
    found = []
    pc = 0
    while pc < len(code.ops):
        if code.ops[pc] == opcodes.CHECK_BOUND:
            found.append(code.source.text[code.start_offset(pc):code.end_offset(pc)])
            assert found[-1] == code.local_names[code.ops[pc + 1]]
        pc = opcodes.walk_operands(code.ops, pc)[1]
    for inner in code.codes:
        assert isinstance(inner, Code)
        found.extend(checks(inner))
    return found


@pytest.mark.parametrize('body', [
    'x := 1 return x',
    'return c + d',
    'let x := c return x + x',
    '[x, y] := c return x + y',
    'if c { x := 1 } else { x := 2 } return x',
    'if c { x := 1 } else if d { x := 2 } else { x := 3 } return x',
    'if c { x := 1 } else { return 2 } return x',
    'if c { x := 1 } else { throw("x") } return x',
    'for i in c { if i { continue } else { x := i } d := x }',
    'for i in c { d := i } return d',
    'x := 0 while x < c { x += 1 } return x',
    'match c { case A: { x := 1 } default: { x := 2 } } return x',
    'try { x := 1 } except e { x := e } return x',
    'try { d := 1 } except e { return e } return d',
    'x := c return func() { return x }',
    'x := c x[0].y := 1 return x',
])
def test_a_variable_with_a_value_is_not_checked(body):
    assert checks(function_code(body)) == []


@pytest.mark.parametrize('body, names', [
    ('return x x := 1', ['x']),
    ('return x + x x := 1', ['x']),
    ('return [1, x, y] x := 1 y := 1', ['x', 'y']),
    ('if c { x := 1 } return x', ['x']),
    ('if c { x := 1 } else if d { x := 2 } return x', ['x']),
    ('if c { print(x) } return x x := 1', ['x', 'x']),
    ('if c { return 1 } else if x { d := 1 } return x x := 1', ['x', 'x']),
    ('while c { x := 1 } return x', ['x']),
    ('loop { if c { break } x := 1 } return x', ['x']),
    ('for i in c { x := i } return x', ['x']),
    ('match c { case A: { x := 1 } } return x', ['x']),
    ('match c { case A(v): { return v } }', ['v']),
    ('match c { case A: { return 1 } case B: { d := 1 } default: { x := 2 } } return x', ['x']),
    ('try { d() x := 1 } except e { d := x } return x', ['x']),
    ('try { x := 1 } except e { d := e } return x', ['x']),
    ('d := c && x d := x x := 1', ['x', 'x']),
    ('d := c || x d := x x := 1', ['x', 'x']),
    ('d := c ?? x d := x x := 1', ['x', 'x']),
    ('d := c && !(d || x) d := x x := 1', ['x', 'x']),
    ('if c { x := 1 } return func() { return x }', ['x']),
    ('d := c ?? throw("a") return x x := 1', ['x']),
    ('return "a ${c} ${x}" x := 1', ['x']),
    ('x(c) x := 1', ['x']),
    ('c[x] := 1 x := 1', ['x']),
    ('for i in x { d := i } x := 1', ['x']),
    ('match x { case A: { d := 1 } } x := 1', ['x']),
    ('d := x |> c x := 1', ['x']),
    ('d := {"a": x} x := 1', ['x']),
    ('d := x.a.b x := 1', ['x']),
    ('d := -x x := 1', ['x']),
    ('d := P { a: x } x := 1', ['x']),
    ('d := c(...x) x := 1', ['x']),
    ('d := Some(x) x := 1', ['x']),
    ('d := x? x := 1', ['x']),
    ('x += 1', ['x']),
])
def test_a_variable_without_a_value_is_checked_at_its_name(body, names):
    assert checks(function_code(body)) == names
