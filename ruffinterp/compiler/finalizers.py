"""Code for ``finally`` (decision 49).

The block exists once.  What leaves the ``try`` notes in a hidden register why it does, in another
one what it takes along, and jumps to the block; behind it the code goes on as was noted.

    ACTION := FALL_THROUGH   the try block has ended
    ACTION := RAISE          an error; RESULT is that error
    ACTION := RETURN         RESULT is the value
    ACTION := n              a loop around the try is left or goes on
"""

from ruffinterp.bytecode import opcodes

FALL_THROUGH = 0
RAISE = 1
RETURN = 2
FIRST_JUMP = 3


class LoopExit(object):
    """``break`` or ``continue`` of a Loop around the ``try``."""

    def __init__(self, loop, is_break):
        self.loop = loop
        self.is_break = is_break


class Finalizer(object):
    """A ``try`` with a ``finally`` that is being compiled.

    ``loop_depth``: the number of loops around it.  ``exits``: the LoopExits that go through it;
    their actions are the numbers from FIRST_JUMP on.  ``returns``: whether a ``return`` does.
    """

    def __init__(self, builder, loop_depth):
        self.builder = builder
        self.loop_depth = loop_depth
        self.action = builder.new_register('')
        self.result = builder.new_register('')
        self.label = builder.new_label()
        self.exits = []
        self.returns = False

    def enter(self, action):
        """Leave the ``try`` for the block, which goes on with ``action``."""
        builder = self.builder
        builder.emit(opcodes.MOVE, [self.action, builder.int_constant(str(action))])
        builder.emit(opcodes.JUMP, [self.label])

    def enter_to_return(self, register):
        """The same for the return of an owned or kept value."""
        self.returns = True
        self.builder.emit(opcodes.MOVE, [self.result, register])
        self.enter(RETURN)

    def enter_to_leave(self, loop, is_break):
        """The same for ``break`` or ``continue`` of a loop."""
        for i in range(len(self.exits)):
            if self.exits[i].loop is loop and self.exits[i].is_break == is_break:
                self.enter(FIRST_JUMP + i)
                return
        self.exits.append(LoopExit(loop, is_break))
        self.enter(FIRST_JUMP + len(self.exits) - 1)

    def skip_unless(self, action):
        """The label to which the block's end jumps unless this action was noted."""
        builder = self.builder
        other = builder.new_label()
        builder.emit(opcodes.JUMP_UNLESS_VALUE, [
            self.action, builder.int_constant(str(action)), other])
        return other
