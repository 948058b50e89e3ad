"""From the syntax tree to Code: ``compile_program``."""

from ruffinterp.compiler.function_compiler import FunctionCompiler
from ruffinterp.compiler.scope import analyze
from ruffinterp.objects.function import W_Function
from ruffinterp.syntax import ast

# Globals that live in registers of the main frame: tracing copies the whole frame.
MOST_SLOTS = 64


def compile_program(program, source, module):
    """Compile a whole file.

    ``program``: ast.Program; ``source``: its Source; ``module``: Module whose globals it uses.
    Returns the Code of the top level.  Raises CompileError (language.md 10.4).
    """
    scope = analyze(program, module)
    module.declared_structs = program.declared_types.struct_fields()
    compiler = FunctionCompiler('', source, scope, module)
    compiler.builder.at(program)
    place_slots(compiler)
    return compile_top_level(compiler, program)


def compile_top_level(compiler, program):
    """The Code of a Program: its functions are bound before the first statement runs (7.1)."""
    compiler.builder.at(program)
    compiler.place_variables([])
    _hoist(compiler, program.body)
    compiler.statements.compile(program.body)
    compiler.end(program)
    code = compiler.builder.finish()
    code.is_module = True
    return code


def place_slots(compiler):
    """Top-level names that no function mentions live in the main frame, those of loops first."""
    slots = 0
    for in_loop in [True, False]:
        for variable in compiler.scope.variables:
            if variable.used_in_loop == in_loop and _may_be_slot(variable, compiler.module):
                if slots >= MOST_SLOTS:
                    return
                variable.register = compiler.builder.new_register(variable.name)
                slots += 1


def _may_be_slot(variable, module):
    # Functions and imports stay in cells, where compiled code takes them for constants.
    return variable.is_global and not variable.mentioned_in_function \
        and not variable.is_imported and not variable.is_function_name and variable.register < 0 \
        and module.builtin_value(variable.name) is None


def _hoist(compiler, statements):
    for statement in statements:
        if isinstance(statement, ast.Export):
            statement = statement.statement
        if isinstance(statement, ast.FunctionDeclaration):
            code = compiler.compile_function(statement.function)
            operand = compiler.builder.value_constant('', W_Function(code, []))
            compiler.hoisted[statement] = operand
            compiler.builder.at(statement)
            compiler.variables.store(statement.variable, operand)
