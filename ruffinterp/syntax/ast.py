"""The syntax tree (language.md section 2).

Every node carries ``start`` and ``end``: byte offsets into the source text, ``end`` exclusive.
``depth`` is the height of the tree below the node; the parser refuses trees that a recursive
pass could not walk.  Passes subclass ``Visitor`` and are called through ``node.visit(visitor)``.
"""

import re

# All names of the tree are to be found here, also the base classes.
from ruffinterp.syntax.ast_expressions import (
    ArrayLiteral, Await, Binary, BoolLiteral, BranchValue, Call, DictLiteral, Entry, Field, FloatLiteral,
    Formatted, Function, FunctionExpression, Index, IntLiteral, InterpolatedString, Logical, MethodCall,
    Name, NullLiteral, OptionalField, Parameter, Pipe, Slice, Spread, StringLiteral, StructLiteral, Throw,
    TryOperator, TypeAnnotation, Unary, Variant, Wrapper, Yield)
from ruffinterp.syntax.ast_nodes import Expression, Node, Statement


# ---------------------------------------------------------------- patterns

class Pattern(Node):
    _attrs_ = []


class NamePattern(Pattern):
    """``name`` is ``_`` to discard; ``variable`` is set by the scope analysis."""
    variable = None

    def __init__(self, name):
        self.name = name

    def visit(self, visitor):
        visitor.visit_name_pattern(self)


class PathPattern(Pattern):
    """``path``: an Index or Field that a part of an array is assigned to (decision 51)."""

    def __init__(self, path):
        self.path = path

    def visit(self, visitor):
        visitor.visit_path_pattern(self)


class ArrayPattern(Pattern):
    """``rest`` is '' without a rest name; ``rest_variable`` is set by the scope analysis."""
    rest_variable = None

    def __init__(self, items, rest):
        self.items = items
        self.rest = rest

    def visit(self, visitor):
        visitor.visit_array_pattern(self)


class DictPattern(Pattern):
    """``names`` are keys and variables at once; ``rest`` is '' without a rest name.

    ``variables`` and ``rest_variable`` are set by the scope analysis.
    """
    variables = None
    rest_variable = None

    def __init__(self, names, rest):
        self.names = names
        self.rest = rest

    def visit(self, visitor):
        visitor.visit_dict_pattern(self)


class CasePattern(Node):
    _attrs_ = []


class WildcardCase(CasePattern):
    """``_`` (decision 7)."""

    def __init__(self):
        pass


class LiteralCase(CasePattern):
    """``value``: a literal node; a negative number is a literal with ``negative`` set."""

    def __init__(self, value, negative):
        self.value = value
        self.negative = negative


class LetCase(CasePattern):
    """``let name``, which binds the subject (decision 52); ``variable`` is set by the scope
    analysis."""
    variable = None

    def __init__(self, name):
        self.name = name


class TagCase(CasePattern):
    """``Name``, ``Enum::Name``, each with optional bindings; ``enum_name`` is '' for a bare name.

    ``constant``: the Variable of the ``const`` that a bare name stands for, or None (decision 52);
    ``hides_variable``: whether it is the text of a variable's name instead;
    ``variables`` (parallel to ``bindings``) and ``extra_variables`` (``v_1``, ``v_2`` ... that the
    body mentions, with ``extra_indexes``) are set by the scope analysis.
    """
    constant = None
    hides_variable = False
    variables = None
    extra_variables = None
    extra_indexes = None

    def __init__(self, enum_name, name, bindings):
        self.enum_name = enum_name
        self.name = name
        self.bindings = bindings


class Case(Node):
    """One ``case``: alternatives, guard (or None), body."""

    def __init__(self, patterns, guard, body):
        self.patterns = patterns
        self.guard = guard
        self.body = body


# ---------------------------------------------------------------- statements

class ExpressionStatement(Statement):
    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_expression_statement(self)


class Let(Statement):
    """``let`` and ``mut``; ``type`` may be None."""

    def __init__(self, pattern, type, value):
        self.pattern = pattern
        self.type = type
        self.value = value

    def visit(self, visitor):
        visitor.visit_let(self)


class Const(Statement):
    variable = None
    def __init__(self, name, type, value):
        self.name = name
        self.type = type
        self.value = value

    def visit(self, visitor):
        visitor.visit_const(self)


class Assign(Statement):
    """``target`` is Name, Index or Field (chains that end in a Name)."""

    def __init__(self, target, value):
        self.target = target
        self.value = value

    def visit(self, visitor):
        visitor.visit_assign(self)


class AugmentedAssign(Statement):
    """``operator`` is one of ``+ - * / %`` (decision 9)."""

    def __init__(self, target, operator, value):
        self.target = target
        self.operator = operator
        self.value = value

    def visit(self, visitor):
        visitor.visit_augmented_assign(self)


class Destructure(Statement):
    """``[a, b] := value`` without keyword."""

    def __init__(self, pattern, value):
        self.pattern = pattern
        self.value = value

    def visit(self, visitor):
        visitor.visit_destructure(self)


class Return(Statement):
    """``value`` may be None."""

    def __init__(self, value):
        self.value = value

    def visit(self, visitor):
        visitor.visit_return(self)


class Break(Statement):
    def __init__(self):
        pass

    def visit(self, visitor):
        visitor.visit_break(self)


class Continue(Statement):
    def __init__(self):
        pass

    def visit(self, visitor):
        visitor.visit_continue(self)


class If(Statement):
    """``conditions`` and ``bodies`` are parallel (``else if`` chains stay flat); ``else_body`` may be None."""

    def __init__(self, conditions, bodies, else_body):
        self.conditions = conditions
        self.bodies = bodies
        self.else_body = else_body

    def visit(self, visitor):
        visitor.visit_if(self)


class While(Statement):
    """``while`` and ``loop``; ``condition`` is None for an endless loop."""

    def __init__(self, condition, body):
        self.condition = condition
        self.body = body

    def visit(self, visitor):
        visitor.visit_while(self)


class For(Statement):
    """``second``: the pattern behind a comma, for the values of keys or the items of indexes, or
    None (decision 46)."""

    def __init__(self, pattern, second, iterable, body):
        self.pattern = pattern
        self.second = second
        self.iterable = iterable
        self.body = body

    def visit(self, visitor):
        visitor.visit_for(self)


class Match(Statement):
    """``default_body`` may be None."""

    def __init__(self, subject, cases, default_body):
        self.subject = subject
        self.cases = cases
        self.default_body = default_body

    def visit(self, visitor):
        visitor.visit_match(self)


class Try(Statement):
    """``name`` is '' and ``handler`` None without ``except``; ``finalizer`` is None without
    ``finally`` (decision 49).  ``variable``, that of ``name``, is set by the scope analysis."""
    variable = None

    def __init__(self, body, name, handler, finalizer):
        self.body = body
        self.name = name
        self.handler = handler
        self.finalizer = finalizer

    def visit(self, visitor):
        visitor.visit_try(self)


class Spawn(Statement):
    """``function``: the body as a function expression without parameters."""

    def __init__(self, function):
        self.function = function

    def visit(self, visitor):
        visitor.visit_spawn(self)


class FunctionDeclaration(Statement):
    variable = None
    def __init__(self, function):
        self.function = function

    def visit(self, visitor):
        visitor.visit_function_declaration(self)


class FieldDeclaration(Node):
    """``type`` and ``default`` may be None (decision 8); ``scope`` is set by the scope analysis."""
    scope = None

    def __init__(self, name, type, default):
        self.name = name
        self.type = type
        self.default = default


class StructDeclaration(Statement):
    variable = None
    def __init__(self, name, fields, methods):
        self.name = name
        self.fields = fields
        self.methods = methods

    def visit(self, visitor):
        visitor.visit_struct_declaration(self)


class DeclaredVariant(Node):
    """``payload``: names of what it holds, None where nothing is said of that (decision 45)."""

    def __init__(self, name, payload):
        self.name = name
        self.payload = payload


class EnumDeclaration(Statement):
    """``variants``: list of DeclaredVariant."""
    variable = None

    def __init__(self, name, variants):
        self.name = name
        self.variants = variants

    def visit(self, visitor):
        visitor.visit_enum_declaration(self)


class Import(Statement):
    """``alias`` is '' without one.

    ``names``: the exports to bind; ``binds_namespace``: whether the module's name is bound too.
    """

    def __init__(self, module, alias):
        self.module = module
        self.alias = alias
        self.names = []
        self.variables = []
        self.binds_namespace = True
        self.namespace_variable = None

    def bound_name(self):
        """The name that the namespace gets."""
        if self.alias != '':
            return self.alias
        return self.module

    def visit(self, visitor):
        visitor.visit_import(self)


class FromImport(Statement):
    """``module`` is the dotted path; ``aliases`` runs parallel to ``names`` ('' without one)."""

    def __init__(self, module, names, aliases):
        self.module = module
        self.names = names
        self.aliases = aliases
        self.variables = []

    def bound_name(self, index):
        """The name that the symbol ``names[index]`` gets."""
        if self.aliases[index] != '':
            return self.aliases[index]
        return self.names[index]

    def visit(self, visitor):
        visitor.visit_from_import(self)


class Export(Statement):
    """``export statement``; ``export name`` holds an ExpressionStatement of a Name."""

    def __init__(self, statement):
        self.statement = statement

    def visit(self, visitor):
        visitor.visit_export(self)


class Test(Statement):
    """``kind`` is ``test``, ``test_group``, ``test_setup`` or ``test_teardown``; ``name`` '' for the last two."""

    def __init__(self, kind, name, body):
        self.kind = kind
        self.name = name
        self.body = body

    def visit(self, visitor):
        visitor.visit_test(self)


class Program(Node):
    """A whole source file: ``body`` is its list of statements.

    ``scope`` is set by the scope analysis, and so are ``declared_types``, the DeclaredTypes, and
    ``type_names``: {name: True} of all structs and enums that are declared or mentioned anywhere.
    """
    scope = None
    declared_types = None
    type_names = None

    def __init__(self, body):
        self.body = body


def _method_names():
    """The methods of a Visitor, one for each class of nodes that can be visited."""
    names = []
    for value in globals().values():
        if isinstance(value, type) and issubclass(value, Node) and 'visit' in value.__dict__ \
                and value is not Node:
            words = re.sub('([A-Z])', r'_\1', value.__name__).lower()
            names.append('visit' + words)
    return sorted(names)


def _unexpected(name):
    def visit(self, node):
        raise NotImplementedError
    visit.__name__ = name
    return visit


class Visitor(object):
    """Base of all passes: one ``visit_*`` method per kind of node."""


for _name in _method_names():
    setattr(Visitor, _name, _unexpected(_name))
