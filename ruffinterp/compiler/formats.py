"""Formats of interpolated strings (decision 58)."""

from ruffinterp.compiler.errors import CompileError
from ruffinterp.diagnostics.hints import static
from ruffinterp.objects.format_specification import BadFormat, parse_format



def specification_of(node):
    """The FormatSpecification of a Formatted; CompileError if its text is none."""
    try:
        return parse_format(node.specification)
    except BadFormat as error:
        # About the colon and what follows, up to the brace.
        end = node.end - 1
        raise CompileError('Invalid format: ' + error.message,
                           end - len(node.specification) - 1, end, static.FORMAT)
