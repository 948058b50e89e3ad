"""Classes of code points, their case and their width on a terminal, by the properties of Unicode.

ASCII is answered here; utf8proc is asked about the rest.  The ranges below complete the general
categories to the derived properties that the library lacks (Unicode's DerivedCoreProperties.txt).
"""

from ruffinterp.text import utf8proc

CAPITAL_I_WITH_DOT = 0x130
COMBINING_DOT_ABOVE = 0x307

# Other_Uppercase and, as far as it is not ignored for case, Other_Lowercase (PropList.txt): Roman
# numerals and enclosed letters are numbers or symbols, ordinal indicators are letters without case.
_OTHER_UPPERCASE = [(0x2160, 0x216F), (0x24B6, 0x24CF), (0x1F130, 0x1F149), (0x1F150, 0x1F169),
                    (0x1F170, 0x1F189)]
_OTHER_LOWERCASE = [(0xAA, 0xAA), (0xBA, 0xBA), (0x2170, 0x217F), (0x24D0, 0x24E9)]

# The punctuation inside words: MidLetter, MidNumLet, Single_Quote (WordBreakProperty.txt).
_WITHIN_WORDS = [
    0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF07,
    0xFF0E, 0xFF1A]
_IGNORED_CATEGORIES = [
    utf8proc.NONSPACING_MARK, utf8proc.ENCLOSING_MARK, utf8proc.FORMAT, utf8proc.MODIFIER_LETTER,
    utf8proc.MODIFIER_SYMBOL]


def _in_ranges(code, ranges):
    for first, last in ranges:
        if first <= code <= last:
            return True
    return False


def _is_ascii_letter(code):
    return 0x61 <= code | 0x20 <= 0x7A


def is_alphanumeric(code):
    """Is the code point a letter or a number of any script (categories L and N)?"""
    if code < 0x80:
        return _is_ascii_letter(code) or 0x30 <= code <= 0x39
    category = utf8proc.category(code)
    return (utf8proc.UPPERCASE_LETTER <= category <= utf8proc.OTHER_LETTER or
            utf8proc.DECIMAL_NUMBER <= category <= utf8proc.OTHER_NUMBER)


def is_letter(code):
    """Is the code point a letter of any script (category L)?"""
    if code < 0x80:
        return _is_ascii_letter(code)
    return utf8proc.UPPERCASE_LETTER <= utf8proc.category(code) <= utf8proc.OTHER_LETTER


def is_white_space(code):
    """Is the code point white space (property White_Space)?"""
    if code < 0x80:
        return code == 0x20 or 0x09 <= code <= 0x0D
    # U+0085, a line end, is the only one that is a control character.
    return code == 0x85 or (
        utf8proc.SPACE_SEPARATOR <= utf8proc.category(code) <= utf8proc.PARAGRAPH_SEPARATOR)


def is_upper_case(code):
    """Is the code point in upper case (property Uppercase)?"""
    if code < 0x80:
        return 0x41 <= code <= 0x5A
    return (utf8proc.category(code) == utf8proc.UPPERCASE_LETTER or
            _in_ranges(code, _OTHER_UPPERCASE))


def is_lower_case(code):
    """Is the code point, which is not case-ignorable, in lower case (property Lowercase)?"""
    if code < 0x80:
        return 0x61 <= code <= 0x7A
    return (utf8proc.category(code) == utf8proc.LOWERCASE_LETTER or
            _in_ranges(code, _OTHER_LOWERCASE))


def is_case_ignorable(code):
    """Is the code point passed over when the surroundings of a letter are looked at
    (property Case_Ignorable)?"""
    if code < 0x80:
        return chr(code) in "'.:^`"
    return utf8proc.category(code) in _IGNORED_CATEGORIES or code in _WITHIN_WORDS


def is_cased(code):
    """Has the code point, which is not case-ignorable, a case (property Cased)?"""
    if code < 0x80:
        return _is_ascii_letter(code)
    return (
        utf8proc.UPPERCASE_LETTER <= utf8proc.category(code) <= utf8proc.TITLECASE_LETTER or
        _in_ranges(code, _OTHER_UPPERCASE) or _in_ranges(code, _OTHER_LOWERCASE))


def full_upper(code):
    """The code points of the full upper case, a list of ints (SpecialCasing.txt)."""
    if code < 0x80:
        return [code - 0x20 if 0x61 <= code <= 0x7A else code]
    # The library has no special mappings to upper case, but all special foldings; where a character
    # that is not in upper case itself has both, one is the other in upper case.
    if utf8proc.category(code) in (utf8proc.LOWERCASE_LETTER, utf8proc.TITLECASE_LETTER):
        folding = utf8proc.full_folding(code)
        if len(folding) > 1:
            return [utf8proc.simple_upper(part) for part in folding]
    return [utf8proc.simple_upper(code)]


def full_lower(code):
    """The code points of the full lower case, wherever it stands, a list of ints; one character
    alone has more than one there (SpecialCasing.txt)."""
    if code < 0x80:
        return [code + 0x20 if 0x41 <= code <= 0x5A else code]
    if code == CAPITAL_I_WITH_DOT:
        return [ord('i'), COMBINING_DOT_ABOVE]
    return [utf8proc.simple_lower(code)]


def display_width(code):
    """The columns that the character takes on a terminal: 0 for marks and controls, 2 for wide
    ones, else 1."""
    if 0x20 <= code < 0x7F:
        return 1
    return utf8proc.width(code)
