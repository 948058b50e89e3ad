"""Everything that tunes the JIT: drivers, printable locations, policy, parameters."""

from rpython.jit.codewriter.policy import JitPolicy
from rpython.rlib import jit
from rpython.rlib.unroll import unrolling_iterable

from ruffinterp.bytecode import opcodes
from ruffinterp.bytecode.code import PLAIN


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
    'ruffinterp.syntax.', 'ruffinterp.bytecode.', 'ruffinterp.compiler.', 'ruffinterp.cli.',
    'ruffinterp.stdlib.')


class RuffPolicy(JitPolicy):
    """The front end and what talks to the system are never traced."""

    def look_inside_function(self, function):
        module = function.__module__ or ''
        for package in OPAQUE_PACKAGES:
            if module.startswith(package):
                return function.__name__ in ('display_name',)
        return JitPolicy.look_inside_function(self, function)


class UserParameter(object):
    """A parameter of the JIT that users may set to ``smallest`` ... ``largest``."""
    _immutable_fields_ = ['name', 'smallest', 'largest', 'meaning']

    def __init__(self, name, smallest, largest, meaning):
        self.name = name
        self.smallest = smallest
        self.largest = largest
        self.meaning = meaning


# So many times is never.
MOST_TIMES = 1000000000

# Of the toolchain's parameters those that change when and how much is compiled.  The others switch
# parts of the optimizer on or off that no test runs, some of which are not even in the binary.
USER_PARAMETERS = [
    UserParameter('threshold', 1, MOST_TIMES, 'Iterations before a loop is compiled'),
    UserParameter('function_threshold', 1, MOST_TIMES, 'Calls before a function is compiled'),
    UserParameter('trace_eagerness', 1, MOST_TIMES, 'Exits before more is compiled'),
    UserParameter('trace_limit', 100, 1 << 14, 'Operations that are compiled as one piece'),
    UserParameter('decay', 0, 1000, 'How fast the counts of rare loops and calls fade'),
    UserParameter('loop_longevity', 1, MOST_TIMES, 'How long unused compiled code is kept'),
    UserParameter('inlining', 0, 1, 'Whether calls are compiled into their caller'),
    UserParameter('max_unroll_recursion', 1, 100, 'Recursive calls compiled as one piece'),
]

_names = unrolling_iterable([parameter.name for parameter in USER_PARAMETERS])


def set_parameter(parameter, value):
    """Set a UserParameter to an int of its range."""
    for name in _names:
        if name == parameter.name:
            jit.set_param(None, name, value)


def restore_parameters():
    """Set every UserParameter to what the toolchain thinks best."""
    for name in _names:
        jit.set_param_to_default(None, name)


def switch_off():
    """Compile nothing from now on."""
    jit.set_param(None, 'threshold', -1)
    jit.set_param(None, 'function_threshold', -1)
