"""Ruff source text of a generated program.

Programs are trees of tuples whose first item names the kind; ``generator.py`` makes them,
``reference.py`` gives them their meaning.
"""


def expression(e):
    """Source text of an expression tree."""
    return EXPRESSIONS[e[0]](e)


def listed(items):
    return ', '.join(expression(item) for item in items)


def entries(pairs, quote):
    form = '"%s": %s' if quote else '%s: %s'
    return ', '.join(('...%s' % expression(value)) if key == '...' else form % (key, expression(value))
                     for key, value in pairs)


MUTABLE_SELF = 'mut self'
FAILURE_STRUCT = 'Failure'
FAILURE = 'struct Failure { message: string, cause: any }'
# In every message about a variable that is taken, and in no other.
TAKEN_TEXT = ' cannot be used while '
FUNCTION = {'': 'func', 'generator': 'func*', 'async': 'async func'}


def parameters_text(parameters):
    return ', '.join(p if isinstance(p, str) else '%s := %s' % (p[1], expression(p[2]))
                     for p in parameters)


def lambda_text(e):
    # On lines of their own: a bracket at the start of one begins a statement.
    body = '\n'.join([''] + statements(e[2], 0) + [''])
    return '%s(%s) {%s}' % (FUNCTION[e[3]], parameters_text(e[1]), body)


def choice_text(e):
    body = '\n'.join([''] + statements(e[2], 0))
    return '(if %s {%s\n(%s) } else { (%s) })' % (
        expression(e[1]), body, expression(e[3]), expression(e[4]))


def pipe_text(e):
    name, arguments = e[2], e[3]
    return '(%s |> %s(%s))' % (expression(e[1]), name, listed(arguments))


EXPRESSIONS = {
    'int': lambda e: str(e[1]),
    'string': lambda e: '"%s"' % e[1],
    'null': lambda e: 'null',
    'variable': lambda e: e[1],
    'array': lambda e: '[%s]' % listed(e[1]),
    'spread': lambda e: '...' + expression(e[1]),
    'dict': lambda e: '{%s}' % entries(e[1], True),
    'struct': lambda e: '%s { %s }' % (e[1], entries(e[2], False)),
    'index': lambda e: '%s[%s]' % (expression(e[1]), expression(e[2])),
    'field': lambda e: '%s.%s' % (expression(e[1]), e[2]),
    'optional': lambda e: '%s?.%s' % (expression(e[1]), e[2]),
    'call': lambda e: '%s(%s)' % (e[1], listed(e[2])),
    'method': lambda e: '%s.%s(%s)' % (expression(e[1]), e[2], listed(e[3])),
    'binary': lambda e: '(%s %s %s)' % (expression(e[2]), e[1], expression(e[3])),
    'pipe': pipe_text,
    'wrap': lambda e: '%s(%s)' % (e[1], expression(e[2])),
    'none': lambda e: 'None',
    'tag': lambda e: 'E::%s(%s)' % (e[1], listed(e[2])),
    'unwrap': lambda e: '(%s?)' % expression(e[1]),
    'lambda': lambda_text,
    'choice': choice_text,
    'apply': lambda e: '(%s)(%s)' % (expression(e[1]), listed(e[2])),
    'yield': lambda e: '(yield %s)' % expression(e[1]),
    'await': lambda e: '(await %s)' % expression(e[1]),
    'interpolated': lambda e: '"%s"' % ' '.join('${%s}' % expression(part) for part in e[1]),
}


def statements(block, depth):
    """List of source lines of a list of statement trees."""
    lines = []
    for statement in block:
        lines.extend(STATEMENTS[statement[0]](statement, depth))
    return lines


def one(text, depth):
    return ['    ' * depth + text + ';']


def nested(head, block, depth, tail='}'):
    return (['    ' * depth + head + ' {'] + statements(block, depth + 1)
            + ['    ' * depth + tail])


def path_text(root, steps):
    parts = [root]
    for kind, value in steps:
        parts.append('.' + value if kind == 'field' else '[%s]' % expression(value))
    return ''.join(parts)


def place_text(place):
    return path_text(place[0], place[1])


def pattern_text(pattern):
    parts = []
    for item in pattern:
        parts.append(pattern_text(item) if isinstance(item, list) else item)
    return '[%s]' % ', '.join(parts)


def if_lines(s, depth):
    lines = nested('if %s' % expression(s[1]), s[2], depth)
    if s[3]:
        lines[-1:] = nested('} else', s[3], depth)
    return lines


def try_lines(s, depth):
    lines = nested('try', s[1], depth)
    lines[-1:] = nested('} except %s' % s[2], s[3], depth)
    return lines


def finally_lines(s, depth):
    lines = nested('try', s[1], depth)
    lines[-1:] = nested('} finally', s[2], depth)
    return lines


def match_lines(s, depth):
    lines = ['    ' * depth + 'match %s {' % expression(s[1])]
    for head, names, block in s[2]:
        pattern = head + ('(%s)' % ', '.join(names) if names else '')
        lines.extend(nested('case %s:' % pattern, block, depth + 1))
    lines.extend(nested('default:', s[3], depth + 1))
    return lines + ['    ' * depth + '}']


def function_lines(s, depth):
    return nested('%s %s(%s)' % (FUNCTION[s[4]], s[1], parameters_text(s[2])), s[3], depth)


def struct_lines(s, depth):
    lines = ['    ' * depth + 'struct %s { %s' % (s[1], ', '.join(name + ' := 0' for name in s[3]))]
    for method in s[2]:
        lines.extend(function_lines(method, depth + 1))
    return lines + ['    ' * depth + '}']


STATEMENTS = {
    'set': lambda s, d: one('%s := %s' % (s[1], expression(s[2])), d),
    'let': lambda s, d: one('let %s := %s' % (s[1], expression(s[2])), d),
    'augment': lambda s, d: one('%s += %s' % (s[1], expression(s[2])), d),
    'exchange': lambda s, d: one('[%s, %s] := [%s, %s]' % (
        place_text(s[1]), place_text(s[2]), place_text(s[2]), place_text(s[1])), d),
    'path': lambda s, d: one('%s %s %s' % (path_text(s[1], s[2]), s[3], expression(s[4])), d),
    'destructure': lambda s, d: one('%s := %s' % (pattern_text(s[1]), expression(s[2])), d),
    'destructure_dict': lambda s, d: one('{%s} := %s' % (', '.join(s[1]), expression(s[2])), d),
    'print': lambda s, d: one('print(%s)' % expression(s[1]), d),
    'show': lambda s, d: one('print(%s)' % listed(s[1]), d),
    'show_taken': lambda s, d: one('if contains(%s.message, "%s") { print(%s.message) }' % (
        s[1], TAKEN_TEXT, s[1]), d),
    'evaluate': lambda s, d: one(expression(s[1]), d),
    'return': lambda s, d: one('return %s' % expression(s[1]), d),
    'throw': lambda s, d: one('throw(%s)' % expression(s[1]), d),
    'break': lambda s, d: one('break', d),
    'continue': lambda s, d: one('continue', d),
    'if': if_lines,
    'for': lambda s, d: nested('for %s in (%s)' % (s[1], expression(s[2])), s[3], d),
    'try': try_lines,
    'finally': finally_lines,
    'group': lambda s, d: statements(s[1], d),
    'spawn': lambda s, d: nested('spawn', s[1], d),
    'match': match_lines,
    'function': function_lines,
    'structdef': struct_lines,
}


def source(program):
    """The source text of a program (a list of statements)."""
    return '\n'.join([FAILURE] + statements(program, 0)) + '\n'
