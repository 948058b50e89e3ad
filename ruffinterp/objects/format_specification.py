"""How a value is written: the format behind the colon of ``"${x:>8.2f}"`` and ``{:>8.2f}``
(decision 58).

    [[fill]align][sign][0][width][,][.precision][type]

is the mini-language of Python: align ``< > ^ =``, sign ``+ -`` and blank, types
``d f e g x X o b % s``.  Widths count code points.  Without a type numbers and everything else are
written as ``print`` does, floats with a precision as by ``g``.  Floats without a fraction count as
ints, as what ``floor`` gives; bools too.
"""

from rpython.rlib import jit
from rpython.rlib.rfloat import double_to_string
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.booleans import W_Bool
from ruffinterp.objects.errors import RuffError, Unsuitable
from ruffinterp.objects.floats import W_Float, float_text
from ruffinterp.objects.integer import W_Int, W_Integer, float_to_int, int_mul
from ruffinterp.objects.number import W_Number
from ruffinterp.objects.repetition import repeated
from ruffinterp.objects.string import W_Str
from ruffinterp.objects.utf8 import (
    codepoint_count, next_codepoint_position, skip_codepoints)
from ruffinterp.rcompat import isinf, isnan

TYPES = 'dfegxXob%s'
INT_TYPES = 'dxXob'

# Digits of a width or precision; one more and the result would be over 2^31 bytes anyway.
MAX_SIZE_DIGITS = 10

# Every double is exact with this many decimals; what a larger precision adds are zeros.
EXACT_DECIMALS = 1100
DEFAULT_PRECISION = 6


# Instead of a char: nothing is said.
NONE = '\x00'
# The align of a format with a 0 and without an align: what is missing is filled behind the sign of
# numbers, and behind everything else.
ZERO_FILLED = '0'


class BadFormat(Exception):
    """A format cannot be read; ``message``: why, UTF-8 bytes."""

    def __init__(self, message):
        self.message = message


class FormatSpecification(object):
    """A format.  ``text``: as it was written; ``fill``: one code point; ``align``, ``sign``,
    ``letter``: a char, NONE where nothing is said; ``precision``: -1 for none."""
    _immutable_fields_ = ['text', 'fill', 'align', 'sign', 'width', 'is_grouped', 'precision',
                          'letter']

    def __init__(self, text, fill, align, sign, width, is_grouped, precision, letter):
        self.text = text
        self.fill = fill
        self.align = align
        self.sign = sign
        self.width = width
        self.is_grouped = is_grouped
        self.precision = precision
        self.letter = letter

    def is_for_numbers(self):
        """Whether it says what only numbers can do."""
        return self.sign != NONE or self.is_grouped or self.align == '='

    def mismatch(self, wanted, w_value):
        """The RuffError for a value that the format does not take."""
        return RuffError("Format ':%s' needs %s, got %s" % (
            self.text, wanted, w_value.type_name()), None, Unsuitable(w_value))


# ---- reading a format

class FormatReader(object):
    """The position in the text of a format."""

    def __init__(self, text):
        self.text = text
        self.position = 0

    def take_one_of(self, chars):
        """The next char if it is one of ``chars``, else NONE."""
        if self.position < len(self.text):
            char = self.text[self.position]
            if char in chars:
                self.position += 1
                return char
        return NONE

    def take_fill_and_align(self):
        """(fill, align): '' and NONE where they are missing."""
        text = self.text
        if text:
            behind = next_codepoint_position(text, 0)
            if behind < len(text) and text[behind] in '<>^=':
                assert behind >= 0
                self.position = behind + 1
                return text[:behind], text[behind]
        return '', self.take_one_of('<>^=')

    def take_size(self, name):
        """The number at the position, -1 without digits."""
        number, end = size_at(self.text, self.position)
        if number == TOO_LARGE:
            raise BadFormat("the %s in ':%s' is too large" % (name, self.text))
        if end == self.position:
            return -1
        self.position = end
        return number

    def rest(self):
        """The code point at the position."""
        start = self.position
        end = next_codepoint_position(self.text, start)
        assert start >= 0
        assert end >= 0
        return self.text[start:end]


TOO_LARGE = -2


def size_at(text, position):
    """(the number whose digits begin at ``position``, the position behind them).

    The number is 0 without digits, TOO_LARGE with more than MAX_SIZE_DIGITS."""
    start = position
    while position < len(text) and '0' <= text[position] <= '9':
        position += 1
    if position - start > MAX_SIZE_DIGITS:
        return TOO_LARGE, position
    if position == start:
        return 0, position
    assert start >= 0
    return int(text[start:position]), position


@jit.dont_look_inside
def parse_format(text):
    """The FormatSpecification of a text (UTF-8) without its colon; BadFormat if it is none."""
    reader = FormatReader(text)
    fill, align = reader.take_fill_and_align()
    sign = reader.take_one_of('+- ')
    if reader.take_one_of('0') != NONE and not fill:
        fill = '0'
        if align == NONE:
            align = ZERO_FILLED
    width = max(reader.take_size('width'), 0)
    is_grouped = reader.take_one_of(',') != NONE
    precision = -1
    if reader.take_one_of('.') != NONE:
        precision = reader.take_size('precision')
        if precision < 0:
            raise BadFormat("there is no number behind the '.' in ':%s'" % text)
    letter = reader.take_one_of(TYPES)
    if reader.position < len(text):
        if letter != NONE:
            raise BadFormat("unexpected '%s' behind the type in ':%s'" % (reader.rest(), text))
        raise BadFormat("unknown type '%s' in ':%s': types are d f e g x X o b %% s" % (
            reader.rest(), text))
    specification = FormatSpecification(
        text, fill or ' ', align, sign, width, is_grouped, precision, letter)
    _check(specification)
    return specification


def _check(specification):
    """BadFormat if parts of the format exclude each other."""
    letter = specification.letter
    if letter in INT_TYPES:
        if specification.precision >= 0:
            raise BadFormat("type '%s' takes no precision, as in ':%s'" % (
                letter, specification.text))
        if specification.is_grouped and letter != 'd':
            raise BadFormat("type '%s' takes no ',', as in ':%s'" % (letter, specification.text))
    if letter == 's' and specification.is_for_numbers():
        raise BadFormat("type 's' takes no sign, no ',' and no '=', as in ':%s'" %
                        specification.text)


# ---- writing a value

@jit.dont_look_inside
def formatted_value(specification, w_value):
    """The text (UTF-8) of a value; RuffError if the format does not take it."""
    letter = specification.letter
    if letter == NONE and isinstance(w_value, W_Number):
        if isinstance(w_value, W_Integer) and specification.precision < 0:
            return _formatted_int(specification, w_value, 'd')
        return _formatted_float(specification, w_value)
    if letter == NONE or letter == 's':
        return _formatted_text(specification, w_value)
    if letter in INT_TYPES:
        return _formatted_int(specification, _int_of(specification, w_value), letter)
    if isinstance(w_value, W_Bool):
        w_value = W_Int(int(w_value.value))
    if not isinstance(w_value, W_Number):
        raise specification.mismatch('a number', w_value)
    return _formatted_float(specification, w_value)


def _int_of(specification, w_value):
    if isinstance(w_value, W_Integer):
        return w_value
    if isinstance(w_value, W_Bool):
        return W_Int(int(w_value.value))
    if isinstance(w_value, W_Float):
        if not isinf(w_value.value) and not isnan(w_value.value):
            w_integer = float_to_int(w_value.value)
            if w_integer.to_float() == w_value.value:
                return w_integer
        raise RuffError("Format ':%s' needs an int, got the float %s" % (
            specification.text, float_text(w_value.value)))
    raise specification.mismatch('an int', w_value)


def _formatted_text(specification, w_value):
    if specification.is_for_numbers():
        raise specification.mismatch('a number', w_value)
    if isinstance(w_value, W_Str):
        text = w_value.text()
    else:
        builder = StringBuilder()
        w_value.display(builder)
        text = builder.build()
    return _aligned(specification, '', cut_text(text, specification.precision), '<')


def cut_text(text, count):
    """The first ``count`` code points of ``text``; all of them if that is negative."""
    if 0 <= count < codepoint_count(text):
        end = skip_codepoints(text, 0, count)
        assert end >= 0
        return text[:end]
    return text


def _aligned(specification, sign, body, usual):
    """``sign`` and ``body`` filled to the width; ``usual``: the align where none is given."""
    missing = specification.width - len(sign) - codepoint_count(body)
    if missing <= 0:
        return sign + body
    align = specification.align
    if align == NONE:
        align = usual
    elif align == ZERO_FILLED:
        align = '=' if usual == '>' else '<'
    fill = specification.fill
    if align == '<':
        return sign + body + repeated(fill, missing)
    if align == '>':
        return repeated(fill, missing) + sign + body
    if align == '=':
        return sign + repeated(fill, missing) + body
    return repeated(fill, missing // 2) + sign + body + repeated(fill, missing - missing // 2)


def _sign(specification, is_negative):
    if is_negative:
        return '-'
    if specification.sign == '+':
        return '+'
    if specification.sign == ' ':
        return ' '
    return ''


def _formatted_int(specification, w_integer, letter):
    digits = int_digits(w_integer, letter)
    is_negative = digits[0] == '-'
    if is_negative:
        digits = digits[1:]
    sign = _sign(specification, is_negative)
    return _aligned(specification, sign, _with_commas(specification, sign, digits, ''), '>')


def int_digits(w_integer, letter):
    """The digits of an int for one of the types d x X o b, with a sign if it is negative."""
    if letter == 'x':
        return w_integer.as_bigint().format('0123456789abcdef')
    if letter == 'X':
        return w_integer.as_bigint().format('0123456789ABCDEF')
    if letter == 'o':
        return w_integer.as_bigint().format('01234567')
    if letter == 'b':
        return w_integer.as_bigint().format('01')
    return w_integer.text()


def _formatted_float(specification, w_number):
    value = w_number.to_float()
    if isinstance(w_number, W_Float) and (isnan(value) or isinf(value)):
        sign = '' if isnan(value) else _sign(specification, value < 0.0)
        return _aligned(specification, sign, 'NaN' if isnan(value) else 'inf', '>')
    letter = specification.letter
    precision = specification.precision
    tail = ''
    if letter == '%':
        tail = '%'
        letter = 'f'
        if isinstance(w_number, W_Integer):
            w_number = int_mul(w_number, W_Int(100))
        else:
            w_number = W_Float(100.0 * value)
    digits = _number_digits(w_number, letter, precision)
    is_negative = digits[0] == '-'
    if is_negative:
        digits = digits[1:]
    sign = _sign(specification, is_negative)
    point = _end_of_int_part(digits)
    assert point >= 0
    body = _with_commas(specification, sign, digits[:point], digits[point:] + tail)
    return _aligned(specification, sign, body, '>')


def _end_of_int_part(digits):
    position = 0
    while position < len(digits) and '0' <= digits[position] <= '9':
        position += 1
    return position


def _number_digits(w_number, letter, precision):
    """The digits of a number, signed, for the types f e g; NONE: the form of print, or g."""
    if letter == NONE:
        if precision < 0:
            return float_text(w_number.to_float())
        letter = 'g'
    if letter == 'f' and isinstance(w_number, W_Integer):
        # Exactly, whatever its size.
        if precision < 0:
            precision = DEFAULT_PRECISION
        text = w_number.text()
        return text if precision == 0 else text + '.' + repeated('0', precision)
    value = w_number.to_float()
    text = float_text(value)
    if isinf(value):
        return text
    if text[0] == '-':
        return '-' + float_digits(-value, letter, precision)
    return float_digits(value, letter, precision)


def float_digits(value, letter, precision):
    """The digits of a float that is finite and not negative, for one of the types f e g."""
    if precision < 0:
        precision = DEFAULT_PRECISION
    if letter == 'g':
        digits, _ = double_to_string(value, 'g', min(max(precision, 1), EXACT_DECIMALS), 0)
        return digits
    exact = min(precision, EXACT_DECIMALS)
    digits, _ = double_to_string(value, letter, exact, 0)
    if precision == exact:
        return digits
    zeros = repeated('0', precision - exact)
    exponent = digits.find('e')
    if exponent < 0:
        return digits + zeros
    return digits[:exponent] + zeros + digits[exponent:]


def _with_commas(specification, sign, digits, rest):
    """``digits`` and ``rest`` with commas between groups of three digits, if asked for.

    Zeros that fill to the width count as digits then; none stands before the first digit."""
    if not specification.is_grouped:
        return digits + rest
    if specification.fill == '0' and (
            specification.align == '=' or specification.align == ZERO_FILLED):
        room = specification.width - len(sign) - len(rest)
        count = room - room // 4
        if count + (count - 1) // 3 < room:
            count += 1
        digits = repeated('0', count - len(digits)) + digits
    builder = StringBuilder(len(digits) + len(digits) // 3 + len(rest))
    for index in range(len(digits)):
        if index > 0 and (len(digits) - index) % 3 == 0:
            builder.append(',')
        builder.append(digits[index])
    builder.append(rest)
    return builder.build()
