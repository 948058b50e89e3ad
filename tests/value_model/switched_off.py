"""The interpreter with one rule about methods that change their receiver switched off at a time.

Programs must notice: they would find a fault of that kind.  The rules are those of decision 39; the
words are explained in ruffinterp/compiler/ownership.py.
"""

from campaign import check
from untranslated import run_shortly

from ruffinterp.compiler.expressions import ExpressionCompiler
from ruffinterp.compiler.method_calls import MethodCallCompiler
from ruffinterp.objects.cells import GlobalCell, W_Cell
from ruffinterp.vm.ops import method_calls

# Seeds of programs with changing methods.
SEEDS = range(1, 400, 2)


def forgetting_errors(change):
    """A method that ends by an error leaves what it was called on as it was."""
    def wrapper(frame, code, first, count, use, text, w_method, name, w_cell, owned, lent):
        w_before = w_cell.w_value
        try:
            return change(frame, code, first, count, use, text, w_method, name, w_cell, owned, lent)
        except Exception:
            w_cell.w_value = w_before
            raise
    return wrapper


def never_taken(take):
    """The variable keeps its value meanwhile."""
    def wrapper(self, method):
        w_value = take(self, method)
        self.put_back(w_value)
        return w_value
    return wrapper


def without_closures_over_self(call_on_cell):
    """Functions inside the method that have ``self``, too, do not count."""
    def wrapper(frame, code, first, count, use, w_method, w_cell, owned):
        shares_self = w_method.code.shares_self
        w_method.code.shares_self = False
        try:
            return call_on_cell(frame, code, first, count, use, w_method, w_cell, owned)
        finally:
            w_method.code.shares_self = shares_self
    return wrapper


def owned_by_everyone(is_simple):
    """Parameters that are only lent are changed in place."""
    return lambda self, variable: variable.register >= 0 and not variable.needs_cell() \
        and variable.fallback is None and not variable.means_const()


# name -> (where a function is, its name, what makes another one of it).
RULES = {
    'arguments-of-locals-are-kept': (
        method_calls, 'keep_parts', lambda keep_parts: lambda *arguments: None),
    'arguments-of-places-are-kept': (
        MethodCallCompiler, '_keep_before_change', lambda keep: lambda *arguments: None),
    'operands-before-are-kept': (
        ExpressionCompiler, 'written_behind', lambda written: lambda self, nodes: [{}] * len(nodes)),
    'changes-before-an-error-stay': (method_calls, 'change', forgetting_errors),
    'globals-are-taken': (GlobalCell, 'take', never_taken),
    'captured-variables-are-taken': (W_Cell, 'take', never_taken),
    'kept-results-are-shared': (
        MethodCallCompiler, '_stays_in_place', lambda stays: lambda self, node, path: True),
    'closures-share-self': (method_calls, 'call_on_cell', without_closures_over_self),
    'lent-parameters-are-copied': (MethodCallCompiler, '_is_simple', owned_by_everyone),
}


def first_difference(name):
    """The first seed whose program differs with the rule switched off; None if there is none."""
    owner, attribute, changed = RULES[name]
    original = owner.__dict__[attribute]
    setattr(owner, attribute, changed(original))
    try:
        for seed in SEEDS:
            verdict, _ = check(seed, [('untranslated', run_shortly)], shrinks=False)
            if verdict == 'differs':
                return seed
        return None
    finally:
        setattr(owner, attribute, original)
