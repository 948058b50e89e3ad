"""Declaration of the functions of the library.

A builtin is one function with a decorator that says everything about its interface:

    @builtin('push', 'array updates', 'any keeps', count='A2',
             mistyped='push requires an array as first argument')
    def push(w_array, w_item):
        "push(array, item) -> array: the array with the item appended."
        w_array.append(w_item)
        return w_array

From that the registry makes the checks of arity and types with their messages, the ownership
protocol of objects/base.py, help, and the table of names.

Each parameter is ``KIND[=DEFAULT|?] [ROLE]``:

    kind        what the function receives
    any         W_Root
    array string dict set queue stack callable bool struct iterator channel promise
                the W_ class of that kind
    integer     W_Integer (a float is truncated, builtins-data 1.6)
    int         a machine int (a float is truncated; ``Integer out of range: v`` if too large)
    number      W_Root that is an int or a float
    float       an unboxed float (from any number)
    bytes       str: the UTF-8 text of a string
    sequence    W_Root: an array, or a string or iterator that stands for one (sequences.py)
    *any        last: a list of all further arguments

    ?           may be left out: None is passed (kinds that are objects)
    =DEFAULT    may be left out: ``int=0``, ``float=1.0``, ``bytes=,``

    role        what happens to the argument
    reads       (default) only looked at while the call runs.  An element that is handed out in the
                result must be kept with ``mark_shared``.  An array that is only read may also be
                given as a string or an iterator: the function receives their items as W_Array.
    keeps       stored in the result
    updates     changed in place and returned: the function receives a container that is its own.
                All that can fail must be checked before the first change.

``count`` is the style of the arity message (builtins-data 1.5: A1, A2, A3, A4) or the message
itself; ``mistyped`` the message for any argument of a wrong type ('' for a generated one).

A method is a builtin whose first parameter is the receiver, which messages do not count:

    @builtin('send', 'channel', 'any keeps', count='A1', method_of=CHANNEL_METHODS,
             shown='Channel.send')
"""

import re

from rpython.rlib.rstring import replace

from ruffinterp.builtins.sequences import array_beside, stands_for_array
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.argument_mask import has_bit
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.channel import W_Channel
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import RuffError, WrongArgument, plain_error
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import W_Builtin, W_Callable, plural_of_arguments
from ruffinterp.objects.integer import (
    W_Int, W_Integer, float_to_int, int_to_float, to_machine_int)
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.promise import W_Promise
from ruffinterp.objects.queues import W_Queue, W_Stack
from ruffinterp.objects.sets import W_Set
from ruffinterp.objects.booleans import W_Bool
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct

LARGEST_MACHINE_FLOAT = 9.2e18

# What documentation calls a function that a builtin calls.
CALLBACK_NAMES = ['f', 'key', 'compare']

CONTAINER_KINDS = ['array', 'dict', 'set', 'queue', 'stack']

# name -> W_Builtin, filled by the decorator when the families are imported.
BUILTINS = {}


class Mistyped(Exception):
    """An argument is not of the declared kind; the wrapper turns it into the declared message."""


def _class_converter(cls):
    def convert(w_value):
        if not isinstance(w_value, cls):
            raise Mistyped
        return w_value
    return convert


def _to_any(w_value):
    return w_value


def _to_sequence(w_value):
    if isinstance(w_value, W_Array) or stands_for_array(w_value):
        return w_value
    raise Mistyped


def _to_integer(w_value):
    if isinstance(w_value, W_Integer):
        return w_value
    if isinstance(w_value, W_Float):
        return float_to_int(w_value.value)
    raise Mistyped


def _to_int(w_value):
    if isinstance(w_value, W_Int):
        return w_value.value
    if isinstance(w_value, W_Float):
        return saturated_int(w_value.value)
    if isinstance(w_value, W_Integer):
        return to_machine_int(w_value)
    raise Mistyped


def saturated_int(value):
    """Truncate a float toward zero; beyond 64 bits the limit, NaN gives 0 (builtins-data 1.6)."""
    if value != value:
        return 0
    if value > LARGEST_MACHINE_FLOAT:
        return 9223372036854775807
    if value < -LARGEST_MACHINE_FLOAT:
        return -9223372036854775807 - 1
    return int(value)


def _to_number(w_value):
    if isinstance(w_value, W_Integer) or isinstance(w_value, W_Float):
        return w_value
    raise Mistyped


def _to_float(w_value):
    if isinstance(w_value, W_Float):
        return w_value.value
    if isinstance(w_value, W_Int):
        return float(w_value.value)
    if isinstance(w_value, W_Integer):
        return int_to_float(w_value)
    raise Mistyped


def _to_bytes(w_value):
    if not isinstance(w_value, W_Str):
        raise Mistyped
    text = w_value.text()
    assert text is not None
    return text


CONVERTERS = {
    'any': _to_any,
    'sequence': _to_sequence,
    'array': _class_converter(W_Array),
    'string': _class_converter(W_Str),
    'dict': _class_converter(W_Dict),
    'set': _class_converter(W_Set),
    'queue': _class_converter(W_Queue),
    'stack': _class_converter(W_Stack),
    'callable': _class_converter(W_Callable),
    'bool': _class_converter(W_Bool),
    'struct': _class_converter(W_Struct),
    'iterator': _class_converter(W_Iterator),
    'channel': _class_converter(W_Channel),
    'promise': _class_converter(W_Promise),
    'integer': _to_integer,
    'int': _to_int,
    'number': _to_number,
    'float': _to_float,
    'bytes': _to_bytes,
}

NOUNS = {
    'array': 'an array', 'string': 'a string', 'dict': 'a dict', 'set': 'a set',
    'queue': 'a queue', 'stack': 'a stack', 'callable': 'a function', 'bool': 'a bool',
    'struct': 'a struct', 'integer': 'an int', 'int': 'an int', 'number': 'a number',
    'float': 'a number', 'bytes': 'a string', 'iterator': 'an iterator',
    'channel': 'a channel', 'promise': 'a promise', 'sequence': 'an array',
}


class ParameterSpec(object):
    """One declared parameter, parsed from its text."""

    def __init__(self, text, name):
        words = text.split(' ')
        assert len(words) <= 2, text
        self.name = name
        self.role = words[1] if len(words) == 2 else 'reads'
        assert self.role in ('reads', 'keeps', 'updates'), text
        kind = words[0]
        self.is_rest = kind.startswith('*')
        self.optional = False
        self.default = 'None'
        if self.is_rest:
            kind = kind[1:]
        elif kind.endswith('?'):
            kind, self.optional = kind[:-1], True
        elif '=' in kind:
            kind, default = kind.split('=', 1)
            self.optional = True
            self.default = repr(default) if kind == 'bytes' else default
        assert kind in CONVERTERS, text
        assert not self.optional or self.default != 'None' or kind not in ('int', 'float', 'bytes'), \
            '%s: an unboxed parameter needs a default value' % text
        self.kind = kind
        self.is_read_array = kind == 'array' and self.role == 'reads'
        assert not self.is_rest or not self.is_read_array, text

    def accepted_kind(self):
        """The kind for tools: what may be given, not what the function receives."""
        return 'sequence' if self.is_read_array else self.kind


def _parse_parameters(function, texts):
    code = function.func_code
    names = code.co_varnames[:code.co_argcount]
    assert len(names) == len(texts), '%s: declared and real parameters differ' % function.__name__
    parameters = []
    for text, name in zip(texts, names):
        parameters.append(ParameterSpec(text, name[2:] if name.startswith('w_') else name))
    return parameters


def _count_message(name, style, parameters, expected, got):
    """The arity message; builtins-data 1.5."""
    noun = plural_of_arguments(expected, style == 'A1')
    if style == 'A3':
        return '%s() expects %d %s' % (name, expected, noun)
    if style == 'A4':
        names = ', '.join([parameter.name for parameter in parameters])
        if names:
            names = ' (%s)' % names
        return '%s() expects %d %s%s, got %d' % (name, expected, noun, names, got)
    return '%s expects %d %s, got %d' % (name, expected, noun, got)


def _type_message(name, parameters):
    """The generated message for arguments of wrong types."""
    wanted = []
    for position, parameter in enumerate(parameters):
        if parameter.kind != 'any':
            wanted.append('%s as argument %d (%s)' % (
                NOUNS[parameter.kind], position + 1, parameter.name))
    return '%s expects %s' % (name, ' and '.join(wanted))


def _fixed_call_source(parameters, count):
    """Source of ``call<count>``: types left to right, then what stands for an array, then keeps,
    then updates."""
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
        lines.append('        raise wrong_argument(mistyped, w_refused, position)')
    for i in range(count):
        if parameters[i].is_read_array:
            lines += _read_array_source(i, ['w_%d' % j for j in range(count) if j != i])
    for i in range(count):
        if parameters[i].role == 'keeps':
            lines.append('    if not owned & %d:' % (1 << i))
            lines.append('        a_%d.mark_shared()' % i)
    for i in range(count):
        if parameters[i].role == 'updates':
            aliases = ''.join([' or w_%d is w_%d' % (i, j) for j in range(count) if j != i])
            lines.append('    if not owned & %d or not a_%d.is_exclusive()%s:' % (1 << i, i, aliases))
            lines.append('        a_%d = a_%d.shallow_copy()' % (i, i))
            lines.append('        assert isinstance(a_%d, class_%d)' % (i, i))
    passed = ['a_%d' % i for i in range(count)]
    passed += [parameter.default for parameter in parameters[count:]]
    lines.append('    return function(%s)' % ', '.join(passed))
    return '\n'.join(lines) + '\n'


def _read_array_source(i, others):
    """The lines that make the array of an argument that is an array or stands for one."""
    return ['    if isinstance(w_%d, W_Array):' % i,
            '        a_%d = w_%d' % (i, i),
            '    else:',
            '        a_%d = array_beside(w_%d, [%s])' % (i, i, ', '.join(others))]


def _rest_call_source(parameters):
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
    lines.append('        raise wrong_argument(mistyped, w_refused, position)')
    if parameters[-1].role == 'keeps':
        lines.append('    keep_rest(args_w, owned)')
    passed = ['a_%d' % i for i in range(fixed)] + ['rest_w']
    lines.append('    return function(%s)' % ', '.join(passed))
    return '\n'.join(lines) + '\n'


def wrong_argument(message, w_value, position):
    """The RuffError for an argument of a wrong type; ``position`` counts from 1, 0 if unknown."""
    return RuffError(message, None, WrongArgument(w_value, position), kinds.ARGUMENT_TYPE)


def _convert_rest(args_w, start):
    return [args_w[i] for i in range(start, len(args_w))]


def _keep_rest(args_w, owned):
    for i in range(len(args_w)):
        if not has_bit(owned, i):
            args_w[i].mark_shared()


def _dispatching_call_list(minimum, maximum):
    """``call_list`` of a builtin without rest parameter."""
    lines = ['def call_list(self, args_w, owned):', '    count = len(args_w)']
    for count in range(minimum, maximum + 1):
        items = ['args_w[%d]' % i for i in range(count)]
        lines.append('    if count == %d:' % count)
        lines.append('        return self.call%d(%s)' % (count, ', '.join(items + ['owned'])))
    lines.append('    raise self.arity_error(count)')
    return '\n'.join(lines) + '\n'


def _compile(source, namespace, name):
    exec compile(source, '<builtin %s>' % name, 'exec') in namespace


def _make_class(name, function, parameters, mistyped):
    namespace = {
        'function': function, 'Mistyped': Mistyped, 'RuffError': RuffError,
        'W_Array': W_Array, 'array_beside': array_beside,
        'check_sequence': _to_sequence, 'wrong_argument': wrong_argument,
        'mistyped': mistyped, 'convert_rest': _convert_rest, 'keep_rest': _keep_rest}
    for i, parameter in enumerate(parameters):
        namespace['convert_%d' % i] = CONVERTERS[parameter.kind]
        namespace['class_%d' % i] = UPDATED_CLASSES.get(parameter.kind)
    required = len([p for p in parameters if not p.optional and not p.is_rest])
    has_rest = bool(parameters) and parameters[-1].is_rest
    methods = {'_immutable_': True}
    if has_rest:
        _compile(_rest_call_source(parameters), namespace, name)
        methods['call_list'] = namespace['call_list']
        minimum, maximum = required, -1
    else:
        minimum, maximum = required, len(parameters)
        _compile(_dispatching_call_list(minimum, maximum), namespace, name)
        methods['call_list'] = namespace['call_list']
        for count in range(minimum, maximum + 1):
            _compile(_fixed_call_source(parameters, count), namespace, name)
            methods['call%d' % count] = namespace['call%d' % count]
    cls = type('Builtin_' + name, (W_DeclaredBuiltin,), methods)
    return cls, minimum, maximum


UPDATED_CLASSES = {
    'array': W_Array, 'dict': W_Dict, 'set': W_Set, 'queue': W_Queue, 'stack': W_Stack,
    'any': W_Root, 'struct': W_Struct}


class W_DeclaredBuiltin(W_Builtin):
    """Base of the generated classes.

    ``parameter_kinds``, ``rest_kind``, ``result_kind``: the declaration, for tools; '' for what
    it leaves open.  ``target``: how a program keeps the container that takes the place of the first
    argument, as in ``[%, last]``; '' if there is none.  ``callback``: the position of the argument that
    it calls, with ``callback_count`` arguments; -1 if there is none or nothing is known of it.
    ``family``: the name of the module that declares it.
    """
    _immutable_fields_ = ['too_few', 'too_many', 'hidden', 'parameter_kinds[*]', 'rest_kind',
                          'result_kind', 'target', 'callback', 'callback_count', 'family']

    too_few = ''
    too_many = ''
    # The number of parameters that messages do not count: the receiver of a method.
    hidden = 0
    parameter_kinds = []
    rest_kind = ''
    result_kind = ''
    target = ''
    callback = -1
    callback_count = 0
    family = ''

    def arity_error(self, count):
        shown = str(count - self.hidden)
        if count < self.minimum:
            return plain_error(kinds.ARITY, replace(self.too_few, '%K', shown))
        return plain_error(kinds.ARITY, replace(self.too_many, '%K', shown))


def _count_templates(name, style, parameters, minimum, maximum):
    """Messages for too few and too many arguments, with %K for the number that was given."""
    if style not in ('A1', 'A2', 'A3', 'A4'):
        return style, style
    if maximum == -1:
        text = '%s expects at least %d %s, got %%K' % (
            name, minimum, plural_of_arguments(minimum, False))
        return text, text
    if minimum != maximum and style != 'A4':
        text = '%s expects %d to %d arguments, got %%K' % (name, minimum, maximum)
        return text, text
    few = _count_message(name, style, parameters, minimum, -77).replace('-77', '%K')
    many = _count_message(name, style, parameters, maximum, -77).replace('-77', '%K')
    return few, many


def _result_kind(documentation):
    """The kind of what a builtin gives: ``name(...) -> array of pairs [index, item]: ...``.

    '' where the documentation names none, or several.
    """
    match = re.match(r'[^>]*\) -> (\w+)( of [^:;]*)?[:;.,]', documentation)
    if match is None:
        return ''
    word = match.group(1)
    if word == 'true':
        return 'bool'
    return word if word in CONVERTERS and word not in ('any', 'sequence') else ''


def _declare_kinds(w_builtin, parameters, documentation):
    w_builtin.parameter_kinds = [p.accepted_kind() for p in parameters if not p.is_rest]
    if parameters and parameters[-1].is_rest:
        w_builtin.rest_kind = parameters[-1].kind
    w_builtin.result_kind = _result_kind(documentation)
    kinds = ['array' if kind == 'sequence' else kind for kind in w_builtin.parameter_kinds]
    w_builtin.target = _target(kinds, documentation)
    w_builtin.callback, w_builtin.callback_count = _callback(documentation)


def _target(kinds, documentation):
    """``push(array, item) -> array: ...`` gives '%', ``pop(array) -> [rest, last]: ...`` gives
    '[%, last]', with % for the name of the array."""
    if not kinds or kinds[0] not in CONTAINER_KINDS or 'callable' in kinds:
        return ''
    match = re.match(r'[^>]*\) -> (%s\b|\[rest, \w+\])' % kinds[0], documentation)
    if match is None:
        return ''
    return '%' if match.group(1) == kinds[0] else match.group(1).replace('rest', '%')


def _callback(documentation):
    """``reduce(array, initial, f) -> any: f(accumulator, item) for ...`` gives (2, 2)."""
    head = re.match(r'\w+\((.*?)\)', documentation)
    if head is not None:
        names = [name.strip(' []') for name in head.group(1).split(',')]
        for position, name in enumerate(names):
            call = re.search(r'\b%s\(([^()]*)\)' % re.escape(name), documentation[head.end():]) \
                if name in CALLBACK_NAMES else None
            if call is not None:
                return position, len([part for part in call.group(1).split(',') if part])
    return -1, 0


def builtin(name, *texts, **options):
    """Declare the decorated function as the builtin ``name``; see the top of this file.

    Options: ``count``, ``mistyped``, ``too_few`` (message that differs from ``count``'s),
    ``aliases`` (further names), ``calls_back`` (it may run Ruff code besides that of an iterator
    that it collects; implied by a parameter of the kind callable), ``method_of`` (the table of
    methods that it belongs to instead of the global names) and ``shown`` (the name in messages
    about a method).
    """
    style = options.pop('count', 'A2')
    mistyped = options.pop('mistyped', '')
    too_few = options.pop('too_few', '')
    aliases = options.pop('aliases', [])
    calls_back = options.pop('calls_back', False)
    table = options.pop('method_of', None)
    shown = options.pop('shown', '')
    assert not options, options

    def declare(function):
        parameters = _parse_parameters(function, texts)
        assert function.__doc__, '%s: a builtin needs documentation' % name
        for bound_name in [name] + aliases:
            names = BUILTINS if table is None else table
            assert bound_name not in names, 'declared twice: %s' % bound_name
            message = mistyped or _type_message(bound_name, parameters)
            cls, minimum, maximum = _make_class(bound_name, function, parameters, message)
            w_builtin = cls()
            w_builtin.name = bound_name
            w_builtin.minimum = minimum
            w_builtin.maximum = maximum
            w_builtin.calls_back = calls_back or any(
                [parameter.kind == 'callable' for parameter in parameters])
            w_builtin.documentation = function.__doc__.strip()
            _declare_kinds(w_builtin, parameters, w_builtin.documentation)
            w_builtin.family = function.__module__.split('.')[-1]
            hidden = 0 if table is None else 1
            few, many = _count_templates(shown or bound_name, style, parameters[hidden:],
                                         minimum - hidden, maximum - hidden)
            w_builtin.hidden = hidden
            w_builtin.too_few = too_few or few
            w_builtin.too_many = many
            names[bound_name] = w_builtin
        return function
    return declare
