"""Help for syntax errors that the tokens around them explain (tooling.md 9.3)."""
from ruffinterp.diagnostics.hints import syntactic
from ruffinterp.diagnostics.spelling import nearest
from ruffinterp.syntax import expectations, tokens
from ruffinterp.syntax.messages import STATE_MESSAGES

_STARTS_VALUE = [_type in (
    tokens.IDENT, tokens.INT, tokens.FLOAT, tokens.STRING, tokens.ISTR_START, tokens.TRUE,
    tokens.FALSE, tokens.NULL, tokens.SELF) for _type in range(len(tokens.NAMES))]

_IN_DICT = [expectations.DICT_END, expectations.DICT_PATTERN_END, expectations.ENTRY_COLON]
_IN_CASE = [expectations.CASE_COLON, expectations.CASE_PATTERN_END]


def help_for_tokens(context):
    """Help that depends on the found token and the tokens beside it; '' without any."""
    text = _help_for_header(context)
    if text == '':
        text = _help_for_expected(context)
    if text == '':
        text = _help_for_found(context)
    return text


def _previous(parser, distance):
    """The type of the token that many places before the found one."""
    token = parser.position - distance
    if token < 0:
        return tokens.END
    return parser.types[token]


def _adjacent(parser, token):
    """Does the token follow the one before it without a blank?"""
    return token > 0 and parser.stream.ends[token - 1] == parser.stream.starts[token]


def _expected(context):
    return STATE_MESSAGES.element_symbols[context.state]


def _required(context):
    return STATE_MESSAGES.required_symbols[context.state]


# ---------------------------------------------------------------- operators of other languages

def help_for_operator(context):
    """Help if the found token is an operator of other languages, or a part of one."""
    parser = context.parser
    token = parser.position
    type = parser.types[token]
    previous = _previous(parser, 1)
    if context.at_fat_arrow():
        return _help_for_fat_arrow(context)
    if type == tokens.PLUS and previous == tokens.PLUS:
        return syntactic.INCREMENT
    if (previous == tokens.MINUS and _previous(parser, 2) == tokens.MINUS and
            _adjacent(parser, token - 1)):
        return syntactic.DECREMENT
    if type == tokens.STAR and previous == tokens.STAR:
        return syntactic.POWER
    if type == tokens.DOT and previous == tokens.DOT:
        return syntactic.RANGE
    if not _adjacent(parser, token):
        return _help_for_single_operator(context)
    if type == tokens.GT and previous == tokens.LT:
        return syntactic.UNEQUAL
    if type == tokens.LT and previous == tokens.LT:
        return syntactic.SHIFT_LEFT
    if type == tokens.GT and previous == tokens.GT:
        return syntactic.SHIFT_RIGHT
    if type == tokens.LT and previous == tokens.ASSIGN:
        return syntactic.LESS_EQUAL
    if type == tokens.GT and previous == tokens.LE:
        return syntactic.THREE_WAY
    if type == tokens.ASSIGN and (previous == tokens.EQ or previous == tokens.NE):
        return syntactic.STRICT_EQUALITY
    return _help_for_single_operator(context)


def _help_for_single_operator(context):
    type = context.parser.lookahead()
    if type == tokens.AMPERSAND:
        return syntactic.SINGLE_AND
    if type == tokens.BAR:
        if _expected(context) == expectations.EXPRESSION:
            return syntactic.LAMBDA
        return syntactic.SINGLE_OR
    if type == tokens.COLON and _is_on_line_before(context.parser, tokens.QUESTION):
        return syntactic.CONDITIONAL
    if type == tokens.IN:
        return syntactic.CONTAINS
    return ''


def _is_on_line_before(parser, type):
    """Is there a token of that type before the found one, outside brackets and on its line?"""
    token = parser.position
    while token > 0 and not parser.stream.first_on_line[token]:
        token -= 1
        mate = parser.stream.mates[token]
        if 0 <= mate < token:
            token = mate
        elif parser.types[token] == type:
            return True
    return False


def _help_for_fat_arrow(context):
    missing = _required(context)
    if missing in _IN_DICT:
        return syntactic.ENTRY
    if missing in _IN_CASE:
        return syntactic.CASE
    return syntactic.FAT_ARROW


# ---------------------------------------------------------------- headers and bodies

def _help_for_header(context):
    """Help where a block or the head of a loop is expected."""
    body = STATE_MESSAGES.body_symbols[context.state]
    if body == expectations.SPAWN_BODY:
        return syntactic.SPAWN
    parser = context.parser
    type = parser.lookahead()
    required = _required(context)
    if required == expectations.FOR_IN:
        if type == tokens.ASSIGN:
            return syntactic.COUNTING_LOOP
        return syntactic.LOOP
    if _expected(context) == expectations.LOOP_VARIABLE and type == tokens.LPAR:
        return _help_for_parenthesized_loop(parser)
    if body == expectations.NOTHING:
        return ''
    if body == expectations.EXCEPT_BODY and type == tokens.IDENT:
        return syntactic.ONE_EXCEPT
    if body == expectations.FUNCTION_BODY:
        if type == tokens.COLON:
            return syntactic.RESULT_TYPE
        if type == tokens.ASSIGN or _arrow_before(parser):
            return syntactic.ARROW_BODY
        return ''
    if type == tokens.ASSIGN:
        return syntactic.COMPARE
    if type == tokens.ELSE and body == expectations.IF_BODY:
        return syntactic.CONDITIONAL
    if type == tokens.FUNC or type == tokens.IDENT or type >= tokens.FIRST_KEYWORD or (
            type == tokens.COLON):
        return syntactic.NEEDS_BRACES % STATE_MESSAGES.bodies[context.state]
    return ''


def _help_for_parenthesized_loop(parser):
    close = parser.stream.mates[parser.position]
    for token in range(parser.position, close):
        if parser.types[token] == tokens.SEMI:
            return syntactic.COUNTING_LOOP
    return syntactic.LOOP_PARENTHESES


def _arrow_before(parser):
    return _previous(parser, 1) == tokens.ARROW or _previous(parser, 2) == tokens.ARROW


# ---------------------------------------------------------------- what is expected

def _help_for_expected(context):
    """Help that depends on what has to come."""
    parser = context.parser
    type = parser.lookahead()
    required = _required(context)
    elements = _expected(context)
    if required == expectations.VALUE_OF_LET or required == expectations.VALUE_OF_CONST:
        if type == tokens.EQ:
            return syntactic.VALUE_BY_COMPARISON
        return syntactic.VALUE
    if required == expectations.ENTRY_COLON:
        if type == tokens.ASSIGN and parser.token_text(parser.position) == ':=':
            return syntactic.LONE_BLOCK
        return syntactic.ENTRY
    if required == expectations.VARIANT_END and type == tokens.COLON:
        return syntactic.PAYLOAD_NAMES
    if required == expectations.CASE_COLON:
        return _help_for_case(type)
    if required == expectations.ENUM_END and type != tokens.END:
        return syntactic.VARIANTS
    if required == expectations.CALL_END and type == tokens.ASSIGN:
        return syntactic.NAMED_ARGUMENT
    if required == expectations.CALL_END and type == tokens.COLON:
        return _help_for_named_argument(parser)
    if (elements == expectations.PATTERN_ITEM and type == tokens.SELF) or (
            required == expectations.ARRAY_PATTERN_END and (
                type == tokens.DOT or type == tokens.LBRACK)):
        return syntactic.PATTERN_PLACE
    if required == expectations.ARRAY_END and type == tokens.FOR:
        return syntactic.COMPREHENSION
    if elements == expectations.ARM and type != tokens.END:
        return _help_for_arm(parser)
    if elements == expectations.TYPE and (type == tokens.LBRACK or type == tokens.LBRACK_PAT):
        return syntactic.ARRAY_TYPE
    if elements == expectations.TYPE and (type == tokens.LBRACE or type == tokens.LBRACE_PAT):
        return syntactic.DICT_TYPE
    if elements == expectations.ERROR_VARIABLE:
        return syntactic.ERROR_NAME
    if elements == expectations.MODULE and type == tokens.STRING:
        return syntactic.MODULE_NAME
    if elements == expectations.IMPORTED_NAME and type == tokens.STAR:
        return syntactic.ALL_EXPORTS
    if elements == expectations.FIELD and (type == tokens.STRING or type == tokens.ISTR_START):
        return syntactic.JOIN
    if elements == expectations.PARAMETERS:
        return syntactic.PARENTHESES
    if required == expectations.ASYNC_FUNCTION:
        return syntactic.ASYNC
    if required == expectations.PARENTHESIS_END and type == tokens.COMMA:
        return _help_for_tuple(context)
    return ''


def _help_for_arm(parser):
    """What should be a case or default may be misspelled."""
    if parser.lookahead() == tokens.IDENT:
        meant = nearest(parser.token_text(parser.position), ['case', 'default'])
        if meant != '':
            return syntactic.MISSPELLED_ARM % meant
    return syntactic.CASE


def _help_for_case(type):
    if type == tokens.COMMA:
        return syntactic.ALTERNATIVES
    if type == tokens.DOT:
        return syntactic.VARIANT_CASE
    return syntactic.CASE


def _help_for_tuple(context):
    """``(a, b)``: the head of an arrow function, or several values."""
    stream = context.parser.stream
    bracket = context.open_bracket()
    if bracket >= 0 and stream.mates[bracket] >= 0:
        following = stream.mates[bracket] + 1
        if stream.types[following] == tokens.ASSIGN and stream.types[following + 1] == tokens.GT:
            return syntactic.LAMBDA
    return syntactic.TUPLE


def _help_for_named_argument(parser):
    """``f(name: value)``; with a capital letter it is meant for a struct."""
    i = len(parser.nodes) - 1
    while i > 0:
        token = parser.firsts[i]
        if parser.nodes[i] is None and parser.types[token] == tokens.LPAR:
            name = parser.token_text(token - 1)
            if 'A' <= name[0] <= 'Z':
                return syntactic.STRUCT_LITERAL % name
            break
        i -= 1
    return syntactic.NAMED_ARGUMENT


# ---------------------------------------------------------------- what is found

def _help_for_found(context):
    parser = context.parser
    token = parser.position
    type = parser.types[token]
    previous = _previous(parser, 1)
    statement = _expected(context) == expectations.STATEMENT
    if type == tokens.COLON and previous == tokens.IDENT and _is_typed_declaration(parser, token):
        return syntactic.TYPED_DECLARATION
    if type == tokens.SEMI and _required(context) == expectations.STRUCT_END:
        return syntactic.MEMBERS
    if tokens.T_INT <= type <= tokens.T_BOOL and parser.types[token + 1] == tokens.IDENT:
        name = parser.token_text(token + 1)
        if statement:
            return syntactic.TYPE_BEFORE_VARIABLE % (name, parser.token_text(token))
        return syntactic.TYPE_BEFORE_NAME % (name, parser.token_text(token))
    if tokens.T_INT <= type <= tokens.T_BOOL and parser.types[token + 1] == tokens.LPAR:
        word = parser.token_text(token)
        return syntactic.CONVERSION % (word, word)
    if statement and type == tokens.ELSE:
        return syntactic.ELSE
    if statement and type == tokens.COMMA:
        return _help_for_list(parser)
    if statement and type == tokens.IMPL:
        return syntactic.METHODS
    help = _help_for_neighbors(context, type, previous)
    if help != '':
        return help
    if type >= tokens.FIRST_KEYWORD and STATE_MESSAGES.names[context.state]:
        return syntactic.RESERVED_WORD % tokens.SPELLINGS[type]
    return ''


def _help_for_neighbors(context, type, previous):
    """Help that the found token and the ones beside it are enough for."""
    parser = context.parser
    if previous == tokens.QUESTION and _STARTS_VALUE[type]:
        return syntactic.CONDITIONAL
    if type == tokens.COLONCOLON and previous == tokens.LBRACK:
        return syntactic.SLICE_STEP
    if type == tokens.MUT and previous == tokens.LET:
        return syntactic.MUTABLE
    if type == tokens.ELLIPSIS and previous == tokens.IDENT:
        return syntactic.SPREAD
    if type == tokens.LBRACE and previous == tokens.IDENT and (
            _previous(parser, 2) == tokens.COLONCOLON):
        return syntactic.VARIANT_VALUES % (
            parser.token_text(parser.position - 3), parser.token_text(parser.position - 1))
    if tokens.T_INT <= type <= tokens.T_BOOL and STATE_MESSAGES.names[context.state] and (
            previous == tokens.LPAR or previous == tokens.COMMA):
        return syntactic.PAYLOAD_NAMES
    return ''


def _help_for_list(parser):
    """A statement goes on with a comma: several results or targets."""
    if _is_on_line_before(parser, tokens.RETURN):
        return syntactic.SEVERAL_RESULTS
    token = parser.position + 1
    while parser.types[token] != tokens.END and not parser.stream.first_on_line[token]:
        if parser.types[token] == tokens.ASSIGN:
            return syntactic.SEVERAL_TARGETS
        token += 1
    return ''


def _is_typed_declaration(parser, colon):
    """Is this ``name: type :=`` at the start of a statement?"""
    if not parser.stream.first_on_line[colon - 1]:
        before = parser.types[colon - 2] if colon >= 2 else tokens.SEMI
        if before != tokens.SEMI and before != tokens.LBRACE:
            return False
    following = parser.types[colon + 1]
    if tokens.T_INT <= following <= tokens.T_BOOL:
        return True
    return following == tokens.IDENT
