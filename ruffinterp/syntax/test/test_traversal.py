"""A traversal reaches every part of every kind of node."""

from ruffinterp.syntax import ast
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source
from ruffinterp.syntax.traversal import Traversal

PROGRAM = '''
import things
from things import one as other
enum Color { Red(shade), Green }
struct Point { x: int = 1 + 2, y: int, func sum(self, other = 3) { return self.x + other } }
const LIMIT := 10
let [first, {key, ...others}, ...rest] := [1, {key: 2}, 3]
mut total := 0.5
[first, rest[1 + 1], total] := [total, first, rest[1:2 + 3]]
func work(a, b = a, ...more) {
    loop { break }
    while a < b { a += 1 continue }
    return
}
func* gives() { yield 1 yield }
async func waits(value) { return await value }
spawn { print("spawned") }
for [left, right] in [[1, 2], ...rest] { print(left, right) }
if true { print(null) } else if !false { print(-1) } else { print("a${first}b${total:>8}") }
match first {
    case 1 | 2 if total > 1: { print("few") }
    case Color::Red(shade): { print(shade) }
    case let several if several > 3: { print(several) }
    default: { print("others") }
}
try { throw first } except problem { print(problem) } finally { print("done") }
for key, [left, right] in others { print(key, left, right) }
total := if first { 1 } else { 2 } + match first { default: { 3 } }
point := Point { x: 1, y: LIMIT }
point.x := point?.y ?? 5
rest[0] := func(n) { return n && n || n }
{"k": 1, limit: 2, ...others}
value := Ok(1)? + Some(2)?
value := Err(None)
value := Color::Green(1) |> print
print(...rest).sum(1)
export value
test "works" { assert_equal(1, 1) }
test_group "several" { test_setup { print(1) } test_teardown { print(2) } }
'''


class Recorder(Traversal):
    """Notes the nodes that it comes by, those of functions too."""

    def __init__(self):
        self.found = {}

    def function(self, node):
        for parameter in node.parameters:
            if parameter.default is not None:
                parameter.default.visit(self)
        self.statements(node.body)


def _recording(name):
    def visit(self, node):
        self.found[node] = True
        getattr(Traversal, name)(self, node)
    return visit


METHODS = [name for name in dir(Traversal) if name.startswith('visit_')]
for _name in METHODS:
    setattr(Recorder, _name, _recording(_name))


def nodes_below(value, found):
    """All nodes that the attributes of a node lead to and that can be visited."""
    if isinstance(value, (list, tuple)):
        for item in value:
            nodes_below(item, found)
    elif isinstance(value, ast.Node):
        if 'visit' in type(value).__dict__:
            found.append(value)
        for name, part in sorted(vars(value).items()):
            nodes_below(part, found)


def test_every_part_is_visited():
    program = parse(Source('p.ruff', PROGRAM))
    recorder = Recorder()
    recorder.statements(program.body)
    expected = []
    nodes_below(program.body, expected)
    # The literals of cases are no expressions.
    literals = []
    for node in expected:
        if isinstance(node, ast.Match):
            for case in node.cases:
                nodes_below(case.patterns, literals)
    missing = [node for node in expected if node not in recorder.found and node not in literals]
    assert [(type(node).__name__, PROGRAM[node.start:node.end]) for node in missing] == []


def test_the_program_has_every_kind_of_node():
    program = parse(Source('p.ruff', PROGRAM))
    found = []
    nodes_below(program.body, found)
    kinds = set(type(node) for node in found)
    all_kinds = [value for value in vars(ast).values()
                 if isinstance(value, type) and issubclass(value, ast.Node)
                 and 'visit' in value.__dict__ and value is not ast.Node]
    assert [kind.__name__ for kind in all_kinds if kind not in kinds] == []
    assert len(METHODS) == len(all_kinds)
