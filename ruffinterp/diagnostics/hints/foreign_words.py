"""Words of other languages and what is written instead (tooling.md 9.3).

All of them are plain names for the lexer.
"""

_NULL = "The missing value is written 'null'."
_ELSE_IF = "Write 'else if'."
_FUNCTION = "Functions are declared with 'func': func name(parameters) { ... }."
_VARIABLE = "Variables are declared with 'let' or by 'name := value'."
_PRINT = 'Write print(value).'
_FORMAT = 'Write print(format("%d items", count)).'
_FORMATTED = 'Write format("%d items", count).'
STRING_PREFIX = 'Every string may hold expressions: "${name}", without a letter before it.'
_IMPORT = "Modules are imported by name: import name, or from name import symbol."
_METHODS = 'Methods are declared in the struct: struct Name { func method() { ... } }.'
_REMOVE = 'Data are values: write  [d, x] := remove(d, key)  to go without an entry.'
_FILES = 'Write read_file(path), write_file(path, text) or file_lines(path).'
_NOT_NEEDED = 'Leave it out: a function sees the variables around it.'

# Words that no program uses as a name where an operand follows on the same line.
MISUSED_WORDS = {
    'and': "Logical 'and' is written '&&'.",
    'or': "Logical 'or' is written '||'.",
    'not': "Logical 'not' is written '!'.",
    'elif': _ELSE_IF, 'elsif': _ELSE_IF, 'elseif': _ELSE_IF,
    'catch': "Write 'except name { ... }' after a try block.",
    'var': _VARIABLE,
    'switch': "Write 'match value { case pattern: { ... } }'.",
    'class': "Write 'struct Name { ... }'.",
    'interface': _METHODS, 'trait': _METHODS,
    'new': "Write 'Name { field: value }' without 'new'.",
    'raise': 'Write throw("message").',
    'foreach': 'Write for name in values { ... }.',
    'unless': "Write 'if !condition { ... }'.",
    'until': "Write 'while !condition { ... }'.",
    'do': 'Write loop { ... } and leave it with if condition { break }.',
    'fn': _FUNCTION, 'fun': _FUNCTION, 'function': _FUNCTION, 'def': _FUNCTION, 'proc': _FUNCTION,
    'lambda': 'Functions without a name are written func(x) { return ... }.',
    'print': 'print is a function: print(value).',
    'println': 'println is a function: println(value).',
    'len': 'len is a function: len(value).',
    'assert': 'assert is a function: assert(condition).',
    'typeof': 'Write type(value).',
    'echo': _PRINT, 'puts': _PRINT, 'printf': _FORMAT, 'sprintf': _FORMATTED,
    'require': _IMPORT, 'include': _IMPORT, 'using': _IMPORT,
    'del': _REMOVE, 'delete': _REMOVE,
    'nonlocal': _NOT_NEEDED,
}

# Words that may be names, but explain a syntax error where they are unexpected.
_UNEXPECTED_WORDS = {
    'then': "A block is written in braces: '{ ... }'.",
    'end': "A block is written in braces: '{ ... }'.",
    'is': "Write '==' to compare.",
    'div': "Write '/': the quotient of two ints is an int.",
    'mod': "Write '%'.",
    'xor': 'Write bit_xor(a, b), or a != b for bools.',
}

# Words that explain why a name is bound to nothing.
_UNBOUND_WORDS = {
    'nil': _NULL, 'undefined': _NULL, 'NULL': _NULL, 'Null': _NULL, 'none': _NULL,
    'True': "Write 'true'.", 'TRUE': "Write 'true'.",
    'False': "Write 'false'.", 'FALSE': "Write 'false'.",
    'self': "A method that uses 'self' has it as its first parameter: func name(self) { ... }.",
    'this': "In a method the struct is called 'self'.",
    'pass': "An empty block is written '{ }'.",
    'open': _FILES, 'os': _FILES, 'fs': _FILES, 'File': _FILES, 'io': _FILES,
    'console': _PRINT, 'System': _PRINT, 'cout': _PRINT, 'fmt': _PRINT,
    'global': _NOT_NEEDED,
    'local': _VARIABLE, 'val': _VARIABLE, 'auto': _VARIABLE, 'my': _VARIABLE,
    'length': 'Write len(value).', 'size': 'Write len(value).', 'strlen': 'Write len(value).',
    'Math': 'These are plain functions: abs(x), floor(x), sqrt(x).',
    'math': 'These are plain functions: abs(x), floor(x), sqrt(x).',
    'JSON': 'Write parse_json(text) and to_json(value).',
    'Array': 'Arrays are written [1, 2, 3].', 'list': 'Arrays are written [1, 2, 3].',
    'isinstance': 'Compare the kind: type(value) == "string".',
    'Exception': 'Any value can be thrown: throw("message").',
    'Error': 'Any value can be thrown: throw("message").',
}

# Those of them that declare functions, as in fn(x) { ... }.
FUNCTION_WORDS = ['fn', 'fun', 'function', 'def', 'proc', 'lambda']

# Those that are functions here and lack their parentheses.
CALLED_WORDS = ['print', 'println', 'len', 'throw', 'assert']


def is_misused(word):
    return word in MISUSED_WORDS


def help_for_syntax(word, unexpected):
    """Help for a syntax error at or behind a word; ``unexpected``: the word is the error itself."""
    if word in MISUSED_WORDS:
        return MISUSED_WORDS[word]
    if unexpected and word in _UNEXPECTED_WORDS:
        return _UNEXPECTED_WORDS[word]
    return ''


def help_for_unbound(name):
    """What to write instead of a name that is bound to nothing; '' if it is no foreign word."""
    text = help_for_syntax(name, True)
    if text == '' and name in _UNBOUND_WORDS:
        text = _UNBOUND_WORDS[name]
    return text
