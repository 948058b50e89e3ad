"""Tokens, positions and lexical errors (language.md section 1)."""
import pytest

from ruffinterp.syntax import tokens
from ruffinterp.syntax.errors import SyntaxErrors
from ruffinterp.syntax.lexer import Lexer
from ruffinterp.syntax.source import Source
from ruffinterp.syntax.test.tree_text import parse_text, tree


def lex(text):
    lexer = Lexer(Source('test.ruff', text))
    return lexer, lexer.run()


def token_names(text):
    lexer, stream = lex(text)
    assert lexer.diagnostics.items == []
    return ' '.join([tokens.NAMES[type] for type in stream.types[:-1]])


def first_error(text):
    """(code, message, line, column) of the first diagnostic."""
    source = Source('test.ruff', text)
    with pytest.raises(SyntaxErrors) as raised:
        parse_text(text)
    diagnostic = raised.value.diagnostics[0]
    return (diagnostic.kind.code, diagnostic.title) + source.position(diagnostic.primary.start)


@pytest.mark.parametrize('text, expected', [
    ('a:=b=c==d!=e', 'IDENT ASSIGN IDENT ASSIGN IDENT EQ IDENT NE IDENT'),
    ('a<=b<c>=d>e', 'IDENT LE IDENT LT IDENT GE IDENT GT IDENT'),
    ('+ - * / % ! && || ?? ?. ? |> -> ::', 'PLUS MINUS STAR SLASH PERCENT NOT AND OR COALESCE '
     'OPTDOT QUESTION PIPE ARROW COLONCOLON'),
    ('+= -= *= /= %=', 'AUGASSIGN AUGASSIGN AUGASSIGN AUGASSIGN AUGASSIGN'),
    ('... .. . | & : ; ,', 'ELLIPSIS DOT DOT DOT BAR AMPERSAND COLON SEMI COMMA'),
    ('5.abs 1. 2.5 .5', 'INT DOT IDENT INT DOT FLOAT DOT INT'),
    ('a // rest\nb # rest\n/// doc\nc /* x\n * y */ d', 'IDENT IDENT IDENT IDENT'),
    ('a /* no /* nesting */ b', 'IDENT IDENT'),
    ('"# no // comment /*"', 'STRING'),
    ('#!/usr/bin/env ruff\nx', 'IDENT'),
    ('\xef\xbb\xbfx', 'IDENT'),
    ('x\xc3\xa9\xe4\xb8\xad1', 'IDENT'),
    ('let lets int integer', 'LET IDENT T_INT IDENT'),
    ('"${a}"', 'ISTR_START ISTR_OPEN IDENT ISTR_CLOSE ISTR_END'),
    ('"x ${a} $5 ${"y${b}"}z"', 'ISTR_START ISTR_TEXT ISTR_OPEN IDENT ISTR_CLOSE ISTR_TEXT '
     'ISTR_OPEN ISTR_START ISTR_TEXT ISTR_OPEN IDENT ISTR_CLOSE ISTR_END ISTR_CLOSE ISTR_TEXT '
     'ISTR_END'),
    ('"${ {"a": {}} }"', 'ISTR_START ISTR_OPEN LBRACE STRING COLON LBRACE RBRACE RBRACE ISTR_CLOSE '
     'ISTR_END'),
    ('"\\${a}" "$"', 'STRING STRING'),
    ('"${a:>8}b"', 'ISTR_START ISTR_OPEN IDENT ISTR_SPEC ISTR_CLOSE ISTR_TEXT ISTR_END'),
    ('"${a:}"', 'ISTR_START ISTR_OPEN IDENT ISTR_SPEC ISTR_CLOSE ISTR_END'),
    ('"${a:::# /* x(:)"}"', 'ISTR_START ISTR_OPEN IDENT COLONCOLON ISTR_SPEC ISTR_CLOSE ISTR_END'),
    ('"${a::b :d}"', 'ISTR_START ISTR_OPEN IDENT COLONCOLON IDENT ISTR_SPEC ISTR_CLOSE ISTR_END'),
    ('"${a:=b}"', 'ISTR_START ISTR_OPEN IDENT ASSIGN IDENT ISTR_CLOSE ISTR_END'),
    ('"${a[b:c]}"', 'ISTR_START ISTR_OPEN IDENT LBRACK IDENT COLON IDENT RBRACK ISTR_CLOSE ISTR_END'),
    ('"${a[b:]:d}"', 'ISTR_START ISTR_OPEN IDENT LBRACK IDENT COLON RBRACK ISTR_SPEC ISTR_CLOSE '
     'ISTR_END'),
    ('"${({a: b}):d}"', 'ISTR_START ISTR_OPEN LPAR LBRACE IDENT COLON IDENT RBRACE RPAR ISTR_SPEC '
     'ISTR_CLOSE ISTR_END'),
    ('"${":" + "${a:d}":s}"', 'ISTR_START ISTR_OPEN STRING PLUS ISTR_START ISTR_OPEN IDENT ISTR_SPEC '
     'ISTR_CLOSE ISTR_END ISTR_SPEC ISTR_CLOSE ISTR_END'),
    ('"${(/* : */"${a:d}", b: c)}"', 'ISTR_START ISTR_OPEN LPAR ISTR_START ISTR_OPEN IDENT ISTR_SPEC '
     'ISTR_CLOSE ISTR_END COMMA IDENT COLON IDENT RPAR ISTR_CLOSE ISTR_END'),
    ('"${{a: "${b}"}["c"]:d}":d', 'ISTR_START ISTR_OPEN LBRACE IDENT COLON ISTR_START ISTR_OPEN IDENT '
     'ISTR_CLOSE ISTR_END RBRACE LBRACK STRING RBRACK ISTR_SPEC ISTR_CLOSE ISTR_END COLON IDENT'),
])
def test_token_types(text, expected):
    assert token_names(text) == expected


def test_offsets_and_first_on_line():
    _, stream = lex('a "b" /*\n*/ cd\r\n  e')
    assert zip(stream.starts, stream.ends) == [(0, 1), (2, 5), (12, 14), (18, 19), (19, 19)]
    assert stream.first_on_line == [True, False, True, True, True]
    assert zip(stream.comment_starts, stream.comment_ends) == [(6, 11)]


@pytest.mark.parametrize('text, expected', [
    (r'"a\n\t\\\"\$\r"', r'"a\n\t\\\"$\r"'),
    ('"a\nb"', r'"a\nb"'),
    ('"\xc3\xa9"', r'"\xc3\xa9"'),
    (r'"\n${1}\t"', r'(join "\n" 1 "\t")'),
    ('1.25', '1.25'),
    ('99999999999999999999999999', '99999999999999999999999999'),
])
def test_literal_values(text, expected):
    assert tree(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('x := @', ('RUFLEX001', "Invalid character: '@'", 1, 6)),
    ('\n  \xc3\xa9 := 1', ('RUFLEX001', "Invalid character: '\xc3\xa9'", 2, 3)),
    ('\xff', ('RUFLEX001', "Invalid character: '\xff'", 1, 1)),
    ('x\x00', ('RUFLEX002', 'Null byte is not allowed in source', 1, 2)),
    ('"a\x00"', ('RUFLEX002', 'Null byte is not allowed in source', 1, 3)),
    ('x := "ab\nc', ('RUFLEX003', 'Unterminated string literal', 1, 6)),
    ('"ab\\', ('RUFLEX003', 'Unterminated string literal', 1, 1)),
    ('"a${b', ('RUFLEX003', 'Unterminated interpolated string expression', 1, 3)),
    ('"${"${', ('RUFLEX003', 'Unterminated interpolated string expression', 1, 2)),
    ('a /* b', ('RUFLEX004', 'Unterminated block comment', 1, 3)),
    ('print("\\q")', ('RUFLEX005', 'Invalid escape sequence: \\\\q', 1, 9)),
    ('12ab', ('RUFLEX007', 'Malformed numeric literal: 12ab', 1, 1)),
    ('x := 1e5', ('RUFLEX007', 'Malformed numeric literal: 1e5', 1, 6)),
    ('0x1F', ('RUFLEX007', 'Malformed numeric literal: 0x1F', 1, 1)),
    ('1_000', ('RUFLEX007', 'Malformed numeric literal: 1_000', 1, 1)),
    ('1.5x', ('RUFLEX007', 'Malformed numeric literal: 1.5x', 1, 1)),
    ('"${1 @ 2}"', ('RUFPARSE001', 'Invalid interpolated string expression', 1, 6)),
    ('"${f("x}")}"', ('RUFPARSE001', 'Invalid interpolated string expression', 1, 6)),
    ('"${f(\\"x\\")}"', ('RUFPARSE001', 'Invalid interpolated string expression', 1, 6)),
    ('"${}"', ('RUFPARSE001', 'Invalid interpolated string expression', 1, 4)),
    ('"${a b}"', ('RUFPARSE001', 'Invalid interpolated string expression', 1, 6)),
])
def test_errors(text, expected):
    assert first_error(text) == expected


def test_all_lexical_errors_are_reported_and_the_parser_is_not_run():
    with pytest.raises(SyntaxErrors) as raised:
        parse_text('x := @ )\ny := 12ab\n"\\q"')
    codes = [diagnostic.kind.code for diagnostic in raised.value.diagnostics]
    assert codes == ['RUFLEX001', 'RUFLEX007', 'RUFLEX005']


@pytest.mark.parametrize('text, at_end', [
    ('"abc', True), ('"${a', True), ('/* a', True), ('f(', True), ('if x {\n', True), ('x :=', True),
    ('f)', False), ('x := @', False), ('f(]\ng(', False)])
def test_could_more_text_repair_it(text, at_end):
    with pytest.raises(SyntaxErrors) as raised:
        parse_text(text)
    assert raised.value.at_end == at_end


def test_nested_strings_have_a_limit():
    def nested(depth):
        return '"${' * depth + '1' + '}"' * depth
    parse_text(nested(100))
    assert first_error(nested(101))[1] == 'Nesting is too deep'
    # Linear, not once per level.
    assert first_error('"${' * 20000 + '}"' * 20000)[1] == 'Nesting is too deep'
