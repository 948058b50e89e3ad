"""The table of opcodes: name and operands.

An instruction is the opcode followed by one word per operand.  Kinds of operands:

    d   register that receives the result
    s   value that is read: register, or constant k written as ~k.  A temporary is read once:
        the read empties it
    p   value that is looked at: as s, but a temporary keeps it
    r   register of a variable
    t   jump target
    n   number
    c g m f h y b q
        index into the constants, global cells, names, codes, shapes, tags, builtins, struct
        types of the code
    *   the kinds that follow are repeated as often as the last number says
"""

OPCODES = [
    # ---- moving values
    ('MOVE', 'ds'),
    ('MOVE_OR_UNBOUND', 'ds'),
    ('KEEP', 'p'),
    ('KEEP_BOUND', 'r'),
    ('LEND', 'p'),
    ('GIVE_BACK', 'p'),
    ('SET_OWNED', 'r'),
    ('CHECK_BOUND', 'r'),
    ('LOAD_GLOBAL', 'dg'),
    ('STORE_GLOBAL', 'gs'),
    ('LOAD_CELL', 'dr'),
    ('LOAD_CELL_OR_UNBOUND', 'dr'),
    ('STORE_CELL', 'rs'),
    ('NEW_CELL', 'r'),
    ('BOX', 'r'),
    ('LOAD_EITHER', 'drg'),
    ('STORE_EITHER', 'rgs'),
    ('LOAD_CELL_EITHER', 'drg'),
    ('STORE_CELL_EITHER', 'rgs'),
    ('LOAD_EITHER_OR_UNBOUND', 'drg'),
    ('LOAD_CELL_EITHER_OR_UNBOUND', 'drg'),
    ('MAKE_FUNCTION', 'dfn*nr'),
    # ---- operators
    ('ADD', 'dss'),
    ('SUB', 'dss'),
    ('MUL', 'dss'),
    ('DIV', 'dss'),
    ('MOD', 'dss'),
    ('EQ', 'dss'),
    ('NE', 'dss'),
    ('LT', 'dss'),
    ('LE', 'dss'),
    ('GT', 'dss'),
    ('GE', 'dss'),
    ('NEG', 'ds'),
    ('NOT', 'ds'),
    ('INTERPOLATE', 'dn*s'),
    # ---- jumps
    ('JUMP', 't'),
    ('JUMP_BACK', 't'),
    ('JUMP_IF_FALSE', 'st'),
    ('JUMP_IF_TRUE', 'st'),
    ('JUMP_UNLESS_NOT', 'st'),
    ('JUMP_UNLESS_EQ', 'sst'),
    ('JUMP_UNLESS_NE', 'sst'),
    ('JUMP_UNLESS_LT', 'sst'),
    ('JUMP_UNLESS_LE', 'sst'),
    ('JUMP_UNLESS_GT', 'sst'),
    ('JUMP_UNLESS_GE', 'sst'),
    ('JUMP_IF_NOT_NULL', 'pt'),
    ('JUMP_IF_BOUND', 'rt'),
    ('JUMP_UNLESS_TAG', 'pyt'),
    ('JUMP_UNLESS_LITERAL', 'pct'),
    # ---- calls
    ('CALL', 'dsnnnn*s'),
    ('CALL_BUILTIN', 'dbnnnn*s'),
    ('CALL_METHOD', 'dsmnnnn*s'),
    ('CALL_SPREAD', 'dss'),
    ('CALL_METHOD_SPREAD', 'dsms'),
    ('CHECK_PIPE', 'p'),
    ('RETURN', 's'),
    ('RETURN_PARAMETER', 's'),
    ('YIELD', 'ds'),
    ('AWAIT', 'dp'),
    ('WAIT', 'dp'),
    ('SPAWN', 's'),
    # ---- building values
    ('ARRAY', 'dn*s'),
    ('ARRAY_APPEND', 'ps'),
    ('ARRAY_SPREAD', 'ps'),
    ('RECORD', 'dhn*s'),
    ('DICT', 'd'),
    ('DICT_SET', 'pss'),
    ('DICT_SPREAD', 'ps'),
    ('STRUCT', 'dqhn*s'),
    ('VARIANT', 'dyn*s'),
    ('WRAP_OK', 'ds'),
    ('WRAP_ERR', 'ds'),
    ('WRAP_SOME', 'ds'),
    ('DECLARE_METHODS', 'qn*ms'),
    ('DECLARE_STRUCT', 'dqn*ms'),
    # ---- parts of values
    ('INDEX', 'dss'),
    ('INDEX_OWNED', 'dss'),
    ('KEY', 'dsm'),
    ('KEY_OWNED', 'dsm'),
    ('FIELD', 'dsm'),
    ('FIELD_OWNED', 'dsm'),
    ('OPTIONAL_FIELD', 'dsm'),
    ('FIELD_OR_UNBOUND', 'drm'),
    ('ITEM_OR_NULL', 'dpnn'),
    ('REST_OF_ARRAY', 'dpn'),
    ('KEY_OR_NULL', 'dpmn'),
    ('REST_OF_DICT', 'dpn*m'),
    ('PAYLOAD', 'dpnn'),
    ('TRY_UNWRAP', 'dsnt'),
    # ---- writing in place
    ('OWN_LOCAL', 'r'),
    ('OWN_PARAMETER', 'r'),
    ('OWN_GLOBAL', 'dg'),
    ('OWN_CELL', 'dr'),
    ('OWN_INDEX', 'dss'),
    ('OWN_FIELD', 'dsm'),
    ('OWN_KEY', 'dsm'),
    ('SET_INDEX', 'sss'),
    ('SET_FIELD', 'sms'),
    ('SET_KEY', 'sms'),
    ('TAKE_INDEX', 'dss'),
    ('TAKE_FIELD', 'dsm'),
    ('TAKE_KEY', 'dsm'),
    # ---- loops and errors
    ('FOR_INIT', 'rs'),
    ('FOR_NEXT', 'rdt'),
    ('THROW', 's'),
    ('RAISE', 'm'),
    # ---- modules
    ('IMPORT', 'dmm'),
    ('IMPORT_NAME', 'dpm'),
]

NUMBERS = {}
OPERANDS = []
NAMES = []
for _number, (_name, _operands) in enumerate(OPCODES):
    NUMBERS[_name] = _number
    OPERANDS.append(_operands)
    NAMES.append(_name)
    globals()[_name] = _number

REGISTER_KINDS = 'dspr'


def walk_operands(ops, pc):
    """The operands of the instruction at ``pc``: (list of (kind, index into ops), next pc)."""
    kinds = OPERANDS[ops[pc]]
    found = []
    position = pc + 1
    count = 0
    star = kinds.find('*')
    end = len(kinds) if star < 0 else star
    for i in range(end):
        found.append((kinds[i], position))
        if kinds[i] == 'n':
            count = ops[position]
        position += 1
    if star >= 0:
        for _ in range(count):
            for i in range(star + 1, len(kinds)):
                found.append((kinds[i], position))
                position += 1
    return found, position
