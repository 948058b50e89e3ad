"""The types that the checker knows (language.md 14, tooling.md 9.5).

``ANY`` stands for everything that is not known; it agrees with every type.
"""

(ANY, INT, FLOAT, STRING, BOOL, RESULT, OPTION, CONTAINER, NAMED, SEQUENCE) = range(10)


class Type(object):
    """``kind``: one of the constants above; ``name``: the word for it in messages.

    A SEQUENCE is what the library reads as an array: an array or a string; iterators are not known.
    A CONTAINER (of the library) and a NAMED type (a struct or enum) are what their name says;
    ``arguments`` are those of RESULT (two) and OPTION (one).  ``is_certain``: of a NAMED type, that it
    rests on a value of the program rather than on an annotation, which nobody enforces.
    """
    _immutable_fields_ = ['kind', 'name', 'arguments[*]', 'is_certain']
    is_certain = False

    def __init__(self, kind, name, arguments):
        self.kind = kind
        self.name = name
        self.arguments = arguments[:]

    def text(self):
        """The type as messages show it."""
        if self.kind == RESULT:
            return 'Result { ok_type: %s, err_type: %s }' % (
                self.arguments[0].text(), self.arguments[1].text())
        if self.kind == OPTION:
            return 'Option { inner_type: %s }' % self.arguments[0].text()
        return self.name

    def is_known(self):
        return self.kind != ANY

    def is_number(self):
        return self.kind == INT or self.kind == FLOAT

    def library_word(self):
        """The word for the kind of the values that the tables of methods have, '' for others."""
        if self.kind == STRING or self.kind == CONTAINER:
            return self.name.lower()
        return ''

    def is_basic(self):
        """Whether it is one of the types that the language can spell in a result position."""
        return INT <= self.kind <= OPTION


any_type = Type(ANY, 'Any', [])
int_type = Type(INT, 'Int', [])
float_type = Type(FLOAT, 'Float', [])
string_type = Type(STRING, 'String', [])
bool_type = Type(BOOL, 'Bool', [])
array_type = Type(CONTAINER, 'Array', [])
dict_type = Type(CONTAINER, 'Dict', [])
function_type = Type(CONTAINER, 'Function', [])
# What a parameter of the library accepts that truncates floats.
truncating_type = Type(FLOAT, 'Int', [])
# The same for one that is an array and only read (decision 59).
sequence_type = Type(SEQUENCE, 'Array', [])


def certain_type(name):
    """The type of a value that is a struct of this name for certain."""
    type = Type(NAMED, name, [])
    type.is_certain = True
    return type


def result_type(ok_type, err_type):
    return Type(RESULT, 'Result', [ok_type, err_type])


def option_type(inner_type):
    return Type(OPTION, 'Option', [inner_type])


def accepts(declared, given):
    """Whether a value of the type ``given`` may stand where ``declared`` is declared."""
    if declared.kind == ANY or given.kind == ANY:
        return True
    if declared.kind == FLOAT:
        return given.is_number()
    if declared.kind == SEQUENCE:
        return given.kind == STRING or accepts(array_type, given)
    if declared.kind != given.kind:
        return False
    if declared.kind == CONTAINER or declared.kind == NAMED:
        return declared.name == given.name
    for i in range(len(declared.arguments)):
        if not accepts(declared.arguments[i], given.arguments[i]):
            return False
    return True


def same(left, right):
    """Whether two types accept each other and neither is unknown."""
    return left.kind == right.kind and left.kind != ANY and \
        accepts(left, right) and accepts(right, left)


def arithmetic_result(operator, left, right):
    """The type of ``left operator right`` (one of ``+ - * / %``); None if it is an error.

    What a struct on the left does is its own affair (language.md 6.5).
    """
    if left.kind == ANY or right.kind == ANY or left.kind == NAMED:
        return any_type
    if left.is_number() and right.is_number():
        if left.kind == INT and right.kind == INT:
            return int_type
        return float_type
    if operator == '+' and same(left, right):
        if left.kind == STRING or left.name == array_type.name:
            return left
    elif operator == '*':
        if is_repetition(left, right):
            return left
        if is_repetition(right, left):
            return right
    return None


def is_repetition(repeated, count):
    """Whether the product of two types may be a repeated string or array; a declared float may be
    an int."""
    return (repeated.kind == STRING or repeated.name == array_type.name) and count.is_number()


def is_ordered(left, right):
    """Whether ``left < right`` may be meant (decision 42)."""
    if left.kind == ANY or right.kind == ANY or left.kind == NAMED:
        return True
    if left.is_number():
        return right.is_number()
    if left.kind == STRING or left.kind == BOOL:
        return right.kind == left.kind
    return left.name == array_type.name and right.name == array_type.name
