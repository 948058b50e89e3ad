"""Writes the tables of methods in docs/methods.md from the declarations of the library.

    python tools/method_tables.py

A table stands between the lines ``<!-- KIND changes -->`` or ``<!-- KIND functions -->`` and
``<!-- end -->``.
"""

import io
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOCUMENT = os.path.join(ROOT, 'docs', 'methods.md')

sys.path.insert(0, ROOT)

import ruffinterp.builtins.library
from ruffinterp.objects.methods import METHODS

PLACE = re.compile(u'(<!-- (\\w+) (changes|functions) -->\n).*?(<!-- end -->\n)', re.DOTALL)


def parts(w_builtin):
    """The call and what is said of it, of ``call -> result: text``."""
    text = u' '.join(w_builtin.documentation.decode('utf-8').split())
    call, said = text.split(u': ', 1)
    return call, said


def names_of(kind, changes):
    """The names of the methods of a kind that change their receiver, or of all others."""
    return sorted(name for name in METHODS[kind] if METHODS[kind][name].changes_receiver == changes)


def changes_table(kind):
    """A line for each method that changes such a container; a second name stands in the text."""
    lines = [u'| method | |\n', u'|---|---|\n']
    for name in names_of(kind, True):
        call, said = parts(METHODS[kind][name])
        if call.startswith(u'%s.%s(' % (kind, name)):
            lines.append(u'| `%s` | %s |\n' % (call, said))
    return u''.join(lines)


def functions_table(kind):
    """The names of all other methods."""
    names = [u'`%s`' % name for name in names_of(kind, False)]
    return u' '.join(names) + u'\n'


def with_tables(text):
    """The document with its tables as they should be."""
    def replacement(match):
        table = changes_table if match.group(3) == u'changes' else functions_table
        return match.group(1) + u'\n' + table(str(match.group(2))) + u'\n' + match.group(4)
    return PLACE.sub(replacement, text)


def read_document():
    with io.open(DOCUMENT, encoding='utf-8') as stream:
        return stream.read()


def main():
    text = with_tables(read_document())
    with io.open(DOCUMENT, 'w', encoding='utf-8') as stream:
        stream.write(text)


if __name__ == '__main__':
    main()
