"""Code for patterns: destructuring (language.md 5.6), the cases of ``match`` (8.3)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.syntax import ast


class PatternCompiler(object):

    def __init__(self, function):
        self.builder = function.builder
        self.bound = function.bound
        self.expressions = function.expressions
        self.variables = function.variables

    # ---- destructuring

    def destructure(self, pattern, value, declares):
        """``pattern := value``: the parts are kept.  ``declares``: the variables are new."""
        if isinstance(pattern, ast.NamePattern):
            self._destructure_name(pattern, value, declares)
            return
        whole = self.expressions.compile(value)
        register = whole.register
        for variable in pattern_variables(pattern):
            register = self.apart(register, variable)
        self.bind(pattern, register, int(whole.owned), declares)

    def apart(self, operand, root):
        """The register of ``root`` is about to be replaced: save a value that is the root itself."""
        if operand >= 0 and operand == root.register:
            copy = self.builder.new_temporary()
            self.builder.emit(opcodes.MOVE, [copy, operand])
            return copy
        return operand

    def _destructure_name(self, pattern, value, declares):
        variable = pattern.variable
        if variable is None:
            self.expressions.compile(value)
        elif declares and variable.needs_cell():
            operand = self.expressions.compile_kept(value)
            self.builder.at(pattern)
            self._bind_part(variable, operand, True)
        elif self.variables.is_direct(variable):
            self.expressions.compile_kept_into(value, variable.register)
            self.bound.add(variable)
        else:
            operand = self.expressions.compile_kept(value)
            self.builder.at(pattern)
            self.variables.bind(variable, operand)

    def bind(self, pattern, operand, owned, declares):
        """Bind the variables of a pattern to the parts of the value in ``operand``."""
        self.builder.at(pattern)
        if isinstance(pattern, ast.NamePattern):
            if pattern.variable is not None:
                self._bind_part(pattern.variable, operand, declares)
        elif isinstance(pattern, ast.ArrayPattern):
            for i in range(len(pattern.items)):
                self._bind_item(pattern.items[i], operand, i, owned, declares)
            if pattern.rest_variable is not None:
                part = self.builder.new_temporary()
                self.builder.emit(opcodes.REST_OF_ARRAY, [part, operand, len(pattern.items)])
                self._bind_part(pattern.rest_variable, part, declares)
        elif isinstance(pattern, ast.DictPattern):
            self._bind_keys(pattern, operand, owned, declares)

    def _bind_item(self, item, operand, index, owned, declares):
        if isinstance(item, ast.NamePattern) and item.variable is None:
            return
        base = self.builder.live_temporaries
        part = self.builder.new_temporary()
        self.builder.emit(opcodes.ITEM_OR_NULL, [part, operand, index, owned])
        self.bind(item, part, 1, declares)
        self.builder.live_temporaries = base

    def _bind_keys(self, pattern, operand, owned, declares):
        names = []
        base = self.builder.live_temporaries
        for i in range(len(pattern.names)):
            name = self.builder.name_operand(pattern.names[i])
            names.append(name)
            variable = pattern.variables[i]
            if variable is not None:
                part = self.builder.new_temporary()
                self.builder.emit(opcodes.KEY_OR_NULL, [part, operand, name, owned])
                self._bind_part(variable, part, declares)
                self.builder.live_temporaries = base
        if pattern.rest_variable is not None:
            part = self.builder.new_temporary()
            self.builder.emit(opcodes.REST_OF_DICT, [part, operand, len(names)] + names)
            self._bind_part(pattern.rest_variable, part, declares)
            self.builder.live_temporaries = base

    def _bind_part(self, variable, operand, declares):
        if declares:
            self.variables.declare(variable)
        self.variables.bind(variable, operand)

    # ---- cases

    def test(self, pattern, subject, otherwise):
        """Jump to the label ``otherwise`` unless the subject matches the pattern of a case."""
        self.builder.at(pattern)
        if isinstance(pattern, ast.LiteralCase):
            constant = self._literal_constant(pattern)
            self.builder.emit(opcodes.JUMP_UNLESS_LITERAL, [subject, ~constant, otherwise])
        elif isinstance(pattern, ast.TagCase):
            text = pattern.name
            if pattern.enum_name != '':
                text = '%s::%s' % (pattern.enum_name, pattern.name)
            self.builder.emit(opcodes.JUMP_UNLESS_TAG, [
                subject, self.builder.tag_operand(text), otherwise])

    def _literal_constant(self, pattern):
        value = pattern.value
        if isinstance(value, ast.IntLiteral):
            if pattern.negative and value.digits != '0':
                return self.builder.int_constant('-' + value.digits)
            return self.builder.int_constant(value.digits)
        if isinstance(value, ast.FloatLiteral):
            if pattern.negative:
                return self.builder.float_constant(-value.value)
            return self.builder.float_constant(value.value)
        if isinstance(value, ast.StringLiteral):
            return self.builder.string_constant(value.value)
        if isinstance(value, ast.BoolLiteral):
            return self.builder.bool_constant(value.value)
        return self.builder.null_constant()

    def bind_payload(self, pattern, subject, owned):
        """Bind what a case names of the variant's content."""
        if not isinstance(pattern, ast.TagCase):
            return
        for i in range(len(pattern.variables)):
            if pattern.variables[i] is not None:
                self._bind_payload_item(pattern.variables[i], subject, i, owned)
        for i in range(len(pattern.extra_variables)):
            self._bind_payload_item(pattern.extra_variables[i], subject,
                                    pattern.extra_indexes[i], owned)

    def _bind_payload_item(self, variable, subject, index, owned):
        part = self.builder.new_temporary()
        self.builder.emit(opcodes.PAYLOAD, [part, subject, index, owned])
        if variable.outer is not None:
            # Without payload the name means what it means outside (decision 29).
            is_bound = self.builder.new_label()
            self.builder.emit(opcodes.JUMP_IF_BOUND, [part, is_bound])
            self.variables.keep_local_or_unbound(variable.outer, part)
            self.builder.place(is_bound)
        self.variables.declare(variable)
        self.variables.bind_or_unbind(variable, part)


def pattern_variables(pattern):
    """The variables that a pattern assigns; list of Variable."""
    found = []
    _add_pattern_variables(pattern, found)
    return found


def _add_pattern_variables(pattern, found):
    if isinstance(pattern, ast.NamePattern):
        if pattern.variable is not None:
            found.append(pattern.variable)
    elif isinstance(pattern, ast.ArrayPattern):
        for item in pattern.items:
            _add_pattern_variables(item, found)
        if pattern.rest_variable is not None:
            found.append(pattern.rest_variable)
    elif isinstance(pattern, ast.DictPattern):
        for variable in pattern.variables:
            if variable is not None:
                found.append(variable)
        if pattern.rest_variable is not None:
            found.append(pattern.rest_variable)
