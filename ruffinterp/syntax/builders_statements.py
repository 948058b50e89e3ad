"""Builders of statements, blocks, patterns and match cases (language.md 2.2)."""
from rpython.rlib.rfloat import string_to_float

from ruffinterp.syntax import ast, tokens
from ruffinterp.syntax.builders_expressions import string_value
from ruffinterp.syntax.reduction import (
    Block, DefaultCase, Empty, Finalizer, Handler, IfChain, RestPattern)


def statements(items):
    """The statements among the items of a statement list."""
    result = []
    for item in items:
        if isinstance(item, ast.Statement):
            result.append(item)
    return result


def build_block(reduction):
    if reduction.length == 2:
        return Block([])
    return Block(statements(reduction.items(1)))


def build_empty(reduction):
    return Empty()


# ---------------------------------------------------------------- simple statements

def build_expression_statement(reduction):
    first = reduction.firsts[reduction.base]
    type = reduction.types[first]
    if type == tokens.FUNC or type == tokens.ASYNC:
        while reduction.types[first] != tokens.LPAR:
            first += 1
        reduction.error("Expected function name after 'func'", reduction.stream.starts[first],
                        reduction.stream.ends[first],
                        'A function without a name is a value: name := func(x) { ... }.')
    return ast.ExpressionStatement(reduction.expression(0))


SLICE_TARGET = 'A slice is assigned as a whole, as the last step: x[1:3] := [7, 8, 9].'


def _check_target(reduction, may_be_slice):
    """An assignment target is a name, or fields and indexes on one, without parentheses."""
    node = reduction.node(0)
    start = node.start
    target = node
    help = 'Only names, fields and items are assigned to: x, x.field, x[index].'
    if may_be_slice and isinstance(node, ast.Slice):
        target = node.container
    while True:
        # Parentheses around a part of the target are gone by now, but they moved its start.
        if target.start != start:
            break
        if isinstance(target, ast.Name):
            return
        if isinstance(target, ast.Index):
            target = target.container
        elif isinstance(target, ast.Field):
            target = target.container
        else:
            if isinstance(target, ast.Slice):
                help = SLICE_TARGET
            break
    reduction.error('Invalid assignment target', node.start, node.end, help)


def build_assign(reduction):
    _check_target(reduction, True)
    return ast.Assign(reduction.expression(0), reduction.expression(2))


def build_augmented_assign(reduction):
    _check_target(reduction, False)
    return ast.AugmentedAssign(reduction.expression(0), reduction.token(1)[0],
                               reduction.expression(2))


def build_destructure(reduction):
    return ast.Destructure(reduction.pattern(0), reduction.expression(2))


def build_return_none(reduction):
    return ast.Return(None)


def build_return_value(reduction):
    return ast.Return(reduction.expression(1))


def build_break(reduction):
    return ast.Break()


def build_continue(reduction):
    return ast.Continue()


def build_let(reduction):
    type = None
    if reduction.length == 6:
        type = reduction.annotation(3)
    return ast.Let(reduction.pattern(1), type, reduction.expression(reduction.length - 1))


def build_const(reduction):
    type = None
    if reduction.length == 6:
        type = reduction.annotation(3)
    return ast.Const(reduction.token(1), type, reduction.expression(reduction.length - 1))


# ---------------------------------------------------------------- patterns

def build_name_pattern(reduction):
    return ast.NamePattern(reduction.token(0))


def build_path_pattern(reduction):
    path = reduction.expression(0)
    if isinstance(path, ast.Name):
        return ast.NamePattern(path.name)
    return ast.PathPattern(path)


def build_rest_pattern(reduction):
    return RestPattern(reduction.token(1))


def _rest_name(reduction, items):
    """The name of the rest pattern, '' without one; only the last item may be one."""
    rest = ''
    for i in range(len(items)):
        item = items[i]
        if isinstance(item, RestPattern):
            if i == len(items) - 1:
                rest = item.name
            else:
                reduction.node_error('A rest pattern must come last', item)
    return rest


def build_array_pattern(reduction):
    items = []
    rest = ''
    if reduction.length > 1:
        nodes = reduction.items(0)
        rest = _rest_name(reduction, nodes)
        for node in nodes:
            if isinstance(node, ast.Pattern):
                items.append(node)
    return ast.ArrayPattern(items, rest)


def build_dict_pattern(reduction):
    names = []
    rest = ''
    if reduction.length > 1:
        nodes = reduction.items(0)
        rest = _rest_name(reduction, nodes)
        for node in nodes:
            if isinstance(node, ast.NamePattern):
                names.append(node.name)
    return ast.DictPattern(names, rest)


def build_opened_pattern(reduction):
    return reduction.place(reduction.pattern(1))


# ---------------------------------------------------------------- compound statements

def build_if_chain(reduction):
    return IfChain([reduction.expression(1)], [reduction.block(2)])


def build_else_if(reduction):
    chain = reduction.node(0)
    assert isinstance(chain, IfChain)
    chain.conditions.append(reduction.expression(3))
    chain.bodies.append(reduction.block(4))
    return chain


def build_if(reduction):
    return _if(reduction)


def _if(reduction):
    chain = reduction.node(0)
    assert isinstance(chain, IfChain)
    else_body = None
    if reduction.length > 1:
        else_body = reduction.block(2)
    return ast.If(chain.conditions, chain.bodies, else_body)


def build_if_value(reduction):
    return ast.BranchValue(reduction.place(_if(reduction)))


def build_while(reduction):
    return ast.While(reduction.expression(1), reduction.block(2))


def build_loop(reduction):
    if reduction.length == 2:
        return ast.While(None, reduction.block(1))
    return ast.While(reduction.expression(2), reduction.block(3))


def build_for(reduction):
    last = reduction.length - 1
    second = None
    if last == 6:
        second = reduction.pattern(3)
    return ast.For(reduction.pattern(1), second, reduction.expression(last - 1),
                   reduction.block(last))


def build_match(reduction):
    return _match(reduction)


def _match(reduction):
    cases = []
    default_body = None
    if reduction.length == 5:
        for item in reduction.items(3):
            if isinstance(item, ast.Case):
                cases.append(item)
            elif isinstance(item, DefaultCase):
                if default_body is not None:
                    reduction.node_error("A match can have only one 'default'", item)
                default_body = item.body
    return ast.Match(reduction.expression(1), cases, default_body)


def _binds_names(pattern):
    if isinstance(pattern, ast.TagCase):
        return len(pattern.bindings) > 0
    return isinstance(pattern, ast.LetCase)


def build_case(reduction):
    """``case patterns [if guard] : block``."""
    patterns = []
    items = reduction.items(1)
    for item in items:
        assert isinstance(item, ast.CasePattern)
        patterns.append(item)
        if len(items) > 1 and _binds_names(item):
            reduction.node_error('Alternatives cannot bind names', item)
    guard = None
    if reduction.length == 6:
        guard = reduction.expression(3)
    return ast.Case(patterns, guard, reduction.block(reduction.length - 1))


def build_match_value(reduction):
    return ast.BranchValue(reduction.place(_match(reduction)))


def build_case_let(reduction):
    return ast.LetCase(reduction.token(1))


def build_default(reduction):
    return DefaultCase(reduction.block(2))


def build_case_literal(reduction):
    last = reduction.length - 1
    return ast.LiteralCase(reduction.place_token(_literal(reduction, last), last), last == 1)


def _literal(reduction, index):
    """The literal node of the terminal at ``index``."""
    type = reduction.type(index)
    if type == tokens.INT:
        return ast.IntLiteral(reduction.token(index))
    if type == tokens.FLOAT:
        return ast.FloatLiteral(string_to_float(reduction.token(index)))
    if type == tokens.STRING:
        return ast.StringLiteral(string_value(reduction, index))
    if type == tokens.NULL:
        return ast.NullLiteral()
    return ast.BoolLiteral(type == tokens.TRUE)


def build_case_name(reduction):
    if reduction.length == 3:
        return ast.TagCase(reduction.token(0), reduction.token(2), [])
    return ast.TagCase('', reduction.token(0), [])


def build_case_tag(reduction):
    tag = reduction.node(0)
    assert isinstance(tag, ast.TagCase)
    if reduction.length == 1:
        if tag.enum_name == '' and tag.name == '_':
            return ast.WildcardCase()
        return tag
    bindings = []
    if reduction.length > 3:
        bindings = reduction.names(2)
    return reduction.place(ast.TagCase(tag.enum_name, tag.name, bindings))


def build_except(reduction):
    return Handler(reduction.token(1), reduction.block(2))


def build_finally(reduction):
    return Finalizer(reduction.block(1))


def build_try(reduction):
    name = ''
    handler = None
    finalizer = None
    for i in range(2, reduction.length):
        part = reduction.node(i)
        if isinstance(part, Handler):
            name = part.name
            handler = part.body
        elif isinstance(part, Finalizer):
            finalizer = part.body
    return ast.Try(reduction.block(1), name, handler, finalizer)


def build_spawn(reduction):
    body = ast.Function('<spawn>', [], None, reduction.block(1), True, False)
    reduction.place(body)
    return ast.Spawn(body)


# ---------------------------------------------------------------- test blocks

def build_test(reduction):
    return ast.Test('test', string_value(reduction, 1), reduction.block(2))


def build_test_group(reduction):
    return ast.Test('test_group', string_value(reduction, 1), reduction.block(2))


def build_test_setup(reduction):
    return ast.Test('test_setup', '', reduction.block(1))


def build_test_teardown(reduction):
    return ast.Test('test_teardown', '', reduction.block(1))


BUILDERS = [
    ('block', build_block),
    ('empty', build_empty),
    ('expr_stmt', build_expression_statement),
    ('assign', build_assign),
    ('augassign', build_augmented_assign),
    ('destructure', build_destructure),
    ('return_none', build_return_none),
    ('return_value', build_return_value),
    ('break_stmt', build_break),
    ('continue_stmt', build_continue),
    ('let_stmt', build_let),
    ('const_stmt', build_const),
    ('name_pattern', build_name_pattern),
    ('path_pattern', build_path_pattern),
    ('rest_pattern', build_rest_pattern),
    ('array_pattern', build_array_pattern),
    ('dict_pattern', build_dict_pattern),
    ('opened_pattern', build_opened_pattern),
    ('if_chain', build_if_chain),
    ('else_if', build_else_if),
    ('if_stmt', build_if),
    ('if_value', build_if_value),
    ('while_stmt', build_while),
    ('loop_stmt', build_loop),
    ('for_stmt', build_for),
    ('match_stmt', build_match),
    ('match_value', build_match_value),
    ('case_', build_case),
    ('default_', build_default),
    ('case_literal', build_case_literal),
    ('case_name', build_case_name),
    ('case_tag', build_case_tag),
    ('case_let', build_case_let),
    ('except_', build_except),
    ('finally_', build_finally),
    ('try_stmt', build_try),
    ('spawn_stmt', build_spawn),
    ('test_stmt', build_test),
    ('test_group', build_test_group),
    ('test_setup', build_test_setup),
    ('test_teardown', build_test_teardown),
]
