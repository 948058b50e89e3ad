"""Lexer, parser and messages are RPython: what the type system accepts gives the same results."""
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.diagnostics.render_text import rendered
from ruffinterp.syntax.errors import SyntaxErrors
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source

# Short texts: the interpreter of typed programs is a thousand times slower than Python.
TEXTS = [
    'x := f(1, "a${b}c")[2] |> g\nfunc f(a, b := {c: 1.5}) { return P { x: 1 } }',
    'match a { case 1 | "b": {} case E::V(c) if d: { e } }\nstruct A { x: int = 5 func f(self) {} }',
    'from a.test import b as c\n[d, ...e] := "\\n"',
    'f(1', '"abc', 'a := b := c', 'if x = 5 {}', "print('x')", 'x := )\nfn f(a) { x := 1 }\n"${a +}"',
]


def summary(index):
    """A number that depends on the whole result of parsing a text."""
    source = Source('test.ruff', TEXTS[index])
    try:
        program = parse(source)
    except SyntaxErrors as errors:
        result = 0
        for diagnostic in errors.diagnostics:
            result = result * 7 + len(rendered(diagnostic, False))
            result += len(rendered(diagnostic, True))
        return -result
    result = 0
    for statement in program.body:
        result += statement.start * statement.depth + statement.end
    return result


def test_interpreted_parser_agrees():
    # One run for all, as the time goes into typing.
    def run():
        result = 0
        for i in range(len(TEXTS)):
            result = (result * 31 + summary(i)) % 1000003
        return result
    assert interpret(run, []) == run()
