"""Code for patterns: destructuring (language.md 5.6), the cases of ``match`` (8.3)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.builder import NO_REGISTER
from ruffinterp.syntax import ast


class Part(object):
    """A part of a value that is kept in the register ``operand``, and where it goes: ``variable``,
    or the ast.Expression ``path`` if that is None."""

    def __init__(self, variable, path, operand):
        self.variable = variable
        self.path = path
        self.operand = operand


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
        self.bind(pattern, register, int(whole.owned), declares, False)

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

    def bind(self, pattern, operand, owned, declares, may_be_key):
        """Bind the variables of a pattern to the parts of the value in ``operand``."""
        self._check(pattern, operand, may_be_key)
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

    def _check(self, pattern, operand, may_be_key):
        """Raise the error for a value that the pattern cannot take apart (decision 46)."""
        self.builder.at(pattern)
        if isinstance(pattern, ast.ArrayPattern):
            self.builder.emit(opcodes.CHECK_ARRAY, [operand, int(may_be_key)])
        elif isinstance(pattern, ast.DictPattern):
            self.builder.emit(opcodes.CHECK_FIELDS, [operand])

    def _bind_item(self, item, operand, index, owned, declares):
        if isinstance(item, ast.NamePattern) and item.variable is None:
            return
        base = self.builder.live_temporaries
        part = self.builder.new_temporary()
        self.builder.emit(opcodes.ITEM_OR_NULL, [part, operand, index, owned])
        self.bind(item, part, 1, declares, False)
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

    def bind_loop_item(self, pattern, operand, may_be_key):
        """Bind the pattern of a ``for`` to an item, which may be the key of a dict."""
        self.bind(pattern, operand, 0, True, may_be_key)

    def _bind_part(self, variable, operand, declares):
        if declares:
            self.variables.declare(variable)
            self.variables.bind(variable, operand)
        else:
            self.variables.store(variable, operand)

    # ---- patterns with paths (decision 51)

    def take_apart(self, pattern, operand, owned, parts):
        """Read all parts of a value before any of them is stored; appends to ``parts``, a list of
        Part."""
        self._check(pattern, operand, False)
        if isinstance(pattern, ast.NamePattern):
            if pattern.variable is not None:
                parts.append(Part(pattern.variable, None, operand))
        elif isinstance(pattern, ast.PathPattern):
            parts.append(Part(None, pattern.path, operand))
        elif isinstance(pattern, ast.ArrayPattern):
            for i in range(len(pattern.items)):
                part = self.builder.new_temporary()
                self.builder.emit(opcodes.ITEM_OR_NULL, [part, operand, i, owned])
                self.take_apart(pattern.items[i], part, 1, parts)
                self.builder.at(pattern)
            if pattern.rest_variable is not None:
                part = self.builder.new_temporary()
                self.builder.emit(opcodes.REST_OF_ARRAY, [part, operand, len(pattern.items)])
                parts.append(Part(pattern.rest_variable, None, part))
        elif isinstance(pattern, ast.DictPattern):
            self._take_fields(pattern, operand, owned, parts)

    def _take_fields(self, pattern, operand, owned, parts):
        names = []
        for i in range(len(pattern.names)):
            name = self.builder.name_operand(pattern.names[i])
            names.append(name)
            if pattern.variables[i] is not None:
                part = self.builder.new_temporary()
                self.builder.emit(opcodes.KEY_OR_NULL, [part, operand, name, owned])
                parts.append(Part(pattern.variables[i], None, part))
        if pattern.rest_variable is not None:
            part = self.builder.new_temporary()
            self.builder.emit(opcodes.REST_OF_DICT, [part, operand, len(names)] + names)
            parts.append(Part(pattern.rest_variable, None, part))

    # ---- cases

    def test(self, pattern, subject, otherwise):
        """Jump to the label ``otherwise`` unless the subject matches the pattern of a case."""
        self.builder.at(pattern)
        if isinstance(pattern, ast.LiteralCase):
            self.builder.emit(opcodes.JUMP_UNLESS_VALUE, [
                subject, self._literal_constant(pattern), otherwise])
        elif isinstance(pattern, ast.TagCase) and pattern.constant is not None:
            value = self.variables.load(pattern.constant, NO_REGISTER)
            self.builder.emit(opcodes.JUMP_UNLESS_VALUE, [subject, value.register, otherwise])
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
        """Bind what a case names of the variant's content, or the subject."""
        if isinstance(pattern, ast.LetCase):
            if pattern.variable is not None:
                part = self.builder.new_temporary()
                self.builder.emit(opcodes.MOVE_OR_UNBOUND, [part, subject])
                self.builder.emit(opcodes.KEEP, [part])
                self._bind_part(pattern.variable, part, True)
            return
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


def has_path(pattern):
    """Whether a part goes to a path."""
    if isinstance(pattern, ast.ArrayPattern):
        for item in pattern.items:
            if has_path(item):
                return True
    return isinstance(pattern, ast.PathPattern)


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
