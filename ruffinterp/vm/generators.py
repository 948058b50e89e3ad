"""Generators (language.md 7.5), and what all suspended calls have in common."""

from rpython.rlib import jit

from ruffinterp.objects.argument_mask import with_bit
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.handles import check_generation, process_state
from ruffinterp.objects.iterator import W_Iterator
from ruffinterp.vm.activation import W_Activation
from ruffinterp.vm.dispatch import run
from ruffinterp.vm.frame import owns


# test_jit_generators.py: the number of parameters is constant for a code.
@jit.unroll_safe
def keep_arguments(frame, code):
    """What can be suspended keeps what it is given (architecture.md 3.1 rule 7)."""
    owned = 0
    for register in range(code.parameter_count):
        w_value = frame.regs[register]
        if w_value is not None and not owns(frame, register):
            w_value.mark_shared()
        owned = with_bit(owned, register)
    frame.owned = owned


def resume(w_activation):
    """Go on with a suspended activation; returns what it yields or returns.

    Afterwards ``is_suspended`` tells which of both.
    """
    pc = jit.promote(w_activation.pc)
    code = jit.promote(w_activation.code)
    frame = w_activation.restore(code)
    try:
        w_value = run(frame, code, pc)
    except Exception:
        w_activation.finish()
        raise
    if w_activation.is_running():
        w_activation.finish()
    return w_value


class W_Generator(W_Iterator):
    """A call of a generator function."""
    _immutable_fields_ = ['activation', 'generation']
    type_word = 'generator'

    def __init__(self, activation):
        self.activation = activation
        self.generation = process_state.generation

    def next_item(self):
        check_generation(self.generation, self.type_word)
        activation = self.activation
        if not activation.is_suspended():
            if activation.is_running():
                raise RuffError('The generator is already running')
            return None
        w_value = resume(activation)
        if not activation.is_suspended():
            return None
        return w_value

    def code_inside(self):
        return self.activation.code

    def display(self, builder):
        count = self.activation.code.parameter_count
        if self.activation.is_suspended() or self.activation.is_running():
            builder.append('<generator (')
        else:
            builder.append('<exhausted generator (')
        builder.append(str(count))
        builder.append(' params)>')


def start_generator(frame, code):
    """The W_Generator of a call whose arguments ``frame`` holds; nothing runs yet."""
    w_activation = W_Activation(code)
    w_activation.save(frame, code, 0)
    return W_Generator(w_activation)
