"""Programs and their trees (language.md sections 1.8 and 2)."""
import pytest

from ruffinterp.syntax import ast
from ruffinterp.syntax.errors import SyntaxErrors
from ruffinterp.syntax.parser import MAX_DEPTH
from ruffinterp.syntax.test.tree_text import parse_text, tree


@pytest.mark.parametrize('text, expected', [
    # 2.4 precedence and associativity
    ('1 + 2 * 3 == 7 && !x', '(&& (== (+ 1 (* 2 3)) 7) (! x))'),
    ('a - b - c', '(- (- a b) c)'),
    ('-5 - -3 * 2', '(- (- 5) (* (- 3) 2))'),
    ('1 < 2 == 3 >= 4', '(== (< 1 2) (>= 3 4))'),
    ('a ?? b || c && d', '(?? a (|| b (&& c d)))'),
    ('x |> f ?? g |> h(1)', '(|> (|> x (?? f g)) (call h [1]))'),
    ('-a.b[0](1)?', '(- (? (call (index (. a b) 0) [1])))'),
    ('await p + 1', '(+ (await p) 1)'),  # decision 5
    ('await a.b(1)', '(await (method a b [1]))'),
    ('!await p', '(! (await p))'),
    ('a + yield b * c - d |> e', '(+ a (yield (|> (- (* b c) d) e)))'),
    ('f(yield, 1)', '(call f [(yield -) 1])'),
    ('[yield]', '(array (yield -))'),
    # calls and what looks like them
    ('o.m(1)', '(method o m [1])'),
    ('(o.m)(1)', '(call (. o m) [1])'),
    ('a?.b(1)', '(call (?. a b) [1])'),
    ('f(1, ...xs, 2,)', '(call f [1 (... xs) 2])'),  # decision 31
    ('E::V E::V() E::V(1)(2)', 'E::V (variant E::V []) (call (variant E::V [1]) [2])'),
    ('Ok(1) Err(a) Some([]) None', '(Ok 1) (Err a) (Some (array)) None'),
    ('throw("x") throw', '(throw "x") throw'),
    ('Result::Ok(1) Option::None', '(variant Result::Ok [1]) Option::None'),
    ('x |> (f(1))', '(|> x (call (call f [1]) []))'),
    ('x |> o.m(1)', '(|> x (method o m [1]))'),
    ('a.test.default.from', '(. (. (. a test) default) from)'),
    # braces
    ('{}', '(dict)'),
    ('x := {a: 1, "b": {}, ...c,}', '(:= x (dict (: a 1) (: "b" (dict)) (... c)))'),
    ('{Ok: 1, Err: 2}', '(dict (: Ok 1) (: Err 2))'),
    ('Point {} Point { x: 1, y: a, }', '(new Point) (new Point x=1 y=a)'),
    ('if ready {}', '(if ready [])'),
    ('if p == Point { x: 1 } {}', '(if (== p (new Point x=1)) [])'),
    ('if f(Point {}) {}', '(if (call f [(new Point)]) [])'),
    ('if (Point {}) == p {}', '(if (== (new Point) p) [])'),
    ('if {"a": 1} == {} {}', '(if (== (dict (: "a" 1)) (dict)) [])'),
    ('for x in xs {}', '(for x xs [])'),
    ('for x in func() { return xs }() {}', '(for x (call (func _ [] - [(return xs)]) []) [])'),
    ('while a { b {} }', '(while a [(new b)])'),
    ('match x {}', '(match x [] -)'),
    ('if a { f() } {b: 1}', '(if a [(call f [])]) (dict (: b 1))'),
    # statements without separators; 1.8
    ('a := 1 b := 2; ; print(a)', '(:= a 1) (:= b 2) (call print [a])'),
    ('x := y\n(a)', '(:= x (call y [a]))'),
    ('x := y; (a)', '(:= x y) a'),
    ('x := y\n-1', '(:= x (- y 1))'),
    ('xs\n  .map(f)\n  .filter(g)', '(method (method xs map [f]) filter [g])'),
    ('x := y\n[a, b] := z', '(:= x y) (destructure (array-pattern a b) z)'),
    ('x := y [0]\n[1]', '(:= x (index (index y 0) 1))'),
    ('x := y\n{a, b} := z', '(:= x y) (destructure (dict-pattern a b) z)'),
    ('return\nx', '(return x)'),
    ('return; x', '(return -) x'),
    ('return [x] := 1', '(return -) (destructure (array-pattern x) 1)'),
    ('return let x := 1', '(return -) (let x - 1)'),
    ('obj.\nif a {}', None),
    ('test := 1 test(2)', '(:= test 1) (call test [2])'),
    ('as := import_ import m', '(:= as import_) (import m)'),
    # 2.2 statements
    ('x = 1', '(:= x 1)'),
    ('x[0].y %= 2 self.z := 3', '(%= (. (index x 0) y) 2) (:= (. self z) 3)'),
    ('let x: Option<Result<int, Foo>> = 1', '(let x (type Option (type Result int Foo)) 1)'),
    ('mut [a, {b, ...c}, ...d] := e',
     '(let (array-pattern a (dict-pattern b ...c) ...d) - e)'),
    ('const K: int := 1', '(const K int 1)'),
    ('if a {} else if b {} else if c {} else { d }', '(if a [] b [] c [] [d])'),
    ('if a {} else {}', '(if a [] [])'),
    ('while a {} loop while b {} loop { break continue }',
     '(while a []) (while b []) (while - [(break) (continue)])'),
    ('for [i, v] in p + 1 {}', '(for (array-pattern i v) (+ p 1) [])'),
    ('for _ in await p {}', '(for _ (await p) [])'),
    ('try { a } except e { b }', '(try [a] e [b])'),
    ('spawn { a }', '(spawn [a])'),
    ('test "a\\nb" {} test_group "g" { test_setup {} } test_teardown {}',
     '(test "a\\nb" []) (test_group "g" [(test_setup [])]) (test_teardown [])'),
    # 2.2 match, decision 7
    ('match x { case Ok(v): { a } case E::V(a, b) if a > b: {} case E::W(): {} default: {} }',
     '(match x [(case [(tag Ok v)] - [a]) (case [(tag E::V a b)] (> a b) []) '
     '(case [(tag E::W)] - [])] [])'),
    ('match x { case 1 | -2.5 | "s" | true | null: {} case red: {} case _: {} }',
     '(match x [(case [1 -2.5 "s" true null] - []) (case [(tag red)] - []) (case [_] - [])] -)'),
    # functions, decision 31
    ('func f() {}', '(func f [] - [])'),
    ('func f(a, b: int, c := 2, d: Foo = {}, ...r) -> bool { return }',
     '(func f [a (param b int -) (param c - 2) (param d Foo (dict)) (rest r -)] bool [(return -)])'),
    ('async func* f(...r: Array<int>,) {}', '(func async * f [(rest r (type Array int))] - [])'),
    ('x := async func(a) { yield; yield a }',
     '(:= x (func async _ [a] - [(yield -) (yield a)]))'),
    ('x := func* () {}', '(:= x (func * _ [] - []))'),
    # structs and enums, decision 8
    ('struct P { x: int = 5 y, z: Array<Foo> := [1] func m(self) {} w async func k() {}, }',
     '(struct P [(field x int 5) (field y - -) (field z (type Array Foo) (array 1)) '
     '(field w - -)] [(func m [self] - []) (func async k [] - [])])'),
    ('enum E {} enum F { A, B, }', '(enum E []) (enum F [A B])'),
    # modules, decision 32
    ('import m import m as x', '(import m) (import m x)'),
    ('from a.test.b import c as d, e, as as as', '(from a.test.b c=d e as=as)'),
    ('import m\nas := 1', '(import m) (:= as 1)'),
    ('export func f() {} export x := 1 export x export let y := 2 export {a} := b',
     '(export (func f [] - [])) (export (:= x 1)) (export x) (export (let y - 2)) '
     '(export (destructure (dict-pattern a) b))'),
    # strings
    ('"a${b + 1}c${"${d}"}"', '(join "a" (+ b 1) "c" (join d))'),
    ('"${f({a: "x"})}"', '(join (call f [(dict (: a "x"))]))'),
    ('', ''),
    (';;', ''),
    ('# only a comment', ''),
])
def test_tree(text, expected):
    if expected is None:
        with pytest.raises(SyntaxErrors):
            parse_text(text)
    else:
        assert tree(text) == expected


def extent(text, node):
    return text[node.start:node.end]


def test_offsets():
    text = 'x := (a) + b.c(1)[0] # end\nfunc f(p: int) { return p }\nthrow("e")'
    assign, declaration, thrown = parse_text(text).body
    assert extent(text, assign) == 'x := (a) + b.c(1)[0]'
    assert extent(text, assign.value) == '(a) + b.c(1)[0]'
    assert extent(text, assign.value.left) == 'a'
    assert extent(text, assign.value.right) == 'b.c(1)[0]'
    assert extent(text, assign.value.right.container) == 'b.c(1)'
    assert extent(text, declaration) == extent(text, declaration.function)
    assert extent(text, declaration.function) == 'func f(p: int) { return p }'
    assert extent(text, declaration.function.parameters[0]) == 'p: int'
    assert extent(text, declaration.function.parameters[0].type) == 'int'
    assert extent(text, declaration.function.body[0]) == 'return p'
    assert extent(text, thrown.value) == 'throw("e")'


def test_offsets_inside_declarations_and_patterns():
    text = 'struct P { x: int = 5, func m() {}, }\nlet [a, {b}] := c\nmatch d { case A(v): {} }'
    struct, let, match = parse_text(text).body
    assert extent(text, struct.fields[0]) == 'x: int = 5'
    assert extent(text, struct.methods[0]) == 'func m() {}'
    assert extent(text, let.pattern) == '[a, {b}]'
    assert extent(text, let.pattern.items[1]) == '{b}'
    assert extent(text, match.cases[0]) == 'case A(v): {}'
    assert extent(text, match.cases[0].patterns[0]) == 'A(v)'


def test_offsets_inside_interpolation():
    text = '"a${b + 1}"'
    statement = parse_text(text).body[0]
    assert [extent(text, part) for part in statement.value.parts] == ['a', 'b + 1']


# spec: decisions.md 58
@pytest.mark.parametrize('part, specification', [
    ('${a:>8.2f}', '>8.2f'), ('${a[1:2] :}', ''), ('${f(b):\xc3\xa4^5 }', '\xc3\xa4^5 '), ('${a:"<5}', '"<5'),
    ('${a::b: d}', ' d'),
])
def test_formats(part, specification):
    text = '"x' + part + 'y"'
    node = parse_text(text).body[0].value.parts[1]
    assert node.specification == specification
    assert extent(text, node) == part


def heights(node):
    """The height of a tree, counted independently of the parser."""
    if isinstance(node, list):
        return max([0] + [heights(item) for item in node])
    if not isinstance(node, ast.Node):
        return 0
    return 1 + max([0] + [heights(value) for value in node.__dict__.values()])


@pytest.mark.parametrize('text', [
    'x', 'a + b * c', 'f(g(h(1)))', '[1, [2, [3]], 4, 5]', 'if a { if b { c } } else { d }',
    'func f(a := [1]) { return {x: P { y: 1 }} }', 'match x { case A: { b } case B if c + d: {} }',
    'struct P { x = [1] func m() { a.b.c } }', 'export x := "a${b}${c:d}"'])
def test_depth_is_never_less_than_the_height(text):
    statement = parse_text(text).body[0]
    assert heights(statement) <= statement.depth <= heights(statement) + 2


@pytest.mark.parametrize('nested', [
    lambda n: '(' * n + '1' + ')' * n,
    lambda n: '[' * n + ']' * n,
    lambda n: '-' * n + '1',
    lambda n: 'f(a, ' * n + '1' + ')' * n,
    lambda n: 'if a {} else if b { ' * n + '}' * n,
    lambda n: '1' + ' + 1' * n,
    lambda n: 'x' + '.y' * n,
    lambda n: 'P { a: 1, b: ' * n + '1' + '}' * n,
])
def test_nesting_limit(nested):
    parse_text(nested(MAX_DEPTH - 5))
    for depth in [MAX_DEPTH + 5, 20 * MAX_DEPTH]:
        with pytest.raises(SyntaxErrors) as raised:
            parse_text(nested(depth))
        assert [diagnostic.title for diagnostic in raised.value.diagnostics] == [
            'Nesting is too deep']


def test_deeply_nested_functions():
    parse_text('func f() { ' * 950 + '}' * 950)
    parse_text('match a { case b if c: { ' * 950 + '}}' * 950)


def test_length_is_not_limited():
    assert len(parse_text('[' + '1,' * 20000 + ']').body[0].value.items) == 20000
    assert len(parse_text('if a {}' + ' else if b {}' * 5000).body[0].conditions) == 5001
    assert len(parse_text('x := 1\n' * 5000).body) == 5000
