"""Test statements (language.md 13): which tests a program has, and their code.

All statements that run for one test, its setups and teardowns included, share one function level
(language.md 5.2), so they are compiled as one function.  Its *phases* each end by themselves,
by a ``return`` or by an error:

    setups, outer before inner -> body -> teardowns, outer before inner

An error in a setup or in the body leads to the teardowns, all of which run.
"""

from ruffinterp.bytecode import opcodes
from ruffinterp.compiler.codegen import FunctionCompiler, ModuleCompiler
from ruffinterp.compiler.scope import Analyser
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
    analyser = Analyser(module)
    scope = analyser.analyse(program)
    code = TestedModuleCompiler('', source, scope, module).compile_module(program)
    tests = []
    for test in collect_tests(program):
        # Tests have statements in common, whose names mean something else in each of them:
        # each test is finished before the next one is looked at.
        statements = []
        for phase in test.phases():
            statements.extend(phase)
        scope = analyser.analyse_function_level(statements)
        compiler = TestCompiler('', source, scope, module)
        tests.append(CompiledTest(test.node.name, test.groups, compiler.compile_test(test),
                                  len(test.setups)))
    return TestedProgram(code, tests)


class TestedModuleCompiler(ModuleCompiler):

    def _place_slots(self):
        """The tests, which are functions, may mention any top-level name."""


class TestCompiler(FunctionCompiler):
    """One test.  ``phase_end``: label that the phase which is being compiled jumps to."""
    phase_end = -1

    def compile_test(self, test):
        """The Code of a TestCase, as CompiledTest describes it."""
        self.at(test.node)
        self.place_variables([])
        self.make_cells()
        # What a failed statement leaves in the variables is seen by the phases behind it.
        self.try_depth = 1
        errors = [self.new_register('') for _ in test.phases()]
        for error in errors:
            self.emit(opcodes.MOVE, [error, self.null_constant()])
        self._phases(test, errors)
        self.at(test.node)
        outcome = self.new_temporary()
        self.emit(opcodes.ARRAY, [outcome, len(errors)] + errors)
        self.emit(opcodes.RETURN, [outcome])
        code = self.finish()
        # Call stacks name functions only.
        code.is_module = True
        return code

    def _phases(self, test, errors):
        teardown = self.new_label()
        position = 0
        for statements in test.setups + [test.node.body]:
            self._phase(statements, errors[position], teardown)
            position += 1
        self.place(teardown)
        for statements in test.teardowns:
            following = self.new_label()
            self._phase(statements, errors[position], following)
            self.place(following)
            position += 1

    def _phase(self, statements, error, failed):
        """Code of a phase; its error goes to the register ``error``, and control to ``failed``."""
        start = self.new_label_here()
        end = self.new_label()
        handler = self.new_label()
        after = self.new_label()
        self.phase_end = end
        # An error or a return anywhere in it may lead to the phases behind.
        branch = self.bound.begin_branch()
        self.statements(statements)
        self.bound.end_branch(branch)
        self.place(end)
        self.emit(opcodes.JUMP, [after])
        self.place(handler)
        self.handlers.append((start, end, handler, error))
        self.emit(opcodes.JUMP, [failed])
        self.place(after)

    def visit_return(self, node):
        """Ends the phase; the value is of no use."""
        if node.value is not None:
            self.compile(node.value)
        self.at(node)
        self.leave_loops()
        self.emit(opcodes.JUMP, [self.phase_end])

    def leave_failure(self, operand):
        """``?`` on a failure: nobody is there to get it, so it is an error."""
        self.emit(opcodes.THROW, [operand])
