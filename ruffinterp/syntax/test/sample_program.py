"""A program that uses every construct of the language, as raw material for tests."""

TEXT = r'''
# bookkeeping
import shapes
import colours as paint
from geometry.plane import area, perimeter as outline
from a.test import b

let total: int := 0
mut [first, {name, ...others}, ...tail] = rows
const LIMIT := 10 * (3 + 4) - -2
{width, height} := size
[x, y,] := [1, 2]

struct Point {
    x: int = 0,
    y: float := 1.5
    tags: Array<string>
    link
    func length(self) -> float { return sqrt(self.x * self.x + self.y * self.y) }
    async func load(self, url: string) { self.tags := await fetch(url) },
}
enum Colour { Red, Green, Custom, }
enum Shape { Circle(r), Rect(w, h,), Empty(), }

func add(a, b := 2, ...rest) -> int {
    for i in rest { a += rest[i] }
    return a + b;
}
async func* numbers(limit: int = LIMIT) {
    i := 0
    while i < limit && !done { yield i i := i + 1 }
    yield;
}
export func area(p: Point, f: Option<Result<int, string>>) { return p?.x ?? 0 }
export answer := 42

if total > 1 || ready { print("more") } else if empty {} else { print("less") }
if p == Point { x: 1 } { print("one") }
for [k, v] in pairs { total += v }
for p in await load() { continue }
loop { break }
loop while total < 3 { total += 1 }
match colour {
    case Colour::Red: { print("red") }
    case Colour::Custom(r, g) if r > g: { print(r) }
    case 1 | -2.5 | "three" | null: { }
    case Ok(value): { print(value) }
    case _: { }
    default: { throw("unknown") }
}
match size { case LIMIT: { } case let n if n > 3: { throw n } }
try { risky()? } except problem { print(problem.message) }
try { risky() } except problem { throw problem } finally { close() }
try { throw [1] } finally { }
for name, [x, y] in places { print(name, x) }
[xs[i], self.a.b, [c, ...d], {e}] := [xs[j], 2, [3], {e: 1}]
xs[1:n] := ys[:-1] + ys[1:][:]
best := if a > b { a } else if c { 1 } else { f(b) }
print(match n { case 1: { "one" } default: { "many" } }, if a { 1 } else { 2 } + 3)
spawn { work(1) }
test "adds" { assert_equal(add(1, 2), 3) }
test_group "all" { test_setup { } test_teardown { } }

names := rows |> filter(func(row) { return row.active }) |> map(to_name)
table := {"a": 1, b: [1, 2, ...more], ...defaults}
text := "sum ${add(1, "${total} of ${LIMIT}") + 1:>8}, \${not} \"quoted\""
result := Ok({deep: [[1], [2]]})
shape.corners[0].x %= 2
f(...args)(1)[2].test.default(-1)
'''
