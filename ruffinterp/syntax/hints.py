"""Help for syntax errors: what people write who know other languages (tooling.md 9.3)."""
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.hints import foreign_words
from ruffinterp.diagnostics.hints.syntactic import PARSER_HELP
from ruffinterp.diagnostics.model import Edit
from ruffinterp.diagnostics.spelling import nearest
from ruffinterp.syntax import tokens
from ruffinterp.syntax.bracket_hints import explain_bracket, innermost_bracket, mark_bracket
from ruffinterp.syntax.classify import ENDS_OPERAND
from ruffinterp.syntax.token_hints import help_for_operator, help_for_tokens

# How many tokens before the error are looked at.
_WINDOW = 40

_STARTS_OPERAND = [_type in (
    tokens.IDENT, tokens.INT, tokens.FLOAT, tokens.STRING, tokens.ISTR_START, tokens.TRUE,
    tokens.FALSE, tokens.NULL, tokens.SELF, tokens.NOT, tokens.AWAIT, tokens.LBRACE)
    for _type in range(len(tokens.NAMES))]


def explain(context, diagnostic):
    """Give the Diagnostic for an ``ErrorContext`` its help and the places that explain it."""
    text = help_for_operator(context)
    if text == '':
        text = _help_for_words(context.parser, context.parser.position)
    if text == '':
        text = help_for_tokens(context)
    if text == '':
        text = explain_bracket(context, diagnostic)
    if text == '':
        bracket = innermost_bracket(context.parser)
        if bracket >= 0:
            text = _help_for_words(context.parser, bracket)
    if text == '':
        text = PARSER_HELP
    diagnostic.help = text
    mark_bracket(context, diagnostic)


# ---------------------------------------------------------------- words that are the error

def misused_word(parser, last):
    """The token of a word of another language that explains an error behind ``last``, found there
    or before it on the same line; -1 without one."""
    token = last
    while token >= 0 and token > last - _WINDOW:
        if parser.types[token] == tokens.IDENT and is_misused_word(parser, token):
            return token
        if parser.stream.first_on_line[token]:
            break
        token -= 1
    return -1


def is_misused_word(parser, token):
    """Is the name at ``token`` a word of another language: does an operand follow on its line, or is
    it the head of a function?"""
    following = token + 1
    if parser.stream.first_on_line[following]:
        return False
    type = parser.types[following]
    if type != tokens.LPAR and not _STARTS_OPERAND[type]:
        return False
    word = parser.token_text(token)
    if is_string_prefix(parser, token):
        return True
    if not foreign_words.is_misused(word):
        return False
    if token > 0:
        previous = parser.types[token - 1]
        if (previous == tokens.DOT or previous == tokens.OPTDOT or
                previous == tokens.COLONCOLON):
            return False
    if type == tokens.LPAR:
        mate = parser.stream.mates[following]
        return (word in foreign_words.FUNCTION_WORDS and mate >= 0 and
                parser.types[mate + 1] == tokens.LBRACE)
    return True


def is_string_prefix(parser, token):
    """Is the token an ``f`` right before a string, as in Python?"""
    following = parser.types[token + 1]
    return (parser.token_text(token) == 'f' and
            (following == tokens.STRING or following == tokens.ISTR_START) and
            parser.stream.ends[token] == parser.stream.starts[token + 1])


def report_misused_word(parser, token):
    """The diagnostic for the word at ``token``."""
    word = parser.token_text(token)
    help = foreign_words.help_for_syntax(word, True)
    if is_string_prefix(parser, token):
        help = foreign_words.STRING_PREFIX
    if word in foreign_words.CALLED_WORDS:
        found = token + 1
        message = "Expected '(' after '%s' but found '%s'" % (word, parser.token_text(found))
        parser.token_error(kinds.FOREIGN_WORD, message, found, help)
        return
    message = "Expected expression but found '%s'" % word
    if _starts_statement(parser, token):
        message = "Invalid statement: unexpected '%s'" % word
    parser.token_error(kinds.FOREIGN_WORD, message, token, help)


def _starts_statement(parser, token):
    if token == 0 or parser.stream.first_on_line[token]:
        return True
    previous = parser.types[token - 1]
    return previous == tokens.SEMI or previous == tokens.LBRACE or ENDS_OPERAND[previous]


# ---------------------------------------------------------------- misspelled keywords

_STATEMENT_KEYWORDS = [tokens.KEYWORDS[_type - tokens.FIRST_KEYWORD] for _type in (
    tokens.LET, tokens.MUT, tokens.CONST, tokens.FUNC, tokens.RETURN, tokens.ENUM, tokens.STRUCT,
    tokens.MATCH, tokens.IF, tokens.ELSE, tokens.LOOP, tokens.WHILE, tokens.FOR, tokens.TRY,
    tokens.EXCEPT, tokens.IMPORT, tokens.EXPORT, tokens.FROM, tokens.SPAWN, tokens.YIELD,
    tokens.ASYNC)] + ['finally']


def misspelled_keyword(parser):
    """The token of a name that is spelled like a keyword and explains an error at the token that
    the parser stands at, found before it on its line or on that of the innermost bracket; -1
    without one."""
    token = _misspelled_before(parser, parser.position)
    if token < 0:
        bracket = innermost_bracket(parser)
        if bracket >= 0:
            token = _misspelled_before(parser, bracket)
    return token


def _misspelled_before(parser, last):
    token = last
    while token >= 0 and token > last - _WINDOW:
        if parser.types[token] == tokens.IDENT and _begins_statement(parser, token) and (
                _keyword_meant(parser, token) != ''):
            return token
        if parser.stream.first_on_line[token]:
            break
        token -= 1
    return -1


def _begins_statement(parser, token):
    if token == 0 or parser.stream.first_on_line[token]:
        return True
    previous = parser.types[token - 1]
    return previous == tokens.SEMI or previous == tokens.LBRACE or previous == tokens.RBRACE


def _keyword_meant(parser, token):
    """The keyword that a name at the start of a statement is spelled like, if an operand or a block
    follows on its line; '' without one."""
    following = token + 1
    if parser.stream.first_on_line[following]:
        return ''
    type = parser.types[following]
    if type == tokens.LPAR:
        # A call, unless a block follows.
        mate = parser.stream.mates[following]
        if mate < 0 or parser.types[mate + 1] != tokens.LBRACE:
            return ''
    elif not (_STARTS_OPERAND[type] or type == tokens.LBRACE_STRUCT or type >= tokens.FIRST_KEYWORD):
        return ''
    word = parser.token_text(token)
    if foreign_words.help_for_syntax(word, True) != '':
        return ''
    return nearest(word, _STATEMENT_KEYWORDS)


def report_misspelled_keyword(parser, token):
    """The diagnostic for the name at ``token``."""
    diagnostic = parser.token_error(
        kinds.MISSPELLED_KEYWORD,
        "Invalid statement: unexpected '%s'" % parser.token_text(token), token, '')
    keyword = _keyword_meant(parser, token)
    diagnostic.suggest_name(keyword, Edit(parser.stream.starts[token], parser.stream.ends[token],
                                          keyword))


# ---------------------------------------------------------------- words that explain it

def _help_for_words(parser, last):
    """Help for a foreign word at the token ``last`` or before it on the same line."""
    token = last
    while token >= 0 and token > last - _WINDOW:
        if parser.types[token] == tokens.IDENT:
            text = _help_for_word(parser, token, parser.token_text(token))
            if text != '':
                return text
        if parser.stream.first_on_line[token]:
            break
        token -= 1
    return ''


def _help_for_word(parser, token, word):
    following = tokens.END
    if token + 1 < len(parser.types):
        following = parser.types[token + 1]
    if word in foreign_words.FUNCTION_WORDS:
        if following == tokens.IDENT or following == tokens.LPAR:
            return foreign_words.help_for_syntax(word, False)
        return ''
    if word in foreign_words.CALLED_WORDS and following == tokens.LPAR:
        return ''
    # A word that is used as a name, as in new(1) or x.class, is none of these slips.
    if following == tokens.ASSIGN or following == tokens.DOT:
        return ''
    if token > 0:
        previous = parser.types[token - 1]
        if previous == tokens.DOT or previous == tokens.OPTDOT:
            return ''
        if (word == 'and' or word == 'or') and not ENDS_OPERAND[previous]:
            return ''
    return foreign_words.help_for_syntax(word, token == parser.position)
