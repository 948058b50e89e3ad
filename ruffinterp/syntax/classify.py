"""Second pass over the tokens: matches brackets and rewrites the few token types that depend on
their surroundings (language.md 1.8), so that the grammar is LALR(1).  Both passes are linear.

* ``{`` is split into LBRACE_PAT (destructuring: its mate is followed by ``:=``), LBRACE_STRUCT
  (struct literal) and LBRACE (block, dict literal, everything else);
* ``[`` is split into LBRACK_PAT and LBRACK;
* a keyword after ``.`` or ``?.`` on the same line is a name, except ``import``;
* ``test`` is a keyword before a string only, ``as`` in import statements only, ``finally`` between
  ``}`` and ``{``, ``throw`` before an operand on its line (in ``throw(e)`` it is a name);
* ``if`` and ``match`` are IF_VALUE and MATCH_VALUE where an operand stands.
"""
from ruffinterp.syntax import tokens
from ruffinterp.syntax.tokens import (
    AND, ARROW, AS, ASSIGN, ASYNC, AUGASSIGN, AWAIT, COALESCE, COLON, COLONCOLON, COMMA, DOT,
    ELLIPSIS, END, ENUM, EQ, EXCEPT, FALSE, FINALLY, FIRST_KEYWORD, FLOAT, FOR, FUNC, GE, GT, IDENT,
    IF, IF_VALUE, IMPORT, INT, ISTR_CLOSE, ISTR_END, ISTR_OPEN, ISTR_START, LBRACE, LBRACE_PAT,
    LBRACE_STRUCT, LBRACK, LBRACK_PAT, LE, LPAR, LT, MATCH, MATCH_VALUE, MINUS, NE, NOT, NULL,
    OPTDOT, OR, PERCENT, PIPE, PLUS, QUESTION, RBRACE, RBRACK, RETURN, RPAR, SELF, SLASH, STAR,
    STRING, STRUCT, TEST, THROW, TRUE, WHILE, YIELD)


def _table_of(types):
    table = [False] * len(tokens.NAMES)
    for type in types:
        table[type] = True
    return table


# Tokens that can end an operand.
ENDS_OPERAND = _table_of([IDENT, INT, FLOAT, STRING, TRUE, FALSE, NULL, SELF, RPAR, RBRACK, RBRACE,
                          QUESTION, ISTR_END])
# Tokens before a name which tell that no struct literal begins with it.
_NOT_BEFORE_STRUCT = _table_of([DOT, OPTDOT, COLONCOLON, ARROW, STRUCT, ENUM, EXCEPT])

# Tokens behind which an operand stands and no statement can.
_BEFORE_OPERAND = _table_of([
    ASSIGN, AUGASSIGN, LPAR, LBRACK, COMMA, COLON, ELLIPSIS, ISTR_OPEN, PIPE, COALESCE, OR, AND, NOT,
    EQ, NE, LT, LE, GT, GE, PLUS, MINUS, STAR, SLASH, PERCENT, AWAIT, THROW])
# Tokens that begin what `throw` throws; a parenthesis makes it a call.
_AFTER_THROW = _table_of([
    IDENT, INT, FLOAT, STRING, ISTR_START, TRUE, FALSE, NULL, SELF, LBRACE, NOT, AWAIT, FUNC, ASYNC,
    IF, MATCH, TEST])

# Kinds of brackets, for the search of mates.
_NO_BRACKET, _PARENTHESIS, _BRACKET, _BRACE, _INTERPOLATION = range(5)
_OPENER = [_NO_BRACKET] * len(tokens.NAMES)
_CLOSER = [_NO_BRACKET] * len(tokens.NAMES)
for _kind, _open, _close in [(_PARENTHESIS, LPAR, RPAR), (_BRACKET, LBRACK, RBRACK),
                             (_BRACE, LBRACE, RBRACE), (_INTERPOLATION, ISTR_OPEN, ISTR_CLOSE)]:
    _OPENER[_open] = _kind
    _CLOSER[_close] = _kind


def classify(stream, text):
    """Fill ``stream.mates`` and rewrite ``stream.types`` in place; ``text`` is the source text."""
    _resolve_words(stream)
    stream.mates = match_brackets(stream.types)
    _BracketClassifier(stream).run()


# ---------------------------------------------------------------- words

# Where an import statement stands, to know its ``as`` from a name.
_NO_IMPORT, _IMPORTED_NAME, _AFTER_NAME, _ALIAS, _AFTER_ALIAS = range(5)


def _resolve_words(stream):
    types = stream.types
    previous = END
    place = _NO_IMPORT
    for i in range(len(types)):
        type = types[i]
        if type >= FIRST_KEYWORD:
            if _is_name(stream, i, previous, place):
                type = IDENT
                types[i] = IDENT
        if place != _NO_IMPORT or type == IMPORT:
            place = _next_import_place(place, type)
        previous = type


def _next_import_place(place, type):
    if type == IMPORT:
        return _IMPORTED_NAME
    if type == IDENT:
        if place == _IMPORTED_NAME:
            return _AFTER_NAME
        if place == _ALIAS:
            return _AFTER_ALIAS
    elif type == AS and place == _AFTER_NAME:
        return _ALIAS
    elif type == COMMA and (place == _AFTER_NAME or place == _AFTER_ALIAS):
        return _IMPORTED_NAME
    return _NO_IMPORT


def _is_name(stream, index, previous, place):
    """Is the keyword at ``index`` used as a name here?"""
    type = stream.types[index]
    same_line = not stream.first_on_line[index]
    if (previous == DOT or previous == OPTDOT) and same_line and type != IMPORT:
        return True
    if type == TEST:
        following = stream.types[index + 1]
        return not (following == STRING or following == ISTR_START)
    if type == AS:
        following = stream.types[index + 1]
        return not (place == _AFTER_NAME and same_line and
                    (following == IDENT or following == AS))
    if type == FINALLY:
        return not (previous == RBRACE and stream.types[index + 1] == LBRACE)
    if type == THROW:
        return stream.first_on_line[index + 1] or not _begins_thrown(stream, index + 1)
    return False


def _begins_thrown(stream, index):
    """Does the token at ``index``, behind a ``throw``, begin an operand?  ``throw [0]`` does, but
    not ``throw[0]``, which is an item of a variable."""
    type = stream.types[index]
    if type == LBRACK:
        return stream.starts[index] > stream.ends[index - 1]
    return _AFTER_THROW[type]


# ---------------------------------------------------------------- brackets

def match_brackets(types):
    """The index of the mate of every bracket token, -1 for none and for other tokens.

    A closer pops to the nearest opener of its kind; without one it is ignored.
    """
    mates = [-1] * len(types)
    stack = []
    open_count = [0] * 5
    for i in range(len(types)):
        type = types[i]
        kind = _OPENER[type]
        if kind != _NO_BRACKET:
            stack.append(i)
            open_count[kind] += 1
            continue
        kind = _CLOSER[type]
        if kind != _NO_BRACKET and open_count[kind] > 0:
            while True:
                opener = stack.pop()
                opener_kind = _OPENER[types[opener]]
                open_count[opener_kind] -= 1
                if opener_kind == kind:
                    break
            mates[opener] = i
            mates[i] = opener
    return mates


class _BracketClassifier(object):
    """Walks the tokens with a stack of frames, one per open bracket.

    A frame is *in a header* from ``if while for match`` to the ``{`` of the body; ``bodies`` counts the
    function literals in the header whose own body is still to come.
    """

    def __init__(self, stream):
        self.types = stream.types
        self.mates = stream.mates
        self.first_on_line = stream.first_on_line
        self.openers = [-1]
        self.headers = [False]
        self.bodies = [0]

    def run(self):
        types = self.types
        previous = END
        before_previous = END
        for i in range(len(types)):
            type = types[i]
            if _OPENER[type] != _NO_BRACKET:
                if type == LBRACE:
                    type = self._classify_brace(i, previous, before_previous)
                    types[i] = type
                elif type == LBRACK:
                    type = self._classify_bracket(i, previous)
                    types[i] = type
                self._push(i)
            elif _CLOSER[type] != _NO_BRACKET:
                self._pop_to(self.mates[i])
            elif type == IF or type == WHILE or type == FOR or type == MATCH:
                if self._is_operand(i, previous):
                    types[i] = IF_VALUE if type == IF else MATCH_VALUE
                self.headers[-1] = True
                self.bodies[-1] = 0
            elif type == FUNC:
                if self.headers[-1]:
                    self.bodies[-1] += 1
            elif type == COLON:
                self.headers[-1] = False
            before_previous = previous
            previous = type

    def _is_operand(self, index, previous):
        """Does the ``if`` or ``match`` at ``index`` stand where an operand does (decision 48)?  In
        a header it would take the body for its own."""
        type = self.types[index]
        if (type != IF and type != MATCH) or self.headers[-1]:
            return False
        if previous == RETURN or previous == YIELD:
            return not self.first_on_line[index]
        return _BEFORE_OPERAND[previous]

    def _push(self, index):
        self.openers.append(index)
        self.headers.append(False)
        self.bodies.append(0)

    def _pop_to(self, opener):
        if opener < 0:
            return
        while self.openers[-1] >= opener:
            self.openers.pop()
            self.headers.pop()
            self.bodies.pop()

    def _assigned(self, index):
        """Is the mate of the bracket at ``index`` followed by an assignment operator?"""
        mate = self.mates[index]
        return mate >= 0 and self.types[mate + 1] == ASSIGN

    def _classify_brace(self, index, previous, before_previous):
        if self._assigned(index):
            return LBRACE_PAT
        in_header = self.headers[-1]
        if previous == IDENT and not _NOT_BEFORE_STRUCT[before_previous]:
            following = self.types[index + 1]
            if following == IDENT and self.types[index + 2] == COLON:
                return LBRACE_STRUCT
            if following == RBRACE and not in_header:
                return LBRACE_STRUCT
        if in_header and ENDS_OPERAND[previous]:
            if self.bodies[-1] > 0:
                self.bodies[-1] -= 1
            else:
                self.headers[-1] = False
        return LBRACE

    def _classify_bracket(self, index, previous):
        if self._assigned(index) and (self.first_on_line[index] or not ENDS_OPERAND[previous]):
            return LBRACK_PAT
        return LBRACK
