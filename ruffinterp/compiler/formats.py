"""Formats of interpolated strings (decision 58)."""

from ruffinterp.compiler.errors import CompileError
from ruffinterp.objects.format_specification import BadFormat, parse_format

FORMAT_HELP = 'A format is [[fill]align][sign][0][width][,][.precision][type], as in ${x:>8.2f}.'


def specification_of(node):
    """The FormatSpecification of a Formatted; CompileError if its text is none."""
    try:
        return parse_format(node.specification)
    except BadFormat as error:
        # About the colon and what follows, up to the brace.
        end = node.end - 1
        raise CompileError('Invalid format: ' + error.message,
                           end - len(node.specification) - 1, end, FORMAT_HELP)
