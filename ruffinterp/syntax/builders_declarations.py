"""Builders of functions, types, structs, enums, imports and exports (language.md 2.2, 2.6, 12.1)."""
from ruffinterp.syntax import ast, tokens
from ruffinterp.syntax.reduction import FunctionHead, ImportedName, Signature


# ---------------------------------------------------------------- functions

def build_function_head(reduction):
    last = reduction.length - 1
    return FunctionHead(reduction.type(0) == tokens.ASYNC, reduction.type(last) == tokens.STAR)


def build_signature(reduction):
    """``( [params [,]] ) [-> type]``."""
    parameters = []
    if reduction.has_node(1):
        items = reduction.items(1)
        for i in range(len(items)):
            parameter = items[i]
            assert isinstance(parameter, ast.Parameter)
            if parameter.is_rest and i < len(items) - 1:
                reduction.node_error('A rest parameter must come last', parameter)
            parameters.append(parameter)
    return_type = None
    last = reduction.length - 1
    if reduction.has_node(last):
        return_type = reduction.annotation(last)
    return Signature(parameters, return_type)


def build_parameter(reduction):
    """``name [: type] [:= default]``."""
    type = None
    default = None
    index = 1
    while index < reduction.length:
        if reduction.type(index) == tokens.COLON:
            type = reduction.annotation(index + 1)
        else:
            default = reduction.expression(index + 1)
        index += 2
    return ast.Parameter(reduction.token(0), type, default, False, False)


def build_mutable_self(reduction):
    """``mut self``."""
    return ast.Parameter(reduction.token(1), None, None, False, True)


def build_rest_parameter(reduction):
    type = None
    if reduction.length == 4:
        type = reduction.annotation(3)
    return ast.Parameter(reduction.token(1), type, None, True, False)


def _function(reduction, name, signature_index):
    head = reduction.node(0)
    signature = reduction.node(signature_index)
    assert isinstance(head, FunctionHead)
    assert isinstance(signature, Signature)
    return ast.Function(name, signature.parameters, signature.return_type,
                        reduction.block(signature_index + 1), head.is_async, head.is_generator)


def build_function_declaration(reduction):
    return _function(reduction, reduction.token(1), 2)


def build_function_expression(reduction):
    function = _function(reduction, '', 1)
    for parameter in function.parameters:
        if parameter.name == 'self':
            reduction.node_error("'self' is only allowed in declarations", parameter)
    return function


def build_function_statement(reduction):
    function = reduction.node(0)
    assert isinstance(function, ast.Function)
    return ast.FunctionDeclaration(function)


# ---------------------------------------------------------------- types

def build_type_name(reduction):
    return ast.TypeAnnotation(reduction.token(0), [])


def build_type(reduction):
    """``Name < types >``; the arity of Result and Option is fixed (language.md 2.6)."""
    name = reduction.token(0)
    arguments = []
    for item in reduction.items(2):
        assert isinstance(item, ast.TypeAnnotation)
        arguments.append(item)
    if name == 'Result' and len(arguments) != 2:
        missing = "','" if len(arguments) < 2 else "'>'"
        _type_error(reduction, missing, 'Result<T, E>')
    elif name == 'Option' and len(arguments) != 1:
        _type_error(reduction, "'>'", 'Option<T>')
    return ast.TypeAnnotation(name, arguments)


def _type_error(reduction, missing, shape):
    reduction.error('Expected ' + missing + ' in ' + shape + ' type annotation',
                    reduction.start_of(0), reduction.stream.ends[reduction.position - 1])


# ---------------------------------------------------------------- structs and enums

def build_member(reduction):
    return reduction.node(0)


def build_field_declaration(reduction):
    type = None
    default = None
    index = 1
    while index < reduction.length:
        if reduction.type(index) == tokens.COLON:
            type = reduction.annotation(index + 1)
        else:
            default = reduction.expression(index + 1)
        index += 2
    return ast.FieldDeclaration(reduction.token(0), type, default)


def build_struct_declaration(reduction):
    fields = []
    methods = []
    if reduction.length == 5:
        for item in reduction.items(3):
            if isinstance(item, ast.FieldDeclaration):
                fields.append(item)
            elif isinstance(item, ast.Function):
                methods.append(item)
    return ast.StructDeclaration(reduction.token(1), fields, methods)


def build_enum_declaration(reduction):
    variants = []
    if reduction.has_node(3):
        for item in reduction.items(3):
            assert isinstance(item, ast.DeclaredVariant)
            variants.append(item)
    return ast.EnumDeclaration(reduction.token(1), variants)


def build_declared_variant(reduction):
    """``Name [( [names [,]] )]``."""
    payload = None
    if reduction.length > 1:
        payload = []
        if reduction.has_node(2):
            payload = reduction.names(2)
    return ast.DeclaredVariant(reduction.token(0), payload)


# ---------------------------------------------------------------- modules

def build_import(reduction):
    alias = ''
    if reduction.length == 4:
        alias = reduction.token(3)
    return ast.Import(reduction.token(1), alias)


def build_imported_name(reduction):
    alias = ''
    if reduction.length == 3:
        alias = reduction.token(2)
    return ImportedName(reduction.token(0), alias)


def build_from_import(reduction):
    names = []
    aliases = []
    for item in reduction.items(3):
        assert isinstance(item, ImportedName)
        names.append(item.name)
        aliases.append(item.alias)
    return ast.FromImport('.'.join(reduction.names(1)), names, aliases)


def build_export(reduction):
    statement = reduction.node(1)
    assert isinstance(statement, ast.Statement)
    if not _can_be_exported(statement):
        reduction.node_error('Invalid statement: only declarations, assignments to names and '
                             'names can be exported', statement)
    return ast.Export(statement)


def _can_be_exported(statement):
    if isinstance(statement, ast.Assign):
        return isinstance(statement.target, ast.Name)
    if isinstance(statement, ast.ExpressionStatement):
        return isinstance(statement.value, ast.Name)
    return (isinstance(statement, ast.FunctionDeclaration) or
            isinstance(statement, ast.StructDeclaration) or
            isinstance(statement, ast.EnumDeclaration) or
            isinstance(statement, ast.Let) or
            isinstance(statement, ast.Const) or
            isinstance(statement, ast.Destructure))


BUILDERS = [
    ('func_head', build_function_head),
    ('signature', build_signature),
    ('param', build_parameter),
    ('mut_self_param', build_mutable_self),
    ('rest_param', build_rest_parameter),
    ('func_decl', build_function_declaration),
    ('func_expr', build_function_expression),
    ('func_stmt', build_function_statement),
    ('type_name', build_type_name),
    ('type', build_type),
    ('member', build_member),
    ('field_decl', build_field_declaration),
    ('struct_stmt', build_struct_declaration),
    ('enum_stmt', build_enum_declaration),
    ('declared_variant', build_declared_variant),
    ('import_stmt', build_import),
    ('imported_name', build_imported_name),
    ('from_import', build_from_import),
    ('export_stmt', build_export),
]
