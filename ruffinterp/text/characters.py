"""Character classes of the lexer (language.md 1.3)."""
from ruffinterp.text.code_points import is_alphanumeric

_ASCII_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_'
_DIGITS = '0123456789'

OTHER, LETTER, DIGIT, NON_ASCII = range(4)


def _class_table():
    table = [OTHER] * 256
    for c in _ASCII_LETTERS:
        table[ord(c)] = LETTER
    for c in _DIGITS:
        table[ord(c)] = DIGIT
    for code in range(0x80, 0x100):
        table[code] = NON_ASCII
    return ''.join([chr(kind) for kind in table])


# One byte per byte value, so that a look-up needs neither a comparison chain nor a boxed list.
CHARACTER_CLASS = _class_table()


def is_digit(c):
    return '0' <= c <= '9'


def character_length(text, position):
    """Bytes of the UTF-8 character at ``position``; 1 where the bytes are not UTF-8."""
    first = ord(text[position])
    length = 1
    if first >= 0xF0:
        length = 4
    elif first >= 0xE0:
        length = 3
    elif first >= 0xC2:
        length = 2
    if first >= 0xF5 or position + length > len(text):
        return 1
    for i in range(position + 1, position + length):
        if ord(text[i]) & 0xC0 != 0x80:
            return 1
    return length


def code_point(text, position, length):
    """The code point of the character of ``length`` bytes at ``position``."""
    first = ord(text[position])
    if length == 1:
        return first
    code = first & (0x7F >> length)
    for i in range(position + 1, position + length):
        code = (code << 6) | (ord(text[i]) & 0x3F)
    return code


def identifier_end(text, position, limit):
    """The end of the run of identifier characters that starts at ``position``."""
    while position < limit:
        kind = ord(CHARACTER_CLASS[ord(text[position])])
        if kind == OTHER:
            break
        if kind == NON_ASCII:
            length = character_length(text, position)
            if length == 1 or not is_alphanumeric(code_point(text, position, length)):
                break
            position += length
        else:
            position += 1
    return position
