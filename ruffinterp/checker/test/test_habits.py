"""Warnings about what does nothing (decision 61)."""

# spec: decisions.md 38, 61

import pytest

from ruffinterp.builtins.registry import BUILTINS
from ruffinterp.checker.signatures import builtin_signature
from ruffinterp.checker.test.checking import habits, report
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import WARNING


@pytest.mark.parametrize('text, expected', [
    ('len("a")', '1:1 len() only gives a result, which is not used'),
    ('xs := []\njoin(xs, ",")', '2:1 join() only gives a result, which is not used'),
    ('func f(s) { if s { upper(s) } }', '1:20 upper() only gives a result, which is not used'),
    ('"a".upper()', '1:5 upper() only gives a result, which is not used'),
    ('func f(s: string) { s.trim() }', '1:23 trim() only gives a result, which is not used'),
    ('[1, 1].unique()', '1:8 unique() only gives a result, which is not used'),
    ('{"a": 1}.keys()', '1:10 keys() only gives a result, which is not used'),
    ('x := if true { upper("a") 1 } else { 2 }', '1:16 upper() only gives a result, which is not used'),
])
def test_results_that_nobody_uses(text, expected):
    assert habits(text) == [expected]


@pytest.mark.parametrize('text, expected', [
    ('1', '1:1'), ('x := 1\nx == 2', '2:1'), ('f := func(x) { x * 2 }', '1:16'), ('[1, 2][0]', '1:1'),
    ('s := ""\n"more"', '2:1'), ('if true { "a" } else { print(1) }', '1:11'),
])
def test_values_that_nobody_uses(text, expected):
    assert habits(text) == [expected + ' This value is not used']


@pytest.mark.parametrize('text, expected', [
    ('x := 1\nmatch x { case x: { } }', '2:16 The case \'x\' is the text "x", not the variable \'x\''),
    ('enum K { A }\nmatch 1 { case A: { } }', '2:16 The case \'A\' is the text "A", not the variant of K'),
])
def test_names_in_cases(text, expected):
    assert habits(text) == [expected]


@pytest.mark.parametrize('text', [
    'const X := 1\nmatch 1 { case X: { } }', 'match 1 { case red: { } }', 'x := 1\nmatch 1 { case "x": { } case let x: { } }',
    'enum K { A }\nmatch 1 { case K::A: { } }', 'func f() { }\nmatch 1 { case f: { } }',
])
def test_cases_that_are_what_they_seem(text):
    assert habits(text) == []


@pytest.mark.parametrize('text', [
    'x := if true { 1 } else { 2 }', 'export print', 'x := 1\nx == 1 && print(x)', 'try { [][0] } except e { print(e) }',
    'f := func() { }', 'nope', 'x := match 1 { case 1: { "a" } default: { "b" } }', 'x := [1]\nx?', '(1 + 2) |> print',
])
def test_values_with_a_use(text):
    assert habits(text) == []


@pytest.mark.parametrize('text', [
    'x := upper("a")', 'print(len("a"))', 'print(1)', 'write("a")', 'assert(true)', 'sleep(1)', 'random()',
    'map([1], func(x) { print(x) })', 'try { parse_int("x") } except e { print(1) }', 'channel()',
    'x := if true { upper("a") } else { lower("a") }', 'write_file("a", "b")', 'exit(1)', 'error("x")',
    'x := match 1 { case 1: { if true { upper("a") } else { "b" } } default: { try { upper("a") } except e { "c" } } }',
    'func len(x) { print(x) }\nlen("a")', 'xs := [1]\nxs.unique()', '[1].push(2)', '[1].sort()', '"a".nothing()',
    '[1].map(func(x) { print(x) })', 'set_random_seed(1)', 'performance_now()',
])
def test_calls_for_what_they_do(text):
    assert habits(text) == []


def test_calls_that_matter_for_what_they_do_are_not_pure():
    for name in ['print', 'write', 'sleep', 'input', 'exit', 'random', 'random_choice', 'write_file',
                 'assert', 'error', 'shared_set', 'spawn_task', 'channel', 'set_random_seed', 'debug']:
        assert not builtin_signature(BUILTINS[name]).is_pure, name
    for name in ['len', 'upper', 'push', 'lines', 'to_int', 'set_add', 'format', 'max']:
        assert builtin_signature(BUILTINS[name]).is_pure, name


@pytest.mark.parametrize('text, positions', [
    ('match x { case 1: { } case 2: { } case 1: { } }', ['1:40']),
    ('match x { case "a": { } case "a": { } case -1: { } case 1: { } case -1: { } }', ['1:30', '1:69']),
    ('match x { case 1.5: { } case null: { } case true: { } case false: { } case 1.5: { } case null: { } case true: { } }',
     ['1:76', '1:90', '1:105']),
    ('match x { case _: { } case 1: { } }', ['1:28']), ('match x { case let n: { } case Ok(v): { } }', ['1:32']),
    ('match x { case Ok(v): { } case Ok(w) if w > 1: { } }', ['1:32']),
    ('match x { case E::A: { } case E::B | E::A: { } }\nenum E { A, B }', ['1:38']),
    ('match x { case 1 | 1: { } }', ['1:20']), ('match x { case 0: { } case -0: { } }', ['1:28']),
    ('match x { case _: { } default: { print(1) } }', ['1:34']),
    ('y := match x { case _: { 1 } case 2: { 3 } }', ['1:35']),
    ('const A := 1\nmatch x { case A: { } case A: { } }', ['2:28']),
])
def test_cases_that_nothing_reaches(text, positions):
    source, found = report('%s\nx := 1' % text)
    assert ['%d:%d' % source.position(one.primary.start) for one in found.habits] == positions
    assert set(one.kind for one in found.habits) == set([kinds.UNREACHABLE_CASE])
    assert found.habits[0].severity == WARNING and len(found.habits[0].secondary) == 1


@pytest.mark.parametrize('cases', [
    'case 1: { } case "1": { } case 1.0: { } case -1: { }', 'case 1 if x: { } case 1: { }', 'case _ if x: { } case 1: { }',
    'case A: { } case E::A: { } case "A": { }', 'case E::A: { } case A: { } case F::A: { }', 'case let n if n: { } default: { print(1) }',
    'case _: { }', 'case _: { } default: { }', 'case Ok(v): { } case Err(v): { } case Some(v): { } case None: { }',
])
def test_cases_that_may_be_reached(cases):
    assert habits('x := 1\nmatch x { %s }' % cases) == []


@pytest.mark.parametrize('text, expected', [
    ('async func f() { }\nf()', ['2:1 Nobody awaits the promise that f() gives']),
    ('func g() { f(1) }\nasync func f(a) { }', ['1:12 Nobody awaits the promise that f() gives']),
    ('async func f() { }\nawait f()\np := f()\nprint(f())', []), ('async func f() { }\nf := func() { }\nf()', []),
    ('async func f() { }\nfunc g(f) { f() }', []), ('func f() { }\nf()', []),
])
def test_promises_that_nobody_awaits(text, expected):
    assert habits(text) == expected


@pytest.mark.parametrize('text, warns', [
    ('"a.txt"', True), ('"dir/file"', True), ('"/etc/passwd"', True), ('"ä.csv"', True), ('"a b.txt"', False),
    ('"one\\ntwo.x"', False), ('""', False), ('"end."', False), ('"word"', False), ('text', False), ('".a"', False),
])
def test_lines_of_a_path(text, warns):
    found = habits('text := "a/b"\nx := lines(%s)' % text)
    assert found == (['2:12 lines() splits this text; it reads no file'] if warns else [])
