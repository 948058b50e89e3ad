"""Messages, help and recovery of syntax errors (language.md 2.7, tooling.md 9.3)."""
import pytest

from ruffinterp.syntax.errors import MAX_DIAGNOSTICS, SyntaxErrors
from ruffinterp.syntax.source import Source
from ruffinterp.syntax.test.tree_text import parse_text


def errors(text):
    """(line, column, message, help) of all diagnostics."""
    source = Source('test.ruff', text)
    with pytest.raises(SyntaxErrors) as raised:
        parse_text(text)
    return [source.position(diagnostic.primary.start) + (diagnostic.title, diagnostic.help)
            for diagnostic in raised.value.diagnostics]


def only_error(text):
    found = errors(text)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize('text, line, column, message', [
    ('f(', 1, 3, "Expected ')' to close function call arguments but found end of file"),
    ('f(1\n', 2, 1, "Expected ')' to close function call arguments but found end of file"),
    ('o.m(1 2)', 1, 7, "Expected ')' to close method call arguments but found '2'"),
    ('E::V(1', 1, 7, "Expected ')' to close tag expression arguments but found end of file"),
    ('Some(1 2)', 1, 8, "Expected ')' to close Some(...) but found '2'"),
    ('throw(1 2)', 1, 9, "Expected ')' to close throw(...) arguments but found '2'"),
    ('x[1 2]', 1, 5, "Expected ']' to close index expression but found '2'"),
    ('(1', 1, 3, "Expected ')' to close parenthesized expression but found end of file"),
    ('[1 2]', 1, 4, "Expected ']' to close array literal but found '2'"),
    ('{a: 1 2}', 1, 7, "Expected '}' to close dictionary literal but found '2'"),
    ('{a 1}', 1, 4, "Expected ':' in dictionary literal but found '1'"),
    ('P { x: 1 2 }', 1, 10, "Expected '}' to close struct literal but found '2'"),
    ('func f(a', 1, 9, "Expected ')' to close function parameter list but found end of file"),
    ('x := func(a', 1, 12,
     "Expected ')' to close function expression parameter list but found end of file"),
    ('func', 1, 5, "Expected function name after 'func' but found end of file"),
    ('func f {', 1, 8, "Expected '(' after function name but found '{'"),
    ('x := func 1', 1, 11, "Expected '(' after 'func' in function expression but found '1'"),
    ('func f() x', 1, 10, "Expected '{' to start function body but found 'x'"),
    ('x := func() y', 1, 13, "Expected '{' to start function expression body but found 'y'"),
    ('func f() {', 1, 11, "Expected '}' to close function body but found end of file"),
    ('if x y', 1, 6, "Expected '{' to start if block but found 'y'"),
    ('if x {} else y', 1, 14, "Expected '{' to start else block but found 'y'"),
    ('while x y', 1, 9, "Expected '{' to start while body but found 'y'"),
    ('loop x', 1, 6, "Expected '{' to start loop body but found 'x'"),
    ('for x in y z', 1, 12, "Expected '{' to start for loop body but found 'z'"),
    ('try x', 1, 5, "Expected '{' to start try block but found 'x'"),
    ('try {} except e x', 1, 17, "Expected '{' to start except block but found 'x'"),
    ('spawn x', 1, 7, "Expected '{' to start spawn block but found 'x'"),
    ('test "a" x', 1, 10, "Expected '{' to start test body but found 'x'"),
    ('test_group "a" x', 1, 16, "Expected '{' to start test_group body but found 'x'"),
    ('test_setup x', 1, 12, "Expected '{' to start test_setup block but found 'x'"),
    ('test_teardown x', 1, 15, "Expected '{' to start test_teardown block but found 'x'"),
    ('match x { case a: b }', 1, 19, "Expected '{' to start match case block but found 'b'"),
    ('match x { default: b }', 1, 20, "Expected '{' to start match default block but found 'b'"),
    ('match x { 1 }', 1, 11, "Expected 'case', 'default' or '}' to close match body but found '1'"),
    ('for 1', 1, 5, "Expected loop variable name after 'for' but found '1'"),
    ('for x y', 1, 7, "Expected 'in' in for loop but found 'y'"),
    ('try {} x', 1, 8, "Expected 'except' after try block but found 'x'"),
    ('try {} except {}', 1, 15, "Expected exception variable after 'except' but found '{'"),
    ('let x 1', 1, 7,
     "Expected assignment operator (':=' or '=') in let declaration but found '1'"),
    ('const x 1', 1, 9,
     "Expected assignment operator (':=' or '=') in const declaration but found '1'"),
    ('const 1', 1, 7, "Expected constant name after 'const' but found '1'"),
    ('struct 1', 1, 8, "Expected struct name after 'struct' but found '1'"),
    ('struct A', 1, 9, "Expected '{' to start struct body but found end of file"),
    ('struct A { x', 1, 13, "Expected '}' to close struct body but found end of file"),
    ('enum 1', 1, 6, "Expected enum name after 'enum' but found '1'"),
    ('enum A x', 1, 8, "Expected '{' to start enum body but found 'x'"),
    ('enum A { B C }', 1, 12, "Expected '}' to close enum body but found 'C'"),
    ('import 1', 1, 8, "Expected module name after 'import' but found '1'"),
    ('from 1', 1, 6, "Expected module name after 'from' but found '1'"),
    ('from a.1', 1, 7, None),
    ('from a.b. import c', 1, 11,
     "Expected module path segment after '.' in from-import statement but found 'import'"),
    ('from a b', 1, 8,
     "Expected 'import' after module name in from-import statement but found 'b'"),
    ('from a import 1', 1, 15, "Expected imported symbol name but found '1'"),
    ('test_group 1', 1, 12, "Expected group name string after 'test_group' but found '1'"),
    ('test "a${b}" {}', 1, 6, "Expected test name string after 'test' but found '\"'"),
    ('async x', 1, 7, "Expected 'func' after 'async' but found 'x'"),
    ('x := ', 1, 6, 'Expected expression but found end of file'),
    ('x := )', 1, 6, "Expected expression but found ')'"),
    ('a.1', 1, 2, None),
    ('a.b.', 1, 5, "Expected field name after '.' but found end of file"),
    (')', 1, 1, "Invalid statement: unexpected ')'"),
    ('impl := 1', 1, 1, "Invalid statement: unexpected 'impl'"),
    ('a | b', 1, 3, "Invalid statement: unexpected '|'"),
    ('if a { ) }', 1, 8, "Invalid statement: unexpected ')'"),
    # checks after a reduction
    ('a := b := c', 1, 8,
     'Chained assignment is not supported; split the assignment into separate statements'),
    ('let a := b += c', 1, 12,
     'Chained assignment is not supported; split the assignment into separate statements'),
    ('f(x) := 1', 1, 1, 'Invalid assignment target'),
    ('a?.b := 1', 1, 1, 'Invalid assignment target'),
    ('1 += 2', 1, 1, 'Invalid assignment target'),
    ('(a) := 1', 1, 1, 'Invalid assignment target'),
    ('(a)[0] := 1', 1, 1, 'Invalid assignment target'),
    ('(a.b).c := 1', 1, 1, 'Invalid assignment target'),
    ('a + b := 1', 1, 1, 'Invalid assignment target'),
    ('func() {}', 1, 5, "Expected function name after 'func'"),
    ('async func* () {}()', 1, 13, "Expected function name after 'func'"),
    ('x := Ok', 1, 8, "Expected '(' after 'Ok'"),
    ('x := Some + 1', 1, 11, "Expected '(' after 'Some'"),
    ('Ok(...a)', 1, 1, 'Ok() requires exactly one argument'),
    ('[...a, b] := c', 1, 2, 'A rest pattern must come last'),
    ('let {...a, b} := c', 1, 6, 'A rest pattern must come last'),
    ('func f(...a, b) {}', 1, 8, 'A rest parameter must come last'),
    ('x := func(self) {}', 1, 11, "'self' is only allowed in declarations"),
    ('match x { case A(b) | C: {} }', 1, 16, 'Alternatives cannot bind names'),
    ('match x { default: {} default: {} }', 1, 23, "A match can have only one 'default'"),
    ('let x: Result<int> := 1', 1, 8, "Expected ',' in Result<T, E> type annotation"),
    ('let x: Option<int, int> := 1', 1, 8, "Expected '>' in Option<T> type annotation"),
    ('export if x {}', 1, 8,
     'Invalid statement: only declarations, assignments to names and names can be exported'),
    ('"a${b +}"', 1, 8, 'Invalid interpolated string expression'),
    ('"${f(func() { x := })}"', 1, 20, 'Invalid interpolated string expression'),
    ('"a${:d}"', 1, 5, 'Invalid interpolated string expression'),
    ('"a${b c:d}"', 1, 7, 'Invalid interpolated string expression'),
    ('"a${b + :d}"', 1, 9, 'Invalid interpolated string expression'),
    ('"a${b := c}"', 1, 7, 'Invalid interpolated string expression'),
    ('"a${b::>8}"', 1, 8, 'Invalid interpolated string expression'),
])
def test_message(text, line, column, message):
    if message is None:
        # '.1' and the like: the digit is where a name is expected.
        found = only_error(text)
        assert found[:2] == (line, column + 1)
    else:
        assert only_error(text)[:3] == (line, column, message)


@pytest.mark.parametrize('text, part_of_help', [
    ('fn add(a) {\n return a\n}', "'func'"),
    ('def add(a) { x := 1 }', "'func'"),
    ('f := function(a) { return a }', "'func'"),
    ('if a and b {}', "'&&'"),
    ('if a or b {}', "'||'"),
    ('if not a {}', "'!'"),
    ('if a {} elif b { c() }', "'else if'"),
    ('try {} catch e {}', "'except"),
    ('class A { x := 1 }', "'struct"),
    ('switch x { case 1: {} }', "'match"),
    ('if a then', "braces"),
    ('a === b', "'=='"),
    ('a !== b', "'!='"),
    ('x++', 'name += 1'),
    ('a ** b', 'pow('),
    ('1..2', 'range('),
    ('f := (a) => a', 'func(x)'),
    ('a & b', "'&&'"),
    ('a | b', "'||'"),
    ('x: int := 5', 'let name: type'),
    ('if a = 5 {}', "'=='"),
    ('for i := 0; i < n; i += 1 { f(i) }', 'for i in range'),
    ("x := 'a", 'double quotes'),
    ('let match := 1', 'reserved word'),
    ('struct A { x: int; y: int }', "','"),
    ('f(1,\n', "The '(' at line 1, column 2 is never closed."),
    ('func f() {\n', "The '{' at line 1, column 10 is never closed."),
    ('"${a +}"', "Expected expression but found '}'"),
    ('x := %', 'Fix the parse error and rerun Ruff.'),
    ('x := )', "This ')' closes nothing."),
    ('f := (a, b) => a', 'func(x)'),
    ('x := (a, b)', '[a, b]'),
    ('func f() {\n  if a {\n    b()\n}\n', "The '{' at line 2, column 8 is probably"),
    ('f(a b)', "Is a ',' missing before 'b'?"),
    ('x := [1\ny := 2', "The '[' at line 1, column 6 is never closed."),
    ('f(a ? 1 : 2)', 'if condition'),
    ('x := a <=> b', "'<=>'"),
    ('x := a[::-1]', 'reverse(xs)'),
    ('f(a...)', 'f(...xs)'),
    ('func f() { return 1, 2 }', 'return [a, b]'),
    ('a[0], a[1] := a[1], a[0]', '[a, b] := [1, 2]'),
    ('match x { case 1, 2: { } }', "'|'"),
    ('match x { case A.B(n): { } }', 'Name::Variant'),
    ('match x { cas 1: { } }', "'case'"),
    ('match x { case 1: { } defualt: { } }', "'default'"),
    ('try { f() } except A as e { }', 'one except'),
    ('let mut x := 1', 'can change'),
    ('enum E { A(string) }', 'names, no types'),
    ('enum E { A(x: int) }', 'names, no types'),
    ('f(E::A { x: 1 })', 'E::A(value)'),
    ('let x: [int] := []', "'array'"),
    ('struct S { x: {string: int} }', "'dict'"),
    ('{ n := 1 }', 'A block belongs to'),
    ('for (a, b) in x { }', 'for [a, b] in'),
    ('x := \"\"\"a\nb\"\"\"', 'several lines'),
    ('\"${f(\\\"a\\\")}\"', 'without a backslash'),
    ('\"${f(\'a\')}\"', 'double quotes'),
    ('\"${1e3}\"', 'exponent'),
    ('\"${a ? 1 : 2}\"', 'if condition'),
])
def test_help(text, part_of_help):
    assert part_of_help in errors(text)[0][3]


@pytest.mark.parametrize('text', [
    'new := 1 x := %', 'x.and % %', 'throw(1) %', 'fn := 1 %', 'not.x % %'])
def test_words_used_as_names_get_no_help(text):
    assert errors(text)[0][3] == 'Fix the parse error and rerun Ruff.'


@pytest.mark.parametrize('text, lines', [
    ('x := )\ny := 1\nz := ]\nw := 3 4 )', [1, 3, 4]),
    ('x := )\ny := )\nz := )', [1, 2, 3]),
    ('func f() {\n  a := )\n}\nfunc g() {\n  b := ]\n}\n', [2, 5]),
    # one broken bracket is one error
    ('f(1, ]\ng(2)\n', [1]),
    ('x := {\n a: 1,\n b 2,\n c: 3\n}\ny := )', [3, 6]),
    ('match x {\n 1: {}\n 2: {}\n}\ny := )', [2, 5]),
    ('struct A {\n 5\n func m() {}\n}\ny := )', [2, 5]),
    ('for i := 0; i < n; i += 1 {\n f(i)\n}\ny := )', [1, 4]),
    ('f(func() {\n a := )\n b := 1\n})\ny := )', [2, 5]),
    ('x := "a${b +}c"\ny := )', [1, 2]),
    ('}\n}\nx := )', [1, 3]),
    ('if a {\n b := )\n c := 1 + 2\n', [2, 4]),
])
def test_recovery(text, lines):
    assert [line for line, _, _, _ in errors(text)] == lines


def test_number_of_diagnostics_is_limited():
    assert len(errors('let x := )\n' * 100)) == MAX_DIAGNOSTICS


def test_positions_in_a_long_line():
    text = 'ab\n' + '\xc3\xa9x\xe6\x97\xa5' * 3000 + '\r\nz'
    source = Source('a', text)
    for characters in [0, 1, 500, 1023, 1024, 1025, 4096, 9000]:
        offset = 3 + len(text[3:].decode('utf-8')[:characters].encode('utf-8'))
        assert source.position(offset) == (2, characters + 1)
    assert source.position(len(text)) == (3, 2)


def test_positions():
    source = Source('a', 'ab\r\n\xc3\xa9x\rc\n')
    assert [source.position(offset) for offset in [0, 2, 4, 6, 8, 9, 10, 99]] == [
        (1, 1), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (4, 1)]
    bounds = [source.line_bounds(line) for line in range(1, source.line_count() + 1)]
    assert [source.text[start:end] for start, end in bounds] == ['ab', '\xc3\xa9x', 'c', '']
