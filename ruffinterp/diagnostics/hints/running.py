"""Hints for errors of running programs (tooling.md 9.1, 9.4)."""

NEVER_AWAITED = 'The promise was never awaited.'

# ---- variables

VALUE_LATER = "'%s' gets its value only later, or in a part that did not run."
ENUM_AS_VALUE = "'%s' is an enum: its values are its variants, written %s::Variant."
COMPARED = "Write '%s := value' to give it a value; '==' compares."
IN_BLOCK = "'%s' is declared in a block and known only there; declare it before the block."

# ---- members

FUNCTION_NOT_METHOD = "'%s' is a function: %s(value)."
MAYBE_MISSING_KEY = 'Where a key may be missing write get_default(d, key, value).'
VALUE_TYPE = 'The value is of type %s.'

# ---- values of a kind that holds other values and is mistaken for them

PROMISE = 'This is a promise: write await for what it gives.'
ITERATOR = 'This is an iterator: .collect() makes an array of what it gives.'

# ---- operators

DECREMENT = "There is no '--': write name -= 1."
JOINED_TEXT = 'Convert the other operand with to_string(value), or write "${value}".'
