"""What is wrong with a program, as symbols (tooling.md 9.1, 9.3)."""

# All kinds by their number.
KINDS = []


class Kind(object):
    """``name``: for programs that read reports; it stays once it is published.

    ``heading``: the words before the title of a report for people.  ``code`` and ``subsystem``: of the
    contract (tooling.md 9.3).  ``number``: index into KINDS.
    """
    _immutable_fields_ = ['name', 'heading', 'code', 'subsystem', 'number']

    def __init__(self, name, heading, code, subsystem):
        self.name = name
        self.heading = heading
        self.code = code
        self.subsystem = subsystem
        self.number = len(KINDS)
        KINDS.append(self)

    def is_syntax(self):
        return self.subsystem == 'lexer' or self.subsystem == 'parser'


def _lexical(name, code):
    return Kind(name, '[%s] [lexer] error' % code, code, 'lexer')


def _syntactic(name):
    return Kind(name, '[RUFPARSE001] [parser] error', 'RUFPARSE001', 'parser')


def _semantic(name, heading):
    return Kind(name, heading, 'RUFRUN001', 'runtime')


def _runtime(name):
    return _semantic(name, 'Runtime Error')


# ---- lexer and parser

INVALID_CHARACTER = _lexical('invalid-character', 'RUFLEX001')
NULL_BYTE = _lexical('null-byte', 'RUFLEX002')
UNTERMINATED_STRING = _lexical('unterminated-string', 'RUFLEX003')
UNTERMINATED_COMMENT = _lexical('unterminated-comment', 'RUFLEX004')
INVALID_ESCAPE = _lexical('invalid-escape', 'RUFLEX005')
MALFORMED_NUMBER = _lexical('malformed-number', 'RUFLEX007')
TRIPLE_QUOTES = _lexical('triple-quotes', 'RUFLEX010')

UNEXPECTED_TOKEN = _syntactic('unexpected-token')
FOREIGN_WORD = _syntactic('foreign-word')
MISSPELLED_KEYWORD = _syntactic('misspelled-keyword')
INVALID_INTERPOLATION = _syntactic('invalid-interpolation')
NESTING_TOO_DEEP = _syntactic('nesting-too-deep')
CHAINED_ASSIGNMENT = _syntactic('chained-assignment')
INVALID_CONSTRUCT = _syntactic('invalid-construct')

# ---- compiler and checker

COMPILATION = _semantic('compilation', 'Compilation error')
DUPLICATE_DECLARATION = _semantic('duplicate-declaration', 'Compilation error')

TYPE_ERROR = _semantic('type', 'Type Error')
UNDEFINED_FUNCTION = _semantic('undefined-function', 'Undefined Function')
UNDEFINED_NAME = _semantic('undefined-name', 'Undefined Name')
ARGUMENT_COUNT = _semantic('argument-count', 'Type Error')
UNKNOWN_MEMBER = _semantic('unknown-member', 'Unknown Member')
INCOMPLETE_LITERAL = _semantic('incomplete-literal', 'Incomplete Literal')
CONSTANT_CHANGE = _semantic('constant-change', 'Constant Change')
UNKNOWN_EXPORT = _semantic('unknown-export', 'Unknown Export')
UNKNOWN_ENUM = _semantic('unknown-enum', 'Unknown Enum')
UNQUOTED_KEY = _semantic('unquoted-key', 'Unquoted Key')
LOST_CHANGE = _semantic('lost-change', 'Lost Change')
UNREACHABLE_CASE = _semantic('unreachable-case', 'Unreachable Case')
UNAWAITED_PROMISE = _semantic('unawaited-promise', 'Unawaited Promise')
PATH_AS_TEXT = _semantic('path-as-text', 'Path As Text')
UNUSED_RESULT = _semantic('unused-result', 'Unused Result')
DIVISION_COMMENT = _semantic('division-comment', 'Division Comment')

# ---- run time

# An error that says no more than its message.
FAILURE = _runtime('failure')
# A value that the program itself has thrown: its text is the program's affair.
THROWN = _runtime('thrown')

UNDEFINED_VARIABLE = _runtime('undefined-variable')
TAKEN_VARIABLE = _runtime('taken-variable')
MISSING_KEY = _runtime('missing-key')
MISSING_FIELD = _runtime('missing-field')
MISSING_EXPORT = _runtime('missing-export')
NO_FIELDS = _runtime('no-fields')
UNKNOWN_FIELD = _runtime('unknown-field')
UNKNOWN_STRUCT = _runtime('unknown-struct')
MISSING_VALUE = _runtime('missing-value')

OPERAND = _runtime('operand')
UNARY_OPERAND = _runtime('unary-operand')
DIVISION_BY_ZERO = _runtime('division-by-zero')
INTEGER_RANGE = _runtime('integer-range')
NO_ORDER = _runtime('no-order')

INDEX_RANGE = _runtime('index-out-of-bounds')
INDEX_TYPE = _runtime('index-type')
KEY_TYPE = _runtime('key-type')
NOT_INDEXABLE = _runtime('not-indexable')
NOT_ASSIGNABLE = _runtime('not-assignable')
SLICE = _runtime('slice')
DESTRUCTURING = _runtime('destructuring')
NOT_ITERABLE = _runtime('not-iterable')
NOT_SPREADABLE = _runtime('not-spreadable')
NOT_UNWRAPPABLE = _runtime('not-unwrappable')

NOT_CALLABLE = _runtime('not-callable')
ARITY = _runtime('arity')
NEEDS_PLACE = _runtime('needs-place')
UNUSED_METHOD_RESULT = _runtime('unused-method-result')
ARGUMENT_TYPE = _runtime('argument-type')
CALL_DEPTH = _runtime('call-depth')
OUT_OF_MEMORY = _runtime('out-of-memory')

CONVERSION = _runtime('conversion')
INPUT_OUTPUT = _runtime('input-output')

MISSING_MODULE = _runtime('missing-module')
UNREADABLE_MODULE = _runtime('unreadable-module')
BROKEN_MODULE = _runtime('broken-module')
CIRCULAR_IMPORT = _runtime('circular-import')

# ---- the tool itself

TOOL = Kind('tool', '[RUFCLI001] [cli] error', 'RUFCLI001', 'cli')
