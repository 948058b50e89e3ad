"""The table of opcodes: what each does, and its operands (operands.py).

An instruction is the number of its opcode followed by one word for each operand. The function that
runs it has the names of the operands (vm/instructions.py), and so does the disassembler.
"""

from ruffinterp.bytecode.operands import Opcode

# Operands that many opcodes have.
BINARY = 'owned destination, value left, value right'
COMPARISON = 'value left, value right, target target'
MASKED_ARGUMENTS = ', mask owned, mask parameters, mask lent, count count * value argument'

# What is done with the result of a method; the receiver has the first bit of the masks.
METHOD = ', name name, use use, name text' + MASKED_ARGUMENTS

OPCODES = []


def declare(name, operands, sentence):
    """Add an opcode to the table; returns its number."""
    OPCODES.append(Opcode(len(OPCODES), name, operands, sentence))
    return len(OPCODES) - 1


# ---- moving values

MOVE = declare(
    'MOVE', 'borrowed destination, value source',
    'Copies a value to a register.')
COPY = declare(
    'COPY', 'borrowed destination, peeked source',
    'Copies a temporary that is read again.')
MOVE_OR_UNBOUND = declare(
    'MOVE_OR_UNBOUND', 'borrowed destination, optional source',
    'Copies a register, also when it is empty.')
KEEP = declare(
    'KEEP', 'peeked value',
    'Marks a borrowed value as shared, as it is stored a second time.')
KEEP_BOUND = declare(
    'KEEP_BOUND', 'variable register',
    'Marks the value of a parameter as shared unless the frame owns it; an empty one stays empty.')
LEND = declare(
    'LEND', 'peeked value',
    'Begins a loan: nothing changes the value in place until it is given back.')
GIVE_BACK = declare(
    'GIVE_BACK', 'peeked value',
    'Ends a loan.')
SET_OWNED = declare(
    'SET_OWNED', 'variable register',
    'Notes that the frame owns the value of a parameter.')
CHECK_BOUND = declare(
    'CHECK_BOUND', 'variable register',
    'Raises the error for a variable without a value.')
LOAD_GLOBAL = declare(
    'LOAD_GLOBAL', 'borrowed destination, cell cell',
    'Reads a global.')
STORE_GLOBAL = declare(
    'STORE_GLOBAL', 'cell cell, stored value',
    'Assigns a global.')
LOAD_CELL = declare(
    'LOAD_CELL', 'borrowed destination, variable register',
    'Reads a captured variable.')
LOAD_CELL_OR_UNBOUND = declare(
    'LOAD_CELL_OR_UNBOUND', 'borrowed destination, variable register',
    'Reads a captured variable, also when it has no value.')
STORE_CELL = declare(
    'STORE_CELL', 'variable register, optional source',
    'Assigns a captured variable; an empty register leaves it without a value.')
NEW_CELL = declare(
    'NEW_CELL', 'variable register',
    'Gives a variable that closures share a new cell without a value.')
BOX = declare(
    'BOX', 'variable register',
    'Moves the value of a parameter that closures share into a new cell.')
LOAD_EITHER = declare(
    'LOAD_EITHER', 'borrowed destination, variable register, cell cell',
    'Reads a local, or the global of its name while it has no value.')
STORE_EITHER = declare(
    'STORE_EITHER', 'variable register, cell cell, stored value',
    'Assigns a local, or the global of its name if only that has a value.')
LOAD_CELL_EITHER = declare(
    'LOAD_CELL_EITHER', 'borrowed destination, variable register, cell cell',
    'Reads a captured variable, or the global of its name while it has no value.')
STORE_CELL_EITHER = declare(
    'STORE_CELL_EITHER', 'variable register, cell cell, stored value',
    'Assigns a captured variable, or the global of its name if only that has a value.')
LOAD_EITHER_OR_UNBOUND = declare(
    'LOAD_EITHER_OR_UNBOUND', 'borrowed destination, variable register, cell cell',
    'Reads a local or the global of its name, also when neither has a value.')
LOAD_CELL_EITHER_OR_UNBOUND = declare(
    'LOAD_CELL_EITHER_OR_UNBOUND', 'borrowed destination, variable register, cell cell',
    'Reads a captured variable or the global of its name, also when neither has a value.')
MAKE_FUNCTION = declare(
    'MAKE_FUNCTION',
    'owned destination, code function, count count * capture mode, source captured',
    'Makes a function value with the variables that it captures.')

# ---- operators

ADD = declare('ADD', BINARY, 'Evaluates left + right.')
SUB = declare('SUB', BINARY, 'Evaluates left - right.')
MUL = declare('MUL', BINARY, 'Evaluates left * right.')
DIV = declare('DIV', BINARY, 'Evaluates left / right.')
MOD = declare('MOD', BINARY, 'Evaluates left % right.')
EQ = declare('EQ', BINARY, 'Evaluates left == right.')
NE = declare('NE', BINARY, 'Evaluates left != right.')
LT = declare('LT', BINARY, 'Evaluates left < right.')
LE = declare('LE', BINARY, 'Evaluates left <= right.')
GT = declare('GT', BINARY, 'Evaluates left > right.')
GE = declare('GE', BINARY, 'Evaluates left >= right.')
ADD_TO = declare(
    'ADD_TO', 'owned destination, value left, value right, mask owned, mask parameters',
    'Evaluates left + right; an array that is given away is extended. Masks as for CALL.')
NEG = declare('NEG', 'owned destination, value operand', 'Evaluates -operand.')
NOT = declare('NOT', 'owned destination, value operand', 'Evaluates !operand.')
INTERPOLATE = declare(
    'INTERPOLATE', 'owned destination, count count * value part',
    'Joins the displays of the parts of a string.')
FORMAT = declare(
    'FORMAT', 'owned destination, value operand, format specification',
    'Writes a value by a format.')

# ---- jumps

JUMP = declare('JUMP', 'target target', 'Goes on elsewhere, further on in the code.')
JUMP_BACK = declare(
    'JUMP_BACK', 'target target, number live',
    'Goes back to the start of a loop, around which so many temporaries are in use.')
JUMP_IF_FALSE = declare(
    'JUMP_IF_FALSE', 'value condition, target target', 'Jumps unless the condition holds.')
JUMP_IF_TRUE = declare(
    'JUMP_IF_TRUE', 'value condition, target target', 'Jumps if the condition holds.')
JUMP_UNLESS_NOT = declare(
    'JUMP_UNLESS_NOT', 'value operand, target target', 'Jumps unless !operand holds.')
JUMP_UNLESS_EQ = declare('JUMP_UNLESS_EQ', COMPARISON, 'Jumps unless left == right.')
JUMP_UNLESS_NE = declare('JUMP_UNLESS_NE', COMPARISON, 'Jumps unless left != right.')
JUMP_UNLESS_LT = declare('JUMP_UNLESS_LT', COMPARISON, 'Jumps unless left < right.')
JUMP_UNLESS_LE = declare('JUMP_UNLESS_LE', COMPARISON, 'Jumps unless left <= right.')
JUMP_UNLESS_GT = declare('JUMP_UNLESS_GT', COMPARISON, 'Jumps unless left > right.')
JUMP_UNLESS_GE = declare('JUMP_UNLESS_GE', COMPARISON, 'Jumps unless left >= right.')
JUMP_IF_NOT_NULL = declare(
    'JUMP_IF_NOT_NULL', 'peeked value, target target', 'Jumps if the value is not null.')
JUMP_IF_BOUND = declare(
    'JUMP_IF_BOUND', 'optional register, target target', 'Jumps if the register has a value.')
JUMP_UNLESS_ARRAY = declare(
    'JUMP_UNLESS_ARRAY', 'peeked value, target target', 'Jumps unless the value is an array.')
JUMP_UNLESS_TAG = declare(
    'JUMP_UNLESS_TAG', 'peeked subject, tag tag, target target',
    'Jumps unless the subject of a match is of the variant.')
JUMP_UNLESS_VALUE = declare(
    'JUMP_UNLESS_VALUE', 'peeked subject, value expected, target target',
    'Jumps unless the subject of a match equals a literal or the value of a constant.')

# ---- calls

CALL = declare(
    'CALL',
    'owned destination, value callee' + MASKED_ARGUMENTS,
    'Calls a value; compiler/ownership.py explains the masks.')
CALL_BUILTIN = declare(
    'CALL_BUILTIN',
    'owned destination, builtin builtin' + MASKED_ARGUMENTS,
    'Calls a builtin function; masks as for CALL.')
CALL_METHOD = declare(
    'CALL_METHOD',
    'owned destination, value receiver' + METHOD,
    'Calls a member of a value that no variable has.')
CALL_VARIABLE_METHOD = declare(
    'CALL_VARIABLE_METHOD',
    'owned destination, variable receiver, mask parts' + METHOD,
    'Calls a member of a local variable, which it may change; parts: arguments that come from it.')
CALL_OR_CHANGE = declare(
    'CALL_OR_CHANGE',
    'owned destination, value receiver, target done' + METHOD,
    'Calls a member and jumps; goes on if the call is going to change the receiver.')
CALL_CHANGING = declare(
    'CALL_CHANGING',
    'owned destination, value place' + METHOD,
    'Calls a method that changes the value at a place.')
GLOBAL_PLACE = declare(
    'GLOBAL_PLACE', 'owned destination, cell cell',
    'Makes the place of a global, for a method that changes it.')
CAPTURED_PLACE = declare(
    'CAPTURED_PLACE', 'owned destination, variable register, number is_shared',
    'Makes the place of a captured variable, or of self, which a function may share.')
INDEX_PLACE = declare(
    'INDEX_PLACE', 'owned destination, value root, value container, value index',
    'Makes the place container[index]; root: that of the variable, null for a local.')
FIELD_PLACE = declare(
    'FIELD_PLACE', 'owned destination, value root, value container, name name',
    'Makes the place container.name.')
KEY_PLACE = declare(
    'KEY_PLACE', 'owned destination, value root, value container, name name',
    'Makes the place container["name"].')
CALL_SPREAD = declare(
    'CALL_SPREAD', 'owned destination, value callee, value arguments',
    'Calls a value with the items of an array.')
CHECK_PIPE = declare(
    'CHECK_PIPE', 'peeked callee',
    'Raises the error for a pipe into what is not a function.')
RETURN = declare('RETURN', 'stored value', 'Ends the call with an owned or kept value.')
RETURN_PARAMETER = declare(
    'RETURN_PARAMETER', 'value register',
    'Ends the call with a parameter, which is marked as shared unless the frame owns it.')
YIELD = declare(
    'YIELD', 'owned destination, stored value',
    'Suspends a generator, which gives the value; it goes on with null.')
AWAIT = declare(
    'AWAIT', 'borrowed destination, peeked value',
    'Suspends the function until a promise is settled; gives its value.')
WAIT = declare(
    'WAIT', 'borrowed destination, peeked value',
    'Runs other tasks until a promise is settled, outside of async functions; gives its value.')
SPAWN = declare('SPAWN', 'value function', 'Starts a task.')

# ---- building values

ARRAY = declare(
    'ARRAY', 'owned destination, count count * stored item', 'Makes an array.')
ARRAY_APPEND = declare(
    'ARRAY_APPEND', 'peeked array, stored item', 'Appends an item to an array under construction.')
ARRAY_SPREAD = declare(
    'ARRAY_SPREAD', 'peeked array, value source',
    'Appends the items of an array to one under construction.')
RECORD = declare(
    'RECORD', 'owned destination, shape shape, count count * stored item',
    'Makes a dict whose keys are known.')
DICT = declare('DICT', 'owned destination', 'Makes an empty dict.')
DICT_SET = declare(
    'DICT_SET', 'peeked dict, value key, stored item', 'Adds an entry to a dict under construction.')
DICT_SPREAD = declare(
    'DICT_SPREAD', 'peeked dict, value source',
    'Adds the entries of a dict to one under construction.')
STRUCT = declare(
    'STRUCT', 'owned destination, struct struct, shape shape, count count * stored field',
    'Makes an instance of a struct; defaults are evaluated for the other fields.')
VARIANT = declare(
    'VARIANT', 'owned destination, tag tag, count count * stored item', 'Makes an enum value.')
WRAP_OK = declare('WRAP_OK', 'owned destination, stored value', 'Makes an Ok(value).')
WRAP_ERR = declare('WRAP_ERR', 'owned destination, stored value', 'Makes an Err(value).')
WRAP_SOME = declare('WRAP_SOME', 'owned destination, stored value', 'Makes a Some(value).')
DECLARE_METHODS = declare(
    'DECLARE_METHODS', 'struct struct, count count * name name, value method',
    'Gives a struct its methods.')
DECLARE_STRUCT = declare(
    'DECLARE_STRUCT', 'owned destination, struct struct, count count * name name, value default',
    'Declares the fields of a struct and how their defaults are computed.')

# ---- parts of values

INDEX = declare(
    'INDEX', 'borrowed destination, value container, value index', 'Reads container[index].')
INDEX_OWNED = declare(
    'INDEX_OWNED', 'kept destination, value container, value index',
    'Reads container[index] of a temporary.')
KEY = declare(
    'KEY', 'borrowed destination, value container, name name', 'Reads container["name"].')
KEY_OWNED = declare(
    'KEY_OWNED', 'kept destination, value container, name name',
    'Reads container["name"] of a temporary.')
FIELD = declare(
    'FIELD', 'borrowed destination, value container, name name', 'Reads container.name.')
FIELD_OWNED = declare(
    'FIELD_OWNED', 'kept destination, value container, name name',
    'Reads container.name of a temporary.')
SLICE = declare(
    'SLICE', 'owned destination, value container, value low, value high',
    'Makes a copy of container[low:high].')
OPTIONAL_FIELD = declare(
    'OPTIONAL_FIELD', 'borrowed destination, value container, name name',
    'Reads container?.name, null where there is none.')
FIELD_OR_UNBOUND = declare(
    'FIELD_OR_UNBOUND', 'kept destination, peeked receiver, name name',
    'Reads a field of the receiver for the variable of its name, which stays empty without one.')
CHECK_ARRAY = declare(
    'CHECK_ARRAY', 'peeked source, number is_key',
    'Raises the error for an array pattern against something else, such as the key of a dict.')
CHECK_FIELDS = declare(
    'CHECK_FIELDS', 'peeked source',
    'Raises the error for a dict pattern against what is neither a dict nor a struct.')
ITEM_OR_NULL = declare(
    'ITEM_OR_NULL', 'kept destination, peeked source, number index, number owned',
    'Reads an item that a pattern names, null where there is none.')
REST_OF_ARRAY = declare(
    'REST_OF_ARRAY', 'owned destination, peeked source, number start',
    'Makes an array of the items from start on.')
KEY_OR_NULL = declare(
    'KEY_OR_NULL', 'kept destination, peeked source, name name, number owned',
    'Reads a value that a pattern names, null where there is none.')
REST_OF_DICT = declare(
    'REST_OF_DICT', 'owned destination, peeked source, count count * name name',
    'Makes a dict of the entries that have none of the names.')
PAYLOAD = declare(
    'PAYLOAD', 'kept destination, peeked subject, number index, number owned',
    'Reads what a variant holds; the register stays empty without it.')
TRY_UNWRAP = declare(
    'TRY_UNWRAP', 'kept destination, value value, number owned, target target',
    'Reads what a success holds and jumps; otherwise gives the failure itself.')

# ---- writing in place

OWN_LOCAL = declare(
    'OWN_LOCAL', 'variable register', 'Copies the value of a variable unless it is exclusive.')
OWN_PARAMETER = declare(
    'OWN_PARAMETER', 'variable register',
    'Copies the value of a parameter unless it is exclusive and the frame owns it.')
OWN_GLOBAL = declare(
    'OWN_GLOBAL', 'borrowed destination, cell cell',
    'Reads a global after copying its value unless that is exclusive.')
OWN_CELL = declare(
    'OWN_CELL', 'borrowed destination, variable register',
    'Reads a captured variable after copying its value unless that is exclusive.')
OWN_INDEX = declare(
    'OWN_INDEX', 'borrowed destination, value container, peeked index',
    'Reads container[index] after copying it in its place unless it is exclusive.')
OWN_FIELD = declare(
    'OWN_FIELD', 'borrowed destination, value container, name name',
    'Reads container.name after copying it in its place unless it is exclusive.')
OWN_KEY = declare(
    'OWN_KEY', 'borrowed destination, value container, name name',
    'Reads container["name"] after copying it in its place unless it is exclusive.')
OWN_SAME_INDEX = declare(
    'OWN_SAME_INDEX',
    'borrowed destination, value container, peeked index, value old',
    'Gives the old value if it is still container[index] and exclusive, a copy of it otherwise.')
OWN_SAME_FIELD = declare(
    'OWN_SAME_FIELD', 'borrowed destination, value container, name name, value old',
    'Gives the old value if it is still container.name and exclusive, a copy of it otherwise.')
OWN_SAME_KEY = declare(
    'OWN_SAME_KEY', 'borrowed destination, value container, name name, value old',
    'Gives the old value if it is still container["name"] and exclusive, a copy of it otherwise.')
SET_INDEX = declare(
    'SET_INDEX', 'value container, value index, stored item', 'Assigns container[index].')
SET_FIELD = declare(
    'SET_FIELD', 'value container, name name, stored item', 'Assigns container.name.')
SET_KEY = declare(
    'SET_KEY', 'value container, name name, stored item', 'Assigns container["name"].')
SET_SLICE = declare(
    'SET_SLICE', 'value container, value low, value high, value items',
    'Assigns container[low:high]; the items come from an array.')
TAKE_INDEX = declare(
    'TAKE_INDEX', 'owned destination, value container, peeked index',
    'Takes container[index] out, to be put back when the statement ends.')
TAKE_FIELD = declare(
    'TAKE_FIELD', 'owned destination, value container, name name',
    'Takes container.name out, to be put back when the statement ends.')
TAKE_KEY = declare(
    'TAKE_KEY', 'owned destination, value container, name name',
    'Takes container["name"] out, to be put back when the statement ends.')
GET_OR_DEFAULT = declare(
    'GET_OR_DEFAULT',
    'borrowed destination, value container, peeked index, stored default, builtin builtin',
    'Reads what builtin, get, finds in the container; the default if the key is missing.')
TAKE_OR_DEFAULT = declare(
    'TAKE_OR_DEFAULT',
    'owned destination, value container, peeked index, stored default, builtin builtin',
    'Takes that out, to be put back when the statement ends.')

# ---- loops and errors

FOR_INIT = declare(
    'FOR_INIT', 'variable loop, value iterable',
    'Prepares a loop in the register and the one behind it.')
FOR_NEXT = declare(
    'FOR_NEXT', 'variable loop, borrowed destination, target target',
    'Reads the next item of a loop; jumps behind the last one.')
FOR_PAIRS_INIT = declare(
    'FOR_PAIRS_INIT', 'variable loop, value iterable',
    'Prepares a loop over pairs in the register and the two behind it.')
FOR_NEXT_PAIR = declare(
    'FOR_NEXT_PAIR',
    'variable loop, borrowed first, borrowed second, target target',
    'Reads the next key and value, or index and item, of a loop; jumps behind the last one.')
THROW = declare('THROW', 'value value', 'Raises an error that a program throws.')
THROW_FAILURE = declare(
    'THROW_FAILURE', 'value failure',
    'Raises an error for a failure that no function is there to return.')
RAISE_AGAIN = declare(
    'RAISE_AGAIN', 'value error', 'Goes on with an error that a finally block has interrupted.')
RAISE = declare('RAISE', 'name message', 'Raises an error with this message.')

# ---- modules

IMPORT = declare(
    'IMPORT', 'owned destination, name module, name root',
    'Loads a module, seen from the search root of this one.')
IMPORT_NAME = declare(
    'IMPORT_NAME', 'borrowed destination, peeked namespace, name name',
    'Reads a name that a module exports.')

NAMES = [opcode.name for opcode in OPCODES]


def walk_operands(ops, pc):
    """The operands of the instruction at ``pc``: (list of (Operand, index into ops), next pc)."""
    opcode = OPCODES[ops[pc]]
    found = []
    position = pc + 1
    for operand in opcode.operands:
        found.append((operand, position))
        position += 1
    end = pc + opcode.size(ops, pc)
    while position < end:
        for operand in opcode.repeated:
            found.append((operand, position))
            position += 1
    return found, position
