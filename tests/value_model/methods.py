"""Calls of members in the reference evaluator: methods that change what they are called on (decision 39).

For ``P.m(arguments)`` with a path P the index expressions come first, then the arguments; then P is
read.  A method that changes P works on a copy, which goes back to P when it ends, also by an error.
Meanwhile the variable at the root is taken.
"""

from library import need
from paths import path_of
from scope import Scope
from tasks import Return
from values import Channel, Discard, Struct, Taken, Thrown, copied, size

DEEPEST_CALL = 30
LARGEST_VALUE = 800
ITERATOR_METHODS = ('map', 'filter', 'take', 'collect', 'next')


class Methods(object):
    """The part of the evaluator that calls members."""

    def eval_method(self, e, scope):
        return self.member_call(e, scope)[0]

    def member_call(self, e, scope):
        """(result, whether the receiver may have changed)."""
        _, receiver, name, arguments = e
        path = path_of(receiver)
        if path is not None:
            return self.call_at(path, name, arguments, scope)
        value = self.receiver_value(receiver, name, scope)
        arguments = self.all(arguments, scope)
        need(self.changing_method(value, name) is None)
        return self.call_member(value, name, arguments), False

    def receiver_value(self, receiver, name, scope):
        """The value of a receiver that is no path; what a change gives is not changed in turn."""
        if receiver[0] != 'method':
            return self.evaluate(receiver, scope)
        self.step()
        value, has_changed = self.member_call(receiver, scope)
        need(not has_changed or self.changing_method(value, name) is None)
        return value

    def call_at(self, path, name, arguments, scope):
        """A call of a member of what is at the path (root, steps)."""
        root, steps = path
        keys = [key if kind == 'field' else self.evaluate(key, scope) for kind, key in steps]
        arguments = self.all(arguments, scope)
        cell = scope.find(root)
        if cell is None:
            raise Thrown()
        whole = copied(cell[0])
        steps = [(kind, key) for (kind, _), key in zip(steps, keys)]
        item = whole
        for kind, key in steps:
            item = self.read_field(item, key) if kind == 'field' else self.read_index(item, key)
        change = self.changing_method(item, name)
        if change is None:
            return self.call_member(copied(item), name, arguments), False
        cell[0] = Taken(root, name)
        place = [copied(item)]
        try:
            return change(place, arguments), True
        finally:
            if steps:
                self.store(whole, steps, copied(place[0]))
            cell[0] = whole if steps else copied(place[0])
            size(cell[0], LARGEST_VALUE)

    def changing_method(self, receiver, name):
        """``change(place, arguments)``, which changes the value in a cell; None for other members."""
        if not isinstance(receiver, Struct):
            return None
        method = self.methods.get((receiver.name, name))
        if method is None or not method.changes_self:
            return None
        return lambda place, arguments: self.call_changing(method, place, arguments)

    def call_changing(self, method, place, arguments):
        """Call a method of a struct whose ``self`` is the cell ``place``."""
        if self.depth >= DEEPEST_CALL:
            raise Discard()
        scope = Scope(method.scope, True)
        self.depth += 1
        try:
            self.check_arity(method, [place] + arguments)
            scope.cells['self'] = place
            self.bind_arguments(method.parameters[1:], arguments, scope)
            self.block(method.body, scope)
        except Return as result:
            return copied(result.value)
        finally:
            self.depth -= 1
        return None

    def call_member(self, receiver, name, arguments):
        """Call a member that does not change the receiver."""
        if isinstance(receiver, Channel):
            return self.channel_method(receiver, name, arguments)
        if name in ITERATOR_METHODS:
            return getattr(self, 'iterator_' + name)(receiver, *arguments)
        need(isinstance(receiver, Struct) and (receiver.name, name) in self.methods)
        method = self.methods[receiver.name, name]
        if method.is_legacy:
            return self.call(method, arguments, receiver)
        return self.call(method, [receiver] + arguments)

    def channel_method(self, channel, name, arguments):
        if name == 'receive':
            return self.tasks.receive(channel)
        channel.items.append(copied(arguments[0]))
        return True
