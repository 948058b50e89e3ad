"""Runs commands for a large process of the tests, which would be slow to copy for each: Python 3.

Reads one JSON object per line from standard input, in which texts stand for bytes (latin-1):
``command``, ``folder`` to run it in, ``environment`` or null, ``stdin``, ``timeout`` in seconds.
Answers each with a line ``{"exit": code, "out": text, "err": text, "timed_out": flag,
"processor_seconds": seconds}``; the code is negative after a signal.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile


def encoded(text):
    return text.encode('latin-1')


def environment_of(request):
    variables = request['environment']
    if variables is None:
        return None
    return {encoded(name): encoded(value) for name, value in variables.items()}


def refill(stream, content):
    stream.seek(0)
    stream.truncate()
    stream.write(content)
    stream.seek(0)


def content_of(stream):
    stream.seek(0)
    return stream.read().decode('latin-1')


def processor_seconds():
    """Of all processes that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Launcher:
    """Files for the three streams: a pipe could be held open by what the command has left behind."""

    def __init__(self):
        self.stdin, self.out, self.err = [tempfile.TemporaryFile(buffering=0) for _ in range(3)]

    def run(self, request):
        """The command is a process group of its own, which is killed when the time is over."""
        refill(self.stdin, encoded(request['stdin']))
        refill(self.out, b'')
        refill(self.err, b'')
        before = processor_seconds()
        process = subprocess.Popen(
            [encoded(part) for part in request['command']], stdin=self.stdin, stdout=self.out,
            stderr=self.err, cwd=encoded(request['folder']), env=environment_of(request),
            start_new_session=True)
        late = []

        def expire(*_):
            late.append(True)
            os.killpg(process.pid, signal.SIGKILL)
        signal.signal(signal.SIGALRM, expire)
        signal.setitimer(signal.ITIMER_REAL, request['timeout'])
        process.wait()
        signal.setitimer(signal.ITIMER_REAL, 0)
        return {'exit': process.returncode, 'out': content_of(self.out),
                'err': content_of(self.err), 'timed_out': bool(late),
                'processor_seconds': processor_seconds() - before}


def main():
    # Ctrl-C is for the tests; without them standard input ends.  Commands do not inherit a handler.
    signal.signal(signal.SIGINT, lambda *_: None)
    launcher = Launcher()
    for line in sys.stdin:
        print(json.dumps(launcher.run(json.loads(line))), flush=True)


if __name__ == '__main__':
    main()
