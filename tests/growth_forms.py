"""Statements that change a value in place, whatever their form (decisions 39 to 41): data of
test_growth.py.

Each form is tried in each of CONTEXTS.  In a ``step`` ``i`` counts the steps.
"""

STORE = '''
struct Store {
    items: array,
    rest: array
    func add(self, value) {
        self.items := push(self.items, value)
        return self
    }
    func try_add(self, value) {
        self.items := push(self.items, value)
        return Ok(self)
    }
    func add_and_count(self, value) {
        self.items := push(self.items, value)
        return [self, len(self.items)]
    }
    func put(mut self, value) {
        self.items.push(value)
        return len(self.items)
    }
    func put_all(mut self, values) {
        for value in values { self.put(value) }
    }
    func put_if_fit(mut self, value) {
        if value < 0 { return Err("negative") }
        [self.items, self.rest] := [self.rest, self.items]
        self.rest.push(value)
        return Ok(len(self.rest))
    }
}
func grown(array, value) {
    array := push(array, value)
    return array
}
func grown_and_count(array, value) {
    array := push(array, value)
    return [array, len(array)]
}
func count_first(array, value) {
    array[0] := value
    array := push(array, value)
    return [len(array), array]
}
func checked(array, value) {
    if value < 0 { return Err("negative") }
    array := push(array, value)
    return Ok(array)
}
'''


class Form(object):
    """``setup``: statements before the loop.  ``calls_function``: the value moves into a function
    of the program."""

    def __init__(self, name, setup, step, calls_function=False):
        self.name = name
        self.setup = setup
        self.step = step
        self.calls_function = calls_function


FORMS = [
    # The path, with any index expression that calls nothing.
    Form('variable', 'xs := []', 'xs := push(xs, i)'),
    Form('field', 's := {"f": []}', 's.f := push(s.f, i)'),
    Form('index_is_a_field', 'm := {"a": []}\ne := {"k": "a"}', 'm[e.k] := push(m[e.k], i)'),
    Form('index_is_an_item', 'm := {"a": []}\nnames := ["a"]',
         'm[names[0]] := push(m[names[0]], i)'),
    Form('index_is_a_remainder', 'a := [[], []]', 'a[i % 2] := push(a[i % 2], i)'),
    Form('index_from_the_end', 'a := [[], []]', 'a[-1] := push(a[-1], i)'),
    Form('index_is_a_text', 'm := {"k0": []}', 'm["k${i % 1}"] := push(m["k${i % 1}"], i)'),
    Form('index_is_a_pair', 'm := {}\nm[[0, 1]] := []', 'm[[i % 1, 1]] := push(m[[i % 1, 1]], i)'),
    Form('index_of_a_step', 'b := [{"rows": []}]', 'b[i % 1].rows := push(b[i % 1].rows, i)'),
    Form('two_indexes', 'b := [[[], []]]',
         'b[i % 1][i % 2] := push(b[i % 1][i % 2], i)'),
    Form('index_names_the_root', 'a := [1, []]', 'a[a[0]] := push(a[a[0]], i)'),
    Form('path_is_the_second_argument', 'm := {"a": []}\ne := {"k": "a"}',
         'm[e.k] := heap_push(m[e.k], i + len(m[e.k]))'),
    Form('argument_calls', 'm := {"a": []}\ne := {"k": "a"}',
         'm[e.k] := push(m[e.k], len(grown([], i)))'),
    # get() with a default.
    Form('get_with_default', 'm := {}\nk := "a"', 'm[k] := push(get(m, k, []), i)'),
    Form('get_with_index_expression', 'm := {}', 'm[i % 2] := push(get(m, i % 2, []), i)'),
    Form('get_with_constant_key', 'm := {}', 'm["a"] := push(get(m, "a", []), i)'),
    Form('get_below_a_field', 's := {"groups": {}}',
         's.groups[i % 3] := push(get(s.groups, i % 3, []), i)'),
    Form('get_with_function', 'm := {}', 'm[i % 2] := grown(get(m, i % 2, []), i)', True),
    # Addition.
    Form('add_to_variable', 'xs := []', 'xs += [i]'),
    Form('add_array_variable', 'xs := []\nys := [1]', 'xs += ys'),
    Form('add_call', 'xs := []', 'xs += grown([], i)'),
    Form('add_written_out', 'xs := []', 'xs := xs + [i]'),
    Form('add_to_field', 's := {"f": []}', 's.f += [i]'),
    Form('add_to_item', 'd := {"a": []}\nk := "a"', 'd[k] += [i]'),
    Form('add_to_item_of_item', 'd := [[], []]', 'd[i % 2] += [i]'),
    Form('add_to_item_written_out', 'd := [[], []]', 'd[1] := d[1] + [i]'),
    Form('add_variable_to_item', 'd := [[], []]\nys := [1]', 'd[i % 2] += ys'),
    # Functions and methods of the program.
    Form('function', 'xs := []', 'xs := grown(xs, i)', True),
    Form('method', 's := Store { items: [], rest: [] }', 's := s.add(i)', True),
    Form('method_try', 's := Store { items: [], rest: [] }', 's := s.try_add(i)?', True),
    Form('function_try', 'xs := []', 'xs := checked(xs, i)?', True),
    Form('method_and_count', 's := Store { items: [], rest: [] }\nn := 0',
         '[s, n] := s.add_and_count(i)', True),
    Form('function_and_count', 'xs := []\nn := 0', '[xs, n] := grown_and_count(xs, i)', True),
    Form('function_and_count_first', 'xs := [0]\nn := 0', '[n, xs] := count_first(xs, i)', True),
    Form('function_of_path', 's := {"f": []}', 's.f := grown(s.f, i)', True),
    Form('function_of_path_with_index', 'a := [[], []]', 'a[i % 2] := grown(a[i % 2], i)', True),
    Form('function_of_path_try', 'a := [[], []]', 'a[i % 2] := checked(a[i % 2], i)?', True),
    Form('method_of_path', 's := [Store { items: [], rest: [] }]', 's[i % 1] := s[i % 1].add(i)',
         True),
    # Methods that change the value they are called on; nobody can see it while they do.
    Form('changing_method', 's := Store { items: [], rest: [] }', 's.put(i)'),
    Form('changing_method_in_expression', 's := Store { items: [], rest: [] }\nn := 0',
         'n := n + s.put(i)'),
    Form('changing_method_calls_another', 's := Store { items: [], rest: [] }', 's.put_all([i])'),
    Form('changing_method_of_item', 'a := [Store { items: [], rest: [] }]', 'a[i % 1].put(i)'),
    Form('changing_method_of_field', 's := {"f": Store { items: [], rest: [] }}', 's.f.put(i)'),
    Form('changing_method_of_result_of_index', 'm := {"a": Store { items: [], rest: [] }}',
         'm["ab"[len(grown([], i)) - 1]].put(i)'),
    Form('changing_method_try', 's := Store { items: [], rest: [] }\nn := 0',
         'n := n + s.put_if_fit(i)?'),
    # Methods of containers.
    Form('push', 'xs := []', 'xs.push(i)'),
    Form('push_to_field', 's := Store { items: [], rest: [] }', 's.items.push(i)'),
    Form('push_to_item', 'a := [[], []]', 'a[i % 2].push(i)'),
    Form('push_to_item_of_field', 'b := [{"rows": []}]', 'b[i % 1].rows.push(i)'),
    Form('push_to_index_that_calls', 'a := [[]]', 'a[len(grown([], i)) - 1].push(i)'),
    Form('push_and_pop', 'xs := []\nn := 0', 'xs.push(i, i)\nn := n + xs.pop()'),
    Form('extend', 'xs := []', 'xs.extend([i])'),
    Form('insert_at_the_end', 'xs := []', 'xs.insert(len(xs), i)'),
    Form('remove_at_the_end', 'xs := []', 'xs.push(i, i)\nxs.remove_at(len(xs) - 1)'),
    Form('truncate', 'xs := []', 'xs.push(i, i)\nxs.truncate(len(xs) - 1)'),
    Form('swap', 'xs := [0]', 'xs.push(i)\nxs.swap(0, len(xs) - 1)'),
    Form('get_or_insert', 'd := {}', 'd.get_or_insert(i, 0)'),
    Form('get_or_insert_and_push', 'm := {}', 'm.get_or_insert(i % 2, [])\nm[i % 2].push(i)'),
    Form('merge', 'd := {}\none := {"a": 1}', 'd[i] := i\nd.merge(one)'),
    Form('remove_key', 'd := {}', 'd[i] := i\nd[-1] := i\nd.remove(-1)'),
    Form('set_add', 's := Set([])', 's.add(i)'),
    Form('set_remove', 's := Set([])', 's.add(i)\ns.add(-1)\ns.remove(-1)'),
    Form('enqueue', 'b := [Queue()]', 'b[0].enqueue(i)'),
    Form('enqueue_and_dequeue', 'b := Queue()\nn := 0',
         'b.enqueue(i)\nb.enqueue(i)\nn := n + b.dequeue()'),
    Form('stack_push_and_pop', 'b := Stack()\nn := 0', 'b.push(i)\nb.push(i)\nn := n + b.pop()'),
    # Several places at once, and branches.
    Form('exchange', 'a := [[1], [2]]', '[a[i % 1], a[1]] := [a[1], a[i % 1]]\na[1] := push(a[1], i)'),
    Form('same_path', 'a := {"k": []}\nk := "k"', 'a[k] := a[k]\na[k] := push(a[k], i)'),
    Form('branches', 'a := [[], []]',
         'a[i % 2] := if i < 0 { [] } else { push(a[i % 2], i) }'),
]

TOP_LEVEL = '%(setup)s\nfor i in %(steps)d {\n    %(step)s\n}'
FUNCTION = 'func work(steps) {\n%(setup)s\nfor i in steps {\n    %(step)s\n}\n}\nwork(%(steps)d)'
WHILE = ('func work(steps) {\n%(setup)s\ni := 0\nwhile i < steps {\n    %(step)s\n    i := i + 1\n}\n}\n'
         'work(%(steps)d)')
TRY = ('func work(steps) {\n%(setup)s\nfor i in steps {\n'
       '    try {\n        %(step)s\n    } except e { print(e.message) }\n}\n}\nwork(%(steps)d)')
# Functions that could look at the variables while the loop runs.
GLOBALS = ('func others() { return [xs, s, m, a, b, d] }\n%(setup)s\n'
           'for i in %(steps)d {\n    %(step)s\n}')

CONTEXTS = [
    ('top_level', TOP_LEVEL), ('function', FUNCTION), ('while', WHILE), ('try', TRY),
    ('globals', GLOBALS),
]
# Contexts where others could see that a function has changed the value it was given.
SEEN = ('try', 'globals')


def cases():
    """List of (name, Form, template of a program)."""
    found = []
    for form in FORMS:
        for context, template in CONTEXTS:
            if not (form.calls_function and context in SEEN):
                found.append(('%s-%s' % (form.name, context), form, template))
    return found


def program(form, template, steps, start='0', end=''):
    """The source of a program that does a number of steps; ``start`` is the value of ``clock``
    before them, ``end`` is a statement behind them."""
    steps = template % {'setup': form.setup, 'step': form.step, 'steps': steps}
    return '%s\nclock := %s\n%s\n%s\n' % (STORE, start, steps, end)
