"""From the annotations of a program, and the declarations of the library, to types."""

from ruffinterp.checker.types import (
    CONTAINER, NAMED, Type, any_type, array_type, bool_type, dict_type, float_type, function_type,
    int_type, option_type, result_type, sequence_type, string_type, truncating_type)

# The kinds of builtins/registry.py, and what its documentation calls a result.
LIBRARY_TYPES = {
    'string': string_type, 'bytes': string_type, 'bool': bool_type, 'integer': truncating_type,
    'int': truncating_type, 'number': float_type, 'float': float_type, 'array': array_type,
    'sequence': sequence_type, 'dict': dict_type, 'callable': function_type,
    'set': Type(CONTAINER, 'Set', []),
    'queue': Type(CONTAINER, 'Queue', []), 'stack': Type(CONTAINER, 'Stack', []),
    'channel': Type(CONTAINER, 'Channel', []), 'promise': Type(CONTAINER, 'Promise', []),
}

# Names that annotations may use beside structs and enums.
TYPE_NAMES = {
    'int': int_type, 'float': float_type, 'string': string_type, 'bool': bool_type,
    'Result': result_type(any_type, any_type), 'Option': option_type(any_type)}
for _word in ['array', 'dict', 'set', 'queue', 'stack', 'channel', 'promise']:
    TYPE_NAMES[_word] = TYPE_NAMES[_word.capitalize()] = LIBRARY_TYPES[_word]
TYPE_NAMES['function'] = TYPE_NAMES['Function'] = function_type
# No value is known to be one of these.
for _word in ['any', 'void', 'bytes', 'iterator', 'generator', 'error']:
    TYPE_NAMES[_word] = TYPE_NAMES[_word.capitalize()] = any_type


def annotated_type(annotation, declared_names):
    """The Type for an ast.TypeAnnotation, or for None.

    ``declared_names``: {name of a struct or enum of the file: True}; they hide those of the library,
    except that every Result and Option is the library's (language.md 9.4).
    """
    if annotation is None:
        return any_type
    name = annotation.name
    arguments = annotation.arguments
    if name == 'Result' and len(arguments) == 2:
        return result_type(annotated_type(arguments[0], declared_names),
                           annotated_type(arguments[1], declared_names))
    if name == 'Option' and len(arguments) == 1:
        return option_type(annotated_type(arguments[0], declared_names))
    if name in declared_names and name != 'Result' and name != 'Option':
        return Type(NAMED, name, [])
    return TYPE_NAMES.get(name, any_type)


def library_type(kind):
    """The Type for a kind of parameter of a builtin."""
    return LIBRARY_TYPES.get(kind, any_type)


def library_result(kind):
    """The Type for what a builtin gives."""
    if kind == 'int':
        return int_type
    return LIBRARY_TYPES.get(kind, any_type)
