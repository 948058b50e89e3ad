"""Properties of code points: a sample that every machine checks, and all code points where a Python 3
with the same version of Unicode is at hand."""

import glob
import os
import subprocess

import pytest
from rpython.translator.c.test.test_genc import compile as compile_c

from ruffinterp.text import utf8proc
from ruffinterp.text.code_points import (
    display_width, full_lower, full_upper, is_alphanumeric, is_case_ignorable, is_cased,
    is_upper_case, is_white_space)

PAIRS = [
    (0x41, 0x61), (0xC4, 0xE4), (0x178, 0xFF), (0x416, 0x436),
    (0x3A3, 0x3C3),                         # Greek sigma; its final form has a row of its own below
    (0x10A0, 0x2D00), (0x1C90, 0x10D0),     # Georgian, Khutsuri and Mtavruli
    (0x10400, 0x10428),                     # Deseret
    (0x13A0, 0xAB70), (0x13F0, 0x13F8),     # Cherokee
    (0x104B0, 0x104D8),                     # Osage
    (0x118A0, 0x118C0),                     # Warang Citi
    (0x1E900, 0x1E922),                     # Adlam
    (0x16E40, 0x16E60),                     # Medefaidrin
    (0x10570, 0x10597), (0x2C2F, 0x2C5F), (0xA7C0, 0xA7C1),     # of Unicode 14
    (0x2160, 0x2170), (0x24B6, 0x24D0),     # Roman numerals, enclosed letters
]

# code point, upper case, lower case
SPECIAL = [
    (0xDF, [0x53, 0x53], [0xDF]), (0x1E9E, [0x1E9E], [0xDF]),           # sharp s
    (0x130, [0x130], [0x69, 0x307]), (0x131, [0x49], [0x131]),          # dotted and dotless I
    (0x149, [0x2BC, 0x4E], [0x149]), (0x1F0, [0x4A, 0x30C], [0x1F0]),
    (0x390, [0x399, 0x308, 0x301], [0x390]), (0x3C2, [0x3A3], [0x3C2]),
    (0x587, [0x535, 0x552], [0x587]), (0x1E9A, [0x41, 0x2BE], [0x1E9A]),
    (0xFB00, [0x46, 0x46], [0xFB00]), (0xFB03, [0x46, 0x46, 0x49], [0xFB03]),   # ligatures
    (0xFB17, [0x544, 0x53D], [0xFB17]),
    (0x1F80, [0x1F08, 0x399], [0x1F80]), (0x1F88, [0x1F08, 0x399], [0x1F80]),   # iota below
    (0x1FB7, [0x391, 0x342, 0x399], [0x1FB7]), (0x1FBC, [0x391, 0x399], [0x1FB3]),
    (0x1C4, [0x1C4], [0x1C6]), (0x1C5, [0x1C4], [0x1C6]), (0x1C6, [0x1C4], [0x1C6]),    # digraphs
    (0xB5, [0x39C], [0xB5]), (0x17F, [0x53], [0x17F]), (0x212A, [0x212A], [0x6B]),
    (0x345, [0x399], [0x345]), (0x301, [0x301], [0x301]), (0x4E2D, [0x4E2D], [0x4E2D]),
    (0x37A, [0x37A], [0x37A]), (0x1F600, [0x1F600], [0x1F600]),
    (0xD800, [0xD800], [0xD800]), (0x10FFFF, [0x10FFFF], [0x10FFFF]), (0, [0], [0]),
]


@pytest.mark.parametrize('upper, lower', PAIRS)
def test_pairs(upper, lower):
    assert full_upper(lower) == full_upper(upper) == [upper]
    assert full_lower(upper) == full_lower(lower) == [lower]
    assert is_upper_case(upper) and not is_upper_case(lower)
    assert is_cased(upper) and is_cased(lower)
    assert is_alphanumeric(lower) == is_alphanumeric(upper) == (upper != 0x24B6)


@pytest.mark.parametrize('code, upper, lower', SPECIAL)
def test_special_mappings(code, upper, lower):
    assert full_upper(code) == upper
    assert full_lower(code) == lower


def in_class(belongs, codes):
    return [code for code in codes if belongs(code)]


def test_alphanumeric():
    members = [
        0x30, 0x39, 0x41, 0x5A, 0x61, 0x7A, 0xAA, 0xB2, 0xBD, 0xE9, 0x2B0, 0x5D0, 0x660, 0x966, 0xF33,
        0x1C90, 0x2167, 0x2460, 0x3007, 0x4E2D, 0xAC00, 0x1E922, 0x1F100,
        0x870,                              # of Unicode 14
        0x11F04, 0x1E4D0, 0x1D2C0, 0x31350]     # of Unicode 15
    others = [
        0, 0x2F, 0x3A, 0x40, 0x5B, 0x5F, 0x60, 0x7B, 0x7F, 0x80, 0xD7, 0x300, 0x903, 0x200B, 0x203F,
        0x20AC, 0xD800, 0xE000, 0x1F600, 0x11B00, 0x110000]
    assert in_class(is_alphanumeric, members + others) == members


def test_white_space():
    found = in_class(is_white_space, range(0x3100) + [0xFEFF, 0xE0020, 0x10FFFF, 0x110000])
    assert found == (range(9, 14) + [0x20, 0x85, 0xA0, 0x1680] + range(0x2000, 0x200B) +
                     [0x2028, 0x2029, 0x202F, 0x205F, 0x3000])


def test_upper_case():
    members = [0x41, 0x5A, 0xC0, 0x3A3, 0x1E9E, 0x2160, 0x24CF, 0x1C90, 0x1E921, 0x1F130, 0x1F189]
    others = [0x40, 0x5B, 0x61, 0xDF, 0x1C5, 0x2170, 0x10D0, 0x4E2D, 0x1F12F, 0x1F18A, 0x301]
    assert in_class(is_upper_case, members + others) == members


def test_surroundings_of_a_letter():
    ignorable = [0x27, 0x2E, 0x3A, 0x5E, 0x60, 0xAD, 0xB7, 0x2B0, 0x301, 0x488, 0x2019, 0x200D, 0xFF1A,
                 0x1E030, 0x10EFD]
    cased = [0x41, 0x7A, 0xAA, 0xBA, 0xDF, 0x1C5, 0x2167, 0x217F, 0x24E9, 0x10D0, 0x1E943, 0x1F150]
    neither = [0x20, 0x30, 0x2D, 0x40, 0x5B, 0x5F, 0x7B, 0x5D0, 0x903, 0x4E2D, 0x2460]
    assert in_class(is_case_ignorable, ignorable + cased + neither) == ignorable
    assert in_class(is_cased, cased + neither) == cased


@pytest.mark.parametrize('width, codes', [
    (0, [0, 0x1B, 0x7F, 0x85, 0x301, 0x20DD, 0x200B, 0x200D, 0xFE0F, 0x10EFD]),
    (1, [0x20, 0x61, 0x7E, 0xE9, 0x3A9, 0x5D0, 0x10D0, 0x2764, 0xFF71, 0x1E922, 0x10FFFD, 0x11F04]),
    (2, [0x1100, 0x3042, 0x4E2D, 0xAC00, 0xFF21, 0x1F600, 0x1F3E6, 0x20000, 0x1FAE8])])
def test_display_width(width, codes):
    assert [display_width(code) for code in codes] == [width] * len(codes)


# ------------------------------------------------------------ all code points

TWIN = r'''
import sys, unicodedata
for line in open(sys.argv[1]):
    code, upper, lower, classes = line.rstrip("\n").split(";")
    code = int(code, 16)
    if 0xD800 <= code < 0xE000:
        continue
    char = chr(code)
    category = unicodedata.category(char)
    final_behind = (char + "\u03a3").lower().endswith("\u03c2")
    final_behind_letter = ("A" + char + "\u03a3").lower().endswith("\u03c2")
    ignorable = final_behind_letter and not final_behind
    expected = [
        char.isalnum(), char.isspace() and not 0x1C <= code < 0x20,
        char.isupper() and category != "Lt", ignorable, ignorable or final_behind]
    found = [flag == "1" for flag in classes[:5]]
    if ignorable:
        found[4] = True
    if category[0] in "LNPS":
        expected.append(2 if unicodedata.east_asian_width(char) in "WF" else 1)
        found.append(int(classes[5]))
    spell = lambda text: " ".join("%x" % ord(part) for part in text)
    expected += [spell(char.upper()), spell(char.lower())]
    found += [upper.strip(), lower.strip()]
    if found != expected:
        print("U+%04X: %s instead of %s" % (code, found, expected))
'''


def twin_python():
    """A Python 3 whose tables are of the same version; None if there is none."""
    pyenv = os.environ.get('PYENV_ROOT', os.path.expanduser('~/.pyenv'))
    for python in ['python3', 'python3.12', 'python3.13', 'python3.14'] + sorted(
            glob.glob(pyenv + '/versions/3.*/bin/python3')):
        try:
            process = subprocess.Popen(
                [python, '-c', 'import unicodedata; print(unicodedata.unidata_version)'],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        except OSError:
            continue
        if process.communicate()[0].strip() == utf8proc.unicode_version():
            return python
    return None


def write_properties(path, plane):
    """Append a line for each code point of the plane, with all that is known of it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for row in range(plane * 256, plane * 256 + 256):
        lines = []
        for code in range(row * 256, row * 256 + 256):
            line = '%x;' % code
            for part in full_upper(code):
                line += '%x ' % part
            line += ';'
            for part in full_lower(code):
                line += '%x ' % part
            lines.append(line + ';%d%d%d%d%d%d\n' % (
                is_alphanumeric(code), is_white_space(code), is_upper_case(code),
                is_case_ignorable(code), is_cased(code), display_width(code)))
        os.write(descriptor, ''.join(lines))
    os.close(descriptor)
    return 0


def test_all_code_points(tmpdir):
    """Compiled to C, as the untranslated binding takes minutes for all of them; so this also sees
    that the library can be linked."""
    python = twin_python()
    if python is None:
        pytest.skip('no Python 3 with Unicode ' + utf8proc.unicode_version())
    path = str(tmpdir.join('properties'))
    # Without a collector, which would take longer to compile than all the rest.
    write_plane = compile_c(write_properties, [str, int], gcpolicy='none')
    for plane in range(0x11):
        write_plane(path, plane)
    differences = subprocess.check_output([python, '-c', TWIN, path])
    assert differences == ''
    with open(path) as stream:
        assert len(stream.readlines()) == 0x110000
