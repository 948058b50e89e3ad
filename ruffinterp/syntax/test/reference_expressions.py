"""The expressions of the second parser (reference_parser.py), and its view of the tokens."""
from ruffinterp.syntax import tokens as t
from ruffinterp.syntax.lexer import Lexer
from ruffinterp.syntax.literals import unescape
from ruffinterp.syntax.source import Source
from ruffinterp.syntax.test.tree_text import form, group, quoted


class Rejected(Exception):
    pass


CLOSER = {t.LBRACK: t.RBRACK, t.LBRACE: t.RBRACE}
LEVELS = [[t.PIPE], [t.COALESCE], [t.OR], [t.AND], [t.EQ, t.NE], [t.LT, t.GT, t.LE, t.GE],
          [t.PLUS, t.MINUS], [t.STAR, t.SLASH, t.PERCENT]]
STARTS_OPERAND = [t.IDENT, t.INT, t.FLOAT, t.STRING, t.ISTR_START, t.LPAR, t.LBRACK, t.LBRACE,
                  t.MINUS, t.NOT, t.AWAIT, t.YIELD, t.FUNC, t.ASYNC, t.TRUE, t.FALSE, t.NULL,
                  t.SELF, t.THROW]
# What `throw` throws begins with one of these, or with a bracket that stands apart.
STARTS_THROWN = [t.IDENT, t.INT, t.FLOAT, t.STRING, t.ISTR_START, t.LBRACE, t.NOT, t.AWAIT, t.FUNC,
                 t.ASYNC, t.TRUE, t.FALSE, t.NULL, t.SELF, t.IF, t.MATCH, t.TEST]
# Keywords that are names where they do not stand for what they say.
WORDS = [t.AS, t.TEST, t.THROW, t.FINALLY]


class Operand(object):
    """``text`` with what the context has to know: ``kind`` is '' for anything without special role."""

    def __init__(self, text, kind='', parts=()):
        self.text = text
        self.kind = kind
        self.parts = parts


class ReferenceExpressions(object):
    """Needs ``function`` of its subclass for function expressions."""

    def __init__(self, text):
        lexer = Lexer(Source('test.ruff', text))
        stream = lexer.run()
        if lexer.diagnostics.items:
            raise Rejected
        self.text = text
        self.types = stream.types + [t.END] * 3
        self.stream = stream
        self.at = 0
        # Inside the header of if, while, for, match, at its own bracket level?
        self.header = False

    # ------------------------------------------------------------ tokens

    def kind(self, ahead=0):
        """The type of a token; words that are names where they stand count as names."""
        index = self.at + ahead
        type = self.types[index]
        if type == t.TEST and self.types[index + 1] not in (t.STRING, t.ISTR_START):
            return t.IDENT
        if type == t.AS:
            return t.IDENT
        if type == t.THROW and not self.throws(index):
            return t.IDENT
        if type == t.FINALLY and not (
                self.types[index - 1] == t.RBRACE and self.types[index + 1] == t.LBRACE):
            return t.IDENT
        if type >= t.FIRST_KEYWORD and type != t.IMPORT and index > 0 and (
                self.types[index - 1] in (t.DOT, t.OPTDOT) and
                not self.stream.first_on_line[index]):
            return t.IDENT
        return type

    def throws(self, index):
        """Is the ``throw`` at ``index`` followed by an operand on its line?"""
        following = self.types[index + 1]
        if following == t.LBRACK:
            apart = self.stream.starts[index + 1] > self.stream.ends[index]
        else:
            apart = following in STARTS_THROWN
        return apart and not self.stream.first_on_line[index + 1]

    def word(self, ahead=0):
        index = self.at + ahead
        return self.text[self.stream.starts[index]:self.stream.ends[index]]

    def take(self, type):
        if self.kind() != type:
            raise Rejected
        word = self.word()
        self.at += 1
        return word

    def accept(self, type):
        if self.kind() == type:
            self.at += 1
            return True
        return False

    def mate_is_assigned(self, index):
        """Is the bracket at ``index`` closed, and is the next token an assignment operator?

        Counting brackets of its kind is enough: a program with unbalanced brackets is rejected anyway.
        """
        depth = 0
        opener = self.types[index]
        for i in range(index, len(self.types)):
            if self.types[i] == opener:
                depth += 1
            elif self.types[i] == CLOSER[opener]:
                depth -= 1
                if depth == 0:
                    return self.types[i + 1] == t.ASSIGN
        return False

    def at_new_destructuring(self):
        """Does a pattern with assignment start here, where an expression could go on or start?"""
        if self.kind() == t.LBRACE:
            return self.mate_is_assigned(self.at)
        return self.kind() == t.LBRACK and self.mate_is_assigned(self.at)

    def nested(self, parse):
        """Run a rule inside brackets, where no header is open."""
        header = self.header
        self.header = False
        result = parse()
        self.header = header
        return result

    def in_header(self, parse):
        header = self.header
        self.header = True
        result = parse()
        self.header = header
        return result

    def separated(self, closer, element):
        """``[ element { "," element } [ "," ] ] closer``."""
        result = []
        while not self.accept(closer):
            result.append(element())
            if not self.accept(t.COMMA):
                self.take(closer)
                break
        return result

    # ------------------------------------------------------------ expressions

    def expression(self):
        return self.level(0)

    def level(self, number):
        if number == len(LEVELS):
            return self.unary()
        left = self.level(number + 1)
        while self.kind() in LEVELS[number]:
            operator = self.word()
            self.at += 1
            right = self.level(number + 1)
            text = right.text
            if number == 0 and right.kind == 'parenthesized-call':
                text = form('call', text, '[]')
            left = Operand(form(operator, left.text, text))
        return left

    def unary(self):
        kind = self.kind()
        if kind == t.MINUS or kind == t.NOT:
            operator = self.word()
            self.at += 1
            return Operand(form(operator, self.unary().text))
        if kind == t.AWAIT:
            self.at += 1
            return Operand(form('await', self.unary().text))
        if kind == t.YIELD:
            self.at += 1
            return Operand(form('yield', self.optional_operand()))
        if kind == t.THROW:
            self.at += 1
            return Operand(form('throw', self.expression().text))
        if (kind == t.IF or kind == t.MATCH) and not self.header:
            text = self.if_() if kind == t.IF else self.match()
            return Operand(form('value', text))
        return self.postfix()

    def postfix(self):
        left = self.atom()
        while True:
            kind = self.kind()
            if kind == t.LPAR:
                self.at += 1
                arguments = self.nested(lambda: self.separated(t.RPAR, self.spreadable))
                left = self.called(left, arguments)
            elif kind == t.LBRACK:
                if self.stream.first_on_line[self.at] and self.mate_is_assigned(self.at):
                    return left
                self.at += 1
                left = self.nested(lambda: self.part(left))
            elif kind == t.DOT:
                self.at += 1
                name = self.take(t.IDENT)
                left = Operand(form('.', left.text, name),
                               'field' if self.is_target(left) else 'other-field',
                               (left.text, name))
            elif kind == t.OPTDOT:
                self.at += 1
                left = Operand(form('?.', left.text, self.take(t.IDENT)))
            elif kind == t.QUESTION:
                self.at += 1
                left = Operand(form('?', left.text))
            else:
                return left

    def part(self, left):
        """``index ]`` or ``[low] : [high] ]``."""
        low = '-'
        if self.kind() != t.COLON:
            low = self.expression().text
        if self.accept(t.COLON):
            high = '-'
            if self.kind() != t.RBRACK:
                high = self.expression().text
            self.take(t.RBRACK)
            return Operand(form('slice', left.text, low, high),
                           'slice' if self.is_target(left) else '')
        self.take(t.RBRACK)
        return Operand(form('index', left.text, low), 'target' if self.is_target(left) else '')

    def is_target(self, operand):
        return operand.kind in ('name', 'target', 'field')

    def called(self, callee, arguments):
        if callee.kind in ('field', 'other-field'):
            return Operand(form('method', callee.parts[0], callee.parts[1], group(arguments)), 'call')
        if callee.kind == 'variant':
            return Operand(form('variant', callee.text, group(arguments)))
        if callee.kind == 'name' and callee.text in ('Ok', 'Err', 'Some', 'throw'):
            if len(arguments) != 1 or arguments[0].startswith('(... '):
                if callee.text != 'throw':
                    raise Rejected
                return Operand(form('call', callee.text, group(arguments)), 'call')
            return Operand(form(callee.text, arguments[0]))
        return Operand(form('call', callee.text, group(arguments)), 'call')

    def spreadable(self):
        if self.accept(t.ELLIPSIS):
            return form('...', self.expression().text)
        return self.expression().text

    def constant(self):
        kind = self.kind()
        word = self.word()
        self.at += 1
        if kind == t.FLOAT:
            return repr(float(word))
        if kind == t.STRING:
            return self.quoted(self.at - 1, 1)
        return word

    def quoted(self, token, margin):
        return quoted(unescape(self.text, self.stream.starts[token] + margin,
                               self.stream.ends[token] - margin))

    def atom(self):
        kind = self.kind()
        if kind == t.IDENT:
            return self.name()
        if kind == t.SELF:
            self.at += 1
            return Operand('self', 'name')
        if kind in (t.INT, t.FLOAT, t.STRING, t.TRUE, t.FALSE, t.NULL):
            return Operand(self.constant())
        if kind == t.FUNC or kind == t.ASYNC:
            return Operand(self.function(False))
        if kind == t.LPAR:
            self.at += 1
            inner = self.nested(self.expression)
            self.take(t.RPAR)
            if inner.kind in ('call', 'parenthesized-call'):
                return Operand(inner.text, 'parenthesized-call')
            return Operand(inner.text)
        if kind == t.LBRACK and not self.mate_is_assigned(self.at):
            self.at += 1
            return Operand(form('array', *self.nested(
                lambda: self.separated(t.RBRACK, self.spreadable))))
        if kind == t.LBRACE and not self.mate_is_assigned(self.at):
            self.at += 1
            return Operand(form('dict', *self.nested(
                lambda: self.separated(t.RBRACE, self.entry))))
        if kind == t.ISTR_START:
            return self.interpolated()
        raise Rejected

    def name(self):
        name = self.take(t.IDENT)
        if self.accept(t.COLONCOLON):
            return Operand(name + '::' + self.take(t.IDENT), 'variant')
        if self.kind() == t.LBRACE and not self.mate_is_assigned(self.at):
            has_field = self.types[self.at + 1] in [t.IDENT] + WORDS and \
                self.kind(1) == t.IDENT and self.types[self.at + 2] == t.COLON
            if has_field or (self.kind(1) == t.RBRACE and not self.header):
                self.at += 1
                return Operand(form('new', name, *self.nested(
                    lambda: self.separated(t.RBRACE, self.init))))
        if name == 'None':
            return Operand('None')
        if name in ('Ok', 'Err', 'Some') and self.kind() not in (t.LPAR, t.COLON):
            raise Rejected
        return Operand(name, 'name')

    def init(self):
        name = self.take(t.IDENT)
        self.take(t.COLON)
        return name + '=' + self.expression().text

    def entry(self):
        if self.kind() == t.ELLIPSIS:
            return self.spreadable()
        if self.kind() == t.IDENT and self.kind(1) == t.COLON:
            key = self.take(t.IDENT)
        else:
            key = self.expression().text
        self.take(t.COLON)
        return form(':', key, self.expression().text)

    def interpolated(self):
        self.take(t.ISTR_START)
        parts = []
        while not self.accept(t.ISTR_END):
            if self.kind() == t.ISTR_TEXT:
                parts.append(self.quoted(self.at, 0))
                self.at += 1
            else:
                self.take(t.ISTR_OPEN)
                part = self.nested(self.expression).text
                if self.kind() == t.ISTR_SPEC:
                    part = form('format', part, quoted(self.take(t.ISTR_SPEC)[1:]))
                parts.append(part)
                self.take(t.ISTR_CLOSE)
        return Operand(form('join', *parts))
