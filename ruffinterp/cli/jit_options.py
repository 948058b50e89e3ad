"""The value of ``--jit``: ``off``, ``default`` or ``name=value,...`` (tooling.md 2.1)."""

from ruffinterp.cli.usage import UsageError, similar_name
from ruffinterp.vm.jit import USER_PARAMETERS, restore_parameters, set_parameter, switch_off

PARAMETER_NAMES = [parameter.name for parameter in USER_PARAMETERS]

# As many as the largest value of all has.
MOST_DIGITS = 10


def set_jit_options(text):
    """Do what the value of ``--jit`` says.  UsageError if it is none."""
    if text == 'off':
        switch_off()
    elif text == 'default':
        restore_parameters()
    else:
        for assignment in text.split(','):
            assign(text, assignment.strip(' '))


def assign(text, assignment):
    """Set one parameter.  UsageError, about the whole ``text``."""
    separator = assignment.find('=')
    if separator < 0:
        raise invalid_value(text, 'expected off, default or name=value,... with %s' % (
            ', '.join(PARAMETER_NAMES)) + similar_name('value', assignment, ['off', 'default']))
    name = assignment[:separator]
    for parameter in USER_PARAMETERS:
        if parameter.name == name:
            value = number_of(assignment[separator + 1:])
            if value < parameter.smallest or value > parameter.largest:
                raise invalid_value(text, 'expected a number from %d to %d for %s' % (
                    parameter.smallest, parameter.largest, name))
            set_parameter(parameter, value)
            return
    raise invalid_value(text, "there is no parameter '%s', only %s%s" % (
        name, ', '.join(PARAMETER_NAMES), similar_name('parameter', name, PARAMETER_NAMES)))


def invalid_value(text, reason):
    return UsageError("invalid value '%s' for '--jit <OPTIONS>': %s" % (text, reason))


def number_of(digits):
    """The number that is written with these decimal digits; -1 if it is none, or too large."""
    if digits == '' or len(digits) > MOST_DIGITS:
        return -1
    value = 0
    for digit in digits:
        if not '0' <= digit <= '9':
            return -1
        value = value * 10 + ord(digit) - ord('0')
    return value
