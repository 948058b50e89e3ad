"""Expressions and calls of the reference evaluator: every read copies the whole value."""

from library import BUILTINS, need, need_list, sequence
from mentions import mentioned_names
from methods import DEEPEST_CALL, LARGEST_VALUE, Methods
from tasks import Return
from values import (Channel, Discard, Function, Generator, Iterator, Promise, Struct, Thrown, Wrapper,
                    copied, display, equal, is_number, size, truthy)
from scope import Scope



class Expressions(Methods):
    """The part of the evaluator that gives values; see ``reference.py`` for its state."""

    def evaluate(self, e, scope):
        self.step()
        value = getattr(self, 'eval_' + e[0])(e, scope)
        self.steps -= size(value, LARGEST_VALUE) // 50
        return value

    def all(self, items, scope):
        """The values of items of a display or of arguments, with spreads."""
        result = []
        for item in items:
            if item[0] == 'spread':
                result.extend(need_list(self.evaluate(item[1], scope)))
            else:
                result.append(self.evaluate(item, scope))
        return result

    def eval_int(self, e, scope):
        return e[1]

    def eval_string(self, e, scope):
        return e[1]

    def eval_null(self, e, scope):
        return None

    def eval_none(self, e, scope):
        return Wrapper('None', [])

    def eval_value(self, e, scope):
        return copied(e[1])

    def eval_choice(self, e, scope):
        if not truthy(self.evaluate(e[1], scope)):
            return self.evaluate(e[4], scope)
        inner = Scope(scope, False)
        self.block(e[2], inner)
        return self.evaluate(e[3], inner)

    def eval_variable(self, e, scope):
        cell = scope.find(e[1])
        if cell is None:
            raise Thrown()
        return copied(cell[0])

    def eval_array(self, e, scope):
        return self.all(e[1], scope)

    def eval_dict(self, e, scope):
        result = {}
        for key, value in e[1]:
            if key == '...':
                other = self.evaluate(value, scope)
                need(isinstance(other, dict))
                result.update(other)
            else:
                result[key] = self.evaluate(value, scope)
        return result

    def eval_struct(self, e, scope):
        if e[1] not in self.fields:
            # A program that is being made smaller; others declare what they use.
            raise Discard()
        given = dict((name, self.evaluate(value, scope)) for name, value in e[2])
        # Fields that are left out have their default.
        return Struct(e[1], dict(dict.fromkeys(self.fields[e[1]], 0), **given))

    def eval_wrap(self, e, scope):
        return Wrapper(e[1], [self.evaluate(e[2], scope)])

    def eval_tag(self, e, scope):
        return Wrapper('E::' + e[1], self.all(e[2], scope))

    def eval_lambda(self, e, scope):
        return Function(None, e[1], e[2], scope.captured(self.top, mentioned_names(e[2])), e[3])

    def eval_index(self, e, scope):
        container = self.evaluate(e[1], scope)
        return self.read_index(container, self.evaluate(e[2], scope))

    def read_index(self, container, index):
        if isinstance(container, dict):
            need(isinstance(index, str) or is_number(index))
            need(str(index) in container)
            return container[str(index)]
        need(isinstance(container, (list, str)) and is_number(index))
        need(-len(container) <= index < len(container))
        return container[index]

    def eval_field(self, e, scope):
        return self.read_field(self.evaluate(e[1], scope), e[2])

    def read_field(self, container, name):
        if isinstance(container, dict):
            return container.get(name)
        need(isinstance(container, Struct) and name in container.fields)
        return container.fields[name]

    def eval_optional(self, e, scope):
        container = self.evaluate(e[1], scope)
        fields = container.fields if isinstance(container, Struct) else container
        return fields.get(e[2]) if isinstance(fields, dict) else None

    def eval_interpolated(self, e, scope):
        return ' '.join([display(self.evaluate(part, scope)) for part in e[1]])

    def eval_unwrap(self, e, scope):
        value = self.evaluate(e[1], scope)
        need(isinstance(value, Wrapper) and not value.kind.startswith('E::'))
        if value.kind in ('Err', 'None'):
            raise Return(value)
        return value.items[0]

    def eval_binary(self, e, scope):
        left = self.evaluate(e[2], scope)
        if e[1] == '??':
            return self.evaluate(e[3], scope) if left is None else left
        right = self.evaluate(e[3], scope)
        if e[1] == '==':
            return equal(left, right)
        if e[1] == '%':
            need(is_number(left) and is_number(right) and right != 0)
            return left % right if left >= 0 else -(-left % right)
        return self.add(left, right)

    def add(self, left, right):
        if isinstance(left, Struct) and (left.name, 'op_add') in self.methods:
            return self.call(self.methods[left.name, 'op_add'], [left, right])
        need(any(isinstance(left, kind) and isinstance(right, kind) for kind in (str, list))
             or (is_number(left) and is_number(right)))
        return left + right

    def eval_yield(self, e, scope):
        """The coroutine is that of the body in which the ``yield`` stands."""
        value = self.evaluate(e[1], scope)
        self.tasks.suspend(self.tasks.innermost, value)
        return None

    def eval_await(self, e, scope):
        value = self.evaluate(e[1], scope)
        if not isinstance(value, Promise):
            return value
        return self.tasks.wait(value, scope.function_level().is_async_body)

    # ---- calls

    def eval_pipe(self, e, scope):
        callee = self.callee(e[2], scope)
        return callee(*[self.evaluate(e[1], scope)] + self.all(e[3], scope))

    def eval_call(self, e, scope):
        callee = self.callee(e[1], scope)
        return callee(*self.all(e[2], scope))

    def eval_apply(self, e, scope):
        callee = self.evaluate(e[1], scope)
        return self.call(callee, self.all(e[2], scope))

    def callee(self, name, scope):
        """What a name calls, as a function of the arguments."""
        cell = scope.find(name)
        if cell is not None:
            function = copied(cell[0])
            return lambda *arguments: self.call(function, list(arguments))
        return BUILTINS.get(name) or getattr(self, 'callback_' + name, self.unbound)

    def unbound(self, *arguments):
        # When it fails is left to other tests.
        raise Discard()

    def call(self, function, arguments, receiver=None):
        need(isinstance(function, Function))
        if self.depth >= DEEPEST_CALL:
            raise Discard()
        scope = Scope(function.scope, True)
        if receiver is not None:
            self.bind_fields(scope, receiver)
        if function.kind:
            return self.call_suspendable(function, arguments, scope)
        self.depth += 1
        try:
            self.check_arity(function, arguments)
            self.bind_arguments(function.parameters, arguments, scope)
            self.block(function.body, scope)
        except Return as result:
            return copied(result.value)
        finally:
            self.depth -= 1
        return None

    def call_suspendable(self, function, arguments, scope):
        """Arguments are checked by the call; defaults belong to what runs later."""
        scope.is_async_body = function.kind == 'async'
        self.check_arity(function, arguments)

        def run(coroutine):
            self.bind_arguments(function.parameters, arguments, scope)
            self.block(function.body, scope)
        if function.kind == 'generator':
            return self.tasks.generator(function, run)
        return self.tasks.call_async(run)

    def bind_fields(self, scope, receiver):
        """The variables of a method in the style without ``self`` (language.md 9.3).

        What a name means whose field is missing is left open.
        """
        if not self.fields[receiver.name] <= set(receiver.fields):
            raise Discard()
        for name, value in receiver.fields.items():
            scope.cells[name] = [copied(value)]

    def check_arity(self, function, arguments):
        least = len([p for p in function.parameters if isinstance(p, str) and p[0] != '.'])
        has_rest = function.parameters and function.parameters[-1][:3] == '...'
        need(least <= len(arguments) and (has_rest or len(arguments) <= len(function.parameters)))

    def bind_arguments(self, parameters, arguments, scope):
        """Bind parameters, which are names, ``('default', name, expression)`` or ``...name``."""
        for position, parameter in enumerate(parameters):
            if isinstance(parameter, tuple):
                name = parameter[1]
                value = (arguments[position] if position < len(arguments)
                         else self.evaluate(parameter[2], scope))
            elif parameter[:3] == '...':
                name, value = parameter[3:], arguments[position:]
            else:
                name, value = parameter, arguments[position]
            scope.cells[name] = [copied(value)]

    # ---- builtins that run code

    def callback_map(self, array, function):
        need(isinstance(function, Function))
        array = sequence(array)
        return [self.call(function, [item]) for item in array]

    def callback_filter(self, array, function):
        need(isinstance(function, Function))
        array = sequence(array)
        return [item for item in array if truthy(self.call(function, [item]))]

    def callback_find(self, array, function):
        need(isinstance(function, Function))
        array = sequence(array)
        for item in array:
            if truthy(self.call(function, [item])):
                return item
        return None

    def callback_reduce(self, array, start, function):
        need(isinstance(function, Function))
        array = sequence(array)
        for item in array:
            start = self.call(function, [start, item])
        return start

    def callback_sort_by(self, array, function):
        need(isinstance(function, Function))
        array = sequence(array)
        keys = [self.call(function, [item]) for item in array]
        if not all(is_number(key) for key in keys):
            raise Discard()
        order = sorted(range(len(array)), key=lambda position: keys[position])
        return [array[position] for position in order]

    def callback_async_sleep(self, milliseconds):
        return Promise('pending', True)

    def callback_channel(self):
        return Channel()

    # ---- lazy iterators

    def iterator_map(self, source, function):
        return self.stage('map', source, function)

    def iterator_filter(self, source, function):
        return self.stage('filter', source, function)

    def stage(self, kind, source, function):
        need(isinstance(source, (list, Iterator, Generator)) and isinstance(function, Function))
        return Iterator(kind, copied(source), function)

    def iterator_take(self, source, count):
        if isinstance(source, str):
            source = list(source)
        need(isinstance(source, (list, Iterator, Generator)) and is_number(count))
        if isinstance(source, list):
            return source[:max(0, count)]
        return Iterator('take', source, max(0, count))

    def iterator_collect(self, source):
        if isinstance(source, list):
            return source
        result = []
        if isinstance(source, Iterator):
            source = source.again() or source
        while True:
            item = self.pull(source)
            if not item:
                return result
            result += item
            size(result, LARGEST_VALUE)

    def iterator_next(self, source):
        item = self.pull(source)
        return Wrapper('Some', item) if item else Wrapper('None', [])

    def pull(self, source):
        """A list of the next item of a handle; empty at the end."""
        self.step()
        if isinstance(source, Generator):
            return self.tasks.pull(source)
        need(isinstance(source, Iterator))
        if source.is_busy:
            raise Discard()
        source.is_busy = True
        try:
            return self.pull_stage(source)
        finally:
            source.is_busy = False

    def pull_stage(self, iterator):
        if iterator.kind == 'take':
            if iterator.argument == 0:
                return []
            iterator.argument -= 1
        while True:
            if isinstance(iterator.source, list):
                item = [iterator.source.pop(0)] if iterator.source else []
            else:
                item = self.pull(iterator.source)
            if not item or iterator.kind == 'take':
                return item
            result = self.call(iterator.argument, [copied(item[0])])
            if iterator.kind == 'map':
                return [result]
            if result is True:
                return item
