"""The Diagnostic of an error of a running program (tooling.md 9.1, 9.4).

Help, suggestion and note are found out when the error is reported, so that an error that is caught
costs nothing.
"""

from ruffinterp.compiler.visible_names import visible_names
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints import foreign_names, running
from ruffinterp.diagnostics.hints.foreign_words import help_for_unbound
from ruffinterp.diagnostics.model import Diagnostic, Edit, Suggestion
from ruffinterp.diagnostics.spelling import nearest
from ruffinterp.diagnostics.suggestions import NameSuggestions
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.base import W_Root
from ruffinterp.objects.booleans import W_Null
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.error_value import is_error_value
from ruffinterp.objects.errors import (
    BadIndex, MissingName, ModuleFault, NeverAwaited, Operands, UnknownName, Unsuitable,
    WrongArgument)
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.methods import help_for_method
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.promise import W_Promise
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct, W_StructDefinition
from ruffinterp.syntax.tokens import WORDS
from ruffinterp.text.characters import identifier_end
from ruffinterp.vm.methods import method_names

# A dict with more keys is data rather than a record.
MOST_KEYS = 1000

# Fields that the help for a call of a struct shows.
SHOWN_FIELDS = 4


def explained(error, module):
    """The Diagnostic for a RuffError.

    ``module``: what visible_names.py wants to know of the program.
    """
    subject = error.subject
    if isinstance(subject, NeverAwaited):
        subject = subject.inner
    diagnostic = diagnostic_at(error, subject)
    explain(diagnostic, subject, module)
    if isinstance(error.subject, NeverAwaited):
        diagnostic.add_note(running.NEVER_AWAITED)
    return diagnostic


def diagnostic_at(error, subject):
    """The Diagnostic for a RuffError where it was raised, without an explanation."""
    if isinstance(subject, ModuleFault):
        fault = subject.diagnostic
        diagnostic = Diagnostic(error.kind, error.message, fault.source, fault.primary.start,
                                fault.primary.end)
        diagnostic.secondary = fault.secondary
        diagnostic.help = fault.help
        diagnostic.note = fault.note
        diagnostic.suggestion = fault.suggestion
        return diagnostic
    entry = error.innermost_entry()
    if entry is None:
        return Diagnostic(error.kind, error.message, None, 0, 0)
    code = entry.code
    return Diagnostic(error.kind, error.message, code.source, code.start_offset(entry.pc),
                      code.end_offset(entry.pc))


def explain(diagnostic, subject, module):
    """Add what helps; ``subject``: what the error is about, a Subject or None."""
    if isinstance(subject, MissingName):
        if subject.w_holder is not None:
            explain_member(diagnostic, subject.name, subject.w_holder, module)
        elif diagnostic.source is not None:
            explain_variable(diagnostic, subject.name, module)
        return
    if isinstance(subject, UnknownName):
        found = nearest(subject.name, subject.candidates)
        diagnostic.suggest_name(found, edit_of(diagnostic, '', subject.name, found))
        return
    if isinstance(subject, Unsuitable):
        diagnostic.help = help_for_value(subject.w_left) or help_for_value(subject.w_right)
    if diagnostic.help == '':
        explain_kind(diagnostic, subject)


# ---- the text around the place

def text_behind(diagnostic, length):
    """The text that follows the place, without the blanks before it."""
    text = diagnostic.source.text
    start = diagnostic.primary.end
    while start < len(text) and (text[start] == ' ' or text[start] == '\t'):
        start += 1
    end = start + length
    if end > len(text):
        end = len(text)
    assert start >= 0
    assert end >= start
    return text[start:end]


def find_in_place(diagnostic, part):
    """The byte offset of the last ``part`` in the text of the place, -1 without one."""
    start = diagnostic.primary.start
    end = diagnostic.primary.end
    assert start >= 0
    assert end >= start
    return diagnostic.source.text.rfind(part, start, end)


def begins_line(diagnostic):
    """Is there nothing but blanks before the place on its line?"""
    text = diagnostic.source.text
    position = diagnostic.primary.start
    while position > 0 and text[position - 1] != '\n' and text[position - 1] != '\r':
        position -= 1
        if text[position] != ' ' and text[position] != '\t':
            return False
    return True


def edit_of(diagnostic, before, name, replacement):
    """The Edit that replaces a name behind the text ``before``; None if it is not to be found."""
    if diagnostic.source is None:
        return None
    position = find_in_place(diagnostic, before + name)
    if position < 0:
        return None
    position += len(before)
    return Edit(position, position + len(name), replacement)


# ---- variables

def explain_variable(diagnostic, name, module):
    """Help for a variable without a value."""
    help = help_for_unbound(name)
    if help == '' and text_behind(diagnostic, 2) == '==' and begins_line(diagnostic):
        help = running.COMPARED % name
    if help == '' and text_behind(diagnostic, 1) == '(':
        help = help_for_method(name)
    if help != '':
        diagnostic.help = help
        return
    visible = visible_names(diagnostic.source, module, name, diagnostic.primary.start)
    if visible.is_enum:
        explain_enum(diagnostic, name)
        return
    if name in visible.names and not visible.is_target:
        diagnostic.help = running.VALUE_LATER % name
        return
    if visible.in_block:
        diagnostic.help = running.IN_BLOCK % name
        return
    found = NameSuggestions(module.builtin_names() + WORDS).find(name, visible.names.keys())
    diagnostic.suggest_name(found, edit_of(diagnostic, '', name, found))
    if found == '' and name in visible.names:
        diagnostic.help = running.VALUE_LATER % name


def explain_enum(diagnostic, name):
    """Help for the name of an enum as a value, most often ``Enum.Variant``."""
    text = diagnostic.source.text
    dot = diagnostic.primary.start + len(name)
    if dot < len(text) and text[dot] == '.':
        end = identifier_end(text, dot + 1, len(text))
        start = dot + 1
        assert start >= 0
        assert end >= start
        variant = text[start:end]
        diagnostic.suggestion = Suggestion(running.VARIANT % (name, variant),
                                           Edit(dot, dot + 1, '::'))
        return
    diagnostic.help = running.ENUM_AS_VALUE % (name, name)


# ---- members

def explain_member(diagnostic, name, w_holder, module):
    """Help for a field, method, key or export that a value does not have."""
    candidates = member_names(w_holder)
    if is_called(diagnostic, name):
        candidates = candidates + method_names(w_holder.type_name())
    found = nearest(name, candidates)
    edit = edit_of(diagnostic, '.', name, found)
    if edit is None:
        edit = edit_of(diagnostic, '"', name, found)
    diagnostic.suggest_name(found, edit)
    if isinstance(w_holder, W_Struct):
        if found == '' and is_error_value(w_holder):
            diagnostic.help = running.THROWN_VALUE % name
        return
    if isinstance(w_holder, W_Namespace):
        return
    if diagnostic.source is not None and found == '':
        explain_part(diagnostic, name, w_holder, module)
    if not isinstance(w_holder, W_Dict):
        diagnostic.note = running.TYPE % ('value', w_holder.type_name())


def member_names(w_holder):
    """What might have been meant: the names of fields, methods, exports and keys."""
    if isinstance(w_holder, W_Struct):
        candidates = w_holder.shape().names[:]
        for method in w_holder.struct_type().methods:
            candidates.append(method)
        return candidates
    candidates = []
    if isinstance(w_holder, W_Namespace):
        for export in w_holder.indices:
            candidates.append(export)
    elif isinstance(w_holder, W_Dict):
        candidates = string_keys(w_holder)
    return candidates


def is_called(diagnostic, name):
    """Is the place about ``value.name(...)``?"""
    return diagnostic.source is not None and find_in_place(diagnostic, '.' + name + '(') >= 0


def explain_part(diagnostic, name, w_holder, module):
    """A key of a dict, ``value.length``, or ``value.f()`` where ``f(value)`` is meant."""
    if not is_called(diagnostic, name):
        if isinstance(w_holder, W_Dict):
            diagnostic.help = running.MAYBE_MISSING_KEY
        else:
            diagnostic.help = help_for_unbound(name)
        return
    functions = module.builtin_names()
    if name in functions:
        diagnostic.help = running.FUNCTION_NOT_METHOD % (name, name)
        return
    known = foreign_names.known_as(name, functions)
    if known != '':
        diagnostic.help = running.FUNCTION_INSTEAD % known
        return
    diagnostic.help = help_for_unbound(name)
    if diagnostic.help == '':
        diagnostic.suggest_name(nearest(name, functions), None)


def string_keys(w_dict):
    """The string keys of a dict that is no more than a record."""
    keys = []
    if w_dict.length() <= MOST_KEYS:
        w_keys = w_dict.keys_w()
        for i in range(w_keys.length()):
            w_key = w_keys.get(i)
            if isinstance(w_key, W_Str):
                keys.append(w_key.text())
    return keys


# ---- kinds of errors that a frequent slip leads to

def help_for_value(w_value):
    """Help for a value of a kind that holds other values and is mistaken for them."""
    if isinstance(w_value, W_Promise):
        return running.PROMISE
    if isinstance(w_value, W_Iterator):
        return running.ITERATOR
    return ''


def explain_kind(diagnostic, subject):
    """Add what is known of an error of this kind."""
    kind = diagnostic.kind
    if kind is kinds.MISSING_KEY:
        diagnostic.help = running.MAYBE_MISSING_KEY
    elif isinstance(subject, BadIndex):
        diagnostic.note = running.EMPTY
        if subject.length > 0:
            diagnostic.note = running.ITEM_COUNT % subject.length
    elif isinstance(subject, Operands):
        explain_operands(diagnostic, subject)
    elif isinstance(subject, WrongArgument):
        if subject.position > 0:
            diagnostic.note = running.ARGUMENT_TYPE % (
                subject.position, subject.w_left.type_name())
    elif isinstance(subject, Unsuitable):
        part = running.TYPED_PARTS[kind.number]
        if part != '':
            diagnostic.note = running.TYPE % (part, subject.w_left.type_name())
        explain_value(diagnostic, subject.w_left)


def explain_operands(diagnostic, subject):
    w_left = subject.w_left
    w_right = subject.w_right
    method = running.OPERATOR_METHODS.get(subject.symbol, '')
    if isinstance(w_left, W_Struct) and method != '':
        diagnostic.help = running.STRUCT_OPERATOR % method
    elif subject.symbol == '+' and isinstance(w_left, W_Array):
        diagnostic.help = running.APPENDED_ITEM
    elif subject.symbol == '+' and (isinstance(w_left, W_Str) or isinstance(w_right, W_Str)):
        diagnostic.help = running.JOINED_TEXT
    if not (is_named(w_left) and is_named(w_right)):
        diagnostic.note = running.OPERAND_TYPES % (w_left.type_name(), w_right.type_name())


def is_named(w_value):
    """Does the message about an operator name the type of the value?"""
    return w_value.operand_name() != W_Root.operand_word


def explain_value(diagnostic, w_value):
    """Help for a value that does not have what is asked of it."""
    kind = diagnostic.kind
    if kind is kinds.NO_ORDER:
        if isinstance(w_value, W_Struct):
            diagnostic.help = running.STRUCT_ORDER
        elif isinstance(w_value, W_Null):
            diagnostic.help = running.NULL_ORDER
    elif kind is kinds.NOT_ASSIGNABLE:
        if isinstance(w_value, W_Str):
            diagnostic.help = running.STRING_ITEM
    elif kind is kinds.NOT_CALLABLE:
        if isinstance(w_value, W_StructDefinition):
            diagnostic.help = help_for_struct_call(w_value)
            diagnostic.note = ''
        else:
            explain_line_that_goes_on(diagnostic, '(')
    elif kind is kinds.NOT_INDEXABLE:
        explain_line_that_goes_on(diagnostic, '[')
    elif kind is kinds.UNARY_OPERAND:
        if diagnostic.source is not None and follows_minus(diagnostic):
            diagnostic.help = running.DECREMENT


def help_for_struct_call(w_definition):
    """How an instance is made, with the names of the first fields."""
    fields = ''
    for name in w_definition.field_names[:SHOWN_FIELDS]:
        if fields != '':
            fields += ', '
        fields += name + ': value'
    if fields == '':
        fields = '...'
    elif len(w_definition.field_names) > SHOWN_FIELDS:
        fields += ', ...'
    return running.STRUCT_CALL % (w_definition.struct_type.name, fields)


def explain_line_that_goes_on(diagnostic, bracket):
    """Help if what is called or indexed ends its line and the next one starts with ``bracket``."""
    if diagnostic.source is None:
        return
    position = bracket_on_next_line(diagnostic.source.text, diagnostic.primary.start,
                                    diagnostic.primary.end, bracket)
    if position >= 0:
        diagnostic.help = running.LINE_GOES_ON % bracket
        diagnostic.add_secondary(position, position + 1, running.GOES_ON_HERE)


def bracket_on_next_line(text, start, end, bracket):
    """The byte offset of a ``bracket`` that starts a line between two offsets, where no bracket is
    open that was opened between them; -1 without one."""
    depth = 0
    line_start = False
    for position in range(start, end):
        c = text[position]
        if line_start and depth == 0 and c == bracket:
            return position
        if c == '(' or c == '[' or c == '{':
            depth += 1
        elif c == ')' or c == ']' or c == '}':
            depth -= 1
        if c == '\n' or c == '\r':
            line_start = True
        elif c != ' ' and c != '\t':
            line_start = False
    return -1


def follows_minus(diagnostic):
    start = diagnostic.primary.start
    return start > 0 and diagnostic.source.text[start - 1] == '-'
