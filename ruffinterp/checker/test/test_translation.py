"""The checker is RPython: what the type system accepts gives the same findings."""

from rpython.rtyper.annlowlevel import hlstr
from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.builtins.library import global_names
from ruffinterp.checker.check import check_program
from ruffinterp.cli.reports import ERRORS, HABIT_WARNINGS, TYPE_WARNINGS, findings_list
from ruffinterp.compiler.module import Module
from ruffinterp.compiler.scope import analyze
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source

# Everything that the checker looks at, in as few words as possible: this runs very slowly.
TEXT = '''
from m import a as b
struct P { x: int = "a", y: Nope
    func m(self, n: Array<Nap>) { self.x[n] := n  return n } }
enum C { A }
const K: string := 5
let o: Option<int> := Some("x")
let [p, ...q] := [1.5, ...o]
mut i := 1
i := "t"
i += 2
{r, ...s} := {o: i, (b): 2, "c": !true}
for v, [w] in x[i:] { try { throw v } finally { [i, s[0]] := [if w { 1 } else { 2 }, 3] } }
func f(n: int, t: Result<int, P> := Ok(C::A), ...u: bool) -> float {
    let i: int := Err(1)?
    for [v, w] in n { if v < "a" { continue } else { break } }
    match t { case Ok(x) if x: { return "s" } case 1: { } case let y: { } default: { loop { return } } }
    try { from nowhere import y } except e { throw(e?.m ?? 1 && e[0] - 1.0) }
    spawn { 1 |> len(2) |> upper }
}
export g := func*(z) { yield -z  await z.h(1) }
f()
lenn(P::A)
f("a", P { x: null, y: 1 }, 3)
"${push(1, true)}"
test "t" { }
d := 7 // 2
k := P { w: 1 }
k.v.u := k.v + k.n() + k.m()
K := "a"
spawn { i := upper(C + none) }
async func n(a, w) { for v in w { v.x := E::A }  while a { a += 1 } }
n(lines("a.b"), map(w, func() { i += len("a") }))
match i { case 1 | -1: { } case 1: { "a".upper() } case D::A if x: { } case i: { } case _: { len(i) } default: { i } }
Q { }
const L := [w]
L.push(upper("a").lowr())
zz += "a".upper(1)
'''
known = global_names()
# Few, as their functions are typed too.
builtins = dict([(name, known[name]) for name in ['len', 'upper', 'push', 'map', 'lines']])


def findings(color):
    source = Source('test.ruff', TEXT)
    module = Module(builtins)
    program = parse(source)
    analyze(program, module)
    report = check_program(program, source, module)
    text = findings_list(ERRORS, report.errors, color)
    text += findings_list(TYPE_WARNINGS, report.types, color)
    text += findings_list(HABIT_WARNINGS, report.habits, color)
    for use in report.imports:
        text += '%s %d %s\n' % (use.name, use.is_guarded, ' '.join(use.names))
    return text


def test_translated_checker_finds_the_same():
    expected = findings(True)
    assert expected.count('-->') == 50
    assert hlstr(interpret(findings, [True])) == expected
