"""Scopes of the reference evaluator (language.md 5)."""

from values import check_free, copied


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
            check_free(cell)
            cell[0] = value

    def captured(self, top, names):
        """A scope with private copies of those ``names`` that are bound between here and the
        globals."""
        result = Scope(top, True)
        scope = self
        while scope is not top:
            result.add_missing(scope, names)
            scope = scope.parent
        return result

    def snapshot(self, top, names):
        """The same with copies of the globals: what the body of a spawn sees."""
        result = self.captured(top, names)
        result.add_missing(top, names)
        return result

    def add_missing(self, scope, names):
        for name, cell in scope.cells.items():
            if name in names and name not in self.cells:
                self.cells[name] = [copied(cell[0])]
