"""Questions about paths of the file system."""

import os
import stat

from rpython.rlib import jit
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

# PATH_MAX of the system, with room for the zero.
LONGEST_PATH = 4096 + 1

c_realpath = rffi.llexternal(
    'realpath', [rffi.CCHARP, rffi.CCHARP], rffi.CCHARP,
    compilation_info=ExternalCompilationInfo(includes=['stdlib.h']))


def directory_of(path):
    """Everything before the last slash; '' without one, '/' for the root directory."""
    end = path.rfind('/')
    if end < 0:
        return ''
    if end == 0:
        return '/'
    return path[:end]


def last_part(path):
    """Everything behind the last slash."""
    start = path.rfind('/') + 1
    assert start >= 0
    return path[start:]


def join(directory, name):
    if directory == '' or directory.endswith('/'):
        return directory + name
    return directory + '/' + name


def is_file(path):
    """Whether there is a regular file, or a link to one."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def current_directory():
    """The current directory, '' if it is gone."""
    try:
        return os.getcwd()
    except OSError:
        return ''


@jit.dont_look_inside
def real_path(path):
    """The absolute path without symbolic links; '' if there is no such file."""
    found = ''
    buffer = lltype.malloc(rffi.CCHARP.TO, LONGEST_PATH, flavor='raw')
    try:
        with rffi.scoped_str2charp(path) as c_path:
            if c_realpath(c_path, buffer):
                found = rffi.charp2str(buffer)
    finally:
        lltype.free(buffer, flavor='raw')
    return found


def is_inside(path, directory):
    """Whether a real path lies in a real directory or below it."""
    return directory == '/' or path.startswith(directory + '/')
