"""The worker's side of parallel_map: a copy of the process that calls a function for items.

The first worker runs the first items alone, so that the function is compiled, and then makes the
others as copies of itself.
"""

import os

from rpython.rlib import rposix
from rpython.rlib.rstackovf import StackOverflow
from rpython.rlib.rstring import StringBuilder

from ruffinterp.objects.errors import ExitRequest, Interrupted, RuffError
from ruffinterp.objects.handles import process_state
from ruffinterp.objects.promise import KEPT_ERRORS, unhandled
from ruffinterp.objects.serialization import pack
from ruffinterp.stdlib.console import stdout
from ruffinterp.stdlib.descriptors import SystemFailure
from ruffinterp.stdlib.worker_errors import packed_error, packed_errors
from ruffinterp.stdlib.worker_messages import (
    FAILURE, OUTPUT, RESULTS, STARTED, UNAWAITED, close_quietly, failure_body, fixed_word, read_request,
    send)
from ruffinterp.vm.calls import call1
from ruffinterp.vm.clock import monotonic_nanoseconds
from ruffinterp.vm.interrupts import overflow_outside
from ruffinterp.vm.scheduler import scheduler
from ruffinterp.vm.tasks import await_result

# The first worker runs so long before it makes the others.
WARM_UP_NANOSECONDS = 20 * 1000 * 1000

# The status of a worker that ends as it should, and of one that was told to exit.
DONE, ENDED = 0, 1


class Stopped(Exception):
    """The worker has nothing more to do."""

    def __init__(self, status):
        self.status = status


class WorkerProcess(object):
    """``w_items``, ``w_function``: what to do; ``keeps_results``: whether anybody wants them;
    ``requests``, ``answers``: the ends of the pipes of each worker, by its number."""

    def __init__(self, w_items, w_function, keeps_results, requests, answers):
        self.w_items = w_items
        self.w_function = w_function
        self.keeps_results = keeps_results
        self.requests = requests
        self.answers = answers
        self.number = 0
        self.has_unawaited = False

    def main(self):
        """Never returns."""
        status = DONE
        try:
            process_state.generation += 1
            scheduler.forget_all()
            unhandled.forget_all()
            stdout.capture()
            self.warm_up()
            self.make_others()
            self.serve()
        except Stopped as stopped:
            status = stopped.status
        except Interrupted:
            status = ENDED
        except Exception:
            # Whatever it is, this copy of the program must not go on as the program.
            status = ENDED
        os._exit(status)

    def warm_up(self):
        """Run the first items, at most half of them."""
        start = monotonic_nanoseconds()
        count = 0
        limit = (self.w_items.length() + 1) >> 1
        builder = StringBuilder()
        while True:
            if not self.run_item(count, builder):
                raise Stopped(ENDED)
            count += 1
            if count >= limit or monotonic_nanoseconds() - start >= WARM_UP_NANOSECONDS:
                break
        self.answer_range(0, count, builder.build())
        self.answer(STARTED, fixed_word(count) + fixed_word(
            (monotonic_nanoseconds() - start) // 1000))

    def make_others(self):
        """Copy this process for every other worker; each keeps its own ends of pipes."""
        for number in range(1, len(self.requests)):
            if rposix.fork() == 0:
                self.number = number
                # The first worker tells of what has happened so far.
                unhandled.forget_all()
                self.has_unawaited = False
                break
        for number in range(len(self.requests)):
            if number != self.number:
                close_quietly(self.requests[number])
                close_quietly(self.answers[number])

    def serve(self):
        """Run the ranges that are asked for."""
        while True:
            start, stop = read_request(self.requests[self.number])
            if start < 0:
                return
            builder = StringBuilder()
            position = start
            while position < stop:
                if not self.run_item(position, builder):
                    break
                position += 1
            self.answer_range(start, position, builder.build())

    def run_item(self, index, builder):
        """Append the result of one item; False after an error, which has been reported."""
        w_item = self.w_items.get(index)
        w_item.mark_shared()
        try:
            w_result = await_result(call1(self.w_function, w_item))
            if self.keeps_results:
                pack(builder, w_result)
        except RuffError as error:
            self.report_failure(index, error)
            return False
        except StackOverflow:
            self.report_failure(index, overflow_outside())
            return False
        except ExitRequest as request:
            self.report_failure(index, RuffError('exit(%d) was called' % request.status))
            return False
        self.hand_out_output()
        return True

    def report_failure(self, index, error):
        self.hand_out_output()
        self.tell_unawaited()
        self.answer(FAILURE, failure_body(index, packed_error(error)))

    def hand_out_output(self):
        """What the function has printed goes through the parent, whole lines together."""
        text = stdout.take_captured()
        if text != '':
            self.answer(OUTPUT, text)

    def answer_range(self, start, stop, results):
        self.tell_unawaited()
        self.answer(RESULTS, fixed_word(start) + fixed_word(stop) + results)

    def tell_unawaited(self):
        """Tell anew of the rejected promises that nobody has awaited, if there are or were any."""
        errors = unhandled.errors()
        if len(errors) > 0 or self.has_unawaited:
            self.has_unawaited = len(errors) > 0
            rest = max(0, len(errors) - KEPT_ERRORS)
            self.answer(UNAWAITED, packed_errors(
                errors[:KEPT_ERRORS], unhandled.forgotten + rest))

    def answer(self, kind, body):
        try:
            send(self.answers[self.number], kind, body)
        except SystemFailure:
            raise Stopped(ENDED)
