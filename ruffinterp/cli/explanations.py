"""What the report of an error adds to its message: help, suggestion, note (tooling.md 9.1, 9.4).

Everything here is found out when the error is reported, so that an error that is caught costs
nothing.
"""

from ruffinterp.compiler.visible_names import visible_names
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import MissingName, ModuleFault, NeverAwaited, Unsuitable
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.promise import W_Promise
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.struct import W_Struct
from ruffinterp.syntax.foreign_words import help_for_unbound
from ruffinterp.syntax.spelling import nearest
from ruffinterp.syntax.tokens import KEYWORDS

# A dict with more keys is data rather than a record.
MOST_KEYS = 1000


NEVER_AWAITED = 'The promise was never awaited.'


class Explanation(object):
    """``help``, ``suggestion`` (a name) and ``note``: '' without."""

    def __init__(self):
        self.help = ''
        self.suggestion = ''
        self.note = ''


class Place(object):
    """Where an error happened: the Source and two byte offsets in it.

    ``module``: what visible_names.py wants to know of the program.
    """

    def __init__(self, source, start, end, module):
        self.source = source
        self.start = start
        self.end = end
        self.module = module

    def text_behind(self, length):
        """The text that follows the place, without the blanks before it."""
        text = self.source.text
        start = self.end
        while start < len(text) and (text[start] == ' ' or text[start] == '\t'):
            start += 1
        end = start + length
        if end > len(text):
            end = len(text)
        assert start >= 0
        assert end >= start
        return text[start:end]

    def contains(self, part):
        """Does the text of the place contain ``part``?"""
        start = self.start
        end = self.end
        assert start >= 0
        assert end >= start
        return self.source.text.find(part, start, end) >= 0

    def character_before(self):
        if self.start == 0:
            return '\n'
        return self.source.text[self.start - 1]


def explain(error, place):
    """The Explanation of a RuffError that was raised at a Place; None stands for nowhere."""
    explanation = Explanation()
    explain_subject(explanation, error, subject_of(error), place)
    if isinstance(error.subject, NeverAwaited):
        explanation.note = joined(explanation.note, NEVER_AWAITED)
    return explanation


def subject_of(error):
    """What a RuffError itself is about, a Subject or None."""
    subject = error.subject
    if isinstance(subject, NeverAwaited):
        return subject.inner
    return subject


def joined(first, second):
    """Two sentences, either of which may be ''."""
    if first == '' or second == '':
        return first + second
    return first + ' ' + second


def explain_subject(explanation, error, subject, place):
    if isinstance(subject, MissingName):
        if subject.w_holder is None:
            if place is not None:
                explain_variable(explanation, subject.name, place)
        else:
            explain_member(explanation, subject.name, subject.w_holder, place)
    elif isinstance(subject, ModuleFault):
        explanation.help = subject.help
    else:
        if isinstance(subject, Unsuitable):
            explanation.help = help_for_value(subject.w_left) or help_for_value(subject.w_right)
        if explanation.help == '' and place is not None:
            explanation.help = help_for_message(error.raised_message, place)


# ---- variables

VALUE_LATER = "'%s' gets its value only later, or in a part that did not run."

ENUM_AS_VALUE = "'%s' is an enum: its values are its variants, written %s::Variant."


def explain_variable(explanation, name, place):
    """Help for a variable without a value."""
    help = help_for_unbound(name)
    if help == '' and place.text_behind(2) == '==' and begins_line(place):
        help = "Write '%s := value' to give it a value; '==' compares." % name
    if help != '':
        explanation.help = help
        return
    visible = visible_names(place.source, place.module, name, place.start)
    if visible.is_enum:
        explanation.help = ENUM_AS_VALUE % (name, name)
        return
    if name in visible.names and not visible.is_target:
        explanation.help = VALUE_LATER % name
        return
    if visible.in_block:
        explanation.help = ("'%s' is declared in a block and known only there; "
                            "declare it before the block." % name)
        return
    candidates = place.module.builtin_names()[:]
    for candidate in visible.names:
        candidates.append(candidate)
    explanation.suggestion = nearest(name, candidates)
    if explanation.suggestion == '':
        explanation.suggestion = nearest(name, KEYWORDS)
    if explanation.suggestion == '' and name in visible.names:
        explanation.help = VALUE_LATER % name


def begins_line(place):
    """Is there nothing but blanks before the place on its line?"""
    text = place.source.text
    position = place.start
    while position > 0 and text[position - 1] != '\n' and text[position - 1] != '\r':
        position -= 1
        if text[position] != ' ' and text[position] != '\t':
            return False
    return True


# ---- members

def explain_member(explanation, name, w_holder, place):
    """Help for a field, method, key or export that a value does not have."""
    if isinstance(w_holder, W_Struct):
        candidates = w_holder.shape().names[:]
        for method in w_holder.struct_type().methods:
            candidates.append(method)
        explanation.suggestion = nearest(name, candidates)
    elif isinstance(w_holder, W_Namespace):
        candidates = []
        for export in w_holder.indices:
            candidates.append(export)
        explanation.suggestion = nearest(name, candidates)
    elif isinstance(w_holder, W_Dict):
        explanation.suggestion = nearest(name, string_keys(w_holder))
    if isinstance(w_holder, W_Struct) or isinstance(w_holder, W_Namespace):
        return
    if place is not None and explanation.suggestion == '':
        explain_part(explanation, name, w_holder, place)
    if not isinstance(w_holder, W_Dict):
        explanation.note = 'The value is of type %s.' % w_holder.type_name()


def explain_part(explanation, name, w_holder, place):
    """A key of a dict, ``value.length``, or ``value.f()`` where ``f(value)`` is meant."""
    if not place.contains('.' + name + '('):
        if isinstance(w_holder, W_Dict):
            explanation.help = 'Where a key may be missing write get_default(d, key, value).'
        else:
            explanation.help = help_for_unbound(name)
        return
    functions = place.module.builtin_names()
    if name in functions:
        explanation.help = "'%s' is a function: %s(value)." % (name, name)
        return
    explanation.help = help_for_unbound(name)
    if explanation.help == '':
        explanation.suggestion = nearest(name, functions)


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


# ---- messages that a frequent slip leads to

def help_for_value(w_value):
    """Help for a value of a kind that holds other values and is mistaken for them."""
    if isinstance(w_value, W_Promise):
        return 'This is a promise: write await for what it gives.'
    if isinstance(w_value, W_Iterator):
        return 'This is an iterator: .collect() makes an array of what it gives.'
    return ''


def help_for_message(message, place):
    if message.startswith('Invalid unary operation: -') and place.character_before() == '-':
        return "There is no '--': write name -= 1."
    if message.startswith('Invalid binary operation: ') and message.find(' + ') >= 0 and (
            message.find('string') >= 0):
        return 'Convert the other operand with to_string(value), or write "${value}".'
    return ''
