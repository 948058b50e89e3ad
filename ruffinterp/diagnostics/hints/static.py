"""Hints for what is found without running a program, by the compiler and ``ruff check`` (tooling.md 9.3)."""

# ---- what stands in a wrong place

LEAVE = 'A function is left with return; a loop outside of a function stays outside.'
FINALLY = 'A finally block runs to its end, whatever the try block did.'
GENERATOR = 'Generators are declared with a star: func* name() { ... }.'
THROW = ('Write throw("message"), with further values in its text: '
         'throw("message: ${value}").')

# ---- methods that change their receiver

MUTABLE_SELF = 'A method changes what it is called on:  func add(mut self, item) { ... }'
RETURN_SELF = 'Write  self  and return what has changed.'
SLICE = 'Give the slice a name, change that, and assign it:  xs[a:b] := part'
NULL_RECEIVER = 'Write  if x != null { x.%s(...) }'
METHOD_CALL = "'%s' is a method: it is called with parentheses."

# ---- branches and patterns

ELSE = 'Write  if condition { value } else { other }.'
DEFAULT = 'Add  default: { ... }  or a case for each variant of the enum.'
VALUE = ('The value of a branch is that of its last statement: an expression, or an if, match '
         'or try that has one.')
CASE_LET = 'Write  case let %s if ...  to bind what is matched.'
PAIRS = 'Write  for [a, b] in %s(...)  with brackets.'

# ---- enums

VARIANTS = 'Its variants: %s.'
PAYLOAD = 'It is declared as %s(%s).'
NEAREST_VARIANT = 'Did you mean %s::%s?'
WRAPPER = 'The variants are Option::Some, Option::None, Result::Ok and Result::Err.'

STRUCT_LITERAL = 'A struct is made with braces: %s { field: value }.'

# ---- expressions

SLICE_BOUNDS = 'A slice has two bounds and one colon: [%s : %s].'
FORMAT = 'A format is [[fill]align][sign][0][width][,][.precision][type], as in ${x:>8.2f}.'

# ---- types

SAME_TYPES = 'Try converting the values to the same type'
CONVERT = 'Try converting the value with to_int(), to_float(), to_string(), or to_bool()'
DECLARED_TYPE = 'Try removing the type annotation or converting the value to the correct type'
CONSTANT_TYPE = 'Constants must be initialized with a value matching their declared type'

# ---- what is likely meant otherwise

LET = 'Declare it with let if it is meant to change.'
UNQUOTED_KEY = 'Write (%s) for the value, or "%s" for the text'
UNQUOTED_CASE = 'Write  case let x if x == %s:  for its value, or "%s" for the text'
UNQUOTED_VARIANT = 'Write  case %s::%s:'
AWAIT = 'Write  await %s(...) , or keep the promise and await it later.'
KEEP_RESULT = 'Write  %s := %s(%s%s)'
KEEP_METHOD_RESULT = 'Write  %s := %s.%s(...)'
UNUSED_VALUE = 'Give it a name, return it, or print it.'
FILE_LINES = 'Write file_lines(path) for the lines of a file.'

# ---- changes that are lost

CHANGED_PARAMETER = 'Return it, and keep it where the function is called:  x := f(x).'
CHANGED_ITEM = 'Change the item itself:  for i, x in %s { %s[i] := ... }.'
CHANGED_SELF = 'Declare the method with  mut self , or return self and keep it:  x := x.method().'
CHANGED_CAPTURE = 'Return it, or use a named function, which shares the variables around it.'
CHANGED_IN_TASK = 'Send it through a channel.'
