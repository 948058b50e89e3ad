"""Nodes of the syntax tree: expressions, and the functions and types in them (ast.py)."""

from ruffinterp.syntax.ast_nodes import Expression, Node


# ---------------------------------------------------------------- literals

class IntLiteral(Expression):
    """``digits``: decimal digits of any length (decision 21)."""

    def __init__(self, digits):
        self.digits = digits

    def visit(self, visitor):
        visitor.visit_int_literal(self)


class FloatLiteral(Expression):
    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_float_literal(self)


class StringLiteral(Expression):
    """``value``: UTF-8 bytes with escapes processed."""

    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_string_literal(self)


class BoolLiteral(Expression):
    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_bool_literal(self)


class NullLiteral(Expression):
    def __init__(self):
        pass

    def visit(self, visitor):
        visitor.visit_null_literal(self)


class InterpolatedString(Expression):
    """``parts``: expressions; the literal text between them is StringLiteral."""

    def __init__(self, parts):
        self.parts = parts

    def visit(self, visitor):
        visitor.visit_interpolated_string(self)


class Formatted(Expression):
    """A part of an InterpolatedString with a format (decision 58), from ``${`` to ``}``.

    ``specification``: the raw text between the colon and the brace, UTF-8.
    """

    def __init__(self, value, specification):
        self.value = value
        self.specification = specification

    def visit(self, visitor):
        visitor.visit_formatted(self)


class Name(Expression):
    """A variable, also ``self``; ``variable`` is set by the scope analysis."""
    variable = None

    def __init__(self, name):
        self.name = name

    def visit(self, visitor):
        visitor.visit_name(self)


class Spread(Expression):
    """``...value`` as an item of an array or dict literal or as an argument."""

    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_spread(self)


class ArrayLiteral(Expression):
    def __init__(self, items):
        self.items = items

    def visit(self, visitor):
        visitor.visit_array_literal(self)


class Entry(Expression):
    """``key: value`` of a dict literal.

    ``is_bare``: the key, a StringLiteral, was written as a name without quotes (decision 43);
    ``hides_variable``, set by the scope analysis: a variable that is not the value has the name.
    """
    hides_variable = False

    def __init__(self, key, value, is_bare):
        self.key = key
        self.value = value
        self.is_bare = is_bare

    def visit(self, visitor):
        visitor.visit_entry(self)


class DictLiteral(Expression):
    """``entries``: Entry and Spread nodes."""

    def __init__(self, entries):
        self.entries = entries

    def visit(self, visitor):
        visitor.visit_dict_literal(self)


class StructLiteral(Expression):
    """``Name { field: value }``; ``names`` and ``values`` are parallel lists."""

    def __init__(self, name, names, values):
        self.name = name
        self.names = names
        self.values = values

    def visit(self, visitor):
        visitor.visit_struct_literal(self)


class Variant(Expression):
    """``Enum::Variant`` or ``Enum::Variant(arguments)`` (``has_arguments``)."""

    def __init__(self, enum_name, variant_name, has_arguments, arguments):
        self.enum_name = enum_name
        self.variant_name = variant_name
        self.has_arguments = has_arguments
        self.arguments = arguments

    def visit(self, visitor):
        visitor.visit_variant(self)


class Wrapper(Expression):
    """``Ok(v)``, ``Err(v)``, ``Some(v)``, ``None``; ``kind`` is that word, ``value`` None for None."""

    def __init__(self, kind, value):
        self.kind = kind
        self.value = value

    def visit(self, visitor):
        visitor.visit_wrapper(self)


class FunctionExpression(Expression):
    def __init__(self, function):
        self.function = function

    def visit(self, visitor):
        visitor.visit_function_expression(self)


# ---------------------------------------------------------------- operations

class Call(Expression):
    def __init__(self, callee, arguments):
        self.callee = callee
        self.arguments = arguments

    def visit(self, visitor):
        visitor.visit_call(self)


class MethodCall(Expression):
    """``receiver.name(arguments)``."""

    def __init__(self, receiver, name, arguments):
        self.receiver = receiver
        self.name = name
        self.arguments = arguments

    def visit(self, visitor):
        visitor.visit_method_call(self)


class Index(Expression):
    def __init__(self, container, index):
        self.container = container
        self.index = index

    def visit(self, visitor):
        visitor.visit_index(self)


class Slice(Expression):
    """``container[low:high]``; either bound may be None (decision 47)."""

    def __init__(self, container, low, high):
        self.container = container
        self.low = low
        self.high = high

    def visit(self, visitor):
        visitor.visit_slice(self)


class Field(Expression):
    def __init__(self, container, name):
        self.container = container
        self.name = name

    def visit(self, visitor):
        visitor.visit_field(self)


class OptionalField(Expression):
    """``container?.name``."""

    def __init__(self, container, name):
        self.container = container
        self.name = name

    def visit(self, visitor):
        visitor.visit_optional_field(self)


class TryOperator(Expression):
    """``value?``."""

    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_try_operator(self)


class Unary(Expression):
    """``operator`` is ``-`` or ``!``."""

    def __init__(self, operator, operand):
        self.operator = operator
        self.operand = operand

    def visit(self, visitor):
        visitor.visit_unary(self)


class Binary(Expression):
    """``operator`` is one of ``+ - * / % == != < > <= >=``."""

    def __init__(self, operator, left, right):
        self.operator = operator
        self.left = left
        self.right = right

    def visit(self, visitor):
        visitor.visit_binary(self)


class Logical(Expression):
    """``operator`` is one of ``&& || ??``."""

    def __init__(self, operator, left, right):
        self.operator = operator
        self.left = left
        self.right = right

    def visit(self, visitor):
        visitor.visit_logical(self)


class Pipe(Expression):
    """``left |> right``; when ``right`` is a Call or MethodCall, ``left`` becomes its first argument."""

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def visit(self, visitor):
        visitor.visit_pipe(self)


class Await(Expression):
    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_await(self)


class Yield(Expression):
    """``value`` is None for a bare ``yield``."""

    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_yield(self)


class BranchValue(Expression):
    """``if`` or ``match`` where an operand stands (decision 48); ``statement``: If or Match."""

    def __init__(self, statement):
        self.statement = statement

    def visit(self, visitor):
        visitor.visit_branch_value(self)


class Throw(Expression):
    """``throw(value)`` and ``throw value``."""

    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_throw(self)


# ---------------------------------------------------------------- functions and types

class TypeAnnotation(Node):
    """``name`` with its type arguments: ``Result<int, string>``."""

    def __init__(self, name, arguments):
        self.name = name
        self.arguments = arguments


class Parameter(Node):
    """``type`` and ``default`` may be None; ``is_rest`` for ``...name`` (decision 31); ``is_mutable``
    for ``mut self`` (decision 39)."""

    def __init__(self, name, type, default, is_rest, is_mutable):
        self.name = name
        self.type = type
        self.default = default
        self.is_rest = is_rest
        self.is_mutable = is_mutable


class Function(Node):
    """Declaration, expression or method; ``name`` is '' for an expression.

    ``scope`` is set by the scope analysis.
    """
    scope = None

    def __init__(self, name, parameters, return_type, body, is_async, is_generator):
        self.name = name
        self.parameters = parameters
        self.return_type = return_type
        self.body = body
        self.is_async = is_async
        self.is_generator = is_generator
