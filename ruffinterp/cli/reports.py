"""What the tool prints about programs that fail (tooling.md 9)."""

from ruffinterp.cli.explanations import explained
from ruffinterp.diagnostics import kinds
from ruffinterp.diagnostics.model import Diagnostic
from ruffinterp.diagnostics.render_text import location, rendered
from ruffinterp.diagnostics.source_frame import BLUE as BRIGHT_BLUE, paint

# A call stack with more frames is printed without its middle.
SHOWN_FRAMES = 10

ERRORS = 'Errors:\n'
TYPE_WARNINGS = 'Type checking warnings:\n'
HABIT_WARNINGS = 'Warnings:\n'

BRIGHT_WHITE = '\x1b[97m'
BOLD_WHITE = '\x1b[1;97m'


def active_functions(error):
    """The TracebackEntry of each active function, innermost first; None stands for those that were
    not kept."""
    entries = []
    for entry in error.entries():
        if entry is None or not entry.code.is_module:
            entries.append(entry)
    entries.reverse()
    return entries


def error_report(error, module, color):
    """The block for an uncaught RuffError (tooling.md 9.1, decision 16).

    ``module``: the Module of the program.
    """
    lines = [rendered(explained(error, module), color)]
    entries = active_functions(error)
    if len(entries) > 0:
        lines.append('\n')
        lines.append(paint(color, BOLD_WHITE, 'Call stack:') + '\n')
        lines.append(call_stack(entries, error.frames_left_out(), color))
    lines.append('\n')
    return ''.join(lines)


def unawaited_rest(count):
    """What stands for the reports of so many more promises."""
    return '... %d more rejected promises were never awaited\n\n' % count


def call_stack(entries, left_out, color):
    """One line per frame; the middle of a deep stack is left out.  ``left_out``: the number of
    frames behind the entry None."""
    lines = []
    count = len(entries)
    hidden = count - 2 * SHOWN_FRAMES
    if left_out > 0:
        hidden += left_out - 1
    for i in range(count):
        if SHOWN_FRAMES <= i < count - SHOWN_FRAMES:
            if i == SHOWN_FRAMES:
                lines.append('  ... %d more frames\n' % hidden)
            continue
        number = i
        if left_out > 0 and i > SHOWN_FRAMES:
            number += left_out - 1
        entry = entries[i]
        code = entry.code
        lines.append('  %s at %s (%s)\n' % (
            paint(color, BRIGHT_BLUE, str(number)),
            paint(color, BRIGHT_WHITE, code.display_name()),
            location(code.source, code.start_offset(entry.pc))))
    return ''.join(lines)


def findings_list(heading, findings, color):
    """Diagnostics of the checker under a heading (tooling.md 2.4); '' when there are none."""
    if len(findings) == 0:
        return ''
    lines = [heading]
    for finding in findings:
        lines.append('  ' + rendered(finding, color) + '\n')
    lines.append('\n')
    return ''.join(lines)


def tool_error(message):
    """The Diagnostic for an error of the tool itself."""
    return Diagnostic(kinds.TOOL, message, None, 0, 0)
