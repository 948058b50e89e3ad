"""``a // b``: a comment here, where other languages divide two ints (language.md 1.2)."""

from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints.syntactic import WHOLE_DIVISION
from ruffinterp.diagnostics.model import WARNING, Diagnostic, Edit, Suggestion
from ruffinterp.syntax import tokens
from ruffinterp.syntax.classify import ENDS_OPERAND, match_brackets
from ruffinterp.syntax.lexer import Lexer
from ruffinterp.text.characters import (
    CHARACTER_CLASS, DIGIT, LETTER, NON_ASCII, identifier_end, is_digit)


def division_comments(source):
    """Warnings, as list of Diagnostic, about the comments of a Source without lexical errors that
    look like a divisor: numbers and names of the program behind an operand on their line."""
    stream = Lexer(source).run()
    found = []
    if len(stream.comment_starts) == 0:
        return found
    search = DivisorSearch(source, stream)
    for i in range(len(stream.comment_starts)):
        start = stream.comment_starts[i]
        end = stream.comment_ends[i]
        if search.divides(start, end):
            diagnostic = Diagnostic(
                kinds.DIVISION_COMMENT, "What stands behind '//' is a comment", source, start, end)
            diagnostic.severity = WARNING
            diagnostic.suggestion = Suggestion(WHOLE_DIVISION, Edit(start, start + 2, '/'))
            found.append(diagnostic)
    return found


class DivisorSearch(object):
    """``names``: {name: True} of the program; ``token``: the one before the last comment."""

    def __init__(self, source, stream):
        self.text = source.text
        self.stream = stream
        self.mates = match_brackets(stream.types)
        self.names = {}
        self.token = -1
        for i in range(len(stream.types)):
            if stream.types[i] == tokens.IDENT:
                self.names[self._token_text(i)] = True

    def _token_text(self, token):
        start = self.stream.starts[token]
        end = self.stream.ends[token]
        assert start >= 0
        assert end >= start
        return self.text[start:end]

    def divides(self, start, end):
        """Is the comment between two byte offsets meant as a divisor?  To be asked in the order of
        the text."""
        if self.text[start] != '/' or self.text[start + 1] != '/':
            return False
        stream = self.stream
        while stream.ends[self.token + 1] <= start and stream.types[self.token + 1] != tokens.END:
            self.token += 1
        token = self.token
        if token < 0 or not ENDS_OPERAND[stream.types[token]] or self._is_call_alone(token):
            return False
        position = stream.ends[token]
        while position < start:
            if self.text[position] == '\n' or self.text[position] == '\r':
                return False
            position += 1
        return self._is_operand(start + 2, end)

    def _is_call_alone(self, last):
        """Is the line a call up to its ``last`` token?  Behind ``print(x)`` stands what it prints."""
        first = self.mates[last] - 1
        return first >= 0 and self.stream.first_on_line[first]

    def _is_operand(self, position, end):
        """Do numbers and names of the program, joined by operators, make the whole text?"""
        text = self.text
        after_operand = False
        while position < end:
            c = text[position]
            kind = ord(CHARACTER_CLASS[ord(c)])
            if c == '#' or (c == '/' and position + 1 < end and text[position + 1] == '/'):
                break
            elif kind == DIGIT or kind == LETTER or kind == NON_ASCII:
                word_end = position + 1
                if kind == DIGIT:
                    while word_end < end and (is_digit(text[word_end]) or text[word_end] == '.'):
                        word_end += 1
                else:
                    word_end = max(identifier_end(text, position, end), word_end)
                    assert position >= 0
                    assert word_end >= position
                    if text[position:word_end] not in self.names:
                        return False
                if after_operand:
                    return False
                after_operand = True
                position = word_end
            else:
                if c in '+-*/%.,':
                    after_operand = False
                elif c not in ' \t()[]':
                    return False
                position += 1
        return after_operand
