"""Runs the binary on many files: one shell for many of them, because starting one costs time."""

import os
import shutil
import subprocess
import tempfile

from runner import NATIVE_FLAGS, binary_path

MEMORY_KILOBYTES = 1 << 20
CHECK_SECONDS = 2
# A number of a million digits takes nearly two on a machine that is not busy.
EXTREME_SECONDS = 10
RUN_SECONDS = 1
TIMED_OUT = 124
# Exit codes with a diagnosis (tooling.md 1.6); a program can give any other by exit(n).
DIAGNOSED = (0, 1, 3, 5)
INTERNAL_FAILURE = 6
FIRST_SIGNAL = 128

# Seconds of processor time: other work on the machine does not count.
CHECK = '''
ulimit -c 0; ulimit -v %d; ulimit -t $LIMIT
for name in *.ruff; do
    "$0" check "$name" >out 2>err; code=$?
    if [ $code != 0 ] && [ $code != 3 ] || { [ $code = 3 ] && ! [ -s err ]; }; then
        mv err "$name.err"; [ -s "$name.err" ] || mv out "$name.err"
        echo "$code $name"
    fi
done
''' % MEMORY_KILOBYTES

RUN = '''
ulimit -c 0; ulimit -v %d
for name in *.ruff; do
    timeout %d "$0" $FLAGS "$name" </dev/null >/dev/null 2>err; code=$?
    if [ $code -ge %d ] || [ $code = %d ] || grep -q "RPython\\|Internal error" err; then
        head -c 4000 err >"$name.err"
        echo "$code $name"
    fi
done
''' % (MEMORY_KILOBYTES, RUN_SECONDS, FIRST_SIGNAL, INTERNAL_FAILURE)


def run_batch(script, texts, **variables):
    """[(exit code, text, standard error)] of what the script finds worth telling."""
    folder = tempfile.mkdtemp(prefix='ruff-bad-')
    try:
        for number, text in enumerate(texts):
            with open(os.path.join(folder, '%06d.ruff' % number), 'wb') as stream:
                stream.write(text)
        process = subprocess.Popen(
            ['/bin/sh', '-c', script, binary_path()], cwd=folder, stdout=subprocess.PIPE,
            stderr=open(os.devnull, 'wb'),
            env=dict(os.environ, PYTHONPATH='', **variables))
        told, _ = process.communicate()
        found = []
        for line in told.splitlines():
            code, name = line.split()
            with open(os.path.join(folder, name + '.err'), 'rb') as stream:
                found.append((int(code), texts[int(name.split('.')[0])], stream.read(4000)))
        return found
    finally:
        shutil.rmtree(folder)


def check_faults(texts, seconds=CHECK_SECONDS):
    """Reports on sources whose ``check`` does not end with a diagnosis in that time."""
    found = run_batch(CHECK, texts, LIMIT=str(seconds))
    return [report(code, text, err) for code, text, err in found
            if code not in DIAGNOSED or not err]


def run_faults(texts, mode):
    """Reports on programs that do not end by themselves or by the limit of time."""
    found = run_batch(RUN, texts, FLAGS=' '.join(NATIVE_FLAGS[mode]))
    return [report(code, text, err) for code, text, err in found]


def report(code, text, err):
    shown = text if len(text) < 3000 else '%r... (%d bytes)' % (text[:200], len(text))
    return '--- exit code %d\n%s\n--- standard error\n%s' % (code, shown, err[:2000])
