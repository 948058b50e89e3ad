"""The listing of bytecode."""

from ruffinterp.compiler.test.listings import listing_of


def listing(text):
    """The listing of a program as rows of words; empty rows are left out."""
    return [row.split() for row in listing_of(text).splitlines() if row]


def test_rows_have_lines_positions_and_named_operands():
    rows = listing('x := 1\nwhile x < 3 {\n    x := x + 1\n}\n')
    assert [' '.join(row) for row in rows] == [
        'function <module>: 0 parameters, 1 register',
        '1 0 MOVE destination=x source=1',
        '2 3 JUMP_UNLESS_LT left=x right=3 target=14',
        '3 7 ADD destination=x left=x right=1',
        '2 11 JUMP_BACK target=3 live=0',
        '4 14 RETURN value=null']


def test_every_kind_of_operand():
    words = sum(listing('''
struct P { a, func m(self, b) { return self.a + b } }
async func later(value) { return await value }
func* numbers() { yield 1 }
func counter(shown) {
    let n := 0
    for i in shown { let n := i  print(n, "\\t") }
    return func() { n := n + len(shown)  return [n, x] }
}
x := P { a: 1 }.m(2)
try { [x, later, {"k": 1}] } except e { print(e) }
match x { case E::V: { print("v") } case "a": { spawn { print(x) } } }
'''), [])
    for word in ['<module>:', 'P.m:', 'async', 'generator', '<lambda>:', 'name="m"', 'method=t0',
                 'struct=P', 'shape={a}', 'shape={k}', 'cell=later', 'builtin=print', 'owned={0}',
                 'argument="\\t"', 'tag=E::V', 'expected="a"', 'mode=new-cell',
                 'mode=copy', 'captured=shown', 'function=<lambda>', 'destination=n.3', 'errors', 'e,']:
        assert word in words, word
