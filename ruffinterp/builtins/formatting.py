"""``format``: templates with placeholders (builtins-data.md 3, decisions 11 and 58).

A placeholder is ``{}``, ``{:FORMAT}`` (objects/format_specification.py) or, as in C,
``%[flags][width][.precision]letter`` with the flags ``- + blank # 0`` and the letters
``d f e g x X o b s``; ``%%`` is a percent sign, ``{{`` and ``}}`` are braces.  Everything else
stands for itself, also a ``%`` without a letter and a brace without another one.  A blank counts
as a flag only where the letter ends a word: ``100% done`` is text.  ``}}`` is two braces where two
are open, as in ``{"a": {"b": %d}}``.
"""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from ruffinterp.builtins.conversion import truncated_to_int
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.value_formatting import display_text, message_text
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.format_specification import (
    TOO_LARGE, BadFormat, cut_text, float_digits, formatted_value, int_digits, parse_format,
    size_at)
from ruffinterp.objects.integer import W_Int, W_Integer, out_of_range
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.repetition import repeated
from ruffinterp.objects.booleans import W_Bool
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.utf8 import codepoint_count
from ruffinterp.rcompat import isinf, isnan

LETTERS = 'dfegxXobs'
FLOAT_LETTERS = 'feg'


class Placeholder(object):
    """A parsed ``%`` placeholder; ``precision`` is -1 when there is none."""

    def __init__(self):
        self.left = False
        self.plus = False
        self.blank = False
        self.alternative = False
        self.zero = False
        self.width = 0
        self.precision = -1
        self.letter = '%'
        self.end = 0

    def set_flag(self, char):
        """Note a flag; False if ``char`` is none."""
        if char == '-':
            self.left = True
        elif char == '+':
            self.plus = True
        elif char == ' ':
            self.blank = True
        elif char == '#':
            self.alternative = True
        elif char == '0':
            self.zero = True
        else:
            return False
        return True

    def mismatch(self, w_value):
        """The RuffError for a value that the letter does not take."""
        return RuffError('format() %%%s requires numeric argument, got %s' % (
            self.letter, message_text(w_value)))


def _is_ascii_letter(text, position):
    if position >= len(text):
        return False
    char = text[position]
    return 'a' <= char <= 'z' or 'A' <= char <= 'Z'


def _size_at(text, position):
    """The number at ``position``, 0 without one, and the position behind its digits."""
    number, end = size_at(text, position)
    if number == TOO_LARGE:
        raise out_of_range()
    return number, end


def parse_placeholder(template, position):
    """The Placeholder whose ``%`` is before ``position``, or None if that sign is text.

    RuffError for a letter that is none of LETTERS."""
    placeholder = Placeholder()
    while position < len(template) and placeholder.set_flag(template[position]):
        position += 1
    placeholder.width, position = _size_at(template, position)
    if position < len(template) and template[position] == '.':
        placeholder.precision, position = _size_at(template, position + 1)
    if not _is_ascii_letter(template, position):
        return None
    letter = template[position]
    position += 1
    if letter not in LETTERS:
        if placeholder.blank:
            return None
        raise RuffError("format() unknown placeholder %%%s; the letters are d f e g x X o b s, and "
                        "%%%% is a percent sign" % letter)
    if placeholder.blank and _is_ascii_letter(template, position):
        return None
    placeholder.letter = letter
    placeholder.end = position
    return placeholder


# ---- one value

def _padded(placeholder, sign, body, fill_zeros):
    """``sign`` and ``body`` (UTF-8) filled to the width."""
    missing = placeholder.width - len(sign) - codepoint_count(body)
    if missing <= 0:
        return sign + body
    if placeholder.left:
        return sign + body + repeated(' ', missing)
    if fill_zeros:
        return sign + repeated('0', missing) + body
    return repeated(' ', missing) + sign + body


def _sign(placeholder, negative):
    if negative:
        return '-'
    if placeholder.plus:
        return '+'
    if placeholder.blank:
        return ' '
    return ''


def _format_string(placeholder, w_value):
    return _padded(placeholder, '', cut_text(display_text(w_value), placeholder.precision), False)


def _integer_of(placeholder, w_value):
    if isinstance(w_value, W_Integer):
        return w_value
    if isinstance(w_value, W_Float):
        return truncated_to_int(w_value.value)
    if isinstance(w_value, W_Bool):
        return W_Int(int(w_value.value))
    raise placeholder.mismatch(w_value)


def _format_integer(placeholder, w_value):
    digits = int_digits(_integer_of(placeholder, w_value), placeholder.letter)
    negative = digits[0] == '-'
    if negative:
        digits = digits[1:]
    sign = _sign(placeholder, negative)
    if placeholder.alternative and digits != '0':
        sign += _prefix(placeholder.letter)
    missing = placeholder.precision - len(digits)
    if missing > 0:
        digits = repeated('0', missing) + digits
    elif placeholder.precision == 0 and digits == '0':
        digits = ''
    # As in C, a precision switches off filling with zeros.
    return _padded(placeholder, sign, digits, placeholder.zero and placeholder.precision < 0)


def _prefix(letter):
    """What the flag # puts before the digits of an int that is not 0."""
    if letter == 'o':
        return '0'
    if letter == 'd':
        return ''
    return '0' + letter


def _float_digits(placeholder, value):
    """The digits of a float that is neither negative nor special."""
    precision = placeholder.precision
    if precision < 0 and placeholder.letter == 'f':
        return display_text(W_Float(value))
    digits = float_digits(value, placeholder.letter, precision)
    if precision == 0 and placeholder.alternative and digits.find('.') < 0:
        exponent = digits.find('e')
        if exponent < 0:
            return digits + '.'
        return digits[:exponent] + '.' + digits[exponent:]
    return digits


def _format_float(placeholder, w_value):
    if not isinstance(w_value, W_Number):
        raise placeholder.mismatch(w_value)
    value = w_value.to_float()
    if isnan(value):
        return _padded(placeholder, '', 'NaN', False)
    negative = display_text(W_Float(value))[0] == '-'
    sign = _sign(placeholder, negative)
    if isinf(value):
        return _padded(placeholder, sign, 'inf', False)
    if negative:
        value = -value
    return _padded(placeholder, sign, _float_digits(placeholder, value), placeholder.zero)


def _formatted(placeholder, w_value):
    if placeholder.letter == 's':
        return _format_string(placeholder, w_value)
    if placeholder.letter in FLOAT_LETTERS:
        return _format_float(placeholder, w_value)
    return _format_integer(placeholder, w_value)


# ---- the template

class Template(object):
    """A template on its way into ``builder``, and the values ([W_Root]) for it.

    ``open_braces``: how many braces of the text have no counterpart yet."""

    def __init__(self, text, values_w):
        self.text = text
        self.position = 0
        self.values_w = values_w
        self.taken = 0
        self.open_braces = 0
        self.builder = StringBuilder(len(text))

    def take(self, placeholder_text):
        """The next value; RuffError if there is none for the placeholder."""
        if self.taken == len(self.values_w):
            raise RuffError('format() missing argument for placeholder ' + placeholder_text)
        self.taken += 1
        return self.values_w[self.taken - 1]

    def follows(self, char):
        """Whether ``char`` comes next; it is skipped then."""
        if self.position < len(self.text) and self.text[self.position] == char:
            self.position += 1
            return True
        return False

    def append_all(self):
        while self.position < len(self.text):
            char = self.text[self.position]
            self.position += 1
            if char == '{':
                self.append_braced()
            elif char == '}':
                self.append_closing_brace()
            elif char == '%':
                self.append_percent()
            else:
                self.builder.append(char)

    def append_braced(self):
        """What begins with an opening brace."""
        if self.follows('}'):
            self.builder.append(display_text(self.take('{}')))
        elif self.follows(':'):
            self.append_formatted()
        else:
            if not self.follows('{'):
                self.open_braces += 1
            self.builder.append('{')

    def append_formatted(self):
        """A value by the format behind the colon."""
        start = self.position
        end = self.text.find('}', start)
        if end < 0:
            raise RuffError("format() has no '}' behind '{:'")
        assert start >= 0
        format_text = self.text[start:end]
        self.position = end + 1
        try:
            specification = parse_format(format_text)
        except BadFormat as error:
            raise RuffError('format() ' + error.message)
        w_value = self.take('{:%s}' % format_text)
        self.builder.append(formatted_value(specification, w_value))

    def append_closing_brace(self):
        if self.open_braces > 0:
            self.open_braces -= 1
        else:
            self.follows('}')
        self.builder.append('}')

    def append_percent(self):
        """What begins with a percent sign."""
        if not self.follows('%'):
            placeholder = parse_placeholder(self.text, self.position)
            if placeholder is not None:
                w_value = self.take('%' + placeholder.letter)
                self.builder.append(_formatted(placeholder, w_value))
                self.position = placeholder.end
                return
        self.builder.append('%')


def formatted_text(text, values_w):
    """``text`` (UTF-8) with the values ([W_Root]) in place of its placeholders."""
    template = Template(text, values_w)
    template.append_all()
    return template.builder.build()


@builtin('format', 'any', '*any', count='format() requires at least 1 argument (template)',
         receivers=['string'])
@jit.dont_look_inside
def format_template(w_template, values_w):
    """format(template, v, ...) -> string: the values in place of the placeholders.

    {} and %s take any value in the form that print shows, {:>8.2f} one by a format as in
    "${x:>8.2f}".  %d %x %X %o %b take an int (floats are truncated, bools are 1 or 0), %f %e %g a
    number; flags, width and precision are those of C, as in %.2f, %5d, %-8s, %05d.  %% is a
    percent sign, {{ and }} are braces.  Surplus values are ignored.
    """
    if not isinstance(w_template, W_Str):
        raise RuffError('format() first argument must be a string')
    return W_Str(formatted_text(w_template.text(), values_w))
