"""Naive evaluator of generated programs: every read copies the whole value, so nothing can be shared.

It knows no ownership at all and is what the interpreter is compared with.
"""

from evaluate import Expressions
from library import need
from mentions import CALLS, mentioned_names, mentions_kind
from methods import LARGEST_VALUE
from paths import place_of
from same_places import updated_place, with_place
from scope import Scope
from tasks import Return, Tasks
from text import FAILURE_STRUCT, MUTABLE_SELF, TAKEN_TEXT
from values import (Collection, Discard, Function, Generator, Iterator, Struct, Thrown, Wrapper,
                    copied, display, is_number, size, truthy)

STEPS = 6000
LARGEST_KEY = 9


class Break(Exception):
    pass


class Continue(Exception):
    pass


class Reference(Expressions):
    """One run of a program; ``output`` collects the printed lines."""

    def __init__(self):
        self.output = []
        self.steps = STEPS
        self.depth = 0
        self.top = Scope(None, True)
        self.methods = {}
        self.fields = {FAILURE_STRUCT: set(['message', 'cause'])}
        self.tasks = Tasks(self)

    def run(self, program):
        """Printed lines of the program; Discard if it is no use for a comparison."""
        try:
            self.block(program, self.top)
        except Thrown:
            raise Discard()
        finally:
            self.tasks.kill_all()
        return self.output

    def step(self):
        self.steps -= 1
        if self.steps < 0:
            raise Discard()

    # ---- statements

    def block(self, statements, scope):
        for statement in statements:
            self.step()
            getattr(self, 'run_' + statement[0])(statement, scope)

    def inner(self, statements, scope, **bound):
        scope = Scope(scope, False)
        for name, value in bound.items():
            scope.cells[name] = [copied(value)]
        self.block(statements, scope)

    def run_set(self, s, scope):
        scope.assign(s[1], self.evaluate(s[2], scope))

    def run_let(self, s, scope):
        scope.cells[s[1]] = [self.evaluate(s[2], scope)]

    def run_print(self, s, scope):
        self.output.append(display(self.evaluate(s[1], scope)))

    def run_show(self, s, scope):
        self.output.append(' '.join([display(value) for value in self.all(s[1], scope)]))

    def run_evaluate(self, s, scope):
        self.evaluate(s[1], scope)

    def run_return(self, s, scope):
        raise Return(self.evaluate(s[1], scope))

    def run_throw(self, s, scope):
        value = self.evaluate(s[1], scope)
        raise Thrown(value.fields.get('cause') if isinstance(value, Struct) else None)

    def run_break(self, s, scope):
        raise Break()

    def run_continue(self, s, scope):
        raise Continue()

    def run_function(self, s, scope):
        level = scope.function_level()
        level.cells[s[1]] = [Function(s[1], s[2], s[3], scope, s[4])]

    def run_structdef(self, s, scope):
        self.fields[s[1]] = set(s[3])
        for _, name, parameters, body, kind in s[2]:
            changes_self = parameters[:1] == [MUTABLE_SELF]
            if changes_self:
                parameters = ['self'] + parameters[1:]
            self.methods[s[1], name] = Function(name, parameters, body, self.top, kind,
                                                'self' not in parameters, changes_self)

    def run_if(self, s, scope):
        self.inner(s[2] if truthy(self.evaluate(s[1], scope)) else s[3], scope)

    def run_for(self, s, scope):
        for item in self.items_of(self.evaluate(s[2], scope)):
            try:
                self.inner(s[3], scope, **{s[1]: item})
            except Continue:
                pass
            except Break:
                return

    def items_of(self, iterable):
        """The items of a ``for``; lazily where the language is lazy."""
        if isinstance(iterable, Function) and iterable.kind == 'generator':
            iterable = self.call(iterable, [])
        if isinstance(iterable, (Generator, Iterator)):
            return (item for item, in iter(lambda: self.pull(iterable), []))
        if isinstance(iterable, dict):
            return sorted(iterable)
        if isinstance(iterable, Collection):
            return iterable.items
        if is_number(iterable):
            if iterable > STEPS:
                raise Discard()
            return range(iterable)
        need(isinstance(iterable, (list, str)))
        return iterable

    def run_group(self, s, scope):
        self.block(s[1], scope)

    def run_spawn(self, s, scope):
        level = scope.snapshot(self.top, mentioned_names(s[1]))
        self.tasks.spawn(lambda coroutine: self.block(s[1], level))

    def run_try(self, s, scope):
        depth = self.depth
        try:
            self.inner(s[1], scope)
        except Thrown as error:
            self.depth = depth
            fields = {'message': error.text}
            if error.cause is not None:
                fields['cause'] = error.cause
            self.inner(s[3], scope, **{s[2]: fields})

    def run_show_taken(self, s, scope):
        text = self.evaluate(('field', ('variable', s[1]), 'message'), scope)
        if TAKEN_TEXT in text:
            self.output.append(text)

    def run_finally(self, s, scope):
        depth = self.depth
        try:
            self.inner(s[1], scope)
        except (Thrown, Return, Break, Continue) as way_out:
            self.depth = depth
            self.inner(s[2], scope)
            raise way_out
        self.inner(s[2], scope)

    def run_match(self, s, scope):
        subject = self.evaluate(s[1], scope)
        for head, names, body in s[2]:
            if isinstance(subject, Wrapper) and subject.kind == head:
                return self.inner(body, scope, **self.payload(names, subject.items))
        self.inner(s[3], scope)

    def payload(self, names, items):
        """What a pattern binds; a single name ``v`` makes ``v_1``, ``v_2`` too."""
        if len(items) < len(names):
            raise Discard()
        if len(names) == 1:
            names = names + ['%s_%d' % (names[0], i) for i in range(1, len(items))]
        return dict(zip(names, items))

    def run_destructure_dict(self, s, scope):
        value = self.evaluate(s[2], scope)
        need(isinstance(value, (dict, Struct)))
        entries = copied(value.fields if isinstance(value, Struct) else value)
        for target in s[1]:
            if target.startswith('...'):
                rest = dict(item for item in entries.items() if item[0] not in s[1])
                scope.assign(target[3:], rest)
            else:
                scope.assign(target, copied(entries.get(target)))

    def run_destructure(self, s, scope):
        self.bind(s[1], copied(self.evaluate(s[2], scope)), scope)

    def bind(self, pattern, items, scope):
        need(isinstance(items, list))
        for position, target in enumerate(pattern):
            item = items[position] if position < len(items) else None
            if isinstance(target, list):
                self.bind(target, item, scope)
            elif target.startswith('...'):
                scope.assign(target[3:], copied(items[position:]))
            elif target != '_':
                scope.assign(target, copied(item))

    def run_augment(self, s, scope):
        old = self.eval_variable(('variable', s[1]), scope)
        scope.assign(s[1], self.add(old, self.evaluate(s[2], scope)))

    def run_exchange(self, s, scope):
        values = [self.evaluate(place_of(*place), scope) for place in (s[2], s[1])]
        paths = [self.path_of(steps, scope) for _, steps in s[1:]]
        for (root, _), path, value in zip(s[1:], paths, values):
            self.store_at(root, path, value, scope)

    def path_of(self, steps, scope):
        return [(kind, key if kind == 'field' else self.evaluate(key, scope)) for kind, key in steps]

    def run_path(self, s, scope):
        _, root, steps, operator, right = s
        if operator == ':=' and right == place_of(root, steps) and not mentions_kind(right, CALLS):
            # ``P := P`` does nothing but read (decision 41).
            self.evaluate(right, scope)
            return
        if operator == ':=':
            steps, right = self.indexes_once(root, steps, right, scope)
        value = self.evaluate(right, scope) if operator == ':=' else None
        keys = [key if kind == 'field' else self.evaluate(key, scope) for kind, key in steps]
        path = [(kind, key) for (kind, _), key in zip(steps, keys)]
        cell = scope.find(root)
        if cell is None:
            raise Thrown()
        if operator == '+=':
            old = copied(cell[0])
            for kind, key in path:
                old = self.read_field(old, key) if kind == 'field' else self.read_index(old, key)
            value = self.add(old, self.evaluate(right, scope))
        self.store_at(root, path, value, scope)

    def store_at(self, root, path, value, scope):
        cell = scope.find(root)
        if cell is None:
            raise Thrown()
        changed = copied(cell[0])
        self.store(changed, path, copied(value))
        cell[0] = changed
        size(changed, LARGEST_VALUE)

    def indexes_once(self, root, steps, right, scope):
        """The steps and the right side of ``P := f(.., P, ..)`` with the values of the index
        expressions in P, which are evaluated once if they call nothing (decision 41)."""
        place = updated_place(root, steps, right)
        if place is None:
            return steps, right
        known = [(kind, key if kind == 'field' else ('value', self.evaluate(key, scope)))
                 for kind, key in steps]
        return known, with_place(right, place, place_of(root, known))

    def store(self, container, path, value):
        for kind, key in path[:-1]:
            if kind == 'index':
                need(not isinstance(container, str))
                container = self.read_index(container, key)
            else:
                need(not isinstance(container, dict) or key in container)
                container = self.read_field(container, key)
        kind, key = path[-1]
        if kind == 'field':
            need(isinstance(container, (dict, Struct)))
            need(not isinstance(container, Struct) or key in container.fields)
            (container.fields if isinstance(container, Struct) else container)[key] = value
        elif isinstance(container, dict):
            if not (isinstance(key, str) or is_number(key)):
                # Keys of other kinds are left to unit tests.
                raise Discard()
            if is_number(key) and not -1 <= key <= LARGEST_KEY:
                # Beyond this the orders as text and as numbers differ.
                raise Discard()
            container[str(key)] = value
        else:
            need(isinstance(container, list) and is_number(key))
            need(-len(container) <= key < len(container))
            container[key] = value
