"""What a production that is incomplete needs next, as symbols for those who choose a hint.

Only what hints tell apart has a symbol of its own; the texts are in messages.py.
"""

(NOTHING, OTHER,
 # what has to come
 CALL_END, PARENTHESIS_END, INDEX_END, ARRAY_END, STRUCT_END, ENUM_END, ENTRY_COLON, CASE_COLON,
 CASE_PATTERN_END, DICT_END, DICT_PATTERN_END, VALUE_OF_LET, VALUE_OF_CONST, FOR_IN,
 ASYNC_FUNCTION, ARRAY_PATTERN_END, VARIANT_END,
 # what may come
 STATEMENT, EXPRESSION, LOOP_VARIABLE, ARM, ERROR_VARIABLE, MODULE, IMPORTED_NAME, FIELD,
 PARAMETERS, PATTERN_ITEM, TYPE,
 # what block begins
 IF_BODY, FUNCTION_BODY, SPAWN_BODY, EXCEPT_BODY) = range(34)

# By production and terminal, as messages._REQUIRED.
REQUIRED = {
    ('call', 'RPAR'): CALL_END,
    ('parenthesized', 'RPAR'): PARENTHESIS_END,
    ('index', 'RBRACK'): INDEX_END,
    ('array', 'RBRACK'): ARRAY_END,
    ('array_pattern', 'RBRACK'): ARRAY_PATTERN_END,
    ('dict', 'RBRACE'): DICT_END,
    ('dict_pattern', 'RBRACE'): DICT_PATTERN_END,
    ('struct_stmt', 'RBRACE'): STRUCT_END,
    ('enum_stmt', 'RBRACE'): ENUM_END,
    ('declared_variant', 'RPAR'): VARIANT_END,
    ('entry', 'COLON'): ENTRY_COLON,
    ('case_', 'COLON'): CASE_COLON,
    ('case_tag', 'RPAR'): CASE_PATTERN_END,
    ('let_stmt', 'ASSIGN'): VALUE_OF_LET,
    ('const_stmt', 'ASSIGN'): VALUE_OF_CONST,
    ('for_stmt', 'IN'): FOR_IN,
    ('func_head', 'FUNC'): ASYNC_FUNCTION,
}

# By production or nonterminal, and symbol, as messages._ELEMENTS.
ELEMENTS = {
    ('for_stmt', 'pattern'): LOOP_VARIABLE,
    ('match_stmt', 'arms'): ARM, ('more', 'arm'): ARM,
    ('except_', 'IDENT'): ERROR_VARIABLE,
    ('import_stmt', 'IDENT'): MODULE, ('from_import', 'module_path'): MODULE,
    ('from_import', 'imported_names'): IMPORTED_NAME, ('more', 'imported_name'): IMPORTED_NAME,
    ('field', 'IDENT'): FIELD,
    ('opened_pattern', 'array_pattern'): PATTERN_ITEM, ('more', 'array_pat'): PATTERN_ITEM,
    ('func_decl', 'signature'): PARAMETERS,
    ('signature', 'type'): TYPE, ('param', 'type'): TYPE, ('rest_param', 'type'): TYPE,
    ('field_decl', 'type'): TYPE, ('let_stmt', 'type'): TYPE, ('const_stmt', 'type'): TYPE,
}

# By production and position of the block, as messages._BODIES.
BODIES = {
    ('if_chain', 2): IF_BODY, ('else_if', 4): IF_BODY,
    ('func_decl', 3): FUNCTION_BODY, ('func_expr', 2): FUNCTION_BODY,
    ('spawn_stmt', 1): SPAWN_BODY, ('except_', 2): EXCEPT_BODY,
}
