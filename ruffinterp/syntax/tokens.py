"""Token types and the token stream (language.md 1.3 to 1.7).

A token type is a small int and at the same time the column of the action table; ``NAMES`` gives the
terminal of ``ruff.lark`` with that number.
"""

NAMES = [
    '$END',
    # operands
    'IDENT', 'INT', 'FLOAT', 'STRING',
    'ISTR_START', 'ISTR_TEXT', 'ISTR_OPEN', 'ISTR_SPEC', 'ISTR_CLOSE', 'ISTR_END',
    # brackets; the lexer distinguishes some openers by what follows (classify.py)
    'LPAR', 'RPAR', 'LBRACK', 'LBRACK_PAT', 'RBRACK',
    'LBRACE', 'LBRACE_PAT', 'LBRACE_STRUCT', 'RBRACE',
    # punctuation and operators
    'COMMA', 'SEMI', 'COLON', 'COLONCOLON', 'DOT', 'OPTDOT', 'ELLIPSIS', 'QUESTION', 'ARROW',
    'ASSIGN', 'AUGASSIGN', 'PIPE', 'BAR', 'AMPERSAND', 'COALESCE', 'OR', 'AND', 'NOT',
    'EQ', 'NE', 'LT', 'LE', 'GT', 'GE', 'PLUS', 'MINUS', 'STAR', 'SLASH', 'PERCENT',
    # keywords
    'LET', 'MUT', 'CONST', 'FUNC', 'RETURN', 'ENUM', 'STRUCT', 'IMPL', 'MATCH', 'CASE', 'DEFAULT',
    'IF', 'ELSE', 'LOOP', 'WHILE', 'FOR', 'IN', 'BREAK', 'CONTINUE', 'TRY', 'EXCEPT',
    'T_INT', 'T_FLOAT', 'T_STRING', 'T_BOOL', 'IMPORT', 'EXPORT', 'FROM', 'SELF', 'NULL', 'SPAWN',
    'TEST', 'TEST_SETUP', 'TEST_TEARDOWN', 'TEST_GROUP', 'YIELD', 'ASYNC', 'AWAIT', 'TRUE', 'FALSE',
    'AS', 'FINALLY', 'THROW',
    # `if` and `match` where an operand stands
    'IF_VALUE', 'MATCH_VALUE',
]

(END,
 IDENT, INT, FLOAT, STRING,
 ISTR_START, ISTR_TEXT, ISTR_OPEN, ISTR_SPEC, ISTR_CLOSE, ISTR_END,
 LPAR, RPAR, LBRACK, LBRACK_PAT, RBRACK,
 LBRACE, LBRACE_PAT, LBRACE_STRUCT, RBRACE,
 COMMA, SEMI, COLON, COLONCOLON, DOT, OPTDOT, ELLIPSIS, QUESTION, ARROW,
 ASSIGN, AUGASSIGN, PIPE, BAR, AMPERSAND, COALESCE, OR, AND, NOT,
 EQ, NE, LT, LE, GT, GE, PLUS, MINUS, STAR, SLASH, PERCENT,
 LET, MUT, CONST, FUNC, RETURN, ENUM, STRUCT, IMPL, MATCH, CASE, DEFAULT,
 IF, ELSE, LOOP, WHILE, FOR, IN, BREAK, CONTINUE, TRY, EXCEPT,
 T_INT, T_FLOAT, T_STRING, T_BOOL, IMPORT, EXPORT, FROM, SELF, NULL, SPAWN,
 TEST, TEST_SETUP, TEST_TEARDOWN, TEST_GROUP, YIELD, ASYNC, AWAIT, TRUE, FALSE,
 AS, FINALLY, THROW,
 IF_VALUE, MATCH_VALUE) = range(len(NAMES))

FIRST_KEYWORD = LET

# Keywords in the order of their types.  ``as`` is a word of import statements only (decision 32),
# ``finally`` one between two blocks (49), ``throw`` one before an operand (50).
KEYWORDS = [
    'let', 'mut', 'const', 'func', 'return', 'enum', 'struct', 'impl', 'match', 'case', 'default',
    'if', 'else', 'loop', 'while', 'for', 'in', 'break', 'continue', 'try', 'except',
    'int', 'float', 'string', 'bool', 'import', 'export', 'from', 'self', 'null', 'spawn',
    'test', 'test_setup', 'test_teardown', 'test_group', 'yield', 'async', 'await', 'true', 'false',
    'as', 'finally', 'throw',
]

# Those that a name may be a misspelling of; types have names that are too much like others.
WORDS = [_word for _word in KEYWORDS if _word not in ('int', 'float', 'string', 'bool', 'as')]

KEYWORD_TYPES = {}
for _i in range(len(KEYWORDS)):
    KEYWORD_TYPES[KEYWORDS[_i]] = FIRST_KEYWORD + _i
assert FIRST_KEYWORD + len(KEYWORDS) == IF_VALUE
LONGEST_KEYWORD = max([len(_word) for _word in KEYWORDS])

# How a token type is written, for messages; '' where the text varies.
SPELLINGS = [''] * len(NAMES)
for _type, _text in [
        (END, 'end of file'), (IDENT, 'a name'), (INT, 'an integer'), (FLOAT, 'a float'),
        (STRING, 'a string'), (ISTR_START, 'a string'), (ISTR_OPEN, "'${'"), (ISTR_SPEC, 'a format'),
        (ISTR_CLOSE, "'}'"), (ISTR_END, "'\"'"), (AUGASSIGN, "'+='"), (ASSIGN, "':='")]:
    SPELLINGS[_type] = _text
for _type, _text in [
        (LPAR, '('), (RPAR, ')'), (LBRACK, '['), (LBRACK_PAT, '['), (RBRACK, ']'),
        (LBRACE, '{'), (LBRACE_PAT, '{'), (LBRACE_STRUCT, '{'), (RBRACE, '}'),
        (COMMA, ','), (SEMI, ';'), (COLON, ':'), (COLONCOLON, '::'), (DOT, '.'), (OPTDOT, '?.'),
        (ELLIPSIS, '...'), (QUESTION, '?'), (ARROW, '->'), (PIPE, '|>'), (BAR, '|'),
        (AMPERSAND, '&'), (COALESCE, '??'), (OR, '||'), (AND, '&&'), (NOT, '!'), (EQ, '=='),
        (NE, '!='), (LT, '<'), (LE, '<='), (GT, '>'), (GE, '>='), (PLUS, '+'), (MINUS, '-'),
        (STAR, '*'), (SLASH, '/'), (PERCENT, '%')]:
    SPELLINGS[_type] = "'" + _text + "'"
for _i in range(len(KEYWORDS)):
    SPELLINGS[FIRST_KEYWORD + _i] = "'" + KEYWORDS[_i] + "'"
SPELLINGS[IF_VALUE] = SPELLINGS[IF]
SPELLINGS[MATCH_VALUE] = SPELLINGS[MATCH]


class TokenStream(object):
    """The tokens of one source as parallel lists, which costs no object per token.

    ``types``, ``starts``, ``ends`` (byte offsets, end exclusive), ``first_on_line`` (is the token the
    first one on its line) and, after ``classify``, ``mates``: the index of the matching bracket, -1
    where there is none.  The last token is ``END``.  Comments are kept beside the tokens.
    """

    def __init__(self):
        self.types = []
        self.starts = []
        self.ends = []
        self.first_on_line = []
        self.mates = []
        self.comment_starts = []
        self.comment_ends = []

    def add(self, type, start, end, first_on_line):
        self.types.append(type)
        self.starts.append(start)
        self.ends.append(end)
        self.first_on_line.append(first_on_line)

    def add_comment(self, start, end):
        self.comment_starts.append(start)
        self.comment_ends.append(end)
