"""Strings in double quotes, as messages and the debug form show them (builtins-data.md 2.2)."""

from ruffinterp.objects.utf8 import codepoint_at, next_codepoint_position

HEXADECIMAL = '0123456789abcdef'


def append_quoted(builder, text):
    """Append ``text`` (UTF-8) in double quotes, with the escapes of builtins-data.md 2.2."""
    builder.append('"')
    position = 0
    while position < len(text):
        code = codepoint_at(text, position)
        following = next_codepoint_position(text, position)
        escape = _escape_of(code)
        if escape:
            builder.append(escape)
        else:
            builder.append_slice(text, position, following)
        position = following
    builder.append('"')


def _escape_of(code):
    if code >= 0xA0:
        return ''
    if code == 0x22:
        return '\\"'
    if code == 0x5C:
        return '\\\\'
    if code == 0x0A:
        return '\\n'
    if code == 0x0D:
        return '\\r'
    if code == 0x09:
        return '\\t'
    if code == 0:
        return '\\0'
    if 0x20 <= code < 0x7F:
        return ''
    high = HEXADECIMAL[code >> 4] if code >= 16 else ''
    return '\\u{' + high + HEXADECIMAL[code & 15] + '}'
