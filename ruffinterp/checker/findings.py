"""The second pass over a program: what does not fit, as Diagnostics."""

from rpython.rlib.rstring import replace

from ruffinterp.checker.case_order import unreachable_cases
from ruffinterp.checker.effects import has_effects
from ruffinterp.checker.expressions import is_certain_value
from ruffinterp.checker.lost_changes import CAPTURED, LOOP, PARAMETER, SELF
from ruffinterp.checker.statements import StatementChecker
from ruffinterp.checker.types import CONTAINER, STRING, accepts
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints import running, static
from ruffinterp.diagnostics.hints.foreign_words import help_for_unbound
from ruffinterp.diagnostics.model import ERROR, WARNING, Diagnostic, Edit
from ruffinterp.diagnostics.suggestions import NameSuggestions, Suggestions, meant
from ruffinterp.objects.methods import help_for_method, is_changing_name
from ruffinterp.objects.namespace import missing_symbol_text
from ruffinterp.syntax import ast
from ruffinterp.syntax.ast_nodes import Node
from ruffinterp.syntax.tokens import WORDS


class ModuleUse(object):
    """An import.  ``names``: what it asks for, empty for the whole module.  ``is_guarded``: the
    program is prepared for its failure."""

    def __init__(self, name, names, node, is_guarded):
        self.name = name
        self.names = names
        self.start = node.start
        self.end = node.end
        self.is_guarded = is_guarded


class Place(Node):
    """A part of a node that is no node itself, as the name behind a dot."""

    def __init__(self, start, end):
        self.start = start
        self.end = end


class CheckPass(StatementChecker):
    """Collects ``findings`` [Diagnostic] and ``imports`` [ModuleUse], when everything is known.

    A finding of severity ERROR makes the program wrong, the others make it suspicious.
    ``giving_self`` is that of the LostChanges.
    """

    def __init__(self, known, source, giving_self):
        StatementChecker.__init__(self, known)
        self.source = source
        self.giving_self = giving_self
        self.findings = []
        self.imports = []
        self.name_suggestions = NameSuggestions(known.library_names() + WORDS)
        self.type_suggestions = Suggestions(known.type_names())
        self.enum_suggestions = Suggestions(known.enums.keys())
        self.struct_suggestions = Suggestions(known.declared_structs.keys())

    def _add(self, kind, message, node, help):
        """A warning at a node."""
        finding = Diagnostic(kind, message, self.source, node.start, node.end, help)
        finding.severity = WARNING
        self.findings.append(finding)
        return finding

    def _error(self, kind, message, node):
        """What cannot work when it is reached."""
        finding = self._add(kind, message, node, '')
        finding.severity = ERROR
        return finding

    def type_error(self, message, node, help, note):
        self._add(kinds.TYPE_ERROR, message, node, help).note = note

    def wrong_count(self, message, node, is_certain):
        """A call with a wrong number of arguments; nothing is certain of what is only annotated."""
        finding = self._add(kinds.ARGUMENT_COUNT, message, node, '')
        if is_certain:
            finding.severity = ERROR

    def undefined_function(self, node):
        finding = self._add(kinds.UNDEFINED_FUNCTION, "Undefined function '%s'" % node.name, node, '')
        finding.severity = ERROR
        self._explain_unbound(finding, node, True)
        finding.note = 'Function must be defined before it is called'

    # ---- names

    def undefined_name(self, node):
        finding = self._error(kinds.UNDEFINED_NAME, "Undefined variable: %s" % node.name, node)
        self._explain_unbound(finding, node, False)

    def _meant(self, name):
        """The name that was meant by one that is bound to nothing; ''."""
        own = []
        if self.name_suggestions.has_given_up():
            return ''
        scope = self.scope
        while scope is not None:
            for variable in scope.variables:
                own.append(variable.name)
            scope = scope.parent
        return self.name_suggestions.find(name, own)

    def _explain_unbound(self, finding, node, is_called):
        """Help for a name that is bound to nothing, or what was meant by it."""
        name = node.name
        finding.help = help_for_unbound(name)
        if finding.help == '' and self.known.is_block_variable(name, self.scope):
            finding.help = running.IN_BLOCK % name
        if finding.help == '' and is_called:
            finding.help = help_for_method(name)
        if finding.help == '':
            meant_name = self._meant(name)
            finding.suggest_name(meant_name, Edit(node.start, node.end, meant_name))

    def enum_as_value(self, node):
        finding = self._error(kinds.UNDEFINED_NAME, "Undefined variable: %s" % node.name, node)
        finding.help = running.ENUM_AS_VALUE % (node.name, node.name)

    def constant_change(self, target, name, is_part):
        change = 'reassign'
        if is_part:
            change = 'mutate'
        self._error(kinds.CONSTANT_CHANGE, 'Cannot %s const binding: %s' % (change, name),
                    target).help = static.LET

    def unknown_enum(self, enum_name, node):
        """A variant of an enum that nobody declares is a value like any other; a misspelled one is
        not meant."""
        if enum_name in self.known.enums or enum_name in self.known.imported_names:
            return
        place = Place(node.start, node.start + len(enum_name))
        if enum_name in self.known.declared_structs:
            self._add(kinds.UNKNOWN_ENUM, "'%s' is a struct, no enum" % enum_name, place,
                      static.STRUCT_LITERAL % enum_name)
            return
        name = self.enum_suggestions.find(enum_name)
        if name != '':
            self._add(kinds.UNKNOWN_ENUM, "There is no enum '%s'" % enum_name, place, '') \
                .suggest_name(name, Edit(place.start, place.end, name))

    # ---- members

    def _part(self, node, name, behind):
        """The Place of a name in a node, behind an offset."""
        start = find_between(self.source.text, name, behind, node.end)
        if start < 0:
            return Place(node.start, node.end)
        return Place(start, start + len(name))

    def unknown_member(self, node, name, behind, type, is_call):
        members = self.known.members(type)
        place = self._part(node, name, behind)
        what = 'field'
        candidates = members.fields
        if is_call:
            what = 'method'
            candidates = members.names()
        finding = self._error(kinds.UNKNOWN_MEMBER, "%s has no %s '%s'" % (
            members.name, what, name), place)
        if not type.is_certain:
            finding.severity = WARNING
        if name in members.methods:
            finding.help = static.METHOD_CALL % name
            return
        found = meant(name, candidates)
        finding.suggest_name(found, Edit(place.start, place.end, found))
        if found == '' and not is_call:
            finding.note = 'Its fields: %s.' % ', '.join(members.fields)

    def unknown_method(self, node, receiver, name, table):
        place = self._part(node, name, receiver.end)
        finding = self._add(kinds.UNKNOWN_MEMBER, "There is no method '%s'" % name, place, '')
        if is_certain_value(receiver):
            finding.severity = ERROR
        found = meant(name, table.keys())
        finding.suggest_name(found, Edit(place.start, place.end, found))

    def unknown_export(self, node, name, behind, module, exports):
        place = self._part(node, name, behind)
        finding = self._error(kinds.UNKNOWN_EXPORT, missing_symbol_text(name, module), place)
        found = meant(name, exports.names)
        finding.suggest_name(found, Edit(place.start, place.end, found))

    def wrong_literal_field(self, node, index, members):
        name = node.names[index]
        place = Place(node.start, node.end)
        found_at = self._field_name(node, index)
        if found_at >= 0:
            place = Place(found_at, found_at + len(name))
        finding = self._error(kinds.UNKNOWN_MEMBER, "%s has no field '%s'" % (
            members.name, name), place)
        found = meant(name, members.fields)
        finding.suggest_name(found, Edit(place.start, place.end, found))

    def _field_name(self, node, index):
        """The offset of a field in an ast.StructLiteral, -1 if it is not to be found."""
        start = node.start
        end = node.values[index].start
        assert start >= 0
        assert end >= 0
        return self.source.text.rfind(node.names[index], start, end)

    def incomplete_literal(self, node, missing):
        quoted = ["'%s'" % name for name in missing]
        what = 'a value'
        if len(missing) > 1:
            what = 'values'
        self._error(kinds.INCOMPLETE_LITERAL, '%s needs %s for %s' % (
            node.name, what, ', '.join(quoted)), Place(node.start, node.start + len(node.name)))

    def missing_struct(self, node):
        place = Place(node.start, node.start + len(node.name))
        finding = self._error(kinds.UNKNOWN_MEMBER, "There is no struct '%s'" % node.name, place)
        found = self.struct_suggestions.find(node.name)
        finding.suggest_name(found, Edit(place.start, place.end, found))

    # ---- calls

    def wrong_callback(self, builtin, function, node):
        taken = 'at least %d' % function.minimum
        if function.minimum == function.maximum:
            taken = str(function.minimum)
        elif function.maximum >= 0:
            taken = '%d-%d' % (function.minimum, function.maximum)
        place = Place(node.start, node.end)
        if isinstance(node, ast.FunctionExpression):
            place.end = self._head_end(node)
        self._error(kinds.ARGUMENT_COUNT, "'%s' calls its function with %s, but it takes %s" % (
            builtin.name, counted_arguments(builtin.callback_count), taken), place)

    def _head_end(self, node):
        """The offset behind the parameters of an ast.FunctionExpression."""
        start = node.start
        for parameter in node.function.parameters:
            start = parameter.end
        end = find_between(self.source.text, ')', start, node.end)
        if end < 0:
            return node.end
        return end + 1

    # ---- habits

    def unquoted_key(self, node):
        key = node.key
        assert isinstance(key, ast.StringLiteral)
        name = key.value
        self._add(kinds.UNQUOTED_KEY, "The key '%s' is the text \"%s\", not the variable '%s'" % (
            name, name, name), key, static.UNQUOTED_KEY % (name, name))

    def unquoted_case(self, pattern, enum_name):
        name = pattern.name
        what = "the variable '%s'" % name
        help = static.UNQUOTED_CASE % (name, name)
        if enum_name != '':
            what = 'the variant of %s' % enum_name
            help = static.UNQUOTED_VARIANT % (enum_name, name)
        self._add(kinds.UNQUOTED_KEY, "The case '%s' is the text \"%s\", not %s" % (
            name, name, what), pattern, help)

    def unused_call_result(self, call):
        callee = call.callee
        if not isinstance(callee, ast.Name):
            return
        variable = callee.variable
        facts = self.known.variables.find(variable)
        if facts is not None:
            if facts.value.is_async:
                self._unawaited(callee)
        elif variable.is_builtin:
            signature = self.known.builtin_signature(callee.name)
            if signature is not None:
                self._unused_builtin_result(call, callee, signature)

    def _unawaited(self, callee):
        self._add(kinds.UNAWAITED_PROMISE, 'Nobody awaits the promise that %s() gives' % callee.name,
                  callee, static.AWAIT % callee.name)

    def _unused_builtin_result(self, call, callee, signature):
        name = callee.name
        if signature.target != '' and len(call.arguments) > 0:
            self._unchanged(callee, call.arguments[0], signature)
        elif self.try_depth == 0 and signature.is_pure:
            # In a try it may be called for its error.
            self._add(kinds.UNUSED_RESULT, '%s() only gives a result, which is not used' % name, callee, '')

    def _unchanged(self, callee, argument, signature):
        """A call that gives a container in place of its argument."""
        name = callee.name
        kept = 'x'
        changed = 'its argument'
        if isinstance(argument, ast.Name):
            kept = argument.name
            changed = "'%s'" % kept
        further = '' if signature.maximum == 1 else ', ...'
        help = static.KEEP_RESULT % (
            replace(signature.target, '%', kept), name, kept, further)
        self._add(kinds.UNUSED_RESULT, '%s() leaves %s as it is, and its result is not used' % (
            name, changed), callee, help)

    def unused_method_result(self, call, receiver):
        name = call.name
        place = self._part(call, name, call.receiver.end)
        if self.called_method in self.giving_self:
            self._add(kinds.LOST_CHANGE, 'The changed struct that %s() gives is not used' % (
                self.called_method), place, kept_result(call.receiver, name))
        elif receiver.kind == STRING or receiver.kind == CONTAINER:
            signature = self.known.builtin_signature(name)
            if signature is not None and signature.is_pure and \
                    not is_changing_name(name) and len(signature.types) > 0 and \
                    signature.types[0].is_known() and accepts(signature.types[0], receiver):
                self._add(kinds.UNUSED_RESULT, '%s() only gives a result, which is not used' % name,
                          place, kept_result(call.receiver, name))

    def unused_value(self, node):
        """An expression statement that does nothing; in a try it may be there for its error."""
        if isinstance(node, ast.Name) and self.known.is_undefined(node.variable):
            return
        if self.try_depth == 0 and not has_effects(node, self.known):
            finding = self._add(kinds.UNUSED_RESULT, 'This value is not used', node,
                                static.UNUSED_VALUE)
            if isinstance(node, ast.Binary) and node.operator == '==':
                target = node.left
                if isinstance(target, ast.Name):
                    finding.help = running.COMPARED % target.name

    def check_lines(self, arguments):
        if len(arguments) == 1:
            argument = arguments[0]
            if isinstance(argument, ast.StringLiteral) and looks_like_path(argument.value):
                self._add(kinds.PATH_AS_TEXT, 'lines() splits this text; it reads no file', argument,
                          static.FILE_LINES)

    def case_order(self, match):
        for case in unreachable_cases(match):
            finding = self._add(kinds.UNREACHABLE_CASE, 'Nothing is left for this case', case.node, '')
            finding.add_secondary(case.earlier.start, case.earlier.end, 'takes it all')

    def lost_change(self, change):
        """Report a LostChange."""
        name = change.name
        if change.kind == PARAMETER:
            reason = 'it is a copy of the argument'
            help = static.CHANGED_PARAMETER
        elif change.kind == LOOP:
            reason = 'it is a copy of the item'
            items = 'xs'
            source = change.source
            if isinstance(source, ast.Name):
                items = source.name
            help = static.CHANGED_ITEM % (items, items)
        elif change.kind == SELF:
            reason = 'it is a copy'
            help = static.CHANGED_SELF
        elif change.kind == CAPTURED:
            reason = 'a function expression has a copy of its own'
            help = static.CHANGED_CAPTURE
        else:
            reason = 'a task has a copy of its own'
            help = static.CHANGED_IN_TASK
        self._add(kinds.LOST_CHANGE, "The change of '%s' is lost: %s" % (name, reason),
                  change.target, help)

    def annotation(self, annotation):
        name = annotation.name
        if not self.known.is_type_name(name):
            finding = self._add(kinds.TYPE_ERROR, "Unknown type '%s'" % name, annotation, '')
            finding.severity = ERROR
            known = self.type_suggestions.find(name)
            finding.suggest_name(known, Edit(
                annotation.start, annotation.start + len(name), known))
        for argument in annotation.arguments:
            self.annotation(argument)

    def use_module(self, name, names, node):
        self.imports.append(ModuleUse(name, names, node, self.try_depth > 0))


def find_between(text, part, start, end):
    """The offset of ``part`` between two offsets, -1 without one."""
    assert start >= 0
    assert end >= 0
    return text.find(part, start, end)


def counted_arguments(count):
    if count == 1:
        return '1 argument'
    return '%d arguments' % count


def kept_result(receiver, method):
    """How the result of a method takes the place of what it is called on."""
    name = 'x'
    if isinstance(receiver, ast.Name):
        name = receiver.name
    return static.KEEP_METHOD_RESULT % (name, name, method)


def looks_like_path(text):
    """Does a text name a file: with a slash or a dot in it, and no blanks?"""
    for c in text:
        if c == ' ' or c == '\n' or c == '\r' or c == '\t':
            return False
    dot = text.rfind('.')
    return text.rfind('/') >= 0 or 0 < dot < len(text) - 1
