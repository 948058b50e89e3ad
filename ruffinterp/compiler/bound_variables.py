"""Which variables certainly have a value where the compiler stands (language.md 5.3).

A variable in a register is read by the instruction that uses it, so that reading it takes no
instruction of its own.  Where it may be unbound a CHECK_BOUND at the name comes before: the error
is then raised in the order of evaluation and names the place of the name.

The compiler walks the text in the order of execution, but for the jumps back of loops, and nothing
unbinds a variable that the text behind can name.  So it is enough to forget at the end of each
branch what became known in it; only what all branches that reach the end have in common stays.
"""


class BoundVariables(object):
    """``order``: the variables (Variable) that are known to have a value, by the time at which
    that became known.  ``is_dead``: nothing reaches the place, after a ``return`` for example."""

    def __init__(self):
        self.order = []
        self.known = {}
        self.is_dead = False

    def add(self, variable):
        if variable not in self.known:
            self.known[variable] = True
            self.order.append(variable)

    def has(self, variable):
        return variable in self.known

    def leave(self):
        """Control goes elsewhere."""
        self.is_dead = True

    def begin_branch(self):
        """What ``end_branch`` wants to know of the place where a branch begins."""
        return len(self.order)

    def end_branch(self, start):
        """Forget what became known in a branch and return it: a list of Variable, None if nothing
        reaches the end of the branch."""
        found = self.order[start:]
        for variable in found:
            del self.known[variable]
        del self.order[start:]
        if self.is_dead:
            self.is_dead = False
            return None
        return found

    def join(self, branches):
        """All of these branches, one of which was taken, end here."""
        counts = {}
        ends = 0
        for branch in branches:
            if branch is not None:
                ends += 1
                for variable in branch:
                    counts[variable] = counts.get(variable, 0) + 1
        for branch in branches:
            if branch is not None:
                for variable in branch:
                    if counts[variable] == ends:
                        self.add(variable)
        self.is_dead = ends == 0
