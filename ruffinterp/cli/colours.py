"""Whether to colour what is written to a stream (tooling.md 1.5)."""

import os


def colour_for(descriptor):
    """The decision for one of the standard streams; bool."""
    force = os.environ.get('CLICOLOR_FORCE')
    if force is not None and force != '0':
        return True
    if os.environ.get('NO_COLOR') is not None:
        return False
    if os.environ.get('CLICOLOR') == '0':
        return False
    return os.isatty(descriptor)


def stderr_colour():
    return colour_for(2)


def stdout_colour():
    return colour_for(1)
