"""Host process of the untranslated interpreter: imports it once and forks for each program.

Reads one JSON object per line from standard input, with ``arguments`` (of the interpreter),
``files`` (paths for in, out, err) and ``timeout`` in seconds; answers each with a line
``{"exit": code, "timed_out": flag}``.
"""

import json
import os
import resource
import signal
import sys
import threading
import time
import traceback

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, ROOT)

import targetruff
from ruffinterp.vm.clock import monotonic_nanoseconds

HOST_RECURSION_LIMIT = 60000
HOST_STACK = 1 << 30
INTERNAL_ERROR = 99


def redirect(files):
    flags = [('in', 0, os.O_RDONLY), ('out', 1, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
             ('err', 2, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)]
    for part, descriptor, mode in flags:
        opened = os.open(files[part], mode, 0o600)
        os.dup2(opened, descriptor)
        os.close(opened)


def run_child(entry_point, request):
    """Never returns; the recursion of the host needs a thread with a large stack.

    A program that copies its own process runs in the main thread: the host does not survive a
    copy of another thread every time.
    """
    redirect(request['files'])
    argv = [str('ruff-c')] + [argument.encode('utf-8') for argument in request['arguments']]

    def body():
        try:
            code = entry_point(argv)
        except SystemExit as exit:
            code = exit.code
        except BaseException:
            traceback.print_exc()
            code = INTERNAL_ERROR
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit((code or 0) & 255)
    if request['copies_itself']:
        body()
    sys.setrecursionlimit(HOST_RECURSION_LIMIT)
    threading.stack_size(HOST_STACK)
    thread = threading.Thread(target=body)
    thread.daemon = True
    thread.start()
    while True:
        thread.join(3600)


def wait_for(child, timeout):
    """Wait for a child process, kill it when the time is over: (exit code, timed out)."""
    end = time.time() + timeout
    pause = 0.001
    timed_out = False
    while True:
        process, status = os.waitpid(child, os.WNOHANG)
        if process:
            break
        if time.time() > end and not timed_out:
            timed_out = True
            os.kill(child, signal.SIGKILL)
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    if os.WIFSIGNALED(status):
        return -os.WTERMSIG(status), timed_out
    return os.WEXITSTATUS(status), timed_out


def main():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The first call compiles a library, which takes longer than the programs here wait.
    monotonic_nanoseconds()
    while True:
        line = sys.stdin.readline()
        if not line:
            return
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            run_child(targetruff.entry_point, request)
        code, timed_out = wait_for(child, request['timeout'])
        sys.stdout.write(json.dumps({'exit': code, 'timed_out': timed_out}) + '\n')
        sys.stdout.flush()


if __name__ == '__main__':
    main()
