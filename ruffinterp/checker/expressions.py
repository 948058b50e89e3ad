"""The types of expressions, and what is wrong with them (tooling.md 9.5).

Every ``visit_*`` leaves the type of its expression in ``type``.  Children are visited once each,
so a walk takes time in proportion to the text.
"""

from ruffinterp.checker.signatures import (
    exported_signature, function_signature, library_method_signature)
from ruffinterp.checker.types import (
    NAMED, OPTION, RESULT, Type, accepts, any_type, arithmetic_result, array_type, bool_type,
    certain_type, dict_type, float_type, int_type, is_ordered, option_type, result_type, same,
    string_type)
from ruffinterp.compiler.paths import is_path, root_of
from ruffinterp.diagnostics.hints import static
from ruffinterp.objects.methods import METHODS
from ruffinterp.syntax import ast

ORDERINGS = ['<', '>', '<=', '>=']


class ExpressionChecker(ast.Visitor):
    """``known``: what is known of the program (environment.py).  ``called_method``: ``Struct.method`` of
    the last method call, '' if that is not known."""

    def __init__(self, known):
        self.known = known
        self.type = any_type
        self.called_method = ''

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

    def undefined_name(self, node):
        pass

    def enum_as_value(self, node):
        pass

    def unknown_member(self, node, name, behind, type, is_call):
        pass

    def unknown_method(self, node, receiver, name, table):
        pass

    def unknown_export(self, node, name, behind, module, exports):
        pass

    def constant_change(self, target, name, is_part):
        pass

    def wrong_literal_field(self, node, index, members):
        pass

    def incomplete_literal(self, node, missing):
        pass

    def missing_struct(self, node):
        pass

    def check_lines(self, arguments):
        pass

    def wrong_callback(self, builtin, function, node):
        pass

    def unknown_enum(self, enum_name, node):
        pass

    def unquoted_key(self, node):
        pass

    def unquoted_case(self, pattern, enum_name):
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
            if facts.is_no_value():
                self.enum_as_value(node)
            elif not facts.has_value and self.known.has_no_value(node.variable):
                self.undefined_name(node)
        elif self.known.is_undefined(node.variable):
            self.undefined_name(node)

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
        self.check_literal(node)
        self.type = certain_type(node.name)

    def check_literal(self, node):
        """Compare the fields of an ast.StructLiteral with those of its struct (decision 44)."""
        if self.known.is_missing_struct(node.name):
            self.missing_struct(node)
        members = self.known.structs.get(node.name, None)
        if members is None:
            return
        given = {}
        for i in range(len(node.names)):
            given[node.names[i]] = True
            if not members.has_field(node.names[i]):
                self.wrong_literal_field(node, i, members)
        missing = [name for name in members.required if name not in given]
        if len(missing) > 0:
            self.incomplete_literal(node, missing)

    def visit_variant(self, node):
        types = self.types_of(node.arguments)
        self.unknown_enum(node.enum_name, node)
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
                static.SAME_TYPES,
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
        self.gives_value(node.statement)
        node.statement.visit(self)
        self.type = any_type

    def gives_value(self, statement):
        raise NotImplementedError

    def visit_field(self, node):
        type = self.type_of(node.container)
        self.check_member(node, type)
        self.type = any_type
        if type.kind == NAMED:
            # What the declaration says of the field.
            self.type = self.known.field_type(type.name, node.name)

    def check_member(self, node, type):
        """Does what an ast.Field names exist in a container of this type?"""
        self.check_export(node, node.container, node.name)
        members = self.known.members(type)
        if members is not None and not members.has_field(node.name):
            self.unknown_member(node, node.name, node.container.end, type, False)

    def check_export(self, node, container, name):
        """Does the module that ``container`` may stand for export ``name``?  Returns its ExportedNames,
        None if that is not known."""
        if isinstance(container, ast.Name):
            facts = self.known.variables.find(container.variable)
            if facts is not None:
                exports = facts.value.exports
                if exports is not None and not exports.has(name):
                    self.unknown_export(node, name, container.end, container.name, exports)
                return exports
        return None

    def visit_optional_field(self, node):
        self.unknown_after([node.container])

    # ---- calls

    def visit_call(self, node):
        self._callee(node.callee)
        types = self.types_of(node.arguments)
        self.type = self.call(node.callee, node.arguments, types)

    def _callee(self, callee):
        """Visit what is called; names are looked at by ``call``."""
        if not isinstance(callee, ast.Name):
            callee.visit(self)

    def visit_method_call(self, node):
        type = self.type_of(node.receiver)
        types = self.types_of(node.arguments)
        self.type = self.method_call(node, node.receiver, type, node.name, node.arguments, types)

    def method_call(self, node, receiver, type, name, arguments, types):
        """The type of ``receiver.name(arguments)``, visited, where ``receiver`` is of this type;
        reports what is wrong with it."""
        exports = self.check_export(node, receiver, name)
        if exports is not None:
            function = exports.function(name)
            if function is not None:
                self.check_call(exported_signature(function), node, arguments, types, True)
        self.called_method = ''
        table = METHODS.get(type.library_word(), None)
        if table is not None:
            return self._library_method_call(node, receiver, table, name, arguments, types)
        members = self.known.members(type)
        if members is None:
            return any_type
        if not members.has(name):
            self.unknown_member(node, name, receiver.end, type, True)
            return any_type
        if members.changes(name):
            self._changing_call(receiver)
        signature = members.signature(name, self.known.declared_names)
        if signature is not None:
            self.called_method = '%s.%s' % (members.name, name)
            self.check_call(signature, node, arguments, types, type.is_certain)
        return any_type

    def _library_method_call(self, node, receiver, table, name, arguments, types):
        """``table``: the methods of the kind of the receiver; a dict may have a function instead."""
        if table is METHODS['dict']:
            return any_type
        w_method = table.get(name, None)
        if w_method is None:
            self.unknown_method(node, receiver, name, table)
            return any_type
        if w_method.changes_receiver:
            self._changing_call(receiver)
        signature = library_method_signature(w_method)
        self.check_call(signature, node, arguments, types, is_certain_value(receiver))
        return signature.result

    def _changing_call(self, receiver):
        """A method that changes its receiver must not be called on a constant."""
        if is_path(receiver):
            root = root_of(receiver)
            if root.variable.means_const():
                self.constant_change(root, root.name, receiver is not root)

    def visit_pipe(self, node):
        """``left`` is the first argument of what stands on the right."""
        first = self.type_of(node.left)
        right = node.right
        if isinstance(right, ast.Call):
            self._callee(right.callee)
            types = [first] + self.types_of(right.arguments)
            self.type = self.call(right.callee, [node.left] + right.arguments, types)
        elif isinstance(right, ast.MethodCall):
            type = self.type_of(right.receiver)
            types = [first] + self.types_of(right.arguments)
            self.type = self.method_call(right, right.receiver, type, right.name,
                                         [node.left] + right.arguments, types)
        else:
            self._callee(right)
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
        # The builtin, which is pure: nothing is certain of a function of the program.
        if signature.is_pure and signature.name == 'lines':
            self.check_lines(arguments)
        self.check_call(signature, callee, arguments, types, True)
        return signature.result

    def check_call(self, signature, node, arguments, types, is_certain):
        """Compare the arguments of a call with a Signature; ``node``: what a wrong number is reported
        at, ``is_certain``: it cannot be another function."""
        count = 0
        for argument in arguments:
            if isinstance(argument, ast.Spread):
                count = -1
                break
            count += 1
        if count >= 0:
            message = signature.count_error(count)
            if message != '':
                self.wrong_count(message, node, is_certain)
                return
        self.check_arguments(signature, arguments, types)
        if 0 <= signature.callback < count and not is_empty_array(arguments[0]):
            self.check_callback(signature, arguments[signature.callback])

    def check_callback(self, builtin, argument):
        """Does the function that a builtin calls take as many arguments as it gets?"""
        signature = None
        if isinstance(argument, ast.FunctionExpression):
            signature = function_signature(argument.function, self.known.declared_names)
        elif isinstance(argument, ast.Name):
            facts = self.known.variables.find(argument.variable)
            if facts is not None:
                signature = facts.value.signature
            elif argument.variable.is_builtin:
                signature = self.known.builtin_signature(argument.name)
        if signature is not None and signature.count_error(builtin.callback_count) != '':
            self.wrong_callback(builtin, signature, argument)

    def check_arguments(self, signature, arguments, types):
        """Compare types up to the first spread, behind which nobody knows the positions."""
        for i in range(len(arguments)):
            if isinstance(arguments[i], ast.Spread):
                return
            expected = signature.type_at(i)
            if not accepts(expected, types[i]):
                self.type_error("%s '%s' parameter %d expects %s but got %s" % (
                    signature.word, signature.name, i + 1, expected.text(), types[i].text()),
                    arguments[i], '', '')

    def signature_of(self, callee):
        """The Signature of a function that is called by its name, or None; reports unknown ones."""
        variable = callee.variable
        facts = self.known.variables.find(variable)
        if facts is not None:
            if facts.is_no_value():
                self.enum_as_value(callee)
            return facts.value.signature
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
        help = static.DECLARED_TYPE
        if what == 'constant':
            help = static.CONSTANT_TYPE
        self.type_error("Type mismatch: %s '%s' declared as %s but assigned %s" % (
            what, name, declared.text(), given.text()), node, help, '')


def is_empty_array(node):
    """Is there no item for which a builtin would call a function?"""
    return isinstance(node, ast.ArrayLiteral) and len(node.items) == 0


def wrapped_type(kind, inner):
    """The type of ``Ok(inner)`` and so on."""
    if kind == 'Ok':
        return result_type(inner, any_type)
    if kind == 'Err':
        return result_type(any_type, inner)
    return option_type(inner)


def is_certain_value(node):
    """Whether the type of an expression rests on more than what a variable or field is meant to
    hold."""
    return not isinstance(node, ast.Name) and not isinstance(node, ast.Field)
