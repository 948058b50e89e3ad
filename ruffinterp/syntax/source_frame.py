"""The source line that a diagnostic shows, with a caret below it (tooling.md 9.1).

Of a long line a window around the caret is shown:

      |
    1 | ...e + before + name + behind + mor...
      |                 ^
      |

The caret stands below its character on a terminal: a wide character takes two blanks in the line
of the caret, one that combines with the character before it none, and a tab takes a tab.
"""

from ruffinterp.syntax.characters import character_length, code_point
from ruffinterp.text.code_points import display_width

BLUE = '\x1b[94m'
BOLD = '\x1b[1m'
BOLD_RED = '\x1b[1;31m'
YELLOW = '\x1b[93m'
RESET = '\x1b[0m'

# Columns of a line that are shown at most, and how many of them before the caret.
WINDOW = 120
BEFORE_CARET = 60

ELLIPSIS = '...'


def paint(color, code, text):
    if color:
        return code + text + RESET
    return text


def source_frame(source, start, color):
    """The numbered line around the byte offset ``start`` of a Source, between two bars; str."""
    line = source.line(start)
    first, last = source.line_bounds(line)
    text = source.text
    caret = min(start, last)
    left, right = window(text, first, last, caret)
    shown = text[left:right]
    padding = caret_padding(text, left, caret)
    if left > first:
        shown = ELLIPSIS + shown
        padding = ' ' * len(ELLIPSIS) + padding
    if right < last:
        shown += ELLIPSIS
    number = str(line)
    if len(number) < 3:
        number = ' ' * (3 - len(number)) + number
    bar = paint(color, BLUE, ' ' * (len(number) + 1) + '|')
    numbered = paint(color, BLUE, number + ' |')
    if shown:
        numbered = numbered + ' ' + shown
    return '%s\n%s\n%s %s%s\n%s\n' % (
        bar, numbered, bar, padding, paint(color, BOLD_RED, '^'), bar)


def window(text, first, last, caret):
    """(start, end) of what is shown of the line between two byte offsets; both are boundaries of
    characters.  Looks at no more of the line than that."""
    left = previous(text, first, caret, BEFORE_CARET)
    right, columns = following(text, left, last)
    if right == last and left > first:
        left = previous(text, first, left, WINDOW - columns)
    while first < left < caret and is_combining(text, left):
        left += character_length(text, left)
    assert left >= 0
    assert right >= left
    return left, right


def following(text, position, limit):
    """(where the window that starts at ``position`` ends, how many columns it takes)."""
    columns = 0
    while position < limit:
        columns += columns_taken(text, position)
        if columns > WINDOW:
            return position, WINDOW
        position += character_length(text, position)
    return min(position, limit), columns


def previous(text, limit, position, columns):
    """The start of the character that many columns before ``position``, ``limit`` at the least."""
    while position > limit:
        before = position - 1
        while before > limit and position - before < 4 and ord(text[before]) & 0xC0 == 0x80:
            before -= 1
        if before + character_length(text, before) != position:
            # Not UTF-8: every byte counts, as it does on the way forward.
            before = position - 1
        columns -= columns_taken(text, before)
        if columns < 0:
            break
        position = before
    return position


def columns_taken(text, position):
    """What a character takes of a window: one column at the least, so that a window is short."""
    return max(width(text, position), 1)


def caret_padding(text, position, caret):
    """What stands before a caret below the character at the byte offset ``caret``."""
    padding = []
    while position < caret:
        if text[position] == '\t':
            padding.append('\t')
        else:
            padding.append(' ' * width(text, position))
        position += character_length(text, position)
    return ''.join(padding)


def width(text, position):
    """The columns of the character at ``position`` on a terminal: 0, 1 or 2."""
    return display_width(code_point(text, position, character_length(text, position)))


def is_combining(text, position):
    """Does the character at ``position`` stand on the one before it?"""
    return ord(text[position]) >= 0x80 and width(text, position) == 0
