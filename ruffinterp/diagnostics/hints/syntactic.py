"""Hints for syntax errors: what people write who know other languages (tooling.md 9.3)."""

PARSER_HELP = 'Fix the parse error and rerun Ruff.'

# ---- brackets

OPENED_HERE = 'opened here'
INDENTED_DIFFERENTLY = 'indented differently'

CLOSES_NOTHING = 'This %s closes nothing.'
MISSING_COMMA = "Is a ',' missing before %s?"
NEVER_CLOSED = "The '%s' at line %d, column %d is never closed."
PROBABLY_NOT_CLOSED = ("The '{' at line %d, column %d is probably the one that is not closed: "
                       "the '}' at line %d is indented differently.")
