"""The names that a module exports, read off its syntax tree (language.md 12.1)."""

from ruffinterp.compiler.binding_collector import pattern_names
from ruffinterp.syntax import ast


class ExportedNames(object):
    """``names``: everything that gets bound, in the order of the text, each once.  ``enums``: name to
    ast.EnumDeclaration of exported enums, which are no variables: their variants are known
    everywhere."""

    def __init__(self):
        self.names = []
        self.enums = {}
        self._functions = {}
        self._declarations = {}

    def add(self, name, is_function):
        if name not in self.names:
            self.names.append(name)
        self._functions[name] = is_function

    def has(self, name):
        """Whether the module exports ``name``, be it an enum."""
        return name in self._functions or name in self.enums

    def enum(self, name):
        """The ast.EnumDeclaration of an exported enum, or None."""
        return self.enums.get(name, None)

    def add_function(self, function):
        """Add what declares an ast.Function."""
        if function.name not in self._functions:
            self._declarations[function.name] = function
        else:
            self.forget_function(function.name)
        self.add(function.name, True)

    def forget_function(self, name):
        """What is exported under the name may be anything."""
        if name in self._declarations:
            del self._declarations[name]

    def function(self, name):
        """The ast.Function that is exported under a name, None if it may be anything else."""
        return self._declarations.get(name, None)

    def is_function(self, name):
        """Whether ``name`` is declared by ``func``."""
        return self._functions.get(name, False)


def exported_names(program):
    """The ExportedNames of a module (ast.Program)."""
    found = ExportedNames()
    for statement in program.body:
        if isinstance(statement, ast.Export):
            _add_names(found, statement.statement)
    for statement in program.body:
        _forget_assigned(found, statement)
    return found


def _forget_assigned(found, statement):
    """A function that the top level gives another value is not what is exported."""
    if isinstance(statement, ast.Export):
        statement = statement.statement
    elif isinstance(statement, ast.FunctionDeclaration):
        found.forget_function(statement.function.name)
    if isinstance(statement, ast.Assign):
        target = statement.target
        if isinstance(target, ast.Name):
            found.forget_function(target.name)
    elif isinstance(statement, ast.Let):
        for name in pattern_names(statement.pattern):
            found.forget_function(name)


def statement_names(statement):
    """The names of variables that an exported statement declares or mentions; list of str."""
    found = ExportedNames()
    _add_names(found, statement)
    return found.names


def _add_names(found, statement):
    if isinstance(statement, ast.FunctionDeclaration):
        found.add_function(statement.function)
    elif isinstance(statement, ast.StructDeclaration):
        found.add(statement.name, False)
    elif isinstance(statement, ast.EnumDeclaration):
        found.enums[statement.name] = statement
    elif isinstance(statement, ast.Const):
        found.add(statement.name, False)
    elif isinstance(statement, ast.Let):
        _add_pattern(found, statement.pattern)
    elif isinstance(statement, ast.Destructure):
        _add_pattern(found, statement.pattern)
    elif isinstance(statement, ast.Assign):
        _add_expression(found, statement.target)
    elif isinstance(statement, ast.ExpressionStatement):
        _add_expression(found, statement.value)


def _add_pattern(found, pattern):
    for name in pattern_names(pattern):
        found.add(name, False)


def _add_expression(found, node):
    if isinstance(node, ast.Name):
        found.add(node.name, False)
