"""Who owns a value: moves, loans, what is kept, what may be changed in place.

The rules are those of objects/base.py.  The words: a value is *owned*, a fresh result that nobody
else has, or *borrowed*, read from a variable, its *root*.  To *keep* a borrowed value marks it as
shared.  A *move* gives a variable's value away where the variable is read for the last time.  A
*loan* protects a borrowed value while Ruff code runs that could change its root in place.
"""

from ruffinterp.compiler.paths import is_path, root_of
from ruffinterp.objects.argument_mask import POSITIONS, with_bit
from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal

# A variable that a nested function mentions counts as mentioned this often.
CAPTURED = 1000


class NameCounter(Traversal):
    """Counts the uses of each variable in an expression: ``counts`` maps Variable to int."""

    def __init__(self):
        self.counts = {}

    def _add(self, variable, number):
        if variable is not None:
            self.counts[variable] = self.counts.get(variable, 0) + number

    def visit_name(self, node):
        self._add(node.variable, 1)

    def function(self, node):
        for variable in node.scope.captures:
            self._add(variable.source, CAPTURED)


class CodeRunner(Traversal):
    """Finds out whether an expression may run Ruff code: calls, and operators of structs."""

    def __init__(self):
        self.found = False

    def visit_call(self, node):
        self.found = True

    def visit_method_call(self, node):
        self.found = True

    def visit_pipe(self, node):
        self.found = True

    def visit_await(self, node):
        self.found = True

    def visit_yield(self, node):
        self.found = True

    def visit_branch_value(self, node):
        self.found = True

    def visit_struct_literal(self, node):
        # Defaults of fields are code.
        self.found = True

    def visit_unary(self, node):
        self.found = True

    def visit_binary(self, node):
        if is_number_literal(node.left) and is_number_literal(node.right):
            return
        self.found = True


def is_number_literal(node):
    return isinstance(node, ast.IntLiteral) or isinstance(node, ast.FloatLiteral)


def may_be_array(node):
    """Whether the value of an expression could be an array, by its kind."""
    if isinstance(node, ast.Binary):
        if node.operator == '+':
            return may_be_array(node.left) and may_be_array(node.right)
        if node.operator == '*':
            return isinstance(node.left, ast.ArrayLiteral) or isinstance(node.right, ast.ArrayLiteral)
        return False
    return not (is_number_literal(node) or isinstance(node, ast.StringLiteral)
                or isinstance(node, ast.InterpolatedString) or isinstance(node, ast.BoolLiteral)
                or isinstance(node, ast.NullLiteral) or isinstance(node, ast.Unary))


def may_run_code(node):
    """Whether evaluating ``node`` may run Ruff code."""
    runner = CodeRunner()
    node.visit(runner)
    return runner.found


def last_that_may_run_code(nodes):
    """The index of the last such node in a list, or -1."""
    for i in range(len(nodes) - 1, -1, -1):
        if may_run_code(nodes[i]):
            return i
    return -1


def count_names(node):
    """{Variable: number of uses} in the expression ``node``."""
    counter = NameCounter()
    node.visit(counter)
    return counter.counts


class WrittenVariables(Traversal):
    """The variables that statements and expressions write: ``found`` maps them to True.

    Statements of nested functions do not count: what they write is in a cell.
    """

    def __init__(self):
        self.found = {}

    def _written(self, variable):
        if variable is not None:
            self.found[variable] = True

    def visit_name_pattern(self, node):
        self._written(node.variable)

    def visit_path_pattern(self, node):
        Traversal.visit_path_pattern(self, node)
        self._written(root_of(node.path).variable)

    def visit_array_pattern(self, node):
        Traversal.visit_array_pattern(self, node)
        self._written(node.rest_variable)

    def visit_dict_pattern(self, node):
        for variable in node.variables:
            self._written(variable)
        self._written(node.rest_variable)

    def visit_const(self, node):
        Traversal.visit_const(self, node)
        self._written(node.variable)

    def visit_assign(self, node):
        Traversal.visit_assign(self, node)
        self._written(root_of(node.target).variable)

    def visit_augmented_assign(self, node):
        Traversal.visit_augmented_assign(self, node)
        self._written(root_of(node.target).variable)

    def visit_method_call(self, node):
        """The method may change what it is called on."""
        Traversal.visit_method_call(self, node)
        if is_path(node.receiver):
            self._written(root_of(node.receiver).variable)

    def visit_function_declaration(self, node):
        self._written(node.variable)

    def visit_struct_declaration(self, node):
        self._written(node.variable)

    def visit_import(self, node):
        self._imports(node.variables)
        self._written(node.namespace_variable)

    def visit_from_import(self, node):
        self._imports(node.variables)

    def _imports(self, variables):
        for variable in variables:
            self._written(variable)

    def visit_test(self, node):
        # Compiled as a function of its own.
        pass


class GivenVariables(WrittenVariables):
    """Those and what a return may give away (for the loan of a ``for``)."""

    def visit_return(self, node):
        if node.value is not None:
            for variable in count_names(node.value):
                self._written(variable)


def written_variables(nodes):
    """{Variable: True} of what evaluating the expressions ``nodes`` writes in this function."""
    search = WrittenVariables()
    for node in nodes:
        node.visit(search)
    return search.found


def united(some, others):
    """The keys of two dicts {Variable: True}; neither is changed."""
    if len(some) == 0 or len(others) == 0:
        return others if len(some) == 0 else some
    found = some.copy()
    for variable in others:
        found[variable] = True
    return found


def writes_variable(statements, variable):
    """Whether ``statements`` write ``variable`` or may give its value away."""
    search = GivenVariables()
    search.statements(statements)
    return variable in search.found


def is_outside(root):
    """Whether Ruff code that runs meanwhile could change the variable ``root``, which may be None."""
    if root is None:
        return False
    return root.needs_cell() or root.fallback is not None or (root.is_global and root.register < 0)


def is_plain_local(variable):
    """Whether it is a variable in a register that nothing else can read."""
    return variable.register >= 0 and not variable.needs_cell() \
        and variable.source is None and not variable.is_iteration \
        and variable.fallback is None and not variable.is_const


def loop_needs_loan(root, body):
    """Whether a ``for`` over a value borrowed from ``root`` lends it to its body."""
    return root is None or is_outside(root) or writes_variable(body, root)


class Masks(object):
    """What a call instruction says about its arguments, one bit each.

    ``owned``: given away, a fresh result or a variable that nobody reads again.  ``parameters``:
    given away if this frame owns the parameter that the argument is.  ``lent``: read from a global
    or a captured variable, takes a loan while Ruff code runs.  ``kept``: the registers of arguments
    that have no bit (objects/argument_mask.py) and are kept instead of lent.
    """

    def __init__(self):
        self.owned = 0
        self.parameters = 0
        self.lent = 0
        self.kept = []

    def words(self):
        return [self.owned, self.parameters, self.lent]


class Callee(object):
    """What a call is of.  ``to_builtin``: certainly a builtin function; ``calls_back``: one that
    may run Ruff code; ``is_whole``: the call is all that the statement evaluates, so that nothing
    can fail between a builtin's change and the assignment of its result."""

    def __init__(self, to_builtin, calls_back, is_whole):
        self.to_builtin = to_builtin
        self.calls_back = calls_back
        self.is_whole = is_whole


RUFF_FUNCTION = Callee(False, False, False)


class StatementState(object):
    """What Ownership knows of a statement while another one in it is compiled."""

    def __init__(self, targets, leaves, whole_value, remaining):
        self.targets = targets
        self.leaves = leaves
        self.whole_value = whole_value
        self.remaining = remaining


class Ownership(object):
    """The state of the analysis while one function is compiled.

    ``pending``: roots of borrowed operands that wait while others are evaluated.
    ``remaining``: uses of each variable that the current statement has still to compile.
    ``targets``: variables that the statement assigns; ``leaves``: it leaves the function, so that
    every local is read for the last time; ``whole_value``: the expression that it evaluates.
    ``try_depth``: number of handlers around it that can see the variables.
    """

    def __init__(self):
        self.pending = []
        self.remaining = {}
        self.targets = []
        self.leaves = False
        self.whole_value = None
        self.try_depth = 0

    # ---- statements

    def begin_statement(self, expression, targets, leaves):
        """The statement that is compiled next assigns ``targets`` the value of ``expression``.

        Returns what ``end_statement`` wants to know: it may stand in an operand of another one.
        """
        outer = StatementState(self.targets, self.leaves, self.whole_value, self.remaining)
        self.targets = targets
        self.leaves = leaves
        self.whole_value = expression
        self.remaining = {}
        if targets or leaves:
            self.remaining = count_names(expression)
        return outer

    def end_statement(self, outer):
        self.targets = outer.targets
        self.leaves = outer.leaves
        self.whole_value = outer.whole_value
        self.remaining = outer.remaining

    def read(self, variable):
        """One use of a variable is compiled."""
        if variable in self.remaining:
            self.remaining[variable] -= 1

    def _is_target(self, variable):
        for target in self.targets:
            if target is variable:
                return True
        return False

    # ---- moves

    def _waits_for(self, variable, operands, own_arguments):
        """Whether a borrowed part of ``variable`` is an operand of something unfinished."""
        for i in range(operands.pending_base):
            if self.pending[i] is variable:
                return True
        if not own_arguments:
            return False
        count = 0
        for item in operands.items:
            if not item.owned and item.root is variable:
                count += 1
        return count > 1

    def _is_passed_once(self, variable, operands):
        count = 0
        for item in operands.items:
            if item.variable is variable:
                count += 1
        return count == 1

    def _may_move(self, operands, item, callee):
        """Whether an argument may be given away."""
        variable = item.variable
        if variable is None or self.remaining.get(variable, 1) != 0:
            return False
        if not self._is_passed_once(variable, operands):
            return False
        if self._waits_for(variable, operands, not callee.to_builtin or callee.calls_back):
            return False
        if is_plain_local(variable):
            if not (self.leaves or self._is_target(variable)):
                return False
            return self.try_depth == 0 or (callee.to_builtin and callee.is_whole)
        # A global or captured variable: only a builtin that runs no code may have it.
        return callee.to_builtin and not callee.calls_back and callee.is_whole \
            and self._is_target(variable) and is_outside(variable) and not variable.means_const()

    def may_give(self, operands, item):
        """Whether a value that the function returns may have an operand as a part without keeping
        it: the variable dies with the frame."""
        variable = item.variable
        return variable is not None and self.leaves and self.try_depth == 0 \
            and is_plain_local(variable) and not variable.is_global \
            and self.remaining.get(variable, 1) == 0 and self._is_passed_once(variable, operands) \
            and not self._waits_for(variable, operands, False)

    def masks(self, operands, callee):
        """The Masks of a call with these arguments."""
        masks = Masks()
        for i in range(len(operands.items)):
            item = operands.items[i]
            if item.owned:
                masks.owned = with_bit(masks.owned, i)
            elif self._may_move(operands, item, callee):
                variable = item.variable
                if variable.is_masked_parameter() and not variable.needs_cell():
                    masks.parameters = with_bit(masks.parameters, i)
                else:
                    masks.owned = with_bit(masks.owned, i)
            elif is_outside(item.root) and (callee.calls_back or not callee.to_builtin):
                masks.lent = with_bit(masks.lent, i)
                if i >= POSITIONS:
                    masks.kept.append(item.register)
        return masks

    def may_take(self, root, value):
        """Whether an element may leave its container, in the variable ``root``, while ``value``
        is called: nobody would see it."""
        return is_plain_local(root) and self.try_depth == 0 \
            and count_names(value).get(root, 0) == 1
