"""Scopes of the reference evaluator (language.md 5)."""

from values import copied


class Scope(object):
    """A block or function level; cells are one-element lists."""

    def __init__(self, parent, is_function):
        self.parent = parent
        self.is_function = is_function
        self.is_async_body = False
        self.cells = {}

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope.cells:
                return scope.cells[name]
            scope = scope.parent
        return None

    def function_level(self):
        scope = self
        while not scope.is_function:
            scope = scope.parent
        return scope

    def declare(self, name, value):
        """Bind a name here; what has captured the name of this scope sees the new value."""
        self.cells.setdefault(name, [None])[0] = copied(value)

    def assign(self, name, value):
        """``name := value`` (language.md 5.3)."""
        cell = self.find(name)
        if cell is None:
            self.function_level().cells[name] = [value]
        else:
            cell[0] = value

    def captured(self, top):
        """A scope with private copies of everything bound between here and the globals."""
        result = Scope(top, True)
        scope = self
        while scope is not top:
            result.add_missing(scope)
            scope = scope.parent
        return result

    def snapshot(self, top):
        """The same with copies of the globals: what the body of a spawn sees."""
        result = self.captured(top)
        result.add_missing(top)
        return result

    def add_missing(self, scope):
        for name, cell in scope.cells.items():
            if name not in self.cells:
                self.cells[name] = [copied(cell[0])]
