"""Source text to tokens (language.md section 1).

Newlines are no tokens; every token knows whether it is the first one on its line.  An interpolated
string becomes a flat sequence ``ISTR_START {ISTR_TEXT | ISTR_OPEN tokens [ISTR_SPEC] ISTR_CLOSE} ISTR_END``
whose inner tokens come from the same scanner, so the parser needs neither a second start symbol nor
a second pass.
"""
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints.lexical import (
    ESCAPE_HELP, LEXER_HELP, NESTED_QUOTE_HELP, QUOTE_HELP, TRIPLE_QUOTE_HELP, help_for_character,
    help_for_number, missing_quote)
from ruffinterp.diagnostics.hints.syntactic import PARSER_HELP
from ruffinterp.syntax import tokens
from ruffinterp.syntax.errors import INVALID_INTERPOLATION, NESTING_TOO_DEEP, DiagnosticList
from ruffinterp.syntax.literals import is_escape
from ruffinterp.text.characters import (
    CHARACTER_CLASS, DIGIT, LETTER, character_length, identifier_end, is_digit)

# Strings inside interpolations inside strings: the scanner recurses once per level.
MAX_NESTED_STRINGS = 100

BYTE_ORDER_MARK = '\xef\xbb\xbf'


class Lexer(object):
    """Makes the ``TokenStream`` of a source; errors are collected in ``diagnostics``, a
    DiagnosticList."""

    def __init__(self, source):
        self.source = source
        self.text = source.text
        self.stream = tokens.TokenStream()
        self.diagnostics = DiagnosticList(source)
        # True when the text ended inside a string, an interpolation or a comment.
        self.unterminated = False
        self._first_on_line = True
        self._nesting = 0
        # Brackets that are open inside the innermost interpolation.
        self._open_brackets = 0
        # '{' -> '}' inside the interpolations met so far, see _match_braces
        self._brace_mates = {}

    def run(self):
        text = self.text
        self._find_null_bytes()
        start = 0
        if text.startswith(BYTE_ORDER_MARK):
            start = len(BYTE_ORDER_MARK)
        self._scan(start, len(text))
        self.stream.add(tokens.END, len(text), len(text), True)
        return self.stream

    # ------------------------------------------------------------ errors

    def _error(self, kind, message, start, end, help=LEXER_HELP):
        if self._nesting > 0:
            if help == LEXER_HELP:
                help = PARSER_HELP
            self.diagnostics.add(kinds.INVALID_INTERPOLATION, INVALID_INTERPOLATION, start, end, help)
        else:
            self.diagnostics.add(kind, message, start, end, help)

    def _find_null_bytes(self):
        position = self.text.find('\x00')
        while position >= 0 and not self.diagnostics.is_full():
            self._error(kinds.NULL_BYTE, 'Null byte is not allowed in source', position, position + 1)
            position = self.text.find('\x00', position + 1)

    # ------------------------------------------------------------ the scanner

    def _add(self, type, start, end):
        self.stream.add(type, start, end, self._first_on_line)
        self._first_on_line = False

    def _scan(self, position, limit):
        text = self.text
        while position < limit:
            c = text[position]
            if c == ' ' or c == '\t' or c == '\x00':
                position += 1
            elif c == '\n' or c == '\r':
                self._first_on_line = True
                position += 1
            else:
                kind = ord(CHARACTER_CLASS[ord(c)])
                if kind == LETTER:
                    position = self._scan_word(position, limit)
                elif kind == DIGIT:
                    position = self._scan_number(position, limit)
                elif c == '"':
                    position = self._scan_string(position, limit)
                elif c == '#':
                    position = self._scan_line_comment(position, limit)
                elif c == '/' and position + 1 < limit and text[position + 1] == '/':
                    position = self._scan_line_comment(position, limit)
                elif c == '/' and position + 1 < limit and text[position + 1] == '*':
                    position = self._scan_block_comment(position, limit)
                else:
                    position = self._scan_operator(c, position, limit)

    def _scan_word(self, start, limit):
        text = self.text
        end = identifier_end(text, start, limit)
        assert start >= 0
        assert end >= start
        type = tokens.IDENT
        if end - start <= tokens.LONGEST_KEYWORD:
            type = tokens.KEYWORD_TYPES.get(text[start:end], tokens.IDENT)
        self._add(type, start, end)
        return end

    def _scan_number(self, start, limit):
        text = self.text
        type = tokens.INT
        end = start + 1
        while end < limit and is_digit(text[end]):
            end += 1
        if end + 1 < limit and text[end] == '.' and is_digit(text[end + 1]):
            type = tokens.FLOAT
            end += 2
            while end < limit and is_digit(text[end]):
                end += 1
        word_end = identifier_end(text, end, limit)
        if word_end > end:
            assert start >= 0
            assert word_end >= start
            self._error(kinds.MALFORMED_NUMBER,
                        'Malformed numeric literal: ' + text[start:word_end], start, word_end,
                        help_for_number(text[start:word_end]))
        self._add(type, start, end)
        return word_end

    def _scan_line_comment(self, start, limit):
        text = self.text
        end = start
        while end < limit and text[end] != '\n' and text[end] != '\r':
            end += 1
        self.stream.add_comment(start, end)
        return end

    def _scan_block_comment(self, start, limit):
        text = self.text
        assert limit >= 0
        body = start + 2
        assert body >= 0
        end = text.find('*/', body, limit)
        if end < 0:
            self._error(kinds.UNTERMINATED_COMMENT, 'Unterminated block comment', start, limit)
            self.unterminated = True
            end = limit
        else:
            end += 2
        for i in range(start, end):
            if text[i] == '\n' or text[i] == '\r':
                self._first_on_line = True
                break
        self.stream.add_comment(start, end)
        return end

    def _scan_operator(self, c, position, limit):
        after = '\x00'
        if position + 1 < limit:
            after = self.text[position + 1]
        type = _two_character_operator(c, after)
        if type >= 0:
            length = 2
            if type == tokens.DOT:
                length = 1
                if after == '.' and position + 2 < limit and self.text[position + 2] == '.':
                    type = tokens.ELLIPSIS
                    length = 3
        else:
            type = _one_character_operator(c)
            length = 1
        if type >= 0:
            if self._nesting > 0:
                if type == tokens.COLON and self._open_brackets == 0:
                    # A format (decision 58): raw up to the brace that closes the interpolation.
                    self._add(tokens.ISTR_SPEC, position, limit)
                    return limit
                if c == '(' or c == '[' or c == '{':
                    self._open_brackets += 1
                elif c == ')' or c == ']' or c == '}':
                    self._open_brackets -= 1
            self._add(type, position, position + length)
            return position + length
        return self._invalid_character(position, limit)

    def _invalid_character(self, position, limit):
        end = position + character_length(self.text, position)
        if end > limit:
            end = limit
        assert position >= 0
        assert end >= position
        character = self.text[position:end]
        help = help_for_character(character)
        if self._nesting > 0 and character == '\\':
            help = NESTED_QUOTE_HELP
        self._error(kinds.INVALID_CHARACTER, "Invalid character: '" + character + "'", position,
                    end, help)
        if character == "'" or character == '`':
            return _quotation_end(self.text, end, limit, character)
        return end

    # ------------------------------------------------------------ strings

    def _skip_triple_quotes(self, start, limit):
        """An empty string right before another one is never meant."""
        self._error(kinds.TRIPLE_QUOTES, "A string begins and ends with one '\"'", start, start + 3,
                    TRIPLE_QUOTE_HELP)
        body = start + 3
        assert body >= 0
        assert limit >= 0
        end = self.text.find('"""', body, limit)
        end = limit if end < 0 else end + 3
        self._add(tokens.STRING, start, end)
        return end

    def _scan_string(self, start, limit):
        """Scan a string from its opening quote; returns the offset behind it."""
        text = self.text
        position = start + 1
        if position + 1 < limit and text[position] == '"' and text[position + 1] == '"':
            return self._skip_triple_quotes(start, limit)
        segment = position
        interpolated = False
        while position < limit:
            c = text[position]
            if c == '"':
                if interpolated:
                    self._add_string_text(segment, position)
                    self._add(tokens.ISTR_END, position, position + 1)
                else:
                    self._add(tokens.STRING, start, position + 1)
                return position + 1
            if c == '\\':
                position = self._check_escape(position, limit)
            elif c == '$' and position + 1 < limit and text[position + 1] == '{':
                if not interpolated:
                    interpolated = True
                    self._add(tokens.ISTR_START, start, start + 1)
                self._add_string_text(segment, position)
                position = self._scan_interpolation(position, limit)
                segment = position
                if position == limit:
                    return limit
            else:
                position += 1
        self._error(kinds.UNTERMINATED_STRING, 'Unterminated string literal', start, limit,
                    self._help_for_unterminated(start))
        self.unterminated = True
        return limit

    def _help_for_unterminated(self, start):
        """A string over several lines right before may be the one that lacks its quote."""
        stream = self.stream
        i = len(stream.types) - 1
        while i >= 0:
            if stream.types[i] == tokens.STRING:
                first = self.source.line(stream.starts[i])
                last = self.source.line(stream.ends[i])
                if first != last:
                    return missing_quote(first, last)
            i -= 1
        return QUOTE_HELP

    def _add_string_text(self, start, end):
        if end > start:
            self._add(tokens.ISTR_TEXT, start, end)

    def _check_escape(self, position, limit):
        """Check the escape sequence at a backslash; returns the offset behind it."""
        following = position + 1
        if following >= limit:
            return limit
        if is_escape(self.text[following]):
            return following + 1
        end = following + character_length(self.text, following)
        if end > limit:
            end = limit
        assert following >= 0
        assert end >= following
        self._error(kinds.INVALID_ESCAPE, 'Invalid escape sequence: \\\\' + self.text[following:end],
                    following, end, ESCAPE_HELP)
        return end

    def _scan_interpolation(self, start, limit):
        """Scan ``${ expression }`` or ``${ expression :format}``; returns the offset behind the
        closing brace, or ``limit`` when the rest of the text cannot be scanned."""
        brace = start + 1
        if self._nesting == 0 and not self._match_braces(brace, limit):
            self._error(kinds.UNTERMINATED_STRING, 'Unterminated interpolated string expression',
                        start, limit)
            self.unterminated = True
            return limit
        if self._nesting == MAX_NESTED_STRINGS:
            self.diagnostics.add(kinds.NESTING_TOO_DEEP, NESTING_TOO_DEEP, start, brace + 1)
            return limit
        # Braces are balanced inside an interpolation, so the mate of an inner one is known.
        close = self._brace_mates[brace]
        self._add(tokens.ISTR_OPEN, start, brace + 1)
        self._nesting += 1
        open_brackets = self._open_brackets
        self._open_brackets = 0
        self._scan(brace + 1, close)
        self._open_brackets = open_brackets
        self._nesting -= 1
        self._add(tokens.ISTR_CLOSE, close, close + 1)
        return close + 1

    def _match_braces(self, brace, limit):
        """Record the mate of ``brace`` and of every brace inside it; False if it is never closed.

        Quotes, comments and escapes do not count here (language.md 1.6).  Run for outermost
        interpolations only: once per level would be quadratic.
        """
        text = self.text
        open_braces = [brace]
        position = brace + 1
        while position < limit:
            c = text[position]
            if c == '{':
                open_braces.append(position)
            elif c == '}':
                self._brace_mates[open_braces.pop()] = position
                if len(open_braces) == 0:
                    return True
            position += 1
        return False


def _quotation_end(text, position, limit, quote):
    """The offset behind the quote that ends a text of another language on this line; ``position``
    if there is none."""
    end = position
    while end < limit and text[end] != '\n' and text[end] != '\r':
        if text[end] == quote:
            return end + 1
        end += 1
    return position


def _two_character_operator(c, after):
    """The type of an operator of two characters, -1 if there is none (DOT for any kind of dots)."""
    if after == '=':
        if c == ':':
            return tokens.ASSIGN
        if c == '=':
            return tokens.EQ
        if c == '!':
            return tokens.NE
        if c == '<':
            return tokens.LE
        if c == '>':
            return tokens.GE
        if c == '+' or c == '-' or c == '*' or c == '/' or c == '%':
            return tokens.AUGASSIGN
    elif c == '&' and after == '&':
        return tokens.AND
    elif c == '|':
        if after == '|':
            return tokens.OR
        if after == '>':
            return tokens.PIPE
    elif c == '?':
        if after == '?':
            return tokens.COALESCE
        if after == '.':
            return tokens.OPTDOT
    elif c == '-' and after == '>':
        return tokens.ARROW
    elif c == ':' and after == ':':
        return tokens.COLONCOLON
    if c == '.':
        return tokens.DOT
    return -1


def _one_character_table():
    table = [-1] * 256
    for c, type in [
            ('(', tokens.LPAR), (')', tokens.RPAR), ('[', tokens.LBRACK), (']', tokens.RBRACK),
            ('{', tokens.LBRACE), ('}', tokens.RBRACE), (',', tokens.COMMA), (';', tokens.SEMI),
            (':', tokens.COLON), ('?', tokens.QUESTION), ('=', tokens.ASSIGN), ('|', tokens.BAR),
            ('&', tokens.AMPERSAND), ('!', tokens.NOT), ('<', tokens.LT), ('>', tokens.GT),
            ('+', tokens.PLUS), ('-', tokens.MINUS), ('*', tokens.STAR), ('/', tokens.SLASH),
            ('%', tokens.PERCENT)]:
        table[ord(c)] = type
    return table


_ONE_CHARACTER = _one_character_table()


def _one_character_operator(c):
    return _ONE_CHARACTER[ord(c)]
