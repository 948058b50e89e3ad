"""Hints for errors of running programs (tooling.md 9.1, 9.4)."""

from ruffinterp.diagnostics import kinds

NEVER_AWAITED = 'The promise was never awaited.'

# ---- variables

VALUE_LATER = "'%s' gets its value only later, or in a part that did not run."
ENUM_AS_VALUE = "'%s' is an enum: its values are its variants, written %s::Variant."
VARIANT = 'A variant of an enum is written %s::%s.'
COMPARED = "Write '%s := value' to give it a value; '==' compares."
IN_BLOCK = "'%s' is declared in a block and known only there; declare it before the block."

# ---- members

FUNCTION_NOT_METHOD = "'%s' is a function: %s(value)."
FUNCTION_INSTEAD = 'Write the function: %s(value).'
METHOD_NOT_FUNCTION = "'%s' is a method: %s."
THROWN_VALUE = 'What was thrown is the value of the error: err.value.%s'
MAYBE_MISSING_KEY = 'Where a key may be missing write get_default(d, key, value).'
TYPE = 'The %s is of type %s.'

# ---- values of a kind that holds other values and is mistaken for them

PROMISE = 'This is a promise: write await for what it gives.'
ITERATOR = 'This is an iterator: .collect() makes an array of what it gives.'

# ---- operators

DECREMENT = "There is no '--': write name -= 1."
JOINED_TEXT = 'Convert the other operand with to_string(value), or write "${value}".'

OPERAND_TYPES = 'The operands are of type %s and %s.'

STRUCT_OPERATOR = 'A struct has this operator by a method: func %s(self, other) { ... }.'
STRUCT_ORDER = 'Structs are ordered by a method: func op_lt(self, other) { ... }.'
APPENDED_ITEM = 'An item is appended by xs.push(value), the items of another array by +.'
NULL_ORDER = 'Does a function give null because its return is missing?'

# The methods of operators (language.md 6.5).
OPERATOR_METHODS = {'+': 'op_add', '-': 'op_sub', '*': 'op_mul', '/': 'op_div', '%': 'op_mod'}

# ---- indexes

ITEM_COUNT = 'The length is %d.'
EMPTY = 'It is empty.'
STRING_ITEM = ('Strings do not change: make a new one of parts, as in '
               'substring(s, 0, i) + text + substring(s, i + 1, len(s)).')

# ---- calls

STRUCT_CALL = 'Structs are made with braces: %s { %s }.'
LINE_GOES_ON = "The line that starts with '%s' goes on with the one before: end that one with ';'."
GOES_ON_HERE = 'goes on here'
ARGUMENT_TYPE = 'Argument %d is of type %s.'


def _typed_parts():
    """For each kind of error about one value what that value is."""
    found = [''] * len(kinds.KINDS)
    for kind, what in [
            (kinds.NO_FIELDS, 'value'), (kinds.NOT_INDEXABLE, 'value'),
            (kinds.NOT_ASSIGNABLE, 'value'), (kinds.NOT_ITERABLE, 'value'),
            (kinds.NOT_SPREADABLE, 'value'), (kinds.NOT_UNWRAPPABLE, 'value'),
            (kinds.NOT_CALLABLE, 'value'), (kinds.INDEX_TYPE, 'index'), (kinds.KEY_TYPE, 'key')]:
        found[kind.number] = what
    return found


# By the number of the kind; '' for all others.
TYPED_PARTS = _typed_parts()
