"""Values of the reference evaluator: plain Python data that are copied whole at every read."""


class Thrown(Exception):
    """A Ruff error; ``cause`` is None or the value of the field ``cause``; ``text`` is the message
    if it is about a variable that is taken, else empty."""

    def __init__(self, cause=None, text=''):
        Exception.__init__(self)
        self.cause = cause
        self.text = text


class Discard(Exception):
    """The program is too long, too big, or depends on what the language leaves open."""


class Taken(object):
    """What a variable holds while a method changes its value (decision 39)."""

    def __init__(self, variable, method):
        self.variable = variable
        self.method = method

    def error(self):
        return Thrown(None, "'%s' cannot be used while %s changes it" % (self.variable, self.method))


def check_free(cell):
    if isinstance(cell[0], Taken):
        raise cell[0].error()


class Struct(object):
    def __init__(self, name, fields):
        self.name = name
        self.fields = fields


class Wrapper(object):
    """``Ok(v)``, ``Err(v)``, ``Some(v)``; ``None`` has no items; ``E::A(..)``."""

    def __init__(self, kind, items):
        self.kind = kind
        self.items = items


class Collection(object):
    """Set, Queue or Stack."""

    def __init__(self, kind, items):
        self.kind = kind
        self.items = items


class Function(object):
    """A function value: an identity with cells; never copied.

    ``kind`` is '' or 'generator' or 'async'; ``is_legacy`` marks methods without ``self``,
    ``changes_self`` those with ``mut self``.
    """

    def __init__(self, name, parameters, body, scope, kind='', is_legacy=False, changes_self=False):
        self.name = name
        self.parameters = parameters
        self.body = body
        self.scope = scope
        self.kind = kind
        self.is_legacy = is_legacy
        self.changes_self = changes_self


class Generator(object):
    """A handle: all copies are one generator."""

    def __init__(self, parameters, coroutine):
        self.parameters = parameters
        self.coroutine = coroutine


class Iterator(object):
    """A lazy stage over ``source``, a list or another handle; all copies are one iterator."""

    def __init__(self, kind, source, argument):
        self.kind = kind
        self.source = source
        self.argument = argument
        self.is_busy = False

    def again(self):
        """Another iterator over the items that are left; None over those of a generator."""
        if isinstance(self.source, list):
            return Iterator(self.kind, list(self.source), self.argument)
        source = self.source.again() if isinstance(self.source, Iterator) else None
        return source and Iterator(self.kind, source, self.argument)


class Promise(object):
    """``state`` is 'pending', 'resolved' or 'rejected'; a timer is settled by waiting for it."""

    def __init__(self, state, is_timer=False):
        self.state = state
        self.value = None
        self.text = ''
        self.is_timer = is_timer

    def settle(self, state, value, text=''):
        """``text``: that of the error."""
        self.state = state
        self.value = value
        self.text = text


class Channel(object):
    def __init__(self):
        self.items = []


HANDLES = (Function, Generator, Iterator, Promise, Channel)


def copied(value):
    """A deep copy; functions and other handles are shared.  Thrown for a variable that is taken."""
    if isinstance(value, list):
        return [copied(item) for item in value]
    if isinstance(value, dict):
        return dict((key, copied(item)) for key, item in value.items())
    if isinstance(value, Struct):
        return Struct(value.name, copied(value.fields))
    if isinstance(value, Wrapper):
        return Wrapper(value.kind, copied(value.items))
    if isinstance(value, Collection):
        return Collection(value.kind, copied(value.items))
    if isinstance(value, Taken):
        raise value.error()
    return value


def parts(value):
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, Struct):
        return list(value.fields.values())
    if isinstance(value, (Wrapper, Collection)):
        return value.items
    return []


def size(value, limit):
    """Number of nodes and characters of a value; Discard beyond ``limit``."""
    count = 0
    waiting = [value]
    while waiting:
        item = waiting.pop()
        count += 1 + (len(item) // 8 if isinstance(item, str) else 0)
        if count > limit:
            raise Discard()
        waiting.extend(parts(item))
    return count


def display(value):
    """What ``print`` shows."""
    if value is None:
        return 'null'
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return '[%s]' % ', '.join(display(item) for item in value)
    if isinstance(value, dict):
        return '{%s}' % ', '.join('"%s": %s' % (key, display(value[key])) for key in sorted(value))
    if isinstance(value, Struct):
        shown = ', '.join('%s: %s' % (key, display(value.fields[key]))
                          for key in sorted(value.fields))
        return '%s { %s }' % (value.name, shown)
    if isinstance(value, Wrapper):
        if not value.items:
            return value.kind
        return '%s(%s)' % (value.kind, ','.join(display(item) for item in value.items))
    if isinstance(value, Collection):
        return '%s([%s])' % (value.kind, ', '.join(display(item) for item in value.items))
    if isinstance(value, HANDLES):
        return handle_text(value)
    return str(value)


def handle_text(value):
    if isinstance(value, Function):
        names = [value.kind if value.kind == 'async' else '', 'function', value.name or '']
        return '<%s>' % ' '.join(name for name in names if name)
    if isinstance(value, Generator):
        state = 'exhausted ' if value.coroutine.finished else ''
        return '<%sgenerator (%d params)>' % (state, value.parameters)
    if isinstance(value, Promise):
        return '<promise %s>' % value.state
    return '<iterator>' if isinstance(value, Iterator) else '<channel>'


def is_number(value):
    return isinstance(value, (int, long)) and not isinstance(value, bool)


def equal(a, b):
    """Structural equality (language.md 3.5)."""
    if type(a) is not type(b) and not (is_number(a) and is_number(b)):
        return False
    if isinstance(a, list):
        return len(a) == len(b) and all(equal(x, y) for x, y in zip(a, b))
    if isinstance(a, dict):
        return sorted(a) == sorted(b) and all(equal(a[key], b[key]) for key in a)
    if isinstance(a, Struct):
        return a.name == b.name and equal(a.fields, b.fields)
    if isinstance(a, Wrapper):
        return a.kind == b.kind and equal(a.items, b.items)
    if isinstance(a, Collection):
        if a.kind != b.kind or len(a.items) != len(b.items):
            return False
        if a.kind == 'Set':
            return all(any(equal(x, y) for y in b.items) for x in a.items)
        return equal(a.items, b.items)
    if isinstance(a, HANDLES):
        return a is b
    return a == b


def truthy(value):
    if isinstance(value, (Struct, Wrapper, Collection) + HANDLES):
        return True
    return bool(value)
