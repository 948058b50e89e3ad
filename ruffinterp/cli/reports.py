"""What the tool prints about programs that fail (tooling.md 9)."""

from ruffinterp.cli.explanations import Place, explain, subject_of
from ruffinterp.objects.errors import ModuleFault
from ruffinterp.syntax.source_frame import (
    BLUE as BRIGHT_BLUE, BOLD, BOLD_RED, paint, source_frame)

# A call stack with more frames is printed without its middle.
SHOWN_FRAMES = 10

TYPE_WARNINGS = 'Type checking warnings:\n'
HABIT_WARNINGS = 'Warnings:\n'

BRIGHT_GREEN = '\x1b[92m'
BRIGHT_YELLOW = '\x1b[93m'
BRIGHT_CYAN = '\x1b[96m'
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


def location(source, offset):
    """``file:line:column`` of a byte offset."""
    line, column = source.position(offset)
    return '%s:%d:%d' % (source.name, line, column)


def place_of(error, module):
    """The Place that an error is about, or None; ``module``: see there."""
    subject = subject_of(error)
    if isinstance(subject, ModuleFault):
        return Place(subject.source, subject.start, subject.end, module)
    entry = error.innermost_entry()
    if entry is None:
        return None
    code = entry.code
    return Place(code.source, code.start_offset(entry.pc), code.end_offset(entry.pc), module)


def error_report(error, module, color):
    """The block for an uncaught RuffError (tooling.md 9.1, decision 16).

    ``module``: the Module of the program.
    """
    lines = ['%s: %s\n' % (paint(color, BOLD_RED, 'Runtime Error'),
                           paint(color, BOLD, error.message))]
    place = place_of(error, module)
    if place is not None:
        lines.append(paint(color, BRIGHT_BLUE, '  --> ' + location(
            place.source, place.start)) + '\n')
        lines.append(source_frame(place.source, place.start, color))
    hints = explain(error, place)
    lines.append(hint_lines(hints.help, hints.suggestion, hints.note, color))
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


def hint_lines(help, suggestion, note, color):
    """The lines below a source frame; each text may be ''."""
    lines = ''
    if help != '':
        lines += paint(color, BRIGHT_YELLOW, '   = help: ' + help) + '\n'
    if suggestion != '':
        lines += paint(color, BRIGHT_GREEN, "   = Did you mean '%s'?" % suggestion) + '\n'
    if note != '':
        lines += paint(color, BRIGHT_CYAN, '   = note: ' + note) + '\n'
    return lines


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


def compilation_report(error, source, color):
    """The block for a CompileError (language.md 10.4)."""
    text = located_block('Compilation error', error.message, source, error.start, color)
    if error.help != '':
        text += paint(color, BRIGHT_YELLOW, '   = help: ' + error.help) + '\n'
    return text


def located_block(kind, message, source, start, color):
    """The first lines of the layout of tooling.md 9.1, up to the source frame."""
    return '%s: %s\n%s\n%s' % (
        paint(color, BOLD_RED, kind), paint(color, BOLD, message),
        paint(color, BRIGHT_BLUE, '  --> ' + location(source, start)),
        source_frame(source, start, color))


def finding_block(finding, source, color):
    """The block for a Finding of the checker."""
    return (located_block(finding.kind, finding.message, source, finding.start, color) +
            hint_lines(finding.help, finding.suggestion, finding.note, color))


def findings_list(heading, findings, source, color):
    """The warnings of the checker under a heading (tooling.md 2.4); '' when there are none."""
    if len(findings) == 0:
        return ''
    lines = [heading]
    for finding in findings:
        lines.append('  ' + finding_block(finding, source, color) + '\n')
    lines.append('\n')
    return ''.join(lines)


def tool_error(message):
    """An error of the tool itself."""
    return '[RUFCLI001] [cli] error: %s\n' % message
