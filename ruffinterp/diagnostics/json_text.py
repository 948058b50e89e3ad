"""Writing JSON for machines that read what the tool says (tooling.md 10.1)."""

INDENTATION = '  '
HEXADECIMAL = '0123456789abcdef'


def quoted(text):
    """A string; everything but control characters stays as it is."""
    pieces = ['"']
    for c in text:
        code = ord(c)
        if c == '"' or c == '\\':
            pieces.append('\\' + c)
        elif c == '\n':
            pieces.append('\\n')
        elif c == '\t':
            pieces.append('\\t')
        elif c == '\r':
            pieces.append('\\r')
        elif code < 32:
            pieces.append('\\u00' + HEXADECIMAL[code >> 4] + HEXADECIMAL[code & 15])
        else:
            pieces.append(c)
    pieces.append('"')
    return ''.join(pieces)


def optional(text):
    """A string, ``null`` for an empty one."""
    if text == '':
        return 'null'
    return quoted(text)


def indented(text):
    """A value that stands one level deeper: its further lines are moved to the right."""
    return ('\n' + INDENTATION).join(text.split('\n'))


def json_array(values):
    """An array of values that are JSON already."""
    if len(values) == 0:
        return '[]'
    return '[\n' + INDENTATION + indented(',\n'.join(values)) + '\n]'


class JsonObject(object):
    """An object; its keys are added in alphabetical order and its values are JSON already."""

    def __init__(self):
        self.members = []
        self.last = ''

    def add(self, key, value):
        assert self.last < key
        self.last = key
        self.members.append(quoted(key) + ': ' + value)

    def text(self):
        return '{\n' + INDENTATION + indented(',\n'.join(self.members)) + '\n}'
