"""Operands of one instruction while they are compiled, and what is known of their ownership."""


class Operands(object):
    """Parallel lists, one entry per operand.

    ``operands``: register or constant.  ``owned``: fresh result rather than borrowed.  ``roots``:
    the variable a borrowed value was read from, or None.  ``variables``: the variable when the
    operand is exactly that variable.  ``base``: number of live temporaries before.
    ``pending_base``: length of the compiler's pending list before.
    """

    def __init__(self, base, pending_base):
        self.operands = []
        self.owned = []
        self.roots = []
        self.variables = []
        self.lent = []
        self.base = base
        self.pending_base = pending_base
