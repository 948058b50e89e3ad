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

# ---- operators of other languages

INCREMENT = "There is no '++': write name += 1."
DECREMENT = "There is no '--': write name -= 1."
POWER = "There is no '**': write pow(base, exponent)."
RANGE = "There is no '..': write range(start, end), xs[start:end] for a part, '+' to join strings."
THREE_WAY = "There is no '<=>': sort takes func(a, b) { return a > b }, sort_by a key."
UNEQUAL = "Write '!=' to compare."
SHIFT_LEFT = "There is no '<<': write bit_shl(x, count)."
SHIFT_RIGHT = "There is no '>>': write bit_shr(x, count)."
LESS_EQUAL = "Write '<='."
STRICT_EQUALITY = "Write '==' to compare and '!=' for its opposite."
SINGLE_AND = "Logical 'and' is written '&&', the bit operation bit_and(a, b)."
SINGLE_OR = "Logical 'or' is written '||', the bit operation bit_or(a, b)."
CONTAINS = 'Write contains(values, value) to look for a value.'
FAT_ARROW = "There is no '=>': write func(x) { return ... }, or ':' after a case pattern."
WHOLE_DIVISION = "Write '/': the quotient of two ints is an int."
CONDITIONAL = 'A choice of two values is written: x := if condition { a } else { b }.'
JOIN = "Strings are joined by '+'."
SLICE_STEP = 'A slice has no step: reverse(xs) turns it around, chunk(xs, n) makes parts.'
SPREAD = "The items of an array are passed one by one with '...' before it: f(...xs)."

# ---- headers and bodies

SPAWN = 'A task is a block: spawn { work() }.'
COUNTING_LOOP = 'Counting loops are written: for i in range(start, end) { ... }.'
LOOP = 'A loop over values is written: for name in values { ... }.'
LOOP_PARENTHESES = ('Write it without parentheses: for name in values { ... }, '
                    'or for [a, b] in pairs { ... }.')
LAMBDA = 'Functions without a name are written func(x) { return ... }.'
RESULT_TYPE = "The type of the result follows '->': func name(x) -> int { ... }."
ARROW_BODY = "A body is a block: func(x) { return ... }; behind '->' stands its type."
COMPARE = "Write '==' to compare."
NEEDS_BRACES = 'The %s needs braces: { ... }.'
LONE_BLOCK = 'A block belongs to if, while, for, func ...; entries of a dictionary are written key: value.'
MISSPELLED_ARM = "Did you mean '%s'?"
ALTERNATIVES = "Alternatives are separated by '|': case 1 | 2: { ... }."
VARIANT_CASE = 'A variant is written Name::Variant: case Name::Variant(value): { ... }.'
CASE = 'A case is written: case pattern: { ... }.'
ONE_EXCEPT = 'A try has one except, for every error: except err { match err.value { ... } }.'
ERROR_NAME = 'The error needs a name: try { ... } except err { ... }.'
ELSE = "An 'else' follows the '}' of an if block."

# ---- declarations

VALUE_BY_COMPARISON = "Write ':=' to give a value; '==' compares."
VALUE = 'A variable has a value from the start: let name := null.'
TYPED_DECLARATION = "A declaration with a type needs 'let': let name: type := value."
TYPE_BEFORE_VARIABLE = 'The type stands behind the name: let %s: %s := value.'
TYPE_BEFORE_NAME = 'The type stands behind the name: %s: %s.'
MUTABLE = 'What let declares can change: let name := value.'
SEVERAL_RESULTS = 'Several values are returned as an array: return [a, b].'
SEVERAL_TARGETS = 'Several variables are set by: [a, b] := [1, 2].'
VARIANTS = "Variants are names, separated by ','; values go with them as Name::Variant(value)."
VARIANT_VALUES = 'The values of a variant stand in parentheses: %s::%s(value).'
PAYLOAD_NAMES = 'The values of a variant have names, no types: Name(value, other).'
ARRAY_TYPE = "The type of an array is written 'array' or Array<int>."
DICT_TYPE = "The type of a dict is written 'dict'."
MEMBERS = "Fields and methods are separated by ',' or a new line."
METHODS = 'Methods are declared in the struct: struct Name { func method() { ... } }.'
PARENTHESES = 'The parentheses are always there: func name() { ... }.'
ASYNC = 'Write async func name() { ... }.'
MODULE_NAME = 'A module is named without quotes and without .ruff: import name.'
ALL_EXPORTS = 'All exports at once are imported by: import name.'
PATTERN_PLACE = "Without 'let' a pattern may hold fields and items: [o.field, xs[i]] := values."
RESERVED_WORD = '%s is a reserved word; choose another name.'

# ---- expressions

CONVERSION = "'%s' is the word for a type: a value is converted by to_%s(value)."
ENTRY = 'Entries of a dictionary are written key: value.'
NAMED_ARGUMENT = 'Arguments have no names: they stand in the order of the parameters.'
STRUCT_LITERAL = 'Structs are made with braces: %s { field: value }.'
COMPREHENSION = 'There is no comprehension: write map(values, func(x) { return ... }).'
TUPLE = 'There are no tuples: arrays are written [a, b].'
