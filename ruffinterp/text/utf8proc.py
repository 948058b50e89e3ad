"""Binding of utf8proc, the library that holds the tables of Unicode (15 or later).

Code points go in and out as ints; what is no code point (a surrogate, a number out of range) counts
as one that is not assigned, and maps to itself.  Callers answer for ASCII themselves.
"""

import os
import subprocess

from rpython.rlib import jit
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

# utf8proc_category_t, the general categories in the order of the library; ``category`` gives them.
(UNASSIGNED, UPPERCASE_LETTER, LOWERCASE_LETTER, TITLECASE_LETTER, MODIFIER_LETTER, OTHER_LETTER,
 NONSPACING_MARK, SPACING_MARK, ENCLOSING_MARK, DECIMAL_NUMBER, LETTER_NUMBER, OTHER_NUMBER,
 CONNECTOR_PUNCTUATION, DASH_PUNCTUATION, OPEN_PUNCTUATION, CLOSE_PUNCTUATION, INITIAL_PUNCTUATION,
 FINAL_PUNCTUATION, OTHER_PUNCTUATION, MATH_SYMBOL, CURRENCY_SYMBOL, MODIFIER_SYMBOL, OTHER_SYMBOL,
 SPACE_SEPARATOR, LINE_SEPARATOR, PARAGRAPH_SEPARATOR, CONTROL, FORMAT, SURROGATE,
 PRIVATE_USE) = range(30)

CASEFOLD = 1 << 10                  # of utf8proc_option_t
# Unicode promises that no code point folds to more than three.
LONGEST_FOLDING = 3


def _pkg_config(option):
    """What pkg-config says of the library, as text.

    ImportError, with the names of the packages, when the tool or the library is missing.
    """
    try:
        process = subprocess.Popen(
            ['pkg-config', option, 'libutf8proc'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError:
        raise ImportError(
            'pkg-config is missing; install pkg-config (Debian) or pkgconf-pkg-config (Fedora)')
    text = process.communicate()[0]
    if process.returncode != 0:
        raise ImportError('the library utf8proc is missing; '
                          'install libutf8proc-dev (Debian) or utf8proc-devel (Fedora)')
    return text.strip()


def _find_library():
    """How to compile and link: with the archive where there is one, so that the binary needs
    nothing else to run; Fedora has the shared library only."""
    folder = _pkg_config('--variable=libdir')
    has_archive = os.path.exists(os.path.join(folder, 'libutf8proc.a'))
    return ExternalCompilationInfo.from_compiler_flags(_pkg_config('--cflags')).merge(
        ExternalCompilationInfo(
            includes=['utf8proc.h'], library_dirs=[folder],
            libraries=[':libutf8proc.a' if has_archive else 'utf8proc'],
            testonly_libraries=['utf8proc']))


_library = _find_library()


def _function(name, argument_types, result_type, is_pure=True):
    return rffi.llexternal(
        name, argument_types, result_type, compilation_info=_library,
        sandboxsafe=True, _nowrapper=True, elidable_function=is_pure)


_c_category = _function('utf8proc_category', [rffi.INT], rffi.INT)
_c_toupper = _function('utf8proc_toupper', [rffi.INT], rffi.INT)
_c_tolower = _function('utf8proc_tolower', [rffi.INT], rffi.INT)
_c_charwidth = _function('utf8proc_charwidth', [rffi.INT], rffi.INT)
_c_unicode_version = _function('utf8proc_unicode_version', [], rffi.CCHARP)
# Not pure: it writes to the buffer.
_c_decompose_char = _function(
    'utf8proc_decompose_char', [rffi.INT, rffi.INTP, rffi.SSIZE_T, rffi.INT, rffi.INTP],
    rffi.SSIZE_T, is_pure=False)


def unicode_version():
    """The version of Unicode that the tables are of, as '15.0.0'."""
    return rffi.charp2str(_c_unicode_version())


def category(code):
    """The general category, one of the constants above."""
    return rffi.cast(lltype.Signed, _c_category(rffi.cast(rffi.INT, code)))


def simple_upper(code):
    """The code point that the simple mapping to upper case gives."""
    return rffi.cast(lltype.Signed, _c_toupper(rffi.cast(rffi.INT, code)))


def simple_lower(code):
    """The code point that the simple mapping to lower case gives."""
    return rffi.cast(lltype.Signed, _c_tolower(rffi.cast(rffi.INT, code)))


def width(code):
    """The columns of a terminal that the character takes: 0, 1 or 2."""
    return rffi.cast(lltype.Signed, _c_charwidth(rffi.cast(rffi.INT, code)))


# One for all calls, as only one thread interprets.
_folding = lltype.malloc(rffi.INTP.TO, LONGEST_FOLDING, flavor='raw', immortal=True)


@jit.dont_look_inside
def full_folding(code):
    """The code points of the full case folding, a list of one to three ints."""
    count = rffi.cast(lltype.Signed, _c_decompose_char(
        rffi.cast(rffi.INT, code), _folding, rffi.cast(rffi.SSIZE_T, LONGEST_FOLDING),
        rffi.cast(rffi.INT, CASEFOLD), lltype.nullptr(rffi.INTP.TO)))
    if not 0 < count <= LONGEST_FOLDING:
        return [code]
    return [rffi.cast(lltype.Signed, _folding[i]) for i in range(count)]
