"""Big integers to and from decimal text by divide and conquer (decision 21)."""

from rpython.rlib import jit
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.bigint_division import truncated_divmod
from ruffinterp.rcompat import bigint_sign

# Pieces of at most this many digits go through rbigint's own conversion, which is quadratic.
PIECE_DIGITS = 1500
# A number with fewer bits than this has at most PIECE_DIGITS digits.
PIECE_BITS = PIECE_DIGITS * 3


def _powers_of_piece(count):
    """``[10 ** (PIECE_DIGITS * 2 ** i) for i in range(count)]``."""
    power = rbigint.fromint(10).pow(rbigint.fromint(PIECE_DIGITS))
    powers = [power]
    for _ in range(1, count):
        power = power.mul(power)
        powers.append(power)
    return powers


@jit.elidable
def bigint_text(value):
    """The decimal digits of an rbigint, with a leading ``-`` when negative."""
    bits = value.bit_length()
    if bits <= PIECE_BITS:
        return value.str()
    levels = 1
    while PIECE_BITS << levels < bits:
        levels += 1
    # PIECE_BITS errs on the safe side: the topmost powers may be longer than the number, which
    # only means that a quotient of zero is divided further.
    powers = _powers_of_piece(levels)
    builder = StringBuilder(bits // 3 + 2)
    if bigint_sign(value) < 0:
        builder.append('-')
    _append_digits(builder, value.abs(), powers, levels - 1, False)
    return builder.build()


def _append_digits(builder, value, powers, level, started):
    """Append ``value``, padded with zeros to the full width of its level when digits have been
    written before (``started``); returns whether there are digits now."""
    if level < 0:
        if not started and bigint_sign(value) == 0:
            return False
        digits = value.str()
        if started:
            builder.append_multiple_char('0', PIECE_DIGITS - len(digits))
        builder.append(digits)
        return True
    quotient, remainder = truncated_divmod(value, powers[level])
    started = _append_digits(builder, quotient, powers, level - 1, started)
    return _append_digits(builder, remainder, powers, level - 1, started)


@jit.elidable
def parse_digits(digits):
    """The rbigint of a text of decimal digits, at least one, without sign."""
    if len(digits) <= PIECE_DIGITS:
        return rbigint.fromdecimalstr(digits)
    levels = 1
    while PIECE_DIGITS << levels < len(digits):
        levels += 1
    return _parse_range(digits, 0, len(digits), _powers_of_piece(levels), levels - 1)


def _parse_range(digits, start, stop, powers, level):
    assert 0 <= start <= stop
    if level < 0:
        return rbigint.fromdecimalstr(digits[start:stop])
    middle = stop - (PIECE_DIGITS << level)
    if middle <= start:
        return _parse_range(digits, start, stop, powers, level - 1)
    high = _parse_range(digits, start, middle, powers, level - 1)
    low = _parse_range(digits, middle, stop, powers, level - 1)
    return high.mul(powers[level]).add(low)
