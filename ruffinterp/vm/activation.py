"""What is left of a frame while its function is suspended.

Nothing keeps a frame.  A YIELD or AWAIT copies the registers into the *activation* of the call,
which the frame finds in the register ``code.activation``; resuming copies them into a fresh frame,
which is virtual in compiled code as any other (test_jit_generators.py).
"""

from rpython.rlib import jit

from ruffinterp.objects.base import W_Root
from ruffinterp.vm.frame import Frame, store

# What the pc says when there is nothing to go on with.
RUNNING = -1
FINISHED = -2


class W_Activation(W_Root):
    """``pc``: where to go on, RUNNING or FINISHED.  Never seen by a program."""
    _attrs_ = ['code', 'regs', 'owned', 'pc']
    _immutable_fields_ = ['code', 'regs']

    def __init__(self, code):
        self.code = code
        self.regs = [None] * code.register_count
        self.owned = 0
        self.pc = RUNNING

    # test_jit_generators.py: the number of registers is constant for a code.
    @jit.unroll_safe
    def save(self, frame, code, pc):
        """Suspend ``frame``; it goes on at ``pc``."""
        regs = self.regs
        for register in range(code.register_count):
            if register != code.activation:
                regs[register] = frame.regs[register]
        self.owned = frame.owned
        self.pc = pc

    # test_jit_generators.py: as above.
    @jit.unroll_safe
    def restore(self, code):
        """A fresh frame with the saved registers."""
        frame = Frame(code.register_count)
        regs = self.regs
        for register in range(code.register_count):
            frame.regs[register] = regs[register]
        store(frame, code.activation, self)
        frame.owned = self.owned
        self.pc = RUNNING
        return frame

    def is_suspended(self):
        return self.pc >= 0

    def is_running(self):
        return self.pc == RUNNING

    def finish(self):
        """Nothing goes on here any more; what was saved is given up."""
        self.pc = FINISHED
        self.forget()

    # test_jit_generators.py: as above.
    @jit.unroll_safe
    def forget(self):
        regs = self.regs
        for register in range(self.code.register_count):
            regs[register] = None


def activation_of(frame, code):
    """The W_Activation of a frame whose code can be suspended."""
    register = code.activation
    assert register >= 0
    w_activation = frame.regs[register]
    assert isinstance(w_activation, W_Activation)
    return w_activation
