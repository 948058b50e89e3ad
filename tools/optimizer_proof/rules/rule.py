"""A rule of the optimizer and its proof."""
import time

from z3 import Not, Solver, sat, unsat


class Rule:
    """What the optimizer assumes: whenever ``precondition`` holds, ``claim`` does.

    ``name``: the operation and the case. ``source``: where the optimizer does so.
    ``holds``: False for a rule of the release that is wrong and corrected; its
    corrected form is another rule.
    """

    def __init__(self, name, source, precondition, claim, holds=True):
        self.name = name
        self.source = source
        self.precondition = precondition
        self.claim = claim
        self.holds = holds

    def prove(self, seconds):
        """(verdict, text): 'right', 'wrong' with a counterexample, or 'unknown'."""
        solver = Solver()
        solver.set('timeout', int(seconds * 1000))
        solver.add(self.precondition, Not(self.claim))
        started = time.time()
        answer = solver.check()
        spent = time.time() - started
        if answer == unsat:
            return 'right', '%.1f s' % spent
        if answer == sat:
            return 'wrong', str(solver.model())
        return 'unknown', '%.1f s' % spent

    def is_possible(self, seconds):
        """Whether the precondition holds anywhere: a rule that never applies proves nothing."""
        solver = Solver()
        solver.set('timeout', int(seconds * 1000))
        solver.add(self.precondition)
        return solver.check() != unsat
