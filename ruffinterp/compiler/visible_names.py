"""Which names a program sees at a place, for the report of an error there (tooling.md 9.4)."""

from ruffinterp.compiler.errors import CompileError
from ruffinterp.compiler.scope import Analyzer
from ruffinterp.syntax.errors import SyntaxErrors
from ruffinterp.syntax.parser import parse


class VisibleNames(object):
    """``names``: what is visible, without builtins.  ``in_block``: the name that was asked for is
    declared with ``let`` in a block which does not reach to the place.  ``is_target``: the place is
    itself an assignment, which may be what makes the name visible.  ``is_enum``: an enum has the
    name."""

    def __init__(self):
        self.is_target = False
        self.is_enum = False
        self.names = {}
        self.in_block = False


def visible_names(source, module, name, offset):
    """The VisibleNames where ``name`` is used at a byte offset of a Source that is a program.

    ``module``: as for ``scope.analyze``.
    """
    finder = NameFinder(module, name, offset)
    try:
        finder.analyze(parse(source))
    except SyntaxErrors:
        # A program that runs has none; a file that changes meanwhile is another source.
        pass
    except CompileError:
        pass
    return finder.found


class NameFinder(Analyzer):
    """The scope analysis, looking around when it passes a use of the name at the place."""

    def __init__(self, module, name, offset):
        Analyzer.__init__(self, module)
        self.name = name
        self.offset = offset
        self.found = VisibleNames()
        self.in_block = False

    def visit_name(self, node):
        if node.start == self.offset and node.name == self.name:
            self._look_around()
        Analyzer.visit_name(self, node)

    def _target(self, target):
        if target.start == self.offset:
            self._look_around()
            self.found.is_target = True
        Analyzer._target(self, target)

    def visit_enum_declaration(self, node):
        if node.name == self.name:
            self.found.is_enum = True
        Analyzer.visit_enum_declaration(self, node)

    def _declare_in_block(self, name):
        if name == self.name and self.block is not None:
            self.in_block = True
        return Analyzer._declare_in_block(self, name)

    def _look_around(self):
        self.found.in_block = self.in_block
        function = self.function_scope
        block = self.block
        while function is not None:
            while block is not None:
                self._add_all(block.names)
                block = block.parent
            self._add_all(function.names)
            block = function.parent_block
            function = function.parent

    def _add_all(self, variables):
        for name in variables:
            self.found.names[name] = True
