"""``ruff test-run``: tests in the language (language.md 13, tooling.md 6, decision 24)."""

import re

import pytest

from test_command import check, check_usage, folder, host, program, run  # noqa: F401

LINE = b'=' * 60
HEAD = b'\n' + LINE + b'\nTest Results\n' + LINE + b'\n'
PASSED = b'  \xe2\x9c\x93 '
FAILED = b'  \xe2\x9c\x97 '


def report(listed, total, failed):
    """The expected report; ``listed``: lines for tests, without times."""
    text = HEAD
    if listed:
        text += b'\n'.join(listed) + b'\n\n'
    text += ('Tests: %d total, %d passed, %d failed\n' % (
        total, total - failed, failed)).encode() + b'Time:  TIME\n' + LINE + b'\n\n'
    if failed:
        return text + ('%d test(s) failed\n' % failed).encode()
    return text + b'All tests passed! \xe2\x9c\xa8\n'


def passed(name):
    return PASSED + name + b' (TIME)'


def failed(name, message):
    return FAILED + name + b' (TIME)\n    Error: ' + message


class Runner(object):
    """Runs the tests in a text; times are replaced."""

    def __init__(self, run, folder):
        self.run = run
        self.folder = folder

    def __call__(self, text, *switches):
        path = program(self.folder, text)
        outcome = self.run(['test-run', path] + list(switches))
        outcome.out = re.sub(br'\(\d+ms\)', b'(TIME)', outcome.out)
        outcome.out = re.sub(br'Time:  \d+ms', b'Time:  TIME', outcome.out)
        return outcome

    def passes(self, text, total, out=b''):
        check(self(text), out + report([], total, 0))

    def fails(self, text, listed, total):
        check(self(text), report(listed, total, len(listed)), 1)


@pytest.fixture
def tests(run, folder):
    return Runner(run, folder)


# spec: language.md 13; decisions.md 24
EXAMPLE = b'''
test_setup { base := 2 }
test "addition" { assert_equal(base + 2, 4) }
test_group "more" {
    test "broken" { assert_equal(2 + 2, 5) }
}
'''
BROKEN = b'Assertion failed: expected Int(5), got Int(4)'


def test_example(tests):
    check(tests(EXAMPLE), report([failed(b'broken', BROKEN)], 2, 1), 1)


@pytest.mark.parametrize('switch', ['-v', '--verbose'])
def test_example_verbose(tests, switch):
    check(tests(EXAMPLE, switch),
          report([passed(b'addition'), failed(b'more > broken', BROKEN)], 2, 1), 1)


def test_all_pass(tests):
    text = b'test "a" { assert_true(true) } test "b" { }'
    check(tests(text), report([], 2, 0))
    check(tests(text, '-v'), report([passed(b'a'), passed(b'b')], 2, 0))


def test_normal_run_skips_tests(run, folder):
    check(run([program(folder, b'print(1) ' + EXAMPLE + b'print(2)')]), b'1\n2\n')


def test_top_level_runs_once_in_order(tests):
    tests.passes(b'''
print("first")
test "a" { print("a", n) }
n := 1
n := n + 1
print("last")
test "b" { print("b", n) }
''', 2, b'first\nlast\na 2\nb 2\n')


def test_what_the_file_declares(tests):
    tests.passes(b'''
const LIMIT := 3
let shift := 10
struct Point { x: int, y: int = 5
    func sum(self) { return self.x + self.y } }
enum Shade { Dark, Light }
func twice(n) { return helper(n) }
func helper(n) { return n * 2 }
func* count() { yield 1 yield 2 }
async func later(n) { return n }
test "all" {
    assert_equal(twice(LIMIT) + shift, 16)
    assert_equal(Point { x: 1 }.sum(), 6)
    assert_equal(count().collect(), [1, 2])
    assert_equal(await later(4), 4)
    match Shade::Light(7) {
        case Shade::Light(v): { assert_equal(v, 7) }
        default: { assert(false) }
    }
}
''', 1)


def test_globals_are_isolated(tests):
    tests.passes(b'''
n := 1
f := 1.5
items := [1, [2, 3]]
shop := {"a": {"b": 1}}
late := null
func bump() { n := n + 1  return n }
func change() {
    f := f * 2.0
    items[1][0] := 9
    items := push(items, 4)
    shop["a"]["b"] := 2
    late := "set"
    n := "text"
}
test "one" { assert_equal(bump(), 2) change() assert_equal(items, [1, [9, 3], 4]) }
test "two" { n := 7  assert_equal(bump(), 8) items[0] := 0  change() }
test "three" {
    assert_equal([n, f, items, shop, late], [1, 1.5, [1, [2, 3]], {"a": {"b": 1}}, null])
    change()
}
test "four" { assert_equal(items, [1, [2, 3]]) assert_equal(bump(), 2) }
''', 4)


def test_globals_that_only_a_test_binds(tests):
    tests.fails(b'''
func bind() { made := 1 }
test "binds" { if false { } made := 1  assert_equal(made, 1) }
test "unbound" { print(made) }
if false { conditional := 1 }
func set_it() { conditional := 5 }
test "binds it" { conditional := 2 }
test "is unbound again" { print(conditional) }
''', [failed(b'unbound', b'Undefined variable: made'),
      failed(b'is unbound again', b'Undefined variable: conditional')], 4)


def test_captured_variables_are_isolated(tests):
    tests.passes(b'''
func make() {
    n := 0
    return func() { n := n + 1  return n }
}
next := make()
holder := {"next": [make()], "ok": Ok(make())}
assert_equal(next(), 1)
test "one" { assert_equal(next(), 2) assert_equal(next(), 3)
    f := holder["next"][0]
    assert_equal(f(), 1)
    match holder["ok"] { case Ok(g): { assert_equal(g(), 1) } }
}
test "two" { assert_equal(next(), 2)
    f := holder["next"][0]
    assert_equal(f(), 1)
    match holder["ok"] { case Ok(g): { assert_equal(g(), 1) } }
}
''', 2)


def test_struct_declared_in_a_test(tests):
    tests.passes(b'''
struct P { x: int = 1
    func get(self) { return self.x } }
test "other" {
    struct P { x: int = 2
        func get(self) { return self.x * 10 } }
    assert_equal(P { }.get(), 20)
}
test "own" { assert_equal(P { }.get(), 1) }
''', 2)


def test_one_function_level(tests):
    tests.passes(b'''
test_setup {
    let a := 1
    b := [1]
    func add(n) { return n + a }
    const C := 3
}
test "one" { a := a + 1  b[0] := 5  func own() { return a }  assert_equal(add(1), 3)
    assert_equal(own(), 2) assert_equal(C, 3) }
test "two" { assert_equal(a, 1) assert_equal(b, [1]) let b := "other" }
test_teardown { print(a, b) }
''', 2, b'2 [5]\n1 other\n')


def test_setup_shared_by_tests_that_bind_different_names(tests):
    tests.passes(b'''
test_setup { d := {key: 1}
    func get_it() { return d } }
test "one" { assert_equal(keys(d), ["key"]) }
test "two" { let key := "k"  assert_equal(keys(get_it()), ["key"]) }
test "three" { assert_equal(keys(d), ["key"]) }
''', 3)


def test_names_of_one_test_are_not_seen_by_the_next(tests):
    tests.fails(b'test "a" { x := 1 } test "b" { print(x) }',
                [failed(b'b', b'Undefined variable: x')], 2)


def test_failing_setup(tests):
    tests.fails(b'''
test_setup { throw("no base") }
test "never" { print("body") }
''', [failed(b'never', b'Setup failed: no base')], 1)


def test_failing_teardown(tests):
    tests.fails(b'''
test "good" { }
test "bad" { throw("first") }
test_teardown { throw("cannot clean") }
''', [failed(b'good', b'Teardown failed: cannot clean'), failed(b'bad', b'first')], 2)


def test_teardown_runs_always(tests):
    outcome = tests(b'''
test_setup { step := "setup"  if fail { throw("s") } }
fail := false
test_teardown { print("teardown", step) }
test "passes" { step := "body" }
test "returns" { step := "returned"  if true { return }  step := "behind" }
test "fails" { step := "failed"  throw("x") }
''')
    assert outcome.out.startswith(
        b'teardown body\nteardown returned\nteardown failed\n\n=')
    outcome = tests(b'test_setup { throw("s") } test_teardown { print("t") } test "a" { }')
    check(outcome, b't\n' + report([failed(b'a', b'Setup failed: s')], 1, 1), 1)


def test_last_setup_and_teardown_count(tests):
    tests.passes(b'''
test_setup { print("first setup") }
test_teardown { print("first teardown") }
test "a" { print("a") }
test_setup { print("setup") }
test_teardown { print("teardown") }
''', 1, b'setup\na\nteardown\n')


GROUPS = b'''
test "outside" { print("outside") }
test_group "g" {
    shared := 5
    test "one" { print("one", shared) }
    test_group "h" {
        test "two" { print("two") }
        test_setup { print("  setup h") }
        test_teardown { print("  teardown h") }
    }
    test_setup { print(" setup g", shared) }
    test_teardown { print(" teardown g") }
    test "three" { print("three") }
}
test_setup { print("setup") }
test_teardown { print("teardown") }
'''


def test_groups(tests):
    check(tests(GROUPS, '-v'), b'''setup
outside
teardown
setup
 setup g 5
one 5
teardown
 teardown g
setup
 setup g 5
  setup h
two
teardown
 teardown g
  teardown h
setup
 setup g 5
three
teardown
 teardown g
''' + report([passed(b'outside'), passed(b'g > one'), passed(b'g > h > two'),
              passed(b'g > three')], 4, 0))


def test_all_teardowns_run(tests):
    outcome = tests(b'''
test_setup { throw("outer") }
test_teardown { throw("outer teardown") }
test_group "g" {
    test_setup { print("never") }
    test_teardown { print("inner teardown") }
    test "a" { print("never") }
}
''')
    check(outcome, b'inner teardown\n' + report(
        [failed(b'a', b'Setup failed: outer')], 1, 1), 1)


def test_return_ends_the_test(tests):
    tests.passes(b'''
test "plain" { if true { return }  throw("behind") }
test "value" { return 5 }
test "in loops" {
    for i in [1, 2] { while true { try { return i } except e { } } }
    throw("behind")
}
test "of a function" { f := func() { return 1 }  assert_equal(f(), 1) print("goes on") }
''', 4, b'goes on\n')


def test_return_in_setup_ends_the_setup(tests):
    tests.passes(b'''
test_setup { a := 1  if true { return }  a := 2 }
test "a" { print(a) }
''', 1, b'1\n')


def test_error_operator(tests):
    tests.fails(b'''
test "ok" { assert_equal(Ok(1)?, 1) }
test "err" { Err("lost")? }
test "none" { x := None?  print(x) }
''', [failed(b'err', b'lost'), failed(b'none', b'Expected a value, got None')], 3)


def test_caught_errors_do_not_fail(tests):
    tests.passes(b'test "a" { try { throw("x") } except e { assert_equal(e.message, "x") } }', 1)


def test_failures_of_all_kinds(tests):
    tests.fails(b'''
func deep() { throw("deep") }
struct Problem { message: string }
test "undefined" { nothing() }
test "function" { deep() }
test "object" { throw(Problem { message: "object" }) }
test "value" { throw([1]) }
test "division" { 1 / 0 }
''', [failed(b'undefined', b'Undefined variable: nothing'), failed(b'function', b'deep'),
      failed(b'object', b'object'), failed(b'value', b'[1]'),
      failed(b'division', b'Division by zero')], 5)


def test_endless_recursion_fails_the_test(run, folder):
    path = program(folder, b'func f(n) { return f(n + 1) + 1 } test "deep" { f(0) } test "b" { }')
    outcome = run(['test-run', path])
    assert outcome.exit == 1
    assert b'    Error: Maximum call stack depth' in outcome.out
    assert b'Tests: 2 total, 1 passed, 1 failed\n' in outcome.out


def test_variables_after_a_failure(tests):
    outcome = tests(b'''
test_setup { items := [3, 1] }
test "a" { items := map(items, func(n) { throw("in map") }) }
test_teardown { items := push(items, 4)  print(items) }
''')
    check(outcome, b'[3, 1, 4]\n' + report([failed(b'a', b'in map')], 1, 1), 1)


def test_tasks(tests):
    tests.passes(b'''
async func slow(n) { await async_sleep(1)  return n }
test "await" { assert_equal(await slow(3), 3) }
test "spawn" { c := channel()  spawn { c.send(4) }  assert_equal(c.receive(), 4) }
''', 2)


@pytest.mark.parametrize('text, out, code', [
    (b'test "a" { print(1) exit(7) } test "b" { print(2) }', b'1\n', 7),
    (b'exit(3)\ntest "a" { print(1) }', b'', 3),
])
def test_exit_ends_the_run(tests, text, out, code):
    check(tests(text), out, code)


def test_return_at_the_top_level(tests):
    tests.passes(b'n := 1\nif true { return }\nn := 2\ntest "a" { assert_equal(n, 1) }', 1)


def test_error_at_the_top_level(tests):
    outcome = tests(b'test "a" { print(1) }\nthrow("early")')
    assert (outcome.out, outcome.exit) == (b'', 1)
    assert outcome.err.startswith(b'Runtime Error: early\n')


@pytest.mark.parametrize('text', [b'', b'print(1)', b'test_setup { }', b'test_group "g" { }'])
def test_no_tests(run, folder, text):
    path = program(folder, text)
    check(run(['test-run', path]), ('No tests found in %s\n' % path).encode(), 1)


@pytest.mark.parametrize('text', [
    b'test "a" { break }', b'test_setup { yield 1 } test "a" { }',
    b'while true { break }\nbreak\ntest "a" { print(1) }'])
def test_compilation_errors(tests, text):
    outcome = tests(b'print(0)\n' + text)
    assert (outcome.out, outcome.exit) == (b'', 1)
    assert outcome.err.startswith(b'Compilation error: ')


def test_syntax_error(tests):
    outcome = tests(b'test "a" { print( }')
    assert (outcome.out, outcome.exit) == (b'', 3)
    assert outcome.err.startswith(b'[RUFPARSE001] [parser] error: ')


def test_missing_file(run):
    outcome = run(['test-run', 'no/such/file.ruff'])
    assert (outcome.out, outcome.exit) == (b'', 5)
    assert outcome.err.startswith(b'[RUFCLI001] [cli] error: Failed to read .ruff file')


def test_builtins_that_a_test_replaces(tests):
    tests.passes(b'''
test "one" { len := 3  assert_equal(len, 3) }
test "two" { assert_equal(len([1]), 1) }
''', 2)


def test_tests_in_tests_and_in_blocks_are_ignored(tests):
    tests.passes(b'test "a" { test "b" { print(1) } } if true { test "c" { print(2) } }', 1)


def test_arguments(tests):
    tests.passes(b'test "a" { assert_equal(args(), []) }', 1)


def test_usage(run, folder):
    path = program(folder, EXAMPLE)
    check_usage(run(['test-run']))
    check_usage(run(['test-run', path, path]))
    check_usage(run(['test-run', path, '--quiet']))
    check_usage(run(['test-run', path, '-v', '--verbose']))


def test_help(run):
    for arguments in (['test-run', '--help'], ['help', 'test-run']):
        outcome = run(arguments)
        assert (outcome.err, outcome.exit) == (b'', 0)
        assert outcome.out.startswith(
            b'Run tests defined with the test framework\n\nUsage: ruff test-run [OPTIONS] <FILE>\n')
    assert b'\n  test-run  Run tests defined with the test framework\n' in run(['--help']).out


LATE = b'async func late(x) { await async_sleep(1)  throw("late ${x}") }\n'
LATE += b'func pause() { for i in 4 { await async_sleep(5) } }\n'


def test_a_promise_that_nobody_awaits_fails_its_test(tests):
    tests.fails(LATE + b'''
p := late(0)
pause()
test "awaited" { try { await p } except e { assert_equal(e.stack, ["late"]) } }
test "lost" { late(1)  pause() }
test "fails itself" { late(2)  pause()  throw("first") }
test "not its own" { }
''', [failed(b'lost', b'Promise rejected: late 1 (the promise was never awaited)'),
      failed(b'fails itself', b'first')], 4)


def test_a_promise_of_the_top_level_that_no_test_awaits(tests):
    outcome = tests(LATE + b'late(0)\npause()\ntest "a" { }\n')
    assert (outcome.exit, outcome.out) == (1, report([], 1, 0))
    assert outcome.err.startswith(b'Runtime Error: Promise rejected: late 0\n  --> ')
    assert b'never awaited' in outcome.err
