"""Help for syntax errors that the tokens around them explain (tooling.md 9.3)."""
from ruffinterp.syntax import tokens
from ruffinterp.syntax.messages import STATE_MESSAGES

_STRUCT_CLOSER = "'}' to close struct body"
_LET_ASSIGNMENT = "assignment operator (':=' or '=') in let declaration"
_CONST_ASSIGNMENT = "assignment operator (':=' or '=') in const declaration"
_IF_BLOCK = 'if block'
_FUNCTION_BODIES = ['function body', 'function expression body']

_LAMBDA = 'Functions without a name are written func(x) { return ... }.'
_NO_CONDITIONAL = ("There is no conditional expression: write "
                   "if condition { x := a } else { x := b }.")
_COMPARE = "Write '==' to compare."
_COUNTING_LOOP = 'Counting loops are written: for i in range(start, end) { ... }.'


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
    return STATE_MESSAGES.elements[context.state]


def _required(context):
    return STATE_MESSAGES.required[context.state]


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
        return "There is no '++': write name += 1."
    if (previous == tokens.MINUS and _previous(parser, 2) == tokens.MINUS and
            _adjacent(parser, token - 1)):
        return "There is no '--': write name -= 1."
    if type == tokens.STAR and previous == tokens.STAR:
        return "There is no '**': write pow(base, exponent)."
    if type == tokens.DOT and previous == tokens.DOT:
        return "There is no '..': write range(start, end)."
    if not _adjacent(parser, token):
        return _help_for_single_operator(context)
    if type == tokens.GT and previous == tokens.LT:
        return "Write '!=' to compare."
    if type == tokens.LT and previous == tokens.LT:
        return "There is no '<<': write bit_shl(x, count)."
    if type == tokens.GT and previous == tokens.GT:
        return "There is no '>>': write bit_shr(x, count)."
    if type == tokens.LT and previous == tokens.ASSIGN:
        return "Write '<='."
    if type == tokens.ASSIGN and (previous == tokens.EQ or previous == tokens.NE):
        return "Write '==' to compare and '!=' for its opposite."
    return _help_for_single_operator(context)


def _help_for_single_operator(context):
    type = context.parser.lookahead()
    if type == tokens.AMPERSAND:
        return "Logical 'and' is written '&&', the bit operation bit_and(a, b)."
    if type == tokens.BAR:
        if _expected(context) == 'expression':
            return _LAMBDA
        return "Logical 'or' is written '||', the bit operation bit_or(a, b)."
    if type == tokens.COLON and _question_before(context.parser):
        return _NO_CONDITIONAL
    if type == tokens.IN:
        return "Write contains(values, value) to look for a value."
    return ''


def _question_before(parser):
    """Is there a ``?`` before the found token, outside brackets and on the same line?"""
    token = parser.position
    while token > 0 and not parser.stream.first_on_line[token]:
        token -= 1
        mate = parser.stream.mates[token]
        if 0 <= mate < token:
            token = mate
        elif parser.types[token] == tokens.QUESTION:
            return True
    return False


def _help_for_fat_arrow(context):
    required = _required(context)
    if required.find('dictionary') >= 0:
        return "Entries of a dictionary are written key: value."
    if required.find('case') >= 0:
        return 'A case is written: case pattern: { ... }.'
    return "There is no '=>': write func(x) { return ... }, or ':' after a case pattern."


# ---------------------------------------------------------------- headers and bodies

def _help_for_header(context):
    """Help where a block or the head of a loop is expected."""
    if _expected(context) == "'{' to start spawn block":
        return 'A task is a block: spawn { work() }.'
    parser = context.parser
    type = parser.lookahead()
    required = _required(context)
    if required == "'in' in for loop":
        if type == tokens.ASSIGN:
            return _COUNTING_LOOP
        return 'A loop over values is written: for name in values { ... }.'
    if _expected(context) == "loop variable name after 'for'" and type == tokens.LPAR:
        return _help_for_parenthesized_loop(parser)
    body = STATE_MESSAGES.bodies[context.state]
    if body == '':
        return ''
    if body in _FUNCTION_BODIES:
        if type == tokens.COLON:
            return "The type of the result follows '->': func name(x) -> int { ... }."
        if type == tokens.ASSIGN or _arrow_before(parser):
            return "A body is a block: func(x) { return ... }; behind '->' stands its type."
        return ''
    if type == tokens.ASSIGN:
        return _COMPARE
    if type == tokens.ELSE and body == _IF_BLOCK:
        return _NO_CONDITIONAL
    if type == tokens.FUNC or type == tokens.IDENT or type >= tokens.FIRST_KEYWORD or (
            type == tokens.COLON):
        return "The %s needs braces: { ... }." % body
    return ''


def _help_for_parenthesized_loop(parser):
    close = parser.stream.mates[parser.position]
    for token in range(parser.position, close):
        if parser.types[token] == tokens.SEMI:
            return _COUNTING_LOOP
    return 'Write it without parentheses: for name in values { ... }.'


def _arrow_before(parser):
    return _previous(parser, 1) == tokens.ARROW or _previous(parser, 2) == tokens.ARROW


# ---------------------------------------------------------------- what is expected

def _help_for_expected(context):
    """Help that depends on what has to come."""
    parser = context.parser
    type = parser.lookahead()
    required = _required(context)
    elements = _expected(context)
    if required == _LET_ASSIGNMENT or required == _CONST_ASSIGNMENT:
        if type == tokens.EQ:
            return "Write ':=' to give a value; '==' compares."
        return 'A variable has a value from the start: let name := null.'
    if required == "':' in dictionary literal":
        return 'Entries of a dictionary are written key: value.'
    if required == "':' after case pattern":
        return 'A case is written: case pattern: { ... }.'
    if required == "'}' to close enum body" and type != tokens.END:
        return "Variants are names, separated by ','; values go with them as Name::Variant(value)."
    if required.find('function call arguments') >= 0 and type == tokens.ASSIGN:
        return 'Arguments have no names: they stand in the order of the parameters.'
    if required.find('function call arguments') >= 0 and type == tokens.COLON:
        return _help_for_named_argument(parser)
    if required.find('array literal') >= 0 and type == tokens.FOR:
        return 'There is no comprehension: write map(values, func(x) { return ... }).'
    if required.find('case') < 0 and elements.find("'case'") >= 0 and type != tokens.END:
        return 'A case is written: case pattern: { ... }.'
    if elements.find("exception variable") >= 0:
        return "The error needs a name: try { ... } except err { ... }."
    if elements.find('module name') >= 0 and type == tokens.STRING:
        return 'A module is named without quotes and without .ruff: import name.'
    if elements == 'imported symbol name' and type == tokens.STAR:
        return 'All exports at once are imported by: import name.'
    if elements == "field name after '.'" and (type == tokens.STRING or type == tokens.ISTR_START):
        return "Strings are joined by '+'."
    if elements == "'(' after function name":
        return 'The parentheses are always there: func name() { ... }.'
    if required == "'func' after 'async'":
        return 'Write async func name() { ... }.'
    if required.find('parenthesized') >= 0 and type == tokens.COMMA:
        return _help_for_tuple(context)
    return ''


def _help_for_tuple(context):
    """``(a, b)``: the head of an arrow function, or several values."""
    stream = context.parser.stream
    bracket = context.open_bracket()
    if bracket >= 0 and stream.mates[bracket] >= 0:
        following = stream.mates[bracket] + 1
        if stream.types[following] == tokens.ASSIGN and stream.types[following + 1] == tokens.GT:
            return _LAMBDA
    return 'There are no tuples: arrays are written [a, b].'


def _help_for_named_argument(parser):
    """``f(name: value)``; with a capital letter it is meant for a struct."""
    i = len(parser.nodes) - 1
    while i > 0:
        token = parser.firsts[i]
        if parser.nodes[i] is None and parser.types[token] == tokens.LPAR:
            name = parser.token_text(token - 1)
            if 'A' <= name[0] <= 'Z':
                return 'Structs are made with braces: %s { field: value }.' % name
            break
        i -= 1
    return 'Arguments have no names: they stand in the order of the parameters.'


# ---------------------------------------------------------------- what is found

def _help_for_found(context):
    parser = context.parser
    token = parser.position
    type = parser.types[token]
    previous = _previous(parser, 1)
    statement = _expected(context) == 'statement'
    if type == tokens.COLON and previous == tokens.IDENT and _is_typed_declaration(parser, token):
        return "A declaration with a type needs 'let': let name: type := value."
    if type == tokens.SEMI and _required(context) == _STRUCT_CLOSER:
        return "Fields and methods are separated by ',' or a new line."
    if tokens.T_INT <= type <= tokens.T_BOOL and parser.types[token + 1] == tokens.IDENT:
        name = parser.token_text(token + 1)
        if statement:
            return 'The type stands behind the name: let %s: %s := value.' % (
                name, parser.token_text(token))
        return 'The type stands behind the name: %s: %s.' % (name, parser.token_text(token))
    if statement and type == tokens.ELSE:
        return "An 'else' follows the '}' of an if block."
    if statement and type == tokens.COMMA and previous == tokens.IDENT:
        return 'Several variables are set by: [a, b] := [1, 2].'
    if statement and type == tokens.IMPL:
        return 'Methods are declared in the struct: struct Name { func method() { ... } }.'
    if type >= tokens.FIRST_KEYWORD and _expects_name(context.state):
        return tokens.SPELLINGS[type] + ' is a reserved word; choose another name.'
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


def _expects_name(state):
    elements = STATE_MESSAGES.elements[state]
    return elements != 'statement' and elements != 'expression' and elements.find('name') >= 0
