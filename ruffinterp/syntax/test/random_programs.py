"""Random programs: sentences of the grammar, and programs with a few tokens changed."""
from ruffinterp.syntax import tables, tokens
from ruffinterp.syntax.lexer import Lexer
from ruffinterp.syntax.source import Source

_SAMPLES = {
    'IDENT': ['a', 'b', 'f', 'Point', 'Ok', 'Err', 'Some', 'None', 'throw', 'finally', 'test', 'as', '_'],
    'INT': ['0', '7', '123456789012345678901234567890'], 'FLOAT': ['1.5'],
    'STRING': ['"s"', '""', '"a\\n\\"b\\""'], 'ISTR_TEXT': ['text', ' $ \\$ '],
    'AUGASSIGN': ['+=', '-=', '*=', '/=', '%='], 'ASSIGN': [':=', ':=', '='],
    'ISTR_START': ['"'], 'ISTR_END': ['"'], 'ISTR_OPEN': ['${'], 'ISTR_CLOSE': ['}'],
    'ISTR_SPEC': [':', ':>5', ':"<8.2f'],
}


def _sample(random, name):
    if name in _SAMPLES:
        return random.choice(_SAMPLES[name])
    return tokens.SPELLINGS[tokens.NAMES.index(name)][1:-1]


def _rules_by_left():
    rules = {}
    for rule, left in enumerate(tables.RULE_LEFTS):
        rules.setdefault(tables.NONTERMINALS[left], []).append(tables.RULE_SYMBOLS[rule])
    return rules


def _heights(rules):
    """The height of the lowest tree of every nonterminal."""
    heights = {}
    changed = True
    while changed:
        changed = False
        for left in rules:
            for symbols in rules[left]:
                if all(symbol.isupper() or symbol in heights for symbol in symbols):
                    height = 1 + max([0] + [heights.get(symbol, 0) for symbol in symbols])
                    if height < heights.get(left, 1000):
                        heights[left] = height
                        changed = True
    return heights


RULES = _rules_by_left()
HEIGHTS = _heights(RULES)


def _rule_height(symbols):
    return 1 + max([0] + [HEIGHTS.get(symbol, 0) for symbol in symbols])


def sentence(random, height):
    """The tokens of a random program whose tree is about ``height`` levels high."""
    result = []
    pending = [('program', height)]
    while pending:
        symbol, left = pending.pop()
        if symbol.isupper():
            result.append(_sample(random, symbol))
            continue
        choices = [symbols for symbols in RULES[symbol] if _rule_height(symbols) <= left]
        if not choices:
            choices = [min(RULES[symbol], key=_rule_height)]
        symbols = random.choice(choices)
        pending.extend([(child, left - 1) for child in reversed(symbols)])
    return result


def written(random, words):
    """Program text from token texts, with blanks and line ends between them.  Inside a string nothing may
    be added, outside of ``${`` and ``}``."""
    pieces = []
    modes = []
    for word in words:
        in_text = bool(modes) and modes[-1] == '"'
        if word == '"':
            if in_text:
                modes.pop()
            else:
                modes.append('"')
        elif word == '${':
            modes.append('$')
        elif word == '{' and modes:
            modes.append('{')
        elif word == '}' and modes and not in_text:
            modes.pop()
        pieces.append(word)
        if not (modes and modes[-1] == '"'):
            pieces.append(random.choice([' ', ' ', ' ', '\n']))
    return ''.join(pieces)


def token_texts(text):
    """The texts of the tokens of a program with what stands between them, ending with the rest."""
    stream = Lexer(Source('test.ruff', text)).run()
    pieces = []
    position = 0
    for start, end in zip(stream.starts, stream.ends):
        pieces.append((text[position:start], text[start:end]))
        position = end
    return pieces


def mutated(random, pieces, count):
    """A program text made from ``token_texts`` with ``count`` tokens deleted, doubled, swapped or replaced."""
    pieces = pieces[:]
    for _ in range(count):
        i = random.randrange(len(pieces) - 1)
        blank, word = pieces[i]
        action = random.randrange(5)
        if action == 0:
            pieces[i] = (blank, '')
        elif action == 1:
            pieces[i] = (blank, word + ' ' + word)
        elif action == 2:
            other_blank, other = pieces[i + 1]
            pieces[i] = (blank, other)
            pieces[i + 1] = (other_blank, word)
        elif action == 3:
            pieces[i] = (blank, random.choice(pieces)[1])
        else:
            pieces[i] = (blank + '\n', word)
    return ''.join([blank + word for blank, word in pieces])
