"""What a syntax error says (language.md 2.7, tooling.md 9.3).

When a token has no action, part of the reductions may have been done and part not.  No state has two
different reductions, so on a copy of the stack all of them are performed; the state reached can only
shift.  Its kernel items (production, next symbol) name the construct that is incomplete.
"""
from ruffinterp.diagnostics import kinds
from ruffinterp.syntax import ast, expectations, tables, tokens
from ruffinterp.syntax.reduction import FunctionHead

# Bodies, by production and position of the block in it.
_BODIES = {
    ('if_chain', 2): 'if block', ('else_if', 4): 'if block', ('if_stmt', 2): 'else block',
    ('while_stmt', 2): 'while body', ('loop_stmt', 1): 'loop body', ('loop_stmt', 3): 'loop body',
    ('for_stmt', 4): 'for loop body', ('for_stmt', 6): 'for loop body', ('if_value', 2): 'else block',
    ('case_', 3): 'match case block',
    ('case_', 5): 'match case block', ('default_', 2): 'match default block',
    ('try_stmt', 1): 'try block', ('except_', 2): 'except block', ('finally_', 1): 'finally block',
    ('spawn_stmt', 1): 'spawn block',
    ('test_stmt', 2): 'test body', ('test_group', 2): 'test_group body',
    ('test_setup', 1): 'test_setup block', ('test_teardown', 1): 'test_teardown block',
    ('func_decl', 3): 'function body', ('func_expr', 2): 'function expression body',
}

# Terminals that end a construct and are required.
_REQUIRED = {
    ('call', 'RPAR'): "')' to close function call arguments",
    ('parenthesized', 'RPAR'): "')' to close parenthesized expression",
    ('index', 'RBRACK'): "']' to close index expression",
    ('slice', 'RBRACK'): "']' to close slice",
    ('array', 'RBRACK'): "']' to close array literal",
    ('dict', 'RBRACE'): "'}' to close dictionary literal",
    ('struct', 'RBRACE'): "'}' to close struct literal",
    ('array_pattern', 'RBRACK'): "']' to close array pattern",
    ('dict_pattern', 'RBRACE'): "'}' to close dictionary pattern",
    ('signature', 'RPAR'): "')' to close function parameter list",
    ('type', 'GT'): "',' or '>' in type annotation",
    ('case_tag', 'RPAR'): "')' to close case pattern",
    ('struct_stmt', 'RBRACE'): "'}' to close struct body",
    ('enum_stmt', 'RBRACE'): "'}' to close enum body",
    ('match_stmt', 'RBRACE'): "'}' to close match body",
    ('match_value', 'RBRACE'): "'}' to close match body",
    ('declared_variant', 'RPAR'): "')' to close variant",
    ('block', 'RBRACE'): "'}' to close block",
    ('interpolation', 'ISTR_CLOSE'): "'}' to close interpolation",
    ('formatted', 'ISTR_CLOSE'): "'}' to close interpolation",
    ('interpolated', 'ISTR_END'): 'end of string',
    ('entry', 'COLON'): "':' in dictionary literal",
    ('init', 'COLON'): "':' in struct literal",
    ('case_', 'COLON'): "':' after case pattern",
    ('default_', 'COLON'): "':' after 'default'",
    ('let_stmt', 'ASSIGN'): "assignment operator (':=' or '=') in let declaration",
    ('const_stmt', 'ASSIGN'): "assignment operator (':=' or '=') in const declaration",
    ('destructure', 'ASSIGN'): "assignment operator (':=' or '=') after pattern",
    ('for_stmt', 'IN'): "'in' in for loop",
    ('from_import', 'IMPORT'): "'import' after module name in from-import statement",
    ('func_head', 'FUNC'): "'func' after 'async'",
    ('struct_stmt', 'LBRACE'): "'{' to start struct body",
    ('enum_stmt', 'LBRACE'): "'{' to start enum body",
    ('match_stmt', 'LBRACE'): "'{' to start match body",
    ('match_value', 'LBRACE'): "'{' to start match body",
}

# What may come next (by production or nonterminal), where it is not an expression or a statement; it wins over _REQUIRED.
_ELEMENTS = {
    ('func_decl', 'IDENT'): "function name after 'func'",
    ('func_decl', 'signature'): "'(' after function name",
    ('func_expr', 'signature'): "'(' after 'func' in function expression",
    ('signature', 'params'): "parameter name or ')' to close function parameter list",
    ('more', 'param'): "parameter name or ')' to close function parameter list",
    ('mut_self_param', 'SELF'): "'self' after 'mut'",
    ('rest_param', 'IDENT'): "parameter name after '...'",
    ('rest_pattern', 'IDENT'): "name after '...'",
    ('signature', 'type'): 'type name', ('param', 'type'): 'type name',
    ('rest_param', 'type'): 'type name', ('field_decl', 'type'): 'type name',
    ('let_stmt', 'type'): 'type name', ('const_stmt', 'type'): 'type name',
    ('type', 'types'): 'type name', ('more', 'type'): 'type name',
    ('variant', 'IDENT'): "variant name after '::'",
    ('case_name', 'IDENT'): "variant name after '::'",
    ('field', 'IDENT'): "field name after '.'",
    ('optional_field', 'IDENT'): "field name after '?.'",
    ('struct', 'inits'): "field name or '}' to close struct literal",
    ('more', 'init'): "field name or '}' to close struct literal",
    ('for_stmt', 'pattern'): "loop variable name after 'for'",
    ('let_stmt', 'pattern'): 'variable name or pattern',
    ('const_stmt', 'IDENT'): "constant name after 'const'",
    ('opened_pattern', 'array_pattern'): "name, pattern or ']' to close array pattern",
    ('more', 'array_pat'): "name, pattern or ']' to close array pattern",
    ('opened_pattern', 'array_targets'): "name, pattern or ']' to close array pattern",
    ('more', 'target'): "name, pattern or ']' to close array pattern",
    ('opened_pattern', 'dict_pattern'): "name or '}' to close dictionary pattern",
    ('more', 'dict_pat'): "name or '}' to close dictionary pattern",
    ('try_stmt', 'except_'): "'except' after try block",
    ('except_', 'IDENT'): "exception variable after 'except'",
    ('struct_stmt', 'IDENT'): "struct name after 'struct'",
    ('struct_stmt', 'members'): "field, method or '}' to close struct body",
    ('more', 'member'): "field, method or '}' to close struct body",
    ('enum_stmt', 'IDENT'): "enum name after 'enum'",
    ('enum_stmt', 'variants'): "variant name or '}' to close enum body",
    ('more', 'variant'): "variant name or '}' to close enum body",
    ('declared_variant', 'names'): "name or ')' to close variant",
    ('match_stmt', 'arms'): "'case', 'default' or '}' to close match body",
    ('match_value', 'arms'): "'case', 'default' or '}' to close match body",
    ('more', 'arm'): "'case', 'default' or '}' to close match body",
    ('case_', 'case_pats'): "pattern after 'case'",
    ('more', 'case_pat'): "pattern after '|'",
    ('case_literal', 'INT'): "number after '-'",
    ('case_let', 'IDENT'): "name after 'let'",
    ('case_tag', 'names'): "name or ')' to close case pattern",
    ('names', 'IDENT'): "name after ','",
    ('module_path', 'IDENT'): "module path segment after '.' in from-import statement",
    ('import_stmt', 'IDENT'): "module name after 'import'",
    ('imported_name', 'IDENT'): "name after 'as'",
    ('from_import', 'module_path'): "module name after 'from'",
    ('from_import', 'imported_names'): 'imported symbol name',
    ('more', 'imported_name'): 'imported symbol name',
    ('test_stmt', 'STRING'): "test name string after 'test'",
    ('test_group', 'STRING'): "group name string after 'test_group'",
    ('interpolated', 'istr_parts'): 'text or interpolation',
    ('export_stmt', 'statement'): "declaration, assignment or name after 'export'",
}

# The same key means different things at different places.
_ELEMENTS_BY_POSITION = {
    ('import_stmt', 3): "name after 'as'",
    ('for_stmt', 3): "second loop variable name after ','",
}

# Bytes of a token that a message repeats.
LONGEST_TOKEN = 80

PLAIN, CALL, SIGNATURE, BLOCK = range(4)
_SPECIAL_CLOSERS = {('call', 'RPAR'): CALL, ('signature', 'RPAR'): SIGNATURE,
                    ('block', 'RBRACE'): BLOCK}
_OPENERS = ['LPAR', 'LBRACK', 'LBRACE', 'LBRACE_STRUCT', 'ISTR_OPEN']
_CLOSERS = ['RPAR', 'RBRACK', 'RBRACE', 'ISTR_CLOSE']


class StateMessages(object):
    """Per state: ``elements`` (what may come next, '' without), ``required`` (what has to come,
    '' without), ``closers`` (PLAIN, or which closer needs a look at the stack), ``dots`` (symbols of that
    production on the stack), ``openers`` (which of them is the bracket to close, -1 for none),
    ``bodies`` (name of the block that starts here) and ``reductions`` (the state's only reduction,
    -1 for none).

    ``element_symbols``, ``required_symbols`` and ``body_symbols`` say the same as the texts of that
    name, for those who choose a hint (expectations.py).  ``names``: may a name come next, where it is
    neither an expression nor a statement?
    """

    def __init__(self):
        self.elements = [''] * tables.STATE_COUNT
        self.required = [''] * tables.STATE_COUNT
        self.closers = [PLAIN] * tables.STATE_COUNT
        self.dots = [0] * tables.STATE_COUNT
        self.openers = [-1] * tables.STATE_COUNT
        self.bodies = [''] * tables.STATE_COUNT
        self.element_symbols = [expectations.NOTHING] * tables.STATE_COUNT
        self.required_symbols = [expectations.NOTHING] * tables.STATE_COUNT
        self.body_symbols = [expectations.NOTHING] * tables.STATE_COUNT
        self.names = [False] * tables.STATE_COUNT
        self.reductions = [-1] * tables.STATE_COUNT
        for state in range(tables.STATE_COUNT):
            self.reductions[state] = _only_reduction(state)
            for rule, dot in kernel_items(state):
                if dot < tables.RULE_LENGTHS[rule]:
                    self._add_item(state, rule, dot)
            if _can_start(state, tokens.LET):
                if self.elements[state] == '':
                    self.elements[state] = 'statement'
                    self.element_symbols[state] = expectations.STATEMENT
            elif _can_start(state, tokens.LPAR) and _can_start(state, tokens.INT):
                self.elements[state] = 'expression'
                self.element_symbols[state] = expectations.EXPRESSION
            self.names[state] = _can_start(state, tokens.IDENT) and self.element_symbols[state] not in (
                expectations.STATEMENT, expectations.EXPRESSION)

    def _add_item(self, state, rule, dot):
        name = rule_name(rule)
        symbol = tables.RULE_SYMBOLS[rule][dot]
        if symbol == 'block':
            self.bodies[state] = _BODIES[name, dot]
            self.body_symbols[state] = expectations.BODIES.get((name, dot), expectations.OTHER)
            self.elements[state] = "'{' to start " + self.bodies[state]
            self.element_symbols[state] = expectations.OTHER
        left = tables.NONTERMINALS[tables.RULE_LEFTS[rule]]
        text = (_ELEMENTS_BY_POSITION.get((name, dot)) or _ELEMENTS.get((name, symbol)) or
                _ELEMENTS.get((left, symbol)))
        # The first item wins: after a leading 'func' that is the name of a declaration.
        if text and self.elements[state] == '':
            self.elements[state] = text
            self.element_symbols[state] = (
                expectations.OTHER if (name, dot) in _ELEMENTS_BY_POSITION else
                expectations.ELEMENTS.get((name, symbol)) or
                expectations.ELEMENTS.get((left, symbol), expectations.OTHER))
        text = _REQUIRED.get((name, symbol))
        if text:
            self.required[state] = text
            self.required_symbols[state] = expectations.REQUIRED.get((name, symbol),
                                                                     expectations.OTHER)
            self.closers[state] = _SPECIAL_CLOSERS.get((name, symbol), PLAIN)
            self.dots[state] = dot
            for i in range(dot):
                if symbol in _CLOSERS and tables.RULE_SYMBOLS[rule][i] in _OPENERS:
                    self.openers[state] = i


def rule_name(rule):
    return tables.RULE_NAMES[rule] or tables.NONTERMINALS[tables.RULE_LEFTS[rule]]


def kernel_items(state):
    """The (rule, position) pairs of a state's kernel."""
    kernel = tables.KERNELS[state]
    return [(kernel[i], kernel[i + 1]) for i in range(0, len(kernel), 2)]


def _can_start(state, type):
    return tables.ACTIONS[state * tables.TERMINAL_COUNT + type] > 0


def _only_reduction(state):
    """The only rule that a state reduces by; -1 for none and for the end of the program."""
    rules = set()
    for type in range(tables.TERMINAL_COUNT):
        action = tables.ACTIONS[state * tables.TERMINAL_COUNT + type]
        if action < 0 and tables.RULE_LEFTS[-action - 1] != tables.PROGRAM:
            rules.add(-action - 1)
    assert len(rules) <= 1, 'a state has two different reductions'
    for rule in rules:
        return rule
    return -1


STATE_MESSAGES = StateMessages()
_CHAINABLE = [rule_name(_rule) in ('assign', 'augassign', 'destructure', 'let_stmt', 'const_stmt')
              for _rule in range(len(tables.RULE_LENGTHS))]
CHAINED_ASSIGNMENT = ('Chained assignment is not supported; split the assignment into separate '
                      'statements')


class ErrorContext(object):
    """A syntax error after all possible reductions.

    ``state`` can only shift; ``stack`` are the states below it with itself on top and ``entries`` runs
    parallel: the index of the parser's stack entry, -1 for a symbol that the reductions made.
    ``chained`` tells that an assignment was reduced on the way.
    """

    def __init__(self, parser):
        self.parser = parser
        self.stack = parser.states[:]
        self.entries = range_list(len(self.stack))
        self.chained = False
        while True:
            state = self.stack[len(self.stack) - 1]
            rule = STATE_MESSAGES.reductions[state]
            if rule < 0:
                break
            self._reduce(rule)
        self.state = state

    def _reduce(self, rule):
        if _CHAINABLE[rule]:
            self.chained = True
        length = tables.RULE_LENGTHS[rule]
        base = len(self.stack) - length
        assert base > 0
        below = self.stack[base - 1]
        goto = tables.GOTOS[below * tables.NONTERMINAL_COUNT + tables.RULE_LEFTS[rule]]
        if length > 1 or tables.RULE_BUILDERS[rule] != tables.PASS_THROUGH:
            self.entries[base] = -1
        del self.stack[base + 1:]
        del self.entries[base + 1:]
        self.stack[base] = goto

    def entry(self, index):
        """The parser's stack entry of a symbol of the production that is incomplete, or -1."""
        position = len(self.stack) - STATE_MESSAGES.dots[self.state] + index
        if position < 0:
            return -1
        return self.entries[position]

    # ------------------------------------------------------------ text

    def kind(self):
        if self._is_chained():
            return kinds.CHAINED_ASSIGNMENT
        return kinds.UNEXPECTED_TOKEN

    def _is_chained(self):
        type = self.parser.lookahead()
        return self.chained and not self.at_fat_arrow() and (
            type == tokens.ASSIGN or type == tokens.AUGASSIGN)

    def message(self):
        """The whole message for the token that the parser stands at."""
        type = self.parser.lookahead()
        if self._is_chained():
            return CHAINED_ASSIGNMENT
        found = self.found_token()
        elements = STATE_MESSAGES.elements[self.state]
        required = STATE_MESSAGES.required[self.state]
        if required != '' and (elements == '' or type == tokens.END):
            return 'Expected ' + self._closer(required) + ' but found ' + found
        if STATE_MESSAGES.element_symbols[self.state] == expectations.STATEMENT:
            return 'Invalid statement: unexpected ' + found
        return 'Expected ' + elements + ' but found ' + found

    def at_fat_arrow(self):
        """Does the parser stand at ``=>``, which other languages have and which is two tokens here?"""
        stream = self.parser.stream
        token = self.parser.position
        return (stream.types[token] == tokens.ASSIGN and stream.types[token + 1] == tokens.GT and
                stream.ends[token] == stream.starts[token + 1])

    def found_token(self):
        parser = self.parser
        if parser.lookahead() == tokens.END:
            return 'end of file'
        text = parser.token_text(parser.position)
        end = text.find('\n')
        if end < 0 or end > LONGEST_TOKEN:
            end = min(len(text), LONGEST_TOKEN)
            while end < len(text) and end > 0 and ord(text[end]) & 0xC0 == 0x80:
                end -= 1
        assert end >= 0
        if end < len(text):
            text = text[:end] + '...'
        return "'" + text + "'"

    def _closer(self, required):
        kind = STATE_MESSAGES.closers[self.state]
        if kind == CALL:
            return "')' to close " + self._call_kind()
        if kind == SIGNATURE and self._in_function_expression():
            return "')' to close function expression parameter list"
        if kind == BLOCK:
            position = len(self.stack) - STATE_MESSAGES.dots[self.state] - 1
            assert position >= 0
            return "'}' to close " + STATE_MESSAGES.bodies[self.stack[position]]
        return required

    def _call_kind(self):
        entry = self.entry(0)
        if entry >= 0:
            callee = self.parser.nodes[entry]
            if isinstance(callee, ast.Field):
                return 'method call arguments'
            if isinstance(callee, ast.Variant):
                return 'tag expression arguments'
            if isinstance(callee, ast.Name):
                name = callee.name
                if name == 'throw':
                    return 'throw(...) arguments'
                if name == 'Ok' or name == 'Err' or name == 'Some':
                    return name + '(...)'
        return 'function call arguments'

    def _in_function_expression(self):
        entry = self.entry(-1)
        return entry >= 0 and isinstance(self.parser.nodes[entry], FunctionHead)

    def open_bracket(self):
        """The token that opens the bracket whose closer is missing, -1 without one."""
        opener = STATE_MESSAGES.openers[self.state]
        if opener < 0:
            return -1
        entry = self.entry(opener)
        if entry < 0:
            return -1
        return self.parser.firsts[entry]


def range_list(count):
    result = []
    for i in range(count):
        result.append(i)
    return result
