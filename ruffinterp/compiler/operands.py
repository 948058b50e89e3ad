"""What is known of values while the instructions that use them are compiled."""


class ValueOperand(object):
    """A value that was computed.

    ``register``: where it is, or ~k for constant k.  ``owned``: a fresh result rather than
    borrowed.  ``root``: the variable that a borrowed value was read from, or None.  ``variable``:
    the variable when the value is exactly that variable's.  ``lent``: under loan until the
    instruction that uses it.
    """

    def __init__(self, register, owned, root):
        self.register = register
        self.owned = owned
        self.root = root
        self.variable = None
        self.lent = False


class OperandList(object):
    """The operands of one instruction, in order.

    ``base``: number of live temporaries before.  ``pending_base``: number of borrowed operands
    that waited before.
    """

    def __init__(self, base, pending_base):
        self.items = []
        self.base = base
        self.pending_base = pending_base

    def registers(self):
        """The operands as an instruction has them; list of int."""
        return [item.register for item in self.items]
