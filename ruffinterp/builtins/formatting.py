"""``format``: templates with placeholders (builtins-data.md 3, decision 11).

A placeholder is ``{}`` or, as in C, ``%[flags][width][.precision]letter`` with the flags
``- + blank # 0`` and the letters ``s d f x e``; ``%%`` is a percent sign.  Everything else stands
for itself.  A blank counts as a flag only where the letter ends a word: ``100% done`` is text.
"""

from rpython.rlib import jit
from rpython.rlib.rfloat import double_to_string
from rpython.rlib.rstring import StringBuilder

from ruffinterp.builtins.conversion import truncated_to_int
from ruffinterp.builtins.registry import builtin
from ruffinterp.builtins.value_formatting import display_text, message_text
from ruffinterp.objects.array import W_Array
from ruffinterp.objects.dict import W_Dict
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.floats import W_Float
from ruffinterp.objects.integer import W_Int, W_Integer, out_of_range
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.repetition import repeated
from ruffinterp.objects.booleans import W_Bool, W_Null
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.utf8 import codepoint_count, skip_codepoints
from ruffinterp.rcompat import isinf, isnan

# Every double is exact with this many decimals; what a larger precision adds are zeros.
EXACT_DECIMALS = 1100
# Digits of a width or precision; one more and the result would be over 2^31 bytes anyway.
MAX_SIZE_DIGITS = 10


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


def _is_digit(text, position):
    return position < len(text) and '0' <= text[position] <= '9'


def _is_ascii_letter(text, position):
    if position >= len(text):
        return False
    char = text[position]
    return 'a' <= char <= 'z' or 'A' <= char <= 'Z'


def _size_at(text, position):
    """The number at ``position`` and the position behind its digits."""
    start = position
    while _is_digit(text, position):
        position += 1
    if position - start > MAX_SIZE_DIGITS:
        raise out_of_range()
    if position == start:
        return 0, position
    assert start >= 0
    return int(text[start:position]), position


def parse_placeholder(template, position):
    """The Placeholder whose ``%`` is before ``position``, or None if that sign is text."""
    placeholder = Placeholder()
    while position < len(template) and placeholder.set_flag(template[position]):
        position += 1
    placeholder.width, position = _size_at(template, position)
    if position < len(template) and template[position] == '.':
        placeholder.precision, position = _size_at(template, position + 1)
    if position >= len(template):
        return None
    letter = template[position]
    if letter not in 'sdfxe':
        return None
    position += 1
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
    if isinstance(w_value, W_Array):
        text = '[Array]'
    elif isinstance(w_value, W_Dict):
        text = '{Dict}'
    elif (isinstance(w_value, W_Str) or isinstance(w_value, W_Number) or
          isinstance(w_value, W_Bool) or isinstance(w_value, W_Null)):
        text = display_text(w_value)
    else:
        text = message_text(w_value)
    if 0 <= placeholder.precision < codepoint_count(text):
        end = skip_codepoints(text, 0, placeholder.precision)
        assert end >= 0
        text = text[:end]
    return _padded(placeholder, '', text, False)


def _integer_of(placeholder, w_value):
    if isinstance(w_value, W_Integer):
        return w_value
    if isinstance(w_value, W_Float):
        return truncated_to_int(w_value.value)
    if isinstance(w_value, W_Bool):
        return W_Int(int(w_value.value))
    raise placeholder.mismatch(w_value)


def _format_integer(placeholder, w_value):
    w_integer = _integer_of(placeholder, w_value)
    if placeholder.letter == 'x':
        digits = w_integer.as_bigint().format('0123456789abcdef')
    else:
        digits = w_integer.text()
    negative = digits[0] == '-'
    if negative:
        digits = digits[1:]
    sign = _sign(placeholder, negative)
    if placeholder.letter == 'x' and placeholder.alternative and digits != '0':
        sign += '0x'
    missing = placeholder.precision - len(digits)
    if missing > 0:
        digits = repeated('0', missing) + digits
    elif placeholder.precision == 0 and digits == '0':
        digits = ''
    # As in C, a precision switches off filling with zeros.
    return _padded(placeholder, sign, digits, placeholder.zero and placeholder.precision < 0)


def _float_digits(placeholder, value):
    """The digits of a float that is neither negative nor special."""
    precision = placeholder.precision
    if precision < 0:
        if placeholder.letter == 'f':
            return display_text(W_Float(value))
        precision = 6
    exact = min(precision, EXACT_DECIMALS)
    digits, _ = double_to_string(value, placeholder.letter, exact, 0)
    if precision > exact:
        zeros = repeated('0', precision - exact)
        exponent = digits.find('e')
        if exponent < 0:
            return digits + zeros
        return digits[:exponent] + zeros + digits[exponent:]
    if precision == 0 and placeholder.alternative:
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
    if placeholder.letter == 'd' or placeholder.letter == 'x':
        return _format_integer(placeholder, w_value)
    return _format_float(placeholder, w_value)


# ---- the template

class Arguments(object):
    """The values, taken one after the other."""

    def __init__(self, values_w):
        self.values_w = values_w
        self.taken = 0

    def take(self, placeholder_text):
        """The next value; RuffError if there is none for the placeholder."""
        if self.taken == len(self.values_w):
            raise RuffError('format() missing argument for placeholder ' + placeholder_text)
        self.taken += 1
        return self.values_w[self.taken - 1]


def formatted_text(template, values_w):
    """``template`` (UTF-8) with the values ([W_Root]) in place of its placeholders."""
    builder = StringBuilder(len(template))
    arguments = Arguments(values_w)
    position = 0
    while position < len(template):
        char = template[position]
        position += 1
        if char == '{' and position < len(template) and template[position] == '}':
            builder.append(display_text(arguments.take('{}')))
            position += 1
        elif char != '%':
            builder.append(char)
        elif position < len(template) and template[position] == '%':
            builder.append('%')
            position += 1
        else:
            placeholder = parse_placeholder(template, position)
            if placeholder is None:
                builder.append('%')
            else:
                w_value = arguments.take('%' + placeholder.letter)
                builder.append(_formatted(placeholder, w_value))
                position = placeholder.end
    return builder.build()


@builtin('format', 'any', '*any', count='format() requires at least 1 argument (template)')
@jit.dont_look_inside
def format_template(w_template, values_w):
    """format(template, v, ...) -> string: the values in place of the placeholders.

    %s takes any value, %d and %x an int (floats are truncated, bools are 1 or 0), %f and %e a
    number, {} any value in the form that print shows; flags, width and precision are those of C,
    as in %.2f, %5d, %-8s, %05d.  %% is a percent sign.  Surplus values are ignored.
    """
    if not isinstance(w_template, W_Str):
        raise RuffError('format() first argument must be a string')
    return W_Str(formatted_text(w_template.text(), values_w))
