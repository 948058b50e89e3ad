"""Errors of the scope analysis, and how names are resolved (language.md 5, 10.4)."""

import pytest

from ruffinterp.compiler.module import Module
from ruffinterp.compiler.program import compile_program
from ruffinterp.compiler.errors import CompileError
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source


def compile_text(text):
    source = Source('test.ruff', text)
    return compile_program(parse(source), source, Module({}))


@pytest.mark.parametrize('text, message', [
    # Before the missing default that follows from it.
    ('enum E { A, B }\nx := match E::A { case E::A: { 1 } case E::Bee: { 2 } }', "E has no variant 'Bee'"),
    ('func f(a, a) { }', 'Duplicate declaration in the same scope: a'),
    ('x := Result::Ok(1, 2)', 'Result::Ok(...) requires exactly one argument'),
    ('x := Option::None(1)', 'Option::None takes no arguments'),
])
def test_compile_errors(text, message):
    with pytest.raises(CompileError) as caught:
        compile_text(text)
    assert caught.value.diagnostic.title == message


# spec: decisions.md 58
@pytest.mark.parametrize('part, message', [
    (':q', "unknown type 'q' in ':q': types are d f e g x X o b % s"),
    (':d ', "unexpected ' ' behind the type in ':d '"),
    (':.', "there is no number behind the '.' in ':.'"),
    (':99999999999', "the width in ':99999999999' is too large"),
    (':.1x', "type 'x' takes no precision, as in ':.1x'"),
    (':\n', "unknown type '\n' in ':\n': types are d f e g x X o b % s"),
])
def test_wrong_formats(part, message):
    text = 'x := 1\ny := "a${x%s}"' % part
    with pytest.raises(CompileError) as caught:
        compile_text(text)
    diagnostic = caught.value.diagnostic
    assert diagnostic.title == 'Invalid format: ' + message
    assert text[diagnostic.primary.start:diagnostic.primary.end] == part


def test_names_that_no_function_mentions_live_in_the_frame():
    code = compile_text('a := 1\nb := 2\nfunc f() { return b }')
    assert 'a' in code.local_names
    assert 'b' not in code.local_names
    assert [cell.name for cell in code.cells] == ['f', 'b']


def test_captured_and_assigned_variables_get_cells():
    code = compile_text('func f() { n := 0\nfunc g() { n := n + 1 }\ng()\nreturn n }')
    inner = code.codes[0] if code.codes else None
    assert inner is None
    function = code.constants[0].code
    assert function.codes[0].captured_count == 1


def test_values_of_function_expressions_are_captured_by_value():
    code = compile_text('func f(n) { return func() { return n } }')
    function = code.constants[0].code
    assert function.codes[0].captured_count == 1
    assert function.codes[0].local_names == ['n']
