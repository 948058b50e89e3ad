"""The parent's side of parallel_map: hands out ranges of items and collects the results.

A pool is an event source: it is looked at whenever the program waits.  Requests are small and few,
so that writing one never waits; a worker that waits to write is emptied whenever the parent waits.
"""

import os
import signal
from errno import EINTR

from rpython.rlib import rpoll, rposix
from rpython.rlib.rposix import O_CLOEXEC

from ruffinterp.objects.array import new_array
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.promise import W_Promise, rejection_reason, unhandled
from ruffinterp.objects.booleans import w_null
from ruffinterp.objects.serialization import Reader, unpack
from ruffinterp.stdlib.console import stdout
from ruffinterp.stdlib.descriptors import SystemFailure, write_fully
from ruffinterp.stdlib.worker_errors import unpacked_error, unpacked_errors
from ruffinterp.stdlib.worker_messages import (
    FAILURE, OUTPUT, RESULTS, STARTED, UNAWAITED, WORD_BYTES, MessageReader, close_quietly,
    read_fixed_word, request, split_failure)
from ruffinterp.stdlib.worker_process import WorkerProcess
from ruffinterp.vm.scheduler import EventSource, scheduler

# A range takes about so long; a worker has so many of them in hand.
RANGE_MICROSECONDS = 5000
RANGES_IN_HAND = 2
LARGEST_RANGE = 1 << 16

DEAD_WORKER = 'A worker process died'


class Worker(object):
    """What the parent knows of a worker."""

    def __init__(self, requests, answers):
        self.requests = requests
        self.reader = MessageReader(answers)
        self.in_hand = 0
        self.is_open = True
        self.unawaited = []
        self.more_unawaited = 0


class WorkerPool(EventSource):
    """``w_promise`` is settled with the array of all results, or with null without results."""

    def __init__(self, w_items, keeps_results, workers):
        self.length = w_items.length()
        self.keeps_results = keeps_results
        self.results_w = [w_null] * self.length
        self.workers = workers
        self.leader = 0
        self.next_item = 0
        self.finished = 0
        self.range_size = 1
        self.has_started = False
        self.failed_index = -1
        self.failure = None
        self.w_promise = W_Promise()

    # ---- being an event source

    def is_active(self):
        return self.w_promise.is_pending()

    def poll(self, nanoseconds):
        descriptors = {}
        for worker in self.workers:
            if worker.is_open:
                descriptors[worker.reader.descriptor] = rpoll.POLLIN
        try:
            found = rpoll.poll(descriptors, int(nanoseconds // 1000000))
        except rpoll.PollError:
            # Interrupted; whoever waits looks for Ctrl-C.
            return False
        for descriptor, _ in found:
            for worker in self.workers:
                if worker.is_open and worker.reader.descriptor == descriptor:
                    self.receive(worker)
        return len(found) > 0

    # ---- messages

    def receive(self, worker):
        if not worker.reader.read():
            worker.is_open = False
            # Before the others are started, their pipes end with the first worker.
            if self.is_active() and (self.has_started or worker is self.workers[0]):
                self.settle_failure(RuffError(DEAD_WORKER))
            return
        while self.is_active():
            text = worker.reader.next_message()
            if text == '':
                break
            self.handle(worker, ord(text[0]), text[1:])
        if self.is_active():
            self.hand_out(worker)

    def handle(self, worker, kind, body):
        if kind == OUTPUT:
            stdout.write(body)
        elif kind == STARTED:
            self.start_others(body)
        elif kind == FAILURE:
            index, text = split_failure(body)
            self.note_failure(index, unpacked_error(text))
        elif kind == UNAWAITED:
            reader = Reader(body)
            worker.more_unawaited = reader.word()
            worker.unawaited = unpacked_errors(reader)
        else:
            assert kind == RESULTS
            worker.in_hand -= 1
            self.store_results(body)

    def start_others(self, body):
        """The first range is done and the other workers exist: decide how much they are given."""
        count = read_fixed_word(body, 0)
        microseconds = read_fixed_word(body, WORD_BYTES)
        per_item = microseconds // count + 1
        fair = (self.length - count) // (4 * len(self.workers)) + 1
        self.range_size = max(1, min(min(RANGE_MICROSECONDS // per_item, fair), LARGEST_RANGE))
        self.next_item = count
        self.has_started = True
        for worker in self.workers:
            self.hand_out(worker)

    def hand_out(self, worker):
        """Ask for ranges until the worker has enough in hand."""
        if not self.has_started or self.failed_index >= 0 or not self.is_active():
            return
        while worker.in_hand < RANGES_IN_HAND and self.next_item < self.length:
            stop = min(self.next_item + self.range_size, self.length)
            try:
                write_fully(worker.requests, request(self.next_item, stop))
            except SystemFailure:
                self.settle_failure(RuffError(DEAD_WORKER))
                return
            self.next_item = stop
            worker.in_hand += 1

    def store_results(self, body):
        start = read_fixed_word(body, 0)
        stop = read_fixed_word(body, WORD_BYTES)
        if self.keeps_results:
            reader = Reader(body)
            reader.position = 2 * WORD_BYTES
            for index in range(start, stop):
                self.results_w[index] = unpack(reader)
        self.finished += stop - start
        if self.finished == self.length:
            self.finish()
            if self.keeps_results:
                self.w_promise.resolve(new_array(self.results_w))
            else:
                self.w_promise.resolve(w_null)
        else:
            self.settle_noted_failure()

    # ---- failures: the one of the lowest index counts

    def note_failure(self, index, error):
        if self.failed_index < 0 or index < self.failed_index:
            self.failed_index = index
            reason = rejection_reason(error.message)
            self.failure = error.retold('Promise %d rejected: %s' % (index, reason))
        if not self.has_started:
            # The first worker is alone, and ends with its first failure.
            self.settle_failure(self.failure)

    def settle_noted_failure(self):
        """Once nothing is in hand, no lower index can fail any more."""
        if self.failed_index < 0:
            return
        for worker in self.workers:
            if worker.in_hand > 0:
                return
        self.settle_failure(self.failure)

    def settle_failure(self, error):
        self.stop()
        self.w_promise.reject(error)

    # ---- the end

    def finish(self):
        """The workers end by themselves when nobody asks them for anything."""
        close_ends(self.workers)
        for worker in self.workers:
            worker.is_open = False
            unhandled.adopt(worker.unawaited, worker.more_unawaited)
        wait_for_process(self.leader)

    def stop(self):
        """End the workers wherever they are."""
        try:
            rposix.killpg(self.leader, signal.SIGKILL)
        except OSError:
            pass
        self.finish()


def wait_for_process(process):
    while True:
        try:
            rposix.waitpid(process, 0)
            return
        except OSError as error:
            if error.errno != EINTR:
                return


def start_pool(w_items, w_function, keeps_results, count):
    """A WorkerPool of ``count`` processes that is at work; RuffError if it cannot be made."""
    request_ends = []
    answer_ends = []
    workers = []
    try:
        for _ in range(count):
            request_out, request_in = new_pipe()
            answer_out, answer_in = new_pipe()
            request_ends.append(request_out)
            answer_ends.append(answer_in)
            workers.append(Worker(request_in, answer_out))
        stdout.flush()
        process = rposix.fork()
    except OSError as error:
        close_ends(workers)
        for descriptor in request_ends + answer_ends:
            close_quietly(descriptor)
        raise RuffError('parallel_map() cannot start processes: %s' % os.strerror(error.errno))
    if process == 0:
        become_worker(WorkerProcess(w_items, w_function, keeps_results, request_ends[:],
                                    answer_ends[:]), workers)
    for descriptor in request_ends + answer_ends:
        close_quietly(descriptor)
    pool = WorkerPool(w_items, keeps_results, workers)
    pool.leader = process
    workers[0].in_hand = 1
    scheduler.add_source(pool)
    running_pools.add(pool)
    return pool


def become_worker(process, workers):
    """In the copy of the program: a process group of its own, so that it ends as a whole."""
    try:
        rposix.setpgid(0, 0)
    except OSError:
        pass
    close_ends(workers)
    # Or the workers of another pool would not see the end of their requests.
    for pool in running_pools.pools:
        if pool.is_active():
            close_ends(pool.workers)
    process.main()


def close_ends(workers):
    """Close the parent's ends of the pipes of ``workers``."""
    for worker in workers:
        close_quietly(worker.requests)
        close_quietly(worker.reader.descriptor)


def new_pipe():
    """(reading end, writing end), closed in programs that are started."""
    return rposix.pipe2(O_CLOEXEC)


class RunningPools(object):
    """The pools whose workers have to end with the program."""

    def __init__(self):
        self.pools = []

    def add(self, pool):
        self.pools = [other for other in self.pools if other.is_active()] + [pool]

    def stop_all(self):
        for pool in self.pools:
            if pool.is_active():
                pool.stop()
        self.pools = []


running_pools = RunningPools()
