"""What calls of functions have to look like."""

from ruffinterp.builtins.registry import W_DeclaredBuiltin
from ruffinterp.checker.annotations import annotated_type, library_result, library_type
from ruffinterp.checker.types import any_type


class Signature(object):
    """``minimum``, ``maximum`` (-1: none): numbers of arguments.  ``types``: of the parameters;
    ``rest_type``: of all further arguments; ``result``: of what a call gives.  ``target``: as in
    W_DeclaredBuiltin, and so are ``callback`` and ``callback_count``.  ``is_pure``: a call certainly
    does nothing but give a result."""
    word = 'Function'
    target = ''
    callback = -1
    callback_count = 0
    is_pure = False

    def __init__(self, name, minimum, maximum, types, rest_type, result):
        self.name = name
        self.minimum = minimum
        self.maximum = maximum
        self.types = types
        self.rest_type = rest_type
        self.result = result

    def type_at(self, position):
        """The Type of the argument at a position from 0."""
        if position < len(self.types):
            return self.types[position]
        return self.rest_type

    def count_error(self, count):
        """The message about a call with that many arguments, '' if it may have them."""
        if count >= self.minimum and (self.maximum < 0 or count <= self.maximum):
            return ''
        if self.maximum < 0:
            expected = 'at least %d' % self.minimum
        elif self.minimum == self.maximum:
            expected = str(self.minimum)
        else:
            expected = '%d-%d' % (self.minimum, self.maximum)
        return "%s '%s' expects %s arguments but got %d" % (self.word, self.name, expected, count)


def function_signature(function, declared_names):
    """The Signature of an ast.Function that is called by its name.

    ``declared_names`` as for ``annotated_type``.
    """
    return named_signature(function, function.name, declared_names)


def named_signature(function, name, declared_names):
    """The same for a function that a program calls by another name."""
    return _signature(function, name, 0, declared_names)


def exported_signature(function):
    """The Signature of an ast.Function of another module, whose structs and enums are not known."""
    return _signature(function, function.name, 0, {})


def method_signature(struct_name, method, declared_names):
    """The Signature of an ast.Function that is called as a method, without its receiver."""
    first = 0
    if len(method.parameters) > 0 and method.parameters[0].name == 'self':
        first = 1
    signature = _signature(method, '%s.%s' % (struct_name, method.name), first, declared_names)
    signature.word = 'Method'
    return signature


def _signature(function, name, first, declared_names):
    """``first``: the number of the first parameter that counts."""
    types = []
    rest_type = any_type
    minimum = 0
    maximum = len(function.parameters) - first
    for i in range(first, len(function.parameters)):
        parameter = function.parameters[i]
        type = annotated_type(parameter.type, declared_names)
        if parameter.is_rest:
            rest_type = type
            maximum = -1
            continue
        types.append(type)
        if parameter.default is None:
            minimum = len(types)
    result = any_type
    if not function.is_async and not function.is_generator:
        result = annotated_type(function.return_type, declared_names)
    return Signature(name, minimum, maximum, types, rest_type, result)


def library_method_signature(w_method):
    """The Signature of a W_Builtin that is called as a method, without its receiver."""
    signature = builtin_signature(w_method)
    signature.word = 'Method'
    signature.types = signature.types[1:]
    signature.minimum -= 1
    if signature.maximum > 0:
        signature.maximum -= 1
    if signature.callback > 0:
        signature.callback -= 1
    return signature


def builtin_signature(w_builtin):
    """The Signature of a W_Builtin, from its declaration."""
    types = []
    rest_type = any_type
    result = any_type
    if isinstance(w_builtin, W_DeclaredBuiltin):
        for kind in w_builtin.parameter_kinds:
            types.append(library_type(kind))
        rest_type = library_type(w_builtin.rest_kind)
        result = library_result(w_builtin.result_kind)
    signature = Signature(w_builtin.name, w_builtin.minimum, w_builtin.maximum, types, rest_type,
                          result)
    if isinstance(w_builtin, W_DeclaredBuiltin):
        signature.target = w_builtin.target
        signature.callback = w_builtin.callback
        signature.callback_count = w_builtin.callback_count
        signature.is_pure = not w_builtin.has_effects and not w_builtin.calls_back
    return signature
