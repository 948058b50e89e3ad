"""The interpreter with one rule about values that change in place switched off at a time.

Programs must notice: they would find a fault of that kind.  The rules are those of decisions 39 and
41; the words are explained in ruffinterp/compiler/ownership.py.
"""

from campaign import GENERATORS, expected_output, program_of
from changing_programs import ChangingGenerator
from place_generator import PlaceGenerator
from text import source
from untranslated import EXPIRED, run_shortly

from ruffinterp.compiler.assignments import AssignmentCompiler
from ruffinterp.compiler.expressions import ExpressionCompiler
from ruffinterp.compiler.method_calls import MethodCallCompiler
from ruffinterp.compiler.ownership import Ownership
from ruffinterp.compiler.same_paths import PathUpdate
from ruffinterp.objects.cells import GlobalCell, W_Cell
from ruffinterp.vm import operators
from ruffinterp.vm.ops import method_calls, updates


def seeds_of(generator, count):
    """Seeds of the first ``count`` programs that a generator makes."""
    number = len(GENERATORS)
    return range(GENERATORS.index(generator), count * number, number)


CHANGING = seeds_of(ChangingGenerator, 800)
PLACES = seeds_of(PlaceGenerator, 1500)


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


def given_if_it_leaves(may_give):
    """What is returned has variables as parts, whatever else is done with them."""
    return lambda self, operands, item: self.leaves and item.variable is not None


# name -> (seeds, where a function is, its name, what makes another one of it).
RULES = {
    'arguments-of-locals-are-kept': (
        CHANGING, method_calls, 'keep_parts', lambda keep_parts: lambda *arguments: None),
    'arguments-of-places-are-kept': (
        CHANGING, MethodCallCompiler, '_keep_before_change', lambda keep: lambda *arguments: None),
    'operands-before-are-kept': (
        CHANGING, ExpressionCompiler, 'written_behind',
        lambda written: lambda self, nodes: [{}] * len(nodes)),
    'changes-before-an-error-stay': (CHANGING, method_calls, 'change', forgetting_errors),
    'globals-are-taken': (CHANGING, GlobalCell, 'take', never_taken),
    'captured-variables-are-taken': (CHANGING, W_Cell, 'take', never_taken),
    'kept-results-are-shared': (
        CHANGING, MethodCallCompiler, '_stays_in_place', lambda stays: lambda self, node, path: True),
    'closures-share-self': (CHANGING, method_calls, 'call_on_cell', without_closures_over_self),
    'lent-parameters-are-copied': (CHANGING, MethodCallCompiler, '_is_simple', owned_by_everyone),
    'parts-of-results-are-kept': (PLACES, Ownership, 'may_give', given_if_it_leaves),
    'root-parts-are-kept': (
        PLACES, AssignmentCompiler, '_keep_parts_of', lambda keep: lambda *arguments: None),
    'elements-are-compared': (
        PLACES, updates, 'own_same_index',
        lambda own_same: lambda w_container, w_index, w_old: updates.own_index(w_container, w_index)),
    'additions-ask-who-owns': (
        PLACES, operators, 'add_to',
        lambda add_to: lambda w_left, w_right, may_extend, owned: add_to(w_left, w_right, True, owned)),
    'indexes-are-evaluated-once': (
        PLACES, PathUpdate, 'has_stable_indexes', lambda is_stable: lambda self: True),
}


def first_difference(name):
    """The first seed whose program differs with the rule switched off; None if there is none."""
    seeds, owner, attribute, changed = RULES[name]
    original = owner.__dict__[attribute]
    setattr(owner, attribute, changed(original))
    try:
        for seed in seeds:
            program = program_of(seed)
            expected = expected_output(program)
            if expected is None:
                continue
            code, out, _ = run_shortly(source(program))
            # That a program takes too long says nothing.
            if code != EXPIRED and (code != 0 or out != expected):
                return seed
        return None
    finally:
        setattr(owner, attribute, original)
