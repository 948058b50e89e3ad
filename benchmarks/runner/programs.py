"""The list of benchmark programs, their sizes, and the text that the word count reads."""

import json
import os

from runner.peers import BENCHMARKS, BUILD, REPOSITORY

LICENCES = ["/usr/share/common-licenses/GPL-3", os.path.join(REPOSITORY, "LICENSE")]
TEXT_BYTES = 2 * 1024 * 1024


class Entry(object):
    """One line of the tables: name, program (directory), n (size) and group (which bar it must reach)."""

    def __init__(self, name, program, n, group):
        self.name = name
        self.program = program
        self.n = n
        self.group = group


def load_entries(names=None, quick=False):
    """Entries of programs.json, all or those named; unknown names raise ValueError.

    quick divides the linear sizes by ten; sizes of programs with steeper growth are stored beside them.
    """
    with open(os.path.join(BENCHMARKS, "programs.json")) as source:
        table = json.load(source)
    for name in names or []:
        if name not in table:
            raise ValueError("unknown program %s; known are %s" % (name, ", ".join(sorted(table))))
    entries = []
    for name, settings in table.items():
        if names and name not in names:
            continue
        n = settings["n"]
        if quick:
            n = settings.get("quick_n", max(1, n // 10))
        entries.append(Entry(name, settings.get("program", name), n, settings["group"]))
    return entries


def prepare_environment(size=TEXT_BYTES):
    """Environment for the programs: BENCHMARK_TEXT names a text of `size` bytes made of copies of a licence.

    Only ASCII is kept, so that lower case and white space mean the same in every language.
    """
    path = os.path.join(BUILD, "text-%d.txt" % size)
    if not os.path.exists(path):
        os.makedirs(BUILD, exist_ok=True)
        licence = next(name for name in LICENCES if os.path.exists(name))
        with open(licence, "rb") as source:
            text = source.read().decode("utf-8").encode("ascii", "ignore").replace(b"\r", b"")
        with open(path + ".new", "wb") as target:
            for _ in range(size // len(text) + 1):
                target.write(text)
        os.rename(path + ".new", path)
    return dict(os.environ, BENCHMARK_TEXT=path)
