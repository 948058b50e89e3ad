"""Changes that nobody sees (decision 60)."""

# spec: decisions.md 60

import pytest

from ruffinterp.checker.test.checking import report
from ruffinterp.diagnostics import kinds


def lost(text):
    """``line:column name`` of each change that is lost."""
    source, found = report(text)
    return ['%d:%d %s' % (source.position(one.primary.start) + (one.title.split("'")[1],))
            for one in found.habits if one.kind is kinds.LOST_CHANGE]


@pytest.mark.parametrize('text, expected', [
    ('func f(xs) { xs[0] := 1 }', '1:14 xs'),
    ('func f(n) { n := 1 }', '1:13 n'),
    ('func f(n) { print(n)\nn += 1 }', '2:1 n'),
    ('func f(xs) { xs := push(xs, 1) }', '1:14 xs'),
    ('func f(xs) { xs.a.b := 1\nxs.a.c := 2 }', '1:14 xs'),
    ('func f(...xs) { xs[1:2] := [] }', '1:17 xs'),
    ('func f(n, t) { while n > 0 { n := n - 1\nt += n } }', '2:1 t'),
    ('func f(n) { for i in [1] { print(n) }\nn := n + 1 }', '2:1 n'),
    ('func f(xs) { xs[0] := xs[1] + xs[2] }', '1:14 xs'),
    ('func f(xs) { xs[0] := "${xs[1]}" }', '1:14 xs'),
    ('func f(a) { a[0] := g(a) }\nfunc g(a) { return a }', '1:13 a'),
    ('func f(xs) { [xs[0], xs[1]] := [xs[1], xs[0]] }', '1:14 xs'),
    ('func f(x) { return func(y) { y.a := 1\nreturn x } }', '1:30 y'),
    ('async func f(x) { x := 1 }', '1:19 x'), ('func* f(x) { yield x\nx := 1 }', '2:1 x'),
    ('for x in xs { x.done := true }\nxs := 1', '1:15 x'),
    ('for x in 3 { print(x)\nx += 1 }', '2:1 x'),
    ('for i, [a, b] in [] { a[i] := b }', '1:23 a'),
    ('for row in [] { for x in row { row[0] := x } }', '1:32 row'),
    ('func f() { for x in [] { while g() { x[0] := 1 } } }\nfunc g() { }', '1:38 x'),
    ('struct S { n func m(self) { self.n := 1 } }', '1:29 self'),
    ('struct S { n func m(self) { self.n += self.n } }', '1:29 self'),
    ('struct S { n func m(self) { print(self)\nself := S { n: 1 } } }', '2:1 self'),
    ('func f() { let t := 0\nmap([], func(x) { t += x })\nreturn t }', '2:19 t'),
    ('func f() { let t := []\nmap([], func(x) { t := push(t, x) })\nreturn t }', '2:19 t'),
    ('func f() { let t := 0\nreturn func() { return func() { t += 1 } } }', '2:33 t'),
    ('t := 0\nspawn { t += 1 }', '2:9 t'),
    # Methods that change what they are called on.
    ('func f(xs) { xs.push(1) }', '1:14 xs'), ('func f(xs) { xs.a[0].push(1) }', '1:14 xs'),
    ('struct C { n func inc(mut self) { self.n += 1 } }\nfor c in [] { c.inc() }', '2:15 c'),
    ('struct C { n func inc(mut self) { self.n += 1 } func m(self) { self.inc() } }', '1:64 self'),
    ('func f() { let t := []\nmap([], func(x) { t.push(x) })\nreturn t }', '2:19 t'),
    ('func f() { let t := [0]\nspawn { t[0] := 1 }\nreturn t }', '2:9 t'),
])
def test_lost(text, expected):
    assert lost(text) == [expected]


@pytest.mark.parametrize('text', [
    'func f(xs) { xs.push(1)\nreturn xs }', 'func f(xs) { return xs.pop() }', 'func f(xs) { x := xs.pop() }',
    'func f(xs) { xs.nothing() }', 'xs := []\nxs.push(1)', 'd := {push: print}\nfunc f(xs) { xs.push(1) }',
    'struct L { push }\nfunc f(xs) { xs.push(1) }', 'import shapes\nfunc f(xs) { xs.push(1) }',
    'struct L { func push(self, x) { print(x) } }\nfunc f(xs) { xs.push(1) }',
    'func f(xs, i) { xs[i].push(1)\nprint(xs[i]) }',
    'func f(xs) { xs[0] := 1\nreturn xs }', 'func f(n) { n := 1\nprint("${n}") }',
    'func f(n) { while n > 0 { n := n - 1 } }', 'func f(n) { loop { print(n)\nn += 1 } }',
    'func f(n) { while true { if n > 3 { return 1 }\nfor i in 3 { n += 1 } } }',
    'func f(n) { n := g(n)\nn := g(n)\nreturn n }\nfunc g(n) { }',
    'func f(s) { loop { s := g(s) } }\nfunc g(n) { }', 'func f(s) { loop { s := s.step() } }',
    'func f(xs) { [xs, last] := pop(xs)\nreturn last }', 'func f(xs) { [xs[0], y] := [1, 2] return y }',
    'func f(n) { func g() { n := 1 }\ng() return 2 }', 'func f(n) { n := 1\nfunc g() { return n } }',
    'func f(n) { func g() { return n }\nn := 2\nreturn g() }', 'func f(n) { n := 1\nreturn func() { return n } }',
    'func f(n) { try { n := 1\ng() } except e { print(n) } }\nfunc g() { }',
    'func f(n) { if n { n := 1 } else { print(n) } }', 'func f(n) { n := 2\nspawn { print(n) } }',
    'for x in [] { x.a := 1\nprint(x) }', 'for x in [] { while x > 0 { x := x - 1 } }',
    'for x in [] { x := trim(x)\nif x { print(1) } }', 'struct S { n func m(self) { self.n := 1\nreturn self } }',
    'struct S { n func m() { n := 1 } }', 'struct S { n func m(self) { self.n := 1\nself.k() }\nfunc k(self) { } }',
    'func f() { let c := 0\nreturn func() { c += 1\nreturn c } }',
    'func f() { let c := 0\nreturn func() { if c > 3 { return 1 }\nc += 1 } }',
    'c := 0\nmap([], func(x) { c += x })', 'func f() { c := 0\nfunc g() { c += 1 }\ng() }', 'x := 1\nx := 2',
    'func f() { let xs := []\nxs[0] := 1 }', 'match Some(1) { case Some(v): { v := 2 } }',
    'spawn { let t := 0\nt += 1 }', 't := 0\nspawn { t += 1\nprint(t) }', 'test "t" { for x in [] { x := 1 } }',
    'try { } except e { e := 1 }', 'struct P { x = func(a) { return a } }', 'struct P { x = nothing + 1 }\nnothing := 2',
    'func f(x) { struct P { y = x }\nx := 1 }',
])
def test_not_lost(text):
    assert lost(text) == []


@pytest.mark.parametrize('text, help', [
    ('func f(x) { x := 1 }', 'Return it, and keep it where the function is called:  x := f(x).'),
    ('for x in rows { x := 1 }\nrows := []', 'Change the item itself:  for i, x in rows { rows[i] := ... }.'),
    ('for x in [1] { x := 1 }', 'Change the item itself:  for i, x in xs { xs[i] := ... }.'),
    ('struct S { n func m(self) { self.n := 1 } }',
     'Declare the method with  mut self , or return self and keep it:  x := x.method().'),
    ('func f() { let t := 0\nreturn func() { t := 1 } }',
     'Return it, or use a named function, which shares the variables around it.'),
    ('t := 1\nspawn { t := 2 }', 'Send it through a channel.'),
])
def test_help(text, help):
    _, found = report(text)
    assert [one.help for one in found.habits] == [help]


SELF = '''struct A { n: int
  func plus(self, k) { self.n += k  return self }
  func same(self) { return self }
  func either(self) { self.n += 1  if self.n > 3 { return 1 }  return self }
}
a := A { n: 1 }
'''


@pytest.mark.parametrize('text, count', [
    ('a.plus(1)', 1), ('A { n: 2 }.plus(1)', 1), ('func f(b: A) { b.plus(1) }', 1), ('a.same()', 0),
    ('a.either()', 0), ('a := a.plus(1)', 0), ('print(a.plus(1))', 0), ('func f(b) { b.plus(1) }', 0),
    ('x := if a.n > 1 { a.plus(1) } else { a }', 0), ('a.plus(1).plus(2)', 0),
])
def test_results_that_are_a_changed_self(text, count):
    _, found = report(SELF + text)
    assert len(found.habits) == count
    if count:
        assert found.habits[0].kind is kinds.LOST_CHANGE
        assert found.habits[0].title == 'The changed struct that A.plus() gives is not used'


def test_time_is_linear():
    # Functions inside of functions and values inside of values are walked once.
    text = 'x := ' + 'func(a) { a := ' * 60 + '1' + ' return a }' * 60
    assert lost(text) == []
    text = 'func f(a) { ' + ''.join(['a[%d] := a[0] + 1\n' % i for i in range(2000)]) + '}'
    assert lost(text) == ['1:13 a']
