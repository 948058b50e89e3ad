"""A second parser to compare with: plain recursive descent over unclassified tokens.

It follows the grammar of the language definition rule by rule, takes as much as it can, and decides
every brace from its own context instead of from tokens prepared by ``classify``.  It yields the text of
``tree_text`` and raises ``Rejected`` for anything that is not a program.
"""
from ruffinterp.syntax import tokens as t
from ruffinterp.syntax.test.reference_expressions import (
    STARTS_OPERAND, WORDS, ReferenceExpressions, Rejected)
from ruffinterp.syntax.test.tree_text import form, group

TYPE_WORDS = [t.T_INT, t.T_FLOAT, t.T_STRING, t.T_BOOL]


class ReferenceParser(ReferenceExpressions):
    # ------------------------------------------------------------ statements

    def program(self):
        result = []
        while self.kind() != t.END:
            if not self.accept(t.SEMI):
                result.append(self.statement())
        return ' '.join(result)

    def block(self):
        self.take(t.LBRACE)
        return self.nested(self.rest_of_block)

    def rest_of_block(self):
        result = []
        while not self.accept(t.RBRACE):
            if not self.accept(t.SEMI):
                result.append(self.statement())
        return group(result)

    def statement(self):
        method = self.STATEMENTS.get(self.kind())
        if method is not None:
            return method(self)
        if self.at_new_destructuring():
            pattern = self.target()
            self.take(t.ASSIGN)
            return form('destructure', pattern, self.expression().text)
        return self.expression_statement()

    def expression_statement(self):
        if self.kind() == t.FUNC or self.kind() == t.ASYNC:
            return self.function(True)
        target = self.expression()
        if self.kind() == t.ASSIGN or self.kind() == t.AUGASSIGN:
            if not self.is_target(target) and not (
                    target.kind == 'slice' and self.kind() == t.ASSIGN):
                raise Rejected
            operator = ':='
            if self.kind() == t.AUGASSIGN:
                operator = self.word()
            self.at += 1
            return form(operator, target.text, self.expression().text)
        return target.text

    def let(self):
        self.at += 1
        pattern = self.pattern()
        type = self.optional_type(t.COLON)
        self.take(t.ASSIGN)
        return form('let', pattern, type, self.expression().text)

    def const(self):
        self.at += 1
        name = self.take(t.IDENT)
        type = self.optional_type(t.COLON)
        self.take(t.ASSIGN)
        return form('const', name, type, self.expression().text)

    def returned(self):
        self.at += 1
        return form('return', self.optional_operand())

    def optional_operand(self):
        """The operand of ``return`` or ``yield``: none iff no expression can start here."""
        if self.kind() in (t.IF, t.MATCH):
            if self.header or self.stream.first_on_line[self.at]:
                return '-'
            return self.expression().text
        if self.kind() not in STARTS_OPERAND:
            return '-'
        if self.kind() in (t.LBRACE, t.LBRACK) and self.mate_is_assigned(self.at):
            return '-'
        return self.expression().text

    def break_(self):
        self.at += 1
        return '(break)'

    def continue_(self):
        self.at += 1
        return '(continue)'

    def if_(self):
        parts = []
        while True:
            self.take(t.IF)
            parts.append(self.in_header(self.expression).text)
            parts.append(self.block())
            if self.kind() != t.ELSE:
                break
            self.at += 1
            if self.kind() != t.IF:
                parts.append(self.block())
                break
        return form('if', *parts)

    def while_(self):
        self.at += 1
        return form('while', self.in_header(self.expression).text, self.block())

    def loop(self):
        self.at += 1
        if self.kind() == t.WHILE:
            return self.while_()
        return form('while', '-', self.block())

    def for_(self):
        self.at += 1
        pattern = self.pattern()
        second = ''
        if self.accept(t.COMMA):
            second = self.pattern()
        self.take(t.IN)
        return form('for', pattern, second, self.in_header(self.expression).text, self.block())

    def match(self):
        self.at += 1
        subject = self.in_header(self.expression).text
        self.take(t.LBRACE)
        cases, default = self.nested(self.cases)
        return form('match', subject, group(cases), default)

    def cases(self):
        cases = []
        default = '-'
        while not self.accept(t.RBRACE):
            if self.accept(t.DEFAULT):
                if default != '-':
                    raise Rejected
                self.take(t.COLON)
                default = self.block()
            else:
                cases.append(self.case())
        return cases, default

    def case(self):
        self.take(t.CASE)
        patterns = [self.case_pattern()]
        while self.accept(t.BAR):
            patterns.append(self.case_pattern())
        if len(patterns) > 1 and [bindings for _, bindings in patterns if bindings]:
            raise Rejected
        guard = '-'
        if self.accept(t.IF):
            guard = self.in_header(self.expression).text
        self.take(t.COLON)
        return form('case', group([text for text, _ in patterns]), guard, self.block())

    def case_pattern(self):
        kind = self.kind()
        if kind == t.LET:
            self.at += 1
            name = self.take(t.IDENT)
            return form('let', name), [name]
        sign = ''
        if kind == t.MINUS:
            self.at += 1
            sign = '-'
            kind = self.kind()
        if kind in (t.INT, t.FLOAT):
            return sign + self.constant(), []
        if sign:
            raise Rejected
        if kind in (t.STRING, t.TRUE, t.FALSE, t.NULL):
            return self.constant(), []
        name = self.take(t.IDENT)
        if self.accept(t.COLONCOLON):
            name = name + '::' + self.take(t.IDENT)
        if self.accept(t.LPAR):
            bindings = self.separated(t.RPAR, lambda: self.take(t.IDENT))
            return form('tag', name, *bindings), bindings
        if name == '_':
            return '_', []
        return form('tag', name), []

    def try_(self):
        self.at += 1
        parts = [self.block()]
        if self.kind() != t.FINALLY:
            self.take(t.EXCEPT)
            parts.extend([self.take(t.IDENT), self.block()])
        if self.accept(t.FINALLY):
            parts.extend(['finally', self.block()])
        return form('try', *parts)

    def spawn(self):
        self.at += 1
        return form('spawn', self.block())

    def test(self):
        kind = self.word()
        self.at += 1
        name = ''
        if kind in ('test', 'test_group'):
            self.take(t.STRING)
            name = self.quoted(self.at - 1, 1)
            if name == '""':
                name = ''
        return form(kind, name, self.block())

    # ------------------------------------------------------------ declarations

    def function(self, named):
        flags = []
        if self.accept(t.ASYNC):
            flags.append('async')
        self.take(t.FUNC)
        if self.accept(t.STAR):
            flags.append('*')
        name = self.take(t.IDENT) if named else '_'
        self.take(t.LPAR)
        parameters = self.nested(lambda: self.separated(t.RPAR, self.parameter))
        for i, parameter in enumerate(parameters):
            if parameter.startswith('(rest') and i < len(parameters) - 1:
                raise Rejected
            if not named and (parameter in ('self', '(mut self)')
                              or parameter.startswith('(param self')):
                raise Rejected
        type = self.optional_type(t.ARROW)
        return form('func', ' '.join(flags), name, group(parameters), type, self.block())

    def parameter(self):
        if self.accept(t.ELLIPSIS):
            name = self.take(t.IDENT)
            return form('rest', name, self.optional_type(t.COLON))
        if self.accept(t.MUT):
            self.take(t.SELF)
            return '(mut self)'
        name = self.word()
        if not self.accept(t.SELF):
            self.take(t.IDENT)
        type = self.optional_type(t.COLON)
        default = '-'
        if self.accept(t.ASSIGN):
            default = self.expression().text
        if type == '-' and default == '-':
            return name
        return form('param', name, type, default)

    def optional_type(self, introduction):
        if self.accept(introduction):
            return self.type()
        return '-'

    def type(self):
        name = self.word()
        if self.kind() in TYPE_WORDS:
            self.at += 1
            return name
        self.take(t.IDENT)
        if not self.accept(t.LT):
            return name
        arguments = [self.type()]
        while self.accept(t.COMMA):
            arguments.append(self.type())
        self.take(t.GT)
        if (name, len(arguments)) not in (('Result', 2), ('Option', 1)) and (
                name in ('Result', 'Option')):
            raise Rejected
        return form('type', name, *arguments)

    def struct(self):
        self.at += 1
        name = self.take(t.IDENT)
        self.take(t.LBRACE)
        fields, methods = self.nested(self.members)
        return form('struct', name, group(fields), group(methods))

    def members(self):
        fields = []
        methods = []
        while not self.accept(t.RBRACE):
            if self.kind() == t.IDENT:
                name = self.take(t.IDENT)
                type = self.optional_type(t.COLON)
                default = '-'
                if self.accept(t.ASSIGN):
                    default = self.expression().text
                fields.append(form('field', name, type, default))
            else:
                methods.append(self.function(True))
            self.accept(t.COMMA)
        return fields, methods

    def enum(self):
        self.at += 1
        name = self.take(t.IDENT)
        self.take(t.LBRACE)
        return form('enum', name, group(self.separated(t.RBRACE, self.variant)))

    def variant(self):
        name = self.take(t.IDENT)
        if self.accept(t.LPAR):
            return form(name, *self.separated(t.RPAR, lambda: self.take(t.IDENT)))
        return name

    def import_(self):
        self.at += 1
        return form('import', self.take(t.IDENT), self.alias())

    def alias(self):
        """``[ as name ]`` on the same line, with a name behind it."""
        if (self.types[self.at] == t.AS and not self.stream.first_on_line[self.at] and
                self.types[self.at + 1] in (t.IDENT, t.AS)):
            self.at += 1
            return self.take(t.IDENT)
        return ''

    def from_(self):
        self.at += 1
        module = self.take(t.IDENT)
        while self.accept(t.DOT):
            module += '.' + self.take(t.IDENT)
        self.take(t.IMPORT)
        names = []
        while True:
            name = self.take(t.IDENT)
            alias = self.alias()
            names.append(name + ('=' + alias if alias else ''))
            if not self.accept(t.COMMA):
                return form('from', module, *names)

    def export(self):
        self.at += 1
        start = self.at
        kind = self.kind()
        statement = self.statement()
        allowed = kind in (t.FUNC, t.ASYNC, t.STRUCT, t.ENUM, t.LET, t.MUT, t.CONST)
        if not allowed:
            allowed = statement.startswith('(destructure') or (
                kind == t.IDENT and self.is_name_or_its_assignment(start))
        if not allowed:
            # Parentheses around a name leave no trace in the tree.
            allowed = kind == t.LPAR and self.is_parenthesized_name(start)
        if not allowed:
            raise Rejected
        return form('export', statement)

    def is_name_or_its_assignment(self, start):
        word = self.text[self.stream.starts[start]:self.stream.ends[start]]
        if word in ('None', 'Ok', 'Err', 'Some'):
            return False
        return self.at == start + 1 or self.types[start + 1] == t.ASSIGN

    def is_parenthesized_name(self, start):
        types = [type for type in self.types[start:self.at] if type not in (t.LPAR, t.RPAR)]
        depth = 0
        for type in self.types[start:self.at - 1]:
            depth += {t.LPAR: 1, t.RPAR: -1}.get(type, 0)
        return len(types) == 1 and types[0] in [t.IDENT, t.SELF] + WORDS and depth > 0 and \
            'None' not in self.text[self.stream.starts[start]:self.stream.starts[self.at]]

    # ------------------------------------------------------------ patterns

    def pattern(self):
        if self.kind() == t.IDENT:
            return self.take(t.IDENT)
        if self.accept(t.LBRACK):
            items = self.separated(t.RBRACK, self.array_pattern_item)
            kind = 'array-pattern'
        else:
            self.take(t.LBRACE)
            items = self.separated(t.RBRACE, self.dict_pattern_item)
            kind = 'dict-pattern'
        for item in items[:-1]:
            if item.startswith('...'):
                raise Rejected
        return form(kind, *items)

    def target(self):
        """A pattern without a keyword in front, whose parts may be paths."""
        if self.accept(t.LBRACK):
            items = self.separated(t.RBRACK, self.target)
            for item in items[:-1]:
                if item.startswith('...'):
                    raise Rejected
            return form('array-pattern', *items)
        if self.kind() == t.LBRACE:
            return self.pattern()
        if self.accept(t.ELLIPSIS):
            return '...' + self.take(t.IDENT)
        path = self.word()
        if not self.accept(t.SELF):
            self.take(t.IDENT)
        while True:
            if self.accept(t.DOT):
                path = form('.', path, self.take(t.IDENT))
            elif self.accept(t.LBRACK):
                path = form('index', path, self.nested(self.expression).text)
                self.take(t.RBRACK)
            else:
                return path

    def array_pattern_item(self):
        if self.accept(t.ELLIPSIS):
            return '...' + self.take(t.IDENT)
        return self.pattern()

    def dict_pattern_item(self):
        if self.accept(t.ELLIPSIS):
            return '...' + self.take(t.IDENT)
        return self.take(t.IDENT)

    STATEMENTS = {
        t.LET: let, t.MUT: let, t.CONST: const, t.RETURN: returned, t.BREAK: break_,
        t.CONTINUE: continue_, t.IF: if_, t.WHILE: while_, t.LOOP: loop, t.FOR: for_, t.MATCH: match,
        t.TRY: try_, t.SPAWN: spawn, t.TEST: test, t.TEST_GROUP: test, t.TEST_SETUP: test,
        t.TEST_TEARDOWN: test, t.STRUCT: struct, t.ENUM: enum, t.IMPORT: import_, t.FROM: from_,
        t.EXPORT: export,
    }


def reference_tree(text):
    """The statements of a program as text; Rejected if it is none."""
    return ReferenceParser(text).program()
