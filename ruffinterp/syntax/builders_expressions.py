"""Builders of expressions (language.md 2.3) and of plain lists."""
from rpython.rlib.rfloat import string_to_float

from ruffinterp.syntax import ast, tokens
from ruffinterp.syntax.literals import unescape
from ruffinterp.syntax.reduction import (
    FieldInit, NameList, NodeList, Parenthesized, without_parentheses)


# ---------------------------------------------------------------- lists

def build_first(reduction):
    return NodeList([reduction.node(0)])


def build_more(reduction):
    """Appends in place, so that a long list is built in linear time."""
    result = reduction.node(0)
    assert isinstance(result, NodeList)
    result.items.append(reduction.node(reduction.length - 1))
    return result


def build_first_name(reduction):
    return NameList([reduction.token(0)])


def build_more_names(reduction):
    result = reduction.node(0)
    assert isinstance(result, NameList)
    result.names.append(reduction.token(2))
    return result


# ---------------------------------------------------------------- operators

def build_pipe(reduction):
    right = reduction.node(2)
    value = without_parentheses(right)
    if isinstance(right, Parenthesized) and _is_call(value):
        # x |> (f(a)) calls the result of f(a); without the parentheses x would go to f.
        call = ast.Call(value, [])
        call.start = right.start
        call.end = right.end
        call.depth = right.depth + 1
        value = call
    return ast.Pipe(reduction.expression(0), value)


def _is_call(node):
    return isinstance(node, ast.Call) or isinstance(node, ast.MethodCall)


def build_logical(reduction):
    return ast.Logical(reduction.token(1), reduction.expression(0), reduction.expression(2))


def build_binary(reduction):
    return ast.Binary(_OPERATORS[reduction.type(1)], reduction.expression(0),
                      reduction.expression(2))


_OPERATORS = [''] * len(tokens.NAMES)
for _type in [tokens.EQ, tokens.NE, tokens.LT, tokens.LE, tokens.GT, tokens.GE, tokens.PLUS,
              tokens.MINUS, tokens.STAR, tokens.SLASH, tokens.PERCENT]:
    _OPERATORS[_type] = tokens.SPELLINGS[_type][1:-1]


def build_negate(reduction):
    return ast.Unary('-', reduction.expression(1))


def build_not(reduction):
    return ast.Unary('!', reduction.expression(1))


def build_await(reduction):
    return ast.Await(reduction.expression(1))


def build_yield_none(reduction):
    return ast.Yield(None)


def build_yield_value(reduction):
    return ast.Yield(reduction.expression(1))


# ---------------------------------------------------------------- postfix

def build_call(reduction):
    """Makes the special forms too: method calls, enum values, ``Ok Err Some`` and ``throw``."""
    callee = reduction.node(0)
    arguments = reduction.expressions(2)
    if isinstance(callee, ast.Field):
        return ast.MethodCall(callee.container, callee.name, arguments)
    if isinstance(callee, ast.Variant) and not callee.has_arguments:
        return ast.Variant(callee.enum_name, callee.variant_name, True, arguments)
    if isinstance(callee, ast.Name):
        name = callee.name
        if name == 'Ok' or name == 'Err' or name == 'Some':
            return ast.Wrapper(name, _only_argument(reduction, name, arguments))
        if name == 'throw' and len(arguments) == 1 and not isinstance(arguments[0], ast.Spread):
            # Any other number of arguments is an error of the compiler (language.md 10.4).
            return ast.Throw(arguments[0])
    return ast.Call(without_parentheses(callee), arguments)


def _only_argument(reduction, name, arguments):
    if len(arguments) == 1 and not isinstance(arguments[0], ast.Spread):
        return arguments[0]
    callee = reduction.node(0)
    reduction.error(name + '() requires exactly one argument', callee.start,
                    reduction.stream.ends[reduction.position - 1])
    return reduction.place_token(ast.NullLiteral(), 0)


def build_index(reduction):
    return ast.Index(reduction.expression(0), reduction.expression(2))


def build_slice(reduction):
    """``container [ [low] : [high] ]``."""
    low = None
    high = None
    colon = 2
    if reduction.has_node(2):
        low = reduction.expression(2)
        colon = 3
    if reduction.has_node(colon + 1):
        high = reduction.expression(colon + 1)
    return ast.Slice(reduction.expression(0), low, high)


def build_field(reduction):
    return ast.Field(reduction.expression(0), reduction.token(2))


def build_optional_field(reduction):
    return ast.OptionalField(reduction.expression(0), reduction.token(2))


def build_throw(reduction):
    return ast.Throw(reduction.expression(1))


def build_try_operator(reduction):
    return ast.TryOperator(reduction.expression(0))


def build_spread(reduction):
    return ast.Spread(reduction.expression(1))


# ---------------------------------------------------------------- names and constants

def build_name(reduction):
    name = reduction.token(0)
    if name == 'None':
        return ast.Wrapper('None', None)
    if name == 'Ok' or name == 'Err' or name == 'Some':
        # Before ':' it is a key without quotes (decision 43).
        following = reduction.lookahead()
        if following != tokens.LPAR and following != tokens.COLON:
            reduction.lookahead_error("Expected '(' after '" + name + "'")
    return ast.Name(name)


def build_path_name(reduction):
    return ast.Name(reduction.token(0))


def build_self(reduction):
    return ast.Name('self')


def build_int(reduction):
    return ast.IntLiteral(reduction.token(0))


def build_float(reduction):
    return ast.FloatLiteral(string_to_float(reduction.token(0)))


def string_value(reduction, index):
    """The value of a STRING token."""
    return unescape(reduction.text, reduction.start_of(index) + 1, reduction.end_of(index) - 1)


def build_string(reduction):
    return ast.StringLiteral(string_value(reduction, 0))


def build_true(reduction):
    return ast.BoolLiteral(True)


def build_false(reduction):
    return ast.BoolLiteral(False)


def build_null(reduction):
    return ast.NullLiteral()


# ---------------------------------------------------------------- compound operands

def build_variant(reduction):
    return ast.Variant(reduction.token(0), reduction.token(2), False, [])


def build_struct(reduction):
    names = []
    values = []
    if reduction.length > 3:
        for item in reduction.items(2):
            assert isinstance(item, FieldInit)
            names.append(item.name)
            values.append(item.value)
    return ast.StructLiteral(reduction.token(0), names, values)


def build_init(reduction):
    return FieldInit(reduction.token(0), reduction.expression(2))


def build_parenthesized(reduction):
    return Parenthesized(reduction.expression(1))


def build_array(reduction):
    return ast.ArrayLiteral(reduction.expressions(1))


def build_dict(reduction):
    return ast.DictLiteral(reduction.expressions(1))


def build_entry(reduction):
    """A name without parentheses is a text (decision 43)."""
    key = reduction.node(0)
    if _is_bare_name(reduction, key):
        text = ast.StringLiteral(reduction.token(0))
        reduction.place_token(text, 0)
        return ast.Entry(text, reduction.expression(2), True)
    return ast.Entry(reduction.expression(0), reduction.expression(2), False)


def _is_bare_name(reduction, node):
    if isinstance(node, ast.Wrapper):
        return node.kind == 'None' and node.value is None and reduction.type(0) == tokens.IDENT
    return isinstance(node, ast.Name)


def build_interpolated(reduction):
    return ast.InterpolatedString(reduction.expressions(1))


def build_string_part(reduction):
    return ast.StringLiteral(unescape(reduction.text, reduction.start_of(0), reduction.end_of(0)))


def build_interpolation(reduction):
    return reduction.expression(1)


def build_formatted(reduction):
    start = reduction.start_of(2) + 1
    end = reduction.end_of(2)
    assert start >= 0
    assert end >= start
    return ast.Formatted(reduction.expression(1), reduction.text[start:end])


def build_function(reduction):
    function = reduction.node(0)
    assert isinstance(function, ast.Function)
    return ast.FunctionExpression(function)


BUILDERS = [
    ('first', build_first),
    ('more', build_more),
    ('first_name', build_first_name),
    ('more_names', build_more_names),
    ('pipe', build_pipe),
    ('logical', build_logical),
    ('binary', build_binary),
    ('negate', build_negate),
    ('not_', build_not),
    ('await_', build_await),
    ('yield_none', build_yield_none),
    ('yield_value', build_yield_value),
    ('call', build_call),
    ('index', build_index),
    ('slice', build_slice),
    ('field', build_field),
    ('optional_field', build_optional_field),
    ('throw_', build_throw),
    ('try_operator', build_try_operator),
    ('spread', build_spread),
    ('name', build_name),
    ('path_name', build_path_name),
    ('self_', build_self),
    ('int_', build_int),
    ('float_', build_float),
    ('string', build_string),
    ('true', build_true),
    ('false', build_false),
    ('null', build_null),
    ('variant', build_variant),
    ('struct', build_struct),
    ('init', build_init),
    ('parenthesized', build_parenthesized),
    ('array', build_array),
    ('dict', build_dict),
    ('entry', build_entry),
    ('interpolated', build_interpolated),
    ('string_part', build_string_part),
    ('interpolation', build_interpolation),
    ('formatted', build_formatted),
    ('function', build_function),
]
