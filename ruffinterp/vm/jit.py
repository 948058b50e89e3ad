"""Everything that tunes the JIT: drivers, printable locations, policy, parameters."""

from rpython.jit.codewriter.policy import JitPolicy
from rpython.rlib import jit

from ruffinterp.compiler import opcodes
from ruffinterp.compiler.code import PLAIN


def printable_location(pc, code):
    """What the logs show for a position: function, line, opcode."""
    return '%s:%d %s' % (code.display_name(), code.line(pc), opcodes.NAMES[code.ops[pc]])


def unroll_one_iteration(pc, code):
    """A resumed generator passes one backward jump before it yields again."""
    return code.kind != PLAIN


main_driver = jit.JitDriver(
    greens=['pc', 'code'], reds=['frame'], virtualizables=['frame'],
    name='ruff', get_printable_location=printable_location, is_recursive=True,
    should_unroll_one_iteration=unroll_one_iteration)


def callback_driver(name):
    """The driver of a loop in a builtin that calls Ruff code; ``code``: what it calls, or None."""
    def location(code):
        if code is None:
            return '%s with a builtin' % name
        return '%s with %s' % (name, code.display_name())
    return jit.JitDriver(greens=['code'], reds='auto', name=name, get_printable_location=location)


OPAQUE_PACKAGES = (
    'ruffinterp.syntax.', 'ruffinterp.compiler.', 'ruffinterp.cli.', 'ruffinterp.stdlib.')


class RuffPolicy(JitPolicy):
    """The front end and what talks to the system are never traced."""

    def look_inside_function(self, function):
        module = function.__module__ or ''
        for package in OPAQUE_PACKAGES:
            if module.startswith(package):
                return function.__name__ in ('display_name',)
        return JitPolicy.look_inside_function(self, function)


def set_user_parameters(text):
    """``--jit``: ``off``, ``default`` or ``name=value,...``; False if the text is not valid."""
    try:
        jit.set_user_param(None, text)
    except ValueError:
        return False
    return True
