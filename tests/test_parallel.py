"""Worker processes: they end with the program, however it ends."""

import os
import signal
import subprocess
import time

import pytest

from runner import NATIVE_FLAGS, called_after, communicate, start_process

ENDLESS = '''
eprint("ready")
await parallel_map(range(100), func(x) { while true { } })
'''
DYING = '''
print(await parallel_map(range(4), func(x) { if x == 3 { eprint("ready") while true { } } return x }))
'''
TIMEOUT = 90


def workers_of(group_leader):
    """The ids of all processes below a process, by the parents in /proc."""
    parents = {}
    for name in os.listdir('/proc'):
        if name.isdigit():
            try:
                with open('/proc/%s/stat' % name) as stream:
                    fields = stream.read().rsplit(')', 1)[1].split()
            except (IOError, OSError):
                continue
            parents[int(name)] = (int(fields[1]), fields[0])
    found, waiting = [], [group_leader]
    while waiting:
        parent = waiting.pop()
        for process, (its_parent, state) in parents.items():
            if its_parent == parent and state != 'Z':
                found.append(process)
                waiting.append(process)
    return found


def is_running(process):
    try:
        with open('/proc/%d/stat' % process) as stream:
            return stream.read().rsplit(')', 1)[1].split()[0] != 'Z'
    except (IOError, OSError):
        return False


def start(binary, text, mode):
    process = start_process([binary] + NATIVE_FLAGS[mode] + ['-e', text],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stderr.readline() == b'ready\n'
    time.sleep(0.3)
    return process, workers_of(process.pid)


def wait_until_gone(processes):
    deadline = time.time() + 5
    while any(is_running(process) for process in processes) and time.time() < deadline:
        time.sleep(0.01)
    return [process for process in processes if is_running(process)]


@pytest.mark.parametrize('mode', ['jit', 'jit-off'])
def test_an_interrupt_stops_all_workers(binary, mode):
    process, workers = start(binary, ENDLESS, mode)
    assert workers
    process.send_signal(signal.SIGINT)
    began = time.time()
    with called_after(TIMEOUT, process.kill):
        process.communicate()
    assert process.returncode == 130
    assert time.time() - began < 1
    assert wait_until_gone(workers) == []


def test_a_worker_that_dies_is_an_error(binary):
    process, workers = start(binary, DYING, 'jit')
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    with called_after(TIMEOUT, process.kill):
        _, err = process.communicate()
    assert process.returncode == 1
    assert b'Promise rejected: A worker process died' in err
    assert wait_until_gone(workers) == []


def test_workers_end_with_a_program_that_does_not_wait(binary):
    outcome = communicate([binary, '-e', 'p := parallel_map([1, 2], func(x) { sleep(100000) })\n'
                           'sleep(100)\nprint("end")'], b'', TIMEOUT)
    assert (outcome.exit, outcome.out, outcome.err) == (0, b'end\n', b'')
    assert not outcome.timed_out
