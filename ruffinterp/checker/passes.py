"""The two passes over a program: what is declared, and what does not fit."""

from rpython.rlib.rstring import replace

from ruffinterp.checker.signatures import function_signature
from ruffinterp.checker.statements import StatementChecker
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import ERROR, WARNING, Diagnostic, Edit
from ruffinterp.diagnostics.suggestions import Suggestions
from ruffinterp.syntax import ast


class DeclarationPass(StatementChecker):
    """Fills the Environment, so that declarations count wherever they stand in the text."""

    def bind(self, variable, type, origin):
        self.known.variables.bind(variable, type, origin)

    def bind_anything(self, variable):
        self.known.variables.bind_anything(variable)

    def bind_function(self, variable, function):
        self.known.variables.bind_function(
            variable, function_signature(function, self.known.declared_names))

    def bind_pattern(self, pattern):
        if isinstance(pattern, ast.NamePattern):
            self.bind_anything(pattern.variable)
        elif isinstance(pattern, ast.ArrayPattern):
            for item in pattern.items:
                if not isinstance(item, ast.PathPattern):
                    self.bind_pattern(item)
            self.bind_anything(pattern.rest_variable)
        elif isinstance(pattern, ast.DictPattern):
            for variable in pattern.variables:
                self.bind_anything(variable)
            self.bind_anything(pattern.rest_variable)

    def assign(self, variable):
        self.known.variables.assign(variable)

    def declare_struct(self, node):
        self.known.add_fields(node)

    def use_module(self, name, names, node):
        exports = self.known.add_module(name)
        for imported in names:
            self.known.imported_names[imported] = True
        if exports is None and len(names) == 0:
            self.known.knows_all_names = False


class ModuleUse(object):
    """An import.  ``names``: what it asks for, empty for the whole module.  ``is_guarded``: the
    program is prepared for its failure."""

    def __init__(self, name, names, node, is_guarded):
        self.name = name
        self.names = names
        self.start = node.start
        self.end = node.end
        self.is_guarded = is_guarded


class CheckPass(StatementChecker):
    """Collects ``findings`` [Diagnostic] and ``imports`` [ModuleUse], when everything is known.

    A finding of severity ERROR makes the program wrong, the others make it suspicious.
    """

    def __init__(self, known, source):
        StatementChecker.__init__(self, known)
        self.source = source
        self.findings = []
        self.imports = []
        self.function_suggestions = Suggestions(known.function_names())
        self.type_suggestions = Suggestions(known.type_names())

    def _add(self, kind, message, node, help):
        finding = Diagnostic(kind, message, self.source, node.start, node.end, help)
        finding.severity = WARNING
        self.findings.append(finding)
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
        name = self.function_suggestions.find(node.name)
        finding.suggest_name(name, Edit(node.start, node.end, name))
        finding.note = 'Function must be defined before it is called'

    def unquoted_key(self, node):
        key = node.key
        assert isinstance(key, ast.StringLiteral)
        name = key.value
        self._add(kinds.UNQUOTED_KEY, "The key '%s' is the text \"%s\", not the variable '%s'" % (
            name, name, name), key, 'Write (%s) for the value, or "%s" for the text' % (name, name))

    def unused_result(self, callee, argument, target):
        name = callee.name
        kept = 'x'
        changed = 'its argument'
        if isinstance(argument, ast.Name):
            kept = argument.name
            changed = "'%s'" % kept
        further = '' if self.known.builtin_signature(name).maximum == 1 else ', ...'
        help = 'Write  %s := %s(%s%s)' % (replace(target, '%', kept), name, kept, further)
        self._add(kinds.UNUSED_RESULT, '%s() leaves %s as it is, and its result is not used' % (
            name, changed), callee, help)

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
