"""The same path on both sides of an assignment (decision 41): ``P := f(.., P, ..)``.

An index expression without calls and assignments means the same on both sides once it has been
evaluated into a hidden variable, which then stands for it in both.
"""

from ruffinterp.compiler.paths import arguments_of, container_of, is_same_path
from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal


class Shape(Traversal):
    """What an expression is made of: two with equal shapes mean the same.

    ``words``: its kinds, operators and texts in a fixed order; ``variables``: those it reads;
    ``is_known``: False if a part of it may call, assign, or is of a kind that has no words.
    """

    def __init__(self, node):
        self.words = []
        self.variables = []
        self.is_known = True
        node.visit(self)

    def is_same(self, other):
        """Whether both are known and mean the same."""
        if not self.is_known or not other.is_known or len(self.words) != len(other.words) \
                or len(self.variables) != len(other.variables):
            return False
        for i in range(len(self.words)):
            if self.words[i] != other.words[i]:
                return False
        for i in range(len(self.variables)):
            if self.variables[i] is not other.variables[i]:
                return False
        return True

    def _unknown(self):
        self.is_known = False

    def visit_int_literal(self, node):
        self.words.append('int ' + node.digits)

    def visit_float_literal(self, node):
        self.words.append('float %s' % str(node.value))

    def visit_string_literal(self, node):
        self.words.append('string ' + node.value)

    def visit_bool_literal(self, node):
        self.words.append('true' if node.value else 'false')

    def visit_null_literal(self, node):
        self.words.append('null')

    def visit_interpolated_string(self, node):
        self.words.append('text %d' % len(node.parts))
        self.expressions(node.parts)

    def visit_formatted(self, node):
        self.words.append('format ' + node.specification)
        self.expression(node.value)

    def visit_name(self, node):
        self.words.append('name')
        self.variables.append(node.variable)

    def visit_array_literal(self, node):
        self.words.append('array %d' % len(node.items))
        self.expressions(node.items)

    def visit_variant(self, node):
        self.words.append('variant %s::%s %d' % (
            node.enum_name, node.variant_name, len(node.arguments)))
        self.expressions(node.arguments)

    def visit_index(self, node):
        self.words.append('index')
        self.expression(node.container)
        self.expression(node.index)

    def visit_field(self, node):
        self.words.append('field ' + node.name)
        self.expression(node.container)

    def visit_optional_field(self, node):
        self.words.append('optional field ' + node.name)
        self.expression(node.container)

    def visit_unary(self, node):
        self.words.append('unary ' + node.operator)
        self.expression(node.operand)

    def visit_binary(self, node):
        self.words.append('binary ' + node.operator)
        self.expression(node.left)
        self.expression(node.right)

    def visit_logical(self, node):
        self.words.append('logical ' + node.operator)
        self.expression(node.left)
        self.expression(node.right)

    def visit_spread(self, node):
        self._unknown()

    def visit_dict_literal(self, node):
        self._unknown()

    def visit_struct_literal(self, node):
        self._unknown()

    def visit_wrapper(self, node):
        self._unknown()

    def visit_function_expression(self, node):
        self._unknown()

    def visit_call(self, node):
        self._unknown()

    def visit_method_call(self, node):
        self._unknown()

    def visit_slice(self, node):
        self._unknown()

    def visit_try_operator(self, node):
        self._unknown()

    def visit_pipe(self, node):
        self._unknown()

    def visit_await(self, node):
        self._unknown()

    def visit_yield(self, node):
        self._unknown()

    def visit_throw(self, node):
        self._unknown()

    def visit_branch_value(self, node):
        self._unknown()


def has_same_shape(a, b):
    """Whether two expressions mean the same if nothing is assigned between them."""
    if isinstance(a, ast.Name):
        return isinstance(b, ast.Name) and a.variable is b.variable
    if container_of(a) is not None and container_of(b) is None:
        return False
    return Shape(a).is_same(Shape(b))


# ---- what an assignment updates

class PathUpdate(object):
    """``target := call``, where the path ``target`` is ``argument`` of the call.

    ``value``: the call, or the TryOperator around it.  ``lookup``: the argument is the Call
    ``get(base, key, default)`` of the builtin, where ``base[key]`` is the target.
    """

    def __init__(self, target, value, call, argument, lookup):
        self.target = target
        self.value = value
        self.call = call
        self.argument = argument
        self.lookup = lookup

    def has_stable_indexes(self):
        """Whether the index expressions mean the same on both sides as they are."""
        if self.lookup is not None:
            target = self.target
            assert isinstance(target, ast.Index)
            return is_same_path(target, lookup_path(self.lookup))
        return is_same_path(self.target, self.argument)

    def others(self):
        """What is evaluated beside the path: the other arguments, the default of the lookup."""
        found = [argument for argument in arguments_of(self.call) if argument is not self.argument]
        if self.lookup is not None:
            found = self.lookup.arguments[2:] + found
        return found


def lookup_path(lookup):
    """``base[key]`` for the call ``get(base, key ..)``, at the place of the call."""
    assert isinstance(lookup, ast.Call)
    path = ast.Index(lookup.arguments[0], lookup.arguments[1])
    put_at_place(path, lookup)
    return path


def is_lookup(node):
    """Whether an expression is ``get(base, key)`` or ``get(base, key, default)`` of the builtin."""
    if not isinstance(node, ast.Call):
        return False
    callee = node.callee
    if not isinstance(callee, ast.Name) or callee.name != 'get' or not callee.variable.is_builtin:
        return False
    for argument in node.arguments:
        if isinstance(argument, ast.Spread):
            return False
    return len(node.arguments) == 2 or len(node.arguments) == 3


def find_update(target, value):
    """The PathUpdate that ``target := value`` is, or None; ``target``: an Index or Field."""
    call = value
    if isinstance(value, ast.TryOperator):
        call = value.value
    arguments = arguments_of(call)
    for argument in arguments:
        if isinstance(argument, ast.Spread):
            return None
    for argument in arguments:
        if has_same_shape(target, argument):
            return PathUpdate(target, value, call, argument, None)
    # Its default is evaluated before the other arguments.
    if len(arguments) > 0 and isinstance(target, ast.Index):
        lookup = arguments[0]
        if is_lookup(lookup) and has_same_shape(target, lookup_path(lookup)):
            assert isinstance(lookup, ast.Call)
            return PathUpdate(target, value, call, lookup, lookup)
    return None


# ---- hidden variables in the place of index expressions

def put_at_place(copy, node):
    """Make ``copy`` belong to the source of ``node``."""
    copy.start = node.start
    copy.end = node.end


def path_with(path, indexes):
    """A copy of a path with other index expressions: ``indexes`` has one per Index, those from
    the root on first."""
    if isinstance(path, ast.Index):
        last = len(indexes) - 1
        assert last >= 0
        item = ast.Index(path_with(path.container, indexes[:last]), indexes[last])
        put_at_place(item, path)
        return item
    if isinstance(path, ast.Field):
        field = ast.Field(path_with(path.container, indexes), path.name)
        put_at_place(field, path)
        return field
    return path


def lookup_with(lookup, indexes):
    """A copy of the call ``get(base, key ..)`` with other index expressions for ``base[key]``."""
    path = path_with(lookup_path(lookup), indexes)
    assert isinstance(path, ast.Index)
    copy = ast.Call(lookup.callee, [path.container, path.index] + lookup.arguments[2:])
    put_at_place(copy, lookup)
    return copy


def update_with(update, indexes):
    """A copy of a PathUpdate with other index expressions."""
    target = path_with(update.target, indexes)
    if update.lookup is not None:
        lookup = lookup_with(update.lookup, indexes)
        call = call_with(update, lookup)
        return PathUpdate(target, value_with(update, call), call, lookup, lookup)
    argument = path_with(update.argument, indexes)
    call = call_with(update, argument)
    return PathUpdate(target, value_with(update, call), call, argument, None)


def call_with(update, argument):
    """A copy of the call of a PathUpdate with another expression for the path."""
    call = update.call
    if isinstance(call, ast.Call):
        copy = ast.Call(call.callee, replaced(call.arguments, update, argument))
        put_at_place(copy, call)
        return copy
    assert isinstance(call, ast.MethodCall)
    parts = replaced([call.receiver] + call.arguments, update, argument)
    method_call = ast.MethodCall(parts[0], call.name, parts[1:])
    put_at_place(method_call, call)
    return method_call


def value_with(update, call):
    """What is assigned, with a copy of the call."""
    if update.value is update.call:
        return call
    value = ast.TryOperator(call)
    put_at_place(value, update.value)
    return value


def replaced(arguments, update, argument):
    """The arguments of a call with another one for that of a PathUpdate."""
    found = []
    for other in arguments:
        if other is update.argument:
            found.append(argument)
        else:
            found.append(other)
    return found
