"""Trees as text, for tests: ``(kind child ...)``, names and literals as they are."""
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source


def parse_text(text):
    return parse(Source('test.ruff', text))


def tree(text):
    """The statements of a program as text."""
    return ' '.join([tree_text(statement) for statement in parse_text(text).body])


def tree_text(node):
    return _FORMATS[type(node).__name__](node)


def form(kind, *parts):
    return '(' + ' '.join([kind] + [part for part in parts if part != '']) + ')'


def group(parts):
    return '[' + ' '.join(parts) + ']'


def _all(nodes):
    return group([tree_text(node) for node in nodes])


def _optional(node):
    return '-' if node is None else tree_text(node)


def quoted(value):
    return '"' + value.encode('string_escape').replace('"', '\\"') + '"'


def _string(node):
    return quoted(node.value)


def _function(function):
    flags = ('async ' if function.is_async else '') + ('* ' if function.is_generator else '')
    return form('func', flags.strip(), function.name or '_', _all(function.parameters),
                _optional(function.return_type), _all(function.body))


def _parameter(node):
    if node.is_rest:
        return form('rest', node.name, _optional(node.type))
    if node.is_mutable:
        return form('mut', node.name)
    if node.type is None and node.default is None:
        return node.name
    return form('param', node.name, _optional(node.type), _optional(node.default))


def _type(node):
    if not node.arguments:
        return node.name
    return form('type', node.name, *[tree_text(argument) for argument in node.arguments])


def _array_pattern(node):
    rest = ['...' + node.rest] if node.rest else []
    return form('array-pattern', *([tree_text(item) for item in node.items] + rest))


def _dict_pattern(node):
    rest = ['...' + node.rest] if node.rest else []
    return form('dict-pattern', *(node.names + rest))


def _literal_case(node):
    return ('-' if node.negative else '') + tree_text(node.value)


def _tag_case(node):
    name = node.enum_name + '::' + node.name if node.enum_name else node.name
    return form('tag', name, *node.bindings)


def _case(node):
    return form('case', _all(node.patterns), _optional(node.guard), _all(node.body))


def _if(node):
    parts = []
    for condition, body in zip(node.conditions, node.bodies):
        parts.append(tree_text(condition))
        parts.append(_all(body))
    if node.else_body is not None:
        parts.append(_all(node.else_body))
    return form('if', *parts)


def _match(node):
    default = '-' if node.default_body is None else _all(node.default_body)
    return form('match', tree_text(node.subject), _all(node.cases), default)


def _while(node):
    return form('while', _optional(node.condition), _all(node.body))


def _try(node):
    parts = [_all(node.body)]
    if node.handler is not None:
        parts.extend([node.name, _all(node.handler)])
    if node.finalizer is not None:
        parts.extend(['finally', _all(node.finalizer)])
    return form('try', *parts)


def _struct_declaration(node):
    return form('struct', node.name, _all(node.fields), _all(node.methods))


def _from_import(node):
    names = [name + ('=' + alias if alias else '') for name, alias in zip(node.names, node.aliases)]
    return form('from', node.module, *names)


def _struct_literal(node):
    return form('new', node.name, *[name + '=' + tree_text(value)
                                    for name, value in zip(node.names, node.values)])


def _variant(node):
    name = node.enum_name + '::' + node.variant_name
    if not node.has_arguments:
        return name
    return form('variant', name, _all(node.arguments))


def _wrapper(node):
    return node.kind if node.value is None else form(node.kind, tree_text(node.value))


def _infix(node):
    return form(node.operator, tree_text(node.left), tree_text(node.right))


_FORMATS = {
    'IntLiteral': lambda node: node.digits,
    'FloatLiteral': lambda node: repr(node.value),
    'StringLiteral': _string,
    'BoolLiteral': lambda node: 'true' if node.value else 'false',
    'NullLiteral': lambda node: 'null',
    'InterpolatedString': lambda node: form('join', *[tree_text(part) for part in node.parts]),
    'Formatted': lambda node: form('format', tree_text(node.value), quoted(node.specification)),
    'Name': lambda node: node.name,
    'Spread': lambda node: form('...', tree_text(node.value)),
    'ArrayLiteral': lambda node: form('array', *[tree_text(item) for item in node.items]),
    'Entry': lambda node: form(':', node.key.value if node.is_bare else tree_text(node.key),
                               tree_text(node.value)),
    'DictLiteral': lambda node: form('dict', *[tree_text(entry) for entry in node.entries]),
    'StructLiteral': _struct_literal,
    'Variant': _variant,
    'Wrapper': _wrapper,
    'FunctionExpression': lambda node: tree_text(node.function),
    'Call': lambda node: form('call', tree_text(node.callee), _all(node.arguments)),
    'MethodCall': lambda node: form('method', tree_text(node.receiver), node.name,
                                    _all(node.arguments)),
    'Index': lambda node: form('index', tree_text(node.container), tree_text(node.index)),
    'Slice': lambda node: form('slice', tree_text(node.container), _optional(node.low),
                               _optional(node.high)),
    'BranchValue': lambda node: form('value', tree_text(node.statement)),
    'Field': lambda node: form('.', tree_text(node.container), node.name),
    'OptionalField': lambda node: form('?.', tree_text(node.container), node.name),
    'TryOperator': lambda node: form('?', tree_text(node.value)),
    'Unary': lambda node: form(node.operator, tree_text(node.operand)),
    'Binary': _infix,
    'Logical': _infix,
    'Pipe': lambda node: form('|>', tree_text(node.left), tree_text(node.right)),
    'Await': lambda node: form('await', tree_text(node.value)),
    'Yield': lambda node: form('yield', _optional(node.value)),
    'Throw': lambda node: form('throw', tree_text(node.value)),
    'TypeAnnotation': _type,
    'Parameter': _parameter,
    'Function': _function,
    'NamePattern': lambda node: node.name,
    'PathPattern': lambda node: tree_text(node.path),
    'ArrayPattern': _array_pattern,
    'DictPattern': _dict_pattern,
    'WildcardCase': lambda node: '_',
    'LiteralCase': _literal_case,
    'TagCase': _tag_case,
    'LetCase': lambda node: form('let', node.name),
    'Case': _case,
    'ExpressionStatement': lambda node: tree_text(node.value),
    'Let': lambda node: form('let', tree_text(node.pattern), _optional(node.type),
                             tree_text(node.value)),
    'Const': lambda node: form('const', node.name, _optional(node.type), tree_text(node.value)),
    'Assign': lambda node: form(':=', tree_text(node.target), tree_text(node.value)),
    'AugmentedAssign': lambda node: form(node.operator + '=', tree_text(node.target),
                                         tree_text(node.value)),
    'Destructure': lambda node: form('destructure', tree_text(node.pattern),
                                     tree_text(node.value)),
    'Return': lambda node: form('return', _optional(node.value)),
    'Break': lambda node: '(break)',
    'Continue': lambda node: '(continue)',
    'If': _if,
    'While': _while,
    'For': lambda node: form('for', tree_text(node.pattern),
                             '' if node.second is None else tree_text(node.second),
                             tree_text(node.iterable), _all(node.body)),
    'Match': _match,
    'Try': _try,
    'DeclaredVariant': lambda node: (
        node.name if node.payload is None else form(node.name, *node.payload)),
    'Spawn': lambda node: form('spawn', _all(node.function.body)),
    'FunctionDeclaration': lambda node: tree_text(node.function),
    'FieldDeclaration': lambda node: form('field', node.name, _optional(node.type),
                                          _optional(node.default)),
    'StructDeclaration': _struct_declaration,
    'EnumDeclaration': lambda node: form('enum', node.name, _all(node.variants)),
    'Import': lambda node: form('import', node.module, node.alias),
    'FromImport': _from_import,
    'Export': lambda node: form('export', tree_text(node.statement)),
    'Test': lambda node: form(node.kind, node.name and quoted(node.name), _all(node.body)),
}
