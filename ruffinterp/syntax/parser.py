"""The LALR(1) driver: source text to syntax tree."""
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints.syntactic import PARSER_HELP
from ruffinterp.diagnostics.model import sort_diagnostics
from ruffinterp.syntax import ast, builders, tables, tokens
from ruffinterp.syntax.builders_statements import statements
from ruffinterp.syntax.classify import classify
from ruffinterp.syntax.errors import INVALID_INTERPOLATION, NESTING_TOO_DEEP, SyntaxErrors
from ruffinterp.syntax.hints import (
    explain, is_misused_word, misspelled_keyword, misused_word, report_misspelled_keyword,
    report_misused_word)
from ruffinterp.syntax.lexer import Lexer
from ruffinterp.syntax.messages import ErrorContext
from ruffinterp.syntax.recovery import recover
from ruffinterp.syntax.reduction import Helper, NodeList, Reduction

# The height of the tallest tree that recursive passes have to walk, and of the parser's stack, which
# holds at most six symbols per level.
MAX_DEPTH = 2000
MAX_STACK = 6 * MAX_DEPTH

# An error so soon after another one is most likely a consequence of it.
_QUIET_TOKENS = 3


def parse(source):
    """The ``ast.Program`` of a ``Source``.

    Raises SyntaxErrors with all errors that were found; when the lexer finds some, only those.
    """
    lexer = Lexer(source)
    stream = lexer.run()
    found = lexer.diagnostics.items
    if len(found) > 0:
        sort_diagnostics(found)
        raise SyntaxErrors(found, lexer.unterminated)
    classify(stream, source.text)
    return Parser(source, stream).run()


class NestingTooDeep(Exception):
    pass


class Parser(Reduction):
    """The textbook loop over the action and goto tables; it does not recurse.

    ``shifted`` counts the tokens since the last syntax error, ``last_error`` is its token;
    ``last_word`` is the last word of another language that was reported.
    """

    def __init__(self, source, stream):
        Reduction.__init__(self, source, stream)
        self.shifted = _QUIET_TOKENS
        self.last_error = -1
        self.last_word = -1

    def run(self):
        try:
            self._parse()
        except NestingTooDeep:
            self.token_error(kinds.NESTING_TOO_DEEP, NESTING_TOO_DEEP, self.position)
        found = self.diagnostics.items
        if len(found) > 0:
            sort_diagnostics(found)
            end = self.stream.starts[len(self.types) - 1]
            raise SyntaxErrors(found, len(found) == 1 and found[0].primary.start == end)
        return self._program()

    def _program(self):
        body = []
        if len(self.nodes) > 1:
            node = self.nodes[1]
            assert isinstance(node, NodeList)
            body = statements(node.items)
        program = ast.Program(body)
        program.end = len(self.text)
        return program

    # ------------------------------------------------------------ the loop

    def _parse(self):
        """Run until the whole text is reduced to ``program``."""
        states = self.states
        while True:
            state = states[len(states) - 1]
            action = tables.ACTIONS[state * tables.TERMINAL_COUNT + self.types[self.position]]
            if action > 0:
                self._shift(action - 1)
            elif action < 0:
                rule = -action - 1
                if tables.RULE_LEFTS[rule] == tables.PROGRAM:
                    return
                self._reduce(rule)
            else:
                if not self._syntax_error():
                    return

    def _shift(self, state):
        self.states.append(state)
        self.nodes.append(None)
        self.firsts.append(self.position)
        self.position += 1
        self.shifted += 1
        if len(self.states) > MAX_STACK:
            raise NestingTooDeep

    def _reduce(self, rule):
        states = self.states
        length = tables.RULE_LENGTHS[rule]
        base = len(states) - length
        assert base > 0
        builder = tables.RULE_BUILDERS[rule]
        left = tables.RULE_LEFTS[rule]
        goto = tables.GOTOS[states[base - 1] * tables.NONTERMINAL_COUNT + left]
        if builder != tables.PASS_THROUGH:
            self.nodes[base] = self._build(builder, base, length)
            if length > 1:
                del states[base + 1:]
                del self.nodes[base + 1:]
                del self.firsts[base + 1:]
        elif left == tables.STATEMENT and self.types[self.position - 1] == tokens.IDENT:
            self._check_last_word()
        states[base] = goto

    def _build(self, builder, base, length):
        self.base = base
        self.length = length
        node = builders.FUNCTIONS[builder](self)
        if node.end == 0:
            self.place(node)
        depth = node.depth
        for i in range(base, base + length):
            child = self.nodes[i]
            if child is not None and child is not node:
                child_depth = child.depth
                if not isinstance(node, Helper):
                    child_depth += 1
                if child_depth > depth:
                    depth = child_depth
        node.depth = depth
        if depth > MAX_DEPTH:
            raise NestingTooDeep
        return node

    # ------------------------------------------------------------ errors

    def _check_last_word(self):
        """A statement that ends in a word of another language is not what was meant."""
        token = self.position - 1
        if self.shifted >= _QUIET_TOKENS and is_misused_word(self, token):
            self._report_word(token)

    def _syntax_error(self):
        """Report the token that the parser stands at and go on behind it; False at the end."""
        token = self.position
        if self.shifted >= _QUIET_TOKENS:
            self._report()
        if self.types[token] == tokens.END or self.diagnostics.is_full():
            return False
        minimum = token
        if token == self.last_error:
            minimum = token + 1
        self.last_error = token
        recover(self, minimum)
        self.shifted = 0
        if self.position > token and self.stream.first_on_line[self.position]:
            # The start of a later line is a safer place to go on than the middle of this one.
            self.shifted = 1
        return True

    def _report(self):
        word = misused_word(self, self.position - 1)
        if word >= 0:
            self._report_word(word)
            return
        if self._in_bracket_of_word():
            return
        word = misspelled_keyword(self)
        if word >= 0:
            if word != self.last_word:
                report_misspelled_keyword(self, word)
                self.last_word = word
            return
        context = ErrorContext(self)
        diagnostic = self.token_error(context.kind(), context.message(), self.position)
        explain(context, diagnostic)
        if self._in_interpolation():
            diagnostic.kind = kinds.INVALID_INTERPOLATION
            if diagnostic.help == PARSER_HELP:
                diagnostic.help = diagnostic.title
            diagnostic.title = INVALID_INTERPOLATION

    def _report_word(self, word):
        if word != self.last_word:
            report_misused_word(self, word)
            self.last_word = word

    def _in_bracket_of_word(self):
        """Is the error in a bracket that was opened behind the last reported word, on its line?

        What looked like a block there is a dict literal for the parser.
        """
        if self.last_word < 0:
            return False
        i = len(self.nodes) - 1
        while i > 0 and self.firsts[i] > self.last_word:
            token = self.firsts[i]
            if self.nodes[i] is None and self.stream.mates[token] >= self.position:
                return self._on_line_of_word(token)
            i -= 1
        return False

    def _on_line_of_word(self, token):
        while token > self.last_word:
            if self.stream.first_on_line[token]:
                return False
            token -= 1
        return True

    def _in_interpolation(self):
        for i in range(1, len(self.nodes)):
            if self.nodes[i] is None and self.types[self.firsts[i]] == tokens.ISTR_OPEN:
                return True
        return False
