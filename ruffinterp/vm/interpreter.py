"""The complete virtual machine: dispatch with all opcodes, and running a program."""

from ruffinterp.bytecode import opcodes
from ruffinterp.vm.dispatch import run
from ruffinterp.vm.frame import Frame
from ruffinterp.vm.instructions import HANDLERS
from ruffinterp.vm.ops import (
    access, calls, construction, destructuring, errors, imports, loops, matching, method_calls,
    operations, tasks, updates, variables)

# Importing them registers their opcodes.
OPCODE_MODULES = [access, calls, construction, destructuring, errors, imports, loops, matching,
                  method_calls, operations, tasks, updates, variables]

# The dispatch loop itself runs these.
LOOP_OPCODES = [opcodes.JUMP_BACK, opcodes.RETURN, opcodes.RETURN_PARAMETER, opcodes.YIELD]

for _opcode, _name in enumerate(opcodes.NAMES):
    assert (HANDLERS[_opcode] is not None) != (_opcode in LOOP_OPCODES), _name


def run_code(code):
    """Run the top level of a program (Code); returns its W_Root.

    Raises RuffError, ExitRequest, Interrupted.
    """
    frame = Frame(code.register_count)
    return run(frame, code, 0)
