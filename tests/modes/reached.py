"""What the JIT makes of a program: whether it compiles loops, bridges and calls, and runs them."""

import os
import re
import shutil
import tempfile

from runner import SHOWN_NAME, binary_path, communicate

TIMEOUT = 60
LOOP, BRIDGE, CALL = 'loop', 'bridge', 'call'
COMPILED = re.compile(r'\{jit-log-opt-(loop|bridge)$', re.MULTILINE)
# A trace runs another one that was compiled for itself.
CALLED = re.compile(r'\bcall_assembler_[a-z]\(')


def reached(text, flags):
    """The set of LOOP, BRIDGE and CALL that a program makes the JIT compile."""
    folder = tempfile.mkdtemp(prefix='ruff-reached-')
    log = os.path.join(folder, 'log')
    try:
        with open(os.path.join(folder, SHOWN_NAME), 'wb') as stream:
            stream.write(text)
        communicate([binary_path()] + flags + [SHOWN_NAME], b'', TIMEOUT, cwd=folder,
                    environment=dict(os.environ, PYPYLOG='jit-log-opt:' + log))
        return found_in(log)
    finally:
        shutil.rmtree(folder)


def found_in(log):
    if not os.path.exists(log):
        return set()
    with open(log) as stream:
        text = stream.read()
    found = set(COMPILED.findall(text))
    if CALLED.search(text):
        found.add(CALL)
    return found
