"""Help, version and usage errors (tooling.md 1.2, 1.3)."""

from ruffinterp.diagnostics.spelling import nearest
from ruffinterp.vm import build_constants
from ruffinterp.vm.jit import USER_PARAMETERS

VERSION = '0.9.0'
VERSION_TEXT = 'ruff %s\nbuilt with %s\n' % (VERSION, build_constants.TOOLCHAIN)


def parameter_help():
    """A line for each parameter of ``--jit``."""
    lines = ['\nParameters of --jit:\n']
    for parameter in USER_PARAMETERS:
        lines.append('  %-21s %-16s %s\n' % (
            parameter.name, '%d..%d' % (parameter.smallest, parameter.largest), parameter.meaning))
    return ''.join(lines)


HELP = """Ruff: A modern programming language

Usage: ruff [OPTIONS] [FILE] [SCRIPT_ARGS]...
       ruff <COMMAND>

Commands:
  run       Run a Ruff script file
  check     Look for errors in a Ruff script file without running it
  test-run  Run tests defined with the test framework
  help      Print this message or the help of the given subcommand(s)

Arguments:
  FILE         Program to run; - reads it from standard input
  SCRIPT_ARGS  All that follows FILE: what args() gives the program

Options:
  -e <CODE>            Run the program given as text
      --jit <OPTIONS>  off, default, or name=value,... for the JIT
      --max-depth <N>  Depth of calls that messages name as the limit
      --diagnostics <FORM>        human or json, for errors
      --json-runtime-diagnostics  json for uncaught errors only
      --dump-bytecode  Print the instructions that the program is compiled to
  -h, --help           Print help
  -V, --version        Print version
""" + parameter_help()

RUN_HELP = """Run a Ruff script file

Usage: ruff run [OPTIONS] <FILE> [SCRIPT_ARGS]...

Arguments:
  <FILE>            Program to run; - reads it from standard input
  [SCRIPT_ARGS]...  All that follows FILE: what args() gives the program

Options:
      --interpreter    Print warnings about types before the program runs
      --vm             Accepted; there is one engine
      --jit <OPTIONS>  off, default, or name=value,... for the JIT
      --max-depth <N>  Depth of calls that messages name as the limit
      --diagnostics <FORM>        human or json, for errors
      --json-runtime-diagnostics  json for uncaught errors only
      --dump-bytecode  Print the instructions that the program is compiled to
  -h, --help           Print help
""" + parameter_help()


RUN_USAGE = '[OPTIONS] [FILE] [SCRIPT_ARGS]...'


class UsageError(Exception):
    """``usage``: how to call the command that was called wrongly, without the name ruff."""

    def __init__(self, message, usage=RUN_USAGE):
        self.message = message
        self.usage = usage


def unknown_argument(name, known, usage=RUN_USAGE):
    """The UsageError about an option that does not exist; ``known``: those that do."""
    return UsageError("unexpected argument '%s' found%s" % (
        name, similar_name('argument', name, known)), usage)


def similar_name(kind, name, known):
    """What a message about an unknown name ends with; '' if it is like no other."""
    similar = nearest(name, known)
    if similar == '':
        return ''
    return "\n\n  tip: a similar %s exists: '%s'" % (kind, similar)


class Finished(Exception):
    """The command line asked for a text only."""

    def __init__(self, text):
        self.text = text


def usage_error(error):
    """The text of a UsageError, for standard error."""
    return "error: %s\n\nUsage: ruff %s\n\nFor more information, try '--help'.\n" % (
        error.message, error.usage)
