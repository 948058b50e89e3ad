"""The languages that are compared: how to find, build, run and name each of them."""

import os
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
BENCHMARKS = os.path.dirname(HERE)
REPOSITORY = os.path.dirname(BENCHMARKS)
PROGRAMS = os.path.join(BENCHMARKS, "programs")
BUILD = os.path.join(BENCHMARKS, "build")

RUFF = "ruff"

# Kinds decide how often a program is repeated: a JIT gets a warm-up, an interpreter needs none.
COMPILED, JIT, INTERPRETER = "compiled", "jit", "interpreter"


class Peer(object):
    """One language implementation.

    name: key used on the command line and in results; label: heading in tables; suffix: file name suffix
    of its programs; tool: executable that must exist; kind: COMPILED, JIT or INTERPRETER;
    version_arguments: what makes the tool print its version.
    """

    def __init__(self, name, label, suffix, tool, kind, version_arguments):
        self.name = name
        self.label = label
        self.suffix = suffix
        self.tool = tool
        self.kind = kind
        self.version_arguments = version_arguments
        self.executable = None

    def locate(self):
        """Finds the executable; returns True when it is there."""
        self.executable = find_executable(self.name, self.tool)
        return self.executable is not None

    def version(self):
        """First line of the version text, as a string."""
        done = subprocess.run([self.executable] + self.version_arguments, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, universal_newlines=True)
        lines = done.stdout.strip().splitlines()
        return " ".join(lines[:2]) if self.name == "pypy3" else (lines[0] if lines else "unknown")

    def source(self, program):
        """Path of this peer's version of a program; it need not exist."""
        return os.path.join(PROGRAMS, program, program + "." + self.suffix)

    def command(self, program):
        """Command line (list) that runs a program; C and Go are compiled first when the source is newer."""
        return self.command_for_file(self.source(program))

    def command_for_file(self, path):
        """Command line (list) that runs one source file of this language."""
        if self.kind != COMPILED:
            return [self.executable, path]
        binary = os.path.join(BUILD, os.path.basename(path) + ".bin")
        if not os.path.exists(binary) or os.path.getmtime(binary) < os.path.getmtime(path):
            os.makedirs(BUILD, exist_ok=True)
            subprocess.check_call(self.build_command(path, binary))
        return [binary]

    def build_command(self, path, binary):
        """Command line (list) that compiles a C or Go file."""
        if self.suffix == "go":
            return [self.executable, "build", "-o", binary, path]
        return [self.executable, "-O2", "-std=gnu11", "-o", binary, path, "-lm"]


def find_executable(name, tool):
    """Path of a tool or None. `ruff` is $RUFF_C or the binary at the top of the checkout.

    A version manager may put a shell script in front of an interpreter; it would spoil the start-up time,
    so Python interpreters are asked for their own path.
    """
    if name == RUFF:
        path = os.environ.get("RUFF_C") or os.path.join(REPOSITORY, "ruff-c")
        return path if os.access(path, os.X_OK) else None
    path = shutil.which(tool)
    if path and name in ("python3", "pypy3"):
        return subprocess.check_output([path, "-c", "import sys; print(sys.executable)"], universal_newlines=True).strip()
    return path


def all_peers():
    """Every known peer, in the order of the tables."""
    return [
        Peer(RUFF, "Ruff", "ruff", "ruff-c", JIT, ["--version"]),
        Peer("c", "gcc -O2", "c", "gcc", COMPILED, ["--version"]),
        Peer("go", "Go", "go", "go", COMPILED, ["version"]),
        Peer("luajit", "LuaJIT", "lua", "luajit", JIT, ["-v"]),
        Peer("node", "V8 (node)", "js", "node", JIT, ["--version"]),
        Peer("pypy3", "PyPy3", "py", "pypy3", JIT, ["--version"]),
        Peer("lua5.4", "Lua 5.4", "lua", "lua5.4", INTERPRETER, ["-v"]),
        Peer("python3", "CPython 3", "py", "python3", INTERPRETER, ["--version"]),
    ]


def available_peers(names=None):
    """Splits the peers (all, or those named) into (present, missing), two lists of Peer.

    Unknown names raise ValueError.
    """
    peers = all_peers()
    known = [peer.name for peer in peers]
    for name in names or []:
        if name not in known:
            raise ValueError("unknown peer %s; known are %s" % (name, ", ".join(known)))
    wanted = [peer for peer in peers if not names or peer.name in names]
    present = [peer for peer in wanted if peer.locate()]
    return present, [peer for peer in wanted if peer not in present]
