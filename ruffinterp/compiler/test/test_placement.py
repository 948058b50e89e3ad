"""What cannot stand where it does (language.md 10.4)."""

import pytest

from ruffinterp.compiler.errors import CompileError
from ruffinterp.compiler.test.test_scope import compile_text


@pytest.mark.parametrize('text, message', [
    ('break', 'break can only be used inside a loop'),
    ('for i in 3 { func f() { continue } }', 'continue can only be used inside a loop'),
    ('throw()', 'throw() requires exactly one argument'),
    ('throw(1, 2)', 'throw() requires exactly one argument'),
    ('yield 1', 'Yield can only be used inside generator functions'),
    ('async func* g() { }', 'Async generator functions are not supported'),
    ('spawn { yield 1 }', 'Yield can only be used inside generator functions'),
    ('func* g() { f := func() { yield 1 } }', 'Yield can only be used inside generator functions'),
    ('func f() { export x := 1 }', 'export can only be used at the top level of a module'),
    ('if true { export x := 1 }', 'export can only be used at the top level of a module'),
    # decision 39
    ('struct S { async func m(mut self) { } }', 'An async method cannot have mut self'),
    ('struct S { func* m(mut self) { } }', 'A generator method cannot have mut self'),
    ('struct S { func op_add(mut self, o) { } }', 'An operator method cannot have mut self'),
    ('struct S { func m(x, mut self) { } }',
     "'mut self' is the first parameter of a method of a struct"),
    ('func m(mut self) { }', "'mut self' is the first parameter of a method of a struct"),
    ('struct S { func m(mut self) { } }\nx := null\nx?.m()',
     'm changes its receiver, which may be null here'),
    ('struct S { func m(mut self) { } }\nx := [1]\nx[1:].m()',
     'A slice is a copy: m would not change what it comes from'),
    ('struct S { func m(mut self) { } }\nx := [1]\nx[1:][0].m()',
     'A slice is a copy: m would not change what it comes from'),
    # decision 49
    ('func f() { try { } finally { return 1 } }', 'return cannot be used inside finally'),
    ('for i in 3 { try { } finally { break } }', 'break cannot be used inside finally'),
    ('func* g() { try { } finally { yield 1 } }', 'yield cannot be used inside finally'),
    ('try { } finally { await f() }', 'await cannot be used inside finally'),
    # A default is a function of its own.
    ('for i in 3 { struct S { x: int := if i > 0 { break\n1 } else { 2 } } }',
     'break can only be used inside a loop'),
])
def test_what_stands_in_a_wrong_place(text, message):
    with pytest.raises(CompileError) as caught:
        compile_text(text)
    assert caught.value.diagnostic.title == message


@pytest.mark.parametrize('text', [
    'for i in 3 { try { } finally { for j in 3 { break } } }',
    'func f() { try { } finally { g := func() { return 1 } } }',
    'func* g() { try { yield 1 } finally { } }',
    'struct S { func m(mut self) { } }',
    'export func f() { for i in 3 { continue } }',
])
def test_what_stands_in_its_place(text):
    compile_text(text)
