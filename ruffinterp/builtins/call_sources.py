"""Source of the calls of a declared builtin: the methods of the class that registry.py makes of it.

They use names that registry.py puts around them: ``function``, ``convert_0`` and so on.
``parameters`` are ParameterSpecs.
"""


def fixed_call_source(parameters, count, rest):
    """Source of ``call<count>``: types left to right, then what stands for an array, then keeps,
    then updates.  ``rest``: what is passed behind the parameters."""
    arguments = ['w_%d' % i for i in range(count)]
    lines = ['def call%d(%s):' % (count, ', '.join(['self'] + arguments + ['owned']))]
    if count > 0:
        lines.append('    w_refused = None')
        lines.append('    position = 0')
        lines.append('    try:')
    for i in range(count):
        lines.append('        w_refused = w_%d' % i)
        lines.append('        position = %d' % (i + 1))
        if parameters[i].is_read_array:
            lines.append('        check_sequence(w_%d)' % i)
        else:
            lines.append('        a_%d = convert_%d(w_%d)' % (i, i, i))
    if count > 0:
        lines.append('    except Mistyped:')
        lines.append('        raise self.mistyped_error(w_refused, position)')
    for i in range(count):
        if parameters[i].is_read_array:
            lines += _read_array_source(i, ['w_%d' % j for j in range(count) if j != i])
    lines += _keeps_source(parameters[:count])
    for i in range(count):
        if parameters[i].role == 'updates':
            aliases = ''.join([' or w_%d is w_%d' % (i, j) for j in range(count) if j != i])
            lines.append('    if not owned & %d or not a_%d.is_exclusive()%s:' % (1 << i, i, aliases))
            lines.append('        a_%d = a_%d.shallow_copy()' % (i, i))
            lines.append('        assert isinstance(a_%d, class_%d)' % (i, i))
    passed = ['a_%d' % i for i in range(count)]
    passed += [parameter.default for parameter in parameters[count:]] + rest
    lines.append('    return function(%s)' % ', '.join(passed))
    return '\n'.join(lines) + '\n'


def _keeps_source(parameters):
    """The lines that keep arguments, each a value of its own."""
    lines = []
    changes = bool(parameters) and parameters[0].role == 'changes'
    for i, parameter in enumerate(parameters):
        keyword = 'if'
        if changes and parameter.kind == 'any':
            lines.append('    if a_%d is a_0:' % i)
            lines.append('        a_%d = a_0.shallow_copy()' % i)
            keyword = 'elif'
        if parameter.role == 'keeps':
            lines.append('    %s not owned & %d:' % (keyword, 1 << i))
            lines.append('        a_%d.mark_shared()' % i)
    return lines


def _read_array_source(i, others):
    """The lines that make the array of an argument that is an array or stands for one."""
    return ['    if isinstance(w_%d, W_Array):' % i,
            '        a_%d = w_%d' % (i, i),
            '    else:',
            '        a_%d = array_beside(w_%d, [%s])' % (i, i, ', '.join(others))]


def rest_call_source(parameters):
    """Source of ``call_list`` for a builtin with a rest parameter; fixed ones come first."""
    fixed = len(parameters) - 1
    assert not [parameter for parameter in parameters if parameter.is_read_array]
    lines = ['def call_list(self, args_w, owned):']
    lines.append('    count = len(args_w)')
    lines.append('    if count < %d:' % fixed)
    lines.append('        raise self.arity_error(count)')
    lines.append('    w_refused = None')
    lines.append('    position = 0')
    lines.append('    try:')
    for i in range(fixed):
        lines.append('        w_refused = args_w[%d]' % i)
        lines.append('        position = %d' % (i + 1))
        lines.append('        a_%d = convert_%d(w_refused)' % (i, i))
    lines.append('        rest_w = convert_rest(args_w, %d)' % fixed)
    lines.append('    except Mistyped:')
    lines.append('        raise self.mistyped_error(w_refused, position)')
    lines += _keeps_source(parameters[:-1])
    if parameters[-1].role == 'keeps':
        if parameters[0].role == 'changes':
            lines.append('    copy_receiver(a_0, rest_w)')
        lines.append('    keep_rest(rest_w, owned, %d)' % fixed)
    passed = ['a_%d' % i for i in range(fixed)] + ['rest_w']
    lines.append('    return function(%s)' % ', '.join(passed))
    return '\n'.join(lines) + '\n'


def dispatching_call_list(minimum, maximum):
    """``call_list`` of a builtin without rest parameter."""
    lines = ['def call_list(self, args_w, owned):', '    count = len(args_w)']
    for count in range(minimum, maximum + 1):
        items = ['args_w[%d]' % i for i in range(count)]
        lines.append('    if count == %d:' % count)
        lines.append('        return self.call%d(%s)' % (count, ', '.join(items + ['owned'])))
    lines.append('    raise self.arity_error(count)')
    return '\n'.join(lines) + '\n'
