"""Test statements (language.md 13): which tests a program has, and their code.

All statements that run for one test, its setups and teardowns included, share one function level
(language.md 5.2), so they are compiled as one function.  Its *phases* each end by themselves,
by a ``return`` or by an error:

    setups, outer before inner -> body -> teardowns, outer before inner

An error in a setup or in the body leads to the teardowns, all of which run.
"""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.function_compiler import FunctionCompiler
from ruffinterp.compiler.program import compile_top_level
from ruffinterp.compiler.scope import Analyzer
from ruffinterp.syntax import ast


class TestCase(object):
    """One ``test``: the statements of its phases.

    ``groups``: names of the groups around it, outermost first.
    """

    def __init__(self, node, groups, setups, teardowns):
        self.node = node
        self.groups = groups
        self.setups = setups
        self.teardowns = teardowns

    def phases(self):
        return self.setups + [self.node.body] + self.teardowns


class Level(object):
    """The setups and teardowns that apply to the tests at one place: the file, or a group."""

    def __init__(self, groups, setups, teardowns):
        self.groups = groups
        self.setups = setups
        self.teardowns = teardowns


def collect_tests(program):
    """The tests of a program (ast.Program) in source order; list of TestCase."""
    found = []
    _collect(program.body, Level([], [], []), [], found)
    return found


def _collect(statements, outer, group_statements, found):
    level = _level(statements, outer, group_statements)
    for statement in statements:
        if not isinstance(statement, ast.Test):
            continue
        if statement.kind == 'test':
            found.append(TestCase(statement, level.groups, level.setups, level.teardowns))
        elif statement.kind == 'test_group':
            inner = Level(level.groups + [statement.name], level.setups, level.teardowns)
            others = [other for other in statement.body if not isinstance(other, ast.Test)]
            _collect(statement.body, inner, others, found)


def _level(statements, outer, group_statements):
    """The last setup and the last teardown of a level count.

    ``group_statements``: what else a group contains; it is done before the setup of the group.
    """
    setups = outer.setups
    teardowns = outer.teardowns
    setup = None
    teardown = None
    for statement in statements:
        if isinstance(statement, ast.Test):
            if statement.kind == 'test_setup':
                setup = statement
            elif statement.kind == 'test_teardown':
                teardown = statement
    if len(group_statements) > 0:
        setups = setups + [group_statements]
    if setup is not None:
        setups = setups + [setup.body]
    if teardown is not None:
        teardowns = teardowns + [teardown.body]
    return Level(outer.groups, setups, teardowns)


class CompiledTest(object):
    """``code``: a function of no arguments that gives one array item per phase: null, or the
    error that ended the phase.  The first ``setups`` items belong to setups, the next one to the
    body, the others to teardowns."""

    def __init__(self, name, groups, code, setups):
        self.name = name
        self.groups = groups
        self.code = code
        self.setups = setups


class TestedProgram(object):
    """``code``: the Code of the top level; ``tests``: [CompiledTest]."""

    def __init__(self, code, tests):
        self.code = code
        self.tests = tests


def compile_tests(program, source, module):
    """Compile a whole file with its tests.

    Arguments as for ``compile_program``.  Returns a TestedProgram.  Raises CompileError.
    """
    analyzer = Analyzer(module)
    scope = analyzer.analyze(program)
    module.declared_structs = program.declared_types.struct_fields()
    # The tests, which are functions, may mention any top-level name: none gets a slot.
    code = compile_top_level(FunctionCompiler('', source, scope, module), program)
    tests = []
    for test in collect_tests(program):
        # Tests have statements in common, whose names mean something else in each of them:
        # each test is finished before the next one is looked at.
        statements = []
        for phase in test.phases():
            statements.extend(phase)
        scope = analyzer.analyze_function_level(statements)
        compiler = FunctionCompiler('', source, scope, module)
        tests.append(CompiledTest(test.node.name, test.groups, compile_test(compiler, test),
                                  len(test.setups)))
    return TestedProgram(code, tests)


def compile_test(compiler, test):
    """The Code of a TestCase, as CompiledTest describes it; ``compiler``: a FunctionCompiler."""
    builder = compiler.builder
    builder.at(test.node)
    compiler.place_variables([])
    compiler.make_cells()
    # What a failed statement leaves in the variables is seen by the phases behind it.
    compiler.ownership.try_depth = 1
    errors = [builder.new_register('') for _ in test.phases()]
    for error in errors:
        builder.emit(opcodes.MOVE, [error, builder.null_constant()])
    _phases(compiler, test, errors)
    builder.at(test.node)
    outcome = builder.new_temporary()
    builder.emit(opcodes.ARRAY, [outcome, len(errors)] + errors)
    builder.emit(opcodes.RETURN, [outcome])
    code = builder.finish()
    # Call stacks name functions only.
    code.is_module = True
    return code


def _phases(compiler, test, errors):
    builder = compiler.builder
    teardown = builder.new_label()
    position = 0
    for statements in test.setups + [test.node.body]:
        _phase(compiler, statements, errors[position], teardown)
        position += 1
    builder.place(teardown)
    for statements in test.teardowns:
        following = builder.new_label()
        _phase(compiler, statements, errors[position], following)
        builder.place(following)
        position += 1


def _phase(compiler, statements, error, failed):
    """Code of a phase; its error goes to the register ``error``, and control to ``failed``."""
    builder = compiler.builder
    start = builder.new_label_here()
    end = builder.new_label()
    handler = builder.new_label()
    after = builder.new_label()
    compiler.phase_end = end
    # An error or a return anywhere in it may lead to the phases behind.
    branch = compiler.bound.begin_branch()
    compiler.statements.compile(statements)
    compiler.bound.end_branch(branch)
    builder.place(end)
    builder.emit(opcodes.JUMP, [after])
    builder.place(handler)
    builder.handlers.append((start, end, handler, error, False))
    builder.emit(opcodes.JUMP, [failed])
    builder.place(after)
