"""What a builder sees of the parser: the symbols of the production that is being reduced, and nodes
that exist during parsing only."""
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints.syntactic import PARSER_HELP
from ruffinterp.syntax import ast
from ruffinterp.syntax.errors import DiagnosticList


# ---------------------------------------------------------------- nodes during parsing

class Helper(ast.Node):
    """A node that is taken apart by the production around it and adds no level to the tree."""
    _attrs_ = []


class NodeList(Helper):
    """The elements of any list, in order."""

    def __init__(self, items):
        self.items = items


class NameList(Helper):
    """Names that are separated by commas or dots."""

    def __init__(self, names):
        self.names = names


class Empty(Helper):
    """A ``;`` between statements."""


class Block(Helper):
    def __init__(self, body):
        self.body = body


class IfChain(Helper):
    """``if c {} else if d {}``; the lists are parallel."""

    def __init__(self, conditions, bodies):
        self.conditions = conditions
        self.bodies = bodies


class FunctionHead(Helper):
    def __init__(self, is_async, is_generator):
        self.is_async = is_async
        self.is_generator = is_generator


class Signature(Helper):
    def __init__(self, parameters, return_type):
        self.parameters = parameters
        self.return_type = return_type


class RestPattern(Helper):
    """``...name`` in a pattern."""

    def __init__(self, name):
        self.name = name


class FieldInit(Helper):
    """``name: value`` of a struct literal."""

    def __init__(self, name, value):
        self.name = name
        self.value = value


class ImportedName(Helper):
    def __init__(self, name, alias):
        self.name = name
        self.alias = alias


class DefaultCase(Helper):
    def __init__(self, body):
        self.body = body


class Handler(Helper):
    """``except name body``."""

    def __init__(self, name, body):
        self.name = name
        self.body = body


class Finalizer(Helper):
    """``finally body``."""

    def __init__(self, body):
        self.body = body


class Parenthesized(ast.Expression):
    """``(value)``, kept while parsing: ``(o.m)(x)`` is no method call and ``(a) := 1`` no assignment."""

    def __init__(self, value):
        self.value = value


# ---------------------------------------------------------------- the production being reduced

class Reduction(object):
    """The stacks of the driver and access to the top ``length`` symbols of them.

    ``states``, ``nodes`` and ``firsts`` run parallel (the bottom entry is the start state): ``nodes``
    holds None for a terminal, ``firsts`` the index of the first token of the symbol.  ``position`` is
    the index of the look-ahead token.  No production is empty, so the last token of a production is
    the one before the look-ahead.
    """

    def __init__(self, source, stream):
        self.source = source
        self.text = source.text
        self.stream = stream
        self.types = stream.types
        self.states = [0]
        self.nodes = [None]
        self.firsts = [0]
        self.position = 0
        self.base = 0
        self.length = 0
        self.diagnostics = DiagnosticList(source)

    # -------------------------------------------------------- symbols

    def node(self, index):
        """The node of a nonterminal."""
        node = self.nodes[self.base + index]
        assert node is not None
        return node

    def has_node(self, index):
        return self.nodes[self.base + index] is not None

    def type(self, index):
        """The token type of a terminal, or of the first token of a nonterminal."""
        return self.types[self.firsts[self.base + index]]

    def token(self, index):
        """The source text of a terminal."""
        return self.token_text(self.firsts[self.base + index])

    def token_text(self, token):
        start = self.stream.starts[token]
        end = self.stream.ends[token]
        assert start >= 0
        assert end >= start
        return self.text[start:end]

    def start_of(self, index):
        return self.stream.starts[self.firsts[self.base + index]]

    def end_of(self, index):
        return self.stream.ends[self.firsts[self.base + index]]

    def lookahead(self):
        return self.types[self.position]

    # -------------------------------------------------------- typed access

    def expression(self, index):
        """The expression at ``index``, without parentheses around it."""
        return without_parentheses(self.node(index))

    def pattern(self, index):
        node = self.node(index)
        assert isinstance(node, ast.Pattern)
        return node

    def annotation(self, index):
        node = self.node(index)
        assert isinstance(node, ast.TypeAnnotation)
        return node

    def block(self, index):
        """The statements of a block."""
        node = self.node(index)
        assert isinstance(node, Block)
        return node.body

    def items(self, index):
        node = self.node(index)
        assert isinstance(node, NodeList)
        return node.items

    def names(self, index):
        node = self.node(index)
        assert isinstance(node, NameList)
        return node.names

    def expressions(self, index):
        """A list of expressions; empty if the production ends before ``index`` or has a token there."""
        result = []
        if index < self.length and self.has_node(index):
            for item in self.items(index):
                result.append(without_parentheses(item))
        return result

    # -------------------------------------------------------- results

    def place(self, node):
        """Give a node the extent of the whole production; returns the node."""
        node.start = self.stream.starts[self.firsts[self.base]]
        node.end = self.stream.ends[self.position - 1]
        return node

    def place_token(self, node, index):
        """Give a node the extent of the terminal at ``index``."""
        node.start = self.start_of(index)
        node.end = self.end_of(index)
        return node

    def error(self, message, start, end, help=PARSER_HELP):
        """Report what is well-formed for the grammar, but wrong."""
        self.diagnostics.add(kinds.INVALID_CONSTRUCT, message, start, end, help)

    def lookahead_error(self, message):
        self.error(message, self.stream.starts[self.position], self.stream.ends[self.position])

    def node_error(self, message, node):
        self.error(message, node.start, node.end)

    def token_error(self, kind, message, token, help=PARSER_HELP):
        """Report a Diagnostic about a token; returns it."""
        return self.diagnostics.add(kind, message, self.stream.starts[token],
                                    self.stream.ends[token], help)


def without_parentheses(node):
    if isinstance(node, Parenthesized):
        return node.value
    assert isinstance(node, ast.Expression)
    return node
