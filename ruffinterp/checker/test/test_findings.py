"""What the checker says, and where it keeps silent (language.md 14, tooling.md 9.5)."""

import pytest

from ruffinterp.checker.test.checking import habits, report, shown
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import ERROR, WARNING


def messages(text):
    """``line:column message`` of all findings about types."""
    source, found = report(text)
    return shown(source, found.types)


def only(text):
    """The single finding about types."""
    _, found = report(text)
    assert len(found.types) == 1, messages(text)
    return found.types[0]


DECLARED = "Type mismatch: variable 'v' declared as %s but assigned %s"


@pytest.mark.parametrize('type, value, declared, given', [
    ('int', '"a"', 'Int', 'String'),
    ('int', '1.5', 'Int', 'Float'),
    ('float', 'true', 'Float', 'Bool'),
    ('string', '1', 'String', 'Int'),
    ('bool', '"${1}"', 'Bool', 'String'),
    ('bool', '"${1:d}"', 'Bool', 'String'),
    ('int', '1 + 0.5', 'Int', 'Float'),
    ('string', '2 / 1', 'String', 'Int'),
    ('int', '"a" + "b"', 'Int', 'String'),
    ('int', '"a" * 2', 'Int', 'String'),
    ('int', '2 * "a"', 'Int', 'String'),
    ('int', '[1] + [2]', 'Int', 'Array'),
    ('int', '1 < 2', 'Int', 'Bool'),
    ('int', '1 == 2', 'Int', 'Bool'),
    ('int', 'true && 1', 'Int', 'Bool'),
    ('int', '!5', 'Int', 'Bool'),
    ('string', '-1.0', 'String', 'Float'),
    ('int', '"a" ?? "b"', 'Int', 'String'),
    ('int', '[1]', 'Int', 'Array'),
    ('int', '{"a": 1}', 'Int', 'Dict'),
    ('int', 'func() { }', 'Int', 'Function'),
    ('Array<int>', '1', 'Array', 'Int'),
    ('dict', '[]', 'Dict', 'Array'),
    ('function', '1', 'Function', 'Int'),
    ('int', 'len("a") + 0.5', 'Int', 'Float'),
    ('int', 'upper("a")', 'Int', 'String'),
    ('string', '"a" |> len', 'String', 'Int'),
    ('string', '"a,b" |> split(",")', 'String', 'Array'),
    ('int', 'Ok(1)', 'Int', 'Result { ok_type: Int, err_type: Any }'),
    ('Result<int, string>', 'Ok("a")', 'Result { ok_type: Int, err_type: String }',
     'Result { ok_type: String, err_type: Any }'),
    ('Result<int, string>', 'Err(1)', 'Result { ok_type: Int, err_type: String }',
     'Result { ok_type: Any, err_type: Int }'),
    ('Result<int, string>', 'Result::Err(1)', 'Result { ok_type: Int, err_type: String }',
     'Result { ok_type: Any, err_type: Int }'),
    ('Option<int>', 'Some("a")', 'Option { inner_type: Int }', 'Option { inner_type: String }'),
    ('Option<int>', '5', 'Option { inner_type: Int }', 'Int'),
    ('Option<Option<int>>', 'Some(Some("a"))',
     'Option { inner_type: Option { inner_type: Int } }',
     'Option { inner_type: Option { inner_type: String } }'),
    ('string', 'Ok(1)?', 'String', 'Int'),
    ('string', 'Some(1)?', 'String', 'Int'),
    ('int', 'P { }', 'Int', 'P'),
    ('P', 'Q { }', 'P', 'Q'),
    ('P', '1', 'P', 'Int'),
    ('C', 'D::A', 'C', 'D'),
])
def test_declarations(type, value, declared, given):
    text = 'struct P { } struct Q { } enum C { A } enum D { A }\n%%s v: %s := %s' % (type, value)
    expected = [DECLARED % (declared, given)]
    for word in ['let', 'mut', 'export let']:
        _, found = report(text % word)
        assert [finding.title for finding in found.types] == expected
    assert only(text % 'const').title == expected[0].replace('variable', 'constant')


@pytest.mark.parametrize('type, value', [
    ('int', '1'), ('float', '1'), ('float', '1.5'), ('string', '"a"'), ('bool', 'true'),
    ('int', 'null'), ('string', 'unknown'), ('int', 'd["k"]'), ('int', 'd.k'), ('int', 'd?.k'),
    ('int', 'd.f()'), ('int', 'await d'), ('int', '1 + d'), ('string', '"a" + d'),
    ('int', 'd + 1.5'), ('int', 'P { } + 1'), ('int', '-P { }'), ('int', '!d'), ('int', 'd == 1'),
    ('int', 'P { } == 1'), ('int', 'd < 1'), ('int', '1 ?? "a"'), ('int', 'd ?? "a"'),
    ('int', 'd?'), ('int', 'Ok(d)?'), ('int', 'None?'), ('int', 'pop([1])'),
    ('int', 'contains("a", "b")'), ('any', '1'), ('Any', '[1]'), ('Array', '[1]'),
    ('array', '[1]'), ('Array<string>', '[1]'), ('Dict<string, int>', '{}'),
    ('Set', 'Set([1])'), ('Queue<int>', 'Queue([1])'), ('Function', 'len'), ('function', 'g'),
    ('Result<int, string>', 'Ok(1)'), ('Result<int, string>', 'Err("a")'), ('Result', 'Ok(1)'),
    ('Result<int, string>', 'Result::Ok(1)'), ('Result<float, any>', 'Ok(1)'),
    ('Option<int>', 'None'), ('Option<int>', 'Some(1)'), ('Option<int>', 'Option::None'),
    ('P', 'P { x: 1 }'), ('C', 'C::A'), ('C', 'C::A(1)'), ('Free', 'Free { }'),
    ('Free', 'Free::A'), ('int', '(throw("a"))'), ('int', 'd |> g'), ('int', 'd(1)'),
    ('int', 'func() { return 1 }()'),
])
def test_declarations_that_fit(type, value):
    text = 'd := {} struct P { } enum C { A } func g(a) { }\n%%s v: %s := %s' % (type, value)
    assert messages(text % 'let') == []
    assert messages(text % 'const') == []


def test_help_and_note_of_declarations():
    finding = only('let x: int := "a"')
    assert (finding.kind, finding.note, finding.severity) == (kinds.TYPE_ERROR, '', WARNING)
    assert finding.help == (
        'Try removing the type annotation or converting the value to the correct type')
    assert only('const x: int := "a"').help == (
        'Constants must be initialized with a value matching their declared type')


@pytest.mark.parametrize('text, expected', [
    ('let x: int := 1\nx := "a"', "2:6 Type mismatch: cannot assign String to variable 'x' of type Int"),
    ('let x := "a"\nx := 1', "2:6 Type mismatch: cannot assign Int to variable 'x' of type String"),
    ('let x: int := 1\nfunc f() { x := "a" }',
     "2:17 Type mismatch: cannot assign String to variable 'x' of type Int"),
    ('func f() { x := "a" }\nlet x: int := 1',
     "1:17 Type mismatch: cannot assign String to variable 'x' of type Int"),
    ('func f(p: string) { p := len(p) }',
     "1:26 Type mismatch: cannot assign Int to variable 'p' of type String"),
    ('let x: int := 1\nx += 0.5', "2:6 Type mismatch: cannot assign Float to variable 'x' of type Int"),
    ('let x := "a"\nx += 1', "2:1 Binary operation '+' with incompatible types: String and Int"),
    ('func f() {\nlet n: int := 0\ng := func() { n := "a" }\n}',
     "3:20 Type mismatch: cannot assign String to variable 'n' of type Int"),
])
def test_assignments(text, expected):
    assert messages(text) == [expected]


def test_help_and_note_of_assignments():
    finding = only('let x: int := 1\nx := "a"')
    assert finding.help == (
        'Try converting the value with to_int(), to_float(), to_string(), or to_bool()')
    assert finding.note == "Variable 'x' was declared with type Int"


@pytest.mark.parametrize('text', [
    'x := 1\nx := "a"\nx + "b"',
    'let x := 1\nx := 1.5\nx := x / 2',
    'let x: float := 1\nx := 2',
    'let x := null\nx := 1\nx := "a"',
    'let x := []\nx := {}',
    'let x: int := 1\nlet x: string := "a"\nx + "b"',
    'let x: int := 1\nlet x := "a"\nx + "b"',
    'x := "a"\nx + "b"\nlet x: int := 1',
    'let x: int := 1\nif true { let x: string := "a"\nx + "b" }',
    'let x: int := 1\nfunc f() { let x := "a"\nreturn x + "b" }',
    'let x: int := 1\nfunc f(x) { x := "a"\nreturn x + "b" }',
    'let x: int := 1\nfor x in ["a"] { x + "b" }',
    'let x: int := 1\nmatch v { case Ok(x): { x := "a"\nx + "b" } }\nv := 1',
    'let x: int := 1\ntry { } except x { x + "b" }',
    '[x] := ["a"]\nlet x: int := 1\nx + "b"',
    'let x: int := 1\n[x] := ["a"]\nx + "b"',
    'let [x, ...y] := [1]\nx := "a"\ny := 1',
    'let x: P := P { }\nx.y := 1\nx[0] := 2\nstruct P { }',
    'let r := Ok(1)\nr := Err("a")\nlet o := None\no := Some(1)',
    'struct B { w: int, func area() { w := "a"\nreturn w } }',
])
def test_assignments_that_fit(text):
    assert messages(text) == []


def test_nothing_follows_from_a_contradicted_inference():
    assert messages('func f() { return x + "b" }\nlet x := 1\nx := "a"\nx + "c"') == [
        "3:6 Type mismatch: cannot assign String to variable 'x' of type Int"]


@pytest.mark.parametrize('text, position, expected, given', [
    ('func f() -> int { return "a" }', '1:26', 'Int', 'String'),
    ('f := func() -> bool { if true { return 1 } }', '1:40', 'Bool', 'Int'),
    ('async func f() -> int { return 1.5 }', '1:32', 'Int', 'Float'),
    ('struct S { func m(self) -> string { return 1 } }', '1:44', 'String', 'Int'),
    ('func f() -> Result<int, string> { return Ok("a") }', '1:42',
     'Result { ok_type: Int, err_type: String }', 'Result { ok_type: String, err_type: Any }'),
    ('func f(n: int) -> string { return n }', '1:35', 'String', 'Int'),
    ('func f() -> int { g := func() { return "a" }\nreturn "b" }', '2:8', 'Int', 'String'),
])
def test_results(text, position, expected, given):
    assert messages(text) == ['%s Return type mismatch: expected %s but got %s' % (
        position, expected, given)]


def test_help_and_note_of_results():
    finding = only('func f() -> int { return "a" }')
    assert finding.help.startswith('Try converting')
    assert finding.note == 'Function expects to return Int'


@pytest.mark.parametrize('text', [
    'func f() -> float { return 1 }',
    'func f() -> int { return }',
    'func f() -> int { }',
    'func f() -> int { return null }',
    'func f() { return "a" }',
    'func* f() -> int { yield 1 return "done" }',
    'func f() -> int { spawn { return "a" } return 1 }',
    'if true { return "a" }',
])
def test_results_that_fit(text):
    assert messages(text) == []


@pytest.mark.parametrize('operator', ['<', '>', '<=', '>='])
def test_comparisons(operator):
    for left, right, types in [('1', '"a"', 'Int and String'), ('"a"', '1.5', 'String and Float'),
                               ('true', '1', 'Bool and Int'), ('[]', 'true', 'Array and Bool'),
                               ('{}', '{}', 'Dict and Dict'), ('1', 'P { }', 'Int and P'),
                               ('Ok(1)', '1', 'Result { ok_type: Int, err_type: Any } and Int')]:
        finding = only('%s %s %s' % (left, operator, right))
        assert finding.title == "Comparison '%s' between incompatible types: %s" % (
            operator, types)
        assert finding.help != '' and finding.note != ''
    for left, right in [('1', '2.5'), ('"a"', '"b"'), ('P { }', '1'), ('x', '"a"'), ('1', 'x'),
                        ('true', 'false'), ('[1]', '["a"]')]:
        assert messages('x := 1 %s %s %s' % (left, operator, right)) == []


@pytest.mark.parametrize('operator', ['+', '-', '*', '/', '%'])
def test_arithmetic(operator):
    pairs = [('true', '1', 'Bool and Int'), ('2', 'P { }', 'Int and P'),
             ('"a"', '[]', 'String and Array'), ('{}', '{}', 'Dict and Dict'),
             ('"a"', 'true', 'String and Bool')]
    if operator != '+':
        pairs += [('"a"', '"b"', 'String and String'), ('[]', '[]', 'Array and Array')]
    if operator != '*':
        pairs += [('1', '"a"', 'Int and String'), ('"a"', '1', 'String and Int'),
                  ('1', '[]', 'Int and Array'), ('[]', '1', 'Array and Int')]
    for left, right, types in pairs:
        finding = only('x := %s %s %s' % (left, operator, right))
        assert finding.title == "Binary operation '%s' with incompatible types: %s" % (
            operator, types)
    for left, right in [('1', '2.5'), ('P { }', '1'), ('x', '"a"'), ('null', '1')]:
        assert messages('x := 1\ny := %s %s %s' % (left, operator, right)) == []


def test_an_error_is_reported_once():
    assert messages('let x: int := 1 + "a" + true - [] * {}') == [
        "1:15 Binary operation '+' with incompatible types: Int and String",
        "1:32 Binary operation '*' with incompatible types: Array and Dict"]


@pytest.mark.parametrize('equality', ['1 == "a"', 'null != true', '[] == {}'])
def test_everything_can_be_equal(equality):
    assert messages('x := ' + equality) == []


@pytest.mark.parametrize('declaration, call, expected', [
    ('func f() { }', 'f(1)', '0 arguments but got 1'),
    ('func f(a) { }', 'f()', '1 arguments but got 0'),
    ('func f(a, b: int) { }', 'f(1)', '2 arguments but got 1'),
    ('func f(a, b := 1) { }', 'f()', '1-2 arguments but got 0'),
    ('func f(a, b := 1) { }', 'f(1, 2, 3)', '1-2 arguments but got 3'),
    ('func f(a, ...b) { }', 'f()', 'at least 1 arguments but got 0'),
    ('async func f(a) { }', 'await f()', '1 arguments but got 0'),
    ('func* f(a) { }', 'f()', '1 arguments but got 0'),
    ('func f(a) { }', '1 |> f(2)', '1 arguments but got 2'),
    ('func f() { }', '1 |> f', '0 arguments but got 1'),
    ('func f(a) { func g() { f() } }', '', '1 arguments but got 0'),
    ('func f(a) { return func() { return f() } }', '', '1 arguments but got 0'),
    ('export func f(a) { }', 'f()', '1 arguments but got 0'),
])
def test_argument_counts(declaration, call, expected):
    for text in [declaration + '\n' + call, call + '\n' + declaration]:
        assert only(text).title == "Function 'f' expects " + expected


@pytest.mark.parametrize('call, expected', [
    ('len()', "Function 'len' expects 1 arguments but got 0"),
    ('range(1, 2, 3, 4)', "Function 'range' expects 1-3 arguments but got 4"),
    ('[1] |> map', "Function 'map' expects 2 arguments but got 1"),
    ('upper(1)', "Function 'upper' parameter 1 expects String but got Int"),
    ('push(1, 2)', "Function 'push' parameter 1 expects Array but got Int"),
    ('random_int(1, "b")', "Function 'random_int' parameter 2 expects Int but got String"),
    ('pow("a", 2)', "Function 'pow' parameter 1 expects Float but got String"),
    ('map([1], 2)', "Function 'map' parameter 2 expects Function but got Int"),
    ('1 |> upper', "Function 'upper' parameter 1 expects String but got Int"),
])
def test_builtins(call, expected):
    assert only('x := ' + call).title == expected


@pytest.mark.parametrize('call', [
    'print()', 'print(1, "a", [2])', 'len(x)', 'len(...x)', 'push(...x, 1, 2)', 'sqrt(4)',
    'random_int(1, 2.5)', 'pow(1, 2.5)', 'map([1], len)', 'map([1], f)', 'map([1], func(n) { return n })',
    'upper(x.name)', 'upper(null)', 'PI + 1', 'contains(5, 5)', 'to_string(1)'])
def test_builtins_that_fit(call):
    assert messages('func f(n) { }\nx := [1]\ny := ' + call) == []


@pytest.mark.parametrize('text, expected', [
    ('func f(a: int, b: string) { }\nf("a", 1)',
     ["2:3 Function 'f' parameter 1 expects Int but got String",
      "2:8 Function 'f' parameter 2 expects String but got Int"]),
    ('func f(...r: int) { }\nf(1, "a")',
     ["2:6 Function 'f' parameter 2 expects Int but got String"]),
    ('func f(p: P) { }\nstruct P { }\nf(1)\nf(P { })',
     ["3:3 Function 'f' parameter 1 expects P but got Int"]),
    ('func f(a: int := "a") { }',
     ["1:18 Type mismatch: parameter 'a' declared as Int but assigned String"]),
    ('f := func(a: int := "a") { }',
     ["1:21 Type mismatch: parameter 'a' declared as Int but assigned String"]),
    ('func f(a: int) -> string { return "a" }\nf(f(1))',
     ["2:3 Function 'f' parameter 1 expects Int but got String"]),
])
def test_argument_types(text, expected):
    assert messages(text) == expected


@pytest.mark.parametrize('text', [
    'func f(a: float) { }\nf(1)',
    'func f(a: int, b: string) { }\nf(...[1], 2)',
    'func f(a: int) { }\nx := [1]\nf(x[0])\nf(null)',
    # The name may stand for something else.
    'func f(a) { }\nf := func() { }\nf()',
    'func f(a) { }\nfunc f() { }\nf()',
    'if true { func f(a) { } } else { func f() { } }\nf()',
    'func f(a) { }\nfunc g() { f := func() { }\nf() }',
    'func f(a) { }\nfunc g(f) { f() }',
    'func f(a) { }\nfor f in [] { f() }',
    'func f(a) { }\nlet f := func() { }\nf()',
    'func f(a) { }\n{f} := {}\nf()',
    'func len() { }\nlen()',
    'len := func() { }\nlen()',
    'func g() { len := func() { }\nlen() }',
    # What is not a name is not looked at.
    'd := {"f": func() { }}\nd["f"](1)\nd.f(1)\n(func() { })()',
    'struct S { func m(self) { } }\nS { }.m(1)',
])
def test_calls_that_fit(text):
    assert messages(text) == []


def test_undefined_function():
    finding = only('func area(w) { }\nx := araa(1)')
    assert finding.kind is kinds.UNDEFINED_FUNCTION
    assert finding.title == "Undefined function 'araa'"
    assert finding.suggestion.text == "Did you mean 'area'?"
    assert finding.note == 'Function must be defined before it is called'
    assert finding.help == ''
    assert only('uper("a")').suggestion.text == "Did you mean 'upper'?"
    assert only('qqqqqqqq()').suggestion is None
    assert only('func f() { return 1 |> nowhere }').title == "Undefined function 'nowhere'"


@pytest.mark.parametrize('text', [
    'f()\nfunc f() { }',
    'func g() { f() }\nfunc f() { }',
    'func g() { f() }\nf := func() { }',
    'func g() { f() }\nif true { f := func() { } }',
    'func g(f) { f() }', 'for f in [] { f() }', 'let [f] := [1]\nf()', '{f} := {}\nf()',
    'try { } except f { f() }', 'match x { case Ok(f): { f() } }\nx := 1',
    'func g() { func h() { f() }\nfunc f() { } }',
    'func f() { return func() { return f() } }',
    'import shapes\narea(1)\nshapes.area(1)', 'from shapes import area as a\na(1)',
    'from nowhere import f\nf()', 'import nowhere\nf()', 'func g() { import nowhere }\nf()',
    'x.nothing()\nx := 1', 'nothing', 'nothing[0]()', 'test "t" { nothing() }',
    'spawn { f() }\nfunc f() { }', 'struct S { w, func m() { w() } }', 'P := 1\nP()',
])
def test_defined_functions(text):
    assert messages(text) == []


@pytest.mark.parametrize('text, expected', [
    ('5?', '1:1'), ('x := "a"?', '1:6'), ('x := [Ok(1)?, (1 + 1)?]', '1:15'), ('P { }?', '1:1'),
])
def test_try_operator(text, expected):
    assert messages(text) == [expected + ' Try operator (?) can only be used on Result values']


def test_try_operator_that_fits():
    assert messages('func f() -> Result<int, string> { return Ok(1) }\n'
                    'f()?\nOk(1)?\nSome(1)?\nNone?\nx := 1\nx?\nnull?') == []


@pytest.mark.parametrize('text, expected', [
    ('struct P { x: int }\nP { x: "a" }',
     "2:8 Type mismatch: field 'x' declared as Int but assigned String"),
    ('P { x: "a" }\nstruct P { x: int }',
     "1:8 Type mismatch: field 'x' declared as Int but assigned String"),
    ('struct P { x: int = "a" }',
     "1:21 Type mismatch: field 'x' declared as Int but assigned String"),
])
def test_fields(text, expected):
    assert messages(text) == [expected]


def test_fields_that_fit():
    assert messages('struct P { x: float, y, z: Array<int> }\n'
                    'P { x: 1, y: "a", z: [], more: 2 }\nP { x: null }') == []
    assert messages('struct P { x: int }\nstruct P { x: string }\nP { x: 1 }\nP { x: "a" }') == []


@pytest.mark.parametrize('text', [
    'let x: Nope := 1', 'const x: Nope := 1', 'func f(a: Nope) { }', 'func f(...a: Nope) { }',
    'func f() -> Nope { }', 'x := func(a: Nope) { }', 'struct P { x: Nope }',
    'struct P { func m(self, a: Nope) { } }', 'let x: Array<Nope> := []',
    'let x: Result<int, Array<Nope>> := Ok(1)', 'let [x]: Nope := [1]',
    'import shapes\nlet x: Nope := 1',
])
def test_unknown_types(text):
    finding = only(text)
    assert (finding.kind, finding.title, finding.severity) == (
        kinds.TYPE_ERROR, "Unknown type 'Nope'", ERROR)
    assert text[finding.primary.start:].startswith('Nope')


def test_suggestions_for_types():
    assert only('let x: Int := 1').suggestion.text == "Did you mean 'int'?"
    assert only('let x: String := "a"').suggestion.text == "Did you mean 'string'?"
    assert only('struct Pointer { }\nlet x: Pointr := 1').suggestion.text == "Did you mean 'Pointer'?"


@pytest.mark.parametrize('text', [
    'let x: Later := Later { }\nstruct Later { }',
    'func f(x: Inner) { }\nfunc g() { struct Inner { } }',
    'let x: Shade := Shade::Dark\nenum Shade { Dark }',
    'import shapes\nlet x: Point := f()\nlet y: Shade := 1\nfunc f() { }',
    'from shapes import Point as P\nlet x: P := Point { x: 1 }\nlet y: Point := x',
    'from nowhere import Q\nlet x: Q := 1',
    'import nowhere\nlet x: Anything := 1',
    'x := 1\nlet w: Array<Dict<string, any>> := []\nlet y: Promise<int> := x\n'
    'let z: Generator := x',
])
def test_known_types(text):
    assert messages(text) == []


def test_unquoted_keys():
    text = 'b := "k"\nd := {a: 1, b: {len: 2}, "c": 3, (b): 4, b + "c": 5, ...b, 6: 7, f: 8}'
    assert habits(text) == ["2:13 The key 'b' is the text \"b\", not the variable 'b'"]
    assert habits('b := 1\nprint({b: b, "c": b})\nfunc f(c) { return {c: 1} }') == [
        "3:21 The key 'c' is the text \"c\", not the variable 'c'"]
    assert messages(text) == []


@pytest.mark.parametrize('text, message, help', [
    ('push(a, 3)', "push() leaves 'a' as it is, and its result is not used",
     'Write  a := push(a, ...)'),
    ('pop(a)', "pop() leaves 'a' as it is, and its result is not used",
     'Write  [a, last] := pop(a)'),
    ('merge(d, {"b": 2})', "merge() leaves 'd' as it is, and its result is not used",
     'Write  d := merge(d, ...)'),
    ('reverse(a)', "reverse() leaves 'a' as it is, and its result is not used",
     'Write  a := reverse(a)'),
    ('sort([3, 2])', 'sort() leaves its argument as it is, and its result is not used',
     'Write  x := sort(x, ...)'),
])
def test_unused_results(text, message, help):
    _, found = report('a := [1, 2]\nd := {"a": 1}\n' + text)
    [finding] = found.habits
    assert (finding.kind, finding.title, finding.help) == (
        kinds.UNUSED_RESULT, message, help)


def test_used_results_and_calls_for_their_effect():
    assert habits('a := push([1], 2)\nprint(pop(a))\nmap(a, func(x) { print(x) })\n'
                  'f := push\nf(a, 1)\n[b, c] := pop(a)\nif true { return sort(a) }') == []


def test_a_function_of_the_program_with_such_a_name():
    assert habits('func push(a, x) { print(a) }\npush([1], 2)') == []


def test_imports():
    _, found = report('import a\ntry { from b.c import d, e as f } except x { import g }\n'
                      'func h() { import i as j }')
    assert [(use.name, use.names, use.is_guarded) for use in found.imports] == [
        ('a', [], False), ('b.c', ['d', 'e'], True), ('g', [], False), ('i', [], False)]


def test_findings_come_in_the_order_of_the_text():
    assert [message.split(' ')[0] for message in messages(
        'func f(a) { return 1 + "a" }\nf(1 - "a", nothing(), upper(1 + "b"))\n1 < "a"')] == [
        '1:20', '2:1', '2:3', '2:12', '2:29', '3:1']
