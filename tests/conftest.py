"""Two worker threads run the selected programs ahead of the tests that look at the outcomes."""

import os
import signal
import threading

import pytest

from runner import UNTRANSLATED, Host, binary_path, run_program

WORKERS = 2

# A shell ignores Ctrl-C for what it starts in the background, and every child would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


class Pool(object):
    """Outcomes of (program, mode) pairs, computed in the order in which the tests ask for them."""

    def __init__(self):
        self.jobs = []
        self.outcomes = {}
        self.changed = threading.Condition()
        self.stopped = False
        self.threads = []

    def add(self, program, mode):
        self.jobs.append((program, mode))

    def start(self):
        self.jobs.reverse()
        for _ in range(min(WORKERS, len(self.jobs))):
            thread = threading.Thread(target=self.work)
            thread.daemon = True
            thread.start()
            self.threads.append(thread)

    def work(self):
        host = Host()
        try:
            while not self.stopped:
                try:
                    program, mode = self.jobs.pop()
                except IndexError:
                    return
                try:
                    outcome = run_program(program, mode, host)
                except Exception as error:
                    outcome = error
                with self.changed:
                    self.outcomes[program.path, mode] = outcome
                    self.changed.notifyAll()
        finally:
            host.close()

    def outcome(self, program, mode):
        """Wait for the outcome of a pair that was added before."""
        key = program.path, mode
        with self.changed:
            while key not in self.outcomes:
                self.changed.wait(1)
            outcome = self.outcomes[key]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def stop(self):
        self.stopped = True
        for thread in self.threads:
            thread.join()


POOL = Pool()


def needs_binary(mode):
    return mode != UNTRANSLATED


def require_binary():
    """Skip, or fail where the binary must exist (RUFF_REQUIRE_BINARY=1)."""
    if binary_path() is None:
        if os.environ.get('RUFF_REQUIRE_BINARY') == '1':
            pytest.fail('the binary ruff-c is missing; build it with: make translate')
        pytest.skip('the binary ruff-c is missing')


@pytest.fixture
def binary():
    """Path of the native binary."""
    require_binary()
    return binary_path()


@pytest.fixture
def pool():
    return POOL


def pytest_collection_finish(session):
    if session.config.option.collectonly:
        return
    for item in session.items:
        case = getattr(item, 'callspec', None)
        if case is None or 'program' not in case.params or 'mode' not in case.params:
            continue
        if not needs_binary(case.params['mode']) or binary_path() is not None:
            POOL.add(case.params['program'], case.params['mode'])
    POOL.start()


def pytest_unconfigure(config):
    POOL.stop()
