"""Whether to color what is written to a stream (tooling.md 1.5)."""

import os


def color_for(descriptor):
    """The decision for one of the standard streams; bool."""
    force = os.environ.get('CLICOLOR_FORCE')
    if force is not None and force != '0':
        return True
    if os.environ.get('NO_COLOR') is not None:
        return False
    if os.environ.get('CLICOLOR') == '0':
        return False
    return os.isatty(descriptor)


def stderr_color():
    return color_for(2)


def stdout_color():
    return color_for(1)
