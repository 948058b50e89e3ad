"""Running a program from Python, for tests."""

import os
import tempfile

from ruffinterp.cli.reporters import human_reporter
from ruffinterp.cli.run import RunJob, perform_text
from ruffinterp.objects.promise import unhandled
from ruffinterp.stdlib.console import stderr, stdout
from ruffinterp.vm.scheduler import scheduler


def run_text(name, text):
    """Run a program; returns (exit status, standard output, standard error) as int and bytes."""
    output = tempfile.TemporaryFile()
    errors = tempfile.TemporaryFile()
    # What the program before this one has left waiting is not for this one.
    scheduler.forget_all()
    unhandled.forget_all()
    stdout.redirect(output.fileno())
    stderr.redirect(errors.fileno())
    try:
        status = perform_text(name, text, RunJob(human_reporter, False))
        stdout.flush()
    finally:
        stdout.redirect(1)
        stderr.redirect(2)
    texts = []
    for stream in (output, errors):
        stream.seek(0, os.SEEK_SET)
        texts.append(stream.read())
        stream.close()
    return status, texts[0], texts[1]
