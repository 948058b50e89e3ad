"""The types of expressions, and what is wrong with them (tooling.md 9.5).

Every ``visit_*`` leaves the type of its expression in ``type``.  Children are visited once each,
so a walk takes time in proportion to the text.
"""

from ruffinterp.checker.types import (
    NAMED, OPTION, RESULT, Type, accepts, any_type, arithmetic_result, array_type, bool_type,
    dict_type, float_type, function_type, int_type, is_ordered, option_type, result_type, same,
    string_type)
from ruffinterp.syntax import ast

ORDERINGS = ['<', '>', '<=', '>=']


class ExpressionChecker(ast.Visitor):
    """``known``: what is known of the program (environment.py)."""

    def __init__(self, known):
        self.known = known
        self.type = any_type

    def type_of(self, node):
        """Visit an expression; returns its Type."""
        node.visit(self)
        return self.type

    def types_of(self, nodes):
        """Visit expressions; returns their types."""
        return [self.type_of(node) for node in nodes]

    def unknown_after(self, nodes):
        """Visit the parts of an expression of which nothing is known."""
        for node in nodes:
            node.visit(self)
        self.type = any_type

    # ---- what the reporting pass overrides

    def type_error(self, message, node, help, note):
        pass

    def wrong_count(self, message, node, is_certain):
        pass

    def undefined_function(self, node):
        pass

    def unquoted_key(self, node):
        pass

    def unused_result(self, callee, argument, target):
        pass

    # ---- literals

    def visit_int_literal(self, node):
        self.type = int_type

    def visit_float_literal(self, node):
        self.type = float_type

    def visit_string_literal(self, node):
        self.type = string_type

    def visit_bool_literal(self, node):
        self.type = bool_type

    def visit_null_literal(self, node):
        # Stands for "no value yet" wherever a type is declared.
        self.type = any_type

    def visit_interpolated_string(self, node):
        self.unknown_after(node.parts)
        self.type = string_type

    def visit_formatted(self, node):
        node.value.visit(self)
        self.type = string_type

    def visit_name(self, node):
        self.type = any_type
        facts = self.known.variables.find(node.variable)
        if facts is not None:
            self.type = facts.value_type()
            if facts.signature() is not None:
                self.type = function_type

    def visit_spread(self, node):
        self.unknown_after([node.value])

    def visit_array_literal(self, node):
        self.unknown_after(node.items)
        self.type = array_type

    def visit_entry(self, node):
        if node.hides_variable:
            self.unquoted_key(node)
        node.key.visit(self)
        node.value.visit(self)

    def visit_dict_literal(self, node):
        self.unknown_after(node.entries)
        self.type = dict_type

    def visit_struct_literal(self, node):
        for i in range(len(node.values)):
            value = node.values[i]
            given = self.type_of(value)
            declared = self.known.field_type(node.name, node.names[i])
            self.check_declaration('field', node.names[i], declared, given, value)
        self.type = Type(NAMED, node.name, [])

    def visit_variant(self, node):
        types = self.types_of(node.arguments)
        self.type = Type(NAMED, node.enum_name, [])
        if node.enum_name == 'Result' or node.enum_name == 'Option':
            self.type = any_type
            if len(types) == 1 and node.variant_name in ('Ok', 'Err', 'Some'):
                self.type = wrapped_type(node.variant_name, types[0])

    def visit_wrapper(self, node):
        inner = any_type
        if node.value is not None:
            inner = self.type_of(node.value)
        self.type = wrapped_type(node.kind, inner)

    def visit_function_expression(self, node):
        raise NotImplementedError

    # ---- operators

    def visit_unary(self, node):
        operand = self.type_of(node.operand)
        self.type = any_type
        if node.operator == '-':
            if operand.is_number():
                self.type = operand
        elif operand.is_known() and operand.kind != NAMED:
            self.type = bool_type

    def visit_binary(self, node):
        left = self.type_of(node.left)
        right = self.type_of(node.right)
        if node.operator in ORDERINGS:
            self.type = self.comparison(node, left, right)
        elif node.operator == '==' or node.operator == '!=':
            self.type = bool_type
            if not left.is_known() or left.kind == NAMED:
                self.type = any_type
        else:
            self.type = self.arithmetic(node.operator, left, right, node)

    def comparison(self, node, left, right):
        if not is_ordered(left, right):
            self.type_error("Comparison '%s' between incompatible types: %s and %s" % (
                node.operator, left.text(), right.text()), node,
                'Try converting the values to the same type',
                'Only two numbers, strings, bools or arrays can be ordered')
        if not left.is_known() or left.kind == NAMED:
            # A struct gives what its method gives.
            return any_type
        return bool_type

    def arithmetic(self, operator, left, right, node):
        """The type of ``left operator right``; reports an error at ``node``."""
        type = arithmetic_result(operator, left, right)
        if type is None:
            self.type_error("Binary operation '%s' with incompatible types: %s and %s" % (
                operator, left.text(), right.text()), node, '', '')
            return any_type
        return type

    def visit_logical(self, node):
        left = self.type_of(node.left)
        right = self.type_of(node.right)
        if node.operator != '??':
            self.type = bool_type
        elif same(left, right):
            self.type = left
        else:
            self.type = any_type

    def visit_try_operator(self, node):
        type = self.type_of(node.value)
        if type.kind == RESULT or type.kind == OPTION:
            self.type = type.arguments[0]
            return
        if type.is_known():
            self.type_error('Try operator (?) can only be used on Result values', node, '', '')
        self.type = any_type

    def visit_await(self, node):
        self.unknown_after([node.value])

    def visit_yield(self, node):
        if node.value is not None:
            node.value.visit(self)
        self.type = any_type

    def visit_throw(self, node):
        self.unknown_after([node.value])

    # ---- parts

    def visit_index(self, node):
        self.unknown_after([node.container, node.index])

    def visit_slice(self, node):
        node.container.visit(self)
        container = self.type
        for bound in [node.low, node.high]:
            if bound is not None:
                bound.visit(self)
        self.type = container

    def visit_branch_value(self, node):
        node.statement.visit(self)
        self.type = any_type

    def visit_field(self, node):
        self.unknown_after([node.container])

    def visit_optional_field(self, node):
        self.unknown_after([node.container])

    # ---- calls

    def visit_call(self, node):
        node.callee.visit(self)
        types = self.types_of(node.arguments)
        self.type = self.call(node.callee, node.arguments, types)

    def visit_method_call(self, node):
        node.receiver.visit(self)
        self.unknown_after(node.arguments)

    def visit_pipe(self, node):
        """``left`` is the first argument of what stands on the right."""
        first = self.type_of(node.left)
        right = node.right
        if isinstance(right, ast.Call):
            right.callee.visit(self)
            types = [first] + self.types_of(right.arguments)
            self.type = self.call(right.callee, [node.left] + right.arguments, types)
        else:
            right.visit(self)
            self.type = any_type
            if not isinstance(right, ast.MethodCall):
                self.type = self.call(right, [node.left], [first])

    def call(self, callee, arguments, types):
        """The type of a call of ``callee``, which is visited; reports what is wrong with it.

        ``types``: those of ``arguments``.
        """
        if not isinstance(callee, ast.Name):
            return any_type
        signature = self.signature_of(callee)
        if signature is None:
            return any_type
        count = 0
        for argument in arguments:
            if isinstance(argument, ast.Spread):
                count = -1
                break
            count += 1
        if count >= 0:
            message = signature.count_error(count)
            if message != '':
                self.wrong_count(message, callee, True)
                return signature.result
        self.check_arguments(signature, arguments, types)
        return signature.result

    def check_arguments(self, signature, arguments, types):
        """Compare types up to the first spread, behind which nobody knows the positions."""
        for i in range(len(arguments)):
            if isinstance(arguments[i], ast.Spread):
                return
            expected = signature.type_at(i)
            if not accepts(expected, types[i]):
                self.type_error("Function '%s' parameter %d expects %s but got %s" % (
                    signature.name, i + 1, expected.text(), types[i].text()),
                    arguments[i], '', '')

    def signature_of(self, callee):
        """The Signature of a function that is called by its name, or None; reports unknown ones."""
        variable = callee.variable
        facts = self.known.variables.find(variable)
        if facts is not None:
            return facts.signature()
        if variable.is_builtin:
            return self.known.builtin_signature(callee.name)
        if self.known.is_undefined(variable):
            self.undefined_function(callee)
        return None

    # ---- declarations

    def check_declaration(self, what, name, declared, given, node):
        """Report a value, ``node``, that does not fit the type declared for ``name``."""
        if accepts(declared, given):
            return
        help = 'Try removing the type annotation or converting the value to the correct type'
        if what == 'constant':
            help = 'Constants must be initialized with a value matching their declared type'
        self.type_error("Type mismatch: %s '%s' declared as %s but assigned %s" % (
            what, name, declared.text(), given.text()), node, help, '')


def wrapped_type(kind, inner):
    """The type of ``Ok(inner)`` and so on."""
    if kind == 'Ok':
        return result_type(inner, any_type)
    if kind == 'Err':
        return result_type(any_type, inner)
    return option_type(inner)
