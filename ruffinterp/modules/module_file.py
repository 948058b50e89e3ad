"""Reading and parsing the file of a module (language.md 12.4, tooling.md 9.7)."""

from ruffinterp.compiler.exports import exported_names
from ruffinterp.diagnostics import kinds
from ruffinterp.objects.errors import ModuleFault, RuffError, plain_error
from ruffinterp.objects.utf8 import is_valid_utf8
from ruffinterp.stdlib.descriptors import SystemFailure, read_whole_file, system_error_text
from ruffinterp.syntax.errors import SyntaxErrors
from ruffinterp.syntax.parser import parse
from ruffinterp.syntax.source import Source


class ModuleFile(object):
    """A parsed module.  ``program``: ast.Program, None when it has been used: it is compiled once."""

    def __init__(self, source, program):
        self.source = source
        self.program = program
        self.exports = exported_names(program)


def unreadable(name, reason):
    return plain_error(kinds.UNREADABLE_MODULE, 'Failed to read module %s: %s' % (name, reason))


def read_module(found):
    """The text of a FoundModule; RuffError if it cannot be read."""
    try:
        text = read_whole_file(found.path)
    except SystemFailure as failure:
        raise unreadable(found.name, system_error_text(failure.number))
    if not is_valid_utf8(text):
        raise unreadable(found.name, 'stream did not contain valid UTF-8')
    return text


def text_error(verb, name, diagnostic):
    """The RuffError for a Diagnostic about the text of the module ``name``."""
    line, column = diagnostic.source.position(diagnostic.primary.start)
    return RuffError("Failed to %s module '%s': %d:%d: %s" % (
        verb, name, line, column, diagnostic.title), None, ModuleFault(diagnostic),
        kinds.BROKEN_MODULE)


def parse_module(found, text):
    """The ModuleFile for the text of a FoundModule; RuffError if it does not parse."""
    source = Source(found.shown, text)
    try:
        program = parse(source)
    except SyntaxErrors as errors:
        first = errors.diagnostics[0]
        verb = 'parse'
        if first.kind.subsystem == 'lexer':
            verb = 'tokenize'
        raise text_error(verb, found.name, first)
    return ModuleFile(source, program)
