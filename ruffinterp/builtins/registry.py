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
    changes     the receiver of a method that changes it: the caller gives an exclusive container
                and goes on with it, the same object.  As with ``updates`` all checks come first.
                Where it is an argument too, that one is a copy.

``count`` is the style of the arity message (builtins-data 1.5: A1, A2, A3, A4) or the message
itself; ``mistyped`` the message for any argument of a wrong type ('' for a generated one).

A method is a builtin whose first parameter is the receiver, which messages do not count:

    @builtin('send', 'channel', 'any keeps', count='A1', method_of=CHANNEL_METHODS,
             shown='Channel.send')

One function may be declared several times: as a builtin whose first parameter ``updates``, and as a
method whose receiver ``changes`` (container_methods.py).  ``pure_method`` makes a method of a builtin
as it is (pure_methods.py).
"""

import re

from rpython.rlib.rstring import replace

from ruffinterp.builtins.call_sources import (
    dispatching_call_list, fixed_call_source, rest_call_source)
from ruffinterp.builtins.sequences import array_beside, stands_for_array
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.argument_mask import has_bit
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.channel import W_Channel
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import RuffError, WrongArgument, plain_error
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.function import (
    GIVES_RECEIVER, W_Builtin, W_Callable, plural_of_arguments)
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

# The same names -> Declaration.
DECLARATIONS = {}


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
        assert self.role in ('reads', 'keeps', 'updates', 'changes'), text
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


def wrong_argument(message, w_value, position):
    """The RuffError for an argument of a wrong type; ``position`` counts from 1, 0 if unknown."""
    return RuffError(message, None, WrongArgument(w_value, position), kinds.ARGUMENT_TYPE)


def _convert_rest(args_w, start):
    return [args_w[i] for i in range(start, len(args_w))]


def _keep_rest(rest_w, owned, start):
    for i in range(len(rest_w)):
        if not has_bit(owned, start + i):
            rest_w[i].mark_shared()


def _copy_receiver(w_receiver, rest_w):
    """Put a copy of the receiver wherever it is an argument."""
    for i in range(len(rest_w)):
        if rest_w[i] is w_receiver:
            rest_w[i] = w_receiver.shallow_copy()


def _compile(source, namespace, name):
    exec compile(source, '<builtin %s>' % name, 'exec') in namespace


def _make_class(name, function, parameters):
    """(class, fewest, most arguments) of the W_Builtin for a function; -1 for no limit."""
    namespace = {
        'function': function, 'Mistyped': Mistyped, 'W_Array': W_Array,
        'array_beside': array_beside, 'check_sequence': _to_sequence,
        'convert_rest': _convert_rest, 'keep_rest': _keep_rest, 'copy_receiver': _copy_receiver}
    for i, parameter in enumerate(parameters):
        namespace['convert_%d' % i] = CONVERTERS[parameter.kind]
        namespace['class_%d' % i] = UPDATED_CLASSES.get(parameter.kind)
    required = len([p for p in parameters if not p.optional and not p.is_rest])
    has_rest = bool(parameters) and parameters[-1].is_rest
    sources = {}
    if has_rest:
        minimum, maximum = required, -1
        sources['call_list'] = rest_call_source(parameters)
        if required > 0:
            sources['call%d' % required] = fixed_call_source(parameters[:-1], required, ['[]'])
    else:
        minimum, maximum = required, len(parameters)
        sources['call_list'] = dispatching_call_list(minimum, maximum)
        for count in range(minimum, maximum + 1):
            sources['call%d' % count] = fixed_call_source(parameters, count, [])
    methods = {'_immutable_': True}
    for method in sources:
        _compile(sources[method], namespace, name)
        methods[method] = namespace[method]
    cls = type('Builtin_' + name, (W_DeclaredBuiltin,), methods)
    return cls, minimum, maximum


UPDATED_CLASSES = {
    'array': W_Array, 'dict': W_Dict, 'set': W_Set, 'queue': W_Queue, 'stack': W_Stack,
    'any': W_Root, 'struct': W_Struct}


class W_DeclaredBuiltin(W_Builtin):
    """Base of the generated classes.

    ``parameter_kinds``, ``rest_kind``: the declaration, for tools.  ``target``: how a program keeps
    the container that takes the place of the first argument, as in ``[%, last]``; '' if there is
    none.  ``callback``: the position of the argument that it calls, with ``callback_count``
    arguments; -1 if there is none or nothing is known of it.
    """
    _immutable_fields_ = ['too_few', 'too_many', 'mistyped', 'hidden', 'parameter_kinds[*]',
                          'rest_kind', 'target', 'callback', 'callback_count']

    too_few = ''
    too_many = ''
    mistyped = ''
    # The number of parameters that messages do not count: the receiver of a method.
    hidden = 0
    parameter_kinds = []
    rest_kind = ''
    target = ''
    callback = -1
    callback_count = 0

    def arity_error(self, count):
        shown = str(count - self.hidden)
        if count < self.minimum:
            return plain_error(kinds.ARITY, replace(self.too_few, '%K', shown))
        return plain_error(kinds.ARITY, replace(self.too_many, '%K', shown))

    def mistyped_error(self, w_value, position):
        return wrong_argument(self.mistyped, w_value, position - self.hidden)


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


def _target(parameter_kinds, documentation):
    """``push(array, item) -> array: ...`` gives '%', ``pop(array) -> [rest, last]: ...`` gives
    '[%, last]', with % for the name of the array."""
    words = ['array' if kind == 'sequence' else kind for kind in parameter_kinds]
    if not words or words[0] not in CONTAINER_KINDS or 'callable' in words:
        return ''
    kind = words[0]
    match = re.match(r'[^>]*\) -> (%s\b|\[rest, \w+\])' % kind, documentation)
    if match is None:
        return ''
    return '%' if match.group(1) == kind else match.group(1).replace('rest', '%')


class Declaration(object):
    """What the decorator says about one function under one name.

    ``receivers``: the kinds of values that have it as a method, if the kind of its first parameter
    is any.  ``has_effects``: see ``builtin``.
    """

    def __init__(self, name, function, parameters, documentation, receivers, has_effects):
        self.name = name
        self.parameters = parameters
        self.documentation = documentation
        self.receivers = receivers
        self.has_effects = has_effects
        self.cls, self.minimum, self.maximum = _make_class(name, function, parameters)

    def instance(self, name, hidden, shown, style, mistyped):
        """A new W_Builtin; its messages count the parameters behind the ``hidden`` ones."""
        w_builtin = self.cls()
        w_builtin.name = name
        w_builtin.minimum = self.minimum
        w_builtin.maximum = self.maximum
        w_builtin.hidden = hidden
        w_builtin.documentation = self.documentation
        w_builtin.has_effects = self.has_effects
        counted = self.parameters[hidden:]
        w_builtin.mistyped = mistyped or _type_message(shown, counted)
        few, many = _count_templates(
            shown, style, counted, self.minimum - hidden,
            self.maximum - hidden if self.maximum >= 0 else -1)
        w_builtin.too_few = few
        w_builtin.too_many = many
        w_builtin.parameter_kinds = [p.accepted_kind() for p in self.parameters if not p.is_rest]
        if self.parameters and self.parameters[-1].is_rest:
            w_builtin.rest_kind = self.parameters[-1].kind
        w_builtin.result_kind = _result_kind(self.documentation)
        w_builtin.callback, w_builtin.callback_count = _callback(self.documentation)
        if hidden == 0:
            w_builtin.target = _target(w_builtin.parameter_kinds, self.documentation)
        return w_builtin


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
    ``aliases`` (further names), ``documentation`` (instead of that of the function),
    ``calls_back`` (it may run Ruff code besides that of an iterator that it collects; implied by a
    parameter of the kind callable), ``effects`` (it does more than compute its result: it reads or
    changes something else, waits, or takes from an iterator; no method is made of it), ``receivers``
    (the kinds of first arguments that it is about, for a parameter of the kind any), ``method_of``
    (the table of methods that it belongs to instead of the global names), ``shown`` (the name in
    messages about a method) and ``gives`` (for a receiver that ``changes``: a constant of
    objects/function.py, by default GIVES_RECEIVER).
    """
    style = options.pop('count', 'A2')
    mistyped = options.pop('mistyped', '')
    too_few = options.pop('too_few', '')
    aliases = options.pop('aliases', [])
    documentation = options.pop('documentation', '')
    calls_back = options.pop('calls_back', False)
    effects = options.pop('effects', False)
    receivers = options.pop('receivers', [])
    table = options.pop('method_of', None)
    shown = options.pop('shown', '')
    gives = options.pop('gives', GIVES_RECEIVER)
    assert not options, options

    def declare(function):
        parameters = _parse_parameters(function, texts)
        text = (documentation or function.__doc__ or '').strip()
        assert text, '%s: a builtin needs documentation' % name
        assert not receivers or parameters[0].kind == 'any', name
        for bound_name in [name] + aliases:
            names = BUILTINS if table is None else table
            assert bound_name not in names, 'declared twice: %s' % bound_name
            declaration = Declaration(bound_name, function, parameters, text, receivers, effects)
            w_builtin = declaration.instance(bound_name, 0 if table is None else 1,
                                             shown or bound_name, style, mistyped)
            w_builtin.too_few = too_few or w_builtin.too_few
            w_builtin.calls_back = calls_back or _calls_back(parameters)
            if parameters and parameters[0].role == 'changes':
                w_builtin.changes_receiver = True
                w_builtin.gives = gives
            names[bound_name] = w_builtin
            if table is None:
                DECLARATIONS[bound_name] = declaration
        return function
    return declare


def _calls_back(parameters):
    return any([parameter.kind == 'callable' for parameter in parameters])


def pure_method(builtin_name, name):
    """A W_Builtin that is the method ``name`` of the first argument of a builtin."""
    w_builtin = BUILTINS[builtin_name]
    declaration = DECLARATIONS[builtin_name]
    generated = _type_message(builtin_name, declaration.parameters)
    mistyped = '' if w_builtin.mistyped == generated else w_builtin.mistyped
    w_method = declaration.instance(name, 1, name, 'A2', mistyped)
    w_method.calls_back = w_builtin.calls_back
    return w_method
