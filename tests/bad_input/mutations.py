"""Sources that nobody would write: mutations of all programs of the repository, and extremes."""

import os
import random

from runner import ROOT

FOLDERS = ['tests', 'examples']
TOKENS = ['(', ')', '[', ']', '{', '}', '"', '${', '}"', ':=', '=', '==', '?.', '??', '?', '|>', '...',
          '->', '::', ':', ';', ',', '.', '-', '!', '&&', '/*', '*/', '//', '#', '\\', '\n', '\r', '\t',
          'func', 'func*', 'async', 'await', 'yield', 'return', 'if', 'else', 'match', 'case',
          'default', 'try', 'except', 'spawn', 'struct', 'enum', 'let', 'const', 'for', 'in', 'loop',
          'while', 'import', 'from', 'export', 'test', 'self', 'null', 'throw(', 'Ok(', 'None', '_',
          '0', '1.5', '99999999999999999999', '1e5', '0x1', '1_0', 'x', '@', '~', '&', '|', "'"]
BYTES = ['\0', '\xff', '\xc3', '\xe2\x82', '\xed\xa0\x80', '\xf4\x90\x80\x80', '\xef\xbb\xbf', '\x1b',
         '\x7f', '\xc3\xa9', '\xe2\x82\xac', '\xf0\x9f\x98\x80', '\xe2\x80\xa8']
LONG = 1000
LARGE = 1 << 20
DEEP = 10 ** 6


def corpus(wanted=lambda text: True):
    """The texts of all programs of the repository that are wanted."""
    found = []
    for folder in FOLDERS:
        for place, _, names in os.walk(os.path.join(ROOT, folder)):
            for name in sorted(names):
                if name.endswith('.ruff'):
                    with open(os.path.join(place, name), 'rb') as stream:
                        found.append(stream.read())
    return sorted(set(text for text in found if wanted(text)))


# ---- one change: (random, text, all texts) -> text

def place(dice, text):
    return dice.randrange(len(text) + 1)


def span(dice, text):
    start = place(dice, text)
    return start, min(len(text), start + int(dice.expovariate(1 / 12.0)) + 1)


def truncate(dice, text, texts):
    return text[:place(dice, text)]


def drop_start(dice, text, texts):
    return text[place(dice, text):]


def delete(dice, text, texts):
    start, end = span(dice, text)
    return text[:start] + text[end:]


def duplicate(dice, text, texts):
    start, end = span(dice, text)
    return text[:end] + text[start:]


def change_byte(dice, text, texts):
    start = place(dice, text)
    return text[:start] + chr(dice.randrange(256)) + text[start + 1:]


def insert_token(dice, text, texts):
    start = place(dice, text)
    return text[:start] + ' ' + dice.choice(TOKENS) + ' ' + text[start:]


def replace_token(dice, text, texts):
    start, end = span(dice, text)
    return text[:start] + dice.choice(TOKENS) + text[end:]


def insert_bytes(dice, text, texts):
    start = place(dice, text)
    return text[:start] + dice.choice(BYTES) + text[start:]


def repeat_token(dice, text, texts):
    start = place(dice, text)
    return text[:start] + dice.choice(TOKENS) * dice.randrange(LONG) + text[start:]


def swap_lines(dice, text, texts):
    lines = text.splitlines(True)
    if len(lines) < 2:
        return text
    first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return ''.join(lines)


def splice(dice, text, texts):
    other = dice.choice(texts)
    start, end = span(dice, other)
    cut = place(dice, text)
    return text[:cut] + other[start:end + dice.randrange(200)] + text[cut:]


def swap_words(dice, text, texts):
    words = text.split(' ')
    first, second = dice.randrange(len(words)), dice.randrange(len(words))
    words[first], words[second] = words[second], words[first]
    return ' '.join(words)


CHANGES = [truncate, drop_start, delete, delete, duplicate, change_byte, insert_token, insert_token,
           replace_token, replace_token, insert_bytes, repeat_token, swap_lines, splice, swap_words]


def mutated(seed, texts):
    """The text of a seed: a program with one to five changes."""
    dice = random.Random(seed)
    text = dice.choice(texts)
    for _ in range(dice.choice([1, 1, 1, 2, 3, 5])):
        text = dice.choice(CHANGES)(dice, text, texts)
    return text


def random_bytes(seed):
    dice = random.Random(seed)
    letters = dice.choice([[chr(code) for code in range(256)], [chr(code) for code in range(32, 127)],
                           TOKENS, TOKENS + BYTES])
    return ''.join(dice.choice(letters) for _ in range(dice.randrange(300)))


def bad_source(seed, texts):
    """Mostly mutations, some noise."""
    return random_bytes(seed) if seed % 10 == 0 else mutated(seed, texts)


# ---- extremes

def nest(opening, inner, closing, count):
    return opening * count + inner + closing * count


EXTREMES = {
    'line': 'x := 1; ' * (LARGE // 8),
    'string': 'x := "' + 'a' * LARGE + '"',
    'string_of_interpolations': 'x := "' + '${1}' * (LARGE // 4) + '"',
    'string_of_dollars': 'x := "' + '$' * LARGE + '"',
    'string_of_escapes': 'x := "' + '\\n' * (LARGE // 2) + '"',
    'unterminated_string': '"' + 'a' * LARGE,
    'unterminated_interpolation': '"${' + 'a' * LARGE,
    'unterminated_comment': '/*' + '*' * LARGE,
    'number': 'x := ' + '9' * LARGE,
    'float': 'x := 0.' + '1' * LARGE,
    'float_before_dot': 'x := ' + '1' * LARGE + '.5',
    'name': 'a' * LARGE + ' := 1',
    'malformed_number': '1' * LARGE + 'a',
    'comment': '#' + 'a' * LARGE,
    'array': 'x := [' + '1,' * (LARGE // 2) + ']',
    'dict': 'x := {' + '"k": 1,' * (LARGE // 8) + '}',
    'arguments': 'print(' + '1,' * (LARGE // 2) + '1)',
    'parameters': 'func f(' + ','.join('p%d' % number for number in range(100000)) + ') { }',
    'cases': 'match 1 {' + 'case 1: { }' * 50000 + '}',
    'semicolons': ';' * LARGE,
    'new_lines': '\n' * LARGE + '(',
    'invalid_characters': '@' * 10000,
    'errors_on_every_line': 'x := )\n' * 20000,
    'nul': '\0' * LARGE,
    'invalid_utf8': '\xff' * LARGE,
    'nul_in_string': 'x := "a\0b"',
    'lone_surrogate': 'x := "\xed\xa0\x80"',
    'byte_order_marks': '\xef\xbb\xbf' * 1000,
    'parentheses': nest('(', '1', ')', DEEP),
    'open_parentheses': '(' * DEEP,
    'closing_parentheses': ')' * DEEP,
    'brackets': 'x := ' + nest('[', '', ']', DEEP),
    'open_brackets': '[' * DEEP,
    'braces': 'x := ' + '{' * DEEP,
    'blocks': nest('if true {', '', '}', DEEP),
    'open_blocks': 'loop {' * DEEP,
    'functions': 'func f() {' * DEEP,
    'lambdas': 'x := ' + 'func() { return ' * DEEP,
    'minus': 'x := ' + '-' * DEEP + '1',
    'not': 'x := ' + '!' * DEEP,
    'sum': 'x := 1' + ' + 1' * DEEP,
    'power_of_calls': 'f' + '()' * DEEP,
    'indexes': 'x' + '[0]' * DEEP,
    'fields': 'x' + '.a' * DEEP,
    'questions': 'x := a' + '?' * DEEP,
    'pipes': 'x := 1' + ' |> f' * DEEP,
    'awaits': 'await ' * DEEP + '1',
    'yields': 'func* f() { ' + 'yield ' * DEEP + '1 }',
    'interpolations': 'x := ' + '"${' * DEEP,
    'closed_interpolations': 'x := ' + nest('"${', '1', '}"', 20000),
    'else_ifs': 'if 1 { }' + ' else if 1 { }' * (DEEP // 10),
    'patterns': nest('[', 'a', ']', DEEP) + ' := 1',
    'types': 'let x: ' + 'Option<' * DEEP,
    'exports': 'export ' * DEEP,
    'spreads': 'x := [' + '...' * DEEP,
    'assignments': 'a := ' * DEEP,
    'oks': 'x := ' + nest('Ok(', '1', ')', DEEP),
    'tests': 'test_group "a" {' * (DEEP // 10),
    'empty': '',
}
