"""What cannot work is an error wherever it stands (decision 61)."""

# spec: decisions.md 61

import pytest

from ruffinterp.checker.test.checking import errors, report
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import ERROR, WARNING

STRUCT = '''struct P { x: int, y: int = 3
  func m(self, a) { return a }
  func n(a, b := 1) { return a }
}
'''


def only(text):
    _, found = report(text)
    assert len(found.errors) == 1, errors(text)
    return found.errors[0]


# ---- names

@pytest.mark.parametrize('text, position', [
    ('print(nope)', '1:7'), ('x := nope', '1:6'), ('func f() { return nope }', '1:19'),
    ('func f() { func g() { return func() { return nope } } }', '1:46'),
    ('print("${nope}")', '1:10'), ('print("${1 + nope:>5}")', '1:14'),
    ('print("ä${"${nope}"}")', '1:14'), ('nope[0] := 1', '1:1'), ('nope.x := 1', '1:1'),
    ('[nope[0], y] := [1, 2]', '1:2'), ('x := [1]\nx[nope] := 1', '2:3'), ('nope.f()', '1:1'),
    ('match 1 { case 1 if nope: { } }', '1:21'), ('func f(a := nope) { }', '1:13'),
    ('struct P { x = nope }', '1:16'), ('struct P { x func m(self) { return nope } }', '1:36'),
    ('spawn { print(nope) }', '1:15'), ('for i in nope { }', '1:10'), ('{(nope): 1}', '1:3'),
    ('try { nope } except e { }', '1:7'), ('x := if nope { 1 } else { 2 }', '1:9'),
    ('nope += 1', '1:1'), ('func f() { nope += 1 }', '1:12'),
    ('1 |> nope.f', '1:6'), ('x := [1]\nx[nope:]', '2:3'), ('return nope?', '1:8'),
])
def test_names_bound_nowhere(text, position):
    assert errors(text) == [position + ' Undefined variable: nope']


@pytest.mark.parametrize('text', [
    'print(x)\nx := 1', 'func f() { return x }\nx := 1', 'func f() { return x }\nif true { x := 1 }',
    'func f() { x := 1\nfunc g() { return x } }', 'func f() { return g }\nfunc g() { }',
    'for x in [1] { print(x) }', 'for a, [b, ...c] in [[1]] { print(a, b, c) }',
    'try { } except e { print(e) }', 'match 1 { case Some(v): { print(v, v_1, v_2) } case let n: { print(n) } }',
    'import nowhere\nprint(anything)', 'from nowhere import it\nprint(it)', 'import shapes\nprint(zero)',
    'from shapes import zero as z\nprint(z)', 'print(PI, E, len)', 'test "t" { print(nope) }',
    'struct P { x func m() { return x } }', 'struct P { x }\nprint(P)', '[a, {b, ...c}] := [1, {}]\nprint(a, b, c)',
    'func f(...rest) { return rest }', 'print({nope: 1}["nope"])', '{nope} := {}\nprint(nope)',
    'func f() { x += 1 }\nx := 1', 'match 1 { case Some(v): { v += v_1 } }', 'match 1 { case let v: { v += 1 } }',
    'for x in [] { x += 1 }', 'struct P { x func m() { x += 1\nreturn x } }', 'import nowhere\nx += 1', 'x := 1\nspawn { print(x) }', 'export y := 1\nprint(y)',
])
def test_names_bound_somewhere(text):
    assert errors(text) == []


@pytest.mark.parametrize('text, hint', [
    ('lst := 1\nprint(lts)', "Did you mean 'lst'?"), ('print(lne)', "Did you mean 'len'?"),
    ('print(nil)', "The missing value is written 'null'."),
    ('x := strip', "Did you mean 'trim'?"), ('print(qqqqqqqqqqqqq)', None),
    ('if true { let inner := 1 }\nprint(inner)',
     "'inner' is declared in a block and known only there; declare it before the block."),
    ('func f() { for i in [1] { }\nreturn func() { return i } }',
     "'i' is declared in a block and known only there; declare it before the block."),
    ('func g() { for idx in [1] { } }\nprint(idx)', None),
    ('enum L { A }\nprint(L)', "'L' is an enum: its values are its variants, written L::Variant."),
    ('enum L { A }\nL(1)', "'L' is an enum: its values are its variants, written L::Variant."),
    ('struct P { x func m() { return self.x } }',
     "A method that uses 'self' has it as its first parameter: func name(self) { ... }."),
])
def test_hints_for_names(text, hint):
    finding = only(text)
    assert (finding.kind, finding.severity) == (kinds.UNDEFINED_NAME, ERROR)
    found = finding.help or (finding.suggestion and finding.suggestion.text)
    assert found == hint


def test_many_unknown_names_among_many_blocks():
    text = ''.join(['func f%d() { if true { let a := 1 }\nreturn a }\n' % i for i in range(300)])
    assert len(errors(text)) == 300


# ---- numbers of arguments

@pytest.mark.parametrize('text, expected', [
    ('func f(a, b := 1) { }\nf()', "2:1 Function 'f' expects 1-2 arguments but got 0"),
    ('func g() { f(1, 2) }\nfunc f(a) { }', "1:12 Function 'f' expects 1 arguments but got 2"),
    ('upper()', "1:1 Function 'upper' expects 1 arguments but got 0"),
    ('1 |> gcd', "1:6 Function 'gcd' expects 2 arguments but got 1"),
    (STRUCT + 'p := P { x: 1 }\np.m()', "6:1 Method 'P.m' expects 1 arguments but got 0"),
    (STRUCT + 'P { x: 1 }.n(1, 2, 3)', "5:1 Method 'P.n' expects 1-2 arguments but got 3"),
    (STRUCT + 'p := P { x: 1 }\n1 |> p.m(2)', "6:6 Method 'P.m' expects 1 arguments but got 2"),
    ('struct Q { x func a(self) { self.b(1) } func b(self) { } }',
     "1:29 Method 'Q.b' expects 0 arguments but got 1"),
    ('"a".split(",", 2)', "1:1 Method 'split' expects 1 arguments but got 2"),
    ('print([1].join())', "1:7 Method 'join' expects 1 arguments but got 0"),
    ('print([1].reduce(0, func(a) { }))', "1:21 'reduce' calls its function with 2 arguments, but it takes 1"),
    ('map([1], func() { })', "1:10 'map' calls its function with 1 argument, but it takes 0"),
    ('xs := []\nreduce(xs, 0, func(a) { })', "2:15 'reduce' calls its function with 2 arguments, but it takes 1"),
    ('xs := []\nxs |> filter(func(a, b) { })', "2:14 'filter' calls its function with 1 argument, but it takes 2"),
    ('func c(a, b, ...r) { }\nmap([1], c)', "2:10 'map' calls its function with 1 argument, but it takes at least 2"),
    ('map([1], gcd)', "1:10 'map' calls its function with 1 argument, but it takes 2"),
    ('sort([1], len)', "1:11 'sort' calls its function with 2 arguments, but it takes 1"),
    ('spawn_task(func(a) { })', "1:12 'spawn_task' calls its function with 0 arguments, but it takes 1"),
    ('map([1], func(a, b := 1) { })\nsort_by([1], func(a, b, c := 1) { })',
     "2:14 'sort_by' calls its function with 1 argument, but it takes 2-3"),
    ('f := func(a) { }\nf()', "2:1 Function 'f' expects 1 arguments but got 0"),
    ('func g() { let f := func(a) { }\nfunc h() { f() } }', "2:12 Function 'f' expects 1 arguments but got 0"),
    ('f := func() { }\nmap([1], f)', "2:10 'map' calls its function with 1 argument, but it takes 0"),
])
def test_numbers_of_arguments(text, expected):
    assert errors(text) == [expected]


@pytest.mark.parametrize('text', [
    'func f() { }\nfunc f(a) { }\nf(1)', 'func f(a) { }\nf(...[])',
    'func f(a) { }\nf := func() { }\nf()', 'func f() { }\nfunc g(f) { f(1) }',
    STRUCT + 'func f(p) { p.m() }', STRUCT + 'p := P { x: 1 }\np := 1\np.m()',
    STRUCT + 'p := P { x: 1 }\np.m(...[1])', STRUCT + 'p := P { x: 1 }\n[p] := [1]\np.m()',
    STRUCT + 'struct P { x }\nP { x: 1 }.m()', 'map([1], func(a) { })', 'map([1], len)',
    'map([], func() { })', 'map([1], func(...a) { })',
    'sort([1])', 'sort([1], func(a, b) { })', 'struct Q { m func n(self) { self.m(1, 2) } }',
    'map(...[[1], func() { }])', 'f := func(a) { }\nif true { f := func() { } }\nf()', 'f := func(a) { }\nf(1)',
    'f := 1\nf := func(a) { }\nf()', 'f := func(a) { }\nfunc g(f) { f() }',
])
def test_numbers_that_fit_or_are_not_known(text):
    assert errors(text) == []


# ---- members

@pytest.mark.parametrize('text, position, message, hint', [
    ('p := P { x: 1 }\nprint(p.z)', '6:9', "P has no field 'z'", None),
    ('print(P { x: 1 }.yy)', '5:18', "P has no field 'yy'", "Did you mean 'y'?"),
    ('p := P { x: 1 }\np.z := 1', '6:3', "P has no field 'z'", None),
    ('p := P { x: 1 }\np.z += 1', '6:3', "P has no field 'z'", None),
    ('p := P { x: 1 }\np.z[0].a := 1', '6:3', "P has no field 'z'", None),
    ('p := P { x: 1 }\n[p.z] := [1]', '6:4', "P has no field 'z'", None),
    ('let p: P := P { x: 1 }\np := P { x: 2 }\nprint(p.z)', '7:9', "P has no field 'z'", None),
    ('const p := P { x: 1 }\nfunc f() { return func() { return p.z } }', '6:37', "P has no field 'z'", None),
    ('p := P { x: 1 }\np.mm(1)', '6:3', "P has no method 'mm'", "Did you mean 'm'?"),
    ('p := P { x: 1 }\nprint(p.m)', '6:9', "P has no field 'm'",
     "'m' is a method: it is called with parentheses."),
    ('print("a".lowr())', '5:11', "There is no method 'lowr'", "Did you mean 'lower'?"),
    ('print("a".upper().toLowerCase())', '5:19', "There is no method 'toLowerCase'", "Did you mean 'lower'?"),
    ('print([1].nothing_like_it())', '5:11', "There is no method 'nothing_like_it'", None),
    ('P { x: 1, z: 2 }', '5:11', "P has no field 'z'", None),
    ('P { x: P { x: 1, yy: 2 } }', '5:18', "P has no field 'yy'", "Did you mean 'y'?"),
    ('P { }', '5:1', "P needs a value for 'x'", None),
    ('struct Q { a b }\nQ { }', '6:1', "Q needs values for 'a', 'b'", None),
    ('Point { x: 1 }', '5:1', "There is no struct 'Point'", None),
    ('struct Pointr { x }\nPointer { x: 1 }', '6:1', "There is no struct 'Pointer'",
     "Did you mean 'Pointr'?"),
])
def test_members(text, position, message, hint):
    finding = only(STRUCT + text)
    assert errors(STRUCT + text) == ['%s %s' % (position, message)]
    assert (finding.help or (finding.suggestion and finding.suggestion.text)) == hint


def test_the_note_lists_fields():
    assert only(STRUCT + 'P { x: 1 }.zzzz').note == 'Its fields: x, y.'


def test_members_of_fields():
    text = ('struct Stats { hits: int = 0\nfunc rate(self) { return self.hits } }\n'
            'struct Cache { stats: Stats, name: string\nfunc m(self) { return %s } }')
    for part, title in [('self.stats.hit', "Stats has no field 'hit'"),
                        ('self.stats.rat()', "Stats has no method 'rat'"),
                        ('self.stats.rate(1)', "Method 'Stats.rate' expects 0 arguments but got 1"),
                        ('self.name.upperr()', "There is no method 'upperr'")]:
        _, found = report(text % part)
        assert [(one.title, one.severity) for one in found.types + found.habits] == [(title, WARNING)]
        assert found.errors == []
    for part in ['self.stats.hits', 'self.stats.rate()', 'self.name.upper()', 'self.name.x']:
        _, found = report(text % part)
        assert found.types + found.habits + found.errors == []


def test_members_of_what_is_only_annotated():
    _, found = report(STRUCT + 'func f(p: P) { p.zz := p.yy + p.nnn(1)\nreturn p }')
    assert [(one.title, one.severity) for one in found.habits] == [
        ("P has no field 'zz'", WARNING), ("P has no field 'yy'", WARNING),
        ("P has no method 'nnn'", WARNING)]
    _, found = report(STRUCT + 'func f(p: P) { p.m() }')
    assert [(one.title, one.severity) for one in found.types] == [
        ("Method 'P.m' expects 1 arguments but got 0", WARNING)]


@pytest.mark.parametrize('text', [
    'p := P { x: 1 }\nprint(p.x, p.y, p.m(1), p?.z)\np.x := 1\np.y += 1', 'func f(p) { return p.z }',
    'struct Open { }\no := Open { a: 1 }\nprint(o.b)\no.c := 1\no.m()', 'p := f()\nfunc f() { }\nprint(p.z)',
    'struct P { z }\nprint(P { z: 1 }.w)', 'p := P { x: 1 }\nif true { p := {} }\nprint(p.z)',
    'for p in [P { x: 1 }] { print(p.z) }', 'import shapes\nQ { }', 'from shapes import Point\nPoint { y: 1 }',
    'p := P { x: 1 }\np.x.z := 1', 'p := P { x: 1 }\nprint(p.x.z)',
    'struct Q { x func m(self) { self := { z: 1 } return self.z } }',
    '{"f": func() { }}.f()', 'print([1].push(2).pop(), "a".upper().len(), "a".chars().join(""))', 'func f(s: string) { s.whatever() }',
])
def test_members_that_exist_or_are_not_known(text):
    assert errors(STRUCT + text) == []


# ---- constants, modules, enums

@pytest.mark.parametrize('text, expected', [
    ('const A := 1\nA := 2', '2:1 Cannot reassign const binding: A'),
    ('const A := 1\nfunc f() { A += 2 }', '2:12 Cannot reassign const binding: A'),
    ('const A := 1\n[x, [A]] := [1, [2]]', '2:6 Cannot reassign const binding: A'),
    ('func f() { const A := [1]\nA[0] := 2 }', '2:1 Cannot mutate const binding: A'),
    ('const A := {}\n[A.x, y] := [1, 2]', '2:2 Cannot mutate const binding: A'),
    ('const A := [1]\nA.push(2)', '2:1 Cannot reassign const binding: A'),
    (STRUCT + 'struct M { n func inc(mut self) { self.n += 1 } }\nconst A := M { n: 1 }\nA.inc()',
     '7:1 Cannot reassign const binding: A'),
    ('func f() { const A := 1\nreturn func() { A := 2 } }', '2:17 Cannot reassign const binding: A'),
])
def test_constants(text, expected):
    assert errors(text) == [expected]
    assert only(text).kind is kinds.CONSTANT_CHANGE


@pytest.mark.parametrize('text', [
    'const A := 1\nlet A := 2', 'const A := 1\nfor A in [1] { A := 2 }', 'const A := 1\nfunc f(A) { A := 2 }',
    'const A := 1\nif true { let A := 1\nA := 2 }', 'const A := []\nb := A\nb[0] := 1',
    'const A := [1]\nprint(A.len(), A.reverse)', 'const A := f()\nfunc f() { }\nA.push(1)',
])
def test_other_variables_of_the_name(text):
    assert errors(text) == []


def test_exports():
    text = 'import shapes\nimport shapes as s\nprint(shapes.zero, s.aera)\ns.nothing(1)\nshapes.area(1)'
    assert errors(text) == ["3:22 Symbol 'aera' not found in module 's'",
                            "4:3 Symbol 'nothing' not found in module 's'"]
    _, found = report(text)
    assert found.errors[0].suggestion.text == "Did you mean 'area'?"
    assert errors('import shapes\nshapes := {}\nprint(shapes.nothing)') == []
    assert errors('import nowhere\nprint(nowhere.nothing)') == []


@pytest.mark.parametrize('text, expected', [
    ('import shapes\narea()', "2:1 Function 'area' expects 1 arguments but got 0"),
    ('from shapes import area as a\na(1, 2)', "2:1 Function 'area' expects 1 arguments but got 2"),
    ('import shapes as s\ns.area()', "2:1 Function 'area' expects 1 arguments but got 0"),
    ('import shapes\nsort([1], area)', "2:11 'sort' calls its function with 2 arguments, but it takes 1"),
])
def test_functions_of_modules(text, expected):
    assert errors(text) == [expected]


@pytest.mark.parametrize('text', [
    'import shapes\narea(1)\nshapes.area(1)', 'import shapes\narea := 1\narea()', 'import shapes\nchanged()',
    'import shapes\nfrom shapes import changed, twice\ntwice()\nshapes.twice()', 'import nowhere\nnowhere.f()',
])
def test_functions_of_modules_that_may_be_others(text):
    assert errors(text) == []


def test_enums():
    _, found = report('enum Light { Red }\nx := Ligth::Red\nmatch x { case Lihgt::Red: { } case Light::Red: { } }')
    assert [(one.kind, one.title, one.severity) for one in found.habits] == [
        (kinds.UNKNOWN_ENUM, "There is no enum 'Ligth'", WARNING),
        (kinds.UNKNOWN_ENUM, "There is no enum 'Lihgt'", WARNING)]
    _, found = report('struct Money { cents }\nx := Money::new(1)')
    assert [one.title for one in found.habits] == ["'Money' is a struct, no enum"]
    _, found = report('import shapes\nenum Light { Red }\nx := [Free::A, Shade::Dark, Result::Ok(1)]')
    assert found.habits == []
